"""Owns the way from an order to a paper, in processes of its own: no reader's click waits while a paper is made.

The process opens a desk of its own at the edition that was asked for. What it makes comes back whole or not at all.
"""

import atexit
import contextlib
import errno
import pickle
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.installation.settings import Settings
from dashboard.papers.formats import setting
from dashboard.papers.order import Order, PaperFault
from data_sources.reading import own_process
from data_sources.reading.own_process import POLL, Cancel, Ended, Fault, Notify

if TYPE_CHECKING:
    import subprocess

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
AT_A_TIME = 2
"""Papers: each takes a core, and more would only make everybody wait."""
IDLE = 15 * 60.0
"""Seconds that a process waits for an order before its memory is given back."""
_PLACES = threading.Semaphore(AT_A_TIME)


def made(
    order: Order, settings: Settings, cancel: Cancel = lambda: False, notify: Notify = lambda stage, share: None
) -> dict[str, bytes]:
    """The paper's files by name. Raises PaperFault; `notify`: stage and 0–1; `cancel` is asked many times a second."""
    while not _PLACES.acquire(timeout=POLL):
        if cancel():
            raise PaperFault("cancelled")
    try:
        waiting = _WAITING.taken(settings)
        read = pickle.loads(own_process.run(work, (order, settings), cancel=cancel, notify=notify, waiting=waiting))
        # A second process, when the first one's memory has been given back.
        return setting.with_pages_set(
            read, lambda pages: pickle.loads(own_process.run(setting.work, pages, cancel=cancel, notify=notify))
        )
    except Fault as fault:
        raise PaperFault(fault.reason, **{name: str(value) for name, value in fault.arguments.items()}) from None
    except (Ended, RuntimeError):
        raise PaperFault("broken-off") from None
    finally:
        _PLACES.release()


class _WaitingRoom:
    """At most one process that has opened the numbers already, so that whoever asks for a paper waits for the paper
    alone. It is used once, like any other, and takes what is the newest when it is told to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: subprocess.Popen[bytes] | None = None
        self._settings: Settings | None = None
        self._timer: threading.Timer | None = None

    def fill(self, settings: Settings) -> None:
        """Let one wait for a while, unless one does."""
        with self._lock:
            if self._settings == settings and self._waiting is not None and self._waiting.poll() is None:
                return
            self._leave()
            self._settings, self._waiting = settings, own_process.begin(work, ready=(ready, settings))
            self._timer = threading.Timer(IDLE, self.empty)
            self._timer.daemon = True
            self._timer.start()

    def taken(self, settings: Settings) -> "subprocess.Popen[bytes] | None":
        """The one that waits, where it is for these numbers and still there."""
        with self._lock:
            waiting = self._waiting
            if self._settings != settings or waiting is None or waiting.poll() is not None:
                self._leave()
                return None
            self._waiting = None
            self._leave()
            return waiting

    def empty(self) -> None:
        """Let none wait."""
        with self._lock:
            self._leave()

    def _leave(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._waiting is not None:
            own_process.end(self._waiting, 0.0)
            assert self._waiting.stdout is not None
            self._waiting.stdout.close()
        self._waiting = self._settings = self._timer = None


_WAITING = _WaitingRoom()
atexit.register(_WAITING.empty)


def make_ready(settings: Settings) -> None:
    """Somebody may soon ask for a paper: let a process wait that has opened the numbers. Nobody waits for it."""
    _WAITING.fill(settings)


def ready(settings: Settings) -> None:
    """Inside the process that waits: import what papers are made with, and open the numbers."""
    from dashboard.papers.paper_of import made_ready  # noqa: PLC0415

    made_ready(settings)


def work(request: tuple[Order, Settings], cancel: Cancel, notify: Notify) -> bytes:
    """Inside the process: the files of an order. Raises PaperFault."""

    # Only here: a second of libraries for slides, Word and PDF, which no reader's click and no other command needs.
    from dashboard.papers.paper_of import paper_of  # noqa: PLC0415

    def told(stage: str, share: float) -> None:
        if cancel():
            raise PaperFault("cancelled")
        notify(stage, share)

    return pickle.dumps(paper_of(*request, told), protocol=5)


def write(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Put files into a folder: all of them, or none. Each is written whole under another name and then given its own.

    Raises PaperFault `unwritable` or `disk-full`.
    """
    written: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            target = folder / name
            unfinished = target.with_name(f".{name}.unfinished")
            written.append((unfinished, target))
            unfinished.write_bytes(content)
        for unfinished, target in written:
            unfinished.replace(target)
    except OSError as fault:
        for unfinished, _ in written:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
        raise PaperFault("disk-full" if fault.errno in _FULL else "unwritable", folder=str(folder)) from None
    return [target for _, target in written]
