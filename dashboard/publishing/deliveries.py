"""Owns the delivery board: who should have delivered what, when it came, and whose numbers a period lacks.

It reads days and organisations, never how much: that somebody has delivered says nothing of how many persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any

import polars as pl

from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family
from dashboard.counting.period import Period, PeriodKind, of_year
from data_sources.declared.deliverer import Deliverer, delivered_tables, deliverers, of_persons
from data_sources.declared.model import Model
from data_sources.declared.table import Table
from data_sources.declared.tables import BY_NAME
from data_sources.storing.books.deliveries import Word, WordKind


class State(StrEnum):
    """How a delivery stands. PARTIAL: the file came before the period was over, or too many of its rows failed.
    AWAITED: the period is not over, or its day has not come. NOTHING: somebody has said that nothing happened."""

    DELIVERED = "delivered"
    PARTIAL = "partial"
    LATE = "late"
    MISSING = "missing"
    NOTHING = "nothing"
    AWAITED = "awaited"


COME = {State.DELIVERED, State.LATE, State.NOTHING}


@dataclass(frozen=True)
class Delivery:
    """One deliverer's period. `at`, `by`: when and by whom it was delivered or said; `due`: its last day in time."""

    state: State
    due: date
    at: datetime | None = None
    by: str = ""

    def is_owed(self, day: date) -> bool:
        """Has it not come, or not all of it, although its last day in time is before this day?"""
        return self.state in {State.MISSING, State.PARTIAL} and self.due < day


@dataclass(frozen=True)
class Turnout:
    """Who has not delivered to a family's period. `missing`: municipalities; `absent`: those of them of whom nothing
    at all has come; `blocked`: deliverers without whom nobody's numbers are whole; `without`: the missing ones that
    somebody has decided to publish without."""

    missing: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    blocked: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()

    @property
    def region(self) -> bool:
        """Can the region's own numbers be told?"""
        return not self.blocked and self.missing <= self.without


@dataclass(frozen=True)
class _Span:
    """What one batch brought of somebody, or all in all. `first`, `last`: the days of its own first and last row;
    `reach`: the first and last day it speaks for."""

    first: date
    last: date
    file_first: date
    file_last: date
    reach: tuple[date, date]
    partial: bool
    at: datetime
    by: str


