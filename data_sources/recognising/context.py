"""Owns what a file is read against: the model, the tables, what was decided before, the day, and the key for ids."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from data_sources.declared.model import Model
from data_sources.declared.table import Table
from data_sources.declared.tables import TABLES
from data_sources.parsing.answers import NO_ANSWERS, Answers

Chosen: TypeAlias = Mapping[str, Mapping[str, str]]
"""Headings' fingerprint → column → heading, as somebody decided before."""


def _none_stored(normals: Collection[str]) -> Mapping[str, frozenset[str]]:
    return {}


@dataclass(frozen=True)
class Context:
    """The same for every file and every sheet.

    `hashed`: an id → its keyed hash. `today`: what is after it is to come. `tables`: those that are looked for.
    `spellings`: hashes of ids' normal forms → for each of them, hashes of the ways it was written in what is stored.
    `unhidden`: names of hidden sheets that somebody has chosen to have read.
    """

    model: Model
    hashed: Callable[[str], str] = field(repr=False)
    today: date
    tables: tuple[Table, ...] = TABLES
    chosen: Chosen = field(default_factory=dict)
    answers: Answers = NO_ANSWERS
    unhidden: Collection[str] = ()
    spellings: Callable[[Collection[str]], Mapping[str, frozenset[str]]] = field(default=_none_stored, repr=False)
