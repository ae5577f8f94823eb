"""A disk that really is full, under a file of SQLite's and under PostgreSQL's data and log: what is said and is left.

    unshare --mount python -m benchmarks.full_disk [--free 0 16 64 256 1024]

Both databases lie on a small file system in memory, which is filled until so many kB are left. Then a file is kept,
numbers are published, and a page is drawn; a server that has given up is not started again before there is room. A line
a deed and kB: what came of it, and the sentence on the page. Then room is made and it is done again: what is stored
must be all of it or nothing, the audit log whole, and all must come to the same as where there was room. Exit status 1
where it does not. Mounting needs root.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.desk import Desk, StoreFault, the_desk
from dashboard.installation.settings import Settings
from data_sources.declared.tables import TABLES
from data_sources.storing.ledger import CELL
from tests import made_up, servers
from tests.servers import Server

FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)
FRAME = Path(__file__).resolve().parents[1] / "dashboard" / "app" / "frame.py"
MEGABYTES = {"sqlite": 24, "postgresql": 160}


class Place:
    """A desk whose database lies on a file system of its own."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self.folder, self.server = folder, server
        self.key = folder.with_suffix(".key")

    def fresh(self) -> Desk:
        """The desk on an empty database, with one file kept."""
        if self.server is not None:
            address = self.server.emptied()
        else:
            for file in self.folder.glob("a.sqlite*"):
                file.unlink()
            address = f"sqlite:///{self.folder}/a.sqlite"
        the_desk.cache_clear()
        os.environ |= {"SAMSPILL_DATABASE": address, "SAMSPILL_KEY": str(self.key), "SAMSPILL_MODEL": "gjovik"}
        desk = Desk(Settings.here())
        desk.keep(desk.receive(made_up.concerts(FIRST, LAST), "k.csv"))
        return desk

    @contextmanager
    def full(self, free: int) -> Iterator[None]:
        """Nearly nothing is left: so many kB."""
        ballast = self.folder / "ballast"
        left = shutil.disk_usage(self.folder).free - free * 1024
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(left, 1))
        try:
            yield
        finally:
            ballast.unlink()
            if self.server is not None:
                self._is_up_again()

    def _is_up_again(self) -> None:
        assert self.server is not None and self.server.process is not None
        if self.server.process.poll() is not None:
            print("           (the server had ended, and was started again)")
            self.server.start()


def rows_of(desk: Desk) -> dict[str, int]:
    """How many rows each table has."""
    return {table.name: desk._store.rows(table).height for table in TABLES}


def numbers_of(desk: Desk) -> str:
    """All that can be read."""
    numbers = desk._ledger.numbers(desk._ledger.readable()).drop("publication")
    return numbers.sort("family", "period", "edition", "indicator", *CELL).write_csv()


def keep(desk: Desk) -> object:
    """Keep a file; what is stored then."""
    desk.keep(desk.receive(made_up.attendance(FIRST, LAST), "oppmote.csv"))
    return rows_of(desk)


def publish(desk: Desk) -> object:
    """Publish; what is read then."""
    desk.publish()
    return numbers_of(desk)


def page() -> str:
    """What a page says in red."""
    shown = AppTest.from_file(str(FRAME), default_timeout=120).run()
    assert not shown.exception, shown.exception
    return " ".join(error.value for error in shown.error) or "(drawn as ever)"


def tried(place: Place, kind: str, deed: Callable[[Desk], object], free: int) -> bool:
    """Is everything as it must be? Prints a line."""
    whole = deed(place.fresh())
    desk = place.fresh()
    before = rows_of(desk), numbers_of(desk)
    with place.full(free):
        try:
            outcome = "done" if deed(desk) == whole else "DONE, AND SOMETHING ELSE"
        except StoreFault as fault:
            outcome = fault.reason
        said = page()
    left = rows_of(desk), numbers_of(desk)
    is_whole = desk.verify_log().broken is None and (outcome == "done" or left == before)
    again = deed(desk) == whole and desk.verify_log().broken is None
    verdict = "" if is_whole and again else f"BROKEN ({is_whole=}, {again=})"
    print(f"{kind:10} {deed.__name__:8} {free:5} kB: {outcome:12} page: {said[:90]} {verdict}", flush=True)
    desk.settle_views()
    desk._store.engine.dispose()
    return not verdict and outcome != "DONE, AND SOMETHING ELSE"


def main() -> int:
    """Print a line a deed, database and room."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--free", type=int, nargs="*", default=[0, 16, 64, 256, 1024], metavar="KB")
    wanted, good = parser.parse_args(), True
    for kind, megabytes in MEGABYTES.items():
        with ExitStack() as stack:
            name = stack.enter_context(tempfile.TemporaryDirectory())
            folder = stack.enter_context(_disk(Path(name), megabytes))
            server = stack.enter_context(servers.running(folder)) if kind == "postgresql" else None
            for deed in (keep, publish):
                for free in wanted.free:
                    good &= tried(Place(folder, server), kind, deed, free)
    return 0 if good else 1


@contextmanager
def _disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system of its own on a folder. Needs leave to mount: root, or a name space where one is."""
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", "--lazy", str(folder)], check=True)


if __name__ == "__main__":
    sys.exit(main())
