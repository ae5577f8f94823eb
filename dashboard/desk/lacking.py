"""Owns the questions about whose numbers are lacking: in a period, behind a published number, in a goal's window."""

from collections.abc import Collection, Sequence
from functools import cached_property

import polars as pl

from dashboard.counting.cells import ALL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import MONTHS_IN, Period, PeriodKind, from_code, of_year
from dashboard.desk.answers.index import kept
from dashboard.desk.answers.recent import Recent
from dashboard.desk.lookup import Lookup
from dashboard.goals.recorded import hardly_recorded
from dashboard.publishing.deliveries import Board
from dashboard.publishing.situation import board_of
from dashboard.wall.published import Published, Sign
from data_sources.declared.deliverer import Deliverer, deliverers
from data_sources.declared.tables import BY_NAME
from data_sources.storing.batches import Batch
from data_sources.storing.books.deliveries import DeliveryBook

MOST_READ = 4  # boards held at a time, each as it stood on a day
DAYS_OF_A_YEAR, MONTHS_OF_A_YEAR = 365, 12
FAMILY = {family.key: family for family in FAMILIES}


class Lacking(Lookup):
    """Organisations and periods, and never how much. An old edition is answered as it was on its day: a pinned link
    goes on saying one thing."""

    def missing(self, indicator: str, period: Period) -> list[str]:
        """The municipalities of which an indicator's period has not come, in the model's order; also those that its
        numbers were published without."""
        return self._in_order(self._board().turnout(BY_KEY[indicator].family, period).missing)

    def missing_in(self, family: str, period: Period) -> frozenset[str]:
        """The municipalities that have not delivered to a family's period up to now."""
        return self._board(now=True).turnout(FAMILY[family], period).missing

    def behind_published(self, batch: Batch) -> list[Period]:
        """The reporting periods and years of which numbers were published after a batch that may rest on its rows."""
        spans = self._store.spans().filter(pl.col("id") == batch.id)
        tables = {row["table_name"]: (row["first"], row["last"]) for row in spans.iter_rows(named=True) if row["first"]}
        periods: set[Period] = set()
        for entry in self._ledger.latest().values():
            family, period = FAMILY[entry.family], from_code(entry.period)
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

    @kept
    def lacked(self, series: Published) -> list[tuple[Period, list[str]]]:
        """The periods in which a series' numbers of the region were published without somebody, oldest first, with
        the names."""
        of_region = series.frame.filter(pl.col("municipality") == ALL, pl.col("sign") == Sign.SHOWN.value)
        told = dict.fromkeys(of_region.select("indicator", "period").iter_rows())
        found = {period: self.without(key, period) for key, code in told if (period := from_code(code)) is not None}
        return [(period, self.names_of(places)) for period, places in sorted(found.items()) if places]

    def lacking(self, period: Period, families: Collection[str] = tuple(FAMILY)) -> list[str]:
        """The municipalities that published numbers of the region lack in a period, in the model's order."""
        latest = self._ledger.latest(self._until, self._upto)
        entries = [latest[family, period.code] for family in families if (family, period.code) in latest]
        lacked = [self._ledger.without(entry) for entry in entries]
        return self._in_order({place for places in lacked if ALL not in places for place in places})

    def published_without(self, indicator: str, series: Published) -> list[str]:
        """The names of those that a series' published periods of the last twelve months lack."""
        lacked = {place for period in self._window(series) for place in self.without(indicator, period)}
        own = set(series.frame["municipality"]) - {ALL}
        return [] if own else [self.model.name_of(place) for place in self._in_order(lacked)]

    def not_recording(self, indicator: str, place: str, series: Published, years: Published) -> list[str]:
        """Who delivers what an indicator is about, where hardly any of it is recorded (`recorded`)."""
        asked, window = BY_KEY[indicator], self._window(series)
        shown = series.frame.filter(pl.col("period").is_in([period.code for period in window]))
        if not hardly_recorded(asked, shown, years.frame):
            return []
        if place != ALL:
            return [self.model.name_of(place)]
        lacking = {key for period in window for key in self.without(indicator, period)}
        each = deliverers(self.model, BY_NAME[asked.family.table])
        return [self.deliverer_name(deliverer) for deliverer in each if deliverer.municipality not in lacking]

    def not_delivered(self, indicator: str, place: str, series: Published) -> list[str]:
        """Who has not delivered what is not published of the last twelve months."""
        board, family = self._board(), BY_KEY[indicator].family
        if not board.is_used(BY_NAME[family.table]):
            return self._deliverers_of(family.table)
        codes = {period.code for period in self._window(series)}
        unpublished = [p for p in self._over(family) if p.code not in codes]
        turnouts = [board.turnout(family, p) for p in _twelve_months(unpublished)]
        missing = {key for turnout in turnouts for key in turnout.missing if place in {ALL, key}}
        blocked = [self.name_of_place(each) for turnout in turnouts for each in turnout.blocked]
        return list(dict.fromkeys([*self.names_of(self._in_order(missing)), *blocked]))

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

    def awaited(self, indicator: str, period: Period, place: str = ALL) -> list[str]:
        """The names of those for whom an indicator's number of a place and period waits; empty where it does not."""
        if BY_KEY[indicator].family.yearly and period.kind is not PeriodKind.YEAR:
            return []  # it is published for whole years only
        missing = [key for key in self.missing(indicator, period) if place in {ALL, key}]
        return [*self.names_of(missing), *([] if missing else self.blocking(indicator, period))]

    def _deliverers_of(self, table: str) -> list[str]:
        return [self.deliverer_name(deliverer) for deliverer in deliverers(self.model, BY_NAME[table])]

    def waiting_for(self, families: Collection[str] = tuple(FAMILY)) -> list[tuple[Period, list[str]]]:
        """The periods of the last year whose numbers of the region wait, and for whom; the year where a table is
        counted by the year alone."""
        board, waiting = self._board(), []
        used = [FAMILY[key] for key in families if board.is_used(BY_NAME[FAMILY[key].table])]
        by_quarter = {family.table for family in used if not family.yearly}
        used = [family for family in used if not family.yearly or family.table not in by_quarter]
        over = {family.key: _twelve_months(self._over(family)) for family in used}
        for period in sorted({p for periods in over.values() for p in periods}, key=lambda p: (p.last, p.first)):
            turnouts = [board.turnout(family, period) for family in used if period in over[family.key]]
            missing = {key for turnout in turnouts for key in turnout.missing - turnout.without}
            blocked = [self.name_of_place(each) for turnout in turnouts for each in turnout.blocked]
            if names := list(dict.fromkeys([*self.names_of(self._in_order(missing)), *blocked])):
                waiting.append((period, names))
        return waiting

    def _over(self, family: Family) -> list[Period]:
        """The reporting periods of a family that ended this year and last; of what is counted by the year alone, the
        year."""
        kind, today = PeriodKind.YEAR if family.yearly else PeriodKind(self.model.reporting_period), self.seen_on()
        return [p for year in (today.year - 1, today.year) for p in of_year(kind, year) if p.last < today]

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
        key = self.model.become.get(key, key) if kind == "municipality" else key
        parts = self.model.municipality if kind == "municipality" else self.model.team
        return next((part.name for part in parts if part.key == key), key)

    def _in_order(self, places: Sequence[str] | frozenset[str] | set[str]) -> list[str]:
        places = {self.model.become.get(key, key) for key in places}
        return [place.key for place in self.model.municipality if place.key in places]

    def _board(self, *, now: bool = False) -> Board:
        """What had come on the day that is looked at; or `now`, for what is to be done. Read once per change."""
        until = None if now else self._until
        day = until or self.today()
        state = (self.deliveries_state(), until, day)
        return self._boards.of(state, lambda: board_of(self._store, self.model, day, until))

    @cached_property
    def _boards(self) -> Recent:
        return Recent(MOST_READ)

    @property
    def _delivery_book(self) -> DeliveryBook:
        return DeliveryBook(self._store.engine)


def _twelve_months(periods: Sequence[Period]) -> list[Period]:
    """The last of some periods of one kind: as many as a year has."""
    return list(periods[-MONTHS_OF_A_YEAR // MONTHS_IN[periods[-1].kind] :]) if periods else []
