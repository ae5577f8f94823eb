"""Videre shows what participants answer: each question's good answers, and one question as a whole."""

import random
import time
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.counting.period import PeriodKind, period
from dashboard.desk import Desk, the_desk
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, words
from dashboard.sentences import sentences
from tests import made_up
from tests.dashboard.screen.test_pages import said
from tests.dashboard.unfolded import unfold
from tests.stores import at_home, database_at

pytestmark = pytest.mark.slow

APP = Path(__file__).parents[3] / "dashboard" / "app" / "frame.py"
YEAR = period(PeriodKind.YEAR, date.today().year - 1)
HEARD, WISHES = "Blir du hørt?", "Hva ønsker du mer av?"
MODEL = f"""
key = "small"
name = "Småby"
[[municipality]]
key = "smaby"
name = "Småby"
number = "9901"
[[survey_question]]
key = "heard"
name = {{ nb = "{HEARD}", nn = "Blir du høyrd?", en = "Are you heard?" }}
[[survey_question]]
key = "wishes"
name = {{ nb = "{WISHES}" }}
[[survey_question.response]]
key = "song"
name = {{ nb = "Sang" }}
[[survey_question.response]]
key = "band"
name = {{ nb = "Band" }}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, dice = tmp_path_factory.mktemp("page"), random.Random(5)
    (folder / "model.toml").write_text(MODEL, encoding="utf-8")
    desk = Desk(Settings(database_at(folder / "a.sqlite"), str(folder / "model.toml"), folder / "a.key"))
    forms = [
        {
            "Dato": f"05.05.{YEAR.year}",
            HEARD: dice.choices("2345", (4, 8, 20, 20))[0],
            WISHES: dice.choice(("Sang", "Band")),
        }
        for _ in range(60)
    ]
    desk.keep(desk.receive(made_up.table(forms), "brukerundersøkelse.csv"))
    time.sleep(1.1)
    desk.publish()
    return folder


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, **chosen: str) -> tuple[str, AppTest]:
    at_home(monkeypatch, folder / "a.sqlite")
    monkeypatch.setenv("SAMSPILL_MODEL", str(folder / "model.toml"))
    unfold(monkeypatch)
    app = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in chosen.items():
        app.query_params[name] = value
    app.run()
    app.switch_page("../../pages/pathways.py").run()
    assert not app.exception
    return said(app), app


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_of_a_question_what_the_desk_says(
    folder: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, _ = opened(folder, monkeypatch, lang=language)
    say, desk = words(language), the_desk(Settings.here())
    share = sentences.figure("good_response_rate", desk.figure_of("heard", "good_response_rate", YEAR), say)
    assert say("survey-title") in said and say("survey-good", year=str(YEAR.year)) in said
    assert "%" in share and share in said
    assert say("survey-answered", question=say.said(desk.model.survey_question[0].name)) in said
    the_desk.cache_clear()


def test_a_question_that_only_asks_which_has_a_picture_and_no_share(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chosen question is in the address, so that a link shows a colleague the same."""
    said, app = opened(folder, monkeypatch, sporsmal="wishes")
    say = words("nb")
    assert say("survey-no-good") in said and say("survey-answered", question=WISHES) in said
    assert app.query_params["sporsmal"] in ("wishes", ["wishes"])
    the_desk.cache_clear()
