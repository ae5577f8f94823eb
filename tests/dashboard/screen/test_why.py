"""Why a goal is where it is: asked for where it is off track, written at its card and in the meeting, shown in both."""

from collections.abc import Sequence
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import ALL, Decision, Desk
from dashboard.goals.verdict import Status
from dashboard.language.words import LANGUAGES, words
from dashboard.papers.decided import cause_then
from dashboard.screen import View
from dashboard.screen.goals import why
from tests.dashboard.screen.test_pages import APP, said

pytestmark = pytest.mark.slow

NB = words("nb")


def standing(status: Status, place: str = ALL) -> Any:
    verdict = SimpleNamespace(status=status)
    return cast("Any", SimpleNamespace(verdict=verdict, place=place, entry=SimpleNamespace(key="waiting")))


def decision(number: int, day: date, due: date | None = None, place: str = ALL) -> Decision:
    at = datetime(2026, 1, 1)
    return Decision(number, 1, "waiting", place, f"Nr. {number}", "", day, "Teamet", due, "standing", "", at, "kari")


def view(desk: object, language: str = "nb") -> View:
    return View(cast("Any", desk), words(language), ALL, None)


class _Written:
    """A desk that knows of a cause, or none, and of what waits."""

    def __init__(self, text: str = "", waiting: Sequence[Decision] = ()) -> None:
        self._text, self._waiting = text, waiting

    def cause(self, goal: str, place: str) -> object:
        return SimpleNamespace(text=self._text) if self._text else None

    def measures(self) -> Sequence[Decision]:
        return self._waiting


@pytest.mark.parametrize("language", LANGUAGES)
def test_off_track_a_goal_says_that_its_cause_and_its_next_step_are_not_known(language: str) -> None:
    page = why.drawn(standing(Status.OFF_TRACK), view(_Written(), language))
    assert words(language)("why-none") in page and words(language)("why-next-none") in page
    waits = why.drawn(
        standing(Status.OFF_TRACK), view(_Written("En stilling <står> ledig", [decision(1, date.min)]), language)
    )
    assert "En stilling &lt;står&gt; ledig" in waits
    assert words(language)("why-none") not in waits and words(language)("why-next-none") not in waits


def test_a_goal_on_track_is_asked_nothing_and_shows_what_was_written_all_the_same() -> None:
    assert why.drawn(standing(Status.REACHED), view(_Written())) == ""
    assert "Flere timer" in why.drawn(standing(Status.REACHED), view(_Written("Flere timer")))


def test_the_next_step_is_always_among_the_decisions_that_are_shown() -> None:
    every = [decision(number, date(2026, number, 1)) for number in (5, 4, 3, 2, 1)]
    step = why.next_step(standing(Status.OFF_TRACK), view(_Written("", [every[3], *every])))
    assert step is every[3]
    assert [entry.number for entry in why.with_next_step(every, step, 3)] == [2, 4, 5]
    assert [entry.number for entry in why.with_next_step(every, every[0], 3)] == [3, 4, 5]
    of_place = [decision(7, date(2026, 1, 1)), decision(8, date(2026, 1, 1), place="gjovik")]
    own = why.next_step(standing(Status.OFF_TRACK, "gjovik"), view(_Written("", of_place)))
    assert own is of_place[1]


def test_a_cause_is_written_at_the_card_and_read_on_it_in_the_meeting_and_in_a_paper(desk: Desk) -> None:
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page("../../pages/goals.py").run()
    panel = next(one for one in app.get("button_group") if one.label == NB("goal-more", name="24 konserter i året"))
    panel.set_value("why").run()
    assert not app.exception
    field = next(one for one in app.text_area if one.label == NB("why-ask"))
    field.input("Kulturhuset er stengt")
    next(one for one in app.button if one.label == NB("minutes-keep")).click().run()
    assert not app.exception
    cause = desk.cause("concerts")
    assert cause is not None and cause.text == "Kulturhuset er stengt"
    assert "Kulturhuset er stengt" in said(app)
    app.query_params["bilde"] = "mal.concerts"
    app.switch_page("../../pages/meeting.py").run()
    assert not app.exception
    assert "Kulturhuset er stengt" in said(app)
    judged = next(one for one in desk.standings() if one.entry.key == "concerts")
    assert cause_then(desk, judged) == "Kulturhuset er stengt"
    desk.withdraw_cause(cause, "Åpnet igjen")
    assert cause_then(desk, judged) == ""
