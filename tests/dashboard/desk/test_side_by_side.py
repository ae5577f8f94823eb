"""Goals side by side in every municipality, and what is new since the numbers before."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from dashboard.desk import ALL, Desk, GoalEntry
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.language.words import words
from dashboard.sentences import sentences
from tests import made_up

pytestmark = pytest.mark.slow

TODAY = datetime.now(UTC).date()
DAYS = (date(2025, 7, 24), date(2025, 10, 24))


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


def test_what_was_published_later_as_of_an_earlier_meeting_is_not_new_since_that_meeting(
    make_desk: Callable[..., Desk],
) -> None:
    """A new demo's newest quarter is published first, and what is older after it, as of its own meeting."""
    desk = make_desk(today=TODAY)
    desk.keep(desk.receive(made_up.concerts(date(2025, 1, 1), date(2025, 9, 30)), "k.csv"))
    july, october = (desk.then(datetime.combine(day, time(10)), "Kari") for day in DAYS)
    october.publish(since=date(2025, 7, 1))
    assert desk.before() is None
    july.publish()
    before, news = desk.before(), desk.news()
    assert before is not None and news is not None and before.seen_on() == DAYS[0]
    assert [period.code for period in news.periods] == ["2025Q3"]


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
    moved = [(one.goal, one.place, one.before.status, one.after.status) for one in found.moved]
    assert (goal.key, ALL, Status.CANNOT_JUDGE, Status.REACHED) in moved
    assert all(one.before != one.after for one in found.moved)


def test_a_goal_that_has_missed_its_due_date_has_moved_and_is_called_so(make_desk: Callable[..., Desk]) -> None:
    """Behind the plan in December is not reached in January, though both are one status."""
    desk = make_desk(today=date(2026, 11, 20))
    on = [desk.then(datetime.combine(day, time(9)), "koordinator") for day in (date(2026, 10, 20), date(2027, 1, 20))]
    for now, last in zip(on, (date(2026, 9, 30), date(2026, 12, 31)), strict=True):
        head, *rows = made_up.concerts(date(2026, 1, 1), last).splitlines()
        now.keep(now.receive(b"\r\n".join([head, *rows[::2]]), f"{last}.csv"))
        now.publish()
    before = next(row.standing.verdict for row in on[0].matrix() if row.standing.entry.key == "concerts")
    assert before.status is Status.OFF_TRACK and not before.settled
    news = on[1].news()
    assert news is not None
    moved = next(change for change in news.moved if change.goal == "concerts" and change.place == ALL)
    words_nb = words("nb")
    assert sentences.status(moved.after, words_nb) == words_nb("status-missed")
    assert words_nb("status-missed") in sentences.status_badge(moved.after, words_nb)


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
