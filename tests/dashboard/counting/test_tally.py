"""Counting, against slow loops that share nothing with it, and the promises the counts keep by themselves."""

import functools
import math
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import oracle
import polars as pl
import pytest
from drawn import frames
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.counting.cells import ALL, CELL, ELSEWHERE, whole
from dashboard.counting.families import (
    ACTIVITIES,
    ENDED,
    EVENTS,
    FAMILIES,
    FOLLOWED,
    PARTICIPANTS,
    PERFORMERS,
    REFERRED,
    STEPS,
    WAITED,
)
from dashboard.counting.indicator import Family, Measure
from dashboard.counting.indicators import INDICATORS
from dashboard.counting.period import Period, PeriodKind, from_code, of_year, period
from dashboard.counting.tally import Tallies, measure
from data_sources.declared.model import Model, load
from data_sources.declared.tables import REFERRALS
from data_sources.declared.vocabularies import ACTIVITY, LEVEL, STATUS
from data_sources.parsing.values import parser
from data_sources.reading.cells import Kind

pytestmark = pytest.mark.slow

MODEL = load("gjovik")
TODAY = date(2025, 12, 15)
_CODES = {name: list(MODEL.vocabulary(REFERRALS.by_name[name]).spellings) for name in ("source", "end_reason")}
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
        "source": draw(st.sampled_from(_CODES["source"])),
        "started": start,
        "ended": None if ended is None else (start or received) + ended,
        "end_reason": draw(st.none() | st.sampled_from(_CODES["end_reason"])),
    }


concert = st.fixed_dictionaries(
    {
        "date": days,
        "municipality": st.sampled_from(PLACES),
        "audience": st.none() | st.integers(0, 200),
        "performers": st.none() | st.integers(0, 20),
        "partner": st.sampled_from([None, "", "Frivilligsentralen"]),
        "public": st.none() | st.booleans(),
    }
)
activity = st.fixed_dictionaries(
    {
        "date": days,
        "activity": st.sampled_from(list(ACTIVITY.spellings)),
        "municipality": st.sampled_from(PLACES),
        "reached": st.none() | st.integers(0, 200),
    }
)
fit = st.fixed_dictionaries(
    {"date": days, "participant": people, "ors": st.none() | st.integers(0, 400).map(lambda n: n / 10)}
)
QUESTIONS = {each.key: [response.key for response in each.responses] for each in MODEL.survey_question}
answer = st.sampled_from(
    [*((asked, said) for asked, own in QUESTIONS.items() for said in own), ("heard", "much")]
).flatmap(
    lambda said: st.fixed_dictionaries(
        {
            "date": days,
            "question": st.just(said[0]),
            "response": st.just(said[1]),
            "municipality": st.sampled_from(["gjovik", "ostre_toten", "other", "unknown"]),
            "level": st.sampled_from(list(LEVEL.spellings)),
            "participant": people | st.none(),
            "round": st.sampled_from([None, "vår", "høst"]),
        }
    )
)
some_tables = st.fixed_dictionaries(
    {
        "attendance": st.lists(attendance, max_size=20),
        "referrals": st.lists(referral(), max_size=8),
        "concerts": st.lists(concert, max_size=6),
        "activities": st.lists(activity, max_size=6),
        "fit": st.lists(fit, max_size=12, unique_by=lambda row: (row["date"], row["participant"])),
        "survey": st.lists(answer, max_size=12),
    }
)
some_periods = st.lists(st.sampled_from(EVERY_PERIOD), min_size=1, max_size=3, unique=True)


