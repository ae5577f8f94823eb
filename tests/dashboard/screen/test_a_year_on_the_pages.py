"""A year of late, partial and missing deliveries, read on the pages: who lacks is named, and is nobody's zero."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dashboard.counting.indicators import INDICATORS
from dashboard.desk import Desk
from dashboard.desk.installation.settings import Settings
from dashboard.language.words import words
from dashboard.sentences import deliveries as sentences
from tests.dashboard.desk.test_a_year import QUARTERS, deliveries, on, rows
from tests.dashboard.screen.test_pages import PAGES, said, visit

NB = words("nb")
BEGUN = date(2025, 2, 1)
MOST_READ = ("overview", "goals", "attendance", "upload", "quality")
NARROWED = ("goals", "municipality", "attendance")


def live(desk: Desk, day: date) -> None:
    """What is done on a day: files come, and 25 days after a quarter it is published, the third without Søndre Land."""
    for place, month in deliveries(day):
        now = on(desk, day)
        now.keep(now.typed(rows(place, month), f"{place} {month.code}.csv"))
    for quarter in QUARTERS:
        if day == quarter.last + timedelta(days=25):
            if quarter.number == 3:
                on(desk, day).do_without("sondre_land", quarter)
            on(desk, day).publish()


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
            numbers = [metric.value for metric in app.metric]
            assert "0" not in numbers and "0 %" not in numbers, (page, place, numbers)
        if period:
            told = [desk.figure(one.key, period, place) for one in INDICATORS if one.family.key == "participants"]
            assert {(figure.value, figure.sign) for figure in told} == {(None, "..")}
    if period and (lacking := desk.lacking(period)):
        sentence = sentences.without(period, desk.names_of(lacking), NB)
        assert all(sentence in texts[page] for page in ("overview", "attendance")), sentence
    for waiting, names in desk.waiting_for()[-1:]:
        assert sentences.waiting(waiting, names, NB) in texts["overview"]
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
    monkeypatch.setenv("SAMSPILL_DATABASE", f"sqlite:///{tmp_path}/y.sqlite")
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    return Desk(Settings(f"sqlite:///{tmp_path}/y.sqlite", "gjovik", tmp_path / "y.key"))


def test_who_has_not_delivered_is_named_on_the_pages_and_is_nobodys_zero(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read when the second quarter waits for Nordre Land, and when the third was published without Søndre Land."""
    read_on = {date(2025, 7, 27), date(2025, 10, 27)}
    seen = []
    for number in range((max(read_on) - BEGUN).days + 1):
        day = BEGUN + timedelta(days=number)
        live(desk, day)
        if day in read_on:
            now = desk.then(datetime.combine(day, time(12)), "leser")
            read(now, monkeypatch, MOST_READ)
            period = now.newest_period("participants")
            assert period is not None
            seen.append((period.code, now.missing("participants", period), now.figure("participants", period).value))
    assert [(code, missing) for code, missing, _ in seen] == [("2025Q2", ["nordre_land"]), ("2025Q3", ["sondre_land"])]
    assert seen[0][2] is None
    assert seen[1][2] is not None
