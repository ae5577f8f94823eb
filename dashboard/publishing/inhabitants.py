"""Owns how many people live where: what a count of participants is held against."""

from collections.abc import Iterable

import polars as pl

from dashboard.counting.cells import ALL
from data_sources.declared.model import Model


def adults(model: Model, uploaded: pl.DataFrame, year: int, place: str) -> int | None:
    """Inhabitants aged 18 or over on 1 January of the year, or of the nearest year known; None where none is.

    `uploaded`: rows of the population table; they come before the model file's. `place`: a municipality's
    key, or "all" for the region, which is known only when every municipality is.
    """
    stated = uploaded.filter(pl.col("adults").is_not_null())
    total = 0
    for municipality in model.municipality:
        if place not in {ALL, municipality.key}:
            continue
        counted = {p.year: p.adults for p in municipality.population if p.adults is not None}
        own = stated.filter(pl.col("municipality") == municipality.key)
        counted |= dict(own.select("year", "adults").iter_rows())
        if not counted:
            return None
        total += counted[min(counted, key=lambda at: abs(at - year))]
    return total or None


def by_year(model: Model, uploaded: pl.DataFrame, years: Iterable[int]) -> pl.DataFrame:
    """The same for every municipality and the region in each year: municipality, year, adults (null: not known)."""
    places = [ALL, *(municipality.key for municipality in model.municipality)]
    rows = [(place, year, adults(model, uploaded, year, place)) for year in years for place in places]
    schema = {"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")
