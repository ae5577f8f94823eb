"""Owns a file's arrival: read, refused or recognised, checked. Nothing is stored here."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from data_sources.checking.arrival import Arrival
from data_sources.checking.check import NO_ANSWERS, check
from data_sources.checking.corrections import held_back, is_correction, without_marks
from data_sources.checking.duplicates import without_collections, without_repeats
from data_sources.checking.questions import questions
from data_sources.declared.model import Model
from data_sources.declared.table import Table
from data_sources.declared.tables import TABLES
from data_sources.parsing.answers import Answers
from data_sources.parsing.national_ids import Place, places, without_numbers
from data_sources.reading.cells import Cells, Refused, letter
from data_sources.reading.workbook import read
from data_sources.recognising import registers
from data_sources.recognising.headings import Chosen, Layout, begun, called, from_row, recognise, stacked

_MARKED = {"date", "status", "participant", "municipality", "team", "level", "heads"}  # what a register is made into
_MOST_PLACES = 1_000  # a file full of identity numbers is refused all the same


@dataclass(frozen=True, eq=False)
class _Found:
    """A table in a sheet. `cells` are `original`, the sheet's own, or a register's rows made from them."""

    original: Cells
    cells: Cells
    layout: Layout
    legend: Mapping[str, str]


def receive(
    content: bytes,
    file: str,
    model: Model,
    *,
    hashed: Callable[[str], str],
    today: date,
    chosen: Chosen | None = None,
    cancel: Callable[[], bool] | None = None,
    tables: Sequence[Table] = TABLES,
    unhidden: Collection[str] = (),
    answers: Answers = NO_ANSWERS,
    notify: Callable[[str, float], None] | None = None,
) -> Arrival:
    """Take one file in. Every file ends as sheets of checked rows or as one refusal, never as an error.

    `chosen`: headings' fingerprint → column → heading, as somebody decided before. `unhidden`: names of
    hidden sheets that somebody has chosen to have read. `notify`: told the stage, and 0–1.
    """
    name = nameable(file)
    digest = hashlib.sha256(content).hexdigest()
    if name != _shown(file):
        return Arrival(name, digest, refused="identity-number-in-name")
    if name.startswith("~$"):
        return Arrival(name, digest, refused="lock-file")
    if notify:
        notify("reading", 0.1)
    try:
        sheets = read(content, name, cancel=cancel)
    except Refused as no:
        return Arrival(name, digest, refused=no.reason, arguments=no.arguments)
    if notify:
        notify("checking", 0.6)
    return judge(
        sheets,
        name,
        digest,
        model,
        hashed=hashed,
        today=today,
        chosen=chosen,
        tables=tables,
        unhidden=unhidden,
        answers=answers,
    )


def judge(
    sheets: Sequence[Cells],
    name: str,
    digest: str,
    model: Model,
    *,
    hashed: Callable[[str], str],
    today: date,
    chosen: Chosen | None = None,
    tables: Sequence[Table] = TABLES,
    unhidden: Collection[str] = (),
    answers: Answers = NO_ANSWERS,
    partial: bool = False,
) -> Arrival:
    """Sheets that have been read, wherever they came from: refused, or recognised and checked."""
    try:
        return _judged(
            sheets,
            name,
            digest,
            model,
            hashed=hashed,
            today=today,
            chosen=chosen,
            tables=tables,
            unhidden=unhidden,
            answers=answers,
            partial=partial,
        )
    except Refused as no:
        return Arrival(name, digest, refused=no.reason, arguments=no.arguments)


def _judged(
    sheets: Sequence[Cells],
    name: str,
    digest: str,
    model: Model,
    *,
    hashed: Callable[[str], str],
    today: date,
    chosen: Chosen | None,
    tables: Sequence[Table],
    unhidden: Collection[str],
    answers: Answers,
    partial: bool,
) -> Arrival:
    numbers = places(sheets, None if model.own_numbers else _MOST_PLACES)
    if numbers and not model.own_numbers:
        return Arrival(name, digest, refused="identity-numbers", places=tuple(numbers))
    seen = [sheet for sheet in sheets if not sheet.hidden or sheet.sheet in unhidden]
    hidden = tuple(sheet.sheet for sheet in sheets if sheet not in seen)
    found: list[_Found] = []
    skipped: list[str] = []
    undecided: Layout | None = None
    partial = partial or any(is_correction(sheet) for sheet in seen)
    for sheet in map(without_marks, seen):
        tables_in, layout = _tables_of(sheet, tables, model, chosen or {}, name)
        found += tables_in
        if not tables_in:
            skipped.append(sheet.sheet)
            undecided = undecided or layout
    if strange := _not_own(numbers, found, model):
        return Arrival(name, digest, refused="identity-numbers", places=tuple(strange))
    judged = [
        check(one.cells, one.layout, model, hashed=hashed, today=today, legend=one.legend, answers=answers)
        for one in found
    ]
    done = without_collections(without_repeats(judged))
    passed = tuple(skipped)
    if not done:
        reason = "headings-missing" if undecided else "no-table"
        return Arrival(name, digest, refused=reason, undecided=undecided, skipped=passed, hidden=hidden)
    if not any(sheet.rows.height or sheet.failed for sheet in done):
        return Arrival(name, digest, refused="no-rows", skipped=passed, hidden=hidden)
    pairs = zip(found, done, strict=True)
    held = tuple(part for one, sheet in pairs if (part := held_back(one.original, sheet)))
    return Arrival(
        name,
        digest,
        done,
        undecided=undecided or _proposing(found),
        skipped=passed,
        hidden=hidden,
        held=held,
        questions=questions(done, answers, model),
        partial=partial,
    )


def _proposing(found: Sequence[_Found]) -> Layout | None:
    """The first table with a column that a heading is perhaps meant for, though nothing it needs is missing."""
    return next((one.layout for one in found if one.layout.proposed), None)


def nameable(file: str) -> str:
    """The file's name without the identity numbers somebody may have put in it."""
    return without_numbers(_shown(file))


