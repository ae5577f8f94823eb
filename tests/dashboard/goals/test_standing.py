"""How a goal stands on published numbers: bounds are judged on their middle, and its course ends in its verdict."""

import math
from dataclasses import replace
from datetime import date

import pytest
from sealed import sealed

from dashboard.counting.period import PeriodKind
from dashboard.goals import standing
from dashboard.goals.goal import Goal, GoalKind
from dashboard.goals.standing import Standing
from dashboard.goals.verdict import Status, Trend
from dashboard.goals.window import Reason
from dashboard.statistics.direction import Direction
from dashboard.wall.published import with_gaps
from data_sources.declared.model import ModelFault
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


def entry(indicator: str = "attendance_rate", kind: str = "keep", target: float = 0.94, **more: object) -> GoalEntry:
    whole = {"key": "a", "name": {"nb": "Mål"}, "indicator": indicator, "kind": kind, "direction": "up"}
    return GoalEntry.model_validate(whole | {"target": target} | more)


def quarters(*values: float, base: float = 1000.0) -> list[Cell]:
    return [share(f"2025Q{at}", value, base) for at, value in enumerate(values, start=1)]


def kept(value: float, **more: object) -> Standing:
    """A goal of 94 % to keep on a year at one share."""
    return standing.judge(entry(**more), "all", sealed("attendance_rate", quarters(*[value] * 4)), TODAY)


def test_a_shortfall_is_tolerated_up_to_what_the_meeting_said_and_read_to_whole_per_cents() -> None:
    assert [kept(value, tolerance=0.02).within_tolerance for value in (0.92, 0.917, 0.914, 0.91)] == [
        *(True, True, False, False)
    ]
    assert kept(0.90, tolerance=0.0).within_tolerance is None
    assert kept(0.99, tolerance=0.02).within_tolerance is None  # it is not short
    fewer = {"direction": "down", "indicator": "no_show_rate", "target": 0.06}
    missed = standing.judge(entry(**fewer, tolerance=0.02), "all", sealed("no_show_rate", quarters(*[0.08] * 4)), TODAY)
    assert missed.within_tolerance is True
    assert replace(missed, goal=replace(missed.goal, tolerance=0.01)).within_tolerance is False


