"""Owns the data dictionary: what each number, column and value means, as rows in the reader's words, and as a workbook.

Everything is made from the declarations: the indicators, the tables, the model's principles.
"""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from dashboard.counting.indicators import INDICATORS
from dashboard.language.words import Words
from data_sources.declared.model import Model
from data_sources.declared.model_parts import GoalEntry
from data_sources.declared.table import Table

Row = dict[str, str]
LONGEST_SHEET_NAME = 31  # Excel's own limit
_HEAD = PatternFill("solid", fgColor="0062BA")


def numbers(words: Words) -> list[Row]:
    """Every indicator: name, definition, numerator, denominator, unit, direction, where, source, caution, key."""
    rows = []
    for indicator in INDICATORS:
        key = indicator.key.replace("_", "-")
        below = f"measured-{key}.below"
        rows.append(
            {
                words("about-name"): words(f"indicator-{key}"),
                words("about-definition"): words(f"indicator-{key}.definition"),
                words("dictionary-above"): words(f"measured-{key}"),
                words("dictionary-below"): words(below) if words.has(below) else "",
                words("dictionary-unit"): words(f"unit-{indicator.shown_as.value}"),
                words("dictionary-better"): words(f"better-{indicator.better.value if indicator.better else 'none'}"),
                words("dictionary-scope"): words(
                    "scope-municipality" if indicator.family.by_municipality else "scope-region"
                ),
                words("about-source"): words(f"defined-by-{indicator.source}"),
                words("dictionary-caution"): words(f"measured-{key}.caution"),
                words("dictionary-key"): indicator.key,
            }
        )
    return rows


def columns(table: Table, words: Words) -> list[Row]:
    """Every column of a table: what it is called, whether it must be there, what it means, an example."""
    return [
        {
            words("template-column"): column.headings[0],
            words("template-needed"): words("template-yes") if column.required else "",
            words("template-meaning"): words(f"column-{column.name}.meaning"),
            words("template-example"): column.example,
        }
        for column in table.columns
    ]


def values(tables: Sequence[Table], model: Model, words: Words) -> list[Row]:
    """Every value a column with a list may have, and how else it is written."""
    return [
        {
            words("dictionary-table"): words(f"table-{table.name}"),
            words("template-column"): column.headings[0],
            words("dictionary-code"): spellings[0],
            words("dictionary-spellings"): ", ".join(spellings[1:]),
        }
        for table in tables
        for column in table.columns
        if (vocabulary := model.vocabulary(column))
        for spellings in vocabulary.spellings.values()
    ]


def principles(model: Model, goals: Sequence[GoalEntry], words: Words) -> list[Row]:
    """The model's principles (or focus areas), the numbers and goals that speak for each; the unmeasured say so."""
    rows = []
    for principle in model.principle:
        named = [words(f"indicator-{key.replace('_', '-')}") for key in principle.indicators]
        aims = [words.said(goal.name) for goal in goals if principle.key in goal.principles]
        rows.append(
            {
                words("about-principle"): words.said(principle.text),
                words("about-indicators"): "; ".join(named) or words("about-unmeasured"),
                words("about-goals"): "; ".join(aims),
            }
        )
    return rows


def workbook(tables: Sequence[Table], model: Model, goals: Sequence[GoalEntry], words: Words) -> bytes:
    """All of it as an xlsx, one sheet a part."""
    placed = [
        {words("dictionary-table"): words(f"table-{table.name}"), **row}
        for table in tables
        for row in columns(table, words)
    ]
    book = Workbook()
    book.remove(book.worksheets[0])
    _sheet(book, words("dictionary-sheet-indicators"), numbers(words))
    _sheet(book, words("dictionary-sheet-columns"), placed)
    _sheet(book, words("dictionary-sheet-codes"), values(tables, model, words))
    _sheet(book, words("dictionary-sheet-principles"), principles(model, goals, words))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet(book: Workbook, title: str, rows: Sequence[Mapping[str, str]]) -> None:
    sheet = book.create_sheet(title[:LONGEST_SHEET_NAME])
    heads = list(rows[0]) if rows else []
    sheet.append(heads)
    for row in rows:
        sheet.append([row[head] for head in heads])
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"  # what somebody has written is a text, also where it begins like a formula
    for number, head in enumerate(heads, start=1):
        longest = max(len(head), *(len(row[head]) for row in rows))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(12, longest + 2), 60)
        sheet.cell(1, number).font = Font(bold=True, color="FFFFFF")
        sheet.cell(1, number).fill = _HEAD
    sheet.freeze_panes = "B2"
