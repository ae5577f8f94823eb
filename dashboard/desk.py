"""THE ONE DOOR. Every question a page can ask, answered in published numbers. Only the desk opens the store."""

import copy
import functools
import getpass
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from dashboard import inhabitants, privacy, publishing, standing
from dashboard.goal import Goal
from dashboard.indicators import BY_KEY
from dashboard.measure import ALL
from dashboard.period import Period, PeriodKind, from_code
from dashboard.privacy import Published, Sign
from dashboard.settings import Settings
from dashboard.standing import Standing
from data_sources import intake, template
from data_sources.intake import Arrival
from data_sources.ledger import Ledger, Publication
from data_sources.model import Model, Reference, load
from data_sources.secret import SecretKey
from data_sources.store import Batch, Difference, Store, StoreFault
from data_sources.table import Table
from data_sources.tables import POPULATION, TABLES

__all__ = ["ALL", "Arrival", "Batch", "Desk", "Figure", "Standing", "StoreFault", "the_desk"]


@dataclass(frozen=True)
class Figure:
    """One published number. `value` is None where there is none, and `sign` says why."""

    value: float | None
    low: float | None
    high: float | None
    base: float | None
    bound: str
    sign: str


@dataclass(frozen=True, eq=False)
class Preview:
    """What a file will do if it is kept, or why it cannot be."""

    arrival: Arrival
    differences: tuple[Difference, ...]
    seen: bool


