"""Delimited text (csv, tsv) → cells: the encoding, the separator and the records.

Row numbers are those Excel shows: every record counts, blank ones too, and a record with a line break inside
quotes counts once. All cells are text; what they mean is decided later, in one place for all sources.
"""

import csv
import io
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

import polars as pl

from data_sources.reading.cells import KIND_TYPE, Cells, Kind, Refused
from data_sources.reading.formats.typed_cells import LONGEST_CELL, Size, frame_of
from data_sources.reading.signature import HEAD, wide_encoding

SEPARATORS = ";\t|,"
"""The ones looked for; the earlier wins when two fit equally: a comma may be a decimal mark."""
SAMPLE = 64 * 1024
SAMPLE_RECORDS = 100
END = "\uf8ff"
"""A line put after the last one. Only an unclosed quote makes it part of a record."""
ANNOUNCED = re.compile(rb"sep=([^\r\n])(?:\r\n|\r|\n|$)", re.I)
UTF8_READ_AS_1252 = re.compile("Ã[¦¸¥†˜…]")
MAC_READ_AS_1252 = re.compile("[a-zæøå][Œ¾¿][a-zæøå]")
NORWEGIAN = re.compile("[æøåÆØÅ]")


def read(content: bytes, name: str, size: Size) -> Cells:
    """The one sheet of a delimited file.

    content: the whole file as it came. name: what the sheet is called. Raises Refused: `empty`, `nul-bytes`,
    `unreadable-text`, `mac-roman`, `unclosed-quote`, `cell-too-long` (all but `empty` with `line`),
    `too-many-rows`, `too-many-columns`.
    """
    content, remarks = as_utf8(content)
    announced = ANNOUNCED.match(content)
    if announced:
        content = content[announced.end() :]
    if not content.strip():
        raise Refused("empty")
    skipped = 1 if announced else 0
    separator = announced[1].decode("latin-1") if announced else separator_of(content)
    width = max(map(len, _sample(content, separator)), default=1)
    frame = _quick(content, separator, width, skipped, size)
    if frame is None:
        records = _records(content, separator, width, skipped + 1)
        frame = frame_of(records, 0, width, {}, size)
    return Cells(sheet=name, position=0, hidden=False, frame=frame, remarks=remarks)


