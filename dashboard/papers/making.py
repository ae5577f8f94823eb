"""Owns the way from an order to a paper, in processes of its own: no reader's click waits while a paper is made.

The process opens a desk of its own at the edition that was asked for. What it makes comes back whole or not at all.
"""

import contextlib
import errno
import pickle
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.installation.settings import Settings
from dashboard.papers.blocks import Pages
from dashboard.papers.formats import setting
from dashboard.papers.order import PREVIEW, Order, PaperFault
from data_sources.reading import own_process
from data_sources.reading.own_process import POLL, Cancel, Ended, Fault, Notify

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
AT_A_TIME = 2
"""Papers: each takes a core, and more would only make everybody wait."""
_PLACES = threading.Semaphore(AT_A_TIME)


def made(
    order: Order, settings: Settings, cancel: Cancel = lambda: False, notify: Notify = lambda stage, share: None
) -> dict[str, bytes]:
    """The paper's files by name. Raises PaperFault; `notify`: stage and 0–1; `cancel` is asked many times a second."""
    while not _PLACES.acquire(timeout=POLL):
        if cancel():
            raise PaperFault("cancelled")
    try:
        read = pickle.loads(own_process.run(work, (order, settings), cancel=cancel, notify=notify))
        # A second process, when the first one's memory has been given back.
        return with_pages_set(
            read, lambda pages: pickle.loads(own_process.run(setting.work, pages, cancel=cancel, notify=notify))
        )
    except Fault as fault:
        raise PaperFault(fault.reason, **{name: str(value) for name, value in fault.arguments.items()}) from None
    except (Ended, RuntimeError):
        raise PaperFault("broken-off") from None
    finally:
        _PLACES.release()


def with_pages_set(
    made: Mapping[str, bytes | Pages], finish: Callable[[Pages], tuple[bytes, bytes | None]]
) -> dict[str, bytes]:
    """Files with their pages set, and the first page by the name of previews where it was wanted."""
    files: dict[str, bytes] = {}
    for name, content in made.items():
        if isinstance(content, Pages):
            files[name], first_page = finish(content)
            files |= {PREVIEW: first_page} if first_page is not None else {}
        else:
            files[name] = content
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
