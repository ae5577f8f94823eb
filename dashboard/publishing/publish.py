"""Owns when numbers are published: once, when their period has closed. What is published stays as it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import polars as pl

from dashboard.counting import tally
from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family, Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, from_code
from dashboard.publishing import closing, completing
from dashboard.publishing.deliveries import Turnout
from dashboard.publishing.known import Known
from dashboard.wall import published as privacy
from dashboard.wall import rounding
from dashboard.wall.lattice import InconsistentError
from dashboard.wall.suppression import DisagreementError, UnprotectableError
from data_sources.declared.model import Model
from data_sources.declared.tables import BY_NAME
from data_sources.storing.ledger import Entry, Ledger, Publication
from data_sources.storing.store import Store


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
    """One family's period and what became of it. `at`: when it was published, or last tried in vain. `without`: the
    municipalities it lacks or waits for, with "all" where the region's own numbers wait; `blocked`: other deliverers
    it waits for."""

    family: str
    period: Period
    outcome: Outcome
    edition: int = 1
    at: datetime | None = None
    without: frozenset[str] = frozenset()
    blocked: tuple[str, ...] = ()


Progress = Callable[[int, int], None]  # steps done, steps in all


def survey(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[Notice]:
    """What could be published now, what waits for rows, and what was corrected after it was published."""
    known = Known.read(store, ledger, model, today)
    runs = [
        _Year(ledger, model, family, year, known, today)
        for family in FAMILIES
        for year in closing.years(family, known.rows, today)
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
    at: datetime | None = None,
) -> list[Notice]:
    """Publish every period that has closed and is not published yet; then tell how all of them stand.

    `edition_of`: a year to publish anew, with the reason why; its old edition can still be read. `at`: when it was, if
    it was not now.
    """
    known, version = Known.read(store, ledger, model, today), store.version()
    # Newest first: what people wait for. Years do not depend on each other.
    every = [(family, year) for family in FAMILIES for year in closing.years(family, known.rows, today)]
    work = sorted(every, key=lambda one: (-one[1], FAMILIES.index(one[0])))
    notices: list[Notice] = []
    for done, (family, year) in enumerate(work):
        if progress:
            progress(done, len(work))
        run, anew = _Year(ledger, model, family, year, known, today), edition_of == year
        for entries, found in run.decide(anew=anew):
            notices += found
            if entries:
                ledger.add(entries, by, version, reason if anew else "", at)
            else:
                ledger.note(family.key, [one.period.code for one in found], found[0].outcome, by)
    if progress:
        progress(len(work), len(work))
    done_with = {(notice.family, notice.period) for notice in notices}
    rest = survey(store, ledger, model, today=today)
    return notices + [notice for notice in rest if (notice.family, notice.period) not in done_with]


@dataclass(frozen=True, eq=False)
class _Year:
    """One family's calendar year: which periods have closed, what is published, what is to be."""

    ledger: Ledger
    model: Model
    family: Family
    year: int
    known: Known
    today: date

    def survey(self) -> list[Notice]:
        """How every period that has begun stands."""
        begun = [p for p in self._periods() if p.last < self.today]
        closed, reported = self._closed(), self._reported()
        old = self._published(closed)
        more = {p for p in closed if self._more(p, old)}
        out = [p for p in begun if p not in reported and p.code not in old]
        out += [p for p in closed if p.code in old and p not in more and ALL in self._without(p)]
        waiting = [self._notice(p, Outcome.NOT_REPORTED) for p in out]
        ready = [self._ready(p) for p in closed if p.code not in old or p in more]
        changed = self._corrected([p for p in closed if p.code in old and p not in more], old)
        corrected = [Notice(self.family.key, p, Outcome.CORRECTED, old[p.code].edition) for p in changed]
        return [*waiting, *ready, *corrected]

    def decide(self, *, anew: bool) -> Iterator[tuple[list[Entry], list[Notice]]]:
        """One (entries, notices) per closing, oldest first, so that a fault in one leaves the rest standing."""
        closed = self._closed()
        old = self._published(closed)
        due = [p for p in closed if anew or p.code not in old or self._more(p, old)]
        if not due:
            return
        tallies = self._measure(closed)
        lattice = privacy.shape(
            self.family,
            self.model,
            self.year,
            closed,
            *completing.facts({p.code: self._turnout(p) for p in closed}, tallies),
        )
        stays = [entry for code, entry in old.items() if code not in {p.code for p in due}]
        frozen = self.ledger.decided(stays) if stays else None
        for group in closing.groups(due):
            codes = [p.code for p in group]
            edition = 1 + max((old[code].edition for code in codes if code in old), default=0)
            try:
                before = [old[code] for code in codes if code in old and not anew]
                known = self.ledger.decided(before) if before else None
                decided = privacy.decide(tallies, lattice, codes, frozen, self.model, known)
            except DisagreementError:
                yield [], [Notice(self.family.key, p, Outcome.BLOCKED) for p in group]
                continue
            except (UnprotectableError, InconsistentError):
                yield [], [Notice(self.family.key, p, Outcome.UNPROTECTED) for p in group]
                continue
            parts = [self._part(p, decided, old, anew=anew) for p in group]
            decided = pl.concat(parts)
            frozen = decided if frozen is None else pl.concat([frozen.select(decided.columns), decided])
            born = rounding.numbers(tallies, decided)
            if not anew:
                born = self._told_before(born, [old[p.code] for p in group if p.code in old])
            entries = [self._entry(p, edition, decided, born, tallies) for p in group]
            yield entries, [self._notice(p, Outcome.PUBLISHED, edition=edition) for p in group]

    def _part(self, p: Period, decided: pl.DataFrame, old: Mapping[str, Publication], *, anew: bool) -> pl.DataFrame:
        """What is decided of a period, without those who have not delivered, and no more than an edition may add."""
        mine = completing.without_places(decided.filter(pl.col("period") == p.code), self._without(p))
        lacked = self.known.lacked(old[p.code]) if p.code in old else frozenset()
        if not lacked or anew or self.family.public:
            return mine
        before = self.ledger.decided([old[p.code]]).select(mine.columns)
        return completing.completed(mine, before, lacked, self.model.threshold)

    def _told_before(self, born: pl.DataFrame, completed: Sequence[Publication]) -> pl.DataFrame:
        """What an edition that is completed said of its places, it still says, to the letter."""
        if not completed or self.family.public:
            return born
        then = self.ledger.numbers(completed).select(born.columns).filter(pl.col("municipality") != ALL)
        return pl.concat([then, born.join(then, on=["period", "indicator", *CELL], how="anti")])

    def _entry(
        self, p: Period, edition: int, decided: pl.DataFrame, numbers: pl.DataFrame, tallies: tally.Tallies
    ) -> Entry:
        mine = pl.col("period") == p.code
        return Entry(
            self.family.key,
            p.code,
            edition,
            decided.filter(mine).select(*CELL, "shown", "persons"),
            completing.without_places(numbers.filter(mine).drop("period"), self._without(p)),
            self._without(p),
            completing.unrecorded(tallies, decided, p.code),
        )

    def _turnout(self, p: Period) -> Turnout:
        return self.known.board.turnout(self.family, p)

    def _without(self, p: Period) -> frozenset[str]:
        return completing.left_out(self._turnout(p))

    def _more(self, p: Period, old: Mapping[str, Publication]) -> bool:
        """Has more come of a published period than it was published without?"""
        lacked = self.known.lacked(old[p.code]) if p.code in old else frozenset()
        return self._without(p) < lacked

    def _notice(self, p: Period, outcome: Outcome, *, edition: int = 1, at: datetime | None = None) -> Notice:
        return Notice(self.family.key, p, outcome, edition, at, self._without(p), self._turnout(p).blocked)

    def _ready(self, p: Period) -> Notice:
        """Closed and not published: waiting for somebody, or tried in vain."""
        tried = self.known.attempts.get((self.family.key, p.code))
        if tried is None:
            return self._notice(p, Outcome.READY)
        return self._notice(p, Outcome(tried.outcome), at=tried.at)

    def _corrected(self, published: Sequence[Period], old: Mapping[str, Publication]) -> list[Period]:
        """Published periods of which some shown number would come out otherwise today.

        Hidden cells are not looked at: that one of them has changed would itself tell something of it. Nor are
        waits, which go on changing after the period, and indicators that were not there then.
        """
        changes = self.known.changes
        asked = [p for p in published if closing.touched(self.year, pl.col("at") >= old[p.code].at, changes)]
        if not asked:
            return []
        entries = [old[p.code] for p in asked]
        decided, then = self.ledger.decided(entries), self.ledger.numbers(entries)
        tallies = self._measure(asked)
        now = rounding.numbers(tallies, decided)
        keys = ["indicator", *CELL, "value", "low", "high", "base", "bound"]
        steady = [key for key in then["indicator"].unique() if BY_KEY[key].measure is not Measure.MEDIAN_WAIT]
        persons = privacy.persons(tallies, decided)
        changed = []
        for p in asked:
            mine = (pl.col("period") == p.code) & pl.col("indicator").is_in(steady)
            same = set(then.filter(mine).select(keys).iter_rows()) == set(now.filter(mine).select(keys).iter_rows())
            if not same or not persons.filter(pl.col("period") == p.code)["same"].all():
                changed.append(p)
        return changed

    def _measure(self, periods: Sequence[Period]) -> tally.Tallies:
        return tally.measure(self.family, self.known.rows, self.model, periods, self.today)

    def _published(self, periods: Sequence[Period]) -> dict[str, Publication]:
        keys = {p.code: (self.family.key, p.code) for p in periods}
        return {code: self.known.latest[key] for code, key in keys.items() if key in self.known.latest}

    def _periods(self) -> list[Period]:
        return closing.periods(self.family, self.known.rows, self.model, self.year)

    def _closed(self) -> list[Period]:
        """Those reported that may be published: where another family counts the same persons, it has the first word."""
        reported, root = self._reported(), self.family.persons_of
        if not root:
            return reported
        latest = self.ledger.latest()
        said = [latest[root, p.code] for p in reported if (root, p.code) in latest]
        total = self.ledger.decided(said).filter(pl.col("shown"), whole(but=()))
        told = set(total["period"])
        return [p for p in reported if p.code in told]

    def _reported(self) -> list[Period]:
        spans = self.known.spans
        return [
            p
            for p in self._periods()
            if closing.is_closed(p, self.family, self.model, spans, self.today)
            and completing.may_close(self._turnout(p), self.family, p, self.model)
        ]


def audit(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[tuple[str, int, int]]:
    """Attack what is published, family by family and year by year: (family, year, breaches), 0 where it is safe.

    The rows as they are now say which counts are small; the attack itself sees only what is published.
    """
    rows = {name: store.rows(table) for name, table in BY_NAME.items()}
    latest, found = ledger.latest(), []
    for family in (family for family in FAMILIES if not family.public):
        for year in closing.years(family, rows, today):
            mine = [entry for key, entry in latest.items() if key[0] == family.key and key[1].startswith(str(year))]
            periods = [p for entry in mine if (p := from_code(entry.period))]
            if periods:
                tallies = tally.measure(family, rows, model, periods, today)
                breaches = privacy.audit(
                    tallies, privacy.shape(family, model, year, periods), ledger.decided(mine), model
                )
                found.append((family.key, year, breaches))
    return found
