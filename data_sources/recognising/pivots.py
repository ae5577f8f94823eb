"""Owns which sheets are pivot tables: sums of rows that stand elsewhere, and nothing that can be taken in."""

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.reading.cells import DEEPEST_HEADING, Cells

_WORDS = {
    "radetiketter",
    "radetikettar",
    "kolonneetiketter",
    "kolonneetikettar",
    "row labels",
    "column labels",
    "totalsum",
    "grand total",
}
"""What Excel itself writes in one, in the languages our offices have it in."""


def is_pivot(cells: Cells) -> bool:
    """Does Excel's own wording stand in it, at the top or as the last row's name?"""
    ends = pl.concat([cells.frame.head(DEEPEST_HEADING), cells.frame.tail(2)])
    return any(normalise(text) in _WORDS for index in cells.columns for text in ends[f"t{index}"].drop_nulls())
