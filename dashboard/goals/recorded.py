"""Owns whether files record what a goal is about: where hardly anybody is ever said to have missed, nobody writes it;
and what a number could be where many outcomes are not written.

Read from shown numbers alone. That there was "not one" is a count, which a bound beside it keeps to itself.
"""

from dataclasses import dataclass

import polars as pl

from dashboard.counting.indicator import Indicator, Measure
from dashboard.statistics.direction import Direction

# Of so many appointments more than this part would have been cancelled, or missed, if that were written down.
ENOUGH, HARDLY_ANY = 100, 0.02
UNRECORDED = "unrecorded_rate"
MUCH = 0.05  # of the appointments: beyond it, what a number could be is said


def hardly_recorded(indicator: Indicator, window: pl.DataFrame, years: pl.DataFrame) -> bool:
    """Is the number in every period of the window, and two per cent at the most of all of it or of the newest year, a
    bound of the threshold? `window`, `years`: period, value, base, bound of shown numbers."""
    side = "at_least" if indicator.better is Direction.UP else "at_most"
    if (
        indicator.key == UNRECORDED
        or indicator.measure is not Measure.SHARE_OF_ROWS
        or window.is_empty()
        or (window["bound"] != side).any()
    ):
        return False
    return any(_hardly_any(shown, side) for shown in (window, years.sort("period").tail(1)))


def _hardly_any(shown: pl.DataFrame, side: str) -> bool:
    base = float(shown.select(pl.col("base").fill_null(0).sum()).item())
    if base < ENOUGH or (shown["bound"] != side).any():
        return False
    most = 1 - pl.col("value") if side == "at_least" else pl.col("value")
    return float(shown.select((most * pl.col("base")).sum()).item()) <= HARDLY_ANY * base + 1e-9


@dataclass(frozen=True)
class Unwritten:
    """`share` of the appointments (0–1) whose outcome nobody has written, and what the number would be at the lowest
    and at the highest if it were written of all of them."""

    share: float
    lowest: float
    highest: float


def unwritten(numerator: float | None, n: float | None, shown: pl.DataFrame) -> Unwritten | None:
    """What `numerator` of `n` appointments could be; None where no more than MUCH of the outcomes are missing.

    `shown`: value, base, bound of the outcomes that are not written, of the same periods. A bound says that there were
    fewer than the threshold, which are none here.
    """
    exact = shown.filter(pl.col("bound") == "")
    missing = float(exact.select((pl.col("value") * pl.col("base")).sum()).item())
    every = float(shown.select(pl.col("base").fill_null(0).sum()).item())
    if numerator is None or not n or not every or missing / every <= MUCH:
        return None
    return Unwritten(missing / every, numerator / (n + missing), (numerator + missing) / (n + missing))
