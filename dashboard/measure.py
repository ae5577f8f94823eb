"""Owns the way from rows to counts. Only counts of rows and persons leave here; rates are born behind the wall."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

import polars as pl

from dashboard.indicator import Family, Measure
from dashboard.indicators import ENDED, EVENTS, PARTICIPANTS, PERFORMERS, REFERRED, WAITED, of_family
from dashboard.period import Period
from data_sources.model import Model
from data_sources.table import OTHER, UNKNOWN

ALL = "all"
CELL = ("municipality", "level", "service")
TRANSITION_DAYS = 90

Rows = Mapping[str, pl.DataFrame]  # table name → its rows


@dataclass(frozen=True, eq=False)
class Tallies:
    """What one family's rows come to in some periods. Nothing here may be shown.

    `counts`: period, municipality, level, service, persons; every cell of the lattice, margins as "all".
    `rows`: indicator, period, municipality, level, service, numerator, denominator.
    `waits`: period, municipality, level, service, days (list), started (list): one entry per referral.
    """

    family: Family
    counts: pl.DataFrame
    rows: pl.DataFrame
    waits: pl.DataFrame


def measure(family: Family, rows: Rows, model: Model, periods: Sequence[Period], today: date) -> Tallies:
    """Count a family's rows in each period."""
    prepared = _inside(_PREPARE[family.key](rows, model, today), members(family, model))
    parts = [_count(family, prepared, model, period) for period in periods]
    return Tallies(
        family,
        pl.concat([counts for counts, _, _ in parts]),
        pl.concat([tallied for _, tallied, _ in parts]),
        pl.concat([waits for _, _, waits in parts]),
    )


def members(family: Family, model: Model) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The lattice's municipalities, levels and services; an empty tuple where it has no such dimension."""
    places = (*(place.key for place in model.municipality), OTHER, UNKNOWN) if family.by_municipality else ()
    services: tuple[str, ...] = ()
    if family.by_service and family.table == "attendance":
        services = (*(team.key for team in model.team), UNKNOWN)
    elif family.by_service:
        services = tuple(SOURCES)
    return places, family.levels, services


def _inside(prepared: pl.DataFrame, keys: Sequence[Sequence[str]]) -> pl.DataFrame:
    """Every row in the lattice: a municipality the model no longer has is another one, the rest is unknown."""
    return prepared.with_columns(
        pl.when(pl.col(name).is_in(known)).then(name).otherwise(pl.lit(OTHER if name == CELL[0] else UNKNOWN))
        for name, known in zip(CELL, keys, strict=True)
        if known
    )


# --- each family's rows: person, day, counted, municipality, level, service, and what indicators ask for --


SOURCES = ("fact", "dps", "reinsvoll", "culture", "doctor", "municipal", "nav", "self", "other", "unknown")


