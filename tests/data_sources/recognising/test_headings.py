"""Which column is which: what is found by itself, what is remembered, and what is only ever proposed."""

from datetime import date
from typing import Any

import pytest
from drawn_sheets import ATTENDANCE, CONCERTS, GJOVIK, POPULATION, REFERRALS, against, arrived, cells, checked, said

from data_sources.declared.spelling import normalise
from data_sources.declared.table import Table
from data_sources.declared.tables import BY_NAME, TABLES
from data_sources.recognising.headings import recognise
from data_sources.recognising.layout import Layout, fingerprint
from data_sources.recognising.sheets import tables_in

DAY = date(2026, 3, 5)


def found(*rows: Any, sheet: str = "Ark1") -> Layout:
    layout = recognise(cells(rows, sheet), TABLES, against())
    assert layout is not None
    return layout


@pytest.mark.parametrize(
    ("name", "headings"),
    [("attendance", ATTENDANCE), ("referrals", REFERRALS), ("concerts", CONCERTS), ("population", POPULATION)],
)
def test_the_templates_own_headings_are_all_found(name: str, headings: list[str]) -> None:
    layout = found([*headings])
    assert layout.complete and layout.table.name == name
    assert sorted(layout.columns.values()) == list(range(len(headings)))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_synonym_is_found_and_belongs_to_one_column_only(table: Table) -> None:
    for column in table.columns:
        for heading in column.headings:
            others = [one.headings[0] for one in table.columns if one.required and one is not column]
            layout = found([*others, heading.upper()])
            if layout.table is table:
                assert layout.columns[column.name] == len(others), heading
    words = [(normalise(heading), column.name) for column in table.columns for heading in column.headings]
    assert len({word for word, _ in words}) == len(set(words))


@pytest.mark.parametrize(
    ("table", "headings"),
    [
        ("attendance", "Avtaledato|Møtte?|Delt.nr|Bostedskommune|Enhet|Type tilbud"),
        ("referrals", "Henv.nr|Mottatt dato|Deltakernr|Kommune|Henvist fra|Oppstart|Avsluttet dato|Sluttårsak"),
        ("referrals", "Henvisning-ID|Henvisning mottatt|PID|Bosted|Henvisende instans|Første fremmøte|Utskrevet"),
        ("referrals", "Tilvisningsnr|Tilvisningsdato|Bruker|Hjemkommune|Tilvist fra|Første time|Sluttdato"),
        ("concerts", "Når|Hva|Hvor|Kommune|Publikum|Medvirkende|Samarbeid med"),
        ("attendance", " DATO :|Status*|kommune  |Deltaker"),
        ("attendance", "Dato (dd.mm.åååå)|Status [møtt/ikke møtt]|Kommune|Navn"),
        ("attendance", "DATO|STATUS|KOMMUNENUMMER|PID"),
    ],
)
def test_headings_as_offices_write_them(table: str, headings: str) -> None:
    layout = found([*headings.split("|")])
    assert layout.complete and layout.table.name == table
    assert len(layout.columns) == len(headings.split("|"))


def test_logo_and_titles_above_the_headings_are_passed_over() -> None:
    layout = found(["Musikkterapi – oppmøte"], ["Sykehuset", None, "1. halvår"], [], ATTENDANCE, [DAY, "D1"])
    assert layout.row == 4


def test_headings_of_two_rows_with_groups_above() -> None:
    layout = found(
        ["Oppmøteregistrering"],
        ["Time", None, "Deltaker", None, "Tilbud"],
        ["Avtaledato", "Møtte?", "Delt.nr", "Bostedskommune", "Enhet"],
    )
    assert (layout.row, layout.complete, len(layout.columns)) == (3, True, 5)


def test_headings_of_two_rows_where_some_stand_in_the_first_only() -> None:
    sheet = [
        ["Dato", "Deltaker", "Kommune", "Oppmøte", None],
        [None, None, None, "Status", "Antall"],
        [DAY, "D1", "Gjøvik", "x"],
    ]
    assert found(*sheet).columns == {"date": 0, "participant": 1, "municipality": 2, "status": 3, "heads": 4}
    assert checked(sheet).rows["row"].to_list() == [3]


def test_a_row_below_full_headings_never_becomes_a_heading() -> None:
    assert found(ATTENDANCE, ["ikke datert", None, None, None, None, "Møtt"]).row == 1


def test_the_sheets_name_decides_between_tables_that_fit_alike() -> None:
    both = ["Kommune", "Deltaker"]
    assert found(both, sheet="Oppmøte 2026").table.name == "attendance"
    assert found(both, sheet="Henvisninger").table.name == "referrals"


def test_a_list_of_peoples_names_is_never_taken_for_concerts() -> None:
    layout = found(["Dato", "Navn", "Kommune"], sheet="Deltakerliste")
    assert (layout.table.name, layout.missing) == ("attendance", ("status",))


def test_nothing_that_looks_like_headings_is_no_layout() -> None:
    assert recognise(cells([["Handleliste", "Melk"], ["Brød", "Ost"]]), TABLES, against()) is None


# --- what is missing, proposed, remembered ---------------------------------------------------------------


