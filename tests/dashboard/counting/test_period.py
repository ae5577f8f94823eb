"""Periods: which days they hold, what they are called in links, and what a wrong link is."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.counting.period import MONTHS_IN, Period, PeriodKind, from_code, of_year, period, years_between

kinds = pytest.mark.parametrize("kind", PeriodKind)
some_periods = st.sampled_from(PeriodKind).flatmap(
    lambda kind: st.builds(period, st.just(kind), st.integers(1900, 2199), st.integers(1, 12 // MONTHS_IN[kind]))
)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025Q1", "2025-01-01", "2025-03-31"),
        ("2025Q2", "2025-04-01", "2025-06-30"),
        ("2025Q3", "2025-07-01", "2025-09-30"),
        ("2025Q4", "2025-10-01", "2025-12-31"),
        ("2025T1", "2025-01-01", "2025-04-30"),
        ("2025T2", "2025-05-01", "2025-08-31"),
        ("2025T3", "2025-09-01", "2025-12-31"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
    ],
)
def test_a_period_holds_both_its_days(code: str, first: str, last: str):
    found = from_code(code)
    assert found is not None
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@given(some_periods)
def test_a_code_names_its_period_and_no_other(found: Period):
    assert from_code(found.code) == found
    assert found.year == found.first.year == found.last.year


@pytest.mark.parametrize(
    "link",
    [
        "",
        "2025Q5",
        "2025Q0",
        "2025T4",
        "2025-13",
        "2025-00",
        "2025-1",
        "25Q1",
        "2025q1",
        "2025Q",
        "kvartal",
        "2025Q1 ",
        "12025",
        "2025-Q1",
        "0000",
        "2025-01-01",
        "2025\n",
        "２０２５",
    ],
)
def test_a_mistyped_link_names_no_period(link: str):
    assert from_code(link) is None


@kinds
def test_the_periods_of_a_year_cover_it_without_gap_or_overlap(kind: PeriodKind):
    for year in (2023, 2024):
        every = of_year(kind, year)
        assert [found.number for found in every] == list(range(1, 12 // MONTHS_IN[kind] + 1))
        assert (every[0].first, every[-1].last) == (date(year, 1, 1), date(year, 12, 31))
        assert all(before.last + timedelta(days=1) == after.first for before, after in pairwise(every))


@kinds
@pytest.mark.parametrize("wrong", [0, -1, 13])
def test_a_year_has_no_period_of_a_number_it_does_not_have(kind: PeriodKind, wrong: int):
    with pytest.raises(ValueError, match=f"no {kind} number {wrong}"):
        period(kind, 2025, wrong)


@given(some_periods)
def test_a_year_before_is_the_same_period_of_the_year_before(found: Period):
    before = found.a_year_before
    assert (before.kind, before.number, before.year) == (found.kind, found.number, found.year - 1)


def test_the_28th_of_february_ends_the_month_a_year_before_a_leap_day():
    leap = from_code("2024-02")
    assert leap is not None
    assert leap.a_year_before.last == date(2023, 2, 28)


def test_periods_sort_by_time():
    codes = ["2024", "2024Q4", "2025-01", "2025Q1", "2025T1", "2025", "2025Q2"]
    found = [from_code(code) for code in reversed(codes)]
    assert [p.code for p in sorted(p for p in found if p)] == [
        "2024",
        "2024Q4",
        "2025-01",
        "2025Q1",
        "2025T1",
        "2025",
        "2025Q2",
    ]


def test_the_years_two_days_span():
    assert list(years_between(date(2023, 12, 31), date(2025, 1, 1))) == [2023, 2024, 2025]
    assert list(years_between(date(2025, 1, 1), date(2025, 12, 31))) == [2025]
