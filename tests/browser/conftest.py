"""A real server on a database of its own, and a real browser to open it in."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.stores import database_at

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PATIENCE = 90


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a machine with other work misses a key now and then: a second try, which is told of, counts."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.flaky(reruns=1))
            item.add_marker(pytest.mark.slow)


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SAMSPILL_", "STREAMLIT_"))}
    ours |= {"HOME": str(folder), "SAMSPILL_DATABASE": database_at(folder / "samspill.sqlite")}
    ours |= {"SAMSPILL_KEY": str(folder / "samspill.key")}
    command = [sys.executable, "-m", "dashboard.cli", "--port", str(port)]
    heard = folder / "server.log"
    with (
        heard.open("wb") as log,
        subprocess.Popen(command, cwd=ROOT, env=ours, stdout=log, stderr=subprocess.STDOUT) as process,
    ):
        try:
            until = time.monotonic() + PATIENCE
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > until:
                    pytest.fail(f"Samspill did not start:\n{heard.read_text(errors='replace')}")
                time.sleep(0.2)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def serving() -> Callable[[Path], AbstractContextManager[str]]:
    """Starts Samspill on a new database in a folder and gives its address, until the block ends."""
    return _serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Samspill's address; tests may upload to it."""
    with _serving(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Samspill with nothing uploaded, which no test changes."""
    with _serving(tmp_path_factory.mktemp("empty")) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, in English as it comes: the language is the page's business."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield launched
        launched.close()
