"""Owns what an indicator and a family of counts are."""

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from dashboard.statistics.direction import Direction


class Measure(StrEnum):
    """How an indicator's number comes about.

    PERSONS: unique persons, the cells of the family's lattice.
    SHARE_OF_ROWS: a rate over the appointments of exactly the persons in a cell.
    ROWS: how many rows or heads, rounded to ten.
    SHARE_OF_PERSONS: cells of some outcomes over all; shown only where both and the rest are.
    PER_COURSE_YEARS: cells of one outcome per 100 years of courses under way.
    MEDIAN_WAIT: Kaplan–Meier's median, in whole weeks.
    PER_INHABITANTS: a shown count of persons per 1 000 inhabitants aged 18 or over, reckoned when it is looked up.
    EVENTS: public happenings, counted as they are. SHARE_OF_EVENTS and SUM_OF_EVENTS likewise.
    """

    PERSONS = "persons"
    SHARE_OF_ROWS = "share_of_rows"
    ROWS = "rows"
    SHARE_OF_PERSONS = "share_of_persons"
    PER_COURSE_YEARS = "per_course_years"
    MEDIAN_WAIT = "median_wait"
    PER_INHABITANTS = "per_inhabitants"
    EVENTS = "events"
    SHARE_OF_EVENTS = "share_of_events"
    SUM_OF_EVENTS = "sum_of_events"


class ShownAs(StrEnum):
    """The unit on the screen."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    WEEKS = "weeks"


@dataclass(frozen=True)
class Family:
    """Counts that one set of rows gives, and the lattice they are protected in.

    Every person stands in one cell a period: the lattice's three dimensions are municipality of record ×
    level × service, or what stands in their place. The first is the municipality (`by_municipality`), where
    somebody came from (`by_origin`: a team), or nothing: then the family is published for the region only.
    `levels` are the codes of the second (offer levels, or outcomes). The third is the service
    (`by_service`), or `destinations`, codes of where somebody went. `impossible`: pairs of the second and
    third where nobody can be. `all_last`: the third too is where a person was last seen.
    `yearly`: published for whole years only; a year beside its quarters hides more of both.
    `needs`: other tables that must have come as far as the family's own before a period closes.
    `persons_of`: the family that counts exactly the same persons. Its word on how many they are goes for this one
    too: where it hides the region's total, nothing is published here, and where it shows it, that is known.
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
    by_origin: bool = False
    destinations: tuple[str, ...] = ()
    impossible: frozenset[tuple[str, str]] = frozenset()
    all_last: bool = False
    needs: tuple[str, ...] = ()
    persons_of: str = ""
    by_month: bool = False
    yearly: bool = False
    additive: bool = False
    public: bool = False
    lag: int = 0
    grace: int = 14


@dataclass(frozen=True, eq=False)
class Indicator:
    """One number people may ask for, with its definition as data.

    `numerator` and `denominator` speak of the family's rows (see `measure`): true/false expressions are
    counted, numbers are added up. `outcome`: for a share of persons, the level codes that count, and
    `among`: those it is a share of, all of them where none is named.
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