def many_rows(seed: int, model: Model = MODEL) -> Tables:
    """Two years of a region: persons who move, change services, and come to nothing at times."""
    chance = random.Random(seed)
    places = [*(place.key for place in model.municipality), "other", "unknown"]
    teams = [*(team.key for team in model.team), "unknown"]
    everybody = [f"D{number:04}" for number in range(150)]

    def day() -> date:
        return date(2024, 7, 1) + timedelta(days=chance.randrange(700))

    def came() -> oracle.Row:
        person = None if chance.random() < 0.1 else chance.choice(everybody)
        heads = chance.randrange(25) if person is None or chance.random() < 0.05 else None
        return {
            "date": day(),
            "participant": person,
            "municipality": chance.choice(places),
            "team": chance.choice(teams),
            "level": chance.choice(list(LEVEL.spellings)),
            "status": chance.choice(["attended", *STATUS.spellings]),
            "heads": heads,
        }

    def came_in() -> oracle.Row:
        received = day()
        start = received + timedelta(days=chance.randrange(120)) if chance.random() < 0.7 else None
        end = (start or received) + timedelta(days=chance.randrange(200)) if chance.random() < 0.6 else None
        return {
            "received": received,
            "participant": chance.choice(everybody),
            "municipality": chance.choice(places),
            "source": chance.choice(_CODES["source"]),
            "started": start,
            "ended": end,
            "end_reason": chance.choice([None, *_CODES["end_reason"]]) if end else None,
        }

    def played() -> oracle.Row:
        return {
            "date": day(),
            "municipality": chance.choice(places),
            "audience": chance.choice([None, chance.randrange(300)]),
            "performers": chance.choice([None, chance.randrange(20)]),
            "partner": chance.choice([None, "Frivilligsentralen"]),
            "public": chance.choice([None, True, False]),
        }

    def told() -> oracle.Row:
        return {
            "date": day(),
            "activity": chance.choice(list(ACTIVITY.spellings)),
            "municipality": chance.choice(places),
            "reached": chance.choice([None, chance.randrange(60)]),
        }

    def scored() -> oracle.Row:
        ors = chance.choice([None, *(number / 10 for number in range(0, 401, 7))])
        return {"date": day(), "participant": chance.choice(everybody), "ors": ors}

    def answered() -> oracle.Row:
        asked = chance.choice(list(QUESTIONS))
        return {
            "date": day(),
            "question": asked,
            "response": chance.choice(QUESTIONS[asked]),
            "municipality": chance.choice(places),
            "level": chance.choice(list(LEVEL.spellings)),
            "participant": chance.choice([None, *everybody]) if chance.random() < 0.7 else None,
            "round": chance.choice([None, "vår", "høst"]),
        }

    return {
        "attendance": [came() for _ in range(900)],
        "referrals": [came_in() for _ in range(250)],
        "concerts": [played() for _ in range(80)],
        "activities": [told() for _ in range(60)],
        "fit": list({(row["participant"], row["date"]): row for row in (scored() for _ in range(900))}.values()),
        "survey": [answered() for _ in range(700)],
    }


def counted(family: Family, tables: Tables, periods: Sequence[Period], model: Model = MODEL) -> Tallies:
    return measure(family, frames(**tables), model, periods, TODAY)


@functools.cache
def region(family: Family) -> Tallies:
    """Two years of a region, counted in every period of 2025."""
    return counted(family, many_rows(11), EVERY_PERIOD)


def cells(family: Family, frame: pl.DataFrame, *values: str) -> dict[tuple[object, ...], tuple[object, ...]]:
    """A frame of tallies as keys → values, in the loops' three parts; every key once, and nothing elsewhere."""
    called = oracle.CALLED[family.key]
    rest = [name for name in CELL if name not in called]
    assert (frame.select(rest) == ALL).select(pl.all_horizontal(pl.all().all())).item()
    keys = [name for name in ("indicator", "period") if name in frame.columns]
    parts = [pl.lit(ALL).alias(f"part {at}") if name is None else name for at, name in enumerate(called)]
    width = len(keys) + len(parts)
    made = {row[:width]: row[width:] for row in frame.select(*keys, *parts, *values).iter_rows()}
    assert len(made) == frame.height
    return made


