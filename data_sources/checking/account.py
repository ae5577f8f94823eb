"""Owns the account of a file: every cell that holds something was read, set aside for a reason, or not used.

It is what catches a column that was dropped, a table beside another, a tab with other headings: nothing is lost in
silence.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from data_sources.checking.check import Checked
from data_sources.declared.spelling import normalise
from data_sources.parsing.answers import About, Answers, Key, Question
from data_sources.reading.cells import Cells, Kind, letter
from data_sources.recognising.sheets import SheetTables, TableInSheet

HEADING, TOTALS, NOT_STORED, HIDDEN = "heading", "totals", "not-stored", "hidden"
OURS, AS_ANSWERED = "ours", "answered"
"""Why cells are set aside: titles and headings; totals, notes and repeated rows; columns that are known and never
stored; sheets that are hidden; sheets that we have made ourselves; what somebody has said is rightly not read."""
_PIECE = 100_000  # rows looked at once
FINE = "fine"
COLUMN, NO_DAY, ROWS, BESIDE, SHEET = "column", "no-day", "rows", "beside", "sheet"
"""Why cells are not used: a column nobody knows; marks under a heading that is no day; rows without anybody; cells
beside or below the tables; a sheet without any."""


@dataclass(frozen=True)
class Unused:
    """Cells of a sheet that are not used. `place`: their column or columns; `heading`: as the sheet has it."""

    sheet: str
    place: str
    cells: int
    rows: int
    why: str
    heading: str = ""
    subject: tuple[str, str] = field(default=("", ""), compare=False)  # headings' fingerprint, and what it is there


@dataclass(frozen=True)
class Account:
    """How many cells were read, and set aside for which reason; which ones were not used. They add up to `held`."""

    held: int = 0
    read: int = 0
    aside: Mapping[str, int] = field(default_factory=dict)
    unused: tuple[Unused, ...] = ()

    def __add__(self, other: "Account") -> "Account":
        aside = Counter(self.aside) + Counter(other.aside)
        return Account(self.held + other.held, self.read + other.read, aside, (*self.unused, *other.unused))


def account_of(
    recognised: Sequence[SheetTables], checked: Mapping[int, Checked], hidden: Iterable[Cells], ours: Iterable[Cells]
) -> Account:
    """The account of a file. `checked`: the outcome of each table, by the table's identity (`id`)."""
    every = Account()
    for sheet in recognised:
        every += _of_sheet(sheet, checked)
    for why, sheets in ((HIDDEN, hidden), (OURS, ours)):
        held = sum(sum(_counts(cells.frame, cells.columns).values()) for cells in sheets)
        every += Account(held, 0, {why: held} if held else {})
    return every


def settled(account: Account, answers: Answers) -> tuple[Account, list[Question]]:
    """The account with what somebody has said is rightly not read set aside, and what is to be asked of the rest.

    Marks under no day, and rows of nobody, are not asked about: they are to be mended.
    """
    asked: dict[Key, list[Unused]] = {}
    for unused in account.unused:
        if unused.why in {COLUMN, BESIDE, SHEET}:
            fingerprint, written = unused.subject
            asked.setdefault(answers.key(fingerprint, "@unread", written), []).append(unused)
    questions, fine = [], []
    for key, parts in asked.items():
        written = ", ".join(f"{part.place or part.sheet} {part.heading}".strip() for part in parts)
        cells, every = sum(part.cells for part in parts), account.held
        question = Question(key, About.UNREAD, "", "", written, cells, {FINE: ""}, of=every, sheet=parts[0].sheet)
        questions.append(answers.answered(question))
        if questions[-1].answer == FINE:
            fine += parts
    aside = Counter(account.aside) + Counter({AS_ANSWERED: sum(part.cells for part in fine)})
    left = tuple(unused for unused in account.unused if unused not in fine)
    return replace(account, aside=dict(aside), unused=left), questions


