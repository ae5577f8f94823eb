"""Owns when what is published is attacked: after every publication, and whenever somebody asks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.counting import tally
from dashboard.counting.cells import ALL, whole
from dashboard.counting.families import FAMILIES
from dashboard.counting.period import from_code
from dashboard.publishing import inhabitants, readable
from dashboard.publishing.situation import rows_of
from dashboard.wall import published as privacy
from dashboard.wall.attack.intruder import Attack, Breach, Screen, attack
from data_sources.declared.model import Model
from data_sources.declared.tables import POPULATION
from data_sources.declared.wall_rules import RULES
from data_sources.storing.ledger import OLD_RULES, Ledger
from data_sources.storing.publication import Publication
from data_sources.storing.store import Store

UNSAFE = "unsafe"
ROOT = {family.key: family.persons_of or family.held_by or family.key for family in FAMILIES}


@dataclass(frozen=True)
class Audit:
    """What an attack on one family's year came to. `tried`: hidden cells below the threshold that were attacked."""

    family: str
    year: int
    tried: int
    breaches: tuple[Breach, ...]


def audit(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[Audit]:
    """Attack everything that can be read, each year of the families that bear on each other in one go.

    The rows as they are now say which counts are small; the attack itself sees only what is published.
    """
    rows = rows_of(store, model)
    held_by_todays_rules(ledger, model, rows, today)
    every = ledger.readable()
    audits = []
    for root in dict.fromkeys(ROOT[family.key] for family in FAMILIES):
        related = [entry for entry in every if ROOT[entry.family] == root]
        for year in sorted({int(entry.period[:4]) for entry in related}):
            result = attacked(ledger, model, rows, related, year, today)
            for key in dict.fromkeys(entry.family for entry in related):
                own = tuple(breach for breach in result.breaches if breach.family == key)
                if key == root or own:
                    audits.append(Audit(key, year, result.tried if key == root else 0, own))
    return audits


def held_by_todays_rules(ledger: Ledger, model: Model, rows: tally.Rows, today: date) -> bool:
    """Attack what older rules published as it was published; what holds can be read as it was from now on.

    Of the rest only the least is read (`outdated`); where even that falls, nobody reads it any more.
    It is not tried again until something else of that year is read. True where anything was tried.
    """
    holding, tried = ledger.holding(), False
    for root in dict.fromkeys(ROOT[family.key] for family in FAMILIES):
        related = [entry for entry in ledger.readable() if ROOT[entry.family] == root]
        older = [entry for entry in related if entry.rules < RULES and entry.id not in holding]
        for year in sorted({int(entry.period[:4]) for entry in older}):
            group = [entry for entry in older if entry.period.startswith(str(year))]
            beside = [entry for entry in related if entry.period.startswith(str(year))]
            if ledger.is_tried(group, beside, model.threshold):
                continue
            tried = True
            if not attacked(ledger, model, rows, related, year, today, as_published=True).breaches:
                ledger.hold(group)
                continue
            fallen = {(b.family, b.period) for b in attacked(ledger, model, rows, related, year, today).breaches}
            gone = [entry for entry in group if (entry.family, entry.period) in fallen]
            ledger.withdraw(gone, OLD_RULES)
            left = [entry for entry in beside if entry not in gone]
            ledger.keep_tried([entry for entry in group if entry not in gone], left, model.threshold)
    return tried


def attacked(
    ledger: Ledger,
    model: Model,
    rows: tally.Rows,
    entries: Collection[Publication],
    year: int,
    today: date,
    *,
    as_published: bool = False,
) -> Attack:
    """The attack on some families' year: every edition of it that can be read.

    `as_published`: what older rules published as they had it, though less of it may be read, until a cell falls.
    """
    of_the_year = [entry for entry in entries if entry.period.startswith(str(year))]
    adults = inhabitants.by_year(model, rows[POPULATION.name], [year])
    truth = {}
    for family in FAMILIES:
        codes = sorted({entry.period for entry in of_the_year if entry.family == family.key})
        periods = [period for code in codes if (period := from_code(code))]
        if periods and not family.public:
            truth[family.key] = tally.counts(family, rows, model, periods, today)
    seen = screens(ledger, of_the_year, model, adults, truth, as_published=as_published)
    return attack(seen, model, model.threshold, truth, adults, until_first=as_published)


def withdrawn(
    ledger: Ledger, model: Model, rows: tally.Rows, added: Sequence[Publication], today: date
) -> list[Publication]:
    """Attack every year in which something was added, and let nobody read what brought somebody down. The rest is read
    when the ledger is released.

    An edition of the first rules gives way to a new one: read beside it, it would tell how many come from elsewhere.
    """
    yielding = {entry.id for entry in ledger.yielding(added)}
    unsafe: list[Publication] = []
    for root in dict.fromkeys(ROOT[entry.family] for entry in added):
        own = [entry for entry in added if ROOT[entry.family] == root]
        for year in sorted({int(entry.period[:4]) for entry in own}):
            every = [
                entry
                for entry in ledger.readable(pending=True)
                if ROOT[entry.family] == root and entry.id not in yielding
            ]
            breaches = attacked(ledger, model, rows, every, year, today).breaches
            fallen = {(breach.family, breach.period) for breach in breaches}
            of_the_year = [entry for entry in own if entry.period.startswith(str(year))]
            # Where what fell is of another day, what was added is what brought it down.
            unsafe += [entry for entry in of_the_year if (entry.family, entry.period) in fallen] or (
                of_the_year if breaches else []
            )
    ledger.attacked(added, unsafe, UNSAFE)
    return unsafe


def screens(
    ledger: Ledger,
    entries: Sequence[Publication],
    model: Model,
    adults: pl.DataFrame,
    truth: Mapping[str, pl.DataFrame],
    *,
    as_published: bool = False,
) -> list[Screen]:
    """What each publication shows, as the screen does. Of older editions that say the same to the letter the first one:
    whoever has read one learns nothing of the next."""
    if not entries:
        return []
    numbers = ledger.numbers(entries).partition_by("publication", as_dict=True)
    decided = ledger.decided(entries) if as_published else readable.decided(ledger, entries, model.threshold)
    cells = decided.partition_by("publication", as_dict=True)
    nothing = ledger.numbers([])
    newest = {(entry.family, entry.period): entry.id for entry in sorted(entries, key=lambda entry: entry.id)}
    older: dict[tuple[str, str, frozenset[str]], list[tuple[pl.DataFrame, pl.DataFrame]]] = {}
    shown = []
    for entry in entries:
        own = cells.get((entry.id,))
        if own is not None:
            if entry.id != newest[entry.family, entry.period]:
                says = _unnamed(own), _unnamed(numbers.get((entry.id,), nothing))
                before = older.setdefault((entry.family, entry.period, ledger.without(entry)), [])
                if any(all(map(pl.DataFrame.equals, says, each)) for each in before):
                    continue
                before.append(says)
            sealed = privacy.publish(numbers.get((entry.id,), nothing), own, model.threshold)
            frame = privacy.per_inhabitants(sealed, adults).frame
            without = ledger.without(entry)
            counted = truth.get(entry.family)
            gone = frozenset() if counted is None else without - _counted(counted, entry.period)
            absent = frozenset() if ALL in without else gone
            shown.append(Screen(entry.id, entry.family, entry.period, frame, without, absent))
    return shown


def _unnamed(frame: pl.DataFrame) -> pl.DataFrame:
    """What a publication says, without which edition it is."""
    return frame.drop("publication", "edition")


def _counted(counts: pl.DataFrame, period: str) -> frozenset[str]:
    """The places where somebody is counted in a period."""
    return frozenset(counts.filter(pl.col("period") == period, whole(), pl.col("persons") > 0)["municipality"])
