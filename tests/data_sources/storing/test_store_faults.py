"""All or nothing: failures in the middle, locked and lost databases, and what is never stored or repeated."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from drawn_sheets import ATTENDANCE, CONCERTS, CORRECTED, MARCH, REFERRALS, SECRET, arrived, counts, everything, text

from data_sources.declared.tables import ATTENDANCE as ATTENDANCE_TABLE
from data_sources.storing import batches, store
from data_sources.storing import database as storing
from data_sources.storing.database import alone
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.store import Store, StoreFault

pytestmark = pytest.mark.slow

LONG = 60.0
"""Seconds: what is waited for comes however busy the machine is, and what never comes is not taken for slow."""


@pytest.fixture
def patient(database: str) -> Iterator[Store]:
    """A store that waits until it is its turn."""
    made = Store(database, SECRET, patience=LONG)
    yield made
    made.engine.dispose()


# --- all or nothing ----------------------------------------------------------------------------------


def _broken(*_: Any, **__: Any) -> None:
    raise RuntimeError("the lights went out")


@pytest.mark.parametrize("where", [(store, "insert_rows"), (batches, "write_down"), (Store, "_raise_version")])
def test_a_failure_in_the_middle_stores_nothing(
    kept: Store, monkeypatch: pytest.MonkeyPatch, where: tuple[object, str]
) -> None:
    kept.keep(arrived(MARCH), "kari")
    before, version = everything(kept), kept.version()
    with monkeypatch.context() as broken:
        broken.setattr(*where, _broken)
        with pytest.raises(RuntimeError):
            kept.keep(arrived(CORRECTED), "kari")
    assert (everything(kept), kept.version()) == (before, version)
    assert counts(arrived(CORRECTED), kept) == (1, 1, 3, 0)


def test_a_failure_in_the_middle_of_an_undo_undoes_nothing(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep(arrived(MARCH), "kari")
    batch = kept.keep(arrived(CORRECTED), "kari")
    before = everything(kept)
    with monkeypatch.context() as broken:
        broken.setattr(store, "insert_rows", _broken)
        with pytest.raises(RuntimeError):
            kept.undo(batch.id, "kari")
    assert everything(kept) == before


def test_the_same_file_from_two_people_at_once_counts_once(patient: Store) -> None:
    arrival = arrived(MARCH)
    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda who: patient.keep(arrival, who).counts[0].new, ("kari", "ola")))
    assert sorted(done) == [0, 4] and patient.rows(ATTENDANCE_TABLE).height == 4


KILLED = """
import os, sys
sys.path[:0] = sys.argv[2:]
from drawn_sheets import CORRECTED, SECRET, arrived
from data_sources.storing.store import Store
Store._raise_version = lambda *_: os.kill(os.getpid(), 9)
Store(sys.argv[1], SECRET).keep(arrived(CORRECTED), "kari")
"""


def test_a_server_killed_in_the_middle_leaves_the_database_as_it_was(kept: Store, database: str) -> None:
    kept.keep(arrived(MARCH), "kari")
    before = everything(kept)
    here = Path(__file__).resolve()
    paths = [str(here.parents[1]), str(here.parents[3])]
    done = subprocess.run([sys.executable, "-c", KILLED, database, *paths], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr
    assert everything(kept) == before
    assert counts(arrived(CORRECTED), kept) == (1, 1, 3, 0)


# --- what is never stored ----------------------------------------------------------------------------


def test_no_id_is_stored_as_it_was_written(kept: Store) -> None:
    rows = {
        "O": [ATTENDANCE, ["05.03.2026", "Person-4711", "Gjøvik", "FACT", "gruppe", "x"]],
        "H": [REFERRALS, ["Sak-4711", "01.02.2026", "Person-4711", "Gjøvik", None, None, None, None]],
    }
    kept.keep(arrived(rows), "kari")
    kept.keep(arrived(rows | {"O": [ATTENDANCE, [*rows["O"][1][:5], "IM"]]}), "kari")
    assert "4711" not in repr(everything(kept))


def test_a_fault_of_the_database_repeats_no_value(kept: Store) -> None:
    arrival = arrived([CONCERTS, ["17.05.2026", "Hemmelig konsert", "Kafeen", "Gjøvik", 30, 8, None]])
    with kept.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE concerts"))
    with pytest.raises(StoreFault) as caught:
        kept.keep(arrival, "kari")
    assert "Hemmelig" not in str(caught.value) and caught.value.__cause__ is None
    assert caught.value.__suppress_context__


# --- when the database cannot ------------------------------------------------------------------------


@pytest.fixture
def holding(database: str) -> Callable[[], sa.Connection]:
    """Somebody else who is in the middle of writing."""

    def hold() -> sa.Connection:
        other = Store(database, SECRET).engine.connect().execution_options(writes=True)
        other.begin()
        if other.dialect.name == "postgresql":
            other.execute(sa.text("LOCK TABLE batch, row_before, attendance IN ACCESS EXCLUSIVE MODE"))
        return other

    return hold


def test_a_database_somebody_else_is_writing_in_is_locked_after_a_short_wait(
    kept: Store, holding: Callable[[], sa.Connection]
) -> None:
    arrival = arrived(MARCH)
    other = holding()
    began = time.monotonic()
    try:
        with pytest.raises(StoreFault) as caught:
            kept.keep(arrival, "kari")
    finally:
        other.close()
        other.engine.dispose()
    assert caught.value.reason == "locked" and time.monotonic() - began < LONG
    assert counts(arrival, kept) == (4, 0, 0, 0)


def test_a_short_wait_is_waited_out(patient: Store, holding: Callable[[], sa.Connection]) -> None:
    arrival, other = arrived(MARCH), holding()
    threading.Timer(0.2, other.rollback).start()
    try:
        assert counts(arrival, patient) == (4, 0, 0, 0)
    finally:
        other.close()
        other.engine.dispose()


def test_a_new_file_is_opened_by_all_who_open_it_in_the_same_moment(tmp_path: Path) -> None:
    """SQLite waits for another's transaction, and not for one who makes a file of the same kind: one in a dozen new
    files was locked to somebody."""
    for number in range(80):
        engines = [storing._engine(f"sqlite:///{tmp_path}/{number}.sqlite", LONG) for _ in range(8)]
        together = threading.Barrier(len(engines))

        def opened(engine: sa.Engine, together: threading.Barrier = together) -> object:
            together.wait()
            with engine.connect() as connection:
                return connection.scalar(sa.text("PRAGMA journal_mode"))

        with ThreadPoolExecutor(len(engines)) as threads:
            assert set(threads.map(opened, engines)) == {"wal"}
        for engine in engines:
            engine.dispose()


def test_a_database_belongs_to_its_first_key(database: str) -> None:
    Store(database, SECRET).engine.dispose()
    with pytest.raises(StoreFault) as caught:
        Store(database, SecretKey(b"another key of 32 bytes ........"))
    assert caught.value.reason == "other-key"
    Store(database, SECRET).engine.dispose()


def test_a_database_that_may_only_be_read_answers_and_takes_nothing_in(
    kept: Store, database: str, tmp_path: Path
) -> None:
    kept.keep(arrived(MARCH), "kari")
    if database.startswith("sqlite"):
        database = f"sqlite:///file:{tmp_path / 'samspill.sqlite'}?mode=ro&uri=true"
    else:
        with kept.engine.begin() as connection:
            name = connection.scalar(sa.text("SELECT current_database()"))
            connection.execute(sa.text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    shut = Store(database, SECRET)
    try:
        assert shut.rows(ATTENDANCE_TABLE).height == 4
        with pytest.raises(StoreFault) as caught:
            shut.keep(arrived(CORRECTED), "kari")
    finally:
        shut.engine.dispose()
    assert caught.value.reason == "unwritable"
    assert kept.rows(ATTENDANCE_TABLE).height == 4


def test_a_file_without_leave_to_write_is_unwritable(tmp_path: Path) -> None:
    file = tmp_path / "samspill.sqlite"
    Store(f"sqlite:///{file}", SECRET).engine.dispose()
    file.chmod(0o400)
    if os.geteuid() == 0:  # root may write everywhere; a file system's own refusal is what is left to try
        assert Store(f"sqlite:///{file}", SECRET).version() == 0
        return
    with pytest.raises(StoreFault) as caught:
        Store(f"sqlite:///{file}", SECRET)
    assert caught.value.reason == "unwritable"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hei",
        "sqlite",
        "postgresql//feil",
        "postgresql://vert:port/navn",
        "mysql://vert/navn",
        "oracle://vert/navn",
        "postgresql+finnesikke://vert/navn",
        "sqlite:////finnes/ikke/samspill.sqlite",
        "postgresql://nobody@127.0.0.1:1/navn",
        "postgresql+psycopg2://vert/navn",
    ],
)
def test_an_address_that_leads_nowhere_is_unreachable_and_soon_said_to_be(url: str) -> None:
    began = time.monotonic()
    with pytest.raises(StoreFault) as caught:
        Store(url, SECRET, patience=2)
    assert caught.value.reason == "unreachable" and time.monotonic() - began < LONG


def test_a_file_that_is_no_database_is_unreachable_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "brev.sqlite"
    file.write_bytes("Kjære styringsgruppe, ".encode() * 100)
    with pytest.raises(StoreFault) as caught:
        Store(f"sqlite:///{file}", SECRET)
    assert caught.value.reason == "unreachable" and file.read_bytes().startswith(b"Kj")


def test_every_question_to_a_database_that_has_gone_is_answered_with_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "samspill.sqlite"
    gone = Store(f"sqlite:///{file}", SECRET)
    arrival = arrived(MARCH)
    gone.engine.dispose()
    file.unlink()
    sqlite3.connect(file).close()
    layout = arrival.sheets[0].layout
    for question in (
        gone.version,
        gone.batches,
        gone.spans,
        gone.problems,
        gone.choices,
        lambda: gone.rows(ATTENDANCE_TABLE),
        lambda: gone.seen("x"),
        lambda: gone.compare(arrival),
        lambda: gone.keep(arrival, "kari"),
        lambda: gone.undo(1, "kari"),
        lambda: gone.remember(layout, {"date": "Dato"}),
    ):
        with pytest.raises(StoreFault):
            question()
    gone.engine.dispose()


@pytest.mark.parametrize("another", [None, "copied", "new"])
def test_a_database_file_that_is_deleted_or_replaced_while_it_is_open_is_noticed_before_anything_is_kept(
    tmp_path: Path, another: str | None
) -> None:
    file = tmp_path / "samspill.sqlite"
    opened = Store(f"sqlite:///{file}", SECRET)
    opened.keep(arrived(MARCH), "kari")
    moved = file.rename(tmp_path / "moved.sqlite")
    if another == "copied":
        shutil.copy(moved, file)
    elif another == "new":
        Store(f"sqlite:///{file}", SECRET).engine.dispose()
    for change in (lambda: opened.keep(arrived(CORRECTED), "kari"), lambda: opened.undo(1, "kari")):
        with pytest.raises(StoreFault) as caught:
            change()
        assert caught.value.reason == "replaced"
    opened.engine.dispose()
    assert file.exists() == (another is not None)
    if another == "new":
        there = Store(f"sqlite:///{file}", SECRET)
        assert there.batches() == []
        there.engine.dispose()


def test_a_full_disk_is_said_to_be_full_and_nothing_is_half_kept(tmp_path: Path) -> None:
    full = Store(f"sqlite:///{tmp_path / 'samspill.sqlite'}", SECRET)
    full.keep(arrived(MARCH), "kari")
    before = everything(full)

    @sa.event.listens_for(full.engine, "begin")
    def _(connection: sa.Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    days = [["Dato", "Deltaker", "Kommune", "Status"]]
    days += [[f"{1 + n % 28:02}.03.2026", f"D{n}", "Gjøvik", "møtt"] for n in range(3_000)]
    with pytest.raises(StoreFault) as caught:
        full.keep(arrived(days), "kari")
    assert caught.value.reason == "disk-full"
    assert everything(full) == before
    full.engine.dispose()


ALONE = """
import sys, time
sys.path[:0] = sys.argv[2:]
from drawn_sheets import SECRET
from data_sources.storing.database import alone
from data_sources.storing.store import Store
with alone(Store(sys.argv[1], SECRET).engine, "publishing"):
    print("held", flush=True)
    time.sleep(600)
