"""A click costs little: pictures stay where they are, and what nobody has opened is not written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import the_desk
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from tests.dashboard.screen.test_pages import PAGES, full, opened, visit
from tests.dashboard.unfolded import unfold
from tests.stores import at_home

__all__ = ["full", "opened"]

pytestmark = pytest.mark.slow

STYLES = list((Path(__file__).parents[3] / "dashboard" / "app" / "static").glob("*.css"))


def pictures(app: AppTest) -> list[tuple[int, ...]]:
    """Where each stands: the numbers of the parts that lead to it, from the page's top."""

    def below(block: object, at: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for number, part in getattr(block, "children", {}).items():
            if getattr(part, "type", "") in {"vega_lite_chart", "arrow_vega_lite_chart"}:
                yield (*at, number)
            yield from below(part, (*at, number))

    return list(below(app.main, ()))


@pytest.mark.parametrize("page", ["municipality", "referrals", "attendance", "community"])
def test_pictures_stay_where_they_are_whatever_is_chosen(
    page: str, opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part more above it would have each of them drawn from nothing."""
    at_home(monkeypatch, full)
    desk = the_desk(Settings.here())
    everywhere = set(pictures(visit(page)))
    assert len(everywhere) > 1
    for chosen in (
        {"kommune": "gjovik"},
        {"kommune": "nordre_land"},
        {"periode": desk.periods()[-1].code},
        {"sett": desk.pin()},
        {"kommune": "nowhere"},
    ):
        there = set(pictures(visit(page, **chosen)))
        # One that has no numbers for the choice may be gone, and one be there that the region has none for.
        assert len(there & everywhere) >= min(len(there), len(everywhere)) - 1, chosen


def test_a_table_under_a_picture_is_written_when_it_is_opened(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    closed = visit("referrals")
    assert not closed.table and not closed.get("download_button")
    assert words("nb")("chart-table") in [part.label for part in closed.expander]
    unfold(monkeypatch)
    open_page = visit("referrals")
    assert len(open_page.table) == len(open_page.get("download_button")) == len(pictures(open_page)) > 0


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_can_be_opened_opens_without_a_fault(
    page: str, opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    unfold(monkeypatch)
    assert not visit(page).exception
    assert not visit(page, kommune="gjovik").exception


def test_no_rule_on_the_screen_looks_around_all_that_comes() -> None:
    """`:has([data-testid…])` makes the browser look anew at whatever is around each new part."""
    sheets = {file.name: re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL) for file in STYLES}
    assert {"screen.css", "pictures.css", "meeting.css"} <= set(sheets)
    on_screen = {name: sheet.partition("@media print")[0] for name, sheet in sheets.items()}
    assert [name for name, sheet in on_screen.items() if ":has([" in sheet or ":has(> [" in sheet] == []
