"""Owns which way is better."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way is better for a number. Declared with it, never guessed from its name."""

    UP = "up"
    DOWN = "down"
