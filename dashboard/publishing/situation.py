"""Owns what the store and the ledger say before anything is published: rows, what has come, and what stands already.

Attendance is not read as far back as it goes. A year's participants are counted in that year, and how alike their
appointments are in the twelve months up to each of its periods; an ended course in all that its participant attended
since it began.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from dashboard.counting import tally
from dashboard.counting.families import ENDED, PARTICIPANTS, STEPS
from dashboard.counting.indicator import Family
from dashboard.counting.period import Period, years_between
from dashboard.counting.ready_rows import ready
from dashboard.publishing import closing
from dashboard.publishing.deliveries import Board
from data_sources.declared.model import Model
from data_sources.declared.tables import ATTENDANCE, BY_NAME, POPULATION, REFERRALS
from data_sources.declared.wall_rules import RULES
from data_sources.storing.books.deliveries import DeliveryBook
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Attempt, Publication
from data_sources.storing.store import Store

READ_ATTENDANCE = (PARTICIPANTS, ENDED, STEPS)


@dataclass(frozen=True, eq=False)
class Situation:
    """What the store and the ledger say before anything is done."""

    rows: tally.Rows
    spans: pl.DataFrame
    changes: pl.DataFrame
    latest: Mapping[tuple[str, str], Publication]
    attempts: Mapping[tuple[str, str], Attempt]
    board: Board
    without: Mapping[int, frozenset[str]]

    @classmethod
    def read(
        cls,
        store: Store,
        ledger: Ledger,
        model: Model,
        today: date,
        edition_of: int | None = None,
        *,
        corrections: bool = False,
    ) -> "Situation":
        """Of attendance, which is most of all rows, only those years are read of which anything may be published
        (`first_day`). `edition_of`: a year that is published anew. `corrections`: also those in which what is published
        may come out otherwise now."""
        board = board_of(store, model, today)
        latest = ledger.latest()
        without = {entry.id: ledger.without(entry) for entry in latest.values()}
        spans, changes = store.spans(), store.changes()
        small = {name: _read(store, model, name) for name in BY_NAME if name != ATTENDANCE.name}
        lacking = {key for key, entry in latest.items() if without[entry.id]}
        settled = {key: entry for key, entry in latest.items() if key not in lacking}
        again = {int(entry.period[:4]) for entry in ledger.pending()} | ({edition_of} if edition_of else set())
        if any(entry.rules < RULES for entry in ledger.readable(pending=True)):
            since = None  # they are attacked by today's rules, whatever year they are of
        else:
            since = first_day(small, spans, changes if corrections else changes.clear(), settled, again, model, today)
        rows = ready({**small, ATTENDANCE.name: _read(store, model, ATTENDANCE.name, since)})
        return cls(rows, spans, changes, latest, ledger.attempts(), board, without)

    def lacked(self, publication: Publication) -> frozenset[str]:
        """Whom a publication was made without."""
        return self.without.get(publication.id, frozenset())


def board_of(store: Store, model: Model, today: date, until: date | None = None) -> Board:
    """Who has delivered what, as it stands; `until`: as it stood when that day was over."""
    book = DeliveryBook(store.engine)
    become = {f"municipality:{key}": f"municipality:{place}" for key, place in model.become.items()}
    words = [replace(word, place=become.get(word.place, word.place)) for word in book.words(until)]
    return Board(model, _as_today(book.spans(until), model), words, today)


def rows_of(store: Store, model: Model) -> tally.Rows:
    """Every table's rows; those of a municipality that has become part of another are that one's. How many live in each
    is said anew of the new one."""
    return ready({name: _read(store, model, name) for name in BY_NAME})


def _read(store: Store, model: Model, name: str, since: date | None = None) -> pl.DataFrame:
    frame = store.rows(BY_NAME[name], since)
    return frame if name == POPULATION.name else _as_today(frame, model)


def _as_today(frame: pl.DataFrame, model: Model) -> pl.DataFrame:
    if not model.become or "municipality" not in frame.columns:
        return frame
    return frame.with_columns(pl.col("municipality").replace(model.become))


def first_day(
    rows: Mapping[str, pl.DataFrame],
    spans: pl.DataFrame,
    changes: pl.DataFrame,
    settled: Mapping[tuple[str, str], Publication],
    again: Collection[int],
    model: Model,
    today: date,
) -> date:
    """The first day of attendance that bears on any year in which a period is not published, or may be told otherwise.

    `rows`: those of the other tables. `changes`: what may make what is published come out otherwise. `settled`: what is
    published, whole, by family and period. `again`: years that are published anew, or were broken off.
    """
    asked = {*again, today.year}
    for family in READ_ATTENDANCE:
        for p in _over(family, rows, spans, model, today):
            entry = settled.get((family.key, p.code))
            if entry is None or closing.touched(family, p.year, closing.after(entry.at, today), changes):
                asked.add(p.year)
    first = date(min(asked) - 1, 1, 1)
    begun = rows[REFERRALS.name].filter(pl.col("ended").dt.year().is_in(sorted(asked)))["started"].min()
    return min(first, begun) if isinstance(begun, date) else first


def _over(
    family: Family, rows: Mapping[str, pl.DataFrame], spans: pl.DataFrame, model: Model, today: date
) -> Iterator[Period]:
    """Every period that is over, from a family's first row on."""
    if family.table in rows:
        days = closing.days(family, rows)
        first, last = days.min(), days.max()
    else:
        own = spans.filter(pl.col("table_name") == family.table)
        first, last = own["first"].min(), own["last"].max()
    if isinstance(first, date) and isinstance(last, date):
        for year in years_between(first, min(last, today)):
            yield from (p for p in closing.every_period(family, model, year) if first <= p.last < today)
