"""Owns the worlds a reader may believe in: whole numbers of people in every leaf, that give what is on the screen."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy import optimize
from scipy.sparse import csr_array, vstack

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.indicator import Family, Indicator, Measure, Placed
from dashboard.counting.indicators import BY_KEY
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

Cell: TypeAlias = tuple[str, ...]
Named: TypeAlias = tuple[str, str, Cell]  # family, period, cell
Floats: TypeAlias = npt.NDArray[np.float64]
NOTHING = 1e-5
MOST = 5000.0  # nobody believes in more people in one leaf than this
REGION: Cell = tuple(ALL for _ in CELL)


class Seen(Protocol):
    """What the attack reads: see `intruder.Screen`."""

    @property
    def family(self) -> str: ...

    @property
    def period(self) -> str: ...

    @property
    def frame(self) -> pl.DataFrame: ...

    @property
    def absent(self) -> frozenset[str]: ...


@dataclass(eq=False)
class Sums:
    """What is said: sums of leaves and what they lie between. `shown` and `hidden`: cells of persons."""

    leaves: list[Named]
    at: dict[tuple[str, str], list[int]]
    shown: dict[Named, int] = field(default_factory=dict)
    hidden: set[Named] = field(default_factory=set)
    rows: list[Mapping[int, int]] = field(default_factory=list)
    bounds: list[tuple[float, float]] = field(default_factory=list)
    orders: list[tuple[Named, ...]] = field(default_factory=list)

    def inside(self, cell: Named) -> list[int]:
        """The leaves that a cell is the sum of. People from elsewhere are in no other cell than their own."""
        family, period, members = cell
        apart = members[0] == ELSEWHERE
        return [
            at
            for at in self.at.get((family, period), ())
            if (self.leaves[at][2][0] == ELSEWHERE) == apart
            and all(asked in (ALL, own) for asked, own in zip(members, self.leaves[at][2], strict=True))
        ]

    def add(self, plus: Collection[Named], minus: Collection[Named], low: float, high: float) -> None:
        """The counts of some cells less those of others lie between two numbers."""
        row: dict[int, int] = {}
        for sign, cells in ((1, plus), (-1, minus)):
            for cell in cells:
                for at in self.inside(cell):
                    row[at] = row.get(at, 0) + sign
        self.rows.append({at: sign for at, sign in row.items() if sign})
        self.bounds.append((low, high))

    def between(self, cell: Named, low: float, high: float) -> None:
        """A cell's count lies between two numbers."""
        self.add([cell], [], low, high)

    def share(self, cell: Named, indicator: Indicator, value: float, base: float) -> None:
        """Some outcomes' persons are a whole per cent of so many."""
        family, period, members = cell
        at = CELL.index("outcome")

        def of(outcome: str) -> Named:
            return family, period, (*members[:at], outcome, *members[at + 1 :])

        self.add([of(each) for each in indicator.among or (ALL,)], [], base, base)
        low, high = math.ceil((value - 0.005) * base - 1e-6), math.floor((value + 0.005) * base + 1e-6)
        self.add([of(each) for each in indicator.outcome], [], low, high)

    def order(self, more: Sequence[Named], less: Sequence[Named], exactly: bool = False) -> None:
        """In every world the first count at least as many as the second, or exactly as many."""
        self.add(more, less, 0, 0 if exactly else math.inf)
        if not exactly:
            self.orders.append((*more, ("", "", ()), *less))

    def differences(self, k: int) -> Iterator[tuple[Named, int]]:
        """What anybody can subtract from what is shown: 1 to k − 1 persons."""
        for order in self.orders:
            split = order.index(("", "", ()))
            more, less = order[:split], order[split + 1 :]
            if all(cell in self.shown for cell in (*more, *less)):
                left = sum(self.shown[cell] for cell in more) - sum(self.shown[cell] for cell in less)
                if 0 < left < k:
                    yield more[0], left


