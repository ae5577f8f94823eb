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
from tests.standing_in import standing_in
from tests.stores import Databases, Files, choose, drop_below

# A machine that keeps nothing compiled would compile everything again in each process that a test starts.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is no fault: no test is timed. Forty examples each keep the suite quick enough to be run all the time.
settings.register_profile("house", deadline=None, max_examples=40)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TODAY = date(2026, 5, 20)


# Where what a desk does is kept and read is what is tried: on a file, and on a server, in every run.
ON_BOTH = tuple(
    f"tests/dashboard/{module}.py"
    for module in (
        "desk/test_roles_at_the_desk",
        "desk/test_minutes",
        "desk/test_reading_tools",
        "desk/test_typed_rows",
        "desk/test_kept_answers",
        "desk/test_two_of_everything",
        "publishing/test_deliveries",
        "findings/test_dictionary",
    )
)


# Those who wait for other processes first, then whatever takes its time: nobody is left with a long one at the end.
FIRST = ("browser", "killed", "dashboard/working")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """What needs a server of its own takes its time; a file's tests stay together, and long files come first. Where all
    stores lie on a server, only what opens a store is run again, and not what is run on both anyhow."""
    if config.getoption("stores") == "postgresql":
        again = [item for item in items if isinstance(item, pytest.Function) and _opens_a_store(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in again])
        items[:] = again
    for item in items:
        chosen = getattr(item, "callspec", None)
        if "postgresql" in getattr(item, "fixturenames", ()) or (chosen and "postgresql" in chosen.params.values()):
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
    kinds = ["sqlite", "postgresql"]
    parser.addoption("--stores", choices=kinds, default=kinds[0], help="where the stores that tests open lie")


def pytest_configure(config: pytest.Config) -> None:
    # A file that nobody closed is closed in silence when nobody holds it any more; so is what lies on a server instead.
    if config.getoption("stores") == "postgresql":
        config.addinivalue_line("filterwarnings", "ignore:.*was deleted while still open:ResourceWarning")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Rooms in which the two databases might differ have each of their desks on both."""
    if "make_desk" in metafunc.fixturenames:
        kinds = ["sqlite", "postgresql"] if _is_on_both(metafunc.definition) else [metafunc.config.getoption("stores")]
        metafunc.parametrize("make_desk", kinds, indirect=True)


@pytest.fixture(autouse=True)
def _environment_is_put_back() -> Iterator[None]:
    """Commands write their options into it."""
    ours = {name: value for name, value in os.environ.items() if name.startswith("SAMSPILL_")}
    yield
    for name in [name for name in os.environ if name.startswith("SAMSPILL_") and name not in ours]:
        del os.environ[name]
    os.environ.update(ours)


def _is_on_both(item: pytest.Item) -> bool:
    return item.path.relative_to(ROOT).as_posix() in ON_BOTH


def _opens_a_store(item: pytest.Function) -> bool:
    """By its module, or by that of a fixture it asks for."""
    fixtures = [defined[-1].func for defined in item._fixtureinfo.name2fixturedefs.values()]
    spaces = [vars(item.module), *(getattr(each, "__globals__", {}) for each in fixtures)]
    asks = any({"database_at", "at_home"} & space.keys() for space in spaces)
    return (asks or "make_desk" in item.fixturenames) and not _is_on_both(item)


@pytest.fixture(scope="session")
def databases(postgresql: Server) -> Iterator[Databases]:
    """Stores on a server, and whoever does what is handed over at them."""
    stores = Databases(postgresql)
    with standing_in(stores.has):
        yield stores
    stores.close()


@pytest.fixture(scope="session", autouse=True)
def chosen_stores(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("stores") == "postgresql":
        choose(request.getfixturevalue("databases"))


@pytest.fixture(autouse=True)
def dropped_stores(request: pytest.FixtureRequest) -> Iterator[None]:
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder:
        drop_below(folder)


@pytest.fixture
def make_desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[..., Desk]]:
    """A desk on an empty database, on a day of one's choice."""
    stores = request.getfixturevalue("databases") if request.param == "postgresql" else Files()
    opened: list[Desk] = []

    def make(model: str = "gjovik", today: date = TODAY, name: str = "samspill") -> Desk:
        settings = Settings(stores.url(tmp_path / f"{name}.sqlite"), model, tmp_path / f"{name}.key")
        opened.append(Desk(settings, today=lambda: today))
        return opened[-1]

    yield make
    for desk in opened if isinstance(stores, Databases) else ():
        desk.settle_views()  # else they would come when it is gone
        desk._store.engine.dispose()
    stores.drop_below(tmp_path)


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
