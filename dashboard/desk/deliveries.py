"""Owns the questions about deliveries: who has delivered what, what was said of it, and whose numbers are lacking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dashboard.counting.cells import ALL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, PeriodKind, of_year
from dashboard.desk.person import Action
from dashboard.desk.room import Room
from dashboard.publishing.deliveries import COME, Board, Delivery, State, newest
from dashboard.publishing.known import board_of
from data_sources.declared.deliverer import Deliverer
from data_sources.declared.table import Table
from data_sources.storing.deliveries import DeliveryBook, Word, WordKind


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
    contact: str
    email: str
    lacking: tuple[tuple[str, Period], ...]


class Deliveries(Room):
    """Days and organisations, and never how much."""

    def board(self) -> list[tuple[Table, list[Period], list[BoardRow]]]:
        """The tables that are delivered, the newest periods of each, and a row for everybody who delivers."""
        now = self._board()
        made = []
        for table in now.tables():
            every = {one: now.periods(one) for one in now.rows(table)}
            for rhythm in dict.fromkeys(one.rhythm for one in every):
                mine = {one: periods for one, periods in every.items() if one.rhythm == rhythm}
                shown = newest({p for periods in mine.values() for p in periods})
                rows = [
                    BoardRow(one, self.deliverer_name(one), {p: now.shown(one, p) for p in shown if p in periods})
                    for one, periods in mine.items()
                ]
                made.append((table, shown, rows))
        return made

    def never_delivered(self) -> list[Table]:
        """The tables nobody has ever delivered."""
        return self._board().unused()

    def open_deliveries(self) -> list[tuple[Deliverer, Period, State]]:
        """What is over and has not come, or not all of it, newest first: of this somebody may say that it is all."""
        now = self._board()
        return sorted(
            (
                (one, period, state)
                for table in now.tables()
                for one in now.rows(table)
                for period in newest(now.periods(one))
                if period.last < self.today() and (state := now.delivery(one, period).state) not in COME
            ),
            key=lambda found: (-found[1].last.toordinal(), found[0].table, found[0].place),
        )

    def owing(self) -> list[Owing]:
        """Who has something to deliver whose day has passed."""
        now = self._board()
        found: dict[tuple[str, str, str], list[tuple[str, Period]]] = {}
        for table in now.tables():
            for one in now.rows(table):
                late = [
                    p for p in newest(now.periods(one)) if now.delivery(one, p).state in {State.MISSING, State.PARTIAL}
                ]
                late = [p for p in late if now.delivery(one, p).due < self.today()]
                if late:
                    owner = (self.deliverer_name(one), one.contact, one.email)
                    found.setdefault(owner, []).extend((one.table, p) for p in late)
        return [Owing(*owner, tuple(sorted(lacking, key=lambda one: one[1]))) for owner, lacking in found.items()]

    def say(self, kind: WordKind, one: Deliverer, period: Period, *, at: datetime | None = None) -> None:
        """Say of a delivery that there was nothing, or that what has come is all."""
        with self.acting(Action.DELIVER, f"{one.table} {one.place} {period.code}"):
            self._delivery_book.say(kind, one.table, one.place, period.code, self.who, at)

    def do_without(self, municipality: str, period: Period, *, at: datetime | None = None) -> None:
        """Decide to publish the region's numbers of a reporting period without a municipality."""
        with self.acting(Action.PUBLISH, f"without {municipality} {period.code}", [municipality]):
            self._delivery_book.say(WordKind.WITHOUT, "", f"municipality:{municipality}", period.code, self.who, at)

    def words_of_deliveries(self) -> list[Word]:
        """What was said of deliveries and stands, newest first."""
        return self._delivery_book.words()[::-1]

    def overtaken(self) -> list[Word]:
        """What was said to be nothing, of which rows have come since."""
        return self._board().overtaken()

    def withdraw_word(self, number: int) -> bool:
        """Take back what was said of a delivery."""
        with self.acting(Action.DELIVER, f"word {number}"):
            return self._delivery_book.withdraw(number, self.who)

    def missing(self, indicator: str, period: Period) -> list[str]:
        """The municipalities of which an indicator's period has not come, in the model's order; also those that its
        numbers were published without."""
        return self._in_order(self._board().turnout(BY_KEY[indicator].family, period).missing)

    def without(self, indicator: str, period: Period) -> list[str]:
        """The municipalities that a published period of an indicator was published without, in the model's order."""
        entry = self._ledger.latest(self._until, self._upto).get((BY_KEY[indicator].family.key, period.code))
        return self._in_order(self._ledger.without(entry)) if entry else []

    def lacking(self, period: Period) -> list[str]:
        """The municipalities that any published number of the region lacks in a period, in the model's order."""
        latest = self._ledger.latest(self._until, self._upto)
        entries = [latest[family.key, period.code] for family in FAMILIES if (family.key, period.code) in latest]
        lacked = [self._ledger.without(entry) for entry in entries]
        return self._in_order({place for places in lacked if ALL not in places for place in places})

    def deliverer_name(self, one: Deliverer) -> str:
        """An organisation's name as people know it."""
        return one.source or self.model.name_of(one.municipality or one.team or "")

    def reporting_periods(self, period: Period) -> list[Period]:
        """The reporting periods that a period touches."""
        every = of_year(PeriodKind(self.model.reporting_period), period.year)
        return [p for p in every if p.last >= period.first and p.first <= period.last]

    def name_of_place(self, place: str) -> str:
        """The name behind "municipality:gjovik", "team:fact" or "source:Sykehuset"."""
        kind, _, key = place.partition(":")
        parts = self.model.municipality if kind == "municipality" else self.model.team
        return next((part.name for part in parts if part.key == key), key)

    def _in_order(self, places: Sequence[str] | frozenset[str] | set[str]) -> list[str]:
        return [place.key for place in self.model.municipality if place.key in places]

    def _board(self) -> Board:
        return board_of(self._store, self.model, self.today())

    @property
    def _delivery_book(self) -> DeliveryBook:
        return DeliveryBook(self._store.engine)
