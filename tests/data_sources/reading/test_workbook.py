"""What every kind of workbook gives, cell by cell."""

import datetime as dt
import struct
from pathlib import Path

import handmade_files as made
import openpyxl
import pytest
from handmade_files import saved, shown

from data_sources.reading import readers
from data_sources.reading.cells import Refused
from data_sources.reading.formats.typed_cells import Size
from data_sources.reading.guard import Format
from data_sources.reading.workbook import read

pytestmark = pytest.mark.slow


def test_an_ordinary_workbook_cell_by_cell() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Oppmøte & «sted»"
    sheet["C5"] = "Dato"
    sheet["C6"], sheet["D6"] = dt.datetime(2025, 3, 5), dt.datetime(2025, 3, 5, 9, 30)
    sheet["E6"], sheet["F6"] = dt.time(9, 30), dt.timedelta(hours=25, minutes=30)
    sheet["C8"], sheet["D8"], sheet["E8"] = 12, 2.5, True
    sheet["C9"], sheet["D9"], sheet["E9"] = "#N/A", "=1/0", " 1.234 "
    sheet["Z12"] = "=A1"
    sheet.merge_cells("C2:E3")
    sheet.row_dimensions[8].hidden = True
    sheet.row_dimensions[900].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_chartsheet("Diagram")
    book.create_sheet("Skjult").sheet_state = "hidden"
    book.create_sheet("Gjemt").sheet_state = "veryHidden"
    book["Gjemt"]["A1"] = "x"
    first, second, third = read(saved(book), "oppmøte.xlsx")

    assert (first.sheet, first.position, first.hidden) == ("Oppmøte & «sted»", 0, False)
    assert (first.merged, first.hidden_rows, first.hidden_columns) == (((2, 2, 3, 4),), (8,), (3,))
    assert shown(first) == {
        (5, 2): ("text", "Dato"),
        (6, 2): ("date", "2025-03-05"),
        (6, 3): ("datetime", "2025-03-05T09:30:00"),
        (6, 4): ("time", "09:30:00"),
        (6, 5): ("duration", "25:30:00"),
        (8, 2): ("number", "12"),
        (8, 3): ("number", "2.5"),
        (8, 4): ("bool", "TRUE"),
        (9, 2): ("error", "#N/A"),
        (9, 3): ("uncomputed", None),
        (9, 4): ("text", " 1.234 "),
        (12, 25): ("uncomputed", None),
    }
    assert first.columns == (2, 3, 4, 5, 25)
    assert (second.sheet, second.position, second.hidden, second.frame.height) == ("Skjult", 2, True, 0)
    assert (third.sheet, third.position, third.hidden, shown(third)) == ("Gjemt", 3, True, {(1, 0): ("text", "x")})


def test_sheets_other_writers_make() -> None:
    cell = '<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>1+1</f></c></row>'
    expected = {(1, 0): ("number", "5"), (1, 1): ("error", "#REF!"), (1, 2): ("uncomputed", None)}
    part = made.sheet(cell)
    prefixed = part.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    nameless = made.sheet('<row><c><v>5</v></c><c t="e"><v>#REF!</v></c><c><f>1+1</f></c></row>')
    backslashes = {name.replace("/", "\\"): content for name, content in made.xlsx_parts({"Ark1": part}).items()}
    strict = {
        name: str(content).replace(made.MAIN, made.STRICT).replace(made.OFFICE, made.STRICT_OFFICE)
        for name, content in made.xlsx_parts({"Ark1": part}).items()
    }
    for name, content in {
        "prefix": made.xlsx(prefixed.encode()),
        "no references": made.xlsx(nameless.encode()),
        "utf-16": made.xlsx(part.replace("UTF-8", "UTF-16").encode("utf-16")),
        "utf-16 without a mark": made.xlsx(part.replace("UTF-8", "UTF-16").encode("utf-16-be")),
        "single quotes": made.xlsx(part.replace('"', "'").encode()),
        "backslashes": made.zipped(backslashes),
        "strict": made.zipped(strict),
        "an error younger than the reader": made.xlsx(part.replace("#REF!", "#SPILL!").encode()),
    }.items():
        (cells,) = read(content, name)
        found = {at: (kind, text and text.replace("#SPILL!", "#REF!")) for at, (kind, text) in shown(cells).items()}
        assert found == expected, name


