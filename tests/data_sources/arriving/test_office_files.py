"""Workbooks as they came from offices and real data from elsewhere, where the folder with them is at hand.

The kinds they are of are held by workbooks made in test_intake and test_registers.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drawn_sheets import SECRET, SHARED, arrived

from data_sources.checking.arrival import Arrival
from data_sources.declared.model import load
from data_sources.storing.store import Counts, Store

pytestmark = pytest.mark.slow

OFFICES, APPOINTMENTS = SHARED / "files", SHARED / "real" / "appointments.csv"


@pytest.fixture(scope="module")
def offices() -> dict[str, tuple[dict[str, Any], Arrival]]:
    """File → what it must give, what it gave."""
    if not OFFICES.is_dir():
        return {}
    expected = json.loads((OFFICES / "expected.json").read_text("utf-8"))
    return {name: (must, arrived((OFFICES / name).read_bytes(), name)) for name, must in expected.items()}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path / 'samspill.sqlite'}", SECRET)
    yield made
    made.engine.dispose()


def kept(arrival: Arrival, table: str) -> int:
    return sum(sheet.rows.height for sheet in arrival.sheets if sheet.layout.table.name == table)


def test_every_file_gives_as_many_rows_as_it_must(offices: dict[str, tuple[dict[str, Any], Arrival]]) -> None:
    for name, (must, arrival) in offices.items():
        if "refused" in must:
            assert arrival.refused == must["refused"].replace(" ", "-") and arrival.places, name
            continue
        assert arrival.refused is None, name
        assert sum(len(sheet.failed) for sheet in arrival.sheets) == must.get("failed", 0), name
        if "kept" in must:
            assert kept(arrival, must["table"]) == must["kept"], name
            assert {sheet.layout.table.name for sheet in arrival.sheets} == {must["table"]}, name


def test_what_is_ignored_or_estimated_is_what_was_said(offices: dict[str, tuple[dict[str, Any], Arrival]]) -> None:
    for name, (_, arrival) in offices.items():
        reasons = Counter(problem.reason for sheet in arrival.sheets for problem in sheet.problems)
        ignored = [row for sheet in arrival.sheets for row in sheet.ignored]
        if name.startswith("02"):
            assert len(ignored) == 7 and reasons == {"date-unreadable": 5, "municipality-ambiguous": 5}
        elif name.startswith("04"):
            assert reasons["start-before-received"] == 3
        elif name.startswith("06"):
            audience = [value for sheet in arrival.sheets for value in sheet.rows["audience"]]
            assert reasons["estimate"] == 10 and {22, 30, 50} & set(audience)
        elif name.startswith("09"):
            assert arrival.hidden == ("Skjult",) and arrival.skipped == ("Oversikt",)
            assert (kept(arrival, "attendance"), kept(arrival, "referrals")) == (205, 14)
            assert (
                sum(sheet.rows["heads"].drop_nulls().len() for sheet in arrival.sheets if "heads" in sheet.rows.columns)
                == 6
            )


def test_all_of_them_one_after_the_other(offices: dict[str, tuple[dict[str, Any], Arrival]], store: Store) -> None:
    for name, (must, arrival) in offices.items():
        batch = store.keep(arrival, "kari")
        if must.get("after") == "01":
            new, there, corrected = must["new"], must["already_there"], must["corrected"]
            assert batch.counts == (Counts("attendance", new, corrected, there, 0),), name
        elif "refused" not in must:
            assert sum(one.changed + one.unchanged for one in batch.counts) == 0, name
    before = store.version()
    for name, (_, arrival) in offices.items():
        again = store.keep(arrival, "kari")
        assert sum(one.new for one in again.counts) == 0, name
        assert sum(one.changed for one in again.counts) in {0, 11}, name  # 01 and 08 correct each other
    assert store.version() <= before + 2


def test_real_appointments_from_vitoria_arrive_and_their_broken_ids_are_noticed(store: Store) -> None:
    if not APPOINTMENTS.exists():
        return  # the same shape, made up, is in test_intake
    model = load(Path(__file__).resolve().parents[2] / "models" / "vitoria.toml")
    arrival = arrived(APPOINTMENTS.read_bytes(), APPOINTMENTS.name, model)
    [sheet] = arrival.sheets
    assert (sheet.rows.height, sheet.failed, sheet.ignored) == (2999, (), ())
    reasons = Counter((problem.reason, problem.severity.value) for problem in sheet.problems)
    assert reasons[("id-broken-by-excel", "warns")] == 2840
    assert set(reasons) == {
        ("id-broken-by-excel", "warns"),
        ("municipality-elsewhere", "notes"),
        ("all-on-one-day", "warns"),
    }
    assert store.keep(arrival, "kari").counts == (Counts("attendance", 2999, 0, 0, 0),)
    assert store.keep(arrival, "kari").counts == (Counts("attendance", 0, 0, 2999, 0),)
