"""Owns the calls to the integer solver (HiGHS): whole numbers in, whole numbers out.

Source: Huangfu and Hall, "Parallelizing the dual revised simplex method" (2018). Given the same problem it gives the
same answer: what it may spend is counted in the solver's own steps, never by a clock, so that a busy machine changes
nothing of what is published.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import highspy
import numpy as np
import numpy.typing as npt
from scipy.sparse import block_array, csc_array, diags_array, sparray
from scipy.sparse.csgraph import connected_components

Integers: TypeAlias = npt.NDArray[np.int64]
Booleans: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]
Bounds: TypeAlias = tuple[Floats, Floats]

_ATTEMPTS = 5
_NODES = 400  # of one program; the best answer so far is taken, which costs some cells and hides no less
_Status = highspy.HighsModelStatus
_STOPPED = {_Status.kSolutionLimit, _Status.kIterationLimit, _Status.kInterrupt}


class UnsolvedError(Exception):
    """The solver had no exact answer with the work it was given. What it had so far is thrown away."""


class Work:
    """How much the solver may still do, in steps of the simplex method."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self, steps: int) -> None:
        """Take away what a question cost, and a little for asking. Raises UnsolvedError when there is none left."""
        self.left -= steps + 1
        if self.left <= 0:
            raise UnsolvedError("too much work")


@dataclass(frozen=True, eq=False)
class Program:
    """Whole-number vectors within `bounds` (one pair a column) whose product with `rows` is within `sums`.

    `rows`: constraints × columns, whole numbers. Infinite bounds are allowed.
    """

    rows: sparray
    sums: Bounds
    bounds: Bounds

    def cheapest(self, cost: Floats, work: Work, gap: float = 0.0, fractions: int = 0) -> Floats | None:
        """The vector with the smallest `cost` (one entry a column), None when there is no vector at all.

        `gap` is how far, relatively, it may be from the smallest. The first `fractions` columns may be
        fractions (to a millionth); everything else is whole. Raises UnsolvedError.
        """
        integral = np.ones(len(cost), dtype=np.bool_)
        integral[:fractions] = False
        answer = self._solve(cost, integral, gap, work)
        if answer is None:
            return None
        exact = np.round(answer, 6) if fractions else self._exactly(answer)
        if exact is None:
            raise UnsolvedError("the answer was not whole")
        return exact

    def some(self, wish: Floats, work: Work) -> Floats | None:
        """A vector, chosen roughly by the smallest `wish`, None when there is none. Raises UnsolvedError.

        Corners of these tables are mostly whole, so corners are tried first, in some directions near
        the wish, and integers are only searched for when every one of them is broken.
        """
        directions = np.random.default_rng(0)
        for attempt in range(_ATTEMPTS):
            weight = directions.random(len(wish)) if attempt else 1.0
            answer = self._solve(wish * weight, np.zeros(len(wish), dtype=np.bool_), 0.0, work)
            if answer is None:
                return None
            exact = self._exactly(answer)
            if exact is not None:
                return exact
        return self.cheapest(wish, work, gap=0.5)

    def with_switches(self, at: Integers, values: Floats) -> "Program":
        """The same with a last column (0 or 1) for each column of `at`: only if it is 1 may that one move.

        `values`: where the columns of `at` stay when they do not move.
        """
        lower, upper = self.bounds
        number = len(at)
        pick = csc_array((np.ones(number), (np.arange(number), at)), shape=(number, len(lower)))
        rows = block_array(
            [[self.rows, None], [pick, diags_array(values - upper[at])], [pick, diags_array(values - lower[at])]],
            format="csc",
        )
        free = np.full(number, np.inf)
        return Program(
            rows,
            (np.concatenate([self.sums[0], -free, values]), np.concatenate([self.sums[1], values, free])),
            (np.append(lower, np.zeros(number)), np.append(upper, np.ones(number))),
        )

    def _solve(self, cost: Floats, integral: Booleans, gap: float, work: Work) -> Floats | None:
        if (self.bounds[0] > self.bounds[1]).any():
            return None
        solver = _solver(self.rows, self.sums, self.bounds, cost, integral)
        solver.setOptionValue("mip_rel_gap", gap)
        solver.setOptionValue("mip_max_nodes", _NODES)
        return _answer(solver, work, bool(integral.any()))

    def _exactly(self, answer: Floats) -> Floats | None:
        """The answer as whole numbers that hold every constraint exactly, None if it is not such."""
        whole: Floats = np.rint(answer)
        if np.abs(answer - whole).max(initial=0.0) > 1e-5:
            return None
        product = self.rows @ whole
        inside = (product >= self.sums[0]) & (product <= self.sums[1])
        held = (whole >= self.bounds[0]) & (whole <= self.bounds[1])
        return whole if inside.all() and held.all() else None


