"""Owns the one call to the integer solver (HiGHS, through SciPy): whole numbers in, whole numbers out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import optimize

if TYPE_CHECKING:
    import numpy.typing as npt
    from scipy.sparse import sparray

    Integers = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]


class OutOfTimeError(Exception):
    """The solver did not finish before the deadline; what it had so far is thrown away."""


@dataclass(frozen=True)
class Deadline:
    """A point on the monotonic clock, in seconds."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(time.monotonic() + seconds)

    def remaining(self) -> float:
        """Seconds left. Raises OutOfTimeError when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise OutOfTimeError
        return left


INT=None
STATS = {"n": 0, "t": 0.0}


def minimise(
    cost: Floats,
    rows: sparray,
    row_bounds: tuple[Floats, Floats],
    bounds: tuple[Floats, Floats],
    deadline: Deadline,
    gap: float = 0.0,
) -> Integers | None:
    """The cheapest whole-number vector within `bounds` whose product with `rows` is within `row_bounds`.

    `cost` and `bounds` have one entry a column, `row_bounds` one a row. `gap` is how far, relatively, the
    answer may be from the cheapest. None when there is no such vector; OutOfTimeError when time runs out.
    """
    t0 = time.perf_counter()
    answer: Any = optimize.milp(
        cost,
        integrality=np.ones(len(cost)) if INT is None else INT,
        bounds=optimize.Bounds(bounds[0], bounds[1]),
        constraints=optimize.LinearConstraint(rows, row_bounds[0], row_bounds[1]),
        options={"time_limit": deadline.remaining(), "mip_rel_gap": gap},
    )
    STATS["n"] += 1
    STATS["t"] += time.perf_counter() - t0
    if answer.status == 2:
        return None
    if answer.status != 0:
        raise OutOfTimeError(answer.message)
    whole: Integers = np.rint(answer.x).astype(np.int64)
    product = rows @ whole
    if (product < row_bounds[0]).any() or (product > row_bounds[1]).any():
        raise OutOfTimeError("rounding")
    return whole