def test_a_missing_required_heading_is_named_and_likeness_only_proposes() -> None:
    layout = found(["Dato", "Deltkar", "Kommune", "Utfall"])
    assert layout.missing == ("status", "participant") and not layout.complete
    assert layout.proposed == {"participant": 1}
    assert "participant" not in layout.columns


def test_likeness_never_decides_even_when_it_is_nearly_the_word() -> None:
    layout = found(["Dato", "Kommune", "Statuss", "Deltaker"])
    assert layout.proposed["status"] == 2 and layout.missing == ("status",)


def test_what_was_chosen_last_time_is_taken_for_the_same_headings_in_any_order() -> None:
    headings = ["Dato", "Bydel", "Utfall", "Deltaker"]
    chosen = {fingerprint(headings): {"municipality": "Bydel", "status": "utfall"}}
    layout = recognise(cells([["Utfall", "Dato", "BYDEL", "deltaker"]]), TABLES, against(chosen=chosen))
    assert layout is not None and layout.complete
    assert layout.columns == {"date": 1, "participant": 3, "municipality": 2, "status": 0}


def test_a_choice_for_other_headings_is_not_taken() -> None:
    chosen = {fingerprint(["Dato", "Bydel"]): {"municipality": "Bydel"}}
    layout = recognise(cells([["Dato", "Bydel", "Status"]]), TABLES, against(chosen=chosen))
    assert layout is not None and not layout.complete


def test_a_choice_wins_over_a_synonym() -> None:
    headings = ["Dato", "Kommune", "Bostedskommune", "Status"]
    chosen = {fingerprint(headings): {"municipality": "Bostedskommune"}}
    layout = recognise(cells([headings]), TABLES, against(chosen=chosen))
    assert layout is not None and layout.columns["municipality"] == 2


def test_the_models_own_headings_come_first_and_its_defaults_stand_in() -> None:
    model = GJOVIK.model_copy(
        update={
            "headings": {"attendance": {"date": ("Quando",)}},
            "defaults": {"attendance": {"municipality": "gjovik", "level": "group"}},
        }
    )
    sheet = checked([["Quando", "Dato", "Deltaker", "Status"], [DAY, "tekst", "D1", "x"]], model)
    assert sheet.rows.select("date", "municipality", "level").row(0) == (DAY, "gjovik", "group")


def test_a_heading_given_twice_is_pointed_out_and_the_first_stands() -> None:
    sheet = checked([["Dato", "Deltaker", "Dato", "Kommune", "Status"], [DAY, "D1", date(2020, 1, 1), "Gjøvik", "x"]])
    assert sheet.rows["date"].to_list() == [DAY]
    [problem] = sheet.problems
    assert (problem.row, problem.column, problem.heading, problem.name) == (1, "C", "Dato", "date")
    assert (problem.reason, problem.severity, problem.value) == ("heading-twice", "warns", "A, C")


def test_a_place_is_told_by_letter_and_heading() -> None:
    layout = found([None, *ATTENDANCE])
    assert layout.place("date") == ("B", "Dato")
    assert found(["Dato", "Kommune", "Status"]).place("participant") == ("", "")


# --- stacked tables --------------------------------------------------------------------------------------

SESSIONS = [["Dato", "Deltaker", "Kommune", "Status"], [DAY, "D1", "Gjøvik", "x"], [DAY, "D2", "Dokka", "IM"]]
EVENING = [["Konserter våren 2026"], CONCERTS, [DAY, "Vårkonsert", "Kafeen", "Gjøvik", 60, 8]]


def test_tables_that_stand_one_below_the_other_are_each_read() -> None:
    arrival = arrived([["Oversikt"], *SESSIONS, [], *EVENING])
    assert [(sheet.layout.table.name, sheet.rows["row"].to_list()) for sheet in arrival.sheets] == [
        ("attendance", [3, 4]),
        ("concerts", [8]),
    ]
    assert said(arrival) == [] and [sheet.failed for sheet in arrival.sheets] == [(), ()]


def test_a_second_table_of_the_same_kind_may_have_its_columns_in_another_order() -> None:
    arrival = arrived([*SESSIONS, [], ["Status", "Kommune", "Dato", "Deltaker"], ["x", "Gjøvik", "06.03.2026", "D3"]])
    assert [sheet.rows["date"].to_list() for sheet in arrival.sheets] == [[DAY, DAY], [date(2026, 3, 6)]]


def test_headings_printed_again_on_every_page_do_not_begin_a_table() -> None:
    arrival = arrived([*SESSIONS, SESSIONS[0], ["07.03.2026", "D4", "Gjøvik", "x"]])
    [sheet] = arrival.sheets
    assert (sheet.rows.height, sheet.ignored) == (3, (4,))


def test_rows_whose_words_are_headings_elsewhere_stay_rows() -> None:
    sheet = cells(
        [ATTENDANCE, [DAY, "D1", "Gjøvik", "DPS", "åpent", "møtt"], [DAY, "D2", "Gjøvik", "Team", "Åpent", "Oppmøte"]]
    )
    assert len(tables_in(sheet, against(), "").tables) == 1


def test_every_tables_headings_say_what_its_sheets_are_called() -> None:
    assert all(table.headings for table in BY_NAME.values())
