"""Owns the questions about what was decided and what is known: decisions, open measures, notes, in every version."""

import functools
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dashboard.counting.cells import ALL
from dashboard.desk.identity.person import Action
from dashboard.desk.room import Room
from data_sources.parsing.dates import MONTHS, parse_date
from data_sources.reading.cells import Kind
from data_sources.storing.books.minute_book import Cause, Decision, MinuteBook, MinuteFault, Note, State

_CASE = re.compile(r"^(?:sak|case)\s+(?:nr\.?\s*)?(\d+\s?/\s?\d+)\s*[:.,–-]?\s*", re.IGNORECASE)
_MONTH = re.compile(r"([a-zæøå]+)\.?\s*(\d{4})?", re.IGNORECASE)


class Minutes(Room):
    """Written by somebody at the screen; a change never takes what was there before away."""

    def decisions(self, goal: str | None = None, place: str | None = None) -> list[Decision]:
        """What stands or is done, newest first: of a goal, and of a place and the whole region where one is named."""
        entries = [
            entry
            for entry in self._store.turn.once("decisions", self._book.decisions.newest)
            if entry.state != State.WITHDRAWN
            and goal in {None, entry.goal}
            and (place in {None, ALL} or entry.place in {place, ALL})
        ]
        return sorted(entries, key=lambda entry: (entry.decided_on, entry.number), reverse=True)

    def withdrawn(self) -> list[Decision]:
        """What was decided once and does not stand any more."""
        return [entry for entry in self._book.decisions.newest() if entry.state == State.WITHDRAWN]

    def measures(self) -> list[Decision]:
        """What waits to be done: over its date first, then the next, and last what has no date."""
        waiting = [entry for entry in self.decisions() if entry.is_open]
        return sorted(waiting, key=lambda entry: (entry.due or date.max, entry.number))

    def decide(
        self,
        text: str,
        *,
        goal: str = "",
        place: str = ALL,
        responsible: str = "",
        due: str = "",
        case_number: str = "",
        decided_on: date | None = None,
    ) -> Decision:
        """Write a decision down. A text that begins "Sak 14/26:" names its case. Raises MinuteFault, StoreFault."""
        case, wording = _case_in(text)
        self._ask_of_twice(wording, goal, place)
        with self.acting(Action.DECIDE, goal or place, [place]):
            return self._book.decisions.add(
                self.who,
                goal=goal,
                place=place,
                text=wording,
                case_number=case_number or case,
                decided_on=decided_on or self.today(),
                responsible=responsible,
                due=self.day_in(due),
            )

    def _ask_of_twice(self, text: str, goal: str, place: str) -> None:
        """The same decision within a minute is mostly a key pressed twice: asked about once. Raises MinuteFault."""
        tidy, moment = " ".join(text.split()), self.moment or datetime.now(UTC).replace(tzinfo=None)
        entries = self._book.decisions.history_since(moment - timedelta(minutes=1))
        same = any(
            (entry.text, entry.goal, entry.place, entry.by) == (tidy, goal, place, self.who) for entry in entries
        )
        asked = (tidy, goal, place, self.who)
        if same and asked not in self._asked_twice:
            self._asked_twice.add(asked)
            raise MinuteFault("twice")
        self._asked_twice.discard(asked)

    @functools.cached_property
    def _asked_twice(self) -> set[tuple[str, str, str, str]]:
        return set()

    def revise(self, number: int, seen: int, **changes: Any) -> Decision:
        """A new version of a decision; `seen` is the version that was read. Raises MinuteFault, StoreFault."""
        if isinstance(changes.get("due"), str):
            changes["due"] = self.day_in(changes["due"])
        written = self.decision(number)
        with self.acting(Action.DECIDE, f"decision {number}", [written.place] if written else []):
            return self._book.decisions.revise(number, seen, self.who, **changes)

    def decision(self, number: int) -> Decision | None:
        """One decision as it stands now."""
        return next(iter(self.history_of(number)[-1:]), None)

    def history_of(self, number: int) -> Sequence[Decision]:
        """Every version of a decision, oldest first."""
        return self._book.decisions.history(number)

    def notes(self, place: str) -> list[Note]:
        """What is known of a municipality, newest stretch of time first; for the whole region, of all of them."""
        entries = [
            entry
            for entry in self._store.turn.once("notes", self._book.notes.newest)
            if entry.state == State.STANDING and place in {entry.place, ALL}
        ]
        return sorted(entries, key=lambda entry: (entry.last, entry.first), reverse=True)

    def withdrawn_notes(self, place: str) -> list[Note]:
        """Notes of a municipality that do not stand any more."""
        every = self._book.notes.newest()
        return [entry for entry in every if entry.state == State.WITHDRAWN and place in {entry.place, ALL}]

    def note(self, place: str, first: date, last: date, text: str) -> Note:
        """Write a note down. Raises MinuteFault, StoreFault."""
        with self.acting(Action.NOTE, place, [place]):
            return self._book.notes.add(self.who, place=place, first=first, last=last, text=text)

    def revise_note(self, number: int, seen: int, **changes: Any) -> Note:
        """A new version of a note. Raises MinuteFault, StoreFault."""
        places = {entry.place for entry in self._book.notes.history(number)}
        with self.acting(Action.NOTE, f"note {number}", places):
            return self._book.notes.revise(number, seen, self.who, **changes)

    def cause(self, goal: str, place: str = ALL) -> Cause | None:
        """Why a goal is not where it should be in a place, as it stands; None where nobody has written it."""
        every = self._store.turn.once("causes", self._book.causes.newest)
        standing = [entry for entry in every if entry.state == State.STANDING]
        return next((entry for entry in reversed(standing) if (entry.goal, entry.place) == (goal, place)), None)

    def causes_written(self, goal: str, place: str = ALL) -> list[Cause]:
        """Every version of what was written of a goal in a place, oldest first; also what was withdrawn."""
        numbers = [one.number for one in self._book.causes.newest() if (one.goal, one.place) == (goal, place)]
        return [version for number in numbers for version in self._book.causes.history(number)]

    def give_cause(self, goal: str, text: str, *, place: str = ALL, seen: Cause | None = None) -> Cause:
        """Write down why a goal is not where it should be; `seen` is what stood when that was begun. Raises
        MinuteFault, StoreFault."""
        with self.acting(Action.DECIDE, f"cause {goal}", [place]):
            if seen is not None:
                return self._book.causes.revise(seen.number, seen.version, self.who, text=text)
            if self.cause(goal, place) is not None:
                raise MinuteFault("overtaken")
            return self._book.causes.add(self.who, goal=goal, place=place, text=text)

    def withdraw_cause(self, seen: Cause, reason: str) -> Cause:
        """A cause that holds no longer stays to be read. Raises MinuteFault, StoreFault."""
        with self.acting(Action.DECIDE, f"cause {seen.goal}", [seen.place]):
            changes = {"state": State.WITHDRAWN, "reason": reason}
            return self._book.causes.revise(seen.number, seen.version, self.who, **changes)

    def day_in(self, text: str) -> date | None:
        """The day somebody typed as a date to come: 31.12.2026, 31.12, 1. mars, mars 2027; None for nothing typed.

        Without a year it is the next such day; a month is its last day. Raises MinuteFault.
        """
        typed = " ".join(text.split())
        if not typed:
            return None
        today = self.today()
        if (month := _MONTH.fullmatch(typed)) and month[1].casefold() in MONTHS:
            number = MONTHS[month[1].casefold()]
            year = int(month[2] or (today.year if number >= today.month else today.year + 1))
            return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
        parsed = parse_date(typed, Kind.TEXT)
        if parsed.fault == "date-without-year":
            years = [parse_date(f"{typed.rstrip('. ')}.{today.year + ahead}", Kind.TEXT) for ahead in (0, 1)]
            days = [reading.value for reading in years if isinstance(reading.value, date)]
            return next((day for day in days if day >= today), days[-1] if days else _unreadable())
        return parsed.value if isinstance(parsed.value, date) else _unreadable()

    @property
    def _book(self) -> MinuteBook:
        return MinuteBook(self._store.engine, self.moment)


def _unreadable() -> date:
    raise MinuteFault("due")


def _case_in(text: str) -> tuple[str, str]:
    """A case named at the beginning of a text, and the rest."""
    match = _CASE.match(text.strip())
    return (match[1].replace(" ", ""), text.strip()[match.end() :]) if match else ("", text)