def sums_of(
    families: Sequence[Family], screens: Collection[Seen], model: Model, events: Mapping[tuple[str, str], float]
) -> Sums:
    """Everything the counts of these families say, with what everybody knows of people and periods."""
    periods = {family.key: sorted({s.period for s in screens if s.family == family.key}) for family in families}
    leaves = [
        (family.key, period, cell)
        for family in families
        for period in periods[family.key]
        for cell in _leaves(family, model, period)
    ]
    at: dict[tuple[str, str], list[int]] = {}
    for number, (key, period, _) in enumerate(leaves):
        at.setdefault((key, period), []).append(number)
    reading = Sums(leaves, at)
    for family in families:
        _read(reading, family, [screen for screen in screens if screen.family == family.key])
        _orders(reading, family, periods[family.key], model)
        if family.persons_of:
            both = set(periods[family.key]) & set(periods.get(family.persons_of, ()))
            for period in both:
                reading.order([(family.key, period, REGION)], [(family.persons_of, period, REGION)], exactly=True)
        if family.held_by:
            for key, period, cell in reading.leaves:
                places = (OTHER, UNKNOWN) if cell[0] == ELSEWHERE else (cell[0],)
                held = [events.get((period, place)) for place in places]
                if key == family.key and all(number == 0 for number in held):
                    reading.between((key, period, cell), 0, 0)
    return reading


def _leaves(family: Family, model: Model, period: str) -> Iterator[Cell]:
    if len(period) == 7 and "-" in period:
        yield REGION
        return
    closed = family.not_offered(model)
    for cell in product(*(family.members(name, model) or (ALL,) for name in CELL)):
        own = dict(zip(CELL, cell, strict=True))
        if tuple(own[name] for name in family.names[-2:]) not in closed:
            yield cell
    if family.by_municipality:
        yield (ELSEWHERE, *REGION[1:])


def _read(reading: Sums, family: Family, screens: Sequence[Seen]) -> None:
    """What stands in one family's cells. A family that shows no counts hides every one of them."""
    counts = [
        key for key, indicator in BY_KEY.items() if indicator.family is family and indicator.measure is Measure.PERSONS
    ]
    if not counts:
        outcomes = family.fixed_members("outcome")
        at = CELL.index("outcome")
        cells = [(*REGION[:at], outcome, *REGION[at + 1 :]) for outcome in outcomes]
        reading.hidden |= {(family.key, screen.period, cell) for screen in screens for cell in cells}
        return
    for screen in screens:
        frame = screen.frame.filter(pl.col("indicator").is_in(counts))
        rows = list(frame.select(*CELL, "value", "sign").iter_rows())
        patterns = {tuple(part == ALL for part in row[:-2]) for row in rows if row[-1] != ":"}
        for at in reading.at.get((family.key, screen.period), ()) if screen.absent else ():
            if reading.leaves[at][2][0] in screen.absent:
                reading.between(reading.leaves[at], 0, 0)
        for *members, value, sign in rows:
            cell = (family.key, screen.period, tuple(members))
            if cell in reading.shown or not reading.inside(cell):
                continue
            if sign != ":" and value is not None:
                reading.shown[cell] = int(value)
                reading.hidden.discard(cell)
                reading.between(cell, value, value)
            elif cell not in reading.hidden:
                reading.hidden.add(cell)
                # Where a zero would have been shown, what is hidden is somebody.
                if UNKNOWN in members and tuple(part == ALL for part in members) in patterns:
                    reading.between(cell, 1, math.inf)


