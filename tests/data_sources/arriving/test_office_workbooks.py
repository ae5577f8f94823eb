"""Workbooks as offices make them, drawn here: each is stored right, asked about, or refused in a sentence."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from drawn_sheets import arrived, workbook
from office_sheets import HEADS, MARCH, answered, kept, reasons, register, rows, statuses

from data_sources.parsing.answers import About

APRIL = [dt.date(2026, 4, day) for day in (7, 14, 21, 28)]
THIRDS = {"missed": 7, "attended": 13}  # of a register of five people on four days, with every third cell marked


def without_place(days: Sequence[Any] = MARCH) -> list[list[Any]]:
    return [["Dato", "Deltaker", "Status"], *[[row[0], row[1], row[3]] for row in rows(days=list(days), people=2)]]


def as_text(spelling: str) -> list[list[Any]]:
    """A list whose days are typed: `spelling` is of strftime's."""
    return [HEADS, *[[f"{row[0]:{spelling}}", *row[1:]] for row in rows()]]


# --- absence, in the words people use ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sheets",
    [
        {"Ark1": [["Fravær vår 2026"], *register(["x", None, None])]},
        {"Fravær mars": register(["x", None, None])},
        {"Ark1": [["x = ikkje møtt"], *register(["x", None, None])]},
        {"Ark1": [["Mars 2026   x = borte, blank = til stede"], *register(["x", None, None])]},
        {"Ark1": [*register(["x", None, None]), [], ["x betyr fråvær"]]},
    ],
)
def test_an_absence_is_asked_about_or_kept_as_absence_and_never_as_attendance(sheets: dict[str, Any]) -> None:
    assert "attended" not in statuses(arrived(sheets))
    assert statuses(answered(sheets)) == THIRDS


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (["ja", "ja", "nei"], {"attended": 14, "missed": 6}),
        ([1, 1, 0], {"attended": 14, "missed": 6}),
        (["Frammøtt", "Ikkje møtt", "Avbod"], {"attended": 7, "missed": 7, "cancelled_by_participant": 6}),
        (["+", "+", "-"], {"attended": 14, "missed": 6}),
        (["Til stede", "Fråverande", "Ferie"], {"attended": 7, "missed": 7, "cancelled_by_participant": 6}),
    ],
)
def test_marks_in_pairs_and_in_nynorsk_are_understood_or_have_the_right_proposal(
    marks: list[Any], told: dict[str, int]
) -> None:
    assert statuses(answered({"Ark1": register(marks)})) == told


def test_a_line_that_explains_the_marks_is_nobodys_row() -> None:
    sheet = {"Ark1": [*register(["x", "s", "x"]), [], ["s = syk, x = møtt"]]}
    assert [question.about for question in arrived(sheet).questions] == [About.VALUE]
    assert kept(answered(sheet)) == 20


def test_a_register_in_colours_alone_is_refused_in_words_that_say_so() -> None:
    assert arrived({"Ark1": register([None])}).refused == "no-marks"


# --- where tables stand ----------------------------------------------------------------------------------------


def test_a_register_below_a_list_is_read_with_its_own_title() -> None:
    sheet = {
        "Ark1": [
            HEADS,
            *rows(),
            [],
            ["Band april 2026"],
            *register(days=list(APRIL)),
            [],
            HEADS,
            *rows(people=2, days=list(APRIL)),
        ]
    }
    arrival = arrived(sheet)
    assert [table.rows.height for table in arrival.sheets] == [24, 20, 8]
    assert (arrival.sheets[1].rows["level"].unique().to_list(), arrival.account.unused) == (["group"], ())


def test_the_same_block_beside_itself_is_asked_about_as_two_tabs_are() -> None:
    sheet = {"Ark1": [[*row, None, *row] for row in [HEADS, *rows()]]}
    arrival = arrived(sheet)
    assert kept(arrival) == 0
    assert [(q.about, q.written) for q in arrival.questions] == [(About.HOLDS, "Ark1 A1 / Ark1 F1")]
    assert kept(answered(sheet, holds="first")) == 24


def test_a_heading_over_two_rows_is_read_together() -> None:
    heads = [["Dato", "Deltaker", None, "Oppmøte"], [None, "nr", "Kommune", "status"]]
    arrival = arrived({"Ark1": [*heads, *rows()]})
    assert (kept(arrival), arrival.sheets[0].failed, arrival.questions) == (24, (), ())


def test_tabs_in_other_words_are_the_same_table() -> None:
    days = [dt.date(2026, 2, 3)]
    sheets = {
        "Mars": [HEADS, *rows()],
        "Februar": [["Når", "Pasient", "Bosted", "Oppmøte"], *rows(days=list(days))],
        "April": [["Date", "Client ID", "Municipality", "Attendance"], *rows(days=list(APRIL[:1]))],
        "Mai": [["Dato", "Deltakar", "Kommune", "Frammøte"], *rows(days=[dt.date(2026, 5, 5)])],
    }
    assert [table.rows.height for table in arrived(sheets).sheets] == [24, 6, 6, 6]


@pytest.mark.parametrize("at", [0, 1, 3])
def test_marks_under_no_day_are_told_wherever_they_stand(at: int) -> None:
    days: list[Any] = list(MARCH)
    days[at] = None
    arrival = arrived({"Ark1": register(days=days)})
    [unused] = arrival.account.unused
    assert (unused.why, unused.cells, kept(arrival)) == ("no-day", 5, 15)


