"""Owns the judgement of rows: cells in, rows that hold out, and for every other row where and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from data_sources.cells import Cells, Kind, letter
from data_sources.headings import Layout, rows_below
from data_sources.model import Model
from data_sources.table import Column, ColumnKind, Rule, Severity, Vocabulary
from data_sources.values import Parser, Reading, normalise, parser

_TOTALS = ("sum", "totalt", "total", "i alt", "ialt", "snitt", "gjennomsnitt", "delsum", "antall totalt", "sum totalt")
_WEIGHT = {"fault": Severity.STOPS, "warning": Severity.WARNS, "note": Severity.NOTES}


@dataclass(frozen=True)
class Problem:
    """Place and reason. `value` and `suggestion` only from a column declared quotable, only to the uploader."""

    sheet: str
    row: int
    column: str  # the letter as the file shows it, empty where the column is not in the file
    heading: str
    name: str  # the table's column
    reason: str
    severity: Severity
    value: str | None = field(default=None, repr=False)
    suggestion: str | None = field(default=None, repr=False)


@dataclass(frozen=True, eq=False)
class Checked:
    """One sheet's outcome. `rows`: `row` and the table's columns, typed; every one of them holds.

    `failed`: numbers of the rows that do not. `ignored`: numbers of total rows, notes and repeated
    headings, which are no data.
    """

    sheet: str
    layout: Layout
    rows: pl.DataFrame
    problems: tuple[Problem, ...]
    failed: tuple[int, ...]
    ignored: tuple[int, ...]


def check(
    cells: Cells,
    layout: Layout,
    model: Model,
    *,
    hashed: Callable[[str], str],
    today: date,
    legend: Mapping[str, str] | None = None,
) -> Checked:
    """Judge every row of a sheet under its headings. No row is lost: kept, failed or ignored."""
    body, ignored = _set_aside(rows_below(cells, layout), cells, layout)
    found = [
        _read_column(body, column, layout, _parser(column, model, hashed, legend or {}), model)
        for column in layout.table.columns
    ]
    frame = pl.concat([body.select("row", *[pl.col(c) for c in body.columns if c == "came_from"]),
                       *[values for values, _ in found]], how="horizontal")  # fmt: skip
    problems = pl.concat([said for _, said in found])
    judged = frame.with_columns(pl.lit(today).alias("today"))
    problems = pl.concat([problems, *[_break(judged, rule) for rule in _rules(layout)]])
    stopped = problems.filter(pl.col("severity") == Severity.STOPS.value)["position"].unique()
    positions = pl.int_range(pl.len(), dtype=pl.UInt32)
    rows = frame.filter(~positions.is_in(stopped.implode()))
    return Checked(
        cells.sheet,
        layout,
        rows.drop("came_from", strict=False),
        tuple(_problems(problems, frame, cells.sheet, layout)),
        tuple(frame["row"].gather(stopped.sort()).to_list()),
        ignored,
    )


def _set_aside(body: pl.DataFrame, cells: Cells, layout: Layout) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """Totals, notes below the table and headings that are repeated are no data."""
    texts = [f"t{index}" for index in cells.columns]
    first = pl.coalesce(pl.col(text).str.strip_chars() for text in texts)
    total = first.str.to_lowercase().str.strip_chars(" .:").is_in(_TOTALS)
    filled = pl.sum_horizontal(pl.col(text).is_not_null() for text in texts)
    note = (filled == 1) & (len(layout.columns) > 2)
    again = pl.all_horizontal(
        pl.col(f"t{index}").str.strip_chars().eq_missing(pl.lit(layout.headings[index].strip()))
        for index in layout.columns.values()
    )
    aside = total | note | again
    return body.filter(~aside), tuple(body.filter(aside)["row"].to_list())


def _parser(
    column: Column, model: Model, hashed: Callable[[str], str], legend: Mapping[str, str]
) -> Parser:
    """The column's own parser; a mark that the sheet's legend explains is read as the explanation."""
    plain = parser(column, model, hashed)
    if not legend or column.kind is not ColumnKind.CODE:
        return plain

    def explained(text: str, kind: Kind) -> Reading:
        return plain(legend.get(normalise(text), text), kind)

    return explained


def _read_column(
    body: pl.DataFrame, column: Column, layout: Layout, parse: Parser, model: Model
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One column's values (one per row of the body) and what there is to say of them.

    Each distinct text is read once: a year of rows has a few hundred dates and a dozen codes.
    """
    index = layout.columns.get(column.name)
    if index is None:
        value = model.defaults.get(layout.table.name, {}).get(column.name, _when_absent(column))
        return pl.DataFrame({column.name: pl.repeat(value, body.height, dtype=column.dtype, eager=True)}), _nothing()
    cells = body.select(pl.col(f"t{index}").alias("text"), pl.col(f"k{index}").alias("kind"))
    distinct = cells.unique(maintain_order=True)
    readings = [_read(text, Kind(kind), column, parse) for text, kind in distinct.iter_rows()]
    lookup = distinct.with_columns(
        pl.Series(column.name, [reading.value for reading in readings], dtype=column.dtype),
        *[
            pl.Series(part, [getattr(reading, part) for reading in readings], dtype=pl.String)
            for part in (*_WEIGHT, "suggestion")
        ],
    )
    joined = cells.join(lookup, on=["text", "kind"], how="left", nulls_equal=True, maintain_order="left")
    return joined.select(column.name), _said(joined, column)


