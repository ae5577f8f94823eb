"""Owns the template workbook and the data dictionary: the declarations as something to fill in."""

import io
from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data_sources.declared.model import Model
from data_sources.declared.table import Column, ColumnKind, Table

LAST_ROW = 5000  # drop-down lists reach this far down
LAST_FORMATTED = 501  # below it a column's own format holds, which not every program honours
_FORMATS = {
    ColumnKind.DATE: "dd.mm.yyyy",
    ColumnKind.PERSON: "@",  # text: Excel rounds long numbers and drops leading zeros
    ColumnKind.NUMBER_OF_RECORD: "@",
}
_HEAD = PatternFill("solid", fgColor="0062BA")
_NEEDED = PatternFill("solid", fgColor="CCE2F7")


def workbook(tables: Sequence[Table], model: Model, words: Callable[[str], str]) -> bytes:
    """An xlsx: a sheet to read first, one sheet per table, and a hidden one with the lists.

    `words` gives the explanation in the reader's language; headings are the ones files use.
    """
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    _explain(guide, tables, words)
    lists = book.create_sheet("Lister")
    lists.sheet_state = "hidden"
    for table in tables:
        _lay_out(book, lists, table, model)
    book.move_sheet(lists, offset=len(tables))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _explain(sheet: Worksheet, tables: Sequence[Table], words: Callable[[str], str]) -> None:
    sheet.title = words("template-sheet")
    sheet.append([words("template-title")])
    sheet.append([words("template-how")])
    sheet.append([])
    sheet.append([words(f"template-{name}") for name in ("where", "column", "needed", "meaning", "example")])
    for table in tables:
        for column in table.columns:
            needed = words("template-yes") if column.required else ""
            meaning = words(f"column-{column.name}.meaning")
            sheet.append([table.headings[0], column.headings[0], needed, meaning, column.example])
    sheet["A1"].font = Font(bold=True, size=16)
    for cell in sheet[4]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
    for letter, width in zip("ABCDE", (16, 22, 12, 80, 34), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=5, min_col=4, max_col=4):
        row[0].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A5"


def _lay_out(book: Workbook, lists: Worksheet, table: Table, model: Model) -> None:
    sheet = book.create_sheet(table.headings[0])
    for number, column in enumerate(table.columns, start=1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, column.headings[0])
        cell.font = Font(bold=True, color="FFFFFF" if column.required else "000000")
        cell.fill = _HEAD if column.required else _NEEDED
        sheet.column_dimensions[letter].width = max(14, len(column.headings[0]) + 4)
        span = f"{letter}2:{letter}{LAST_ROW}"
        if form := _FORMATS.get(column.kind):
            sheet.column_dimensions[letter].number_format = form
            for row in range(2, LAST_FORMATTED + 1):
                sheet.cell(row, number).number_format = form
        if choices := _choices(column, model):
            name = f"{table.name}_{column.name}"
            _list(book, lists, name, choices)
            rule = DataValidation("list", formula1=f"={name}", allow_blank=not column.filled, sqref=span)
            rule.showErrorMessage = False  # the list proposes; other spellings are understood too
            sheet.add_data_validation(rule)
    sheet.freeze_panes = "A2"


def _choices(column: Column, model: Model) -> list[str]:
    """What the drop-down offers: the first spelling of each code, or the model's own names."""
    if column.kind is ColumnKind.MUNICIPALITY:
        elsewhere = model.elsewhere[0] if model.elsewhere else "Annen kommune"
        return [*(place.name for place in model.municipality), elsewhere, "Ukjent"]
    if column.kind is ColumnKind.TEAM:
        return [team.name for team in model.team]
    vocabulary = model.vocabulary(column)
    return [spellings[0] for spellings in vocabulary.spellings.values()] if vocabulary else []


def _list(book: Workbook, lists: Worksheet, name: str, choices: Sequence[str]) -> None:
    """A named column of the hidden sheet: a list written into the rule itself may not pass 255 characters."""
    number = 1 if lists.max_row == 1 and lists["A1"].value is None else lists.max_column + 1
    for row, choice in enumerate(choices, start=1):
        lists.cell(row, number, choice)
    letter = get_column_letter(number)
    book.defined_names[name] = DefinedName(name, attr_text=f"Lister!${letter}$1:${letter}${len(choices)}")