def _of_sheet(sheet: SheetTables, checked: Mapping[int, Checked]) -> Account:
    if not sheet.tables:
        name, rows = sheet.sheet.sheet, sheet.sheet.frame.height
        cells = sum(_counts(sheet.sheet.frame, sheet.sheet.columns).values())
        unused = Unused(name, "", cells, rows, SHEET, "", ("", name))
        return Account(unused.cells, 0, {}, (unused,) if unused.cells else ())
    own = [_of_table(table, checked[id(table)]) for table in sheet.tables]
    every = sum((account for account, _ in own), Account())
    if sheet.tables[0].original is sheet.sheet and len(own) == 1:
        return every  # there is nothing beside the table
    left = _counts(sheet.sheet.frame, sheet.sheet.columns)
    for _, counts in own:
        left.subtract(counts)
    beside = {index: count for index, count in left.items() if count > 0}
    if beside:
        place = _span(beside)
        name = sheet.sheet.sheet
        rest = Unused(name, place, sum(beside.values()), max(beside.values()), BESIDE, "", ("", f"{name} {place}"))
        every += Account(rest.cells, 0, {}, (rest,))
    return every


def _of_table(table: TableInSheet, checked: Checked) -> tuple[Account, Counter[int]]:
    """Each row is above the headings, judged, or neither; each column is read, or not. And the cells of each column."""
    layout, cells = table.layout, table.original
    judged = checked.judged["row"].unique()
    ignored = set(checked.ignored) - set(judged) if checked.ignored else set[int]()
    row = pl.col("row")
    part = (
        pl.when(row <= layout.row)
        .then(pl.lit("above"))
        .when(row.is_in(judged.implode()))
        .then(pl.lit("judged"))
        .when(row.is_in(list(ignored)))
        .then(pl.lit("ignored"))
        .otherwise(pl.lit("left"))
    )
    parts: dict[str, Counter[int]] = {}
    for piece in cells.frame.iter_slices(_PIECE):
        for name, *counts in piece.group_by(part.alias("part")).agg(_held(cells.columns)).iter_rows():
            parts.setdefault(name, Counter()).update(dict(zip(cells.columns, counts, strict=True)))
    above, ignored_cells, left = (sum(parts.get(name, {}).values()) for name in ("above", "ignored", "left"))
    read, aside, unused = 0, Counter({HEADING: above, TOTALS: ignored_cells}), []
    register = table.register
    used = {*layout.read, *table.unfolded}
    passed_over = {normalise(heading) for heading in layout.table.passed_over}
    judged_rows = len(judged)
    headings = {**register.names, **register.strays} if register else {**layout.headings, **table.unfolded}
    for index, count in parts.get("judged", {}).items():
        heading = headings.get(index, "")
        if index in used:
            read += count
        elif normalise(heading) in passed_over:
            aside[NOT_STORED] += count
        elif count:
            why = NO_DAY if register and index in register.strays else COLUMN
            subject = (layout.fingerprint, "")
            unused.append(Unused(cells.sheet, letter(index), count, judged_rows, why, heading, subject))
    nobody = {index: n for index, n in parts.get("left", {}).items() if register and index in register.days and n}
    if nobody:
        unused.append(Unused(cells.sheet, _span(nobody), sum(nobody.values()), max(nobody.values()), ROWS))
    aside[TOTALS] += left - sum(nobody.values())
    held = read + sum(aside.values()) + sum(unread.cells for unread in unused)
    account = Account(held, read, {why: n for why, n in aside.items() if n}, tuple(unused))
    return account, sum(parts.values(), Counter[int]())


def _counts(frame: pl.DataFrame, columns: Sequence[int]) -> Counter[int]:
    """Column → how many of its cells hold something. Spaces are nothing; a formula without its answer is something."""
    every = Counter[int](dict.fromkeys(columns, 0))
    for piece in frame.iter_slices(_PIECE) if columns else ():
        every.update(dict(zip(columns, piece.select(_held(columns)).row(0), strict=True)))
    return every


def _held(columns: Sequence[int]) -> list[pl.Expr]:
    return [
        (
            ((pl.col(f"k{index}") == Kind.TEXT.value) & (pl.col(f"t{index}").str.strip_chars() != ""))
            | ~pl.col(f"k{index}").is_in([Kind.BLANK.value, Kind.TEXT.value])
        )
        .sum()
        .alias(str(index))
        for index in columns
    ]


def _span(columns: Mapping[int, int]) -> str:
    held = [index for index, cells in columns.items() if cells]
    first, last = letter(min(held)), letter(max(held))
    return first if first == last else f"{first}–{last}"
