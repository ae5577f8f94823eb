"""What a secretary who makes the papers on the screen can rely on."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import Desk, the_desk
from dashboard.language.words import words
from dashboard.papers import making
from dashboard.papers.order import PaperFault

pytestmark = pytest.mark.slow

APP = Path(__file__).parents[3] / "dashboard" / "app" / "frame.py"
NB = words("nb")


@pytest.fixture
def page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr("dashboard.screen.papers.PATIENCE", 60.0)  # a test has no eyes for a bar
    app = AppTest.from_file(str(APP), default_timeout=90).run()
    return app.switch_page("../../pages/papers.py").run()


def pressed(page: AppTest) -> AppTest:
    return next(button for button in page.button if button.label == NB("papers-make")).click().run()


def test_one_press_makes_the_report_and_shows_its_first_page(page: AppTest, desk: Desk) -> None:
    pressed(page)
    assert not page.exception
    assert [one.value for one in page.success] == [NB("papers-ready", name=NB("papers-kind-report-pdf"))]
    (download,) = [one for one in page.get("download_button") if ".pdf" in one.proto.label]
    assert download.proto.label.startswith("Last ned statusrapport-for-")
    assert len(page.get("image")) == 1
    assert any("kB" in one.value for one in page.caption)


def test_a_paper_that_cannot_be_made_is_one_sentence(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> dict[str, bytes]:
        raise PaperFault("broken-off")

    monkeypatch.setattr(making, "made", broken)
    pressed(page)
    assert not page.exception
    assert [one.value for one in page.error] == [NB("paper-fault-broken-off")]


def test_what_is_asked_for_is_what_is_made(page: AppTest, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    orders = []

    def kept(order: object, *_: object, **__: object) -> dict[str, bytes]:
        orders.append(order)
        return {"a.pdf": b"%PDF"}

    monkeypatch.setattr(making, "made", kept)
    page.multiselect(key="papers:places").set_value(["gjovik"])
    page.toggle(key="papers:large").set_value(True)
    pressed(page)
    (order,) = orders
    assert (order.places, order.goals, order.large, order.contrast) == (("gjovik",), None, True, False)
    assert order.edition == desk.pin()
    the_desk.cache_clear()
