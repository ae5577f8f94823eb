"""The day a period closes: not on its last day, nor on the day its files are known, but on the day after."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import polars as pl
import pytest
from drawn import frames

from dashboard.counting.families import ENDED, PARTICIPANTS, REFERRED, STEPS, SURVEYED, WAITED
from dashboard.counting.indicator import Family
from dashboard.counting.period import PeriodKind, of_year
from dashboard.publishing import closing
from data_sources.declared.model import load

MODEL = load("gjovik")
FIRST, SECOND, *_ = of_year(PeriodKind.QUARTER, 2025)
PLAIN = replace(PARTICIPANTS, grace=0)


def came(table: str, on: date, last: date) -> pl.DataFrame:
    """One upload: on which day, and how far its rows reach."""
    row = {"table_name": table, "uploaded_at": datetime(on.year, on.month, on.day, 12), "first": FIRST.first}
    return pl.DataFrame([{**row, "last": last}])


@pytest.mark.parametrize(("days", "closed"), [(0, False), (1, True)])
def test_a_period_is_closed_the_day_after_its_last_and_not_on_it(days: int, closed: bool) -> None:
    spans = came("attendance", FIRST.last + timedelta(days=1), FIRST.last)
    today = FIRST.last + timedelta(days=days)
    assert closing.is_closed(FIRST, PLAIN, MODEL, spans, today) is closed


@pytest.mark.parametrize(("days", "closed"), [(0, False), (1, True)])
def test_a_file_of_the_last_day_itself_may_lack_its_evening(days: int, closed: bool) -> None:
    spans = came("attendance", FIRST.last + timedelta(days=days), FIRST.last)
    assert closing.is_closed(FIRST, PLAIN, MODEL, spans, date(2025, 6, 1)) is closed


@pytest.mark.parametrize("grace", [0, 14])
def test_rows_reach_to_the_end_or_no_further_from_it_than_the_grace(grace: int) -> None:
    family = replace(PARTICIPANTS, grace=grace)
    for short, closed in ((grace, True), (grace + 1, False)):
        spans = came("attendance", date(2025, 5, 1), FIRST.last - timedelta(days=short))
        assert closing.is_closed(FIRST, family, MODEL, spans, date(2025, 6, 1)) is closed


def test_what_is_known_only_later_closes_the_day_after_it_is_known() -> None:
    lag = WAITED.lag(MODEL)
    assert lag > 0
    for days, closed in ((lag, False), (lag + 1, True)):
        known = FIRST.last + timedelta(days=days)
        spans = came("referrals", known, FIRST.last)
        assert closing.is_closed(FIRST, WAITED, MODEL, spans, known + timedelta(days=30)) is closed
        spans = came("referrals", FIRST.last + timedelta(days=lag + 1), FIRST.last)
        assert closing.is_closed(FIRST, WAITED, MODEL, spans, known) is closed


def test_a_reporting_period_closes_with_its_months_and_a_year_with_its_last_period() -> None:
    months = of_year(PeriodKind.MONTH, 2025)
    [year] = of_year(PeriodKind.YEAR, 2025)
    quarters = of_year(PeriodKind.QUARTER, 2025)
    groups = closing.groups([year, *months, *quarters])
    assert [[p.code for p in group] for group in groups] == [
        ["2025-01", "2025-02", "2025-03", "2025Q1"],
        ["2025-04", "2025-05", "2025-06", "2025Q2"],
        ["2025-07", "2025-08", "2025-09", "2025Q3"],
        ["2025-10", "2025-11", "2025-12", "2025Q4", "2025"],
    ]
    assert [[p.code for p in group] for group in closing.groups(months[:4])][-1] == [
        "2025-01",
        "2025-02",
        "2025-03",
        "2025-04",
    ]


# --- which years and periods there are, and what may have changed ----------------------------------------------------


def referred(*days: date) -> dict[str, pl.DataFrame]:
    return frames(referrals=[{"participant": "A", "municipality": "gjovik", "received": day} for day in days])


def test_a_familys_years_are_those_of_its_rows_and_no_later_than_today() -> None:
    rows = referred(date(2023, 12, 31), date(2026, 1, 1))
    assert closing.years(REFERRED, rows, date(2026, 5, 1)) == [2023, 2024, 2025, 2026]
    assert closing.years(REFERRED, rows, date(2024, 1, 1)) == [2023, 2024]
    assert closing.years(REFERRED, rows, date(2023, 12, 31)) == [2023]
    assert closing.years(REFERRED, rows, date(2023, 12, 30)) == []
    assert closing.years(REFERRED, referred(), date(2026, 5, 1)) == []
    assert closing.years(ENDED, rows, date(2026, 5, 1)) == []  # nobody's course has ended


def test_a_years_periods_are_those_from_the_first_row_on() -> None:
    rows = referred(date(2025, 6, 30), date(2026, 1, 1))
    assert [p.code for p in closing.periods(REFERRED, rows, MODEL, 2025)] == ["2025Q2", "2025Q3", "2025Q4", "2025"]
    attended = frames(attendance=[{"participant": "A", "date": date(2025, 11, 30)}])
    codes = ["2025-11", "2025-12", "2025Q4", "2025"]
    assert [p.code for p in closing.periods(PARTICIPANTS, attended, MODEL, 2025)] == codes
    assert [p.code for p in closing.every_period(STEPS, MODEL, 2025)] == ["2025"]


def test_of_what_comes_in_rounds_only_a_year_that_a_round_was_in_is_one() -> None:
    rounds = frames(survey=[{"municipality": "gjovik", "date": day} for day in (date(2023, 5, 2), date(2025, 12, 31))])
    found = {year: [p.code for p in closing.periods(SURVEYED, rounds, MODEL, year)] for year in (2023, 2024, 2025)}
    assert found == {2023: ["2023"], 2024: [], 2025: ["2025"]}


def test_a_round_is_whole_when_its_year_is_over_whenever_it_came() -> None:
    [year] = of_year(PeriodKind.YEAR, 2025)
    spans = came("survey", date(2025, 6, 2), date(2025, 5, 20))
    assert not closing.is_closed(year, SURVEYED, MODEL, spans, date(2025, 12, 31))
    assert closing.is_closed(year, SURVEYED, MODEL, spans, date(2026, 1, 1))


def test_a_period_closes_when_every_table_it_needs_has_come_as_far() -> None:
    [year] = of_year(PeriodKind.YEAR, 2025)
    today = date(2026, 8, 1)
    both = pl.concat([came(table, date(2026, 5, 1), year.last) for table in ("referrals", "attendance")])
    assert closing.is_closed(year, STEPS, MODEL, both, today)
    for lacking in ("referrals", "attendance"):
        assert not closing.is_closed(year, STEPS, MODEL, both.filter(pl.col("table_name") != lacking), today)


def changes(table: str, at: datetime, first: date = date(2025, 3, 1), last: date = date(2025, 3, 31)) -> pl.DataFrame:
    return pl.DataFrame([{"table_name": table, "at": at, "first": first, "last": last}])


@pytest.mark.parametrize(
    ("moment", "counts"),
    [(datetime(2025, 5, 2, 12), False), (datetime(2025, 5, 1, 12), True), (datetime(2025, 4, 30), True)],
)
def test_what_has_changed_since_counts_from_the_very_second_on(moment: datetime, counts: bool) -> None:
    since = closing.after(moment, date(2025, 6, 1))
    assert closing.touched(REFERRED, 2025, since, changes("referrals", datetime(2025, 5, 1, 12))) is counts


def test_a_moment_that_is_to_come_tells_nothing_of_what_came_before_it() -> None:
    """The clock was set back: whatever there is may have come after."""
    came_before = changes("referrals", datetime(2025, 5, 1))
    beyond = datetime.combine(date.today(), datetime.min.time()) + timedelta(days=400)
    assert closing.touched(REFERRED, 2025, closing.after(beyond, date(2025, 6, 1)), came_before)
    assert not closing.touched(REFERRED, 2025, closing.after(beyond, beyond.date()), came_before)


@pytest.mark.parametrize(
    ("family", "table", "year", "touched"),
    [
        (PARTICIPANTS, "attendance", 2024, True),  # did they go on?
        (PARTICIPANTS, "attendance", 2025, True),
        (PARTICIPANTS, "attendance", 2026, True),
        (PARTICIPANTS, "attendance", 2027, False),
        (PARTICIPANTS, "attendance", 2023, False),
        (PARTICIPANTS, "referrals", 2025, False),
        (REFERRED, "referrals", 2019, True),  # a row whose day is no part of its key may have been anywhere
        (REFERRED, "attendance", 2025, False),
        (ENDED, "attendance", 2025, True),
        (ENDED, "attendance", 2019, False),
        (STEPS, "attendance", 2025, True),
        (WAITED, "attendance", 2025, False),
    ],
)
def test_rows_bear_on_their_own_year_and_those_beside_it(family: Family, table: str, year: int, touched: bool) -> None:
    assert closing.touched(family, year, pl.lit(value=True), changes(table, datetime(2025, 5, 1))) is touched
