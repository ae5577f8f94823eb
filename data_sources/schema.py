"""Owns the SQL tables (made from the declarations) and the connection to our own database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from data_sources.table import Column, ColumnKind, Table
from data_sources.tables import TABLES

_TYPES: dict[ColumnKind, type[sa.types.TypeEngine[object]]] = {
    ColumnKind.DATE: sa.Date,
    ColumnKind.COUNT: sa.BigInteger,
    ColumnKind.SCORE: sa.Float,
    ColumnKind.YES_NO: sa.Boolean,
}

metadata = sa.MetaData()

# Small facts about this database: the data version, the check of the secret key, the model's key.
FACT = sa.Table(
    "fact", metadata, sa.Column("name", sa.String, primary_key=True), sa.Column("value", sa.String, nullable=False)
)

# One uploaded file that was stored: nothing is written without one.
BATCH = sa.Table(
    "batch",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("file", sa.String, nullable=False),
    sa.Column("sha256", sa.String, nullable=False),
    sa.Column("uploaded_at", sa.DateTime, nullable=False),
    sa.Column("uploaded_by", sa.String, nullable=False),
    sa.Column("undone_at", sa.DateTime),
    sa.Column("undone_by", sa.String),
)

# What a batch brought to each table. first and last: the dates its rows span.
BATCH_TABLE = sa.Table(
    "batch_table",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("new", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False),
    sa.Column("unchanged", sa.Integer, nullable=False),
    sa.Column("failed", sa.Integer, nullable=False),
    sa.Column("first", sa.Date),
    sa.Column("last", sa.Date),
)

# How many rows had what problem: reasons only, never a value.
BATCH_PROBLEM = sa.Table(
    "batch_problem",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("reason", sa.String, primary_key=True),
    sa.Column("severity", sa.String, nullable=False),
    sa.Column("rows", sa.Integer, nullable=False),
)

# A row as it was before a batch touched it; null where it was not there. Undo reads this.
ROW_BEFORE = sa.Table(
    "row_before",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("before", sa.String),
)

# The numbers as they were published. A publication is never changed; a later edition stands beside it.
PUBLICATION = sa.Table(
    "publication",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("data_version", sa.Integer, nullable=False),
    sa.Column("family", sa.String, nullable=False),
    sa.Column("period", sa.String, nullable=False),
    sa.Column("edition", sa.Integer, nullable=False),
    sa.Column("reason", sa.String, nullable=False, default=""),
    sa.Column("fingerprint", sa.String, nullable=False),
    sa.UniqueConstraint("family", "period", "edition"),
)

_CELL = ("municipality", "level", "service")

# Which cells of the lattice a publication shows. `persons` only of cells that are shown.
DECIDED = sa.Table(
    "decided_cell",
    metadata,
    sa.Column("publication_id", sa.ForeignKey("publication.id"), primary_key=True),
    *[sa.Column(name, sa.String, primary_key=True) for name in _CELL],
    sa.Column("shown", sa.Boolean, nullable=False),
    sa.Column("persons", sa.Integer),
)

# The published numbers themselves: of shown cells only.
NUMBER = sa.Table(
    "published_number",
    metadata,
    sa.Column("publication_id", sa.ForeignKey("publication.id"), primary_key=True),
    sa.Column("indicator", sa.String, primary_key=True),
    *[sa.Column(name, sa.String, primary_key=True) for name in _CELL],
    sa.Column("value", sa.Float),
    sa.Column("low", sa.Float),
    sa.Column("high", sa.Float),
    sa.Column("base", sa.Float),
    sa.Column("finer", sa.Float),
    sa.Column("bound", sa.String, nullable=False, default=""),
)


def _sql_column(column: Column) -> sa.Column[object]:
    return sa.Column(column.name, _TYPES.get(column.kind, sa.String)())


ROWS: dict[str, sa.Table] = {
    table.name: sa.Table(
        table.name,
        metadata,
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("row_hash", sa.String, nullable=False),
        sa.Column("batch_id", sa.Integer, nullable=False, index=True),
        *[_sql_column(column) for column in table.columns],
    )
    for table in TABLES
}


def sql_table(table: Table) -> sa.Table:
    """The SQL table of a declared one."""
    return ROWS[table.name]


def connect(url: str) -> sa.Engine:
    """An engine for SQLite or PostgreSQL. SQLite waits for a lock rather than failing at once."""
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare)
        sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # We say ourselves when a transaction begins: the driver's own idea leaves DDL and reads outside it.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes: all of it is kept, or nothing."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def insert_rows(
    connection: sa.Connection, table: sa.Table, names: list[str], rows: list[tuple[object, ...]]
) -> None:
    """Many rows at once, without a dictionary for each: five times as fast as SQLAlchemy's own way."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    columns = ", ".join(quote(name) for name in names)
    marks = ", ".join([mark] * len(names))
    statement = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"
    for start in range(0, len(rows), 10_000):
        connection.exec_driver_sql(statement, rows[start : start + 10_000])
