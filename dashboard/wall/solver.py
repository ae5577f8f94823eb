"""Owns the calls to the integer solver (HiGHS, through SciPy): whole numbers in, whole numbers out.

Source: Huangfu and Hall, "Parallelizing the dual revised simplex method" (2018), as `scipy.optimize.milp`.
Given the same problem it gives the same answer; nothing here depends on the clock except giving up.
"""

import time
from dataclasses import dataclass
from typing import Any, TypeAlias

import highspy
import numpy as np
import numpy.typing as npt
from scipy import optimize
from scipy.sparse import block_array, csc_array, diags_array, sparray
from scipy.sparse.csgraph import connected_components

Integers: TypeAlias = npt.NDArray[np.int64]
Booleans: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]
Bounds: TypeAlias = tuple[Floats, Floats]

_INFEASIBLE = 2
_ATTEMPTS = 5


class UnsolvedError(Exception):
    """The solver had no exact answer before the deadline. What it had so far is thrown away."""


@dataclass(frozen=True)
class Deadline:
    """A point on the monotonic clock, in seconds."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So many seconds from now."""
        return cls(time.monotonic() + seconds)

    def remaining(self) -> float:
        """Seconds left. Raises UnsolvedError when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise UnsolvedError("out of time")
        return left


@dataclass(frozen=True, eq=False)
class Program:
    """Whole-number vectors within `bounds` (one pair a column) whose product with `rows` is within `sums`.

    `rows`: constraints × columns, whole numbers. Infinite bounds are allowed.
    """

    rows: sparray
    sums: Bounds
    bounds: Bounds

    def cheapest(self, cost: Floats, deadline: Deadline, gap: float = 0.0, fractions: int = 0) -> Floats | None:
        """The vector with the smallest `cost` (one entry a column), None when there is no vector at all.

        `gap` is how far, relatively, it may be from the smallest. The first `fractions` columns may be
        fractions (to a millionth); everything else is whole. Raises UnsolvedError.
        """
        integral = np.ones_like(cost)
        integral[:fractions] = 0
        options = {"mip_rel_gap": gap} if integral.any() else {}
        answer = self._solve(cost, integral, options, deadline)
        if answer is None:
            return None
        found = np.round(answer, 6) if fractions else self._exactly(answer)
        if found is None:
            raise UnsolvedError("the answer was not whole")
        return found

    def some(self, wish: Floats, deadline: Deadline, whole: bool = True) -> Floats | None:
        """A vector, chosen roughly by the smallest `wish`, None when there is none. Raises UnsolvedError.

        Corners of these tables are mostly whole, so corners are tried first, in some directions near
        the wish, and integers are only searched for when every one of them is broken.
        """
        if not whole:
            return self.cheapest(wish, deadline, fractions=len(wish))
        directions = np.random.default_rng(0)
        for attempt in range(_ATTEMPTS):
            weight = directions.random(len(wish)) if attempt else 1.0
            answer = self._solve(wish * weight, np.zeros_like(wish), {}, deadline)
            if answer is None:
                return None
            found = self._exactly(answer)
            if found is not None:
                return found
        return self.cheapest(wish, deadline, gap=0.5)

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

    def _solve(self, cost: Floats, integral: Floats, options: dict[str, float], deadline: Deadline) -> Floats | None:
        answer: Any = optimize.milp(
            cost,
            integrality=integral,
            bounds=optimize.Bounds(*self.bounds),
            constraints=optimize.LinearConstraint(self.rows, *self.sums),
            options={"time_limit": deadline.remaining(), **options},
        )
        if answer.status == _INFEASIBLE:
            return None
        if answer.status != 0:
            raise UnsolvedError(str(answer.message))
        found: Floats = answer.x
        return found

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
        # Not `highspy.Highs`: that one prints its name before it can be told to be quiet, into `--json` too.
        self.solver = highspy._core._Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        free = np.full(columns, np.inf)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = columns, rows.shape[0]
        model.col_cost_ = np.zeros(columns)
        model.col_lower_, model.col_upper_ = -free, free
        model.row_lower_, model.row_upper_ = sums
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = rows.indptr.astype(np.int32)
        model.a_matrix_.index_ = rows.indices.astype(np.int32)
        model.a_matrix_.value_ = rows.data.astype(np.float64)
        self.solver.passModel(model)

    def some(self, bounds: Bounds, wish: Floats, deadline: Deadline) -> Floats | None:
        """The vector within `bounds` with the smallest `wish`, None when there is none. Raises UnsolvedError."""
        every = np.arange(self.size, dtype=np.int32)
        self.solver.changeColsBounds(self.size, every, *bounds)
        self.solver.changeColsCost(self.size, every, wish)
        self.solver.setOptionValue("time_limit", self.solver.getRunTime() + deadline.remaining())
        self.solver.run()
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise UnsolvedError(str(status))
        found: Floats = np.round(np.array(self.solver.getSolution().col_value), 6)
        return found


def reach(rows: csc_array, free: Booleans, column: int) -> tuple[Integers, Integers]:
    """The `free` columns that moving one `column` (itself free) can reach, and the rows they stand in."""
    columns = np.flatnonzero(free)
    pattern = abs(rows[:, columns])
    _, part = connected_components(pattern.T @ pattern, directed=False)
    mine = part == part[np.searchsorted(columns, column)]
    return columns[mine], np.flatnonzero(pattern[:, mine].sum(axis=1))
