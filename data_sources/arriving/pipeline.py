"""Owns a file's way in, from top to bottom: read, refused or recognised, checked. Nothing is stored here."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import polars as pl

from data_sources.checking.account import account_of, settled
from data_sources.checking.arrival import Arrival
from data_sources.checking.check import check
from data_sources.checking.corrections import held_back, without_marks
from data_sources.checking.doubts.persons import people_in
from data_sources.checking.doubts.tabs import without_rivals
from data_sources.checking.duplicates import without_collections, without_repeats
from data_sources.checking.questions import questions
from data_sources.parsing.answers import About, Question
from data_sources.parsing.national_ids import Place, places, without_numbers
from data_sources.parsing.values import are_several
from data_sources.reading.cells import Cells, Refused, letter
from data_sources.reading.workbook import read
from data_sources.recognising.context import Context
from data_sources.recognising.layout import Layout
from data_sources.recognising.legends import legend
from data_sources.recognising.own_sheets import is_ours
from data_sources.recognising.pivots import is_pivot
from data_sources.recognising.sheets import SheetTables, TableInSheet, tables_in

READ, LEAVE = "read", "leave"
_ENOUGH_TEXTS = 200  # of a column, to see what it holds
_MOST_PLACES = 1_000  # a file full of identity numbers is refused all the same


def receive(
    content: bytes,
    file: str,
    context: Context,
    cancel: Callable[[], bool] | None = None,
    notify: Callable[[str, float], None] = lambda stage, share: None,
) -> Arrival:
    """Take one file in. Every file ends as sheets of checked rows or as one refusal, never as an error.

    `cancel`: asked many times a second; true ends it with a refusal. `notify`: told the stage, and 0–1.
    """
    name, digest = nameable(file), hashlib.sha256(content).hexdigest()
    if name != _printable(file):
        return Arrival(name, digest, refused="identity-number-in-name")
    if name.startswith("~$"):
        return Arrival(name, digest, refused="lock-file")
    notify("reading", 0.1)
    try:
        sheets = read(content, name, cancel=cancel)
    except Refused as refusal:
        return Arrival(name, digest, refused=refusal.reason, arguments=refusal.arguments)
    notify("checking", 0.6)
    return judge(sheets, name, digest, context)


def judge(sheets: Sequence[Cells], name: str, digest: str, context: Context, *, partial: bool = False) -> Arrival:
    """Sheets that have been read, wherever they came from: refused, or recognised and checked."""
    try:
        return _judged(sheets, name, digest, context, partial=partial)
    except Refused as refusal:
        return Arrival(name, digest, refused=refusal.reason, arguments=refusal.arguments)


def _judged(sheets: Sequence[Cells], name: str, digest: str, context: Context, *, partial: bool) -> Arrival:
    numbers = places(sheets, None if context.model.own_numbers else _MOST_PLACES)
    if numbers and not context.model.own_numbers:
        return Arrival(name, digest, refused="identity-numbers", places=tuple(numbers))

    ours = [sheet for sheet in sheets if is_ours(sheet)]
    sheets = [sheet for sheet in sheets if sheet not in ours]
    asked = [question for sheet in sheets if sheet.hidden and (question := _of_hidden(sheet, context, name))]
    unhidden = {*context.unhidden, *[question.sheet for question in asked if question.answer == READ]}
    visible = [sheet for sheet in sheets if not sheet.hidden or sheet.sheet in unhidden]
    unread = [sheet for sheet in sheets if sheet not in visible]
    hidden = tuple(sheet.sheet for sheet in unread)

    plain = [without_marks(sheet) for sheet in visible]
    partial = partial or any(own is not sheet for own, sheet in zip(plain, visible, strict=True))
    of_each = [legend([sheet]) for sheet in plain]
    of_all = {mark: meaning for meanings in of_each for mark, meaning in meanings.items()}
    recognised = [tables_in(sheet, context, name, of_all | own) for sheet, own in zip(plain, of_each, strict=True)]
    tables = [table for sheet in recognised for table in sheet.tables]
    skipped = tuple(sheet.sheet.sheet for sheet in recognised if not sheet.tables)
    if foreign := _not_own(numbers, tables, context):
        return Arrival(name, digest, refused="identity-numbers", places=tuple(foreign))

    each = [check(table, context) for table in tables]
    checked = without_rivals(without_collections(without_repeats(each)), context.answers)
    outcomes = {id(table): outcome for table, outcome in zip(tables, checked, strict=True)}
    people, of_people = people_in(tables, context)
    account, of_unused = settled(account_of(recognised, outcomes, unread, ours), context.answers)
    asked = [replace(question, likely=LEAVE if checked else READ) for question in asked]
    bare = Arrival(
        name,
        digest,
        skipped=skipped,
        hidden=hidden,
        questions=questions(
            checked, context.answers, context.model, [*asked, *of_people, *(of_unused if checked else ())]
        ),
        account=account,
        people=people,
    )
    if not checked:
        return _without_table(bare, recognised)
    if not any(sheet.rows.height or sheet.failed for sheet in checked):
        return replace(bare, refused="no-marks" if any(table.register for table in tables) else "no-rows")

    return replace(
        bare,
        sheets=checked,
        undecided=_nearest(recognised) or _proposing(tables),
        held=tuple(rows for table, outcome in zip(tables, checked, strict=True) if (rows := held_back(table, outcome))),
        partial=partial,
    )


def _without_table(bare: Arrival, recognised: Sequence[SheetTables]) -> Arrival:
    """Why nothing in a file can be taken in: the most that can be said, and what may be answered."""
    if any(question.about is About.HIDDEN and question.answer is None for question in bare.questions):
        return replace(bare, refused="only-hidden")
    if undated := next((sheet.undated for sheet in recognised if sheet.undated), None):
        return replace(bare, refused="days-without-year", arguments={"row": undated})
    if nearest := _nearest(recognised):
        several = _several_in_cell(recognised) if "participant" in nearest.missing else None
        if several is not None:
            return replace(bare, refused="several-in-cell", arguments={"column": several}, undecided=nearest)
        return replace(bare, refused="headings-missing", undecided=nearest)
    pivots = [number for number, sheet in enumerate(recognised) if is_pivot(sheet.sheet)]
    if pivots:
        return replace(bare, refused="pivot", arguments={"sheet": pivots[0]})
    return replace(bare, refused="no-table")


def _several_in_cell(recognised: Sequence[SheetTables]) -> int | None:
    """The column in which rows of several people stand, as where a row is a session and not a person."""
    for sheet in recognised:
        for index in sheet.sheet.columns:
            texts = sheet.sheet.frame[f"t{index}"].drop_nulls().head(_ENOUGH_TEXTS)
            if sum(map(are_several, texts)) * 2 > len(texts):
                return index
    return None


def _of_hidden(sheet: Cells, context: Context, file: str) -> Question | None:
    """Whether a hidden sheet with a table in it is to be read."""
    tables = tables_in(without_marks(sheet), context, file).tables
    if not tables:
        return None
    layout, name = tables[0].layout, tables[0].layout.table.name
    key = context.answers.key(layout.fingerprint, "@hidden", sheet.sheet)
    rows = sum(table.cells.frame.filter(pl.col("row") > table.layout.row).height for table in tables)
    choices = {READ: "", LEAVE: ""}
    asked = Question(key, About.HIDDEN, name, "", sheet.sheet, rows, choices, of=rows, sheet=sheet.sheet)
    return context.answers.answered(asked)


def _nearest(recognised: Sequence[SheetTables]) -> Layout | None:
    """The first headings that come near to a table, and that somebody can make one by pointing out columns."""
    return next((sheet.nearest for sheet in recognised if sheet.nearest), None)


def _proposing(tables: Sequence[TableInSheet]) -> Layout | None:
    """The first table with a column that a heading is perhaps meant for, though nothing it needs is missing."""
    return next((table.layout for table in tables if table.layout.proposed), None)


def nameable(file: str) -> str:
    """The file's name without the identity numbers somebody may have put in it."""
    return without_numbers(_printable(file))


def _printable(file: str) -> str:
    """The file's name as it can be stored and shown, whatever bytes a file system kept it in."""
    plain = file.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else " " for c in plain).strip() or "?"


def _not_own(numbers: Sequence[Place], tables: Sequence[TableInSheet], context: Context) -> list[Place]:
    """Identity numbers outside the columns whose long numbers the model says are another country's."""
    own = {
        (table.cells.sheet, letter(table.layout.columns[name]))
        for table in tables
        for name in context.model.own_numbers.get(table.layout.table.name, ())
        if name in table.layout.columns
    }
    return [place for place in numbers if (place[0], place[2]) not in own]
