"""What a click and a first load cost, held against a floor page with as many pictures, in one run.

    python -m benchmarks.screen [--rounds 10] [--years 3] [--database URL --model FILE] [--keep FILE] [--page FILE]

Without a database it makes one: a made-up region that is unlike the demo's. Pages and floor are taken in turn, again
and again, so that a slow machine slows all of them. Figures are medians; ratios are what to look at. With `--keep` they
are written as JSON, beside the last kept ones' difference; with `--page` as a table in Markdown. Exit status 2 where
there is no browser or no server.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import regions
from benchmarks.browser import (
    PICTURES,
    ROOT,
    CannotMeasureError,
    Click,
    clicked,
    first_heading,
    loaded,
    opened_browser,
    samspill,
    served,
    streamlit,
)
from benchmarks.session import twenty_at_once
from data_sources.declared.model import load

PAGES = ("", "mal", "kommune", "inn", "oppmote", "videre", "samfunn")
CLICKED = ("mal", "kommune", "inn", "oppmote", "videre", "samfunn")
FLOOR = str(Path(__file__).with_name("floor.py"))
PAGE = """# Speed

Made on {day:%Y-%m-%d} by `python -m benchmarks.screen --page docs/speed.md`: Chromium at 1920×1080 and two servers on
one machine, Samspill on a made-up region that is unlike the demo's, and a bare Streamlit page with as many layered
charts as the page has pictures and nothing counted (the floor). Pages and floor in turn, medians of {rounds} clicks.
Milliseconds, processor milliseconds, kilobytes on the wire; ratios hold from machine to machine, the rest does not.
*20 at once*: processor milliseconds of the server for twenty sessions that choose at the same moment.
"""
EMPTY = "import streamlit as st\n\nst.title('x')\n"


def made(folder: Path, years: int) -> tuple[str, str]:
    """The database and model of a region of some years, published."""
    kind, span = regions.KINDS[0], (date.today().year - years, date.today().year - 1)
    desk = regions.desk_of(kind, 7, folder, span)
    done = regions.activities(kind, 7, date(span[0], 1, 1), date(span[1], 12, 31))
    desk.keep(desk.receive(done, "aktiviteter.csv"))
    desk.publish()
    return desk.settings.database, desk.settings.model


def measured(database: str, model: str, rounds: int, folder: Path) -> dict[str, Any]:
    """Every figure of one run."""
    (folder / "empty.py").write_text(EMPTY)
    with served(streamlit(str(folder / "empty.py"))) as (_, _, floor_start):
        pass
    clicks: dict[str, list[Click]] = defaultdict(list)
    loads: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    with (
        served(samspill(database, model)) as (ours, address, start),
        served(streamlit(FLOOR)) as (floor, floor_address, _),
        opened_browser() as browser,
    ):
        pages, pictures = {}, {}
        for name in PAGES:
            pages[name] = browser.new_page(viewport={"width": 1920, "height": 1080})
            loaded(pages[name], f"{address}/{name}")
            pictures[name] = max(int(pages[name].evaluate(PICTURES)), 1)
        for name in CLICKED:
            pages[f"floor {name}"] = browser.new_page(viewport={"width": 1920, "height": 1080})
            loaded(pages[f"floor {name}"], f"{floor_address}/?bilder={pictures[name]}")
        for number in range(-1, rounds):  # the first of each is not counted: nothing is kept yet
            for name, page in pages.items():
                if name.removeprefix("floor ") in CLICKED:
                    click = clicked(page, floor if name.startswith("floor ") else ours, number)
                    clicks[name] += [click] if number >= 0 else []
        for page in pages.values():
            page.close()
        for _ in range(max(rounds // 3, 1)):
            for name in PAGES:
                for whose, where in (
                    ("", f"{address}/{name}"),
                    ("floor ", f"{floor_address}/?bilder={pictures[name]}"),
                ):
                    context = browser.new_context(viewport={"width": 1920, "height": 1080})
                    loads[whose + name].append(loaded(context.new_page(), where))
                    context.close()
        slow, floor_slow = first_heading(browser, address), first_heading(browser, floor_address)
        at_once: dict[str, tuple[float, float]] = {}
        chosen = [f"kommune={place.key}" for place in load(model).municipality]
        for name in CLICKED:
            many = [f"bilder={pictures[name]}"]
            with ThreadPoolExecutor(1) as beside:  # Playwright has this thread's loop
                at_once[name] = (
                    beside.submit(twenty_at_once, address, ours, name, chosen, rounds).result(),
                    beside.submit(twenty_at_once, floor_address, floor, "", many, max(rounds // 3, 1)).result(),
                )
    return {
        "start": {"ours": round(start, 2), "floor": round(floor_start, 2), "ratio": round(start / floor_start, 2)},
        "slow line": {"ours": round(slow, 1), "floor": round(floor_slow, 1)},
        "help": round(_help(), 2),
        "pages": {name or "oversikt": _page(name, pictures[name], clicks, loads, at_once) for name in PAGES},
    }


def _help() -> float:
    """Seconds of `samspill --help`, the median of five."""
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dashboard.cli", "--help"], cwd=ROOT, capture_output=True, check=True)
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def _page(
    name: str,
    pictures: int,
    clicks: dict[str, list[Click]],
    loads: dict[str, list[tuple[float, float, float]]],
    at_once: dict[str, tuple[float, float]],
) -> dict[str, float]:
    load, floor_load = (statistics.median(each[0] for each in loads[whose + name]) for whose in ("", "floor "))
    figures = {
        "pictures": pictures,
        "load": round(load),
        "load / floor": round(load / floor_load, 2),
        "kB": round(statistics.median(each[1] for each in loads[name])),
        "moved": round(statistics.median(each[2] for each in loads[name]), 3),
    }
    if name not in CLICKED:
        return figures
    ours, floor = clicks[name], clicks[f"floor {name}"]
    rest, floor_rest = (statistics.median(click.rest for click in of) for of in (ours, floor))
    server, floor_server = (statistics.median(click.server for click in of) for of in (ours, floor))
    both, floor_both = (statistics.median(click.server + click.browser for click in of) for of in (ours, floor))
    return figures | {
        "click": round(rest),
        "click / floor": round(rest / floor_rest, 2),
        "server CPU": round(server),
        "floor's server CPU": round(floor_server),
        "all CPU": round(both),
        "all CPU / floor": round(both / floor_both, 2),
        "20 at once": round(at_once[name][0]),
        "floor's 20": round(at_once[name][1]),
    }


def main() -> int:
    """Print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--database")
    parser.add_argument("--model", default="gjovik")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--page", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        store = (wanted.database, wanted.model) if wanted.database else made(place / "region", wanted.years)
        try:
            figures = measured(*store, wanted.rounds, place)
        except CannotMeasureError as fault:
            print(fault, file=sys.stderr)
            return 2
    before = json.loads(wanted.keep.read_text()) if wanted.keep and wanted.keep.exists() else {"pages": {}}
    print("start", figures["start"], "\nhelp", figures["help"], "\nslow line", figures["slow line"])
    for name, page in figures["pages"].items():
        kept = before["pages"].get(name, {})
        print(f"{name:10}", *(f"{what} {value}{_change(kept.get(what), value)};" for what, value in page.items()))
    if wanted.keep:
        wanted.keep.write_text(json.dumps(figures, indent=1) + "\n")
    if wanted.page:
        wanted.page.write_text(page_of(figures, wanted.rounds), encoding="utf-8")
    return 0


def page_of(figures: dict[str, Any], rounds: int) -> str:
    """The figures as a page in Markdown."""
    columns = [*max((page for page in figures["pages"].values()), key=len)]
    start, slow = figures["start"], figures["slow line"]
    lines = [
        PAGE.format(day=date.today(), rounds=rounds),
        f"Seconds to the server's first answer: {start['ours']}, an empty Streamlit's {start['floor']}.",
        f"Seconds of `samspill --help`: {figures['help']}.",
        f"Seconds to the first heading at 400 ms and 500 kbit/s: {slow['ours']}, the floor's {slow['floor']}.",
        "",
        f"| page | {' | '.join(columns)} |",
        f"|---|{'---|' * len(columns)}",
    ]
    for name, page in figures["pages"].items():
        lines.append(f"| {name} | {' | '.join(str(page.get(column, '')) for column in columns)} |")
    return "\n".join(lines) + "\n"


def _change(before: float | None, value: float) -> str:
    return f" (was {before})" if before is not None and before != value else ""


if __name__ == "__main__":
    sys.exit(main())
