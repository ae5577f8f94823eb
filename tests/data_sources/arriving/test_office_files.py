"""Workbooks as they come from offices: our own small ones, and larger ones where the folder with them is at hand."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drawn_sheets import SECRET, SHARED, arrived, text, workbook
from office_sheets import HEADS, register, rows

from data_sources.checking.arrival import Arrival
from data_sources.declared.model import load
from data_sources.storing.store import Counts, Store
from tests.stores import database_at

pytestmark = pytest.mark.slow

OFFICES, APPOINTMENTS = SHARED / "files", SHARED / "real" / "appointments.csv"


REFERRALS = ["Henvisning", "Mottatt", "Deltaker", "Kommune", "Oppstart"]
CONCERTS = ["Dato", "Arrangement", "Kommune", "Publikum"]
FIRST, LATER = dt.date(2026, 3, 5), dt.date(2026, 3, 19)


def own() -> dict[str, tuple[dict[str, Any], bytes]]:
    """The same kinds, drawn here: file → what it must give, and its bytes."""
    referrals = [[f"H{n}", LATER, f"D{n}", "Gjøvik", FIRST if n < 3 else LATER] for n in range(9)]
    concerts = [[FIRST, f"Konsert {n}", "Gjøvik", "ca. 30" if n % 2 else 40] for n in range(4)]
    listed = [["Avdelingens liste"], HEADS, *rows(), ["31.02.2026", "D1", "Toten", "Møtt"], ["Sum", 25], ["Ført av: K"]]
    attendance = {"table": "attendance"}
    return {
        "egen_liste.xlsx": (
            attendance
            | {"kept": 24, "failed": 1, "ignored": 2, "told": ["date-not-in-calendar", "municipality-ambiguous"]},
            workbook({"Ark1": listed}),
        ),
        "egen_register.xlsx": (attendance | {"kept": 20}, workbook({"Gruppe mars": register(["m", "im", "avbud"])})),
        "egen_henvisninger.csv": (
            {"table": "referrals", "kept": 6, "failed": 3, "told": ["start-before-received"] * 3},
            text([REFERRALS, *referrals]),
        ),
        "egen_konserter.xlsx": (
            {"table": "concerts", "kept": 4, "told": ["estimate"] * 2},
            workbook({"Konserter": [CONCERTS, *concerts]}),
        ),
        "egen_med_nummer.xlsx": (
            {"refused": "identity numbers"},
            workbook({"Liste": [HEADS, [FIRST, "01038812345", "Gjøvik", "Møtt"]]}),
        ),
    }


@pytest.fixture(scope="module")
def offices() -> dict[str, tuple[dict[str, Any], Arrival]]:
    """File → what it must give, what it gave."""
    files = own()
    if OFFICES.is_dir():
        expected = json.loads((OFFICES / "expected.json").read_text("utf-8"))
        files |= {name: (must, (OFFICES / name).read_bytes()) for name, must in expected.items()}
    return {name: (must, arrived(content, name)) for name, (must, content) in files.items()}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(database_at(tmp_path / "samspill.sqlite"), SECRET)
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
    for name, (must, arrival) in offices.items():
        reasons = Counter(problem.reason for sheet in arrival.sheets for problem in sheet.problems)
        ignored = [row for sheet in arrival.sheets for row in sheet.ignored]
        if name in own():
            assert sorted(reasons.elements()) == must.get("told", []), name
            assert len(ignored) == must.get("ignored", 0), name
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


def vitoria() -> bytes:
    """Appointments in the shape of Vitória's public ones: ids that Excel has rounded, days at midnight in Greenwich."""
    heads = "PatientId,AppointmentID,Gender,ScheduledDay,AppointmentDay,Age,Neighbourhood,SMS_received,No-show"
    lines = [
        f"{5.1 + n / 10:.5f}E+11,{7_642_903 + n},F,2016-04-29T18:38:08Z,2016-04-29T00:00:00Z,62,ILHA DO BOI,0,No"
        for n in range(12)
    ]
    return "\n".join([heads, *lines, ""]).encode()


def test_appointments_from_vitoria_arrive_and_their_broken_ids_are_noticed(store: Store) -> None:
    model = load(Path(__file__).resolve().parents[2] / "models" / "vitoria.toml")
    files = {"egne.csv": (vitoria(), 12, 12)}
    if APPOINTMENTS.exists():
        files[APPOINTMENTS.name] = (APPOINTMENTS.read_bytes(), 2999, 2840)
    for name, (content, kept_rows, broken) in files.items():
        arrival = arrived(content, name, model)
        [sheet] = arrival.sheets
        assert (sheet.rows.height, sheet.failed, sheet.ignored) == (kept_rows, (), ())
        reasons = Counter((problem.reason, problem.severity.value) for problem in sheet.problems)
        assert reasons[("id-broken-by-excel", "warns")] == broken
        assert {reason for reason, _ in reasons} <= {"id-broken-by-excel", "municipality-elsewhere", "all-on-one-day"}
        assert store.keep(arrival, "kari").counts == (Counts("attendance", kept_rows, 0, 0, 0),)
        assert store.keep(arrival, "kari").counts == (Counts("attendance", 0, 0, kept_rows, 0),)
