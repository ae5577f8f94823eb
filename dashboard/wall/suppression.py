"""Owns which cells are shown: small ones are hidden, and others until nobody can work the small ones out.

A count is protected by witnesses: tables that agree with every number shown and with all the arithmetic an
onlooker knows, one in which the count is 0 and one in which it is k or more. Where hiding the small cells
does not leave room for such a table, the cheapest further cells are hidden until it does.
Source: complementary cell suppression as in Fischetti and Salazar-González, "Solving the cell suppression
problem on tabular data with linear constraints", Management Science 47 (2001), cell by cell, in integers.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard.wall.costs import Past
from dashboard.wall.lattice import KEY, InconsistentError, Key, Shape, build
from dashboard.wall.search import Depth, Search
from dashboard.wall.solver import UnsolvedError, Work

__all__ = ["Depth", "DisagreementError", "Question", "UnprotectableError", "protect"]

STEPS = 1_500_000  # of the simplex method, for one closing: a minute or two, and a hard one takes a tenth of it


class UnprotectableError(Exception):
    """No safe choice was found in time. Nothing of `periods` may be published so; `period` is the first."""

    def __init__(self, periods: Sequence[str], why: str) -> None:
        super().__init__(f"{', '.join(periods)}: {why}")
        self.periods = tuple(periods)
        self.period = self.periods[0]


class DisagreementError(InconsistentError):
    """A number of `period` was published, and the counts now say something else."""

    def __init__(self, cell: Key) -> None:
        super().__init__(cell, "the counts are not what was published")


@dataclass(frozen=True, eq=False)
class Question:
    """A family's year that is to be protected.

    `counts`: KEY and `persons`, every cell with its margins (missing means 0) of all periods concerned.
    `k`: the least number of persons that may be shown.
    `before`: of closing cells that earlier editions, still readable, decided: shown there with the same count, so that
    readers know them, or hidden there, so that they stay hidden. A cell that shows another count there is in neither
    way known.
    `zeros`: cells in which everybody knows that nobody can be; they are shown.
    `least`: how far down the ladder to begin. `steps`: how much work a closing may be.
    """

    counts: pl.DataFrame
    shape: Shape
    k: int
    before: Mapping[Key, bool] = field(default_factory=dict)
    zeros: Collection[Key] = ()
    least: Depth = Depth.FULL
    steps: int = STEPS


def protect(
    question: Question, closing: Sequence[str], published: pl.DataFrame | None, depth: Depth = Depth.FULL
) -> pl.DataFrame:
    """Which cells of the `closing` periods are shown: the columns of KEY and `shown`, one row a listed cell.

    `published`: KEY, `shown` and `persons` of periods decided earlier; they stay as they are. Periods of
    earlier years may be among them: what was hidden in the period before is hidden sooner again.
    `depth`: what is not so far up the ladder is hidden. The same input always gives the same answer.

    Raises UnprotectableError after the question's steps of work or where there is no safe choice, DisagreementError
    where counts and publication differ, InconsistentError where the counts do not add up, and ValueError where
    a period is not the shape's or is decided already.
    """
    shape = question.shape
    decided = _past(published)
    done = {key[0] for key in decided}
    if not closing or set(closing) & done or set(closing) - {shape.year, *shape.periods, *shape.months}:
        raise ValueError(f"cannot close {list(closing)}")
    periods = shape.linked(closing, done)
    lattice = build(shape, question.counts, periods)
    counted = dict(zip(lattice.keys, lattice.values.tolist(), strict=False))
    for key, persons in decided.items():
        if persons is not None and key[0] in periods and counted.get(key) != persons:
            raise DisagreementError(key)
    keys = [key for key in lattice.keys if key[0] in closing and shape.listed(key)]
    if depth is Depth.NOTHING:
        return _frame([(*key, False) for key in keys])
    try:
        search = Search(lattice, shape, closing, decided, question.k, depth, question.before, question.zeros)
        search.protect(Work(question.steps))
    except UnsolvedError as why:
        raise UnprotectableError(closing, str(why)) from why
    hidden = dict(zip(lattice.keys, search.hidden.tolist(), strict=False))
    return _frame([(*key, not hidden[key]) for key in keys])


def _frame(rows: Sequence[tuple[str | bool, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(KEY, pl.String) | {"shown": pl.Boolean}, orient="row")


def _past(published: pl.DataFrame | None) -> Past:
    if published is None:
        return {}
    rows = published.select(*KEY, "shown", "persons").iter_rows()
    return {(p, a, b, c): persons if shown else None for p, a, b, c, shown, persons in rows}
