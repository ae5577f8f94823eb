"""Owns what the store and the ledger say before anything is published: rows, what has come, and what stands already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.counting import tally
from dashboard.publishing.deliveries import Board
from data_sources.declared.model import Model
from data_sources.declared.tables import BY_NAME
from data_sources.storing.books.deliveries import DeliveryBook
from data_sources.storing.ledger import Attempt, Ledger, Publication
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
        rows = {name: store.rows(table) for name, table in BY_NAME.items()}
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
    return Board(model, book.spans(until), book.words(until), today)
