"""Owns sums of rows in every cell, margins included."""

import functools
from collections.abc import Sequence
from itertools import combinations

import polars as pl

from dashboard.counting.cells import ALL, CELL


def cube(frame: pl.DataFrame, names: Sequence[str], sums: list[pl.Expr]) -> pl.DataFrame:
    """Sums for every combination of the dimensions in `names`, each with its "all": the columns of CELL and sums."""
    rows, parts = frame.lazy(), list[pl.LazyFrame]()
    for kept, margins in _margins(tuple(names)):
        # One plan for all of it: each question asked of Polars by itself costs more than small sums do. Of no rows
        # there is no sum, which grouping by a word instead of a column would make up.
        grouped = rows.group_by(kept, maintain_order=True) if kept else rows.with_columns(margins[0]).group_by(CELL[0])
        parts.append(grouped.agg(sums).with_columns(margins).select(_MEMBERS, _SUMS))
    return pl.concat(parts).unique(CELL, keep="first", maintain_order=True).collect()


_MEMBERS, _SUMS = pl.col(CELL).cast(pl.String), pl.exclude(CELL)


@functools.lru_cache(maxsize=64)
def _margins(names: tuple[str, ...]) -> tuple[tuple[list[str], list[pl.Expr]], ...]:
    """What each part of a cube is grouped by, and its columns of CELL that are all of them together, in order."""
    every = {name: pl.lit(ALL).alias(name) for name in CELL}
    return tuple(
        (list(kept), [each for name, each in every.items() if name not in kept])
        for width in range(len(names) + 1)
        for kept in combinations(names, width)
    )