def as_utf8(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The same text as UTF-8 without a byte order mark, and remarks on what had to be mended.

    By byte order mark, then as strict UTF-8, then Windows-1252, which Norwegian Excel writes.
    """
    if encoding := wide_encoding(content[:HEAD]):
        try:
            content = content.decode(encoding).encode("utf-8")
        except UnicodeError:
            raise Refused("unreadable-text", line=1) from None
    content = content.removeprefix(BOM_UTF8)
    if (nul := content.find(b"\x00")) >= 0:
        raise Refused("nul-bytes", line=_line(content, nul))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _from_1252(content)
    return content, (("garbled-letters",) if UTF8_READ_AS_1252.search(text) else ())


def _from_1252(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    remarks: tuple[str, ...] = ()
    if not text or UTF8_READ_AS_1252.search(text):
        # Two exports pasted together: each line tells by itself which of the two it is.
        text, remarks = "".join(_line_by_line(content)), ("mixed-encodings",)
    if not NORWEGIAN.search(text) and (misread := MAC_READ_AS_1252.search(text)):
        raise Refused("mac-roman", line=text.count("\n", 0, misread.start()) + 1)
    return text.encode("utf-8"), remarks


def _line_by_line(content: bytes) -> Iterator[str]:
    for number, line in enumerate(content.splitlines(keepends=True), 1):
        for encoding in ("utf-8", "cp1252"):
            try:
                yield line.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
        else:
            mac = re.search("[a-z][æøå]|[ÆØÅ][a-z]", line.decode("mac-roman"))
            raise Refused("mac-roman" if mac else "unreadable-text", line=number)


def separator_of(content: bytes) -> str:
    """The separator that splits the first records most evenly; ";" when nothing splits them.

    content: UTF-8. Quoted fields are respected, so a comma inside them does not count.
    """
    best, best_share = SEPARATORS[0], 0.0
    for separator in SEPARATORS:
        records = [record for record in _sample(content, separator) if any(record)]
        width, alike = Counter(map(len, records)).most_common(1)[0] if records else (1, 0)
        if width < 2 or (separator == "," and _only_decimals(records, width)):
            continue
        share = alike / len(records)
        if share > best_share:
            best, best_share = separator, share
    return best


def _only_decimals(records: list[list[str]], width: int) -> bool:
    """Whether every comma stands between two digits, as in a single column of Norwegian decimals."""
    return width == 2 and all(
        left[-1:].isdigit() and right[:1].isdigit() for record in records for left, right in pairwise(record)
    )


def _sample(content: bytes, separator: str) -> list[list[str]]:
    text = content[:SAMPLE].decode("utf-8", errors="ignore")
    if len(content) > SAMPLE:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text
    csv.field_size_limit(max(SAMPLE, LONGEST_CELL))
    return list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), SAMPLE_RECORDS))


def _quick(content: bytes, separator: str, width: int, skipped: int, size: Size) -> pl.DataFrame | None:
    """The frame by Polars' reader, where it must agree with the csv module: no quotes, no lone carriage
    returns, no record longer than those of the sample. None where it might not."""
    if b'"' in content or content.count(b"\r") != content.count(b"\r\n"):
        return None
    try:
        read_in = pl.read_csv(
            content,
            has_header=False,
            separator=separator,
            quote_char=None,
            schema={f"t{i}": pl.String for i in range(width)},
            infer_schema=False,
            missing_columns="insert",
        )
    except pl.exceptions.PolarsError:
        return None
    longest = read_in.select(pl.all().str.len_chars().max()).transpose().to_series().max()
    if isinstance(longest, int) and longest > LONGEST_CELL:
        row = read_in.select(pl.any_horizontal(pl.all().str.len_chars() > LONGEST_CELL).arg_max()).item()
        raise Refused("cell-too-long", line=row + 1 + skipped, limit=LONGEST_CELL)
    frame = read_in.with_row_index("row", 1).filter(pl.any_horizontal(pl.exclude("row").is_not_null()))
    used = [name for name in read_in.columns if frame[name].null_count() < frame.height]
    if frame.height > size.rows:
        raise Refused("too-many-rows", limit=size.rows)
    if len(used) > size.columns:
        raise Refused("too-many-columns", limit=size.columns)
    text, blank = pl.lit(Kind.TEXT.value, KIND_TYPE), pl.lit(Kind.BLANK.value, KIND_TYPE)
    return frame.select(
        "row",
        *(
            column
            for name in used
            for column in (
                pl.col(name),
                pl.when(pl.col(name).is_null()).then(blank).otherwise(text).alias("k" + name[1:]),
            )
        ),
    )


def _records(content: bytes, separator: str, width: int, line: int) -> Iterator[list[str]]:
    """Every record by the csv module. line: the number of the first line, as an editor counts them."""
    current: list[str] = []

    def lines() -> Iterator[str]:
        for text in io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline=""):
            current.append(text)
            yield text
        current.append(END)
        yield END

    csv.field_size_limit(LONGEST_CELL)
    try:
        for record in csv.reader(lines(), delimiter=separator):
            if current == [END]:
                return
            if len(current) > 1 and _swallows(current, separator, width):
                raise Refused("unclosed-quote", line=line)
            yield record
            line += len(current)
            current.clear()
    except csv.Error:
        if len(current) > 1:
            raise Refused("unclosed-quote", line=line) from None
        raise Refused("cell-too-long", line=line, limit=LONGEST_CELL) from None


def _swallows(lines: list[str], separator: str, width: int) -> bool:
    """Whether a record over several lines took in records that are not its own.

    A quote never closed reaches the end; one closed by the next stray quote leaves text right after it,
    or whole records inside it.
    """
    if lines[-1] == END:
        return True
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        return True
    inner = lines[1:-1]
    return width > 2 and bool(inner) and all(text.count(separator) >= width - 1 for text in inner)


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1
