"""Delimited text: encodings, separators, records and what is wrong with them."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources.reading.cells import KIND_TYPE, Refused
from data_sources.reading.formats import delimited
from data_sources.reading.formats.typed_cells import Size

SIZE = Size(rows=5000, columns=50)


def rows(content: bytes) -> dict[int, list[str | None]]:
    """Row number → texts."""
    frame = delimited.read(content, "x", SIZE).frame
    return {row[0]: list(row[1:]) for row in frame.select("row", pl.col("^t[0-9]+$")).iter_rows()}


def refused(content: bytes) -> tuple[str, dict[str, int]]:
    with pytest.raises(Refused) as caught:
        delimited.read(content, "x", SIZE)
    return caught.value.reason, dict(caught.value.arguments)


def test_every_encoding_gives_the_same_letters() -> None:
    text = "Dato;Kommune\r\n5.3.26;Gjøvik\r\n6.3.26;Østre Toten – å\r\n"
    expected = {1: ["Dato", "Kommune"], 2: ["5.3.26", "Gjøvik"], 3: ["6.3.26", "Østre Toten – å"]}
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"):
        assert rows(text.encode(encoding)) == expected, encoding
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-be"):
        assert rows(text.replace("–", "-").encode(encoding)) == {**expected, 3: ["6.3.26", "Østre Toten - å"]}, encoding


def test_two_encodings_in_one_file_are_told_line_by_line() -> None:
    mixed = "a;Gjøvik\n".encode("cp1252") + "b;Gjøvik Ø\n".encode() + "c;Søndre Land\n".encode("cp1252")
    read = delimited.read(mixed, "x", SIZE)
    assert read.frame["t1"].to_list() == ["Gjøvik", "Gjøvik Ø", "Søndre Land"]
    assert read.remarks == ("mixed-encodings",)
    spoilt = delimited.read("a;GjÃ¸vik\n".encode(), "x", SIZE)
    assert spoilt.remarks == ("garbled-letters",)
    assert delimited.read("a;Gjøvik\n".encode(), "x", SIZE).remarks == ()


def test_other_alphabets_are_said_not_guessed() -> None:
    assert refused("a;b\nx;Gjøvik\ny;Våler\n".encode("mac-roman")) == ("mac-roman", {"line": 2})
    assert refused("a;b\nx;Åsnes\ny;Gjøvik\n".encode("mac-roman")) == ("mac-roman", {"line": 2})
    assert refused(b"a;b\n1;\x81\x8d\n") == ("unreadable-text", {"line": 2})
    assert refused("a;b\n".encode("utf-16") + b"x") == ("unreadable-text", {"line": 1})


def test_nul_bytes_are_refused_with_their_line() -> None:
    assert refused(b"a;b\n1;2\n3;\x004\n") == ("nul-bytes", {"line": 3})


def test_the_separator_is_found() -> None:
    for separator in ";\t|,":
        text = "Navn,Antall,By\nA,1,Gjøvik\nB,2,Gran\n".replace(",", separator)
        assert rows(text.encode())[2] == ["A", "1", "Gjøvik"], separator
    for text, expected in (
        ("Dato;Timer\n1;2,5\n2;3,5\n", ";"),
        ("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ";"),
        ('Navn,Notat\nA,"x; y; z"\nB,"x; y; z"\n', ","),
        ("Oppmøte 2025\n\nDato;Timer;By\n1;2,5;x\n2;3,5;y\n", ";"),
        ("Timer\n2,5\n3,5\n", ";"),
        ("2,5\n3,5\n", ";"),
        ("a\tb, c\nd\te, f\n", "\t"),
        ("bare en kolonne\nto\n", ";"),
        ("", ";"),
    ):
        assert delimited.separator_of(text.encode()) == expected, text


def test_an_announced_separator_is_used_and_its_line_not_counted() -> None:
    assert rows(b"sep=,\r\na,b;c\r\n1,2\r\n") == {1: ["a", "b;c"], 2: ["1", "2"]}
    assert rows(b"\xef\xbb\xbfSEP=|\na|b\n") == {1: ["a", "b"]}
    assert refused(b'sep=;\na;b\n1;"2\n') == ("unclosed-quote", {"line": 3})


def test_rows_are_numbered_as_excel_shows_them() -> None:
    assert rows(b"a;b\n\n1;2\n;\n\n3;4\n") == {1: ["a", "b"], 3: ["1", "2"], 6: ["3", "4"]}
    quoted = b'a;b\n1;"to\nlinjer"\n\n3;"4 ""fire"""\n'
    assert rows(quoted) == {1: ["a", "b"], 2: ["1", "to\nlinjer"], 4: ["3", '4 "fire"']}
    assert rows(b"a;b\r1;2\r3;4") == {1: ["a", "b"], 2: ["1", "2"], 3: ["3", "4"]}


