"""Owns a goal's status: what may be said of it today, in codes. One rule for all: interval against requirement."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from dashboard.goals.goal import Goal, GoalKind
from dashboard.goals.window import (
    FEWEST_CASES,
    FEWEST_PERIODS,
    WINDOW_MONTHS,
    Observation,
    Reason,
    Window,
    add_months,
    closed,
    mean_day,
    obstacle,
    window,
)
from dashboard.statistics.direction import Direction
from dashboard.statistics.dispersion import overdispersion
from dashboard.statistics.intervals import needed_to_prove, wilson_adjusted
from dashboard.statistics.signals import FULL_FROM, read, variation
from dashboard.statistics.xmr import xmr

_DAY = timedelta(days=1)


class Status(StrEnum):
    """What may be said of a goal. Below and above target are one status, named after the side."""

    CANNOT_JUDGE = "cannot_judge"
    REACHED = "reached"
    ON_TRACK_SURE = "on_track_sure"
    ON_TRACK_UNSURE = "on_track_unsure"
    BELOW_TARGET_UNSURE = "below_target_unsure"
    ABOVE_TARGET_UNSURE = "above_target_unsure"
    OFF_TRACK = "off_track"


class Trend(StrEnum):
    """What the last point says, beside the status and never merged with it."""

    IMPROVEMENT = "improvement"
    DETERIORATION = "deterioration"
    NONE = "none"
    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Verdict:
    """A goal judged on one day. Numbers in the indicator's unit (shares 0–1), None where there are none.

    `reason` only when it cannot be judged. `required` is what the window is held against: the target, or
    before the due date a point on the way to it (for a delivery: the plan to date). lower and upper None:
    open to that side. `numerator` of `n` cases stand behind a share; a delivery has its count as numerator.
    `needed` is how many cases a share takes before even a perfect result proves the target. `trend` is None
    for a delivery, which has no limits to be outside of. start and end are the window's first and last day.
    `settled`: the due date has passed, or nothing can change it any more. `rule`: a target of all or none, which one
    case breaks. For a delivery, `left` is the first and last days of the periods that are not reported yet, `earlier`
    what those came to in the years before, newest first.
    """

    status: Status
    reason: Reason | None
    trend: Trend | None
    target: float
    required: float | None = None
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None
    n: float | None = None
    needed: int | None = None
    start: date | None = None
    end: date | None = None
    settled: bool = False
    rule: bool = False
    left: tuple[tuple[date, date], ...] = ()
    earlier: tuple[float, ...] = ()

    @property
    def provable(self) -> bool:
        """Whether there are cases enough that a perfect result would prove the target."""
        return self.needed is not None and self.n is not None and self.n >= self.needed


def judge(
    observations: Sequence[Observation], goal: Goal, today: date, *, lag: int = 0, years: Sequence[Observation] = ()
) -> Verdict:
    """A goal for a share: numerators and denominators pooled over the window, then divided once.

    Goals that count what we decide ourselves go to `delivery`. Observations may reach far back: the status
    looks at the last twelve months since the goal's latest rebase, the trend at all since then; what ends
    after today is left out. `lag`: days after a period before its number can be there. Where a period of the window is
    hidden, the newest of `years` is the window, if it ends no earlier than a year before. ValueError when a numerator
    exceeds its denominator or has none.
    """
    if goal.kind is GoalKind.DELIVER:
        raise ValueError(f"goal {goal.key} is a delivery")
    row = closed(observations, today, goal.since)
    recent = window(row)
    whole_year = _whole_year(recent, closed(years, today, goal.since))
    recent = whole_year or recent
    data = recent.with_data
    if any(observation.denominator is None or observation.numerator is None for observation in data):
        raise ValueError(f"goal {goal.key} is a share: every numerator needs its denominator")
    numerators = [observation.numerator or 0.0 for observation in data]
    denominators = [observation.cases for observation in data]
    x, n = math.fsum(numerators), math.fsum(denominators)
    # The same persons come many times: they are the clusters, and their periods say too little of how they differ. The
    # newest period's is that of the twelve months up to it.
    design = data[-1].design if data else 1.0
    interval = wilson_adjusted(x, n, max(overdispersion(numerators, denominators), design))
    within = 0 <= goal.target <= 1
    return _conclude(
        Verdict(
            status=Status.CANNOT_JUDGE,
            reason=None if within else Reason.TARGET_OUTSIDE_UNIT,
            trend=_trend(row, [observation.share for observation in row], goal.direction),
            target=goal.target,
            estimate=x / n if n else None,
            lower=interval.lower if interval else None,
            upper=interval.upper if interval else None,
            numerator=x,
            n=n,
            needed=needed_to_prove(goal.target, goal.direction) if within else None,
            rule=goal.target == (1 if goal.direction is Direction.UP else 0),
        ),
        goal,
        today,
        recent,
        lag,
    )


def _conclude(verdict: Verdict, goal: Goal, today: date, recent: Window, lag: int) -> Verdict:
    """The verdict on an estimate and its interval; a limit of None is open to that side."""
    required = None if verdict.reason else _required(goal, recent, today)
    verdict = replace(spanning(verdict, recent), required=required)
    fewest = 1 if recent.months == WINDOW_MONTHS else FEWEST_PERIODS
    reason = verdict.reason or obstacle(recent, today, fewest, FEWEST_CASES, lag)
    if reason or required is None:
        return unjudged(verdict, reason or Reason.TOO_FEW_PERIODS)
    # From here on more is better: for a goal to lower, everything changes sign and the limits change places.
    sign = 1 if goal.direction is Direction.UP else -1
    low = -math.inf if verdict.lower is None else verdict.lower
    high = math.inf if verdict.upper is None else verdict.upper
    worst, best = (low, high) if sign > 0 else (-high, -low)
    middle = verdict.estimate
    if middle is None:
        return unjudged(verdict, Reason.NO_ESTIMATE)
    if verdict.rule:
        # All or none is a rule and no rate: one case breaks it, and no interval says otherwise. A bound says neither.
        kept = middle == goal.target
        exact = [o for o in recent.with_data if not o.bounded]
        if len(exact) < len(recent.with_data) and all(o.share == goal.target for o in exact):
            return unjudged(verdict, Reason.HIDDEN)
        return replace(verdict, status=Status.REACHED if kept else Status.OFF_TRACK, settled=True, needed=None)
    status = _status(
        reached=worst >= sign * goal.target,
        sure=worst >= sign * required,
        likely=sign * middle >= sign * required,
        possible=best >= sign * required,
        direction=goal.direction,
    )
    over = goal.kind is GoalKind.REACH and goal.due is not None and today >= goal.due
    return replace(verdict, status=status, settled=over)


def _whole_year(recent: Window, years: Sequence[Observation]) -> Window | None:
    """The newest year that is shown, where a period of the window is hidden; None where there is no need or no year."""
    if not years or not any(o.hidden for o in recent.observations):
        return None
    newest, last = years[-1], recent.observations[-1]
    if not newest.cases or newest.end < add_months(last.end + _DAY, -WINDOW_MONTHS) - _DAY:
        return None
    return Window((newest,), WINDOW_MONTHS, 1)


def _status(*, reached: bool, sure: bool, likely: bool, possible: bool, direction: Direction) -> Status:
    """The one order of words, shared by every kind of goal: the first that holds."""
    if reached:
        return Status.REACHED
    if sure:
        return Status.ON_TRACK_SURE
    if likely:
        return Status.ON_TRACK_UNSURE
    if possible:
        up = direction is Direction.UP
        return Status.BELOW_TARGET_UNSURE if up else Status.ABOVE_TARGET_UNSURE
    return Status.OFF_TRACK


def unjudged(verdict: Verdict, reason: Reason) -> Verdict:
    """No verdict. What is hidden leaves no number behind: the rest of the window would be another number."""
    if reason is Reason.HIDDEN:
        verdict = replace(verdict, estimate=None, lower=None, upper=None, numerator=None, n=None)
    return replace(verdict, status=Status.CANNOT_JUDGE, reason=reason)


def spanning(verdict: Verdict, recent: Window) -> Verdict:
    """The verdict with the first and last day of the window it rests on."""
    if not recent.observations:
        return verdict
    return replace(verdict, start=recent.observations[0].start, end=recent.observations[-1].end)


def _required(goal: Goal, recent: Window, today: date) -> float | None:
    """The target, or before the due date the line from the baseline to it at the window's weighted mean day.

    Never beyond the target itself. None when the line is to be read on a window without data.
    """
    baseline, on = _finite(goal.baseline), goal.baseline_on
    if goal.kind is not GoalKind.REACH or baseline is None or on is None or goal.due is None or today >= goal.due:
        return goal.target
    day = mean_day(recent)
    if day is None:
        return None
    passed = (day - on).days / max(1, (goal.due - on).days)
    value = baseline + min(max(passed, 0.0), 1.0) * (goal.target - baseline)
    return min(value, goal.target) if goal.direction is Direction.UP else max(value, goal.target)


def _trend(row: Sequence[Observation], values: Sequence[float | None], direction: Direction) -> Trend:
    """The last point of an XmR chart on these values, one per observation; periods not given are gaps."""
    spaced: list[float | None] = []
    for i, (observation, value) in enumerate(zip(row, values, strict=True)):
        if i and observation.start > row[i - 1].end + _DAY:
            spaced.append(None)
        spaced.append(value)
    if sum(value is not None for value in spaced) < FULL_FROM:
        return Trend.TOO_FEW
    # With a direction given a change is one of three, and Trend names them alike.
    return Trend(variation(read(spaced, xmr(spaced), direction)).value)


def _finite(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None
