"""Owns the judgement of rows: cells in, rows that hold out, and for every other row where and why."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from data_sources.checking.rules import SAID, broken
from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise
from data_sources.declared.table import UNKNOWN, Column, ColumnKind, Severity, Vocabulary
from data_sources.parsing.parsed import Parser, Reading
from data_sources.parsing.values import are_birth_dates, parser
from data_sources.reading.cells import Cells, Kind, Refused, letter
from data_sources.recognising.context import Context
from data_sources.recognising.layout import Layout
from data_sources.recognising.totals_and_notes import set_aside

_WEIGHT = {"fault": Severity.STOPS, "warning": Severity.WARNS, "note": Severity.NOTES}
_NOTHING = {"", "-", "–", "—", "null", "(null)", "nan", "none", "n/a"}
_NOBODY = {"?", "ukjent", "ukjend", "anonym", "ingen", "unknown"}  # in an id column: nobody's id
_ERROR = re.compile(
    r"^#(?:i/t|n/a|ref!|referanse!|div/0!|verdi!|value!|navn\?|name\?|num!|tall!|null!|spill!|overflyt!|#+)$"
)
_REMARKS = {  # what a reader saw or could not see, as it is said
    "mixed-encodings": Reading(warning="mixed-encodings"),
    "errors-unseen": Reading(warning="errors-unseen"),
}
MOST_SAID = 10_000  # nobody reads more of one sheet; a file where every cell is wrong must not fill the memory
_A_WORD = 4  # letters: fewer are marks, and stand in any sentence
_MANY, _SAMPLE, _HOPELESS = 20_000, 2_000, 0.9  # distinct texts; those looked at first; the share of faults
_REGISTER_COLUMNS = {"date", "status"}  # in a wide register: the heading above a mark, and the mark


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
    """One table's outcome. `rows`: `row` and the table's columns, typed; every one of them holds.

    `failed`: numbers of the rows that do not; `failed_on`: the days of those rows, None where there is none to
    read. `problems`: no more than MOST_SAID of rows, those that stop a row first; `tally`: all of them, by reason and
    severity. `ignored`: numbers of total rows, notes and repeated headings, which are no data.
    """

    sheet: str
    layout: Layout
    rows: pl.DataFrame
    problems: tuple[Problem, ...]
    failed: tuple[int, ...]
    ignored: tuple[int, ...]
    failed_on: tuple[object, ...] = ()
    tally: Mapping[tuple[str, str], int] = field(default_factory=dict)


def check(cells: Cells, layout: Layout, context: Context, legend: Mapping[str, str] | None = None) -> Checked:
    """Judge every row under the headings. No row is lost: kept, failed or ignored.

    `legend`: what the sheet itself says its marks mean.
    """
    body, ignored = set_aside(cells, layout)
    model = context.model
    columns = [
        _read_column(body, column, layout, context.answers.around(parse, column, model, layout.fingerprint), model)
        for column in layout.table.columns
        for parse in [_parser(column, model, context.hashed, legend or {})]
    ]
    own = [name for name in ("row", "came_from") if name in body.columns]
    frame = pl.concat([body.select(own), *[values for values, _ in columns]], how="horizontal")
    judged = frame.with_columns(pl.lit(context.today).alias("today"))
    problems = broken(judged, layout, model, pl.concat([remarks for _, remarks in columns]))
    stopped = problems.filter(pl.col("severity") == Severity.STOPS.value)["position"].unique()
    positions = pl.int_range(pl.len(), dtype=pl.UInt32)
    of_sheet = _of_sheet(cells, layout, body)
    tally = Counter((problem.reason, problem.severity.value) for problem in of_sheet)
    for reason, severity, rows in problems.group_by("reason", "severity").len().sort("reason").iter_rows():
        tally[reason, severity] += rows
    return Checked(
        cells.sheet,
        layout,
        frame.filter(~positions.is_in(stopped.implode())).drop("came_from", strict=False),
        (*of_sheet, *_of_rows(problems, frame, cells.sheet, layout)),
        tuple(frame["row"].gather(stopped.sort()).to_list()),
        ignored,
        tuple(frame[layout.table.date].gather(stopped.sort()).to_list()),
        tally,
    )


def _parser(column: Column, model: Model, hashed: Callable[[str], str], legend: Mapping[str, str]) -> Parser:
    """The column's own parser; a mark that the sheet's legend explains is read as the explanation."""
    plain = parser(column, model, hashed)
    if not legend or column.kind is not ColumnKind.CODE:
        return plain

    def explained(text: str, kind: Kind) -> Reading:
        said = legend.get(normalise(text))
        if said is None:
            return plain(text, kind)
        meaning = plain(said, kind)
        # What the sheet says a mark means is never overruled by what it means to us: it is asked about.
        return meaning if meaning.fault is None else plain(_known_in(said, column, model) or said, kind)

    return explained


def _known_in(said: str, column: Column, model: Model) -> str | None:
    """The longest of our own words in an explanation: "avbud (meldt dagen før)" speaks of "avbud"."""
    vocabulary = model.vocabulary(column)
    spellings = vocabulary.spellings.values() if vocabulary else ()
    words = sorted({normalise(word) for written in spellings for word in written}, key=len, reverse=True)
    plain = f" {re.sub(r'[^0-9a-zæøå]+', ' ', normalise(said))} "
    return next((word for word in words if len(word) >= _A_WORD and f" {word} " in plain), None)


def _read_column(
    body: pl.DataFrame, column: Column, layout: Layout, parse: Parser, model: Model
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One column's values (one per row of the body) and what there is to say of them.

    Each distinct text is read once: a year of rows has a few hundred dates and a dozen codes.
    """
    index = layout.columns.get(column.name)
    if index is None:
        value = model.defaults.get(layout.table.name, {}).get(column.name, _when_absent(column))
        absent = pl.repeat(value, body.height, dtype=column.dtype, eager=True)
        return pl.DataFrame({column.name: absent}), pl.DataFrame(schema=SAID)
    cells = body.select(pl.col(f"t{index}").alias("text"), pl.col(f"k{index}").alias("kind"))
    distinct = cells.unique(maintain_order=True)
    if distinct.height > _MANY:
        first = [_read(text, Kind(kind), column, parse) for text, kind in distinct.head(_SAMPLE).iter_rows()]
        if sum(reading.fault is not None for reading in first) > _HOPELESS * _SAMPLE:
            raise Refused("column-not-understood", column=index)
    readings = [_read(text, Kind(kind), column, parse) for text, kind in distinct.iter_rows()]
    if column.kind is ColumnKind.PERSON and are_birth_dates(distinct["text"].drop_nulls().to_list()):
        readings = [replace(one, warning=one.warning or "id-is-a-date") if one.value else one for one in readings]
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
    plain = (text or "").strip().casefold()
    if kind is Kind.ERROR or _ERROR.match(plain):
        return Reading(fault="cell-error")
    if kind is Kind.UNCOMPUTED:
        return Reading(fault="cell-uncomputed")
    if text is None or plain in _NOTHING or (column.kind is ColumnKind.PERSON and plain in _NOBODY):
        if column.filled:
            return Reading(fault="empty")
        warning = "municipality-empty" if column.kind is ColumnKind.MUNICIPALITY else None
        return Reading(_when_absent(column), warning=warning)
    return parse(text, kind)


