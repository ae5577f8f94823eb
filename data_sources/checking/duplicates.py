"""Owns what one file says twice: the same number in two sheets, and a sheet that collects the others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from data_sources.checking.check import MOST_SAID, Checked
from data_sources.checking.problems import Problem
from data_sources.declared.table import Severity

_FEW = 5  # rows: fewer may well be the same in two sheets


def without_repeats(sheets: Sequence[Checked]) -> tuple[Checked, ...]:
    """Where sheets of one file give the same number, the first stands and the later row fails."""
    seen: dict[str, pl.DataFrame] = {}
    kept = []
    for sheet in sheets:
        table = sheet.layout.table
        if table.key_repeats:
            kept.append(sheet)
            continue
        keys = [*table.key]
        before = seen.get(table.name, sheet.rows.clear().select(keys))
        repeated = sheet.rows.join(before, on=keys, how="semi", maintain_order="left")
        again, days = repeated["row"].to_list(), repeated[table.date].to_list()
        column, heading = sheet.layout.place(keys[0])
        fault = "row-in-earlier-sheet"
        repeats = [
            Problem(sheet.sheet, row, column, heading, keys[0], fault, Severity.STOPS) for row in again[:MOST_SAID]
        ]
        tally = Counter(sheet.tally) + Counter({(keys[0], fault, Severity.STOPS.value): len(again)})
        standing = sheet.rows.join(before, on=keys, how="anti", maintain_order="left")
        seen[table.name] = pl.concat([before, standing.select(keys)])
        problems = tuple(sorted([*sheet.problems, *repeats], key=lambda problem: problem.row))
        failed = sorted([*zip(sheet.failed, sheet.failed_on, strict=True), *zip(again, days, strict=True)])
        rows, on = tuple(row for row, _ in failed), tuple(day for _, day in failed)
        kept.append(
            replace(sheet, rows=standing, problems=problems, failed=rows, failed_on=on, tally=tally) if again else sheet
        )
    return tuple(kept)


def without_collections(sheets: Sequence[Checked]) -> tuple[Checked, ...]:
    """A sheet whose rows all stand in the other sheets too ("Hele året") is not counted once more."""
    standing = list(sheets)
    for sheet in sorted(sheets, key=lambda checked: -checked.rows.height):
        others = [
            other.rows
            for other in standing
            if other.layout.table.name == sheet.layout.table.name and other.sheet != sheet.sheet
        ]
        if sheet.rows.height < _FEW or not sheet.layout.table.key_repeats or not others or _is_anonymous(sheet):
            continue
        if _stands_in(sheet.rows, pl.concat(others)):
            standing[standing.index(sheet)] = _let_go(sheet)
    return tuple(standing)


def _is_anonymous(sheet: Checked) -> bool:
    """Are these a survey's answers of nobody known? A few of them are soon as some others are, by chance."""
    return sheet.layout.table.rounds and sheet.rows["participant"].null_count() == sheet.rows.height


def _stands_in(rows: pl.DataFrame, others: pl.DataFrame) -> bool:
    """Is every row among the others, as often?"""
    columns = [name for name in rows.columns if name != "row"]
    own, theirs = (frame.group_by(columns).len() for frame in (rows, others))
    both = own.join(theirs, on=columns, how="left", nulls_equal=True)
    return bool(both.select((pl.col("len_right").fill_null(0) >= pl.col("len")).all()).item())


def _let_go(sheet: Checked) -> Checked:
    warning = "rows-in-other-sheets"
    table, rows = sheet.layout.table, str(sheet.rows.height)
    problem = Problem(sheet.sheet, sheet.layout.row, "", "", table.date, warning, Severity.WARNS, rows)
    return replace(
        sheet,
        rows=sheet.rows.clear(),
        problems=(problem, *sheet.problems),
        ignored=(*sheet.ignored, *sheet.rows["row"].to_list()),
        tally={**sheet.tally, (table.date, warning, Severity.WARNS.value): 1},
    )
