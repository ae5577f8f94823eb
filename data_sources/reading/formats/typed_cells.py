"""What a spreadsheet reader hands over → the frame of `Cells`: values become text, and what a sheet says of its cells
besides their values (errors, what is hidden or merged) has one shape for all formats.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import polars as pl

from data_sources.reading.cells import EVERY_KIND, EVERY_TEXT, KIND_TYPE, KINDS, Kind, Refused

LONGEST_CELL = 32_767
"""Characters in one cell, the most Excel itself holds."""
CHUNK = 200_000
"""Cells turned at a time, so that a wide sheet costs no more memory than a long one."""


LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True)
class Mark:
    """A cell a reader gives as blank though it is not: an error, or a formula without a stored value."""

    kind: Kind
    text: str | None = None


@dataclass
class SheetFacts:
    """marks: row as Excel shows it → column from 0 → mark. The rest as in `Cells`.

    has_values: the sheet holds at least one value, so a reader that finds none has failed.
    rows_held: rows that hold a number for certain, where that was looked for: a reader that lacks one has lost it.
    unseen: the file could not be searched, so that a blank may be an error and hidden rows are not known.
    """

    marks: dict[int, dict[int, Mark]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    has_values: bool = False
    rows_held: set[int] = field(default_factory=set)
    unseen: bool = False

    def mark(self, row: int, column: int, mark: Mark) -> None:
        """Note a cell; row from 1, column from 0."""
        self.marks.setdefault(row, {})[column] = mark

    def hide_columns(self, first: int, last: int) -> None:
        """Hide columns `first` to `last`, from 0, both included; none beyond the last a sheet can have."""
        self.hidden_columns.update(range(first, min(last + 1, LAST_COLUMN)))


ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Error cells in the binary formats ([MS-XLS] 2.5.10, [MS-XLSB] 2.5.97.2)."""


def error(code: int) -> Mark:
    """The mark of an error cell by its code in the binary formats."""
    return Mark(Kind.ERROR, ERRORS.get(code, "#N/A"))


def place(reference: str) -> tuple[int, int] | None:
    """(row, column) of a reference: C5 → (5, 2); None for what is no cell of a sheet."""
    match = REFERENCE.fullmatch(reference.upper())
    if match is None:
        return None
    column = 0
    for character in match[1]:
        column = column * 26 + ord(character) - 64
    row = int(match[2])
    return (row, column - 1) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


Marks = Mapping[int, Mapping[int, Mark]]
"""Row number as Excel shows it → column (0 is A) → what stands there."""


@dataclass(frozen=True)
class Size:
    """The largest sheet that is taken in: rows that hold something, columns that hold something."""

    rows: int
    columns: int


def number(value: float) -> str:
    """The shortest text that gives the same number back; whole numbers without ".0"."""
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text


def duration(value: dt.timedelta) -> str:
    """Hours, minutes and seconds (`25:30:00`); days are counted as hours."""
    seconds = round(abs(value).total_seconds())
    sign = "-" if value < dt.timedelta() else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


SPELLING: Mapping[type, tuple[Kind, Callable[[Any], str | None]]] = {
    str: (Kind.TEXT, lambda value: value or None),
    float: (Kind.NUMBER, number),
    int: (Kind.NUMBER, str),
    bool: (Kind.BOOL, lambda value: "TRUE" if value else "FALSE"),
    dt.date: (Kind.DATE, dt.date.isoformat),
    dt.datetime: (Kind.DATETIME, dt.datetime.isoformat),
    dt.time: (Kind.TIME, dt.time.isoformat),
    dt.timedelta: (Kind.DURATION, duration),
    type(None): (Kind.BLANK, lambda value: None),
    Mark: (Kind.ERROR, lambda value: value.text),
}
CODE = {kind: KINDS.index(kind) for kind in Kind}
TEXT_CODE, BLANK_CODE = CODE[Kind.TEXT], CODE[Kind.BLANK]  # 1 and 0: is there a text?
_PLAIN = {str, type(None)}
SPELL = {python_type: spelling for python_type, (_, spelling) in SPELLING.items()}
CODE_OF = {python_type: CODE[kind] for python_type, (kind, _) in SPELLING.items()}


