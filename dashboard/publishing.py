"""Owns when numbers are published: once, when their period has closed. What is published stays as it is."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import polars as pl

from dashboard import figures, measure, privacy
from dashboard.indicator import Family
from dashboard.indicators import FAMILIES, WAITED
from dashboard.lattice import InconsistentError
from dashboard.period import Period, PeriodKind, from_code, of_year, period, years_between
from dashboard.suppression import DisagreementError, UnprotectableError
from data_sources.ledger import CELL, Entry, Ledger, Publication
from data_sources.model import Model
from data_sources.store import Store
from data_sources.tables import BY_NAME


class Outcome(StrEnum):
    """What became of a period. PUBLISHED; READY: closed, and waiting for somebody to publish it;
    NOT_REPORTED: rows up to its end have not come in yet; CORRECTED: its rows have changed since it was
    published, a new edition is somebody's decision; BLOCKED: that stands in the way of a later period of the
    same year; UNPROTECTED: the wall could not make it safe, so it stays unpublished."""

    PUBLISHED = "published"
    READY = "ready"
    NOT_REPORTED = "not_reported"
    CORRECTED = "corrected"
    BLOCKED = "blocked"
    UNPROTECTED = "unprotected"


@dataclass(frozen=True)
class Notice:
    """One family's period and what became of it."""

    family: str
    period: Period
    outcome: Outcome
    edition: int = 1


Progress = Callable[[int, int], None]  # steps done, steps in all


