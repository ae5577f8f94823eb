"""Owns the lattice: a year's cells of counted persons, and all the arithmetic an onlooker knows about them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.sparse import csc_array

from dashboard.counting.cells import ALL
from dashboard.wall.shape import KEY, TOTAL, Key, Kind, Shape

__all__ = [
    "KEY",
    "TOTAL",
    "Booleans",
    "Difference",
    "InconsistentError",
    "Integers",
    "Key",
    "Kind",
    "Lattice",
    "Shape",
    "build",
]

Integers: TypeAlias = npt.NDArray[np.int64]
Booleans: TypeAlias = npt.NDArray[np.bool_]


class InconsistentError(Exception):
    """The counts of `period` contradict what they are: parts do not add up, or a year holds too few."""

    def __init__(self, cell: Key, why: str = "the counts do not add up") -> None:
        super().__init__(f"{cell[0]}: {why} at {'/'.join(cell[1:])}")
        self.period = cell[0]


@dataclass(frozen=True)
class Difference:
    """A count nobody publishes but everybody can subtract: `plus` less `minus`, never below 0.

    `floor` is the least an onlooker may think it is when all it is made of is shown.
    """

    plus: tuple[Key, ...]
    minus: tuple[Key, ...]
    floor: int = 0


@dataclass(frozen=True, eq=False)
class Lattice:
    """Columns are first the cells (`keys`), then the `differences`; `values` holds their true counts.

    `identities` is a matrix (identities × columns) whose product with any table an onlooker may think of
    is 0; every entry of such a table is a whole number ≥ 0, and 0 in columns that are `impossible`.
    `guesses` (guesses × columns) has a product ≥ 0 with those an onlooker thinks likely (`Shape.staying`).
    """

    keys: tuple[Key, ...]
    differences: tuple[Difference, ...]
    values: Integers
    identities: csc_array
    guesses: csc_array
    impossible: Booleans


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
    guesses: list[Difference] = []
    nests = list(_nests(shape, in_play))
    if any(nest.complete and _overflows(shape, nest, value) for nest in nests):
        # People were counted in the year before the first of these periods: together they leave somebody out.
        nests = list(_nests(shape, in_play, whole=False))
    for nest in nests:
        if shape.kind is Kind.ADDITIVE and nest.complete:
            sums.append((nest.whole, nest.parts))
        else:
            (differences if nest.certain else guesses).extend(_differences(shape, nest, value))
    for parent, parts in sums:
        if value[parent] != sum(value[part] for part in parts):
            raise InconsistentError(parent)
    impossible = [not shape.offered(key[2], key[3]) or key[:2] in shape.absent for key in keys]
    for key, nobody in zip(keys, impossible, strict=True):
        if nobody and value[key]:
            raise InconsistentError(key, "somebody is counted where nothing is offered")
    column = {key: number for number, key in enumerate(keys)}
    rows = [[(column[parent], 1), *((column[part], -1) for part in parts)] for parent, parts in sums]
    values = list(value.values())
    for number, difference in enumerate(differences, start=len(keys)):
        values.append(_amount(difference, value))
        rows.append([*_signs(difference, column), (number, -1)])
    return Lattice(
        keys=keys,
        differences=tuple(differences),
        values=np.array(values, dtype=np.int64),
        identities=_matrix(rows, len(values)),
        guesses=_matrix([_signs(guess, column) for guess in guesses], len(values)),
        impossible=np.array(impossible + [False] * len(differences), dtype=np.bool_),
    )


def _persons(counts: pl.DataFrame, periods: Collection[str]) -> dict[Key, int]:
    counted: dict[Key, int] = {}
    for period, first, second, third, persons in counts.select(*KEY, "persons").iter_rows():
        key = (period, first, second, third)
        if period not in periods:
            continue
        if key in counted or persons is None or persons < 0:
            raise InconsistentError(key, "there is not one count of persons")
        counted[key] = int(persons)
    return counted


def _table_sums(shape: Shape, period: str) -> Iterator[tuple[Key, Sequence[Key]]]:
    """Each margin of a period's table as the sum along its first summed dimension; the rest follows."""
    if period in shape.months:
        return
    axes = shape.axes()
    for key in shape.cells(period):
        if key[1] == shape.apart:
            continue
        axis = next((a for a, members in enumerate(axes, start=1) if members and key[a] == ALL), None)
        if axis is not None:
            yield key, [_with(key, axis, member) for member in axes[axis - 1]]


