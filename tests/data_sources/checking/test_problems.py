"""Every problem has a place and a reason, and says no more than it may."""

import logging

import pytest
from drawn_sheets import ATTENDANCE, HEADINGS, REFERRALS, arrived, checked, problems, row

from data_sources.declared.tables import TABLES

# --- place, and what is quoted ---------------------------------------------------------------------------


def test_a_problem_has_the_sheet_the_row_as_excel_shows_it_the_letter_and_the_heading() -> None:
    rows = [["Tittel"], [], [None, *ATTENDANCE], [], [None, *row("attendance", municipality="Toten")]]
    [problem] = checked(rows, sheet="Uke 12").problems
    assert (problem.sheet, problem.row, problem.column, problem.heading, problem.name) == (
        "Uke 12",
        5,
        "D",
        "Kommune",
        "municipality",
    )
    assert problem.value == "Toten"


def test_rows_of_problems_come_in_the_order_of_the_file() -> None:
    rows = [ATTENDANCE, *[row("attendance", participant=f"D{n}", status="A", municipality="Toten") for n in range(20)]]
    found = [problem.row for problem in checked(rows).problems]
    assert found == sorted(found) and len(found) == 40


SECRET = "Hemmelig Navnesen 4711"


def test_no_value_of_an_id_or_of_free_text_is_in_any_problem(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    rows = {
        "attendance": [row("attendance", participant=SECRET), row("attendance", participant=SECRET, date=None)],
        "referrals": [row("referrals", number=SECRET, participant=SECRET, received=None)] * 2,
        "concerts": [row("concerts", title=SECRET, place=SECRET, partner=SECRET, date="nei")],
    }
    for table, bad in rows.items():
        arrival = arrived([HEADINGS[table], *bad])
        assert arrival.refused is None and problems(arrival)
        for problem in problems(arrival):
            assert SECRET not in str([problem.value, problem.suggestion, problem.heading, problem.reason])
        assert all(SECRET not in line for line in [repr(problems(arrival)), caplog.text])


def test_a_value_is_quoted_only_from_columns_that_allow_it_and_never_by_printing_a_problem() -> None:
    for table in TABLES:
        quoted = {column.name for column in table.columns if column.quotable}
        assert not quoted & {"participant", "number", "title", "place", "partner"}
    [problem] = checked([ATTENDANCE, row("attendance", status="A")]).problems
    assert problem.value == "A" and "value" not in repr(problem)


def test_ids_leave_the_check_as_keyed_hashes_only() -> None:
    sheet = checked([REFERRALS, row("referrals", number="H-4711", participant="P-4711")])
    assert "4711" not in sheet.rows.write_csv()


# --- the sheet as a whole --------------------------------------------------------------------------------


def test_hidden_rows_are_taken_and_said_to_be() -> None:
    rows = [ATTENDANCE, *[row("attendance", participant=f"D{n}") for n in range(3)], ["Sum", 3, 4]]
    sheet = checked(rows, hidden_rows=(3, 4, 5))
    assert sheet.rows.height == 3
    [problem] = sheet.problems
    assert (problem.row, problem.reason, problem.severity, problem.value) == (3, "hidden-rows", "notes", "2")


def test_what_the_reader_mended_or_could_not_see_is_said() -> None:
    sheet = checked([ATTENDANCE, row("attendance")], remarks=("mixed-encodings", "errors-unseen", "something-else"))
    assert [(p.row, p.reason, p.severity) for p in sheet.problems] == [
        (1, "mixed-encodings", "warns"),
        (1, "errors-unseen", "warns"),
    ]


def test_headings_with_nothing_below_are_a_table_without_rows() -> None:
    sheet = checked([ATTENDANCE])
    assert (sheet.rows.height, sheet.failed, sheet.ignored) == (0, (), ())
    assert sheet.rows.schema == checked([ATTENDANCE, row("attendance")]).rows.schema