class Desk:
    """Raises ModelFault or StoreFault where the model file or the database cannot be used."""

    def __init__(self, settings: Settings, *, today: Callable[[], date] = date.today) -> None:
        self.settings = settings
        self.today = today
        self.model: Model = load(settings.model)
        standing.check_goals(self.model.goal, settings.model)
        try:
            settings.prepare()
            secret = SecretKey.at(settings.key)
        except OSError as fault:
            raise StoreFault("unwritable") from fault
        self._store = Store(settings.database, secret)
        self._ledger = Ledger(self._store.engine)
        self._hashed = secret.hashed("person")
        self._lock, self._publishing = threading.Lock(), threading.Lock()
        self.publishing: float | None = None  # how far the publishing that goes on now has come, 0–1
        self._until: date | None = None
        self._held: tuple[int, Published] | None = None
        self._surveyed: tuple[tuple[int, int, date], list[publishing.Notice]] | None = None

    # --- what is published ---------------------------------------------------------------------------

    def as_of(self, day: date) -> "Desk":
        """The same desk with the numbers as they were on a day: what did the meeting in March see?"""
        then = copy.copy(self)
        then._until, then._held, then._lock = day, None, threading.Lock()
        return then

    def days_of_change(self) -> list[date]:
        """The days something was published, newest first, where any year has more than one edition."""
        entries = self._ledger.publications()
        changed = any(entry.edition > 1 for entry in entries)
        return sorted({entry.at.date() for entry in entries}, reverse=True) if changed else []

    def published(self) -> Published:
        """Everything in its newest edition. Read from the ledger once per publication."""
        latest = self._ledger.latest(self._until)
        newest = max((entry.id for entry in latest.values()), default=0)
        with self._lock:
            if self._held is None or self._held[0] != newest:
                entries = list(latest.values())
                found, cells = self._ledger.numbers(entries), self._ledger.decided(entries)
                self._held = (newest, privacy.publish(found, cells))
            return self._held[1]

    @property
    def tables(self) -> tuple[Table, ...]:
        """What is taken in, as declared."""
        return TABLES

    def is_empty(self) -> bool:
        """Has nothing been uploaded yet?"""
        return self._store.spans().is_empty()

    def periods(self) -> list[Period]:
        """The years and reporting periods in which anything is published, newest first."""
        codes = self.published().frame["period"].unique().to_list()
        found = [p for code in codes if (p := from_code(code)) and p.kind is not PeriodKind.MONTH]
        return sorted(found, key=lambda p: (p.last, p.first), reverse=True)

    def series(
        self, indicator: str, place: str = ALL, *, level: str = ALL, service: str = ALL, months: bool = False
    ) -> Published:
        """One indicator in one place over time, by reporting period or by month, gaps marked as missing."""
        kind = PeriodKind.MONTH if months else PeriodKind(self.model.reporting_period)
        every = [period for code in self.published().frame["period"].unique() if (period := from_code(code))]
        codes = [period.code for period in every if period.kind is kind]
        found = self.published().where(
            pl.col("indicator") == indicator, pl.col("municipality") == self._place_of(indicator, place),
            pl.col("level") == level, pl.col("service") == service, pl.col("period").is_in(codes),
        )  # fmt: skip
        mine = found.frame["period"].to_list()
        first = min((period.first for period in every if period.code in mine), default=None)
        begun = [period.code for period in every if period.kind is kind and first and period.first >= first]
        return privacy.with_gaps(found, begun)

    def places(self, indicator: str, period: Period) -> Published:
        """One indicator in one period, for the region and every municipality."""
        return self._in(indicator, period, pl.col("level") == ALL, pl.col("service") == ALL)

    def parts(self, indicator: str, period: Period, place: str, dimension: str) -> Published:
        """One indicator in one period and place, by "level" or "service"."""
        other = "service" if dimension == "level" else "level"
        return self._in(
            indicator,
            period,
            pl.col("municipality") == self._place_of(indicator, place),
            pl.col(other) == ALL,
        )

    def figure(self, indicator: str, period: Period, place: str = ALL) -> Figure:
        """One number. Its sign says ".." where the period is not published."""
        one = self._in(
            indicator, period, pl.col("municipality") == self._place_of(indicator, place),
            pl.col("level") == ALL, pl.col("service") == ALL,
        ).frame  # fmt: skip
        if one.is_empty():
            return Figure(None, None, None, None, "", Sign.MISSING)
        return Figure(**one.select("value", "low", "high", "base", "bound", "sign").row(0, named=True))

    def per_1000(self, figure: Figure, period: Period, place: str = ALL) -> float | None:
        """A shown count of persons per 1 000 inhabitants aged 18 or over, with the newest population known."""
        adults = self.adults(period.year, place)
        return None if figure.value is None or not adults else figure.value * 1000 / adults

    def adults(self, year: int, place: str = ALL) -> int | None:
        """Inhabitants 18+ on 1 January of the year, or the nearest year known."""
        return inhabitants.adults(self.model, self._store.rows(POPULATION), year, place)

    def years(self, indicator: str, place: str = ALL) -> Published:
        """One indicator by calendar year, for what is too rare to be followed by quarter."""
        return self.published().where(
            pl.col("indicator") == indicator, pl.col("municipality") == self._place_of(indicator, place),
            pl.col("level") == ALL, pl.col("service") == ALL, pl.col("period").str.len_chars() == 4,
        )  # fmt: skip

    def plan_periods(self, goal: Goal) -> list[str]:
        """The codes of the reporting periods from a delivery goal's start to its due date."""
        return standing.plan_periods(goal, PeriodKind(self.model.reporting_period), self.today())

    def references(self, indicator: str) -> list[Reference]:
        """Numbers from elsewhere, shown with their source and never as a target."""
        return [reference for reference in self.model.reference if reference.indicator == indicator]

    # --- goals ---------------------------------------------------------------------------------------

    def standings(self, place: str = ALL) -> list[Standing]:
        """Every goal of the region judged for a place, and the place's own goals."""
        entries = [entry for entry in self.model.goal if entry.municipality in {None, place}]
        places = {
            entry.key: self._place_of(entry.indicator, entry.municipality or place) for entry in entries
        }
        return [
            standing.judge(
                entry, places[entry.key], self.series(entry.indicator, places[entry.key]), self.today()
            )
            for entry in entries
        ]

    # --- uploading -----------------------------------------------------------------------------------

    @property
    def who(self) -> str:
        """Who is at the screen. On one's own machine that is the user; signing in will answer here."""
        try:
            return getpass.getuser()
        except OSError:
            return "local"

    def receive(self, content: bytes, file: str) -> Preview:
        """Read and check a file, and say what keeping it would do. Nothing is stored."""
        arrival = intake.receive(
            content, file, self.model, hashed=self._hashed, today=self.today(), chosen=self._store.choices()
        )
        if arrival.refused:
            return Preview(arrival, (), seen=False)
        return Preview(arrival, self._store.compare(arrival), self._store.seen(arrival.sha256))

    def keep(self, preview: Preview) -> Batch:
        """Store a file's good rows. Raises StoreFault; then nothing is stored and the upload is still in hand."""
        return self._store.keep(preview.arrival, self.who)

    def undo(self, batch: int) -> bool:
        """Put everything back as it was before a batch; False where later uploads have touched its rows."""
        return self._store.undo(batch, self.who)

    def publish(
        self, *, edition_of: int | None = None, reason: str = "", notify: publishing.Progress | None = None
    ) -> list[publishing.Notice]:
        """Publish every period that has closed, once; a year anew only with a reason. One at a time."""

        def tell(done: int, every: int) -> None:
            self.publishing = done / max(every, 1)
            if notify:
                notify(done, every)

        with self._publishing:
            try:
                return publishing.publish(
                    self._store, self._ledger, self.model, today=self.today(), by=self.who,
                    edition_of=edition_of, reason=reason, progress=tell,
                )  # fmt: skip
            finally:
                self.publishing = None

    def audit(self) -> list[tuple[str, int, int]]:
        """Attack what is published: family, year, how many small counts are given away."""
        return publishing.audit(self._store, self._ledger, self.model, today=self.today())

    def survey(self) -> list[publishing.Notice]:
        """What could be published now, what waits, what was corrected. Worked out once per change."""
        newest = max((entry.id for entry in self._ledger.latest().values()), default=0)
        state = (self._store.version(), newest, self.today())
        with self._lock:
            held = self._surveyed
        if held is None or held[0] != state:
            held = (state, publishing.survey(self._store, self._ledger, self.model, today=self.today()))
            with self._lock:
                self._surveyed = held
        return held[1]

    def newest_editions(self) -> list[tuple[str, Period, int, datetime]]:
        """family, period, edition, when — of every reporting period and year that is published."""
        found = [(entry, from_code(entry.period)) for entry in self._ledger.latest().values()]
        return [
            (entry.family, period, entry.edition, entry.at)
            for entry, period in found
            if period is not None and period.kind is not PeriodKind.MONTH
        ]

    def publications(self) -> list[Publication]:
        """Everything ever published, oldest first: what a meeting saw can be told afterwards."""
        return self._ledger.publications()

    def template(self, words: Callable[[str], str]) -> bytes:
        """An empty workbook with our tables' headings, lists and an explanation in the reader's words."""
        return template.workbook(TABLES, self.model, words)

    def batches(self) -> list[Batch]:
        """Every upload, newest first."""
        return self._store.batches()

    # --- data quality --------------------------------------------------------------------------------

    def quality(self) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
        """What each standing upload brought, and how many rows had what problem. No value of any cell."""
        return self._store.spans().to_dicts(), self._store.problems().sort("rows", descending=True).to_dicts()

    # --- how it is done ------------------------------------------------------------------------------

    def _in(self, indicator: str, period: Period, *conditions: pl.Expr) -> Published:
        return self.published().where(
            pl.col("indicator") == indicator, pl.col("period") == period.code, *conditions
        )

    def _place_of(self, indicator: str, place: str) -> str:
        """What is only published for the region is answered for the region."""
        return place if BY_KEY[indicator].family.by_municipality else ALL


@functools.cache
def the_desk(settings: Settings) -> Desk:
    """One desk for the whole process: every reader asks the same one."""
    return Desk(settings)
