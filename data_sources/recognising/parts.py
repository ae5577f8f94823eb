"""Owns parts of a sheet: some of its rows, and cells that are merged and so said of several rows."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from data_sources.reading.cells import Cells, Kind


def rows_between(cells: Cells, first: int, end: int | None = None) -> Cells:
    """The part of a sheet from a row to before another; to its end where there is no other."""
    if end is None and (cells.frame["row"] >= first).all():
        return cells
    inside = (pl.col("row") >= first) & (pl.lit(end is None) | (pl.col("row") < (end or 0)))
    frame = cells.frame.filter(inside)
    rows = set(frame["row"]) if cells.hidden_rows else set()
    return replace(cells, frame=frame, hidden_rows=tuple(row for row in cells.hidden_rows if row in rows))


def columns_between(cells: Cells, first: int, end: int) -> Cells:
    """The part of a sheet from a column to before another; rows that hold nothing in it are left out."""
    within = [index for index in cells.columns if first <= index < end]
    frame = cells.frame.select("row", *[f"{part}{index}" for index in within for part in "tk"])
    held = pl.any_horizontal(pl.lit(False), *[pl.col(f"k{index}") != Kind.BLANK.value for index in within])
    merged = tuple(area for area in cells.merged if first <= area[1] < end)
    return replace(cells, frame=frame.filter(held), merged=merged)


def filled_down(body: pl.DataFrame, index: int, spans: Sequence[tuple[int, int]]) -> pl.DataFrame:
    """A column in which merged cells, from the first row to the last, say the same in every row."""
    text, kind = f"t{index}", f"k{index}"
    merged = pl.DataFrame(spans, schema={"top": pl.UInt32, "bottom": pl.UInt32}, orient="row").sort("top")
    first = body.select(pl.col("row").alias("top"), pl.col(text).alias("text"), pl.col(kind).alias("kind"))
    joined = body.join_asof(
        merged.join(first, on="top", maintain_order="left"), left_on="row", right_on="top", check_sortedness=False
    )
    inside = (pl.col("row") <= pl.col("bottom")) & (pl.col(kind) == Kind.BLANK.value)
    return joined.with_columns(
        pl.when(inside).then(pl.col("text")).otherwise(pl.col(text)).alias(text),
        pl.when(inside).then(pl.col("kind")).otherwise(pl.col(kind)).alias(kind),
    ).select(body.columns)
