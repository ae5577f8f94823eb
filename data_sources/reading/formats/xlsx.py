"""What the XML of an .xlsx sheet says that the reader does not pass on.

The reader gives error cells and formulas without a stored value as blanks, and says nothing of hidden rows.
A search through the bytes finds them; it costs about a tenth of the reading and parses nothing.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from typing import IO

from data_sources.reading.cells import Kind
from data_sources.reading.formats.typed_cells import Mark, SheetFacts, place
from data_sources.reading.formats.zip_parts import Package, attributes, encoding

HEAD = 4096
PIECE = 4 * 1024 * 1024
LONGEST_ROW = 64 * 1024 * 1024
ROOT = re.compile(rb"<(?:([\w.-]+):)?(?:worksheet|macrosheet|dialogsheet|chartsheet)[\s>]")
PROPERTIES = re.compile(r"<(?:[\w.-]+:)?workbookPr\s([^>]*)>")
SHEET = re.compile(r"<(?:[\w.-]+:)?sheet\s([^>]*)>")
YES = ("1", "true", "on")


class _NeedsCounting(Exception):  # noqa: N818 - a turn in the road, not a fault
    """A cell or row does not say where it stands; its place follows from those before it."""


def parts(package: Package) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    """(sheet name, a way to open its part) for every sheet the workbook lists and the package holds."""
    workbook = package.workbook()
    targets = package.relationships(workbook)
    for tag in SHEET.findall(package.text(workbook)):
        tag_attributes = attributes(tag)
        key = next((tag_attributes[name] for name in tag_attributes if name.endswith(":id")), "")
        if key in targets and targets[key].target in package:
            yield tag_attributes.get("name", ""), partial(package.open, targets[key].target)


def counts_from_1904(package: Package) -> bool:
    """Do the serial numbers of days begin in 1904, as in workbooks begun on an old Macintosh?"""
    tag = PROPERTIES.search(package.text(package.workbook()))
    return tag is not None and attributes(tag[1]).get("date1904") in YES


def facts(open_part: Callable[[], IO[bytes]]) -> SheetFacts:
    """Search one sheet part, in UTF-16 too. It is opened anew where cells do not name their place."""
    with open_part() as stream:
        written_in = encoding(stream.read(2))
    try:
        with open_part() as stream:
            return _Search(stream, written_in).quick()
    except _NeedsCounting:
        with open_part() as stream:
            return _Search(stream, written_in).counting()


def filled(package: Package) -> Iterator[Iterator[tuple[int, int]]]:
    """Of each sheet the places (row from 1, column from 0) of the cells that hold a value and say where they stand."""
    for _, open_part in parts(package):
        with open_part() as stream:
            written_in = encoding(stream.read(2))
        with open_part() as stream:
            yield _Search(stream, written_in).filled()


class _Patterns:
    """The searches, for the namespace prefix a sheet writes its elements with (mostly none)."""

    def __init__(self, prefix: bytes) -> None:
        p = {b"p": re.escape(prefix)}
        self.row_end = b"</" + prefix + b"row>"
        self.formula = b"<" + prefix + b"f"
        content = rb"[^<]*+(?:<!\[CDATA\[.*?\]\]>[^<]*+)*+"
        formula = rb"<%(p)sf(?=[\s>/])(?:[^>]*/>|[^>]*>" % p + content + rb"</%(p)sf>)" % p
        no_value = rb"\s*(<%(p)sv\s*/>|<%(p)sv>\s*</%(p)sv>)?\s*" % p
        self.uncomputed = re.compile(rb"<%(p)sc(\s[^>]*)?>\s*" % p + formula + no_value + rb"</%(p)sc>" % p, re.S)
        self.error = re.compile(rb"""<%(p)sc(\s[^>]*?\bt\s*=\s*["']e["'][^>]*)>(.*?)</%(p)sc>""" % p, re.S)
        self.value = re.compile(rb"<%(p)sv[^>]*>([^<]*)<" % p)
        self.hidden = re.compile(rb"""<%(p)srow(\s[^>]*\bhidden\s*=\s*["'](?:1|true|on)["'][^>]*)>""" % p)
        self.column = re.compile(rb"<%(p)scol(\s[^>]*)>" % p)
        self.merge = re.compile(rb"<%(p)smergeCell(\s[^>]*)>" % p)
        self.filled = re.compile(rb"<%(p)sc(?:\s[^>]*)?>\s*<%(p)s(?:v[^>]*>\s*[^<\s]|is\b)" % p)
        self.filled_cell = re.compile(rb"<%(p)sc(\s[^>]*)>\s*<%(p)s(?:v[^>]*>\s*[^<\s]|is\b)" % p)
        self.row_or_cell = re.compile(rb"<%(p)s(row|c)(?=[\s>/])([^>]*?)(/?)>" % p)


class _Search:
    """One pass over a sheet part, in pieces that end with a whole row."""

    def __init__(self, stream: IO[bytes], written_in: str) -> None:
        if written_in.startswith("utf-16"):
            stream = codecs.EncodedFile(stream, "utf-8", written_in, errors="replace")
        start = stream.read(HEAD)
        root = ROOT.search(start)
        self._patterns = _Patterns(root[1] + b":" if root and root[1] else b"")
        self._start, self._stream = start, stream
        self._found = SheetFacts()

    def quick(self) -> SheetFacts:
        """Marks by the place the cells themselves name; _NeedsCounting when one does not."""
        patterns = self._patterns
        for piece in self._pieces():
            if b'"e"' in piece or b"'e'" in piece:
                for match in patterns.error.finditer(piece):
                    self._note_error(match, _named_place(match[1]))
            if patterns.formula in piece:
                for match in patterns.uncomputed.finditer(piece):
                    self._note_uncomputed(match, _named_place(match[1]))
            if b"hidden" in piece:
                for match in patterns.hidden.finditer(piece):
                    row = _given(match[1]).get("r", "")
                    if not row.isdecimal():
                        raise _NeedsCounting
                    self._found.hidden_rows.add(int(row))
            self._note_frame(piece)
        return self._found

    def counting(self) -> SheetFacts:
        """The same where rows or cells leave out their place: each follows the one before it."""
        patterns, row, column = self._patterns, 0, -1
        for piece in self._pieces():
            for match in patterns.row_or_cell.finditer(piece):
                attributes = _given(match[2])
                if match[1] == b"row":
                    row, column = (int(attributes["r"]) if attributes.get("r", "").isdecimal() else row + 1), -1
                    if attributes.get("hidden") in YES:
                        self._found.hidden_rows.add(row)
                    continue
                row, column = place(attributes.get("r", "")) or (row, column + 1)
                if match[3]:
                    continue
                if attributes.get("t") == "e" and (error := patterns.error.match(piece, match.start())):
                    self._note_error(error, (row, column))
                elif uncomputed := patterns.uncomputed.match(piece, match.start()):
                    self._note_uncomputed(uncomputed, (row, column))
            self._note_frame(piece)
        return self._found

    def filled(self) -> Iterator[tuple[int, int]]:
        """Where there is a value."""
        for piece in self._pieces():
            for match in self._patterns.filled_cell.finditer(piece):
                if at := place(_given(match[1]).get("r", "")):
                    yield at

    def _pieces(self) -> Iterator[bytes]:
        rest, row_end = self._start, self._patterns.row_end
        while chunk := self._stream.read(PIECE):
            rest += chunk
            cut = rest.rfind(row_end)
            if cut >= 0 or len(rest) > LONGEST_ROW:
                cut = cut + len(row_end) if cut >= 0 else len(rest)
                yield rest[:cut]
                rest = rest[cut:]
        yield rest

    def _note_error(self, match: re.Match[bytes], at: tuple[int, int]) -> None:
        if not match[1].endswith(b"/"):
            value = self._patterns.value.search(match[2])
            text = unescape(value[1].decode("utf-8", "replace")).strip() if value else ""
            self._found.mark(*at, Mark(Kind.ERROR, text or "#N/A"))

    def _note_uncomputed(self, match: re.Match[bytes], at: tuple[int, int]) -> None:
        # A formula for a text may rightly have come out as the empty text.
        if match[2] is None or _given(match[1]).get("t") != "str":
            self._found.mark(*at, Mark(Kind.UNCOMPUTED))

    def _note_frame(self, piece: bytes) -> None:
        """Hidden columns, merged ranges, and whether there is any value at all."""
        facts, patterns = self._found, self._patterns
        if b"hidden" in piece:
            for match in patterns.column.finditer(piece):
                attributes = _given(match[1])
                first, last = attributes.get("min", ""), attributes.get("max", "")
                if attributes.get("hidden") in YES and first.isdecimal() and last.isdecimal():
                    facts.hide_columns(int(first) - 1, int(last) - 1)
        if b"mergeCell" in piece:
            for match in patterns.merge.finditer(piece):
                first, _, last = _given(match[1]).get("ref", "").partition(":")
                top_left, bottom_right = place(first), place(last or first)
                if top_left and bottom_right:
                    facts.merged.append((*top_left, *bottom_right))
        facts.has_values = facts.has_values or patterns.filled.search(piece) is not None


def _given(inside_tag: bytes | None) -> dict[str, str]:
    return attributes((inside_tag or b"").decode("utf-8", "replace"))


def _named_place(inside_tag: bytes | None) -> tuple[int, int]:
    at = place(_given(inside_tag).get("r", ""))
    if at is None:
        raise _NeedsCounting
    return at
