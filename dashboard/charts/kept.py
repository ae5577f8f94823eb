"""Owns pictures that are kept for the next who looks, for as long as the numbers that they are drawn from are kept."""

import functools
from collections.abc import Callable
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from dashboard.language.words import Words

N = TypeVar("N")
C = TypeVar("C")
P = ParamSpec("P")


def kept(draw: Callable[Concatenate[N, Words, P], C]) -> Callable[Concatenate[N, Words, P], C]:
    """A drawing of nothing but its arguments, which never changes once it is there: the same numbers in the same
    language are drawn once. The other arguments are written out, so each says by its `repr` all that it holds."""
    pictures: WeakKeyDictionary[N, dict[str, C]] = WeakKeyDictionary()
    lock = Lock()

    @functools.wraps(draw)
    def drawn(numbers: N, words: Words, /, *args: P.args, **kwargs: P.kwargs) -> C:
        asked = f"{words.language} {args!r} {kwargs!r}"
        with lock:
            of_these = pictures.setdefault(numbers, {})
        if asked not in of_these:
            of_these[asked] = draw(numbers, words, *args, **kwargs)
        return of_these[asked]

    return drawn
