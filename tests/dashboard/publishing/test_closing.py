"""The day a period closes: not on its last day, nor on the day its files are known, but on the day after."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import polars as pl
import pytest

from dashboard.counting.families import PARTICIPANTS, WAITED
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