def _shown(file: str) -> str:
    """The file's name as it can be stored and shown, whatever bytes a file system kept it in."""
    plain = file.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else " " for c in plain).strip() or "?"


def _tables_of(
    sheet: Cells, tables: Sequence[Table], model: Model, chosen: Chosen, file: str
) -> tuple[list[_Found], Layout | None]:
    """The tables in a sheet; and where there are none, the headings that come nearest to one."""
    legend = registers.legend(sheet)
    unfolds = [table for table in tables if set(table.by_name) >= _MARKED]
    named = _called(unfolds[0], model) if unfolds else None
    found: list[_Found] = []
    rest, around = sheet, file
    while True:
        layout = recognise(rest, tables, model, chosen)
        register = registers.find(rest, named, around) if named else None
        if named is None or register is None or not _comes_first(register, layout):
            break
        ends = [registers.below(rest, register, named)]
        ends += [one.row for one in islice(begun(rest, register.row, tables, model, chosen), 1)]
        end = min((row for row in ends if row is not None), default=None)
        part = from_row(rest, 0, end)
        cells = registers.unfold(part, register, named)
        unfolded = recognise(cells, unfolds, model, chosen)
        if unfolded is not None and unfolded.complete:
            found.append(_Found(part, cells, unfolded, legend))
        if end is None:
            return found, None if found else layout
        around = f"{registers.title(rest, register.row)} {file}"
        rest = from_row(rest, end)
    if layout is not None and layout.complete:
        found += [_Found(cells, cells, one, legend) for cells, one in stacked(rest, layout, tables, model, chosen)]
    return found, None if found else layout


def _comes_first(register: registers.Register, layout: Layout | None) -> bool:
    """A row of one or two days above a whole table is its title, not a register."""
    if layout is None or not layout.complete:
        return True
    return register.row < layout.row and len(register.days) >= registers.LEAST_DATES


def _called(table: Table, model: Model) -> registers.Called:
    """What the columns of the table that a register is turned into are called."""
    return registers.Called(
        called(table, model, "participant", "municipality", "team"),
        called(table, model, "level"),
        called(table, model, "date", "status", "heads"),
    )


def _not_own(numbers: Sequence[Place], found: Sequence[_Found], model: Model) -> list[Place]:
    """Identity numbers outside the columns whose long numbers the model says are another country's."""
    own = {
        (one.cells.sheet, letter(one.layout.columns[name]))
        for one in found
        for name in model.own_numbers.get(one.layout.table.name, ())
        if name in one.layout.columns
    }
    return [place for place in numbers if (place[0], place[2]) not in own]