"""


def test_what_one_process_at_a_time_may_do_is_waited_for_and_free_when_that_process_is_killed(tmp_path: Path) -> None:
    here, url = Path(__file__).resolve(), f"sqlite:///{tmp_path / 'samspill.sqlite'}"
    engine, turns = Store(url, SECRET).engine, []
    command = [sys.executable, "-c", ALONE, url, str(here.parents[1]), str(here.parents[3])]

    def take_a_turn() -> None:
        with alone(engine, "publishing"):
            turns.append("ours")

    with subprocess.Popen(command, stdout=subprocess.PIPE) as other, ThreadPoolExecutor(1) as waiting:
        try:
            assert other.stdout is not None and other.stdout.readline() == b"held\n"
            ours = waiting.submit(take_a_turn)
            with alone(engine, "another"):
                pass  # what goes by another name is not waited for
            with pytest.raises(TimeoutError):
                ours.result(0.5)
            assert not turns
        finally:
            other.kill()
        ours.result(LONG)
    assert turns == ["ours"]
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.iterdir())
    engine.dispose()


# --- addresses of SQLite -----------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///samspill.sqlite"])
def test_a_database_in_memory_or_in_this_folder_works_from_every_thread(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = Store(url, SECRET)
    arrival = arrived(MARCH)
    with ThreadPoolExecutor(4) as pool:
        batch = pool.submit(kept.keep, arrival, "kari").result()
        assert list(pool.map(lambda _: kept.rows(ATTENDANCE_TABLE).height, range(8))) == [4] * 8
        assert pool.submit(kept.undo, batch.id, "kari").result() is True
    kept.engine.dispose()
    assert (tmp_path / "samspill.sqlite").exists() is url.endswith("samspill.sqlite")


def test_names_that_files_may_have_are_stored_and_given_back(kept: Store) -> None:
    odd = os.fsdecode(b"m\xe5ned \xf0\x9f\x8e\xb5 'x'; DROP--.csv")
    kept.keep(arrived(text(MARCH), odd), "kari")
    assert kept.batches()[0].file == "m?ned 🎵 'x'; DROP--.csv"


def test_an_arrival_is_not_changed_by_being_kept(kept: Store) -> None:
    arrival = arrived(MARCH)
    frame = arrival.sheets[0].rows.clone()
    kept.keep(arrival, "kari")
    assert arrival.sheets[0].rows.equals(frame)
