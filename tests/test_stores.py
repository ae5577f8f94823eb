"""Every test that opens a store is run on a file and on a server, and leaves nothing behind on either."""

import gc
import re
import warnings
from pathlib import Path

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests.stores import Databases, chosen, on_a_server, once_each

HERE = Path(__file__).resolve().parent

# Where a test says itself that its store is a file, or has one of each kind from a fixture.
OF_FILES = {
    "dashboard/demonstration/test_living.py": "a new demo is lived in a file that the server opens, too",
    "dashboard/publishing/test_databases_from_before.py": "a file that an earlier version left",
    "dashboard/test_operations.py": "the files' own leave, and a key beside a file",
    "data_sources/arriving/test_large_files.py": "a folder that is not there, and a file that is moved",
    "data_sources/conftest.py": "the fixture that gives one of each kind",
    "data_sources/reading/test_partner_database.py": "a partner's database, which is a source",
    "data_sources/storing/test_backup.py": "a copy is a file, whatever it was taken from",
    "data_sources/storing/test_migrations.py": "the first release's own words for its tables",
    "data_sources/storing/test_store_faults.py": "what a file and its folder can do to whoever opens it",
    "killed/rounds.py": "each deed is killed on both",
    "stores.py": "here it is chosen",
}


def test_no_test_keeps_its_store_in_a_file_of_its_own_choice_but_those_that_are_about_files() -> None:
    files = [file for file in HERE.rglob("*.py") if re.search("sqlite:/{2}", file.read_text("utf-8"))]
    assert {file.relative_to(HERE).as_posix() for file in files} == OF_FILES.keys()


def test_a_store_that_a_test_leaves_open_on_the_server_is_closed_and_never_deleted_while_open(
    databases: Databases, tmp_path: Path
) -> None:
    others = _names(databases)
    address = databases.url(tmp_path / "a.sqlite")
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert Desk(Settings(address, "gjovik", tmp_path / "a.key")).batches() == []
        gc.collect()
    assert [str(each.message) for each in heard] == []
    databases.drop_below(tmp_path)
    assert _names(databases) == others


def _names(databases: Databases) -> set[object]:
    with databases.server.connect() as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def test_what_is_made_once_for_many_files_of_tests_is_made_once_wherever_their_stores_lie(databases: Databases) -> None:
    made: list[bool] = []
    get = once_each(lambda: made.append(on_a_server()))
    for _ in range(2):
        get()
        with chosen(databases):
            get()
    assert made == [False, True]
