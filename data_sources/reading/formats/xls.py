"""What the records of an .xls say that the reader does not pass on: error cells, hidden rows and columns.

[MS-CFB] for the container, [MS-XLS] for the records. Every chain is followed at most as far as the file is
long, because chains in hostile files loop.
"""

import struct
from collections.abc import Iterator

from data_sources.reading.formats.typed_cells import SheetFacts, error

END_OF_CHAIN = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
BOF, EOF, BOUNDSHEET, FILEPASS = 0x0809, 0x000A, 0x0085, 0x002F
FORMULA, BOOLERR, ROW, COLINFO = 0x0006, 0x0205, 0x0208, 0x007D
DATES_FROM_1904, NUMBER, COMPACT, COMPACT_ROW = 0x0022, 0x0203, 0x027E, 0x00BD
BOOLEAN_OR_ERROR = struct.Struct("<HHHBB")
FORMULA_RESULT = struct.Struct("<HHHBBBBBBH")


def facts(content: bytes) -> list[SheetFacts]:
    """The facts of every sheet in the workbook's order; [] when the records cannot be followed.

    content: the whole file. Never raises for anything the file may hold.
    """
    try:
        book = _stream(content)
        return [_sheet(book, start) for start in _sheet_starts(book)]
    except (struct.error, IndexError, ValueError):
        return []


def from_1904(content: bytes) -> bool:
    """Do the serial numbers of days begin in 1904? False where the records cannot be followed."""
    try:
        book = _stream(content)
        modes = (at for kind, at, length in _records(book, 0) if kind == DATES_FROM_1904 and length >= 2)
        return any(book[at] & 1 for at in modes)
    except (struct.error, IndexError, ValueError):
        return False


def _sheet_starts(book: bytes) -> list[int]:
    starts = []
    for kind, at, length in _records(book, 0):
        if kind == FILEPASS:
            return []
        if kind == BOUNDSHEET and length >= 6:
            starts.append(struct.unpack_from("<I", book, at)[0])
        if kind == EOF:
            break
    return starts


def _sheet(book: bytes, start: int) -> SheetFacts:
    facts, depth = SheetFacts(), 0
    for kind, at, length in _records(book, start):
        if kind == BOF:
            depth += 1
        elif kind == EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth > 1:
            continue  # a chart inside the sheet
        elif kind in (NUMBER, COMPACT, COMPACT_ROW) and length >= 2:
            facts.rows_held.add(struct.unpack_from("<H", book, at)[0] + 1)
        elif kind == BOOLERR and length >= 8:
            row, column, _, value, is_error = BOOLEAN_OR_ERROR.unpack_from(book, at)
            if is_error:
                facts.mark(row + 1, column, error(value))
        elif kind == FORMULA and length >= 14:
            row, column, _, result, _, value, _, _, _, special = FORMULA_RESULT.unpack_from(book, at)
            if special == 0xFFFF and result == 2:
                facts.mark(row + 1, column, error(value))
        elif kind == ROW and length >= 14 and book[at + 12] & 0x20:
            facts.hidden_rows.add(struct.unpack_from("<H", book, at)[0] + 1)
        elif kind == COLINFO and length >= 10 and book[at + 8] & 0x01:
            facts.hide_columns(*struct.unpack_from("<HH", book, at))
    return facts


def _records(book: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """(kind, where its data begins, length of its data) of each record from `at` on."""
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, at + 4, length
        at += 4 + length


def _stream(content: bytes) -> bytes:
    """The workbook's own stream out of the container."""
    sector = 1 << struct.unpack_from("<H", content, 30)[0]
    if sector not in (512, 4096):
        raise ValueError(sector)

    def read(number: int) -> bytes:
        return content[(number + 1) * sector : (number + 2) * sector]

    table_sectors = [n for n in struct.unpack_from("<109I", content, 76) if n < END_OF_CHAIN]
    more = struct.unpack_from("<I", content, 68)[0]
    while more < END_OF_CHAIN and len(table_sectors) <= len(content) // sector:
        *numbers, more = struct.unpack(f"<{sector // 4}I", read(more))
        table_sectors += [n for n in numbers if n < END_OF_CHAIN]
    table = _numbers(b"".join(map(read, table_sectors)))

    def chain(first: int, links: tuple[int, ...]) -> Iterator[int]:
        for _ in links:
            if first >= len(links):
                return
            yield first
            first = links[first]

    directory = b"".join(map(read, chain(struct.unpack_from("<I", content, 48)[0], table)))
    entries = {
        directory[at : at + max(0, size - 2)].decode("utf-16-le", "replace").lower(): at
        for at in range(0, len(directory) - 127, 128)
        if (size := struct.unpack_from("<H", directory, at + 64)[0]) <= 64
    }
    at = entries["workbook"] if "workbook" in entries else entries.get("book", -1)
    if at < 0:
        raise ValueError
    first, length = struct.unpack_from("<II", directory, at + 116)
    if length >= struct.unpack_from("<I", content, 56)[0]:
        return b"".join(map(read, chain(first, table)))[:length]
    # A short stream lies in pieces of 64 bytes inside the root entry's own stream.
    root = b"".join(map(read, chain(struct.unpack_from("<I", directory, 116)[0], table)))
    small = _numbers(b"".join(map(read, chain(struct.unpack_from("<I", content, 60)[0], table))))
    return b"".join(root[n * 64 : n * 64 + 64] for n in chain(first, small))[:length]


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
