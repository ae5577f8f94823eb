"""A server's database that is full, or stopped: nothing is lost, and it is told of."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desk import Desk, StoreFault, the_desk
from dashboard.desk.handed_over.orders import PAPER
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, words
from dashboard.papers.order import Kind, Order
from dashboard.working.standing_in import look
from data_sources.declared.tables import TABLES
from tests import made_up
from tests.dashboard.serving.test_server import ask
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
        assert ask("/samspill/ready")[::2] == (503, b"database")
        page.run()
        assert [error.value for error in page.error] == [words(DEFAULT)("store-unreachable")]
        with pytest.raises(StoreFault, match="unreachable"):
            desk.keep(desk.receive(made_up.referrals(date(YEAR, 1, 1), date(YEAR, 2, 1)), "h.csv"))
        server.start()
        assert ask("/samspill/ready")[::2] == (200, b"ready")
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


def test_whoever_comes_back_to_the_page_of_papers_gets_what_they_had_ordered(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"DATABASE": settings.database, "KEY": str(settings.key), "MODEL": "", "DEMO": ""}.items():
        monkeypatch.setenv(f"SAMSPILL_{name}", value)
    monkeypatch.setattr("dashboard.screen.papers.PATIENCE", 60.0)  # a test has no eyes for a bar
    the_desk.cache_clear()
    desk = the_desk(Settings.here())
    desk.keep(desk.receive(CONCERTS, "k.csv"))
    desk.publish()
    order = Order(Kind.WORKBOOK, edition=desk.pin())
    number = desk.hand_over(PAPER, order, (order, datetime(YEAR, 3, 4, 9, 30)))
    assert number and look(desk)
    page = AppTest.from_file(str(ROOT / "dashboard" / "app" / "frame.py"), default_timeout=60).run()
    page.switch_page("../../pages/papers.py").run()
    (waiting,) = [button for button in page.button if button.label.startswith("Hent ")]
    waiting.click().run()
    assert not page.exception and not page.error
    assert next(each.proto.label for each in page.get("download_button")).endswith(".xlsx")
    desk.let_go(number)
    page.run()
    assert not [button for button in page.button if button.label.startswith("Hent ")]
    desk.settle_views()
    the_desk.cache_clear()


def test_a_database_that_was_made_without_an_encoding_is_used_as_any_other(postgresql: Server, tmp_path: Path) -> None:
    """As PostgreSQL makes one where the machine has no locale."""
    with postgresql.connect() as connection:
        connection.execute("DROP DATABASE IF EXISTS plain")
        connection.execute("CREATE DATABASE plain ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    desk = Desk(Settings(postgresql.url_of("plain"), "gjovik", tmp_path / "a.key"))
    decision = desk.decide("Prøv på Østre Toten")
    assert [each.text for each in desk.decisions()] == [decision.text]
    number = desk.hand_over(PAPER, Order(Kind.WORKBOOK, present="Bjørn"))
    assert number and look(desk)
    with pytest.raises(StoreFault, match="nothing-published"):
        desk.outcome_of(number)
    desk.settle_views()
    desk._store.engine.dispose()


def rows_of(desk: Desk) -> dict[str, int]:
    return {table.name: desk._store.rows(table).height for table in TABLES}
