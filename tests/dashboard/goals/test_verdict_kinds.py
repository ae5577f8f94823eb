"""Goals that are not shares: numbers estimated elsewhere, and deliveries against a plan."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.goals.goal import Goal, GoalKind
from dashboard.goals.verdict import Status, Trend, Verdict, judge, judge_delivery, judge_interval
from dashboard.goals.window import Observation, Reason, add_months
from dashboard.statistics.direction import Direction
from dashboard.statistics.survival import kaplan_meier, quantile

TODAY = date(2026, 1, 20)
WAIT = Goal("wait", "median_wait", GoalKind.KEEP, Direction.DOWN, 30)
CONCERTS = Goal(
    "concerts", "concerts", GoalKind.DELIVER, Direction.UP, 12, due=date(2026, 12, 31), since=date(2025, 1, 1)
)


def monthly(figures: Sequence[float | None], cases: float | None = 8) -> list[Observation]:
    starts = [add_months(date(2026, 1, 1), i - len(figures)) for i in range(len(figures))]
    return [
        Observation(start, add_months(start, 1) - timedelta(days=1), figure, cases)
        for start, figure in zip(starts, figures, strict=True)
    ]


def quarterly(counts: Sequence[float | None], start: date = date(2025, 1, 1)) -> list[Observation]:
    starts = [add_months(start, 3 * i) for i in range(len(counts))]
    return [
        Observation(start, add_months(start, 3) - timedelta(days=1), count)
        for start, count in zip(starts, counts, strict=True)
    ]


def wait(estimate: float | None, lower: float | None, upper: float | None, at_least: float | None = None) -> Verdict:
    rows = monthly([25.0] * 12)
    return judge_interval(rows, WAIT, TODAY, estimate=estimate, lower=lower, upper=upper, at_least=at_least)


# --- an estimate with its interval


def test_a_median_wait_is_judged_by_the_same_rule():
    assert wait(24, 20, 29).status is Status.REACHED
    assert wait(24, 20, 35).status is Status.ON_TRACK_UNSURE
    assert wait(33, 28, 40).status is Status.ABOVE_TARGET_UNSURE
    assert wait(40, 31, 60).status is Status.OFF_TRACK
    assert (wait(24, 20, 35).n, wait(24, 20, 35).needed, wait(24, 20, 35).trend) == (96, None, Trend.NONE)


def test_an_open_limit_proves_nothing_to_its_side():
    assert wait(24, 20, None).status is Status.ON_TRACK_UNSURE
    assert wait(24, 20, math.inf) == wait(24, 20, None)
    assert wait(33, None, 60).status is Status.ABOVE_TARGET_UNSURE
    assert wait(math.nan, math.nan, math.nan) == wait(None, None, None)


def test_when_more_than_half_still_wait_only_a_bar_already_passed_decides():
    assert wait(None, 35, None).reason is Reason.NO_ESTIMATE
    assert wait(None, 12, None, at_least=20).reason is Reason.NO_ESTIMATE
    assert wait(None, 12, None, at_least=90).status is Status.ABOVE_TARGET_UNSURE
    assert wait(None, 35, None, at_least=90).status is Status.OFF_TRACK
    longer = judge_interval(
        monthly([25.0] * 12),
        replace(WAIT, direction=Direction.UP),
        TODAY,
        estimate=None,
        lower=28,
        upper=None,
        at_least=90,
    )
    assert longer.status is Status.ON_TRACK_UNSURE


def test_a_wait_goal_takes_the_kaplan_meier_median_as_it_is():
    waits = [(float(days), True) for days in range(10, 50)] + [(60.0, False)] * 5
    curve = kaplan_meier(waits)
    middle = quantile(curve, 0.5)
    found = judge_interval(
        monthly([30.0] * 12),
        replace(WAIT, target=45),
        TODAY,
        estimate=middle.value,
        lower=middle.lower,
        upper=middle.upper,
        at_least=curve.last_day,
    )
    assert (found.status, found.estimate) == (Status.REACHED, 32)


def test_a_month_with_few_starts_is_reported_but_is_no_point_of_the_trend():
    rows = monthly([25.0] * 11 + [None])
    rows[-1] = replace(rows[-1], denominator=2)
    found = judge_interval(rows, WAIT, TODAY, estimate=25, lower=20, upper=28)
    assert (found.status, found.trend, found.n) == (Status.REACHED, Trend.TOO_FEW, 90)
    few = judge_interval(monthly([25.0] * 12, cases=4), WAIT, TODAY, estimate=25, lower=20, upper=28)
    assert few.trend is Trend.TOO_FEW


def test_falling_waits_are_an_improvement():
    rows = monthly([61.0, 55, 70, 48, 66, 58, 52, 63, 35, 31, 34, 30, 32, 33, 31])
    found = judge_interval(rows, WAIT, TODAY, estimate=40, lower=35, upper=45)
    assert (found.status, found.trend) == (Status.OFF_TRACK, Trend.IMPROVEMENT)


def test_an_interval_needs_as_many_periods_and_cases_as_a_share():
    def reason(rows: list[Observation]) -> Reason | None:
        return judge_interval(rows, WAIT, TODAY, estimate=25, lower=20, upper=28).reason

    assert reason([]) is Reason.TOO_FEW_PERIODS
    assert reason(monthly([25.0] * 3, cases=6)) is Reason.TOO_FEW_CASES
    assert reason([replace(row, hidden=True) for row in monthly([25.0] * 12)]) is Reason.HIDDEN
    assert reason(monthly([25.0] * 12)) is None


def test_a_wait_on_its_way_down_is_held_against_the_line():
    goal = replace(WAIT, kind=GoalKind.REACH, baseline=70.0, baseline_on=date(2024, 12, 31), due=date(2026, 12, 31))
    found = judge_interval(monthly([50.0] * 12), goal, TODAY, estimate=50, lower=44, upper=55)
    assert found.required == pytest.approx(60, abs=0.5)
    assert found.status is Status.ON_TRACK_SURE
    early = judge_interval([], goal, TODAY, estimate=50, lower=44, upper=55)
    assert (early.required, early.reason) == (None, Reason.TOO_FEW_PERIODS)


# --- deliveries


def test_a_delivery_is_held_against_its_plan_to_date():
    found = judge(quarterly([2, 1, 2, 1]), CONCERTS, TODAY)
    assert (found.status, found.estimate, found.trend) == (Status.ON_TRACK_SURE, 6, None)
    assert found.required == pytest.approx(6, abs=0.01)
    assert (found.lower, found.upper, found.needed) == (None, None, None)


def test_behind_the_plan_is_unsure_while_the_best_pace_would_still_do():
    assert judge(quarterly([2, 0, 2, 0]), CONCERTS, TODAY).status is Status.BELOW_TARGET_UNSURE
    assert judge(quarterly([1, 1, 1, 1]), CONCERTS, TODAY).status is Status.OFF_TRACK
    # Exactly the best pace, four periods left: 4 + 4 · 2 = 12.
    assert judge(quarterly([2, 1, 1, 0]), CONCERTS, TODAY).status is Status.BELOW_TARGET_UNSURE
    assert judge(quarterly([2, 1, 0, 0]), CONCERTS, TODAY).status is Status.OFF_TRACK


def test_what_is_done_is_done():
    assert judge(quarterly([12]), CONCERTS, TODAY).status is Status.REACHED
    assert judge(quarterly([12, None, None, None]), CONCERTS, TODAY).status is Status.REACHED
    assert judge(quarterly([12]), replace(CONCERTS, due=None), TODAY).status is Status.REACHED
    assert judge(quarterly([2] * 6), CONCERTS, date(2029, 1, 1)).status is Status.REACHED


def test_after_the_due_date_what_is_not_done_is_missed():
    assert judge(quarterly([1] * 8), CONCERTS, date(2027, 6, 1)).status is Status.OFF_TRACK
    assert judge(quarterly([1] * 8 + [9]), CONCERTS, date(2027, 6, 1)).status is Status.OFF_TRACK


def test_a_quarter_without_a_concert_is_not_a_missing_quarter():
    assert judge(quarterly([6, 0, 0, 0]), CONCERTS, TODAY).status is Status.ON_TRACK_SURE
    assert judge(quarterly([4, None, None, 0]), CONCERTS, TODAY).reason is Reason.TOO_MANY_MISSING


def test_one_reported_period_is_enough_for_a_delivery_and_none_is_not():
    first = replace(CONCERTS, since=date(2025, 10, 1))
    assert judge(quarterly([3], date(2025, 10, 1)), first, TODAY).status is Status.ON_TRACK_SURE
    assert judge([], CONCERTS, TODAY).reason is Reason.TOO_FEW_PERIODS
    assert judge(quarterly([3]), CONCERTS, TODAY).reason is Reason.TOO_OLD
    assert judge(quarterly([3, 1, 1, 1]), replace(CONCERTS, due=None), TODAY).reason is Reason.NO_DUE_DATE
    assert judge(quarterly([3]), replace(CONCERTS, target=math.inf), TODAY).reason is Reason.TARGET_OUTSIDE_UNIT
    hidden = [replace(row, hidden=True) for row in quarterly([12] * 4)]
    assert judge(hidden, CONCERTS, TODAY).reason is Reason.HIDDEN
    assert judge([*quarterly([12] * 3), hidden[3]], CONCERTS, TODAY).reason is Reason.HIDDEN


def test_the_plan_starts_after_the_baseline_or_with_the_first_reading():
    rows = quarterly([9, 2, 1, 2, 1], date(2024, 10, 1))
    after = replace(CONCERTS, since=None, baseline_on=date(2024, 12, 31))
    assert judge(rows, after, TODAY) == judge(rows, CONCERTS, TODAY)
    assert judge(rows[1:], replace(after, baseline_on=None), TODAY) == judge(rows, CONCERTS, TODAY)


def test_at_most_so_many_is_broken_once_passed_and_kept_only_at_the_end():
    most = replace(CONCERTS, direction=Direction.DOWN)
    assert judge(quarterly([1] * 4), most, TODAY).status is Status.ON_TRACK_SURE
    assert judge(quarterly([3] * 3 + [1]), most, TODAY).status is Status.ABOVE_TARGET_UNSURE
    assert judge(quarterly([5] * 4), most, TODAY).status is Status.OFF_TRACK
    assert judge_delivery(quarterly([1] * 8), most, date(2027, 1, 20)).status is Status.REACHED