def survey(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[Notice]:
    """What could be published now, what waits for rows, and what was corrected after it was published."""
    rows = {name: store.rows(table) for name, table in BY_NAME.items()}
    spans, latest = store.spans(), ledger.latest()
    runs = [
        _Year(store, ledger, model, family, year, rows, spans, latest, today)
        for family in FAMILIES
        for year in _years(family, rows, today)
    ]
    return [notice for run in runs for notice in run.survey()]


def publish(
    store: Store,
    ledger: Ledger,
    model: Model,
    *,
    today: date,
    by: str,
    edition_of: int | None = None,
    reason: str = "",
    progress: Progress | None = None,
) -> list[Notice]:
    """Publish every period that has closed and is not published yet; then tell how all of them stand.

    `edition_of`: a year to publish anew, with the reason why; its old edition can still be read.
    """
    rows = {name: store.rows(table) for name, table in BY_NAME.items()}
    version, spans, latest = store.version(), store.spans(), ledger.latest()
    # Newest first: what people wait for. Years do not depend on each other.
    every = [(family, year) for family in FAMILIES for year in _years(family, rows, today)]
    work = sorted(every, key=lambda one: (-one[1], FAMILIES.index(one[0])))
    notices: list[Notice] = []
    for done, (family, year) in enumerate(work):
        if progress:
            progress(done, len(work))
        run = _Year(store, ledger, model, family, year, rows, spans, latest, today)
        anew = edition_of == year
        for entries, found in run.decide(anew=anew):
            notices += found
            if entries:
                ledger.add(entries, by, version, reason if anew else "")
    if progress:
        progress(len(work), len(work))
    done_with = {(notice.family, notice.period) for notice in notices}
    rest = survey(store, ledger, model, today=today)
    return notices + [notice for notice in rest if (notice.family, notice.period) not in done_with]


@dataclass(frozen=True, eq=False)
class _Year:
    """One family's calendar year: which periods have closed, what is published, what is to be."""

    store: Store
    ledger: Ledger
    model: Model
    family: Family
    year: int
    rows: measure.Rows
    spans: pl.DataFrame
    latest: Mapping[tuple[str, str], Publication]
    today: date

    def survey(self) -> list[Notice]:
        """How every period that has begun stands."""
        begun = [p for p in self._periods() if p.last < self.today]
        closed = [p for p in begun if self._is_closed(p)]
        old = self._published(closed)
        told = [Notice(self.family.key, p, Outcome.NOT_REPORTED) for p in begun if p not in closed]
        told += [Notice(self.family.key, p, Outcome.READY) for p in closed if p.code not in old]
        if not old:
            return told
        tallies = self._measure([p for p in closed if p.code in old])
        return told + [
            Notice(self.family.key, p, Outcome.CORRECTED, old[p.code].edition)
            for p in closed
            if p.code in old and old[p.code].fingerprint != _fingerprint(tallies, p.code)
        ]

    def decide(self, *, anew: bool) -> Iterator[tuple[list[Entry], list[Notice]]]:
        """One (entries, notices) per closing, oldest first, so that a fault in one leaves the rest standing."""
        closed = [p for p in self._periods() if p.last < self.today and self._is_closed(p)]
        old = self._published(closed)
        due = [p for p in closed if anew or p.code not in old]
        if not due:
            return
        tallies = self._measure(closed)
        lattice = privacy.shape(self.family, self.model, self.year, closed)
        frozen = self.ledger.decided(list(old.values())) if old and not anew else None
        for group in _closings(due):
            codes = [p.code for p in group]
            edition = 1 + max((old[code].edition for code in codes if code in old), default=0)
            try:
                decided = privacy.decide(tallies, lattice, codes, frozen, self.model)
            except DisagreementError:
                yield [], [Notice(self.family.key, p, Outcome.BLOCKED) for p in group]
                continue
            except (UnprotectableError, InconsistentError):
                yield [], [Notice(self.family.key, p, Outcome.UNPROTECTED) for p in group]
                continue
            frozen = decided if frozen is None else pl.concat([frozen.select(decided.columns), decided])
            born = figures.numbers(tallies, decided)
            yield (
                [
                    _entry(self.family, code, edition, _fingerprint(tallies, code), decided, born)
                    for code in codes
                ],
                [Notice(self.family.key, p, Outcome.PUBLISHED, edition) for p in group],
            )

    def _measure(self, periods: Sequence[Period]) -> measure.Tallies:
        return measure.measure(self.family, self.rows, self.model, periods, self.today)

    def _published(self, periods: Sequence[Period]) -> dict[str, Publication]:
        keys = {p.code: (self.family.key, p.code) for p in periods}
        return {code: self.latest[key] for code, key in keys.items() if key in self.latest}

    def _periods(self) -> list[Period]:
        """Those of the year that begin no earlier than the family's first row."""
        reporting = PeriodKind(self.model.reporting_period)
        months = of_year(PeriodKind.MONTH, self.year) if self.family.by_month else []
        every = [*months, *of_year(reporting, self.year), period(PeriodKind.YEAR, self.year)]
        first = _days(self.family, self.rows).min()
        assert isinstance(first, date)
        return [p for p in every if p.last >= first]

    def _is_closed(self, p: Period) -> bool:
        """Its end has passed, and a file that came after it reaches (nearly) to its end."""
        lag = (
            max(self.family.lag, self.model.waiting_limit_days) if self.family is WAITED else self.family.lag
        )
        known = p.last + timedelta(days=lag)
        after = self.spans.filter(
            (pl.col("table_name") == self.family.table) & (pl.col("uploaded_at").dt.date() > known)
        )
        newest = after["last"].max()
        reaches = isinstance(newest, date) and newest >= p.last - timedelta(days=self.family.grace)
        return known < self.today and reaches


def audit(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[tuple[str, int, int]]:
    """Attack what is published, family by family and year by year: (family, year, breaches), 0 where it is safe.

    The rows as they are now say which counts are small; the attack itself sees only what is published.
    """
    rows = {name: store.rows(table) for name, table in BY_NAME.items()}
    latest, found = ledger.latest(), []
    for family in (family for family in FAMILIES if not family.public):
        for year in _years(family, rows, today):
            mine = [
                entry
                for key, entry in latest.items()
                if key[0] == family.key and key[1].startswith(str(year))
            ]
            periods = [p for entry in mine if (p := from_code(entry.period))]
            if periods:
                tallies = measure.measure(family, rows, model, periods, today)
                breaches = privacy.audit(
                    tallies, privacy.shape(family, model, year, periods), ledger.decided(mine), model
                )
                found.append((family.key, year, breaches))
    return found


def _days(family: Family, rows: measure.Rows) -> pl.Series:
    name = "ended" if family.key == "ended" else BY_NAME[family.table].date
    return rows[family.table][name].drop_nulls()


def _years(family: Family, rows: measure.Rows, today: date) -> list[int]:
    days = _days(family, rows)
    first, last = days.min(), days.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return []
    return list(years_between(first, min(last, today))) if first <= today else []


def _closings(periods: Sequence[Period]) -> list[list[Period]]:
    """Periods that close together are decided together: a reporting period with its months, a year with its last."""
    groups: list[list[Period]] = []
    months: list[Period] = []
    for p in sorted(periods, key=lambda p: (p.last, -p.first.toordinal())):
        if p.kind is PeriodKind.MONTH:
            months.append(p)
        elif p.kind is PeriodKind.YEAR and groups and not months and groups[-1][-1].last == p.last:
            groups[-1].append(p)
        else:
            groups.append([*months, p])
            months = []
    return [*groups, months] if months else groups


def _fingerprint(tallies: measure.Tallies, code: str) -> str:
    """Of everything that was counted for one period. Waits go on changing after it and are left out."""
    frames = [
        frame.filter(pl.col("period") == code).sort(pl.all()) for frame in (tallies.counts, tallies.rows)
    ]
    return hashlib.blake2b(
        "".join(frame.write_csv() for frame in frames).encode(), digest_size=12
    ).hexdigest()


def _entry(
    family: Family, code: str, edition: int, fingerprint: str, decided: pl.DataFrame, born: pl.DataFrame
) -> Entry:
    mine = pl.col("period") == code
    return Entry(
        family.key,
        code,
        edition,
        fingerprint,
        decided.filter(mine).select(*CELL, "shown", "persons"),
        born.filter(mine).drop("period"),
    )