def _read(text: str | None, kind: Kind, column: Column, parse: Parser) -> Reading:
    if kind is Kind.ERROR:
        return Reading(fault="cell-error")
    if kind is Kind.UNCOMPUTED:
        return Reading(fault="cell-uncomputed")
    if text is None or not text.strip() or text.strip() in {"-", "–", "—"}:
        if column.filled:
            return Reading(fault="empty")
        value = _when_absent(column)
        return Reading(value, warning="municipality-empty" if column.kind is ColumnKind.MUNICIPALITY else None)
    return parse(text, kind)


def _when_absent(column: Column) -> str | None:
    """What nothing in a cell means: the vocabulary says, places and teams are unknown, the rest is null."""
    match column:
        case Column(vocabulary=Vocabulary(blank=str(blank))):
            return blank
        case Column(kind=ColumnKind.MUNICIPALITY | ColumnKind.TEAM):
            return "unknown"
    return None


_SAID = {"position": pl.UInt32, "name": pl.String, "reason": pl.String, "severity": pl.String,
         "value": pl.String, "suggestion": pl.String}  # fmt: skip


def _nothing() -> pl.DataFrame:
    return pl.DataFrame(schema=_SAID)


def _said(joined: pl.DataFrame, column: Column) -> pl.DataFrame:
    numbered = joined.with_row_index("position")
    parts = [
        numbered.filter(pl.col(part).is_not_null()).select(
            "position",
            pl.lit(column.name).alias("name"),
            pl.col(part).alias("reason"),
            pl.lit(severity.value).alias("severity"),
            pl.when(pl.lit(column.quotable)).then(pl.col("text")).alias("value"),
            "suggestion",
        )
        for part, severity in _WEIGHT.items()
    ]
    return pl.concat([_nothing(), *parts])


def _rules(layout: Layout) -> list[Rule]:
    """The table's own rules, and those that its columns' declarations imply."""
    table = layout.table
    implied = [
        Rule("date-in-future", column.future, (column.name,), pl.col(column.name) > pl.col("today"))
        for column in table.columns
        if column.future is not None and column.name in layout.columns
    ]
    if not table.key_repeats:
        numbered = pl.col(table.key[0]).is_not_null()
        again = pl.struct(table.key).is_first_distinct().not_() & numbered
        implied.append(Rule("row-twice", Severity.STOPS, table.key, again))
    return [*table.rules, *implied]


def _break(judged: pl.DataFrame, rule: Rule) -> pl.DataFrame:
    """Where a rule is broken. Rules speak of values; a value that failed is null and breaks no rule."""
    broken = judged.with_row_index("position").filter(rule.breaks.fill_null(False))
    return broken.select(
        "position",
        pl.lit(rule.columns[0]).alias("name"),
        pl.lit(rule.key).alias("reason"),
        pl.lit(rule.severity.value).alias("severity"),
        pl.lit(None, dtype=pl.String).alias("value"),
        pl.lit(None, dtype=pl.String).alias("suggestion"),
    )


def _problems(said: pl.DataFrame, frame: pl.DataFrame, sheet: str, layout: Layout) -> list[Problem]:
    """In the order of the rows, as the file shows them."""
    rows = frame["row"]
    came_from = frame["came_from"] if "came_from" in frame.columns else None
    made = []
    for position, name, reason, severity, value, suggestion in said.sort("position", maintain_order=True).iter_rows():
        column, heading = layout.place(name)
        if came_from is not None and came_from[position] is not None and name in {"date", "status"}:
            column = letter(came_from[position])
        made.append(
            Problem(sheet, rows[position], column, heading, name, reason, Severity(severity), value, suggestion)
        )
    return made
