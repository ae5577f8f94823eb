"""Workbooks as offices really make them: what is unsure is asked, what is not read is told, and nothing is guessed."""

import datetime as dt
from typing import Any

import pytest
from drawn_sheets import GJOVIK, arrived, cells, workbook
from hypothesis import given, settings
from hypothesis import strategies as st
from office_sheets import HEADS, MARCH, TODAY, answered, kept, reasons, register, rows, statuses
from test_pipeline import VALUES

from data_sources.arriving.pipeline import judge
from data_sources.parsing.answers import About
from data_sources.recognising.context import Context

# --- marks -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["Fraværsliste bandet 2026", "Band 2026. x: fravær", "Band 2026 (x betyr fravær)"])
def test_an_absence_list_is_never_read_as_attendance(title: str) -> None:
    sheet = {"Ark1": [[title], *register(["x", None, None])]}
    assert "attended" not in statuses(arrived(sheet))
    assert statuses(answered(sheet)) == {"missed": 7, "attended": 13}


def test_one_kind_of_mark_is_asked_about_once_and_its_empty_cells_too() -> None:
    arrival = arrived({"Ark1": register(["x", None])})
    assert kept(arrival) == 0
    assert {(q.about, q.written, q.likely) for q in arrival.questions} == {
        (About.VALUE, "x", "attended"),
        (About.BLANK, "", "missed"),
    }
    assert statuses(answered({"Ark1": register(["x", None])})) == {"attended": 10, "missed": 10}
    assert statuses(answered({"Ark1": register(["x", None])}, blank="none")) == {"attended": 10}


def test_a_heading_that_is_an_answer_is_asked_about() -> None:
    sheet = {"Ark1": [[*HEADS[:3], "Fravær"], *rows(["x", None, None])]}
    assert statuses(arrived(sheet)) == {}
    assert statuses(answered(sheet)) == {"missed": 8, "attended": 16}


def test_under_mott_only_the_empty_cells_are_asked_about_and_not_those_to_come() -> None:
    later = [dt.date(2026, 6, 2), "D9", "Gjøvik", None]
    sheet = {"Ark1": [[*HEADS[:3], "Møtt"], *rows(["x", None]), later]}
    arrival = arrived(sheet)
    assert statuses(arrival) == {"attended": 12, "unknown": 1}
    [question] = arrival.questions
    assert (question.about, question.rows, question.likely) == (About.BLANK, 12, "missed")


# --- what holds for a whole file -------------------------------------------------------------------------


def without_place(people: int = 2) -> list[list[Any]]:
    return [["Dato", "Deltaker", "Status"], *[[row[0], row[1], row[3]] for row in rows(people=people)]]


def test_a_tab_for_each_municipality_is_asked_about_once() -> None:
    heads, *more = without_place()
    sheets = {"Gjøvik": without_place(), "Østre Toten": [heads, *[[day, f"E{who}", met] for day, who, met in more]]}
    arrival = arrived(sheets)
    assert [(q.about, q.rows) for q in arrival.questions] == [(About.TABS, 16)] and kept(arrival) == 0
    places = {place for sheet in answered(sheets).sheets for place in sheet.rows["municipality"]}
    assert places == {"gjovik", "ostre_toten"}


@pytest.mark.parametrize(("title", "file"), [("Oppmøte Østre Toten 2026", "a.xlsx"), ("", "Østre Toten mars.xlsx")])
def test_a_municipality_in_the_title_or_the_files_name_is_proposed(title: str, file: str) -> None:
    sheet = {"Ark1": [[title or None], *without_place()]}
    [question] = arrived(sheet, file).questions
    assert (question.about, question.likely, question.written) == (About.PLACE, "ostre_toten", "Østre Toten")
    assert kept(answered(sheet, file)) == 8


def test_a_register_without_a_municipality_is_asked_about_with_its_days() -> None:
    heads, *body = register()
    sheet = {"Band": [[heads[0], *heads[2:]], *[[row[0], *row[2:]] for row in body]]}
    [question] = arrived(sheet).questions
    assert (question.about, question.rows, question.likely) == (About.REGISTER_PLACE, 4, None)


def test_days_without_a_year_take_it_from_the_title_or_from_an_answer() -> None:
    days = ["03.03", "10.03.", "17/3", "24. mars"]
    assert kept(arrived({"Ark1": [["Oppmøte 2026"], HEADS, *rows(days=days)]})) == 24
    sheet = {"Ark1": [HEADS, *rows(days=days)]}
    [question] = arrived(sheet).questions
    assert (question.about, list(question.options)) == (About.YEAR, ["2026", "2025", "2024"])
    dates = answered(sheet, year="2025").sheets[0].rows["date"].dt.year().unique().to_list()
    assert dates == [2025]


def test_days_typed_as_3_3_are_read_only_where_the_title_names_their_month() -> None:
    sheet = [HEADS, *rows(days=[3.3, 10.3])]
    assert kept(arrived({"Ark1": [["Mars 2026"], *sheet]})) == 12
    assert reasons(arrived({"Ark1": [["Oktober 2026"], *sheet]})) == {"date-is-a-number"}


