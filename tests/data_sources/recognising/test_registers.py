"""A row per person and a column per date becomes a row per person and date, and problems keep their places."""

from datetime import date, datetime
from typing import Any

import pytest
from drawn_sheets import GJOVIK, Rows, arrived, cells, problems, said, workbook

from data_sources.checking.arrival import Arrival
from data_sources.declared.model import Model
from data_sources.parsing.answers import Answers
from data_sources.reading.cells import Kind
from data_sources.recognising import legends, registers

DAYS = [date(2025, 1, 7), date(2025, 1, 14), date(2025, 1, 21)]
LEGEND = "x = møtt, A = avbud, F = fravær uten beskjed"
REGISTER: Rows = [
    ["Bandgruppa, tirsdager, jan 2025"],
    [],
    ["Deltaker", "Kommune", *DAYS, "Sum"],
    ["D1", "Gjøvik", "x", "A", None, 1],
    ["D2", "Ø. Toten", "F", "x", "x", 2],
    ["D3", "Dokka", None, None, None, 0],
    ["Totalt", None, 1, 1, 1, None],
    [LEGEND],
]


def register(rows: Rows, sheet: str = "Jan", model: Model = GJOVIK, **more: Any) -> Arrival:
    return arrived({sheet: rows}, model=model, **more)


def test_every_mark_is_a_row_and_an_empty_cell_is_none() -> None:
    [sheet] = register(REGISTER).sheets
    assert sheet.rows.select("row", "date", "municipality", "status", "level").rows() == [
        (4, DAYS[0], "gjovik", "attended", "group"),
        (4, DAYS[1], "gjovik", "cancelled_by_participant", "group"),
        (5, DAYS[0], "ostre_toten", "missed", "group"),
        (5, DAYS[1], "ostre_toten", "attended", "group"),
        (5, DAYS[2], "ostre_toten", "attended", "group"),
    ]
    assert (sheet.failed, sheet.problems) == ((), ())
    assert 7 in sheet.ignored


def test_a_sheet_per_month_is_a_year_of_rows() -> None:
    months = {
        name: [
            ["Deltaker", "Kommune", *[date(2025, month, day) for day in (3, 10, 17)]],
            ["D1", "Gjøvik", "x", "x", "x"],
        ]
        for month, name in enumerate(["Jan", "Feb", "Mars"], 1)
    }
    arrival = arrived(months)
    assert [sheet.rows.height for sheet in arrival.sheets] == [3, 3, 3]
    assert len({day for sheet in arrival.sheets for day in sheet.rows["date"]}) == 9


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        (["7.1.2025", "14.1.2025", "21.1.2025"], "Band"),
        (["7/1-25", "14/1-25", "21/1-25"], "Band"),
        (["tir 7.1.25", "tir 14.1.25", "tir 21.1.25"], "Band"),
        (["7.1", "14.1", "21.1"], "Bandgruppa 2025"),
        (["7/1", "14/1", "21/1"], "Bandgruppa, vår 2025"),
        ([7, 14, 21], "Band, januar 2025"),
        (["7.", "14.", "21."], "Band, jan. 2025"),
        ([datetime(2025, 1, 7, 10), datetime(2025, 1, 14, 10), datetime(2025, 1, 21, 10)], "Band"),
    ],
)
def test_dates_above_the_columns_in_the_ways_they_are_written(headings: list[object], title: str) -> None:
    [sheet] = register([[title], ["Deltaker", "Kommune", *headings], ["D1", "Gjøvik", "x", "x", "x"]]).sheets
    assert sheet.rows["date"].to_list() == DAYS


@pytest.mark.parametrize("title", ["Bandgruppa", "Bandgruppa 2024-2025"])
def test_a_year_that_is_not_written_or_written_twice_is_never_guessed(title: str) -> None:
    rows = [[title], ["Deltaker", "Kommune", "7.1", "14.1", "21.1"], ["D1", "Gjøvik", "x", "x", "x"]]
    assert (register(rows).refused, register(rows).arguments) == ("days-without-year", {"row": 2})


def test_problems_stand_where_the_file_shows_them_also_in_a_sheet_that_begins_in_column_c() -> None:
    rows = [
        [None, None, "Deltaker", None, "Kommune", *DAYS],
        [None, None, "Ola Nordmann", None, "Toten", "x", None, None],
        [None, None, "D2", None, "Gjøvik", "x", "A", "s"],
    ]
    arrival = register(rows)
    assert said(arrival) == [
        (2, "C", "id-is-a-name"),
        (2, "E", "municipality-ambiguous"),
        (3, "G", "code-unknown"),
        (3, "H", "code-unknown"),
    ]
    mark = problems(arrival)[2]
    assert (mark.heading, mark.value) == ("14.01.2025", "A")
    assert arrival.sheets[0].rows["row"].to_list() == [3] and arrival.sheets[0].failed == (2, 3, 3)


