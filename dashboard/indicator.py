"""Owns what an indicator and a family of counts are."""

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from dashboard.goal import Direction


class Measure(StrEnum):
    """How an indicator's number comes about.

    PERSONS: unique persons, the cells of the family's lattice.
    SHARE_OF_ROWS: a rate over the appointments of exactly the persons in a cell.
    ROWS: how many rows or heads, rounded to ten.
    SHARE_OF_PERSONS: cells of one outcome over all; shown only where both and the rest are.
    MEDIAN_WAIT: Kaplan–Meier's median, in whole weeks.
    EVENTS: public happenings, counted as they are. SHARE_OF_EVENTS and SUM_OF_EVENTS likewise.
    """

    PERSONS = "persons"
    SHARE_OF_ROWS = "share_of_rows"
    ROWS = "rows"
    SHARE_OF_PERSONS = "share_of_persons"
    MEDIAN_WAIT = "median_wait"
    EVENTS = "events"
    SHARE_OF_EVENTS = "share_of_events"
    SUM_OF_EVENTS = "sum_of_events"


class ShownAs(StrEnum):
    """The unit on the screen."""

    COUNT = "count"
    PERCENT = "percent"
    WEEKS = "weeks"


@dataclass(frozen=True)
class Family:
    """Counts that one set of rows gives, and the lattice they are protected in.

    Every person stands in one cell a period: municipality of record × level × service. `levels` are the
    codes the second dimension takes (offer levels, or outcomes); `by_service` says whether there is a
    third. `by_municipality` is false for what is only published for the region.
    `additive`: a year is the sum of its periods (heads), not a set of unique persons.
    `public`: events, which need no protection.
    `lag`: days after a period before what it is about is known. `grace`: how many days before the
    period's end the newest row may be for the period to count as reported.
    """

    key: str
    table: str
    levels: tuple[str, ...] = ()
    by_service: bool = False
    by_municipality: bool = True
    by_month: bool = False
    additive: bool = False
    public: bool = False
    lag: int = 0
    grace: int = 14


@dataclass(frozen=True, eq=False)
class Indicator:
    """One number people may ask for, with its definition as data.

    `numerator` and `denominator` speak of the family's rows (see `measure`): true/false expressions are
    counted, numbers are added up. `outcome`: for a share of persons, the level codes that count.
    `better`: which way is improvement, None where neither is. `source`: where the definition is
    from, a code for words.
    """

    key: str
    family: Family
    measure: Measure
    shown_as: ShownAs
    numerator: pl.Expr | None = None
    denominator: pl.Expr | None = None
    outcome: str | None = None
    better: Direction | None = None
    source: str = ""
