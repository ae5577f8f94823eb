"""What a file is, told from its own first bytes. The name a file was given is never believed.

Every answer is either a `Signature` that a reader exists for, or a `Refused` with the reason.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from enum import StrEnum

from data_sources.reading.cells import Refused


class Signature(StrEnum):
    """The outer form of a file; a zip may still turn out to hold something else than a workbook."""

    ZIP = "zip"
    XLS = "xls"
    TEXT = "text"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

NOT_WORKBOOKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"{\\rtf", "word"),
    (b"SQLite format 3\x00", "database"),
    (b"\x00\x01\x00\x00Standard ", "database"),
    # Excel 2, 3, 4 and 5 wrote their records straight into the file, without the container of later years.
    (b"\x09\x00\x04\x00", "old-xls"),
    (b"\x09\x02\x06\x00", "old-xls"),
    (b"\x09\x04\x06\x00", "old-xls"),
    (b"\x09\x08\x08\x00", "old-xls"),
)
BINARY_MARK = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that plain text does not hold; they tell a program ("MZ") from a word that begins so."""
WORD_LIKE = frozenset({b"BM", b"MZ", b"RIFF", b"GIF8", b"Rar!", b"BZh"})

HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b", re.I | re.S)
XML = re.compile(rb"\s*<(?:\?xml|[A-Za-z_])")
EXCEL_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
ANYTHING = re.compile(rb"[^\x00 \t\r\n\xef\xbb\xbf\xff\xfe]")
HEAD = 4096
WIDE = ((2, {1}, "utf-16-le"), (2, {0}, "utf-16-be"), (4, {1, 2, 3}, "utf-32-le"), (4, {0, 1, 2}, "utf-32-be"))
"""(bytes a letter, which of them are zero in Western text, encoding)."""


def signature(content: bytes) -> Signature:
    """The form of the whole file `content`.

    Raises Refused with `empty`, the kind of file it is instead of a workbook, or `locked`.
    """
    if not ANYTHING.search(content):
        raise Refused("empty")
    # Before any search for zip marks: ordinary .xls files carry an embedded zip (a theme).
    if content.startswith(OLE):
        return _ole(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Signature.ZIP
    head = content[:HEAD]
    for start, reason in NOT_WORKBOOKS:
        if head.startswith(start) and (start not in WORD_LIKE or BINARY_MARK.search(head)):
            raise Refused(reason)
    _refuse_markup(head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if not wide_encoding(head) and BINARY_MARK.search(head.replace(b"\x00", b"")):
        raise Refused("not-a-spreadsheet")
    return Signature.TEXT


def _refuse_markup(head: bytes) -> None:
    small = head.lower()
    is_markup = XML.match(head) is not None
    holds_page = is_markup and (b"<html" in small or b"<table" in small)
    if HTML.match(head) or holds_page or small.startswith(b"mime-version:"):
        raise Refused("html")
    if is_markup:
        raise Refused("xml-2003" if EXCEL_2003 in head else "not-a-spreadsheet")
    if re.match(rb'\s*(?:\{\s*"|\[\s*[\[{])', head):
        raise Refused("not-a-spreadsheet")
    if head.startswith((b"ID;P", b"TABLE\r\n0,1", b"TABLE\n0,1")):
        raise Refused("not-a-spreadsheet")


def wide_encoding(head: bytes) -> str | None:
    """The name of the wide encoding the bytes begin with; None for one byte a letter or UTF-8.

    By a byte order mark (the codecs that read the mark), otherwise by where the zeros stand.
    """
    if head.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    for width, zeros, encoding in WIDE:
        units = len(head) // width
        counted = [head[at : units * width : width].count(0) for at in range(width)]
        if units > 1 and all(
            count == 0 if at not in zeros else count > units * 0.8 for at, count in enumerate(counted)
        ):
            return encoding
    return None


def _ole(content: bytes) -> Signature:
    """Name what an OLE container holds by the streams in its directory.

    The directory is not walked: its chains can be made to loop. An entry is 128 bytes, begins with the
    stream's name in UTF-16 and lies on a multiple of 128, so the names are found where they stand.
    """
    for names, reason in (
        (("Workbook", "Book", "WORKBOOK", "BOOK"), None),
        (("EncryptedPackage",), "locked"),
        (("WordDocument",), "word"),
        (("PowerPoint Document",), "presentation"),
    ):
        if any(_has_stream(content, name) for name in names):
            if reason is None:
                return Signature.XLS
            raise Refused(reason)
    raise Refused("not-a-spreadsheet" if _has_stream(content, "Root Entry") else "damaged")


def _has_stream(content: bytes, name: str) -> bool:
    entry = (name + "\x00").encode("utf-16-le")
    at = content.find(entry)
    while at >= 0:
        length = int.from_bytes(content[at + 64 : at + 66], "little")
        if at % 128 == 0 and length == len(entry):
            return True
        at = content.find(entry, at + 1)
    return False
