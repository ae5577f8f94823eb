"""Owns the answer to one question: which tables stand in this sheet?

Headings say where ordinary tables are, registers where wide ones are; neither knows of the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

import polars as pl

from data_sources.declared.model import Model
from data_sources.declared.spelling import fold
from data_sources.declared.table import Table
from data_sources.reading.cells import EVERY_KIND, Cells, Kind
from data_sources.recognising import registers, survey_forms
from data_sources.recognising.answer_columns import folded
from data_sources.recognising.context import Context
from data_sources.recognising.headings import called, headings_below, recognise
from data_sources.recognising.layout import Layout
from data_sources.recognising.parts import columns_between, rows_between
from data_sources.recognising.registers import Register, RegisterNames
from data_sources.recognising.survey_forms import Form

_REGISTER_FILLS = {"date", "status", "participant", "municipality", "team", "level", "heads"}
_FORM_FILLS = {"date", "question", "response"}
_MARKS, _ANSWERS = frozenset({"date", "status"}), frozenset({"question", "response"})
_MOST_TABLES = 60  # one below the other in a sheet
_SAID_ONCE = {"municipality"}
"""What a sheet may say once, in its title, its tab or the file's name, instead of in a column."""


@dataclass(frozen=True, eq=False)
class TableInSheet:
    """A table in a sheet. `cells` are `original`, the sheet's own, or rows made from them.

    `title`: what is written above it and on the tab. `file`: the file's name. `legend`: what the workbook says its
    marks mean. `register`, `form`: where the rows were made from one.
    """

    original: Cells
    cells: Cells
    layout: Layout
    title: str = ""
    file: str = ""
    legend: Mapping[str, str] = field(default_factory=dict)
    register: Register | None = None
    form: Form | None = None

    @property
    def headless(self) -> frozenset[str]:
        """The columns of ours that the sheet has no column of: what a mark's heading says, and the mark."""
        return _MARKS if self.register is not None else _ANSWERS if self.form is not None else frozenset()

    @property
    def unfolded(self) -> Mapping[int, str]:
        """The sheet's columns that became rows, each with its heading: days of a register, questions of a form."""
        if self.register is not None:
            return {index: f"{day:%d.%m.%Y}" for index, day in self.register.days.items()}
        return {index: self.form.names[index] for index in self.form.asked} if self.form is not None else {}


@dataclass(frozen=True, eq=False)
class SheetTables:
    """What stands in a sheet. `nearest`: where there is no table, the headings that come nearest to one; `undated`: the
    row of a register's headings whose days lack their year.
    """

    sheet: Cells
    tables: tuple[TableInSheet, ...]
    nearest: Layout | None
    undated: int | None = None


def tables_in(sheet: Cells, context: Context, file: str, legend: Mapping[str, str] | None = None) -> SheetTables:
    """Every table in a sheet, from the top down, and from the left where several stand side by side."""
    search = _Search(context, file, legend or {})
    tables, nearest = search.down(sheet)
    edges = _edges(sheet, tables)
    if len(edges) > 2:
        each = [search.down(columns_between(sheet, first, end))[0] for first, end in pairwise(edges)]
        if sum(bool(block_tables) for block_tables in each) > 1 or not tables:
            tables = [table for block_tables in each for table in block_tables]
    if tables:
        return SheetTables(sheet, tuple(tables), None)
    return SheetTables(sheet, (), nearest, search.undated(sheet))


