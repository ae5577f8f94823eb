"""Owns what a mark means where that is not certain: one kind of mark and empty cells, a heading that is an answer.

"x" in a list of attendance may be everybody who came, or everybody who did not. It is asked, once for these headings;
what title, tab, heading and explanation say is what is proposed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.declared.table import Column
from data_sources.parsing.answers import NONE
from data_sources.parsing.parsed import Parsed, Parser
from data_sources.reading.cells import Kind
from data_sources.recognising.answer_columns import NO, YES
from data_sources.recognising.sheets import TableInSheet

_ABSENCE = re.compile(r"fravær|fråvær|ikk[ej]e? (?:møtt|til ?stede)|uteblitt|avbud|forfall|absen", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—"})
ATTENDED, MISSED = "attended", "missed"
_ABSENT = {MISSED, "cancelled_by_participant", "cancelled_by_therapist"}


@dataclass(frozen=True)
class Marks:
    """What is uncertain in a column of answers. `likely`: mark → the code that is proposed for it.

    `blank`: the code proposed for an empty cell; None where an empty cell is no question.
    """

    likely: Mapping[str, str]
    blank: str | None = None

    def around(self, plain: Parser, labels: Mapping[str, str]) -> Parser:
        """The column's own parser, but for the marks that are uncertain. `labels`: code → how it is written."""
        if not self.likely:
            return plain

        def parse(text: str, kind: Kind) -> Parsed:
            code = self.likely.get(normalise(text) or text.strip())
            return plain(text, kind) if code is None else Parsed(fault="mark-unsure", suggestion=labels.get(code))

        return parse


def uncertain(body: pl.DataFrame, column: Column, table: TableInSheet) -> Marks:
    """What must be asked of a column's marks."""
    index = table.layout.columns.get(column.name)
    if index is None or column.vocabulary is None or ATTENDED not in column.vocabulary.spellings:
        return Marks({})
    texts = body.select(pl.col(f"t{index}").str.strip_chars()).to_series()
    every = set(texts.unique())
    words = {normalise(text) or text for text in every if text}
    likely = {}
    if table.register is not None:
        likely = dict.fromkeys(words & _DASHES - {*table.legend}, MISSED)
    words -= _DASHES
    blank = not every.isdisjoint({None, ""})
    heading = _heading(column, table)
    if heading is not None:
        opposite = MISSED if heading == ATTENDED else ATTENDED
        if heading != ATTENDED:
            likely |= dict.fromkeys(words & YES, heading) | dict.fromkeys(words & NO, opposite)
        alone = blank and words <= YES
        return Marks(_unexplained(likely, table), opposite if alone else None)
    if blank and len(words) == 1 and len(mark := next(iter(words))) == 1 and mark not in table.legend:
        code = MISSED if _ABSENCE.search(f"{table.title} {table.file}") else ATTENDED
        likely[mark] = code
        return Marks(likely, MISSED if code == ATTENDED else ATTENDED)
    only_absent = bool(words) and all(_code(table.legend.get(word, word), column) in _ABSENT for word in words)
    return Marks(_unexplained(likely, table), ATTENDED if blank and only_absent else None)


def _code(word: str, column: Column) -> str | None:
    """What a word stands for, or perhaps does."""
    assert column.vocabulary is not None
    plain = normalise(word)
    spelt = {normalise(text): code for code, texts in column.vocabulary.spellings.items() for text in texts}
    return spelt.get(plain) or column.vocabulary.unsure.get(plain)


def _heading(column: Column, table: TableInSheet) -> str | None:
    """The code of the one heading that is itself an answer; None where the heading only asks, or there are several."""
    if len(table.layout.answers.get(column.name, ())) != 1 or column.vocabulary is None:
        return None
    return _code(normalise(table.layout.headings[table.layout.answers[column.name][0]]).rstrip(" ?"), column)


def _unexplained(likely: Mapping[str, str], table: TableInSheet) -> dict[str, str]:
    return {mark: code for mark, code in likely.items() if mark not in table.legend}


def without_blanks(body: pl.DataFrame, index: int) -> pl.DataFrame:
    """A register's rows without those of empty cells."""
    return body.filter(_filled(index))


def blanks_of(body: pl.DataFrame, index: int) -> int:
    """How many of a column's cells are empty."""
    return body.filter(~_filled(index)).height


def _filled(index: int) -> pl.Expr:
    return (pl.col(f"t{index}").str.strip_chars().fill_null("") != "") | ~pl.col(f"k{index}").is_in(
        [Kind.BLANK.value, Kind.TEXT.value]
    )


def options(labels: Mapping[str, str], table: TableInSheet) -> dict[str, str]:
    """What a mark may mean; in a register also that it says nothing of anybody."""
    return {**labels, NONE: ""} if table.register is not None else dict(labels)
