"""Owns the periods a goal is judged on: which belong to the window, and whether they can carry a verdict."""

import math
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

FEWEST_PERIODS, FEWEST_CASES, MOST_MISSING = 3, 20, 0.25
WINDOW_MONTHS, STALE_AFTER = 12, 2  # months; own intervals
_DAY = timedelta(days=1)
_DAYS_IN_MONTH = 365.25 / 12


class Reason(StrEnum):
    """Why a goal cannot be judged: the first thing in the way."""

    TARGET_OUTSIDE_UNIT = "target_outside_unit"
    NO_DUE_DATE = "no_due_date"
    HIDDEN = "hidden"
    TOO_FEW_PERIODS = "too_few_periods"
    TOO_FEW_CASES = "too_few_cases"
    TOO_OLD = "too_old"
    TOO_MANY_MISSING = "too_many_missing"
    NO_ESTIMATE = "no_estimate"
    NOT_DELIVERED = "not_delivered"
    NOT_ALL_REPORTED = "not_all_reported"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True)
class Observation:
    """One closed period, both days included.

    A share: numerator of denominator. A count: the numerator alone. A figure made elsewhere (a median):
    numerator is the figure, None where too few made it, and denominator the cases behind it. Neither: nothing
    was reported. `hidden`: reported, but hidden for privacy; the numbers are then not looked at. `design`: how many
    times more a share varies because the same persons come many times, over the twelve months up to the period's end
    (1: every case by itself). `bounded`: only a bound of the share is known, and its numerator is the middle of what
    that leaves open.
    ValueError for days the wrong way round, numbers that are not finite, or a denominator below 0.
    """

    start: date
    end: date
    numerator: float | None = None
    denominator: float | None = None
    hidden: bool = False
    design: float = 1.0
    bounded: bool = False

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period from {self.start} to {self.end}")
        if not all(math.isfinite(number) for number in (self.numerator, self.denominator) if number is not None):
            raise ValueError(f"a number of {self.start} is not finite")
        if self.denominator is not None and self.denominator < 0:
            raise ValueError(f"a denominator of {self.start} is below 0")

    @property
    def known(self) -> bool:
        """Whether the period was reported and may be seen, even if nothing happened in it."""
        return not self.hidden and (self.numerator is not None or self.denominator is not None)

    @property
    def cases(self) -> float:
        """How much the period rests on: its denominator, 1 for a bare count, 0 for nothing."""
        if not self.known:
            return 0.0
        return 1.0 if self.denominator is None else self.denominator

    @property
    def share(self) -> float | None:
        """Numerator of denominator; None where nothing was reported or nothing happened."""
        return self.numerator / self.cases if self.numerator is not None and self.cases else None


@dataclass(frozen=True)
class Window:
    """The observations a verdict rests on, in order, and how many there should have been (`expected`).

    `months` is the length of one interval: 1, 3 or 4.
    """

    observations: tuple[Observation, ...]
    months: int
    expected: int

    @property
    def with_data(self) -> tuple[Observation, ...]:
        """The observations that rest on something."""
        return tuple(observation for observation in self.observations if observation.cases > 0)


def closed(observations: Sequence[Observation], today: date, since: date | None = None) -> tuple[Observation, ...]:
    """The observations that have ended by today and begun no earlier than `since`, in order of time.

    ValueError when two of them overlap.
    """
    row = sorted(
        (r for r in observations if r.end <= today and (since is None or r.start >= since)), key=lambda r: r.start
    )
    for earlier, later in pairwise(row):
        if later.start <= earlier.end:
            raise ValueError(f"two observations cover {later.start}")
    return tuple(row)


def window(row: Sequence[Observation], months: int | None = WINDOW_MONTHS) -> Window:
    """The last twelve months of closed observations (12 months, 4 quarters or 3 tertials), or all with None.

    Periods before the first observation given are not missing: nothing was collected yet.
    """
    if not row:
        return Window((), 1, 0)
    after = row[-1].end + _DAY
    inside = tuple(r for r in row if months is None or r.start >= add_months(after, -months)) or (row[-1],)
    length = max(1, round(months_between(row[-1].start, after)))
    expected = max(len(inside), round(months_between(inside[0].start, after) / length))
    return Window(inside, length, expected)


def obstacle(recent: Window, today: date, fewest_periods: int, fewest_cases: float, lag: int = 0) -> Reason | None:
    """Why these observations cannot carry a verdict today; None when they can.

    `lag`: days after a period before its number can be there; nothing is too old before that.
    A hidden period is named before all else: it is the cause, also of the few periods or cases left.
    """
    if any(observation.hidden for observation in recent.observations):
        return Reason.HIDDEN
    data = recent.with_data
    if len(data) < fewest_periods:
        return Reason.TOO_FEW_PERIODS
    if math.fsum(observation.cases for observation in data) < fewest_cases:
        return Reason.TOO_FEW_CASES
    if today > add_months(data[-1].end + _DAY, STALE_AFTER * recent.months) - _DAY + timedelta(days=lag):
        return Reason.TOO_OLD
    reported = sum(observation.known for observation in recent.observations)
    return Reason.TOO_MANY_MISSING if recent.expected - reported > MOST_MISSING * recent.expected else None


def mean_day(recent: Window) -> date | None:
    """The middle of the window, each period weighing as many cases as it has; None without data."""
    cases = math.fsum(observation.cases for observation in recent.with_data)
    if not cases:
        return None
    middles = ((r.start.toordinal() + r.end.toordinal()) / 2 * r.cases for r in recent.with_data)
    return date.fromordinal(round(math.fsum(middles) / cases))


def add_months(day: date, months: int) -> date:
    """The same day so many months later or earlier, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> float:
    """Months from one day to another, whole when both stand on the same day of their months."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + (last.day - first.day) / _DAYS_IN_MONTH
