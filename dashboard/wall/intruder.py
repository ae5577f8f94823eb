"""Owns the attack on what was published: whoever reads every page and is good at sums, what do they learn?

Written apart from the suppression on purpose. It thinks only in leaves (one member of each dimension, one
period): all that is published is sums of leaves, so a world an onlooker may believe in is a
whole-number choice of leaves that gives every number on the screen.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import polars as pl
from scipy.sparse import csc_array, csr_array, vstack

from dashboard.counting.cells import ALL
from dashboard.wall.lattice import KEY, TOTAL, Booleans, Integers, Key, Kind, Shape
from dashboard.wall.solver import Deadline, Floats, Program

NOTHING = 1e-4  # what the solver's fractions may add up to


@dataclass(frozen=True)
class Fact:
    """Something else that is said aloud: the counts of `cells`, less those of `minus`, come to `total`."""

    cells: tuple[Key, ...]
    total: int
    minus: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Breach:
    """A small count that an onlooker can narrow to between `low` and `high` persons, both possible.

    The count of `cells` less `minus`: one cell and nothing, or a difference nobody publishes. `high` is
    not followed further than k above `low`.
    """

    cells: tuple[Key, ...]
    minus: tuple[Key, ...]
    low: int
    high: int

    @property
    def period(self) -> str:
        """The period to name: that of the first cell."""
        return self.cells[0][0]


class ContradictionError(Exception):
    """No world at all agrees with what is published: some number in it is wrong."""


def audit(
    published: pl.DataFrame, truth: pl.DataFrame, shape: Shape, *, k: int, seconds: float, facts: Sequence[Fact] = ()
) -> list[Breach]:
    """Every small count of `shape.year` that what is `published` gives away, none when it is safe.

    `published`: KEY, `shown` and `persons` (null where not shown). `truth`: KEY and `persons`; it says
    which counts are small, and which of a reader's guesses are not absurd; the numbers themselves the
    attack never sees. `facts`: what is said besides.

    A cell under `k` is given away when it is shown, or when 0 or everything from `k` up can be ruled out;
    a difference that nobody publishes, of 1 to k − 1, when fewer than `k` steps are left. The verdict is
    in whole numbers; only of what readers guess (`Shape.staying`) it is in fractions.
    Raises ContradictionError, and UnsolvedError after `seconds`.
    """
    deadline = Deadline.after(seconds)
    certain = _Onlooker(published, truth, replace(shape, staying=False), k, facts, deadline)
    found = [*certain.cells(), *certain.differences()]
    if shape.staying:
        guessing = _Onlooker(published, truth, shape, k, facts, deadline)
        known = {(breach.cells, breach.minus) for breach in found}
        found += [breach for breach in guessing.cells() if (breach.cells, breach.minus) not in known]
    return found


@dataclass(frozen=True)
class _Order:
    """In every world `more` counts at least as many as `less`, or exactly as many. `sure`: it is no guess."""

    more: tuple[Key, ...]
    less: tuple[Key, ...]
    exactly: bool = False
    sure: bool = True


class _Onlooker:
    """What is on the screen, and every world that agrees with it. `rows`: facts × leaves."""

    def __init__(
        self,
        published: pl.DataFrame,
        truth: pl.DataFrame,
        shape: Shape,
        k: int,
        facts: Sequence[Fact],
        deadline: Deadline,
    ) -> None:
        self.shape, self.k, self.deadline = shape, k, deadline
        every = (shape.year, *shape.periods, *shape.months)
        self.screen = {
            _key(row): row[5] if row[4] else None
            for row in published.select(*KEY, "shown", "persons").iter_rows()
            if row[0] in every
        }
        self.true = {_key(row): int(row[4]) for row in truth.select(*KEY, "persons").iter_rows()}
        printed = {key[0] for key in self.screen}
        self.periods = [period for period in every if period in printed]
        self.leaves = [leaf for period in self.periods for leaf in self._inside(period)]
        self.labels = [np.array(label) for label in zip(*self.leaves, strict=True)]
        self.orders = [order for order in self._orders() if order.sure or self._holds(order)]
        numbers = [(self._row([key]), persons, persons) for key, persons in self.screen.items() if persons is not None]
        numbers += [(self._row(fact.cells, fact.minus), fact.total, fact.total) for fact in facts]
        numbers += [(self._row(o.more, o.less), 0, 0 if o.exactly else np.inf) for o in self.orders]
        self.rows = csr_array(np.array([row for row, _, _ in numbers]).reshape(len(numbers), len(self.leaves)))
        self.low: Floats = np.array([low for _, low, _ in numbers], dtype=np.float64)
        self.high: Floats = np.array([high for _, _, high in numbers], dtype=np.float64)
        # Nobody believes in more persons than this, and nothing below is decided by it.
        self.most = 100.0 * k + max((number or 0 for number in self.screen.values()), default=0)

    def _inside(self, period: str) -> Iterator[Key]:
        if period in self.shape.months:
            yield (period, *TOTAL)
            return
        for first, second, third in product(*(members or (ALL,) for members in self.shape.axes())):
            if (second, third) not in self.shape.not_offered:
                yield (period, first, second, third)

    def _row(self, cells: Iterable[Key], minus: Iterable[Key] = ()) -> Integers:
        """How many times each leaf counts in the sum of `cells` less `minus`."""
        row = np.zeros(len(self.leaves), dtype=np.int64)
        for sign, keys in ((1, cells), (-1, minus)):
            for period, *members in keys:
                among: Booleans = self.labels[0] == period
                for label, member in zip(self.labels[1:], members, strict=True):
                    among = among & ((label == member) | (member == ALL))
                row += sign * among
        return row

    def _count(self, cells: Iterable[Key], minus: Iterable[Key] = ()) -> int:
        return sum(self.true.get(key, 0) for key in cells) - sum(self.true.get(key, 0) for key in minus)

    def _holds(self, order: _Order) -> bool:
        return self._count(order.more, order.less) >= 0

    def _orders(self) -> Iterator[_Order]:
        """What everybody knows of persons counted in a period and in a longer one."""
        shape = self.shape
        reporting = [period for period in shape.periods if period in self.periods]
        for period in reporting:
            months = [month for month in shape.months if shape.part_of(month) == period]
            yield from self._spans((period, *TOTAL), months, months)
        if shape.year not in self.periods:
            return
        for key in shape.cells(shape.year):
            if shape.kind is Kind.ADDITIVE:
                yield from self._spans(key, shape.periods, shape.periods)
            elif key[1:] == TOTAL:
                yield from self._spans(key, (*shape.periods, *shape.months), shape.periods)
            elif key[2:] == (ALL, ALL):
                yield from self._spans(key, shape.periods, shape.periods)
            elif len(reporting) == len(shape.periods) and shape.stays_put(key):
                yield from self._spans(key, shape.periods[-1:], shape.periods)
                if shape.staying:
                    yield from self._spans(key, shape.periods, (), sure=False)
            elif shape.staying:
                yield from self._spans(key, shape.periods, shape.periods, sure=False)

    def _spans(self, whole: Key, inside: Sequence[str], cover: Sequence[str], sure: bool = True) -> Iterator[_Order]:
        """A whole with the periods inside it, and those that leave nobody out."""
        complete = bool(cover) and all(period in self.periods for period in cover)
        parts = tuple((period, *whole[1:]) for period in cover if period in self.periods)
        if self.shape.kind is Kind.ADDITIVE:
            yield _Order((whole,), parts, exactly=complete)
            return
        for period in inside:
            if period in self.periods:
                yield _Order((whole,), ((period, *whole[1:]),), sure=sure)
        if complete:
            yield _Order(parts, (whole,), sure=sure)

    def cells(self) -> Iterator[Breach]:
        """Try every cell under k."""
        for key, persons in self.screen.items():
            if persons is not None and persons < self.k:
                yield Breach((key,), (), persons, persons)
        if self._world() is None:
            raise ContradictionError
        hidden = [key for key, persons in self.screen.items() if persons is None]
        small = {key: row for key in hidden if self._count([key]) < self.k and (row := self._row([key])).any()}
        for key in self._unbelievable(small):
            low, high = self._range(small[key])
            yield Breach((key,), (), low, high)

    def differences(self) -> Iterator[Breach]:
        """Try every count of 1 to k − 1 that nobody publishes but everybody can subtract."""
        unlisted = [
            _Order((key,), ())
            for period in self.periods
            for key in self.shape.cells(period)
            if not self.shape.listed(key)
        ]
        for order in (*unlisted, *self.orders):
            if not order.exactly and 0 < self._count(order.more, order.less) < self.k:
                low, high = self._range(self._row(order.more, order.less))
                if high - low < self.k:
                    yield Breach(order.more, order.less, low, high)

    def _unbelievable(self, cells: dict[Key, Integers]) -> list[Key]:
        """The cells of which no world has 0, or none has k or more."""
        every = np.array(list(cells.values())).reshape(len(cells), len(self.leaves))
        beyond = np.zeros(len(cells), dtype=np.bool_)
        open_low, open_high = ~beyond, ~beyond
        for low in (True, False):
            pending = open_low if low else open_high
            while pending.any():
                one = int(np.argmax(pending))
                bounds = (-np.inf, 0.0) if low else (float(self.k), np.inf)
                wish = every[pending].sum(axis=0) * (1.0 if low else -1.0)
                world = self._world(every[one], bounds, wish)
                if world is None:
                    beyond[one], pending[one] = True, False
                    continue
                open_low &= every @ world > NOTHING
                open_high &= every @ world < self.k - NOTHING
        return [key for key, lost in zip(cells, beyond, strict=True) if lost]

    def _range(self, row: Integers) -> tuple[int, int]:
        """The smallest and the largest (as far as k above the smallest) that any world has for a sum of leaves."""
        fractions = len(self.leaves) if self.shape.staying else 0
        least = self._program().cheapest(row.astype(np.float64), self.deadline, fractions=fractions)
        if least is None:
            raise ContradictionError
        low = math.ceil(row @ least - NOTHING)
        program = self._program(row, (-np.inf, float(low + self.k)))
        most = program.cheapest(-row.astype(np.float64), self.deadline, fractions=fractions)
        return low, low if most is None else math.floor(row @ most + NOTHING)

    def _world(
        self, row: Integers | None = None, bounds: tuple[float, float] = (0, 0), wish: Floats | None = None
    ) -> Floats | None:
        """A world in which a sum of leaves is within bounds, None if nobody can believe in one."""
        program = self._program(row, bounds)
        wish = np.zeros(len(self.leaves)) if wish is None else wish
        return program.some(wish, self.deadline, whole=not self.shape.staying)

    def _program(self, row: Integers | None = None, bounds: tuple[float, float] = (0, 0)) -> Program:
        within = (np.zeros(len(self.leaves)), np.full(len(self.leaves), self.most))
        if row is None:
            return Program(csc_array(self.rows), (self.low, self.high), within)
        rows = vstack([self.rows, csr_array(row.reshape(1, -1))], format="csc")
        return Program(rows, (np.append(self.low, bounds[0]), np.append(self.high, bounds[1])), within)


def _key(row: Sequence[str]) -> Key:
    return (row[0], row[1], row[2], row[3])
