"""What a goal's status refuses to rest on, and which periods it looks at."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.goals.delivery import judge_delivery
from dashboard.goals.goal import Goal, GoalKind
from dashboard.goals.verdict import Status, Verdict, judge
from dashboard.goals.window import Observation, Reason, add_months, months_between
from dashboard.statistics.direction import Direction

TODAY = date(2026, 1, 20)
KEEP = Goal("attendance", "attendance_rate", GoalKind.KEEP, Direction.UP, 0.94)


def periods(n: int, months: int = 1, end: date = date(2025, 12, 31)) -> list[tuple[date, date]]:
    """The last n periods of so many months, up to and including `end`."""
    after = end + timedelta(days=1)
    starts = [add_months(after, -months * (n - i)) for i in range(n)]
    return [(start, add_months(start, months) - timedelta(days=1)) for start in starts]


def observations(numerators: Sequence[float | None], denominator: float = 30, months: int = 1) -> list[Observation]:
    spans = periods(len(numerators), months)
    return [
        Observation(start, end, x, None if x is None else denominator)
        for (start, end), x in zip(spans, numerators, strict=True)
    ]


def spread(total: int, n: int = 12) -> list[float | None]:
    """A total shared out over n periods as evenly as whole numbers can be."""
    return [float((total * (i + 1)) // n - (total * i) // n) for i in range(n)]


def tell(total: int, goal: Goal = KEEP) -> Verdict:
    return judge(observations(spread(total)), goal, TODAY)


# --- what cannot be judged, and which thing is in the way


def test_a_hidden_period_in_the_window_leaves_no_verdict_and_no_numbers():
    rows = observations(spread(335))
    rows[4] = replace(rows[4], hidden=True)
    found = judge(rows, KEEP, TODAY)
    assert (found.status, found.reason) == (Status.CANNOT_JUDGE, Reason.HIDDEN)
    assert (found.estimate, found.lower, found.upper, found.numerator, found.n) == (None,) * 5


def test_what_is_hidden_never_changes_the_answer():
    rows = observations(spread(335))
    answers = [
        judge([*rows[:3], replace(rows[3], numerator=x, denominator=30, hidden=True), *rows[4:]], KEEP, TODAY)
        for x in (0, 1, 30)
    ]
    assert answers[0] == answers[1] == answers[2]


def test_fewer_than_three_periods_with_data_cannot_be_judged():
    for rows in (
        [],
        observations([28.0]),
        observations([28.0, 29.0]),
        observations([None, 28.0, 29.0]),
        observations([0.0] * 12, 0),
    ):
        found = judge(rows, KEEP, TODAY)
        assert (found.status, found.reason) == (Status.CANNOT_JUDGE, Reason.TOO_FEW_PERIODS)
    assert judge([], KEEP, TODAY).estimate is None


def test_fewer_than_twenty_cases_cannot_be_judged_but_the_number_is_told():
    found = judge(observations([6.0, 6.0, 6.0], 6), KEEP, TODAY)
    assert (found.reason, found.n, found.estimate) == (Reason.TOO_FEW_CASES, 18, 1)
    twenty = [Observation(*span, n, n) for span, n in zip(periods(3), (7, 7, 6), strict=True)]
    assert judge(twenty, KEEP, TODAY).status is Status.ON_TRACK_UNSURE


def test_even_all_of_too_few_cannot_prove_the_target():
    for cases, status in ((60, Status.ON_TRACK_UNSURE), (61, Status.REACHED)):
        rows = [Observation(*span, n, n) for span, n in zip(periods(3), (20, 20, cases - 40), strict=True)]
        found = judge(rows, KEEP, TODAY)
        assert (found.status, found.needed, found.provable) == (status, 61, cases == 61)


def test_numbers_older_than_two_intervals_cannot_be_judged():
    rows = observations(spread(335))
    assert judge(rows, KEEP, date(2026, 2, 28)).reason is None
    assert judge(rows, KEEP, date(2026, 3, 1)).reason is Reason.TOO_OLD
    quarters = observations([84.0] * 4, 90, months=3)
    assert judge(quarters, KEEP, date(2026, 6, 30)).reason is None
    assert judge(quarters, KEEP, date(2026, 7, 1)).reason is Reason.TOO_OLD


def test_more_than_a_quarter_of_the_periods_missing_cannot_be_judged_told_or_left_out():
    rows = observations([28.0] * 12)
    for missing, reason in (([2, 3, 4], None), ([2, 3, 4, 5], Reason.TOO_MANY_MISSING)):
        left_out = [row for i, row in enumerate(rows) if i not in missing]
        told = [replace(r, numerator=None, denominator=None) if i in missing else r for i, r in enumerate(rows)]
        assert judge(left_out, KEEP, TODAY).reason is reason
        assert judge(told, KEEP, TODAY).reason is reason


def test_three_of_eleven_missing_are_more_than_a_quarter():
    rows = observations([28.0] * 4 + [None] * 3 + [28.0] * 4)
    assert judge(rows, KEEP, TODAY).reason is Reason.TOO_MANY_MISSING


def test_a_month_in_which_nothing_was_agreed_is_not_missing():
    rows = observations([28.0] * 12)
    rows[5:9] = [replace(row, numerator=0, denominator=0) for row in rows[5:9]]
    assert judge(rows, KEEP, TODAY).n == 240
    assert judge(rows, KEEP, TODAY).reason is None


def test_periods_before_the_first_are_not_missing():
    assert judge(observations([28.0] * 4), KEEP, TODAY).reason is None


@pytest.mark.parametrize("target", [1.5, -0.1, float("nan"), float("inf")])
def test_a_target_outside_its_unit_cannot_be_judged(target: float):
    found = tell(335, replace(KEEP, target=target))
    assert (found.reason, found.required, found.needed) == (Reason.TARGET_OUTSIDE_UNIT, None, None)


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 30), st.sampled_from([0, 30]), st.booleans(), st.booleans()), max_size=30
    ),
    st.sampled_from(list(GoalKind)),
    st.sampled_from(list(Direction)),
    st.sampled_from([1, 3, 4, 12]),
    st.dates(date(2023, 1, 1), date(2028, 1, 1)),
)
def test_whatever_comes_in_the_answer_is_defined_and_never_nan(
    rows: list[tuple[int | None, int, bool, bool]], kind: GoalKind, direction: Direction, months: int, today: date
):
    goal = replace(KEEP, kind=kind, direction=direction, baseline=0.8, baseline_on=date(2024, 6, 30), due=TODAY)
    given_ = [
        Observation(*span, x if x is None else min(x, n), None if x is None else n, hidden)
        for span, (x, n, hidden, left_out) in zip(periods(len(rows), months), rows, strict=True)
        if not left_out
    ]
    found = (judge_delivery if kind is GoalKind.DELIVER else judge)(given_, goal, today)
    assert (found.reason is None) == (found.status is not Status.CANNOT_JUDGE)
    numbers = (found.required, found.estimate, found.lower, found.upper, found.numerator, found.n)
    assert all(math.isfinite(number) for number in numbers if number is not None)
    if found.lower is not None and found.estimate is not None and found.upper is not None:
        assert found.lower <= found.estimate <= found.upper


def test_impossible_readings_are_errors():
    with pytest.raises(ValueError, match="not a share"):
        judge(observations([31.0] * 12), KEEP, TODAY)
    with pytest.raises(ValueError, match="denominator"):
        judge([replace(row, denominator=None) for row in observations(spread(335))], KEEP, TODAY)
    with pytest.raises(ValueError, match="cover"):
        judge([*observations([28.0] * 3), *observations([28.0] * 3)], KEEP, TODAY)
    for start, numerator, denominator in ((2, 1.0, 2.0), (1, float("nan"), 2.0), (1, 1.0, -2.0)):
        with pytest.raises(ValueError, match="2025-01"):
            Observation(date(2025, 1, start), date(2025, 1, 1), numerator, denominator)


# --- the window


def test_only_the_last_twelve_months_since_the_rebase_count_and_nothing_from_the_future():
    rows = observations([0.0] * 12 + [28.0] * 12)
    assert judge(rows, KEEP, TODAY).estimate == 28 / 30
    assert judge(rows, KEEP, date(2025, 12, 31)).estimate == 28 / 30
    future = Observation(date(2026, 1, 1), date(2026, 1, 31), 0, 30)
    assert judge([*rows, future], KEEP, TODAY) == judge(rows, KEEP, TODAY)
    assert judge(rows, KEEP, date(2024, 12, 31)).estimate == 0
    rebased = replace(KEEP, since=date(2025, 7, 1))
    assert judge(observations([0.0] * 6 + [28.0] * 6), rebased, TODAY).n == 180
    assert judge(rows, replace(KEEP, since=date(2027, 1, 1)), TODAY).reason is Reason.TOO_FEW_PERIODS


def test_a_window_is_four_quarters_or_three_tertials():
    assert judge(observations([84.0] * 9, 90, months=3), KEEP, TODAY).n == 360
    assert judge(observations([112.0] * 9, 120, months=4), KEEP, TODAY).n == 360


def test_the_order_of_the_readings_does_not_matter():
    rows = observations(spread(335))
    assert judge(rows[::-1], KEEP, TODAY) == judge(rows, KEEP, TODAY)


def test_months_are_counted_by_the_calendar():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 3, 31), -13) == date(2023, 2, 28)
    assert months_between(date(2024, 11, 1), date(2026, 2, 1)) == 15
