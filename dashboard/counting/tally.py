"""Owns the way from rows to counts. Only counts of rows and persons leave here; rates are born behind the wall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.cubes import cube
from dashboard.counting.designs import with_designs
from dashboard.counting.indicator import Family, Indicator, Measure, Placed
from dashboard.counting.indicators import of_family
from dashboard.counting.period import Period
from dashboard.counting.rows_of_families import Rows, course_days, prepared
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

__all__ = ["Rows", "Tallies", "counts", "measure"]


@dataclass(frozen=True, eq=False)
class Tallies:
    """What one family's rows come to in some periods. Nothing here may be shown.

    `counts`: period, the columns of CELL, persons; every cell of the lattice, margins as "all".
    `rows`: indicator, period, the columns of CELL, numerator, denominator, design (of shares of appointments: how many
    times more it varies because the same persons come many times, over the twelve months up to the period's end).
    `waits`: period, the columns of CELL, days (list), started (list): one entry per referral.
    `good`: question → the answers to it that are good ones, as the model says.
    """

    family: Family
    counts: pl.DataFrame
    rows: pl.DataFrame
    waits: pl.DataFrame
    good: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def measure(family: Family, rows: Rows, model: Model, periods: Sequence[Period], today: date) -> Tallies:
    """Count a family's rows in each period."""
    parts = [
        _count(family, prepared_rows, model, period)
        for period, prepared_rows in _as_known(family, rows, model, periods, today)
    ]
    exposures = [_course_years(family, rows, model, period, today) for period in periods]
    return Tallies(
        family,
        pl.concat([counts for counts, _, _ in parts]),
        pl.concat([*(tallied for _, tallied, _ in parts), *exposures]),
        pl.concat([waits for _, _, waits in parts]),
        {question.key: question.good for question in model.survey_question},
    )


def counts(family: Family, rows: Rows, model: Model, periods: Sequence[Period], today: date) -> pl.DataFrame:
    """The same `counts` (see Tallies) where nothing else is asked for."""
    return pl.concat(
        _cells(_attributed(prepared_rows, period, family, family.not_offered(model)), family, model, period)
        for period, prepared_rows in _as_known(family, rows, model, periods, today)
    )


def _as_known(
    family: Family, rows: Rows, model: Model, periods: Sequence[Period], today: date
) -> list[tuple[Period, pl.DataFrame]]:
    """Each period with the rows as they stood on the day it is counted on."""
    as_of = {period: _known_on(family, model, period, today) for period in periods}
    inside = {day: _inside(prepared(family, rows, model, day), family, model) for day in {*as_of.values()}}
    return [(period, inside[as_of[period]]) for period in periods]


def _known_on(family: Family, model: Model, period: Period, today: date) -> date:
    """The day a period is counted as it stood on."""
    return min(today, period.last + timedelta(days=family.lag(model))) if family.settled else today


def _inside(prepared_rows: pl.DataFrame, family: Family, model: Model) -> pl.DataFrame:
    """Every row in the lattice: a municipality the model no longer has is another one, the rest is unknown.

    Of people, what is not of the region's own municipalities is from elsewhere.
    """
    members = {name: family.members(name, model) for name in family.names}
    if not family.public:
        unwritten = (UNKNOWN,) if family.unwritten else ()
        members["municipality"] = (*(place.key for place in model.municipality), *unwritten, ELSEWHERE)
    return prepared_rows.with_columns(
        pl.when(pl.col(name).is_in(members_there))
        .then(name)
        .otherwise(pl.lit(next((rest for rest in (ELSEWHERE, OTHER) if rest in members_there), UNKNOWN)))
        for name, members_there in members.items()
    )


# --- counting ----------------------------------------------------------------------------------------


def _count(
    family: Family, prepared_rows: pl.DataFrame, model: Model, period: Period
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    everybody = _attributed(prepared_rows, period, family, family.not_offered(model))
    inside = everybody.filter(pl.col("municipality") != ELSEWHERE)
    code = pl.lit(period.code).alias("period")
    rows = with_designs(_tally(family, inside, code), family, prepared_rows, inside, period)
    return _cells(everybody, family, model, period), rows, _waits(family, inside, code)


def _cells(everybody: pl.DataFrame, family: Family, model: Model, period: Period) -> pl.DataFrame:
    """How many persons are in every cell of a period."""
    names = family.names
    if family.heads:
        persons = everybody.with_columns(pl.col(family.heads).fill_null(0).alias("persons"))
    elif family.public:
        persons = everybody.with_columns(pl.lit(1, dtype=pl.Int64).alias("persons"))
    else:
        counted = everybody.filter(pl.col("counted") & pl.col("person").is_not_null()).unique("person")
        persons = counted.with_columns(pl.lit(1, dtype=pl.Int64).alias("persons"))
    sums, from_elsewhere = [pl.col("persons").sum()], pl.col("municipality") == ELSEWHERE
    own = cube(persons.filter(~from_elsewhere).select(*names, "persons"), names, sums)
    apart = cube(persons.filter(from_elsewhere).select("persons"), [], sums).with_columns(
        municipality=pl.lit(ELSEWHERE)
    )
    return (
        _grid(family, model)
        .join(pl.concat([own, apart]), on=CELL, how="left")
        .select(pl.lit(period.code).alias("period"), *CELL, pl.col("persons").fill_null(0).cast(pl.Int64))
    )


def _attributed(
    prepared_rows: pl.DataFrame, period: Period, family: Family, closed: frozenset[tuple[str, str]]
) -> pl.DataFrame:
    """The period's rows, each with its person's one place in the lattice, as the family's dimensions say (`Placed`).

    The municipality of record is the first of the calendar year, in every family.
    A member most used is chosen among those that go with where the person was last (`closed`: pairs that do not), the
    later one where two are equal, unknown where none does: nobody stands where nothing is offered. What a row does not
    say, another row of the period says: a person is at an unknown level, or in an unknown team, only where none did.
    Rows that say nothing of where somebody belongs (`agreed` is false) are asked only where there are no others.
    Rows without a person (heads) keep their own. Rows of one day are taken in the order of their members: a database
    gives them in any order, and a closed period's counts must not turn on it.
    """
    dimensions = {dimension.name: dimension.placed for dimension in family.dimensions}
    dimensions.setdefault("municipality", Placed.FIRST)
    in_order = [*family.names, *(name for name in dimensions if name not in family.names)]
    if "outcome" in prepared_rows.columns:
        prepared_rows = prepared_rows.with_columns(pl.col("outcome").alias("own outcome"))
    if "agreed" not in prepared_rows.columns:
        prepared_rows = prepared_rows.with_columns(agreed=pl.lit(value=True))
    year = prepared_rows.filter(pl.col("day").dt.year() == period.year).sort("day", *in_order, maintain_order=True)
    inside = year.filter(pl.col("day").is_between(period.first, period.last))
    named = pl.col("person").is_not_null()
    # Where a person attended at all, only attended rows say where they were last, and where most.
    settling = pl.col("agreed") | ~pl.col("agreed").any().over("person")
    telling = inside.filter(named).filter(settling)
    telling = telling.filter(pl.col("counted") | ~pl.col("counted").any().over("person"))
    place = inside.filter(named).select("person").unique()
    last = [name for name, placed in dimensions.items() if placed is Placed.LAST]
    for name, placed in dimensions.items():
        if placed is Placed.MOST_USED:
            members = _most_used(telling, name, last, closed)
        else:
            first = placed is Placed.FIRST
            rows, seen = (year.filter(named).filter(settling), pl.first(name)) if first else (telling, _last_said(name))
            members = rows.group_by("person", maintain_order=True).agg(seen)
        place = place.join(members.rename({name: f"{name} of record"}), on="person", how="left")
        if placed is Placed.MOST_USED:
            place = place.with_columns(pl.col(f"{name} of record").fill_null(UNKNOWN))
    return inside.join(place, on="person", how="left", maintain_order="left").with_columns(
        pl.coalesce(f"{name} of record", name).alias(name) for name in dimensions
    )


def _last_said(name: str) -> pl.Expr:
    """The last member that a row says; unknown where none does."""
    return pl.coalesce(pl.col(name).filter(pl.col(name) != UNKNOWN).last(), pl.col(name).last())


def _most_used(
    telling: pl.DataFrame, name: str, last: Sequence[str], closed: frozenset[tuple[str, str]]
) -> pl.DataFrame:
    """person and the member of a dimension they used most; nobody who used none that goes with where they were last."""
    at_last = [_last_said(column).over("person").alias("at last") for column in last[-1:]]
    pairs = pl.DataFrame(list(closed), schema={"at last": pl.String, name: pl.String}, orient="row")
    possible = telling.with_columns(at_last)
    if at_last:
        possible = possible.join(pairs, on=["at last", name], how="anti", maintain_order="left")
    said = pl.col(name) != UNKNOWN
    return (
        possible.filter(said | ~said.any().over("person"))
        .with_row_index("at")
        .group_by("person", name, maintain_order=True)
        .agg(pl.len(), pl.col("at").max())
        .sort("len", "at")
        .group_by("person", maintain_order=True)
        .agg(pl.col(name).last())
    )


def _tally(family: Family, inside: pl.DataFrame, code: pl.Expr) -> pl.DataFrame:
    """Numerators and denominators of the family's indicators in every cell that has rows."""
    asked = [indicator for indicator in of_family(family) if indicator.measure in _OF_ROWS]
    if not asked:
        return _EMPTY_ROWS.drop("design")
    parts = {indicator.key: (f"{indicator.key} x", f"{indicator.key} n") for indicator in asked}
    taken = [
        part.cast(pl.Int64).fill_null(0).alias(name)
        for indicator in asked
        for name, part in zip(parts[indicator.key], _taken(indicator), strict=True)
    ]
    listed = inside.select(*family.names, "person", *taken)
    cells = dict[str, pl.DataFrame]()
    for of_persons in (True, False):
        own = [indicator.key for indicator in asked if (indicator.measure in _OF_PERSONS) is of_persons]
        if own:
            counted = listed.filter(pl.col("person").is_not_null()) if of_persons else listed
            sums = cube(counted, family.names, [pl.col(name).sum() for key in own for name in parts[key]])
            cells |= dict.fromkeys(own, sums)
    return pl.concat(
        cells[key].select(pl.lit(key).alias("indicator"), code, *CELL, numerator=x, denominator=n)
        for key, (x, n) in parts.items()
    )


def _taken(indicator: Indicator) -> tuple[pl.Expr, pl.Expr]:
    """What of a row is in the numerator, and in the denominator. A case has its own outcome, whoever's it is."""
    if indicator.measure is Measure.SHARE_OF_CASES:
        among = _OWN_OUTCOME.is_in(indicator.among) if indicator.among else pl.lit(value=True)
        return _OWN_OUTCOME.is_in(indicator.outcome), among
    numerator = indicator.numerator if indicator.numerator is not None else pl.lit(1)
    return numerator, indicator.denominator if indicator.denominator is not None else pl.lit(0)


_OWN_OUTCOME = pl.col("own outcome")
_OF_ROWS = {
    Measure.SHARE_OF_ROWS,
    Measure.SHARE_OF_CASES,
    Measure.ROWS,
    Measure.EVENTS,
    Measure.SUM_OF_EVENTS,
    Measure.SHARE_OF_EVENTS,
}
_OF_PERSONS = {Measure.SHARE_OF_ROWS, Measure.SHARE_OF_CASES}  # rows without a person are in no share of theirs
_OF_WAITS = {Measure.MEDIAN_WAIT, Measure.WAITED_SO_FAR, Measure.LONGEST_SO_FAR}


def _course_years(family: Family, rows: Rows, model: Model, period: Period, today: date) -> pl.DataFrame:
    """Days that courses were under way in a period, for the region: what dropouts are held against."""
    keys = dict.fromkeys(CELL, ALL)
    exposures = [
        {"indicator": indicator.key, "period": period.code, **keys, "numerator": days, "denominator": 0, "design": None}
        for indicator in of_family(family)
        if indicator.measure is Measure.PER_COURSE_YEARS and (days := course_days(rows, model, period, today))
    ]
    return pl.DataFrame(exposures, schema=_EMPTY_ROWS.schema)


_EMPTY_ROWS = pl.DataFrame(
    schema={"indicator": pl.String, "period": pl.String}
    | dict.fromkeys(CELL, pl.String())
    | {"numerator": pl.Int64, "denominator": pl.Int64, "design": pl.Float64}
)
_EMPTY_WAITS = pl.DataFrame(
    schema={"period": pl.String}
    | dict.fromkeys(CELL, pl.String())
    | {"days": pl.List(pl.Int64), "started": pl.List(pl.Boolean)}
)


def _waits(family: Family, inside: pl.DataFrame, code: pl.Expr) -> pl.DataFrame:
    if not any(indicator.measure in _OF_WAITS for indicator in of_family(family)):
        return _EMPTY_WAITS
    waiting = inside.filter(~pl.col("withdrawn")).select(*family.names, "days", "started")
    return cube(waiting, family.names, [pl.col("days"), pl.col("started")]).select(code, *CELL, "days", "started")


def _with_margin(members: tuple[str, ...], is_summed: bool) -> tuple[str, ...]:
    """A dimension's members and all of them together; one of which there is no sum has no more than its members."""
    return (*members, ALL) if is_summed or len(members) < 2 else members


def _grid(family: Family, model: Model) -> pl.DataFrame:
    """Every cell of the lattice once, and the one of people from elsewhere."""
    members = [_with_margin(family.members(name, model), is_summed=name != family.each) for name in CELL]
    cells = list(product(*members))
    if family.by_municipality and not family.public:
        cells.append((ELSEWHERE, *(ALL for _ in CELL[1:])))
    return pl.DataFrame(cells, schema=dict.fromkeys(CELL, pl.String), orient="row")
