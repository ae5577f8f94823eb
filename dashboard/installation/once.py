"""Owns what is made once in a process, whoever asks for it at the same time, and however often."""

import functools
from collections.abc import Callable
from threading import Lock, RLock
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

P = ParamSpec("P")
T = TypeVar("T")
N = TypeVar("N")


def once(make: Callable[P, T]) -> Callable[P, T]:
    """`functools.cache` for what takes its time: who comes while it is made waits for it, and makes no other."""
    cached, lock = functools.cache(make), RLock()

    @functools.wraps(make)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        with lock:
            return cached(*args, **kwargs)  # type: ignore[arg-type]

    return asked


def once_for_each(make: Callable[Concatenate[N, P], T]) -> Callable[Concatenate[N, P], T]:
    """What is made of nothing but its arguments and never changes once it is there, kept for as long as anybody holds
    the first of them. The others are written out: each says by its `repr` all that it is."""
    kept: WeakKeyDictionary[N, dict[str, T]] = WeakKeyDictionary()
    lock = Lock()

    @functools.wraps(make)
    def asked(first: N, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with lock:
            of_first = kept.setdefault(first, {})
        question = f"{args!r} {kwargs!r}"
        if question not in of_first:
            of_first[question] = make(first, *args, **kwargs)
        return of_first[question]

    return asked
