"""A large file is taken in by a process of its own, which can be stopped, killed or left at any time."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from drawn_sheets import SECRET, everything

from data_sources.arriving import large_files
from data_sources.arriving.large_files import House
from data_sources.arriving.preview import SHOWN_PROBLEMS, Preview, PutBy, Reception
from data_sources.declared.model import load
from data_sources.declared.tables import ATTENDANCE
from data_sources.reading import own_process
from data_sources.storing.batches import Terms
from data_sources.storing.store import Store, StoreFault
from tests.stores import database_at

pytestmark = pytest.mark.slow

TODAY = date(2026, 5, 20)
ROWS = 4_000
PLACES = ("Gjøvik", "Østre Toten", "Vestre Toten", "Søndre Land", "Nordre Land")


def file(status: str = "møtt", rows: int = ROWS) -> bytes:
    """Attendance as csv; one row for each participant and day."""
    days = [date(2026, 1, 1) + timedelta(days=number % 120) for number in range(rows)]
    lines = [f"{day:%d.%m.%Y};D{number:05};{PLACES[number % 5]};{status}" for number, day in enumerate(days)]
    return "\r\n".join(["Dato;Deltaker;Kommune;Status", *lines]).encode()


@pytest.fixture
def house(kept: Store, database: str) -> House:
    return House(database, SECRET, load("gjovik"), TODAY)


@pytest.fixture
def light(tmp_path: Path) -> House:
    """For what never comes as far as writing, on one kind of database."""
    return House(database_at(tmp_path / "d.sqlite"), SECRET, load("gjovik"), TODAY)


def whole(preview: Preview) -> PutBy:
    assert isinstance(preview.whole, PutBy)
    return preview.whole


def test_a_process_apart_comes_to_what_this_one_does_and_stores_the_same(kept: Store, house: House) -> None:
    told: list[str] = []
    there = large_files.receive(house, file(), "o.csv", notify=lambda stage, _: told.append(stage))
    here = Reception(kept, house.model, lambda: TODAY).receive(file(), "o.csv")
    assert told == ["reading", "checking", "comparing"]
    assert there.arrival == here.arrival and there.failed == here.failed == 0
    [effect], [same] = there.effects, here.effects
    assert (effect.counts, effect.absent) == (same.counts, same.absent) and effect.placed.equals(same.placed)
    assert effect.counts.new == ROWS
    assert there.samples[0].rows.equals(here.samples[0].rows)
    batch = large_files.keep(house, whole(there), Terms("kari"))
    assert (batch.counts, batch.uploaded_by) == ((effect.counts,), "kari")
    assert kept.rows(ATTENDANCE).height == ROWS
    again = large_files.receive(house, file(), "o.csv")
    assert again.seen and again.effects[0].counts.unchanged == ROWS
    assert kept.undo(batch.id, "kari") and kept.rows(ATTENDANCE).is_empty()


def test_what_failed_comes_along_to_be_mended_and_only_the_worst_of_it_is_shown(light: House) -> None:
    preview = large_files.receive(light, file("hva?") + b"\r\n05.03.2026;D1;Oslo;x", "o.csv")
    [sample] = preview.samples
    assert (preview.failed, sample.failed) == (ROWS, ROWS)
    assert len(sample.problems) == SHOWN_PROBLEMS and sum(cause.count for cause in sample.causes) >= ROWS
    assert len(preview.corrections(lambda problem: problem.reason)) > 10_000


def test_no_id_lies_on_disk_while_the_file_is_in_hand_and_nothing_when_it_is_let_go(light: House) -> None:
    preview = large_files.receive(light, file() + b"\r\n05.03.2026;HEMMELIG-ID;Oslo;hva?", "o.csv")
    assert preview.failed == 1
    lying = whole(preview).file
    assert b"HEMMELIG-ID" not in lying.read_bytes() and b"D00017" not in lying.read_bytes()
    assert lying.parent.stat().st_mode & 0o077 == 0
    del preview
    gc.collect()
    assert not lying.parent.exists()


def test_an_arrival_that_was_cleared_away_is_asked_for_anew(kept: Store, house: House) -> None:
    preview = large_files.receive(house, file(rows=10), "o.csv")
    whole(preview).file.unlink()
    with pytest.raises(StoreFault, match="put-away"):
        large_files.keep(house, whole(preview), Terms("kari"))
    assert kept.batches() == []


def test_called_off_while_reading_nothing_is_left_going_on(light: House) -> None:
    preview = large_files.receive(light, file(rows=200_000), "o.csv", cancel=lambda: True)
    assert (preview.arrival.refused, preview.arrival.file) == ("cancelled", "o.csv")


def test_called_off_while_storing_nothing_is_stored(kept: Store, house: House) -> None:
    preview = large_files.receive(house, file(), "o.csv")
    with pytest.raises(StoreFault, match="cancelled"):
        large_files.keep(house, whole(preview), Terms("kari"), cancel=lambda: True)
    assert kept.batches() == [] and kept.rows(ATTENDANCE).is_empty()
    assert large_files.keep(house, whole(preview), Terms("kari")).counts[0].new == ROWS


def test_a_process_killed_while_storing_stores_nothing_and_the_file_is_still_in_hand(kept: Store, house: House) -> None:
    preview = large_files.receive(house, file(), "o.csv")
    before = everything(kept)
    with pytest.raises(StoreFault, match="broken-off"):
        large_files.keep(house, whole(preview), Terms("kari"), cancel=_killing())
    assert everything(kept) == before
    assert large_files.keep(house, whole(preview), Terms("kari")).counts[0].new == ROWS


def test_a_process_killed_while_reading_is_a_refusal_with_a_reason(light: House) -> None:
    preview = large_files.receive(light, file(rows=200_000), "o.csv", cancel=_killing())
    assert preview.arrival.refused == "too-much-memory"


def test_a_fault_of_the_database_is_the_same_from_a_process_apart(light: House, tmp_path: Path) -> None:
    elsewhere = House(f"sqlite:////{tmp_path}/no/such/folder/d.sqlite", SECRET, light.model, TODAY)
    with pytest.raises(StoreFault, match="unreachable"):
        large_files.receive(elsewhere, file(), "o.csv")


@pytest.mark.parametrize("replaced", [True, False])
def test_a_process_apart_stores_nothing_in_another_file_than_the_server_has_opened(
    tmp_path: Path, light: House, replaced: bool
) -> None:
    database = tmp_path / "file.sqlite"
    url = f"sqlite:///{database}"
    store = Store(url, SECRET)
    database.rename(tmp_path / "moved.sqlite")
    if replaced:
        Store(url, SECRET).engine.dispose()
    with pytest.raises(StoreFault, match="replaced"):
        large_files.receive(replace(light, database=url, opened=store.opened), file(), "o.csv")
    assert database.exists() == replaced
    store.engine.dispose()


def test_when_the_server_is_killed_its_process_ends_too_and_stores_nothing(tmp_path: Path, light: House) -> None:
    program = (
        "import sys, pickle\nfrom data_sources.arriving import large_files\n"
        "house, content = pickle.load(sys.stdin.buffer)\n"
        "large_files.receive(house, content, 'o.csv', notify=lambda *at: print(*at, flush=True))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None and server.stdout is not None
        large_files.pickle.dump((light, file(rows=200_000)), server.stdin)  # type: ignore[attr-defined]
        server.stdin.close()
        assert b"reading" in server.stdout.readline()
        [worker] = _workers(server.pid)
        server.kill()
    until = time.monotonic() + 30
    while Path(f"/proc/{worker}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()
    left = Store(light.database, SECRET)
    assert left.batches() == []
    left.engine.dispose()


def _killing() -> Callable[[], bool]:
    """Kills the process the first time it is asked whether to stop."""

    def kill() -> bool:
        for worker in _workers(os.getpid()):
            os.kill(worker, signal.SIGKILL)
        return False

    return kill


def _workers(parent: int) -> list[int]:
    """The processes apart that this process has."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            above = int(stat.read_text().rpartition(")")[2].split()[1])
            if above == parent and Path(own_process.__file__).name in (stat.parent / "cmdline").read_text():
                found.append(int(stat.parent.name))
        except OSError:
            continue
    return found
