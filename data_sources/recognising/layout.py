"""Owns where a table stands in a sheet, and which of the sheet's columns are which of the table's."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.declared.table import Table
from data_sources.reading.cells import Cells, letter
from data_sources.recognising.parts import filled_down


@dataclass(frozen=True)
class Layout:
    """Where a table stands in a sheet.

    `columns`: column name → column number of the cells. `headings`: column number → text in the file.
    `proposed`: column name → column number that likeness suggests, for a person to decide.
    `missing`: required columns that were not found. Complete when that is empty.
    `twice`: column name → the columns whose heading is given again; the first stands.
    `answers`: column name → the columns whose headings are themselves answers to it ("Møtt", "Avbud").
    """

    table: Table
    row: int
    columns: Mapping[str, int]
    headings: Mapping[int, str]
    proposed: Mapping[str, int]
    missing: tuple[str, ...]
    twice: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    answers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Every required column was found."""
        return not self.missing

    @property
    def read(self) -> frozenset[int]:
        """The columns of the sheet that are read."""
        return frozenset(self.columns.values()).union(*self.answers.values())

    @property
    def fingerprint(self) -> str:
        """The same for files with the same headings, so a choice made once can be remembered."""
        return fingerprint(self.headings.values())

    def place(self, column: str) -> tuple[str, str]:
        """The letter and the heading of a column as the file shows them; empty where it has none."""
        index = self.columns.get(column)
        if len(several := self.answers.get(column, ())) > 1:
            return letter(several[0]), " / ".join(self.headings[answer_index] for answer_index in several)
        return ("", "") if index is None else (letter(index), self.headings.get(index, ""))


def fingerprint(headings: Iterable[str]) -> str:
    """A short name for a set of headings, whatever their order."""
    words = sorted(normalise(word) for word in headings)
    return hashlib.blake2b("\x1f".join(words).encode(), digest_size=12).hexdigest()


def rows_below(cells: Cells, layout: Layout) -> pl.DataFrame:
    """The rows under the headings that hold anything. A cell merged over several rows is said of each of them."""
    body = cells.frame.filter(pl.col("row") > layout.row)
    for index in set(layout.columns.values()):
        spans = [(top, bottom) for top, left, bottom, _ in cells.merged if left == index and layout.row < top < bottom]
        if spans:
            body = filled_down(body, index, spans)
    return body