def _orders(reading: Sums, family: Family, periods: Sequence[str], model: Model) -> None:
    """What everybody knows of persons counted in a period and in a longer one."""
    year = next((period for period in periods if len(period) == 4), None)
    parts = [period for period in periods if "Q" in period or "T" in period]
    months = [period for period in periods if len(period) == 7 and "-" in period]
    size = 3 if model.reporting_period == "quarter" else 4
    for part in parts:
        number = int(part[5:])
        own = [month for month in months if (int(month[5:]) - 1) // size + 1 == number]
        _spans(reading, family, (part, REGION), own, own if len(own) == size else [])
    if year is None:
        return
    last = {dimension.name for dimension in family.dimensions if dimension.placed is Placed.LAST}
    complete = parts if len(parts) == 12 // size else []
    cells = {cell for key, period, cell in (*reading.shown, *reading.hidden) if (key, period) == (family.key, year)}
    for cell in sorted(cells):
        broken = {name for name, part in zip(CELL, cell, strict=True) if part != ALL} - {"municipality"}
        first = {d.name for d in family.dimensions[:1] if d.placed is Placed.FIRST}
        if family.additive or broken <= first:
            _spans(reading, family, (year, cell), [*parts, *(months if cell == REGION else [])], complete)
        elif UNKNOWN not in cell and broken <= last | first and parts and parts[-1].endswith(str(12 // size)):
            _spans(reading, family, (year, cell), parts[-1:], complete)


def _spans(reading: Sums, family: Family, whole: tuple[str, Cell], inside: Sequence[str], cover: Sequence[str]) -> None:
    """A whole with the periods inside it, and those that leave nobody out."""
    named = (family.key, *whole)
    parts = [(family.key, period, whole[1]) for period in cover]
    if family.additive:
        if parts:
            reading.order([named], parts, exactly=True)
        return
    for period in inside:
        reading.order([named], [(family.key, period, whole[1])])
    if parts:
        reading.order(parts, [named])


class Worlds:
    """Every world that agrees with what was read; in whole numbers only where fractions do not settle it."""

    def __init__(self, reading: Sums) -> None:
        self.reading = reading
        self.rows = self._matrix(reading.rows)
        self.low = np.array([low for low, _ in reading.bounds], dtype=np.float64)
        self.high = np.array([high for _, high in reading.bounds], dtype=np.float64)

    def _matrix(self, rows: Sequence[Mapping[int, int]]) -> csr_array:
        entries = [(number, at, sign) for number, row in enumerate(rows) for at, sign in row.items()]
        where = ([entry[0] for entry in entries], [entry[1] for entry in entries])
        return csr_array(([float(entry[2]) for entry in entries], where), shape=(len(rows), len(self.reading.leaves)))

    def possible(self) -> bool:
        """Is there any world at all?"""
        return not self.reading.leaves or self._world(np.zeros(len(self.reading.leaves))) is not None

    def narrow(self, cells: Collection[Named], k: int) -> Iterator[tuple[Named, int, int]]:
        """The cells of which fewer than k + 1 values are left, or which are proven to be below k."""
        named = sorted(cells)
        if not named:
            return
        sums = self._matrix([dict.fromkeys(self.reading.inside(cell), 1) for cell in named])
        low, high = np.full(len(named), np.inf), np.full(len(named), -np.inf)

        def wide() -> npt.NDArray[np.bool_]:
            far: npt.NDArray[np.bool_] = (high - low >= k - NOTHING) & (high >= k - NOTHING)
            return far

        def seen(world: Floats) -> None:
            counts = sums @ world
            np.minimum(low, counts, out=low)
            np.maximum(high, counts, out=high)

        for sign in (1.0, -1.0):  # one world for many cells
            world = self._world(sign * np.asarray(sums.sum(axis=0)).ravel())
            if world is not None:
                seen(world)
        for number, cell in enumerate(named):
            row = sums[[number]].toarray().ravel()
            for sign in (1.0, -1.0):
                if not wide()[number]:
                    world = self._world(sign * row, most=(row, low[number] + k) if sign < 0 else None)
                    if world is not None:
                        seen(world)
            if not wide()[number]:
                yield cell, round(low[number]), round(high[number])

    def _world(self, cost: Floats, most: tuple[Floats, float] | None = None) -> Floats | None:
        """A whole-number world of the least cost; `most`: a sum of leaves that need not be followed further up."""
        rows, low, high = self.rows, self.low, self.high
        if most is not None:
            rows = vstack([rows, csr_array(most[0].reshape(1, -1))], format="csr")
            low, high = np.append(low, -np.inf), np.append(high, max(most[1], 0.0) + 100)
        for whole in (False, True):
            answer: Any = optimize.milp(
                cost,
                integrality=np.full(len(cost), int(whole)),
                bounds=optimize.Bounds(0, MOST),
                constraints=optimize.LinearConstraint(rows, low, high),
            )
            if answer.x is None:
                return None
            world: Floats = np.rint(answer.x)
            inside = (rows @ world >= low - NOTHING) & (rows @ world <= high + NOTHING)
            if np.abs(answer.x - world).max(initial=0.0) < NOTHING and inside.all():
                return world
        return None