def persons(tallies: Tallies) -> dict[tuple[object, ...], int]:
    return {cell: n for cell, (n,) in cells(tallies.family, tallies.counts, "persons").items()}


# --- against the loops -----------------------------------------------------------------------------------


def assert_as_the_loops_have_it(
    family: Family, tables: Tables, periods: Sequence[Period], model: Model = MODEL
) -> None:
    """Every count in every cell, every numerator and denominator, every wait."""
    tallies = counted(family, tables, periods, model)
    whole = {name: [dict.fromkeys(ROW[name]) | row for row in tables.get(name, [])] for name in ROW}
    local = [team.key for team in model.team if team.local]
    teams = [team.key for team in model.team]
    limit = model.waiting_limit_days
    sources = [*(source.key for source in model.sources), "other", "unknown"]
    places = [place.key for place in model.municipality]
    grid = oracle.lattice(family.key, places, teams, local, sources)
    counts, tallied, waits = {}, {}, {}
    every = {"individual", "group", "open"}
    closed = {(level, team.key) for team in model.team for level in every - set(team.levels)}
    closed = closed if family is PARTICIPANTS else set()
    for p in periods:
        # Waits are told as they stood when the limit had passed for everybody.
        known = min(TODAY, p.last + timedelta(days=max(30, limit))) if family is WAITED else TODAY
        rows = oracle.family_rows(family.key, whole, teams, local, limit, known)
        placed = oracle.placed(family.key, rows, places, p.first, p.last, closed)
        for cell in grid:
            counts[(p.code, *cell)] = oracle.count(family.key, placed, cell)
            for indicator in () if cell[0] == "elsewhere" else oracle.TALLIED.get(family.key, ()):
                if indicator == "dropout_per_100":
                    continue
                numbers = oracle.tally(indicator, placed, cell)
                if numbers is not None:
                    tallied[(indicator, p.code, *cell)] = numbers
            if family in (REFERRED, WAITED) and cell[0] != "elsewhere" and (found := oracle.waits(placed, cell)):
                waits[(p.code, *cell)] = found
        if family is ENDED and (years := oracle.course_days(whole, places, p.first, p.last, TODAY)):
            tallied["dropout_per_100", p.code, ALL, ALL, ALL] = (years, 0)
    assert persons(tallies) == counts
    assert cells(family, tallies.rows, "numerator", "denominator") == tallied
    listed = cells(family, tallies.waits, "days", "started")
    assert {cell: sorted(zip(*both, strict=True)) for cell, both in listed.items()} == waits


ROW = {
    "attendance": ("date", "participant", "municipality", "team", "level", "status", "heads"),
    "referrals": ("received", "participant", "municipality", "source", "started", "ended", "end_reason"),
    "concerts": ("date", "municipality", "audience", "performers", "partner", "public"),
    "activities": ("date", "activity", "municipality", "title", "receiver", "reached"),
    "fit": ("date", "participant", "ors", "srs"),
    "survey": ("date", "question", "response", "municipality", "level", "participant", "round"),
}


@families
@settings(max_examples=25, deadline=None)
@given(tables=some_tables, periods=some_periods)
def test_every_cell_is_what_counting_by_hand_gives(family: Family, tables: Tables, periods: list[Period]):
    assert_as_the_loops_have_it(family, tables, periods)


@families
def test_every_cell_of_every_kind_of_period_on_two_years_of_a_region(family: Family):
    assert_as_the_loops_have_it(family, many_rows(20250301), EVERY_PERIOD)


def test_a_centre_that_reports_by_tertial_is_counted_the_same_way():
    # With Gjøvik's lists, which are the ones the loops know.
    lists = {"referral_source": MODEL.sources, "end_reason": MODEL.end_reason}
    lists["survey_question"] = MODEL.survey_question
    centre = load("fredrikstad")
    model = Model.model_validate(centre.model_dump(by_alias=True) | lists)
    periods = [p for kind in (PeriodKind.TERTIAL, PeriodKind.YEAR) for p in of_year(kind, 2025)]
    for family in FAMILIES:
        assert_as_the_loops_have_it(family, many_rows(7, model), periods, model)