def test_ragged_rows_keep_every_cell() -> None:
    assert rows(b"a;b\n1;2;3;4\n5\n") == {
        1: ["a", "b", None, None],
        2: ["1", "2", "3", "4"],
        3: ["5", None, None, None],
    }
    late = b"a;b\n" + b"1;2\n" * 300 + b"1;2;3\n"
    assert rows(late)[302] == ["1", "2", "3"]
    assert rows(b"a;;b\n1;;2\n") == {1: ["a", "b"], 2: ["1", "2"]}
    assert delimited.read(b"a;;b\n1;;2\n", "x", SIZE).columns == (0, 2)


def test_a_quote_that_is_never_closed_is_refused_where_it_began() -> None:
    assert refused(b'a;b\n1;"x\n2;y\n3;z\n') == ("unclosed-quote", {"line": 2})
    # Closed by the next stray quote: three records would have become one.
    assert refused(b'a;b;c\n1;"x;y\n2;y;z\n3;y;"z"\n4;y;z\n') == ("unclosed-quote", {"line": 2})
    assert refused(b'a;b;c\n1;2;"x\n2;y;z\n3;y;z\n4;y;z"\n') == ("unclosed-quote", {"line": 2})
    # A quote inside a field is only a character.
    assert rows(b'a;b\n1;6" ror\n2;"sa "hei" til"\n')[2] == ["1", '6" ror']


def test_what_is_too_long_is_refused() -> None:
    long = b"x" * 40_000
    assert refused(b"a;b\n1;" + long + b"\n") == ("cell-too-long", {"line": 2, "limit": 32_767})
    assert refused(b'a;b\n1;"' + long + b'"\n') == ("cell-too-long", {"line": 2, "limit": 32_767})
    assert refused(b"a;b\n" * 5001) == ("too-many-rows", {"limit": 5000})
    assert refused(b'a;"b"\n' * 5001) == ("too-many-rows", {"limit": 5000})
    assert refused(b";".join([b"a"] * 51)) == ("too-many-columns", {"limit": 50})
    assert refused(b";".join([b'"a"'] * 51)) == ("too-many-columns", {"limit": 50})
    assert refused(b"\xef\xbb\xbf\r\n") == ("empty", {})


def test_all_cells_are_text_and_spaces_are_kept() -> None:
    frame = delimited.read(b"a;b\n 1 ;2025-03-05\n", "Fil", SIZE).frame
    assert frame.schema == {"row": pl.UInt32, "t0": pl.String, "k0": KIND_TYPE, "t1": pl.String, "k1": KIND_TYPE}
    assert frame.row(1) == (2, " 1 ", "text", "2025-03-05", "text")


CELL = st.text(st.sampled_from("aå1, .\u00a0\u2028\x0b'"), max_size=4)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=12)


@given(table=TABLE, line_end=st.sampled_from(["\n", "\r\n"]), last=st.booleans())
def test_both_ways_of_reading_agree(table: list[list[str]], line_end: str, last: bool) -> None:
    """Polars and the csv module give the same cells at the same rows wherever Polars is used at all."""
    content = (line_end.join(map(";".join, table)) + line_end * last).encode()
    width = max(map(len, table))
    quick = delimited._quick(content, ";", width, 0, SIZE)
    slow = delimited.frame_of(delimited._records(content, ";", width, 1), 0, width, {}, SIZE)
    assert quick is None or _cells(quick) == _cells(slow)


def test_the_quick_way_is_taken_for_ordinary_files() -> None:
    content = b"a;b\r\n" + b"1;2\r\n\r\n" * 100
    quick = delimited._quick(content, ";", 2, 0, SIZE)
    assert quick is not None
    assert quick["row"].to_list() == [1, *range(2, 202, 2)]
    titled = delimited._quick(b"Liste\n\na;b\n1;2\n", ";", 2, 0, SIZE)
    assert titled is not None
    assert titled["row"].to_list() == [1, 3, 4]
    for other in (b'a;"b"\n', b"a;b\r1;2\n", b"a;b\n1;2;3\n"):
        assert delimited._quick(other, ";", 2, 0, SIZE) is None


def _cells(frame: pl.DataFrame) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if value not in (None, "blank")} for row in frame.to_dicts()]
