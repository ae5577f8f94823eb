"""What a steering group can rely on about who has delivered: what is missing is named, and is never zero."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import polars as pl
import pytest

from dashboard.counting.families import EVENTS, PARTICIPANTS, SURVEYED
from dashboard.counting.period import Period, from_code
from dashboard.desk import ALL, Desk
from dashboard.publishing.deliveries import Board, State
from data_sources.declared.deliverer import Deliverer, deliverers
from data_sources.declared.model import Model, load
from data_sources.declared.tables import ATTENDANCE, CONCERTS, SURVEY
from data_sources.storing.books.deliveries import Word, WordKind
from tests import made_up

pytestmark = pytest.mark.slow

MODEL = load("gjovik")
TODAY = date(2026, 7, 20)
PLACES = {"Gjøvik": 12, "Østre Toten": 11, "Vestre Toten": 10, "Søndre Land": 7, "Nordre Land": 9}
ELSEWHERE = {"Annen kommune": 6, "Ukjent": 6}
KEYS = dict(zip(PLACES, ("gjovik", "ostre_toten", "vestre_toten", "sondre_land", "nordre_land"), strict=True))


def code(text: str) -> Period:
    found = from_code(text)
    assert found is not None
    return found


def board(*spans: tuple[str, str, str, str, str], words: tuple[Word, ...] = (), model: Model = MODEL) -> Board:
    """A board of (table, municipality, first, last, uploaded on), each a file of its own."""
    rows = [
        {
            "table_name": table,
            "municipality": place,
            "team": "",
            "first": date.fromisoformat(first),
            "last": date.fromisoformat(last),
            "partial": False,
            "at": datetime.fromisoformat(f"{on}T10:00"),
            "by": "kari",
            "file_first": date.fromisoformat(first),
            "file_last": date.fromisoformat(last),
        }
        for table, place, first, last, on in spans
    ]
    return Board(model, pl.DataFrame(rows), words, TODAY)


def of(place: str, table: str = "attendance") -> Deliverer:
    return Deliverer(table=table, municipality=place)


def said(kind: WordKind, place: str, period: str, on: str, table: str = "attendance") -> Word:
    return Word(1, kind, table, f"municipality:{place}", period, "ola", datetime.fromisoformat(f"{on}T09:00"))


@pytest.mark.parametrize(
    ("uploaded", "state"), [("2026-04-10", State.DELIVERED), ("2026-04-15", State.LATE), ("2026-03-31", State.PARTIAL)]
)
def test_a_month_is_delivered_in_time_late_or_in_part(uploaded: str, state: State) -> None:
    mine = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", uploaded))
    assert mine.delivery(of("gjovik"), code("2026-03")).state is state


def test_a_month_nobody_delivered_is_missing_after_its_day_and_awaited_before() -> None:
    mine = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-03"))
    assert mine.delivery(of("gjovik"), code("2026-06")).state is State.MISSING
    assert mine.delivery(of("gjovik"), code("2026-07")).state is State.AWAITED


def test_a_file_for_the_wrong_month_leaves_the_right_one_missing() -> None:
    mine = board(("attendance", "gjovik", "2026-02-02", "2026-02-27", "2026-04-03"))
    assert mine.delivery(of("gjovik"), code("2026-03")).state is State.MISSING
    assert mine.delivery(of("gjovik"), code("2026-02")).state is State.LATE


def test_a_quiet_july_inside_a_whole_file_is_no_missing_delivery() -> None:
    mine = board(("attendance", "gjovik", "2025-01-02", "2025-12-20", "2026-01-10"))
    assert mine.delivery(of("gjovik"), code("2025-07")).state is State.LATE


def test_two_coordinators_who_deliver_the_same_month_have_delivered_it_once() -> None:
    rows = ("attendance", "gjovik", "2026-03-02", "2026-03-30")
    mine = board((*rows, "2026-04-03"), (*rows, "2026-04-20"))
    assert mine.delivery(of("gjovik"), code("2026-03")).state is State.DELIVERED


def test_nothing_to_report_is_an_answer_and_rows_that_follow_take_its_place() -> None:
    word = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-02")
    other = ("attendance", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03")
    assert board(other, words=(word,)).delivery(of("gjovik"), code("2026-03")).state is State.NOTHING
    both = board(other, ("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-10"), words=(word,))
    assert both.delivery(of("gjovik"), code("2026-03")).state is State.DELIVERED
    assert both.overtaken() == []  # of persons, that there were none is a count


@pytest.mark.parametrize(
    ("first", "last", "come"), [("2026-02-03", "2026-03-30", True), ("2026-01-05", "2026-02-27", False)]
)
def test_that_rows_have_come_is_said_of_the_months_they_are_of_and_no_other(first: str, last: str, come: bool) -> None:
    """A file speaks for its whole quarter; what has come since is only told of the days it has rows of."""
    each = Deliverer(table="activities", municipality="gjovik")
    model = MODEL.model_copy(update={"deliverer": (each,)})
    word = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-02", "activities")
    whole = ("activities", "gjovik", "2026-01-02", "2026-01-30", "2026-02-03")
    since = ("activities", "gjovik", first, last, "2026-04-10")
    both = board(whole, since, words=(word,), model=model)
    file_last = pl.when(pl.col("at").dt.month() == 4).then(date(2026, 3, 30)).otherwise("file_last")
    spread = replace(both, spans=both.spans.with_columns(file_last=file_last))
    assert spread.overtaken() == ([word] if come else [])


def test_of_persons_that_there_were_none_is_a_count_and_is_shown_as_delivered() -> None:
    word = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-02")
    mine = board(("attendance", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03"), words=(word,))
    assert mine.shown(of("gjovik"), code("2026-03")).state is State.DELIVERED
    quarter = said(WordKind.NOTHING, "gjovik", "2026Q1", "2026-04-02", "concerts")
    events = board(("concerts", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03"), words=(quarter,))
    each = Deliverer(table="concerts", municipality="gjovik", rhythm="quarter")
    assert events.shown(each, code("2026Q1")).state is State.NOTHING


def test_a_municipality_nobody_has_ever_heard_from_is_missing_by_name() -> None:
    mine = board(("concerts", "ostre_toten", "2026-01-10", "2026-03-20", "2026-04-03"))
    assert mine.turnout(EVENTS, code("2026Q1")).missing == {key for key in KEYS.values() if key != "ostre_toten"}


def test_who_began_later_is_not_missing_in_the_years_before() -> None:
    mine = board(
        ("attendance", "gjovik", "2025-01-02", "2025-12-20", "2026-01-10"),
        ("attendance", "gjovik", "2026-01-02", "2026-03-30", "2026-04-03"),
        *[("attendance", key, "2026-01-02", "2026-03-30", "2026-04-03") for key in KEYS.values() if key != "gjovik"],
    )
    assert mine.turnout(PARTICIPANTS, code("2025Q1")).missing == frozenset()
    assert mine.turnout(PARTICIPANTS, code("2026Q1")).missing == frozenset()
    assert mine.turnout(PARTICIPANTS, code("2026Q2")).missing == set(KEYS.values())


def test_a_team_that_ends_in_the_middle_of_a_year_is_expected_until_then() -> None:
    team = MODEL.team[1].model_copy(update={"until": date(2026, 4, 15)})
    declared = Deliverer(table="attendance", team=team.key)
    model = MODEL.model_copy(update={"team": (MODEL.team[0], team), "deliverer": (declared,)})
    [each] = deliverers(model, ATTENDANCE)
    mine = board(("attendance", "gjovik", "2026-01-02", "2026-06-30", "2026-07-03"), model=model)
    assert [p.code for p in mine.periods(each)] == ["2026-01", "2026-02", "2026-03", "2026-04"]


def test_a_table_nobody_has_delivered_is_expected_of_nobody_and_is_named() -> None:
    mine = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-03"))
    assert CONCERTS in mine.unused() and CONCERTS not in mine.tables()


# --- the same, published ----------------------------------------------------------------------------------


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


def test_a_survey_speaks_for_its_year_whenever_it_came_and_no_municipality_owes_it() -> None:
    """Answers need not say where they are from; a year without a survey is missing."""
    came = board(
        ("survey", "unknown", "2025-05-04", "2025-05-20", "2025-06-02"),
        ("survey", "gjovik", "2024-05-04", "2024-05-20", "2024-06-02"),
    )
    [kulturnettverket] = came.rows(SURVEY)
    assert [period.code for period in came.periods(kulturnettverket)] == ["2024", "2025", "2026"]
    states = [came.delivery(kulturnettverket, period).state for period in came.periods(kulturnettverket)]
    assert states == [State.DELIVERED, State.DELIVERED, State.AWAITED]
    assert came.turnout(SURVEYED, code("2025")).region
    later = replace(came, today=date(2027, 3, 1))
    assert later.delivery(kulturnettverket, code("2026")).state is State.MISSING
