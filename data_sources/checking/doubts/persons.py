"""Owns people whose ids are written in several ways, in one file or across files. They count as one until asked.

The ids themselves stay in memory, for the question; what is stored are keyed hashes of both forms.
"""

from collections.abc import Iterable, Mapping

import polars as pl

from data_sources.checking.column_values import says_nobody
from data_sources.parsing.answers import About, Question
from data_sources.parsing.person_ids import normal_form, written_form
from data_sources.recognising.context import Context
from data_sources.recognising.sheets import TableInSheet

SAME, DIFFERENT = "same", "different"
SUBJECT = "@person"
_WHO = "participant"
_MOST = 12  # questions of one file; the others wait their turn, and count as one meanwhile


def people_in(tables: Iterable[TableInSheet], context: Context) -> tuple[dict[str, str], list[Question]]:
    """Hash of each id as it is written → hash of its normal form; and what must be asked of those written alike."""
    normal_of: dict[str, str] = {}
    written: dict[str, dict[str, str]] = {}  # hash of the normal form → hash as written → as written
    for text in _ids(tables):
        spelling, normal = context.hashed(written_form(text)), context.hashed(normal_form(text))
        normal_of[spelling] = normal
        written.setdefault(normal, {}).setdefault(spelling, text)
    asked, stored = [], context.spellings(written)
    for normal, spellings in written.items():
        others = stored.get(normal, frozenset()) - spellings.keys()
        if len(spellings) > 1 or others:
            asked.append(_question(normal, spellings, context))
    waiting = [question for question in asked if question.answer is None][:_MOST]
    return normal_of, [*waiting, *[question for question in asked if question.answer is not None]]


def _ids(tables: Iterable[TableInSheet]) -> list[str]:
    texts: dict[str, None] = {}
    for table in tables:
        index = table.layout.columns.get(_WHO)
        if index is None:
            continue
        below = pl.col(f"t{index}").filter(pl.col("row") > table.layout.row)
        distinct = table.cells.frame.select(below.drop_nulls().unique(maintain_order=True)).to_series()
        texts |= dict.fromkeys(text for text in distinct if not says_nobody(text))
    return list(texts)


def _question(normal: str, spellings: Mapping[str, str], context: Context) -> Question:
    written = ", ".join(f"«{text.strip()}»" for text in spellings.values())
    choices = {SAME: "", DIFFERENT: ""}
    asked = Question(("", SUBJECT, normal), About.PERSON, "", _WHO, written, len(spellings), choices, SAME)
    return context.answers.answered(asked)
