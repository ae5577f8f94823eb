"""How fast a year's file is taken in: bytes → cells → checked rows → committed, kept again, corrected, undone.

`python benchmarks/importing.py [DATABASE]`; about five minutes. DATABASE is an SQLAlchemy URL of an empty
database, a new SQLite file for every round where none is given. Every round reads the same workbook with
openpyxl's read-only mode as well, so that a slow machine slows both; times are medians of wall seconds.
Files are taken in as the server takes them: large ones apart, small ones where it is. Memory is what a server in
a process of its own comes to for one import.
"""

import dataclasses
import datetime as dt
import io
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import polars as pl
from openpyxl import Workbook, load_workbook

from data_sources.arriving import large_files, pipeline
from data_sources.arriving.large_files import House
from data_sources.arriving.preview import PutBy, Reception
from data_sources.checking import check
from data_sources.checking.arrival import Arrival
from data_sources.declared.model import load
from data_sources.declared.tables import ATTENDANCE
from data_sources.parsing import national_ids
from data_sources.reading import workbook
from data_sources.recognising import sheets
from data_sources.recognising.context import Context
from data_sources.storing.batches import Terms
from data_sources.storing.keys import row_keys
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.store import Store

ROWS, ROUNDS, MEGABYTE = 100_000, 3, 1024 * 1024
TODAY = dt.date(2026, 5, 20)
HEADINGS = [
    "Dato",
    "Deltaker",
    "Kommune",
    "Team",
    "Tilbudsform",
    "Status",
    "Antall",
    "Sent avbud",
    "Behandler",
    "Merknad",
]
KEY = SecretKey(b"a key for measuring, not for use")
Result = TypeVar("Result")


