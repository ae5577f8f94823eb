"""The meeting: its order, its frozen numbers, its links, and decisions written in it."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import Desk
from dashboard.language.words import LANGUAGES, words

pytestmark = pytest.mark.slow

APP = Path(__file__).parents[3] / "dashboard" / "app" / "frame.py"
NB = words("nb")


def opened(**params: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.run()
    for name, value in params.items():
        app.query_params[name] = value
    return app.switch_page("../../pages/meeting.py").run()


def heading(app: AppTest) -> str:
    """What the slide is called, wherever its heading is made."""
    if app.title:
        return str(app.title[0].value)
    found = (re.search("<h1>(.*?)</h1>", one.proto.body) for one in app.get("html"))
    return html.unescape(next(one[1] for one in found if one))


def asked(app: AppTest, name: str) -> str:
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


def counter(app: AppTest) -> str:
    return next(
        one.value
        for one in app.markdown
        if " av " in one.value and one.value[0].isdigit() and one.value.split(" av ")[1].isdigit()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_meeting_opens_in_every_language_with_the_goals_in_order(desk: Desk, language: str) -> None:
    app = opened(lang=language)
    assert not app.exception
    assert heading(app) == words(language)("meeting-of", day=words(language).day(desk.today()))


def test_the_numbers_are_frozen_and_named_from_the_first_screen_to_the_last(desk: Desk) -> None:
    app = opened()
    pin = asked(app, "sett")
    assert pin == desk.pin()
    app.button(key="meeting-next").click().run()
    assert asked(app, "sett") == pin
    assert any("utgave" in one.value for one in app.markdown)


def test_next_back_first_and_last_move_and_the_link_says_where_we_are(desk: Desk) -> None:
    app = opened()
    total = counter(app).split(" av ")[1]
    app.button(key="meeting-next").click().run()
    assert counter(app) == f"2 av {total}"
    assert asked(app, "bilde").startswith("mal.")
    app.button(key="meeting-last").click().run()
    assert asked(app, "bilde") == "slutt"
    app.button(key="meeting-back").click().run()
    app.button(key="meeting-first").click().run()
    assert counter(app) == f"1 av {total}"
    assert not app.exception


def test_a_link_opens_its_screen_and_an_unknown_one_the_start_with_a_sentence(desk: Desk) -> None:
    app = opened(bilde="mal.concerts")
    assert heading(app) == "24 konserter i året"
    lost = opened(bilde="mal.atlantis", sett="2999-01-01.7", kommuner="atlantis")
    assert not lost.exception
    said = [info.value for info in lost.info]
    assert NB("meeting-link-unknown") in said
    assert NB("link-unknown") in said


def test_chosen_municipalities_get_a_screen_each(desk: Desk) -> None:
    app = opened(kommuner="gjovik.nordre_land", bilde="kommune.nordre_land")
    assert not app.exception
    assert heading(app) == "Nordre Land"


def test_a_decision_in_the_meeting_takes_three_fields_and_belongs_to_the_goal_on_the_screen(desk: Desk) -> None:
    app = opened(bilde="mal.concerts")
    what, who, when = app.text_input
    what.input("Sak 9/26: Åpen scene på Dokka")
    who.input("Kulturnettverket")
    when.input("mai")
    next(one for one in app.button if one.label == NB("minutes-keep")).click().run()
    assert not app.exception
    made = desk.decisions("concerts")[0]
    assert (made.case_number, made.responsible, made.decided_on) == ("9/26", "Kulturnettverket", desk.today())
    app.button(key="meeting-last").click().run()
    assert heading(app) == NB("meeting-decided", count=1)


def test_leaving_gives_the_newest_numbers_back(desk: Desk) -> None:
    app = opened()
    app.button(key="meeting-leave").click().run()
    assert not app.exception
    assert heading(app) == NB("overview-title")
    assert "sett" not in app.query_params
