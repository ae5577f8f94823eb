"""Owns waiting times: how long people wait, never told by the completed waits alone.

A wait is (days, started): calendar days from referral to start, or to the data date for one still waiting.
Withdrawn and rejected referrals are counted elsewhere and are not waits. Days may be broken, never below 0.
"""

import math
import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.statistics.intervals import z_value

Wait = tuple[float, bool]

# A share that should be one half can miss it in the last bits after a row of divisions.
_SLACK = 1e-9


class Band(StrEnum):
    """How the interval about the curve is built; log-log keeps within 0–1 and holds for small groups."""

    LOG_LOG = "log_log"
    LOG = "log"
    PLAIN = "plain"


@dataclass(frozen=True)
class Step:
    """What happened on one day of waiting, among the `at_risk` who had waited that long.

    `waiting` is the share still waiting just after it (0–1), lower and upper its interval: None where the
    share is 0 or, for the log-log band, 1, since there is nothing to compute it from.
    """

    day: float
    at_risk: int
    started: int
    censored: int
    waiting: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Estimate:
    """A number of days or a share, with its interval; None where the data do not reach that far."""

    value: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Curve:
    """The share still waiting, day by day. No steps when there are no waits."""

    steps: tuple[Step, ...]

    @property
    def last_day(self) -> float | None:
        """The longest wait seen, completed or not: the curve says nothing beyond it."""
        return self.steps[-1].day if self.steps else None


@dataclass(frozen=True)
class StillWaiting:
    """Those not started: how many, and the median and longest time they have waited so far (days)."""

    count: int
    median_so_far: float | None
    longest_so_far: float | None


def kaplan_meier(waits: Iterable[Wait], confidence: float = 0.95, band: Band = Band.LOG_LOG) -> Curve:
    """The curve of those still waiting. ValueError for days below 0 or not finite.

    Source: Kaplan & Meier, J Am Stat Assoc 1958; 53: 457–481; variance by Greenwood 1926; bands as in
    Kalbfleisch & Prentice, The statistical analysis of failure time data, 2002, 1.4.
    """
    rows = sorted(waits)
    if any(not (math.isfinite(days) and days >= 0) for days, _ in rows):
        raise ValueError("waiting days must be 0 or more")
    z = z_value(confidence)
    steps: list[Step] = []
    at_risk, waiting, variance, i = len(rows), 1.0, 0.0, 0
    while i < len(rows):
        end = i
        while end < len(rows) and rows[end][0] == rows[i][0]:
            end += 1
        started = sum(happened for _, happened in rows[i:end])
        if started:
            waiting *= (at_risk - started) / at_risk
            variance += started / (at_risk * (at_risk - started)) if started < at_risk else math.inf
        lower, upper = _limits(waiting, z * math.sqrt(variance), band)
        steps.append(Step(rows[i][0], at_risk, started, end - i - started, waiting, lower, upper))
        at_risk -= end - i
        i = end
    return Curve(tuple(steps))


def _limits(waiting: float, half: float, band: Band) -> tuple[float | None, float | None]:
    """The interval about one share; `half` is z times the standard error of its logarithm."""
    if waiting == 0 or (band is Band.LOG_LOG and waiting == 1):
        return None, None
    if band is Band.PLAIN:
        return max(0.0, waiting * (1 - half)), min(1.0, waiting * (1 + half))
    if band is Band.LOG:
        return waiting * math.exp(-half), min(1.0, waiting * math.exp(half))
    stretch = math.exp(half / -math.log(waiting))
    return waiting**stretch, waiting ** (1 / stretch)


def quantile(curve: Curve, started: float, halfway: bool = False) -> Estimate:
    """After how many days this share (0–1) has started: the first day with at most 1 − share still waiting.

    The interval is where the band passes the same level (Brookmeyer & Crowley, Biometrics 1982; 38: 29–41).
    None where it is never reached. `halfway`: where exactly that share waits for a while, the middle of that
    while, as the R package survival has it.
    """
    if not 0 < started < 1:
        raise ValueError(f"{started} is not a share between 0 and 1")
    level = 1 - started
    return Estimate(
        _reached(curve, level, lambda step: step.waiting, halfway),
        _reached(curve, level, lambda step: step.lower, halfway),
        _reached(curve, level, lambda step: step.upper, halfway),
    )


def _reached(curve: Curve, level: float, height: Callable[[Step], float | None], halfway: bool) -> float | None:
    heights = [(step.day, height(step)) for step in curve.steps]
    first = next(((day, h) for day, h in heights if h is not None and h <= level + _SLACK), None)
    if first is None or not halfway or first[1] is None or first[1] < level - _SLACK:
        return first[0] if first else None
    lower = (day for day, h in heights if day > first[0] and (h is None or h < level - _SLACK))
    return (first[0] + next(lower, curve.steps[-1].day)) / 2


def median(waits: Iterable[Wait]) -> float | None:
    """The first day on which at most half still wait; None when more than half still do.

    `quantile(kaplan_meier(waits), 0.5)` tells its interval too.
    """
    return quantile(kaplan_meier(waits), 0.5).value


def still_waiting(waits: Iterable[Wait]) -> StillWaiting:
    """How many have not started, and how long they have waited; the days None when nobody waits."""
    so_far = [days for days, started in waits if not started]
    if not so_far:
        return StillWaiting(0, None, None)
    return StillWaiting(len(so_far), float(statistics.median(so_far)), max(so_far))
