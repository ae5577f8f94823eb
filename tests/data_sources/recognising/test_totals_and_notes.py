"""Totals, notes and headings printed again are no data; every other row is, and is never lost."""

from typing import Any

import pytest
from drawn_sheets import ATTENDANCE, DAY, Rows, checked, row

from data_sources.reading.cells import Kind


@pytest.mark.parametrize(
    "aside",
    [
        ["Sum", None, 420],
        ["Totalt", None, None, None, None, 420],
        [None, None, None, None, "I alt:", 420],
        ["SUM:", "x"],
        ["Snitt", 3.2, "x"],
        ["Delsum", None, 12],
        ["Sum Gjøvik", None, 12],
        ["Gjøvik totalt", None, 12],
        [None, None, "Sum Gjøvik", 12],
        ["Totalt", None, (Kind.UNCOMPUTED, None)],
        ["Gjøvik"],
        [None, None, None, None, None, 420],
        ["Merk: tallene er ikke kvalitetssikret."],
        ["   ", " "],
        [DAY],
        ATTENDANCE,
    ],
)
def test_totals_notes_and_repeated_headings_are_no_data(aside: list[Any]) -> None:
    sheet = checked([ATTENDANCE, row("attendance"), aside, row("attendance", participant="D2")])
    assert (sheet.rows["row"].to_list(), sheet.ignored, sheet.failed) == ([2, 4], (3,), ())
    assert sheet.problems == ()


@pytest.mark.parametrize(
    "rows",
    [
        [ATTENDANCE, [None, "D0049"]],
        [ATTENDANCE, [DAY, "D0049"]],
        [ATTENDANCE, [(Kind.UNCOMPUTED, None), (Kind.UNCOMPUTED, None), "Gjøvik"]],
        [ATTENDANCE, [None, None, "Gjøvik", 12]],
    ],
)
def test_a_row_somebody_did_not_finish_is_data_and_fails_or_is_kept(rows: Rows) -> None:
    sheet = checked(rows)
    assert sheet.ignored == () and (sheet.failed == (2,) or sheet.rows.height == 1)


@pytest.mark.parametrize("kind", [Kind.ERROR, Kind.UNCOMPUTED])
def test_a_lone_error_or_formula_without_an_answer_is_named_and_not_taken_for_a_note(kind: Kind) -> None:
    sheet = checked([ATTENDANCE, row("attendance"), [None, None, (kind, "#REF!" if kind is Kind.ERROR else None)]])
    assert (sheet.ignored, sheet.failed) == ((), (3,))
    assert {"cell-error", "cell-uncomputed"} & {problem.reason for problem in sheet.problems}


def test_a_concert_called_in_total_is_a_concert() -> None:
    sheet = checked([["Arrangement", "Dato", "Kommune"], ["Totalt kaos", DAY, "Gjøvik"], ["Sum Gjøvik", None, 12]])
    assert (sheet.rows["row"].to_list(), sheet.ignored) == ([2], (3,))


def test_every_row_is_kept_failed_or_ignored() -> None:
    rows = [
        ATTENDANCE,
        *[row("attendance", status=mark) for mark in ("x", "A", None, "IM", "?", "kanskje")],
        [],
        ["Sum", 3, 4],
    ]
    sheet = checked(rows)
    everywhere = sorted([*sheet.rows["row"].to_list(), *sheet.failed, *sheet.ignored])
    assert everywhere == [2, 3, 4, 5, 6, 7, 9]


def test_a_cell_merged_over_several_rows_is_said_of_each_of_them() -> None:
    evening = [row("attendance", participant=f"D{n}", date=DAY if n == 1 else None) for n in range(1, 4)]
    later = row("attendance", participant="D4", date=DAY.replace(day=6), municipality=None)
    sheet = checked([ATTENDANCE, *evening, later], merged=((1, 0, 1, 2), (2, 0, 4, 0), (5, 1, 5, 3), (6, 2, 9, 2)))
    assert sheet.rows["date"].to_list() == [DAY, DAY, DAY, DAY.replace(day=6)]
    assert [problem.reason for problem in sheet.problems] == ["municipality-empty"]
