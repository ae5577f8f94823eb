"""Owns what a reader can add up: sums of leaves, and what is said of each or known of people and periods."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol, TypeAlias

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.indicator import Family, Indicator, Measure, Placed
from dashboard.counting.indicators import BY_KEY
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

Cell: TypeAlias = tuple[str, ...]
Named: TypeAlias = tuple[str, str, Cell]  # family, period, cell
REGION: Cell = tuple(ALL for _ in CELL)
_LESS: Named = ("", "", ())  # between what is more and what is less


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

    def __post_init__(self) -> None:
        self._inside: dict[Named, tuple[int, ...]] = {}
        self._standing: dict[tuple[str, str], dict[tuple[int, str], frozenset[int]]] = {}

    def inside(self, cell: Named) -> tuple[int, ...]:
        """The leaves that a cell is the sum of. People from elsewhere are in no other cell than their own."""
        if cell not in self._inside:
            self._inside[cell] = self._leaves_of(*cell)
        return self._inside[cell]

    def _leaves_of(self, family: str, period: str, members: Cell) -> tuple[int, ...]:
        there = self.at.get((family, period), [])
        if not there:
            return ()
        if (family, period) not in self._standing:
            under: dict[tuple[int, str], set[int]] = {}
            for leaf in there:
                for place in enumerate(self.leaves[leaf][2]):
                    under.setdefault(place, set()).add(leaf)
            self._standing[family, period] = {place: frozenset(leaves) for place, leaves in under.items()}
        standing, nobody = self._standing[family, period], frozenset[int]()
        apart = standing.get((0, ELSEWHERE), nobody)
        inside = apart if members[0] == ELSEWHERE else frozenset(there) - apart
        for at, member in enumerate(members):
            if member != ALL:
                inside &= standing.get((at, member), nobody)
        return tuple(sorted(inside))

    def add(self, plus: Collection[Named], minus: Collection[Named], low: float, high: float) -> None:
        """The counts of some cells less those of others lie between two numbers."""
        self.rows.append(self.row(plus, minus))
        self.bounds.append((low, high))

    def between(self, cell: Named, low: float, high: float) -> None:
        """A cell's count lies between two numbers."""
        self.add([cell], [], low, high)

    def share(self, cell: Named, indicator: Indicator, value: float, base: float) -> None:
        """Some outcomes' cases are a whole per cent, of so many persons to the nearest ten.

        A person may have several cases, so that the per cent says nothing certain of persons. A base that is no whole
        ten is of persons alone, as it was told before.
        """
        whole, some = ([_of(cell, each) for each in names] for names in (indicator.among or (ALL,), indicator.outcome))
        if base % 10:
            self.add(whole, [], base, base)
            self.add(some, [], math.ceil((value - 0.005) * base - 1e-6), math.floor((value + 0.005) * base + 1e-6))
        else:
            self.add(whole, [], base - 5 if base > 10 else 0, base + 4)

    def outcome(self, cell: Named, indicator: Indicator, value: float) -> None:
        """So many persons had one outcome."""
        [own] = (_of(cell, each) for each in indicator.outcome)
        self.shown[own] = int(value)
        self.hidden.discard(own)
        self.between(own, value, value)

    def good_answers(self, cell: Named, good: Sequence[str], value: float) -> None:
        """Those of a cell who gave good answers are a whole per cent of all of them, as it is rounded."""
        cents = 2 * round(value * 100)  # half per cents, so that both bounds are whole
        row: dict[int, int] = {}
        for response in good:
            for at in self.inside(_of(cell, response, "response")):
                row[at] = row.get(at, 0) + 200
        for slack, bounds in ((1, (-math.inf, 0.0)), (-1, (0.0, math.inf))):
            less = dict(row)
            for at in self.inside(cell):
                less[at] = less.get(at, 0) - (cents + slack)
            self.rows.append(less)
            self.bounds.append(bounds)

    def order(self, more: Sequence[Named], less: Sequence[Named], exactly: bool = False) -> None:
        """In every world the first count at least as many as the second, or exactly as many."""
        self.add(more, less, 0, 0 if exactly else math.inf)
        if not exactly:
            self.orders.append((*more, _LESS, *less))

    def differences(self) -> Iterator[tuple[Sequence[Named], Sequence[Named]]]:
        """What is left of some counts less others, in every world nobody or more: itself a count of people."""
        for order in dict.fromkeys(self.orders):
            split = order.index(_LESS)
            yield order[:split], order[split + 1 :]

    def row(self, plus: Collection[Named], minus: Collection[Named]) -> dict[int, int]:
        """leaf → how often it stands in the counts of some cells less those of others."""
        row: dict[int, int] = {}
        for sign, cells in ((1, plus), (-1, minus)):
            for cell in cells:
                for at in self.inside(cell):
                    row[at] = row.get(at, 0) + sign
        return {at: sign for at, sign in row.items() if sign}


def _of(cell: Named, member: str, dimension: str = "outcome") -> Named:
    """The part of a cell that had an outcome, or is of a member of another dimension."""
    family, period, members = cell
    at = CELL.index(dimension)
    return family, period, (*members[:at], member, *members[at + 1 :])


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
        whole = [(family.key, screen.period, REGION) for screen in screens]
        reading.hidden |= {_of(cell, outcome) for cell in whole for outcome in family.fixed_members("outcome")}
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
