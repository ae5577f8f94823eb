"""Owns the attack on shares of appointments: does an interval tell more than the share and the base beside it?"""

from collections.abc import Callable, Iterator
from math import sqrt
from typing import TypeVar

import polars as pl

from dashboard.counting.cells import CELL
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY

Z = 1.959964
# How many times more a share varies because the same persons come again, in tenths: beyond it, who missed is told.
MOST_TENTHS = 40
Found = TypeVar("Found")


def shares_that_tell_more(
    family: str, period: str, frame: pl.DataFrame, k: int, breach: Callable[..., Found]
) -> Iterator[Found]:
    """Every share whose interval leaves fewer possible numbers of appointments than share and base alone.

    Also one that is shown exactly though it says that the fewer side is below k, or that is no whole per cent.
    """
    shares = [key for key, indicator in BY_KEY.items() if indicator.measure is Measure.SHARE_OF_ROWS]
    rows = frame.filter(pl.col("indicator").is_in(shares), pl.col("value").is_not_null(), pl.col("bound") == "")
    for row in rows.iter_rows(named=True):
        cell = tuple(row[name] for name in CELL)
        open_to = list(_appointments(row["value"], row["base"] or 0))
        fewer = {min(x, n - x) for x, n in open_to}
        if not open_to:
            yield breach(family, period, cell, "share", 0, 0)
        elif max(fewer) < k:
            yield breach(family, period, cell, "share", min(fewer), max(fewer))
        elif row["low"] is not None and not _says_nothing_more(row):
            left = {min(x, n - x) for x, n in open_to if _rounded(_wilson(x, n), row)}
            yield breach(family, period, cell, "interval", min(left, default=0), max(left, default=0))


def shares_that_are_missing(
    family: str, period: str, frame: pl.DataFrame, k: int, breach: Callable[..., Found]
) -> Iterator[Found]:
    """Every share without a number beside persons who are shown: so few appointments hid it that absences are told.

    A share that no cell of the publication has is one that was not reckoned then.
    """
    is_told = pl.col("value").is_not_null() | (pl.col("bound") != "")
    persons = [k for k, i in BY_KEY.items() if i.measure is Measure.PERSONS and i.family.key == family]
    shares = [k for k, i in BY_KEY.items() if i.measure is Measure.SHARE_OF_ROWS and i.family.key == family]
    somebody = frame.filter(pl.col("indicator").is_in(persons), pl.col("value") > 0).select(CELL) if shares else frame
    for key in shares:
        own = frame.filter(pl.col("indicator") == key)
        if not own.filter(is_told).is_empty():
            for cell in own.filter(~is_told).join(somebody, on=CELL, how="semi").select(CELL).iter_rows():
                yield breach(family, period, cell, "share missing", 0, k - 1)


def _appointments(share: float, base: float) -> Iterator[tuple[int, int]]:
    """Every (attended, agreed) that is rounded to this share and base."""
    for n in range(max(1, int(base) - 5), int(base) + 5):
        nearest = round(share * n)
        reach = int(0.006 * n) + 1  # no other number of so many is as near
        for x in range(max(0, nearest - reach), min(n, nearest + reach) + 1):
            if abs(x / n - share) < 0.005 + 1e-9:
                yield x, n


def _says_nothing_more(row: dict[str, float]) -> bool:
    """Is the interval what anybody would work out from share, base and one number in tenths, in whole per cents?"""
    whole = all(abs(row[end] * 100 - round(row[end] * 100)) < 1e-6 for end in ("low", "high"))
    bases = (row["base"] / (tenths / 10) for tenths in range(10, MOST_TENTHS + 1))
    return whole and any(_rounded(_wilson(row["value"] * base, base), row) for base in bases)


def _rounded(ends: tuple[float, float], row: dict[str, float]) -> bool:
    return all(abs(end - row[name]) <= 0.005 + 1e-9 for end, name in zip(ends, ("low", "high"), strict=True))


def _wilson(x: float, n: float) -> tuple[float, float]:
    middle, reach = x + Z * Z / 2, Z * sqrt(x * (n - x) / n + Z * Z / 4)
    return (middle - reach) / (n + Z * Z), (middle + reach) / (n + Z * Z)
