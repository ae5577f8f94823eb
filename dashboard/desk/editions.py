"""Owns what the numbers were at some time: a day, or exactly one publication; and what is new since the one before."""

import copy
import functools
import re
import threading
from datetime import UTC, date, datetime
from typing import Self

from dashboard.desk.answers.recent import Recent
from dashboard.desk.lookup import Lookup

_CODE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.(\d{1,9}))?", re.ASCII)

_MOST_READ = 6  # editions held at a time; each is some megabytes


def edition_of(code: str) -> tuple[date, int | None] | None:
    """The day, and the last publication counted, that "2026-03-12" or "2026-03-12.137" names; None for neither."""
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), int(match[2]) if match[2] else None
    except ValueError:
        return None


class Editions(Lookup):
    """An edition's code is the same in every language, and stands in links: a day, or a day and a publication."""

    def pin(self) -> str:
        """The code of exactly what this desk shows: its day, and the last publication it counts."""
        newest = max((entry.id for entry in self._ledger.latest(self._until, self._upto).values()), default=0)
        return f"{self.seen_on().isoformat()}.{newest}"

    @property
    def is_pinned(self) -> bool:
        """Does this desk show one exact publication, whatever comes after it?"""
        return self._upto is not None

    def at(self, code: str) -> Self | None:
        """The same desk with the numbers, and the verdicts, of an edition; None where there is no such edition."""
        edition = edition_of(code)
        if edition is None:
            return None
        day, last = edition
        days, today = {entry.id: entry.at.date() for entry in self._ledger.publications()} | {0: date.min}, self.today()
        clock = datetime.now(UTC).date()
        # A number nobody has published, or a day that is to come, is nothing we can show; unless the numbers themselves
        # are of a day to come, by a clock that was set back since.
        if (last is not None and last not in days) or (day > today and not (last and days[last] > clock)):
            return None
        # What was read for one reader serves the next: an edition is read from the ledger once.
        return self._read.of((code, max(days)), lambda: self._reading(day, last)).asked_by(self.person)

    def _reading(self, day: date, last: int | None) -> Self:
        kept = copy.copy(self)
        kept._until, kept._upto, kept._held, kept._lock = day, last, None, threading.Lock()
        kept.publishing = None
        return kept

    @functools.cached_property
    def _read(self) -> Recent:
        return Recent(_MOST_READ)
