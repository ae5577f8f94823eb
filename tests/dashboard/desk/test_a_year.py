"""A year lived through: five municipalities, late, partial and missing deliveries; what is told after every month."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dashboard.counting.period import Period, PeriodKind, of_year
from dashboard.desk import Desk, WordKind
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.installation.settings import Settings
from tests import made_up
from tests.stores import database_at

pytestmark = pytest.mark.slow

PLACES = {"Gjøvik": 14, "Østre Toten": 12, "Vestre Toten": 11, "Søndre Land": 8, "Nordre Land": 9, "Annen kommune": 6}
KEYS = {
    "Gjøvik": "gjovik",
    "Østre Toten": "ostre_toten",
    "Vestre Toten": "vestre_toten",
    "Søndre Land": "sondre_land",
    "Nordre Land": "nordre_land",
}
MONTHS = of_year(PeriodKind.MONTH, 2025)
QUARTERS = of_year(PeriodKind.QUARTER, 2025)
# What does not come on the fifth of the next month: (place, month) → days after the month's end, None for never.
AWRY: dict[tuple[str, int], int | None] = {
    ("Vestre Toten", 2): 30,  # late, but before the quarter is published
    ("Nordre Land", 5): 75,  # so late that the second quarter waits for it
    ("Søndre Land", 8): None,  # never; the third quarter is published without it
}


def rows(place: str, month: Period) -> list[dict[str, str]]:
    """Everybody twice a month; every seventh appointment missed, every eleventh cancelled by the service."""
    made = []
    for number in range(PLACES[place]):
        for day in (3 + number % 5, 17 + number % 8):
            at = number + day + month.number
            status = "Ikke møtt" if at % 7 == 0 else "Avlyst av terapeut" if at % 11 == 0 else "Møtt"
            made.append(
                {
                    "Dato": month.first.replace(day=day).strftime("%d.%m.%Y"),
                    "Deltaker": f"{place[0]}{place[-1]}{number:02d}",
                    "Kommune": place,
                    "Team": made_up.TEAMS[number % 2],
                    "Tilbudsform": made_up.LEVELS[0],
                    "Status": status,
                }
            )
    return made


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("year")
    return Desk(Settings(database_at(folder / "y.sqlite"), "gjovik", folder / "y.key"))


def on(desk: Desk, day: date) -> Desk:
    return desk.then(datetime.combine(day, time(9)), "koordinator")


def deliveries(day: date) -> list[tuple[str, Period]]:
    """What is delivered on a day."""
    found = []
    for month in MONTHS:
        for place in PLACES:
            days = AWRY.get((place, month.number), 5)
            if days is not None and month.last + timedelta(days=days) == day:
                found.append((place, month))
    return found


def test_a_year_of_late_partial_and_missing_deliveries_is_told_as_it_was(desk: Desk, tmp_path: Path) -> None:
    seen: list[tuple[str, list[str], list[str]]] = []
    day = date(2025, 2, 1)
    while day <= date(2026, 2, 10):
        for place, month in deliveries(day):
            now = on(desk, day)
            now.keep(now.typed(rows(place, month), f"{place} {month.code}.csv"))
        for quarter in QUARTERS:
            if day == quarter.last + timedelta(days=25):
                now = on(desk, day)
                if quarter.number == 3:
                    now.do_without("sondre_land", quarter)
                now.publish()
                waiting = now.missing("participants", quarter)
                seen.append((quarter.code, waiting, now.without("participants", quarter)))
        if day == date(2025, 8, 20):
            on(desk, day).publish()
        day += timedelta(days=1)
    assert seen == [
        ("2025Q1", [], []),
        ("2025Q2", ["nordre_land"], ["nordre_land"]),
        ("2025Q3", ["sondre_land"], ["sondre_land"]),
        ("2025Q4", [], []),
    ]
    now = on(desk, date(2026, 2, 10))
    second, third, fourth = QUARTERS[1:]
    # The second quarter was completed when Nordre Land had delivered.
    assert now.without("participants", second) == []
    assert now.figure("participants", second).value is not None
    assert now.figure("participants", second, "nordre_land").sign != ".."
    # The third stands without Søndre Land, and says so; it is nobody's zero.
    assert now.figure("participants", third).value is not None
    assert now.figure("participants", third, "sondre_land").sign == ".."
    assert now.lacking(third) == ["sondre_land"]
    attendance = next(one for one in now.standings() if one.entry.key == "attendance")
    assert attendance.verdict.status is not Status.CANNOT_JUDGE
    assert attendance.lacking == ("Søndre Land",)
    # The fourth is whole; concerts were never delivered, so there is no zero and no verdict.
    assert now.figure("participants", fourth, "sondre_land").sign != ".."
    concerts = next(one for one in now.standings() if one.entry.key == "concerts")
    assert (concerts.verdict.reason, concerts.lacking) == (Reason.NOT_DELIVERED, ("Kulturnettverket",))
    assert now.figure("concerts", fourth).sign == ".."
    # The year lacks a month of one municipality: its own numbers wait, until somebody says that there was nothing.
    lacking = [(one, month) for one, month, _ in now.open_deliveries() if month.year == 2025]
    assert len(lacking) == 1
    for one, month in lacking:
        assert (one.municipality, month.code) == ("sondre_land", "2025-08")
        now.say(WordKind.NOTHING, one, month)
    assert now.missing("participants", third) == []
    # Nobody can work a hidden number out of all that was ever told.
    assert not any(audit.breaches for audit in now.audit())
