"""What the tests of papers share: a quarter of a region with hidden numbers, published; made once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests.dashboard.wall.test_non_interference import kept, region
from tests.stores import database_at, once_each


@pytest.fixture(scope="session")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    def publish() -> Path:
        folder = tmp_path_factory.mktemp("quarter")
        kept(folder, *region(5), folder / "samspill.key").publish()
        return folder / "samspill.sqlite"

    return once_each(publish)


@pytest.fixture(scope="module")
def quarter(quarters: Callable[[], Path]) -> Path:
    """A database with one published quarter: participants, referrals and concerts, many of them hidden."""
    return quarters()


@pytest.fixture
def settings(quarter: Path) -> Settings:
    return Settings(database_at(quarter), "gjovik", quarter.with_name("samspill.key"))


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return Desk(settings)
