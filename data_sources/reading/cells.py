"""The one shape every source becomes: cells that know their sheet, row and column.

Readers make `Cells` (workbook, delimited, other_database); everything after them reads only `Cells`,
so no later step needs to know what kind of file a row came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

import polars as pl

DEEPEST_HEADING = 30  # titles and logos stand above the table; nobody puts thirty rows of them there


class Kind(StrEnum):
    """What a cell held before it became text. A number cell and a text that looks like a number differ:
    the text "1.234" is one thousand two hundred and thirty-four in Norway, the number 1.234 is not."""

    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    BOOL = "bool"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DURATION = "duration"
    ERROR = "error"
    UNCOMPUTED = "uncomputed"


KINDS = tuple(Kind)
"""Every kind in the order of the enumeration `k{i}` columns are made of."""

KIND_TYPE = pl.Enum([kind.value for kind in Kind])
EVERY_TEXT, EVERY_KIND = "^t[0-9]+$", "^k[0-9]+$"
"""All columns of texts, and of kinds: one expression of Polars for the whole of a sheet's width."""


@dataclass(frozen=True, eq=False)
class Cells:
    """One sheet.

    sheet: its name as the file has it; for delimited text the file's name without suffix.
    position: 0 for the first sheet in the workbook.
    hidden: the workbook hides this sheet (hidden or very hidden).
    frame: one row per sheet row that holds anything, in sheet order, with the columns
        `row`  UInt32, the row number exactly as Excel shows it (1 for the first row);
        `t{i}` String, per used column i (0 is Excel's column A, leading empty columns still counted):
            texts exactly as stored, numbers by shortest repr without ".0", dates `2025-03-05`,
            datetimes `2025-03-05T09:30:00`, times `09:30:00`, durations `25:30:00`,
            TRUE or FALSE, errors such as `#N/A`; null for blank and uncomputed;
        `k{i}` Enum of `Kind`, never null.
    merged: (first row, first column, last row, last column); rows from 1, columns from 0, both ends included.
        Only the first cell of a merged range holds its value.
    hidden_rows: row numbers as in `row`; hidden_columns: column numbers as in `t{i}`. Both ascending.
    remarks: codes out of `REMARKS` for what the reader mended or could not see.
    """

    sheet: str
    position: int
    hidden: bool
    frame: pl.DataFrame
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The used columns, ascending; 0 is Excel's column A."""
        return tuple(int(name[1:]) for name in self.frame.columns if name.startswith("t"))

    @cached_property
    def head(self) -> tuple[Mapping[str, Any], ...]:
        """The first rows, where titles and headings stand: each by the names of the frame's columns."""
        return tuple(self.frame.head(DEEPEST_HEADING).iter_rows(named=True))


def letter(column: int) -> str:
    """Excel's name of a column: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    rest = column + 1
    while rest > 0:
        rest, digit = divmod(rest - 1, 26)
        name = chr(65 + digit) + name
    return name


REASONS: dict[str, tuple[str, ...]] = {
    # What the file is instead of a workbook that can be read.
    "empty": (),
    "locked": (),
    "damaged": (),
    "pdf": (),
    "image": (),
    "program": (),
    "archive": (),
    "database": (),
    "word": (),
    "presentation": (),
    "apple-numbers": (),
    "html": (),
    "xml-2003": (),
    "old-xls": (),
    "not-a-spreadsheet": (),
    "has-dtd": (),
    "no-sheets": (),
    "rows-lost": (),
    # What there is too much of. Sizes in megabytes, times in seconds.
    "too-big": ("megabytes", "limit"),
    "too-big-unpacked": ("limit",),
    "too-many-parts": ("limit",),
    "too-much-memory": (),
    "too-many-rows": ("limit",),
    "too-many-columns": ("limit",),
    "cell-far-away": ("row", "column"),
    "too-slow": ("seconds",),
    "too-many-marks": ("limit",),
    # What is in a column (0 is A) can hardly be what its heading says.
    "column-not-understood": ("column",),
    "cancelled": (),
    # What is wrong with delimited text, and on which line.
    "nul-bytes": ("line",),
    "unreadable-text": ("line",),
    "mac-roman": ("line",),
    "unclosed-quote": ("line",),
    "cell-too-long": ("line", "limit"),
}
"""Why a file is refused → the names of the numbers that come with it, in every case."""

REMARKS = ("mixed-encodings", "garbled-letters", "errors-unseen", "dates-from-1904")
"""A text file held lines in two encodings, and each was read in its own; letters were already spoilt when the
file was made; a blank cell of this sheet may be one of Excel's errors, and hidden rows
are not known; a number that is a day is counted from 1904."""


class Refused(Exception):  # noqa: N818 - an answer to the user, not a fault in the program
    """A file that is not read, and why.

    reason: a code in kebab-case (`locked`, `too-big`); the words for it live with the screen.
    arguments: numbers that make the sentence useful (`line=17`). Never a cell's value, so the
        exception may be logged.
    """

    def __init__(self, reason: str, **arguments: int) -> None:
        super().__init__(reason, arguments)
        self.reason = reason
        self.arguments = arguments

    def __str__(self) -> str:
        return " ".join([self.reason, *(f"{name}={value}" for name, value in self.arguments.items())])
