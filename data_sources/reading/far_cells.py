"""Owns why a small workbook is too large to read: a cell that holds something far outside of its table.

Looked for only where a reader has run out of memory; it costs ordinary files nothing. No values are kept.
"""

import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from data_sources.reading.formats import xlsb, xlsx
from data_sources.reading.formats.zip_parts import Package
from data_sources.reading.guard import Format
from data_sources.reading.own_process import Cancel, Notify

FORMATS = frozenset({Format.XLSX, Format.XLSB})
"""Those that give cells their place; in the others nothing can stand far away."""
_EMPTY_ROWS, _EMPTY_COLUMNS = 5_000, 300
"""With so many rows or columns of nothing before it, a cell is none of the table's."""


def answer(request: dict[str, Any], cancel: Cancel, notify: Notify) -> bytes:
    """The work of a process of its own: [row from 1, column from 0] of the first such cell, or null."""
    form = Format(request["format"])
    with ZipFile(Path(request["folder"]) / f"file.{form}") as archive:
        package = Package(archive)
        sheets = xlsb.filled(package) if form is Format.XLSB else xlsx.filled(package)
        far = next((cell for places in sheets if (cell := _far_away(places))), None)
    return json.dumps(far).encode()


def _far_away(places: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The outermost of a sheet's cells, where nothing stands near it."""
    first_in: dict[int, int] = {}  # row → a column in which it holds something
    row_of: dict[int, int] = {}  # column → a row
    for row, column in places:
        first_in[row] = column
        row_of[column] = row
    rows, columns = sorted(first_in), sorted(row_of)
    for line, empty in ((rows, _EMPTY_ROWS), (columns, _EMPTY_COLUMNS)):
        if any(after - before > empty for before, after in pairwise(line)):
            return (line[-1], first_in[line[-1]]) if line is rows else (row_of[line[-1]], line[-1])
    return None
