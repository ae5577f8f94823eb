"""A file from bytes to checked rows: recognised or refused, never an error, and nothing lost on the way."""

import datetime as dt
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from drawn_sheets import (
    ATTENDANCE,
    CONCERTS,
    GJOVIK,
    REFERRALS,
    against,
    arrived,
    cells,
    checked,
    problems,
    said,
    text,
    workbook,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from data_sources.arriving.pipeline import judge
from data_sources.declared.model import load
from data_sources.declared.table import Severity
from data_sources.reading.cells import Kind
from data_sources.recognising.layout import fingerprint

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 3, 5)
ROW = ["05.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"]
VITORIA = load(Path(__file__).resolve().parents[2] / "models" / "vitoria.toml")


# --- what a file holds -----------------------------------------------------------------------------------


def test_a_csv_in_every_encoding_excel_writes() -> None:
    rows = [ATTENDANCE, [*ROW[:2], "Østre Toten", *ROW[3:5], "Ikke møtt"]]
    for encoding in ("utf-8-sig", "utf-8", "cp1252", "utf-16"):
        [sheet] = arrived(text(rows, encoding), "mars.csv").sheets
        assert sheet.rows.select("municipality", "status").row(0) == ("ostre_toten", "missed"), encoding
        assert sheet.sheet == "mars"


def test_sheets_of_several_tables_are_each_read_and_others_are_named() -> None:
    arrival = arrived(
        workbook(
            {
                "Oversikt": [["Tabell", "Antall"], ["Oppmøte", 205]],
                "Oppmøte": [ATTENDANCE, ROW],
                "Henvisninger": [REFERRALS, ["H1", DAY, "D1", "Gjøvik"]],
                "Gammel": [ATTENDANCE, ROW, ["06.03.2026", *ROW[1:]]],
            },
            hidden=["Gammel"],
        )
    )
    assert [(sheet.sheet, sheet.layout.table.name, sheet.rows.height) for sheet in arrival.sheets] == [
        ("Oppmøte", "attendance", 1),
        ("Henvisninger", "referrals", 1),
    ]
    assert (arrival.skipped, arrival.hidden, arrival.refused) == (("Oversikt",), ("Gammel",), None)


def test_a_hidden_sheet_is_read_when_somebody_chose_it() -> None:
    older = [ATTENDANCE, ROW, ["06.03.2026", *ROW[1:]]]
    book = workbook({"Oppmøte": [ATTENDANCE, ROW], "Gammel": older}, hidden=["Gammel"])
    arrival = arrived(book, unhidden=["Gammel"])
    assert [sheet.rows.height for sheet in arrival.sheets] == [1, 2] and arrival.hidden == ()


def test_a_sheet_whose_headings_are_unsure_is_told_though_another_is_read() -> None:
    arrival = arrived({"Oppmøte": [ATTENDANCE, ROW], "Mer": [["Dato", "Deltaker", "Bydel"], ROW[:3]]})
    assert arrival.refused is None and arrival.skipped == ("Mer",)
    assert arrival.undecided is not None and arrival.undecided.missing == ("municipality", "status")


def test_a_choice_of_headings_makes_an_unsure_file_sure() -> None:
    rows = [["Dato", "Deltaker", "Bydel", "Utfall"], ["05.03.2026", "D1", "Gjøvik", "x"]]
    unsure = arrived(rows)
    assert (unsure.refused, unsure.sheets) == ("headings-missing", ())
    assert unsure.undecided is not None and unsure.undecided.row == 1
    chosen = {fingerprint(rows[0]): {"municipality": "Bydel", "status": "Utfall"}}
    assert arrived(rows, chosen=chosen).sheets[0].rows.height == 1


# --- why a file is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"MZ\x90\x00", "program"),
        ("Kjære styringsgruppe,\r\nher kommer tallene.\r\n".encode(), "no-table"),
        (text([["Navn", "Telefon"], ["Kari", "22 33 44 55"]]), "no-table"),
        (text([["Dato", "Deltaker", "Kommune"], ROW[:3]]), "headings-missing"),
        (text([ATTENDANCE]), "no-rows"),
        (text([ATTENDANCE, ["Sum", "3"]]), "no-rows"),
        (workbook({"Oppmøte": [ATTENDANCE, ROW], "Id": [["01019012345"]]}), "identity-numbers"),
    ],
)
def test_a_file_that_is_not_taken_in_has_one_reason(content: bytes, reason: str) -> None:
    arrival = arrived(content, "fil.xlsx")
    assert (arrival.refused, arrival.sheets) == (reason, ())
    assert len(arrival.sha256) == 64


def test_a_refusal_brings_the_numbers_its_sentence_needs() -> None:
    arrival = arrived(b"Dato;Status\r\n05.03.2026;\x00\r\n")
    assert (arrival.refused, arrival.arguments) == ("nul-bytes", {"line": 2})


