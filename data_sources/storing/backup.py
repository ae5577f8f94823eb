"""Owns the copy of a whole database that can be laid away, and how one is brought back: every row is checked.

A backup is a file of SQLite's, whichever database it was taken from, so that it can be read anywhere and brought back
into either kind. It holds no key.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from data_sources.reading.own_folder import Folder
from data_sources.storing.database import StoreFault, connect, insert_rows, is_claimed, reading, writing
from data_sources.storing.keys.private_files import beside, keep_private
from data_sources.storing.schema import FACT, metadata

_SLICE = 5_000
_OF_THE_COPY = {"disk-full", "unwritable"}  # the other database is only read
_CHECKS = sa.Table(
    "backup_check",
    sa.MetaData(),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("taken_at", sa.DateTime, nullable=False),
)


@dataclass(frozen=True)
class Check:
    """How many rows a table has, and a digest of all of them that does not depend on their order."""

    rows: int
    digest: str


def back_up(url: str, file: Path) -> dict[str, Check]:
    """Copy everything, as it is at one moment, into a new file; others may go on writing. Raises StoreFault, OSError.

    The copy is read back and held against what was copied: table by table, every row.
    """
    if file.exists():
        raise FileExistsError(file)
    source = connect(url)
    try:
        keep_private(file)
        return _written(source, file)
    except BaseException as fault:
        for each in (file, *beside(file)):
            each.unlink(missing_ok=True)
        if isinstance(fault, StoreFault) and fault.reason in _OF_THE_COPY:
            raise OSError(errno.ENOSPC, fault.reason, str(file.parent)) from None
        raise
    finally:
        source.dispose()


def _written(source: sa.Engine, file: Path) -> dict[str, Check]:
    copy = connect(f"sqlite:///{file}")
    try:
        taken = _copy(source, copy)
        with writing(copy) as there:
            _CHECKS.create(there)
            at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
            rows = [(name, check.rows, check.digest, at) for name, check in taken.items()]
            names = [column.name for column in _CHECKS.columns]
            insert_rows(there, _CHECKS, names, [(*row[:3], at.isoformat(sep=" ")) for row in rows])
        with reading(copy) as there:
            there.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        copy.dispose()
    flush(file)
    return taken


def bring_back(file: Path, url: str, key_check: str) -> dict[str, Check]:
    """Fill an empty database from a backup, of this version or an earlier one: all, or nothing. Raises StoreFault.

    `backup-damaged`: it is no backup, or a row is not as it was copied; `other-key`: its ids were made with another
    key; `not-empty`: the database has been used already; `from-later`: a later version made it.
    """
    _checked(file)
    if is_claimed(url):
        raise StoreFault("not-empty")
    with Folder() as folder:  # where even a machine that stops leaves nothing for long
        today = folder / file.name  # an earlier version's is brought up to date, and the backup left as it is
        keep_private(today)
        shutil.copyfile(file, today)
        source = connect(f"sqlite:///{today}")
        try:
            with reading(source) as there:
                owner = there.scalar(sa.select(FACT.c.value).where(FACT.c.name == "key_check"))
            if owner is not None and owner != key_check:
                raise StoreFault("other-key")
            target = connect(url)
            try:
                return _copy(source, target)
            finally:
                target.dispose()
        finally:
            source.dispose()


def _copy(source: sa.Engine, target: sa.Engine) -> dict[str, Check]:
    """Every row of every table from one moment of the source, in one transaction; then both sides held together."""
    snapshot = source.execution_options(isolation_level="REPEATABLE READ") if _is_server(source) else source
    with reading(snapshot) as original, writing(target) as there:
        # An empty database has no facts yet; what was put there when it was made gives way.
        for table in reversed(metadata.sorted_tables):
            there.execute(sa.delete(table))
        copied = {table.name: _one(original, there, table) for table in metadata.sorted_tables}
        _count_on(there)
        if any(_check(there, table) != copied[table.name] for table in metadata.sorted_tables):
            raise StoreFault("backup-damaged")
    return copied


def _one(source: sa.Connection, there: sa.Connection, table: sa.Table) -> Check:
    names = [column.name for column in table.columns]
    rows, total = 0, 0
    for part in _parts(source, table):
        insert_rows(there, table, names, [tuple(_stored(value, there) for value in row) for row in part])
        rows, total = rows + len(part), total + sum(map(_hash, part))
    return Check(rows, f"{total % 2**128:032x}")


def _check(connection: sa.Connection, table: sa.Table) -> Check:
    rows, total = 0, 0
    for part in _parts(connection, table):
        rows, total = rows + len(part), total + sum(map(_hash, part))
    return Check(rows, f"{total % 2**128:032x}")


def _parts(connection: sa.Connection, table: sa.Table) -> Iterator[list[tuple[object, ...]]]:
    query = sa.select(table).execution_options(yield_per=_SLICE)
    for part in connection.execute(query).partitions():
        yield [tuple(row) for row in part]


def _hash(row: tuple[object, ...]) -> int:
    return int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=16).digest(), "big")


def _stored(value: object, connection: sa.Connection) -> object:
    """As the database keeps it: SQLite keeps days and moments as text."""
    if connection.dialect.name == "postgresql" or not isinstance(value, date):
        return value
    return value.isoformat(sep=" ", timespec="microseconds") if isinstance(value, datetime) else value.isoformat()


def _count_on(connection: sa.Connection) -> None:
    """A server counts its numbers itself; the next one must come after those that were brought."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        for column in table.primary_key.columns:
            name = connection.scalar(sa.select(sa.func.pg_get_serial_sequence(table.name, column.name)))
            if name is not None:
                highest = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
                connection.execute(sa.select(sa.func.setval(name, highest, False)))


def _checked(file: Path) -> dict[str, Check]:
    """What a backup says of itself, when every row is as it was copied. Raises StoreFault."""
    # Nobody writes to it: so SQLite lays nothing beside it, and it may lie where nothing can be written.
    engine = sa.create_engine(f"sqlite:///file:{file}?mode=ro&immutable=1&uri=true")
    try:
        with engine.connect() as connection:
            recorded = {row.table_name: Check(row.rows, row.digest) for row in connection.execute(sa.select(_CHECKS))}
            then = sa.MetaData()  # its tables are those of the version that made it
            then.reflect(connection, only=list(recorded))
            same = {name: _check(connection, then.tables[name]) for name in recorded}
    except (sa.exc.SQLAlchemyError, ValueError, KeyError):
        raise StoreFault("backup-damaged") from None
    finally:
        engine.dispose()
    if not recorded or same != recorded:
        raise StoreFault("backup-damaged")
    return recorded


def _is_server(engine: sa.Engine) -> bool:
    return engine.dialect.name == "postgresql"


def flush(file: Path) -> None:
    """Back when what was written lies on the disk. Raises OSError."""
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