def test_the_loops_know_every_indicator_that_is_tallied():
    by_cell = {Measure.PERSONS, Measure.PERSONS_OF_OUTCOME, Measure.PER_INHABITANTS}
    by_cell |= {Measure.MEDIAN_WAIT, Measure.WAITED_SO_FAR, Measure.LONGEST_SO_FAR, Measure.SHARE_OF_RESPONSES}
    tallied = {(i.family.key, i.key) for i in INDICATORS if i.measure not in by_cell}
    assert tallied == {(family, key) for family, keys in oracle.TALLIED.items() for key in keys}


# --- what the counts promise by themselves ---------------------------------------------------------------


@families
def test_every_cell_of_the_lattice_is_counted_once_in_every_period(family: Family):
    tallies = region(family)
    sizes = [len(family.members(name, MODEL)) + (name != family.each) for name in family.names]
    apart = family.by_municipality and not family.public  # people from elsewhere: one cell
    assert tallies.counts.height == len(EVERY_PERIOD) * (math.prod(sizes) + apart)
    assert tallies.counts.select("period", *CELL).is_duplicated().sum() == 0


@families
@pytest.mark.parametrize("dimension", CELL)
def test_the_parts_add_up_to_the_whole_in_every_dimension(family: Family, dimension: str):
    tallies = region(family)
    assert (dimension in family.names) == (tallies.counts[dimension] != ALL).any()
    for frame, keys, numbers in (
        (tallies.counts, ["period"], ["persons"]),
        (tallies.rows, ["indicator", "period"], ["numerator", "denominator"]),
    ):
        others = [*keys, *(name for name in CELL if name != dimension)]
        frame = frame.filter(pl.col("municipality") != ELSEWHERE)  # noqa: PLW2901 - in no sum with anything
        parts = frame.filter(pl.col(dimension) != ALL).group_by(others).agg(pl.col(numbers).sum())
        whole = frame.filter(pl.col(dimension) == ALL).select(*others, *numbers)
        if dimension == family.each:
            assert whole.is_empty()  # the same people stand under several
            continue
        joined = whole.join(parts, on=others, suffix="_parts")
        assert joined.height == parts.height
        for number in numbers:
            assert joined[number].to_list() == joined[f"{number}_parts"].to_list()


@pytest.mark.parametrize("kind", [PeriodKind.QUARTER, PeriodKind.TERTIAL, PeriodKind.MONTH])
@pytest.mark.parametrize(
    "family", [PARTICIPANTS, REFERRED, WAITED, ENDED, STEPS, FOLLOWED], ids=lambda family: family.key
)
def test_a_municipality_has_in_a_year_at_least_each_periods_persons_and_at_most_their_sum(
    family: Family, kind: PeriodKind
):
    n = persons(region(family))
    settled = oracle.CALLED[family.key][0]
    for place in [*(family.members(settled, MODEL) if settled else ()), ALL]:
        parts = [n[p.code, place, ALL, ALL] for p in of_year(kind, 2025)]
        assert max(parts) <= n["2025", place, ALL, ALL] <= sum(parts)
    assert n["2025", ALL, ALL, ALL] > max(n[p.code, ALL, ALL, ALL] for p in of_year(kind, 2025))


@pytest.mark.parametrize("family", [PERFORMERS, EVENTS, ACTIVITIES], ids=lambda family: family.key)
def test_heads_and_events_of_a_year_are_the_sum_of_its_periods(family: Family):
    n = persons(region(family))
    for place in PLACES if family.public else [*PLACES[:-2], ELSEWHERE]:
        parts = sum(n[p.code, place, ALL, ALL] for p in of_year(PeriodKind.QUARTER, 2025))
        assert n["2025", place, ALL, ALL] == parts


