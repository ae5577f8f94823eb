"""Owns the answer to one question: which tables stand in this sheet?

Headings say where ordinary tables are, registers where wide ones are; neither knows of the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from data_sources.declared.model import Model
from data_sources.declared.table import Table
from data_sources.reading.cells import Cells
from data_sources.recognising import registers
from data_sources.recognising.context import Context
from data_sources.recognising.headings import called, headings_below, recognise
from data_sources.recognising.layout import Layout
from data_sources.recognising.parts import rows_between
from data_sources.recognising.registers import Register, RegisterNames

_REGISTER_FILLS = {"date", "status", "participant", "municipality", "team", "level", "heads"}
_MOST_TABLES = 60  # one below the other in a sheet


@dataclass(frozen=True, eq=False)
class TableInSheet:
    """A table in a sheet. `cells` are `original`, the sheet's own, or a register's rows made from them."""

    original: Cells
    cells: Cells
    layout: Layout
    legend: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class SheetTables:
    """What stands in a sheet. `nearest`: where there is no table, the headings that come nearest to one."""

    sheet: Cells
    tables: tuple[TableInSheet, ...]
    nearest: Layout | None


def tables_in(sheet: Cells, context: Context, around: str) -> SheetTables:
    """Every table in a sheet, from the top down. `around`: what is written around it, as the file's name."""
    legend = registers.legend(sheet)
    unfolding = [table for table in context.tables if set(table.by_name) >= _REGISTER_FILLS]
    names = _register_names(unfolding[0], context.model) if unfolding else None
    tables: list[TableInSheet] = []
    rest, title = sheet, around
    while True:
        layout = recognise(rest, context.tables, context)
        register = registers.find(rest, names, title) if names else None
        if names is None or register is None or not _comes_first(register, layout):
            break
        end = _end_of(rest, register, names, context)
        part = rows_between(rest, 0, end)
        cells = registers.unfold(part, register, names)
        unfolded = recognise(cells, unfolding, context)
        if unfolded is not None and unfolded.complete:
            tables.append(TableInSheet(part, cells, unfolded, legend))
        if end is None:
            return SheetTables(sheet, tuple(tables), None if tables else layout)
        title = f"{registers.title(rest, register.row)} {around}"
        rest = rows_between(rest, end)
    if layout is not None and layout.complete:
        tables += [TableInSheet(part, part, own, legend) for part, own in _stacked(rest, layout, context)]
    return SheetTables(sheet, tuple(tables), None if tables else layout)


def _comes_first(register: Register, layout: Layout | None) -> bool:
    """A row of one or two days above a whole table is its title, not a register."""
    if layout is None or not layout.complete:
        return True
    return register.row < layout.row and len(register.days) >= registers.LEAST_DATES


def _end_of(cells: Cells, register: Register, names: RegisterNames, context: Context) -> int | None:
    """The row where what stands below a register begins."""
    below = [registers.below(cells, register, names)]
    below += [layout.row for layout in islice(headings_below(cells, register.row, context), 1)]
    return min((row for row in below if row is not None), default=None)


def _stacked(cells: Cells, layout: Layout, context: Context) -> Iterator[tuple[Cells, Layout]]:
    """Tables that stand one below the other, each with the part of the sheet that is its own.

    Headings repeated as they were (on every printed page) do not begin a table.
    """
    rest, above, count = cells, layout, 1
    for below in headings_below(cells, layout.row, context):
        if count == _MOST_TABLES:
            break
        if below.table is above.table and below.columns == above.columns:
            continue
        yield rows_between(rest, 0, below.row), above
        rest, above, count = rows_between(rest, below.row), below, count + 1
    yield rest, above


def _register_names(table: Table, model: Model) -> RegisterNames:
    """What the columns of the table that a register is turned into are called."""
    return RegisterNames(
        called(table, model, "participant", "municipality", "team"),
        called(table, model, "level"),
        called(table, model, "date", "status", "heads"),
    )
