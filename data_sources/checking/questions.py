"""Owns what is asked about a file: "what does «A» mean?", from columns that may be quoted, once per source."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data_sources.checking.check import Checked, Problem
from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise, tidy
from data_sources.parsing.answers import ANSWERED, ASKED, Answers, Key, meanings

MOST = 12
"""More unknown spellings than this in one column, and the column is another than we think."""


@dataclass(frozen=True)
class Question:
    """A spelling nobody has explained, or has (`answer`). `options`: code → how the template writes it."""

    key: Key
    table: str
    column: str
    written: str = field(repr=False)
    rows: int
    options: dict[str, str]
    likely: str | None = None
    answer: str | None = None


def questions(sheets: Sequence[Checked], answers: Answers, model: Model) -> tuple[Question, ...]:
    """What to ask about checked sheets, most rows first; what has been answered is there to be changed."""
    found: dict[Key, Question] = {}
    for sheet in sheets:
        table, fingerprint = sheet.layout.table, sheet.layout.fingerprint
        asked: dict[tuple[str, str], list[Problem]] = {}
        for problem in sheet.problems:
            if problem.reason in ASKED | {ANSWERED} and problem.value is not None:
                asked.setdefault((problem.name, normalise(problem.value)), []).append(problem)
        for (name, _), said in asked.items():
            written = tidy(said[0].value or "")
            key = answers.key(fingerprint, name, written)
            options = meanings(table.by_name[name], model)
            before = found[key].rows if key in found else 0
            likely = next((code for code, label in options.items() if label == said[0].suggestion), None)
            answer = answers.meaning(fingerprint, name, written)
            found[key] = Question(key, table.name, name, written, before + len(said), options, likely, answer)
    per_column: dict[tuple[str, str], int] = {}
    for question in found.values():
        place = (question.table, question.column)
        per_column[place] = per_column.get(place, 0) + 1
    kept = [one for one in found.values() if per_column[one.table, one.column] <= MOST]
    return tuple(sorted(kept, key=lambda one: (one.answer is not None, -one.rows, one.written)))