def test_a_mark_on_a_day_to_come_is_told_under_that_day() -> None:
    later = [date(2026, 6, 2), date(2026, 6, 9), date(2026, 6, 16)]
    arrival = register([["Deltaker", "Kommune", *later], ["D1", "Gjøvik", None, "møtt", None]])
    assert set(said(arrival)) == {(2, "D", "attended-in-future"), (2, "D", "date-in-future")}


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Bandgruppa", "group"),
        ("Koret, tirsdager", "unknown"),
        ("Kor onsdag", "group"),
        ("Åpen scene", "open"),
        ("Individuelle timer", "individual"),
        ("Tirsdager", "unknown"),
        ("Drop-in", "open"),
    ],
)
def test_the_title_says_what_form_of_offer_it_is(title: str, level: str) -> None:
    [sheet] = register([[title], ["Deltaker", "Kommune", *DAYS], ["D1", "Gjøvik", "x", "x", "x"]]).sheets
    assert set(sheet.rows["level"]) == {level}


@pytest.mark.parametrize(
    "legend",
    [
        "x = møtt, A = avbud, F = fravær uten beskjed",
        "Tegnforklaring: x=møtt; A=avbud; F=fravær uten beskjed",
        "x = møtt / A = avbud / F = fravær uten beskjed",
        "x = møtt\nA = avbud\nF = fravær uten beskjed",
        "(x=møtt A=avbud F=fravær uten beskjed)",
        "x = møtt | A = avbud | F = fravær uten beskjed.",
    ],
)
def test_the_sheets_own_legend_says_what_its_marks_mean(legend: str) -> None:
    assert legends.legend([cells([[legend]])]) == {"x": "møtt", "a": "avbud", "f": "fravær uten beskjed"}


def test_a_mark_the_legend_does_not_explain_keeps_its_ordinary_meaning() -> None:
    [sheet] = register([["S = skole"], ["Deltaker", "Kommune", *DAYS], ["D1", "Gjøvik", "x", "S", "IM"]]).sheets
    assert sheet.rows["status"].to_list() == ["attended", "missed"]
    assert [problem.reason for problem in sheet.problems] == ["code-unknown"]


def test_a_legend_explains_an_ordinary_list_too() -> None:
    rows = [["Dato", "Deltaker", "Kommune", "Status"], ["05.03.2026", "D1", "Gjøvik", "A"], [], ["A = avbud"]]
    [sheet] = arrived(rows).sheets
    assert sheet.rows["status"].to_list() == ["cancelled_by_participant"]


def test_a_cell_with_an_error_or_a_lost_formula_is_a_failed_mark_and_no_blank() -> None:
    sheet = cells(
        [["Deltaker", "Kommune", *DAYS], ["D1", "Gjøvik", (Kind.ERROR, "#N/A"), (Kind.UNCOMPUTED, None), "x"]],
        "Band 2025",
    )
    found = registers.find(sheet)
    assert found is not None
    assert registers.unfold(sheet, found).frame.height == 1 + 3


def test_ordinary_rows_with_three_dates_are_no_register() -> None:
    rows = [["Løpenr", "Inn", "Ut", "Ferdig"], ["H1", date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)]]
    arrival = arrived({"Ark1": rows})
    assert arrival.refused == "no-table"
    wrong = [["Mottatt dto", *["Deltaker", "Kommune"], "Oppstart", "Avsluttet"], [*DAYS[:1], "D1", "Gjøvik", *DAYS[1:]]]
    undecided = arrived({"Ark1": wrong})
    assert undecided.refused == "headings-missing" and undecided.undecided is not None
    assert undecided.undecided.missing == ("received",)


# --- as people really keep them ----------------------------------------------------------------------

FEBRUARY = [date(2025, 2, day) for day in (4, 11, 18)]
NAMED = ["Deltaker", "Kommune"]
D1: list[object] = ["D1", "Gjøvik", "x", "x", "avb"]


def told(rows: Rows, **sheets: Rows) -> list[tuple[date, str, str]]:
    arrival = arrived({"Jan": rows, **sheets})
    return sorted(
        (row["date"], row["municipality"], row["status"]) for sheet in arrival.sheets for row in sheet.rows.to_dicts()
    )


IN_JANUARY = [
    (DAYS[0], "gjovik", "attended"),
    (DAYS[1], "gjovik", "attended"),
    (DAYS[2], "gjovik", "cancelled_by_participant"),
]


def test_each_register_in_a_sheet_has_its_own_days() -> None:
    rows = [["Januar 2025"], [*NAMED, *DAYS], D1, [], ["Februar 2025"], [*NAMED, *FEBRUARY], ["D1", "Gjøvik", "IM"]]
    assert told(rows) == [*IN_JANUARY, (FEBRUARY[0], "gjovik", "missed")]
    short = [["Band 2025"], [*NAMED, "7.1", "14.1", "21.1"], D1, [*NAMED, "4.2", "11.2"], ["D1", "Gjøvik", "IM"]]
    assert told(short) == [*IN_JANUARY, (FEBRUARY[0], "gjovik", "missed")]


def test_a_register_above_an_ordinary_table_is_read_as_well_as_the_table() -> None:
    below = [["Dato", "Deltaker", "Kommune", "Status"], [FEBRUARY[0], "D9", "Dokka", "Møtt"]]
    assert told([[*NAMED, *DAYS], D1, [], *below]) == [*IN_JANUARY, (FEBRUARY[0], "nordre_land", "attended")]


