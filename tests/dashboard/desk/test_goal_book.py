"""What a steering group can rely on about its goals: they can be changed, and nothing of the past is lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dashboard.desk import Desk, GoalEntry, GoalFault, GoalVersion
from tests import made_up

pytestmark = pytest.mark.slow

FIRST, LAST = date(2025, 1, 2), date(2025, 12, 31)
TODAY = date(2026, 2, 20)


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk(today=TODAY)


def goal(desk: Desk, key: str) -> GoalVersion:
    return next(version for version in desk.goals() if version.key == key)


def change(desk: Desk, key: str, valid_from: date | None = TODAY, **changes: object) -> GoalVersion:
    before = desk.history_of_goal(key)[-1]
    entry = before.entry.model_copy(update=changes)
    return desk.change_goal(before, entry, valid_from=valid_from, case_number="14/26", decided_on=TODAY)


def test_goals_begin_in_the_model_file_and_then_live_here_with_their_past(desk: Desk) -> None:
    assert [v.version for v in desk.history_of_goal("attendance")] == [0]
    change(desk, "attendance", target=0.92)
    old, new = desk.history_of_goal("attendance")
    assert (old.entry.target, old.by, old.valid_from) == (0.90, "", None)
    assert (new.entry.target, new.by, new.case_number, new.decided_on) == (0.92, desk.who, "14/26", TODAY)
    assert new.at is not None
    assert goal(desk, "attendance").entry.target == 0.92
    assert next(s for s in desk.standings() if s.entry.key == "attendance").goal.target == 0.92


def test_a_target_holds_from_its_day_and_the_old_one_until_then(desk: Desk) -> None:
    later = TODAY + timedelta(days=30)
    change(desk, "attendance", valid_from=later, target=0.95)
    assert goal(desk, "attendance").entry.target == 0.90
    [coming] = desk.coming_goals()
    assert (coming.entry.target, coming.valid_from) == (0.95, later)


def test_a_chart_is_told_the_target_that_held_at_the_end_of_each_period(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(today=TODAY)
    desk.keep(desk.receive(made_up.attendance(FIRST, LAST), "o.csv"))
    desk.publish()
    change(desk, "attendance", valid_from=date(2025, 9, 30), target=0.95)
    [standing] = [s for s in desk.standings() if s.entry.key == "attendance"]
    assert standing.targets == {"2025Q1": 0.9, "2025Q2": 0.9, "2025Q3": 0.95, "2025Q4": 0.95}


def test_whoever_changes_a_goal_that_has_just_been_changed_is_told_and_nothing_is_kept(desk: Desk) -> None:
    seen = goal(desk, "attendance")
    change(desk, "attendance", target=0.92)
    with pytest.raises(GoalFault, match="overtaken"):
        desk.change_goal(seen, seen.entry.model_copy(update={"target": 0.5}), valid_from=TODAY)
    assert goal(desk, "attendance").entry.target == 0.92
    second = goal(desk, "attendance")
    change(desk, "attendance", target=0.93)
    with pytest.raises(GoalFault, match="overtaken"):
        desk.end_goal(second, "Nådd")


def test_an_ended_goal_holds_no_longer_and_can_still_be_read(desk: Desk) -> None:
    with pytest.raises(GoalFault, match="reason-missing"):
        desk.end_goal(goal(desk, "no_show"), "  ")
    desk.end_goal(goal(desk, "no_show"), "Slått sammen med oppmøte")
    assert "no_show" not in {version.key for version in desk.goals()}
    assert "no_show" not in {standing.entry.key for standing in desk.standings()}
    assert [v.state for v in desk.history_of_goal("no_show")] == ["standing", "ended"]


def new(**parts: object) -> GoalEntry:
    made = {
        "key": "new",
        "name": {"nb": "Fler møter"},
        "indicator": "attendance_rate",
        "kind": "keep",
        "direction": "up",
        "target": 0.8,
        "municipality": "sondre_land",
    }
    return GoalEntry(**(made | parts))


def test_a_municipalitys_own_goal_takes_the_place_of_the_regions(desk: Desk) -> None:
    added = desk.add_goal(new(), valid_from=None, case_number="3/26")
    targets = {s.entry.key: s.goal.target for s in desk.standings("sondre_land")}
    assert targets[added.key] == 0.8
    assert "attendance" not in targets
    assert "no_show" in targets
    assert added.key not in {s.entry.key for s in desk.standings()}
    assert "attendance" in {s.entry.key for s in desk.standings("gjovik")}


def test_new_goals_get_keys_of_their_own(desk: Desk) -> None:
    first = desk.add_goal(new(), valid_from=None)
    second = desk.add_goal(new(municipality="gjovik"), valid_from=None)
    assert first.key != second.key


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"target": 90.0}, "target-outside-unit"),
        ({"target": float("nan")}, "target-outside-unit"),
        ({"target": -0.1}, "target-outside-unit"),
        ({"tolerance": -0.1}, "target-outside-unit"),
        ({"indicator": "happiness"}, "unknown-indicator"),
        ({"indicator": "concerts", "kind": "keep"}, "wrong-kind-of-goal"),
        ({"kind": "reach"}, "due-missing"),
        ({"kind": "reach", "due": TODAY}, "baseline-missing"),
        ({"kind": "reach", "due": TODAY, "baseline": 0.5, "baseline_on": TODAY}, "due-before-baseline"),
        ({"name": {"nb": " "}}, "name-missing"),
        ({"name": {"nb": "x" * 301}}, "too-long"),
        ({"responsible": "01018012345"}, "identity-number"),
        ({"municipality": "oslo"}, "unknown-municipality"),
    ],
)
def test_a_goal_that_cannot_be_is_not_kept_and_the_reason_is_named(
    desk: Desk, parts: dict[str, object], reason: str
) -> None:
    before = len(desk.goals())
    with pytest.raises(GoalFault) as fault:
        desk.add_goal(new(**parts), valid_from=None)
    assert fault.value.reason == reason
    assert len(desk.goals()) == before


def test_a_goal_whose_number_is_no_longer_there_is_named_and_stops_nothing(desk: Desk) -> None:
    entry = new(indicator="happiness", municipality=None)
    desk._goal_book.write(None, GoalVersion("old", 0, entry), "x")
    assert [(version.key, reason) for version, reason in desk.broken_goals()] == [("old", "unknown-indicator")]
    assert "old" not in {standing.entry.key for standing in desk.standings()}


def test_looking_back_shows_the_goals_as_they_were(desk: Desk) -> None:
    change(desk, "attendance", valid_from=None, target=0.5)
    then = desk.at("2020-01-01")
    assert then is not None
    assert goal(then, "attendance").entry.target == 0.90
    assert goal(desk, "attendance").entry.target == 0.5
    assert {standing.entry.key: standing.goal.target for standing in then.standings()}["attendance"] == 0.90
