"""Owns the search for cells to hide: from only the small ones hidden, until every one of them has its witnesses.

A count is protected by witnesses: tables that agree with every number shown and with all the arithmetic an
onlooker knows, one in which the count is as low as it can be and one in which it is k more.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum
from operator import ne
from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_array, vstack

from dashboard.wall.costs import Past, costs
from dashboard.wall.lattice import TOTAL, Booleans, Integers, Key, Lattice, Shape
from dashboard.wall.solver import Floats, Hotline, Program, UnsolvedError, Work, reach

# Cells worth less are not tried again once hidden: it costs more time than they are worth, most against guesses.
TRIFLE, PETTY = 10.0, 100.0


class Depth(IntEnum):
    """How far down a closing's cells may be shown: the rungs of the ladder, from the top."""

    FULL = 0
    WITHOUT_FINEST = 1  # nothing that is broken down by all dimensions at once
    TOTALS = 2  # the region, and the members of the first dimension
    NOTHING = 3  # the period with its mark only: always possible, since nothing new is shown


def within(key: Key, depth: Depth, shape: Shape) -> bool:
    """May a cell be shown on this rung of the ladder?"""
    broken_down = sum(member != TOTAL[0] for member in key[1:])
    axes = sum(1 for members in shape.axes() if members)
    match depth:
        case Depth.FULL:
            return True
        case Depth.WITHOUT_FINEST:
            return broken_down < max(axes, 2)
        case Depth.TOTALS:
            return key[2:] == TOTAL[1:]
    return False


class _Goal(NamedTuple):
    """A witness that is wanted: the count in `column` at its high (`up`) or at its low."""

    column: int
    up: bool


