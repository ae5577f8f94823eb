"""Owns when a period has closed: its days have passed, and rows that reach to its end have come in."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import polars as pl

from dashboard.counting import tally
from dashboard.counting.families import ENDED
from dashboard.counting.indicator import Family
from dashboard.counting.period import Period, PeriodKind, of_year, period, years_between
from data_sources.declared.model import Model
from data_sources.declared.tables import ATTENDANCE, BY_NAME


def years(family: Family, rows: tally.Rows, today: date) -> list[int]:
    """The calendar years from a family's first row to its last, and no later than today's."""
    dated = days(family, rows)
    first, last = dated.min(), dated.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return []
    return list(years_between(first, min(last, today))) if first <= today else []


def periods(family: Family, rows: tally.Rows, model: Model, year: int) -> list[Period]:
    """The periods of a year that begin no earlier than the family's first row: months, reporting periods, the year. Of
    what comes in rounds only those that a round was in: a year without one is no year of nobody."""
    dated = days(family, rows)
    first = dated.min()
    assert isinstance(first, date)
    every = [p for p in every_period(family, model, year) if p.last >= first]
    in_rounds = BY_NAME[family.table].rounds
    return [p for p in every if dated.is_between(p.first, p.last).any()] if in_rounds else every


def every_period(family: Family, model: Model, year: int) -> list[Period]:
    """All that a family is published for in a year: months, reporting periods, the year."""
    months = of_year(PeriodKind.MONTH, year) if family.by_month else []
    reporting = [] if family.yearly else of_year(PeriodKind(model.reporting_period), year)
    return [*months, *reporting, period(PeriodKind.YEAR, year)]


def is_closed(p: Period, family: Family, model: Model, spans: pl.DataFrame, today: date) -> bool:
    """Its end has passed, and a file that came after it reaches (nearly) to its end.

    `spans`: what standing uploads brought (table_name, uploaded_at, first, last). What comes in rounds is whole when
    the period is over, whenever its file came.
    """
    reported_by = p.last + timedelta(days=family.lag(model))
    if not (p.last < today and reported_by < today):
        return False
    if BY_NAME[family.table].rounds:
        return True
    newest = {
        table: spans.filter((pl.col("table_name") == table) & (pl.col("uploaded_at").dt.date() > reported_by))[
            "last"
        ].max()
        for table in (family.table, *family.needs)
    }
    return all(isinstance(last, date) and last >= p.last - timedelta(days=family.grace) for last in newest.values())


def groups(due: Sequence[Period]) -> list[list[Period]]:
    """Periods that close together are decided together: a reporting period with its months, a year with its last."""
    grouped: list[list[Period]] = []
    months: list[Period] = []
    for p in sorted(due, key=lambda p: (p.last, -p.first.toordinal())):
        if p.kind is PeriodKind.MONTH:
            months.append(p)
        elif p.kind is PeriodKind.YEAR and grouped and not months and grouped[-1][-1].last == p.last:
            grouped[-1].append(p)
        else:
            grouped.append([*months, p])
            months = []
    return [*grouped, months] if months else grouped


def after(moment: datetime, today: date) -> pl.Expr:
    """What changed after a moment; all of it where that is to come: the clock was set back, and tells nothing."""
    return pl.lit(True) if moment.date() > max(today, date.today()) else pl.col("at") >= moment


def touched(family: Family, year: int, since: pl.Expr, changes: pl.DataFrame) -> bool:
    """May rows that bear on a family's year have changed? `changes`: table_name, at, first, last of what came or was
    undone.

    A row whose date is part of its key stays in its time, and bears on the year before it at the most (did they
    go on?). Any other row may have been anywhere.
    """
    stays = [name for name, table in BY_NAME.items() if table.date in table.key]
    near = (pl.col("first").dt.year() - 1 <= year) & (pl.col("last").dt.year() + 1 >= year)
    read = {family.table, *family.needs, *({ATTENDANCE.name} if family is ENDED else ())}
    of_family = pl.col("table_name").is_in(sorted(read))
    return not changes.filter(since, of_family, ~pl.col("table_name").is_in(stays) | near).is_empty()


def days(family: Family, rows: tally.Rows) -> pl.Series:
    """The day that places each row of a family in time."""
    return rows[family.table][family.dated or BY_NAME[family.table].date].drop_nulls()