@dataclass(frozen=True, eq=False)
class Board:
    """Everything that has been delivered and said. `spans`: as `DeliveryBook.spans`; `words` oldest first."""

    model: Model
    spans: pl.DataFrame
    words: Sequence[Word]
    today: date

    def rows(self, table: Table) -> list[Deliverer]:
        """Who is expected to deliver a table: those declared, and the municipalities of whom it has never had any."""
        declared = deliverers(self.model, table)
        alike = {"table": table.name, "rhythm": declared[0].rhythm, "days": declared[0].days}
        unheard = [Deliverer.model_validate({**alike, "municipality": key}) for key in self.unheard(table)]
        return [
            *declared,
            *(deliverer for deliverer in unheard if deliverer.place not in {each.place for each in declared}),
        ]

    def tables(self) -> list[Table]:
        """The tables that somebody has delivered at least once, or said something of."""
        return [table for table in delivered_tables() if self.is_used(table)]

    def unused(self) -> list[Table]:
        """The tables nobody has ever delivered."""
        return [table for table in delivered_tables() if not self.is_used(table)]

    def is_used(self, table: Table) -> bool:
        """Has anybody ever delivered it?"""
        return table.name in self._files

    def unheard(self, table: Table) -> list[str]:
        """The municipalities of whom a table has never had a row, and nobody has said that there were none. The
        answers of a round need not say where they are from."""
        if "municipality" not in table.by_name or table.rounds or not self.is_used(table):
            return []
        heard = {place for name, place in self._by_place if name == table.name}
        heard |= {word.place for word in self.words if word.table_name == table.name and word.kind == WordKind.NOTHING}
        return [place.key for place in self.model.municipality if f"municipality:{place.key}" not in heard]

    def periods(self, deliverer: Deliverer) -> list[Period]:
        """The periods a deliverer is expected to deliver, oldest first: from the year's first delivery by anybody in
        the year of its own first one (or its declared first day), to today."""
        files = self._files.get(deliverer.table, [])
        if not files:
            return []
        table_first = min(span.file_first for span in files)
        delivered = [span.first for span in self._of(deliverer)]
        year = min(delivered).year if delivered else table_first.year
        first = min(
            (max(s.file_first, date(year, 1, 1)) for s in files if s.file_last.year >= year), default=table_first
        )
        first = max(first, deliverer.since or first)
        kind = PeriodKind(deliverer.rhythm)
        every = [p for year in range(first.year, self.today.year + 1) for p in of_year(kind, year)]
        last = deliverer.until or date.max
        return [p for p in every if p.last >= first and p.first <= min(self.today, last)]

    def delivery(self, deliverer: Deliverer, period: Period) -> Delivery:
        """How one deliverer's period stands."""
        due = period.last + timedelta(days=deliverer.days)
        covering = [span for span in self._of(deliverer) if _covers(span, period)]
        in_rounds = BY_NAME[deliverer.table].rounds  # then a file speaks for the whole year, whenever it came
        whole = [span for span in covering if (in_rounds or span.at.date() > period.last) and not span.partial]
        word = self._word(deliverer, period, WordKind.NOTHING if not covering else WordKind.WHOLE)
        if whole or (word and covering):
            at, by = (whole[0].at, whole[0].by) if whole else (word.at, word.by) if word else (None, "")
            state = State.DELIVERED if at is None or at.date() <= due else State.LATE
            return Delivery(state, due, at, by)
        if word:
            return Delivery(State.NOTHING, due, word.at, word.by)
        if covering and period.last < self.today:
            return Delivery(State.PARTIAL, due, covering[-1].at, covering[-1].by)
        return Delivery(State.MISSING if due < self.today else State.AWAITED, due)

    def shown(self, deliverer: Deliverer, period: Period) -> Delivery:
        """The same as everybody may see it: of persons, that there were none is a count, so it says delivered."""
        delivery = self.delivery(deliverer, period)
        if delivery.state is not State.NOTHING or not of_persons(BY_NAME[deliverer.table]):
            return delivery
        late = delivery.at is not None and delivery.at.date() > delivery.due
        return Delivery(State.LATE if late else State.DELIVERED, delivery.due, delivery.at, delivery.by)

    def overtaken(self) -> list[Word]:
        """Words that nothing happened, of periods that rows have come of since. Of persons none is told: that there
        were none is a count."""
        return [
            word
            for word in self.words
            if word.kind == WordKind.NOTHING
            and not of_persons(BY_NAME[word.table_name])
            and (deliverer := self._named(word.table_name, word.place))
            and any(p.code == word.period and self._has_rows(deliverer, p) for p in self.periods(deliverer))
        ]

    def turnout(self, family: Family, period: Period) -> Turnout:
        """Who has not delivered to a family's period: its own table, and those it needs."""
        key = (family.key, period)
        if key not in self._turnouts:
            self._turnouts[key] = self._turnout(family, period)
        return self._turnouts[key]

    # --- how it is done ------------------------------------------------------------------------------

    def _turnout(self, family: Family, period: Period) -> Turnout:
        missing: set[str] = set()
        come: set[str] = set()
        blocked: list[str] = []
        for name in _tables(family):
            for deliverer in self.rows(BY_NAME[name]):
                expected = [p for p in self.periods(deliverer) if p.last >= period.first and p.first <= period.last]
                states = [self.delivery(deliverer, p).state for p in expected]
                if any(state not in COME for state in states) and deliverer.municipality is not None:
                    missing.add(deliverer.municipality)
                    if any(state in {*COME, State.PARTIAL} for state in states):
                        come.add(deliverer.municipality)
                elif any(state not in COME for state in states):
                    blocked.append(deliverer.place)
        left_out = frozenset(key for key in missing if self._is_left_out(key, family, period))
        return Turnout(frozenset(missing), frozenset(missing - come), tuple(blocked), left_out)

    def _is_left_out(self, municipality: str, family: Family, period: Period) -> bool:
        """Has somebody decided to publish without it, in every reporting period in which it has not delivered?"""
        place = f"municipality:{municipality}"
        decided = {word.period for word in self.words if word.kind == WordKind.WITHOUT and word.place == place}
        inside = [p for p in of_year(PeriodKind(self.model.reporting_period), period.year) if _overlap(p, period)]
        lacking = [p for p in inside if municipality in self._lacking(family, p)] if len(inside) > 1 else inside
        return all(p.code in decided for p in lacking)

    def _lacking(self, family: Family, period: Period) -> frozenset[str]:
        return self.turnout(family, period).missing

    @cached_property
    def _turnouts(self) -> dict[tuple[str, Period], Turnout]:
        return {}

    def _of(self, deliverer: Deliverer) -> list[_Span]:
        """What has come from one deliverer, oldest first."""
        return (
            self._files.get(deliverer.table, [])
            if deliverer.source
            else self._by_place.get((deliverer.table, deliverer.place), [])
        )

    def _span(self, row: Mapping[str, Any]) -> _Span:
        """A row of `spans`. A file speaks for whoever is in it in the whole of a reporting period, as far as the file
        itself goes: that a small municipality had no appointment in July is no missing delivery."""
        first = max(row["file_first"], min(row["first"], self._reporting(row["first"]).first))
        last = min(row["file_last"], max(row["last"], self._reporting(row["last"]).last))
        named = ("first", "last", "file_first", "file_last", "partial", "at", "by")
        return _Span(**{name: row[name] for name in named}, reach=(first, last))

    def _has_rows(self, deliverer: Deliverer, period: Period) -> bool:
        """Do a batch's own rows reach into a period? A file also speaks for months it has nothing of."""
        return any(span.first <= period.last and span.last >= period.first for span in self._of(deliverer))

    def _reporting(self, day: date) -> Period:
        kind = PeriodKind(self.model.reporting_period)
        return next(p for p in of_year(kind, day.year) if p.first <= day <= p.last)

    def _word(self, deliverer: Deliverer, period: Period, kind: WordKind) -> Word | None:
        words = (word for word in self.words if word.kind == kind and word.table_name == deliverer.table)
        return next((word for word in words if word.place == deliverer.place and word.period == period.code), None)

    def _named(self, table: str, place: str) -> Deliverer | None:
        return next((deliverer for deliverer in self.rows(BY_NAME[table]) if deliverer.place == place), None)

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], list[_Span]]:
        """(table, "municipality:x" or "team:x") → what has come."""
        spans: dict[tuple[str, str], list[_Span]] = {}
        for row in self.spans.iter_rows(named=True):
            span = self._span(row)
            for kind in ("municipality", "team"):
                if row[kind]:
                    spans.setdefault((row["table_name"], f"{kind}:{row[kind]}"), []).append(span)
        return spans

    @cached_property
    def _files(self) -> Mapping[str, list[_Span]]:
        """table → what has come, whoever it is of."""
        files: dict[str, dict[_Span, None]] = {}
        for row in self.spans.iter_rows(named=True):
            whole = {**row, "first": row["file_first"], "last": row["file_last"]}
            if row["file_first"] is not None:
                files.setdefault(row["table_name"], {})[self._span(whole)] = None
        return {name: list(spans) for name, spans in files.items()}


def last_in_time(model: Model, table: Table, day: date) -> date:
    """The last day on which rows of a day come in time: the latest one of all who deliver that table."""
    spans = [(each, PeriodKind(each.rhythm)) for each in deliverers(model, table)]
    return max(
        next(p.last for p in of_year(kind, day.year) if p.last >= day) + timedelta(days=each.days)
        for each, kind in spans
    )


def _tables(family: Family) -> list[str]:
    """A family's own table, those it needs, and those of the family whose persons it counts."""
    root = next((candidate for candidate in FAMILIES if candidate.key == family.persons_of), family)
    return list(dict.fromkeys((family.table, *family.needs, root.table, *root.needs)))


def _covers(span: _Span, period: Period) -> bool:
    """Does a batch reach into a period?"""
    first, last = span.reach
    return first <= period.last and last >= period.first


def _overlap(period: Period, other: Period) -> bool:
    return period.last >= other.first and period.first <= other.last
