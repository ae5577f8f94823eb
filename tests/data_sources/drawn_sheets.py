"""Sheets drawn in a test: rows of Python values as cells, as a workbook, or as text; and the way in for them."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import polars as pl
import sqlalchemy as sa

from data_sources.arriving.pipeline import judge, receive
from data_sources.checking.arrival import Arrival
from data_sources.checking.check import Checked, check
from data_sources.checking.problems import Problem
from data_sources.declared.model import Model, load
from data_sources.declared.tables import TABLES
from data_sources.reading.cells import KIND_TYPE, Cells, Kind
from data_sources.recognising.context import Context
from data_sources.recognising.headings import recognise
from data_sources.recognising.sheets import TableInSheet
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.schema import metadata
from data_sources.storing.store import Store

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TODAY = dt.date(2026, 5, 20)
SECRET = SecretKey(b"a key for tests, of 32 bytes ...")
HASHED = SECRET.hashed("person")
GJOVIK = load("gjovik")

ATTENDANCE: list[Any] = ["Dato", "Deltaker", "Kommune", "Team", "Tilbudsform", "Status", "Antall"]
REFERRALS: list[Any] = [
    "Henvisning",
    "Mottatt",
    "Deltaker",
    "Kommune",
    "Henvist fra",
    "Oppstart",
    "Avsluttet",
    "Avslutningsårsak",
]
CONCERTS: list[Any] = ["Dato", "Arrangement", "Sted", "Kommune", "Publikum", "Medvirkende", "Samarbeid med", "Status"]
ACTIVITIES: list[Any] = ["Dato", "Slag", "Kommune", "Tema", "Mottaker", "Antall nådd"]
FIT: list[Any] = ["Dato", "Deltaker", "ORS"]
POPULATION: list[Any] = ["Kommune", "År", "Innbyggere", "Voksne 18+"]

HEADINGS = {
    "attendance": ATTENDANCE,
    "referrals": REFERRALS,
    "concerts": CONCERTS,
    "activities": ACTIVITIES,
    "fit": FIT,
    "population": POPULATION,
}
DAY = dt.date(2026, 3, 5)
GOOD: dict[str, dict[str, Any]] = {
    "attendance": {
        "date": DAY,
        "participant": "D1",
        "municipality": "Gjøvik",
        "team": "FACT",
        "level": "gruppe",
        "status": "møtt",
        "heads": None,
    },
    "referrals": {
        "number": "H1",
        "received": DAY,
        "participant": "D1",
        "municipality": "Gjøvik",
        "source": "Fastlege",
        "started": DAY,
        "ended": DAY,
        "end_reason": "flyttet",
    },
    "concerts": {
        "date": DAY,
        "title": "Vårkonsert",
        "place": "Kafeen",
        "municipality": "Gjøvik",
        "audience": 60,
        "performers": 8,
        "partner": "Korpset",
        "held": "gjennomført",
    },
    "activities": {
        "date": DAY,
        "activity": "Foredrag",
        "municipality": "Gjøvik",
        "title": "Musikk i FACT",
        "receiver": "Fagdag",
        "reached": 40,
    },
    "fit": {"date": DAY, "participant": "D1", "ors": "21,5"},
    "population": {"municipality": "Gjøvik", "year": 2026, "inhabitants": 31350, "adults": 25712},
}

Rows: TypeAlias = Sequence[Any]  # of sequences of values; Any, as cells of a row are of every kind

MARCH: list[list[Any]] = [
    ATTENDANCE,
    ["05.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "møtt"],
    ["05.03.2026", "D2", "Dokka", "DPS", "individuell", "avbud"],
    ["06.03.2026", None, "Lena", "Kulturnettverket", "åpent", "møtt", 18],
    ["06.03.2026", None, "Lena", "Kulturnettverket", "åpent", "møtt", 18],
]
CORRECTED: list[list[Any]] = [
    ATTENDANCE,
    [*MARCH[1][:5], "IM"],
    *MARCH[2:],
    ["07.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"],
]


def row(table: str, **changed: Any) -> list[Any]:
    """A good row of a table in the order of its headings, but for what is changed: by column name."""
    assert changed.keys() <= GOOD[table].keys()
    return [*(GOOD[table] | changed).values()]


def cell(value: Any) -> tuple[Kind, str | None]:
    """A Python value as a reader would give it; a pair of kind and text is what it says."""
    match value:
        case None:
            return Kind.BLANK, None
        case (kind, text):
            return kind, text
        case bool():
            return Kind.BOOL, str(value).upper()
        case int() | float():
            return Kind.NUMBER, repr(value).removesuffix(".0")
        case dt.datetime():
            return Kind.DATETIME, value.isoformat()
        case dt.date():
            return Kind.DATE, value.isoformat()
    return Kind.TEXT, value


def cells(rows: Rows, sheet: str = "Ark1", position: int = 0, **more: Any) -> Cells:
    """A sheet whose first row is row 1; rows that hold nothing are left out, as readers do."""
    width = max(len(row) for row in rows)
    numbered = [(n, [cell(v) for v in row]) for n, row in enumerate(rows, 1) if any(v is not None for v in row)]
    padded = [(n, [*row, *[(Kind.BLANK, None)] * (width - len(row))]) for n, row in numbered]
    data: dict[str, list[Any]] = {"row": [n for n, _ in padded]}
    types: dict[str, Any] = {"row": pl.UInt32}
    for i in range(width):
        data |= {f"t{i}": [row[i][1] for _, row in padded], f"k{i}": [str(row[i][0]) for _, row in padded]}
        types |= {f"t{i}": pl.String, f"k{i}": KIND_TYPE}
    frame = pl.DataFrame(data, schema_overrides=types)
    return Cells(sheet, position, more.pop("hidden", False), frame, **more)


def workbook(sheets: dict[str, Rows], hidden: Sequence[str] = (), merged: Sequence[str] = ()) -> bytes:
    """An xlsx as openpyxl writes it; `merged` in every sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
        for area in merged:
            sheet.merge_cells(area)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def text(rows: Rows, encoding: str = "utf-8-sig") -> bytes:
    """A csv as Norwegian Excel writes it."""
    lines = [";".join("" if value is None else str(value) for value in row) for row in rows]
    return "\r\n".join([*lines, ""]).encode(encoding)


