"""How a goal stands on published numbers: bounds are judged on their middle, and its course ends in its verdict."""

from datetime import date

import pytest
from sealed import sealed

from dashboard.goals import standing
from dashboard.goals.standing import Standing
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.wall.published import with_gaps
from data_sources.declared.model_parts import GoalEntry

TODAY = date(2026, 2, 1)
Cell = dict[str, object]


def share(period: str, value: float, base: float = 100.0, **more: object) -> Cell:
    return {"period": period, "value": value, "base": base, "finer": value, **more}


def judged(last: Cell, target: float = 0.94, years: list[Cell] | None = None, lag: int = 0) -> Standing:
    """A goal to keep, on three quarters of 90 % and a last one."""
    entry = GoalEntry.model_validate(
        {"key": "a", "indicator": "attendance_rate", "name": {"nb": "Oppmøte"}, "kind": "keep", "target": target}
        | {"direction": "up"}
    )
    quarters = sealed("attendance_rate", [*(share(f"2025Q{at}", 0.90) for at in (1, 2, 3)), last])
    whole = sealed("attendance_rate", years) if years else None
    return standing.judge(entry, "all", quarters, TODAY, years=whole, lag=lag)


def test_a_bound_is_judged_on_the_middle_of_what_it_leaves_open() -> None:
    verdict = judged(share("2025Q4", 0.95, finer=0.98, bound="at_least")).verdict
    assert (verdict.n, verdict.estimate) == (400.0, pytest.approx((3 * 90 + 98) / 400))
    assert verdict.status is Status.BELOW_TARGET_UNSURE


def test_of_so_few_that_a_bound_says_no_more_nothing_is_judged() -> None:
    verdict = judged({"period": "2025Q4", "value": 0.95, "base": 100.0, "bound": "at_least"}).verdict
    assert (verdict.reason, verdict.estimate) == (Reason.HIDDEN, None)


def test_a_rule_is_broken_by_a_shown_case_and_never_by_the_middle_of_a_bound() -> None:
    bounds = [share(f"2025Q{at}", 0.95, finer=0.98, bound="at_least") for at in (1, 2, 3, 4)]
    entry = judged(bounds[3], target=1.0).entry
    kept = standing.judge(entry, "all", sealed("attendance_rate", bounds), TODAY).verdict
    assert (kept.status, kept.reason) == (Status.CANNOT_JUDGE, Reason.HIDDEN)
    assert judged(bounds[3], target=1.0).verdict.status is Status.OFF_TRACK


def test_the_course_of_a_goal_ends_where_the_goal_stands() -> None:
    hidden = judged({"period": "2025Q4"}, years=[share("2025", 0.91, 400.0)], lag=90)
    assert hidden.verdict.estimate == pytest.approx(0.91)
    course = standing.course(hidden)
    assert [point.period.code for point in course] == ["2025Q1", "2025Q2", "2025Q3", "2025Q4"]
    assert course[-1].verdict == hidden.verdict


def test_each_point_of_a_course_is_judged_as_the_goal_is_where_its_numbers_come_late() -> None:
    """A quarter is hidden, the year before was shown: what could be said then is drawn."""
    early = judged(share("2025Q4", 0.92), years=[share("2024", 0.80, 400.0)], lag=300)
    entry = early.entry
    quarters = sealed("attendance_rate", [share("2024Q4", 0.8), {"period": "2025Q1"}, share("2025Q2", 0.9)])
    years = sealed("attendance_rate", [share("2024", 0.80, 400.0)])
    whole = standing.judge(entry, "all", quarters, TODAY, years=years, lag=300)
    assert [point.verdict.estimate for point in standing.course(whole)] == [0.8, 0.8, 0.8]


def test_the_window_ends_at_the_familys_newest_published_period() -> None:
    """Waits of the third quarter are not known yet, though other numbers of it are published: they are not missing."""
    entry = judged(share("2025Q4", 0.9)).entry
    quarters = [share(f"{code}", 0.9) for code in ("2024Q3", "2024Q4", "2025Q1", "2025Q2")]
    late = with_gaps(sealed("attendance_rate", quarters), ["2025Q3"])
    day = date(2025, 11, 20)
    whole = standing.judge(entry, "all", late, day, until=date(2025, 6, 30))
    assert (whole.verdict.start, whole.verdict.end) == (date(2024, 7, 1), date(2025, 6, 30))
    assert whole.verdict.n == 400
    assert standing.course(whole)[-1].period.code == "2025Q2"
    # Where the family has come so far for others, the place's own is missing.
    gap = standing.judge(entry, "all", late, day, until=date(2025, 9, 30)).verdict
    assert (gap.end, gap.n) == (date(2025, 9, 30), 300)
