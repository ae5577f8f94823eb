"""Owns the lattice: one year's cells of person counts, and all the arithmetic an onlooker knows about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import numpy.typing as npt
    import polars as pl

    Integers = npt.NDArray[np.int64]
    Booleans = npt.NDArray[np.bool_]

ALL = "all"
import os
MODE = os.environ.get("MODE","A")
KEY = ("period", "municipality", "level", "service")
Key = tuple[str, str, str, str]


class Kind(StrEnum):
    """How a year's count relates to those of its periods.

    PERSONS: a person counts once in each period and once in the year, so the year lies between the
    largest period and the sum of them. ADDITIVE (heads of performers): the year is exactly the sum.
    """

    PERSONS = "persons"
    ADDITIVE = "additive"


class InconsistentError(Exception):
    """The counts of a period contradict what they are: parts do not add up, or a year holds too few."""

    def __init__(self, period: str, cell: Key) -> None:
        super().__init__(f"the counts of {period} do not add up at {'/'.join(cell[1:])}")
        self.period = period


@dataclass(frozen=True)
class Shape:
    """What one family of counts looks like in one calendar year.

    `periods` are the year's reporting periods in order ("2025Q1" … or "2025T1" …), `months` those that
    are ever published ("2025-03"); list only periods in which the family has data at all. A dimension
    with fewer than two members is no dimension: its cells are found under "all" alone.
    `not_offered` holds (level, service) pairs that cannot have anybody. `remainder` names members
    nobody steers by ("other", "unknown"): they are hidden before others. `last` names the dimensions
    in which a person counts where they were last seen: there the last period lies inside the year.
    """

    year: str
    periods: tuple[str, ...]
    municipalities: tuple[str, ...]
    levels: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    kind: Kind = Kind.PERSONS
    not_offered: frozenset[tuple[str, str]] = frozenset()
    remainder: frozenset[str] = frozenset({"other", "unknown"})
    last: frozenset[str] = frozenset({"level"})

    def axes(self) -> tuple[tuple[str, ...], ...]:
        """The members of municipality, level and service without "all"; empty where it is no dimension."""
        sizes = (self.municipalities, self.levels, self.services)
        return tuple(members if len(members) > 1 else () for members in sizes)

    def offered(self, level: str, service: str) -> bool:
        """Whether anybody can be counted here; "all" is offered where one of its parts is."""
        _, levels, services = self.axes()
        among_levels = levels if level == ALL and levels else (level,)
        among_services = services if service == ALL and services else (service,)
        return any(pair not in self.not_offered for pair in product(among_levels, among_services))

    def cells(self, period: str) -> Iterator[Key]:
        """The keys of one period's table; a month has its total only."""
        if period in self.months:
            yield (period, ALL, ALL, ALL)
            return
        for municipality, level, service in product(*((ALL, *members) for members in self.axes())):
            yield (period, municipality, level, service)

    def part_of(self, month: str) -> str | None:
        """The reporting period a month lies in, None if that is not one of this year's."""
        number = int(month[5:7])
        inside = (f"{month[:4]}Q{(number + 2) // 3}", f"{month[:4]}T{(number + 3) // 4}")
        return next((period for period in inside if period in self.periods), None)


@dataclass(frozen=True)
class Difference:
    """A count nobody publishes but everybody can subtract: sum of `plus` minus sum of `minus`, never below 0.

    `floor` is the least an onlooker may think it is when everything it is made of is shown.
    """

    plus: tuple[Key, ...]
    minus: tuple[Key, ...]
    floor: int


@dataclass(frozen=True, eq=False)
class Lattice:
    """Columns are first the cells (`keys`), then the `differences`; `values` are their true counts.

    `identities` is a matrix (identities × columns) whose product with any table an onlooker may think of
    is 0; every column is a whole number ≥ 0. `impossible` marks columns that are 0 by what is offered.
    """

    keys: tuple[Key, ...]
    differences: tuple[Difference, ...]
    values: Integers
    identities: csr_array
    impossible: Booleans

    def column(self) -> dict[Key, int]:
        """Where each cell's column is."""
        return {key: number for number, key in enumerate(self.keys)}


