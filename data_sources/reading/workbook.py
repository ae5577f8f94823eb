"""Any spreadsheet → cells, without the server ever parsing one.

The file is looked at by `guard`, then read by `child` in a process of its own with limits on memory, CPU and
wall time. Whatever happens in there, here it is either cells or a `Refused`.
"""

import contextlib
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from data_sources.reading.cells import Cells, Refused
from data_sources.reading.guard import BUDGET, MEGABYTE, Budget, Format, Inspected, inspect

CHILD = Path(__file__).with_name("child.py")
POLL = 0.05
PREFIX = "samspill-reading-"
ABANDONED = 600
"""Seconds after which no reading can still be going on in a directory."""


@dataclass(frozen=True)
class Limits:
    """What a child may use, and the largest sheet that is taken in.

    memory: bytes of address space. seconds: wall and CPU time for the smallest file, with
    seconds_per_megabyte more for larger ones, up to most_seconds. rows (text_rows for delimited text) and
    columns: those that hold anything; a year of dates side by side must fit.
    """

    memory: int = 2048 * MEGABYTE
    seconds: float = 14
    seconds_per_megabyte: float = 2
    most_seconds: float = 90
    rows: int = 300_000
    text_rows: int = 2_000_000
    columns: int = 1_000

    def allowed(self, size: int) -> float:
        """Seconds for a file of `size` bytes."""
        return min(self.most_seconds, self.seconds + self.seconds_per_megabyte * size / MEGABYTE)


LIMITS = Limits()
_slots = threading.BoundedSemaphore(2)


def read(
    content: bytes,
    name: str,
    *,
    cancel: Callable[[], bool] | None = None,
    budget: Budget = BUDGET,
    limits: Limits = LIMITS,
) -> tuple[Cells, ...]:
    """Every worksheet of a file, hidden ones too, in the workbook's order.

    content: the whole file. name: what the user calls it; delimited text gets its sheet name from it.
    cancel: asked twenty times a second; true ends the reading with Refused `cancelled`.
    Raises Refused and nothing else for anything a file may hold.
    """
    inspected = inspect(content, budget)
    with _slot(cancel), _directory() as directory:
        _request(directory, content, name, inspected, limits)
        seconds = limits.allowed(len(content))
        ended = _run(directory, cancel, seconds)
        return _answer(directory, ended, seconds)


@contextlib.contextmanager
def _slot(cancel: Callable[[], bool] | None) -> Iterator[None]:
    """One of the two places for a child; waits for it, and can be cancelled while waiting."""
    while not _slots.acquire(timeout=POLL):
        if cancel is not None and cancel():
            raise Refused("cancelled")
    try:
        yield
    finally:
        _slots.release()


@contextlib.contextmanager
def _directory() -> Iterator[Path]:
    _sweep()
    directory = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _sweep() -> None:
    """Remove what a server that was killed in the middle of a reading left behind."""
    for left in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _request(directory: Path, content: bytes, name: str, inspected: Inspected, limits: Limits) -> None:
    (directory / f"file.{inspected.format}").write_bytes(content)
    request = {
        "format": inspected.format,
        "name": Path(name).stem,
        "broken": sorted(inspected.broken),
        "memory": limits.memory,
        "seconds": math.ceil(limits.allowed(len(content))),
        "rows": limits.text_rows if inspected.format is Format.TEXT else limits.rows,
        "columns": limits.columns,
        "parent": os.getpid(),
    }
    (directory / "request.json").write_text(json.dumps(request), "utf-8")


def _run(directory: Path, cancel: Callable[[], bool] | None, seconds: float) -> int:
    """The child's exit code. Raises Refused `too-slow` or `cancelled`; the child is gone in every case."""
    environment = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}
    deadline = time.monotonic() + seconds
    with (directory / "said").open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-I", str(CHILD), str(directory)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=environment,
            cwd=directory,
            start_new_session=True,
        )
        try:
            while True:
                try:
                    return child.wait(POLL)
                except subprocess.TimeoutExpired:
                    if cancel is not None and cancel():
                        raise Refused("cancelled") from None
                    if time.monotonic() > deadline:
                        raise Refused("too-slow", seconds=int(seconds)) from None
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()


def _answer(directory: Path, ended: int, seconds: float) -> tuple[Cells, ...]:
    try:
        answer: dict[str, Any] = json.loads((directory / "answer.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise _died(directory, ended, seconds) from None
    if "refused" in answer:
        raise Refused(answer["refused"], **answer["arguments"])
    return tuple(
        Cells(
            sheet=sheet["sheet"],
            position=sheet["position"],
            hidden=sheet["hidden"],
            frame=pl.read_ipc_stream(directory / f"{number}.arrow"),
            merged=tuple(map(tuple, sheet["merged"])),
            hidden_rows=tuple(sheet["hidden_rows"]),
            hidden_columns=tuple(sheet["hidden_columns"]),
            remarks=tuple(sheet["remarks"]),
        )
        for number, sheet in enumerate(answer["sheets"])
    )


def _died(directory: Path, ended: int, seconds: float) -> Refused:
    """Why a child ended without an answer. What it said is looked at and thrown away: it may quote cells.

    Raises RuntimeError when it never came to the file: then this installation is at fault.
    """
    if os.name == "posix" and ended == -signal.SIGXCPU:
        return Refused("too-slow", seconds=int(seconds))
    if not (directory / "started").exists():
        raise RuntimeError("The process that reads files could not start.")
    with (directory / "said").open("rb") as said:
        out_of_memory = b"memory" in said.read(MEGABYTE).lower()
    if out_of_memory or (os.name == "posix" and ended == -signal.SIGKILL):
        return Refused("too-much-memory")
    return Refused("damaged")