class Hotline:
    """The solver kept at the line: one set of `rows` and `sums`, many questions, each answered from near the last.

    Answers are fractions. Bounds may change from question to question, rows may not.
    """

    def __init__(self, rows: csc_array, sums: Bounds, columns: int) -> None:
        self.size = columns
        free = np.full(columns, np.inf)
        self.solver = _solver(rows, sums, (-free, free), np.zeros(columns), np.zeros(columns, dtype=np.bool_))

    def some(self, bounds: Bounds, wish: Floats, work: Work) -> Floats | None:
        """The vector within `bounds` with the smallest `wish`, None when there is none. Raises UnsolvedError."""
        if (bounds[0] > bounds[1]).any():
            return None
        every = np.arange(self.size, dtype=np.int32)
        self.solver.changeColsBounds(self.size, every, *bounds)
        self.solver.changeColsCost(self.size, every, wish)
        answer = _answer(self.solver, work)
        return None if answer is None else np.round(answer, 6)


def reach(rows: csc_array, free: Booleans, column: int) -> tuple[Integers, Integers]:
    """The `free` columns that moving one `column` (itself free) can reach, and the rows they stand in."""
    columns = np.flatnonzero(free)
    pattern = abs(rows[:, columns])
    _, part = connected_components(pattern.T @ pattern, directed=False)
    connected = part == part[np.searchsorted(columns, column)]
    return columns[connected], np.flatnonzero(pattern[:, connected].sum(axis=1))


def _solver(rows: sparray, sums: Bounds, bounds: Bounds, cost: Floats, integral: Booleans) -> Any:
    """A solver with a program in hand, silent and alone on one thread."""
    # Not `highspy.Highs`: that one prints its name before it can be told to be quiet, into `--json` too.
    solver = highspy._core._Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    matrix = csc_array(rows)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cost), matrix.shape[0]
    model.col_cost_ = cost
    model.col_lower_, model.col_upper_ = bounds
    model.row_lower_, model.row_upper_ = sums
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = matrix.indptr.astype(np.int32)
    model.a_matrix_.index_ = matrix.indices.astype(np.int32)
    model.a_matrix_.value_ = matrix.data.astype(np.float64)
    if integral.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[int(each)] for each in integral]
    solver.passModel(model)
    return solver


def _answer(solver: Any, work: Work, whole: bool = False) -> Floats | None:
    """The solver's answer, None where there is none. Raises UnsolvedError where it cannot say."""
    solver.setOptionValue("simplex_iteration_limit", max(work.left, 1))
    solver.run()
    status, info = solver.getModelStatus(), solver.getInfo()
    work.spend(max(info.simplex_iteration_count, 0) + 10 * max(info.mip_node_count, 0))
    if status in {_Status.kInfeasible, _Status.kUnboundedOrInfeasible}:
        return None
    # Stopped on the way: the best whole answer so far is a good one.
    if status != _Status.kOptimal and not (whole and status in _STOPPED and info.primal_solution_status == 2):
        raise UnsolvedError(str(status))
    answer: Floats = np.array(solver.getSolution().col_value)
    return answer
