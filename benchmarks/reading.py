"""How fast and how large the guarded reading is. `python benchmarks/reading.py`; about two minutes.

One run compares with openpyxl's read-only mode in the same process on the same file, alternating, so that a
slow machine slows both. Times are medians of wall seconds; memory is what a process of its own came to.
"""

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
from pathlib import Path

from openpyxl import Workbook, load_workbook

from data_sources.reading import workbook

HEADINGS = ["Dato", "Registrert", "Møtedato", "Deltaker", "Kommune", "Sted", "Antall", "Timer", "Status", "Merknad"]
MUNICIPALITIES = ("Gjøvik", "Østre Toten", "Vestre Toten", "Nordre Land", "Søndre Land")
MEGABYTE = 1024 * 1024
ROUNDS = 3


def made(rows: int) -> bytes:
    """A workbook of `rows` rows and ten columns: dates, datetimes, dates as text, numbers, texts, blanks."""
    chance = random.Random(1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Oppmøte")
    sheet.append(HEADINGS)
    for i in range(rows):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(600))
        sheet.append(
            [
                day,
                dt.datetime.combine(day, dt.time(chance.randrange(24), chance.randrange(60))),
                day.strftime("%d.%m.%Y"),
                f"D{chance.randrange(2000):04}",
                chance.choice(MUNICIPALITIES),
                chance.choice(("Kafeen", "Biblioteket", "Kirka")),
                chance.randrange(100),
                round(chance.random() * 9, 2),
                chance.choice(("møtt", "ikke møtt", "avlyst")),
                f"Fritekst nummer {i} æøå" if chance.random() < 0.5 else None,
            ]
        )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def made_text(rows: int) -> bytes:
    """The same kind of table as Norwegian Excel writes csv: semicolons, decimal commas, Windows-1252."""
    chance = random.Random(2)
    block = [
        f"{chance.randrange(1, 29):02}.{chance.randrange(1, 13):02}.2025;2025-03-05 10:{chance.randrange(60):02};"
        f"2025-03-05;D{chance.randrange(2000):04};{chance.choice(MUNICIPALITIES)};Kafeen;"
        f"{chance.randrange(100)};{chance.randrange(9)},{chance.randrange(9)};møtt;Fritekst {i}"
        for i in range(min(rows, 100_000))
    ]
    lines = [block[i % len(block)] for i in range(rows)]
    return "\r\n".join([";".join(HEADINGS), *lines, ""]).encode("cp1252")


def guarded(content: bytes) -> int:
    """Rows read through the guard and the child."""
    return sum(cells.frame.height for cells in workbook.read(content, "oppmote"))


def in_process(content: bytes) -> int:
    """Rows read by openpyxl's read-only mode here, values only: the fastest it can."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))


def seconds(read: object, content: bytes) -> float:
    assert callable(read)
    started = time.perf_counter()
    assert read(content) > 1
    return time.perf_counter() - started


def memory(path: Path) -> dict[str, float]:
    """Megabytes, measured in a fresh process: what this one grows by and the child's peak."""
    told = subprocess.run([sys.executable, __file__, str(path)], check=True, capture_output=True, text=True)
    return dict(json.loads(told.stdout))


def grown(path: Path) -> dict[str, float]:
    """The process that `memory` starts. A small reading first, so that libraries are not counted."""
    workbook.read(b"a;b\n1;2\n", "liten")
    content = path.read_bytes()
    before = _resident("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak starts anew
    cells = workbook.read(content, "oppmote")
    return {
        "file": len(content) / MEGABYTE,
        "frame": sum(sheet.frame.estimated_size() for sheet in cells) / MEGABYTE,
        "parent grows by": _resident("VmRSS") - before,
        "parent at most": _resident("VmHWM") - before,
        "child at most": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def _resident(what: str) -> float:
    line = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith(what))
    return int(line.split()[1]) / 1024


def main() -> None:
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f}, medians of {ROUNDS}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in (1_000, 100_000):
            content = made(rows)
            pairs = [(seconds(guarded, content), seconds(in_process, content)) for _ in range(ROUNDS)]
            ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
            ratio = statistics.median(other / own for own, other in pairs)
            print(
                f"xlsx {rows:>9} rows x 10, {len(content) / MEGABYTE:.1f} MB: guarded {ours:.2f} s, "
                f"openpyxl read-only {theirs:.2f} s, ratio {ratio:.1f}"
            )
        path = Path(folder) / "oppmote.xlsx"
        path.write_bytes(content)
        print("xlsx memory, MB:", {name: round(value, 1) for name, value in memory(path).items()})
        content = made_text(1_000_000)
        times = [seconds(guarded, content) for _ in range(ROUNDS)]
        print(f"csv    1000000 rows x 10, {len(content) / MEGABYTE:.1f} MB: guarded {statistics.median(times):.2f} s")
        path.write_bytes(content)
        print("csv memory, MB:", {name: round(value, 1) for name, value in memory(path).items()})


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(grown(Path(sys.argv[1]))))
    else:
        main()
