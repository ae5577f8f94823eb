"""What is read before anything is published: the years it is of, and no history that bears on none of them."""

from datetime import date, datetime

import polars as pl
import pytest

from dashboard.counting.families import ENDED, PARTICIPANTS, STEPS
from dashboard.publishing import closing
from dashboard.publishing.situation import READ_ATTENDANCE, first_day
from data_sources.declared.model import load
from data_sources.declared.tables import BY_NAME
from data_sources.storing.publication import Publication

MODEL, TODAY = load("gjovik"), date(2026, 2, 20)
NEVER = pl.DataFrame(schema={"table_name": pl.String, "at": pl.Datetime, "first": pl.Date, "last": pl.Date})
SPANS = pl.DataFrame({"table_name": ["attendance"], "first": [date(2016, 3, 1)], "last": [date(2025, 12, 30)]})


def rows(*courses: tuple[date, date]) -> dict[str, pl.DataFrame]:
    """Every table but attendance, with these courses' first and last days."""
    empty = {
        name: pl.DataFrame(schema={column.name: column.dtype for column in table.stored})
        for name, table in BY_NAME.items()
        if name != "attendance"
    }
    referrals = pl.DataFrame({"started": [first for first, _ in courses], "ended": [last for _, last in courses]})
    return {**empty, "referrals": pl.concat([empty["referrals"], referrals], how="diagonal_relaxed")}


def published(until: int) -> dict[tuple[str, str], Publication]:
    """Everything of ten years, up to and with a year."""
    codes = {
        (family.key, p.code)
        for family in READ_ATTENDANCE
        for year in range(2016, until + 1)
        for p in closing.every_period(family, MODEL, year)
    }
    return {
        key: Publication(
            id=number,
            at=datetime(until + 1, 2, 1),
            by="",
            data_version=1,
            family=key[0],
            period=key[1],
            edition=1,
            reason="",
            threshold=5,
            rules=2,
            depth=0,
        )
        for number, key in enumerate(sorted(codes))
    }


COURSES = ((date(2016, 2, 1), date(2018, 5, 1)), (date(2023, 9, 4), date(2025, 3, 1)))


def test_the_tenth_year_reads_itself_the_year_before_and_its_courses_from_their_beginning() -> None:
    assert first_day(rows(*COURSES[:1]), SPANS, NEVER, published(2024), (), MODEL, TODAY) == date(2024, 1, 1)
    assert first_day(rows(*COURSES), SPANS, NEVER, published(2024), (), MODEL, TODAY) == date(2023, 9, 4)


def test_the_first_publishing_reads_all_and_an_old_year_anew_reads_that() -> None:
    assert first_day(rows(), SPANS, NEVER, {}, (), MODEL, TODAY) == date(2015, 1, 1)
    assert first_day(rows(*COURSES), SPANS, NEVER, published(2025), (2018,), MODEL, TODAY) == date(2016, 2, 1)


@pytest.mark.parametrize("family", [PARTICIPANTS, ENDED, STEPS], ids=lambda family: family.key)
def test_a_year_that_lacks_anything_at_all_is_read(family: object) -> None:
    settled = published(2025)
    assert first_day(rows(COURSES[1]), SPANS, NEVER, settled, (), MODEL, TODAY) == date(2025, 1, 1)
    lacking = {key: entry for key, entry in settled.items() if key != (family.key, "2025")}
    assert first_day(rows(COURSES[1]), SPANS, NEVER, lacking, (), MODEL, TODAY) == date(2023, 9, 4)


def test_rows_that_came_since_bring_back_the_years_they_bear_on_and_no_other() -> None:
    came = pl.DataFrame(
        {
            "table_name": ["attendance"],
            "at": [datetime(2026, 2, 10)],
            "first": [date(2021, 3, 1)],
            "last": [date(2021, 3, 31)],
        },
        schema=NEVER.schema,
    )
    assert first_day(rows(), SPANS, came, published(2025), (), MODEL, TODAY) == date(2019, 1, 1)
    concerts = came.with_columns(table_name=pl.lit("concerts"))
    assert first_day(rows(), SPANS, concerts, published(2025), (), MODEL, TODAY) == date(2025, 1, 1)
