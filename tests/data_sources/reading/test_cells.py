"""The shape every source becomes, and the values that become it."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from data_sources.reading import cells
from data_sources.reading.cells import KIND_TYPE, REASONS, Cells, Kind, Refused, letter
from data_sources.reading.formats.typed_cells import Mark, Size, duration, frame_of, number, place

SIZE = Size(rows=1000, columns=100)


def shown(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Rows without their blanks."""
    return [{name: value for name, value in row.items() if value not in (None, "blank")} for row in frame.to_dicts()]


def test_columns_are_named_as_excel_names_them() -> None:
    assert [letter(i) for i in (0, 25, 26, 51, 52, 701, 702, 16_383)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD")
    ]
    for column in range(16_384):
        assert place(f"{letter(column)}7") == (7, column)


def test_no_place_outside_a_sheet() -> None:
    for reference in ("", "A", "7", "A0", "XFE1", "A1048577", "A99999999", "AAAAAAAAAA1", "Å1"):
        assert place(reference) is None, reference


def test_every_python_value_becomes_its_kind_and_text() -> None:
    expected: list[tuple[Any, Kind, str | None]] = [
        ("Gjøvik ", Kind.TEXT, "Gjøvik "),
        ("", Kind.BLANK, None),
        (None, Kind.BLANK, None),
        (3.0, Kind.NUMBER, "3"),
        (1 / 3, Kind.NUMBER, "0.3333333333333333"),
        (29_872_500_000_000.0, Kind.NUMBER, "29872500000000"),
        (7, Kind.NUMBER, "7"),
        (True, Kind.BOOL, "TRUE"),
        (False, Kind.BOOL, "FALSE"),
        (dt.date(2025, 3, 5), Kind.DATE, "2025-03-05"),
        (dt.datetime(2025, 3, 5, 9, 30), Kind.DATETIME, "2025-03-05T09:30:00"),
        (dt.time(9, 30), Kind.TIME, "09:30:00"),
        (dt.timedelta(hours=25, minutes=30), Kind.DURATION, "25:30:00"),
        (Mark(Kind.ERROR, "#N/A"), Kind.ERROR, "#N/A"),
        (Mark(Kind.UNCOMPUTED), Kind.UNCOMPUTED, None),
    ]
    # All in one column, and each kind in a column that holds nothing else.
    frame = frame_of([["x", value] for value, _, _ in expected], 0, 2, {}, SIZE)
    assert frame["t1"].to_list() == [text for _, _, text in expected]
    assert frame["k1"].to_list() == [kind for _, kind, _ in expected]
    for value, kind, text in expected:
        alone = frame_of([["x", value]], 0, 2, {}, SIZE)
        assert alone.get_column("t1", default=pl.Series([None])).to_list() == [text]
        assert alone.get_column("k1", default=pl.Series(["blank"])).to_list() == [kind]


def test_the_frame_has_the_declared_types() -> None:
    frame = frame_of([["x", 1.0]], 2, 2, {}, SIZE)
    assert frame.schema == {"row": pl.UInt32, "t2": pl.String, "k2": KIND_TYPE, "t3": pl.String, "k3": KIND_TYPE}
    assert frame_of([], 0, 0, {}, SIZE).schema == {"row": pl.UInt32}


def test_blank_rows_and_columns_go_but_numbers_stay_true() -> None:
    frame = frame_of([[], [], ["", "", "a"], ["", "", ""], ["", "", "b"]], 1, 3, {}, SIZE)
    assert shown(frame) == [{"row": 3, "t3": "a", "k3": "text"}, {"row": 5, "t3": "b", "k3": "text"}]


def test_rows_far_apart_fall_in_different_chunks_and_join(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data_sources.reading.formats.typed_cells.CHUNK", 4)
    frame = frame_of([["a", ""], ["", ""], ["", ""], ["", 2.0]], 0, 2, {}, SIZE)
    assert shown(frame) == [{"row": 1, "t0": "a", "k0": "text"}, {"row": 4, "t1": "2", "k1": "number"}]
    assert frame["k0"].to_list() == ["text", "blank"]


def test_marks_stand_also_where_the_reader_saw_nothing() -> None:
    marks = {1: {0: Mark(Kind.ERROR, "#REF!"), 3: Mark(Kind.ERROR, "#N/A")}, 4: {5: Mark(Kind.UNCOMPUTED)}}
    frame = frame_of([["", 5.0], ["b", ""]], 2, 2, marks, SIZE)
    assert shown(frame) == [
        {"row": 1, "t0": "#REF!", "k0": "error", "t3": "5", "k3": "number"},
        {"row": 2, "t2": "b", "k2": "text"},
        {"row": 4, "k5": "uncomputed"},
    ]


def test_too_much_is_refused() -> None:
    with pytest.raises(Refused, match="too-many-rows limit=2"):
        frame_of([["a"]] * 3, 0, 1, {}, Size(rows=2, columns=9))
    assert frame_of([["a"], [""], ["b"], [""]], 0, 1, {}, Size(rows=2, columns=9)).height == 2
    for columns in (3, 50):
        with pytest.raises(Refused, match="too-many-columns limit=2"):
            frame_of([["a"] * columns], 0, columns, {}, Size(rows=2, columns=2))


def test_numbers_and_durations_are_spelled_shortly() -> None:
    for value in (0.1 + 0.2, 1e300, -0.25, 5e-324, 1e16):
        assert float(number(value)) == value
    assert number(1e15) == "1000000000000000"
    assert duration(-dt.timedelta(minutes=90)) == "-1:30:00"


def test_used_columns_are_listed_in_order() -> None:
    made = Cells("Ark1", 0, False, frame_of([["a", "", "b"]], 9, 3, {}, SIZE))
    assert made.columns == (9, 11)


def test_a_refusal_says_why_and_carries_only_numbers() -> None:
    refused = Refused("unclosed-quote", line=17)
    assert (refused.reason, refused.arguments, str(refused)) == (
        "unclosed-quote",
        {"line": 17},
        "unclosed-quote line=17",
    )


def test_every_reason_in_the_code_is_listed_and_every_listed_one_is_used() -> None:
    hall = Path(cells.__file__).parents[1]
    code = "\n".join(path.read_text("utf-8") for path in hall.rglob("*.py"))
    quoted = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)*)"', code))
    assert set(REASONS) <= quoted
    raised = set(re.findall(r'Refused\(\s*"([a-z0-9-]+)"', code))
    assert raised <= set(REASONS)
