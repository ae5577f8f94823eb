"""A pinned link shows exactly the numbers and verdicts it was made with, whatever is published afterwards."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from dashboard.counting.period import from_code
from dashboard.desk import Desk, edition_of
from dashboard.language.words import words
from dashboard.sentences.sentences import edition
from tests import made_up

pytestmark = pytest.mark.slow

TODAY = datetime.now(UTC).date()
PERIOD = from_code("2025Q2")


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    made = make_desk(today=TODAY)
    made.keep(made.receive(made_up.concerts(date(2025, 1, 1), date(2025, 12, 31)), "k.csv"))
    made.publish()
    return made


def more(desk: Desk) -> None:
    """A correction, and a new edition of the year."""
    desk.keep(desk.receive(made_up.concerts(date(2025, 1, 4), date(2025, 12, 31), seed=9), "k2.csv"))
    desk.publish(edition_of=2025, reason="Flere konserter")


def test_a_pin_shows_the_numbers_as_they_were_also_later_the_same_day(desk: Desk) -> None:
    assert PERIOD
    pin, before = desk.pin(), desk.figure("concerts", PERIOD)
    more(desk)
    assert desk.figure("concerts", PERIOD) != before
    then = desk.at(pin)
    assert then is not None
    assert then.figure("concerts", PERIOD) == before
    assert then.is_pinned
    assert then.pin() == pin
    assert desk.pin() != pin


def test_a_pinned_edition_is_judged_on_its_own_day(desk: Desk) -> None:
    then = desk.at(f"2025-12-31.{desk.pin().partition('.')[2]}")
    assert then is not None
    assert then.seen_on() == date(2025, 12, 31)
    assert desk.seen_on() == TODAY
    assert then.today() == TODAY  # what is decided while reading old numbers is decided today


def test_an_edition_is_read_once_and_shared(desk: Desk) -> None:
    edition, again = desk.at(desk.pin()), desk.at(desk.pin())
    assert edition and again and edition.published() is again.published()


@pytest.mark.parametrize("code", ["", "x", "2025-13-01", "2025-12-31.x", "2999-01-01", "2025-12-31.999999"])
def test_an_edition_that_is_not_there_is_none(desk: Desk, code: str) -> None:
    assert desk.at(code) is None


def test_an_edition_has_a_name() -> None:
    assert edition_of("2026-03-12.137") == (date(2026, 3, 12), 137)
    assert edition("2026-03-12.137", words("nb")) == "12.03.2026 (utgave 137)"
    assert edition("2026-03-12", words("nb")) == "12.03.2026"
    assert edition("", words("nb")) == words("nb")("edition-newest")
