"""Owns the audit log: who did what to which object, when, in what role, and what came of it. It only grows.

Every entry carries a seal of itself and of the one before, made with the installation's key: whoever changes, removes
or puts in an entry without the key breaks the chain from there on. That the newest entries are gone is seen by
holding the head against one that was written down elsewhere.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from data_sources.storing.books.versioned import moment
from data_sources.storing.database import CARRIED, reading, writing
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.people_schema import AUDIT

_SLICE = 2_000
LONGEST = 200


@dataclass(frozen=True)
class Deed:
    """What somebody did, before it has its place in the log. `object` is a code or a key, never a value."""

    who: str
    role: str
    action: str
    object: str
    outcome: str


@dataclass(frozen=True)
class AuditEntry:
    """A deed in its place."""

    number: int
    at: datetime
    who: str
    role: str
    action: str
    object: str
    outcome: str
    seal: str


@dataclass(frozen=True)
class Verdict:
    """How many entries there are, the seal of the last, and the first one that does not fit; None where all do."""

    entries: int
    head: str
    broken: int | None


class AuditLog:
    """One database's log. Every method raises StoreFault."""

    def __init__(self, engine: sa.Engine, secret: SecretKey) -> None:
        self._engine, self._seal = engine, secret.hashed("audit")

    def write(self, *deeds: Deed) -> None:
        """Put deeds into the log, in a transaction of their own."""
        with writing(self._engine) as connection:
            for deed in deeds:
                self.append(connection, deed)

    def append(self, connection: sa.Connection, deed: Deed) -> None:
        """Put a deed into the log in somebody else's transaction: both are kept, or neither."""
        last = connection.execute(sa.select(AUDIT).order_by(AUDIT.c.number.desc()).limit(1)).one_or_none()
        at = moment()
        values = {name: " ".join(str(value).split())[:LONGEST] for name, value in vars(deed).items()}
        entry = AuditEntry((last.number if last else 0) + 1, at, **values, seal="")
        seal = self._sealed(last.seal if last else "", entry)
        connection.execute(sa.insert(AUDIT), {**vars(entry), "seal": seal})

    @contextlib.contextmanager
    def carrying(self, deed: Deed) -> Iterator[Callable[[], bool]]:
        """The first transaction that writes inside keeps this deed with it. Gives: has it been written down?"""
        written = False

        def along(connection: sa.Connection) -> None:
            nonlocal written
            if not written:
                self.append(connection, deed)

        def kept() -> None:
            nonlocal written
            written = True

        token = CARRIED.set((along, kept))
        try:
            yield lambda: written
        finally:
            CARRIED.reset(token)

    def entries(
        self, *, before: int | None = None, limit: int = 200, action: str = "", who: str = ""
    ) -> list[AuditEntry]:
        """The newest first; `before`: older than this number."""
        query = sa.select(AUDIT).order_by(AUDIT.c.number.desc()).limit(limit)
        for column, value in ((AUDIT.c.action, action), (AUDIT.c.who, who)):
            query = query.where(column == value) if value else query
        query = query.where(AUDIT.c.number < before) if before is not None else query
        with reading(self._engine) as connection:
            return [AuditEntry(**row._asdict()) for row in connection.execute(query)]

    def verify(self) -> Verdict:
        """Go through the whole chain from the first entry."""
        before, number, broken = "", 0, None
        query = sa.select(AUDIT).order_by(AUDIT.c.number).execution_options(yield_per=_SLICE)
        with reading(self._engine) as connection:
            for row in connection.execute(query):
                entry = AuditEntry(**row._asdict())
                if broken is None and (entry.number != number + 1 or entry.seal != self._sealed(before, entry)):
                    broken = min(entry.number, number + 1)
                before, number = entry.seal, number + 1
        return Verdict(number, before, broken)

    def _sealed(self, before: str, entry: AuditEntry) -> str:
        fields = (
            before,
            entry.number,
            entry.at.isoformat(),
            entry.who,
            entry.role,
            entry.action,
            entry.object,
            entry.outcome,
        )
        return self._seal(repr(fields))
