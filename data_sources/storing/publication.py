"""Owns what the ledger holds: publications, what is about to be one, withdrawals, and attempts in vain."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from data_sources.declared.wall_rules import RULES


@dataclass(frozen=True)
class Publication:
    """One period of one family as it was published. `edition` counts from 1; a later one stands beside it.

    `threshold`: the least number of persons it shows. `rules`: the edition of the wall's rules it was made by.
    `depth`: how far down the wall's ladder it had to go, 0 where it shows all it may.
    """

    id: int
    at: datetime
    by: str
    data_version: int
    family: str
    period: str
    edition: int
    reason: str
    threshold: int = 5
    rules: int = RULES
    depth: int = 0


@dataclass(frozen=True)
class Withdrawal:
    """A publication that nobody may read any more: `reason` is a code for words."""

    publication: Publication
    at: datetime
    reason: str


@dataclass(frozen=True)
class Attempt:
    """One period of one family that somebody tried to publish, in vain. `outcome` is a code that says why."""

    at: datetime
    by: str
    family: str
    period: str
    outcome: str


@dataclass(frozen=True, eq=False)
class Entry:
    """A period about to be published. `decided`: the cell's keys, shown, persons (of shown cells only);
    `numbers`: indicator, the cell's keys, value, low, high, base, finer, bound, design. `without`: whose numbers are
    not in it because they had not come ("all": nor the region's)."""

    family: str
    period: str
    edition: int
    decided: pl.DataFrame
    numbers: pl.DataFrame
    without: frozenset[str] = frozenset()
    threshold: int = 5
    depth: int = 0
