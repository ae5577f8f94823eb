"""Owns how many times more a share of appointments varies because the same persons come many times."""

from collections.abc import Iterator
from datetime import timedelta

import polars as pl

from dashboard.counting.cells import CELL, ELSEWHERE
from dashboard.counting.cubes import cube
from dashboard.counting.indicator import Family, Indicator, Measure
from dashboard.counting.indicators import of_family
from dashboard.counting.period import Period
from dashboard.counting.ready_rows import FamilyRows

MONTHS = 12  # what a goal is judged on


def with_designs(
    rows: pl.DataFrame, family: Family, family_rows: FamilyRows, places: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """Tallied rows with `design`: the effect of persons as clusters, over the twelve months up to the period's end.

    `places`: where everybody stands in the period (`placing.placed`); who came only earlier in the twelve months stands
    where the rows say. 1 where all persons are alike, None of what is no share of appointments.
    Source: Cochran, Sampling techniques, 1977, 6.4 (the ratio estimator's variance).
    """
    shares = [indicator for indicator in of_family(family) if indicator.measure is Measure.SHARE_OF_ROWS]
    if not shares:
        return rows.with_columns(design=pl.lit(None, dtype=pl.Float64))
    day_before = pl.select(pl.lit(period.last).dt.offset_by(f"-{MONTHS}mo")).item()
    year = family_rows.between(day_before + timedelta(days=1), period.last).filter(pl.col("person").is_not_null())
    own = places.filter(pl.col("municipality") != ELSEWHERE).select("person", *family.names)
    year = year.join(own, on="person", how="left", suffix=" of record").with_columns(
        pl.coalesce(f"{name} of record", name).alias(name) for name in family.names
    )
    year = year.filter(pl.col("municipality") != ELSEWHERE)
    taken = [expression for indicator in shares for expression in _taken(indicator)]
    persons = year.group_by("person", *family.names, maintain_order=True).agg(taken)
    sums = [expression for indicator in shares for expression in _sums(indicator.key)]
    cells = cube(persons, family.names, sums)
    designs = pl.concat(
        cells.select(pl.lit(indicator.key).alias("indicator"), *CELL, _effect(indicator.key).alias("design"))
        for indicator in shares
    )
    return rows.join(designs, on=["indicator", *CELL], how="left", maintain_order="left")


def _taken(indicator: Indicator) -> Iterator[pl.Expr]:
    """A person's numerator and denominator."""
    assert indicator.numerator is not None and indicator.denominator is not None
    for part, expression in (("x", indicator.numerator), ("n", indicator.denominator)):
        yield expression.cast(pl.Float64).fill_null(0).sum().alias(f"{indicator.key} {part}")


def _sums(key: str) -> Iterator[pl.Expr]:
    x, n = pl.col(f"{key} x"), pl.col(f"{key} n")
    for name, sum_of in (("x", x), ("n", n), ("xx", x * x), ("xn", x * n), ("nn", n * n)):
        yield sum_of.sum().alias(f"{key} {name}")
    yield (n > 0).sum().cast(pl.Float64).alias(f"{key} persons")


def _effect(key: str) -> pl.Expr:
    x, n, xx, xn, nn, m = (pl.col(f"{key} {name}") for name in ("x", "n", "xx", "xn", "nn", "persons"))
    share = x / n
    variance = m / (m - 1) * (xx - 2 * share * xn + share * share * nn) / (n * n)
    effect = variance / (share * (1 - share) / n)
    alike = (m < 2) | (x == 0) | (x == n)
    return pl.when(alike).then(1.0).otherwise(pl.max_horizontal(effect, pl.lit(1.0)))
