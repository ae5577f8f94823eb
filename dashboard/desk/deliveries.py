"""Owns the questions about deliveries: who has delivered what, when, and what was said of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.counting.period import Period, PeriodKind, of_year
from dashboard.desk.identity.person import Action
from dashboard.desk.lacking import Lacking
from dashboard.publishing.deliveries import COME, Board, Delivery, State
from data_sources.declared.deliverer import Deliverer, delivered_tables, deliverers
from data_sources.declared.spelling import fold
from data_sources.declared.table import Table
from data_sources.storing.books.deliveries import Word, WordKind

SHOWN = 12  # periods on the board, the newest
_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class BoardRow:
    """One deliverer on the board: `name` as people know it, and how each shown period stands."""

    deliverer: Deliverer
    name: str
    cells: dict[Period, Delivery]


@dataclass(frozen=True)
class Owing:
    """What one owner has not delivered although its day has passed: (table, period), oldest first."""

    name: str
    contacts: tuple[str, ...]
    email: str
    lacking: tuple[tuple[str, Period], ...]


class Deliveries(Lacking):
    """Days and organisations, and never how much."""

    def board(self) -> list[tuple[Table, list[Period], list[BoardRow]]]:
        """The tables that are delivered, the newest periods of each, and a row for everybody who delivers."""
        board = self._board()
        return [
            (
                table,
                shown,
                [
                    BoardRow(deliverer, self.deliverer_name(deliverer), {p: board.shown(deliverer, p) for p in periods})
                    for deliverer, periods in expected.items()
                ],
            )
            for table, shown, expected in _asked_about(board)
        ]

    def never_delivered(self) -> list[Table]:
        """The tables nobody has ever delivered."""
        return self._board().unused()

    def open_deliveries(self) -> list[tuple[Deliverer, Period, State]]:
        """What is over and has not come, or not all of it, newest first: of this somebody may say that it is all."""
        board = self._board(now=True)
        return sorted(
            (
                (deliverer, period, state)
                for _, _, expected in _asked_about(board)
                for deliverer, periods in expected.items()
                for period in periods
                if period.last < self.today() and (state := board.delivery(deliverer, period).state) not in COME
            ),
            key=lambda delivery: (-delivery[1].last.toordinal(), delivery[0].table, delivery[0].place),
        )

    def owing(self, *, now: bool = True) -> list[Owing]:
        """Who has something to deliver whose day has passed: one of an organisation and address, whoever in it. `now`,
        or as it was on the day that is looked at."""
        board = self._board(now=now)
        lacking_of: dict[tuple[str, str], list[tuple[str, Period]]] = {}
        contacts: dict[tuple[str, str], dict[str, None]] = {}
        for _, _, expected in _asked_about(board):
            for deliverer, periods in expected.items():
                late = [p for p in periods if board.delivery(deliverer, p).is_owed(board.today)]
                if late:
                    owner = (self.deliverer_name(deliverer), deliverer.email)
                    contacts.setdefault(owner, {})[deliverer.contact] = None
                    lacking_of.setdefault(owner, []).extend((deliverer.table, p) for p in late)
        return [
            Owing(
                name, tuple(filter(None, contacts[name, email])), email, tuple(sorted(lacking, key=lambda one: one[1]))
            )
            for (name, email), lacking in lacking_of.items()
        ]

    def calendars(self) -> dict[str, list[Deliverer]]:
        """What a calendar may subscribe to: a name for an address → what that organisation delivers."""
        deliverers_of: dict[str, list[Deliverer]] = {}
        for table in delivered_tables():
            for deliverer in deliverers(self.model, table):
                key = (
                    deliverer.municipality
                    or deliverer.team
                    or _NOT_IN_ADDRESS.sub("-", fold(deliverer.source or "")).strip("-")
                )
                deliverers_of.setdefault(key, []).append(deliverer)
        return deliverers_of

    def due_dates(self, owned: Sequence[Deliverer], first: date, last: date) -> list[tuple[Deliverer, Period, date]]:
        """The days between two on which deliveries are due, with what is to be delivered."""
        dated = []
        for deliverer in owned:
            kind = PeriodKind(deliverer.rhythm)
            for period in (p for year in range(first.year - 1, last.year + 1) for p in of_year(kind, year)):
                due = period.last + timedelta(days=deliverer.days)
                expected = period.last >= (deliverer.since or period.last) and period.first <= (
                    deliverer.until or period.first
                )
                if expected and first <= due <= last:
                    dated.append((deliverer, period, due))
        return dated

    def note_reminder(self, owing: Owing, month: str) -> bool:
        """Write down that somebody is reminded; False where that is done already."""
        return self._delivery_book.note_reminder(f"{owing.name} {owing.email}", month)

    def forget_reminder(self, owing: Owing, month: str) -> None:
        """A reminder that could not be sent is none."""
        self._delivery_book.forget_reminder(f"{owing.name} {owing.email}", month)

    def say(self, kind: WordKind, deliverer: Deliverer, period: Period) -> None:
        """Say of a delivery that there was nothing, or that what has come is all."""
        with self.acting(Action.DELIVER, f"{deliverer.table} {deliverer.place} {period.code}"):
            self._delivery_book.say(kind, deliverer.table, deliverer.place, period.code, self.who, self.moment)

    def do_without(self, municipality: str, period: Period) -> None:
        """Decide to publish the region's numbers of a reporting period without a municipality."""
        with self.acting(Action.PUBLISH, f"without {municipality} {period.code}", [municipality]):
            self._delivery_book.say(
                WordKind.WITHOUT, "", f"municipality:{municipality}", period.code, self.who, self.moment
            )

    def words_of_deliveries(self) -> list[Word]:
        """What was said of deliveries and stands, newest first."""
        return self._delivery_book.words()[::-1]

    def overtaken(self) -> list[Word]:
        """What was said to be nothing, of which rows have come since, as it was on the day that is looked at."""
        return self._board().overtaken()

    def withdraw_word(self, number: int) -> bool:
        """Take back what was said of a delivery."""
        with self.acting(Action.DELIVER, f"word {number}"):
            return self._delivery_book.withdraw(number, self.who)


def _asked_about(board: Board) -> Iterator[tuple[Table, list[Period], dict[Deliverer, list[Period]]]]:
    """For every table and rhythm the newest periods, and which of them each deliverer is expected to deliver: what the
    board shows, reminders write of, and nobody is asked about more."""
    for table in board.tables():
        every = {deliverer: board.periods(deliverer) for deliverer in board.rows(table)}
        for rhythm in dict.fromkeys(deliverer.rhythm for deliverer in every):
            in_rhythm = {deliverer: periods for deliverer, periods in every.items() if deliverer.rhythm == rhythm}
            shown = sorted({p for periods in in_rhythm.values() for p in periods})[-SHOWN:]
            expected = {deliverer: [p for p in shown if p in periods] for deliverer, periods in in_rhythm.items()}
            yield table, shown, {deliverer: periods for deliverer, periods in expected.items() if periods}
