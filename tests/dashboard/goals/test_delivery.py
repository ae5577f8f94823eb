"""Deliveries: what we decide ourselves is a forecast until the due date, and reached or not after it."""

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.goals.delivery import judge_delivery
from dashboard.goals.goal import Goal, GoalKind
from dashboard.goals.verdict import Status, Verdict
from dashboard.goals.window import Observation, Reason, add_months
from dashboard.statistics.direction import Direction

DUE = date(2026, 12, 31)
CONCERTS = Goal("concerts", "concerts", GoalKind.DELIVER, Direction.UP, 24, baseline_on=date(2025, 12, 31), due=DUE)
CEILING = replace(CONCERTS, direction=Direction.DOWN, target=10)


def quarterly(counts: Sequence[float | None], first: int = 2026) -> list[Observation]:
    starts = [add_months(date(first, 1, 1), 3 * i) for i in range(len(counts))]
    return [
        Observation(start, add_months(start, 3) - timedelta(days=1), count)
        for start, count in zip(starts, counts, strict=True)
    ]


def told(*counts: float | None, before: Sequence[float] = (), goal: Goal = CONCERTS) -> Verdict:
    """The verdict once these quarters of 2026 are reported, after whole years before them."""
    rows = quarterly([*before, *counts], 2026 - len(before) // 4)
    return judge_delivery(rows, goal, add_months(date(2026, 1, 1), 3 * len(counts)))


def test_one_behind_the_plan_is_not_hardly_to_be_made_up() -> None:
    """17 of a planned 18, and the last quarters of two years came to 7 and 8."""
    found = told(6, 5, 6, before=[5, 6, 6, 7, 5, 6, 5, 8])
    assert found.required == 18
    assert found.earlier == (8, 7)
    assert found.status is Status.ON_TRACK_UNSURE
    assert found.left == ((date(2026, 10, 1), DUE),)


@pytest.mark.parametrize("done", [22, 17, 23])
def test_after_the_due_date_it_is_reached_or_not(done: int) -> None:
    found = judge_delivery(quarterly([6, 6, 4, done - 16]), CONCERTS, date(2027, 1, 20))
    assert (found.status, found.settled) == (Status.OFF_TRACK, True)
    enough = judge_delivery(quarterly([6, 6, 6, 6]), CONCERTS, date(2027, 1, 20))
    assert (enough.status, enough.settled) == (Status.REACHED, True)
    late = judge_delivery(quarterly([6, 6, 6]), CONCERTS, date(2027, 1, 20))
    assert late.reason is Reason.NOT_ALL_REPORTED


def test_the_words_follow_the_chance() -> None:
    orders = [told(6, 6, n).status for n in range(12, -1, -1)]
    ranks = [Status.REACHED, Status.ON_TRACK_SURE, Status.ON_TRACK_UNSURE, Status.BELOW_TARGET_UNSURE, Status.OFF_TRACK]
    assert list(dict.fromkeys(orders)) == ranks


def test_what_is_done_is_done() -> None:
    assert told(24).status is Status.REACHED
    assert told(24, None, None).status is Status.REACHED
    assert judge_delivery(quarterly([24]), replace(CONCERTS, due=None), DUE).status is Status.REACHED


def test_a_period_nobody_has_reported_is_left_and_not_zero() -> None:
    two_years = replace(CONCERTS, target=48, due=date(2027, 12, 31))
    gap = told(6, None, 6, 6, goal=two_years)
    assert gap.required == 18
    assert gap.left[0] == (date(2026, 4, 1), date(2026, 6, 30))
    assert gap.status is told(6, 6, 6, goal=two_years).status is Status.ON_TRACK_UNSURE
    assert told(6, 0, 6, 6, goal=two_years).status is Status.BELOW_TARGET_UNSURE


def test_a_period_that_begins_on_the_due_date_is_of_the_plan_and_a_later_one_is_not() -> None:
    due = replace(CONCERTS, due=date(2026, 10, 1), target=20)
    assert judge_delivery(quarterly([6, 6, 4, 4]), due, date(2027, 1, 2)).status is Status.REACHED
    later = replace(due, due=date(2026, 9, 30))
    assert judge_delivery(quarterly([6, 6, 4, 4]), later, date(2027, 1, 2)).status is Status.OFF_TRACK


def test_a_ceiling_is_broken_once_passed_and_held_only_at_the_end() -> None:
    assert told(1, 1, 1, goal=CEILING).status is Status.ON_TRACK_SURE
    assert told(4, 3, 2, goal=CEILING).status in {Status.ABOVE_TARGET_UNSURE, Status.ON_TRACK_UNSURE}
    passed = told(5, 6, goal=CEILING)
    assert (passed.status, passed.settled) == (Status.OFF_TRACK, True)
    assert told(5, 3, 1, 1, goal=CEILING).status is Status.REACHED


def test_what_stands_in_the_way_is_named() -> None:
    assert judge_delivery([], CONCERTS, DUE).reason is Reason.TOO_FEW_PERIODS
    assert judge_delivery(quarterly([3]), CONCERTS, date(2026, 12, 30)).reason is Reason.TOO_OLD
    assert judge_delivery(quarterly([3]), replace(CONCERTS, due=None), date(2026, 4, 2)).reason is Reason.NO_DUE_DATE
    assert judge_delivery(quarterly([3]), replace(CONCERTS, target=float("inf")), DUE).reason is (
        Reason.TARGET_OUTSIDE_UNIT
    )
    hidden = [replace(row, hidden=True) for row in quarterly([12] * 4)]
    assert judge_delivery(hidden, CONCERTS, DUE).reason is Reason.HIDDEN
    past = replace(CONCERTS, due=date(2025, 6, 30), baseline_on=date(2025, 12, 31))
    assert judge_delivery(quarterly([3]), past, DUE).reason is Reason.TOO_FEW_PERIODS


def _poisson(mean: float, chance: random.Random) -> int:
    count, product, floor = 0, chance.random(), math.exp(-mean)
    while product > floor:
        count += 1
        product *= chance.random()
    return count


def _years(pace: float, history: int, chance: random.Random) -> tuple[float, float]:
    """Shares of simulated years: of those reached, once "hardly"; of the clearly missed, warned at the last quarter."""
    reached = hardly = missed = warned = 0
    for _ in range(250):
        counts = [_poisson(pace / 4, chance) for _ in range(4 * (history + 1))]
        before, year = counts[: 4 * history], counts[4 * history :]
        heard = [told(*year[: 1 + q], before=before).status for q in range(3)]
        if sum(year) >= 24:
            reached, hardly = reached + 1, hardly + (Status.OFF_TRACK in heard)
        elif sum(year) <= 20:
            missed, warned = missed + 1, warned + (heard[2] in {Status.OFF_TRACK, Status.BELOW_TARGET_UNSURE})
    return hardly / max(reached, 1), warned / max(missed, 1)


@pytest.mark.parametrize(("pace", "history"), [(24, 0), (24, 2), (26, 3), (20, 2)])
def test_years_that_reach_the_goal_are_seldom_given_up_and_missed_ones_are_warned_of(pace: float, history: int) -> None:
    hardly, warned = _years(pace, history, random.Random(20260501))
    assert hardly <= 0.05
    assert warned >= 0.8
