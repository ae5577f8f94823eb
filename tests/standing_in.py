"""What is handed over at a desk in the tests' own process is done there, as a server's process does without a worker.

Only at the stores of `tests.stores.Databases`: tests of workers have theirs.
"""

import contextlib
import functools
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from dashboard.desk import Desk, StoreFault
from dashboard.desk.handed_over.asking import HandedOver
from dashboard.working.standing_in import look
from data_sources.storing.jobs.queue import JobQueue

_LOOK = 0.05  # seconds
_LONGEST = 30.0
_going: set[threading.Thread] = set()


def settle() -> None:
    """Back when all that tests have handed over is done: whoever takes the database away meanwhile, would take it
    from under whoever does it."""
    for thread in list(_going):
        thread.join(_LONGEST)
        _going.discard(thread)


@contextlib.contextmanager
def standing_in(is_served: Callable[[str], bool]) -> Iterator[None]:
    """As long as it lasts. `is_served`: is the database of this address one of ours?"""
    own: functools.cached_property[JobQueue | None] = HandedOver.__dict__["queue"]

    def heard(desk: Desk) -> JobQueue | None:
        queue = own.func(desk)
        if queue is not None and is_served(desk.settings.database):
            _listen(desk, queue)
        return queue

    listening = functools.cached_property(heard)
    listening.__set_name__(HandedOver, "queue")
    setattr(HandedOver, "queue", listening)  # noqa: B010 - what the type is of stays as it is
    try:
        yield
    finally:
        setattr(HandedOver, "queue", own)  # noqa: B010


def _listen(desk: Desk, queue: JobQueue) -> None:
    hand_over, is_going = queue.hand_over, threading.Lock()

    def told(*order: Any, **more: Any) -> int:
        number = hand_over(*order, **more)
        thread = threading.Thread(target=do, daemon=True, name="tests-standing-in")
        _going.add(thread)
        thread.start()
        return number

    def do() -> None:
        with is_going, contextlib.suppress(StoreFault):  # the test is over, and its database gone
            while queue.unfinished():
                if not look(desk):
                    time.sleep(_LOOK)

    queue.hand_over = told  # type: ignore[method-assign]
