"""Owns the worlds a reader may believe in: whole numbers of people in every leaf, that give what is on the screen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array, vstack

from dashboard.wall.attack.sums import Sums

Floats: TypeAlias = npt.NDArray[np.float64]
NOTHING = 1e-5
_ATTEMPTS, _NEAR = 4, 0.05
MOST = 5000.0  # nobody believes in more people in one leaf than this


class Worlds:
    """Every world that agrees with what was read; in whole numbers only where fractions do not settle it."""

    def __init__(self, reading: Sums) -> None:
        self.reading = reading
        self.rows = self._matrix(reading.rows)
        self.low = np.array([low for low, _ in reading.bounds], dtype=np.float64)
        self.high = np.array([high for _, high in reading.bounds], dtype=np.float64)
        self._corners = _corners(self.rows, self.low, self.high)

    def _matrix(self, rows: Sequence[Mapping[int, int]]) -> csr_array:
        entries = [(number, at, sign) for number, row in enumerate(rows) for at, sign in row.items()]
        where = ([entry[0] for entry in entries], [entry[1] for entry in entries])
        return csr_array(([float(entry[2]) for entry in entries], where), shape=(len(rows), len(self.reading.leaves)))

    def possible(self) -> bool:
        """Is there any world at all?"""
        return not self.reading.leaves or next(self._far(np.zeros(len(self.reading.leaves))), None) is not None

    def narrow(self, asked: Sequence[Mapping[int, int]], k: int) -> Iterator[tuple[int, int, int]]:
        """Of sums of leaves (`Sums.row`) the number, lowest and highest of each that is proven to be below k, or of
        which fewer than k + 1 values are left."""
        if not asked:
            return
        sums = self._matrix(asked)
        low, high = np.full(len(asked), np.inf), np.full(len(asked), -np.inf)

        def wide() -> npt.NDArray[np.bool_]:
            far: npt.NDArray[np.bool_] = (high - low >= k - NOTHING) & (high >= k - NOTHING)
            return far

        def seen(world: Floats) -> None:
            counts = sums @ world
            np.minimum(low, counts, out=low)
            np.maximum(high, counts, out=high)

        every = np.asarray(sums.sum(axis=0)).ravel()
        for sign in (1.0, -1.0):  # one world for many cells
            for world in self._far(sign * every):
                seen(world)
        for number in range(len(asked)):
            row = sums[[number]].toarray().ravel()
            for sign in (1.0, -1.0):
                if wide()[number]:
                    break
                for world in self._far(sign * row, row if sign < 0 else None, low[number] + k):
                    seen(world)
                    if wide()[number]:
                        break
            if not wide()[number]:
                yield number, round(low[number]), round(high[number])

    def _far(self, cost: Floats, most: Floats | None = None, enough: float = 0.0) -> Iterator[Floats]:
        """Whole-number worlds of little cost, the last of them of the least; none where there is no world at all.

        Corners are mostly whole: those near the cheapest are looked at before all whole numbers are searched. `most`: a
        sum of leaves that need not be followed further up than `enough`.
        """
        directions = np.random.default_rng(0)
        for attempt in range(_ATTEMPTS):
            corner = self._corner(cost + (_NEAR * (directions.random(len(cost)) - 0.5) if attempt else 0.0))
            if corner is None:
                break
            world = self._whole(corner)
            if world is not None:
                yield world
                if not attempt:
                    return
        cheapest = self._searched(cost, most, enough)
        if cheapest is not None:
            yield cheapest

    def _corner(self, cost: Floats) -> Floats | None:
        """The cheapest world in fractions, as far as the solver knows; None where there is none."""
        self._corners.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
        self._corners.run()
        impossible = self._corners.modelStatusToString(self._corners.getModelStatus()) == "Infeasible"
        return None if impossible else np.array(self._corners.getSolution().col_value)

    def _whole(self, answer: Floats) -> Floats | None:
        """An answer as a world, None where it is none."""
        world: Floats = np.rint(answer)
        counts = self.rows @ world
        inside = (counts >= self.low - NOTHING) & (counts <= self.high + NOTHING)
        return world if np.abs(answer - world).max(initial=0.0) < NOTHING and inside.all() else None

    def _searched(self, cost: Floats, most: Floats | None, enough: float) -> Floats | None:
        from scipy import optimize  # noqa: PLC0415 - whoever attacks may need it; no page does

        rows, low, high = self.rows, self.low, self.high
        if most is not None:
            rows = vstack([rows, csr_array(most.reshape(1, -1))], format="csr")
            low, high = np.append(low, -np.inf), np.append(high, max(enough, 0.0) + 100)
        answer: Any = optimize.milp(
            cost,
            integrality=np.ones(len(cost)),
            bounds=optimize.Bounds(0, MOST),
            constraints=optimize.LinearConstraint(rows, low, high),
        )
        return None if answer.x is None else self._whole(answer.x)


def _corners(rows: csr_array, low: Floats, high: Floats) -> Any:
    """A solver with the sums in hand, in fractions: each question is answered from the corner of the last."""
    import highspy  # noqa: PLC0415 - whoever attacks needs it; no page does

    solver = highspy._core._Highs()  # `highspy.Highs` prints its name before it can be told to be quiet
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    matrix, program = csc_array(rows), highspy.HighsLp()
    program.num_row_, program.num_col_ = matrix.shape
    program.col_cost_ = np.zeros(program.num_col_)
    program.col_lower_, program.col_upper_ = np.zeros(program.num_col_), np.full(program.num_col_, MOST)
    program.row_lower_, program.row_upper_ = low, high
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = matrix.indptr.astype(np.int32)
    program.a_matrix_.index_ = matrix.indices.astype(np.int32)
    program.a_matrix_.value_ = matrix.data
    solver.passModel(program)
    return solver
