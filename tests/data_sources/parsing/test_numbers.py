"""Every way a number is written: counts, estimates where they are taken, and what is no number."""

import pytest

from data_sources.declared.table import Column, ColumnKind
from data_sources.declared.tables import CONCERTS
from data_sources.parsing.numbers import parse_count, parse_score
from data_sources.parsing.parsed import Parsed
from data_sources.reading.cells import Kind

AUDIENCE = CONCERTS.by_name["audience"]
INHABITANTS = Column("inhabitants", ColumnKind.COUNT, ("Innbyggere",), low=0, high=10_000_000)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30", 30),
        (" 30 ", 30),
        ("30,0", 30),
        ("30.0", 30),
        ("1 234", 1234),
        ("1.234", 1234),
        ("1\u00a0234", 1234),
        ("12 345 678", 12_345_678),
        ("0", 0),
        ("+7", 7),
        ("1\u202f234", 1234),
    ],
)
def test_a_count_as_norwegians_write_it(text: str, number: int) -> None:
    assert parse_count(text, Kind.TEXT, Column("c", ColumnKind.COUNT, ("C",))) == Parsed(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ca. 30", 30),
        ("ca 30", 30),
        ("Ca. 30 personer", 30),
        ("cirka 30", 30),
        ("omtrent 30", 30),
        ("rundt 30", 30),
        ("~30", 30),
        ("30 ca.", 30),
        ("20-25", 22),
        ("20 - 25", 22),
        ("20–25", 22),
        ("20 til 25", 22),
        ("mellom 20 og 25", 22),
        ("ca. 20-25", 22),
        (">50", 50),
        ("> 50", 50),
        ("over 50", 50),
        ("50+", 50),
        ("minst 50", 50),
        ("mer enn 50", 50),
        ("≥50", 50),
        ("ca. 1 200", 1200),
    ],
)
def test_an_estimate_is_taken_where_estimates_are_and_marked(text: str, number: int) -> None:
    assert parse_count(text, Kind.TEXT, AUDIENCE) == Parsed(number, note="estimate")
    assert parse_count(text, Kind.TEXT, INHABITANTS).fault == "count-unreadable"


def test_a_number_of_persons_in_words_is_a_number() -> None:
    assert parse_count("30 personer", Kind.TEXT, AUDIENCE) == Parsed(30)
    assert parse_count("1 200 tilskuere", Kind.TEXT, AUDIENCE) == Parsed(1200)


@pytest.mark.parametrize(
    ("kind", "text", "fault"),
    [
        *[(Kind.TEXT, text, "count-unreadable") for text in ("mange", "<5", "1e3", "1,234.5", "1_000", "nan", "-")],
        *[(Kind.NUMBER, text, "count-unreadable") for text in ("1e+300", "inf", "nan")],
        (Kind.DATE, "2026-12-10", "count-unreadable"),
        (Kind.BOOL, "TRUE", "count-unreadable"),
        *[(Kind.NUMBER, text, "count-not-whole") for text in ("1.5", "1.234")],
        (Kind.TEXT, "2,5", "count-not-whole"),
        (Kind.NUMBER, "-1", "count-out-of-range"),
        *[(Kind.TEXT, text, "count-out-of-range") for text in ("−1", "200000", "200 000")],
    ],
)
def test_what_is_no_count_says_why(kind: Kind, text: str, fault: str) -> None:
    assert parse_count(text, kind, AUDIENCE).fault == fault


def test_a_score_has_decimals_and_a_range() -> None:
    score = Column("ors", ColumnKind.SCORE, ("ORS",), low=0, high=40)
    assert parse_score("24,5", Kind.TEXT, score).value == 24.5
    assert parse_score("24.5", Kind.TEXT, score).value == 24.5
    assert parse_score("24.5", Kind.NUMBER, score).value == 24.5
    assert parse_score("41", Kind.TEXT, score).fault == "count-out-of-range"
    assert parse_score("bra", Kind.TEXT, score).fault == "number-unreadable"
