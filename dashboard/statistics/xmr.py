"""Owns the lines of a control chart: what they are, and where they lie for individual values and for gaps.

Counts, shares and rates have theirs in `count_limits`. Every function takes one value per period, None where
there is none, and an optional rebase group per point; each group gets its own lines. What lies on a limit is
inside it. What is not a finite number is an error (ValueError), so no line is ever NaN.
"""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise

FEWEST_FIXED = 12
SCREEN = 3.267  # moving ranges beyond this many averages are outliers (D4 for pairs)
SIGMA_OF_RANGE = 1.128  # the mean moving range of a normal series, in standard deviations (d2 for pairs)


@dataclass(frozen=True)
class Lines:
    """The lines at one point, in the unit of the value: None where that line cannot be drawn."""

    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    near_lower: float | None = None
    near_upper: float | None = None


@dataclass(frozen=True)
class ChartRules:
    """Where schools differ. The defaults are this project's; others' serve comparison with them, in the tests.

    `screened`: leave outlying moving ranges out. Off, because with it 1, 1, 1, 1, 2 flags every point.
    `flat_collapses`: a series that never moves gets limits equal to its mean, instead of none.
    `outermost_count`: points beyond a limit count among the two in three.
    `trend_counts`: a trend alone makes a point an improvement or a deterioration, instead of information.
    `range_factor`: from mean moving range to limit.
    """

    screened: bool = False
    flat_collapses: bool = False
    outermost_count: bool = True
    trend_counts: bool = False
    range_factor: float = 2.66


HOUSE = ChartRules()

Groups = Sequence[int] | None


def rebase_groups(days: Sequence[date], rebased: Sequence[date]) -> list[int]:
    """The group of each point: a rebase date is the first point of its group.

    A date on which there is no point does nothing.
    """
    starts = set(rebased)
    return list(accumulate(int(day in starts) for day in days))


def check_finite(values: Sequence[float | None]) -> None:
    """ValueError when any value is not a finite number; None is a gap and passes."""
    if not all(math.isfinite(value) for value in values if value is not None):
        raise ValueError("a value to chart is not a finite number")


def by_group(groups: Groups, n: int, lines_of: Callable[[slice], list[Lines]]) -> list[Lines]:
    """The lines of n points, each rebase group's own. ValueError when groups and points differ in number."""
    if groups is None:
        return lines_of(slice(0, n))
    if len(groups) != n:
        raise ValueError(f"{len(groups)} groups for {n} points")
    edges = [0, *(i for i in range(1, n) if groups[i] != groups[i - 1]), n]
    return [line for start, end in pairwise(edges) for line in lines_of(slice(start, end))]


def mean_range(values: Sequence[float | None], screened: bool) -> float | None:
    """The mean absolute difference of neighbours, never across a gap; None where none are left."""
    ranges = [abs(later - earlier) for earlier, later in pairwise(values) if earlier is not None and later is not None]
    if ranges and screened:
        bound = SCREEN * statistics.fmean(ranges)
        ranges = [moved for moved in ranges if moved < bound]
    return statistics.fmean(ranges) if ranges else None


def around(centre: float, half: float, floor: float = -math.inf, ceiling: float = math.inf) -> Lines:
    """Limits at `half` from the centre and near limits at two thirds of it, kept within floor and ceiling."""
    near = half * 2 / 3
    edges = (centre - half, centre + half, centre - near, centre + near)
    return Lines(centre, *(min(max(edge, floor), ceiling) for edge in edges))


def xmr(
    values: Sequence[float | None],
    groups: Groups = None,
    rules: ChartRules = HOUSE,
    fix_after_n_points: int | None = None,
) -> list[Lines]:
    """Individual values: mean ± 2.66·AMR, near limits at two thirds of that, not clipped.

    `fix_after_n_points` (at least 12) takes mean and limits from the first so many points; it goes with one
    group only. ValueError otherwise. Source: Wheeler, Understanding variation, 2000.
    """
    check_finite(values)
    if fix_after_n_points is not None:
        if fix_after_n_points < FEWEST_FIXED:
            raise ValueError(f"limits cannot be fixed after fewer than {FEWEST_FIXED} points")
        if groups is not None and len(set(groups)) > 1:
            raise ValueError("limits are either fixed or rebased")

    def lines_of(part: slice) -> list[Lines]:
        row = values[part]
        base = row[:fix_after_n_points]
        numbers = [value for value in base if value is not None]
        if not numbers:
            return [Lines()] * len(row)
        # statistics.mean rounds once only: a constant series must lie on its own mean.
        centre, moved = float(statistics.mean(numbers)), mean_range(base, rules.screened)
        if moved is None or (moved == 0 and not rules.flat_collapses):
            return [Lines(centre)] * len(row)
        return [around(centre, rules.range_factor * moved)] * len(row)

    return by_group(groups, len(values), lines_of)


def g_chart(values: Sequence[float | None], groups: Groups = None) -> list[Lines]:
    """Cases between rare events: mean ± 3√(mean(mean + 1)), not below 0; the centre drawn is the median.

    ValueError when a number of cases is below 0.
    Source: Provost & Murray, The health care data guide, 2011; Montgomery 7.3.
    """
    check_finite(values)
    if any(value is not None and value < 0 for value in values):
        raise ValueError("cases between events cannot be below 0")

    def lines_of(part: slice) -> list[Lines]:
        numbers = [value for value in values[part] if value is not None]
        if not numbers:
            return [Lines()] * len(values[part])
        mean = statistics.fmean(numbers)
        lines = around(mean, 3 * math.sqrt(mean * (mean + 1)), 0.0)
        return [replace(lines, centre=float(statistics.median(numbers)))] * len(values[part])

    return by_group(groups, len(values), lines_of)
