"""What the tests of papers share: a quarter of a region with hidden numbers, published; made once."""

from pathlib import Path

import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests.dashboard.wall.test_non_interference import kept, region
from tests.stores import database_at


@pytest.fixture(scope="session")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one published quarter: participants, referrals and concerts, many of them hidden."""
    folder = tmp_path_factory.mktemp("quarter")
    kept(folder, *region(5), folder / "samspill.key").publish()
    return folder / "samspill.sqlite"


@pytest.fixture
def settings(quarter: Path) -> Settings:
    return Settings(database_at(quarter), "gjovik", quarter.with_name("samspill.key"))


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return Desk(settings)
