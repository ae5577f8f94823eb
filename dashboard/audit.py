"""Owns the attack on what was published: whoever reads every page and is good at sums, what do they learn?

Written apart from the suppression on purpose. It thinks only in leaves (one municipality, one level, one
service, one period): everything published is a sum of leaves, so a table an onlooker may believe in is a
whole-number choice of leaves that gives every number on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from dashboard.integer_program import Deadline, minimise
from dashboard.lattice import ALL, KEY, Key, Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    import polars as pl

    Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Fact:
    """Something else that is said aloud: that the counts of `cells` sum to `total`."""

    cells: tuple[Key, ...]
    total: int


@dataclass(frozen=True)
class Breach:
    """A count of 1 to k − 1 (or a hidden 0) that an onlooker can narrow to `low`–`high` persons.

    `minus` is empty for a cell; otherwise the count is that of `cell` less those of `minus`.
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
    """No table at all agrees with what is published: some number in it is wrong."""


def audit(
    published: pl.DataFrame,
    truth: pl.DataFrame,
    shape: Shape,
    *,
    k: int,
    seconds: float,
    facts: Sequence[Fact] = (),
) -> list[Breach]:
    """Every hidden small count of `shape.year` that what is `published` gives away.

    `published` has the columns of KEY, `shown` and `persons` (null where not shown). `truth` has KEY and
    `persons`; it only tells which hidden counts are small, the attack itself never sees it. A cell is
    given away when an onlooker can rule out 0 or everything from `k` up; a difference of two periods when
    fewer than `k` steps remain. Raises ContradictionError, and OutOfTimeError after `seconds`.
    """
    return _Onlooker(published, shape, facts, k, Deadline.after(seconds)).breaches(truth)


