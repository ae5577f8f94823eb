"""Processes of ours that are killed at a moment of chance, and what must hold of what they leave behind."""

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import time
import urllib.request
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import polars as pl
import sqlalchemy as sa

from dashboard.desk import Desk
from dashboard.desk.workers import work_off
from dashboard.installation.settings import Settings
from dashboard.publishing import sharing
from dashboard.working.tasks import tasks_of
from data_sources.declared.tables import TABLES
from data_sources.storing.ledger import CELL
from tests import made_up
from tests.servers import Server

ROOT = Path(__file__).resolve().parents[2]
DEEDS = ("import", "publish", "share", "publisher", "paper", "migration", "worker", "stand_in", "server")
FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)
BEFORE = ROOT / "tests" / "data_sources" / "storing" / "first_release.sql"
FILES = {"h.csv": made_up.referrals(FIRST, LAST), "k.csv": made_up.concerts(FIRST, LAST)}
_PORT = 18399

# Processes begin with everything loaded: what is killed is the work, not Python on its way to it.
LOADED = multiprocessing.get_context("forkserver")
LOADED.set_forkserver_preload(
    [
        *(f"dashboard.commands.{module}" for module in ("intake", "publishing", "papers", "working", "opening")),
        *("dashboard.cli", "dashboard.desk", "dashboard.working.tasks", "dashboard.publishing.publish"),
        *("dashboard.serving.server", "dashboard.papers.making", "dashboard.commands.opened"),
        *("data_sources.storing.migrations", "alembic.command", "procrastinate", "xlsxwriter"),
    ]
)


@dataclass
class Ground:
    """Databases to be broken: copies of one that is made once for each state, of either kind."""

    folder: Path
    server: Server | None
    _made: dict[str, int] = field(default_factory=dict)

    @property
    def key(self) -> Path:
        return self.folder / "a.key"

    def settings(self, url: str) -> Settings:
        return Settings(url, "gjovik", self.key)

    def fresh(self, state: str, prepare: Callable[[str], None]) -> str:
        """The address of a database in this state, for one round alone."""
        if state not in self._made:
            prepare(self._address(state))
        number = self._made[state] = self._made.get(state, 0) + 1
        if self.server is None:
            copy = self.folder / f"{state}-{number}.sqlite"
            with closing(sqlite3.connect(self.folder / f"{state}.sqlite")) as source:
                source.execute("VACUUM INTO ?", (str(copy),))
            return f"sqlite:///{copy}"
        with self.server.connect() as connection:
            for gone in (number - 1, number):
                connection.execute(f"DROP DATABASE IF EXISTS {state}_{gone} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {state}_{number} TEMPLATE {state}")
        return self._url(f"{state}_{number}")

    def _address(self, state: str) -> str:
        if self.server is None:
            return f"sqlite:///{self.folder / state}.sqlite"
        with self.server.connect() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {state} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {state}")
        return self._url(state)

    def _url(self, name: str) -> str:
        assert self.server is not None
        return f"postgresql+psycopg://postgres@/{name}?host={self.server.folder}"