class _Search:
    """The same question of each part of one sheet."""

    def __init__(self, context: Context, file: str, legend: Mapping[str, str]) -> None:
        self._context, self._file, self._legend = context, file, legend
        self._unfolding = [table for table in context.tables if set(table.by_name) >= _REGISTER_FILLS]
        self._names = _register_names(self._unfolding[0], context.model) if self._unfolding else None
        self._surveys = [table for table in context.tables if set(table.by_name) >= _FORM_FILLS]

    def down(self, sheet: Cells) -> tuple[list[TableInSheet], Layout | None]:
        """The tables that stand one below the other, and the headings that come nearest to one where there is none."""
        tables: list[TableInSheet] = []
        rest, around = sheet, self._file
        while True:
            layout = recognise(rest, self._context.tables, self._context)
            register = registers.find(rest, self._names, around) if self._names else None
            form = self._form(rest)
            if form is not None and not (layout is not None and layout.complete and layout.row < form.row):
                answers = self._answers(rest, form, around)
                whole = answers.layout.complete
                return ([*tables, answers], None) if whole else (tables, answers.layout)
            if self._names is not None and register is not None and self._comes_first(register, layout):
                row, end = register.row, self._end_of(rest, register, self._names)
                tables += self._unfolded(rows_between(rest, 0, end), register, around)
            elif layout is not None and self._is_whole(layout):
                row = layout.row
                end = registers.below(rest, row, self._names) if self._names else None
                tables += self._lists(rows_between(rest, 0, end), layout, around)
            else:
                return tables, layout
            if end is None or len(tables) >= _MOST_TABLES:
                return tables, layout
            around = f"{registers.title(rest, row)} {self._file}"
            rest = rows_between(rest, end)

    def undated(self, sheet: Cells) -> int | None:
        """The row of a register's headings whose days lack their year."""
        return registers.undated(sheet, self._names) if self._names else None

    def _unfolded(self, part: Cells, register: Register, around: str) -> list[TableInSheet]:
        """The rows that a register is turned into, where they are a table."""
        assert self._names is not None
        cells = registers.unfold(part, register, self._names)
        layout = recognise(cells, self._unfolding, self._context)
        title = f"{registers.title(part, register.row)} {around}"
        whole = layout is not None and self._is_whole(layout)
        return [self._table(part, cells, layout, title, register)] if whole and layout is not None else []

    def _form(self, cells: Cells) -> Form | None:
        """The survey that begins a part of a sheet."""
        if not self._surveys or not self._context.model.survey_question:
            return None
        dates = {fold(word) for table in self._surveys for word in called(table, self._context.model, table.date)}
        return survey_forms.find(cells, self._context.model.survey_question, dates)

    def _answers(self, part: Cells, form: Form, around: str) -> TableInSheet:
        """The single answers that a survey is turned into; a table where its day is found, too."""
        cells = survey_forms.unfold(part, form)
        layout = recognise(cells, self._surveys, self._context)
        assert layout is not None  # the question and the answer are columns of ours
        title = f"{registers.title(part, form.row)} {around.removesuffix(self._file)}".strip()
        return TableInSheet(part, cells, layout, title, self._file, self._legend, form=form)

    def _lists(self, part: Cells, layout: Layout, around: str) -> Iterator[TableInSheet]:
        """Ordinary tables, one below the other."""
        for stacked, own in self._stacked(part, layout):
            cells, folded_layout = folded(stacked, own)
            title = f"{registers.title(stacked, own.row)} {around.removesuffix(self._file)}"
            yield self._table(stacked, cells, folded_layout, title)

    def _table(
        self, part: Cells, cells: Cells, layout: Layout, title: str, register: Register | None = None
    ) -> TableInSheet:
        return TableInSheet(
            part, cells, layout, title.removesuffix(self._file).strip(), self._file, self._legend, register
        )

    def _is_whole(self, layout: Layout) -> bool:
        """Nothing is missing but what can be said once, and for which no column is proposed."""
        return {*layout.missing} <= _SAID_ONCE - {*layout.proposed}

    def _comes_first(self, register: Register, layout: Layout | None) -> bool:
        """A row of one or two days above a whole table is its title, not a register."""
        if layout is None or not layout.complete:
            return True
        return register.row < layout.row and len(register.days) >= registers.LEAST_DATES

    def _end_of(self, cells: Cells, register: Register, names: RegisterNames) -> int | None:
        """The row where what stands below a register begins."""
        below = [registers.below(cells, register.row, names)]
        below += [layout.row for layout in islice(headings_below(cells, register.row, self._context), 1)]
        return min((row for row in below if row is not None), default=None)

    def _stacked(self, cells: Cells, layout: Layout) -> Iterator[tuple[Cells, Layout]]:
        """Tables that stand one below the other, each with the part of the sheet that is its own.

        Headings repeated as they were (on every printed page) do not begin a table.
        """
        rest, above, count = cells, layout, 1
        for below in headings_below(cells, layout.row, self._context):
            if count == _MOST_TABLES:
                break
            if below.table is above.table and below.columns == above.columns:
                continue
            yield rows_between(rest, 0, below.row), above
            rest, above, count = rows_between(rest, below.row), below, count + 1
        yield rest, above


def _edges(sheet: Cells, tables: Sequence[TableInSheet]) -> list[int]:
    """Where parts begin that stand side by side, and where the last one ends: columns that hold nothing stand between
    them, or headings begin anew."""
    holds = sheet.frame.select((pl.col(EVERY_KIND) != Kind.BLANK.value).any()).row(0) if sheet.columns else ()
    columns = [index for index, any_held in zip(sheet.columns, holds, strict=True) if any_held]
    starts = {index for before, index in pairwise(columns) if index > before + 1}
    for table in tables:
        again = [others[0] for name, others in table.layout.twice.items() if table.layout.table.by_name[name].required]
        if len(again) > 1 and table.register is None:
            starts.add(min(again))
    return [columns[0], *sorted(starts), columns[-1] + 1] if columns else []


def _register_names(table: Table, model: Model) -> RegisterNames:
    """What the columns of the table that a register is turned into are called."""
    return RegisterNames(
        called(table, model, "participant", "municipality", "team"),
        called(table, model, "level"),
        called(table, model, "date", "status", "heads"),
    )
