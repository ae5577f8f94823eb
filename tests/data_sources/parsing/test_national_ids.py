"""Identity numbers are found wherever they stand and however they are written, and never repeated."""

import datetime as dt

import pytest
from drawn_sheets import ATTENDANCE, GJOVIK, TODAY, arrived, cells, text, workbook
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data_sources.parsing.national_ids import holds_number, places, without_numbers

# Made up: born 1 January 1990, with five figures that nobody can have.
BORN, FIVE = "010190", "12345"
WRITINGS = [
    BORN + FIVE,
    f"{BORN} {FIVE}",
    f"{BORN}-{FIVE}",
    f"{BORN}\u00a0{FIVE}",
    f"{BORN}\u202f{FIVE}",
    f"{BORN}–{FIVE}",
    f"{BORN} - {FIVE}",
    f"{BORN}\u200b{FIVE}",
    f"{BORN}\u2011{FIVE}",
    f"{BORN} 123 45",
    BORN[1:] + FIVE,
    f"{BORN[1:]} {FIVE}",
    f"{BORN}{FIVE}.0",
    f"{BORN[1:]}{FIVE}.0",
    f"{BORN}{FIVE}.",
    f"({BORN}{FIVE})",
    f"fnr.{BORN}{FIVE}",
    f"fnr:{BORN}{FIVE}",
    f"Ola,{BORN}{FIVE}",
    f"f{BORN}{FIVE}",
    f"se {BORN} {FIVE} i journalen",
    f"12345678901 {BORN}{FIVE}",
    f"{BORN}{FIVE},{BORN}{FIVE}",
    f"-{BORN}{FIVE}",
]
KINDS = {
    "a birth number": "01019012345",
    "born in this century": "29020412345",
    "a D-number": "41019012345",
    "an H-number": "01419012345",
    "a test number": "01819012345",
    "a D- and test number": "41819012345",
    "an FH-number with 8": "81234567890",
    "an FH-number with 9": "99999999999",
    "a number of 2032, with other control figures": "01013212346",
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_number_is_found_however_it_is_written(writing: str) -> None:
    assert holds_number(writing)
    assert places([cells([["Merknad"], [writing]])]) == [("Ark1", 2, "A")]


@pytest.mark.parametrize("number", KINDS.values(), ids=KINDS)
def test_every_kind_of_number_is_found(number: str) -> None:
    assert holds_number(number) and holds_number(f"{number[:6]} {number[6:]}")


@settings(deadline=None)
@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.integers(0, 99999),
    st.sampled_from([0, 40]),
    st.sampled_from([0, 40, 80]),
    st.sampled_from(["", " ", "-", "\u00a0"]),
)
@example(dt.date(2000, 2, 29), 0, 0, 0, "")
def test_no_day_of_birth_escapes(born: dt.date, five: int, day: int, month: int, gap: str) -> None:
    number = f"{born.day + day:02}{born.month + month:02}{born:%y}{gap}{five:05}"
    assert holds_number(number)
    if number.startswith("0"):
        assert holds_number(number.replace(gap, "")[1:])


@pytest.mark.parametrize(
    "text",
    [
        "2.98725E+13",
        "29872500000000",
        "05.03.2026",
        "2026-03-05T09:30:00",
        "20260305",
        "202603051030",
        "46086",
        "22 33 44 55",
        "22334455",
        "+4791234567",
        "+47 91 23 45 67",
        "004791234567",
        "4791234567",
        "91234567",
        "4740123456",
        "987 654 321",
        "1234.56.78901",
        "0.01019012345",
        "59,9138612345",
        "1019012345.5",
        "1019012345,75",
        "1712345678",
        "2025/12345-12",
        "202512345-12",
        "NO9386011117947",
        "12345",
        "1 234 567",
        "010126-311226",
        "01.01.2026-31.12.2026",
        "-1071427521",
        "sak 1019012345",
        "f77503a5108739548d",
        "D0101901234",
        "32139012345",
        "01139012345",
        "",
        "ca. 30",
    ],
)
def test_an_innocent_number_is_let_through(text: str) -> None:
    assert not holds_number(text)
    assert places([cells([["Merknad"], [text or None, "x"]])]) == []


