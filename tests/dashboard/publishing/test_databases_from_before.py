"""A database made by an earlier version opens, is brought up to date, and shows the numbers it showed.

`before_the_rooms` was made by version 0.1.0 as it stood on 2026-11-25: a year of made-up rows, published.
"""

import gzip
import sqlite3
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting.cells import CELL
from dashboard.desk import Desk
from dashboard.desk.settings import Settings

DATABASES = Path(__file__).resolve().parents[2] / "databases"
KEY = bytes.fromhex("95d9b3e1d4d6b4237c9233f53bbd0b3c304bff51fb39e3c3e4036e41733025ea")
TODAY = date(2026, 5, 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The database as it was left."""
    path = tmp_path / "samspill.sqlite"
    text = gzip.decompress((DATABASES / "before_the_rooms.sql.gz").read_bytes()).decode("utf-8")
    with sqlite3.connect(path) as connection:
        connection.executescript(text)
    connection.close()
    return path


@pytest.fixture
def stored(file: Path) -> pl.DataFrame:
    """The numbers that version published, as it wrote them."""
    connection = sqlite3.connect(file)
    query = """SELECT p.period, n.* FROM published_number n JOIN publication p ON p.id = n.publication_id"""
    rows = pl.read_database(query, connection)
    connection.close()
    return rows


@pytest.fixture
def desk(file: Path, stored: pl.DataFrame) -> Desk:
    """Today's version on it."""
    assert stored.height > 1000
    key = file.with_suffix(".key")
    key.write_bytes(KEY)
    return Desk(Settings(f"sqlite:///{file}", "gjovik", key), today=lambda: TODAY)


def test_every_number_that_was_published_is_read_as_it_was(desk: Desk, stored: pl.DataFrame) -> None:
    shown = desk.published().frame.filter(pl.col("sign") == "", pl.col("indicator") != "participants_per_1000")
    keys = ["indicator", "period", *CELL]
    joined = shown.join(stored, on=keys, how="left", suffix="_then")
    assert shown.height > 900
    for name in ("value", "low", "high", "base"):
        assert joined.filter(pl.col(name).ne_missing(pl.col(f"{name}_then"))).height == 0, name


def test_rows_batches_and_minutes_are_all_there(desk: Desk) -> None:
    batches = desk.batches()
    assert [batch.file for batch in batches] == ["konserter.csv", "henvisninger.csv", "oppmote.csv"]
    assert [decision.text for decision in desk.decisions()] == ["Målet på oppmøte står"]
    assert [note.text for note in desk.notes("gjovik")] == ["Terapeut sykmeldt"]
