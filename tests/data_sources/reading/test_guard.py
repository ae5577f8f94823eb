"""What the guard lets through, what it refuses, and why."""

import struct
import zipfile
from io import BytesIO

import handmade_files as made
import pytest

from data_sources.reading.cells import Refused
from data_sources.reading.formats.zip_parts import Package
from data_sources.reading.guard import Budget, Format, inspect

ONE_CELL = f'<row r="1">{made.text_cell("A1", "hei")}</row>'
WORKBOOK = made.xlsx(ONE_CELL)


def reason(content: bytes, budget: Budget | None = None) -> str:
    """Why a file is refused; its format when it is not."""
    try:
        return inspect(content, budget or Budget()).format.value
    except Refused as refused:
        return refused.reason


def test_the_type_is_told_by_the_bytes() -> None:
    for content, expected in (
        (WORKBOOK, "xlsx"),
        (made.xls(b""), "xls"),
        (made.ods(""), "ods"),
        (b"a;b\n1;2\n", "csv"),
        ("å;ø\n1;2\n".encode("cp1252"), "csv"),
        ("a;b\n".encode("utf-16"), "csv"),
        ("a;b\n1;2\n".encode("utf-16-le"), "csv"),
        ("a;b\n1;2\n".encode("utf-32"), "csv"),
        (b"\xef\xbb\xbfa;b\n", "csv"),
        (b"MZ;BM\n1;2\n", "csv"),
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"MZ\x90\x00\x03\x00", "program"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (b"\x1f\x8b\x08\x00\x00", "archive"),
        (b"7z\xbc\xaf\x27\x1c\x00", "archive"),
        (b"{\\rtf1\\ansi}", "word"),
        (b"SQLite format 3\x00\x10\x00", "database"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "old-xls"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "html"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML PUBLIC>\n<html>", "html"),
        ("<table><tr>".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "html"),
        (b"<font size=2><table border=1>", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "html"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml-2003"),
        (b'<?xml version="1.0"?><data/>', "not-a-spreadsheet"),
        (b'[{"a": 1}]', "not-a-spreadsheet"),
        (b"ID;PWXL;N;E\n", "not-a-spreadsheet"),
        (b"\x01\x02\x03\x04", "not-a-spreadsheet"),
        (b"a", "csv"),
    ):
        assert reason(content) == expected, content[:40]


def test_what_a_zip_holds() -> None:
    types = "[Content_Types].xml"
    for parts, expected in (
        ({"notes.txt": "hei"}, "archive"),
        ({types: "<Types/>", "_rels/.rels": "<Relationships/>"}, "not-a-spreadsheet"),
        (
            {
                types: "wordprocessingml.document.main+xml",
                "_rels/.rels": made.relationships({"a": ("officeDocument", "word/document.xml")}),
                "word/document.xml": "<document/>",
            },
            "word",
        ),
        (
            {
                types: "<Types/>",
                "_rels/.rels": made.relationships({"a": ("officeDocument", "ppt/presentation.xml")}),
                "ppt/presentation.xml": "<presentation/>",
            },
            "presentation",
        ),
        ({"Index/Document.iwa": "x", "Metadata/Properties.plist": "x"}, "apple-numbers"),
        ({"xl/workbook.bin": "x"}, "xlsb"),
        ({"XL\\Workbook.xml": "<workbook/>"}, "xlsx"),
    ):
        assert reason(made.zipped(parts)) == expected, list(parts)
    assert reason(made.ods("", mimetype="application/vnd.oasis.opendocument.text")) == "word"
    assert reason(made.ods("", mimetype="application/vnd.oasis.opendocument.graphics")) == "not-a-spreadsheet"


def test_the_workbook_is_where_the_relationships_say() -> None:
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": made.relationships({"a": ("officeDocument", "/elsewhere/Book.xml")}),
        "elsewhere/book.xml": "<workbook/>",
        "elsewhere/_rels/book.xml.rels": made.relationships({"r1": ("worksheet", "../Sheets\\one.xml")}),
    }
    content = made.zipped(parts)
    assert reason(content) == "xlsx"
    package = Package(zipfile.ZipFile(BytesIO(content)))
    assert package.workbook() == "elsewhere/book.xml"
    assert package.relationships(package.workbook())["r1"].target == "sheets/one.xml"


def test_an_xls_is_told_before_any_zip_inside_it() -> None:
    records = made.record(0x0896, made.zipped({"theme/theme1.xml": "<theme/>"}))
    assert b"PK\x03\x04" in made.xls(records)
    assert reason(made.xls(records)) == "xls"


def test_locked_files_are_named() -> None:
    assert reason(made.ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y"})) == "locked"
    assert reason(made.ole({"WordDocument": b"x"})) == "word"
    assert reason(made.ole({"Something": b"x"})) == "not-a-spreadsheet"
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)) == "damaged"
    encrypted = bytearray(WORKBOOK)
    for at in _headers(WORKBOOK, b"PK\x01\x02"):
        encrypted[at + 8] |= 1
    assert reason(bytes(encrypted)) == "locked"
    protected = made.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": "x",
            "META-INF/manifest.xml": "<manifest:encryption-data/>",
        }
    )
    assert reason(protected) == "locked"


