"""What the tests share: a small model, a desk on a throw-away database, a browser, and the office files."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests.servers import Server, running

# A busy machine is no fault: no test is timed. Forty examples each keep the suite quick enough to be run all the time.
settings.register_profile("house", deadline=None, max_examples=40)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TODAY = date(2026, 5, 20)


@pytest.fixture
def make_desk(tmp_path: Path) -> Callable[..., Desk]:
    """A desk on an empty SQLite file, on a day of one's choice."""

    def make(model: str = "gjovik", today: date = TODAY, name: str = "samspill") -> Desk:
        settings = Settings(f"sqlite:///{tmp_path / name}.sqlite", model, tmp_path / f"{name}.key")
        return Desk(settings, today=lambda: today)

    return make


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server for the whole run of a process."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium: installed, Playwright's own, or Debian's package. Fails where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if found := shutil.which(name):
            return found
    own = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    if own:
        return str(own[-1])
    if shutil.which("apt-get"):
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(command, check=False, capture_output=True, timeout=600)
        if found := shutil.which("chromium"):
            return found
    pytest.fail("No Chromium was found, and none could be installed: install Debian's package `chromium`.")
