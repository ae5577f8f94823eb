"""What Excel, Power BI and R can rely on at the addresses under /tall/."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.desk import Desk, the_desk
from dashboard.installation.settings import Settings
from dashboard.serving import numbers
from tests.dashboard.serving.test_server import ask
from tests.stores import at_home, copy_of

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def nothing_kept(desk: Desk) -> Iterator[None]:
    yield
    numbers.kept.cache_clear()


def test_the_numbers_are_served_as_they_are_exported_and_only_made_once(desk: Desk, monkeypatch) -> None:
    status, headers, body = ask("/tall/numbers.csv")
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8")
    rows = list(csv.DictReader(io.StringIO(body.decode())))
    assert any(row["indicator"] == "concerts" and row["value"] for row in rows)
    monkeypatch.setattr(numbers.making, "made", lambda *_: pytest.fail("made twice"))
    assert json.loads(ask("/tall/datapackage.json")[2])["version"] == desk.pin()
    assert ask("/tall/numbers.parquet")[2][:4] == b"PAR1"
    assert json.loads(ask("/tall/events.json")[2])["class"] == "dataset"
    listed = ask("/tall/")[2].decode().splitlines()
    assert [ask(address)[0] for address in listed[2:]] == [200] * len(listed[2:])


def test_whoever_has_the_newest_numbers_gets_nothing_sent() -> None:
    tag = ask("/tall/numbers.csv")[1]["etag"]
    status, _, body = ask("/tall/numbers.csv", **{"if-none-match": tag})
    assert (status, body) == (304, b"")


def test_the_address_can_ask_for_a_language_and_an_edition(desk: Desk) -> None:
    assert b",Concerts," in ask(f"/tall/numbers.csv?lang=en&sett={desk.pin()}")[2]


@pytest.mark.parametrize(("address", "said"), [("/tall/rows.csv", "numbers.csv"), ("/tall/?sett=2031-01-01", "2031")])
def test_what_is_not_there_is_a_sentence(address: str, said: str) -> None:
    status, _, body = ask(address)
    assert status == 404
    assert said in body.decode()


def test_nothing_published_is_a_sentence(tmp_path: Path, monkeypatch) -> None:
    at_home(monkeypatch, tmp_path / "empty.sqlite")
    the_desk.cache_clear()
    status, _, body = ask("/tall/numbers.csv")
    assert status == 404
    assert "publiser først" in body.decode()


def test_what_is_withdrawn_is_not_served_from_what_was_kept(file: Path, tmp_path: Path, monkeypatch) -> None:
    copy_of(file, tmp_path / file.name)
    shutil.copy(file.with_suffix(".key"), tmp_path)
    at_home(monkeypatch, tmp_path / file.name)
    the_desk.cache_clear()
    tag, before = ask("/tall/numbers.csv")[1]["etag"], ask("/tall/numbers.csv")[2]
    ledger = the_desk(Settings.here())._ledger
    ledger.withdraw([entry for entry in ledger.publications() if entry.period.endswith("Q1")], "unsafe")
    status, headers, body = ask("/tall/numbers.csv", **{"if-none-match": tag})
    assert status == 200
    assert headers["etag"] != tag
    assert len(body) < len(before)
    the_desk.cache_clear()
