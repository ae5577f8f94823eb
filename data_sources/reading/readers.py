"""File on disk → `Cells`, by the reader that fits. Only the child process runs these: any may abort or hang.

.xlsx .xlsm .xlsb .xls: python-calamine for the values, and a search of our own for what it leaves out.
.xlsx .xlsm that calamine refuses, or finds nothing in though there is something: openpyxl.
.ods and delimited text: read here in full.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import polars as pl
import python_calamine as calamine

from data_sources.reading import own_process
from data_sources.reading.cells import Cells, Kind, Refused
from data_sources.reading.formats import delimited, ods, xls, xlsb, xlsx
from data_sources.reading.formats.typed_cells import Mark, SheetFacts, Size, frame_of
from data_sources.reading.formats.zip_parts import Package
from data_sources.reading.guard import Format
from data_sources.reading.own_process import Cancel, Notify

NEEDED = frozenset({"worksheet", "sharedStrings", "styles"})
"""Relationships of a workbook whose parts hold values or say how to read them."""


PASSED_ON = ("sheet", "position", "hidden", "merged", "hidden_rows", "hidden_columns", "remarks")
"""What is answered of a sheet besides its frame, which lies in the folder."""


def answer(request: dict[str, Any], cancel: Cancel, notify: Notify) -> bytes:
    """The work of the process of its own: an Arrow file a sheet in the request's folder, and what else they say.

    Raises Refused, for panics of Rust code too: `too-much-memory` where it came near its limit, else `damaged`.
    """
    folder, form = Path(request["folder"]), Format(request["format"])
    size = Size(rows=request["rows"], columns=request["columns"])
    try:
        sheets = read(
            folder / f"file.{form}", form, request["name"], frozenset(request["broken"]), size, second=request["second"]
        )
    except (Refused, MemoryError):
        raise
    except BaseException:
        # Readers near the end of their memory fail in words of their own.
        raise Refused("too-much-memory" if own_process.peak() > request["memory"] // 2 else "damaged") from None
    for number, cells in enumerate(sheets):
        cells.frame.write_ipc_stream(folder / f"{number}.arrow")
    return json.dumps([{name: getattr(cells, name) for name in PASSED_ON} for cells in sheets]).encode()


def read(
    path: Path, form: Format, name: str, broken: frozenset[str], size: Size, *, second: bool = False
) -> tuple[Cells, ...]:
    """All worksheets of a file, in the workbook's order.

    name: what delimited text's one sheet is called. broken: zip parts that are not as recorded. second: an .xlsb by the
    second reader, as the first has ended its process.
    Raises Refused for what is known to be wrong, and whatever a reader raises, panics of Rust code among it.
    """
    if form is Format.TEXT:
        return (delimited.read(path.read_bytes(), name, size),)
    if form is Format.XLS:
        content = path.read_bytes()
        numbered = dict(enumerate(xls.facts(content)))
        sheets = _by_calamine(path, lambda position, _: numbered.get(position), size)
        return _dated(sheets, from_1904=xls.from_1904(content))
    with ZipFile(path) as archive:
        package = Package(archive)
        if form is Format.ODS:
            return _ods(package, broken, size)
        workbook = package.workbook()
        targets = package.relationships(workbook).values()
        if broken & {workbook, *(target.target for target in targets if target.kind in NEEDED)}:
            raise Refused("damaged")
        if form is Format.XLSB:
            sheets = _xlsb(path, package, size, second=second)
            return _dated(sheets, from_1904=xlsb.from_1904(package))
        sheets = _xlsx(path, {sheet: xlsx.facts(part) for sheet, part in xlsx.parts(package)}, size)
        return _dated(sheets, from_1904=xlsx.counts_from_1904(package))


def _dated(sheets: tuple[Cells, ...], *, from_1904: bool) -> tuple[Cells, ...]:
    if not from_1904:
        return sheets
    return tuple(replace(cells, remarks=(*cells.remarks, "dates-from-1904")) for cells in sheets)


def _xlsb(path: Path, package: Package, size: Size, *, second: bool) -> tuple[Cells, ...]:
    """By calamine, or by our own second reader where that panics, or has ended a process before this one."""
    facts = xlsb.facts(package)
    if not second:
        try:
            return _by_calamine(path, lambda _, sheet: facts.get(sheet), size)
        except (Refused, MemoryError):
            raise
        except BaseException:  # noqa: S110 - a panic of Rust code is not an Exception; what follows is the answer
            pass
    from data_sources.reading.formats import xlsb_values  # noqa: PLC0415 - openpyxl, which hardly any file needs

    sheets = []
    for position, sheet in enumerate(xlsb_values.sheets(package)):
        width = max((len(values) for _, _, values in sheet.rows), default=0)
        of_sheet = facts.get(sheet.name) or SheetFacts(unseen=True)
        frame = frame_of(_spread(sheet.rows), 0, width, of_sheet.marks, size)
        sheets.append(_cells(sheet.name, position, frame, of_sheet, hidden=sheet.hidden))
    if not sheets:
        raise Refused("no-sheets")
    return tuple(sheets)


def _xlsx(path: Path, facts: Mapping[str, SheetFacts], size: Size) -> tuple[Cells, ...]:
    try:
        sheets = _by_calamine(path, lambda _, sheet: facts.get(sheet), size)
    except (Refused, MemoryError):
        raise
    except BaseException:  # a panic of Rust code is not an Exception
        return _by_openpyxl(path, facts, size)
    missed = {
        cells.position
        for cells in sheets
        if cells.sheet in facts and facts[cells.sheet].has_values and not _has_values(cells.frame)
    }
    if not missed:
        return sheets
    by_position = {cells.position: cells for cells in _by_openpyxl(path, facts, size) if cells.position in missed}
    return tuple(by_position.get(cells.position, cells) for cells in sheets)


def _has_values(frame: pl.DataFrame) -> bool:
    """Whether a reader found anything besides what the search through the XML put in."""
    kinds = pl.col("^k[0-9]+$").is_in([Kind.BLANK, Kind.ERROR, Kind.UNCOMPUTED])
    return frame.width > 1 and not frame.select(pl.all_horizontal(kinds).all()).item()


def _by_calamine(path: Path, facts_of: Callable[[int, str], SheetFacts | None], size: Size) -> tuple[Cells, ...]:
    try:
        book = calamine.CalamineWorkbook.from_path(path)
    except calamine.PasswordError as fault:
        raise Refused("locked") from fault
    sheets = []
    for position, sheet in enumerate(book.sheets_metadata):
        if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        values = book.get_sheet_by_index(position)
        facts = facts_of(position, sheet.name) or SheetFacts(unseen=True)
        facts.merged = facts.merged or [
            (top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in values.merged_cell_ranges or ()
        ]
        left = values.start[1] if values.start else 0
        frame = frame_of(values.iter_rows(), left, values.width, facts.marks, size)
        if facts.rows_held - set(frame["row"]):
            raise Refused("rows-lost")
        hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
        sheets.append(_cells(sheet.name, position, frame, facts, hidden=hidden))
    if not sheets:
        raise Refused("no-sheets")
    return tuple(sheets)


def _by_openpyxl(path: Path, facts_of: Mapping[str, SheetFacts], size: Size) -> tuple[Cells, ...]:
    # Slow to import and seldom needed.
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path, read_only=True, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # a claimed million columns would be filled with blanks
        facts = facts_of.get(sheet.title) or SheetFacts(unseen=True)
        rows = list(_openpyxl_rows(sheet))
        frame = frame_of(rows, 0, max(map(len, rows), default=0), facts.marks, size)
        hidden = sheet.sheet_state != "visible"
        sheets.append(_cells(sheet.title, book.sheetnames.index(sheet.title), frame, facts, hidden=hidden))
    if not sheets:
        raise Refused("damaged")  # openpyxl says nothing when it understands no sheet
    return tuple(sheets)


def _openpyxl_rows(sheet: Any) -> Iterator[list[Any]]:
    from openpyxl.utils.escape import unescape  # noqa: PLC0415

    def value_of(cell: Any) -> Any:
        value = cell.value
        if cell.data_type == "e" and value is not None:
            return Mark(Kind.ERROR, str(value))
        return unescape(value) if isinstance(value, str) and "_x" in value else value

    for row in sheet.iter_rows():
        yield [value_of(cell) for cell in row]


def _ods(package: Package, broken: frozenset[str], size: Size) -> tuple[Cells, ...]:
    if "content.xml" in broken or "content.xml" not in package:
        raise Refused("damaged")
    with package.open("content.xml") as content:
        read = ods.sheets(content)
    if not read:
        raise Refused("no-sheets")
    sheets = []
    for position, sheet in enumerate(read):
        width = max((len(values) for _, _, values in sheet.rows), default=0)
        frame = frame_of(_spread(sheet.rows), 0, width, {}, size)
        sheets.append(_cells(sheet.name, position, frame, sheet.facts, hidden=sheet.hidden))
    return tuple(sheets)


def _spread(rows: Iterable[tuple[int, int, list[Any]]]) -> Iterator[list[Any]]:
    """Every row from the first on, blank ones as empty lists."""
    last = 0
    for row, count, values in rows:
        yield from ([] for _ in range(last + 1, row))
        yield from (values for _ in range(count))
        last = row + count - 1


def _cells(name: str, position: int, frame: pl.DataFrame, facts: SheetFacts, *, hidden: bool) -> Cells:
    """Rows and columns hidden beyond the last one used are left out: they hide nothing."""
    last_row = int(frame["row"][-1]) if frame.height else 0
    last_column = max((int(column[1:]) for column in frame.columns if column != "row"), default=-1)
    return Cells(
        sheet=name,
        position=position,
        hidden=hidden,
        frame=frame,
        merged=tuple(facts.merged),
        hidden_rows=tuple(sorted(row for row in facts.hidden_rows if row <= last_row)),
        hidden_columns=tuple(sorted(column for column in facts.hidden_columns if column <= last_column)),
        remarks=("errors-unseen",) if facts.unseen else (),
    )
