"""Owns the comparison of municipalities: a funnel, row by row in the model's own order, never a ranking.

Computed from published numbers only, as a control chart is. A municipality whose number is hidden keeps its row and
its sign, and has no part in the centre.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.counting.indicator import Indicator
from dashboard.statistics.intervals import FunnelPlace, Interval, funnel_limits, funnel_place, rate_funnel_limits
from dashboard.wall.published import Published, Sign

FEWEST = 3  # two places cannot be told from a difference between two places
PER = 1000


@dataclass(frozen=True)
class FunnelRow:
    """One municipality: its number (a share 0–1, or events per 1 000), what it rests on, and its own limits.

    `size` is appointments or inhabitants. Without a number, `sign` or `bound` says why, and `position` is None.
    """

    key: str
    value: float | None
    size: float | None
    bound: str
    sign: str
    thin: Interval | None
    flag: Interval | None
    position: FunnelPlace | None

    @property
    def flagged(self) -> bool:
        """Beyond 99.8 %: only then may it be called different."""
        return self.position in {FunnelPlace.FAR_BELOW, FunnelPlace.FAR_ABOVE}


@dataclass(frozen=True, eq=False)
class Funnel:
    """Municipalities beside each other in the model's order. `centre` is all the shown ones pooled, None with
    fewer than three of them: then nothing is compared. `phi` has widened the limits of a share."""

    indicator: Indicator
    rows: tuple[FunnelRow, ...]
    centre: float | None
    phi: float
    per: int | None


def of_shares(indicator: Indicator, published: Published, order: Sequence[str], phi: float) -> Funnel:
    """Shares 0–1 of one period. `phi` (≥ 1): how much more they vary than independent appointments would.

    Source: Spiegelhalter, Stat Med 2005; 24: 1185–1202, with each place's size divided by φ.
    """

    def limits(centre: float, size: float, confidence: float) -> Interval | None:
        return funnel_limits(centre, size / phi, confidence)

    return _funnel(indicator, _cells(published), order, limits, phi=phi)


def of_rates(
    indicator: Indicator, published: Published, order: Sequence[str], inhabitants: Mapping[str, int | None]
) -> Funnel:
    """Counts of persons of one period, per 1 000 inhabitants, with exact Poisson limits."""
    rates: dict[str, _Cell] = {}
    for key, (count, _, bound, sign) in _cells(published).items():
        size = inhabitants.get(key)
        if size:
            rates[key] = (None if count is None else count / size, float(size), bound, sign)
        else:
            rates[key] = (None, None, "", sign or Sign.IMPOSSIBLE.value)
    return _funnel(indicator, rates, order, rate_funnel_limits, per=PER)


_Cell = tuple[float | None, float | None, str, str]  # value, size, bound, sign


def _cells(published: Published) -> dict[str, _Cell]:
    columns = ("municipality", "value", "base", "bound", "sign")
    return {key: tuple(cell) for key, *cell in published.frame.select(columns).iter_rows()}


def _funnel(
    indicator: Indicator,
    cells: Mapping[str, _Cell],
    order: Sequence[str],
    limits: Callable[[float, float, float], Interval | None],
    *,
    phi: float = 1.0,
    per: int | None = None,
) -> Funnel:
    valued = {
        key: (value, size)
        for key in order
        if key in cells and (value := cells[key][0]) is not None and not cells[key][2] and (size := cells[key][1])
    }
    centre = None
    if len(valued) >= FEWEST:
        together = math.fsum(size for _, size in valued.values())
        centre = math.fsum(value * size for value, size in valued.values()) / together
    rows = []
    for key in order:
        value, size, bound, sign = cells.get(key, (None, None, "", Sign.MISSING.value))
        thin = flag = position = None
        if centre is not None and key in valued:
            thin, flag = (limits(centre, valued[key][1], sure) for sure in (0.95, 0.998))
            if thin and flag:
                position = funnel_place(valued[key][0], centre, thin, flag)
        edges = (_scaled(thin, per), _scaled(flag, per))
        rows.append(FunnelRow(key, _times(value, per), size, bound, sign, *edges, position))
    return Funnel(indicator, tuple(rows), _times(centre, per), phi, per)


def _times(value: float | None, per: int | None) -> float | None:
    return None if value is None else value * (per or 1)


def _scaled(interval: Interval | None, per: int | None) -> Interval | None:
    return interval and Interval(interval.lower * (per or 1), interval.upper * (per or 1))
