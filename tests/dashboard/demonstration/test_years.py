"""The demo lives its years: files come on their days from those who deliver, and what goes wrong can be seen."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dashboard import demonstration
from dashboard.demonstration import years
from dashboard.desk import Desk
from dashboard.publishing.deliveries import State

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 28)


@pytest.fixture
def lived(make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A year of deliveries; nothing is published."""
    monkeypatch.setattr(demonstration, "YEARS_BACK", 0)
    desk = make_desk(today=TODAY)
    for act in years.acts(desk.model, TODAY, demonstration.tables(desk.model, TODAY, 1)):
        if not act.publishes:
            act.does(desk.then(act.moment, act.by))
    return desk


def test_files_come_month_by_month_and_one_is_late_one_missing_and_one_quarter_had_nothing(lived: Desk) -> None:
    stood = {
        (table.name, row.name, period.code): cell.state
        for table, _, rows in lived.board()
        for row in rows
        if table.name == "attendance" or row.deliverer.source
        for period, cell in row.cells.items()
    }
    wrong = {key: state for key, state in stood.items() if state not in {State.DELIVERED, State.AWAITED}}
    assert wrong == {
        ("attendance", "Nordre Land", "2026-09"): State.MISSING,
        ("attendance", "Vestre Toten", "2026-08"): State.LATE,
        ("activities", "Kulturnettverket", "2026Q3"): State.NOTHING,
    }


def test_every_file_has_its_own_day_and_somebody_who_brought_it(lived: Desk) -> None:
    batches = lived.batches()
    assert len({batch.uploaded_at.date() for batch in batches}) > 15
    assert {batch.uploaded_by for batch in batches} >= {
        "koordinator i kommunen, Gjøvik",
        "inntaksteamet, Sykehuset Innlandet",
    }
    assert all(batch.uploaded_at.date() <= TODAY for batch in batches)
    assert sum(count.failed for batch in batches for count in batch.counts) == 0


@pytest.mark.parametrize("day", [date(2026, 1, 10), date(2026, 2, 1), TODAY])
def test_numbers_are_published_before_the_last_meetings_and_never_in_days_to_come(
    make_desk: Callable[..., Desk], day: date
) -> None:
    acts = years.acts(make_desk(today=day).model, day, {})
    published = [act.moment.date() for act in acts if act.publishes]
    assert len(set(published)) == years.MEETINGS
    assert day - timedelta(days=400) < min(published) <= max(published) <= day


@pytest.mark.parametrize("day", [date(2026, 1, 10), date(2026, 2, 1), TODAY])
def test_what_people_wait_for_comes_first_and_what_waits_is_of_no_day_after_it(
    make_desk: Callable[..., Desk], day: date
) -> None:
    model = make_desk(today=day).model
    acts = years.acts(model, day, demonstration.tables(model, day, 1))
    assert [act.wait for act in acts] == sorted(act.wait for act in acts)
    newest = max(act.moment for act in acts if act.publishes and not act.wait)
    waiting = [act for act in acts if act.wait]
    assert waiting and all(act.moment <= newest for act in waiting if act.publishes)
    files = [act for act in acts if not act.publishes and act.moment <= newest and "koordinator i kommunen" in act.by]
    assert files and {act.wait for act in files} <= {0, 3}, "every municipality's file but the mended one is there"


def test_who_stops_the_demo_stops_it_before_the_next_thing_is_done(make_desk: Callable[..., Desk]) -> None:
    desk, shares = make_desk(today=TODAY), list[float]()
    demonstration.fill(desk, lambda: len(shares) == 3, lambda share, newest_there: shares.append(share))
    assert shares == sorted(shares) and len(shares) == 3
    assert len(desk.batches()) == 3 and desk.publishing is None and not desk.newest_to_come
