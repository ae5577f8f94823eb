"""Which periods are expected of whom, and whose numbers a period lacks: what is missing is named, and is never zero."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from dashboard.counting.families import EVENTS, FOLLOWED, PARTICIPANTS, PERFORMERS, STEPS, SURVEYED, WAITED
from dashboard.counting.indicator import Family
from dashboard.publishing.deliveries import Board, State, Turnout, last_in_time
from data_sources.declared.deliverer import Deliverer, deliverers
from data_sources.declared.table import Table
from data_sources.declared.tables import ACTIVITIES, ATTENDANCE, CONCERTS, REFERRALS, SURVEY
from data_sources.storing.books.deliveries import WordKind
from tests.dashboard.publishing.boards import KEYS, MODEL, board, code, of, partial, said

# --- which periods are expected --------------------------------------------------------------------------------------


def expected(came: Board, deliverer: Deliverer) -> list[str]:
    return [period.code for period in came.periods(deliverer)]


def test_a_month_is_expected_from_the_years_first_delivery_by_anybody_to_today() -> None:
    """That somebody was late to begin is no reason to expect nothing of them."""
    came = board(
        ("attendance", "ostre_toten", "2026-02-10", "2026-03-30", "2026-04-03"),
        ("attendance", "gjovik", "2026-04-02", "2026-04-30", "2026-05-03"),
    )
    months = ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"]
    assert expected(came, of("gjovik")) == expected(came, of("ostre_toten")) == months
    assert expected(came, of("vestre_toten")) == months
    assert expected(replace(came, today=date(2026, 6, 1)), of("gjovik"))[-1] == "2026-06"
    assert expected(replace(came, today=date(2026, 5, 31)), of("gjovik"))[-1] == "2026-05"
    assert expected(came, of("gjovik", "concerts")) == []


def test_a_file_that_goes_on_from_the_year_before_begins_this_one_in_january() -> None:
    came = board(
        ("attendance", "ostre_toten", "2025-11-10", "2026-02-27", "2026-03-03"),
        ("attendance", "gjovik", "2026-02-02", "2026-02-27", "2026-03-03"),
    )
    assert expected(came, of("gjovik"))[0] == "2026-01"
    assert expected(came, of("ostre_toten"))[0] == "2025-11"


@pytest.mark.parametrize(("since", "first"), [(date(2026, 3, 31), "2026-03"), (date(2026, 4, 1), "2026-04")])
def test_who_is_declared_to_begin_or_end_is_expected_between_those_days(since: date, first: str) -> None:
    came = board(("attendance", "gjovik", "2026-02-10", "2026-05-30", "2026-06-03"))
    each = of("gjovik").model_copy(update={"since": since, "until": date(2026, 5, 1)})
    assert expected(came, each) == [*(["2026-03"] if first == "2026-03" else []), "2026-04", "2026-05"]
    ended = each.model_copy(update={"until": date(2026, 4, 30)})
    assert expected(came, ended)[-1] == "2026-04"


def test_a_rhythm_of_quarters_is_expected_by_quarter() -> None:
    came = board(("concerts", "gjovik", "2026-03-31", "2026-03-31", "2026-04-03"))
    each = Deliverer(table="concerts", source="Kulturnettverket", rhythm="quarter")
    assert expected(came, each) == ["2026Q1", "2026Q2", "2026Q3"]
    assert came.delivery(each, code("2026Q1")).state is State.DELIVERED  # a source delivers for everybody


# --- whose numbers a period lacks -----------------------------------------------------------------------------------


def test_a_municipality_without_a_row_ever_is_expected_as_often_as_those_who_deliver_the_table() -> None:
    came = board(("concerts", "ostre_toten", "2026-01-10", "2026-03-20", "2026-04-03"))
    [declared, *unheard] = came.rows(CONCERTS)
    assert declared.place == "source:Kulturnettverket"
    assert [each.place for each in unheard] == [f"municipality:{key}" for key in KEYS if key != "ostre_toten"]
    assert {(each.table, each.rhythm, each.days) for each in came.rows(CONCERTS)} == {("concerts", "quarter", 31)}
    assert came.unheard(SURVEY) == came.unheard(ACTIVITIES) == []
    # Whoever delivers by itself stands there once, heard of or not.
    months = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-03"))
    assert [each.place for each in months.rows(ATTENDANCE)] == [f"municipality:{key}" for key in KEYS]


def test_who_has_said_that_there_is_nothing_has_been_heard_from() -> None:
    came = ("concerts", "ostre_toten", "2026-01-10", "2026-03-20", "2026-04-03")
    words = (
        said(WordKind.NOTHING, "gjovik", "2026Q1", "2026-04-02", "concerts"),
        said(WordKind.WHOLE, "vestre_toten", "2026Q1", "2026-04-02", "concerts"),
        said(WordKind.NOTHING, "sondre_land", "2026-03", "2026-04-02", "attendance"),
    )
    assert board(came, words=words).unheard(CONCERTS) == ["vestre_toten", "sondre_land", "nordre_land"]


def test_of_some_whose_months_have_partly_come_somebody_is_counted_and_of_others_nobody() -> None:
    came = board(
        *[("attendance", key, "2026-01-05", "2026-03-30", "2026-04-03") for key in KEYS[:3]],
        ("attendance", "sondre_land", "2026-01-05", "2026-01-30", "2026-02-03"),
    )
    spread = replace(came, spans=came.spans.with_columns(file_last=pl.col("last")))
    turnout = spread.turnout(PARTICIPANTS, code("2026Q1"))
    assert turnout == Turnout(frozenset(KEYS[3:]), frozenset({"nordre_land"}))
    half = partial(spread, False, False, False, True).turnout(PARTICIPANTS, code("2026Q1"))
    assert half.absent == {"nordre_land"}  # a part has come of it
    assert spread.turnout(PARTICIPANTS, code("2026-01")).missing == {"nordre_land"}


def test_a_source_that_has_not_delivered_is_waited_for_by_whoever_counts_its_rows() -> None:
    came = board(
        ("referrals", "gjovik", "2026-01-05", "2026-01-30", "2026-02-03"),
        *[("attendance", key, "2026-01-05", "2026-03-30", "2026-04-03") for key in KEYS],
    )
    hospital = ("source:Sykehuset Innlandet",)
    for family, blocked in ((WAITED, hospital), (STEPS, hospital), (FOLLOWED, hospital), (PARTICIPANTS, ())):
        assert came.turnout(family, code("2026Q1")).blocked == blocked, family.key
    assert came.turnout(WAITED, code("2026-01")).blocked == ()


@pytest.mark.parametrize("family", [EVENTS, PERFORMERS], ids=lambda family: family.key)
def test_without_a_place_only_where_somebody_decided_so_in_every_period_it_lacks(family: Family) -> None:
    concerts = [("concerts", key, "2026-01-05", "2026-06-29", "2026-07-03") for key in KEYS[1:]]

    def left_out(*periods: str, place: str = "gjovik", kind: WordKind = WordKind.WITHOUT) -> frozenset[str]:
        words = tuple(said(kind, place, period, "2026-07-05") for period in periods)
        return board(*concerts, words=words).turnout(family, code("2026Q2")).without

    assert left_out() == left_out("2026Q1") == left_out("2026Q2", place="nordre_land") == frozenset()
    assert left_out("2026Q2", kind=WordKind.WHOLE) == frozenset()
    assert left_out("2026Q2") == {"gjovik"}
    year = board(*concerts, words=(said(WordKind.WITHOUT, "gjovik", "2026Q2", "2026-07-05"),))
    assert year.turnout(family, code("2026")).without == frozenset()


def test_a_year_is_without_a_place_that_is_left_out_of_every_quarter_it_lacks() -> None:
    came = [("attendance", key, "2025-01-05", "2025-12-20", "2026-01-10") for key in KEYS[1:]]
    half = ("attendance", "gjovik", "2025-01-05", "2025-06-30", "2025-07-03")
    words = [said(WordKind.WITHOUT, "gjovik", period, "2026-02-05") for period in ("2025Q3", "2025Q4")]
    assert board(*came, half, words=tuple(words)).turnout(PARTICIPANTS, code("2025")).without == {"gjovik"}
    assert board(*came, half, words=tuple(words[:1])).turnout(PARTICIPANTS, code("2025")).without == frozenset()


@pytest.mark.parametrize(
    ("table", "last"),
    [(ATTENDANCE, date(2026, 2, 14)), (REFERRALS, date(2026, 2, 21)), (CONCERTS, date(2026, 5, 1))],
    ids=lambda each: getattr(each, "name", ""),
)
def test_the_last_day_in_time_of_a_day_is_that_of_the_period_it_is_in(table: Table, last: date) -> None:
    assert {last_in_time(MODEL, table, day) for day in (date(2026, 1, 1), date(2026, 1, 31))} == {last}


def test_of_several_who_deliver_a_table_the_latest_counts() -> None:
    slow = of("gjovik").model_copy(update={"days": 40})
    model = MODEL.model_copy(update={"deliverer": (of("ostre_toten"), slow)})
    assert last_in_time(model, ATTENDANCE, date(2026, 1, 15)) == date(2026, 3, 12)


def test_a_municipality_nobody_has_ever_heard_from_is_missing_by_name() -> None:
    came = board(("concerts", "ostre_toten", "2026-01-10", "2026-03-20", "2026-04-03"))
    assert came.turnout(EVENTS, code("2026Q1")).missing == {key for key in KEYS if key != "ostre_toten"}


def test_who_began_later_is_not_missing_in_the_years_before() -> None:
    came = board(
        ("attendance", "gjovik", "2025-01-02", "2025-12-20", "2026-01-10"),
        ("attendance", "gjovik", "2026-01-02", "2026-03-30", "2026-04-03"),
        *[("attendance", key, "2026-01-02", "2026-03-30", "2026-04-03") for key in KEYS if key != "gjovik"],
    )
    assert came.turnout(PARTICIPANTS, code("2025Q1")).missing == frozenset()
    assert came.turnout(PARTICIPANTS, code("2026Q1")).missing == frozenset()
    assert came.turnout(PARTICIPANTS, code("2026Q2")).missing == set(KEYS)


def test_a_team_that_ends_in_the_middle_of_a_year_is_expected_until_then() -> None:
    team = MODEL.team[1].model_copy(update={"until": date(2026, 4, 15)})
    declared = Deliverer(table="attendance", team=team.key)
    model = MODEL.model_copy(update={"team": (MODEL.team[0], team), "deliverer": (declared,)})
    [each] = deliverers(model, ATTENDANCE)
    came = board(("attendance", "gjovik", "2026-01-02", "2026-06-30", "2026-07-03"), model=model)
    assert [p.code for p in came.periods(each)] == ["2026-01", "2026-02", "2026-03", "2026-04"]


def test_a_table_nobody_has_delivered_is_expected_of_nobody_and_is_named() -> None:
    came = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-03"))
    assert CONCERTS in came.unused() and CONCERTS not in came.tables()


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
