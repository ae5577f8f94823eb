"""A machine's clock that is set forward by forty days and back again: nothing is lost, and all of it has its order."""

import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.publishing.notice import Outcome
from tests import made_up
from tests.stores import database_at

FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """What our own code reads as now is so many days from it."""

    def by(days: int) -> None:
        class Elsewhen(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:
                return datetime.now(tz) + timedelta(days)  # type: ignore[arg-type]

        for name, module in list(sys.modules.items()):
            if name.startswith(("data_sources.", "dashboard.")) and "datetime" in vars(module):
                monkeypatch.setattr(module, "datetime", Elsewhen)

    return by


def test_a_clock_that_is_set_forward_and_back_loses_nothing_and_keeps_the_order(
    tmp_path: Path, set_clock: Callable[[int], None]
) -> None:
    days = 0
    settings = Settings(database_at(tmp_path / "a.sqlite"), "gjovik", tmp_path / "a.key")
    desk = Desk(settings, today=lambda: date(2026, 5, 20) + timedelta(days))

    def set_to(number: int) -> None:
        nonlocal days
        days = number
        set_clock(number)

    def keep(content: bytes, file: str) -> None:
        assert desk.keep(desk.receive(content, file)).id

    def corrected() -> set[str]:
        return {notice.family for notice in desk.survey() if notice.outcome is Outcome.CORRECTED}

    def numbers_at(pin: str) -> pl.DataFrame:
        seen = desk.at(pin)
        assert seen is not None
        return seen.published().frame

    keep(made_up.concerts(FIRST, LAST), "k.csv")
    desk.publish()
    first = desk.pin()

    set_to(40)
    keep(made_up.referrals(FIRST, LAST), "h.csv")
    set_to(41)
    desk.publish()
    second, owing = desk.pin(), desk.owing()[0]
    early = desk.decide("Først")
    vouched = {"issuer": "i", "subject": "k", "name": "Kari", "claimed": "reader", "claimed_places": ()}
    token = desk.sign_in(email="kari@example.no", **vouched)  # type: ignore[arg-type]
    assert desk.person_in(token) and desk.note_reminder(owing, "2026-06")

    pinned = {pin: numbers_at(pin) for pin in (first, second)}
    assert 0 < pinned[first].height < pinned[second].height

    set_to(0)
    assert desk.person_in(token) is None, "a session of a time to come is none"
    assert desk.person_in(desk.sign_in(email="", **vouched))  # type: ignore[arg-type]
    assert not desk.note_reminder(owing, "2026-06"), "nobody is reminded twice"
    assert "referred" not in corrected()
    keep(made_up.referrals(FIRST, LAST, seed=9), "h2.csv")
    assert "referred" in corrected(), "rows that came after the numbers, by a clock that says before"
    desk.publish(edition_of=2025, reason="Rettet")
    assert "referred" not in corrected()
    newest = {(entry.family, entry.period): entry.edition for entry in desk.publications()}
    assert newest["referred", "2025Q1"] == 2
    late = desk.decide("Så")
    assert [decision.number for decision in (early, late)] == [1, 2] and len(desk.decisions()) == 2
    assert [batch.file for batch in desk.batches()] == ["h2.csv", "h.csv", "k.csv"]
    assert all(numbers_at(pin).equals(before) for pin, before in pinned.items()), "a link shows what it showed"
    assert not desk.published().frame.equals(pinned[second])
    numbers = [entry.number for entry in desk.log(limit=1000)]
    assert numbers == list(range(len(numbers), 0, -1)) and desk.verify_log().broken is None
