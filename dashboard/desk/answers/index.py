"""Owns the published numbers as pages ask for them: parted once per publication, every answer kept until the next."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

import polars as pl

from dashboard.counting.cells import whole
from dashboard.desk.answers.recent import Recent
from dashboard.wall.published import Published

MOST_KEPT = 20_000  # answers: with thirty municipalities and thirty years, what a steering group looks at in an hour
NUMBERS = ("value", "low", "high", "base", "bound", "sign")


class Index:
    """Everything published in its newest edition. Nothing in it changes; a new publication has a new one."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.answers = Recent(MOST_KEPT)
        self._nothing = published.where(pl.lit(value=False))

    def of(self, indicator: str) -> Published:
        """All that is published of one indicator."""
        return self.answers.of("parts", self._parts).get(indicator, self._nothing)

    def _parts(self) -> Mapping[str, Published]:
        keys = self.published.frame["indicator"].unique().to_list()
        return {key: self.published.where(pl.col("indicator") == key) for key in keys}

    def whole_cells(self) -> Mapping[tuple[str, str, str], Mapping[str, Any]]:
        """(indicator, period, municipality) → the numbers of what is broken down by nothing else."""
        return self.answers.of("whole cells", self._whole_cells)

    def _whole_cells(self) -> Mapping[tuple[str, str, str], Mapping[str, Any]]:
        cells = self.published.frame.filter(whole())
        keys = cells.select("indicator", "period", "municipality").iter_rows()
        return dict(zip(keys, cells.select(NUMBERS).iter_rows(named=True), strict=True))


class Indexed(Protocol):
    """Whoever holds published numbers."""

    def index(self) -> Index: ...


P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D", bound=Indexed)


def kept(question: Callable[Concatenate[D, P], T]) -> Callable[Concatenate[D, P], T]:
    """A question about published numbers alone: its answer is the same until something is published."""

    @functools.wraps(question)
    def asked(desk: D, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (question.__name__, args, tuple(sorted(kwargs.items())))
        return desk.index().answers.of(key, lambda: question(desk, *args, **kwargs))

    return asked