def test_a_number_cell_that_lost_its_zero_is_found() -> None:
    assert places([cells([["Nr"], [1019012345], [1019012345.0]])]) == [("Ark1", 2, "A"), ("Ark1", 3, "A")]


def test_dates_counts_and_decimals_in_number_cells_are_not() -> None:
    rows = [[dt.date(2026, 3, 5), 46086, 0.1234567891, 29872500000000.0, 31350]]
    assert places([cells(rows)]) == []


def test_places_are_told_as_excel_shows_them_on_hidden_sheets_too() -> None:
    hidden = cells([["a"], [], [None, None, "01019012345"]], "Gammel", 1, hidden=True)
    assert places([cells([["a", "b"]]), hidden]) == [("Gammel", 3, "C")]


def test_a_sheets_name_is_pointed_at_and_never_repeated() -> None:
    sheet = cells([["01019012345"]], "Ola 010190 12345", 2)
    assert places([sheet]) == [("", 3, ""), ("", 1, "A")]


# --- a whole file ----------------------------------------------------------------------------------------

ROW = ["05.03.2026", "D1", "Gjøvik", "DPS", "gruppe", "x"]


@pytest.mark.parametrize("column", range(len(ATTENDANCE)))
def test_a_file_with_a_number_in_any_column_is_refused_whole_and_quotes_nothing(column: int) -> None:
    bad = [*ROW, None, None]
    bad[column] = "010190 12345"
    arrival = arrived([ATTENDANCE, ROW, bad])
    assert (arrival.refused, arrival.sheets) == ("identity-numbers", ())
    assert arrival.places == (("fil", 3, "ABCDEFGH"[column]),)
    assert "12345" not in repr(arrival)


def test_a_number_in_a_note_a_heading_or_a_sheet_without_a_table_is_found() -> None:
    for rows in (
        [["010190-12345"], ATTENDANCE, ROW],
        [[*ATTENDANCE, "01019012345"], ROW],
        [ATTENDANCE, ROW, ["01019012345"]],
    ):
        assert arrived(rows).refused == "identity-numbers"
    book = workbook({"Oppmøte": [ATTENDANCE, ROW], "Notater": [["01019012345"]]}, hidden=["Notater"])
    assert arrived(book).places == (("Notater", 1, "A"),)


def test_a_sheet_named_by_a_number_is_refused_without_its_name() -> None:
    arrival = arrived(workbook({"Oppmøte": [ATTENDANCE, ROW], "01019012345": [ATTENDANCE, ROW]}))
    assert arrival.places == (("", 2, ""),)
    assert "01019012345" not in repr(arrival)


def test_a_file_named_by_a_number_is_refused_without_its_name() -> None:
    arrival = arrived(text([ATTENDANCE, ROW]), "Ola 010190-12345.csv")
    assert (arrival.refused, arrival.file) == ("identity-number-in-name", "Ola •••••••••••.csv")
    assert without_numbers("Oppmøte 2026-03.xlsx") == "Oppmøte 2026-03.xlsx"


def test_another_countrys_numbers_pass_only_in_the_columns_the_model_names() -> None:
    model = GJOVIK.model_copy(update={"own_numbers": {"attendance": ("participant",)}})
    theirs = [ATTENDANCE, ["05.03.2026", "01019012345", "Gjøvik", "DPS", "gruppe", "x"]]
    assert arrived(theirs, model=model, today=TODAY).refused is None
    assert arrived([*theirs, [*ROW, "01019012345"]], model=model).refused == "identity-numbers"
    assert arrived(theirs).refused == "identity-numbers"
