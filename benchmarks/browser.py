"""A server, a browser, and what a click costs in both: time, processor time and bytes."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
# From now on: when something was pressed, when the script rested, when anything last changed.
WATCH = """() => {
  window.pressed = 0; window.rested = 0; window.changed = 0; window.kept = [];
  addEventListener('pointerdown', () => { window.pressed = window.rested = window.changed = performance.now(); }, true);
  const app = document.querySelector('[data-testid="stApp"]');
  new MutationObserver(() => {
    if (app.dataset.testScriptState === 'notRunning') window.rested = performance.now();
  }).observe(app, { attributeFilter: ['data-test-script-state'] });
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(document.querySelector('[data-testid="stMain"]'),
             { subtree: true, childList: true, characterData: true, attributes: true });
}"""
REST = "() => window.pressed && performance.now() - Math.max(window.changed, window.rested) > 700"
MOVED = (
    "new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(each => {"
    " sum += each.value; })).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 100); })"
)
PICTURES = """() => [...document.querySelectorAll('[data-testid="stMain"] svg, [data-testid="stMain"] img')]
  .filter((each) => each.getBoundingClientRect().width > 150).length"""
CHOICE = '[data-testid="stMain"] [role="combobox"], [data-testid="stMain"] [data-testid="stSelectbox"] input'


class CannotMeasureError(Exception):
    """There is no browser, or the server does not answer."""


@dataclass(frozen=True)
class Click:
    """Milliseconds to rest, and processor milliseconds of server and browser."""

    rest: float
    server: float
    browser: float


@contextlib.contextmanager
def served(command: list[str]) -> Iterator[tuple[int, str, float]]:
    """A server on a free port: its process, its address, and the seconds to its first answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [word.replace("PORT", str(port)) for word in command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() - begun > 90:
                    raise CannotMeasureError(f"the server does not answer: {' '.join(command)}") from None
                time.sleep(0.02)
        yield process.pid, f"http://localhost:{port}", time.perf_counter() - begun
    finally:
        process.kill()
        process.wait()


def samspill(database: str, model: str) -> list[str]:
    """The command of a Samspill on a database."""
    return [sys.executable, "-m", "dashboard.cli", "--database", database, "--model", model, "--port", "PORT"]


def streamlit(script: str) -> list[str]:
    """The command of a bare Streamlit page."""
    return [sys.executable, "-m", "streamlit", "run", script, "--server.port", "PORT", "--server.headless", "true"]


@contextlib.contextmanager
def opened_browser() -> Iterator[Browser]:
    """Chromium. Raises CannotMeasureError where there is none."""
    file = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if file is None:
        raise CannotMeasureError("no browser: set CHROMIUM to Chromium's file")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=file, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def processor(pid: int) -> float:
    """Processor milliseconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICKS


def processor_of_browser() -> float:
    """Processor milliseconds of every Chromium process that is ours."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            line = (folder / "cmdline").read_bytes().split(b"\0")
            if b"chrom" in line[0] and _descends_from(int(folder.name), os.getpid()):
                total += processor(int(folder.name))
    return total


def _descends_from(pid: int, forefather: int) -> bool:
    while pid > 1:
        if pid == forefather:
            return True
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return False


def loaded(page: Page, address: str) -> tuple[float, float, float]:
    """Open a page: milliseconds to rest, kilobytes on the wire, and how far its layout moved."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    kilobytes = 0.0

    def came(event: dict[str, float]) -> None:
        nonlocal kilobytes
        kilobytes += event["encodedDataLength"] / 1000

    wire.on("Network.loadingFinished", came)
    begun = time.perf_counter()
    page.goto(address)
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=90_000)
    page.evaluate(WATCH)
    page.evaluate("window.pressed = window.rested = window.changed = performance.now()")
    page.wait_for_function(REST, timeout=90_000)
    took = (time.perf_counter() - begun) * 1000 - 700
    moved = float(page.evaluate(MOVED))
    wire.detach()
    return took, kilobytes, moved


def first_heading(browser: Browser, address: str) -> float:
    """Seconds to the first heading for whoever has 400 ms to us and 500 kbit/s."""
    page = browser.new_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    speed = 500_000 / 8
    wire.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    begun = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=120_000)
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=180_000)
    took = time.perf_counter() - begun
    page.close()
    return took


def clicked(page: Page, server: int, number: int) -> Click:
    """Choose another in the page's last choice, and wait until it rests."""
    box = page.locator(CHOICE).first
    box.click()
    options = page.get_by_role("option")
    options.first.wait_for()
    many = options.count()
    before = processor(server), processor_of_browser()
    options.nth((number + 1) % many).click()
    page.wait_for_timeout(150)
    page.wait_for_function(REST, timeout=60_000)
    rest = float(page.evaluate("Math.max(window.changed, window.rested) - window.pressed"))
    return Click(rest, processor(server) - before[0], processor_of_browser() - before[1])
