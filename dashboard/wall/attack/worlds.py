"""Owns the worlds a reader may believe in: whole numbers of people in every leaf, that give what is on the screen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, vstack

from dashboard.wall.attack.sums import Sums

Floats: TypeAlias = npt.NDArray[np.float64]
NOTHING = 1e-5
MOST = 5000.0  # nobody believes in more people in one leaf than this


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

        for sign in (1.0, -1.0):  # one world for many cells
            world = self._world(sign * np.asarray(sums.sum(axis=0)).ravel())
            if world is not None:
                seen(world)
        for number in range(len(asked)):
            row = sums[[number]].toarray().ravel()
            for sign in (1.0, -1.0):
                if not wide()[number]:
                    world = self._world(sign * row, most=(row, low[number] + k) if sign < 0 else None)
                    if world is not None:
                        seen(world)
            if not wide()[number]:
                yield number, round(low[number]), round(high[number])

    def _world(self, cost: Floats, most: tuple[Floats, float] | None = None) -> Floats | None:
        """A whole-number world of the least cost; `most`: a sum of leaves that need not be followed further up."""
        from scipy import optimize  # noqa: PLC0415 - whoever attacks needs it; no page does

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