def _participants(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Agreed appointments and heads. A participant is somebody who attended at least once."""
    agreed = ["attended", "missed", "cancelled_by_participant", "cancelled_by_therapist"]
    return rows["attendance"].filter(pl.col("status").is_in(agreed)).select(
        pl.col("participant").alias("person"), pl.col("date").alias("day"),
        (pl.col("status") == "attended").alias("counted"),
        "municipality", "level", pl.col("team").alias("service"), "status", "heads",
    )  # fmt: skip


def _referred(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Referrals received, with the wait as it stands. Those withdrawn before a start are not waiting."""
    past = rows["referrals"].with_columns(
        # A day that has not come is a plan: nobody has started or left on it yet.
        pl.when(pl.col(name) <= today).then(pl.col(name)).alias(name)
        for name in ("received", "started", "ended")
    )
    newest = past.select(pl.max_horizontal("received", "started", "ended").max()).item()
    started = pl.col("started").is_not_null()
    return past.select(
        pl.col("participant").alias("person"), pl.col("received").alias("day"), pl.lit(True).alias("counted"),
        "municipality", pl.lit(ALL).alias("level"), pl.col("source").alias("service"),
        (pl.coalesce("started", pl.lit(newest, dtype=pl.Date)) - pl.col("received")).dt.total_days().clip(0)
        .alias("days"),
        started.alias("started"), (~started & pl.col("ended").is_not_null()).alias("withdrawn"),
    )  # fmt: skip


def _waited(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Referrals by whether the start came within the model's limit."""
    in_time = pl.col("started") & (pl.col("days") <= model.waiting_limit_days)
    return (
        _referred(rows, model, today)
        .filter(~pl.col("withdrawn"))
        .with_columns(level=pl.when(in_time).then(pl.lit("in_time")).otherwise(pl.lit("later")))
        .with_columns(municipality=pl.lit(ALL), service=pl.lit(ALL))
    )


def _ended(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Ended courses by how they ended: continued locally, dropped, or otherwise.

    Continued by the end reason, or by attending an open or local offer within 90 days of the end.
    """
    local = [team.key for team in model.team if team.local]
    visits = rows["attendance"].filter(
        (pl.col("status") == "attended") & ((pl.col("level") == "open") | pl.col("team").is_in(local))
    )
    ended = rows["referrals"].filter(pl.col("ended") <= today).with_row_index("course")
    went_on = ended.join(
        visits.select("participant", pl.col("date").alias("visit")), on="participant"
    ).filter(
        (pl.col("visit") > pl.col("ended"))
        & (pl.col("visit") <= pl.col("ended") + timedelta(days=TRANSITION_DAYS))
    )
    reason = pl.col("end_reason")
    continued = reason.is_in(["continued_culture", "continued_open"]).fill_null(False) | pl.col(
        "course"
    ).is_in(went_on["course"].unique().implode())
    outcome = (
        pl.when(continued).then(pl.lit("continued"))
        .when(reason.is_in(["declined", "stopped_coming"])).then(pl.lit("dropped"))
        .otherwise(pl.lit("other"))
    )  # fmt: skip
    return ended.select(
        pl.col("participant").alias("person"), pl.col("ended").alias("day"), pl.lit(True).alias("counted"),
        pl.lit(ALL).alias("municipality"), outcome.alias("level"), pl.lit(ALL).alias("service"),
    )  # fmt: skip


def _events(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Concerts that have taken place."""
    return rows["concerts"].filter(pl.col("date") <= today).select(
        pl.lit(None, dtype=pl.String).alias("person"), pl.col("date").alias("day"),
        pl.lit(True).alias("counted"), "municipality", pl.lit(ALL).alias("level"),
        pl.lit(ALL).alias("service"), "audience", "performers", "partner", "public",
    )  # fmt: skip


_PREPARE: dict[str, Callable[[Rows, Model, date], pl.DataFrame]] = {
    PARTICIPANTS.key: _participants,
    REFERRED.key: _referred,
    WAITED.key: _waited,
    ENDED.key: _ended,
    PERFORMERS.key: _events,
    EVENTS.key: _events,
}


# --- counting ----------------------------------------------------------------------------------------


def _count(
    family: Family, prepared: pl.DataFrame, model: Model, period: Period
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    inside = _attributed(prepared, period)
    if family.additive:
        persons = inside.select(*CELL, pl.col("performers").fill_null(0).alias("persons"))
    elif family.public:
        persons = inside.select(*CELL, pl.lit(1, dtype=pl.Int64).alias("persons"))
    else:
        counted = inside.filter(pl.col("counted") & pl.col("person").is_not_null()).unique("person")
        persons = counted.select(*CELL, pl.lit(1, dtype=pl.Int64).alias("persons"))
    grid = _grid(*members(family, model))
    counts = grid.join(_cube(persons, [pl.col("persons").sum()]), on=CELL, how="left").with_columns(
        pl.col("persons").fill_null(0).cast(pl.Int64)
    )
    named = pl.lit(period.code).alias("period")
    return (
        counts.select(named, *CELL, "persons"),
        _tally(family, inside, named),
        _waits(family, inside, named),
    )


def _attributed(prepared: pl.DataFrame, period: Period) -> pl.DataFrame:
    """The period's rows, each with its person's one place in the lattice.

    Municipality of record: the first of the calendar year, so that a quarter's persons stay in the
    year's same municipality. Level: the last in the period. Service: the one most often used, the later
    one where two are equal. Rows without a person (heads) keep their own. Rows of one day are taken in the
    order of their keys: a database gives them in any order, and a closed period's counts must not turn on it.
    """
    year = prepared.filter(pl.col("day").dt.year() == period.year).sort("day", *CELL, maintain_order=True)
    inside = year.filter(pl.col("day").is_between(period.first, period.last))
    named = pl.col("person").is_not_null()
    record = (
        year.filter(named)
        .group_by("person", maintain_order=True)
        .agg(pl.col("municipality").first().alias("record"))
    )
    # Where a person attended at all, only attended rows say level and service.
    telling = inside.filter(named).filter(pl.col("counted") | ~pl.col("counted").any().over("person"))
    levels = telling.group_by("person", maintain_order=True).agg(pl.col("level").last().alias("last_level"))
    services = (
        telling.with_row_index("at")
        .group_by("person", "service", maintain_order=True)
        .agg(pl.len(), pl.col("at").max())
        .sort("len", "at")
        .group_by("person", maintain_order=True)
        .agg(pl.col("service").last().alias("main_service"))
    )
    place = record.join(levels, on="person").join(services, on="person")
    return inside.join(place, on="person", how="left", maintain_order="left").with_columns(
        municipality=pl.coalesce("record", "municipality"),
        level=pl.coalesce("last_level", "level"),
        service=pl.coalesce("main_service", "service"),
    )


def _tally(family: Family, inside: pl.DataFrame, named: pl.Expr) -> pl.DataFrame:
    """Numerators and denominators of the family's indicators in every cell that has rows."""
    parts = []
    for indicator in of_family(family):
        if indicator.measure in {Measure.PERSONS, Measure.SHARE_OF_PERSONS, Measure.MEDIAN_WAIT}:
            continue
        numerator = indicator.numerator if indicator.numerator is not None else pl.lit(1)
        denominator = indicator.denominator if indicator.denominator is not None else pl.lit(0)
        listed = inside.select(
            *CELL,
            "person",
            numerator.cast(pl.Int64).fill_null(0).alias("numerator"),
            denominator.cast(pl.Int64).fill_null(0).alias("denominator"),
        )
        if indicator.measure is Measure.SHARE_OF_ROWS:
            listed = listed.filter(pl.col("person").is_not_null())
        sums = _cube(listed, [pl.col("numerator").sum(), pl.col("denominator").sum()])
        parts.append(
            sums.select(pl.lit(indicator.key).alias("indicator"), named, *CELL, "numerator", "denominator")
        )
    return pl.concat([_EMPTY_ROWS, *parts])


_EMPTY_ROWS = pl.DataFrame(
    schema={"indicator": pl.String, "period": pl.String}
    | dict.fromkeys(CELL, pl.String())
    | {"numerator": pl.Int64, "denominator": pl.Int64}
)
_EMPTY_WAITS = pl.DataFrame(
    schema={"period": pl.String}
    | dict.fromkeys(CELL, pl.String())
    | {"days": pl.List(pl.Int64), "started": pl.List(pl.Boolean)}
)


def _waits(family: Family, inside: pl.DataFrame, named: pl.Expr) -> pl.DataFrame:
    if family is not REFERRED:
        return _EMPTY_WAITS
    waiting = inside.filter(~pl.col("withdrawn")).select(*CELL, "days", "started")
    return _cube(waiting, [pl.col("days"), pl.col("started")]).select(named, *CELL, "days", "started")


def _cube(frame: pl.DataFrame, sums: list[pl.Expr]) -> pl.DataFrame:
    """Sums for every combination of the three dimensions, each with its "all"."""
    parts = []
    for width in range(len(CELL) + 1):
        for kept in combinations(CELL, width):
            whole = [pl.lit(ALL).alias(name) for name in CELL if name not in kept]
            parts.append(frame.with_columns(whole).group_by(CELL, maintain_order=True).agg(sums))
    return pl.concat(parts).unique(CELL, keep="first", maintain_order=True)


def _grid(places: Sequence[str], levels: Sequence[str], services: Sequence[str]) -> pl.DataFrame:
    """Every cell of the lattice once."""
    grid = pl.DataFrame({"municipality": [*places, ALL]}, schema={"municipality": pl.String})
    for name, keys in (("level", levels), ("service", services)):
        grid = grid.join(pl.DataFrame({name: [*keys, ALL]}, schema={name: pl.String}), how="cross")
    return grid
