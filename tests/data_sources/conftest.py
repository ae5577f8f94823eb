"""The two databases we speak, a file for SQLite and a PostgreSQL server, and a store on each."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drawn_sheets import SECRET

from data_sources.storing.store import Store

if TYPE_CHECKING:
    from tests.servers import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'samspill.sqlite'}"
    server: Server = request.getfixturevalue("postgresql")
    return server.emptied()


@pytest.fixture
def kept(database: str) -> Iterator[Store]:
    """A store on an empty database, of each kind."""
    made = Store(database, SECRET, patience=0.5)
    yield made
    made.engine.dispose()
