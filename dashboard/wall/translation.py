"""Owns the way from a family's cells to its lattice and back: which dimension is which, and what is no dimension."""

from collections.abc import Sequence

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.indicator import Family, Placed
from dashboard.counting.period import Period, PeriodKind
from dashboard.wall.lattice import KEY, Kind, Shape
from data_sources.declared.model import Model


def shape(
    family: Family,
    model: Model,
    year: int,
    periods: Sequence[Period],
    absent: frozenset[tuple[str, str]] = frozenset(),
    withheld: frozenset[tuple[str, str]] = frozenset(),
) -> Shape:
    """The lattice of a family in a year, of those periods in which it has rows at all. The rest: see `Shape`."""
    at = {column: family.members(name, model) for name, column in _positions(family).items()}
    codes = {kind: tuple(p.code for p in periods if p.kind is kind) for kind in PeriodKind}
    last = {dimension.name for dimension in family.dimensions if dimension.placed is Placed.LAST}
    return Shape(
        year=str(year),
        periods=codes[PeriodKind.QUARTER] + codes[PeriodKind.TERTIAL],
        first=at.get("first", ()),
        second=at.get("second", ()),
        third=at.get("third", ()),
        months=codes[PeriodKind.MONTH],
        kind=Kind.ADDITIVE if family.additive else Kind.PERSONS,
        not_offered=family.not_offered(model),
        apart=ELSEWHERE if family.by_municipality and not family.public else "",
        total_told=bool(family.persons_of),
        remainder=Shape.remainder | family.lesser(model),
        each=_positions(family).get(family.each, ""),
        last=frozenset(at for name, at in _positions(family).items() if name in last),
        absent=absent,
        withheld=withheld,
    )


def _positions(family: Family) -> dict[str, str]:
    """Which column of the lattice each of a family's dimensions is. Only one where nobody moves can be the first."""
    settled = bool(family.dimensions) and family.dimensions[0].placed is Placed.FIRST
    whole = settled or len(family.names) == len(KEY[1:])  # of whole years alone: nobody moves inside one
    return dict(zip(family.names, KEY[1 if whole else 2 :], strict=False))


def in_lattice(family: Family, frame: pl.DataFrame) -> pl.DataFrame:
    """A frame of cells with the lattice's columns in the place of CELL."""
    at = {column: name for name, column in _positions(family).items()}
    axes = [pl.col(at[column]).alias(column) if column in at else pl.lit(ALL).alias(column) for column in KEY[1:]]
    return frame.select("period", *axes, *(name for name in frame.columns if name not in {"period", *CELL}))


def in_cells(family: Family, frame: pl.DataFrame) -> pl.DataFrame:
    """The way back: a lattice's frame under the family's own dimensions."""
    at = _positions(family)
    cell = [pl.col(at[name]).alias(name) if name in at else pl.lit(ALL).alias(name) for name in CELL]
    return frame.select("period", *cell, *(name for name in frame.columns if name not in KEY))


def with_single_members(lattice: Shape, shown: pl.DataFrame) -> pl.DataFrame:
    """A dimension of one member is that member and all of them alike: one municipality is the region."""
    for name, members in zip(KEY[1:], (lattice.first, lattice.second, lattice.third), strict=True):
        if len(members) == 1:
            own = shown.filter(pl.col(name) == ALL).with_columns(pl.lit(members[0]).alias(name))
            shown = pl.concat([shown, own])
    return shown


def without_single_members(lattice: Shape, cells: pl.DataFrame) -> pl.DataFrame:
    """The way back: a lattice has no cell of its own for what is all there is of a dimension."""
    for name, members in zip(KEY[1:], (lattice.first, lattice.second, lattice.third), strict=True):
        if len(members) == 1:
            cells = cells.filter(pl.col(name) != members[0])
    return cells
