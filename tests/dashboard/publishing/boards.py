"""Boards for tests: who has delivered what, and what has been said of it, in a few words."""

from dataclasses import replace
from datetime import date, datetime

import polars as pl

from dashboard.counting.period import Period, from_code
from dashboard.publishing.deliveries import Board
from data_sources.declared.deliverer import Deliverer
from data_sources.declared.model import Model, load
from data_sources.storing.books.deliveries import Word, WordKind

MODEL = load("gjovik")
TODAY = date(2026, 7, 20)
KEYS = ("gjovik", "ostre_toten", "vestre_toten", "sondre_land", "nordre_land")


def merged() -> Model:
    """The region when Søndre and Nordre Land have become Land."""
    told = MODEL.model_dump(by_alias=True)
    *rest, south, _ = told["municipality"]
    land = {**south, "key": "land", "name": "Land", "formerly": ("sondre_land", "nordre_land")}
    return Model.model_validate({**told, "municipality": (*rest, land)})


def code(text: str) -> Period:
    period = from_code(text)
    assert period is not None
    return period


def board(*spans: tuple[str, str, str, str, str], words: tuple[Word, ...] = (), model: Model = MODEL) -> Board:
    """A board of (table, municipality, first, last, uploaded on), each a file of its own."""
    rows = [
        {
            "table_name": table,
            "municipality": place,
            "team": "",
            "first": date.fromisoformat(first),
            "last": date.fromisoformat(last),
            "partial": False,
            "at": datetime.fromisoformat(f"{on}T10:00"),
            "by": "kari",
            "file_first": date.fromisoformat(first),
            "file_last": date.fromisoformat(last),
        }
        for table, place, first, last, on in spans
    ]
    return Board(model, pl.DataFrame(rows), words, TODAY)


def of(place: str, table: str = "attendance") -> Deliverer:
    return Deliverer(table=table, municipality=place)


def said(kind: WordKind, place: str, period: str, on: str, table: str = "attendance") -> Word:
    return Word(1, kind, table, f"municipality:{place}", period, "ola", datetime.fromisoformat(f"{on}T09:00"))


def partial(came: Board, *rows: bool) -> Board:
    """The same board, with too many failed rows in some of its files."""
    return replace(came, spans=came.spans.with_columns(partial=pl.Series(rows)))
