"""Owns what the store and the ledger say before anything is published: rows, what has come, and what stands already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from dashboard.counting import tally
from dashboard.publishing.deliveries import Board
from data_sources.declared.model import Model
from data_sources.declared.tables import BY_NAME, POPULATION
from data_sources.storing.books.deliveries import DeliveryBook
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Attempt, Publication
from data_sources.storing.store import Store


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
    def read(cls, store: Store, ledger: Ledger, model: Model, today: date) -> "Situation":
        rows = rows_of(store, model)
        board = board_of(store, model, today)
        latest = ledger.latest()
        without = {entry.id: ledger.without(entry) for entry in latest.values()}
        return cls(rows, store.spans(), store.changes(), latest, ledger.attempts(), board, without)

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
    rows = {name: store.rows(table) for name, table in BY_NAME.items()}
    return {name: frame if name == POPULATION.name else _as_today(frame, model) for name, frame in rows.items()}


def _as_today(frame: pl.DataFrame, model: Model) -> pl.DataFrame:
    if not model.become or "municipality" not in frame.columns:
        return frame
    return frame.with_columns(pl.col("municipality").replace(model.become))
