"""A database made by an earlier version opens, is brought up to date, and shows the numbers it showed.

`before_the_rooms` was made by version 0.1.0 as it stood on 2026-11-25: a year of made-up rows, published.
"""

import gzip
import sqlite3
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from oracle import CALLED

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.publishing import attacking
from dashboard.statistics.intervals import wilson
from data_sources.declared.tables import BY_NAME

pytestmark = pytest.mark.slow

DATABASES = Path(__file__).resolve().parents[2] / "databases"
KEY = bytes.fromhex("95d9b3e1d4d6b4237c9233f53bbd0b3c304bff51fb39e3c3e4036e41733025ea")
TODAY = date(2026, 5, 20)
THEN = ("municipality", "level", "service")


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
    query = """SELECT p.family, p.period, n.* FROM published_number n JOIN publication p ON p.id = n.publication_id"""
    rows = pl.read_database(query, connection)
    connection.close()
    # What three columns held then stands under its own names now.
    held = {family.key: dict(zip(CALLED[family.key], THEN, strict=True)) for family in FAMILIES}
    own = [
        {name: row[held[row["family"]][name]] if name in held[row["family"]] else ALL for name in CELL}
        for row in rows.iter_rows(named=True)
    ]
    return pl.concat([rows.drop(THEN), pl.DataFrame(own)], how="horizontal")


@pytest.fixture
def desk(file: Path, stored: pl.DataFrame) -> Desk:
    """Today's version on it."""
    assert stored.height > 1000
    key = file.with_suffix(".key")
    key.write_bytes(KEY)
    return Desk(Settings(f"sqlite:///{file}", "gjovik", key), today=lambda: TODAY)


def test_every_count_that_can_be_read_is_read_as_it_was(desk: Desk, stored: pl.DataFrame) -> None:
    shown = desk.published().frame.filter(pl.col("sign") == "", pl.col("indicator") != "participants_per_1000")
    keys = ["indicator", "period", *CELL]
    joined = shown.join(stored, on=keys, how="left", suffix="_then")
    assert shown.height > 150
    assert {(ALL, "2025Q1"), ("gjovik", "2025Q1")} <= set(shown.select("municipality", "period").iter_rows())
    same = [pl.col(name).eq_missing(pl.col(f"{name}_then")) for name in ("value", "low", "high", "base")]
    otherwise = joined.filter(~pl.all_horizontal(same))
    assert {BY_KEY[key].measure for key in otherwise["indicator"]} == {Measure.SHARE_OF_ROWS}
    assert otherwise.filter(pl.col("base").ne_missing(pl.col("base_then"))).is_empty()


def test_what_todays_rules_would_never_have_told_is_told_no_more_and_counted(desk: Desk, stored: pl.DataFrame) -> None:
    told = desk.told_otherwise()
    assert told is not None
    day, numbers = told
    assert 0 < numbers < stored.height
    assert day >= date(2026, 5, 20)
    shares = [key for key, one in BY_KEY.items() if one.measure is Measure.SHARE_OF_ROWS]
    frame = desk.published().frame.filter(pl.col("indicator").is_in(shares), pl.col("sign") == "")
    for value, low, high, base, bound in frame.select("value", "low", "high", "base", "bound").iter_rows():
        if bound:
            assert low is high is None
        else:
            interval = wilson(value * base, base)
            assert (low, high) == (round(interval.lower, 2), round(interval.upper, 2))


def test_what_holds_against_todays_attack_is_read_as_it_was_and_nothing_read_falls(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def readable() -> int:
        return desk.published().frame.filter(pl.col("sign") == "").height

    before, told = readable(), desk.told_otherwise()
    rows = {name: desk._store.rows(table) for name, table in BY_NAME.items()}
    attacking.held_by_todays_rules(desk._ledger, desk.model, rows, TODAY)
    assert {gone.publication.family for gone in desk._ledger.withdrawals()} == {"performers"}  # hidden, and no concert
    assert readable() > before  # ended courses hold, so their year and parts are back
    after = desk.told_otherwise()
    assert told and after and told[0] == after[0]
    # What neither held nor fell is not attacked again while nothing else of it can be read.
    monkeypatch.setattr(attacking, "attacked", lambda *_, **__: pytest.fail("attacked once more"))
    assert not attacking.held_by_todays_rules(desk._ledger, desk.model, rows, TODAY)


def test_rows_batches_and_minutes_are_all_there(desk: Desk) -> None:
    batches = desk.batches()
    assert [batch.file for batch in batches] == ["konserter.csv", "henvisninger.csv", "oppmote.csv"]
    assert [decision.text for decision in desk.decisions()] == ["Målet på oppmøte står"]
    assert [note.text for note in desk.notes("gjovik")] == ["Terapeut sykmeldt"]
