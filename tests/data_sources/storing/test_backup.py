"""A backup is the whole database at one moment, taken while others write, and comes back row by row elsewhere."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from drawn_sheets import ATTENDANCE, CORRECTED, MARCH, REFERRALS, SECRET, arrived, everything

from data_sources.reading.own_folder import sweep
from data_sources.storing.backup import back_up, bring_back
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.store import Store, StoreFault

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[3]

REFERRED = [REFERRALS, ["H1", "01.02.2026", "D7", "Gjøvik", None, None, None, None]]


@pytest.fixture
def used(kept: Store) -> Store:
    kept.keep(arrived(MARCH), "kari")
    kept.keep(arrived({"H": REFERRED}), "ola")
    kept.keep(arrived(CORRECTED), "kari")
    return kept


def test_a_backup_is_every_row_and_its_owners_alone(used: Store, database: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite"
    taken = back_up(database, file)
    assert taken["attendance"].rows == 5 and taken["batch"].rows == 3
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not file.with_name("copy.sqlite-wal").exists()
    copy = Store(f"sqlite:///{file}", SECRET)
    assert everything(copy) == everything(used)
    copy.engine.dispose()


@pytest.mark.parametrize("into", ["sqlite", "the other"])
def test_a_backup_comes_back_into_either_kind_of_database_and_goes_on_from_there(
    used: Store, database: str, into: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = tmp_path / "copy.sqlite"
    back_up(database, file)
    before = file.read_bytes()
    kept_before = everything(used)
    used.engine.dispose()
    url = f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"
    if into == "the other":
        url = request.getfixturevalue("postgresql").emptied()
    bring_back(file, url, SECRET.check)
    back = Store(url, SECRET)
    assert everything(back) == kept_before and file.read_bytes() == before
    assert not list(tmp_path.glob("copy.sqlite-*")), "it may lie where nothing can be written"
    rows = [ATTENDANCE, ["06.03.2026", "D9", "Gjøvik", "FACT", "gruppe", "x"]]
    assert back.keep(arrived(rows), "kari").id == 4
    assert back.undo(4, "kari")
    back.engine.dispose()


def test_a_backup_taken_while_others_write_is_one_moment_and_holds_no_half_upload(
    used: Store, database: str, tmp_path: Path
) -> None:
    enough = threading.Event()

    def write() -> None:
        while not enough.is_set():
            batch = used.keep(arrived([ATTENDANCE, ["07.03.2026", "D3", "Gjøvik", "FACT", "gruppe", "x"]]), "ola")
            used.undo(batch.id, "ola")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            file = tmp_path / f"{number}.sqlite"
            back_up(database, file)
            with sqlite3.connect(file) as copy:
                standing, rows = copy.execute(
                    "SELECT (SELECT count(*) FROM batch WHERE undone_at IS NULL), (SELECT count(*) FROM attendance)"
                ).fetchone()
            copy.close()
            assert standing - 3 == rows - 5
    finally:
        enough.set()
        writer.join()


def test_one_changed_row_and_a_file_that_is_no_backup_are_damaged_and_bring_nothing(
    used: Store, database: str, tmp_path: Path
) -> None:
    file, letter, elsewhere = tmp_path / "copy.sqlite", tmp_path / "brev.sqlite", tmp_path / "elsewhere.sqlite"
    back_up(database, file)
    with sqlite3.connect(file) as copy:
        copy.execute("UPDATE attendance SET municipality = 'lom' WHERE key = (SELECT min(key) FROM attendance)")
    copy.close()
    letter.write_bytes(b"Kjaere styringsgruppe")
    for damaged in (file, letter):
        with pytest.raises(StoreFault) as caught:
            bring_back(damaged, f"sqlite:///{elsewhere}", SECRET.check)
        assert caught.value.reason == "backup-damaged"
    assert not elsewhere.exists()


def test_nothing_is_brought_back_over_what_is_there_or_with_another_key(
    used: Store, database: str, tmp_path: Path
) -> None:
    file = tmp_path / "copy.sqlite"
    back_up(database, file)
    before = everything(used)
    with pytest.raises(StoreFault) as caught:
        bring_back(file, database, SECRET.check)
    assert caught.value.reason == "not-empty" and everything(used) == before
    with pytest.raises(StoreFault) as caught:
        bring_back(file, f"sqlite:///{tmp_path / 'e.sqlite'}", SecretKey(b"another key of 32 bytes ........").check)
    assert caught.value.reason == "other-key"


def test_a_backup_is_never_written_over_another_file(used: Store, database: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite"
    file.write_bytes(b"something else")
    with pytest.raises(FileExistsError):
        back_up(database, file)
    assert file.read_bytes() == b"something else"


def test_a_disk_that_is_full_leaves_no_half_backup(
    used: Store, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data_sources.storing.backup.flush", full)
    with pytest.raises(OSError, match="No space"):
        back_up(database, tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()


def test_a_database_of_a_later_version_is_not_touched(used: Store, tmp_path: Path, database: str) -> None:
    file = tmp_path / "copy.sqlite"
    back_up(database, file)
    later = tmp_path / "later.sqlite"
    shutil.copy(file, later)
    with sqlite3.connect(later) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    copy.close()
    with pytest.raises(StoreFault) as caught:
        Store(f"sqlite:///{later}", SECRET)
    assert caught.value.reason == "from-later"
    with pytest.raises(StoreFault) as caught:
        bring_back(later, f"sqlite:///{tmp_path / 'e.sqlite'}", SECRET.check)
    assert caught.value.reason == "from-later"


KILLED = """
import os, sys
from data_sources.storing import backup
backup._copy = lambda *_: os.kill(os.getpid(), 9)
backup.bring_back(backup.Path(sys.argv[1]), sys.argv[2], sys.argv[3])
"""


def test_a_machine_that_stops_while_a_backup_comes_back_leaves_a_copy_only_until_somebody_tidies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    Store(f"sqlite:///{tmp_path / 'a.sqlite'}", SECRET).engine.dispose()
    file = tmp_path / "copies" / "copy.sqlite"
    file.parent.mkdir()
    back_up(f"sqlite:///{tmp_path / 'a.sqlite'}", file)
    order = [sys.executable, "-c", KILLED, str(file), f"sqlite:///{tmp_path / 'e.sqlite'}", SECRET.check]
    own = os.environ | {"TMPDIR": str(tmp_path / "temporary")}
    assert subprocess.run(order, check=False, env=own, cwd=ROOT).returncode == -9
    assert [left.name for left in file.parent.iterdir()] == [file.name]
    (left,) = (tmp_path / "temporary").iterdir()
    assert (left / file.name).stat().st_size and stat.S_IMODE(left.stat().st_mode) == 0o700
    sweep()
    assert not left.exists()
