"""What several tests of pages share: a year of concerts, which is published in a moment, and the desk on it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dashboard.desk import Desk, the_desk
from dashboard.installation.settings import Settings
from tests import made_up
from tests.stores import at_home, database_at


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Last year's concerts, published."""
    folder = tmp_path_factory.mktemp("concerts")
    desk = Desk(Settings(database_at(folder / "k.sqlite"), "gjovik", folder / "k.key"))
    year = date.today().year - 1
    desk.keep(desk.receive(made_up.concerts(date(year, 1, 1), date(year, 12, 31)), "k.csv"))
    desk.publish()
    return folder / "k.sqlite"


@pytest.fixture
def desk(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk that the pages ask, too. A module that needs other rows has its own."""
    at_home(monkeypatch, file)
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    yield the_desk(Settings.here())
    the_desk.cache_clear()
