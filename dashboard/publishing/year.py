"""Owns one family's calendar year: which periods have closed, what is published, what is to be."""

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import polars as pl

from dashboard.counting import tally
from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family, Measure
from dashboard.counting.indicators import BY_KEY, tellable
from dashboard.counting.period import Period
from dashboard.publishing import closing, completing, readable
from dashboard.publishing.attacking import UNSAFE
from dashboard.publishing.deliveries import Turnout
from dashboard.publishing.notice import Notice, Outcome
from dashboard.publishing.situation import Situation
from dashboard.wall import outdated, rounding, translation
from dashboard.wall import published as privacy
from dashboard.wall.lattice import InconsistentError
from data_sources.declared.model import Model
from data_sources.declared.wall_rules import RULES
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Entry, Publication


@dataclass(frozen=True, eq=False)
class Year:
    """One family's calendar year: which periods have closed, what is published, what is to be."""

    ledger: Ledger
    model: Model
    family: Family
    year: int
    situation: Situation
    today: date

    def survey(self) -> list[Notice]:
        """How every period that has begun stands."""
        begun = [p for p in self._periods() if p.last < self.today]
        closed, reported = self._closed(), self._reported
        old = self._published(closed)
        more = {p for p in closed if self._more(p, old)}
        out = [p for p in begun if p not in reported and p.code not in old]
        out += [p for p in closed if p.code in old and p not in more and ALL in self._without(p)]
        waiting = [self._notice(p, Outcome.NOT_REPORTED) for p in out]
        ready = [self._ready(p) for p in closed if p.code not in old or p in more]
        changed = self._corrected([p for p in closed if p.code in old and p not in more], old)
        corrected = [Notice(self.family.key, p, Outcome.CORRECTED, old[p.code].edition) for p in changed]
        return [*waiting, *ready, *corrected]

    def decide(
        self, *, anew: bool, done: Collection[str] = frozenset(), since: date = date.min
    ) -> Iterator[tuple[list[Entry], list[Notice]]]:
        """One (entries, notices) per closing, oldest first, so that a fault in one leaves the rest standing. `anew`:
        also what is published already, but for the periods that are `done`. `since`: what began earlier waits."""
        closed = self._closed()
        old = self._published(closed)
        asked = [p for p in closed if p.first >= since]
        due = [p for p in asked if (anew and p.code not in done) or p.code not in old or self._more(p, old)]
        if not due:
            return
        closed = [p for p in closed if p in due or p.code in old]
        tallies = self._measure(closed)
        facts = completing.facts({p.code: self._turnout(p) for p in closed}, tallies)
        lattice = translation.shape(self.family, self.model, self.year, closed, *facts)
        stays = [entry for code, entry in old.items() if code not in {p.code for p in due}]
        frozen = self._read(stays) if stays else None
        before = self._before(tallies, [p.code for p in due])
        for group in closing.groups(due):
            try:
                decided = privacy.decide(
                    tallies,
                    lattice,
                    [p.code for p in group],
                    frozen,
                    self.model.threshold,
                    before=before,
                    held=self._events(group),
                    least=max(self._withdrawn(p.code) for p in group),
                )
            except InconsistentError:
                yield [], [Notice(self.family.key, p, Outcome.BLOCKED) for p in group]
                continue
            if left := [p for p in group if p.code not in decided.depth]:
                yield [], [Notice(self.family.key, p, Outcome.BLOCKED) for p in left]
            decided_periods = [p for p in group if p.code in decided.depth]
            cells = pl.concat([self._part(p, decided.frame, old, anew=anew) for p in decided_periods])
            frozen = cells if frozen is None else pl.concat([frozen.select(cells.columns), cells])
            born = rounding.numbers(tallies, cells, self.model.threshold)
            if not anew:
                born = self._told_before(born, [old[p.code] for p in decided_periods if p.code in old])
            entries = [self._entry(p, cells, born, decided.depth[p.code]) for p in decided_periods]
            yield entries, [self._made(p, entry) for p, entry in zip(decided_periods, entries, strict=True)]

    def _made(self, p: Period, entry: Entry) -> Notice:
        outcome = Outcome.SHOWN_LESS if entry.depth else Outcome.PUBLISHED
        return replace(self._notice(p, outcome, edition=entry.edition), depth=entry.depth)

    def _part(self, p: Period, decided: pl.DataFrame, old: Mapping[str, Publication], *, anew: bool) -> pl.DataFrame:
        """What is decided of a period, without those who have not delivered, and no more than an edition may add."""
        cells = completing.without_places(decided.filter(pl.col("period") == p.code), self._without(p))
        lacked = self.situation.lacked(old[p.code]) if p.code in old else frozenset()
        if not lacked or anew or self.family.public:
            return cells
        before = self._read([old[p.code]]).select(cells.columns)
        return completing.completed(cells, before, lacked, self.model.threshold)

    def _told_before(self, born: pl.DataFrame, completed: Sequence[Publication]) -> pl.DataFrame:
        """What an edition that is completed said of its places, it still says, to the letter."""
        if not completed or self.family.public:
            return born
        then = self.ledger.numbers(completed).select(born.columns).filter(pl.col("municipality") != ALL)
        return pl.concat([then, born.join(then, on=["period", "indicator", *CELL], how="anti")])

    def _entry(self, p: Period, decided: pl.DataFrame, numbers: pl.DataFrame, depth: int) -> Entry:
        of_period = pl.col("period") == p.code
        return Entry(
            self.family.key,
            p.code,
            1 + self._editions().get(p.code, 0),
            decided.filter(of_period).select(*CELL, "shown", "persons"),
            completing.without_places(numbers.filter(of_period).drop("period"), self._without(p)),
            self._without(p),
            self.model.threshold,
            int(depth),
        )

    def _editions(self) -> dict[str, int]:
        """The newest edition of each period, withdrawn ones too: a number is never given twice."""
        entries = [entry for entry in self.ledger.publications(pending=True) if entry.family == self.family.key]
        return {entry.period: entry.edition for entry in sorted(entries, key=lambda entry: entry.edition)}

    def _withdrawn(self, code: str) -> int:
        """How many times a period has been published and withdrawn: each time it shows less."""
        gone = (withdrawal.publication for withdrawal in self.ledger.withdrawals() if withdrawal.reason == UNSAFE)
        return sum((entry.family, entry.period) == (self.family.key, code) for entry in gone)

    def _before(self, tallies: tally.Tallies, codes: Sequence[str]) -> pl.DataFrame | None:
        """What earlier editions that can still be read decided of these periods: period, the columns of CELL, shown.

        What one of them shows, and still is so, is known. What they hide stays hidden; but where one had to show more
        persons than today's threshold asks for, and all it shows still holds, it hides nothing that may not be shown.
        """
        entries = [
            entry
            for entry in self.ledger.readable(pending=True)
            if entry.family == self.family.key and entry.period in codes and entry.rules == RULES
        ]
        if self.family.public or not entries:
            return None
        counts = tallies.counts.rename({"persons": "now"})
        # What a raised threshold has hidden since binds nobody: only what can be read, and what was hidden then.
        then = self.ledger.decided(entries).rename({"shown": "shown_then"}).drop("persons")
        left = self._read(entries).select("publication", *CELL, "shown", "persons")
        cells = then.join(left, on=["publication", *CELL]).filter(pl.col("shown") | ~pl.col("shown_then"))
        cells = cells.join(counts, on=["period", *CELL], how="left")
        holds = (~pl.col("shown") | (pl.col("persons") == pl.col("now"))).all().over("period")
        binding = pl.col("shown") | (pl.col("threshold") <= self.model.threshold) | ~holds
        same = pl.col("shown") & (pl.col("persons") == pl.col("now"))
        fates = cells.filter(binding).group_by("period", *CELL).agg(same.any().alias("same"), pl.col("shown").any())
        return fates.filter(pl.col("same") | ~pl.col("shown")).select("period", *CELL, "shown")

    def _read(self, entries: Sequence[Publication]) -> pl.DataFrame:
        """Decided cells as they can be read today."""
        return readable.decided(self.ledger, entries, self.model.threshold)

    def _events(self, periods: Sequence[Period]) -> pl.DataFrame | None:
        """How many events are told of, where nobody is counted without one: period, municipality, events."""
        if not self.family.held_by:
            return None
        latest = self.ledger.latest(pending=True)
        entries = [latest[key] for p in periods if (key := (self.family.held_by, p.code)) in latest]
        return self.ledger.decided(entries).filter(whole()).select("period", "municipality", events="persons")

    def _turnout(self, p: Period) -> Turnout:
        return self.situation.board.turnout(self.family, p)

    def _without(self, p: Period) -> frozenset[str]:
        return completing.left_out(self._turnout(p))

    def _more(self, p: Period, old: Mapping[str, Publication]) -> bool:
        """Has more come of a published period than it was published without?"""
        lacked = self.situation.lacked(old[p.code]) if p.code in old else frozenset()
        return self._without(p) < lacked

    def _notice(self, p: Period, outcome: Outcome, *, edition: int = 1, at: datetime | None = None) -> Notice:
        return Notice(self.family.key, p, outcome, edition, at, self._without(p), self._turnout(p).blocked)

    def _ready(self, p: Period) -> Notice:
        """Closed and not published: waiting for somebody, or tried in vain."""
        tried = self.situation.attempts.get((self.family.key, p.code))
        if tried is None or tried.outcome not in set(Outcome):
            return self._notice(p, Outcome.READY)
        return self._notice(p, Outcome(tried.outcome), at=tried.at)

    def _corrected(self, published: Sequence[Period], old: Mapping[str, Publication]) -> list[Period]:
        """Published periods of which some shown number would come out otherwise today.

        Hidden cells are not looked at: that one of them has changed would itself tell something of it. Nor are
        waits, which go on changing after the period, and indicators that were not there then.
        """
        changes = self.situation.changes
        since = {p: closing.after(old[p.code].at, self.today) for p in published}
        asked = [p for p in published if closing.touched(self.family, self.year, since[p], changes)]
        if not asked:
            return []
        entries = [old[p.code] for p in asked]
        decided = self._read(entries)
        then = outdated.numbers_left(self.ledger.numbers(entries), decided).filter(tellable())
        tallies = self._measure(asked)
        thresholds = {entry.period: entry.threshold for entry in entries}
        anew = pl.concat(
            rounding.numbers(tallies, decided.filter(pl.col("period") == code), k) for code, k in thresholds.items()
        )
        keys = ["indicator", *CELL, "value", "low", "high", "base", "bound"]
        persons = privacy.persons(tallies, decided)
        changed = []
        for p in asked:
            before, again = (frame.filter(pl.col("period") == p.code) for frame in (then, anew))
            steady = [key for key in before["indicator"].unique() if BY_KEY[key].measure is not Measure.MEDIAN_WAIT]
            # What was published before intervals reckoned with persons is held against the rest of what it says.
            compared = [name for name in keys if name not in {"low", "high"} or before["design"].is_not_null().any()]
            before, again = (
                frame.filter(pl.col("indicator").is_in(steady)).select(compared) for frame in (before, again)
            )
            same = set(before.iter_rows()) == set(again.iter_rows())
            if not same or not persons.filter(pl.col("period") == p.code)["same"].all():
                changed.append(p)
        return changed

    def _measure(self, periods: Sequence[Period]) -> tally.Tallies:
        return tally.measure(self.family, self.situation.rows, self.model, periods, self.today)

    def _published(self, periods: Sequence[Period]) -> dict[str, Publication]:
        keys = {p.code: (self.family.key, p.code) for p in periods}
        return {code: self.situation.latest[key] for code, key in keys.items() if key in self.situation.latest}

    def _periods(self) -> list[Period]:
        return closing.periods(self.family, self.situation.rows, self.model, self.year)

    def _closed(self) -> list[Period]:
        """Those reported that may be published.

        Where another family counts the same persons, or the events without which there are none, it has the first
        word, and rows that have come in since wait for an edition of both.
        """
        reported, root = self._reported, self.family.persons_of or self.family.held_by
        if not root or not reported:
            return reported
        latest = self.ledger.latest(pending=True)
        done = {p.code for p in reported if (self.family.key, p.code) in latest}
        coming = [p for p in reported if p.code not in done and (root, p.code) in latest]
        if not coming:
            return [p for p in reported if p.code in done]
        entries = [latest[root, p.code] for p in coming]
        rows = self._read(entries).filter("shown", whole(but=() if self.family.persons_of else ("municipality",)))
        published = {
            (code, place): n for code, place, n in rows.select("period", "municipality", "persons").iter_rows()
        }
        counts = self._counted_as_told(root, coming).filter(whole()).select("period", "municipality", "persons")
        ours = {(code, place): n for code, place, n in counts.iter_rows()}
        named = {code for code, _ in published}
        disagree = {code for (code, place), n in published.items() if not self._agrees(n, ours.get((code, place), 0))}
        return [p for p in reported if p.code in (named - disagree) | done]

    def _counted_as_told(self, root: str, periods: Sequence[Period]) -> pl.DataFrame:
        """What the rows say today of what the other family told: the same persons here, or its events."""
        other = next(family for family in FAMILIES if family.key == root)
        family = self.family if self.family.persons_of else other
        return tally.counts(family, self.situation.rows, self.model, periods, self.today)

    def _agrees(self, published: int, counted: int) -> bool:
        """Do both say the same? Of events only whether there were any."""
        return published == counted if self.family.persons_of else (published > 0) == (counted > 0)

    def _told_apart(self) -> bool:
        """Has this year been told of municipalities by themselves that have become one since? Beside those numbers the
        new one's would give hidden parts away, so the year stays as it is published."""
        become = self.model.become
        if not become or self.family.public:
            return False
        entries = [entry for entry in self.ledger.readable(pending=True) if entry.period.startswith(str(self.year))]
        return bool(entries) and not set(become).isdisjoint(self.ledger.decided(entries)["municipality"])

    @functools.cached_property
    def _reported(self) -> list[Period]:
        if self._told_apart():
            return []
        spans = self.situation.spans
        return [
            p
            for p in self._periods()
            if closing.is_closed(p, self.family, self.model, spans, self.today)
            and completing.may_close(self._turnout(p), self.family, p, self.model)
        ]
