"""Owns finding national identity numbers, wherever in a workbook they turn up. Never repeats one."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from data_sources.cells import Cells, letter

# Eleven digits, perhaps with a space, hyphen or non-breaking space before the last five; or ten, where
# Excel dropped the leading zero. Not inside a longer run of digits, nor inside a decimal number.
_CANDIDATE = r"(?:^|[^0-9.,])([0-9]{5,6}[ \u00a0\u202f-]?[0-9]{5})(?:$|[^0-9.,]|[.,](?:$|[^0-9]))"
_PATTERN = re.compile(_CANDIDATE)

Place: TypeAlias = tuple[str, int, str]  # sheet, row, column letter; a sheet's own name: "", its position from 1, ""


def places(sheets: Sequence[Cells]) -> list[Place]:
    """Where identity numbers stand. A sheet's name that holds one is pointed at, never repeated."""
    found: list[Place] = []
    for cells in sheets:
        name = cells.sheet
        if holds_number(name):
            name = ""
            found.append(("", cells.position + 1, ""))
        for index in cells.columns:
            text = f"t{index}"
            suspects = cells.frame.select("row", text).filter(pl.col(text).str.contains(_CANDIDATE))
            found += [
                (name, row, letter(index)) for row, value in suspects.iter_rows() if holds_number(value)
            ]
    return found


def holds_number(text: str) -> bool:
    """Does the text hold something that must be taken for an identity number?

    The control digits are not relied on: numbers given out from 2032 have other remainders. The first
    six digits must be a date (day +40 for D-numbers; month +40, +65 or +80 for H-, and test numbers), or
    the number begins with 8 or 9 (FH numbers).
    """
    return any(_is_identity(re.sub(r"\D", "", match)) for match in _PATTERN.findall(text))


def _is_identity(digits: str) -> bool:
    digits = digits.zfill(11)
    if digits[0] in "89":
        return True
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= 40 if day > 40 else 0
    for shift in (80, 65, 40):
        if month > shift:
            month -= shift
            break
    return any(_exists(century + year, month, day) for century in (1800, 1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
