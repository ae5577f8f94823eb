"""A server's database that is full, or stopped: nothing is lost, and it is told of."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import Desk, StoreFault, the_desk
from dashboard.desk.handed_over.orders import PAPER
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, words
from dashboard.papers.order import Kind, Order
from data_sources.declared.tables import TABLES
from tests import made_up
from tests.dashboard.working.conftest import until
from tests.servers import Server, running

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[3]
YEAR = date.today().year - 1
CONCERTS = made_up.concerts(date(YEAR, 1, 1), date(YEAR, 12, 31))
MEGABYTE = 1 << 20


@contextmanager
def a_worker(server: Server, key: Path) -> Iterator["subprocess.Popen[bytes]"]:
    own = {"SAMSPILL_DATABASE": server.url, "SAMSPILL_KEY": str(key), "SAMSPILL_MODEL": "gjovik"}
    command, quiet = [sys.executable, "-m", "dashboard.cli", "worker"], subprocess.DEVNULL
    with subprocess.Popen(command, env=os.environ | own, stdout=quiet, stderr=quiet, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_database_that_is_stopped_is_told_of_on_the_page_and_is_used_again_by_page_and_worker_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "a.key"
    with running() as server, a_worker(server, key) as worker:
        for name, value in {"DATABASE": server.url, "KEY": str(key), "MODEL": "", "DEMO": ""}.items():
            monkeypatch.setenv(f"SAMSPILL_{name}", value)
        the_desk.cache_clear()
        desk = the_desk(Settings.here())
        desk.keep(desk.receive(CONCERTS, "k.csv"))
        desk.publish()
        page = AppTest.from_file(str(ROOT / "dashboard" / "app" / "frame.py"), default_timeout=60).run()
        assert not page.error and not page.exception
        assert desk.queue is not None
        until(desk.queue.has_workers)
        server.stop()
        page.run()
        assert [error.value for error in page.error] == [words(DEFAULT)("store-unreachable")]
        with pytest.raises(StoreFault, match="unreachable"):
            desk.keep(desk.receive(made_up.referrals(date(YEAR, 1, 1), date(YEAR, 2, 1)), "h.csv"))
        server.start()
        page.run()
        assert not page.error and not page.exception
        assert [batch.file for batch in desk.batches()] == ["k.csv"]
        number = desk.hand_over(PAPER, Order(Kind.WORKBOOK))
        assert number
        assert list(desk.outcome_of(number))
        assert worker.poll() is None
        assert desk.verify_log().broken is None
        desk.settle_views()
        desk._store.engine.dispose()
    the_desk.cache_clear()


def test_a_full_disk_under_the_server_keeps_all_of_a_file_or_nothing_and_says_so(tmp_path: Path) -> None:
    """No file of the server's may grow beyond a limit: what it is told by the disk is told on."""
    with running() as server:
        desk = Desk(Settings(server.url, "gjovik", tmp_path / "a.key"))
        desk.keep(desk.receive(CONCERTS, "k.csv"))
        held, log = rows_of(desk), len(desk.log())
        big = made_up.attendance(date(YEAR - 3, 1, 2), date(YEAR, 12, 31))
        server.stop()
        server.start(largest=MEGABYTE + MEGABYTE // 8)
        with pytest.raises(StoreFault, match="disk-full"):
            desk.keep(desk.receive(big, "oppmote.csv"))
        assert [batch.file for batch in desk.batches()] == ["k.csv"]
        server.stop()
        server.start()
        assert rows_of(desk) == held
        assert len(desk.log()) >= log and desk.verify_log().broken is None
        assert [counts.failed for counts in desk.keep(desk.receive(big, "oppmote.csv")).counts] == [0]
        desk.settle_views()
        desk._store.engine.dispose()


def rows_of(desk: Desk) -> dict[str, int]:
    return {table.name: desk._store.rows(table).height for table in TABLES}
