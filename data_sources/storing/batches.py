"""Owns the history of uploads: what each batch was, what it brought and what was wrong in it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl
import sqlalchemy as sa

from data_sources.checking.check import Checked
from data_sources.declared.table import UNKNOWN, ColumnKind, Table
from data_sources.storing.database import insert_rows
from data_sources.storing.schema import BATCH, BATCH_MONTH, BATCH_PROBLEM, BATCH_SOURCE, BATCH_TABLE, ROW_BEFORE, ROWS

_COUNTED = ("new", "changed", "unchanged", "failed", "removed")
_BY_MONTH = ("rows", "failed", "unknown", "incomplete")


@dataclass(frozen=True)
class Counts:
    """What a file does to one table."""

    table: str
    new: int
    changed: int
    unchanged: int
    failed: int
    removed: int = 0


@dataclass(frozen=True)
class Terms:
    """How a file is kept. `whole`: names of tables that it is the whole of, within its scope; what it lacks is removed.

    `origin`: the named source it was fetched from, and how far into it. `at`: when, where that is not now.
    """

    by: str
    whole: tuple[str, ...] = ()
    origin: tuple[str, str] | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Batch:
    """An upload. `id` is 0 where not one row held, so that there was nothing to store.

    `fingerprint`: the keyed hash of the file's SHA-256.
    """

    id: int
    file: str
    fingerprint: str
    uploaded_at: datetime
    uploaded_by: str
    undone_at: datetime | None
    undone_by: str | None
    counts: tuple[Counts, ...]


def every(connection: sa.Connection) -> list[Batch]:
    """Every upload, newest first."""
    counts: dict[int, list[Counts]] = {}
    columns = [BATCH_TABLE.c[name] for name in ("batch_id", "table_name", *_COUNTED)]
    for batch_id, *rest in connection.execute(sa.select(*columns)):
        counts.setdefault(batch_id, []).append(Counts(*rest))
    return [
        Batch(**row._asdict(), counts=tuple(counts.get(row.id, ())))
        for row in connection.execute(sa.select(BATCH).order_by(BATCH.c.id.desc()))
    ]


def seen(connection: sa.Connection, fingerprint: str) -> bool:
    """Is this very file stored already, and not undone?"""
    query = sa.select(sa.func.count()).where(BATCH.c.fingerprint == fingerprint, BATCH.c.undone_at.is_(None))
    return bool(connection.scalar(query))


def newest(connection: sa.Connection) -> int | None:
    """The number of the last upload that was kept."""
    number: int | None = connection.scalar(sa.select(sa.func.max(BATCH.c.id)))
    return number


def spans(connection: sa.Connection) -> pl.DataFrame:
    """What each standing batch brought: table_name, uploaded_at, first, last, and the counts."""
    columns = [BATCH_TABLE.c[name] for name in ("table_name", "first", "last", *_COUNTED)]
    query = (
        sa.select(BATCH.c.id, BATCH.c.file, BATCH.c.uploaded_at, *columns)
        .join(BATCH_TABLE)
        .where(BATCH.c.undone_at.is_(None))
        .order_by(BATCH.c.id, BATCH_TABLE.c.table_name)
    )
    types = {"file": pl.String, "table_name": pl.String, "first": pl.Date, "last": pl.Date}
    counted = dict.fromkeys(("id", *_COUNTED), pl.Int64)
    return pl.read_database(query, connection, schema_overrides={**types, **counted, "uploaded_at": pl.Datetime})


def changes(connection: sa.Connection) -> pl.DataFrame:
    """Everything that changed rows: table_name, at, first, last. An upload that was undone changed them twice."""
    columns = [BATCH_TABLE.c[name] for name in ("table_name", "first", "last")]
    brought = BATCH_TABLE.c.new + BATCH_TABLE.c.changed + BATCH_TABLE.c.removed > 0
    kept = sa.select(BATCH.c.uploaded_at.label("at"), *columns).join(BATCH_TABLE).where(brought)
    undone = sa.select(BATCH.c.undone_at, *columns).join(BATCH_TABLE).where(brought, BATCH.c.undone_at.is_not(None))
    types = {"table_name": pl.String, "first": pl.Date, "last": pl.Date, "at": pl.Datetime}
    return pl.read_database(sa.union_all(kept, undone), connection, schema_overrides=types)


def problems(connection: sa.Connection) -> pl.DataFrame:
    """How many rows of standing batches had what problem: table_name, reason, severity, rows."""
    columns = [BATCH_PROBLEM.c[name] for name in ("table_name", "reason", "severity")]
    query = (
        sa.select(*columns, sa.cast(sa.func.sum(BATCH_PROBLEM.c.rows), sa.BigInteger).label("rows"))
        .join(BATCH)
        .where(BATCH.c.undone_at.is_(None))
        .group_by(*columns)
        .order_by(*columns)
    )
    types = {column.name: pl.String for column in columns}
    return pl.read_database(query, connection, schema_overrides={**types, "rows": pl.Int64})


def months(connection: sa.Connection) -> pl.DataFrame:
    """What came in by month, from the newest standing batch of each month and set of headings.

    table_name, fingerprint, month ("2026-03"), file, first_at (when the month first came), and numbers of rows:
    rows (kept), failed, unknown (municipality), incomplete.
    """
    names = ("table_name", "fingerprint", "month", *_BY_MONTH)
    query = (
        sa.select(BATCH.c.id, BATCH.c.file, BATCH.c.uploaded_at, *[BATCH_MONTH.c[name] for name in names])
        .join(BATCH)
        .where(BATCH.c.undone_at.is_(None))
        .order_by(BATCH.c.id)
    )
    types = dict.fromkeys(("file", *names[:3]), pl.String)
    counted = dict.fromkeys(("id", *_BY_MONTH), pl.Int64)
    frame = pl.read_database(query, connection, schema_overrides={**types, **counted, "uploaded_at": pl.Datetime})
    return (
        frame.group_by("table_name", "fingerprint", "month", maintain_order=True)
        .agg(pl.col("file", *_BY_MONTH).last(), pl.col("uploaded_at").min().alias("first_at"))
        .sort("table_name", "fingerprint", "month")
    )


def overtaken(connection: sa.Connection, batch_id: int) -> bool:
    """Has a later batch changed a row that this one wrote, or written one that this one took out?"""
    query = sa.select(ROW_BEFORE.c.key).where(ROW_BEFORE.c.batch_before == batch_id).limit(1)
    if connection.scalar(query) is not None:
        return True
    of_batch = ROW_BEFORE.c.batch_id == batch_id
    return any(
        connection.scalar(
            sa.select(sql.c.key)
            .join(ROW_BEFORE, ROW_BEFORE.c.key == sql.c.key)
            .where(of_batch, ROW_BEFORE.c.table_name == name, sql.c.batch_id != batch_id)
            .limit(1)
        )
        is not None
        for name, sql in ROWS.items()
    )


def reached(connection: sa.Connection, source: str) -> str | None:
    """How far the newest standing batch from a source came into it."""
    query = (
        sa.select(BATCH_SOURCE.c.cursor)
        .join(BATCH)
        .where(BATCH_SOURCE.c.source == source, BATCH.c.undone_at.is_(None))
        .order_by(BATCH.c.id.desc())
        .limit(1)
    )
    return connection.scalar(query)


def come_from(connection: sa.Connection, batch_id: int, source: str, cursor: str) -> None:
    """Write down where a batch was fetched."""
    connection.execute(sa.insert(BATCH_SOURCE).values(batch_id=batch_id, source=source, cursor=cursor))


def write_down(
    connection: sa.Connection, batch_id: int, table: Table, counts: Counts, sheets: Sequence[Checked]
) -> None:
    """What a batch brought to one table, and how often what was wrong."""
    first, last = _span(pl.concat([sheet.rows[table.date] for sheet in sheets]))
    connection.execute(
        sa.insert(BATCH_TABLE).values(
            batch_id=batch_id,
            table_name=table.name,
            first=first,
            last=last,
            **{name: getattr(counts, name) for name in _COUNTED},
        )
    )
    names = ["batch_id", "table_name", "reason", "severity", "rows"]
    insert_rows(connection, BATCH_PROBLEM, names, [(batch_id, table.name, *values) for values in _by_reason(sheets)])
    insert_rows(
        connection,
        BATCH_MONTH,
        ["batch_id", "table_name", "fingerprint", "month", *_BY_MONTH],
        [(batch_id, table.name, *values) for values in _by_month(table, sheets)],
    )


def _by_month(table: Table, sheets: Sequence[Checked]) -> list[tuple[object, ...]]:
    """fingerprint, month, and the rows that were kept, failed, are of no known municipality, or say too little."""
    if table.by_name[table.date].kind is not ColumnKind.DATE:
        return []
    month = pl.col(table.date).dt.strftime("%Y-%m").fill_null("").alias("month")
    unknown = pl.col("municipality") == UNKNOWN if "municipality" in table.by_name else pl.lit(False)
    summed: dict[tuple[str, str], Counter[str]] = {}
    for sheet in sheets:
        kept = sheet.rows.group_by(month).agg(
            rows=pl.len(), unknown=unknown.sum(), incomplete=_says_too_little(table).sum()
        )
        for own in kept.iter_rows(named=True):
            summed.setdefault((sheet.layout.fingerprint, own.pop("month")), Counter()).update(own)
        for day in sheet.failed_on:
            on = f"{day:%Y-%m}" if isinstance(day, date) else ""
            summed.setdefault((sheet.layout.fingerprint, on), Counter())["failed"] += 1
    return [(*place, *(counts[name] for name in _BY_MONTH)) for place, counts in sorted(summed.items())]


def _says_too_little(table: Table) -> pl.Expr:
    """Is a code or a team left blank, or said to be unknown?"""
    doubtful = [
        column.name
        for column in table.stored
        if column.kind is ColumnKind.TEAM or (column.vocabulary and column.vocabulary.blank == UNKNOWN)
    ]
    return pl.any_horizontal(pl.lit(False), *[pl.col(name) == UNKNOWN for name in doubtful]).fill_null(False)


def _span(dates: pl.Series) -> tuple[date | None, date | None]:
    first, last = dates.min(), dates.max()
    return (first, last) if isinstance(first, date) and isinstance(last, date) else (None, None)


def _by_reason(sheets: Iterable[Checked]) -> list[tuple[str, str, int]]:
    tally: Counter[tuple[str, str]] = Counter()
    for sheet in sheets:
        for (_, reason, severity), rows in sheet.tally.items():
            tally[reason, severity] += rows
    return [(*kind, rows) for kind, rows in tally.items()]
