"""Counting, against slow loops that share nothing with it, and the promises the counts keep by themselves."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import oracle
import polars as pl
import pytest
from drawn import frames
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.indicator import Family, Measure
from dashboard.indicators import (
    ENDED,
    EVENTS,
    FAMILIES,
    INDICATORS,
    PARTICIPANTS,
    PERFORMERS,
    REFERRED,
    WAITED,
)
from dashboard.measure import ALL, CELL, Tallies, measure, members
from dashboard.period import Period, PeriodKind, from_code, of_year
from data_sources.model import Model, load
from data_sources.tables import END_REASON, LEVEL, SOURCE, STATUS

MODEL = load("gjovik")
TODAY = date(2025, 12, 15)
PLACES = [*(place.key for place in MODEL.municipality), "other", "unknown"]
TEAMS = [*(team.key for team in MODEL.team), "unknown"]
EVERY_PERIOD = [period for kind in PeriodKind for period in of_year(kind, 2025)]
Tables = dict[str, list[oracle.Row]]
families = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)


# --- rows ------------------------------------------------------------------------------------------------

# Every period's first and last day, the days around the year, and a day inside.
TURNS = sorted(
    {day for p in EVERY_PERIOD for day in (p.first, p.last)}
    | {date(2024, 12, 31), date(2026, 1, 1), date(2025, 2, 11), TODAY, TODAY + timedelta(days=1)}
)
days = st.sampled_from(TURNS)
people = st.sampled_from(["D1", "D2", "D3"])
attendance = st.fixed_dictionaries(
    {
        "date": days,
        "participant": people | st.none(),
        "municipality": st.sampled_from(["gjovik", "ostre_toten", "other", "unknown"]),
        "team": st.sampled_from(TEAMS),
        "level": st.sampled_from(list(LEVEL.spellings)),
        "status": st.sampled_from(list(STATUS.spellings)),
        "heads": st.none() | st.integers(0, 30),
    }
)


@st.composite
def referral(draw: st.DrawFn) -> oracle.Row:
    """A referral, started or not, ended or not; days run forwards, as the checks see to."""
    received = draw(days)
    after = st.none() | st.integers(0, 100).map(lambda n: timedelta(days=n))
    started, ended = draw(after), draw(after)
    start = None if started is None else received + started
    return {
        "received": received,
        "participant": draw(people),
        "municipality": draw(st.sampled_from(["gjovik", "ostre_toten", "other", "unknown"])),
        "source": draw(st.sampled_from(list(SOURCE.spellings))),
        "started": start,
        "ended": None if ended is None else (start or received) + ended,
        "end_reason": draw(st.none() | st.sampled_from(list(END_REASON.spellings))),
    }


concert = st.fixed_dictionaries(
    {
        "date": days,
        "municipality": st.sampled_from(PLACES),
        "audience": st.none() | st.integers(0, 200),
        "performers": st.none() | st.integers(0, 20),
        "partner": st.sampled_from([None, "", "Frivilligsentralen"]),
    }
)
some_tables = st.fixed_dictionaries(
    {
        "attendance": st.lists(attendance, max_size=20),
        "referrals": st.lists(referral(), max_size=8),
        "concerts": st.lists(concert, max_size=6),
    }
)
some_periods = st.lists(st.sampled_from(EVERY_PERIOD), min_size=1, max_size=3, unique=True)


def many_rows(seed: int) -> Tables:
    """Two years of a region: some hundred persons who move, change services, and come to nothing at times."""
    chance = random.Random(seed)
    everybody = [f"D{number:04}" for number in range(150)]

    def day() -> date:
        return date(2024, 7, 1) + timedelta(days=chance.randrange(700))

    def came() -> oracle.Row:
        person = None if chance.random() < 0.1 else chance.choice(everybody)
        heads = chance.randrange(25) if person is None or chance.random() < 0.05 else None
        return {
            "date": day(), "participant": person, "municipality": chance.choice(PLACES),
            "team": chance.choice(TEAMS), "level": chance.choice(list(LEVEL.spellings)),
            "status": chance.choice(["attended", *STATUS.spellings]), "heads": heads,
        }  # fmt: skip

    def came_in() -> oracle.Row:
        received = day()
        start = received + timedelta(days=chance.randrange(120)) if chance.random() < 0.7 else None
        end = (start or received) + timedelta(days=chance.randrange(200)) if chance.random() < 0.6 else None
        return {
            "received": received, "participant": chance.choice(everybody),
            "municipality": chance.choice(PLACES), "source": chance.choice(list(SOURCE.spellings)),
            "started": start, "ended": end,
            "end_reason": chance.choice([None, *END_REASON.spellings]) if end else None,
        }  # fmt: skip

    def played() -> oracle.Row:
        return {
            "date": day(), "municipality": chance.choice(PLACES),
            "audience": chance.choice([None, chance.randrange(300)]),
            "performers": chance.choice([None, chance.randrange(20)]),
            "partner": chance.choice([None, "Frivilligsentralen"]),
        }  # fmt: skip

    return {
        "attendance": [came() for _ in range(900)],
        "referrals": [came_in() for _ in range(250)],
        "concerts": [played() for _ in range(80)],
    }


def counted(family: Family, tables: Tables, periods: Sequence[Period], model: Model = MODEL) -> Tallies:
    return measure(family, frames(**tables), model, periods, TODAY)


def cells(frame: pl.DataFrame, *values: str) -> dict[tuple[object, ...], tuple[object, ...]]:
    """A frame of tallies as keys → values; every key once."""
    keys = [name for name in ("indicator", "period", *CELL) if name in frame.columns]
    made = {row[: len(keys)]: row[len(keys) :] for row in frame.select(*keys, *values).iter_rows()}
    assert len(made) == frame.height
    return made


def persons(tallies: Tallies) -> dict[tuple[object, ...], int]:
    return {cell: n for cell, (n,) in cells(tallies.counts, "persons").items()}


# --- against the loops -----------------------------------------------------------------------------------


def assert_as_the_loops_have_it(
    family: Family, tables: Tables, periods: Sequence[Period], model: Model = MODEL
) -> None:
    """Every count in every cell, every numerator and denominator, every wait."""
    tallies = counted(family, tables, periods, model)
    whole = {name: [dict.fromkeys(ROW[name]) | row for row in tables.get(name, [])] for name in ROW}
    local = [team.key for team in model.team if team.local]
    rows = oracle.family_rows(family.key, whole, local, model.waiting_limit_days, TODAY)
    grid = oracle.lattice(
        family.key, [place.key for place in model.municipality], [team.key for team in model.team]
    )
    counts, tallied, waits = {}, {}, {}
    for period in periods:
        placed = oracle.placed(rows, period.first, period.last)
        for cell in grid:
            counts[(period.code, *cell)] = oracle.count(family.key, placed, cell)
            for indicator in oracle.TALLIED.get(family.key, ()):
                numbers = oracle.tally(indicator, placed, cell)
                if numbers is not None:
                    tallied[(indicator, period.code, *cell)] = numbers
            if family is REFERRED and (found := oracle.waits(placed, cell)):
                waits[(period.code, *cell)] = found
    assert persons(tallies) == counts
    assert cells(tallies.rows, "numerator", "denominator") == tallied
    listed = cells(tallies.waits, "days", "started")
    assert {cell: sorted(zip(*both, strict=True)) for cell, both in listed.items()} == waits


ROW = {
    "attendance": ("date", "participant", "municipality", "team", "level", "status", "heads"),
    "referrals": ("received", "participant", "municipality", "source", "started", "ended", "end_reason"),
    "concerts": ("date", "municipality", "audience", "performers", "partner"),
}


@families
@settings(max_examples=25, deadline=None)
@given(tables=some_tables, periods=some_periods)
def test_every_cell_is_what_counting_by_hand_gives(family: Family, tables: Tables, periods: list[Period]):
    assert_as_the_loops_have_it(family, tables, periods)


@families
def test_every_cell_of_every_kind_of_period_on_two_years_of_a_region(family: Family):
    assert_as_the_loops_have_it(family, many_rows(20250301), EVERY_PERIOD)
