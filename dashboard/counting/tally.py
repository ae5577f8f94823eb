"""Owns the way from rows to counts. Only counts of rows and persons leave here; rates are born behind the wall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.cubes import cube
from dashboard.counting.designs import with_designs
from dashboard.counting.indicator import Family, Indicator, Measure
from dashboard.counting.indicators import of_family
from dashboard.counting.period import Period
from dashboard.counting.placing import attributed, placed
from dashboard.counting.ready_rows import FamilyRows, ReadyRows, ready
from dashboard.counting.rows_of_families import Rows, course_days
from data_sources.declared.model import Model

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
    rows = ready(rows)
    parts = [_count(family, family_rows, model, p) for p, family_rows in _as_known(family, rows, model, periods, today)]
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
    every = _as_known(family, ready(rows), model, periods, today)
    for period, family_rows in every:
        if period not in family_rows.cells:
            _cells(family_rows, placed(family_rows, family, model, period), family, model, period)
    return pl.concat(family_rows.cells[period] for period, family_rows in every)


def _as_known(
    family: Family, rows: ReadyRows, model: Model, periods: Sequence[Period], today: date
) -> list[tuple[Period, FamilyRows]]:
    """Each period with the rows as they stood on the day it is counted on."""
    as_of = {period: _known_on(family, model, period, today) for period in periods}
    family_rows = {day: rows.of_family(family, model, day) for day in {*as_of.values()}}
    return [(period, family_rows[as_of[period]]) for period in periods]


def _known_on(family: Family, model: Model, period: Period, today: date) -> date:
    """The day a period is counted as it stood on."""
    return min(today, period.last + timedelta(days=family.lag(model))) if family.settled else today


# --- counting ----------------------------------------------------------------------------------------


def _count(
    family: Family, family_rows: FamilyRows, model: Model, period: Period
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    places = placed(family_rows, family, model, period)
    inside = attributed(family_rows, family, places, period).filter(pl.col("municipality") != ELSEWHERE)
    code = pl.lit(period.code).alias("period")
    rows = with_designs(_tally(family, inside, code), family, family_rows, places, period)
    return _cells(family_rows, places, family, model, period), rows, _waits(family, inside, code)


def _cells(family_rows: FamilyRows, places: pl.DataFrame, family: Family, model: Model, period: Period) -> pl.DataFrame:
    """How many persons are in every cell of a period."""
    if family.heads or family.public:
        number = pl.col(family.heads).fill_null(0) if family.heads else pl.lit(1, dtype=pl.Int64)
        persons = attributed(family_rows, family, places, period).with_columns(number.alias("persons"))
    else:
        persons = places.filter("counted").with_columns(pl.lit(1, dtype=pl.Int64).alias("persons"))
    names, sums, from_elsewhere = family.names, [pl.col("persons").sum()], pl.col("municipality") == ELSEWHERE
    own = cube(persons.filter(~from_elsewhere).select(*names, "persons"), names, sums)
    apart = cube(persons.filter(from_elsewhere).select("persons"), [], sums).with_columns(
        municipality=pl.lit(ELSEWHERE)
    )
    family_rows.cells[period] = (
        _grid(family, model)
        .join(pl.concat([own, apart]), on=CELL, how="left")
        .select(pl.lit(period.code).alias("period"), *CELL, pl.col("persons").fill_null(0).cast(pl.Int64))
    )
    return family_rows.cells[period]


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
