"""Owns finding national identity numbers, wherever in a workbook they turn up. Never repeats one."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from data_sources.reading.cells import EVERY_TEXT, Cells, letter

# What people put between a birth date and the five figures after it, seen or unseen.
_GAP = r"[\s\u00a0\u202f\u00ad\u200b-\u200d\u2060\ufeff\u2010-\u2015\u2212-]{0,3}"
_FIGURES = rf"[0-9]{{5,6}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}"
_DECIMALS = r"[.,](?=[0-9]*[1-9])[0-9]{1,8}(?![0-9])"
# Eleven figures: not inside a longer run of figures, not a telephone number with its country's code, and not
# with decimals; ".0" is no decimal but how a system wrote a whole number.
_ELEVEN = re.compile(rf"(?<![0-9+])(?<![0-9][.,])([0-9]{{6}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}})(?![0-9])(?!{_DECIMALS})")
# Ten, where Excel took a number for a number and dropped the leading zero: then they are the whole cell.
_TEN = re.compile(rf"^\s*([0-9]{{5}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}})(?:[.,]0*)?\s*$")

_SUSPECTS = pl.col(EVERY_TEXT).filter(pl.col(EVERY_TEXT).str.contains(_FIGURES)).unique().implode()

Place: TypeAlias = tuple[str, int, str]
"""Sheet, row, column letter. For a sheet's own name: "", the sheet's number from 1, ""."""


def places(sheets: Sequence[Cells], most: int | None = None) -> list[Place]:
    """Where identity numbers stand, no more than `most`. A sheet's name that holds one is pointed at, not repeated."""
    standing: list[Place] = []
    for cells in sheets:
        name = cells.sheet
        if holds_number(name):
            name = ""
            standing.append(("", cells.position + 1, ""))
        for column in cells.frame.select(_SUSPECTS) if cells.columns else ():
            guilty = [text for text in column[0] if holds_number(text)]
            rows = cells.frame.filter(pl.col(column.name).is_in(guilty))["row"] if guilty else ()
            standing += [(name, row, letter(int(column.name[1:]))) for row in rows]
            if most is not None and len(standing) >= most:
                return standing[:most]
    return standing


def holds_number(text: str) -> bool:
    """Does the text hold something that must be taken for an identity number?

    The control figures are not relied on: numbers given out from 2032 have other remainders. The first
    six figures must be a date (day +40 for D-numbers; month +40 for H-numbers, +80 for test numbers), or
    the number begins with 8 or 9 (FH numbers).
    """
    candidates = [*_ELEVEN.findall(text), *_TEN.findall(text)]
    return any(_is_identity(re.sub(r"[^0-9]", "", figures)) for figures in candidates)


def without_numbers(text: str) -> str:
    """A name that may be shown: what would be taken for an identity number is blotted out."""
    blotted = _ELEVEN.sub(lambda match: "•" * 11 if holds_number(match[0]) else match[0], text)
    return "•" * 11 if holds_number(blotted) else blotted


def _is_identity(digits: str) -> bool:
    digits = digits.zfill(11)
    if digits[0] in "89":
        return True
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= 40 if day > 40 else 0
    month -= 80 if month > 80 else 40 if month > 40 else 0
    return any(_exists(century + year, month, day) for century in (1800, 1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