def _when_absent(column: Column) -> str | None:
    """What nothing in a cell means: the vocabulary says, places and teams are unknown, the rest is null."""
    match column:
        case Column(vocabulary=Vocabulary(blank=str(blank))):
            return blank
        case Column(kind=ColumnKind.MUNICIPALITY | ColumnKind.TEAM):
            return UNKNOWN
    return None


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
    return pl.concat([pl.DataFrame(schema=SAID), *parts])


def _of_sheet(cells: Cells, layout: Layout, body: pl.DataFrame) -> list[Problem]:
    """What there is to say of the sheet rather than of a row: headings given twice, hidden rows, what was mended."""
    made = []
    warning = "heading-twice"
    for name, others in layout.twice.items():
        letters = ", ".join(letter(index) for index in (layout.columns[name], *others))
        place = (letter(others[0]), layout.headings[others[0]])
        made.append(Problem(cells.sheet, layout.row, *place, name, warning, Severity.WARNS, letters))
    name = layout.table.date
    if hidden := sorted(set(cells.hidden_rows) & set(body["row"])):
        note = "hidden-rows"
        made.append(Problem(cells.sheet, hidden[0], "", "", name, note, Severity.NOTES, str(len(hidden))))
    for said in (_REMARKS[remark] for remark in cells.remarks if remark in _REMARKS):
        if said.warning:
            made.append(Problem(cells.sheet, layout.row, "", "", name, said.warning, Severity.WARNS))
    return made


def _of_rows(said: pl.DataFrame, frame: pl.DataFrame, sheet: str, layout: Layout) -> list[Problem]:
    """In the order of the rows, as the file shows them. A register's marks stand under the date they are of."""
    if said.height > MOST_SAID:
        said = said.sort(pl.col("severity") != Severity.STOPS.value, "position").head(MOST_SAID)
    rows = frame["row"].to_list() if said.height else []
    marks = frame.select("came_from", "date").rows() if said.height and "came_from" in frame.columns else None
    places = {column.name: layout.place(column.name) for column in layout.table.columns}
    made = []
    for position, name, reason, severity, value, suggestion in said.sort("position", maintain_order=True).rows():
        column, heading = places[name]
        if marks is not None and name in _REGISTER_COLUMNS:
            came_from, day = marks[position]
            column, heading = letter(came_from), f"{day:%d.%m.%Y}"
        elif marks is not None and name == "level":
            column, heading = "", ""
        weight = Severity(severity)
        made.append(Problem(sheet, rows[position], column, heading, name, reason, weight, value, suggestion))
    return made