def test_formulas_with_and_without_a_stored_value() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f><v></v></c>'
        '<c r="C1"><f>1+1</f><v/></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1"><f t="shared" si="0"/></c><c r="F1" t="e"><f>NA()</f><v>#N/A</v></c>'
        '<c r="G1" s="0"/><c r="H1"><f><![CDATA[A1<2]]></f></c></row>'
    )
    (cells,) = read(made.xlsx(rows), "x")
    uncomputed = ("uncomputed", None)
    assert shown(cells) == {
        (1, 0): ("number", "2"),
        (1, 1): uncomputed,
        (1, 2): uncomputed,
        (1, 4): uncomputed,
        (1, 5): ("error", "#N/A"),
        (1, 7): uncomputed,
    }


def test_dates_of_the_1904_system_and_dates_that_are_none() -> None:
    properties = '<workbookPr date1904="1"/>'
    row = '<row r="1"><c r="A1" s="1"><v>44259</v></c></row>'
    (cells,) = read(made.xlsx(row, styles=made.DATE_STYLES, workbook_properties=properties), "x")
    assert shown(cells) == {(1, 0): ("date", "2025-03-05")}
    row = '<row r="1"><c r="A1" s="1"><v>1e300</v></c><c r="B1" s="1"><v>2958466</v></c></row>'
    (cells,) = read(made.xlsx(row, styles=made.DATE_STYLES), "x")
    assert {kind for kind, _ in shown(cells).values()} <= {"number", "error"}


def test_an_xls_with_errors_and_hidden_rows() -> None:
    cells = struct.Struct("<HHH")
    records = (
        made.record(0x007D, struct.pack("<HHHHHH", 1, 1, 2000, 0, 1, 0))
        + made.record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 5, 255, 0, 0, 0x20, 0))
        + made.record(0x0203, cells.pack(0, 0, 0) + struct.pack("<d", 3.5))
        + made.record(0x0205, cells.pack(1, 1, 0) + bytes((0x2A, 1)))
        + made.record(0x0205, cells.pack(1, 2, 0) + bytes((1, 0)))
        + made.record(0x0006, cells.pack(2, 2, 0) + bytes((2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF)) + bytes(8))
    )
    (read_in,) = read(made.xls(records), "x")
    assert shown(read_in) == {
        (1, 0): ("number", "3.5"),
        (2, 1): ("error", "#N/A"),
        (2, 2): ("bool", "TRUE"),
        (3, 2): ("error", "#REF!"),
    }
    assert (read_in.hidden_rows, read_in.hidden_columns) == ((2,), (1,))


def test_an_xlsb_with_errors_and_hidden_rows() -> None:
    row, cell = struct.Struct("<IIHBBB"), struct.Struct("<II")
    records = (
        made.xlsb_record(0, row.pack(0, 0, 300, 0, 0, 0))
        + made.xlsb_record(5, cell.pack(0, 0) + struct.pack("<d", 3.5))
        + made.xlsb_record(0, row.pack(1, 0, 300, 0, 0x10, 0))
        + made.xlsb_record(3, cell.pack(1, 0) + b"\x2a")
        + made.xlsb_record(11, cell.pack(2, 0) + b"\x17" + bytes(6))
        + made.xlsb_record(176, struct.pack("<IIII", 0, 1, 0, 2))
    )
    (cells,) = read(made.xlsb(records), "x")
    assert shown(cells) == {(1, 0): ("number", "3.5"), (2, 1): ("error", "#N/A"), (2, 2): ("error", "#REF!")}
    assert (cells.hidden_rows, cells.merged, cells.remarks) == ((2,), ((1, 0, 2, 2),), ())


def _every_kind_of_cell() -> bytes:
    """An .xlsb counting from 1904, with a day, a text, a truth, numbers in each spelling, and an error."""
    row, cell = struct.Struct("<IIHBBB"), struct.Struct("<II")
    records = made.xlsb_record(0, row.pack(4, 0, 300, 0, 0, 0))
    for column, (kind, style, data) in enumerate(
        [
            (7, 0, struct.pack("<I", 1)),
            (5, 1, struct.pack("<d", 44622.0)),
            (2, 0, struct.pack("<i", (125 << 2) | 3)),
            (2, 0, struct.pack("<I", struct.unpack("<Q", struct.pack("<d", 2.5))[0] >> 32)),
            (4, 0, b"\x01"),
            (6, 0, made.wide("inne")),
            (3, 0, b"\x2a"),
            (9, 1, struct.pack("<d", 44622.5) + bytes(6)),
        ]
    ):
        records += made.xlsb_record(kind, cell.pack(column, style) + data)
    styles = made.xlsb_record(617, struct.pack("<I", 2))
    for shown_as in (0, 14):
        styles += made.xlsb_record(47, struct.pack("<HH", 0, shown_as) + bytes(12))
    strings = b"".join(made.xlsb_record(19, b"\0" + made.wide(text)) for text in ("nei", "Møtt"))
    return made.xlsb(
        records,
        properties=made.xlsb_record(153, struct.pack("<III", 1, 0, 0)),
        strings=strings,
        styles=styles + made.xlsb_record(618),
    )