def test_a_municipalitys_appointments_of_a_year_are_the_sum_of_its_periods():
    found = cells(PARTICIPANTS, region(PARTICIPANTS).rows, "numerator", "denominator")
    for indicator in oracle.TALLIED["participants"]:
        for place in [*PLACES[:-2], ALL]:
            parts = [found[indicator, p.code, place, ALL, ALL] for p in of_year(PeriodKind.QUARTER, 2025)]
            assert found[indicator, "2025", place, ALL, ALL] == tuple(map(sum, zip(*parts, strict=True)))


@families
@settings(max_examples=15, deadline=None)
@given(tables=some_tables, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(family: Family, tables: Tables, chance: random.Random):
    mixed = {name: chance.sample(rows, len(rows)) for name, rows in tables.items()}
    first, second = (counted(family, rows, EVERY_PERIOD[:2]) for rows in (tables, mixed))
    assert persons(first) == persons(second)
    assert cells(family, first.rows, "numerator", "denominator") == cells(
        family, second.rows, "numerator", "denominator"
    )


@pytest.mark.parametrize("family", [PARTICIPANTS, REFERRED, PERFORMERS, EVENTS, ACTIVITIES], ids=lambda f: f.key)
def test_rows_of_other_years_change_nothing(family: Family):
    tables = many_rows(6)
    dated = dict.fromkeys(tables, "date") | {"referrals": "received"}
    inside = {name: [row for row in rows if row[dated[name]].year == 2025] for name, rows in tables.items()}
    assert inside[family.table] != tables[family.table]
    first, second = (counted(family, rows, EVERY_PERIOD[:5]) for rows in (tables, inside))
    assert persons(first) == persons(second)
    assert cells(family, first.rows, "numerator", "denominator") == cells(
        family, second.rows, "numerator", "denominator"
    )


@families
def test_nothing_at_all_is_nobody_in_every_cell(family: Family):
    tallies = counted(family, {}, EVERY_PERIOD)
    assert set(persons(tallies).values()) == {0}
    assert tallies.rows.is_empty()
    assert tallies.waits.is_empty()


@families
def test_only_whole_counts_leave_and_how_alike_their_persons_are(family: Family):
    for tallies in (counted(family, {}, EVERY_PERIOD[:2]), region(family)):
        keys = dict.fromkeys(("period", *CELL), pl.String())
        assert dict(tallies.counts.schema) == keys | {"persons": pl.Int64()}
        assert dict(tallies.rows.schema) == {"indicator": pl.String()} | keys | {
            "numerator": pl.Int64(),
            "denominator": pl.Int64(),
            "design": pl.Float64(),
        }
        assert dict(tallies.waits.schema) == keys | {"days": pl.List(pl.Int64), "started": pl.List(pl.Boolean)}


JANUARY = date(2025, 1, 7)
CAME = {
    "date": JANUARY,
    "participant": "D1",
    "municipality": "gjovik",
    "team": "fact",
    "level": "group",
    "status": "attended",
}
SENT = {
    "received": JANUARY,
    "participant": "D1",
    "municipality": "gjovik",
    "source": "nav",
    "started": date(2025, 1, 7),
    "ended": date(2025, 1, 20),
    "end_reason": "declined",
}
PLAYED = {"date": JANUARY, "municipality": "gjovik", "performers": 6, "audience": 40, "partner": "Koret"}


@pytest.mark.parametrize(
    ("family", "leaf", "number"),
    [
        (PARTICIPANTS, ("gjovik", "group", "fact"), 1),
        (REFERRED, ("gjovik", ALL, "nav"), 1),
        (WAITED, (ALL, "in_time", ALL), 1),
        (ENDED, ("fact", "dropped", "nowhere"), 1),
        (STEPS, (ALL, "group", "group"), 1),
        (FOLLOWED, (ALL, "too_few", ALL), 1),
        (ACTIVITIES, ("gjovik", ALL, ALL), 1),
        (PERFORMERS, ("gjovik", ALL, ALL), 6),
        (EVENTS, ("gjovik", ALL, ALL), 1),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_a_single_row_stands_in_its_cell_and_in_the_margins_above_it(
    family: Family, leaf: tuple[str, str, str], number: int
):
    told = {"date": JANUARY, "activity": "advice", "municipality": "gjovik"}
    tables = {"attendance": [CAME], "referrals": [SENT], "concerts": [PLAYED], "activities": [told]}
    for cell, n in persons(counted(family, tables, [from_code("2025Q1")])).items():
        assert n == (number if oracle.is_in(leaf, cell[1:]) else 0)


def test_what_a_row_does_not_say_another_row_of_the_period_says():
    silent = CAME | {"level": "unknown", "team": "unknown"}
    tables = {"attendance": [CAME | {"date": date(2025, 1, 7)}, *(silent | {"date": date(2025, 4, n)} for n in (1, 2))]}
    n = persons(counted(PARTICIPANTS, tables, [from_code("2025Q1"), from_code("2025Q2"), from_code("2025")]))
    assert n["2025Q2", ALL, "unknown", "unknown"] == 1  # nobody has said more of that quarter
    assert n["2025", ALL, CAME["level"], CAME["team"]] == 1
    assert n["2025", ALL, "unknown", ALL] == n["2025", ALL, ALL, "unknown"] == 0


def test_a_team_or_municipality_the_model_no_longer_has_still_adds_up():
    tables = {
        "attendance": [CAME | {"team": "fact_toten"}, CAME | {"participant": "D2", "municipality": "biri"}],
        "concerts": [PLAYED | {"municipality": "biri"}],
    }
    n = persons(counted(PARTICIPANTS, tables, [from_code("2025Q1")]))
    assert n["2025Q1", "gjovik", ALL, "unknown"] == n["2025Q1", ELSEWHERE, ALL, ALL] == 1
    assert n["2025Q1", ALL, ALL, ALL] == 1  # the region is its municipalities
    assert persons(counted(EVENTS, tables, [from_code("2025Q1")]))["2025Q1", "other", ALL, ALL] == 1


def test_another_regions_sources_and_end_reasons_are_its_model_files_and_nobody_elses() -> None:
    """Vitória's referrers and reasons are none of Gjøvik's: they arrive, are counted, and lead where the file says."""
    model = load(Path(__file__).parents[2] / "models" / "vitoria.toml")
    assert not {"fact", "dps", "reinsvoll", "culture", "nav"} & {source.key for source in model.sources}
    read = {name: parser(REFERRALS.by_name[name], model, lambda text: text) for name in ("source", "end_reason")}
    assert read["source"]("Escola municipal", Kind.TEXT).value == "school"
    assert read["source"]("FACT-team", Kind.TEXT).fault == "code-unknown"
    reasons = ("Escola de samba", "desistiu", "Alta")
    course = {"received": date(2025, 1, 7), "started": date(2025, 1, 9), "ended": date(2025, 2, 3)}
    rows = frames(
        referrals=[
            course
            | {
                "participant": f"P{number}",
                "municipality": "jabour",
                "source": read["source"]("Igreja", Kind.TEXT).value,
                "end_reason": read["end_reason"](reason, Kind.TEXT).value,
            }
            for number, reason in enumerate(reasons)
        ]
    )
    ended = measure(ENDED, rows, model, [period(PeriodKind.TERTIAL, 2025, 1)], TODAY).counts
    outcomes = ended.filter(whole(["outcome"])).select("outcome", "persons")
    assert dict(outcomes.iter_rows()) == {ALL: 3, "continued": 1, "dropped": 1, "other": 1}
    referred = measure(REFERRED, rows, model, [period(PeriodKind.TERTIAL, 2025, 1)], TODAY).counts
    assert set(referred["source"]) == {"clinics", "school", "church", "other", "unknown", ALL}