class Rounds:
    """One deed after another, each killed once and then done again to its end."""

    def __init__(self, ground: Ground, dice: random.Random, port: int = _PORT) -> None:
        self.ground, self.dice, self.port = ground, dice, port
        for name, content in FILES.items():
            (ground.folder / name).write_bytes(content)
        self._lasts: dict[str, float] = {}
        self._whole: dict[str, object] = {}

    def kill(self, deed: str) -> float:
        """Kill it once, somewhere in its time; how many seconds it had lived. Raises AssertionError where something
        is half-written or lost."""
        if deed not in self._lasts:
            self._lasts[deed], self._whole[deed] = self._run(deed, None)
        share = self.dice.random()
        lived, came_to = self._run(deed, share * self._lasts[deed])
        assert came_to == self._whole[deed], f"{deed}, killed after {lived:.2f} s, came to something else"
        return lived

    def _run(self, deed: str, seconds: float | None) -> tuple[float, object]:
        """Do it, killed after so many seconds or to its end; check what is left; do it again; what it all came to."""
        round_of = getattr(self, f"_{deed}")
        return round_of(seconds)  # type: ignore[no-any-return]

    # --- the deeds ---------------------------------------------------------------------------------------

    def _import(self, seconds: float | None) -> tuple[float, object]:
        url = self.ground.fresh("empty", lambda address: _close(self._desk(address)))
        files = [str(self.ground.folder / name) for name in FILES]
        command = ["import", "--no-publish", *files]
        lived = self._killed(url, command, seconds)
        desk = self._checked(url)
        kept = [batch for batch in desk.batches() if batch.id]
        assert [batch.file for batch in reversed(kept)] == list(FILES)[: len(kept)]
        _close(desk)
        self._killed(url, command, None)
        desk = self._checked(url)
        return lived, _closing(desk, _rows(desk))

    def _publish(self, seconds: float | None) -> tuple[float, object]:
        url = self.ground.fresh("imported", self._imported)
        lived = self._killed(url, ["publish"], seconds)
        desk = self._checked(url)
        published = _numbers(desk)
        pending = desk._ledger.pending()
        assert not pending or published.is_empty(), "some is read, and some is not, of one publishing"
        _close(desk)
        self._killed(url, ["publish"], None)
        desk = self._checked(url)
        assert desk._ledger.pending() == []
        return lived, _closing(desk, _as_text(_numbers(desk)))

    def _share(self, seconds: float | None) -> tuple[float, object]:
        """A process that publishes a share for another is killed; the other does it, and nobody has to ask again."""
        return self._shared(seconds, lambda process, share: os.kill(share, signal.SIGKILL), {0})

    def _publisher(self, seconds: float | None) -> tuple[float, object]:
        """Whoever shares a publishing out is killed, and not whom it is shared with."""
        return self._shared(seconds, lambda process, share: process.kill(), {-signal.SIGKILL})

    def _shared(
        self, seconds: float | None, kill: Callable[[ForkServerProcess, int], None], codes: set[int]
    ) -> tuple[float, object]:
        url = self.ground.fresh("imported", self._imported)
        process = self._started(url, ["publish"], shared=True)
        share = _child_of(process)
        begun = time.monotonic()
        process.join(seconds if seconds is not None else 300)
        lived = time.monotonic() - begun
        is_there = process.exitcode is None
        if is_there:
            assert seconds is not None, "it never ends"
            with suppress(ProcessLookupError):  # the share may be done already
                kill(process, share)
            process.join(300)
        assert process.exitcode in (codes | {0} if is_there else {0})
        desk = self._checked(url)
        assert process.exitcode or desk._ledger.pending() == [], "it ended well, and something is not read"
        _close(desk)
        self._killed(url, ["publish"], None)
        deadline = time.monotonic() + 120
        while not _is_gone(share):  # one that had not come so far as to publish hears that nobody waits for it
            assert time.monotonic() < deadline, "it never hears that whoever asked is gone"
            time.sleep(0.05)
        desk = self._checked(url)
        assert desk._ledger.pending() == []
        return lived, _closing(desk, _as_text(_numbers(desk)))

    def _paper(self, seconds: float | None) -> tuple[float, object]:
        url = self.ground.fresh("published", self._published)
        folder = self.ground.folder / f"papers{time.monotonic_ns()}"
        command = ["report", "--kind", "xlsx", "--to", str(folder)]
        lived = self._killed(url, command, seconds)
        for file in folder.glob("[!.]*.*x") if folder.exists() else ():
            with zipfile.ZipFile(file) as whole:  # half of one is none
                assert whole.testzip() is None
        self._killed(url, command, None)
        contents = {file.name: file.read_bytes() for file in folder.glob("[!.]*.*x")}
        shutil.rmtree(folder)
        _close(self._checked(url))
        return lived, contents

    def _migration(self, seconds: float | None) -> tuple[float, object]:
        url = self.ground.fresh("first_release", first_release)
        lived = self._killed(url, ["audit-log", "verify"], seconds, {0, 1})
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            assert ("alembic_version" in tables) == ("audit_entry" in tables), tables
            assert file.execute("SELECT count(*) FROM publication").fetchone() == (40,)
        desk = self._checked(url)
        with desk._store.engine.connect() as connection:
            cells = connection.exec_driver_sql("SELECT count(*), sum(persons) FROM decided_cell").one()
            step = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return lived, _closing(desk, (tuple(cells), step))

    def _worker(self, seconds: float | None) -> tuple[float, object]:
        """A worker is killed over a file to keep and a publishing; whoever comes after it does what is left, once."""
        return self._handed_over(seconds, ["worker"])

    def _stand_in(self, seconds: float | None) -> tuple[float, object]:
        """A server that does the same, as there is no worker."""
        return self._handed_over(seconds, ["--port", str(self.port)])

    def _handed_over(self, seconds: float | None, command: list[str]) -> tuple[float, object]:
        url = self.ground.fresh("imported", self._imported)
        desk = self._desk(url)
        assert desk.queue is not None
        content = made_up.concerts(date(2025, 7, 1), date(2025, 8, 31), seed=9)
        kept = desk.queue.hand_over("keep", desk._keep_order(desk.receive(content, "a.csv"), []))
        assert desk.start_publishing()
        worker = self._started(url, command)
        while not _is_at_work(desk):
            time.sleep(0.02)
        begun = time.monotonic()
        if seconds is None:
            while desk.queue.unfinished():
                time.sleep(0.02)
        else:
            time.sleep(seconds)
        lived = time.monotonic() - begun
        _kill(worker)
        _close(self._checked(url))
        with desk._store.engine.begin() as connection:  # as if it had been silent for as long as it takes
            connection.exec_driver_sql("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
        deadline = time.monotonic() + 120
        while desk.queue.unfinished():
            assert time.monotonic() < deadline, "what was handed over is never done"
            work_off(desk, tasks_of(desk))
        assert desk.outcome_of(kept).file == "a.csv"
        assert [batch.file for batch in desk.batches()].count("a.csv") == 1
        assert desk._ledger.pending() == []
        _close(desk)
        desk = self._checked(url)
        return lived, _closing(desk, (_rows(desk), _as_text(_numbers(desk))))

    def _server(self, seconds: float | None) -> tuple[float, object]:
        """Killed while somebody fetches numbers, which is written down."""
        url = self.ground.fresh("published", self._published)
        begun = time.monotonic()
        server = self._started(url, ["--port", str(self.port)])
        answers = 0
        # Nobody kills the first: it ends when it has answered.
        while time.monotonic() - begun < (seconds or 120) and (seconds or answers < 3):
            with suppress(OSError), urllib.request.urlopen(self._tall(), timeout=seconds or 120) as answer:
                answers += len(answer.read()) > 1000
            time.sleep(0.02)
        lived = time.monotonic() - begun
        _kill(server)
        assert seconds is not None or answers, "it never answered"
        desk = self._checked(url)
        return lived, _closing(desk, (_rows(desk), _as_text(_numbers(desk))))

    def _tall(self) -> str:
        return f"http://127.0.0.1:{self.port}/tall/numbers.csv"

    # --- before and after --------------------------------------------------------------------------------

    def _desk(self, url: str) -> Desk:
        return Desk(self.ground.settings(url), today=lambda: date(2025, 9, 20))

    def _imported(self, url: str) -> None:
        desk = self._desk(url)
        for name, content in FILES.items():
            desk.keep(desk.receive(content, name))
        time.sleep(1.1)  # rows of the very second of a publication count as come after it
        _close(desk)

    def _published(self, url: str) -> None:
        self._imported(url)
        desk = Desk(self.ground.settings(url))
        desk.publish()
        _close(desk)

    def _started(self, url: str, command: list[str], *, shared: bool = False) -> ForkServerProcess:
        own = {"SAMSPILL_DATABASE": url, "SAMSPILL_KEY": str(self.ground.key)}
        process = LOADED.Process(target=_obey, args=(own, command, shared))
        process.start()
        return process

    def _killed(self, url: str, command: list[str], seconds: float | None, codes: set[int] = frozenset({0})) -> float:  # type: ignore[assignment]
        """How many seconds it lived; without a number of them, to its end, which must be a good one."""
        begun = time.monotonic()
        process = self._started(url, command)
        process.join(seconds if seconds is not None else 300)
        if process.exitcode is None:
            assert seconds is not None, f"{command} never ends"
            _kill(process)
        else:
            assert process.exitcode in codes, f"{command} ended with {process.exitcode}"
        return time.monotonic() - begun

    def _checked(self, url: str) -> Desk:
        """The desk on what was left, of which nothing is half-written."""
        desk = self._desk(url)
        if url.startswith("sqlite"):
            with desk._store.engine.connect() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert desk.verify_log().broken is None
        _batches_are_whole(desk)
        return desk


def first_release(url: str) -> None:
    """A database as the first release made it, with forty publications in it."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for statement in filter(str.strip, BEFORE.read_text("utf-8").split(";")):
            connection.exec_driver_sql(statement)
        for number in range(1, 41):
            period = f"'{2000 + number}Q1'"
            connection.exec_driver_sql(
                f"INSERT INTO publication VALUES ({number}, '2026-01-01', 'x', 1, 'participants', {period}, 1, '', 'f')"
            )
            for place in range(25):
                cell = f"({number}, 'p{place}', 'all', 'all', 1, {number + place})"
                connection.exec_driver_sql(f"INSERT INTO decided_cell VALUES {cell}")
    engine.dispose()


def _batches_are_whole(desk: Desk) -> None:
    """Every row belongs to an upload that was kept, which brought as many as it says."""
    counted = {(batch.id, each.table): each.new + each.changed for batch in desk.batches() for each in batch.counts}
    with desk._store.engine.connect() as connection:
        for table in TABLES:
            grouped = f"SELECT batch_id, count(*) FROM {table.name} GROUP BY batch_id"
            for batch, rows in connection.exec_driver_sql(grouped):
                assert counted[batch, table.name] == rows, f"{table.name}: half an upload"


def _rows(desk: Desk) -> dict[str, int]:
    """How many rows there are, and the sum of what they say, by table."""
    rows = {table.name: desk._store.rows(table) for table in TABLES}
    return {name: hash(str(sorted(map(str, frame.rows())))) for name, frame in rows.items()}


def _numbers(desk: Desk) -> pl.DataFrame:
    return desk._ledger.numbers(desk._ledger.readable())


def _as_text(numbers: pl.DataFrame) -> str:
    return numbers.drop("publication").sort("family", "period", "edition", "indicator", *CELL).write_csv()


def _closing(desk: Desk, came_to: object) -> object:
    _close(desk)
    return came_to


def _close(desk: Desk) -> None:
    desk.settle_views()
    desk._store.engine.dispose()


def _is_at_work(desk: Desk) -> bool:
    with desk._store.engine.connect() as connection:
        return bool(connection.exec_driver_sql("SELECT 1 FROM procrastinate_jobs WHERE status <> 'todo'").first())


def _is_gone(number: int) -> bool:
    """A process that has ended; that nobody may have asked how is no matter."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def _child_of(process: ForkServerProcess) -> int:
    """The process it has started, as soon as there is one."""
    while process.exitcode is None:
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                if int(stat.read_text().rpartition(")")[2].split()[1]) == process.pid:
                    return int(stat.parent.name)
        time.sleep(0.01)
    raise AssertionError("it has shared nothing out")


def _obey(own: dict[str, str], command: list[str], shared: bool) -> None:
    """The command line, in a process of its own and with nobody to read what it says. `shared`: whatever is published
    is shared by two, as a large publishing is."""
    os.setsid()
    if shared:
        sharing.WORTH = 0.2
        os.cpu_count = lambda: 2
    os.environ.update(own)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    import_module("dashboard.cli").main(command)


def _kill(process: ForkServerProcess) -> None:
    """It, and what it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()  # where it had not come so far as to lead a group of its own
    process.join()
