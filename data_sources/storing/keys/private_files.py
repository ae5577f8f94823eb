"""Owns who may read our files: their owner, and nobody else on the machine."""

import contextlib
import os
from pathlib import Path

OWNERS = 0o600
OWNERS_FOLDER = 0o700


def keep_private(file: Path) -> None:
    """Make a file that is not there, empty and its owner's; take others' leave to read one that is.

    SQLite gives the files beside a database the database's own leave. Where the system refuses, the caller finds out
    when it opens the file.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNERS))
    with contextlib.suppress(OSError):
        for each in (file, *beside(file)):
            if each.is_file() and each.stat().st_mode & 0o077 and each.stat().st_uid == os.geteuid():
                each.chmod(each.stat().st_mode & 0o700)


def beside(file: Path) -> list[Path]:
    """The files that SQLite keeps beside a database while it is open, and where whoever had it open was killed."""
    return [file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal")]


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner may open; one that is there stays as it is. Raises OSError."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=OWNERS_FOLDER, exist_ok=True)
