"""Owns how a column of cells becomes values, and what there is to say of each of its cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from data_sources.checking.doubts import marks
from data_sources.checking.doubts.marks import Marks
from data_sources.checking.doubts.said_once import SaidOnce, date_hints
from data_sources.checking.rules import SAID
from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise
from data_sources.declared.table import UNKNOWN, Column, ColumnKind, Severity, Vocabulary
from data_sources.parsing.answers import NONE, meanings
from data_sources.parsing.dates import are_month_first, parse_date
from data_sources.parsing.parsed import Parsed, Parser
from data_sources.parsing.values import are_birth_dates, parser
from data_sources.reading.cells import Kind, Refused
from data_sources.recognising.context import Context
from data_sources.recognising.sheets import TableInSheet

_WEIGHT = {"fault": Severity.STOPS, "warning": Severity.WARNS, "note": Severity.NOTES}
_NOTHING = {"", "-", "–", "—", "null", "(null)", "nan", "none", "n/a"}
_NOBODY = {"?", "ukjent", "ukjend", "anonym", "ingen", "unknown"}  # in an id column: nobody's id
_ERROR = re.compile(
    r"^#(?:i/t|n/a|ref!|referanse!|div/0!|verdi!|value!|navn\?|name\?|num!|tall!|null!|spill!|overflyt!|#+)$"
)
_FEW = 1_000  # rows
_A_WORD = 4  # letters: fewer are marks, and stand in any sentence
_MANY, _SAMPLE, _HOPELESS = 20_000, 2_000, 0.9  # distinct texts; those looked at first; the share of faults


def column_values(
    body: pl.DataFrame, column: Column, table: TableInSheet, context: Context, doubts: Marks, once: SaidOnce | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One column's values (one per row of the body) and what there is to say of them.

    `doubts`: its marks that are uncertain. `once`: what is said of it for all rows, where the sheet has no such column.
    Each distinct text is read once: a year of rows has a few hundred dates and a dozen codes.
    """
    index = table.layout.columns.get(column.name)
    if index is None:
        return _of_every_row(body, column, table, context, once)
    pairs, at = _different(body.select(f"t{index}", f"k{index}"))
    parse = _parser(column, table, context, doubts, pairs)
    if len(pairs) > _MANY:
        first = [_read(text, Kind(kind), column, parse) for text, kind in pairs[:_SAMPLE]]
        if sum(reading.fault is not None for reading in first) > _HOPELESS * _SAMPLE:
            raise Refused("column-not-understood", column=index)
    blank = _blank(column, table, context, doubts)
    asked = set(doubts.likely)
    readings = [
        _read(text, Kind(kind), column, parse, blank, always=(text or "").strip() in asked) for text, kind in pairs
    ]
    texts = [text for text, _ in pairs]
    if column.kind is ColumnKind.PERSON and are_birth_dates([text for text in texts if text is not None]):
        readings = [
            replace(parsed, warning=parsed.warning or "id-is-a-date") if parsed.value else parsed for parsed in readings
        ]
    values = pl.Series(column.name, [reading.value for reading in readings], dtype=column.dtype)
    return values.gather(at).to_frame(), _remarks(texts, readings, at, column)


def _different(cells: pl.DataFrame) -> tuple[list[tuple[str | None, str]], pl.Series]:
    """The different cells of a column, (text, kind), as they first stand; and for each row which of them it has."""
    if cells.height <= _FEW:  # with few rows, Python is done before Polars has begun
        every = cells.rows()
        place = {pair: number for number, pair in enumerate(dict.fromkeys(every))}
        return list(place), pl.Series([place[pair] for pair in every], dtype=pl.UInt32)
    distinct = cells.unique(maintain_order=True)
    numbered = distinct.with_row_index("at")
    joined = cells.join(numbered, on=cells.columns, how="left", nulls_equal=True, maintain_order="left")
    return distinct.rows(), joined["at"]


