"""What the records of an .xlsb sheet say that the reader does not pass on: errors, hidden and merged cells.

[MS-XLSB] 2.1.4: a record is its kind and its length, each in groups of seven bits, and then its data.
"""

import struct
from collections.abc import Iterator

from data_sources.reading.formats.typed_cells import LAST_ROW, SheetFacts, error
from data_sources.reading.formats.zip_parts import Package

ROW_HEADER, CELL_ERROR, FORMULA_ERROR, COLUMN_INFO, MERGE, SHEET = 0, 3, 11, 60, 176, 156
_WORKBOOK_PROPERTIES = 153
_CELLS = range(2, 12)  # the kinds of records that are a cell with a value; 1 is an empty one


def facts(package: Package) -> dict[str, SheetFacts]:
    """Sheet name → facts. Sheets whose records cannot be followed are left out. Raises zipfile.BadZipFile."""
    by_sheet = {}
    for name, part in _parts(package):
        try:
            by_sheet[name] = _sheet(package.read(part))
        except struct.error:
            continue
    return by_sheet


def filled(package: Package) -> Iterator[Iterator[tuple[int, int]]]:
    """Of each sheet the places (row from 1, column from 0) of the cells that hold a value."""
    for _, part in _parts(package):
        yield _filled(package.read(part))


def from_1904(package: Package) -> bool:
    """Do the serial numbers of days begin in 1904?"""
    properties = (data for kind, data in records(package.read(package.workbook())) if kind == _WORKBOOK_PROPERTIES)
    return any(data and data[0] & 1 for data in properties)


def _filled(content: bytes) -> Iterator[tuple[int, int]]:
    row = 0
    for kind, data in records(content):
        if kind == ROW_HEADER and len(data) >= 4:
            row = struct.unpack_from("<I", data)[0] + 1
        elif kind in _CELLS and len(data) >= 4:
            yield row, struct.unpack_from("<I", data)[0]


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    """(sheet name, its part) for every sheet the workbook lists and the package holds."""
    workbook = package.workbook()
    targets = package.relationships(workbook)
    for kind, data in records(package.read(workbook)):
        if kind != SHEET:
            continue
        try:
            key, rest = text(data[8:])
            name, _ = text(rest)
        except struct.error:
            continue
        if key in targets and targets[key].target in package:
            yield name, targets[key].target


def _sheet(content: bytes) -> SheetFacts:
    facts, row = SheetFacts(), 0
    for kind, data in records(content):
        if kind == ROW_HEADER:
            row = min(struct.unpack_from("<I", data)[0], LAST_ROW - 1) + 1
            if len(data) > 11 and data[11] & 0x10:
                facts.hidden_rows.add(row)
        elif kind in (CELL_ERROR, FORMULA_ERROR) and len(data) > 8:
            facts.mark(row, struct.unpack_from("<I", data)[0] & 0x3FFF, error(data[8]))
        elif kind == COLUMN_INFO and len(data) > 17 and data[16] & 0x01:
            facts.hide_columns(*struct.unpack_from("<II", data))
        elif kind == MERGE:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIII", data)
            facts.merged.append((first_row + 1, first_column, last_row + 1, last_column))
    return facts


def records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, data) of each record of a part."""
    at = 0
    while at < len(content):
        kind = content[at]
        at += 1
        if kind & 0x80 and at < len(content):
            kind = kind & 0x7F | content[at] << 7
            at += 1
        length = 0
        for shift in (0, 7, 14, 21):
            if at >= len(content):
                return
            length |= (content[at] & 0x7F) << shift
            at += 1
            if not content[at - 1] & 0x80:
                break
        yield kind, content[at : at + length]
        at += length


def text(data: bytes) -> tuple[str, bytes]:
    """A text that begins `data`, and what follows it."""
    end = 4 + 2 * struct.unpack_from("<I", data)[0]
    return data[4:end].decode("utf-16-le", "replace"), data[end:]
