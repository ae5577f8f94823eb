"""Owns the way from an order to a paper, in a process of its own: no reader's click waits while a paper is made.

The process opens a desk of its own at the edition that was asked for. What it makes comes back whole or not at all.
"""

import contextlib
import errno
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dashboard.desk.settings import Settings
from dashboard.papers.order import Order, PaperFault

CHILD = Path(__file__).with_name("child.py")
POLL = 0.05
_PLACES = threading.Semaphore(2)  # a paper takes a core; more at a time would only make everybody wait

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

Progress = Callable[[str, float], None]


def made(
    order: Order, settings: Settings, cancel: Callable[[], bool] | None = None, notify: Progress | None = None
) -> dict[str, bytes]:
    """The paper's files by name. Raises PaperFault; `notify`: stage and 0–1; `cancel` is asked many times a second."""
    while not _PLACES.acquire(timeout=POLL):
        if cancel is not None and cancel():
            raise PaperFault("cancelled")
    try:
        return _made(order, settings, cancel, notify)
    finally:
        _PLACES.release()


def _made(
    order: Order, settings: Settings, cancel: Callable[[], bool] | None, notify: Progress | None
) -> dict[str, bytes]:
    heard: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
    with subprocess.Popen([sys.executable, "-I", str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        try:
            with contextlib.suppress(OSError):  # it has ended already, and the listener says so
                pickle.dump((order, settings), child.stdin, protocol=5)
                child.stdin.flush()
            threading.Thread(target=_listen, args=(child, heard), daemon=True).start()
            while True:
                if cancel is not None and cancel():
                    raise PaperFault("cancelled")
                with contextlib.suppress(queue.Empty):
                    match heard.get(timeout=POLL):
                        case ("at", str(stage), float(share)):
                            if notify:
                                notify(stage, share)
                        case ("made", dict() as files):
                            return files
                        case ("fault", PaperFault() as fault):
                            raise fault
                        case _:
                            raise PaperFault("broken-off")
        finally:
            child.kill()


def _listen(child: "subprocess.Popen[bytes]", heard: "queue.SimpleQueue[tuple[Any, ...]]") -> None:
    assert child.stdout is not None
    with contextlib.suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
        while True:
            what = pickle.load(child.stdout)
            heard.put(what)
            if what[0] != "at":
                return
    heard.put(("ended",))


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
