"""What the tests share: a small model, a desk on a throw-away database, a browser, and the office files."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests.servers import Server, running
from tests.standing_in import settle, standing_in
from tests.stores import Databases, Files, chosen, database_at, drop_below, on_a_server

# A machine that keeps nothing compiled would compile everything again in each process that a test starts.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is no fault: no test is timed. Forty examples each keep the suite quick enough to be run all the time.
settings.register_profile("house", deadline=None, max_examples=40)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TODAY = date(2026, 5, 20)


SERVER = "postgresql"


class OnAServer(pytest.Module):
    """A file of tests once more, with its stores on a server: those of its tests that open one. It has fixtures of its
    own, as any file has."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        return [each for each in super().collect() if _opens_a_store(each)]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    if parent.config.getoption("stores") == "sqlite" or not file_path.match("test_*.py"):
        return None
    nodeid = f"{file_path.relative_to(ROOT).as_posix()}@{SERVER}"
    again: pytest.Module = OnAServer.from_parent(parent, path=file_path, name=Path(nodeid).name, nodeid=nodeid)
    return again


# Those who wait for other processes first, then whatever takes its time: nobody is left with a long one at the end.
FIRST = ("browser", "killed", "dashboard/working")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """What needs a server of its own takes its time; a file's tests stay together, and long files come first."""
    if config.getoption("stores") == SERVER:
        config.hook.pytest_deselected(items=[item for item in items if not _is_on_a_server(item)])
        items[:] = filter(_is_on_a_server, items)
    for item in items:
        chosen = getattr(item, "callspec", None)
        if (
            _is_on_a_server(item)
            or SERVER in getattr(item, "fixturenames", ())
            or (chosen and SERVER in chosen.params.values())
        ):
            item.add_marker(pytest.mark.slow)
    yield  # pytest leaves out what was not asked for: by then, everything slow must be marked
    long = {item.path for item in items if item.get_closest_marker("slow")}
    waiting = tuple(ROOT / "tests" / room for room in FIRST)
    items.sort(key=lambda item: (not any(map(item.path.is_relative_to, waiting)), item.path not in long))


def pytest_collection_finish() -> None:
    """What stands when all tests are read stays: Streamlit looks for rubbish after every run of a page."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    kinds = ["both", "sqlite", SERVER]
    parser.addoption("--stores", choices=kinds, default=kinds[0], help="where the stores that tests open lie")


@pytest.fixture(autouse=True)
def _environment_is_put_back() -> Iterator[None]:
    """Commands write their options into it."""
    ours = {name: value for name, value in os.environ.items() if name.startswith("SAMSPILL_")}
    yield
    for name in [name for name in os.environ if name.startswith("SAMSPILL_") and name not in ours]:
        del os.environ[name]
    os.environ.update(ours)


def _is_on_a_server(item: pytest.Item) -> bool:
    return item.getparent(OnAServer) is not None


def _opens_a_store(item: pytest.Item | pytest.Collector) -> bool:
    """By its module, or by that of a fixture it asks for, or of what it has from another file of tests."""
    if not isinstance(item, pytest.Function):
        return False
    fixtures = [defined[-1].func for defined in item._fixtureinfo.name2fixturedefs.values()]
    own = vars(item.module)
    whence = [(str(getattr(each, "__module__", "")), each) for each in own.values()]
    lent = [each for module, each in whence if module.startswith("tests.") and module != Files.__module__]
    spaces = [getattr(each, "__globals__", {}) for each in (*fixtures, *lent)]
    asks = any({"database_at", "at_home"} & space.keys() for space in (own, *spaces) if space is not globals())
    return asks or "make_desk" in item.fixturenames


@pytest.fixture(scope="session")
def databases(postgresql: Server) -> Iterator[Databases]:
    """Stores on a server, and whoever does what is handed over at them."""
    stores = Databases(postgresql)
    with standing_in(stores.has):
        yield stores


@pytest.fixture(scope="module", autouse=True)
def stores_of_the_file(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where the stores of a file of tests lie."""
    if not isinstance(request.node, OnAServer):
        yield
        return
    databases: Databases = request.getfixturevalue("databases")
    with chosen(databases):
        yield
    databases.close()


@pytest.fixture(autouse=True)
def dropped_stores(request: pytest.FixtureRequest) -> Iterator[None]:
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    settle()
    if folder:
        drop_below(folder)


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """A desk on an empty database, on a day of one's choice."""
    opened: list[Desk] = []

    def make(model: str = "gjovik", today: date = TODAY, name: str = "samspill") -> Desk:
        settings = Settings(database_at(tmp_path / f"{name}.sqlite"), model, tmp_path / f"{name}.key")
        opened.append(Desk(settings, today=lambda: today))
        return opened[-1]

    yield make
    for desk in opened if on_a_server() else ():
        desk.settle_views()  # else they would come when it is gone


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
