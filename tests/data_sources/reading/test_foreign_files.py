"""Files nobody here wrote: each gives a result or a reason, in time, and none loses a row."""

import datetime as dt
import struct
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import handmade_files as made
import openpyxl
import pytest
from handmade_files import outcome, saved

from data_sources.reading.workbook import read

pytestmark = pytest.mark.slow

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
"""Files beside the checkout, where there are any; the tests hold without them."""

OWN = {
    "a.csv": b"a;b\n1;2\n",
    "b.xlsx": made.xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'),
    "c.ods": made.ods('<table:table table:name="a"/>'),
    "d.xls": made.xls(made.record(0x0203, struct.pack("<HHHd", 0, 0, 0, 1.0))),
    "e.xlsx": b"PK\x03\x04" + bytes(50),
    "f.pdf": b"%PDF-1.4",
}
NASTIEST = (
    *("040", "049", "054", "075", "081", "089", "099", "105", "116", "155", "162", "191", "193", "198", "212"),
    *("224", "247", "251", "252", "253", "257", "269", "270", "271", "272", "283", "289", "294", "297", "351"),
    *("357", "358", "359", "361", "366", "368", "373", "376", "384", "399"),
)


def test_every_foreign_file_gives_a_result_or_a_reason() -> None:
    files = dict(OWN)
    for path in sorted((SHARED / "corpus").glob("[0-9]*")):
        if path.name[:3] in NASTIEST:
            files[path.name] = path.read_bytes()

    def one(item: tuple[str, bytes]) -> tuple[str, str, float]:
        started = time.monotonic()
        return item[0], outcome(item[1]), time.monotonic() - started

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(one, files.items()))
    assert len(outcomes) >= len(OWN)
    assert {name: result for name, result, _ in outcomes if name in OWN} == {
        "a.csv": "read",
        "b.xlsx": "read",
        "c.ods": "read",
        "d.xls": "read",
        "e.xlsx": "damaged",
        "f.pdf": "pdf",
    }
    assert max(seconds for _, _, seconds in outcomes) < 20
    assert sum(result == "read" for _, result, _ in outcomes) > len(outcomes) // 2


OFFICE_FILES = {
    "01_oppmote_2025.xlsx": {"Oppmøte": 1793},
    "02_avdelingens_egen_liste.xlsx": {"Ark1": 431},
    "03_grupperegister_2025.xlsx": dict.fromkeys(("Jan", "Feb", "Mars", "April", "Mai", "Juni"), 13),
    "04_henvisninger.csv": {"04_henvisninger": 181},
    "05_uttrekk_dps.xls": {"Uttrekk": 151},
    "06_konserter.ods": {"Konserter 2025": 27},
    "07_med_identitetsnummer.xlsx": {"Liste": 41},
    "08_oppmote_q4_rettet_og_2026.xlsx": {"Oppmøte": 618},
    "09_samlet_2026.xlsx": {"Oversikt": 2, "Oppmøte": 206, "Henvisninger": 15, "Skjult": 2},
}
"""Rows that hold anything: headings, titles, totals and notes among them."""


def test_the_workbooks_offices_send_lose_no_row() -> None:
    own = saved(_register())
    assert [(cells.sheet, cells.frame.height) for cells in read(own, "register.xlsx")] == [("Jan", 14), ("Feb", 14)]
    for name, expected in OFFICE_FILES.items():
        path = SHARED / "files" / name
        if path.exists():
            found = {cells.sheet: cells.frame.height for cells in read(path.read_bytes(), name)}
            assert found == expected, name


def _register() -> openpyxl.Workbook:
    """A register with a sheet for each month, a row for each person and a column for each date."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for month, name in enumerate(("Jan", "Feb"), 1):
        sheet = book.create_sheet(name)
        sheet["A1"] = f"Gruppe {name}"
        sheet.append([])
        sheet.append(["Deltaker", *(dt.date(2025, month, day) for day in range(1, 29, 7))])
        for person in range(12):
            sheet.append([f"D{person:03}", *("x" if (person + day) % 3 else None for day in range(4))])
    return book
