"""OpenDocument spreadsheets → sheets of typed rows, errors and hidden rows included.

OpenDocument 1.3, part 3, chapter 9. One pass by expat over content.xml; rows and cells that are repeated are
counted, not copied, so an empty million costs nothing.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any
from xml.parsers import expat

from data_sources.reading.cells import Kind, Refused
from data_sources.reading.formats.typed_cells import LAST_COLUMN, LAST_ROW, Mark, SheetFacts

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
DRAWING = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
PASSED_OVER = frozenset({OFFICE + "annotation", TABLE + "tracked-changes", TABLE + "shapes", TABLE + "dde-links"})
SHOWN_ERROR = re.compile(r"#[A-ZÆØÅ/0!?]+|Err:\d+")
TIME = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")


@dataclass
class OdsSheet:
    """rows: (row number from 1, how many times it stands there, values from column A); no blank rows."""

    name: str
    style: str
    rows: list[tuple[int, int, list[Any]]] = field(default_factory=list)
    facts: SheetFacts = field(default_factory=SheetFacts)
    hidden: bool = False


def sheets(content_xml: IO[bytes]) -> list[OdsSheet]:
    """Every sheet of a content.xml. Raises expat.ExpatError where the XML is damaged, Refused `has-dtd`."""
    return _Reader().read(content_xml)


class _Reader:
    def __init__(self) -> None:
        self._sheets: list[OdsSheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._tables = self._passing = 0
        self._row = self._column = 0
        self._row_repeat = 1
        self._values: list[Any] = []
        self._cell: dict[str, str] | None = None
        self._said: list[str] = []
        self._paragraphs = self._inside = 0

    def read(self, stream: IO[bytes]) -> list[OdsSheet]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse_dtd
        parser.ParseFile(stream)
        for sheet in self._sheets:
            sheet.hidden = sheet.style in self._hidden_styles
        return self._sheets

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._passing or name in PASSED_OVER or name.startswith(DRAWING):
            self._passing += 1
        elif self._cell is not None:
            self._start_in_cell(name, attributes)
        elif name in CELLS:
            self._cell, self._said, self._paragraphs = attributes, [], 0
        elif name == TABLE + "table-row":
            self._row_repeat, self._column, self._values = _repeat(attributes, "rows", LAST_ROW), 0, []
            if attributes.get(TABLE + "visibility", "visible") != "visible" and self._sheets:
                last = min(self._row + self._row_repeat, LAST_ROW)
                self._sheets[-1].facts.hidden_rows.update(range(self._row + 1, last + 1))
        elif name == TABLE + "table-column" and self._sheets:
            count = _repeat(attributes, "columns", LAST_COLUMN)
            if attributes.get(TABLE + "visibility", "visible") != "visible":
                self._sheets[-1].facts.hide_columns(self._column, self._column + count - 1)
            self._column += count
        elif name == TABLE + "table":
            self._tables += 1
            if self._tables == 1:
                self._sheets.append(
                    OdsSheet(attributes.get(TABLE + "name", ""), attributes.get(TABLE + "style-name", ""))
                )
                self._row = self._column = 0
        elif name == STYLE + "style":
            self._style = attributes.get(STYLE + "name", "")
        elif name == STYLE + "table-properties" and attributes.get(TABLE + "display") == "false":
            self._hidden_styles.add(self._style)

    def _start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        self._inside += 1
        if name == TEXT + "p":
            if self._paragraphs:
                self._said.append("\n")
            self._paragraphs += 1
        elif name == TEXT + "s":
            self._said.append(" " * min(int(attributes.get(TEXT + "c", "1")), 1000))
        elif name == TEXT + "tab":
            self._said.append("\t")
        elif name == TEXT + "line-break":
            self._said.append("\n")

    def _characters(self, text: str) -> None:
        # Between a cell's paragraphs there may be line breaks that only lay out the XML.
        if self._inside and not self._passing:
            self._said.append(text)

    def _end(self, name: str) -> None:
        if self._passing:
            self._passing -= 1
        elif self._inside:
            self._inside -= 1
        elif self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == TABLE + "table-row" and self._sheets:
            if self._values:
                self._sheets[-1].rows.append((self._row + 1, self._row_repeat, self._values))
            self._row += self._row_repeat
        elif name == TABLE + "table":
            self._tables -= 1

    def _end_cell(self, attributes: dict[str, str]) -> None:
        if not self._sheets:
            return
        count = _repeat(attributes, "columns", LAST_COLUMN)
        down = int(attributes.get(TABLE + "number-rows-spanned", "1"))
        across = int(attributes.get(TABLE + "number-columns-spanned", "1"))
        row, column = self._row + 1, self._column
        if down > 1 or across > 1:
            self._sheets[-1].facts.merged.append((row, column, row + down - 1, column + across - 1))
        value = _value(attributes, "".join(self._said))
        if value not in (None, ""):
            if column + count > LAST_COLUMN:
                raise Refused("too-many-columns", limit=LAST_COLUMN)
            self._values += [None] * (column - len(self._values)) + [value] * count
        self._column += count


def _refuse_dtd(*_: object) -> None:
    raise Refused("has-dtd")


def _repeat(attributes: dict[str, str], what: str, most: int) -> int:
    return max(1, min(int(attributes.get(f"{TABLE}number-{what}-repeated", "1")), most))


def _value(attributes: dict[str, str], shown: str) -> Any:
    """A cell's value by its declared type; what is declared wrongly is kept as the text shown."""
    kind = attributes.get(OFFICE + "value-type", "")
    is_formula = TABLE + "formula" in attributes
    if attributes.get(CALC + "value-type") == "error" or (is_formula and SHOWN_ERROR.fullmatch(shown)):
        return Mark(Kind.ERROR, shown or "#N/A")
    if is_formula and not kind and not shown:
        return Mark(Kind.UNCOMPUTED)
    try:
        value = READ[kind](attributes) if kind in READ else None
    except (KeyError, ValueError):
        return shown
    return (attributes.get(OFFICE + "string-value") or shown) if value is None else value


def _moment(text: str) -> dt.date | dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    return moment.date() if moment.time() == dt.time() else moment.replace(tzinfo=None)


def _time(text: str) -> dt.time | dt.timedelta:
    """A time of day; a duration where it is negative or a day and more. Raises ValueError."""
    match = TIME.fullmatch(text)
    if match is None:
        raise ValueError
    sign, hours, minutes, seconds = match.groups()
    length = dt.timedelta(
        hours=int(hours or 0), minutes=int(minutes or 0), seconds=float((seconds or "0").replace(",", "."))
    )
    if sign or length >= dt.timedelta(days=1):
        return -length if sign else length
    return (dt.datetime.min + length).time()


READ: Mapping[str, Callable[[Mapping[str, str]], Any]] = {
    "float": lambda attributes: float(attributes[OFFICE + "value"]),
    "percentage": lambda attributes: float(attributes[OFFICE + "value"]),
    "currency": lambda attributes: float(attributes[OFFICE + "value"]),
    "boolean": lambda attributes: attributes[OFFICE + "boolean-value"] == "true",
    "date": lambda attributes: _moment(attributes[OFFICE + "date-value"]),
    "time": lambda attributes: _time(attributes[OFFICE + "time-value"]),
}
"""How a cell's value is read, by its declared type."""
