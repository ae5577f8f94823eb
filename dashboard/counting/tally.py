"""Owns the way from rows to counts. Only counts of rows and persons leave here; rates are born behind the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import polars as pl

from dashboard.counting.cells import ALL, CELL, SOURCES
from dashboard.counting.indicator import Family, Measure
from dashboard.counting.indicators import ENDED, REFERRED, of_family
from dashboard.counting.period import Period
from dashboard.counting.rows_of_families import Rows, course_days, prepared
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

__all__ = ["Rows", "Tallies", "measure", "members"]


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
    inside = _inside(prepared(family, rows, model, today), members(family, model))
    parts = [_count(family, inside, model, period) for period in periods]
    exposures = [_course_years(rows, period, today) for period in periods] if family is ENDED else []
    return Tallies(
        family,
        pl.concat([counts for counts, _, _ in parts]),
        pl.concat([*(tallied for _, tallied, _ in parts), *exposures]),
        pl.concat([waits for _, _, waits in parts]),
    )


def members(family: Family, model: Model) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The lattice's municipalities, levels and services; an empty tuple where it has no such dimension."""
    places = (*(place.key for place in model.municipality), OTHER, UNKNOWN) if family.by_municipality else ()
    if family.by_origin:
        places = (*(team.key for team in model.team if not team.local), UNKNOWN)
    services = family.destinations
    if family.by_service and family.table == "attendance":
        services = (*(team.key for team in model.team), UNKNOWN)
    elif family.by_service:
        services = tuple(SOURCES)
    return places, family.levels, services


def not_offered(family: Family, model: Model) -> frozenset[tuple[str, str]]:
    """The pairs of level and service in which nobody can be counted: as the model's teams say, or the family."""
    if not family.by_service or family.table != "attendance":
        return family.impossible
    levels = set(family.levels) - {UNKNOWN}
    return frozenset((level, team.key) for team in model.team for level in levels - set(team.levels))


def _inside(found: pl.DataFrame, keys: Sequence[Sequence[str]]) -> pl.DataFrame:
    """Every row in the lattice: a municipality the model no longer has is another one, the rest is unknown."""
    return found.with_columns(
        pl.when(pl.col(name).is_in(known)).then(name).otherwise(pl.lit(OTHER if OTHER in known else UNKNOWN))
        for name, known in zip(CELL, keys, strict=True)
        if known
    )


# --- counting ----------------------------------------------------------------------------------------


def _count(
    family: Family, found: pl.DataFrame, model: Model, period: Period
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    inside = _attributed(found, period, main_service=not family.all_last, closed=not_offered(family, model))
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
    return (counts.select(named, *CELL, "persons"), _tally(family, inside, named), _waits(family, inside, named))


def _attributed(
    found: pl.DataFrame, period: Period, *, main_service: bool, closed: frozenset[tuple[str, str]]
) -> pl.DataFrame:
    """The period's rows, each with its person's one place in the lattice.

    Municipality of record (or origin): the first of the calendar year, so that a quarter's persons stay in
    the year's same municipality. Level: the last in the period. Service: the one most often used of those that
    give this level (`closed`: level and service that do not go together), the later one where two are equal,
    unknown where none does: nobody stands where nothing is offered; or the last one (not `main_service`). Rows
    without a person (heads) keep their own. Rows of one day are taken in the order of their keys: a database
    gives them in any order, and a closed period's counts must not turn on it.
    """
    year = found.filter(pl.col("day").dt.year() == period.year).sort("day", *CELL, maintain_order=True)
    inside = year.filter(pl.col("day").is_between(period.first, period.last))
    named = pl.col("person").is_not_null()
    record = (
        year.filter(named).group_by("person", maintain_order=True).agg(pl.col("municipality").first().alias("record"))
    )
    # Where a person attended at all, only attended rows say level and service.
    telling = inside.filter(named).filter(pl.col("counted") | ~pl.col("counted").any().over("person"))
    last = telling.group_by("person", maintain_order=True).agg(
        pl.col("level").last().alias("last_level"), pl.col("service").last().alias("main_service")
    )
    pairs = pl.DataFrame(list(closed), schema={"last_level": pl.String, "service": pl.String}, orient="row")
    most_used = (
        telling.join(last.drop("main_service"), on="person", maintain_order="left")
        .join(pairs, on=["last_level", "service"], how="anti", maintain_order="left")
        .with_row_index("at")
        .group_by("person", "service", maintain_order=True)
        .agg(pl.len(), pl.col("at").max())
        .sort("len", "at")
        .group_by("person", maintain_order=True)
        .agg(pl.col("service").last().alias("main_service"))
    )
    if main_service:
        last = last.drop("main_service").join(most_used, on="person", how="left")
        last = last.with_columns(pl.col("main_service").fill_null(UNKNOWN))
    place = record.join(last, on="person")
    return inside.join(place, on="person", how="left", maintain_order="left").with_columns(
        municipality=pl.coalesce("record", "municipality"),
        level=pl.coalesce("last_level", "level"),
        service=pl.coalesce("main_service", "service"),
    )


def _tally(family: Family, inside: pl.DataFrame, named: pl.Expr) -> pl.DataFrame:
    """Numerators and denominators of the family's indicators in every cell that has rows."""
    parts = []
    for indicator in of_family(family):
        if indicator.measure not in _OF_ROWS:
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
        parts.append(sums.select(pl.lit(indicator.key).alias("indicator"), named, *CELL, "numerator", "denominator"))
    return pl.concat([_EMPTY_ROWS, *parts])


_OF_ROWS = {Measure.SHARE_OF_ROWS, Measure.ROWS, Measure.EVENTS, Measure.SUM_OF_EVENTS, Measure.SHARE_OF_EVENTS}


def _course_years(rows: Rows, period: Period, today: date) -> pl.DataFrame:
    """Days that courses were under way in a period, for the region: what dropouts are held against."""
    keys = dict.fromkeys(CELL, ALL)
    made = [
        {"indicator": indicator.key, "period": period.code, **keys, "numerator": days, "denominator": 0}
        for indicator in of_family(ENDED)
        if indicator.measure is Measure.PER_COURSE_YEARS and (days := course_days(rows, period, today))
    ]
    return pl.DataFrame(made, schema=_EMPTY_ROWS.schema)


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
