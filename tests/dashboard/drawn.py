"""Rows for tests: frames from plain dicts, and the drawn tables of tests/specs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from data_sources.declared.model import load
from data_sources.declared.table import Column, ColumnKind
from data_sources.declared.tables import BY_NAME

GJOVIK = load("gjovik")
SPECS = Path(__file__).parents[1] / "specs"
LONG_AFTER = date(2030, 1, 1)
Row = dict[str, object]


def frame(table: str, rows: Iterable[Mapping[str, object]]) -> pl.DataFrame:
    """Rows as the store gives them: every declared column, typed; what a row does not say is null."""
    columns = BY_NAME[table].columns
    data = [[row.get(column.name) for column in columns] for row in rows]
    return pl.DataFrame(data, schema={column.name: column.dtype for column in columns}, orient="row")


def frames(**tables: Iterable[Mapping[str, object]]) -> dict[str, pl.DataFrame]:
    """All tables; those that are not given are empty."""
    return {name: frame(name, tables.get(name, ())) for name in BY_NAME}


@dataclass
class Drawing:
    """One heading of a spec: rows by table, and the answer as rows of text."""

    indicator: str
    title: str
    model: str = "gjovik"
    today: date = LONG_AFTER
    rows: dict[str, list[Row]] = field(default_factory=dict)
    answer: list[dict[str, str]] = field(default_factory=list)


def drawings(path: Path) -> list[Drawing]:
    """What a spec draws, heading by heading."""
    lines = path.read_text(encoding="utf-8").splitlines()
    indicator = lines[0].removeprefix("# ").strip("`")
    found: list[Drawing] = []
    for line, table in _parts(lines[1:]):
        if line.startswith("## "):
            found.append(Drawing(indicator, line.removeprefix("## ")))
        elif line.startswith("Model: "):
            found[-1].model = line.removeprefix("Model: ")
        elif line.startswith("Today: "):
            found[-1].today = date.fromisoformat(line.removeprefix("Today: "))
        elif table and table[0][0] == "period":
            found[-1].answer += [dict(zip(table[0], row, strict=True)) for row in table[1:]]
        elif table:
            found[-1].rows.setdefault(table[0][0], []).extend(_stored(table))
    return found


def _parts(lines: list[str]) -> Iterator[tuple[str, list[list[str]]]]:
    """Lines of text, and whole tables: their heads first, without the rule under them."""
    table: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not all(re.fullmatch(":?-+:?", cell) for cell in cells):
                table.append(cells)
            continue
        if table:
            yield "", table
            table = []
        yield line, []


def _stored(table: list[list[str]]) -> list[Row]:
    """Drawn rows as the store has them."""
    name, heads = table[0][0], table[0]
    declared = BY_NAME[name].by_name
    columns = [BY_NAME[name].date, *heads[1:]]
    assert set(columns) <= set(declared), f"{set(columns) - set(declared)} is no column of {name}"
    made = []
    for drawn in table[1:]:
        cells = dict(zip(columns, drawn, strict=True))
        made.append({column: _value(declared[column], cells.get(column, "")) for column in declared})
    return made


def _value(column: Column, cell: str) -> object:
    """A cell's value; an empty one means what an empty cell of a file means."""
    if not cell:
        if column.kind in {ColumnKind.MUNICIPALITY, ColumnKind.TEAM}:
            return "unknown"
        return column.vocabulary.blank if column.vocabulary else None
    match column.kind:
        case ColumnKind.DATE:
            return date.fromisoformat(cell)
        case ColumnKind.COUNT:
            return int(cell)
        case ColumnKind.SCORE:
            return float(cell)
        case ColumnKind.YES_NO:
            return {"yes": True, "no": False}[cell]
        case ColumnKind.CODE:
            vocabulary = GJOVIK.vocabulary(column)
            assert vocabulary is not None
            assert cell in vocabulary.spellings, f"{cell} is no code of {column.name}"
    return cell
