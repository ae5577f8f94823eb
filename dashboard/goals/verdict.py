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
    Observation,
    Reason,
    Window,
    closed,
    mean_day,
    months_between,
    obstacle,
    window,
)
from dashboard.statistics.direction import Direction
from dashboard.statistics.intervals import needed_to_prove, overdispersion, wilson_adjusted
from dashboard.statistics.signals import FULL_FROM, read, variation
from dashboard.statistics.xmr import xmr

FEWEST_BEHIND_A_FIGURE = 5  # a period's own median of fewer than five is not a point of a chart
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

    @property
    def provable(self) -> bool:
        """Whether there are cases enough that a perfect result would prove the target."""
        return self.needed is not None and self.n is not None and self.n >= self.needed


def judge(observations: Sequence[Observation], goal: Goal, today: date) -> Verdict:
    """A goal for a share: numerators and denominators pooled over the window, then divided once.

    Goals that count what we decide ourselves go to `judge_delivery`. Readings may reach far back: the status
    looks at the last twelve months since the goal's latest rebase, the trend at all since then; what ends
    after today is left out. ValueError when a numerator exceeds its denominator or has none.
    """
    if goal.kind is GoalKind.DELIVER:
        return judge_delivery(observations, goal, today)
    row = closed(observations, today, goal.since)
    found = window(row)
    data = found.with_data
    if any(observation.denominator is None or observation.numerator is None for observation in data):
        raise ValueError(f"goal {goal.key} is a share: every numerator needs its denominator")
    numerators = [observation.numerator or 0.0 for observation in data]
    denominators = [observation.cases for observation in data]
    x, n = math.fsum(numerators), math.fsum(denominators)
    interval = wilson_adjusted(x, n, overdispersion(numerators, denominators))
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
        ),
        goal,
        today,
        found,
    )


def judge_interval(
    observations: Sequence[Observation],
    goal: Goal,
    today: date,
    *,
    estimate: float | None,
    lower: float | None,
    upper: float | None,
    at_least: float | None = None,
) -> Verdict:
    """A goal for a number estimated elsewhere over the window, such as a median wait in days or a rate.

    The observations are figures of each period with the cases behind them: they tell whether there is enough to
    judge, and the trend. A limit of None is open. An estimate of None is not known, or, with `at_least`, known to
    lie beyond that: more than half still wait after so many days.
    """
    row = closed(observations, today, goal.since)
    found = window(row)
    within = math.isfinite(goal.target) and goal.target >= 0
    figures = [observation.numerator if observation.cases >= FEWEST_BEHIND_A_FIGURE else None for observation in row]
    return _conclude(
        Verdict(
            status=Status.CANNOT_JUDGE,
            reason=None if within else Reason.TARGET_OUTSIDE_UNIT,
            trend=_trend(row, figures, goal.direction),
            target=goal.target,
            estimate=_finite(estimate),
            lower=_finite(lower),
            upper=_finite(upper),
            n=math.fsum(observation.cases for observation in found.with_data),
        ),
        goal,
        today,
        found,
        _finite(at_least),
    )


def judge_delivery(observations: Sequence[Observation], goal: Goal, today: date) -> Verdict:
    """A goal for what we decide ourselves: done so far against an even plan from the start to the due date.

    Behind, but no faster needed than the best period so far: unsure. No interval and no fewest of cases; one
    reported period is enough. The plan starts at the rebase, after the baseline, or with the first observation.
    """
    since = goal.since or (goal.baseline_on + _DAY if goal.baseline_on else None)
    row = tuple(r for r in closed(observations, today, since) if goal.due is None or r.start <= goal.due)
    found = window(row, None)
    counts = [observation.numerator or 0.0 for observation in found.with_data]
    done, up = math.fsum(counts), goal.direction is Direction.UP
    verdict = _spanning(Verdict(Status.CANNOT_JUDGE, None, None, goal.target, estimate=done, numerator=done), found)
    if not math.isfinite(goal.target):
        return _unjudged(verdict, Reason.TARGET_OUTSIDE_UNIT)
    reached = up and bool(counts) and done >= goal.target
    reason = obstacle(found, min(today, goal.due or today), 1, 0)
    # What is done is done: neither age nor gaps can take a delivery back.
    if reason is Reason.HIDDEN or (reason and not reached):
        return _unjudged(verdict, reason)
    if goal.due is None:
        met = replace(verdict, status=Status.REACHED, required=goal.target)
        return met if reached else _unjudged(verdict, Reason.NO_DUE_DATE)
    start, newest = since or row[0].start, found.with_data[-1].end
    passed = ((newest - start).days + 1) / max(1, (goal.due - start).days + 1)
    plan = goal.target * min(passed, 1.0)
    left = max(0.0, months_between(newest + _DAY, goal.due + _DAY)) / found.months
    status = _status(
        reached=reached if up else done <= goal.target and not left,
        sure=done >= plan if up else done <= plan,
        likely=False,
        possible=bool(left) and (done + left * max(counts) >= goal.target if up else done <= goal.target),
        direction=goal.direction,
    )
    return replace(verdict, status=status, required=plan)


def _conclude(verdict: Verdict, goal: Goal, today: date, found: Window, at_least: float | None = None) -> Verdict:
    """The verdict on an estimate and its interval; a limit of None is open to that side."""
    required = None if verdict.reason else _required(goal, found, today)
    verdict = replace(_spanning(verdict, found), required=required)
    reason = verdict.reason or obstacle(found, today, FEWEST_PERIODS, FEWEST_CASES)
    if reason or required is None:
        return _unjudged(verdict, reason or Reason.TOO_FEW_PERIODS)
    # From here on more is better: for a goal to lower, everything changes sign and the limits change places.
    sign = 1 if goal.direction is Direction.UP else -1
    low = -math.inf if verdict.lower is None else verdict.lower
    high = math.inf if verdict.upper is None else verdict.upper
    worst, best = (low, high) if sign > 0 else (-high, -low)
    middle = verdict.estimate
    if middle is None:
        # It lies somewhere beyond `at_least`: that tells the side only where the bar is already passed.
        if at_least is None or at_least < required:
            return _unjudged(verdict, Reason.NO_ESTIMATE)
        middle = math.inf
    status = _status(
        reached=worst >= sign * goal.target,
        sure=worst >= sign * required,
        likely=sign * middle >= sign * required,
        possible=best >= sign * required,
        direction=goal.direction,
    )
    return replace(verdict, status=status)


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


def _unjudged(verdict: Verdict, reason: Reason) -> Verdict:
    """No verdict. What is hidden leaves no number behind: the rest of the window would be another number."""
    if reason is Reason.HIDDEN:
        verdict = replace(verdict, estimate=None, lower=None, upper=None, numerator=None, n=None)
    return replace(verdict, status=Status.CANNOT_JUDGE, reason=reason)


def _spanning(verdict: Verdict, found: Window) -> Verdict:
    if not found.observations:
        return verdict
    return replace(verdict, start=found.observations[0].start, end=found.observations[-1].end)


def _required(goal: Goal, found: Window, today: date) -> float | None:
    """The target, or before the due date the line from the baseline to it at the window's weighted mean day.

    Never beyond the target itself. None when the line is to be read on a window without data.
    """
    baseline, on = _finite(goal.baseline), goal.baseline_on
    if goal.kind is not GoalKind.REACH or baseline is None or on is None or goal.due is None or today >= goal.due:
        return goal.target
    day = mean_day(found)
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
