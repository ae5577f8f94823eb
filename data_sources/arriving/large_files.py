"""A large file's way in, without the server ever holding one of its rows: each step in a process of its own.

A process that ends with its work gives all its memory back, can be stopped at any time, and takes nothing with it.
"""

import contextlib
import pickle
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from data_sources.arriving.pipeline import nameable
from data_sources.arriving.preview import Preview, PutBy
from data_sources.checking.arrival import Arrival
from data_sources.declared.model import Model
from data_sources.storing.database import StoreFault
from data_sources.storing.secret import SecretKey
from data_sources.storing.store import Batch

LARGE = 128 * 1024
"""Bytes of a file from which on it is worth a process of its own: starting one takes about a second."""
WORKER = Path(__file__).with_name("worker.py")
PREFIX = "samspill-in-hand-"
POLL = 0.05
ABANDONED = 24 * 60 * 60
"""Seconds after which nobody has a file in hand any more: its server was killed."""


@dataclass(frozen=True)
class House:
    """What the process must know of us. It goes through a pipe, and is never written down."""

    database: str = field(repr=False)
    secret: SecretKey = field(repr=False)
    model: Model
    today: date


class _Ended(Exception):  # noqa: N818
    """The process is gone, and has not said why."""


def receive(
    house: House,
    content: bytes,
    file: str,
    cancel: Callable[[], bool] | None = None,
    notify: Callable[[str, float], None] | None = None,
) -> Preview:
    """As `Reception.receive`; the rows stay on disk, without raw ids, until the preview is let go."""
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    by = PutBy(folder)
    request = {"work": "receive", "content": content, "file": file, "folder": folder}
    try:
        preview = _done(house, request, cancel, notify)
    except _Ended:  # nothing but the system's own limits ends it so
        return Preview.of(Arrival(nameable(file), "", refused="too-much-memory"))
    assert isinstance(preview, Preview)
    return replace(preview, whole=by)


def keep(
    house: House,
    whole: PutBy,
    by: str,
    *,
    complete: Collection[str] = (),
    origin: tuple[str, str] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> Batch:
    """As `Reception.keep`. Raises StoreFault; `broken-off` where the process ended before its time."""
    request = {"work": "keep", "whole": whole.file, "by": by, "complete": tuple(complete), "origin": origin}
    try:
        batch = _done(house, request, cancel, None)
    except _Ended:
        raise StoreFault("broken-off") from None
    assert isinstance(batch, Batch)
    return batch


def _done(
    house: House,
    request: dict[str, Any],
    cancel: Callable[[], bool] | None,
    notify: Callable[[str, float], None] | None,
) -> object:
    """The answer. Raises StoreFault as the process did, and _Ended where it ended without an answer."""
    heard: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
    with subprocess.Popen(
        [sys.executable, "-I", str(WORKER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdin is not None
        try:
            with contextlib.suppress(OSError):  # it has ended already, and the listener says so
                pickle.dump({**vars(house), **request}, process.stdin, protocol=5)
                process.stdin.flush()
            threading.Thread(target=_listen, args=(process, heard), daemon=True).start()
            while True:
                with contextlib.suppress(queue.Empty):
                    match heard.get(timeout=POLL):
                        case ("at", str(stage), float(share)):
                            if notify:
                                notify(stage, share)
                        case ("answer", answer):
                            return answer
                        case ("fault", str(reason)):
                            raise StoreFault(reason)
                        case ("broke", str(fault)):
                            raise RuntimeError(f"The process that takes files in broke: {fault}.")
                        case _:
                            raise _Ended
                if cancel is not None and cancel():
                    with contextlib.suppress(OSError):
                        process.stdin.close()
        finally:
            with contextlib.suppress(OSError):
                process.stdin.close()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


def _listen(process: "subprocess.Popen[bytes]", heard: "queue.SimpleQueue[tuple[Any, ...]]") -> None:
    assert process.stdout is not None
    with contextlib.suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
        while True:
            what = pickle.load(process.stdout)
            heard.put(what)
            if what[0] != "at":
                return
    heard.put(("ended",))


def _sweep() -> None:
    """Remove what a server that was killed left behind."""
    for left in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
