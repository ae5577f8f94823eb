"""Half a year of everything, published once for all tests that need more than one family."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from data_sources.declared.model import MODELS
from tests import made_up
from tests.dashboard.publishing.regions import region
from tests.stores import database_at, once_each

__all__ = ["region"]

FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)
GJOVIK = (MODELS / "gjovik.toml").read_text("utf-8")


def under(folder: Path, threshold: int) -> Desk:
    """The desk on one database under a threshold."""
    model = folder / f"under_{threshold}.toml"
    model.write_text(GJOVIK.replace("threshold = 5 ", f"threshold = {threshold} "), encoding="utf-8")
    settings = Settings(database_at(folder / "a.sqlite"), str(model), folder / "a.key")
    return Desk(settings, today=lambda: date(2025, 9, 20))


def _half_a_year(folder: Path) -> Path:
    desk = under(folder, 5)
    for content, name in (
        (made_up.attendance(FIRST, LAST), "oppmote.csv"),
        (made_up.referrals(FIRST, date(2025, 8, 30)), "henvisninger.csv"),
        (made_up.concerts(FIRST, LAST), "konserter.csv"),
    ):
        desk.keep(desk.receive(content, name))
    time.sleep(1.1)  # rows of the very second of a publication count as come after it
    desk.publish()
    return folder


@pytest.fixture(scope="session")
def half_years(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    return once_each(lambda: _half_a_year(tmp_path_factory.mktemp("half_a_year")))


@pytest.fixture(scope="module")
def half_a_year(half_years: Callable[[], Path]) -> Path:
    """The folder of a database published under a threshold of five. For tests that only look."""
    return half_years()


@pytest.fixture(scope="module")
def at_threshold(half_a_year: Path) -> Callable[[int], Desk]:
    """The same half year, read under a threshold of one's choice."""
    return lambda threshold: under(half_a_year, threshold)