def made(rows: int) -> bytes:
    """A workbook as a hospital's system might write it: 10 columns, 8 of them ours."""
    chance = random.Random(1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Oppmøte")
    sheet.append(HEADINGS)
    for number in range(rows):
        day = dt.date(2023, 1, 1) + dt.timedelta(days=chance.randrange(900))
        sheet.append(
            [
                day if number % 3 else day.strftime("%d.%m.%Y"),
                f"D{chance.randrange(5000):05}",
                chance.choice(("Gjøvik", "Ø. Toten", 3443, "Søndre Land kommune", "0538")),
                chance.choice(("FACT", "DPS Gjøvik", "SI Reinsvoll", "Kulturnettverket")),
                chance.choice(("gruppe", "individuell", "åpent")),
                chance.choice(("møtt", "x", "IM", "avbud")),
                chance.randrange(30) if chance.random() < 0.1 else None,
                chance.choice((None, "ja", "nei")),
                chance.choice(("KN", "OB", "TS")),
                f"Fritekst nummer {number} æøå" if chance.random() < 0.5 else None,
            ]
        )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_openpyxl(content: bytes) -> int:
    """Rows read by openpyxl's read-only mode in this process, values only: the fastest it can."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))


class Watch:
    """Wall seconds of each stage, by its name."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}

    def __call__(self, stage: str, work: Callable[[], Result]) -> Result:
        began = time.perf_counter()
        result = work()
        self.seconds.setdefault(stage, []).append(time.perf_counter() - began)
        return result

    def median(self, *stages: str) -> float:
        """Of the rounds' sums over these stages."""
        rounds = zip(*(self.seconds[stage] for stage in stages), strict=True)
        return float(statistics.median([sum(times) for times in rounds]))


def received(content: bytes) -> Arrival:
    return pipeline.receive(content, "oppmøte.xlsx", Context(load("gjovik"), KEY.hashed("person"), TODAY))


def text(rows: int) -> bytes:
    """The same kind of table as csv, as Norwegian Excel writes it."""
    chance = random.Random(3)
    lines = [
        f"{dt.date(2016, 1, 1) + dt.timedelta(days=number % 3700):%d.%m.%Y};D{number // 40:05};"
        f"{chance.choice(('Gjøvik', 'Østre Toten', 'Søndre Land'))};FACT;gruppe;{chance.choice(('x', 'IM'))};;;KN;"
        for number in range(rows)
    ]
    return "\r\n".join([";".join(HEADINGS), *lines]).encode("cp1252")


def house(database: str) -> House:
    return House(database, KEY, load("gjovik"), TODAY)


def taken_in(content: bytes, file: str, database: str, watch: "Watch", named: str) -> int:
    """From bytes to committed as the server does it. How many rows were new."""
    if len(content) >= large_files.LARGE:
        preview = watch(f"{named}: receive", lambda: large_files.receive(house(database), content, file))
        assert isinstance(preview.whole, PutBy)
        whole = preview.whole
        return watch(f"{named}: keep", lambda: large_files.keep(house(database), whole, Terms("m"))).counts[0].new
    store = Store(database, KEY)
    reception = Reception(store, load("gjovik"), lambda: TODAY)
    arrival = watch(f"{named}: receive", lambda: reception.receive(content, file)).whole
    assert isinstance(arrival, Arrival)
    kept = watch(f"{named}: keep", lambda: reception.keep(arrival, Terms("m"))).counts[0].new
    store.engine.dispose()
    return kept


def corrected(arrival: Arrival) -> Arrival:
    """The same file with every tenth status another."""
    [sheet] = arrival.sheets
    tenth = pl.int_range(pl.len()) % 10 == 0
    rows = sheet.rows.with_columns(status=pl.when(tenth).then(pl.lit("planned")).otherwise("status"))
    return dataclasses.replace(arrival, sha256="0" * 64, sheets=(dataclasses.replace(sheet, rows=rows),))


def one_round(watch: Watch, content: bytes, store: Store, database: str) -> None:
    """One file's whole way, and the way back."""
    assert taken_in(content, "oppmøte.xlsx", database, watch, "apart") == ROWS
    [batch] = store.batches()
    arrival = watch("receive here", lambda: received(content))
    watch("compare", lambda: store.compare(arrival))
    watch("keep again", lambda: store.keep(arrival, "measuring"))
    correction = watch("keep 10 % changed", lambda: store.keep(corrected(arrival), "measuring"))
    assert correction.counts[0].changed == ROWS // 10
    assert watch("read back", lambda: store.rows(ATTENDANCE)).height == ROWS
    assert watch("undo 10 % changed", lambda: store.undo(correction.id, "measuring"))
    assert watch("undo", lambda: store.undo(batch.id, "measuring"))
    assert watch("openpyxl", lambda: by_openpyxl(content)) == ROWS + 1


def stages(watch: Watch, content: bytes) -> None:
    """The same, taken apart, without the database."""
    [cells] = watch("  read (guard, child)", lambda: workbook.read(content, "oppmøte"))
    watch("  identity numbers", lambda: national_ids.places([cells]))
    context = Context(load("gjovik"), KEY.hashed("person"), TODAY)
    [table] = watch("  tables in the sheet", lambda: sheets.tables_in(cells, context, "oppmøte")).tables
    judged = watch("  check", lambda: check.check(table, context))
    rows = judged.rows.drop("row")
    watch("  keys", lambda: row_keys.identified(ATTENDANCE, rows, KEY.hashed("attendance")))


def memory(path: Path) -> dict[str, float]:
    """Megabytes, measured in a fresh process."""
    command = [sys.executable, __file__, "--memory", str(path)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def grown(path: Path) -> dict[str, float]:
    """The process that `memory` starts. A small import first, so that libraries are not counted."""
    database = f"sqlite:///{path.with_suffix('.sqlite')}"
    few = "Dato;Deltaker;Kommune;Status\r\n05.03.2026;D1;Gjøvik;x\r\n".encode()
    taken_in(few, "få.csv", database, Watch(), "")
    content = path.read_bytes()
    before = _resident("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak starts anew
    taken_in(content, path.name, database, Watch(), "")
    return {
        "file": len(content) / MEGABYTE,
        "server at most": _resident("VmHWM") - before,
        "server keeps": _resident("VmRSS") - before,
        "child at most": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def _resident(what: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith(what)).split()[1]) / 1024


def main(database: str | None) -> None:
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, medians of {ROUNDS} rounds")
    content = made(ROWS)
    watch = Watch()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            url = database or f"sqlite:///{folder}/{number}.sqlite"
            store = Store(url, KEY)
            one_round(watch, content, store, url)
            store.engine.dispose()
        for number in range(ROUNDS):
            taken_in(made(1_000), "liten.xlsx", f"sqlite:///{folder}/small{number}.sqlite", watch, "1 000 rows")
        million = text(1_000_000)
        print(f"csv of 1 000 000 rows: {len(million) / MEGABYTE:.1f} MB")
        taken_in(million, "stor.csv", f"sqlite:///{folder}/million.sqlite", watch, "1 000 000 csv")
        stages(watch, content)
        print(f"xlsx {ROWS} rows x {len(HEADINGS)}, {len(content) / MEGABYTE:.1f} MB, into {store.engine.name}")
        _tell(watch)
        path = Path(folder) / "oppmøte.xlsx"
        path.write_bytes(content)
        told = {name: round(value) for name, value in memory(path).items()}
        print(f"memory in MB (SQLite): {told}")


def _tell(watch: Watch, whole: Sequence[str] = ("apart: receive", "apart: keep")) -> None:
    for stage, times in watch.seconds.items():
        print(f"{stage:24} {statistics.median(times):6.2f} s   ({min(times):.2f}–{max(times):.2f})")
    total, theirs = watch.median(*whole), watch.median("openpyxl")
    print(f"bytes to committed       {total:6.2f} s = {total / theirs:.2f} x openpyxl's reading alone")
    print(f"the reading alone is {theirs / watch.median('  read (guard, child)'):.1f} x as fast as openpyxl's")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        print(json.dumps(grown(Path(sys.argv[2]))))
    else:
        main(sys.argv[1] if len(sys.argv) > 1 else None)