def _with(key: Key, axis: int, member: str) -> Key:
    parts = [*key[:axis], member, *key[axis + 1 :]]
    return (parts[0], parts[1], parts[2], parts[3])


@dataclass(frozen=True)
class _Nest:
    """`inside` lie within `whole` each; `parts` make it up together if `complete`."""

    whole: Key
    inside: Sequence[Key]
    parts: Sequence[Key]
    complete: bool
    certain: bool = True


def _overflows(shape: Shape, nest: _Nest, value: Mapping[Key, int]) -> bool:
    over = value[nest.whole] - sum(value[part] for part in nest.parts)
    return nest.whole[0] == shape.year and nest.certain and (over != 0 if shape.kind is Kind.ADDITIVE else over > 0)


def _nests(shape: Shape, in_play: Collection[str], whole: bool = True) -> Iterator[_Nest]:
    """What is known of wholes and parts. `whole`: the shape's periods are all that the year is made of.

    A person's first dimension is one for the whole year, so totals nest at (first, all, all). The second
    and third may differ between a period and its year. But who counts as last seen and was seen in the
    last period counts alike in the year, and elsewhere readers may guess that it holds (`Shape.staying`).
    """
    for period in shape.periods:
        own = [month for month in shape.months if shape.part_of(month) == period]
        seen = [(month, *TOTAL) for month in own if month in in_play]
        if period in in_play and seen:
            yield _Nest((period, *TOTAL), seen, seen, complete=len(seen) == len(own))
    if shape.year not in in_play:
        return
    reporting = [period for period in shape.periods if period in in_play]
    complete = whole and bool(reporting) and len(reporting) == len(shape.periods)
    months = [(month, *TOTAL) for month in shape.months if month in in_play]
    for key in shape.cells(shape.year):
        parts = [(period, *key[1:]) for period in reporting]
        if not shape.offered(key[2], key[3]):
            continue
        if shape.kind is Kind.ADDITIVE:
            yield _Nest(key, [], parts, complete)
        elif key[2:] == (ALL, ALL):
            yield _Nest(key, [*parts, *months] if key[1:] == TOTAL else parts, parts, complete)
        elif shape.stays_put(key) and reporting and reporting[-1] == shape.periods[-1]:
            yield _Nest(key, parts[-1:], parts, complete)
            if shape.staying:
                yield _Nest(key, parts[:-1], [], complete=False, certain=False)
        elif shape.staying:
            yield _Nest(key, parts, parts, complete, certain=False)


def _differences(shape: Shape, nest: _Nest, value: Mapping[Key, int]) -> Iterator[Difference]:
    differences = []
    if shape.kind is Kind.ADDITIVE and nest.parts:
        differences.append(Difference((nest.whole,), tuple(nest.parts)))
    largest = max((value[part] for part in nest.inside), default=0)
    for part in nest.inside:
        differences.append(Difference((nest.whole,), (part,), largest - value[part]))
    if nest.complete and shape.kind is Kind.PERSONS:
        # What is left over is how often people came back in another period: one left over is one person.
        differences.append(Difference(tuple(nest.parts), (nest.whole,)))
    for difference in differences:
        if _amount(difference, value) >= 0:
            yield difference
        elif nest.certain:
            raise InconsistentError(difference.minus[0], "a part is larger than its whole")


def _amount(difference: Difference, value: Mapping[Key, int]) -> int:
    return sum(value[key] for key in difference.plus) - sum(value[key] for key in difference.minus)


def _signs(difference: Difference, column: Mapping[Key, int]) -> list[tuple[int, int]]:
    plus = [(column[key], 1) for key in difference.plus]
    return [*plus, *((column[key], -1) for key in difference.minus)]


def _matrix(rows: Sequence[Sequence[tuple[int, int]]], columns: int) -> csc_array:
    row = [number for number, entries in enumerate(rows) for _ in entries]
    column = [entry[0] for entries in rows for entry in entries]
    sign = [entry[1] for entries in rows for entry in entries]
    return csc_array((np.array(sign, dtype=np.int64), (row, column)), shape=(len(rows), columns))
