"""Owns the connection to our own database, SQLite or PostgreSQL: how it is opened, waited for and written to."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import polars as pl
import sqlalchemy as sa

from data_sources.storing.keys.private_files import OWNERS, keep_private
from data_sources.storing.migrations import LaterVersion, bring_up_to_date
from data_sources.storing.schema import FACT

PATIENCE = 5.0  # seconds to wait for somebody else's transaction, or for a server to answer
_AGAIN = 0.01  # seconds until what was locked is asked for again
_SLICE = 10_000
_BUSY = ("locked", "lock timeout", "deadlock", "busy", "too many clients")
_FULL = ("disk is full", "no space left", "quota exceeded", "file too large")
_SHUT = ("readonly", "read-only", "permission denied", *_FULL)
_WRITERS = 20_260_101  # the name of the lock that lets one writer at a time into a PostgreSQL database

# What is to be written in the same transaction as whatever is written next, and whom to tell that it was kept.
CARRIED: ContextVar[tuple[Callable[[sa.Connection], None], Callable[[], None]] | None] = ContextVar(
    "carried", default=None
)


class StoreFault(Exception):  # noqa: N818 - an answer to the person at the screen
    """The database cannot be used now, or what was to be stored cannot.

    `reason`: unreachable, locked, unwritable, other-key, key-missing, cancelled, put-away, broken-off, or what stands
    in the way of a backup (backup-damaged, backup-sealed, key-beside, recipient-unreadable, not-empty, from-later).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def connect(url: str, patience: float = PATIENCE) -> sa.Engine:
    """An engine whose database is there, with all our tables as they are today. Raises StoreFault."""
    try:
        engine = _engine(url, patience)
    except (sa.exc.SQLAlchemyError, ImportError, ValueError, TypeError):
        raise StoreFault("unreachable") from None
    try:
        _make_schema(engine)
        with writing(engine) as connection:
            bring_up_to_date(connection)
    except StoreFault:
        engine.dispose()
        raise
    except LaterVersion:
        engine.dispose()
        raise StoreFault("from-later") from None
    return engine


def _make_schema(engine: sa.Engine) -> None:
    """A region's own schema on a server, where it is named and not there yet."""
    if engine.dialect.name != "postgresql":
        return
    with reading(engine) as connection:
        if connection.scalar(sa.text("SELECT current_schema()")) is None:
            named = str(connection.scalar(sa.text("SHOW search_path"))).partition(",")[0].strip(' "')
            quoted = engine.dialect.identifier_preparer.quote(named)
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {quoted}")
            connection.commit()


def is_claimed(url: str) -> bool:
    """Has a key opened this database before? Nothing is made or changed. Raises StoreFault."""
    try:
        parts = sa.make_url(url)
        if (file := _file_of(parts)) and not (file.exists() and file.stat().st_size):
            return False
        engine = _engine(url, PATIENCE)
    except (sa.exc.SQLAlchemyError, ImportError, ValueError, TypeError, OSError):
        raise StoreFault("unreachable") from None
    try:
        with reading(engine) as connection:
            return sa.inspect(connection).has_table(FACT.name) and (
                connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == "key_check")) is not None
            )
    finally:
        engine.dispose()


def _file_of(parts: sa.URL) -> Path | None:
    """The file of an SQLite database that is named as a plain path."""
    plain = parts.get_backend_name() == "sqlite" and parts.database and not parts.database.startswith("file:")
    return Path(str(parts.database)) if plain and parts.database != ":memory:" else None


