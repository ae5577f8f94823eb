"""Looks at a file before any reader does: what it is, how large it really becomes, whether to open it.

Only the standard library, only counting and searching: no XML is parsed here and nothing is kept. A zip is
judged by the bytes that really come out of it, against an absolute budget. The ratio between packed and
unpacked says nothing: ordinary workbooks compress a hundredfold.
"""

import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from data_sources.reading.cells import Refused
from data_sources.reading.formats.zip_parts import Package, plain
from data_sources.reading.signature import Signature, signature

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1024 * 1024
CENTRAL_ENTRY = b"PK\x01\x02"
DTD_MARKS = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])
"""The second finds UTF-16 of either byte order: big-endian is the same bytes shifted by one."""
ENCRYPTED = 0x1


class Format(StrEnum):
    """What a reader is told to expect; also the suffix the file gets on disk."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "csv"


@dataclass(frozen=True)
class Budget:
    """The largest file that is opened. Bytes, except `parts` (entries in a zip)."""

    file: int = 50 * MEGABYTE
    text: int = 200 * MEGABYTE
    parts: int = 3_000
    inflated: int = 400 * MEGABYTE
    part: int = 300 * MEGABYTE


BUDGET = Budget()


@dataclass(frozen=True)
class Inspected:
    """A file that may be given to a reader.

    broken: plain names of zip parts whose bytes do not match their recorded length or checksum. A broken
        picture is harmless, a broken sheet is not; the reader knows which parts it needs.
    """

    format: Format
    broken: frozenset[str] = frozenset()


def inspect(content: bytes, budget: Budget = BUDGET) -> Inspected:
    """Decide what `content` is. Raises Refused; time grows with the inflated size, memory does not."""
    form = signature(content)
    limit = budget.text if form is Signature.TEXT else budget.file
    if len(content) > limit:
        raise Refused("too-big", megabytes=len(content) // MEGABYTE, limit=limit // MEGABYTE)
    if form is Signature.TEXT:
        return Inspected(Format.TEXT)
    if form is Signature.XLS:
        return Inspected(Format.XLS)
    return _inspect_zip(content, budget)


def _inspect_zip(content: bytes, budget: Budget) -> Inspected:
    # Counted before zipfile builds its list: the list of a hostile 50 MB file would take half a gigabyte.
    if content.count(CENTRAL_ENTRY) > budget.parts:
        raise Refused("too-many-parts", limit=budget.parts)
    try:
        archive = ZipFile(BytesIO(content))
        entries = archive.infolist()
    except Exception as fault:  # zipfile lets many kinds of error through on damaged directories
        raise Refused("damaged") from fault
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Refused("locked")
    left, broken, doctypes = budget.inflated, set(), set()
    for entry in entries:
        size, sound, doctype = _measure(content, entry, min(budget.part, left), budget)
        left -= size
        if not sound:
            broken.add(plain(entry.filename))
        if doctype:
            doctypes.add(plain(entry.filename))
    try:
        form = _format(Package(archive))
    except Exception as fault:
        if isinstance(fault, Refused):
            raise
        raise Refused("damaged") from fault
    # Macros in an .ods have a harmless DOCTYPE of their own; in .xlsx nothing has.
    if doctypes if form is not Format.ODS else doctypes & {"content.xml", "styles.xml", "meta.xml"}:
        raise Refused("has-dtd")
    return Inspected(form, frozenset(broken))


def _measure(content: bytes, entry: ZipInfo, limit: int, budget: Budget) -> tuple[int, bool, bool]:
    """(bytes that really come out, whether they are as recorded, whether a DTD is among them)."""
    size, checksum, tail, doctype, markup = 0, 0, b"", False, None
    try:
        for piece in _inflate(content, entry):
            size += len(piece)
            if size > limit:
                raise Refused("too-big-unpacked", limit=budget.inflated // MEGABYTE)
            checksum = zlib.crc32(piece, checksum)
            if markup is None:
                markup = piece[:64].strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
            if markup and not doctype:
                joint = tail + piece
                doctype = any(mark in joint for mark in DTD_MARKS)
                tail = piece[-32:]
    except zlib.error:
        return size, False, doctype
    return size, size == entry.file_size and checksum == entry.CRC, doctype


def _inflate(content: bytes, entry: ZipInfo) -> "Iterator[bytes]":
    """The bytes of one entry as they really are; zipfile would stop at the length the file claims."""
    local = entry.header_offset
    names = int.from_bytes(content[local + 26 : local + 28], "little")
    extra = int.from_bytes(content[local + 28 : local + 30], "little")
    start = local + 30 + names + extra
    end = start + entry.compress_size
    if content[local : local + 4] != b"PK\x03\x04" or end > len(content):
        raise zlib.error
    packed = memoryview(content)
    if entry.compress_type == ZIP_STORED:
        for at in range(start, end, MEGABYTE):
            yield bytes(packed[at : min(at + MEGABYTE, end)])
    elif entry.compress_type == ZIP_DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        for at in range(start, end, MEGABYTE // 8):
            yield inflater.decompress(packed[at : min(at + MEGABYTE // 8, end)], MEGABYTE)
            while inflater.unconsumed_tail:
                yield inflater.decompress(inflater.unconsumed_tail, MEGABYTE)
        if not inflater.eof:
            raise zlib.error
    else:
        raise zlib.error


def _format(package: Package) -> Format:
    """Which kind of workbook a zip holds; Refused when it holds something else."""
    kind = package.text("mimetype").strip()
    if not kind and "content.xml" in package:
        kind = package.text("META-INF/manifest.xml")
    if "opendocument" in kind:
        if "spreadsheet" not in kind:
            raise Refused("word" if "opendocument.text" in kind else "not-a-spreadsheet")
        if "encryption-data" in package.text("META-INF/manifest.xml"):
            raise Refused("locked")
        return Format.ODS
    workbook = package.workbook()
    types = package.text("[Content_Types].xml")
    if workbook.startswith("word/") or "wordprocessingml.document.main" in types:
        raise Refused("word")
    if workbook.startswith("ppt/") or "presentationml.presentation.main" in types:
        raise Refused("presentation")
    if any(name.endswith(".iwa") for name in package.names()):
        raise Refused("apple-numbers")
    if not workbook:
        raise Refused("archive" if "[content_types].xml" not in package else "not-a-spreadsheet")
    return Format.XLSB if workbook.endswith(".bin") else Format.XLSX
