"""Owns what is made once in a process, whoever asks for it at the same time."""

import functools
from collections.abc import Callable
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def once(make: Callable[P, T]) -> Callable[P, T]:
    """`functools.cache` for what takes its time: who comes while it is made waits for it, and makes no other."""
    cached, lock = functools.cache(make), RLock()

    @functools.wraps(make)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        with lock:
            return cached(*args, **kwargs)  # type: ignore[arg-type]

    return asked
