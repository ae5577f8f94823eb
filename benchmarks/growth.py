"""How it grows: the same region with more people, more municipalities, more years and more editions.

    python -m benchmarks.growth [--rows 10000 100000 1000000] [--municipalities 1 5 30] [--years 3] [--editions 0]
                                [--copies 1] [--reruns 20] [--page FILE]

A line for each number of attendance rows (five municipalities), then one for each number of municipalities (the first
number of rows). Each is made, taken in, published and looked at in processes of their own. Seconds are processor
seconds; a page's are those of opening it in a new session of Streamlit's own test runner, its overhead included: the
median of all pages' medians, and the slowest page's. Memory is the most a process came to, of those that take in and
publish, and of the one that shows; `flat` is what the latter grew by while the pages were opened again, after a first
round. With `--page` a table in Markdown is written. A million rows take some minutes, ten about half an hour.

With `--copies 10` a tenth of the rows is taken in as ever, and the other nine tenths are copies of them, made in the
database itself: every attendance and referral once more with a key, a hash, a participant and a number of its own, on
the same days. `taken in` is then of the first tenth, and the copying is in no figure.
"""

import argparse
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import regions

ROOT = Path(__file__).parents[1]
FRAME = ROOT / "dashboard" / "app" / "frame.py"
FILES = ("overview", "goals", "municipality", "referrals", "attendance", "pathways", "community")
OWN = {"key", "row_hash", "participant", "number", "spelling", "normal"}  # what a copy of a row has of its own
COLUMNS = {
    "rows": "rows",
    "municipalities": "municipalities",
    "years": "years",
    "editions": "editions",
    "taken in": "taken in, s",
    "published": "published, s",
    "store": "store, MB",
    "memory": "memory, MB",
    "opened": "first page, s",
    "page": "a page, ms",
    "slowest": "slowest page, ms",
    "shown": "memory of showing, MB",
    "flat": "grew by, MB",
}
PAGE = """# Growth

Made on {day:%Y-%m-%d} by `python -m benchmarks.growth --page docs/growth.md`, on a made-up region that is unlike the
demo's. Processor seconds and milliseconds of one machine that did other things, too: what to look at is how the lines
differ.

"""


def made(folder: Path, rows: int, places: int, years: int, editions: int, copies: int) -> dict[str, Any]:
    """Make, take in and publish; what it cost."""
    sizes = tuple(1 / places for _ in range(places))
    kind, span = regions.Kind("growing", 110, sizes), (2025 - years + 1, 2025)
    before = regions.files(kind, 5, date(span[0], 1, 1), date(span[1], 12, 31))
    lines = before["oppmote.csv"].count(b"\n") - 1
    times = max(round(rows / copies / lines), 1)
    begun = _processor()
    desk = regions.desk_of(kind, 5, folder, span, times)
    taken = _processor()
    _copy(folder / "a.sqlite", copies)
    time.sleep(
        1.1
    )  # what is published in the second a file came is looked through at every survey, and nobody does that
    copied = _processor()
    desk.publish()
    for number in range(editions):
        desk.publish(edition_of=span[1], reason=f"Rettet {number}")
    done = _processor()
    return {
        "rows": times * lines * copies,
        "municipalities": places,
        "years": years,
        "editions": editions,
        "taken in": round(taken - begun, 1),
        "published": round(done - copied, 1),
        "store": round(sum(file.stat().st_size for file in folder.glob("a.sqlite*")) / 1e6, 1),
        "memory": max(_megabytes("VmHWM"), round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)),
    }


def _copy(file: Path, copies: int) -> None:
    """So many of each person, with all their rows."""
    with sqlite3.connect(file) as database:
        for table in ("attendance", "referrals", "person_spelling") if copies > 1 else ():
            names = [str(row[1]) for row in database.execute(f"PRAGMA table_info({table})")]
            last = database.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]  # noqa: S608 - our own tables
            for number in range(1, copies):
                values = [f"\"{name}\" || 'x{number}'" if name in OWN else f'"{name}"' for name in names]
                every = f"SELECT {', '.join(values)} FROM {table} WHERE rowid <= {last} ORDER BY 1"  # noqa: S608
                database.execute(f"INSERT INTO {table} {every}")
                database.commit()
    database.close()


def shown(folder: Path, reruns: int) -> dict[str, Any]:
    """Open every page, of the region and three municipalities, again and again."""
    os.environ |= {
        "SAMSPILL_DATABASE": f"sqlite:///{folder}/a.sqlite",
        "SAMSPILL_MODEL": str(folder / "model.toml"),
        "SAMSPILL_KEY": str(folder / "a.key"),
    }
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415 - after the settings are said

    def drawn(file: str, place: str) -> float:
        begun = time.process_time()
        app = AppTest.from_file(str(FRAME), default_timeout=600)
        app.query_params["kommune"] = place
        app.switch_page(f"../../pages/{file}.py").run()
        assert not app.exception, app.exception
        return time.process_time() - begun

    opened = drawn(FILES[0], "")
    drawings = {file: [drawn(file, f"m{at}" if at else "") for at in range(4)] for file in FILES}
    after_first = _megabytes("VmRSS")
    for number in range(reruns):
        for file, seconds in drawings.items():
            seconds.append(drawn(file, f"m{number % 4}" if number % 4 else ""))
    medians = [1000 * statistics.median(seconds[4:]) for seconds in drawings.values()]
    return {
        "opened": round(opened, 2),
        "page": round(statistics.median(medians)),
        "slowest": round(max(medians)),
        "shown": _megabytes("VmHWM"),
        "flat": round(_megabytes("VmRSS") - after_first),
    }


def _processor() -> float:
    """Processor seconds of this process and of those it started and has waited for."""
    return sum(os.times()[:4])


def _megabytes(what: str) -> float:
    """VmHWM: the most memory this process has had; VmRSS: what it has. By its own account, and not its parent's."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return round(next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024)


def measured(rows: int, places: int, years: int, editions: int, copies: int, reruns: int) -> dict[str, Any]:
    """Both, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        both: dict[str, Any] = {}
        for what, arguments in ((made, (rows, places, years, editions, copies)), (shown, (reruns,))):
            code = f"import json; from pathlib import Path; from benchmarks.growth import {what.__name__} as of; "
            code += f"print(json.dumps(of(Path({folder!r}), *{arguments})))"
            done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                raise RuntimeError(done.stderr[-2000:])
            both |= json.loads(done.stdout.splitlines()[-1])
    return both


def main() -> int:
    """Print a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--municipalities", type=int, nargs="*", default=[1, 5, 30])
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--editions", type=int, default=0)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--reruns", type=int, default=20)
    parser.add_argument("--page", type=Path)
    wanted = parser.parse_args()
    print(*(f"{title:>12}" for title in COLUMNS))
    lines = []
    sizes = [(rows, 5) for rows in wanted.rows] + [(wanted.rows[0], places) for places in wanted.municipalities]
    for rows, places in dict.fromkeys(sizes):
        lines.append(measured(rows, places, wanted.years, wanted.editions, wanted.copies, wanted.reruns))
        print(*(f"{lines[-1][title]:>12}" for title in COLUMNS), flush=True)
    if wanted.page:
        table = [" | ".join(COLUMNS.values()), "|".join("---" for _ in COLUMNS)]
        table += [" | ".join(str(line[title]) for title in COLUMNS) for line in lines]
        text = PAGE.format(day=date.today()) + "\n".join(f"| {line} |" for line in table) + "\n"
        wanted.page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
