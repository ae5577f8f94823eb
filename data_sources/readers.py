"""File on disk → `Cells`, by the reader that fits. Runs only in the child process: any of these may abort or hang."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import python_calamine as calamine

from data_sources.cells import Cells, Kind, Refused
from data_sources.guard import Format
from data_sources.package import Package
from data_sources.sheet_parts import SheetFacts, facts, sheet_parts
from data_sources.typed_cells import Mark, Size, frame_of


def read(directory: Path, request: dict[str, Any]) -> tuple[Cells, ...]:
    """All worksheets of `directory`/file.<format>. Raises Refused, and whatever a reader may raise."""
    form = Format(request["format"])
    path = directory / f"file.{form}"
    size = Size(rows=request["rows"], columns=request["columns"])
    if form is Format.TEXT:
        from data_sources import delimited  # noqa: PLC0415

        return (delimited.read(path.read_bytes(), request["name"], size),)
    if form is not Format.XLSX:
        return _by_calamine(path, {}, size)
    broken = frozenset(request["broken"])
    with ZipFile(path) as archive:
        package = Package(archive)
        known = _facts(package, broken)
        try:
            sheets = _by_calamine(path, known, size)
            missed = any(
                not cells.frame.height and known[cells.sheet].has_values
                for cells in sheets
                if cells.sheet in known
            )
        except (Refused, MemoryError):
            raise
        except BaseException:  # also the panics of Rust code
            missed = True
        return _by_openpyxl(path, known, size) if missed else sheets


def _facts(package: Package, broken: frozenset[str]) -> dict[str, SheetFacts]:
    workbook = package.workbook()
    needed = {workbook} | {
        relationship.target
        for relationship in package.relationships(workbook).values()
        if relationship.kind in ("worksheet", "sharedStrings", "styles")
    }
    if needed & broken:
        raise Refused("damaged")
    found = {}
    for name, part in sheet_parts(package).items():
        if part in package:
            try:
                found[name] = facts(lambda part=part: package.open(part))
            except BadZipFile as fault:
                raise Refused("damaged") from fault
    return found


def _by_calamine(path: Path, known: dict[str, SheetFacts], size: Size) -> tuple[Cells, ...]:
    try:
        book = calamine.CalamineWorkbook.from_path(path)
    except calamine.PasswordError as fault:
        raise Refused("locked") from fault
    sheets = []
    for position, sheet in enumerate(book.sheets_metadata):
        if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        read_sheet = book.get_sheet_by_index(position)
        fact = known.get(sheet.name, SheetFacts())
        start = read_sheet.start or (0, 0)
        frame = frame_of(read_sheet.iter_rows(), start[1], read_sheet.width, fact.marks, size)
        merged = fact.merged or [
            (first[0] + 1, first[1], last[0] + 1, last[1])
            for first, last in read_sheet.merged_cell_ranges or ()
        ]
        sheets.append(
            _cells(
                sheet.name, position, sheet.visible != calamine.SheetVisibleEnum.Visible, frame, merged, fact
            )
        )
    if not sheets:
        raise Refused("no-sheets")
    return tuple(sheets)


def _by_openpyxl(path: Path, known: dict[str, SheetFacts], size: Size) -> tuple[Cells, ...]:
    from openpyxl import load_workbook  # noqa: PLC0415 - a second is spent on it only where it is needed

    book = load_workbook(path, read_only=True, data_only=True)
    sheets = []
    for position, name in enumerate(book.sheetnames):
        sheet = book[name]
        if not hasattr(sheet, "reset_dimensions"):
            continue
        sheet.reset_dimensions()  # a claimed million rows would be padded
        fact = known.get(name, SheetFacts())
        rows = list(_openpyxl_rows(sheet))
        frame = frame_of(rows, 0, max(map(len, rows), default=0), fact.marks, size)
        sheets.append(_cells(name, position, sheet.sheet_state != "visible", frame, fact.merged, fact))
    if not sheets:
        raise Refused("damaged")
    return tuple(sheets)


def _openpyxl_rows(sheet: Any) -> Iterator[list[Any]]:
    from openpyxl.utils.escape import unescape  # noqa: PLC0415

    for row in sheet.iter_rows():
        values = []
        for cell in row:
            value = cell.value
            if cell.data_type == "e" and value is not None:
                value = Mark(Kind.ERROR, str(value))
            elif isinstance(value, str) and "_x" in value:
                value = unescape(value)
            values.append(value)
        yield values


def _cells(name: str, position: int, hidden: bool, frame: Any, merged: Any, fact: SheetFacts) -> Cells:
    return Cells(
        sheet=name,
        position=position,
        hidden=hidden,
        frame=frame,
        merged=tuple(merged),
        hidden_rows=tuple(fact.hidden_rows),
        hidden_columns=tuple(fact.hidden_columns),
    )
