"""Owns the goal book: every goal in every version, who changed it, when, and from which day it holds.

A goal begins in the model file. With its first change it moves here, the file's version first, and stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from pydantic import ValidationError

from data_sources.declared.model_parts import GoalEntry
from data_sources.parsing.national_ids import holds_number
from data_sources.storing.books.versioned import Overtaken, Versions, moment
from data_sources.storing.database import reading, writing
from data_sources.storing.schema import GOAL

LONGEST = 300  # characters of a name, of who answers for it, of a reason


class GoalState(StrEnum):
    """What has become of a goal. Nothing is removed: what no longer holds is ended, with a reason."""

    STANDING = "standing"
    ENDED = "ended"


class GoalFault(Exception):  # noqa: N818 - an answer to the person at the screen
    """A goal that is not written down. `reason` is a code for words; overtaken: somebody else has written a newer
    version than the one that was read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class GoalVersion:
    """A goal as it was decided once. `valid_from` None: from the beginning. `version` 0 is the model file's, not yet
    written here. `case_number` and `decided_on` name the meeting; both empty while it is a proposal."""

    key: str
    version: int
    entry: GoalEntry
    valid_from: date | None = None
    case_number: str = ""
    decided_on: date | None = None
    state: str = GoalState.STANDING
    reason: str = ""
    at: datetime | None = None
    by: str = ""


class GoalBook:
    """The goals of one database. There is no way to change or remove a version. `at`: as in a `MinuteBook`."""

    def __init__(self, engine: sa.Engine, at: datetime | None = None) -> None:
        self._engine, self._versions, self._at = engine, Versions(GOAL, "key"), at

    def versions(self, file: Iterable[GoalEntry], until: date | None = None) -> dict[str, list[GoalVersion]]:
        """Every goal's versions, oldest first: those of the model file, and those added here.

        `until`: as they were known on that day.
        """
        with reading(self._engine) as connection:
            written = [version for version in self._read(connection) if _known(version, until)]
        goals: dict[str, list[GoalVersion]] = {entry.key: [] for entry in file}
        for version in written:
            goals.setdefault(version.key, []).append(version)
        for entry in file:
            if not goals[entry.key]:
                goals[entry.key] = [GoalVersion(entry.key, 0, entry)]
        return goals

    def write(self, before: GoalVersion | None, after: GoalVersion, by: str) -> GoalVersion:
        """Write a version down after the one that was read (None: a new goal). Raises GoalFault, StoreFault."""
        _check(after)
        at = self._at or moment()
        with writing(self._engine) as connection:
            newest = before.version if before else 0
            try:
                if before is not None and newest == 0:
                    self._add(connection, replace(before, version=1, at=before.at or at, by=""), 0)
                    newest = 1
                return self._add(connection, replace(after, version=newest + 1, at=at, by=by), newest)
            except Overtaken:
                raise GoalFault("overtaken") from None

    def _read(self, connection: sa.Connection) -> list[GoalVersion]:
        versions = []
        for row in self._versions.every(connection):
            try:
                entry = GoalEntry.model_validate_json(row.pop("content"))
            except ValidationError:
                continue  # written by a later version of Samspill, with parts this one does not know
            versions.append(GoalVersion(**row, entry=entry))
        return versions

    def _add(self, connection: sa.Connection, version: GoalVersion, read: int) -> GoalVersion:
        row = {name: value for name, value in vars(version).items() if name != "entry"}
        self._versions.add(connection, {**row, "content": version.entry.model_dump_json()}, read)
        return version


def _known(version: GoalVersion, until: date | None) -> bool:
    return until is None or version.by == "" or (version.at is not None and version.at.date() <= until)


def valid(versions: Iterable[GoalVersion], day: date) -> GoalVersion | None:
    """The version that holds on a day: the newest of those whose day has come. None before any, or once ended."""
    begun = [version for version in versions if version.valid_from is None or version.valid_from <= day]
    newest = max(begun, key=lambda version: version.version, default=None)
    return newest if newest and newest.state == GoalState.STANDING else None


def coming(versions: Iterable[GoalVersion], day: date) -> list[GoalVersion]:
    """What is decided and holds from a day to come."""
    return [version for version in versions if version.valid_from is not None and version.valid_from > day]


def _check(version: GoalVersion) -> None:
    """What may be written down, whatever the indicator. No text of a person's number is kept."""
    entry = version.entry
    texts = [*entry.name.values(), entry.responsible, version.case_number, version.reason]
    if not any(name.strip() for name in entry.name.values()):
        raise GoalFault("name-missing")
    if any(len(text) > LONGEST for text in texts):
        raise GoalFault("too-long")
    if any(holds_number(text) for text in texts):
        raise GoalFault("identity-number")
    if version.state == GoalState.ENDED and not version.reason.strip():
        raise GoalFault("reason-missing")
    if entry.kind != "keep" and entry.due is None:
        raise GoalFault("due-missing")
    if entry.kind == "reach" and (entry.baseline is None or entry.baseline_on is None):
        raise GoalFault("baseline-missing")
    if entry.due and entry.baseline_on and entry.due <= entry.baseline_on:
        raise GoalFault("due-before-baseline")
