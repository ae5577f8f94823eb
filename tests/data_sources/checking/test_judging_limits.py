"""No file, however wrong, keeps the server busy or fills its memory: what is said of it has its limits too."""

import pytest
from drawn_sheets import ATTENDANCE, arrived, text

from data_sources.arriving import pipeline
from data_sources.checking import check, column_values
from data_sources.checking.arrival import Arrival
from data_sources.parsing import national_ids, values
from data_sources.recognising import registers, sheets, totals_and_notes

ROW = ["05.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "x", None, None]
BAD = ["tull", "D1", "Gjøvik", "FACT", "gruppe", "Q", None, None]


def tallied(arrival: Arrival) -> dict[tuple[str, str, str], int]:
    return dict(arrival.sheets[0].tally)


def test_every_fault_is_counted_though_not_each_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "MOST_SAID", 3)
    arrival = arrived([ATTENDANCE, ROW, *[BAD] * 5])
    [sheet] = arrival.sheets
    assert (len(sheet.problems), len(sheet.failed)) == (3, 5)
    assert tallied(arrival) == {("date", "date-unreadable", "stops"): 5, ("status", "code-unknown", "stops"): 5}
    assert arrival.held[0].body.height == 5


def test_what_stops_a_row_is_told_before_what_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "MOST_SAID", 1)
    [sheet] = arrived([ATTENDANCE, [*ROW[:3], "Sangkraft", *ROW[4:]], BAD[:5] + ROW[5:]]).sheets
    assert [problem.reason for problem in sheet.problems] == ["date-unreadable"]


def test_a_column_that_is_hardly_what_its_heading_says_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_values, "_MANY", 20)
    monkeypatch.setattr(column_values, "_SAMPLE", 10)
    rows = [[f"merknad {n}", *ROW[1:]] for n in range(30)]
    arrival = arrived([ATTENDANCE, *rows])
    assert (arrival.refused, arrival.arguments) == ("column-not-understood", {"column": 0})


def test_a_register_of_more_marks_than_anybody_sets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "_MOST_MARKS", 5)
    rows = [["Deltaker", "Kommune", "05.01.2026", "12.01.2026", "19.01.2026"], *[["D1", "Gjøvik", "x", "x", "x"]] * 2]
    assert arrived(rows).refused == "too-many-marks"


def test_a_file_full_of_identity_numbers_is_refused_without_listing_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_MOST_PLACES", 4)
    arrival = arrived([ATTENDANCE, *[[ROW[0], "01038812345", *ROW[2:]]] * 9])
    assert (arrival.refused, len(arrival.places)) == ("identity-numbers", 4)
    assert national_ids.places([]) == []


def test_no_more_tables_are_looked_for_than_anybody_stacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_TABLES", 3)
    referrals = ["Henvisning", "Mottatt", "Deltaker", "Kommune"]
    one = [ATTENDANCE, ROW, referrals, ["H1", "05.03.2026", "D1", "Gjøvik"]]
    assert len(arrived([*one, *one, *one]).sheets) == 3


def test_a_text_is_no_misspelt_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "_MOST_WORDS", 1)
    rows = [[*ROW[:5], status, None, None] for status in ("Avbudd", "Forfal", "Avbud " * 20)]
    told = [problem.suggestion for problem in arrived([ATTENDANCE, *rows]).sheets[0].problems]
    assert told == ["avbud", None, None]


def test_a_long_line_of_signs_is_no_legend() -> None:
    rows = [*[[*ROW[:5], "x", None, None]], ["a=" * 5_000]]
    assert arrived(text([ATTENDANCE, *rows]), "lang.csv").sheets[0].rows.height == 1


def test_many_rows_are_judged_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = [["Sum", None, None, None, None, "3"], [None, "D2", *ROW[2:]], ["31.02.2026", "?", "Gjovik", "  ", None, "X"]]
    rows = [ATTENDANCE, ROW, *odd, BAD, ATTENDANCE, ROW, [*ROW[:6], "ca. 12", "ja"]]
    few = arrived(rows)
    monkeypatch.setattr(column_values, "_FEW", 0)
    monkeypatch.setattr(totals_and_notes, "_PIECE", 2)
    many = arrived(rows)
    [before], [after] = few.sheets, many.sheets
    assert before.ignored and before.failed and before.problems and before.rows.height
    assert after.rows.equals(before.rows, null_equal=True)
    assert (after.problems, after.failed, after.ignored) == (before.problems, before.failed, before.ignored)
    assert (many.questions, many.account) == (few.questions, few.account)
