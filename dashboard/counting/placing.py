"""Owns where each person stands in a period: one place in the lattice, as the family's dimensions say (`Placed`)."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.counting.indicator import Family, Placed
from dashboard.counting.period import Period
from dashboard.counting.ready_rows import FamilyRows, placed_by
from data_sources.declared.model import Model
from data_sources.declared.table import UNKNOWN


def placed(family_rows: FamilyRows, family: Family, model: Model, period: Period) -> pl.DataFrame:
    """Everybody who has a row in a period: person, the columns of `placed_by`, counted (by any row of theirs?).

    The municipality of record is the first of the calendar year, in every family.
    A member most used is chosen among those that go with where the person was last (`not_offered`: pairs that do not),
    the later one where two are equal, unknown where none does: nobody stands where nothing is offered. What a row does
    not say, another row of the period says: a person is at an unknown level, or in an unknown team, only where none
    did. Rows that say nothing of where somebody belongs (`agreed` is false) are asked only where there are no others.
    """
    dimensions = {dimension.name: dimension.placed for dimension in family.dimensions}
    by = {name: dimensions.get(name, Placed.FIRST) for name in placed_by(family)}
    inside = family_rows.between(period.first, period.last).filter(pl.col("person").is_not_null())
    place = inside.group_by("person", maintain_order=True).agg(pl.col("counted").any())
    telling = _telling(inside)
    last = [name for name, placed in by.items() if placed is Placed.LAST]
    for name, placed in by.items():
        if placed is Placed.FIRST:
            members = _first_of_the_year(family_rows, period.year, name)
        elif placed is Placed.LAST:
            members = _last_said(telling, name)
        else:
            members = _most_used(telling, name, last, family.not_offered(model))
        place = place.join(members, on="person", how="left", maintain_order="left")
        if placed is Placed.MOST_USED:
            place = place.with_columns(pl.col(name).fill_null(UNKNOWN))
    return place.select("person", *by, "counted")


def attributed(family_rows: FamilyRows, family: Family, places: pl.DataFrame, period: Period) -> pl.DataFrame:
    """The period's rows, each in its person's place (see `placed`). Rows without a person (heads) keep their own."""
    inside, places = family_rows.between(period.first, period.last), places.drop("counted")
    return inside.join(places, on="person", how="left", maintain_order="left", suffix=_OF_RECORD).with_columns(
        pl.coalesce(f"{name}{_OF_RECORD}", name).alias(name) for name in placed_by(family)
    )


_OF_RECORD = " of record"


def _telling(inside: pl.DataFrame) -> pl.DataFrame:
    """The rows that say where a person was last, and where most: the agreed ones, where there are any, and of those the
    attended ones, where there are any."""
    weight = 2 * pl.col("agreed").cast(pl.UInt8) + pl.col("counted").cast(pl.UInt8)
    if inside.select((weight.min() == weight.max()).fill_null(True)).item():
        return inside
    return inside.filter(weight == weight.max().over("person"))


def _first_of_the_year(family_rows: FamilyRows, year: int, name: str) -> pl.DataFrame:
    """person and the member of a dimension they first stood under in a calendar year."""
    if (year, name) not in family_rows.firsts:
        rows = family_rows.between(date(year, 1, 1), date(year, 12, 31)).filter(pl.col("person").is_not_null())
        in_order = pl.concat([rows.filter("agreed"), rows.filter(~pl.col("agreed"))]).select("person", name)
        family_rows.firsts[year, name] = in_order.unique("person", keep="first", maintain_order=True)
    return family_rows.firsts[year, name]


def _last_said(telling: pl.DataFrame, name: str) -> pl.DataFrame:
    """person and the last member that a row says; unknown where none does."""
    silent = pl.col(name) == UNKNOWN
    in_order = pl.concat([telling.filter(silent), telling.filter(~silent)]).select("person", name)
    return in_order.unique("person", keep="last", maintain_order=True)


def _most_used(
    telling: pl.DataFrame, name: str, last: Sequence[str], closed: frozenset[tuple[str, str]]
) -> pl.DataFrame:
    """person and the member of a dimension they used most; nobody who used none that goes with where they were last."""
    possible = telling.select("person", name)
    if last:
        at_last = _last_said(telling, last[-1]).rename({last[-1]: "at last"})
        pairs = pl.DataFrame(
            list(closed), schema={"at last": at_last["at last"].dtype, name: telling[name].dtype}, orient="row"
        )
        possible = possible.join(at_last, on="person", how="left", maintain_order="left").join(
            pairs, on=["at last", name], how="anti", maintain_order="left"
        )
    silent = pl.col(name) == UNKNOWN
    used = (
        possible.with_row_index("at")
        .group_by("person", name)
        .agg(pl.len(), pl.col("at").max())
        .sort(~silent, "len", "at")
    )
    return used.unique("person", keep="last", maintain_order=True).select("person", name)