# --- days that are hardly meant --------------------------------------------------------------------------


def test_a_title_of_another_year_than_the_days_is_told() -> None:
    days = [day.replace(year=2025) for day in MARCH]
    assert "year-not-as-titled" in reasons(arrived({"Ark1": [["Band vår 2026"], *register(days=days)]}))
    assert "year-not-as-titled" not in reasons(arrived({"Ark1": [["Band 2024-2025"], *register(days=days)]}))


def test_only_months_days_four_years_early_and_one_day_for_all_are_told() -> None:
    first = dt.date(2026, 3, 1)
    assert "only-months" in reasons(arrived([HEADS, *rows(["Møtt", "Avbud"], days=[first] * 4)]))
    early = [dt.date(2022, 3, 2) + dt.timedelta(days=7 * n) for n in range(4)]
    assert "four-years-early" in reasons(arrived([HEADS, *rows(days=early)]))
    assert "all-on-one-day" in reasons(arrived([HEADS, *rows(["Møtt", "Avbud"], days=[MARCH[1]] * 4)]))
    assert reasons(arrived([HEADS, *rows(days=MARCH[:1], people=12)])) == set()


def test_a_moment_in_another_zone_is_the_day_it_was_in_norway() -> None:
    moments = ["2026-04-30T22:00:00Z", "2025-12-31T23:00:00Z", "2026-03-05T00:00:00+01:00", "2026-03-05T09:30:00"]
    arrival = arrived([HEADS, *rows(people=1, days=moments)])
    assert [day.isoformat() for day in arrival.sheets[0].rows["date"]] == [
        "2026-05-01",
        "2026-01-01",
        "2026-03-05",
        "2026-03-05",
    ]


def test_a_start_far_ahead_is_told() -> None:
    heads = ["Henvisning", "Mottatt", "Deltaker", "Kommune", "Oppstart"]
    assert reasons(arrived([heads, ["H1", MARCH[0], "D1", "Gjøvik", dt.date(2027, 2, 20)]])) == {"date-in-future"}


# --- registers -------------------------------------------------------------------------------------------


def test_days_out_of_order_and_a_day_that_stands_twice_are_read() -> None:
    assert kept(arrived({"Ark1": register(days=[MARCH[0], MARCH[3], MARCH[1]])})) == 15
    twice = arrived({"Ark1": register(["Møtt", "Avbud"], days=[MARCH[0], MARCH[1], MARCH[1]])})
    assert kept(twice) == 15 and reasons(twice) == {"day-twice"}


@pytest.mark.parametrize("heading", ["17.033.2026", None])
def test_marks_under_no_day_are_told_with_their_column(heading: str | None) -> None:
    arrival = arrived({"Ark1": register(days=["03.03.2026", "10.03.2026", heading, "24.03.2026"])})
    [unused] = arrival.account.unused
    assert kept(arrival) == 15
    assert (unused.place, unused.cells, unused.why, unused.heading) == ("E", 5, "no-day", heading or "")


def test_rows_of_counts_are_nobody_and_a_visitor_is_asked_about() -> None:
    counts = [["Til stede", None, 5, 5, 4, 5], ["Antall til stede", "Gjøvik", 1, 1, 1, 1], ["Nye", None, 1, 0, 0, 0]]
    visitor = ["Besøk student", None, "x", None, "x", None]
    arrival = arrived({"Ark1": [*register(), *counts, visitor]})
    [question] = arrival.questions
    assert kept(arrival) == 20 and reasons(arrival) >= {"row-unsure"}
    assert (question.about, question.rows, question.likely) == (About.ROW, 2, "count")
    assert reasons(answered({"Ark1": [*register(), *counts, visitor]})) == set()


# --- tables beside and after each other ------------------------------------------------------------------


def beside(left: list[list[Any]], right: list[list[Any]]) -> list[list[Any]]:
    width = max(map(len, left))
    longest = max(len(left), len(right))
    padded = [*left, *[[]] * (longest - len(left))], [*right, *[[]] * (longest - len(right))]
    return [[*one, *[None] * (width + 1 - len(one)), *other] for one, other in zip(*padded, strict=True)]


def test_what_stands_side_by_side_is_read_on_both_sides() -> None:
    more = [[row[0], f"E{row[1]}", *row[2:]] for row in rows()]
    assert kept(arrived({"Ark1": beside([HEADS, *rows()], [HEADS, *more])})) == 48
    other = [[f"E{row[0]}", *row[1:]] if at else row for at, row in enumerate(register())]
    assert kept(arrived({"Ark1": [["Band 2026"], *beside(register(), other)]})) == 40
    referrals = [["Mottatt", "Deltaker", "Kommune"], [MARCH[0], "D1", "Gjøvik"]]
    tables = {sheet.layout.table.name for sheet in arrived({"Ark1": beside([HEADS, *rows()], referrals)}).sheets}
    assert tables == {"attendance", "referrals"}