def test_a_dtd_is_refused_in_any_encoding() -> None:
    doctype = '<!DOCTYPE a [<!ENTITY b "c">]>'
    for encoding in ("utf-8", "utf-16", "utf-16-be"):
        part = made.sheet(ONE_CELL).replace("?>\n", f"?>{' ' * 70_000}{doctype}", 1).encode(encoding)
        assert reason(made.xlsx(part)) == "has-dtd", encoding
    parts = made.xlsx_parts({"Ark1": made.sheet(ONE_CELL)})
    assert reason(made.zipped({**parts, "xl/media/picture.emf": b"\x01<!DOCTYPE"})) == "xlsx"


def test_a_macro_of_an_ods_may_have_a_doctype_of_its_own() -> None:
    spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
    harmless = {"mimetype": spreadsheet, "content.xml": "<a/>", "Basic/Standard/a.xml": "<!DOCTYPE b><b/>"}
    assert reason(made.zipped(harmless)) == "ods"
    assert reason(made.zipped({**harmless, "content.xml": "<!DOCTYPE b><b/>"})) == "has-dtd"


def test_what_really_comes_out_is_counted() -> None:
    blank = made.xlsx(made.sheet(ONE_CELL, after=" " * 20_000_000).encode())
    assert len(blank) < 30_000
    assert reason(blank) == "xlsx"
    assert reason(blank, Budget(part=10_000_000)) == "too-big-unpacked"
    assert reason(blank, Budget(inflated=10_000_000)) == "too-big-unpacked"
    with pytest.raises(Refused) as refused:
        inspect(blank, Budget(inflated=10 * 1024 * 1024))
    assert refused.value.arguments == {"limit": 10}
    # No rule about the ratio: this one is packed a thousandfold.
    picture = made.zipped({**made.xlsx_parts({"Ark1": made.sheet(ONE_CELL)}), "xl/media/a.bmp": bytes(5_000_000)})
    assert reason(picture) == "xlsx"


def test_sizes_a_file_lies_about_are_not_believed() -> None:
    swollen = bytearray(made.xlsx(made.sheet(ONE_CELL, after=" " * 20_000_000).encode()))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for at in _headers(bytes(swollen), mark):
            if struct.unpack_from("<I", swollen, at + place)[0] > 1_000_000:
                struct.pack_into("<I", swollen, at + place, 1000)
    assert reason(bytes(swollen), Budget(inflated=10_000_000)) == "too-big-unpacked"
    assert inspect(bytes(swollen)).broken == {"xl/worksheets/sheet1.xml"}


def test_overlapping_entries_are_each_counted() -> None:
    one = made.zipped({"a.xml": " " * 3_000_000})
    at = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entries = one[at:end] * 50
    tail = bytearray(one[end:])
    struct.pack_into("<HHII", tail, 8, 50, 50, len(entries), at)
    assert reason(one[:at] + entries + bytes(tail), Budget(inflated=100_000_000)) == "too-big-unpacked"


def test_limits_on_the_file_itself() -> None:
    assert reason(WORKBOOK, Budget(file=100)) == "too-big"
    assert reason(b"a;b\n" * 100, Budget(text=100)) == "too-big"
    assert reason(b"a;b\n" * 100, Budget(file=100)) == "csv"
    many = made.zipped({f"{i}.xml": "" for i in range(40)})
    assert reason(many, Budget(parts=39)) == "too-many-parts"
    assert reason(many, Budget(parts=40)) == "archive"


def test_damage_is_found() -> None:
    for end in (1, 4, 100, len(WORKBOOK) // 2, len(WORKBOOK) - 30):
        assert reason(WORKBOOK[:end]) in ("damaged", "csv"), end
    flipped = bytearray(made.xlsx("".join(f'<row r="{i}"><c r="A{i}"><v>{i * i}</v></c></row>' for i in range(1, 400))))
    at = flipped.index(b"xl/worksheets/sheet1.xml") + 300
    flipped[at] ^= 0xFF
    assert inspect(bytes(flipped)).broken == {"xl/worksheets/sheet1.xml"}
    assert inspect(WORKBOOK).broken == frozenset()
    assert inspect(WORKBOOK).format is Format.XLSX


def _headers(content: bytes, mark: bytes) -> list[int]:
    found, at = [], content.find(mark)
    while at >= 0:
        found.append(at)
        at = content.find(mark, at + 1)
    return found