def test_reading_can_be_cancelled() -> None:
    assert arrived(text([ATTENDANCE, ROW]), cancel=lambda: True).refused == "cancelled"


VALUES = st.one_of(
    st.none(),
    st.sampled_from([*ATTENDANCE, *REFERRALS, *CONCERTS]),
    st.sampled_from(["Sum", "x", "A", "Gjøvik", "Toten", "x = møtt", "5.3.26", "#REF!", "2.98725E+13"]),
    st.dates(dt.date(1899, 1, 1), dt.date(2200, 1, 1)),
    st.floats(allow_nan=True),
    st.integers(-(10**12), 10**12),
    st.text(max_size=6),
    st.sampled_from([(Kind.ERROR, "#N/A"), (Kind.UNCOMPUTED, None), (Kind.TIME, "09:30:00")]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=7), min_size=1, max_size=9), st.sampled_from([GJOVIK, VITORIA]))
def test_any_sheet_at_all_is_an_arrival_in_which_every_row_is_accounted_for(rows: list[list[Any]], model: Any) -> None:
    sheet = cells(rows) if any(value is not None for row in rows for value in row) else cells([["x"]])
    arrival = judge([sheet], "fil", "0" * 64, against(model, DAY))
    assert (arrival.refused is None) == bool(arrival.sheets)
    for one in arrival.sheets:
        told = {problem.row for problem in one.problems if problem.severity is Severity.STOPS}
        assert set(one.failed) == told
        assert not set(one.rows["row"]) & set(one.failed) or one.layout.columns["date"] >= len(sheet.columns)
        assert not set(one.ignored) & ({*one.rows["row"]} | {*one.failed})


# --- workbooks as they come from offices, made here ------------------------------------------------------


def test_a_years_plain_list() -> None:
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=n) for n in range(300)]
    [sheet] = arrived(workbook({"Oppmøte": [ATTENDANCE[:6], *[[day, *ROW[1:]] for day in days]]})).sheets
    assert (sheet.rows["date"].to_list(), sheet.failed, sheet.problems) == (days, (), ())


def test_a_departments_own_list_with_titles_two_rows_of_headings_and_subtotals(tmp_path: Path) -> None:
    good = [
        ["1.1.24", "M", "D1", "gjøvik ", "DPS", "gruppe"],
        [dt.datetime(2024, 1, 2), "IM", "D2", "3442", "DPS", "gruppe"],
        ["16.01.2024", "syk terapeut", "D3", "Raufoss", "DPS", "gruppe"],
        ["27/02-24", None, "D4", "0538", "DPS", "gruppe"],
    ]
    bad = [["høst 2024", "x", "D5", "Gjøvik", "DPS", "gruppe"], ["1.3.24", "x", "D6", "Toten", "DPS", "gruppe"]]
    sheet = [
        ["Musikkterapi – oppmøteregistrering"],
        ["Sykehuset Innlandet, 1. halvår 2024"],
        [],
        ["Time", None, "Deltaker", None, "Tilbud", None],
        ["Avtaledato", "Møtte?", "Delt.nr", "Bostedskommune", "Enhet", "Type tilbud"],
        *good[:2],
        ["Sum", None, "=COUNTA(C6:C7)"],
        *good[2:],
        *bad,
        ["Sum", None, "=COUNTA(C9:C12)"],
        ["Totalt", None, 6],
        [],
        ["Merk: tallene er ikke kvalitetssikret."],
    ]
    file = tmp_path / "liste.xlsx"
    file.write_bytes(workbook({"Ark1": sheet}))
    book = load_workbook(file)
    for area in ("A1:F1", "A4:B4", "C4:D4", "E4:F4"):
        book["Ark1"].merge_cells(area)
    book.save(file)
    [found] = arrived(file.read_bytes()).sheets
    assert (found.rows["row"].to_list(), found.failed, found.ignored) == ([6, 7, 9, 10], (11, 12), (8, 13, 14, 16))
    assert found.rows["status"].to_list() == ["attended", "missed", "cancelled_by_therapist", "unknown"]
    assert said(found) == [(11, "A", "date-unreadable"), (12, "D", "municipality-ambiguous")]


def test_referrals_from_a_system_as_csv() -> None:
    heads = [
        "Henv.nr",
        "Mottatt dato",
        "Deltakernr",
        "Kommune",
        "Henvist fra",
        "Oppstart",
        "Avsluttet dato",
        "Sluttårsak",
    ]
    to_culture = "videreført til Kulturnettverket"
    rows = [
        ["H1", "23.09.25", "D1", "Østre Toten", "Fastlege", "22.11.2025", "04.02.2026", to_culture],
        ["H2", "23.09.25", "D2", "Østre Toten", "Fastlege", "20.09.2025", "", ""],
    ]
    [sheet] = arrived(text([heads, *rows], "cp1252"), "henvisninger.csv").sheets
    assert (sheet.rows.height, said(sheet)) == (1, [(3, "F", "start-before-received")])


