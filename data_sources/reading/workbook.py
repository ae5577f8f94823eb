"""Any spreadsheet → cells, without the server ever parsing one.

The file is looked at by `guard`, then read by `readers` in a process of its own with limits on memory and CPU.
Whatever happens in there, here it is either cells or a `Refused`.
"""

import contextlib
import json
import math
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from data_sources.reading import far_cells, own_process, readers
from data_sources.reading.cells import Cells, Refused
from data_sources.reading.guard import BUDGET, MEGABYTE, Budget, Format, inspect
from data_sources.reading.own_folder import Folder
from data_sources.reading.own_process import POLL, CalledOff, Cancel, Confines, Ended, Fault, Work


@dataclass(frozen=True)
class Limits:
    """What a child may use, and the largest sheet that is taken in.

    memory: bytes of address space. seconds: of CPU, for the smallest file, with
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
    content: bytes, name: str, *, cancel: Cancel | None = None, budget: Budget = BUDGET, limits: Limits = LIMITS
) -> tuple[Cells, ...]:
    """Every worksheet of a file, hidden ones too, in the workbook's order.

    content: the whole file. name: what the user calls it; delimited text gets its sheet name from it.
    cancel: asked twenty times a second; true ends the reading with Refused `cancelled`.
    Raises Refused and nothing else for anything a file may hold.
    """
    inspected = inspect(content, budget)
    seconds = math.ceil(limits.allowed(len(content)))
    with _slot(cancel), Folder() as folder:
        (folder / f"file.{inspected.format}").write_bytes(content)
        request = {
            "folder": str(folder),
            "format": str(inspected.format),
            "name": Path(name).stem,
            "broken": sorted(inspected.broken),
            "memory": limits.memory,
            "rows": limits.text_rows if inspected.format is Format.TEXT else limits.rows,
            "columns": limits.columns,
            "second": False,
        }
        confines = Confines(limits.memory, seconds)
        try:
            sheets = _run(readers.answer, request, confines, cancel)
        except Refused as refusal:
            if refusal.reason not in _OUT_OF_MEMORY or inspected.format not in far_cells.FORMATS:
                raise
            if far := _far_away(request, confines, cancel):
                raise far from None
            if inspected.format is not Format.XLSB:
                raise
            sheets = _run(readers.answer, {**request, "second": True}, confines, cancel)
        return tuple(_cells(folder / f"{number}.arrow", sheet) for number, sheet in enumerate(json.loads(sheets)))


_OUT_OF_MEMORY = {"too-much-memory", "damaged"}
"""What a reader comes to that asks for more memory than there is: some of them panic first."""


def _run(work: Work, request: dict[str, Any], confines: Confines, cancel: Cancel | None) -> bytes:
    """The answer of a process of its own; Refused for whatever else it comes to."""
    try:
        return own_process.run(work, request, confines=confines, cancel=cancel)
    except Fault as fault:
        raise Refused(fault.reason, **fault.arguments) from None
    except CalledOff:
        raise Refused("cancelled") from None
    except Ended as ended:
        raise _refusal(ended, confines.seconds) from None


def _far_away(request: dict[str, Any], confines: Confines, cancel: Cancel | None) -> Refused | None:
    """The refusal that names the cell which makes a small file too large; None where it is not that."""
    try:
        far = json.loads(_run(far_cells.answer, request, confines, cancel))
    except Refused:
        return None
    return Refused("cell-far-away", row=far[0], column=far[1]) if far else None


@contextlib.contextmanager
def _slot(cancel: Cancel | None) -> Iterator[None]:
    """One of the two places for a child; waits for it, and can be cancelled while waiting."""
    while not _slots.acquire(timeout=POLL):
        if cancel is not None and cancel():
            raise Refused("cancelled")
    try:
        yield
    finally:
        _slots.release()


def _cells(frame: Path, sheet: dict[str, Any]) -> Cells:
    """A sheet as the process put it down."""
    listed = {name: tuple(sheet[name]) for name in ("hidden_rows", "hidden_columns", "remarks")}
    merged = tuple(map(tuple, sheet["merged"]))
    return Cells(sheet["sheet"], sheet["position"], sheet["hidden"], pl.read_ipc_stream(frame), merged, **listed)


def _refusal(ended: Ended, seconds: int) -> Refused:
    """Why a process ended without an answer. RuntimeError when it never came to the file: this installation's fault."""
    if os.name == "posix" and ended.code == -signal.SIGXCPU:
        return Refused("too-slow", seconds=seconds)
    if not ended.begun:
        raise RuntimeError("The process that reads files could not start.")
    if ended.memory or (os.name == "posix" and ended.code == -signal.SIGKILL):
        return Refused("too-much-memory")
    return Refused("damaged")