def _engine(url: str, patience: float) -> sa.Engine:
    parts = sa.make_url(url)
    match parts.get_backend_name():
        case "sqlite":
            # A database in memory lives as long as its one connection, which everybody takes in turn.
            alone = {"poolclass": sa.QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": patience}
            in_memory = parts.database in {None, "", ":memory:"}
            if file := _file_of(parts):
                keep_private(file)
            engine = sa.create_engine(
                parts,
                hide_parameters=True,
                **(alone if in_memory else {}),
                connect_args={"timeout": patience, "check_same_thread": False},
            )
            sa.event.listen(engine, "connect", lambda connection, _: _prepare(connection, patience))
            sa.event.listen(engine, "begin", _begin)
        case "postgresql":
            if "client_encoding" not in parts.query:  # else a database without an encoding answers in bytes
                parts = parts.update_query_dict({"client_encoding": "utf8"})
            engine = sa.create_engine(
                parts,
                hide_parameters=True,
                pool_pre_ping=True,
                connect_args={"connect_timeout": max(2, round(patience))},
            )
        case _:
            raise ValueError("neither SQLite nor PostgreSQL")
    return engine.execution_options(patience=patience)


def _prepare(connection: sqlite3.Connection, patience: float) -> None:
    # We say ourselves when a transaction begins: the driver's own idea leaves DDL and reads outside it.
    connection.isolation_level = None
    ends = time.monotonic() + patience
    while not _writes_ahead(connection):
        if time.monotonic() > ends:
            raise sqlite3.OperationalError("database is locked")
        time.sleep(_AGAIN)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _writes_ahead(connection: sqlite3.Connection) -> bool:
    """Is the file one that is written ahead, now? Whoever makes it one at the same moment is not waited for by SQLite
    itself."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as busy:
        if "locked" in str(busy):
            return False
        raise
    return True


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection to read by. Raises StoreFault."""
    with _answered(engine), engine.connect() as connection:
        yield connection


def scalar(engine: sa.Engine, asked: sa.Select[Any]) -> Any:
    """The one value that a question has, or None. Raises StoreFault."""
    with reading(engine) as connection:
        return connection.scalar(asked)


def answer(connection: sa.Connection, asked: sa.Select[Any], schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """All rows of an answer, under these names and of these types: quicker than Polars' own way, and in less memory."""
    return pl.DataFrame(list(map(tuple, connection.execute(asked))), schema=schema, orient="row")


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes: all of it is kept, or nothing. One at a time. Raises StoreFault."""
    with _answered(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            wait = round(1000 * engine.get_execution_options().get("patience", PATIENCE))
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}")
            # One lock a schema: another region's writers do not wait for ours.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS}, hashtext(current_schema()))")
        yield connection
        carried = CARRIED.get()
        if carried is not None:
            carried[0](connection)
    if carried is not None:
        carried[1]()


@contextmanager
def alone(engine: sa.Engine, what: str) -> Iterator[None]:
    """One process at a time does this at a database that is a file; the others wait for their turn. Raises StoreFault.

    At a server, the queue's claims see to it. The lock ends with whoever holds it, however they end.
    """
    file = _file_of(engine.url) if engine.dialect.name == "sqlite" else None
    if file is None:
        yield
        return
    from filelock import FileLock  # noqa: PLC0415 - whoever only reads has no use for it

    lock = FileLock(file.with_name(f"{file.name}.{what}"), mode=OWNERS)
    try:
        lock.acquire()
    except OSError:
        raise StoreFault("unwritable") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _answered(engine: sa.Engine) -> Iterator[None]:
    """A database error becomes a StoreFault. Its own text may hold values, and goes no further."""
    driver = engine.dialect.loaded_dbapi
    try:
        yield
    except (sa.exc.SQLAlchemyError, driver.Error) as fault:
        raise _as_fault(fault) from None


def _as_fault(fault: Exception) -> StoreFault:
    text = str(getattr(fault, "orig", None) or fault).casefold()
    # Somebody else wrote the same at the same moment, or holds the only connection, or the lock.
    if isinstance(fault, sa.exc.IntegrityError | sa.exc.TimeoutError) or any(words in text for words in _BUSY):
        return StoreFault("locked")
    if any(words in text for words in _SHUT):
        return StoreFault("disk-full" if any(words in text for words in _FULL) else "unwritable")
    return StoreFault("unreachable")


def insert_rows(
    connection: sa.Connection, table: sa.Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Many rows at once, without a dictionary for each: several times as fast as SQLAlchemy's own way."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(name) for name in names)
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {quote(table.name)} ({columns}) FROM STDIN", rows)
        return
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our own tables
    for start in range(0, len(rows), _SLICE):
        connection.exec_driver_sql(statement, list(rows[start : start + _SLICE]))


def insert_frame(connection: sa.Connection, table: sa.Table, rows: pl.DataFrame, **same: int) -> None:
    """Many rows with a key, and what is the `same` in all of them.

    In the order of their keys, as the index has them: a million in any other are written three times as slowly. And
    piece by piece, so that they are never all of them Python's.
    """
    order = rows["key"].arg_sort()
    for start in range(0, rows.height, _SLICE):
        piece = rows[order.slice(start, _SLICE)].with_columns(
            pl.col(pl.Date).dt.to_string(), **{name: pl.lit(value) for name, value in same.items()}
        )
        insert_rows(connection, table, piece.columns, piece.rows())


def _copy(connection: sa.Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    cursor = connection.connection.cursor()
    with cursor, cursor.copy(statement) as copy:  # type: ignore[attr-defined]
        for row in rows:
            copy.write_row(row)
