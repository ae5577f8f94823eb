"""Owns the rows of a file that failed, as they stood in it, and how they are known when they come back mended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from data_sources.checking.check import Checked
from data_sources.checking.problems import Problem
from data_sources.declared.spelling import normalise
from data_sources.declared.table import Severity
from data_sources.reading.cells import DEEPEST_HEADING, KIND_TYPE, Cells, Kind, letter
from data_sources.recognising.layout import rows_below
from data_sources.recognising.sheets import TableInSheet

WHAT, WHERE = "Hva er feil", "Rad i filen din"
"""The first two columns. A file that comes back with them is read without them."""
_OURS = {normalise(WHAT), normalise(WHERE)}


@dataclass(frozen=True, eq=False)
class Held:
    """One table's failed rows as they stood in the file. Frames as in `Cells`.

    head: the titles and headings above them. notes: what explains marks ("x = møtt") and stood below.
    row: the row of the headings.
    """

    sheet: str
    row: int
    head: pl.DataFrame
    body: pl.DataFrame
    notes: pl.DataFrame
    problems: tuple[Problem, ...]


def held_back(table: TableInSheet, checked: Checked) -> Held | None:
    """What failed in a table; None where nothing did."""
    if not checked.failed:
        return None
    original = table.original
    layout, frame = checked.layout, original.frame
    failed = pl.col("row").is_in(checked.failed)
    unfolded = set(layout.columns.values()) - set(original.columns)
    body = frame if unfolded else rows_below(original, layout)
    texts = [pl.col(f"t{index}").str.contains("=", literal=True).fill_null(False) for index in original.columns]
    rows = set(checked.failed)
    problems = tuple(problem for problem in checked.problems if problem.row in rows)
    return Held(
        checked.sheet,
        layout.row,
        frame.filter(pl.col("row") <= layout.row).tail(DEEPEST_HEADING),
        _without_kept_answers(body.filter(failed), table, problems),
        frame.filter((pl.col("row") > layout.row) & ~failed & pl.any_horizontal(pl.lit(False), *texts)),
        problems,
    )


def _without_kept_answers(body: pl.DataFrame, table: TableInSheet, problems: Sequence[Problem]) -> pl.DataFrame:
    """A form's failed rows without the answers that were kept: sent again by nobody known, they would be others'."""
    if table.form is None:
        return body
    letters = {letter(index): index for index in table.unfolded}
    stopping = [problem for problem in problems if problem.severity is Severity.STOPS]
    whole = {problem.row for problem in stopping if problem.column not in letters}
    for name, index in letters.items():
        own = whole | {problem.row for problem in stopping if problem.column == name}
        stays = pl.col("row").is_in(list(own))
        body = body.with_columns(
            pl.when(stays).then(pl.col(f"t{index}")).alias(f"t{index}"),
            pl.when(stays).then(pl.col(f"k{index}")).otherwise(pl.lit(Kind.BLANK.value, KIND_TYPE)).alias(f"k{index}"),
        )
    return body


def without_marks(cells: Cells) -> Cells:
    """A sheet as it was before we put our two columns first: itself where it does not have them. One that has them is
    a part of a file that came back, never the whole of it."""
    ours = [
        index
        for index in cells.columns
        if any(normalise(word) in _OURS for values in cells.head if (word := values[f"t{index}"]))
    ]
    if len(ours) < 2:
        return cells
    return replace(cells, frame=cells.frame.drop([f"{part}{index}" for index in ours for part in "tk"]))
