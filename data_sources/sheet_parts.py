"""What the XML of an .xlsx sheet says that the reader does not pass on.

The reader gives error cells and formulas without a stored value as blanks, and says nothing of hidden rows.
A search through the bytes finds them; it costs about a tenth of the reading and parses nothing.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import IO

from data_sources.cells import Kind
from data_sources.package import Package, attributes, decoded
from data_sources.typed_cells import Mark

PIECE = 4 * 1024 * 1024
LONGEST_ROW = 64 * 1024 * 1024
ROOT = re.compile(rb"<(?:([\w.-]+):)?(?:worksheet|macrosheet|dialogsheet|chartsheet)[\s>]")
SHEET = re.compile(r"<(?:[\w.-]+:)?sheet\s([^>]*)>")
REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?([0-9]{1,7})$")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass
class SheetFacts:
    """What one sheet's XML tells. marks: row as Excel shows it → column from 0 → mark."""

    marks: dict[int, dict[int, Mark]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    has_values: bool = False


class _NeedsCounting(Exception):
    """A cell or row does not say where it stands; its place follows from those before it."""


def sheet_parts(package: Package) -> dict[str, str]:
    """Sheet name → the plain name of its part, for every sheet the workbook lists."""
    workbook = package.workbook()
    targets = package.relationships(workbook)
    found = {}
    for tag in SHEET.findall(package.text(workbook)):
        given = attributes(tag)
        key = next((given[name] for name in given if name.endswith(":id")), "")
        if key in targets:
            found[given.get("name", "")] = targets[key].target
    return found


def place(reference: str) -> tuple[int, int] | None:
    """(row, column) of a reference such as C5 → (5, 2); None for what is no cell of a sheet."""
    match = REFERENCE.match(reference.upper())
    if match is None:
        return None
    column = 0
    for character in match[1]:
        column = column * 26 + ord(character) - 64
    row = int(match[2])
    return (row, column - 1) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def facts(open_part: Callable[[], IO[bytes]]) -> SheetFacts:
    """Search one sheet part. `open_part` may be called twice: once more where cells do not name their place."""
    try:
        with open_part() as stream:
            return _Search(stream).quick()
    except _NeedsCounting:
        with open_part() as stream:
            return _Search(stream).counting()


class _Search:
    """One pass over a sheet part, row by row in pieces."""

    def __init__(self, stream: IO[bytes]) -> None:
        start = stream.read(4096)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            stream.seek(0)
            stream = codecs.EncodedFile(stream, "utf-8", "utf-16", errors="replace")
            start = stream.read(4096)
        root = ROOT.search(start)
        p = re.escape(root[1] + b":") if root and root[1] else b""
        self._start, self._stream, self._row_end = start, stream, b"</" + p.replace(b"\\", b"") + b"row>"
        inner = rb"(?:[^<]|<!\[CDATA\[.*?\]\]>)*"
        formula = rb"<%(p)sf(?=[\s>/])(?:[^>]*/>|[^>]*>%(inner)s</%(p)sf>)" % {b"p": p, b"inner": inner}
        empty = rb"\s*(<%(p)sv\s*/>|<%(p)sv>\s*</%(p)sv>)?\s*" % {b"p": p}
        self._formula = b"<" + p + b"f"
        self._error = re.compile(rb"""<%sc(\s[^>]*?\bt\s*=\s*["']e["'][^>]*)>(.*?)</%sc>""" % (p, p), re.S)
        self._uncomputed = re.compile(rb"<%sc(\s[^>]*)?>\s*%s%s</%sc>" % (p, formula, empty, p), re.S)
        self._value = re.compile(rb"<%sv[^>]*>([^<]*)<" % p)
        self._hidden = re.compile(rb"""<%srow(\s[^>]*\bhidden\s*=\s*["'](?:1|true|on)["'][^>]*)>""" % p)
        self._column = re.compile(rb"<%scol(\s[^>]*)>" % p)
        self._merge = re.compile(rb"<%smergeCell(\s[^>]*)>" % p)
        self._filled = re.compile(rb"<%sc(?:\s[^>]*)?>\s*<%s(?:v|is)\b[^>]*[^/]?>\s*[^<\s]*<?" % (p, p))
        self._any = re.compile(rb"<%s(row|c)(?=[\s>/])([^>]*?)(/?)>" % p)
        self._found = SheetFacts()

    def quick(self) -> SheetFacts:
        """Marks by the place the cells themselves name; _NeedsCounting when one does not."""
        for piece in self._pieces():
            if b'"e"' in piece or b"'e'" in piece:
                for match in self._error.finditer(piece):
                    self._note_error(match, _row_column(match[1]))
            if self._formula in piece:
                for match in self._uncomputed.finditer(piece):
                    self._note_uncomputed(match, _row_column(match[1]))
            if b"hidden" in piece:
                for match in self._hidden.finditer(piece):
                    row = attributes(match[1].decode("utf-8", "replace")).get("r", "")
                    if not row.isdecimal():
                        raise _NeedsCounting
                    self._found.hidden_rows.append(int(row))
            self._note_frame(piece)
        return self._finished()

    def counting(self) -> SheetFacts:
        """The same where rows or cells leave out their place: each follows the one before it."""
        row, column = 0, -1
        for piece in self._pieces():
            for match in self._any.finditer(piece):
                given = attributes(match[2].decode("utf-8", "replace"))
                if match[1] == b"row":
                    row, column = (int(given["r"]) if given.get("r", "").isdecimal() else row + 1), -1
                    if given.get("hidden") in ("1", "true", "on"):
                        self._found.hidden_rows.append(row)
                    continue
                named = place(given.get("r", ""))
                row, column = named or (row, column + 1)
                if match[3]:
                    continue
                if given.get("t") == "e" and (error := self._error.match(piece, match.start())):
                    self._note_error(error, (row, column))
                elif uncomputed := self._uncomputed.match(piece, match.start()):
                    self._note_uncomputed(uncomputed, (row, column))
            self._note_frame(piece)
        return self._finished()

    def _pieces(self) -> Iterator[bytes]:
        """The part in pieces that end with a whole row."""
        rest = self._start
        while chunk := self._stream.read(PIECE):
            rest += chunk
            cut = rest.rfind(self._row_end)
            if cut >= 0 or len(rest) > LONGEST_ROW:
                cut = cut + len(self._row_end) if cut >= 0 else len(rest)
                yield rest[:cut]
                rest = rest[cut:]
        yield rest

    def _note_error(self, match: re.Match[bytes], at: tuple[int, int]) -> None:
        value = self._value.search(match[2])
        if not match[1].endswith(b"/"):
            text = unescape(value[1].decode("utf-8", "replace")).strip() if value else ""
            self._mark(at, Mark(Kind.ERROR, text or "#N/A"))

    def _note_uncomputed(self, match: re.Match[bytes], at: tuple[int, int]) -> None:
        # A text formula may rightly have come out as the empty text.
        empty_text = match[2] is not None and re.search(rb"""\bt\s*=\s*["']str["']""", match[1] or b"")
        if not empty_text:
            self._mark(at, Mark(Kind.UNCOMPUTED))

    def _mark(self, at: tuple[int, int], mark: Mark) -> None:
        self._found.marks.setdefault(at[0], {})[at[1]] = mark

    def _note_frame(self, piece: bytes) -> None:
        """Hidden columns, merged ranges, and whether there is any value at all."""
        found = self._found
        if b"hidden" in piece:
            for match in self._column.finditer(piece):
                given = attributes(match[1].decode("utf-8", "replace"))
                if given.get("hidden") in ("1", "true", "on"):
                    first, last = int(given.get("min", "1")), int(given.get("max", "0"))
                    found.hidden_columns += range(first - 1, min(last, LAST_COLUMN))
        if b"mergeCell" in piece:
            for match in self._merge.finditer(piece):
                corners = attributes(match[1].decode("utf-8", "replace")).get("ref", "").split(":")
                first_corner, last_corner = place(corners[0]), place(corners[-1])
                if first_corner and last_corner:
                    found.merged.append((*first_corner, *last_corner))
        found.has_values = found.has_values or self._filled.search(piece) is not None

    def _finished(self) -> SheetFacts:
        self._found.hidden_rows = sorted(set(self._found.hidden_rows))
        self._found.hidden_columns = sorted(set(self._found.hidden_columns))
        return self._found


def _row_column(attribute_text: bytes | None) -> tuple[int, int]:
    at = place(attributes(decoded(attribute_text or b"")).get("r", ""))
    if at is None:
        raise _NeedsCounting
    return at
