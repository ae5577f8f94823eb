"""How long from a click to charts at rest. `python benchmarks/screen.py sqlite:////…/samspill.sqlite`; two minutes.

The database must hold published numbers (`samspill demo` makes one). One run takes the pages in turn, again and
again, so that a slow machine slows all of them; the overview, where little is drawn, is what the others are held
against. Times are medians of milliseconds from the press on an option to the last change of the page.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PLACES = ("", "kommune", "oppmote", "henvisninger", "konserter", "mal")
ROUNDS = 6
OPTIONS = ("Gjøvik", "Østre Toten", "Vestre Toten")
# From now on: when something was pressed, when the script rested, when anything last changed, what the page moved.
WATCH = """() => {
  window.pressed = 0; window.rested = 0; window.changed = 0; window.moved = 0;
  addEventListener('pointerdown', () => { window.pressed = window.rested = window.changed = performance.now(); }, true);
  new PerformanceObserver((list) => list.getEntries().forEach((shift) => { window.moved += shift.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  const app = document.querySelector('[data-testid="stApp"]');
  new MutationObserver(() => {
    if (app.dataset.testScriptState === 'notRunning') window.rested = performance.now();
  }).observe(app, { attributeFilter: ['data-test-script-state'] });
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(document.querySelector('[data-testid="stMain"]'),
             { subtree: true, childList: true, characterData: true, attributes: true });
}"""
REST = "() => window.pressed && performance.now() - Math.max(window.changed, window.rested) > 700"


def serve(database: str) -> tuple[subprocess.Popen[bytes], str]:
    """Samspill on a free port, up and answering."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard.cli", "--database", database, "--port", str(port)],
        cwd=Path(__file__).parents[1],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
            break
        except OSError:
            time.sleep(0.1)
    return process, f"http://localhost:{port}"


def opened(page: Page, address: str) -> None:
    """Open a page and watch it."""
    page.goto(address)
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=60_000)
    page.evaluate(WATCH)
    page.wait_for_timeout(2500)


def clicked(page: Page, option: str) -> tuple[float, float, bool]:
    """Choose a municipality: ms until the script rested, until nothing changed, and were the drawings kept?"""
    page.evaluate("window.kept = [...document.querySelectorAll('.vega-embed svg')]")
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_timeout(150)
    page.wait_for_function(REST, timeout=60_000)
    script, rest = page.evaluate("[window.rested - window.pressed, window.changed - window.pressed]")
    return script, rest, page.evaluate("window.kept.every((drawing) => drawing.isConnected)")


def main() -> None:
    """Print a table and a line of JSON."""
    process, address = serve(sys.argv[1] if len(sys.argv) > 1 else os.environ["SAMSPILL_DATABASE"])
    times: dict[str, list[tuple[float, float, bool]]] = {place: [] for place in PLACES}
    moved: dict[str, float] = {}
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM") or None, args=["--no-sandbox"]
            )
            pages = {place: browser.new_page(viewport={"width": 1920, "height": 1080}) for place in PLACES}
            for place, page in pages.items():
                opened(page, f"{address}/{place}")
                moved[place] = page.evaluate("window.moved")
                clicked(page, OPTIONS[-1])
            for number in range(ROUNDS):
                for place, page in pages.items():
                    times[place].append(clicked(page, OPTIONS[number % 2]))
            browser.close()
    finally:
        process.terminate()
    base = statistics.median(rest for _, rest, _ in times[""])
    found = {}
    for place, runs in times.items():
        script, rest = (statistics.median(run[which] for run in runs) for which in (0, 1))
        found[place or "oversikt"] = {
            "script": round(script),
            "rest": round(rest),
            "ratio": round(rest / base, 2),
            "kept": all(kept for _, _, kept in runs),
            "moved": round(moved[place], 3),
        }
        print(
            f"{place or 'oversikt':14}", *(f"{name} {value!s:7}" for name, value in found[place or "oversikt"].items())
        )
    print(json.dumps(found))


if __name__ == "__main__":
    main()
