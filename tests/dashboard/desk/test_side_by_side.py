"""Goals side by side in every municipality, and what is new since the numbers before."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from dashboard.desk import ALL, Desk, GoalEntry
from dashboard.desk.side_by_side import Moved
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from tests import made_up

pytestmark = pytest.mark.slow

TODAY = datetime.now(UTC).date()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """Concerts only: public, so published in a moment."""
    made = make_desk(today=TODAY)
    made.keep(made.receive(made_up.concerts(date(2025, 1, 1), date(2025, 6, 30)), "k.csv"))
    made.publish()
    return made


def test_every_goal_has_a_row_and_every_place_a_column(desk: Desk) -> None:
    rows = desk.matrix()
    assert [row.standing.entry.key for row in rows] == [goal.key for goal in desk.model.goal]
    assert {tuple(row.cells) for row in rows} == {("all", *(place.key for place in desk.model.municipality))}


def test_a_number_or_a_plan_of_the_whole_region_is_not_shown_as_a_municipalitys_own(desk: Desk) -> None:
    rows = {row.standing.entry.key: row.cells for row in desk.matrix()}
    for key in ("transition", "concerts"):
        assert rows[key]["all"] is not None
        assert [cell for place, cell in rows[key].items() if place != "all"] == [None] * 5
    assert all(cell is not None for cell in rows["attendance"].values())


def test_the_first_numbers_have_nothing_before_them(desk: Desk) -> None:
    assert desk.before() is None
    assert desk.news() is None


def test_what_is_new_is_told_periods_corrections_and_goals_that_have_moved(desk: Desk) -> None:
    plan = {"indicator": "concerts", "kind": "deliver", "direction": "up", "target": 24, "due": date(2025, 12, 31)}
    entry = GoalEntry.model_validate({"key": "new", "name": {"nb": "24 i 2025"}, **plan, "baseline_on": "2024-12-31"})
    goal = desk.add_goal(entry, valid_from=None)
    concerts = made_up.concerts(date(2025, 1, 1), date(2025, 12, 31))
    desk.keep(desk.receive(concerts, "k2.csv"))
    desk.publish()
    found = desk.news()
    assert found is not None
    assert {period.code for period in found.periods} >= {"2025", "2025Q4"}
    assert found.anew == []
    before = desk.before()
    assert before is not None
    assert before.matrix()[-1].standing.verdict.reason is Reason.NOT_ALL_REPORTED
    assert Moved(goal.key, ALL, Status.CANNOT_JUDGE, Status.REACHED) in found.moved
    assert all(one.before is not one.after for one in found.moved)


def test_a_corrected_year_is_told_with_its_reason(desk: Desk) -> None:
    desk.keep(desk.receive(made_up.concerts(date(2025, 1, 4), date(2025, 6, 30), seed=9), "k2.csv"))
    desk.publish(edition_of=2025, reason="Flere konserter")
    found = desk.news()
    assert found is not None
    assert {reason for _, reason in found.anew} == {"Flere konserter"}
    assert found.periods == []


def test_a_plan_of_the_regions_is_judged_on_the_region_whatever_municipality_is_chosen(desk: Desk) -> None:
    [region] = [one for one in desk.standings() if one.entry.kind == "deliver"]
    for place in desk.model.municipality:
        [here] = [one for one in desk.standings(place.key) if one.entry.kind == "deliver"]
        assert (here.place, here.verdict) == (ALL, region.verdict)
