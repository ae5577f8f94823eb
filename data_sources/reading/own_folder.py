"""Owns the folder in which two processes of ours hand each other what is too large for a pipe: gone with its holder."""

import contextlib
import shutil
import tempfile
import time
from pathlib import Path
from typing import IO

PREFIX = "samspill-process-"
_NEW = 60.0  # seconds in which a folder's maker comes to holding it
_UNHELD = "being-made-"


class Folder:
    """A folder only its owner can read, removed by whoever holds it, or by the next server where that was killed."""

    def __init__(self) -> None:
        sweep()
        # Held before it has the name that is swept: at a server's start nobody can take it for what is left.
        made = Path(tempfile.mkdtemp(prefix=PREFIX + _UNHELD))
        self._lock = (made / "held").open("wb")
        _is_free(self._lock)
        self.path = made.rename(made.with_name(made.name.replace(_UNHELD, "")))

    def remove(self) -> None:
        """Let go of everything in it."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()


def sweep() -> None:
    """Remove what a server that was killed left behind: folders that nobody holds."""
    for folder in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            if _UNHELD in folder.name and time.time() - folder.stat().st_mtime < _NEW:
                continue
            with (folder / "held").open("ab") as lock:
                free = _is_free(lock)
            if free:
                shutil.rmtree(folder, ignore_errors=True)


def _is_free(lock: IO[bytes]) -> bool:
    """Take a lock that ends with the process; False where another process has it."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where open files cannot be removed anyway
    except ImportError:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
