"""Owns the verdict on what we decide ourselves (24 concerts): what is done, and a forecast of what is left."""

import math
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from scipy import special

from dashboard.goals.goal import Goal
from dashboard.goals.verdict import Status, Verdict, spanning, unjudged
from dashboard.goals.window import Observation, Reason, add_months, closed, obstacle, window
from dashboard.statistics.direction import Direction

SURE, LIKELY, POSSIBLE = 0.9, 0.5, 0.1  # the chance of reaching it: on track, on track but unsure, can be made up
UNPLANNED = 2.0  # variance per mean of what is left, where no earlier year says how a year is laid out
FEWEST_YEARS = 2  # earlier years with the same periods, before they say more than the plan
_DAY = timedelta(days=1)


def judge_delivery(observations: Sequence[Observation], goal: Goal, today: date) -> Verdict:
    """A goal for a count: done so far, and the chance that what is left will be done by the due date.

    What is left comes as in the same periods of earlier years, or at the plan's even pace where there are fewer than
    two. A period that nobody has reported is left too, never zero. After the due date it is reached or not. The
    plan starts at the rebase, after the baseline, or with the first observation.
    """
    since = goal.since or (goal.baseline_on + _DAY if goal.baseline_on else None)
    every = closed(observations, today, goal.since)
    row = tuple(o for o in every if (since is None or o.start >= since) and (goal.due is None or o.start <= goal.due))
    reported = window(row, None)
    counts = [o.numerator or 0.0 for o in reported.with_data]
    done, up = math.fsum(counts), goal.direction is Direction.UP
    verdict = spanning(Verdict(Status.CANNOT_JUDGE, None, None, goal.target, estimate=done, numerator=done), reported)
    if not math.isfinite(goal.target):
        return unjudged(verdict, Reason.TARGET_OUTSIDE_UNIT)
    # What is done is done: neither age nor gaps can take a delivery, or a ceiling passed, back.
    decided = bool(counts) and (done >= goal.target if up else done > goal.target)
    reason = obstacle(reported, min(today, goal.due or today), 1, 0)
    if reason is Reason.HIDDEN or (reason and not decided):
        return unjudged(verdict, reason)
    if decided:
        status = Status.REACHED if up else Status.OFF_TRACK
        return replace(verdict, status=status, required=goal.target, settled=True)
    if goal.due is None:
        return unjudged(verdict, Reason.NO_DUE_DATE)
    spans = _spans(since or row[0].start, row[0].start, goal.due, reported.months)
    counted = {o.start: o.numerator or 0.0 for o in row if o.known}
    left = tuple(span for span in spans if span[0] not in counted)
    verdict = replace(verdict, required=goal.target * (len(spans) - len(left)) / len(spans), left=left)
    if today > goal.due:
        if left:
            return unjudged(verdict, Reason.NOT_ALL_REPORTED)
        return replace(verdict, status=Status.OFF_TRACK if up else Status.REACHED, settled=True)
    earlier = _earlier({o.start: o.numerator or 0.0 for o in every if o.known}, left)
    chance, *others = _chances(goal, done, earlier, len(left) / len(spans), _overdispersion(every))
    # "Hardly" is said only where not even the plan's own pace would do it: few years are a weak witness.
    status = _status(chance if max([chance, *others]) < POSSIBLE else max(chance, POSSIBLE), up=up)
    return replace(verdict, status=status, earlier=earlier if len(earlier) >= FEWEST_YEARS else ())


def _spans(begin: date, anchor: date, due: date, months: int) -> list[tuple[date, date]]:
    """The plan's periods, laid so that `anchor` begins one of them: first and last day."""
    first = anchor
    while add_months(first, -months) >= begin:
        first = add_months(first, -months)
    spans = []
    while first <= due:
        after = add_months(first, months)
        spans.append((first, after - _DAY))
        first = after
    return spans


def _earlier(counted: Mapping[date, float], left: Sequence[tuple[date, date]]) -> tuple[float, ...]:
    """What the periods that are left came to in earlier years, newest first; only years that have all of them."""
    totals = []
    for years in range(1, 1 + (max(counted).year - min(counted).year if counted else 0) + 1):
        counts = [counted.get(add_months(start, -12 * years)) for start, _ in left]
        if counts and all(count is not None for count in counts):
            totals.append(math.fsum(count for count in counts if count is not None))
    return tuple(totals)


def _chances(goal: Goal, done: float, earlier: Sequence[float], share_left: float, dispersion: float) -> list[float]:
    """P(the target is reached, or a ceiling held): as in earlier years where there are enough, and at the plan's pace.

    What is left is a negative binomial count. Of earlier years its mean is theirs (with Jeffreys' half, so that two
    empty years are no certainty), its variance `dispersion` times as large, and larger for a mean known from few years.
    At the plan's pace nobody knows how the year is laid out, so the variance is at least UNPLANNED times the mean.
    Source: Gelman et al., Bayesian data analysis, 2013, 2.6 (the predictive distribution of a Poisson count).
    """
    years = len(earlier)
    forecasts = [(goal.target * share_left, max(dispersion, UNPLANNED))]
    if years >= FEWEST_YEARS:
        forecasts.insert(0, ((math.fsum(earlier) + 0.5) / years, dispersion * (1 + 1 / years)))
    up = goal.direction is Direction.UP
    needed = math.ceil(goal.target - done) if up else math.floor(goal.target - done) + 1
    at_least = [_at_least(needed, mean, ratio) for mean, ratio in forecasts]
    return at_least if up else [1 - chance for chance in at_least]


def _at_least(count: int, mean: float, ratio: float) -> float:
    """P(X ≥ count) for a count with this mean and this variance per mean, which is above 1."""
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    return float(special.betainc(count, mean / (ratio - 1), 1 - 1 / ratio))


def _overdispersion(row: Sequence[Observation]) -> float:
    """How many times more counts vary about their own season's mean than by chance; never below 1."""
    seasons: dict[int, list[float]] = defaultdict(list)
    for o in row:
        if o.known:
            seasons[o.start.month].append(o.numerator or 0.0)
    squares, freedom = 0.0, 0
    for counts in seasons.values():
        mean = statistics.fmean(counts)
        if len(counts) > 1 and mean:
            squares += math.fsum((count - mean) ** 2 for count in counts) / mean
            freedom += len(counts) - 1
    return max(1.0, squares / freedom) if freedom >= 3 else 1.0


def _status(chance: float, *, up: bool) -> Status:
    if chance >= SURE:
        return Status.ON_TRACK_SURE
    if chance >= LIKELY:
        return Status.ON_TRACK_UNSURE
    if chance >= POSSIBLE:
        return Status.BELOW_TARGET_UNSURE if up else Status.ABOVE_TARGET_UNSURE
    return Status.OFF_TRACK
