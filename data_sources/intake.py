"""Owns a file's arrival: read, refused or recognised, checked. Nothing is stored here."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from data_sources.cells import Cells, Refused
from data_sources.check import Checked, check
from data_sources.headings import Layout, is_wide_register, recognise
from data_sources.identity import Place, places
from data_sources.model import Model
from data_sources.registers import legend, unfold
from data_sources.table import Table
from data_sources.tables import TABLES
from data_sources.workbook import read

Chosen: TypeAlias = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Arrival:
    """One file as it came: what each sheet holds, or why the file is refused.

    `refused`: a reason code with its arguments; then there are no sheets. `places`: where identity
    numbers stand. `undecided`: a sheet whose columns somebody must point out. `skipped`: names of sheets
    with no table in them; `hidden`: names of hidden sheets, which are not read unless chosen.
    """

    file: str
    sha256: str
    sheets: tuple[Checked, ...] = ()
    refused: str | None = None
    arguments: Mapping[str, int] | None = None
    places: tuple[Place, ...] = ()
    undecided: Layout | None = None
    skipped: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


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
) -> Arrival:
    """Take one file in. Every file ends as sheets of checked rows or as one refusal, never as an error."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        sheets = read(content, file, cancel=cancel)
    except Refused as no:
        return Arrival(file, digest, refused=no.reason, arguments=no.arguments)
    if found := places(sheets):
        return Arrival(file, digest, refused="identity-numbers", places=tuple(found))
    return _recognised(sheets, file, digest, model, hashed, today, chosen or {}, tables)


def _recognised(
    sheets: Sequence[Cells],
    file: str,
    digest: str,
    model: Model,
    hashed: Callable[[str], str],
    today: date,
    chosen: Chosen,
    tables: Sequence[Table],
) -> Arrival:
    done: list[Checked] = []
    skipped: list[str] = []
    undecided: Layout | None = None
    for sheet in (sheet for sheet in sheets if not sheet.hidden):
        cells, meanings = sheet, {}
        layout = recognise(cells, tables, model, chosen)
        if (layout is None or not layout.complete) and (wide := is_wide_register(sheet)) is not None:
            cells, meanings = unfold(sheet, wide), legend(sheet)
            layout = recognise(cells, tables, model, chosen)
        if layout is None or not layout.complete:
            skipped.append(sheet.sheet)
            undecided = undecided or layout
            continue
        done.append(check(cells, layout, model, hashed=hashed, today=today, legend=meanings))
    hidden = tuple(sheet.sheet for sheet in sheets if sheet.hidden)
    if done and not any(sheet.rows.height or sheet.failed for sheet in done):
        return Arrival(file, digest, refused="no-rows", skipped=tuple(skipped), hidden=hidden)
    if done:
        return Arrival(file, digest, tuple(done), skipped=tuple(skipped), hidden=hidden)
    reason = "headings-missing" if undecided else "no-table"
    return Arrival(file, digest, refused=reason, undecided=undecided, skipped=tuple(skipped), hidden=hidden)
