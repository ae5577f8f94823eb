"""A PostgreSQL server of the tests' own: Debian's, installed where it may be, in a folder that is thrown away."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

INSTALL = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"])
PROGRAMS = ("initdb", "postgres")
EMPTY = (
    "SET default_transaction_read_only = off",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    "ALTER DATABASE postgres RESET default_transaction_read_only",
    "SET client_min_messages = error",
    "DROP SCHEMA public CASCADE",
    "CREATE SCHEMA public",
)
PLAIN = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--wal-segsize=1")
QUICK = ("-cfsync=off", "-cfull_page_writes=off", "-cmax_connections=200", "-clisten_addresses=")
PLAIN_USERS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
IN_MEMORY, ROOM = Path("/dev/shm"), 2**31  # a database is three hundred files: on a disk most of a test's time


def programs() -> Path:
    """Where PostgreSQL's own programs are; Debian's package where there are none, a clear failure where it may not."""
    if (found := _programs()) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in INSTALL:
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(command, check=False, capture_output=True, timeout=600, env=quiet)
        found = _programs()
    if found is None:
        pytest.fail("No PostgreSQL was found, and none could be installed: install Debian's package `postgresql`.")
    return found


def _programs() -> Path | None:
    named = [Path(where).resolve().parent for where in [shutil.which("initdb")] if where]
    folders = [*named, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    return next(
        (folder for folder in folders if all((folder / name).exists() for name in ("initdb", "postgres"))), None
    )


@dataclass
class Server:
    """A PostgreSQL server in a folder of its own, reached through a socket there."""

    folder: Path
    program: Path
    user: str | None
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True)

    def emptied(self) -> str:
        """The address of its database, as if nobody had been there."""
        with self.connect() as connection:
            for statement in EMPTY:
                connection.execute(statement)
        return self.url

    def start(self, *, largest: int | None = None) -> None:
        """Start it; back when it answers. `largest`: bytes that no file of its may grow beyond, as on a full disk."""
        command = [str(self.program), "-D", str(self.folder / "data"), "-k", str(self.folder), *QUICK]
        bound = ["prlimit", f"--fsize={largest}"] if largest else []
        log = self.folder / "log"
        with log.open("ab") as heard:
            process = subprocess.Popen([*bound, *command], stdout=heard, stderr=heard, cwd=self.folder, user=self.user)
        self.process, deadline = process, time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        pytest.fail(f"PostgreSQL did not start: {log.read_text(errors='replace')[-500:]}")

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """Stop it: in order, whoever is connected, or at once (SIGQUIT)."""
        assert self.process is not None
        self.process.send_signal(number)
        self.process.wait(60)


@contextmanager
def running(within: Path | None = None) -> Iterator[Server]:
    """A server of one's own, until the block ends. `within`: on whose file system it lies."""
    where = programs()
    in_memory = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM
    folder = Path(tempfile.mkdtemp(prefix="samspill-pg-", dir=within or (IN_MEMORY if in_memory else None)))
    if within is not None:
        within.chmod(0o755)
    user = next(filter(_is_user, PLAIN_USERS)) if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    server = Server(folder, where / "postgres", user)
    try:
        make = [str(where / "initdb"), *PLAIN, str(folder / "data")]
        subprocess.run(make, check=True, capture_output=True, timeout=120, cwd=folder, user=user)
        server.start()
        yield server
    finally:
        if server.process is not None:
            server.stop(signal.SIGQUIT)  # at once: nothing in it is to be kept
        shutil.rmtree(folder, ignore_errors=True)


def _is_user(name: str) -> bool:
    return subprocess.run(["id", name], check=False, capture_output=True).returncode == 0
