"""Owns that nothing handed over lies undone where there is no worker: the server then does it itself."""

import contextlib
import threading
import time

from dashboard.desk import Desk, StoreFault

_LOOK = 2.0  # seconds


def stand_in(desk: Desk) -> None:
    """Do what waits whenever no worker is there, as long as this process lives. Where there is no queue: nothing."""
    if desk.queue is not None:
        threading.Thread(target=_stand_in, args=(desk,), daemon=True, name="samspill-standing-in").start()


def _stand_in(desk: Desk) -> None:
    while True:
        with contextlib.suppress(StoreFault):  # the page tells of it
            look(desk)
        time.sleep(_LOOK)


def look(desk: Desk) -> bool:
    """Do what waits, where nobody else is there to; was there anything?"""
    assert desk.queue is not None
    if not desk.queue.unfinished() or desk.queue.has_workers():
        return False
    from dashboard.desk.workers import work_off  # noqa: PLC0415 - only where something waits
    from dashboard.working.tasks import tasks_of  # noqa: PLC0415

    work_off(desk, tasks_of(desk))
    return True
