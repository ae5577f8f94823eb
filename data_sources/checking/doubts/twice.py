"""Owns rows that stand twice in one table: the same person, day, team and answer. Whether they count twice is asked."""

import polars as pl

from data_sources.parsing.answers import About, Question
from data_sources.recognising.context import Context
from data_sources.recognising.sheets import TableInSheet

ONCE, TWICE = "once", "twice"
_WHO = "participant"


def again(body: pl.DataFrame, frame: pl.DataFrame, table: TableInSheet) -> pl.Series:
    """Which rows are of a person and, cell by cell, what an earlier row is: also in columns that are not read.

    `body`: the rows' cells. `frame`: their values. A register's day that stands twice is told elsewhere.
    """
    declared = table.layout.table
    again = pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
    if _WHO not in table.layout.columns or not declared.key_repeats:
        return again
    cells = [name for name in body.columns if name != "row" and not name.startswith("k")]
    # Rows whose hash no other has are alike to none; only the rest is looked at cell by cell.
    alike = body.select(alike=pl.struct(cells).hash().is_duplicated())["alike"]
    if not alike.any():
        return again
    named = frame.select(pl.col(_WHO).is_not_null() & pl.col(declared.date).is_not_null()).to_series()
    later = body.filter(alike).select(~pl.struct(cells).is_first_distinct()).to_series()
    return again.scatter(alike.arg_true(), later) & named


def question(rows: int, days: pl.Series, table: TableInSheet, context: Context) -> Question:
    """Whether rows that are alike are to count twice. `days`: of all rows; where only months are written, they do."""
    key = context.answers.key(table.layout.fingerprint, "@twice", "")
    choices = {ONCE: "", TWICE: ""}
    name = table.layout.table.name
    likely = TWICE if (days.drop_nulls().dt.day() == 1).all() else ONCE
    asked = Question(key, About.TWICE, name, _WHO, "", rows, choices, likely, of=len(days), sheet=table.original.sheet)
    return context.answers.answered(asked)