def _of_every_row(
    body: pl.DataFrame, column: Column, table: TableInSheet, context: Context, once: SaidOnce | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same for every row: what is said once, what the model gives, or what nothing means."""
    default = context.model.defaults.get(table.layout.table.name, {}).get(column.name, _when_absent(column))
    value = once.value if once is not None and once.value is not None else default
    values = pl.DataFrame({column.name: pl.repeat(value, body.height, dtype=column.dtype, eager=True)})
    if once is None or once.value is not None or not column.required:
        return values, pl.DataFrame(schema=SAID)
    fault = Parsed(fault="place-not-said")
    return values, _remarks([None], [fault], pl.repeat(0, body.height, dtype=pl.UInt32, eager=True), column)


def _blank(column: Column, table: TableInSheet, context: Context, doubts: Marks) -> Parsed | None:
    """What an empty cell means, where that is a question; None where it means what the vocabulary says."""
    if doubts.blank is None:
        return None
    labels = meanings(column, context.model)
    answer = context.answers.meaning(table.layout.fingerprint, column.name, "")
    if answer in labels:
        return Parsed(answer, note="value-as-answered")
    if answer == NONE:
        return Parsed(UNKNOWN)
    return Parsed(fault="blank-unsure", suggestion=labels.get(doubts.blank))


def _parser(
    column: Column, table: TableInSheet, context: Context, doubts: Marks, pairs: Sequence[tuple[str | None, str]]
) -> Parser:
    """The column's own parser, with what title and explanation say, what is uncertain, and what was answered."""
    plain = parser(column, context.model, context.hashed)
    if column.kind is ColumnKind.DATE:
        texts = [text for text, kind in pairs if text is not None and kind == Kind.TEXT.value]
        hints = replace(date_hints(table, context), month_first=are_month_first(texts))
        return lambda text, kind: parse_date(text, kind, hints)
    explained = _explained(plain, column, table.legend, context.model)
    asking = doubts.around(explained, meanings(column, context.model))
    choices = marks.options(meanings(column, context.model), table) if doubts.likely else None
    return context.answers.around(asking, column, context.model, table.layout.fingerprint, choices)


def _explained(plain: Parser, column: Column, legend: Mapping[str, str], model: Model) -> Parser:
    """A mark that the workbook's legend explains is read as the explanation."""
    if not legend or column.kind is not ColumnKind.CODE:
        return plain

    def explained(text: str, kind: Kind) -> Parsed:
        explanation = legend.get(normalise(text))
        if explanation is None:
            return plain(text, kind)
        meaning = plain(explanation, kind)
        # What the sheet says a mark means is never overruled by what it means to us: it is asked about.
        return meaning if meaning.fault is None else plain(_known_in(explanation, column, model) or explanation, kind)

    return explained


def _known_in(meaning: str, column: Column, model: Model) -> str | None:
    """The longest of our own words in an explanation: "avbud (meldt dagen før)" speaks of "avbud"."""
    vocabulary = model.vocabulary(column)
    spellings = vocabulary.spellings.values() if vocabulary else ()
    words = sorted({normalise(word) for written in spellings for word in written}, key=len, reverse=True)
    plain = f" {re.sub(r'[^0-9a-zæøå]+', ' ', normalise(meaning))} "
    return next((word for word in words if len(word) >= _A_WORD and f" {word} " in plain), None)


def _read(
    text: str | None, kind: Kind, column: Column, parse: Parser, blank: Parsed | None = None, *, always: bool = False
) -> Parsed:
    plain = (text or "").strip().casefold()
    if kind is Kind.ERROR or _ERROR.match(plain):
        return Parsed(fault="cell-error")
    if kind is Kind.UNCOMPUTED:
        return Parsed(fault="cell-uncomputed")
    if always and text is not None:
        return parse(text, kind)
    if text is None or plain in _NOTHING or (column.kind is ColumnKind.PERSON and plain in _NOBODY):
        if blank is not None:
            return blank
        if column.filled:
            return Parsed(fault="empty")
        warning = "municipality-empty" if column.kind is ColumnKind.MUNICIPALITY else None
        return Parsed(_when_absent(column), warning=warning)
    return parse(text, kind)


def says_nobody(text: str) -> bool:
    """Is what stands in a column of ids nobody's id: nothing, unknown, an error of Excel's?"""
    plain = text.strip().casefold()
    return plain in _NOTHING | _NOBODY or _ERROR.match(plain) is not None


def _when_absent(column: Column) -> str | None:
    """What nothing in a cell means: the vocabulary says, places and teams are unknown, the rest is null."""
    match column:
        case Column(vocabulary=Vocabulary(blank=str(blank))):
            return blank
        case Column(kind=ColumnKind.MUNICIPALITY | ColumnKind.TEAM):
            return UNKNOWN
    return None


def _remarks(texts: Sequence[str | None], readings: Sequence[Parsed], at: pl.Series, column: Column) -> pl.DataFrame:
    """What there is to say of a column's rows. `at`: for each row, which of the readings is its own."""
    every = [pl.DataFrame(schema=SAID)]
    for part, severity in _WEIGHT.items():
        reasons = [getattr(reading, part) for reading in readings]
        if not any(reasons):
            continue
        quoted = texts if column.quotable else [None] * len(texts)
        suggestions = [reading.suggestion for reading in readings]
        names = ("reason", "value", "suggestion")
        said = pl.DataFrame([reasons, quoted, suggestions], schema=dict.fromkeys(names, pl.String))
        every.append(
            said[at]
            .with_row_index("position")
            .filter(pl.col("reason").is_not_null())
            .with_columns(name=pl.lit(column.name), severity=pl.lit(severity.value))
            .select(list(SAID))
        )
    return pl.concat(every)