def test_concerts_with_estimates_and_a_season_for_a_date() -> None:
    heads = ["Når", "Hva", "Hvor", "Kommune", "Publikum", "Medvirkende", "Samarbeid med"]
    audiences = ["ca. 30", "20-25", ">50", 60, None]
    rows = [[DAY, f"Konsert {n}", "Kafeen", "Gjøvik", audience, 8, "Korps"] for n, audience in enumerate(audiences)]
    sheet = checked([heads, *rows, ["våren en gang", "Konsert", "Kirka", "Gjøvik", None, 8, None]])
    assert (sheet.rows["audience"].to_list(), sheet.failed) == ([30, 22, 50, 60, None], (7,))
    assert [problem.reason for problem in sheet.problems] == ["estimate", "estimate", "estimate", "date-unreadable"]


# --- another country's vocabulary ------------------------------------------------------------------------

APPOINTMENTS = (
    "PatientId,AppointmentID,Gender,ScheduledDay,AppointmentDay,Age,Neighbourhood,SMS_received,No-show\n"
    "2.98725E+13,5642903,F,2016-04-29T18:38:08Z,2016-04-29T00:00:00Z,62,JARDIM DA PENHA,0,No\n"
    "2.98725E+13,5642503,M,2016-04-29T16:08:27Z,2016-04-29T00:00:00Z,56,RESISTÊNCIA,0,Yes\n"
    "01019012345,5642549,F,2016-04-29T16:19:04Z,2016-04-29T00:00:00Z,62,MATA DA PRAIA,0,No\n"
).encode()


def test_a_third_region_is_a_model_file_and_its_broken_ids_are_noticed() -> None:
    [sheet] = arrived(APPOINTMENTS, "appointments.csv", VITORIA).sheets
    assert sheet.rows["municipality"].to_list() == ["jardim_da_penha", "resistencia", "other"]
    assert sheet.rows.select("status", "level", "team").rows()[1] == ("missed", "individual", "clinics")
    assert said(sheet) == [
        (2, "A", "id-broken-by-excel"),
        (3, "A", "id-broken-by-excel"),
        (4, "G", "municipality-elsewhere"),
    ]
    assert sheet.rows["participant"].n_unique() == 2
    assert arrived(APPOINTMENTS, "appointments.csv").refused == "identity-numbers"


def test_one_referral_and_its_problems_carry_their_sheet() -> None:
    arrival = arrived(
        {"Jan": [REFERRALS, ["H1", "5.3", "D1", "Gjøvik"]], "Feb": [REFERRALS, ["H2", "5.3", "D1", "Gjøvik"]]}
    )
    assert [(problem.sheet, problem.row, problem.column) for problem in problems(arrival)] == [
        ("Jan", 2, "B"),
        ("Feb", 2, "B"),
    ]
    assert arrival.sheets[0].rows.schema["received"] == pl.Date


def test_a_sheet_that_collects_the_others_is_counted_once_and_said() -> None:
    rows = [[f"{day:02}.03.2026", f"D{day}", "Gjøvik", "FACT", "gruppe", "x"] for day in range(2, 14)]
    arrival = arrived({"A": [ATTENDANCE, *rows[:6]], "B": [ATTENDANCE, *rows[6:]], "Hele": [ATTENDANCE, *rows]})
    assert [sheet.rows.height for sheet in arrival.sheets] == [6, 6, 0]
    assert arrival.sheets[2].tally == {("date", "rows-in-other-sheets", "warns"): 1}
    assert len(arrival.sheets[2].ignored) == 12
    more = [*rows, ["20.03.2026", "D20", "Gjøvik", "FACT", "gruppe", "x"]]
    arrival = arrived({"A": [ATTENDANCE, *rows], "Hele": [ATTENDANCE, *more]})
    assert [sheet.rows.height for sheet in arrival.sheets] == [0, 13]


def test_columns_that_are_each_an_answer_become_one() -> None:
    heads = ["Dato", "Deltaker", "Kommune", "Møtt", "Ikke møtt", "Fravær"]
    marks = [(None, "x", None), ("x", None, None), (None, None, "x"), ("x", "x", None)]
    rows = [[f"0{day}.03.2026", "D1", "Gjøvik", *mark] for day, mark in enumerate(marks, 1)]
    [sheet] = (arrival := arrived({"A": [heads, *rows]})).sheets
    assert sheet.rows["status"].to_list() == ["missed", "attended"] and sheet.failed == (4, 5)
    assert {one.written: one.likely for one in arrival.questions} == {"Fravær": "missed", "Møtt + Ikke møtt": None}