@pytest.mark.parametrize(
    "headings",
    [
        [[*NAMED, "Januar"], [None, None, *DAYS]],
        [["Bandet 2025"], [None, None, "Januar"], [*NAMED, 7, 14, 21]],
        [["Bandet 2025"], [*NAMED, "Januar"], [None, None, 7, 14, 21]],
        [[None, None, *DAYS], [*NAMED, "ti", "ti", "ti"]],
        [["Bandet 2025"], [*NAMED, "7. januar", "ti 14.1", "tirsdag 21. jan."]],
        [[NAMED[0], *DAYS, NAMED[1]]],
    ],
)
def test_headings_in_two_rows_and_names_on_either_side(headings: Rows) -> None:
    marks = D1 if headings[-1][-1] != "Kommune" else ["D1", "x", "x", "avb", "Gjøvik"]
    assert told([*headings, marks]) == IN_JANUARY


def test_a_month_with_one_day_is_a_register_too_and_days_may_fall() -> None:
    assert told([[*NAMED, DAYS[0]], D1[:3]]) == IN_JANUARY[:1]
    assert told([[*NAMED, *reversed(DAYS)], ["D1", "Gjøvik", "avb", "x", "x"]]) == IN_JANUARY


def test_a_year_in_the_files_name_is_the_year_of_its_days() -> None:
    book = {"Januar": [[*NAMED, 7, 14, 21], D1]}
    assert arrived(book, "Oppmøte 2025.xlsx").sheets[0].rows["date"].to_list() == DAYS


@pytest.mark.parametrize("label", ["Antall", "Antall til stede", "Møtt", "Avbud:", "Oppmøte %", "N ="])
def test_a_row_that_counts_the_others_is_nobody(label: str) -> None:
    assert told([[*NAMED, *DAYS], D1, [label, None, 1, 1, 0]]) == IN_JANUARY


@pytest.mark.parametrize("nothing", [" ", "\u00a0"])
def test_a_space_is_no_mark(nothing: str) -> None:
    assert told([[*NAMED, *DAYS], ["D1", "Gjøvik", "Møtt", nothing, None]]) == IN_JANUARY[:1]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_what_a_dash_means_is_asked_and_it_may_mean_nothing(dash: str) -> None:
    rows = [[*NAMED, *DAYS], ["D1", "Gjøvik", "Møtt", dash, "IM"]]
    arrival = register(rows)
    [question] = arrival.questions
    assert (question.written, question.rows, said(arrival)) == (dash, 1, [(2, "D", "mark-unsure")])
    assert register(rows, answers=Answers(by_key={question.key: "none"})).sheets[0].rows.height == 2
    assert register(rows, answers=Answers(by_key={question.key: "missed"})).sheets[0].rows.height == 3


@pytest.mark.parametrize(("name", "value"), [("Dato", date(2025, 1, 1)), ("Status", "Aktiv"), ("Antall", 2)])
def test_what_a_register_says_of_a_person_is_not_what_it_says_of_a_day(name: str, value: object) -> None:
    arrival = register([["Deltaker", name, "Kommune", *DAYS], ["D1", value, "Gjøvik", "x", "x", "avb"]])
    [sheet] = arrival.sheets
    assert sheet.rows["date"].to_list() == DAYS and sheet.rows["heads"].to_list() == [None] * 3
    assert (sheet.failed, sheet.problems) == ((), ())


def test_a_cell_merged_over_several_persons_is_said_of_each() -> None:
    book = workbook({"Jan": [[*NAMED, *DAYS], D1, ["D2", None, "x"]]}, merged=("B2:B3",))
    assert arrived(book).sheets[0].rows["municipality"].to_list() == ["gjovik"] * 4


def test_what_the_sheet_says_a_mark_means_is_never_overruled_but_asked_about() -> None:
    said_below = "x = møtt, 0 = ikke påmeldt, M = avbud (meldt dagen før)"
    arrival = register([[*NAMED, *DAYS], ["D1", "Gjøvik", "x", 0, "M"], [said_below]])
    assert arrival.sheets[0].rows["status"].to_list() == ["attended", "cancelled_by_participant"]
    assert [one.written for one in arrival.questions] == ["0"]


def test_headings_of_another_table_beside_days_break_nothing() -> None:
    headings = ["Arrangement", "Sted", "Kommune", "Publikum", "Medvirkende", "Åpent for alle", *DAYS]
    arrival = register([headings, ["Vårkonsert", "Kafeen", "Gjøvik", 30, 4, "ja", "x", "x", None]])
    assert arrival.refused == "headings-missing" and arrival.account.unused


def test_a_day_in_the_title_of_a_whole_table_is_no_register() -> None:
    title = ["Team", "FACT", "Skrevet ut", date(2025, 3, 1)]
    rows = [title, ["Dato", "Deltaker", "Kommune", "Status"], [DAYS[0], "D1", "Gjøvik", "x"]]
    [sheet] = register(rows).sheets
    assert (sheet.layout.row, sheet.rows.height, sheet.failed) == (2, 1, ())
