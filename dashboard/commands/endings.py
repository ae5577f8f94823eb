"""Owns what a command's exit code tells whoever called it."""

ALL_KEPT, SOME_FAILED, REFUSED, CANNOT_START = 0, 1, 2, 3
