"""Where the tests' stores lie: in files, or each in a database of a server of ours.

A test names a store by a file that would hold it. Whether there is a file, or a database of that name, is the run's
choice (`tests/conftest.py`): every test that opens a store is run on both.
"""

import functools
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

import psycopg
import pytest
import sqlalchemy as sa

from data_sources.storing.database import connect
from data_sources.storing.jobs.queue import JobQueue
from data_sources.storing.keys.secret import SecretKey
from tests.servers import Server

T = TypeVar("T")


class Files:
    """SQLite: each store is the file itself."""

    def url(self, file: Path) -> str:
        return f"sqlite:///{file}"

    def copy(self, file: Path, to: Path) -> str:
        with closing(sqlite3.connect(file)) as source:
            source.execute("VACUUM INTO ?", (str(to),))
        return self.url(to)

    def drop_below(self, folder: Path) -> None:
        """Pytest throws the folder away."""


class Databases:
    """PostgreSQL: each store is a database of the server, copied from an empty one with all our tables."""

    FRESH = "fresh"

    def __init__(self, server: Server) -> None:
        self.server = server
        self._names: dict[Path, str] = {}
        self._making = Lock()
        # Held, and not only known: one that nobody holds is deleted while still open, whenever Python tidies up.
        self._resting: set[psycopg.Connection] = set()
        sa.event.listen(sa.pool.Pool, "checkin", self._rests)
        for leaves in ("checkout", "close", "detach"):
            sa.event.listen(sa.pool.Pool, leaves, self._leaves)
        with server.connect() as connection:
            connection.execute(f"CREATE DATABASE {self.FRESH}")
        engine = connect(server.url_of(self.FRESH))
        JobQueue(engine, SecretKey(bytes(32))).prepare()
        engine.dispose()

    def url(self, file: Path) -> str:
        with self._making:
            if file not in self._names:
                self._make(file, self.FRESH)
        return self.server.url_of(self._names[file])

    def copy(self, file: Path, to: Path) -> str:
        self._make(to, self._names[file])
        return self.url(to)

    def has(self, url: str) -> bool:
        """Is this the address of one of them?"""
        return url in map(self.server.url_of, self._names.values())

    def drop_below(self, folder: Path) -> None:
        """Nobody asks for what lies in this folder any more."""
        self.close()
        names = [self._names.pop(file) for file in list(self._names) if file.is_relative_to(folder)]
        if names:
            with self.server.connect() as connection:
                for name in names:
                    connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Close what nobody is using; whoever comes back opens another."""
        while self._resting:
            self._resting.pop().close()

    def _rests(self, connection: object, _: object) -> None:
        if isinstance(connection, psycopg.Connection):
            self._resting.add(connection)

    def _leaves(self, connection: object, *_: object) -> None:
        self._resting.discard(connection)  # type: ignore[arg-type]

    def _make(self, file: Path, template: str) -> None:
        name = "s" + hashlib.sha256(str(file).encode()).hexdigest()[:24]
        with self.server.connect() as connection:
            # A template is copied when nobody is in it: who idles there opens another connection when one is needed.
            inside = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            connection.execute(inside, (template,))
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        self._names[file] = name


_chosen: Files | Databases = Files()


@contextmanager
def chosen(stores: Files | Databases) -> Iterator[None]:
    """As long as it lasts, this is where stores lie."""
    global _chosen  # noqa: PLW0603 - one choice for a whole file of tests, which they have no other way to hear of
    before, _chosen = _chosen, stores
    try:
        yield
    finally:
        _chosen = before


def on_a_server() -> bool:
    """Do stores lie on a server now?"""
    return isinstance(_chosen, Databases)


def database_at(file: Path) -> str:
    """The address of the store that this file would hold."""
    return _chosen.url(file)


def copy_of(file: Path, to: Path) -> str:
    """The address of a copy of a store, which is the copy's own."""
    return _chosen.copy(file, to)


def drop_below(folder: Path) -> None:
    _chosen.drop_below(folder)


def once_each(make: Callable[[], T]) -> Callable[[], T]:
    """What is made once for many files of tests, wherever their stores lie: in files once, and on the server once."""
    made = functools.cache(lambda _: make())
    return lambda: made(on_a_server())


def at_home(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """The installation is this store, with its key beside the file."""
    monkeypatch.setenv("SAMSPILL_DATABASE", database_at(file))
    monkeypatch.setenv("SAMSPILL_KEY", str(file.with_suffix(".key")))
