"""A desk on a real PostgreSQL, and workers in processes of their own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests.servers import Server

Worker = subprocess.Popen[bytes]


@pytest.fixture(autouse=True)
def _engines_end_with_the_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    made: list[sa.Engine] = []
    make = sa.create_engine

    def recorded(*args: object, **kwargs: object) -> sa.Engine:
        made.append(make(*args, **kwargs))
        return made[-1]

    monkeypatch.setattr(sa, "create_engine", recorded)
    yield
    for engine in made:
        engine.dispose()


@pytest.fixture
def settings(postgresql: Server, tmp_path: Path) -> Settings:
    return Settings(postgresql.emptied(), "gjovik", tmp_path / "a.key")


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return Desk(settings, today=lambda: date(2025, 9, 20))


@pytest.fixture
def start(tmp_path: Path, postgresql: Server) -> Iterator[Callable[[], Worker]]:
    """Starts `samspill worker` on this test's database, or its regions; it is there when it comes back."""
    started: list[Worker] = []

    def begin() -> Worker:
        own = {"SAMSPILL_DATABASE": postgresql.url, "SAMSPILL_KEY": str(tmp_path / "a.key"), "SAMSPILL_MODEL": "gjovik"}
        command = [sys.executable, "-m", "dashboard.cli", "worker"]
        started.append(subprocess.Popen(command, env=os.environ | own, stderr=subprocess.PIPE))
        assert started[-1].stderr is not None
        while line := started[-1].stderr.readline():
            if b"worker-ready" in line:
                return started[-1]
        pytest.fail("The worker ended before it was ready.")

    yield begin
    for worker in started:
        worker.kill()
        worker.wait()
        assert worker.stderr is not None
        worker.stderr.close()


def ended(worker: Worker, number: signal.Signals = signal.SIGKILL) -> int:
    """Tell it to end, and how it did."""
    worker.send_signal(number)
    return worker.wait(30)


def until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)
