"""Owns what reading a cell comes to: a value, and what there is to say of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from data_sources.reading.cells import Kind

Value: TypeAlias = str | int | float | bool | date | None


@dataclass(frozen=True)
class Parsed:
    """What a cell came to. `fault` stops the row, `warning` and `note` do not; all three are codes."""

    value: Value = None
    fault: str | None = None
    warning: str | None = None
    note: str | None = None
    suggestion: str | None = None  # the spelling that was perhaps meant


Parser: TypeAlias = Callable[[str, Kind], Parsed]
