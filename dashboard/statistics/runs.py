"""Owns patterns in a row of points: trends, shifts, two in three, and Anhøj's rules for a run chart.

The three pattern functions work inside one rebase group and know nothing of limits: they take what each point
is (its value, its side of the mean as −1, 0 or 1, whether it lies far out) and give one mark per point.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

IN_A_ROW = 7
JUDGED_FROM = 10  # Anhøj's rules have too little power below ten useful points


@dataclass(frozen=True)
class Runs:
    """Anhøj's analysis of one row of points about its centre line.

    `useful` counts the points off the line. `signal` is the rule itself; `judged` says whether there is
    enough to lean on it: ten useful points, and at most a third of all points on the line.
    """

    useful: int
    longest_run: int
    longest_run_max: int
    crossings: int
    crossings_min: int
    signal: bool
    judged: bool


def trend_ends(values: Sequence[float | None]) -> list[int]:
    """1 where the seventh of seven rising points stands (six strict steps), −1 falling, 0 elsewhere.

    A tie or a gap breaks the trend.
    """
    steps = [0, *(_sign(earlier, later) for earlier, later in pairwise(values))]
    return [_all_alike(steps[max(i - IN_A_ROW + 2, 0) : i + 1], IN_A_ROW - 1) for i in range(len(values))]


def shift_ends(sides: Sequence[int]) -> list[int]:
    """The side where the seventh of seven points strictly on one side of the mean stands, 0 elsewhere.

    A point on the mean or a gap (side 0) breaks the run.
    """
    return [_all_alike(sides[max(i - IN_A_ROW + 1, 0) : i + 1], IN_A_ROW) for i in range(len(sides))]


def spread_back(ends: Sequence[int]) -> list[int]:
    """Marks on the seventh point, given to all seven; where two patterns meet, the later one's mark."""
    marks = [0] * len(ends)
    for i, mark in enumerate(ends):
        if mark:
            marks[max(i - IN_A_ROW + 1, 0) : i + 1] = [mark] * min(i + 1, IN_A_ROW)
    return marks


def two_in_three(far: Sequence[bool], sides: Sequence[int]) -> list[bool]:
    """Every point of each three neighbours on one side of the mean, at least two of which lie far out."""
    marks = [False] * len(far)
    for i in range(len(far) - 2):
        if abs(sum(sides[i : i + 3])) == 3 and sum(map(bool, far[i : i + 3])) >= 2:
            marks[i : i + 3] = [True] * 3
    return marks


def _sign(earlier: float | None, later: float | None) -> int:
    if earlier is None or later is None:
        return 0
    return (later > earlier) - (later < earlier)


def _all_alike(signs: Sequence[int], length: int) -> int:
    return signs[0] if len(signs) == length and signs[0] and len(set(signs)) == 1 else 0


def anhoej(values: Sequence[float | None], centre: float | None = None) -> Runs:
    """The longest run and the crossings of the centre line (the median unless given), against their bounds.

    Points on the line and gaps are passed over: they neither break nor lengthen a run. ValueError when a value
    is not finite.
    Source: Anhøj & Olesen, PLoS One 2014; 9: e113825, after Schilling 2012 (runs) and Chen 2010 (crossings).
    """
    numbers = [value for value in values if value is not None]
    if not all(map(math.isfinite, numbers)):
        raise ValueError("a value to look for runs in is not a finite number")
    line = centre if centre is not None else statistics.median(numbers) if numbers else 0.0
    sides = [_sign(line, value) for value in numbers]
    useful = [side for side in sides if side]
    crossings = sum(before != other for before, other in pairwise(useful))
    longest = run = 0
    for i, side in enumerate(useful):
        run = run + 1 if i and side == useful[i - 1] else 1
        longest = max(longest, run)
    longest_max, crossings_min = longest_run_max(len(useful)), crossings_floor(len(useful))
    return Runs(
        useful=len(useful),
        longest_run=longest,
        longest_run_max=longest_max,
        crossings=crossings,
        crossings_min=crossings_min,
        signal=longest > longest_max or crossings < crossings_min,
        judged=len(useful) >= JUDGED_FROM and 3 * (len(sides) - len(useful)) <= len(sides),
    )


def longest_run_max(useful: int) -> int:
    """The longest run that chance explains among so many useful points: round(log₂ n) + 3; 0 with none."""
    return round(math.log2(useful)) + 3 if useful else 0


def crossings_floor(useful: int) -> int:
    """The fewest crossings chance explains: the 5 % quantile of the binomial(n − 1, ½), in whole numbers."""
    if useful < 1:
        return 0
    tries, crossings, ways = useful - 1, 0, 1
    while 20 * ways < 2**tries:
        crossings += 1
        ways += math.comb(tries, crossings)
    return crossings