def checked(rows: Rows, model: Model = GJOVIK, today: dt.date = TODAY, **more: Any) -> Checked:
    """The one table of a sheet, judged."""
    sheet = cells(rows, **more)
    context = against(model, today)
    layout = recognise(sheet, TABLES, context)
    assert layout is not None and layout.complete, layout
    return check(TableInSheet(sheet, sheet, layout), context)


def against(model: Model = GJOVIK, today: dt.date = TODAY, **more: Any) -> Context:
    """What a file is read against."""
    return Context(model, HASHED, today, **more)


def arrived(
    content: bytes | Rows | Mapping[str, Rows], file: str = "fil.xlsx", model: Model = GJOVIK, **more: Any
) -> Arrival:
    """A file taken in as the desk does it. Rows, or sheets of rows, are taken in as already read."""
    ways = {name: more.pop(name) for name in ("cancel", "notify", "partial") if name in more}
    context = against(model, **more)
    if isinstance(content, bytes):
        return receive(content, file, context, **ways)
    drawn = content if isinstance(content, Mapping) else {"fil": content}
    sheets = [cells(rows, name, position) for position, (name, rows) in enumerate(drawn.items())]
    digest = hashlib.sha256(repr(drawn).encode()).hexdigest()
    return judge(sheets, file, digest, context, **ways)


def said(outcome: Checked | Arrival) -> list[tuple[int, str, str]]:
    """Row, column letter and reason of every problem."""
    return [(problem.row, problem.column, problem.reason) for problem in problems(outcome)]


def problems(outcome: Checked | Arrival) -> list[Problem]:
    sheets = outcome.sheets if isinstance(outcome, Arrival) else (outcome,)
    return [problem for sheet in sheets for problem in sheet.problems]


def everything(store: Store) -> dict[str, list[str]]:
    """Every row of every table of a database, but for which version of the data it is."""
    with store.engine.connect() as connection:
        found = {name: sorted(map(repr, connection.execute(sa.select(sql)))) for name, sql in metadata.tables.items()}
    return found | {"fact": [row for row in found["fact"] if "data_version" not in row]}


def counts(arrival: Arrival, store: Store) -> tuple[int, int, int, int]:
    """New, changed, unchanged and failed rows of a file of one table that is kept."""
    [one] = store.keep(arrival, "kari").counts
    return one.new, one.changed, one.unchanged, one.failed
