"""Owns what a cell is called: the columns every count and every published number stands under."""

from collections.abc import Collection

import polars as pl

ALL = "all"
"""The member of a dimension that is all of them together: a margin."""
CELL = ("municipality", "level", "service", "source", "origin", "outcome", "destination", "question", "response")
"""Every dimension any family has. A family without one stands under ALL there."""
KEY = ("period", *CELL)
ELSEWHERE = "elsewhere"
"""People from other municipalities, or of none that is written: one number for the region, in no sum with anything."""


def whole(but: Collection[str] = ("municipality",)) -> pl.Expr:
    """Cells that are broken down by nothing, or by no more than `but` (columns of CELL)."""
    return pl.all_horizontal(pl.col(name) == ALL for name in CELL if name not in but)
