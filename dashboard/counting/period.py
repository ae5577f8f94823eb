"""Owns the periods numbers are published for: years, quarters or tertials, and months."""

import calendar
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """The kinds of period; a model reports by quarter or by tertial, never both (they overlap)."""

    YEAR = "year"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    MONTH = "month"


MONTHS_IN = {PeriodKind.YEAR: 12, PeriodKind.QUARTER: 3, PeriodKind.TERTIAL: 4, PeriodKind.MONTH: 1}
_LETTER = {PeriodKind.QUARTER: "Q", PeriodKind.TERTIAL: "T"}
_MOST_KEPT = 4096  # periods, and codes that name one or none
_CODE = re.compile(r"(\d{4})(?:([QT])([1-4])|-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, order=True)
class Period:
    """A closed stretch of calendar time. `number` counts inside the year from 1; both days are included."""

    first: date
    last: date
    kind: PeriodKind
    number: int

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.first.year

    @property
    def code(self) -> str:
        """The same in every language, for links and the ledger: 2025, 2025Q1, 2025T1, 2025-03."""
        match self.kind:
            case PeriodKind.YEAR:
                return str(self.year)
            case PeriodKind.MONTH:
                return f"{self.year}-{self.number:02d}"
        return f"{self.year}{_LETTER[self.kind]}{self.number}"

    @property
    def a_year_before(self) -> "Period":
        """The same period of the year before."""
        return period(self.kind, self.year - 1, self.number)


@functools.lru_cache(maxsize=_MOST_KEPT)
def period(kind: PeriodKind, year: int, number: int = 1) -> Period:
    """The numbered period of a year. Raises ValueError where the year has no such period."""
    months = MONTHS_IN[kind]
    if not 1 <= number <= 12 // months:
        raise ValueError(f"no {kind} number {number}")
    start, end = (number - 1) * months + 1, number * months
    return Period(date(year, start, 1), date(year, end, calendar.monthrange(year, end)[1]), kind, number)


@functools.lru_cache(maxsize=_MOST_KEPT)
def from_code(code: str) -> Period | None:
    """The period a code names, None where it names none (a link somebody mistyped)."""
    match = _CODE.fullmatch(code)
    if not match:
        return None
    year, letter, number, month = match.groups()
    kind = (
        PeriodKind.MONTH if month else {"Q": PeriodKind.QUARTER, "T": PeriodKind.TERTIAL, None: PeriodKind.YEAR}[letter]
    )
    try:
        return period(kind, int(year), int(month or number or 1))
    except ValueError:
        return None


def of_year(kind: PeriodKind, year: int) -> list[Period]:
    """All periods of a kind in a year, in order."""
    return [period(kind, year, number) for number in range(1, 12 // MONTHS_IN[kind] + 1)]


def years_between(first: date, last: date) -> Iterable[int]:
    """The calendar years two days span."""
    return range(first.year, last.year + 1)
