"""Made-up regions for the wall's tests: persons first, counts from them, and every world one can count out.

Nothing here is shared with the wall: counting and adding up are done the slow way.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import polars as pl
from hypothesis import strategies as st
from scipy import optimize

from dashboard.counting.cells import ALL
from dashboard.wall.lattice import Kind, Shape

Cell = tuple[str, str, str, str]
COLUMNS = ["period", "first", "second", "third"]


@dataclass(frozen=True)
class Person:
    """Somebody: where they live, and in which of the year's reporting periods they came, to what."""

    municipality: str
    visits: tuple[tuple[str, str] | None, ...]  # (level, service) of each reporting period


def frame(counts: dict[Cell, int]) -> pl.DataFrame:
    """Counts as the wall takes them."""
    schema = dict.fromkeys(COLUMNS, pl.String) | {"persons": pl.Int64}
    return pl.DataFrame([(*cell, n) for cell, n in counts.items()], schema=schema, orient="row")


def count(shape: Shape, people: Iterable[Person]) -> pl.DataFrame:
    """Each person once per period and once in the year: at the last level, in its service most used."""
    counts: Counter[Cell] = Counter()
    dropped = [len(members) < 2 for members in (shape.first, shape.second, shape.third)]
    for person in people:
        came = [visit for visit in person.visits if visit]
        at: list[tuple[str, tuple[str, str]]] = [
            (period, visit) for period, visit in zip(shape.periods, person.visits, strict=True) if visit
        ]
        if came:
            services = [service for level, service in came if level == came[-1][0]]
            at.append((shape.year, (came[-1][0], max(sorted(services), key=services.count))))
        for period, (level, service) in at:
            own = (person.municipality, level, service)
            for summed in product((False, True), repeat=3):
                if all(s or not d for s, d in zip(summed, dropped, strict=True)):
                    a, b, c = (ALL if s else member for s, member in zip(summed, own, strict=True))
                    counts[period, a, b, c] += 1
    return frame(counts)


def people(shape: Shape, most: int) -> st.SearchStrategy[list[Person]]:
    """Up to so many persons, who may do anything."""
    visit = st.none() | st.tuples(
        st.sampled_from(shape.second or (ALL,)), st.sampled_from(shape.third or (ALL,))
    ).filter(lambda pair: pair not in shape.not_offered)
    one = st.builds(Person, st.sampled_from(shape.first), st.tuples(*(visit for _ in shape.periods)))
    return st.lists(one, max_size=most)


def with_numbers(decided: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    """What is published: the decided cells with their numbers where shown."""
    joined = decided.join(counts, on=COLUMNS, how="left")
    return joined.with_columns(persons=pl.when("shown").then(pl.col("persons").fill_null(0)))


def numbers(counts: pl.DataFrame) -> dict[Cell, int]:
    """Counts by cell."""
    return {(a, b, c, d): n for a, b, c, d, n in counts.select(*COLUMNS, "persons").iter_rows()}


def fates(published: pl.DataFrame) -> dict[Cell, bool]:
    """Whether each cell is shown."""
    return {(a, b, c, d): shown for a, b, c, d, shown in published.select(*COLUMNS, "shown").iter_rows()}


class Worlds:
    """Every table of at most `most` in a leaf that agrees with what is published, counted out one by one."""

    def __init__(self, shape: Shape, published: pl.DataFrame, most: int) -> None:
        self.periods = published["period"].unique().to_list()
        axes = (shape.first, shape.second or (ALL,), shape.third or (ALL,))
        self.leaves = [
            (period, *cell) for period in self.periods for cell in product(*axes) if cell[1:] not in shape.not_offered
        ]
        grid = np.meshgrid(*(np.arange(most + 1, dtype=np.int8) for _ in self.leaves), indexing="ij")
        tables = np.stack([axis.ravel() for axis in grid])
        for *cell, shown, persons in published.select(*COLUMNS, "shown", "persons").iter_rows():
            if shown:
                tables = tables[:, self._sum(tables, cell) == persons]
        if shape.year in self.periods:
            parts = [period for period in shape.periods if period in self.periods]
            for place in (*shape.first, ALL):
                year = self._sum(tables, (shape.year, place, ALL, ALL))
                each = [self._sum(tables, (part, place, ALL, ALL)) for part in parts]
                if shape.kind is Kind.ADDITIVE:
                    fits = sum(each) == year
                else:
                    fits = np.logical_and.reduce([year >= part for part in each]) & (sum(each) >= year)
                tables = tables[:, fits]
        self.tables = tables

    def _sum(self, tables: np.ndarray, cell: Sequence[str]) -> np.ndarray:
        inside = [
            leaf[0] == cell[0] and all(w in (ALL, m) for w, m in zip(cell[1:], leaf[1:], strict=True))
            for leaf in self.leaves
        ]
        return tables[inside].sum(axis=0, dtype=np.int64)

    def range(self, plus: Sequence[str], minus: Sequence[str] | None = None) -> tuple[int, int]:
        """The smallest and the largest count of a cell (less another) in any world."""
        found = self._sum(self.tables, plus)
        if minus:
            found = found - self._sum(self.tables, minus)
        return int(found.min()), int(found.max())


def given_away(published: pl.DataFrame, counts: pl.DataFrame, shape: Shape, k: int, staying: bool = False) -> set[Cell]:
    """The hidden cells under k that linear programs over the leaves leave fewer than k + 1 values, or prove small.

    `staying`: with readers who take it that people keep to their cell all year.
    """
    true, shown = numbers(counts), fates(published)
    axes = (shape.first, shape.second or (ALL,), shape.third or (ALL,))
    periods = list(dict.fromkeys(cell[0] for cell in shown))
    leaves = [(period, *leaf) for period in periods for leaf in product(*axes) if leaf[1:] not in shape.not_offered]

    def row(cell: Cell) -> np.ndarray:
        pairs = [zip(cell, leaf, strict=True) for leaf in leaves]
        return np.array([float(all(mine in (ALL, own) for mine, own in pair)) for pair in pairs])

    rows = [(row(cell), true.get(cell, 0), true.get(cell, 0)) for cell, is_shown in shown.items() if is_shown]
    rows += [(row(cell), 1, np.inf) for cell, is_shown in shown.items() if not is_shown and "unknown" in cell]
    quarters = [period for period in shape.periods if period in periods]
    if shape.year in periods:
        for a, b, c in product(*((*members, ALL) for members in axes)):
            year = row((shape.year, a, b, c))
            settled = (b, c) == (ALL, ALL)
            for quarter in quarters:
                if settled or staying or (c == ALL and quarter == shape.periods[-1]):
                    rows.append((year - row((quarter, a, b, c)), 0, np.inf))
            if settled or c == ALL:
                rows.append((sum(row((quarter, a, b, c)) for quarter in quarters) - year, 0, np.inf))
    limits = optimize.LinearConstraint(*map(np.array, zip(*rows, strict=True)))
    fallen = set()
    for cell, is_shown in shown.items():
        if not is_shown and true.get(cell, 0) < k and row(cell).any():
            ends = [
                sign * optimize.milp(sign * row(cell), constraints=limits, bounds=optimize.Bounds(0, 1000)).fun
                for sign in (1, -1)
            ]
            if ends[1] < k - 1e-6 or ends[1] - ends[0] < k - 1e-6:
                fallen.add(cell)
    return fallen
