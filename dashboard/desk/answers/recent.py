"""Owns answers that are kept for the next who asks: worked out once, however many ask at the same time."""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
PATIENCE = 60.0  # seconds: whoever has waited so long for another's answer works it out
_thread = threading.local()


class Recent:
    """At most so many answers; the oldest goes first. Who asks for what another is working out waits for it; but who is
    in the middle of an answer waits for nobody, so that no two ever wait for each other."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, threading.Lock()
        self._answers: dict[Hashable, Any] = {}
        self._coming: dict[Hashable, threading.Event] = {}

    def of(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The kept answer, or a new one that is kept. What goes wrong with one who works it out is that one's alone:
        those who waited try for themselves."""
        is_outermost = not getattr(_thread, "answering", 0)
        while True:
            with self._lock:
                if question in self._answers:
                    kept: T = self._answers[question]
                    return kept
                coming = self._coming.get(question)
                if coming is None:
                    done = self._coming[question] = threading.Event()
                    break
            if not is_outermost or not coming.wait(PATIENCE):
                return self._keep(question, answer())
        _thread.answering = getattr(_thread, "answering", 0) + 1
        try:
            return self._keep(question, answer())
        finally:
            _thread.answering -= 1
            with self._lock:
                del self._coming[question]
            done.set()

    def _keep(self, question: Hashable, fresh: T) -> T:
        with self._lock:
            while len(self._answers) >= self._most:
                del self._answers[next(iter(self._answers))]
            self._answers[question] = fresh
        return fresh
