"""Owns the questions about deliveries: who has delivered what, what was said of it, and whose numbers are lacking."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from dashboard.counting.cells import ALL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import MONTHS_IN, Period, PeriodKind, from_code, of_year
from dashboard.desk.person import Action
from dashboard.desk.room import Room
from dashboard.publishing.deliveries import COME, Board, Delivery, State, newest
from dashboard.publishing.situation import board_of
from dashboard.wall.published import Published, Sign
from data_sources.declared.deliverer import Deliverer, delivered_tables, deliverers
from data_sources.declared.spelling import fold
from data_sources.declared.table import Table
from data_sources.declared.tables import BY_NAME
from data_sources.storing.batches import Batch
from data_sources.storing.deliveries import DeliveryBook, Word, WordKind

_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")
ENOUGH_TO_RECORD = 100  # appointments of which one would have been cancelled, or missed, if that were written down
DAYS_OF_A_YEAR, MONTHS_OF_A_YEAR = 365, 12


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
        board = self._board()
        parts = []
        for table in board.tables():
            every = {deliverer: board.periods(deliverer) for deliverer in board.rows(table)}
            for rhythm in dict.fromkeys(deliverer.rhythm for deliverer in every):
                in_rhythm = {deliverer: periods for deliverer, periods in every.items() if deliverer.rhythm == rhythm}
                shown = newest({p for periods in in_rhythm.values() for p in periods})
                rows = [
                    BoardRow(
                        deliverer,
                        self.deliverer_name(deliverer),
                        {p: board.shown(deliverer, p) for p in shown if p in periods},
                    )
                    for deliverer, periods in in_rhythm.items()
                ]
                parts.append((table, shown, rows))
        return parts

    def never_delivered(self) -> list[Table]:
        """The tables nobody has ever delivered."""
        return self._board().unused()

    def open_deliveries(self) -> list[tuple[Deliverer, Period, State]]:
        """What is over and has not come, or not all of it, newest first: of this somebody may say that it is all."""
        board = self._board()
        return sorted(
            (
                (deliverer, period, state)
                for table in board.tables()
                for deliverer in board.rows(table)
                for period in newest(board.periods(deliverer))
                if period.last < self.today() and (state := board.delivery(deliverer, period).state) not in COME
            ),
            key=lambda delivery: (-delivery[1].last.toordinal(), delivery[0].table, delivery[0].place),
        )

    def owing(self) -> list[Owing]:
        """Who has something to deliver whose day has passed."""
        board = self._board()
        lacking_of: dict[tuple[str, str, str], list[tuple[str, Period]]] = {}
        for table in board.tables():
            for deliverer in board.rows(table):
                late = [
                    p
                    for p in newest(board.periods(deliverer))
                    if board.delivery(deliverer, p).state in {State.MISSING, State.PARTIAL}
                ]
                late = [p for p in late if board.delivery(deliverer, p).due < self.today()]
                if late:
                    owner = (self.deliverer_name(deliverer), deliverer.contact, deliverer.email)
                    lacking_of.setdefault(owner, []).extend((deliverer.table, p) for p in late)
        return [
            Owing(*owner, tuple(sorted(lacking, key=lambda deliverer: deliverer[1])))
            for owner, lacking in lacking_of.items()
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

    def missing_in(self, family: str, period: Period) -> frozenset[str]:
        """The municipalities that have not delivered to a family's period."""
        return (
            self._board().turnout(next(candidate for candidate in FAMILIES if candidate.key == family), period).missing
        )

    def behind_published(self, batch: Batch) -> list[Period]:
        """The reporting periods and years of which numbers were published after a batch that may rest on its rows."""
        spans = self._store.spans().filter(pl.col("id") == batch.id)
        tables = {row["table_name"]: (row["first"], row["last"]) for row in spans.iter_rows(named=True) if row["first"]}
        periods: set[Period] = set()
        for entry in self._ledger.latest().values():
            family, period = (
                next(candidate for candidate in FAMILIES if candidate.key == entry.family),
                from_code(entry.period),
            )
            if period is None or period.kind is PeriodKind.MONTH or entry.at < batch.uploaded_at:
                continue
            touching = [tables[name] for name in (family.table, *family.needs) if name in tables]
            if any(first <= period.last and last >= period.first for first, last in touching):
                periods.add(period)
        return sorted(periods)

    def hidden_of(self, publications: Collection[tuple[str, str]]) -> tuple[int, int]:
        """Of some (family, period): how many of their cells are hidden, and how many there are."""
        latest = self._ledger.latest()
        cells = self._ledger.decided([latest[key] for key in publications if key in latest])
        return cells.filter(~pl.col("shown")).height, cells.height

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

    def published_without(self, indicator: str, series: Published) -> list[str]:
        """The names of those that a series' published periods of the last twelve months lack."""
        lacked = {place for period in self._window(series) for place in self.without(indicator, period)}
        own = set(series.frame["municipality"]) - {ALL}
        return [] if own else [self.model.name_of(place) for place in self._in_order(lacked)]

    def not_recording(self, indicator: str, place: str, series: Published) -> list[str]:
        """Who delivers what an indicator is about, where none of it was ever recorded in the last twelve months: of a
        hundred appointments or more, not one was. Empty where some was, or there are too few to say."""
        family = BY_KEY[indicator].family
        latest = self._ledger.latest(self._until, self._upto)
        window = self._window(series)
        entries = [latest[family.key, period.code] for period in window if (family.key, period.code) in latest]
        base = dict(series.frame.select("period", "base").iter_rows())
        cases = sum(base.get(entry.period) or 0 for entry in entries)
        if cases < ENOUGH_TO_RECORD or any((indicator, place) not in self._ledger.unrecorded(e) for e in entries):
            return []
        if place != ALL:
            return [self.model.name_of(place)]
        lacking = {key for period in window for key in self.without(indicator, period)}
        each = deliverers(self.model, BY_NAME[family.table])
        return [self.deliverer_name(deliverer) for deliverer in each if deliverer.municipality not in lacking]

    def not_delivered(self, indicator: str, place: str, series: Published) -> list[str]:
        """Who has not delivered what is not published of the last twelve months. An old edition says nothing of it."""
        if self._until is not None or self._upto is not None:
            return []
        board, family = self._board(), BY_KEY[indicator].family
        if not board.is_used(BY_NAME[family.table]):
            return self._deliverers_of(family.table)
        codes = {period.code for period in self._window(series)}
        kind, today = PeriodKind(self.model.reporting_period), self.today()
        every = [p for year in (today.year - 1, today.year) for p in of_year(kind, year)]
        ended = [p for p in every if p.last < today and p.code not in codes][-MONTHS_OF_A_YEAR // MONTHS_IN[kind] :]
        missing: dict[str, None] = {}
        for turnout in (board.turnout(family, p) for p in ended):
            places = self._in_order(turnout.missing if place == ALL else turnout.missing & {place})
            missing |= dict.fromkeys([self.model.name_of(key) for key in places])
            missing |= dict.fromkeys(map(self.name_of_place, turnout.blocked))
        return list(missing)

    def _window(self, series: Published) -> list[Period]:
        """The periods a series has numbers of, in the twelve months up to its newest."""
        shown = series.frame.filter(pl.col("sign") == Sign.SHOWN.value)["period"]
        periods = sorted(period for code in shown if (period := from_code(code)))
        return [p for p in periods if (periods[-1].last - p.last).days < DAYS_OF_A_YEAR]

    def blocking(self, indicator: str, period: Period) -> list[str]:
        """The names of those without whom nobody has an indicator's numbers of a period: of all who deliver, where
        nobody ever has."""
        board, family = self._board(), BY_KEY[indicator].family
        if not board.is_used(BY_NAME[family.table]):
            return self._deliverers_of(family.table)
        return list(map(self.name_of_place, board.turnout(family, period).blocked))

    def _deliverers_of(self, table: str) -> list[str]:
        return [self.deliverer_name(deliverer) for deliverer in deliverers(self.model, BY_NAME[table])]

    def waiting_for(self) -> list[tuple[Period, list[str]]]:
        """The reporting periods of the last year whose numbers of the region wait, and for whom; an old edition waits
        for nobody."""
        if self._until is not None or self._upto is not None:
            return []
        board, kind, today = self._board(), PeriodKind(self.model.reporting_period), self.today()
        every = [p for year in (today.year - 1, today.year) for p in of_year(kind, year) if p.last < today]
        waiting = []
        for period in every[-MONTHS_OF_A_YEAR // MONTHS_IN[kind] :]:
            missing: set[str] = set()
            for family in (candidate for candidate in FAMILIES if board.is_used(BY_NAME[candidate.table])):
                turnout = board.turnout(family, period)
                missing |= turnout.missing - turnout.without
            if missing:
                waiting.append((period, self.names_of(self._in_order(missing))))
        return waiting

    def names_of(self, municipalities: Sequence[str]) -> list[str]:
        """Municipalities' names."""
        return [self.model.name_of(key) for key in municipalities]

    def deliverer_name(self, deliverer: Deliverer) -> str:
        """An organisation's name as people know it."""
        return deliverer.source or self.model.name_of(deliverer.municipality or deliverer.team or "")

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
