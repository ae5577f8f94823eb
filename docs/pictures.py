"""Makes the pictures of the README and the guides, and the guides themselves, from the demo as it is today.

    uv run python docs/pictures.py

Starts the demo on a folder of its own, waits for its numbers, and takes each picture in Chromium.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dashboard.language.words import words
from dashboard.screen.guide import READERS

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "dashboard" / "app" / "static" / "guide"
NB = words("nb")
FILES = {
    "coordinator": "veiledning-koordinator.md",
    "leader": "veiledning-leder.md",
    "secretary": "veiledning-sekretaer.md",
}
# Picture → address.
TAKEN = {
    "overview": "",
    "goal": "mal?mal=attendance",
    "meeting": "mote?bilde=mal.waiting",
    "measures": "tiltak",
    "upload": "last-opp",
    "quality": "datakvalitet",
}
PATIENCE = 600


def main() -> None:
    """Pictures first, then the guides that show them. Raises RuntimeError where the demo does not come."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        ours = {**os.environ, "HOME": folder, "SAMSPILL_DATABASE": f"sqlite:///{folder}/demo.sqlite"}
        demo = [sys.executable, "-m", "dashboard.cli", "demo", "--port", str(port)]
        with subprocess.Popen(demo, cwd=ROOT, env=ours, stdout=subprocess.DEVNULL) as server:
            try:
                take(port)
            finally:
                server.terminate()
    write_guides()


def take(port: int) -> None:
    """Every picture, once the demo has published all of its numbers."""
    address, until = f"http://localhost:{port}", time.monotonic() + PATIENCE
    while not answers(port):
        if time.monotonic() > until:
            raise RuntimeError("the demo did not start")
        time.sleep(1)
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        page.add_init_script("try { localStorage.setItem('samspill:tour', 'done') } catch {}")
        wait_for_numbers(page, address, until)
        for name, place in TAKEN.items():
            page.goto(f"{address}/{place}")
            settled(page)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


def wait_for_numbers(page: Page, address: str, until: float) -> None:
    """Publishing tells in the menu how far it has come; when that is gone, all numbers are there."""
    while True:
        page.goto(address)
        settled(page)
        if not page.get_by_test_id("stProgress").count() and page.locator("table.board").count():
            return
        if time.monotonic() > until:
            raise RuntimeError("the demo's numbers did not come")
        page.wait_for_timeout(3000)


def settled(page: Page) -> None:
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=120_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=120_000)
    page.wait_for_selector("html[data-settled]", state="attached", timeout=120_000)
    page.wait_for_timeout(2500)


def answers(port: int) -> bool:
    """Does the demo speak to whoever asks?"""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def guide(reader: str) -> str:
    """One guide as it lies in docs/: the same words as in the app, and its pictures."""
    parts = [f"# {NB(f'guide-{reader}-title')}"]
    for passage, picture in READERS[reader].items():
        alt = NB(f"guide-picture-{picture}")
        parts += [NB(f"guide-{passage}"), f"![{alt}](../dashboard/app/static/guide/{picture}.png)"]
    return "\n\n".join(parts) + "\n"


def write_guides() -> None:
    for reader, file in FILES.items():
        (ROOT / "docs" / file).write_text(guide(reader), encoding="utf-8")


if __name__ == "__main__":
    main()