def test_the_window_names_the_periods_with_numbers_that_a_goal_is_judged_on() -> None:
    cells = [share("2024Q4", 0.9), *quarters(0.9, 0.9), {"period": "2025Q3"}, share("2025Q4", 0.9)]
    whole = standing.judge(entry(), "all", sealed("attendance_rate", cells), TODAY)
    assert (whole.verdict.start, whole.verdict.end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert whole.window == ["2025Q1", "2025Q2", "2025Q4"]
    assert standing.judge(entry(), "all", sealed("attendance_rate", []), TODAY).window == []


def test_a_share_is_drawn_at_its_whole_per_cent_and_never_across_its_target() -> None:
    goal = kept(0.90)
    assert [goal.drawn(value) for value in (None, 0.914, 0.94, 0.947)] == [None, 0.91, 0.94, 0.95]
    assert goal.drawn(0.9399) == pytest.approx(0.936)  # "94 %" as a number, below the line as a picture
    assert goal.drawn(0.9401) == pytest.approx(0.944)
    days = replace(goal, indicator=standing.BY_KEY["waiting_median"], goal=replace(goal.goal, target=30))
    assert days.drawn(29.6) == 29.6


@pytest.mark.parametrize(
    ("indicator", "kind", "fault"),
    [
        ("peace", "keep", "unknown-indicator"),
        ("concerts", "keep", "wrong-kind-of-goal"),
        ("attendance_rate", "deliver", "wrong-kind-of-goal"),
        ("waiting_median", "reach", "wrong-kind-of-goal"),
        ("concerts", "deliver", ""),
        ("audience", "deliver", ""),
        ("transition_rate", "reach", ""),
        ("open_to_public_rate", "keep", ""),
    ],
)
def test_a_goal_is_held_against_a_number_it_can_be_held_against(indicator: str, kind: str, fault: str) -> None:
    goal = entry(indicator, kind)
    assert standing.misfit(goal) == fault
    if not fault:
        standing.check_goals([goal], "region.toml")
        return
    with pytest.raises(ModelFault) as told:
        standing.check_goals([entry(), goal], "region.toml")
    assert (told.value.file, told.value.key, told.value.reason) == ("region.toml", "goal.a.indicator", fault)


def test_a_target_is_something_its_number_can_be() -> None:
    assert [standing.outside_unit(entry(target=target)) for target in (0, 1, -0.01, 1.01, math.inf, math.nan)] == [
        *(False, False, True, True, True, True)
    ]
    assert standing.outside_unit(entry(baseline=1.5))
    assert standing.outside_unit(entry(tolerance=-0.1))
    many = [standing.outside_unit(entry("concerts", "deliver", target)) for target in (24, 1_000_000, 1_000_001)]
    assert many == [False, False, True]


def test_what_is_older_than_a_rebase_says_nothing() -> None:
    row = sealed("attendance_rate", [share("2024Q4", 0.5), *quarters(0.5, 0.9, 0.9, 0.9)])
    own, moved = date(2025, 1, 1), date(2025, 4, 1)
    assert standing.judge(entry(since=own), "all", row, TODAY).verdict.estimate == pytest.approx(0.8)
    for since, rebased in ((None, moved), (own, moved), (moved, own)):
        assert standing.judge(entry(since=since), "all", row, TODAY, rebased=rebased).goal.since == moved
        assert standing.judge(entry(since=since), "all", row, TODAY, rebased=rebased).verdict.estimate == 0.9


def test_a_control_charts_word_on_the_last_point_is_the_goals_trend_where_it_has_one() -> None:
    row = sealed("attendance_rate", quarters(0.9, 0.9, 0.9, 0.9))
    own = standing.judge(entry(), "all", row, TODAY)
    assert own.verdict.trend is not None
    told = next(trend for trend in Trend if trend is not own.verdict.trend)
    assert standing.judge(entry(), "all", row, TODAY, trend=told).verdict == replace(own.verdict, trend=told)
    counted = sealed("concerts", [{"period": "2025Q1", "value": 6.0}])
    assert standing.judge(entry("concerts", "deliver", 24), "all", counted, TODAY, trend=told).verdict.trend is None


def test_a_delivery_is_judged_on_what_is_counted_and_not_as_a_share() -> None:
    concerts = sealed("concerts", [{"period": f"2025Q{at}", "value": 6.0} for at in (1, 2, 3, 4)])
    year = {"baseline_on": date(2024, 12, 31), "due": date(2025, 12, 31)}
    held = standing.judge(entry("concerts", "deliver", 24, **year), "all", concerts, TODAY)
    assert (held.verdict.status, held.verdict.estimate) == (Status.REACHED, 24)
    assert (held.place, held.indicator.key, held.entry.key) == ("all", "concerts", "a")


def test_without_a_verdict_because_of_somebody_no_number_is_left() -> None:
    gone = standing.unjudged(kept(0.90), Reason.NOT_DELIVERED, ["Søndre Land"])
    assert (gone.verdict.status, gone.verdict.reason, gone.lacking) == (
        Status.CANNOT_JUDGE,
        Reason.NOT_DELIVERED,
        ("Søndre Land",),
    )
    left = (gone.verdict.estimate, gone.verdict.lower, gone.verdict.upper, gone.verdict.numerator, gone.verdict.n)
    assert (*left, gone.verdict.needed) == (None,) * 6


def test_a_plan_has_the_periods_from_its_start_to_its_due_date() -> None:
    goal = Goal("c", "concerts", GoalKind.DELIVER, Direction.UP, 24)
    assert standing.plan_periods(goal, PeriodKind.QUARTER, TODAY) == ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]
    two = replace(goal, baseline_on=date(2025, 6, 30), due=date(2026, 3, 31))
    assert standing.plan_periods(two, PeriodKind.QUARTER, TODAY) == ["2025Q3", "2025Q4", "2026Q1"]
    inside = replace(goal, baseline_on=date(2025, 7, 1), due=date(2026, 3, 30))
    assert standing.plan_periods(inside, PeriodKind.QUARTER, TODAY) == ["2025Q4"]
    assert standing.plan_periods(replace(goal, baseline_on=date(2023, 12, 31)), PeriodKind.TERTIAL, TODAY) == [
        *("2024T1", "2024T2", "2024T3")
    ]


def test_a_course_leaves_out_what_its_family_is_not_published_of() -> None:
    row = sealed("attendance_rate", quarters(0.8, 0.9, 0.9, 0.9))
    until = standing.judge(entry(), "all", row, TODAY, until=date(2025, 9, 30))
    course = standing.course(until)
    assert [point.period.code for point in course] == ["2025Q1", "2025Q2", "2025Q3"]
    assert [point.verdict.estimate for point in course] == pytest.approx([0.8, 0.85, (0.8 + 0.9 + 0.9) / 3])
    assert standing.course(standing.judge(entry(), "all", sealed("attendance_rate", []), TODAY)) == []
