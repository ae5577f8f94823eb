"""Decisions on the screen: written with three fields, changed by one at a time, never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import Desk, the_desk
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from tests.stores import at_home

APP = Path(__file__).parents[3] / "dashboard" / "app" / "frame.py"
NB = words("nb")


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Desk]:
    at_home(monkeypatch, tmp_path / "empty.sqlite")
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    yield the_desk(Settings.here())
    the_desk.cache_clear()


def opened() -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    return app.switch_page("../../pages/measures.py").run()


def field(app: AppTest, label: str, which: int = 0):
    return [one for one in app.text_input if one.label == NB(label)][which]


def press(app: AppTest, label: str, which: int = 0) -> AppTest:
    return [one for one in app.button if one.label == NB(label)][which].click().run()


def test_a_decision_is_written_down_with_where_it_belongs(desk: Desk) -> None:
    app = opened()
    field(app, "decision-text").input("Sak 14/26: Vi prøver påminnelse")
    field(app, "decision-due").input("1.12.2030")
    app.selectbox[0].select("attendance")
    press(app, "minutes-keep")
    assert not app.exception
    (made,) = desk.decisions()
    assert (made.goal, made.case_number, made.text) == ("attendance", "14/26", "Vi prøver påminnelse")
    assert NB("measures-open", count=1) in "".join(part.proto.body for part in app.get("html"))
    assert field(app, "decision-text").value == ""


def test_what_cannot_be_kept_gets_a_sentence_and_stays_in_the_field(desk: Desk) -> None:
    app = opened()
    field(app, "decision-text").input("Vi følger opp 01017012345")
    press(app, "minutes-keep")
    assert NB("minute-fault-identity-number") in [one.value for one in app.markdown]
    assert field(app, "decision-text").value == "Vi følger opp 01017012345"
    assert desk.decisions() == []


def test_the_second_of_two_editors_is_told_keeps_the_words_and_writes_over_nothing(desk: Desk) -> None:
    made = desk.decide("Slik det var", responsible="FACT-teamet")
    app = press(opened(), "decision-change")
    desk.revise(made.number, made.version, text="Slik en annen vil ha det")
    field(app, "decision-text").input("Slik jeg vil ha det")
    press(app, "minutes-keep")
    assert NB("minute-fault-overtaken") in [error.value for error in app.error]
    assert any("Slik en annen vil ha det" in warning.value for warning in app.warning)
    assert field(app, "decision-text").value == "Slik jeg vil ha det"
    assert [entry.text for entry in desk.decisions()] == ["Slik en annen vil ha det"]
    press(app, "minutes-keep")  # having read it
    assert [version.text for version in desk.history_of(made.number)] == [
        "Slik det var",
        "Slik en annen vil ha det",
        "Slik jeg vil ha det",
    ]
    assert not app.error


def test_a_measure_is_done_with_one_press_and_withdrawn_only_with_a_reason(desk: Desk) -> None:
    made = desk.decide("Et tiltak", responsible="FACT-teamet")
    app = press(opened(), "decision-done")
    assert desk.measures() == []
    press(app, "decision-change")
    app.segmented_control[0].set_value("withdrawn")
    press(app, "minutes-keep", -1)
    assert [error.value for error in app.error] == [NB("minute-fault-reason-missing")]
    field(app, "decision-reason").input("Ført to ganger")
    press(app, "minutes-keep", -1)
    assert [entry.reason for entry in desk.withdrawn()] == ["Ført to ganger"]
    assert len(desk.history_of(made.number)) == 3