def test_tabs_named_after_municipalities_in_any_spelling_are_one_question() -> None:
    sheets = {
        name: [HEADS[:2] + HEADS[3:], *[[row[0], f"{name[0]}{row[1]}", row[3]] for row in rows(people=2)]]
        for name in ("Gjøvik kommune", "Ø. Toten", "Vestre Toten")
    }
    [question] = arrived(sheets).questions
    assert question.about is About.TABS
    places = {place for table in answered(sheets).sheets for place in table.rows["municipality"]}
    assert places == {"gjovik", "ostre_toten", "vestre_toten"}


# --- days ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spelling", ["%-m/%-d/%Y", "%m-%d-%y"])
def test_days_with_the_month_first_stop_every_row_rather_than_half_of_them(spelling: str) -> None:
    later = [dt.date(2026, 3, 4), dt.date(2026, 3, 13)]
    sheet = [HEADS, *[[f"{row[0]:{spelling}}", *row[1:]] for row in rows(days=list(later))]]
    arrival = arrived({"Ark1": sheet})
    assert (kept(arrival), reasons(arrival)) == (0, {"date-month-first"})


def test_only_months_are_told_also_where_nobody_stands_twice() -> None:
    months = [dt.date(2026, month, 1) for month in (1, 2, 3)]
    assert reasons(arrived({"Ark1": [HEADS, *rows(days=list(months))]})) == {"only-months"}
    assert reasons(arrived({"Ark1": as_text("mars %Y")})) == {"date-only-month"}


def test_where_only_months_are_written_rows_that_look_alike_are_proposed_to_count() -> None:
    sheet = {"Ark1": [HEADS, *rows(days=[dt.date(2026, 3, 1)] * 4)]}
    assert [(q.about, q.likely) for q in arrived(sheet).questions] == [(About.TWICE, "twice")]
    assert kept(answered(sheet)) == 24


def test_a_year_is_asked_once_for_a_file_and_for_each_tab_where_two_are_named() -> None:
    tabs = {"Jan": as_text("%d.%m"), "Feb": as_text("%-d/%-m")}
    assert [(q.about, q.likely) for q in arrived(tabs).questions if q.about is About.YEAR] == [(About.YEAR, "2026")]
    both = {"Ark1": [["Sesongen 2025/2026"], *as_text("%d.%m")]}
    [question] = arrived(both).questions
    assert (list(question.options), question.likely, question.written) == (["2026", "2025"], None, "Ark1")
    assert kept(answered(both, year="2026")) == 24


@pytest.mark.parametrize(
    "days", [[3.3, 10.3, 17.3, 24.3], ["3.3.", "10.3.", "17.3."], ["3. mars", "10. mars", "17. mars"]]
)
def test_a_register_whose_days_lack_a_year_is_refused_with_its_row(days: list[Any]) -> None:
    arrival = arrived({"Ark1": [["Band"], *register(days=list(days))]})
    assert (arrival.refused, arrival.arguments) == ("days-without-year", {"row": 2})
    assert kept(arrived({"Ark1": [["Band mars 2026"], *register(days=list(days))]})) == 5 * len(days)


# --- what is no list of people ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["D001, D002, D003", "D001\nD002", "D001 D002 D003", "D001/D002", "D1 og D2", "12, 14, 15", "101,102"]
)
def test_several_people_in_a_cell_are_never_one_person(cell: str) -> None:
    day = MARCH[0]
    assert reasons(arrived({"Ark1": [HEADS, [day, cell, "Gjøvik", "Møtt"]]})) == {"several-in-cell"}
    session = arrived({"Ark1": [["Dato", "Kommune", "Hvem"], *[[day, "Gjøvik", cell]] * 3]})
    assert session.refused in {"several-in-cell", "no-table"}


def test_a_row_for_each_session_is_refused_with_its_column() -> None:
    heads = ["Dato", "Kommune", "Møtt", "Ikke møtt"]
    arrival = arrived({"Ark1": [heads, *[[day, "Gjøvik", "D001, D002", "D003"] for day in MARCH]]})
    assert (arrival.refused, arrival.arguments) == ("several-in-cell", {"column": 2})


@pytest.mark.parametrize("cell", ["P 1", "ØT 07", "12/2026", "D-1/26", "A 12", "3401-77"])
def test_an_id_with_a_space_or_a_stroke_is_still_one(cell: str) -> None:
    assert "several-in-cell" not in reasons(arrived({"Ark1": [HEADS, [MARCH[0], cell, "Gjøvik", "Møtt"]]}))


def test_a_pivot_table_is_refused_by_its_sheet() -> None:
    pivot = [["Radetiketter", "Møtt", "Ikke møtt", "Totalsum"], ["Gjøvik", 30, 4, 34], ["Totalsum", 30, 4, 34]]
    arrival = arrived({"Forside": [["Musikkterapi"]], "Pivot": pivot})
    assert (arrival.refused, arrival.skipped[(arrival.arguments or {})["sheet"]]) == ("pivot", "Pivot")


def test_what_is_refused_asks_nothing_of_what_is_not_read() -> None:
    assert arrived(workbook({"Ark1": [["Dato", "Journalref", "Kommune", "Status"], *rows()]})).questions == ()
