"""A goal's pictures and tables say its numbers as its card does: none is rounded onto another side of the target."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboard.desk import ALL
from dashboard.goals import standing
from dashboard.goals.standing import Standing, course
from dashboard.language.words import LANGUAGES, words
from dashboard.screen import View
from dashboard.screen.goals import card, pictures
from data_sources.declared.model_parts import GoalEntry
from tests.dashboard.sealed import sealed

NAME = {"nb": "Mål"}
QUARTERS = ("2025Q1", "2025Q2", "2025Q3", "2025Q4")


@pytest.fixture
def short() -> Standing:
    """895 of 1 000 came, and 90 % is the target."""
    cells = [{"period": code, "value": 0.90, "finer": 0.895, "base": 250.0} for code in QUARTERS]
    published = sealed("attendance_rate", cells)
    parts = {"key": "g", "name": NAME, "indicator": "attendance_rate", "kind": "keep", "direction": "up", "target": 0.9}
    return standing.judge(GoalEntry(**parts), ALL, published, date(2026, 2, 20))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_just_under_its_target_is_so_in_the_picture_the_spoken_text_and_the_table(
    short: Standing, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = View(cast("Any", SimpleNamespace(course=lambda *_: course(short))), words(language), ALL, None)
    large = pictures.value(short, view)
    assert large == view.words("value-just-under", value=view.words.percent(0.9))
    drawn = pictures.of_goal(short, course(short), [], view)
    assert drawn.count(large) == 4  # at each of the two periods there was enough in, and spoken
    small = pictures.small_curve(short, course(short), view)
    assert small.count(large) == 2
    tables: list[list[dict[str, str]]] = []
    monkeypatch.setattr(card, "as_table", tables.append)
    monkeypatch.setattr(card, "take_away", lambda *_: None)
    card._numbers(short, view)
    assert {row[view.words("chart-judged")] for row in tables[0]} == {large}