def test_what_stands_beside_a_table_and_is_none_is_told() -> None:
    notes = [["Husk"], ["Nøkler"], ["Noter"]]
    [unused] = arrived({"Ark1": beside([HEADS, *rows()], notes)}).account.unused
    assert (unused.place, unused.cells) == ("F", 2)


def test_a_list_below_a_register_is_read() -> None:
    assert kept(arrived({"Ark1": [["Band 2026"], *register(), [], HEADS, *rows(days=[dt.date(2026, 4, 1)])]})) == 26


def test_two_tabs_that_tell_of_the_same_are_never_both_kept() -> None:
    sheets = {"Mars": [HEADS, *rows()], "Mars rettet": [HEADS, *rows(["Møtt", "Møtt", "Avbud"])]}
    arrival = arrived(sheets)
    assert kept(arrival) == 0 and [(q.about, q.likely) for q in arrival.questions] == [(About.HOLDS, "second")]
    settled = answered(sheets)
    assert [sheet.rows.height for sheet in settled.sheets] == [0, 24] and reasons(settled) == set()


def test_a_block_that_was_pasted_twice_counts_once_until_somebody_says_twice() -> None:
    sheet = {"Ark1": [HEADS, *rows(), *rows()]}
    arrival = arrived(sheet)
    assert kept(arrival) == 24 and [(q.about, q.rows, q.of) for q in arrival.questions] == [(About.TWICE, 24, 48)]
    assert kept(answered(sheet)) == 24 and kept(answered(sheet, twice="twice")) == 48


def test_a_hidden_sheet_with_the_data_is_offered() -> None:
    book = workbook({"Rådata": [HEADS, *rows()], "Rapport": [["Møtt", 24]]}, hidden=["Rådata"])
    arrival = arrived(book)
    assert arrival.refused == "only-hidden" and arrival.hidden == ("Rådata",)
    assert [(q.written, q.likely) for q in arrival.questions] == [("Rådata", "read")]
    assert kept(answered(book, hidden="read")) == 24


def test_nobody_in_sight_is_one_question_and_not_a_problem_for_each_row() -> None:
    heads = ["Dato", "Bruker nr", "Kommune", "Status"]
    arrival = arrived([heads, *rows()])
    assert arrival.refused == "headings-missing" and arrival.undecided is not None
    assert arrival.undecided.missing == ("participant",)


# --- the account -----------------------------------------------------------------------------------------


def test_a_column_that_is_not_read_is_told_until_somebody_has_said_it_is_right() -> None:
    sheet = {"Ark1": [[*HEADS, "Sal", "Merknad"], *[[*row, "A", "ok"] for row in rows()]]}
    arrival = arrived(sheet)
    [unused] = arrival.account.unused
    assert (unused.place, unused.heading, unused.cells, unused.why) == ("E", "Sal", 24, "column")
    assert arrival.account.aside["not-stored"] == 24
    assert answered(sheet, unread="fine").account.unused == ()


def test_a_cancelled_concert_is_not_counted() -> None:
    heads = ["Dato", "Arrangement", "Kommune", "Publikum", "Status"]
    held = [MARCH[0], "Vårkonsert", "Gjøvik", 60, "Gjennomført"]
    arrival = arrived([heads, held, [MARCH[1], "Påskekonsert", "Gjøvik", None, "Avlyst"]])
    assert kept(arrival) == 1 and reasons(arrival) == {"rows-not-held"} and arrival.account.unused == ()


def test_days_beside_a_date_alone_are_nobodys_register_and_are_told_as_unread() -> None:
    account = arrived([["Dato", "5.3.26", dt.date(2000, 1, 1), dt.date(2000, 1, 1)]]).account
    assert account.read + sum(account.aside.values()) + sum(part.cells for part in account.unused) == account.held == 4


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=7), min_size=1, max_size=9))
def test_the_account_of_any_sheet_at_all_adds_up(drawn: list[list[Any]]) -> None:
    sheet = cells(drawn) if any(value is not None for row in drawn for value in row) else cells([["x"]])
    account = judge([sheet], "fil", "0" * 64, Context(GJOVIK, str, TODAY)).account
    unused = sum(part.cells for part in account.unused)
    assert account.read + sum(account.aside.values()) + unused == account.held


# --- persons ---------------------------------------------------------------------------------------------


def test_ids_written_alike_are_asked_about_once_each_and_several_in_a_cell_are_refused() -> None:
    ids = ["007", "7", "P-1", "P–1", "ØT07", "ØT 07", "D1"]
    sheet = [HEADS, *[[MARCH[0], one, "Gjøvik", "Møtt"] for one in ids]]
    arrival = arrived(sheet)
    assert sorted(q.written for q in arrival.questions) == ["«007», «7»", "«P-1», «P–1»", "«ØT07», «ØT 07»"]
    assert kept(arrival) == 7 and len(set(arrival.people.values())) == 4
    assert reasons(arrived([HEADS, [MARCH[0], "D001, D002", "Gjøvik", "Møtt"]])) == {"several-in-cell"}
