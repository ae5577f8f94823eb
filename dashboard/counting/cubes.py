"""Owns sums of rows in every cell, margins included."""

from collections.abc import Sequence
from itertools import combinations

import polars as pl

from dashboard.counting.cells import ALL, CELL


def cube(frame: pl.DataFrame, names: Sequence[str], sums: list[pl.Expr]) -> pl.DataFrame:
    """Sums for every combination of the dimensions in `names`, each with its "all": the columns of CELL and sums."""
    parts = []
    for width in range(len(names) + 1):
        for kept in combinations(names, width):
            margins = [pl.lit(ALL).alias(name) for name in CELL if name not in kept]
            parts.append(frame.with_columns(margins).group_by(CELL, maintain_order=True).agg(sums))
    return pl.concat(parts).unique(CELL, keep="first", maintain_order=True)
