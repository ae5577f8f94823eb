"""Owns what a cell is called: the columns every count and every published number stands under."""

ALL = "all"
"""The member of a dimension that is all of them together: a margin."""
CELL = ("municipality", "level", "service")
KEY = ("period", *CELL)
SOURCES = ("fact", "dps", "reinsvoll", "culture", "doctor", "municipal", "nav", "self", "other", "unknown")
