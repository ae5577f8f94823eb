"""What a sheet says about its cells besides their values, in one shape for all workbook formats."""

import re
from dataclasses import dataclass, field

from data_sources.reading.cells import Kind

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
    unseen: the file could not be searched, so that a blank may be an error and hidden rows are not known.
    """

    marks: dict[int, dict[int, Mark]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    has_values: bool = False
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