class Search:
    """The state of the search, from only the small cells hidden. Arrays have one entry a column of the lattice.

    `least`: what every reader knows a count to be at the least. `low` and `high`: what the witnesses of a count must
    reach. `tables`: the witnesses found so far.
    """

    def __init__(
        self,
        lattice: Lattice,
        shape: Shape,
        closing: Sequence[str],
        past: Past,
        k: int,
        depth: Depth = Depth.FULL,
        before: Mapping[Key, bool] | None = None,
        zeros: Collection[Key] = (),
    ) -> None:
        self.lattice, self.k, self.work = lattice, k, Work(0)
        keys, differences, values = lattice.keys, lattice.differences, lattice.values
        before, open_zeros = before or {}, set(zeros)
        rest = [False] * len(differences)
        count = dict(zip(keys, values.tolist(), strict=False))
        is_closing = np.array([key[0] in closing and shape.listed(key) for key in keys] + rest)
        then = [past.get(key) is not None for key in keys] + rest
        told_elsewhere = [shape.total_told and key[1:] == TOTAL for key in keys] + rest
        shown_before = [bool(before.get(key)) for key in keys] + rest
        free = [shape.listed(key) and within(key, depth, shape) and before.get(key) is not False for key in keys]
        zero = [
            key in open_zeros or (shape.is_open(key, count[key]) and able) for key, able in zip(keys, free, strict=True)
        ] + rest
        if (is_closing & shown_before & (values < k) & ~np.array(zero)).any():
            raise UnsolvedError("a count that an earlier edition shows has become small")
        large = is_closing & (values >= k) & np.array(free + rest) | is_closing & np.array(shown_before)
        self.hideable: Booleans = large & ~np.array(told_elsewhere) & ~np.array(shown_before)
        self.hidden: Booleans = ~(large | np.array(then) | np.array(zero)) & ~lattice.impossible
        # Where a zero would have been shown, what is hidden is somebody.
        somebody = [not shape.open_zero.isdisjoint(key[1:]) for key in keys] + rest
        self.least: Integers = np.where(np.array(somebody) & np.array(free + rest) & (values > 0), 1, 0)
        self.low: Integers = np.array(
            [*self.least[: len(keys)].tolist(), *(each.floor for each in differences)], dtype=np.int64
        )
        self.high: Integers = self.low + k
        # A zero that is hidden is a secret, or hidden would mean 1 to k − 1; a difference of nobody is none. Nor is one
        # that nobody publishes, or that is no secret wherever it may be shown: its margin, shown as nobody, tells it.
        secret = [shape.listed(key) and not shape.is_open(key, count[key]) for key in keys]
        lowest = np.array([0 if each else 1 for each in secret] + [1] * len(differences))
        self.small: Booleans = self.hidden & (values < k) & (values >= lowest)
        worth = dict(zip(keys, costs(keys, shape, past), strict=True))
        self.cost: Floats = np.array([*worth.values(), *(0.0 for _ in differences)])
        self.places = [*keys, *(each.plus[0] for each in differences)]
        ranked = np.argsort([-worth[key] for key in self.places], kind="stable")
        self.order = [int(column) for column in ranked if self.small[column]]
        self.tables: list[Floats] = [values.astype(np.float64)]
        self._know(lattice.identities, np.zeros(lattice.identities.shape[0]), exact=True)

    def _know(self, rows: csc_array, above: Floats, exact: bool) -> None:
        """What every witness keeps to: `rows` times a table is 0, or up to `above` (one entry a row) more."""
        self._rows, self._above, self._exact, self._spare = rows, above, exact, rows @ self.lattice.values
        self._line = Hotline(rows, (np.zeros(rows.shape[0]), above), len(self.lattice.values))

    def protect(self, work: Work) -> None:
        """Choose what is hidden, first by what onlookers know for certain, then by what they may guess.

        Raises UnsolvedError where what is certain leaves no choice. Against guesses the witnesses may be fractions
        (whole ones take a hundred times as long to find), and where there is no choice, guesses are let be.
        """
        self.work = work
        self.hide()
        self.show_again()
        self.prove()
        guesses = self.lattice.guesses
        if not guesses.shape[0]:
            return
        sure = self.hidden.copy()
        rows = vstack([self.lattice.identities, guesses], format="csc")
        self._know(rows, np.append(self._above, np.full(guesses.shape[0], np.inf)), exact=False)
        self.tables = [table for table in self.tables if (guesses @ table >= 0).all()]
        self.small[len(self.lattice.keys) :] = False  # of a guessed sum, the difference is no secret
        self.hideable &= ~self.hidden
        try:
            self.hide()
            self.show_again()
            self.prove()
        except UnsolvedError:
            self.hidden = sure

    def hide(self) -> None:
        """Hide cells until every small count has its two witnesses, dearest counts first."""
        for column in self.order:
            # The low once more at the end, because the search for the high may have moved it.
            for goal in (_Goal(column, up=False), _Goal(column, up=True), _Goal(column, up=False)):
                wanted = self._without_witness(goal.up)
                if wanted[column]:
                    table = self._among_hidden(goal, wanted)
                    if table is None:
                        table = self._hiding_more(goal)
                        self.hidden |= table != self.lattice.values
                    self.tables.append(table)

    def show_again(self) -> None:
        """Show each cell hidden for the sake of others that is not needed after all, dearest first."""
        least = TRIFLE if self._exact else PETTY
        again = np.flatnonzero(self.hidden & self.hideable & (self.cost >= least))
        for column in sorted(again.tolist(), key=lambda number: -self.cost[number]):
            before, values = self.tables, self.lattice.values
            self.tables = [table for table in before if table[column] == values[column]]
            self.hidden[column] = False
            if not self._complete(column):
                self.hidden[column] = True
                self.tables = self.tables + [table for table in before if table[column] != values[column]]

    def prove(self) -> None:
        """Raise UnsolvedError unless all is as it should be: looked at once more, apart from how it was found."""
        tables = np.array(self.tables)
        shown = (tables == self.lattice.values) | self.hidden
        sums = (self._rows @ tables.T).T
        off = 0.0 if self._exact else 1e-3  # what millionths may add up to
        held = (sums >= -off).all() and (sums - self._above <= off).all() and (tables >= 0).all()
        missing = (self._without_witness(up=False) | self._without_witness(up=True)).any()
        broken = self._exact and (tables != np.rint(tables)).any()
        if not shown.all() or not held or missing or broken:
            raise UnsolvedError("a small count has no witness")

    def _without_witness(self, up: bool) -> Booleans:
        tables = np.array(self.tables)
        reached = (tables >= self.high).any(axis=0) if up else (tables <= self.low).any(axis=0)
        return np.logical_and(self.small, ~reached)

    def _complete(self, near: int) -> bool:
        """Find the witnesses that are missing, those nearest to a column first: there it fails soonest."""
        place = self.places[near]
        while True:
            missing = {up: self._without_witness(up) for up in (False, True)}
            goals = [_Goal(int(column), up) for up in missing for column in np.flatnonzero(missing[up])]
            if not goals:
                return True
            goal = min(goals, key=lambda goal: (sum(map(ne, place, self.places[goal.column])), goal))
            table = self._among_hidden(goal, missing[goal.up])
            if table is None:
                return False
            self.tables.append(table)

    def _among_hidden(self, goal: _Goal, wanted: Booleans) -> Floats | None:
        """A witness that moves hidden cells only, and serves as many others that are `wanted` as it may."""
        asked = self._asked(goal, wanted)
        if asked is None or not self._exact or self._whole(asked):
            return asked
        columns, program = self._program(self.hidden, goal)
        upper, served = program.bounds[1], wanted[columns]
        if goal.up:  # else a few counts would take it all
            enough = np.maximum(self.high, self.lattice.values)[columns] + self.k
            upper[served] = np.minimum(upper, enough)[served]
        wish = np.where(served, -1.0 if goal.up else 1.0, 0.0)
        return self._table(columns, program.some(wish, self.work))

    def _asked(self, goal: _Goal, wanted: Booleans) -> Floats | None:
        """The same in fractions, from the solver that is kept at the line."""
        values = self.lattice.values.astype(np.float64)
        lower, upper = np.where(self.hidden, self.least, values), np.where(self.hidden, values + 10 * self.k, values)
        if goal.up:
            enough = np.maximum(self.high, values) + self.k
            upper[wanted] = np.minimum(upper, enough)[wanted]
            lower[goal.column] = self.high[goal.column]
        else:
            upper[goal.column] = self.low[goal.column]
        wish = np.where(wanted, -1.0 if goal.up else 1.0, 0.0)
        return self._line.some((lower, upper), wish, self.work)

    def _whole(self, table: Floats) -> bool:
        """Corners of these tables are mostly whole; only where one is not, integers are searched for."""
        return bool((table == np.rint(table)).all() and not (self._rows @ table).any())

    def _hiding_more(self, goal: _Goal) -> Floats:
        """A witness that moves shown cells too, those it costs least to hide. Raises UnsolvedError if none."""
        table = self._cheapest(goal, self.k)
        if table is None:
            table = self._cheapest(goal, 10 * self.k)
        if table is None:
            self._aim_anew(goal.column)
            table = self._cheapest(goal, 10 * self.k)
        if table is None:
            raise UnsolvedError(f"no table protects {'/'.join(self.places[goal.column])}")
        return table

    def _aim_anew(self, column: int) -> None:
        """Where other sums forbid what a count aims for: k apart within what is left if all closing is hidden."""
        columns, program = self._program(self.hidden | self.hideable, _Goal(column, up=False), aim=False)
        itself = (columns == column).astype(np.float64)
        least = program.cheapest(itself, self.work)
        most = program.cheapest(-itself, self.work)
        if least is not None and most is not None:
            self.low[column] = round(max(least @ itself, min(self.low[column], most @ itself - self.k)))
            self.high[column] = self.low[column] + self.k

    def _cheapest(self, goal: _Goal, span: int) -> Floats | None:
        columns, program = self._program(self.hidden | self.hideable, goal)
        lower, upper = program.bounds
        at = np.flatnonzero(~self.hidden[columns])
        values = self.lattice.values[columns[at]].astype(np.float64)
        lower[at], upper[at] = np.maximum(lower[at], values - span), values + span
        cost = np.append(np.zeros(len(columns)), self.cost[columns[at]])
        program, fractions = program.with_switches(at, values), 0 if self._exact else len(columns)
        return self._table(columns, program.cheapest(cost, self.work, 0.01, fractions))

    def _program(self, free: Booleans, goal: _Goal, aim: bool = True) -> tuple[Integers, Program]:
        """The tables that move `free` columns only and reach the goal, of the columns the goal can move.

        No count is less than nobody, and none goes further up than is ever needed.
        """
        columns, touched = reach(self._rows, free, goal.column)
        rows = self._rows[touched][:, columns]
        values = self.lattice.values[columns].astype(np.float64)
        lower, upper = self.least[columns].astype(np.float64), values + 10 * self.k
        if aim and goal.up:
            lower[columns == goal.column] = self.high[goal.column]
        elif aim:
            upper[columns == goal.column] = self.low[goal.column]
        sums = rows @ values
        within = (sums - self._spare[touched], sums + self._above[touched])
        return columns, Program(rows, within, (lower, upper))

    def _table(self, columns: Integers, part: Floats | None) -> Floats | None:
        if part is None:
            return None
        table: Floats = self.lattice.values.astype(np.float64)
        table[columns] = part[: len(columns)]
        return table
