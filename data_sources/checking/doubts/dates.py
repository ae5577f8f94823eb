"""Owns days that can be read and are hardly meant: held against title and tab, today, and each other."""

from datetime import date, timedelta

import polars as pl

from data_sources.checking.problems import Problem
from data_sources.declared.table import ColumnKind, Severity
from data_sources.parsing.dates import BETWEEN_1900_AND_1904, years_in
from data_sources.recognising.context import Context
from data_sources.recognising.sheets import TableInSheet

_ENOUGH = 10  # rows: fewer may well be of one day
_RECENT = timedelta(days=400)


def doubtful_dates(frame: pl.DataFrame, table: TableInSheet, context: Context) -> list[Problem]:
    """What is told before anything is kept, once for each reason. `frame`: the table's columns as they were read."""
    declared = table.layout.table
    if declared.by_name[declared.date].kind is not ColumnKind.DATE or declared.date not in table.layout.columns:
        return []
    days = frame[declared.date].drop_nulls()
    if days.is_empty():
        return []
    reasons = [_of_years(days, table), _of_spread(days, frame, context)]
    column, heading = table.layout.place(declared.date)
    if table.register is not None:
        column = heading = ""
    return [
        Problem(table.cells.sheet, table.layout.row, column, heading, declared.date, warning, Severity.WARNS, value)
        for warning, value in filter(None, reasons)
    ]


def _of_years(days: pl.Series, table: TableInSheet) -> tuple[str, str] | None:
    """The title names a year that none of the days is of."""
    named = years_in(table.title) or years_in(table.file)
    if not named:
        return None
    years = sorted(days.dt.year().unique())
    if named & set(years):
        return None
    warning = "year-not-as-titled"
    return warning, f"{min(named)} / {', '.join(map(str, years))}"


def _of_spread(days: pl.Series, frame: pl.DataFrame, context: Context) -> tuple[str, str] | None:
    last = days.max()
    if not isinstance(last, date):
        return None
    moved = last + timedelta(days=BETWEEN_1900_AND_1904)
    warning = "four-years-early"
    if abs(moved - context.today) < _RECENT and days.n_unique() > 1:
        return warning, f"{last:%d.%m.%Y}"
    if len(days) < _ENOUGH:
        return None
    warning = "only-months"
    if last.day == 1 and (days.dt.day() == 1).all() and (days.n_unique() > 1 or _repeats(days, frame)):
        return warning, str(len(days))
    warning = "all-on-one-day"
    if days.n_unique() == 1 and _repeats(days, frame):
        return warning, f"{last:%d.%m.%Y}"
    return None


def _repeats(days: pl.Series, frame: pl.DataFrame) -> bool:
    """Does anybody stand twice on a day?"""
    if "participant" not in frame.columns:
        return days.n_unique() < len(days)
    persons = frame.select("participant", days.name).drop_nulls()
    return persons.height > persons.n_unique()
