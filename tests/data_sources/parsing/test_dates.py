"""Every way a day is written: what it comes to, or what is asked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_sources.parsing.dates import DateHints, are_month_first, parse_date
from data_sources.parsing.parsed import Parsed
from data_sources.reading.cells import Kind

THE_FIFTH_OF_MARCH = date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    """5.3.26|05.03.2026|5/3-26|5. mars 2026|2026-03-05T00:00:00|2026-03-05|5.3.2026|05.03.26|05/03/2026|5/3/26
    5-3-2026|5. 3. 2026|5. 3.26|5.mars.2026|5 mars 26|5.mar.26|05-Mar-2026|5-mars-26|5. March 2026|March 5, 2026
    2026/03/05|2026.03.05|2026-3-5|20260305|5–3–26|5/3 2026|05 03 2026|5.3.2026.|5/3–26
    torsdag 5. mars 2026|tor 5.3.26|tors. 5.3.2026|Torsdag, 5.3.26|den 5. mars 2026|Thu 5 March 2026
    05.03.2026 09:30|05.03.2026 09.30|05.03.2026 kl. 9.30|05.03.2026 kl 10|5. mars 2026 kl. 10:00
    05.03.2026 10:00-11:30|05.03.26 kl. 10.00–11.00|2026-03-05 09:30:00|2026-03-05T09:30:00.123Z
    2026-03-05T09:30:00+01:00|46086|46086,5|46086.25|5.3.26\u00a0|\u00a05. mars\u00a02026|\u200b05.03.2026""".replace(
        "\n", "|"
    ).split("|"),
)
def test_the_fifth_of_march_in_every_way_it_is_written(text: str) -> None:
    assert parse_date(text, Kind.TEXT).value == THE_FIFTH_OF_MARCH


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026-03-05", Kind.DATE),
        ("2026-03-05T23:59:59", Kind.DATETIME),
        ("46086", Kind.NUMBER),
        ("46086.99", Kind.NUMBER),
        ("20260305", Kind.NUMBER),
    ],
)
def test_the_fifth_of_march_in_every_kind_of_cell(text: str, kind: Kind) -> None:
    assert parse_date(text, kind).value == THE_FIFTH_OF_MARCH


def test_a_day_that_lost_its_format_is_read_and_pointed_out() -> None:
    assert parse_date("46086", Kind.NUMBER) == Parsed(THE_FIFTH_OF_MARCH, note="date-from-serial")


@pytest.mark.parametrize("text", ["man 5.3", "5.3", "5/3", "5.3.", "5. mars", "mandag 5. mars", "5.3 kl. 10"])
def test_a_day_without_a_year_is_asked_about(text: str) -> None:
    assert parse_date(text, Kind.TEXT).fault == "date-without-year"
    assert parse_date("5.3", Kind.NUMBER).fault == "date-without-year"


@pytest.mark.parametrize("text", ["31.02.2024", "32.1.26", "13/13/2026", "2026-02-30", "29.02.2025", "3/25/2026"])
def test_a_day_in_no_calendar_says_so(text: str) -> None:
    assert parse_date(text, Kind.TEXT).fault == "date-not-in-calendar"


@pytest.mark.parametrize("text", ["05.03.1885", "31.12.9999", "1900-01-01", "5.3.85"])
def test_a_year_that_cannot_be_says_so(text: str) -> None:
    assert parse_date(text, Kind.TEXT).fault == "date-out-of-range"


@pytest.mark.parametrize("text", ["mars 2026", "Mars 26", "mars", "jan. 2026", "03.2026", "3/2026"])
def test_a_month_is_no_day_and_says_so(text: str) -> None:
    assert parse_date(text, Kind.TEXT).fault == "date-only-month"


@pytest.mark.parametrize(
    ("texts", "month_first"),
    [
        (["3/4/2026", "3/13/2026"], True),
        (["3/4/2026", "3/5/2026"], False),
        (["3/13/2026", "13/3/2026"], False),
        (["5. mars 2026", ""], False),
    ],
)
def test_days_with_the_month_first_are_seen_by_those_that_can_be_nothing_else(
    texts: list[str], month_first: bool
) -> None:
    assert are_month_first(texts) == month_first
    if month_first:
        hints = DateHints(month_first=True)
        assert {parse_date(text, Kind.TEXT, hints).fault for text in texts} == {"date-month-first"}


@pytest.mark.parametrize(
    "text", ["høst 2025", "våren en gang", "uke 12", "D0049", "05.03.2026 ca", "1.2.3.4", "5.3.226"]
)
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    assert parse_date(text, Kind.TEXT).fault == "date-unreadable"


@pytest.mark.parametrize(
    ("text", "kind"), [("12345", Kind.NUMBER), ("2026", Kind.NUMBER), ("09:30:00", Kind.TIME), ("TRUE", Kind.BOOL)]
)
def test_other_kinds_of_cells_are_no_dates(text: str, kind: Kind) -> None:
    assert parse_date(text, kind).fault == "date-unreadable"


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2079, 12, 31)), st.sampled_from(["%d.%m.%Y", "%d/%m-%Y", "%Y-%m-%d", "%Y%m%d"]))
def test_every_day_comes_back_as_it_was_written(day: date, form: str) -> None:
    assert parse_date(day.strftime(form), Kind.TEXT).value == day
