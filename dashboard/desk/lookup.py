"""Owns the questions about published numbers: one indicator over time, in places, in parts, or one figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.counting.cells import ALL, whole
from dashboard.counting.families import PARTICIPANTS
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, PeriodKind, from_code
from dashboard.desk.answers.index import Index, kept
from dashboard.desk.room import Room
from dashboard.publishing import inhabitants
from dashboard.publishing.readable import decided
from dashboard.wall.published import Published, Sign, per_inhabitants, publish, with_gaps, with_not_offered, with_places
from data_sources.declared.model_parts import Reference
from data_sources.declared.tables import POPULATION
from data_sources.storing.publication import Publication


@dataclass(frozen=True)
class Figure:
    """One published number. `value` is None where there is none, and `sign` says why."""

    value: float | None
    low: float | None
    high: float | None
    base: float | None
    bound: str
    sign: str


_NOT_PUBLISHED = Figure(None, None, None, None, "", Sign.MISSING)


class Lookup(Room):
    """What is published, looked up; nothing is counted again."""

    def days_of_change(self) -> list[date]:
        """The days something was published, newest first, where any year has more than one edition."""
        entries = self._ledger.publications()
        changed = any(entry.edition > 1 for entry in entries)
        return sorted({entry.at.date() for entry in entries}, reverse=True) if changed else []

    def index(self) -> Index:
        """Everything in its newest edition. Looked for once a turn, read once per publication and change of rows."""
        return self._store.turn.once(("index", self._until, self._upto), self._index)

    def _index(self) -> Index:
        latest, state = self._ledger.latest(self._until, self._upto), self.readable_state()
        with self._lock:
            if self._held is None or self._held[0] != state:
                entries = list(latest.values())
                numbers, cells = self._ledger.numbers(entries), decided(self._ledger, entries, self.model.threshold)
                self._held = (state, Index(self._with_rates(publish(numbers, cells, self.model.threshold), entries)))
            return self._held[1]

    def published(self) -> Published:
        """Everything in its newest edition."""
        return self.index().published

    @kept
    def periods(self) -> list[Period]:
        """The years and reporting periods in which anything is published, newest first."""
        periods = [period for period in self._every_period() if period.kind is not PeriodKind.MONTH]
        return sorted(periods, key=lambda p: (p.last, p.first), reverse=True)

    @kept
    def newest_period(self, indicator: str = "") -> Period | None:
        """The newest period in which an indicator (any, where none is named) is published; None before the first."""
        codes = set(self.index().of(indicator).frame["period"].unique())
        return next((period for period in self.periods() if not codes or period.code in codes), None)

    @kept
    def series(self, indicator: str, place: str = ALL, *, months: bool = False) -> Published:
        """One indicator in one place over time, by reporting period or by month, gaps marked as missing."""
        kind = PeriodKind.MONTH if months else PeriodKind(self.model.reporting_period)
        every = self._every_period()
        cells = (
            self.index()
            .of(indicator)
            .where(
                pl.col("municipality") == self._place_of(indicator, place),
                whole(but=("municipality",)),
                pl.col("period").is_in([period.code for period in every if period.kind is kind]),
            )
        )
        own_codes = set(cells.frame["period"])
        first = min((period.first for period in every if period.code in own_codes), default=None)
        begun = [period.code for period in every if period.kind is kind and first and period.first >= first]
        return with_gaps(cells, begun)

    @kept
    def places(self, indicator: str, period: Period) -> Published:
        """One indicator in one period, for the region and every municipality; ".." of whom nothing has come."""
        cells = self._in(indicator, period, whole())
        every = (
            [ALL, *(place.key for place in self.model.municipality)] if BY_KEY[indicator].family.by_municipality else []
        )
        return with_places(cells, every)

    @kept
    def parts(self, indicator: str, period: Period, place: str, dimension: str) -> Published:
        """One indicator in one period and place, by one of its family's dimensions."""
        at_place = pl.col("municipality") == self._place_of(indicator, place)
        return self._in(indicator, period, at_place, whole(but=("municipality", dimension)))

    @kept
    def cells(self, indicator: str, period: Period) -> Published:
        """Every published cell of one indicator in one period, broken down by all of its dimensions."""
        return self._in(indicator, period)

    @kept
    def grid(self, indicator: str, period: Period, place: str = ALL) -> Published:
        """One indicator in one period and place by level and service at once; what is not offered says so."""
        cells = self._in(indicator, period, pl.col("municipality") == self._place_of(indicator, place))
        return with_not_offered(cells, self.model)

    def figure(self, indicator: str, period: Period, place: str = ALL) -> Figure:
        """One number. Its sign says ".." where the period is not published."""
        cell = self.index().whole_cells().get((indicator, period.code, self._place_of(indicator, place)))
        return Figure(**cell) if cell else _NOT_PUBLISHED

    @kept
    def adults(self, year: int, place: str = ALL) -> int | None:
        """Inhabitants 18+ on 1 January of the year, or the nearest year known."""
        return inhabitants.adults(self.model, self._store.rows(POPULATION), year, place)

    @kept
    def years(self, indicator: str, place: str = ALL) -> Published:
        """One indicator by calendar year, for what is too rare to be followed by quarter."""
        return (
            self.index()
            .of(indicator)
            .where(
                pl.col("municipality") == self._place_of(indicator, place),
                whole(),
                pl.col("period").str.len_chars() == 4,
            )
        )

    @kept
    def surveyed(self, until: Period) -> Period | None:
        """The newest year with a published user survey, no later than a period's own."""
        own = self.index().of("responses").frame["period"].unique()
        years = [p for code in own if (p := from_code(code)) and p.year <= until.year]
        return max(years, key=lambda p: p.first, default=None)

    @kept
    def responses(self, question: str, year: Period) -> Published:
        """What was answered to a question in a year: persons by answer, and all of them."""
        return self._in("responses", year, pl.col("question") == question, whole(but=("question", "response")))

    def figure_of(self, question: str, indicator: str, year: Period) -> Figure:
        """One number of a question in a year: how many answered it, or the share of good answers."""
        cells = self._in(indicator, year, pl.col("question") == question, whole(but=("question",))).frame
        rows = cells.select("value", "low", "high", "base", "bound", "sign").rows(named=True)
        return Figure(**rows[0]) if rows else _NOT_PUBLISHED

    @kept
    def good_responses(self, question: str, year: Period | None = None, *, by: str = "") -> Published:
        """The share of good answers: in a year by form of offer (`by`), or in every year where none is named."""
        cells = self.index().of("good_response_rate").where(pl.col("question") == question, whole(("question", by)))
        return cells if year is None else cells.where(pl.col("period") == year.code)

    @kept
    def good_responses_by_question(self, year: Period) -> Published:
        """The share of good answers to each question in a year."""
        return self._in("good_response_rate", year, pl.col("question") != ALL, whole(but=("question",)))

    def references(self, indicator: str) -> list[Reference]:
        """Numbers from elsewhere, shown with their source and never as a target."""
        return [reference for reference in self.model.reference if reference.indicator == indicator]

    def _with_rates(self, published: Published, entries: Sequence[Publication]) -> Published:
        years = sorted({int(code[:4]) for code in published.frame["period"].unique()})
        counted = [entry for entry in entries if entry.family == PARTICIPANTS.key]
        lacking = {entry.period for entry in counted if self._ledger.without(entry)}
        adults = inhabitants.by_year(self.model, self._store.rows(POPULATION), years)
        return per_inhabitants(published, adults, lacking)

    def _in(self, indicator: str, period: Period, *conditions: pl.Expr) -> Published:
        return self.index().of(indicator).where(pl.col("period") == period.code, *conditions)

    @kept
    def _every_period(self) -> list[Period]:
        codes = self.published().frame["period"].unique()
        return [period for code in codes if (period := from_code(code))]

    def _place_of(self, indicator: str, place: str) -> str:
        """What is only published for the region is answered for the region."""
        return place if BY_KEY[indicator].family.by_municipality else ALL