def test_the_second_reader_of_xlsb_reads_what_the_first_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    def panics(*_: object) -> None:
        raise Panic

    file = tmp_path / "file.xlsb"
    file.write_bytes(_every_kind_of_cell())
    asked = (file, Format.XLSB, "x", frozenset[str](), Size(rows=100, columns=100))
    [first] = readers.read(*asked)
    [second] = readers.read(*asked, second=True)
    assert shown(first) == shown(second) != {}
    assert shown(second)[5, 1] == ("date", "2026-03-03")
    assert first.remarks == second.remarks == ("dates-from-1904",)
    monkeypatch.setattr(readers, "_by_calamine", panics)
    [third] = readers.read(*asked)
    assert shown(third) == shown(second)


def test_a_row_that_a_reader_has_lost_is_never_lost_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = made.record(0x0203, struct.pack("<HHHd", 0, 0, 0, 1.0)) + made.record(
        0x0203, struct.pack("<HHHd", 1, 0, 0, 2.0)
    )
    file = tmp_path / "file.xls"
    file.write_bytes(made.xls(records))
    asked = (file, Format.XLS, "x", frozenset[str](), Size(rows=100, columns=100))
    assert readers.read(*asked)[0].frame.height == 2
    whole = readers.frame_of
    monkeypatch.setattr(readers, "frame_of", lambda *frame: whole(*frame).head(1))
    with pytest.raises(Refused, match="rows-lost"):
        readers.read(*asked)


def test_where_errors_cannot_be_seen_the_sheet_says_so(tmp_path: Path) -> None:
    (tmp_path / "file.xlsx").write_bytes(made.xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    (cells,) = readers._by_calamine(tmp_path / "file.xlsx", lambda *_: None, Size(rows=9, columns=9))
    assert cells.remarks == ("errors-unseen",)


def test_an_ods_with_everything() -> None:
    body = (
        '<table:table table:name="Skjult" table:style-name="ta2"><table:table-column/>'
        '<table:table-column table:visibility="collapse"/><table:table-row>'
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>En</text:p>'
        "<office:annotation><text:p>merknad</text:p></office:annotation>"
        '<text:p>to<text:s text:c="2"/>tre</text:p></table:table-cell><table:covered-table-cell/>'
        '<table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="2"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        '<table:table-row table:visibility="filter">'
        '<table:table-cell office:value-type="date" office:date-value="2025-03-05T09:30:00"/>'
        '<table:table-cell office:value-type="date" office:date-value="2025-03-05"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT25H30M00S"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">'
        '<text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=1"/>'
        '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    (cells,) = read(made.ods(body, styles=hidden), "x")
    assert (cells.sheet, cells.hidden, cells.merged) == ("Skjult", True, ((1, 0, 1, 1),))
    assert (cells.hidden_rows, cells.hidden_columns) == ((1_000_002,), (1,))
    row = 1_000_002
    assert shown(cells) == {
        (1, 0): ("text", "En\nto  tre"),
        (1, 2): ("number", "2"),
        (1, 3): ("number", "2"),
        (row, 0): ("datetime", "2025-03-05T09:30:00"),
        (row, 1): ("date", "2025-03-05"),
        (row, 2): ("duration", "25:30:00"),
        (row, 3): ("bool", "TRUE"),
        (row, 4): ("error", "#DIV/0!"),
        (row, 5): ("uncomputed", None),
        (row, 6): ("error", "#N/A"),
    }


def test_delimited_text_takes_the_same_road() -> None:
    (cells,) = read("a;b\r\n\r\nå;1,5\r\n".encode("cp1252"), "mappe/henvisninger 2025.xls")
    assert (cells.sheet, cells.hidden) == ("henvisninger 2025", False)
    assert shown(cells) == {
        (1, 0): ("text", "a"),
        (1, 1): ("text", "b"),
        (3, 0): ("text", "å"),
        (3, 1): ("text", "1,5"),
    }
    with pytest.raises(Refused, match="unclosed-quote line=2"):
        read(b'a;b\n1;"2\n', "x.csv")