class _Onlooker:
    def __init__(
        self, published: pl.DataFrame, shape: Shape, facts: Sequence[Fact], k: int, deadline: Deadline
    ) -> None:
        self.shape, self.k, self.deadline = shape, k, deadline
        mine = (shape.year, *shape.periods, *shape.months)
        self.screen: dict[Key, int | None] = {
            (period, municipality, level, service): persons if shown else None
            for period, municipality, level, service, shown, persons in published.select(
                *KEY, "shown", "persons"
            ).iter_rows()
            if period in mine
        }
        self.periods = [period for period in mine if any(key[0] == period for key in self.screen)]
        self.leaves: dict[Key, int] = {}
        for period in self.periods:
            for leaf in self._leaves_of(period):
                self.leaves[leaf] = len(self.leaves)
        self.orders = list(self._orders())
        rows: list[Integers] = []
        low: list[float] = []
        high: list[float] = []
        for key, persons in self.screen.items():
            if persons is not None:
                rows.append(self.sum_of([key]))
                low.append(persons)
                high.append(persons)
        for fact in facts:
            rows.append(self.sum_of(fact.cells))
            low.append(fact.total)
            high.append(fact.total)
        for more, less, exact in self.orders:
            rows.append(self.sum_of(more) - self.sum_of(less))
            low.append(0)
            high.append(0 if exact else np.inf)
        self.rows = np.array(rows).reshape(len(rows), len(self.leaves))
        self.bounds = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)

    def _leaves_of(self, period: str) -> Iterable[Key]:
        if period in self.shape.months:
            return [(period, ALL, ALL, ALL)]
        places, levels, services = (members or (ALL,) for members in self.shape.axes())
        return [
            (period, place, level, service)
            for place, level, service in product(places, levels, services)
            if (level, service) not in self.shape.not_offered
        ]

    def sum_of(self, keys: Iterable[Key]) -> Integers:
        """The leaves (one entry each) that the cells of `keys` count together."""
        row = np.zeros(len(self.leaves), dtype=np.int64)
        for key in keys:
            for leaf, number in self.leaves.items():
                if all(wanted in (ALL, had) for wanted, had in zip(key[1:], leaf[1:], strict=True)):
                    row[number] += leaf[0] == key[0]
        return row

    def _orders(self) -> Iterable[tuple[list[Key], list[Key], bool]]:
        """(more, less, exact): in every possible world `more` counts at least as many as `less`."""
        shape, seen = self.shape, self.periods
        reporting = [period for period in shape.periods if period in seen]
        whole_year = len(reporting) == len(shape.periods)
        exact = shape.kind is Kind.ADDITIVE
        everywhere = (ALL, ALL, ALL)
        for period in reporting:
            inside = [month for month in shape.months if shape.part_of(month) == period]
            now = [month for month in inside if month in seen]
            yield from self._within(period, now, everywhere, now == inside, exact)
        if shape.year not in seen:
            return
        if not exact:
            for month in shape.months:
                if month in seen:
                    yield [(shape.year, *everywhere)], [(month, *everywhere)], False
        for key in shape.cells(shape.year):
            if exact or key[2:] == (ALL, ALL):
                yield from self._within(shape.year, reporting, key[1:], whole_year, exact)
            elif whole_year and {
                name for name, member in zip(KEY[2:], key[2:], strict=True) if member != ALL
            } <= set(shape.last):
                yield [key], [(reporting[-1], *key[1:])], False
                yield [(period, *key[1:]) for period in reporting], [key], False

    def _within(
        self, whole: str, parts: list[str], place: tuple[str, ...], complete: bool, exact: bool
    ) -> Iterable[tuple[list[Key], list[Key], bool]]:
        municipality, level, service = place
        above: list[Key] = [(whole, municipality, level, service)]
        below: list[Key] = [(part, municipality, level, service) for part in parts]
        if exact:
            yield above, below, complete
            return
        for part in below:
            yield above, [part], False
        if complete and below:
            yield below, above, False

    def breaches(self, truth: pl.DataFrame) -> list[Breach]:
        found = {tuple(row[:4]): row[4] for row in truth.select(*KEY, "persons").iter_rows()}
        count = lambda keys: sum(found.get(key, 0) for key in keys)
        cells = [key for key, p in self.screen.items() if count([key]) < self.k and self.sum_of([key]).any()]
        self.tables = [self._table()]
        result = []
        rows = {key: self.sum_of([key]) for key in cells}
        lows = dict(rows); highs = dict(rows)
        self._sweep(lows, highs)
        todo = sorted({**lows, **highs}) if False else [key for key in rows if key in lows or key in highs]
        for key in cells:
            if key in todo:
                low, high = self._range(rows[key], self.k)
                if low > 0 or high < self.k:
                    result.append(Breach((key,), (), low, high))
        for more, less, exact in self.orders:
            difference = count(more) - count(less)
            if not exact and 0 < difference < self.k:
                row = self.sum_of(more) - self.sum_of(less)
                low, high = self._range(row, None)
                if high - low < self.k:
                    result.append(Breach(tuple(more), tuple(less), low, high))
        return result

    def _sweep(self, lows, highs):
        n = 0
        for pending, sign in ((lows, 1), (highs, -1)):
            failed = {}
            while pending:
                table = self.tables[-1]
                for t in (table,):
                    for key, row in list(lows.items()):
                        if row @ t == 0:
                            del lows[key]
                    for key, row in list(highs.items()):
                        if row @ t >= self.k:
                            del highs[key]
                if not pending:
                    break
                key, row = next(iter(pending.items()))
                bounds = (-np.inf, 0) if sign > 0 else (self.k, np.inf)
                t = self._table(row, bounds, cost=sign * np.sum(list(pending.values()), axis=0))
                n += 1
                if t is None:
                    failed[key] = pending.pop(key)
                else:
                    self.tables.append(t)
            pending.update(failed)
        self.n = n

    def _table(self, row=None, bounds=None, cost=None):
        A, (lo, hi) = self.rows, self.bounds
        if row is not None:
            A = np.vstack([A, row]); lo = np.append(lo, bounds[0]); hi = np.append(hi, bounds[1])
        n = len(self.leaves)
        c = np.zeros(n) if cost is None else cost.astype(float)
        if row is None:
            t = minimise(c, csr_array(A), (lo, hi), (np.zeros(n), np.full(n, np.inf)), self.deadline)
            if t is None:
                raise ContradictionError
            return t
        return minimise(c, csr_array(A), (lo, hi), (np.zeros(n), np.full(n, 1000.0)), self.deadline, gap=0.5)

    def _range(self, row, cap):
        n = len(self.leaves)
        lo, hi = self.bounds
        b = (np.zeros(n), np.full(n, np.inf))
        t = minimise(row.astype(float), csr_array(self.rows), (lo, hi), b, self.deadline)
        low = int(row @ t)
        A = csr_array(np.vstack([self.rows, row]))
        t = minimise(-row.astype(float), A, (np.append(lo, -np.inf), np.append(hi, low + self.k)), b, self.deadline)
        return low, int(row @ t)
