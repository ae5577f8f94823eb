"""Owns how often the database is asked what is the newest: once while a page or a paper is made, else every time."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
LONGEST = 2.0  # seconds: a thread that is used again never reads older answers than this


class Turn(threading.local):
    """One thread's drawing of a page. Nothing is kept outside of it, and nothing past a change that it makes itself."""

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] | None = None
        self._ends = 0.0

    def begin(self, lasting: float = LONGEST) -> None:
        """From now on, until it ends or so many seconds have gone, each question is asked once."""
        self._answers, self._ends = {}, time.monotonic() + lasting

    def end(self) -> None:
        """From now on every question is asked anew."""
        self._answers = None

    def once(self, question: Hashable, ask: Callable[[], T]) -> T:
        """The answer of this turn, asked for if it is not there."""
        if self._answers is None or time.monotonic() > self._ends:
            return ask()
        if question not in self._answers:
            self._answers[question] = ask()
        answer: T = self._answers[question]
        return answer
