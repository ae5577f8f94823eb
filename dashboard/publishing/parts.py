"""Owns the parts a publishing falls into: families that bear on each other, in a calendar year.

No part waits for another, so several can be published beside each other, in processes and on machines of their own.
What a part decides is read by nobody until all are done and the ledger is released. A part that was broken off is done
again from where it stood: what it had kept already is attacked, and not decided twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family
from dashboard.counting.period import from_code
from dashboard.publishing import attacking, closing
from dashboard.publishing.attacking import ROOT
from dashboard.publishing.notice import Notice, Outcome
from dashboard.publishing.situation import Situation
from dashboard.publishing.year import Year
from data_sources.declared.model import Model
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Publication


@dataclass(frozen=True)
class Part:
    """`root`: the key of the family that the others count the persons, or the events, of (`attacking.ROOT`)."""

    root: str
    year: int

    @property
    def families(self) -> tuple[Family, ...]:
        """Which are published together, the root first."""
        return tuple(family for family in FAMILIES if ROOT[family.key] == self.root)

    def holds(self, publication: Publication) -> bool:
        """Is this publication of the part?"""
        return ROOT[publication.family] == self.root and publication.period.startswith(str(self.year))


@dataclass(frozen=True)
class Order:
    """What a publishing was asked to do. `at`: a moment before the rows were read, for what comes while it goes on is
    in no number; `version`: the store's then. `edition_of`: a year to publish anew, with the `reason` why. `since`:
    periods that began earlier wait."""

    today: date
    by: str
    at: datetime
    version: int
    edition_of: int | None = None
    reason: str = ""
    since: date = date.min


def parts(situation: Situation, ledger: Ledger, today: date, since: date = date.min) -> list[Part]:
    """Every part there may be something to do in, newest first: what people wait for. `since`: as in Order."""
    of_rows = {(ROOT[family.key], year) for family in FAMILIES for year in closing.years(family, situation.rows, today)}
    broken_off = {(ROOT[entry.family], int(entry.period[:4])) for entry in ledger.pending()}
    order = [family.key for family in FAMILIES]
    every = sorted(of_rows | broken_off, key=lambda each: (-each[1], order.index(each[0])))
    return [Part(root, year) for root, year in every if year >= since.year or (root, year) in broken_off]


def publish_part(ledger: Ledger, model: Model, situation: Situation, part: Part, order: Order) -> list[Notice]:
    """Decide, keep and attack one part; its numbers are read when the ledger is released. Raises StoreFault."""
    left = [entry for entry in ledger.pending() if part.holds(entry)]
    latest = {key: entry for key, entry in ledger.latest(pending=True).items() if part.holds(entry)}
    without = {entry.id: ledger.without(entry) for entry in latest.values()}
    situation = replace(situation, latest=latest, without=without)
    notices = [_left(ledger, entry) for entry in left]
    anew = order.edition_of == part.year
    for family in part.families:
        if part.year not in closing.years(family, situation.rows, order.today):
            continue
        run = Year(ledger, model, family, part.year, situation, order.today)
        done = frozenset(entry.period for entry in left if entry.family == family.key)
        for entries, told_of in run.decide(anew=anew, done=done, since=order.since):
            notices += told_of
            if entries:
                ledger.add(entries, order.by, order.version, order.reason if anew else "", order.at)
            else:
                ledger.note(family.key, [each.period.code for each in told_of], told_of[0].outcome, order.by)
    added = [entry for entry in ledger.unattacked() if part.holds(entry)]
    fallen = attacking.withdrawn(ledger, model, situation.rows, added, order.today)
    return _with_fallen(notices, fallen)


def _left(ledger: Ledger, entry: Publication) -> Notice:
    """What a part that was broken off had come to."""
    p = from_code(entry.period)
    assert p is not None
    outcome = Outcome.SHOWN_LESS if entry.depth else Outcome.PUBLISHED
    return Notice(entry.family, p, outcome, entry.edition, without=ledger.without(entry), depth=entry.depth)


def _with_fallen(notices: Sequence[Notice], fallen: Sequence[Publication]) -> list[Notice]:
    unsafe = {(entry.family, entry.period) for entry in fallen}
    return [replace(n, outcome=Outcome.WITHDRAWN) if (n.family, n.period.code) in unsafe else n for n in notices]
