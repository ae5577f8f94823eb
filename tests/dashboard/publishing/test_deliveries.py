"""What a steering group can rely on where somebody has not delivered: the rest is told, and the whole when it comes."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from dashboard.counting.period import from_code
from dashboard.desk import ALL, Desk
from tests import made_up

pytestmark = pytest.mark.slow

TODAY = date(2026, 7, 20)
PLACES = {"Gjøvik": 12, "Østre Toten": 11, "Vestre Toten": 10, "Søndre Land": 7, "Nordre Land": 9}
ELSEWHERE = {"Annen kommune": 6, "Ukjent": 6}


def appointments(place: str, first: date, last: date) -> bytes:
    """Everybody of a place twice a month, three times out of four with success."""
    rows = []
    for month in range(first.month, last.month + 1):
        for number in range({**PLACES, **ELSEWHERE}[place]):
            for day in (5 + number % 4, 19 + number % 7):
                missed = (number + day + month) % 4 == 0
                rows.append(
                    {
                        "Dato": date(first.year, month, day).strftime("%d.%m.%Y"),
                        "Deltaker": f"{place[0]}{place[-1]}{number:02d}",
                        "Kommune": place,
                        "Team": made_up.TEAMS[number % 2],
                        "Tilbudsform": made_up.LEVELS[0],
                        "Status": "Avlyst av deltaker" if missed else "Møtt",
                    }
                )
    return made_up.table(rows)


def deliver(desk: Desk, *places: str, first: date = date(2026, 4, 1), last: date = date(2026, 6, 30)) -> None:
    for place in (*places, *ELSEWHERE):
        desk.keep(desk.receive(appointments(place, first, last), f"{place}.csv"))


Q2 = from_code("2026Q2")


def test_one_of_five_sees_its_own_numbers_and_the_region_has_none(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(today=TODAY)
    deliver(desk, "Østre Toten")
    desk.publish()
    assert Q2 is not None
    assert desk.figure("participants", Q2, "ostre_toten").value == 11
    assert desk.figure("participants", Q2).sign == ".."
    assert desk.figure("participants", Q2, "gjovik").sign == ".."
    assert desk.series("participants", ALL, months=True).frame.is_empty()


def test_the_regions_numbers_come_when_the_last_has_delivered(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(today=TODAY)
    deliver(desk, "Østre Toten", "Gjøvik")
    desk.publish()
    shown = (pl.col("municipality") == "ostre_toten") & (pl.col("sign") == "")
    first = desk.published().frame.filter(shown)
    deliver(desk, "Vestre Toten", "Søndre Land", "Nordre Land")
    desk.publish()
    assert Q2 is not None
    assert (desk.figure("participants", Q2).value or 0) >= sum(PLACES.values())
    assert set(first.rows()) <= set(desk.published().frame.filter(shown).rows())


def test_published_without_one_by_decision_says_so_and_is_completed_when_it_comes(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(today=TODAY)
    deliver(desk, *[place for place in PLACES if place != "Søndre Land"])
    desk.publish()
    assert Q2 is not None
    assert desk.figure("participants", Q2).sign == ".."
    desk.do_without("sondre_land", Q2)
    desk.publish()
    before = desk.figure("participants", Q2).value
    assert before is not None
    assert desk.without("participants", Q2) == ["sondre_land"]
    assert desk.figure("participants", Q2, "sondre_land").sign == ".."
    deliver(desk, "Søndre Land")
    desk.publish()
    assert desk.without("participants", Q2) == []
    assert desk.figure("participants", Q2).value == before + PLACES["Søndre Land"]
    assert desk.figure("participants", Q2, "sondre_land").value == 7
    assert not any(audit.breaches for audit in desk.audit())
