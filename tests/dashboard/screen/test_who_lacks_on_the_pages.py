"""Missing deliveries read on the pages: who lacks is named, and is nobody's zero."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dashboard.counting.indicators import INDICATORS
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from dashboard.sentences import deliveries as sentences
from dashboard.sentences import sentences as of_figures
from tests.dashboard.desk.test_a_year import MONTHS, QUARTERS, deliveries, on, rows
from tests.dashboard.screen.test_pages import PAGES, key_numbers, said, visit
from tests.stores import at_home, database_at

pytestmark = pytest.mark.slow

NB = words("nb")
MOST_READ = ("overview", "goals", "attendance", "upload", "quality")
NARROWED = ("goals", "municipality", "attendance")


def read(desk: Desk, monkeypatch: pytest.MonkeyPatch, pages: Sequence[str] = PAGES) -> None:
    """The pages of a day, and some as those who lack see them; what is missing is "..", named, and never 0."""
    monkeypatch.setattr("dashboard.desk.the_desk", lambda settings: desk)
    monkeypatch.delenv("SAMSPILL_DEMO", raising=False)
    texts = {}
    for page in pages:
        app = visit(page)
        assert not app.exception, page
        texts[page] = said(app)
    period = desk.newest_period("participants")
    missing = desk.missing("participants", period) if period else []
    for place in missing:
        for page in NARROWED:
            app = visit(page, kommune=place)
            assert not app.exception, (page, place)
            numbers = [number for _, number, _ in key_numbers(app)]
            assert numbers or page == "goals", page
            assert "0" not in numbers and "0 %" not in numbers, (page, place, numbers)
        if period:
            told = [desk.figure(one.key, period, place) for one in INDICATORS if one.family.key == "participants"]
            assert {(figure.value, figure.sign) for figure in told} == {(None, "..")}
    if period and (lacking := desk.lacking(period)):
        sentence = sentences.without(period, desk.names_of(lacking), NB)
        assert all(sentence in texts[page] for page in ("overview", "attendance")), sentence
        # A municipality's numbers stand beside the region's, which says what it lacks there too.
        beside = said(visit("attendance", kommune="gjovik"))
        aside = NB("without-aside", who=sentences.listed(desk.names_of(lacking), NB))
        number = of_figures.figure("attendance_rate", desk.figure("attendance_rate", period), NB)
        assert NB("figure-region", value=f"{number}, {aside}") in beside
        assert of_figures.plain(sentence) in said(visit("municipality", kommune="gjovik"))
        # Concerts are delivered by another, who lacks nobody's.
        assert sentence not in said(visit("community"))
    assert all(sentence in texts["overview"] for sentence in sentences.waiting(desk.waiting_for(), NB))
    for waiting, _ in desk.waiting_for():
        assert desk.figure("participants", waiting).value is None
    board = desk.board()
    assert sentences.answer(board, desk.seen_on(), NB) in texts["quality"].replace("\\", "")
    # The goals say nothing else than the board: whoever lacks in a goal has something that has not come.
    owed = {row.name for _, _, lines in board for row in lines for cell in row.cells.values() if cell.at is None}
    untold = {table.name for table in desk.never_delivered()}
    never = {deliverer.source for deliverer in desk.model.deliverer if deliverer.table in untold}
    for row in desk.matrix():
        for place, cell in row.cells.items():
            if cell is not None and cell.verdict.reason == "not_delivered":
                assert set(cell.lacking) <= owed | never, (row.standing.entry.key, place, cell.lacking)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    at_home(monkeypatch, tmp_path / "y.sqlite")
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    return Desk(Settings(database_at(tmp_path / "y.sqlite"), "gjovik", tmp_path / "y.key"))


def test_who_has_not_delivered_is_named_on_the_pages_and_is_nobodys_zero(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read when the third quarter waits for Søndre Land, and when it was published without."""
    for day in sorted({month.last + timedelta(days=5) for month in MONTHS[6:9]}):
        for place, month in deliveries(day):
            now = on(desk, day)
            now.keep(now.typed(rows(place, month), f"{place} {month.code}.csv"))
    third, meeting = QUARTERS[2], date(2025, 10, 25)
    on(desk, meeting).publish()
    waits = desk.then(datetime.combine(meeting, time(12)), "leser")
    assert [waited for waited, _ in waits.waiting_for()] == [third]
    read(waits, monkeypatch, MOST_READ)
    assert waits.figure("participants", third).value is None
    on(desk, meeting + timedelta(days=1)).do_without("sondre_land", third)
    on(desk, meeting + timedelta(days=1)).publish()
    later = desk.then(datetime.combine(meeting + timedelta(days=2), time(12)), "leser")
    read(later, monkeypatch, MOST_READ)
    assert later.figure("participants", third).value is not None
    assert later.missing("participants", third) == ["sondre_land"]
