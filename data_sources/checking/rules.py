"""Owns the judgement of whole rows: the table's rules, those its columns imply, and those of the model."""

from itertools import compress

import polars as pl

from data_sources.declared.model import Model
from data_sources.declared.table import Rule, Severity
from data_sources.recognising.layout import Layout

SAID = {
    "position": pl.UInt32,
    "name": pl.String,
    "reason": pl.String,
    "severity": pl.String,
    "value": pl.String,
    "suggestion": pl.String,
}
"""What is said of rows: which row (from 0), the column's name, why, how grave, and what may be quoted."""


def broken(rows: pl.DataFrame, layout: Layout, model: Model, already: pl.DataFrame) -> pl.DataFrame:
    """Where rules are broken. `rows` have a column `today`; `already` is what was said of their cells.

    Rules speak of values: where a cell that a rule speaks of has failed, it says nothing more. A number that
    may stand once is counted among the rows that hold in every other way.
    """
    numbered = rows.with_row_index("position")
    stops = pl.col("severity") == Severity.STOPS.value
    faults = already.filter(stops)
    remarks, rules = already, _rules(layout, model)
    breaks = [rule.breaks.any().alias(str(number)) for number, rule in enumerate(rules)]
    anywhere = numbered.select(breaks).row(0) if rules else ()
    for rule in compress(rules, anywhere):
        failed = faults.filter(pl.col("name").is_in(rule.columns))["position"].unique()
        asked = numbered.filter(~pl.col("position").is_in(failed.implode())) if len(failed) else numbered
        remarks = pl.concat([remarks, _break(asked, rule)])
    table = layout.table
    again = pl.struct(table.key).is_first_distinct().not_()
    if table.key_repeats or not numbered.select(again.any()).item():
        return remarks
    stopped = remarks.filter(stops)["position"].unique()
    standing = numbered.filter(~pl.col("position").is_in(stopped.implode()), pl.col(table.key[0]).is_not_null())
    return pl.concat([remarks, _break(standing, Rule("row-twice", Severity.STOPS, table.key, again))])


def _rules(layout: Layout, model: Model) -> list[Rule]:
    table = layout.table
    implied = [
        Rule("date-in-future", column.future, (column.name,), pl.col(column.name) > pl.col("today"))
        for column in table.columns
        if column.future is not None and column.name in layout.columns
    ]
    if {"team", "level"} <= table.by_name.keys():
        implied += _not_offered(model)
    if {"question", "response"} <= table.by_name.keys():
        implied += _not_an_answer(model)
    return [*table.rules, *implied]


def _not_offered(model: Model) -> list[Rule]:
    """A team that the model says does not give a form of offer cannot have met anybody in it."""
    closed = [
        (pl.col("team") == team.key) & (pl.col("level") != "unknown") & ~pl.col("level").is_in(team.levels)
        for team in model.team
    ]
    return [Rule("not-offered", Severity.STOPS, ("level", "team"), pl.any_horizontal(closed))] if closed else []


def _not_an_answer(model: Model) -> list[Rule]:
    """What somebody answered is one of the answers the question may have."""
    misfits = [
        (pl.col("question") == question.key)
        & ~pl.col("response").is_in([response.key for response in question.responses])
        for question in model.survey_question
    ]
    rule = Rule("not-an-answer", Severity.STOPS, ("response", "question"), pl.any_horizontal(misfits))
    return [rule] if misfits else []


def _break(numbered: pl.DataFrame, rule: Rule) -> pl.DataFrame:
    return remark(numbered.filter(rule.breaks.fill_null(False)), rule.columns[0], rule.key, rule.severity)


def remark(numbered: pl.DataFrame, name: str, reason: str, severity: Severity = Severity.STOPS) -> pl.DataFrame:
    """The same said of each of these rows, which have their `position`."""
    return numbered.select(
        "position",
        pl.lit(name).alias("name"),
        pl.lit(reason).alias("reason"),
        pl.lit(severity.value).alias("severity"),
        pl.lit(None, dtype=pl.String).alias("value"),
        pl.lit(None, dtype=pl.String).alias("suggestion"),
    )
