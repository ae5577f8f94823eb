"""Owns the queue of jobs in a PostgreSQL database: what is to be done, what it is done with, and what came of it.

The engine is Procrastinate, in the region's own schema beside its data, so that a job and what it needs are written in
one transaction. A file of SQLite has no queue: there, whoever asks does the work.
"""

import functools
import os
import pickle
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from data_sources.storing.database import CARRIED, StoreFault, reading, writing
from data_sources.storing.keys.secret import SecretKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FRESH = 10.0
"""Seconds since a worker last said that it is there, in which it is taken to be."""
QUEUE = "samspill"
_CLAIMS = 20_260_102  # the name of the locks on what one at a time may do
_ORDER, _OUTCOME, _MARK = "order", "outcome", "mark"
_OWNER = "owner:"
_NONCE = 12

# What a job is done with, and what came of it. Beside the engine's tables and not among ours: it is gone within a day.
_CONTENT = sa.Table(
    "job_content",
    sa.MetaData(),
    sa.Column("job", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
)


@dataclass(frozen=True)
class Failed:
    """A job that came to nothing. `reason`: as a StoreFault's, or of whatever stood in its way, with its arguments."""

    reason: str
    arguments: Mapping[str, str] = field(default_factory=dict)


class JobQueue:
    """Every method raises StoreFault."""

    def __init__(self, engine: sa.Engine, secret: SecretKey) -> None:
        self._engine = engine
        self._key, self._hashed = secret.derived("job"), secret.hashed("job-owner")
        self._is_there = False

    @property
    def address(self) -> str:
        """The database's, as PostgreSQL's own library reads it."""
        return self._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def prepare(self) -> None:
        """Make the engine's tables where there are none."""
        if self._is_there:
            return
        with writing(self._engine) as connection:
            if not sa.inspect(connection).has_table("procrastinate_jobs"):
                from procrastinate.schema import SchemaManager  # noqa: PLC0415 - once in a database's life

                cursor = connection.connection.cursor()
                cursor.execute(SchemaManager.get_schema())  # many statements, and per cents that are none of ours
                _CONTENT.create(connection)
        self._is_there = True

    def hand_over(self, task: str, order: object, *, lock: str = "", owner: str = "", about: object = None) -> int:
        """Write down that this is to be done, with what; its number. With the same `lock`: one at a time, in turn.
        `owner`: who can find it again, by what it is `about`, until they let go of it or a day has gone."""
        self.prepare()
        with writing(self._engine) as connection:
            number = _defer(connection, task, lock or None)
            self._write(connection, number, _ORDER, order)
            if owner:
                self._write(connection, number, self._of(owner), about)
        return number

    def handed_over_by(self, owner: str) -> dict[int, Any]:
        """What somebody has handed over and not let go of, the newest first: its number, and what it is about."""
        self.prepare()
        which = sa.select(_CONTENT.c.job, _CONTENT.c.content).where(_CONTENT.c.name == self._of(owner))
        with reading(self._engine) as connection:
            rows = connection.execute(which.order_by(_CONTENT.c.job.desc())).all()
        return {number: self._unpacked(bytes(content), number, self._of(owner)) for number, content in rows}

    def let_go(self, number: int, owner: str) -> None:
        """Its owner has no more use for what came of a job."""
        own = sa.select(_CONTENT.c.job).where(_CONTENT.c.name == self._of(owner))
        with writing(self._engine) as connection:
            connection.execute(sa.delete(_CONTENT).where(_CONTENT.c.job == number, _CONTENT.c.job.in_(own)))

    def _of(self, owner: str) -> str:
        return _OWNER + self._hashed(owner)

    def order(self, number: int) -> Any:
        """What a job is done with."""
        return self._read(number, _ORDER)

    def finish(self, number: int, outcome: object) -> None:
        """Keep what came of a job. Whoever asked can read it for a day."""
        with writing(self._engine) as connection:
            stays = (_CONTENT.c.name == _MARK) | _CONTENT.c.name.startswith(_OWNER)
            connection.execute(sa.delete(_CONTENT).where(_CONTENT.c.job == number, ~stays))
            self._write(connection, number, _OUTCOME, outcome)

    def outcome(self, number: int) -> Any:
        """What came of a job; None while it waits or goes on, Failed where it came to nothing."""
        outcome = self._read(number, _OUTCOME)
        if outcome is not None:
            return outcome
        asked = sa.text("SELECT status::text FROM procrastinate_jobs WHERE id = :number")
        with reading(self._engine) as connection:
            status = connection.scalar(asked, {"number": number})
        return None if status in {"todo", "doing"} else self._read(number, _OUTCOME) or Failed("broken-off")

    @contextmanager
    def marked(self, number: int, name: Callable[[sa.Connection], object]) -> Iterator[None]:
        """The first transaction that writes inside keeps with it that this job's is done, and what `name` reads there.
        A second one that does the same job is refused by the database (StoreFault `locked`)."""
        carried, written = CARRIED.get(), False

        def along(connection: sa.Connection) -> None:
            nonlocal written
            if not written:
                self._write(connection, number, _MARK, name(connection))
            if carried is not None:
                carried[0](connection)

        def kept() -> None:
            nonlocal written
            written = True
            if carried is not None:
                carried[1]()

        token = CARRIED.set((along, kept))
        try:
            yield
        finally:
            CARRIED.reset(token)

    def is_marked(self, number: int) -> bool:
        """Has the job's transaction been kept?"""
        return _MARK in self.noted(number)

    def mark(self, number: int) -> Any:
        """What was read when it was."""
        return self._read(number, _MARK)

    @contextmanager
    def claimed(self, what: str) -> Iterator[bool]:
        """Hold what one at a time may do, until the end or until this process is gone. False: another does."""
        own = {"class": _CLAIMS, "what": what}
        take = sa.text("SELECT pg_try_advisory_lock(:class, hashtext(current_schema() || ':' || :what))")
        give = sa.text("SELECT pg_advisory_unlock(:class, hashtext(current_schema() || ':' || :what))")
        with reading(self._engine) as connection:
            plain = connection.execution_options(isolation_level="AUTOCOMMIT")
            is_ours = bool(plain.scalar(take, own))
            try:
                yield is_ours
            finally:
                if is_ours:
                    plain.execute(give, own)

    def note(self, number: int, name: str, content: object) -> None:
        """Keep something of a job that goes on, until it is finished."""
        with writing(self._engine) as connection:
            connection.execute(sa.delete(_CONTENT).where(_CONTENT.c.job == number, _CONTENT.c.name == name))
            self._write(connection, number, name, content)

    def noted(self, number: int) -> frozenset[str]:
        """The names of what has been noted of a job."""
        with reading(self._engine) as connection:
            return frozenset(connection.scalars(sa.select(_CONTENT.c.name).where(_CONTENT.c.job == number)))

    def oldest_unfinished(self, task: str) -> int | None:
        """The job of a kind that goes on, or is the next to."""
        self.prepare()
        asked = "SELECT min(id) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND task_name = :task"
        with reading(self._engine) as connection:
            number: int | None = connection.scalar(sa.text(asked), {"task": task})
        return number

    def has_workers(self) -> bool:
        """Is anybody there who does what is handed over?"""
        self.prepare()
        heard = "last_heartbeat > now() - make_interval(secs => :fresh)"
        there = sa.text(f"SELECT count(*) FROM procrastinate_workers WHERE {heard}")  # noqa: S608 - our own words
        with reading(self._engine) as connection:
            return bool(connection.scalar(there, {"fresh": FRESH}))

    def unfinished(self) -> int:
        """How many jobs wait or go on."""
        self.prepare()
        asked = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
        with reading(self._engine) as connection:
            return int(connection.scalar(sa.text(asked)) or 0)

    def clock(self) -> datetime:
        """What time it is at the database, by which jobs are due."""
        with reading(self._engine) as connection:
            return connection.execute(sa.select(sa.func.now())).scalar_one()

    def tidy(self) -> None:
        """Let go of what was handed over and done a day ago."""
        with writing(self._engine) as connection:
            old = _CONTENT.c.at < sa.func.now() - sa.text("interval '1 day'")
            going = sa.text("job NOT IN (SELECT id FROM procrastinate_jobs WHERE status IN ('todo', 'doing'))")
            connection.execute(sa.delete(_CONTENT).where(old, going))

    def _write(self, connection: sa.Connection, number: int, name: str, content: object) -> None:
        values = {"job": number, "name": name, "content": self._packed(content, number, name)}
        connection.execute(sa.insert(_CONTENT), values)

    def _read(self, number: int, name: str) -> Any:
        self.prepare()
        asked = sa.select(_CONTENT.c.content).where(_CONTENT.c.job == number, _CONTENT.c.name == name)
        with reading(self._engine) as connection:
            packed = connection.scalar(asked)
        return None if packed is None else self._unpacked(bytes(packed), number, name)

    @functools.cached_property
    def _cipher(self) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - whoever only reads has no use for it

        return AESGCM(self._key)

    def _packed(self, content: object, number: int, name: str) -> bytes:
        """Unreadable without the key: a file that waits here holds rows of persons."""
        packed, nonce = zlib.compress(pickle.dumps(content, protocol=5), 1), os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, packed, _place(number, name))

    def _unpacked(self, sealed: bytes, number: int, name: str) -> Any:
        """Only what our own processes have written, and here, is unpacked: whoever has the database alone has not the
        key, and cannot put one job's content in another's place."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above

        try:
            packed = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(number, name))
        except (InvalidTag, ValueError):
            raise StoreFault("unreachable") from None
        return pickle.loads(zlib.decompress(packed))


def _place(number: int, name: str) -> bytes:
    return f"{number}:{name}".encode()


def queue_of(engine: sa.Engine, secret: SecretKey) -> JobQueue | None:
    """The database's queue; None where it is a file."""
    return JobQueue(engine, secret) if engine.dialect.name == "postgresql" else None


def _defer(connection: sa.Connection, task: str, lock: str | None) -> int:
    from procrastinate import App, SyncPsycopgConnector  # noqa: PLC0415 - where nothing is handed over, nobody waits

    job = App(connector=SyncPsycopgConnector()).configure_task(
        task, queue=QUEUE, lock=lock, connection=connection.connection.driver_connection
    )
    return int(job.defer())
