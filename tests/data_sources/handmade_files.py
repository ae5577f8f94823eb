"""Files made by hand, byte by byte, because no writer would make them; and what reading a file comes to."""

import struct
import zipfile
from io import BytesIO
from typing import Any

import openpyxl

from data_sources.reading.cells import REASONS, Cells, Refused
from data_sources.reading.workbook import read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of the given parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def relationships(targets: dict[str, tuple[str, str]], office: str = OFFICE) -> str:
    """A .rels part: id → (kind, target)."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{office}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{HEADER}<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def sheet(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet part around the given <row> elements."""
    return f'{HEADER}<worksheet xmlns="{namespace}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx_parts(sheets: dict[str, str | bytes], **extra: str | bytes) -> dict[str, str | bytes]:
    """The parts of a workbook: sheet name → its part. extra: shared_strings, styles, workbook_properties."""
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1))
    targets = {f"rId{i}": ("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": relationships({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'{HEADER}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"{extra.get('workbook_properties', '')}<sheets>{listed}</sheets></workbook>",
    }
    for key, kind, name in (("rIdS", "sharedStrings", "shared_strings"), ("rIdT", "styles", "styles")):
        if name in extra:
            targets[key] = (kind, f"{kind}.xml")
            parts[f"xl/{kind}.xml"] = extra[name]
    parts["xl/_rels/workbook.xml.rels"] = relationships(targets)
    for i, content in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = content
    return parts


def xlsx(rows: str | bytes, **extra: str | bytes) -> bytes:
    """A workbook of one sheet, "Ark1". rows: its <row> elements, or the whole part as bytes."""
    return zipped(xlsx_parts({"Ark1": rows if isinstance(rows, bytes) else sheet(rows)}, **extra))


def text_cell(reference: str, text: str) -> str:
    """A cell with its text inside it."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


DATE_STYLES = (
    f'{HEADER}<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def ods(body: str, *, styles: str = "", mimetype: str = "application/vnd.oasis.opendocument.spreadsheet") -> bytes:
    """An OpenDocument spreadsheet around the given <table:table> elements."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return zipped(
        {
            "mimetype": mimetype,
            "content.xml": f'{HEADER}<office:document-content xmlns:office="{names}:office:1.0" '
            f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" xmlns:style="{names}:style:1.0" '
            'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE container, [MS-CFB] version 3, each stream padded to at least 4 096 bytes."""
    sectors: list[bytes] = []
    table: list[int] = []

    def put(content: bytes) -> int:
        first = len(sectors)
        pieces = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
        for number, piece in enumerate(pieces, 1):
            sectors.append(piece)
            table.append(len(sectors) if number < len(pieces) else 0xFFFFFFFE)
        return first

    def entry(name: str, kind: int, links: tuple[int, int], first: int, size: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le")
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, *links)
            + bytes(36)
            + struct.pack("<IQ", first, size)
        )

    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    placed = {name: put(content) for name, content in padded.items()}
    entries = entry("Root Entry", 5, (0xFFFFFFFF, 1), 0xFFFFFFFE, 0)
    for number, (name, content) in enumerate(padded.items(), 1):
        sibling = number + 1 if number < len(padded) else 0xFFFFFFFF
        entries += entry(name, 2, (sibling, 0xFFFFFFFF), placed[name], len(content))
    directory = put(entries.ljust(-(-len(entries) // 512) * 512, b"\0"))
    table.append(0xFFFFFFFD)
    numbers = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
        + struct.pack("<I", len(sectors))
        + b"\xff" * 432
    )
    return header + b"".join(sectors) + numbers


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of the .xls format."""
    return struct.pack("<HH", kind, len(data)) + data


def xls(records: bytes) -> bytes:
    """An .xls of one sheet, "Ark1", with the given records."""
    name = b"Ark1"
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    end = record(0x000A)
    at = len(start) + 4 + 8 + len(name) + len(end)
    bound = record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name)
    sheet_start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return ole({"Workbook": start + bound + end + sheet_start + records + end})


def xlsb_record(kind: int, data: bytes = b"") -> bytes:
    """A record of the .xlsb format, shorter than 128 bytes."""
    number = bytes((kind,)) if kind < 128 else bytes((kind & 0x7F | 0x80, kind >> 7))
    return number + bytes((len(data),)) + data


def wide(text: str) -> bytes:
    """A text in the .xlsb format."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(records: bytes, *, properties: bytes = b"", strings: bytes = b"", styles: bytes = b"") -> bytes:
    """An .xlsb of one sheet, "Ark1", with the given records between the beginning and the end of its data.

    properties: records of the workbook. strings, styles: the records of those parts.
    """
    listed = xlsb_record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Ark1"))
    book = xlsb_record(131) + properties + xlsb_record(143) + listed + xlsb_record(144) + xlsb_record(132)
    size = xlsb_record(148, struct.pack("<IIII", 0, 9, 0, 9))
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relationships({"rId1": ("officeDocument", "xl/workbook.bin")}),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relationships(
                {
                    "rId1": ("worksheet", "worksheets/sheet1.bin"),
                    "rId2": ("sharedStrings", "sharedStrings.bin"),
                    "rId3": ("styles", "styles.bin"),
                }
            ),
            "xl/sharedStrings.bin": xlsb_record(159, struct.pack("<II", 0, 0)) + strings + xlsb_record(160),
            "xl/styles.bin": xlsb_record(278) + styles + xlsb_record(279),
            "xl/worksheets/sheet1.bin": xlsb_record(129)
            + size
            + xlsb_record(145)
            + records
            + xlsb_record(146)
            + xlsb_record(130),
        }
    )


def shown(cells: Cells) -> dict[tuple[int, int], tuple[str, str | None]]:
    """(row, column) → (kind, text), without blanks."""
    return {
        (row["row"], i): (row[f"k{i}"], row[f"t{i}"])
        for row in cells.frame.iter_rows(named=True)
        for i in cells.columns
        if row[f"k{i}"] != "blank"
    }


def outcome(content: bytes, **kwargs: Any) -> str:
    """Why a file is refused, "read" when it is not; every refusal carries the numbers it should."""
    try:
        read(content, "fil.xlsx", **kwargs)
    except Refused as refusal:
        refused = refusal
    else:
        return "read"
    assert set(refused.arguments) == set(REASONS[refused.reason])
    return refused.reason


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as openpyxl writes it."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
