"""A new demo's first minute: `samspill demo` on a bare folder, looked at in Chromium. Two minutes.

    python -m benchmarks.first_minute [--rounds 3]

A line a round: seconds from the server's first answer until the heading, the newest quarter's numbers, the first goal
that is judged, and all years are there; how far the page moved until the first numbers were there; and processor
seconds of the browser, for where there are few cores it takes its part of them. Exit status 2 where there is no browser
or no server.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import MOVED, CannotMeasureError, opened_browser, processor_of_browser, served
from dashboard.goals.verdict import Status

DEMO = [sys.executable, "-m", "dashboard.cli", "demo", "--port", "PORT"]
BOARD = "[data-testid=stMain] table.board"
JUDGED = f"{BOARD} td span.status:not(.{Status.CANNOT_JUDGE.value})"
WORKING = "[data-testid=stProgress]"


def main() -> int:
    """Print a line a round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before we began")
    try:
        with opened_browser() as browser:
            for _ in range(wanted.rounds):
                print(minute(browser), flush=True)
    except CannotMeasureError as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


def minute(browser: Browser) -> str:
    """One demo's life, as a line."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["SAMSPILL_DATABASE"] = f"sqlite:///{Path(name) / 'demo.sqlite'}"
        before = processor_of_browser()
        with served(DEMO) as (_, address, start):
            begun = time.perf_counter()
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.goto(address)
            seen = {}
            for what, where, state in (
                ("heading", "[data-testid=stMain] h1", "visible"),
                ("newest", BOARD, "visible"),
                ("judged", JUDGED, "visible"),
                ("all", WORKING, "detached"),
            ):
                page.locator(where).first.wait_for(state=state, timeout=180_000)
                seen[what] = time.perf_counter() - begun
                if what == "newest":
                    moved = float(page.evaluate(MOVED))
            page.close()
        told = ", ".join(f"{what} {seconds:.1f}" for what, seconds in seen.items())
        browsers = (processor_of_browser() - before) / 1000
        return f"first answer {start:.1f} s after the start; then {told}; moved {moved:.3f}; the browser {browsers:.1f}"


if __name__ == "__main__":
    sys.exit(main())