def build(shape: Shape, counts: pl.DataFrame, periods: Collection[str]) -> Lattice:
    """The lattice of the cells of `periods` (published or about to be), with what links them.

    `counts` has the columns of KEY and `persons`; a cell that is not there counts 0.
    Raises InconsistentError when the counts break one of the identities, naming the period.
    """
    in_play = [period for period in (shape.year, *shape.periods, *shape.months) if period in periods]
    keys = tuple(key for period in in_play for key in shape.cells(period))
    persons = _persons(counts, in_play)
    value = {key: persons.get(key, 0) for key in keys}
    sums = [identity for period in in_play for identity in _table_sums(shape, period)]
    differences: list[Difference] = []
    for whole, inside, cover in _nests(shape, in_play):
        if shape.kind is Kind.ADDITIVE and cover:
            sums.append((whole, cover))
            continue
        differences.extend(_differences(shape, whole, inside, cover, value))
    for parent, parts in sums:
        if value[parent] != sum(value[part] for part in parts):
            raise InconsistentError(parent[0], parent)
    column = {key: number for number, key in enumerate(keys)}
    rows = [[(column[parent], 1), *((column[part], -1) for part in parts)] for parent, parts in sums]
    values = list(value.values())
    for number, difference in enumerate(differences, start=len(keys)):
        amount = sum(value[key] for key in difference.plus) - sum(value[key] for key in difference.minus)
        if amount < 0 and MODE in ("B","C") and (difference.minus[0][2:] != (ALL,ALL)):
            amount = 0; difference = None; rows.append([(number,1)]); values.append(0); continue
        if amount < 0:
            raise InconsistentError(difference.minus[0][0], difference.minus[0])
        values.append(amount)
        plus = [(column[key], 1) for key in difference.plus]
        minus = [(column[key], -1) for key in difference.minus]
        rows.append([*plus, *minus, (number, -1)])
    impossible = [not shape.offered(key[2], key[3]) for key in keys] + [False] * len(differences)
    for key, absent in zip(keys, impossible, strict=False):
        if absent and value[key]:
            raise InconsistentError(key[0], key)
    return Lattice(
        keys=keys,
        differences=tuple(differences),
        values=np.array(values, dtype=np.int64),
        identities=_matrix(rows, len(values)),
        impossible=np.array(impossible, dtype=np.bool_),
    )


def _persons(counts: pl.DataFrame, periods: Collection[str]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for period, municipality, level, service, persons in counts.select(*KEY, "persons").iter_rows():
        key = (period, municipality, level, service)
        if period not in periods:
            continue
        if key in found or persons is None or persons < 0:
            raise InconsistentError(period, key)
        found[key] = int(persons)
    return found


def _table_sums(shape: Shape, period: str) -> Iterator[tuple[Key, list[Key]]]:
    """Each margin of a period's table as the sum along its first summed dimension; the rest follows."""
    if period in shape.months:
        return
    axes = shape.axes()
    for key in shape.cells(period):
        axis = next((a for a, members in enumerate(axes, start=1) if members and key[a] == ALL), None)
        if axis is not None:
            yield key, [_with(key, axis, member) for member in axes[axis - 1]]


def _with(key: Key, axis: int, member: str) -> Key:
    period, municipality, level, service = (*key[:axis], member, *key[axis + 1 :])
    return (period, municipality, level, service)


def _nests(shape: Shape, in_play: Collection[str]) -> Iterator[tuple[Key, list[Key], list[Key]]]:
    """Each whole with the parts known to lie inside it, and the parts (or none) that cover it together.

    A person's municipality is one for the whole year, so totals nest at (municipality, all, all).
    Level and service may differ between a period and its year, so elsewhere nothing is known, except
    that where a person counts as last seen, those seen in the last period count alike in the year.
    """
    months = {month: shape.part_of(month) for month in shape.months}
    total = (ALL, ALL, ALL)
    for period in shape.periods:
        own = [month for month, part in months.items() if part == period]
        seen = [(month, *total) for month in own if month in in_play]
        if period in in_play and seen:
            yield (period, *total), seen, seen if len(seen) == len(own) else []
    if shape.year not in in_play:
        return
    reporting = [period for period in shape.periods if period in in_play]
    complete = len(reporting) == len(shape.periods)
    loose = [month for month, part in months.items() if month in in_play]
    for key in shape.cells(shape.year):
        parts = [(period, *key[1:]) for period in reporting]
        nested = shape.kind is Kind.ADDITIVE or key[2:] == (ALL, ALL)
        settled = all(key[a] == ALL or KEY[a] in shape.last for a in (2, 3))
        if nested:
            extra = [(month, *total) for month in loose] if key[1:] == total else []
            yield key, [*parts, *extra] if shape.kind is Kind.PERSONS else parts, parts if complete else []
        elif settled and complete and MODE == "A":
            yield key, parts[-1:], parts
        elif MODE in ("B","C") :
            yield key, parts, parts if complete else []


def _differences(
    shape: Shape, whole: Key, inside: list[Key], cover: list[Key], value: Mapping[Key, int]
) -> Iterator[Difference]:
    if not shape.offered(whole[2], whole[3]):
        return
    if shape.kind is Kind.ADDITIVE:
        yield Difference((whole,), tuple(inside), 0)
        return
    largest = max((value[part] for part in inside), default=0)
    for part in inside:
        yield Difference((whole,), (part,), largest - value[part])
    if cover:
        # What is left over is how often people came back: one left over is one person.
        yield Difference(tuple(cover), (whole,), 0)


def _matrix(rows: list[list[tuple[int, int]]], columns: int) -> csr_array:
    row = [number for number, entries in enumerate(rows) for _ in entries]
    column = [entry[0] for entries in rows for entry in entries]
    sign = [entry[1] for entries in rows for entry in entries]
    return csr_array((np.array(sign, dtype=np.int64), (row, column)), shape=(len(rows), columns))
