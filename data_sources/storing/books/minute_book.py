"""Owns the minute book: decisions with their measures, notes on municipalities, causes. Every version is kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from data_sources.parsing.national_ids import holds_number
from data_sources.storing.books.versioned import Overtaken, Versions
from data_sources.storing.books.versioned import moment as written_at
from data_sources.storing.database import reading, writing
from data_sources.storing.schema import CAUSE, DECISION, NOTE

LONGEST = 1000  # characters of a text; minutes are short


class State(StrEnum):
    """What has become of an entry. Nothing is ever removed: what should not stand is withdrawn, with a reason."""

    STANDING = "standing"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class MinuteFault(Exception):  # noqa: N818 - an answer to the person at the screen
    """An entry that is not written down. `reason`: empty, too-long, identity-number, reason-missing, backwards, gone,
    twice (the same was written a moment ago), or overtaken: somebody else has written a newer version than the one that
    was read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Decision:
    """One version of what a meeting decided. With somebody responsible, or a date, it is a measure to be carried out.

    `goal` is a goal's key, or empty; `place` a municipality's key, or "all". `number` is the same in every version.
    """

    number: int
    version: int
    goal: str
    place: str
    text: str
    case_number: str
    decided_on: date
    responsible: str
    due: date | None
    state: str
    reason: str
    at: datetime
    by: str

    @property
    def is_measure(self) -> bool:
        """Is there something to be done, and not only something decided?"""
        return bool(self.responsible or self.due)

    @property
    def is_open(self) -> bool:
        """Does it wait to be done?"""
        return self.is_measure and self.state == State.STANDING

    def is_overdue(self, today: date) -> bool:
        """Should it have been done before today?"""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True)
class Note:
    """One version of what somebody knows of a municipality in a stretch of time: why the numbers are as they are."""

    number: int
    version: int
    place: str
    first: date
    last: date
    text: str
    state: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Cause:
    """One version of why a goal is not where it should be. `goal`: its key; `place`: a municipality's key, or "all"."""

    number: int
    version: int
    goal: str
    place: str
    text: str
    state: str
    reason: str
    at: datetime
    by: str


Written = TypeVar("Written", Decision, Note, Cause)


class _Chapter(Generic[Written]):
    """One kind of entries. A change is a new version beside the old ones."""

    def __init__(self, engine: sa.Engine, table: sa.Table, kind: type[Written], at: datetime | None) -> None:
        self._engine, self._versions, self._at = engine, Versions(table, "number"), at
        self._kind: type[Written] = kind

    def newest(self) -> list[Written]:
        """Every entry as it stands now, in the order they were first written."""
        with reading(self._engine) as connection:
            return list({entry.number: entry for entry in self._read(connection)}.values())

    def history_since(self, moment: datetime) -> list[Written]:
        """Entries first written since a moment (UTC), as they were first written."""
        with reading(self._engine) as connection:
            return [entry for entry in self._read(connection) if entry.version == 1 and entry.at >= moment]

    def history(self, number: int) -> list[Written]:
        """Every version of an entry, oldest first."""
        with reading(self._engine) as connection:
            return self._read(connection, number)

    def add(self, by: str, **written: Any) -> Written:
        """Write a new entry down. Raises MinuteFault."""
        with writing(self._engine) as connection:
            number = self._versions.next_number(connection)
            first = {"state": State.STANDING, "reason": "", **written, "number": number, "version": 1}
            return self._write(connection, first, by, read=0)

    def revise(self, number: int, seen: int, by: str, **changes: Any) -> Written:
        """A new version of an entry; `seen` is the version that was read. Raises MinuteFault."""
        with writing(self._engine) as connection:
            versions = self._read(connection, number)
            if not versions:
                raise MinuteFault("gone")
            unchanged = all(getattr(versions[-1], name) == value for name, value in changes.items())
            if versions[-1].version == seen and unchanged:
                return versions[-1]
            later = {**asdict(versions[-1]), **changes, "version": seen + 1}
            return self._write(connection, later, by, read=seen)

    def _read(self, connection: sa.Connection, number: int | None = None) -> list[Written]:
        return [self._kind(**row) for row in self._versions.every(connection, number)]

    def _write(self, connection: sa.Connection, written: Mapping[str, Any], by: str, read: int) -> Written:
        tidy: dict[str, Any] = {
            name: " ".join(value.split()) if isinstance(value, str) else value
            for name, value in {**written, "at": self._at or written_at(), "by": by}.items()
        }
        entry: Written = self._kind(**tidy)
        _check(entry)
        try:
            self._versions.add(connection, asdict(entry), read)
        except Overtaken:
            raise MinuteFault("overtaken") from None
        return entry


def _check(entry: Decision | Note | Cause) -> None:
    """What may be written down. No text of a person's number is kept, wherever it was typed."""
    texts = [value for value in asdict(entry).values() if isinstance(value, str)]
    if not entry.text:
        raise MinuteFault("empty")
    if any(len(text) > LONGEST for text in texts):
        raise MinuteFault("too-long")
    if any(holds_number(text) for text in texts):
        raise MinuteFault("identity-number")
    if entry.state == State.WITHDRAWN and not entry.reason:
        raise MinuteFault("reason-missing")
    if isinstance(entry, Note) and entry.last < entry.first:
        raise MinuteFault("backwards")


class MinuteBook:
    """Decisions, notes and causes of one database. There is no way to change or remove a version. `at`: the moment that
    is written down, where it is not this one."""

    def __init__(self, engine: sa.Engine, at: datetime | None = None) -> None:
        self.decisions: _Chapter[Decision] = _Chapter(engine, DECISION, Decision, at)
        self.notes: _Chapter[Note] = _Chapter(engine, NOTE, Note, at)
        self.causes: _Chapter[Cause] = _Chapter(engine, CAUSE, Cause, at)
