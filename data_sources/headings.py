"""Owns which column is which: headings as the table declares them, as the model adds, as was chosen last time.

Likeness only ever proposes. No threshold tells "fødselsår/fødselsnr" from "dato for oppstart/oppstartsdato".
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from rapidfuzz import fuzz, process

from data_sources.cells import Cells, Kind, letter
from data_sources.model import Model
from data_sources.table import Column, Table
from data_sources.values import normalise

DEEPEST_HEADING = 30  # titles and logos stand above the table; nobody puts thirty rows of them there


@dataclass(frozen=True)
class Layout:
    """Where a table stands in a sheet.

    `columns`: column name → column number of the cells. `headings`: column number → text in the file.
    `proposed`: column name → column number that likeness suggests, for a person to decide.
    `missing`: required columns that were not found. Complete when that is empty.
    """

    table: Table
    row: int
    columns: Mapping[str, int]
    headings: Mapping[int, str]
    proposed: Mapping[str, int]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Every required column was found."""
        return not self.missing

    @property
    def fingerprint(self) -> str:
        """The same for files with the same headings, so a choice made once can be remembered."""
        return fingerprint(self.headings.values())

    def place(self, column: str) -> tuple[str, str]:
        """The letter and the heading of a column as the file shows them; empty where it has none."""
        index = self.columns.get(column)
        return ("", "") if index is None else (letter(index), self.headings.get(index, ""))


def fingerprint(headings: Iterable[str]) -> str:
    """A short name for a set of headings, whatever their order."""
    words = sorted(normalise(word) for word in headings)
    return hashlib.blake2b("\x1f".join(words).encode(), digest_size=12).hexdigest()


def recognise(
    cells: Cells,
    tables: Sequence[Table],
    model: Model,
    chosen: Mapping[str, Mapping[str, str]] | None = None,
) -> Layout | None:
    """The table a sheet holds and its columns, or None where no row looks like headings.

    `chosen`: headings' fingerprint → column name → heading, as somebody decided before.
    The row with the most known headings wins; a complete table beats an incomplete one.
    """
    best: tuple[tuple[bool, int, bool], Layout] | None = None
    named = normalise(cells.sheet)
    for row, words in _heading_rows(cells):
        for table in tables:
            layout = _match(table, row, words, model, chosen or {})
            if len(layout.columns) < 2:
                continue
            sheet_named = any(normalise(heading) in named for heading in table.headings)
            rank = (layout.complete, len(layout.columns), sheet_named)
            if best is None or rank > best[0]:
                best = (rank, layout)
    return best[1] if best else None


def _heading_rows(cells: Cells) -> list[tuple[int, dict[int, str]]]:
    """The first rows as (row, column number → text), those with at least two text cells."""
    found = []
    for values in cells.frame.head(DEEPEST_HEADING).iter_rows(named=True):
        words = {
            index: values[f"t{index}"]
            for index in cells.columns
            if values[f"k{index}"] == Kind.TEXT and values[f"t{index}"].strip()
        }
        if len(words) >= 2:
            found.append((values["row"], words))
    return found


def _match(
    table: Table, row: int, words: Mapping[int, str], model: Model, chosen: Mapping[str, Mapping[str, str]]
) -> Layout:
    remembered = chosen.get(fingerprint(words.values()), {})
    by_word: dict[str, int] = {}
    for index, word in words.items():
        by_word.setdefault(normalise(word), index)  # the same heading twice: the first stands
    columns: dict[str, int] = {}
    for column in table.columns:
        for spelling in _spellings(column, table, model, remembered):
            index = by_word.get(spelling)
            if index is not None and index not in columns.values():
                columns[column.name] = index
                break
    free = {normalise(word): index for word, index in zip(words.values(), words, strict=True)}
    free = {word: index for word, index in free.items() if index not in columns.values()}
    absent = [column for column in table.columns if column.name not in columns]
    proposed = {column.name: index for column in absent if (index := _likely(column, free)) is not None}
    missing = tuple(column.name for column in absent if column.required)
    return Layout(table, row, columns, dict(words), proposed, missing)


def _spellings(column: Column, table: Table, model: Model, remembered: Mapping[str, str]) -> list[str]:
    """What this column may be called, what was decided before and by the model first."""
    own = model.headings.get(table.name, {}).get(column.name, ())
    words = [*([remembered[column.name]] if column.name in remembered else []), *own, *column.headings]
    return [normalise(word) for word in words]


def _likely(column: Column, free: Mapping[str, int]) -> int | None:
    """The free heading most like one of the column's own, for the drop-down."""
    found = [
        match
        for heading in column.headings
        if (match := process.extractOne(normalise(heading), free.keys(), scorer=fuzz.ratio, score_cutoff=70))
    ]
    return free[max(found, key=lambda match: match[1])[0]] if found else None


def is_wide_register(cells: Cells) -> int | None:
    """The heading row of a register with a row per person and a column per date, or None."""
    for values in cells.frame.head(DEEPEST_HEADING).iter_rows(named=True):
        dated = [i for i in cells.columns if values[f"k{i}"] in {Kind.DATE, Kind.DATETIME}]
        texts = [i for i in cells.columns if values[f"k{i}"] == Kind.TEXT]
        if len(dated) >= 3 and texts:
            return int(values["row"])
    return None


def rows_below(cells: Cells, layout: Layout) -> pl.DataFrame:
    """The rows under the headings that hold anything."""
    return cells.frame.filter(pl.col("row") > layout.row)