def frame_of(rows: Iterable[list[Any]], first_column: int, width: int, marks: Marks, size: Size) -> pl.DataFrame:
    """The frame of a sheet.

    rows: all rows from Excel's row 1, each with the `width` values from `first_column` on, or fewer.
    marks: may lie outside of them. Raises Refused `too-many-rows` or `too-many-columns`.
    """
    marked = [column for columns in marks.values() for column in columns]
    start = min([first_column, *marked])
    stop = max([first_column + width, *(column + 1 for column in marked)])
    source = _placed(rows, first_column - start, stop - start, start, marks) if marks else iter(rows)
    step = max(1, CHUNK // max(1, stop - start))
    pieces, row, kept = [], 1, 0
    while chunk := list(islice(source, step)):
        piece = _piece(chunk, row, start, stop - start, size)
        row += len(chunk)
        if piece is None:
            continue
        kept += piece.height
        if kept > size.rows:
            raise Refused("too-many-rows", limit=size.rows)
        pieces.append(piece)
    return _joined(pieces, size)


def _placed(rows: Iterable[list[Any]], shift: int, width: int, start: int, marks: Marks) -> "Iterable[list[Any]]":
    """The rows with the marks put in, widened to `width`, and the marked rows the reader left out."""
    row = 0
    for row, values_read in enumerate(rows, 1):
        values = [None] * shift + values_read if shift else values_read
        if marked := marks.get(row):
            values = values + [None] * (width - len(values))
            for column, mark in marked.items():
                if values[column - start] in ("", None):
                    values[column - start] = mark
        yield values
    for missing in range(row + 1, max(marks, default=0) + 1):
        marked = marks.get(missing, {})
        yield [marked.get(column) for column in range(start, start + width)] if marked else []


def _piece(chunk: list[list[Any]], row: int, start: int, width: int, size: Size) -> pl.DataFrame | None:
    """The rows of one chunk that hold anything; None when none does."""
    if not any(chunk):
        return None
    width = max(width, *map(len, chunk))  # delimited text may grow wider further down
    full = [values if len(values) == width else values + [None] * (width - len(values)) for values in chunk]
    texts: dict[str, pl.Series] = {}
    kinds: dict[str, pl.Series] = {}
    for i, values in enumerate(zip(*full, strict=True), start):
        if values.count("") + values.count(None) == len(values):
            continue
        types = set(map(type, values))
        if types <= _PLAIN:
            texts[f"t{i}"] = pl.Series(values, dtype=pl.String)
        else:
            texts[f"t{i}"], kinds[f"k{i}"] = _spelt(values, types)
        if len(texts) > size.columns:
            raise Refused("too-many-columns", limit=size.columns)
    if not texts:
        return None
    rows = pl.int_range(row, row + len(chunk), dtype=pl.UInt32, eager=True)
    frame = pl.DataFrame({"row": rows, **texts, **kinds})
    _refuse_longer(frame)
    if plain := [name for name in texts if f"k{name[1:]}" not in kinds]:
        filled = pl.col(plain) != ""
        is_text = filled.fill_null(False).cast(pl.UInt8).name.replace("t", "k")
        frame = frame.with_columns(pl.when(filled).then(pl.col(plain)), is_text)
    return frame.filter(pl.any_horizontal(pl.col(EVERY_KIND) != BLANK_CODE))


def _refuse_longer(frame: pl.DataFrame) -> None:
    """Raises Refused `cell-too-long`."""
    texts = pl.col(EVERY_TEXT).str
    if frame.select(pl.any_horizontal((texts.len_bytes() > LONGEST_CELL).any())).item():  # else no characters are more
        for lengths in frame.select(texts.len_chars()):
            if (at := lengths.arg_max()) is not None and lengths[at] > LONGEST_CELL:
                raise Refused("cell-too-long", line=frame["row"][at], limit=LONGEST_CELL)


def _spelt(values: tuple[Any, ...], types: set[type]) -> tuple[pl.Series, pl.Series]:
    """Texts (String) and kinds (UInt8, the place in `KINDS`) of one column that holds more than texts."""
    if len(types) == 1 and Mark not in types:
        (only,) = types
        text = pl.Series(map(SPELL.get(only, str), values), dtype=pl.String)
        return text, pl.repeat(CODE_OF.get(only, TEXT_CODE), len(values), dtype=pl.UInt8, eager=True)
    text = pl.Series([SPELL.get(type(value), str)(value) for value in values], dtype=pl.String)
    kind = pl.Series([CODE_OF.get(type(value), TEXT_CODE) for value in values], dtype=pl.UInt8)
    if str in types:
        kind = kind.set(text.is_null() & (kind == TEXT_CODE), BLANK_CODE)
    if Mark in types:
        uncomputed = [type(value) is Mark and value.kind is Kind.UNCOMPUTED for value in values]
        kind = kind.set(pl.Series(uncomputed), CODE[Kind.UNCOMPUTED])
    return text, kind


def _joined(pieces: list[pl.DataFrame], size: Size) -> pl.DataFrame:
    if not pieces:
        return pl.DataFrame(schema={"row": pl.UInt32})
    frame = pl.concat(pieces, how="diagonal")
    used = sorted({int(name[1:]) for name in frame.columns if name != "row"})
    if len(used) > size.columns:
        raise Refused("too-many-columns", limit=size.columns)
    return frame.select(
        "row",
        *(
            column
            for i in used
            for column in (pl.col(f"t{i}"), pl.col(f"k{i}").fill_null(BLANK_CODE).cat.to(KIND_TYPE))
        ),
    )
