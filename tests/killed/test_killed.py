"""Whoever is killed over their work, at whatever moment, leaves nothing half-written; and nothing is lost.

`python -m benchmarks.killing` does the same two hundred times.
"""

import random
from pathlib import Path

import pytest

from tests.killed.rounds import Ground, Rounds
from tests.servers import Server

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("deed", ["import", "migration", "share", "publisher"])
def test_killed_over_a_file(deed: str, tmp_path: Path) -> None:
    assert Rounds(Ground(tmp_path, None), random.Random(7)).kill(deed) > 0


@pytest.mark.parametrize("deed", ["worker", "stand_in"])
def test_killed_over_a_server(deed: str, postgresql: Server, tmp_path: Path) -> None:
    assert Rounds(Ground(tmp_path, postgresql), random.Random(7)).kill(deed) > 0
