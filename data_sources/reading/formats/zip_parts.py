"""Finding one's way in a zipped workbook: parts by name, and where the relationships lead.

Writers spell the same part differently (backslashes, another case, a leading slash), and the workbook is
wherever `_rels/.rels` says it is, not always at xl/workbook.xml.
"""

import posixpath
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from html import unescape
from typing import IO
from zipfile import ZipFile, ZipInfo

RELATIONSHIP = re.compile(r"<(?:[\w.-]+:)?Relationship\s([^>]*)>")
ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Relationship:
    """kind: the last word of the relationship's type (`worksheet`); target: a plain part name."""

    kind: str
    target: str


def plain(name: str) -> str:
    """A part's name in the spelling that is compared: forward slashes, lower case, no leading slash."""
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def attributes(tag: str) -> dict[str, str]:
    """The attributes inside an XML tag, prefixes kept, entities decoded."""
    return {name: unescape(double or single) for name, double, single in ATTRIBUTE.findall(tag)}


def encoding(start: bytes) -> str:
    """The encoding of XML by its first two bytes: UTF-16 with or without a byte order mark, else UTF-8."""
    wide = {BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
    return wide.get(start[:2], "utf-8-sig")


def decoded(part: bytes) -> str:
    """XML as text; damaged bytes become U+FFFD."""
    return part.decode(encoding(part), errors="replace")


class Package:
    """A zip archive seen as the parts of a workbook. Reading one may raise zipfile.BadZipFile.

    Checksums are not looked at: `guard` has compared them all, and a wrong one matters only in some parts.
    """

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        for info in archive.infolist():
            del info.CRC
        self._parts: dict[str, ZipInfo] = {plain(info.filename): info for info in archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return plain(name) in self._parts

    def names(self) -> tuple[str, ...]:
        """All parts by plain name."""
        return tuple(self._parts)

    def open(self, name: str) -> IO[bytes]:
        """A part as a stream; KeyError when there is none of that name."""
        return self._archive.open(self._parts[plain(name)])

    def read(self, name: str) -> bytes:
        """A whole part; b"" when there is none of that name."""
        if name not in self:
            return b""
        with self.open(name) as stream:
            return stream.read()

    def text(self, name: str) -> str:
        """A part as text; "" when there is none of that name."""
        return decoded(self.read(name))

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part points to, by relationship id; `part` "" stands for the package itself."""
        folder, name = posixpath.split(plain(part)) if part else ("", "")
        by_id = {}
        for tag in RELATIONSHIP.findall(self.text(posixpath.join(folder, "_rels", name + ".rels"))):
            tag_attributes = attributes(tag)
            if tag_attributes.get("TargetMode", "").lower() == "external":
                continue
            target = tag_attributes.get("Target", "").replace("\\", "/")
            whole = target if target.startswith("/") else posixpath.join(folder, target)
            by_id[tag_attributes.get("Id", "")] = Relationship(
                tag_attributes.get("Type", "").rsplit("/", 1)[-1], plain(whole)
            )
        return by_id

    def workbook(self) -> str:
        """The plain name of the main part: by `_rels/.rels`, else by the usual names; "" for none."""
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self:
                return relationship.target
        for usual in ("xl/workbook.xml", "xl/workbook.bin"):
            if usual in self:
                return usual
        return ""
