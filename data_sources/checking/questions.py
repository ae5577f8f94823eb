"""Owns what is asked about a file: "what does «A» mean?", from columns that may be quoted, once per source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from data_sources.checking.check import Checked
from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise, tidy
from data_sources.declared.table import Column
from data_sources.parsing.answers import ANSWERED, ASKED, NONE, About, Answers, Key, Question, meanings

if TYPE_CHECKING:
    from data_sources.checking.problems import Problem

MOST = 12
"""More unknown spellings than this in one column, and the column is another than we think."""
_BLANK = "blank-unsure"


def questions(
    sheets: Sequence[Checked], answers: Answers, model: Model, of_file: Sequence[Question] = ()
) -> tuple[Question, ...]:
    """What to ask about checked sheets, most rows first; what has been answered is there to be changed.

    `of_file`: what is asked of the file rather than of a table.
    """
    asked: dict[Key, Question] = {question.key: question for question in of_file}
    for sheet in sheets:
        for question in [*sheet.questions, *_of_values(sheet, answers, model)]:
            before = asked.get(question.key)
            more = (before.rows, before.of) if before else (0, 0)
            asked[question.key] = replace(question, rows=question.rows + more[0], of=question.of + more[1])
    spelt = Counter((item.table, item.column) for item in asked.values() if item.about is About.VALUE)
    kept = [item for item in asked.values() if spelt[item.table, item.column] <= MOST or item.about is not About.VALUE]
    return tuple(
        sorted(kept, key=lambda item: (item.answer is not None, item.about is About.BLANK, -item.rows, item.written))
    )


def _of_values(sheet: Checked, answers: Answers, model: Model) -> list[Question]:
    """What the spellings, marks and empty cells mean that stopped a row or were answered."""
    table, fingerprint, every = sheet.layout.table, sheet.layout.fingerprint, sheet.judged.height
    standing: dict[tuple[str, str], list[Problem]] = {}
    for problem in sheet.problems:
        blank = problem.reason == _BLANK or (problem.reason == ANSWERED and problem.value is None)
        if blank and "came_from" in sheet.judged.columns:
            continue  # asked of a register as a whole
        written = "" if blank else problem.value
        if problem.reason in ASKED | {ANSWERED, _BLANK} and written is not None:
            standing.setdefault((problem.name, normalise(written) or written), []).append(problem)
    asked = []
    for (name, _), problems in standing.items():
        written = tidy(problems[0].value or "")
        options = meanings(table.by_name[name], model)
        likely = _code_of(problems[0].suggestion, table.by_name[name], options, model)
        register = "came_from" in sheet.judged.columns
        mark = any(problem.reason == "mark-unsure" for problem in problems)
        about = About.VALUE if written else About.BLANK
        asked.append(
            Question(
                answers.key(fingerprint, name, written),
                about,
                table.name,
                name,
                written,
                len(problems),
                {**options, NONE: ""} if (register and mark) or about is About.BLANK else options,
                likely,
                answers.meaning(fingerprint, name, written),
                every,
            )
        )
    return asked


def _code_of(suggestion: str | None, column: Column, options: Mapping[str, str], model: Model) -> str | None:
    """The code of a spelling that is proposed, whichever of its spellings that is."""
    vocabulary = model.vocabulary(column)
    spelt = {} if vocabulary is None else vocabulary.spellings
    return next((code for code, label in options.items() if suggestion in {label, *spelt.get(code, ())}), None)
