"""Owns answers that are kept for the next who asks: the newest of them, whoever asks at the same time."""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Recent:
    """At most so many answers; the oldest goes first. Two who ask at once may both work it out, and both get it."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, threading.Lock()
        self._answers: dict[Hashable, Any] = {}

    def of(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The kept answer, or a new one that is kept."""
        with self._lock:
            if question in self._answers:
                kept: T = self._answers[question]
                return kept
        fresh = answer()
        with self._lock:
            while len(self._answers) >= self._most:
                del self._answers[next(iter(self._answers))]
            self._answers[question] = fresh
        return fresh
