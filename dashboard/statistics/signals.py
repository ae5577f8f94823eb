"""Owns what a control chart says: which points are special, and what that means for us and for a target.

Takes values and the lines drawn for them (`limits`, `count_limits`); knows nothing of where they came from.
Which way is better is always given, never guessed; None means neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.statistics import runs
from dashboard.statistics.direction import Direction
from dashboard.statistics.xmr import HOUSE, ChartRules, Groups, Lines, check_finite

FULL_FROM = 12
_SLACK = 1e-12  # of the largest value: what lies on a line must not fall off it in the last bit


class Signal(StrEnum):
    """Why a point is special, the first that holds in this order: limit, trend, two in three, shift."""

    NONE = "none"
    ABOVE_LIMIT = "above_limit"
    BELOW_LIMIT = "below_limit"
    RISING = "rising"
    FALLING = "falling"
    TWO_IN_THREE_ABOVE = "two_in_three_above"
    TWO_IN_THREE_BELOW = "two_in_three_below"
    SHIFT_ABOVE = "shift_above"
    SHIFT_BELOW = "shift_below"


class Change(StrEnum):
    """What a special point means: better or worse where a direction is declared, else higher or lower."""

    NONE = "none"
    IMPROVEMENT = "improvement"
    DETERIORATION = "deterioration"
    HIGHER = "higher"
    LOWER = "lower"


class Assurance(StrEnum):
    """Whether the process, as it runs now, will meet the target from period to period."""

    WILL_REACH = "will_reach"
    SOMETIMES = "sometimes"
    WILL_MISS = "will_miss"


class Presentation(StrEnum):
    """How much so many points can carry."""

    NUMBERS = "numbers"
    LINE = "line"
    TRIAL_LIMITS = "trial_limits"  # median and dashed limits, no symbols
    FULL = "full"


@dataclass(frozen=True)
class Point:
    """One period: its value and lines, side of the centre (−1, 0, 1), and what makes it special.

    `near` is beyond the near limits but inside the limits. A trend is shown as `signal`; unless the rules let
    it count, `change` comes from the other signals alone.
    """

    value: float | None
    lines: Lines
    group: int
    side: int
    outside: bool
    near: bool
    signal: Signal
    change: Change


@dataclass(frozen=True)
class Chart:
    """A row of points with what may be said of them. `variation` is the last point's change, None with too
    few points for symbols; `assurance` None also without limits, target or direction."""

    points: tuple[Point, ...]
    presentation: Presentation
    variation: Change | None
    assurance: Assurance | None


def presentation(points: int) -> Presentation:
    """Fewer than 3 points: numbers; 3–5: a line; 6–11: trial limits; from 12: limits and symbols."""
    if points < 3:
        return Presentation.NUMBERS
    if points < 6:
        return Presentation.LINE
    return Presentation.TRIAL_LIMITS if points < FULL_FROM else Presentation.FULL


def short_groups(groups: Sequence[int], full_from: int = FULL_FROM) -> list[bool]:
    """For each point, whether its rebase group has too few points for settled limits."""
    return [groups.count(group) < full_from for group in groups]


def signal_of(outside: bool, trend: int, two_in_three: bool, shift: bool, side: int) -> Signal:
    """The first signal that holds; `trend` is 1 rising, −1 falling, 0 none; `side` is of the centre line."""
    if outside:
        return Signal.ABOVE_LIMIT if side > 0 else Signal.BELOW_LIMIT
    if trend:
        return Signal.RISING if trend > 0 else Signal.FALLING
    if two_in_three:
        return Signal.TWO_IN_THREE_ABOVE if side > 0 else Signal.TWO_IN_THREE_BELOW
    if shift:
        return Signal.SHIFT_ABOVE if side > 0 else Signal.SHIFT_BELOW
    return Signal.NONE


_UPWARD = {Signal.ABOVE_LIMIT, Signal.RISING, Signal.TWO_IN_THREE_ABOVE, Signal.SHIFT_ABOVE}


def change_of(signal: Signal, direction: Direction | None) -> Change:
    """What a signal means where this direction is better; None: neither is."""
    if signal is Signal.NONE:
        return Change.NONE
    up = signal in _UPWARD
    if direction is None:
        return Change.HIGHER if up else Change.LOWER
    return Change.IMPROVEMENT if up == (direction is Direction.UP) else Change.DETERIORATION


def read(
    values: Sequence[float | None],
    lines: Sequence[Lines],
    direction: Direction | None,
    groups: Groups = None,
    rules: ChartRules = HOUSE,
) -> tuple[Point, ...]:
    """Every point with its signal; patterns are sought inside each rebase group only, never across a gap.

    `values` and `lines` are in the same unit, one per period; ValueError when they differ in number, or when a
    value is not finite.
    Source: NHS England, Making Data Count; Western Electric rules; order of precedence as NHSRplotthedots.
    """
    check_finite(values)
    row = list(zip(values, lines, groups or [0] * len(values), strict=True))
    slack = _SLACK * max((abs(value) for value in values if value is not None), default=0.0)
    points: list[Point] = []
    while len(points) < len(row):
        group = row[len(points)][2]
        end = next((i for i in range(len(points), len(row)) if row[i][2] != group), len(row))
        points += _read_group([pair[:2] for pair in row[len(points) : end]], group, direction, rules, slack)
    return tuple(points)


def _read_group(
    row: list[tuple[float | None, Lines]], group: int, direction: Direction | None, rules: ChartRules, slack: float
) -> list[Point]:
    sides = [_side(value, line.centre, slack) for value, line in row]
    outside = [_beyond(value, line.lower, line.upper, slack) for value, line in row]
    far = [_beyond(value, line.near_lower, line.near_upper, slack) for value, line in row]
    near = [f and not o for f, o in zip(far, outside, strict=True)]
    counted = far if rules.outermost_count else near
    trends = runs.spread_back(runs.trend_ends([value for value, _ in row]))
    shifts = runs.spread_back(runs.shift_ends(sides))
    threes = [c and t for c, t in zip(counted, runs.two_in_three(counted, sides), strict=True)]
    points = []
    for i, (value, line) in enumerate(row):
        signal = signal_of(outside[i], trends[i], threes[i], bool(shifts[i]), sides[i])
        telling = trends[i] if rules.trend_counts else 0
        change = change_of(signal_of(outside[i], telling, threes[i], bool(shifts[i]), sides[i]), direction)
        points.append(Point(value, line, group, sides[i], outside[i], near[i], signal, change))
    return points


def _side(value: float | None, centre: float | None, slack: float) -> int:
    if value is None or centre is None or abs(value - centre) <= slack:
        return 0
    return 1 if value > centre else -1


def _beyond(value: float | None, lower: float | None, upper: float | None, slack: float) -> bool:
    if value is None or lower is None or upper is None:
        return False
    return value > upper + slack or value < lower - slack


def variation(points: Sequence[Point]) -> Change:
    """The change of the last point that has a value; none when there is no such point."""
    return next((point.change for point in reversed(points) if point.value is not None), Change.NONE)


def assurance(
    lower: float | None, upper: float | None, target: float | None, direction: Direction | None
) -> Assurance | None:
    """The last group's limits against the target valid at the last point, all in one unit.

    None without limits, without a target, or where neither way is better. A target on a limit: sometimes.
    ValueError when a number is not finite.
    """
    check_finite((lower, upper, target))
    if lower is None or upper is None or target is None or direction is None:
        return None
    if lower <= target <= upper:
        return Assurance.SOMETIMES
    above = target > upper
    return Assurance.WILL_MISS if above == (direction is Direction.UP) else Assurance.WILL_REACH


def target_on(day: date, decided: Sequence[tuple[date, float]]) -> float | None:
    """The target valid on a day: the latest one in force by then, None before the first."""
    valid = [pair for pair in decided if pair[0] <= day]
    return max(valid, key=lambda pair: pair[0])[1] if valid else None


def chart(
    values: Sequence[float | None],
    lines: Sequence[Lines],
    direction: Direction | None,
    target: float | None = None,
    groups: Groups = None,
) -> Chart:
    """The row read by this project's rules, saying no more than the points of the last group can carry."""
    points = read(values, lines, direction, groups)
    last = [p for p in points if p.group == points[-1].group]
    shown = presentation(sum(p.value is not None for p in last))
    if shown is not Presentation.FULL:
        return Chart(points, shown, None, None)
    # A last period without data has no limits of its own where these follow the size.
    drawn = next((p.lines for p in reversed(last) if p.lines.lower is not None), Lines())
    certain = assurance(drawn.lower, drawn.upper, target, direction)
    return Chart(points, shown, variation(points), certain)
