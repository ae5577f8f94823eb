"""The second reader of .xlsb: the values themselves, for workbooks on which the first one ends without a word.

[MS-XLSB] 2.4 for the records. Numbers in a cell with a date's format become days, as the first reader does.
"""

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from data_sources.reading.formats.typed_cells import LAST_COLUMN, LAST_ROW, error
from data_sources.reading.formats.xlsb import ROW_HEADER, SHEET, from_1904, records, text
from data_sources.reading.formats.zip_parts import Package

_STRING_ITEM, _FORMAT, _CELL_STYLE = 19, 44, 47
_CELL_STYLES_BEGIN, _CELL_STYLES_END = 617, 618


@dataclass(frozen=True)
class SheetValues:
    """A sheet's name, whether it is hidden, and its rows from the top: (row from 1, 1, values from column A)."""

    name: str
    hidden: bool
    rows: list[tuple[int, int, list[Any]]]


def sheets(package: Package) -> list[SheetValues]:
    """Every worksheet of a workbook, in its order. Raises struct.error where a record is cut short."""
    workbook = package.workbook()
    targets = package.relationships(workbook)
    parts = {target.kind: target.target for target in targets.values()}
    strings = _strings(package.read(parts.get("sharedStrings", "")))
    days = _day_styles(package.read(parts.get("styles", "")))
    epoch = CALENDAR_MAC_1904 if from_1904(package) else CALENDAR_WINDOWS_1900
    listed = []
    for kind, data in records(package.read(workbook)):
        if kind != SHEET:
            continue
        key, rest = text(data[8:])
        name, _ = text(rest)
        if key in targets and targets[key].kind == "worksheet" and targets[key].target in package:
            rows = list(_rows(package.read(targets[key].target), strings, days, epoch))
            listed.append(SheetValues(name, struct.unpack_from("<I", data)[0] != 0, rows))
    return listed


def _strings(content: bytes) -> list[str]:
    return [text(data[1:])[0] for kind, data in records(content) if kind == _STRING_ITEM]


def _day_styles(content: bytes) -> dict[int, bool]:
    """The numbers of the cell styles that show a number as a day, and whether as hours that have passed."""
    formats: dict[int, str] = dict(BUILTIN_FORMATS)
    days: dict[int, bool] = {}
    inside, number = False, 0
    for kind, data in records(content):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", data)[0]] = text(data[2:])[0]
        elif kind in (_CELL_STYLES_BEGIN, _CELL_STYLES_END):
            inside = kind == _CELL_STYLES_BEGIN
        elif kind == _CELL_STYLE and inside:
            shown_as = formats.get(struct.unpack_from("<H", data, 2)[0], "")
            if is_date_format(shown_as) or is_timedelta_format(shown_as):
                days[number] = is_timedelta_format(shown_as)
            number += 1
    return days


def _rows(
    content: bytes, strings: Sequence[str], days: Mapping[int, bool], epoch: Any
) -> Iterator[tuple[int, int, list[Any]]]:
    row, values = 0, list[Any]()
    for kind, data in records(content):
        if kind == ROW_HEADER:
            if values:
                yield row, 1, values
            row, values = struct.unpack_from("<I", data)[0] + 1, []
            if row > LAST_ROW:
                return
        elif kind in _VALUES:
            column, style = struct.unpack_from("<II", data)
            if column >= LAST_COLUMN:
                continue
            value = strings[struct.unpack_from("<I", data, 8)[0]] if kind == _SHARED else _VALUES[kind](data)
            if isinstance(value, float) and style & 0xFFFFFF in days:
                value = _day(value, epoch, elapsed=days[style & 0xFFFFFF])
            values += [None] * (column + 1 - len(values))
            values[column] = value
    if values:
        yield row, 1, values


def _day(value: float, epoch: Any, *, elapsed: bool) -> Any:
    """A day, a moment, a time of day or hours that have passed; the number where it is none of them."""
    try:
        moment = from_excel(value, epoch, timedelta=elapsed)
    except (OverflowError, ValueError):
        return value
    return moment.date() if isinstance(moment, datetime) and moment.time() == time() else moment


def _compact(data: bytes) -> float:
    """[MS-XLSB] 2.5.123: 30 bits of a number, whole or not, perhaps in hundredths."""
    (raw,) = struct.unpack_from("<I", data, 8)
    signed = struct.unpack_from("<i", data, 8)[0] >> 2
    value = float(signed) if raw & 2 else struct.unpack("<d", struct.pack("<Q", (raw & 0xFFFFFFFC) << 32))[0]
    return value / 100 if raw & 1 else value


_SHARED = 7
_VALUES: Mapping[int, Callable[[bytes], Any]] = {
    2: _compact,
    3: lambda data: error(data[8]),
    4: lambda data: data[8] != 0,
    5: lambda data: struct.unpack_from("<d", data, 8)[0],
    6: lambda data: text(data[8:])[0],
    _SHARED: lambda data: None,
    8: lambda data: text(data[8:])[0],
    9: lambda data: struct.unpack_from("<d", data, 8)[0],
    10: lambda data: data[8] != 0,
    11: lambda data: error(data[8]),
}
"""The kinds of records that are a cell with a value, and how it is read; those of shared strings name their place."""
