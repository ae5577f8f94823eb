"""Owns the way back: a new workbook with only the rows that failed, marked and explained, to be mended and sent again.

The user's own file is never patched. Every text is written as text, so that nothing in it is taken for a formula.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from data_sources.checking.corrections import WHAT, WHERE, Held
from data_sources.checking.problems import Problem
from data_sources.declared.table import Severity
from data_sources.reading.cells import Kind, letter

LEAD = "Les først"
"""What is wrong, cause by cause: a sheet that `own_sheets` knows by its name and by the word Samspill."""
_FILL = {Severity.STOPS: PatternFill("solid", fgColor="F8D0D0"), Severity.WARNS: PatternFill("solid", fgColor="FBEBC8")}
_HEAD = PatternFill("solid", fgColor="0062BA")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")


def workbook(held: Sequence[Held], say: Callable[[Problem], str], lead: Sequence[str] = ()) -> bytes:
    """An xlsx: a sheet for each table with failed rows, in the file's own columns and order.

    `say` is the sentence about one problem, in the uploader's language. `lead`: lines for a sheet of its own that comes
    first, one for each cause; when the workbook comes back, nobody reads it.
    """
    book = Workbook(write_only=True)
    names: set[str] = set()
    if lead:
        _write_lead(book.create_sheet(LEAD), lead)
        names.add(LEAD.casefold())
    for part in held:
        name = _name(part.sheet, names)
        names.add(name.casefold())
        _write(book.create_sheet(name), part, say)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_lead(sheet: WriteOnlyWorksheet, lead: Sequence[str]) -> None:
    sheet.column_dimensions["A"].width = 110
    for line in lead:
        cell = _text(sheet, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([cell])


def _name(sheet: str, taken: set[str]) -> str:
    plain = _NOT_IN_A_NAME.sub(" ", _UNWRITABLE.sub("", sheet)).strip(" '")[:26] or "Rader"
    name, number = plain, 2
    while name.casefold() in taken:
        name, number = f"{plain} ({number})", number + 1
    return name


def _write(sheet: WriteOnlyWorksheet, held: Held, say: Callable[[Problem], str]) -> None:
    width = max((int(name[1:]) for name in held.head.columns if name.startswith("t")), default=0) + 1
    sheet.column_dimensions["A"].width = 60
    for index in range(1, width + 2):
        sheet.column_dimensions[letter(index)].width = 16
    sheet.freeze_panes = f"C{held.row + 1}"
    last = 0
    for values in held.head.iter_rows(named=True):
        row = values["row"]
        for _ in range(last + 1, row):
            sheet.append([])
        ours = [_heading(sheet, WHAT), _heading(sheet, WHERE)] if row == held.row else [None, None]
        sheet.append([*ours, *_cells(sheet, values, width)])
        last = row
    by_row: dict[int, list[Problem]] = {}
    for problem in held.problems:
        by_row.setdefault(problem.row, []).append(problem)
    for values in held.body.iter_rows(named=True):
        problems = by_row.get(values["row"], [])
        sheet.append(_row(sheet, values, width, problems, say))
    if held.notes.height:
        sheet.append([])
    for values in held.notes.iter_rows(named=True):
        sheet.append([None, None, *_cells(sheet, values, width)])


def _row(
    sheet: WriteOnlyWorksheet,
    values: dict[str, object],
    width: int,
    of_row: Sequence[Problem],
    say: Callable[[Problem], str],
) -> list[Cell | None]:
    """One failed row: what is wrong, where it stood, and its cells, the faulty ones marked and commented."""
    sentences = list(dict.fromkeys(say(problem) for problem in of_row if problem.severity is Severity.STOPS))
    what = _text(sheet, " ".join(sentences))
    what.alignment = Alignment(wrap_text=True, vertical="top")
    cells = list(_cells(sheet, values, width))
    marked: dict[int, list[Problem]] = {}
    for problem in of_row:
        if problem.column and problem.severity in _FILL:
            marked.setdefault(_index(problem.column), []).append(problem)
    for index, problems in marked.items():
        if index >= width:
            continue
        cell = cells[index] or WriteOnlyCell(sheet)
        stops = any(problem.severity is Severity.STOPS for problem in problems)
        cell.fill = _FILL[Severity.STOPS if stops else Severity.WARNS]
        cell.comment = Comment("\n".join(dict.fromkeys(map(say, problems))), "Samspill", height=90, width=320)
        cells[index] = cell
    return [what, WriteOnlyCell(sheet, values["row"]), *cells]


def _cells(sheet: WriteOnlyWorksheet, values: dict[str, object], width: int) -> Iterator[Cell | None]:
    for index in range(width):
        text, kind = values.get(f"t{index}"), values.get(f"k{index}")
        yield _cell(sheet, text, Kind(str(kind))) if isinstance(text, str) else None


def _cell(sheet: WriteOnlyWorksheet, text: str, kind: Kind) -> Cell:
    """A number, a day or a truth as it was; anything else is text and stays text."""
    try:
        match kind:
            case Kind.NUMBER if abs(number := float(text)) < 1e15:
                return WriteOnlyCell(sheet, int(number) if number == int(number) else number)
            case Kind.BOOL:
                return WriteOnlyCell(sheet, text == "TRUE")
            case Kind.DATE | Kind.DATETIME:
                day = date.fromisoformat(text) if kind is Kind.DATE else datetime.fromisoformat(text)
                cell = WriteOnlyCell(sheet, day)
                cell.number_format = "dd.mm.yyyy" if kind is Kind.DATE else "dd.mm.yyyy hh:mm"
                return cell
    except (ValueError, OverflowError):
        pass
    return _text(sheet, text)


def _text(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """Text is never a formula, not even after somebody has edited the cell: Excel calls this the quote prefix."""
    cell = WriteOnlyCell(sheet, _UNWRITABLE.sub(" ", text)[:32_767])
    cell.data_type = "s"
    if text[:1] in "=+-@\t\r" and text:
        cell.quotePrefix = True
        cell.number_format = "@"
    return cell


def _heading(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell = _text(sheet, text)
    cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
    return cell


def _index(letters: str) -> int:
    number = 0
    for character in letters.upper():
        number = number * 26 + ord(character) - 64
    return number - 1
