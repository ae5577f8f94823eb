"""Owns what an indicator and a family of counts are."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import polars as pl

from dashboard.counting.cells import CELL
from dashboard.statistics.direction import Direction
from data_sources.declared.model import Model


class Measure(StrEnum):
    """How an indicator's number comes about.

    PERSONS: unique persons, the cells of the family's lattice.
    SHARE_OF_ROWS: a rate over the appointments of exactly the persons in a cell.
    ROWS: how many rows or heads, rounded to ten.
    PERSONS_OF_OUTCOME: unique persons of one outcome, for the region.
    SHARE_OF_CASES: referrals or courses of some outcomes over all; shown only where both counts of persons are.
    PER_COURSE_YEARS: cells of one outcome per 100 years of courses under way.
    MEDIAN_WAIT: Kaplan–Meier's median, in whole weeks.
    WAITED_SO_FAR: the middle wait so far of those who still wait, in whole weeks. LONGEST_SO_FAR: the longest.
    PER_INHABITANTS: a shown count of persons per 1 000 inhabitants aged 18 or over, reckoned when it is looked up.
    EVENTS: public happenings, counted as they are. SHARE_OF_EVENTS and SUM_OF_EVENTS likewise.
    SHARE_OF_RESPONSES: persons whose answer to a question is a good one over all who answered it, of shown cells alone.
    """

    PERSONS = "persons"
    SHARE_OF_ROWS = "share_of_rows"
    ROWS = "rows"
    PERSONS_OF_OUTCOME = "persons_of_outcome"
    SHARE_OF_CASES = "share_of_cases"
    PER_COURSE_YEARS = "per_course_years"
    MEDIAN_WAIT = "median_wait"
    WAITED_SO_FAR = "waited_so_far"
    LONGEST_SO_FAR = "longest_so_far"
    PER_INHABITANTS = "per_inhabitants"
    EVENTS = "events"
    SHARE_OF_EVENTS = "share_of_events"
    SUM_OF_EVENTS = "sum_of_events"
    SHARE_OF_RESPONSES = "share_of_responses"


class ShownAs(StrEnum):
    """The unit on the screen."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    WEEKS = "weeks"


class Placed(StrEnum):
    """Which member of a dimension a person stands under in a period.

    FIRST: the first of the calendar year, so that nobody moves between a period and its year. LAST: the last of the
    period. MOST_USED: the one most often used in the period, of those that go with where the person was last.
    """

    FIRST = "first"
    LAST = "last"
    MOST_USED = "most_used"


Members: TypeAlias = Callable[[Model], tuple[str, ...]]
Some: TypeAlias = Callable[[Model], frozenset[str]]
Pairs: TypeAlias = Callable[[Model], frozenset[tuple[str, str]]]


@dataclass(frozen=True)
class Dimension:
    """One way a family's cells are broken down: a column of `cells.CELL` and its members in order.

    `members` where they are the same in every model, `of_model` where the model says which they are.
    """

    name: str
    members: tuple[str, ...] = ()
    placed: Placed = Placed.FIRST
    of_model: Members = lambda model: ()

    def __post_init__(self) -> None:
        if self.name not in CELL:
            raise ValueError(f"no column {self.name}")


@dataclass(frozen=True)
class Family:
    """Counts that one set of rows gives, and the lattice they are protected in.

    Every person stands in one cell a period. `dimensions`: what the cells are broken down by, at most three, of which
    only the first may be placed FIRST, and must be so where there are three and parts of a year; without a
    municipality the family is published for the region only.
    `each`: a dimension the same person stands under several members of (who has answered five questions): every
    member's cells add up by themselves, there is no sum of members, and a person is one in each of them.
    `lesser`: members nobody steers by, which are hidden before others.
    `unwritten`: rows that name no municipality are the region's, for nobody asked.
    `not_offered`: pairs of members of the last two dimensions where nobody can be, as the model says.
    `dated`: the column that places a row in time, where it is not the table's own.
    `lag`: days after a period before what it is about is known, as the model says. `grace`: how many days before the
    period's end the newest row may be for the period to count as reported.
    `yearly`: published for whole years only; a year beside its quarters hides more of both.
    `needs`: other tables that must have come as far as the family's own before a period closes.
    `persons_of`: the family that counts exactly the same persons. Its word on how many they are goes for this one
    too: where it hides the region's total, nothing is published here, and where it shows it, that is known.
    `additive`: a year is the sum of its periods (heads), not a set of unique persons. `heads`: the column of heads.
    `settled`: counted as it stood `lag` days after each period, whatever has come since: who waits will start one day.
    `public`: events, which need no protection. Of everything else the region is its municipalities: people from
    elsewhere are in no total, and stand apart (`cells.ELSEWHERE`).
    `held_by`: the public family without whose events nobody can be counted here.
    """

    key: str
    table: str
    dimensions: tuple[Dimension, ...] = ()
    not_offered: Pairs = lambda model: frozenset()
    dated: str = ""
    needs: tuple[str, ...] = ()
    persons_of: str = ""
    by_month: bool = False
    yearly: bool = False
    additive: bool = False
    heads: str = ""
    public: bool = False
    settled: bool = False
    held_by: str = ""
    each: str = ""
    lesser: Some = lambda model: frozenset()
    unwritten: bool = False
    lag: Callable[[Model], int] = lambda model: 0
    grace: int = 14

    def __post_init__(self) -> None:
        settled = any(dimension.placed is Placed.FIRST for dimension in self.dimensions[:1])
        if len(self.dimensions) > 2 and not (settled or self.yearly):
            raise ValueError(f"{self.key}: who moves between a period and its year has no place")

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of `cells.CELL` that this family's cells are broken down by."""
        return tuple(dimension.name for dimension in self.dimensions)

    @property
    def by_municipality(self) -> bool:
        """Is it published for municipalities, or for the region only?"""
        return "municipality" in self.names

    def members(self, name: str, model: Model) -> tuple[str, ...]:
        """The members of one of its dimensions in order, without ALL; none where it has no such dimension."""
        return self.fixed_members(name) or next((d.of_model(model) for d in self.dimensions if d.name == name), ())

    def fixed_members(self, name: str) -> tuple[str, ...]:
        """Those that are the same in every model, in the order they are told."""
        return next((dimension.members for dimension in self.dimensions if dimension.name == name), ())


@dataclass(frozen=True, eq=False)
class Indicator:
    """One number people may ask for, with its definition as data.

    `numerator` and `denominator` speak of the family's rows (see `measure`): true/false expressions are
    counted, numbers are added up. `outcome`: for a share of cases, the outcomes that count, and `among`: those it is a
    share of, all of them where none is named; for what is told of one outcome's persons, that outcome.
    `better`: which way is improvement, None where neither is. `source`: where the definition is
    from, a code for words.
    """

    key: str
    family: Family
    measure: Measure
    shown_as: ShownAs
    numerator: pl.Expr | None = None
    denominator: pl.Expr | None = None
    outcome: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    better: Direction | None = None
    source: str = ""
