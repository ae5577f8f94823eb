"""Owns the way from an order to a paper, in a process of its own: no reader's click waits while a paper is made.

The process opens a desk of its own at the edition that was asked for. What it makes comes back whole or not at all.
"""

import contextlib
import errno
import pickle
import threading
from collections.abc import Mapping
from pathlib import Path

from dashboard.installation.settings import Settings
from dashboard.papers.order import Order, PaperFault
from data_sources.reading import own_process
from data_sources.reading.own_process import POLL, Cancel, Ended, Fault, Notify

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PLACES = threading.Semaphore(2)  # a paper takes a core; more at a time would only make everybody wait


def made(
    order: Order, settings: Settings, cancel: Cancel = lambda: False, notify: Notify = lambda stage, share: None
) -> dict[str, bytes]:
    """The paper's files by name. Raises PaperFault; `notify`: stage and 0–1; `cancel` is asked many times a second."""
    while not _PLACES.acquire(timeout=POLL):
        if cancel():
            raise PaperFault("cancelled")
    try:
        files = pickle.loads(own_process.run(work, (order, settings), cancel=cancel, notify=notify))
    except Fault as fault:
        raise PaperFault(fault.reason, **{name: str(value) for name, value in fault.arguments.items()}) from None
    except (Ended, RuntimeError):
        raise PaperFault("broken-off") from None
    finally:
        _PLACES.release()
    assert isinstance(files, dict)
    return files


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
