"""Owns how good what came in is, by source and month, and which indicators that touches. Grades, never counts.

A grade is a band so wide that no row can be told from it; what is said of few rows says nothing.
"""

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl

from dashboard.counting.indicator import Placed
from dashboard.counting.indicators import INDICATORS
from data_sources.declared.table import ColumnKind
from data_sources.declared.tables import BY_NAME

MONTHS = 12  # the newest
FEW = 20  # rows in a month, below which shares are not told
LATE = 14  # days after the last day in time, beyond which it is late and not only a little


class Aspect(StrEnum):
    """What is asked of a source in a month."""

    TIMELY = "timely"
    FAILED = "failed"
    UNKNOWN = "unknown"  # municipality
    INCOMPLETE = "incomplete"  # status, offer or service left open


class Grade(StrEnum):
    """Shares below 1, 5, 20 per cent, and above (or wider, see WIDE); or what stands for them."""

    GOOD = "good"
    WATCH = "watch"
    WEAK = "weak"
    BAD = "bad"
    MISSING = "missing"  # a month without rows between months with rows
    FEW = "few"


# An unknown municipality, offer or service is a cell of the lattice, and mostly a hidden one: that nobody stands there
# would give others away. So the best grade takes in nobody and ten rows alike: (rows, share of all rows, grade).
OF_THE_LATTICE = (Aspect.UNKNOWN, Aspect.INCOMPLETE)
WIDE = ((10, 0.05, Grade.GOOD), (20, 0.15, Grade.WATCH), (40, 0.3, Grade.WEAK))


@dataclass(frozen=True)
class SourceQuality:
    """One source (a table in files with the same headings). `months`: newest first, "2026-03"."""

    table: str
    file: str
    months: tuple[str, ...]
    grades: dict[tuple[str, Aspect], Grade]

    def worrying(self, aspect: Aspect) -> list[str]:
        """The months in which somebody should do something, oldest first."""
        worries = {Grade.WEAK, Grade.BAD}
        return [month for month in reversed(self.months) if self.grades[month, aspect] in worries]

    def missing(self) -> list[str]:
        """The months without rows, oldest first."""
        return [m for m in reversed(self.months) if self.grades[m, Aspect.TIMELY] is Grade.MISSING]


def judged(months: pl.DataFrame, due: Callable[[str, date], date]) -> list[SourceQuality]:
    """Every source's newest months graded. `months`: as the store tells what came in. `due`: a table and a month's last
    day → the last day on which its rows come in time, as whoever delivers them has been asked."""
    findings = []
    dated = months.filter(pl.col("month") != "")
    for (table, _), rows in dated.group_by("table_name", "fingerprint", maintain_order=True):
        by_month = {row["month"]: row for row in rows.sort("month").iter_rows(named=True)}
        listed = _between(min(by_month), max(by_month))[-MONTHS:]
        name = str(table)
        grades = {
            (month, aspect): _grade(name, month, by_month.get(month), aspect, due)
            for month in listed
            for aspect in Aspect
        }
        newest = by_month[max(by_month)]["file"]
        findings.append(SourceQuality(name, newest, tuple(reversed(listed)), grades))
    return sorted(findings, key=lambda source: (list(BY_NAME).index(source.table), source.file))


def touched(table: str, aspect: Aspect | None) -> list[str]:
    """The indicators that a aspect's weakness touches; with None, those that missing rows touch."""
    indicators = [indicator for indicator in INDICATORS if indicator.family.table == table]
    if aspect is Aspect.UNKNOWN:
        indicators = [indicator for indicator in indicators if indicator.family.by_municipality]
    if aspect is Aspect.INCOMPLETE:
        indicators = [
            indicator
            for indicator in indicators
            if any(d.placed is Placed.MOST_USED for d in indicator.family.dimensions)
        ] or indicators
    return [indicator.key for indicator in indicators]


def _grade(
    table: str, month: str, row: dict[str, object] | None, aspect: Aspect, due: Callable[[str, date], date]
) -> Grade:
    if row is None:
        # No concert in a month is nothing missing; no appointment at all is.
        of_persons = any(column.kind is ColumnKind.PERSON for column in BY_NAME[table].columns)
        return Grade.MISSING if of_persons else Grade.FEW
    if aspect is Aspect.TIMELY:
        late = (_day(row["first_at"]) - due(table, _last(month))).days
        return Grade.GOOD if late <= 0 else Grade.WATCH if late <= LATE else Grade.WEAK
    kept, failed = int(str(row["rows"])), int(str(row["failed"]))
    every = kept + failed if aspect is Aspect.FAILED else kept
    if every < FEW:
        return Grade.FEW
    rows = int(str(row[aspect.value]))
    if aspect in OF_THE_LATTICE:
        return next((grade for least, share, grade in WIDE if rows < max(least, share * every)), Grade.BAD)
    bands = ((0.01, Grade.GOOD), (0.05, Grade.WATCH), (0.2, Grade.WEAK))
    return next((grade for limit, grade in bands if rows / every < limit), Grade.BAD)


def _between(first: str, last: str) -> list[str]:
    def number(month: str) -> int:
        return int(month[:4]) * 12 + int(month[5:]) - 1

    return [f"{n // 12}-{n % 12 + 1:02d}" for n in range(number(first), number(last) + 1)]


def _last(month: str) -> date:
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, calendar.monthrange(year, number)[1])


def _day(at: object) -> date:
    return date.fromisoformat(str(at)[:10])


def names(keys: Iterable[str]) -> list[str]:
    """Keys of indicators as the keys of their words."""
    return [f"indicator-{key.replace('_', '-')}" for key in keys]
