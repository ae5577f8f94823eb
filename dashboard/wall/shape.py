"""Owns the shape of a lattice: which cells one family of counts has in one calendar year, and which are published."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TypeAlias

from dashboard.counting.cells import ALL

Key: TypeAlias = tuple[str, str, str, str]
TOTAL = (ALL, ALL, ALL)
KEY = ("period", "first", "second", "third")
"""The columns of a lattice's frames: a family's dimensions in their order, whatever they are called."""


class Kind(StrEnum):
    """How a year's count relates to those of its periods.

    PERSONS: a person counts once in each period and once in the year, so the year lies between the
    largest period and the sum of them. ADDITIVE (heads of performers): the year is exactly the sum.
    """

    PERSONS = "persons"
    ADDITIVE = "additive"


@dataclass(frozen=True)
class Shape:
    """What one family of counts looks like in one calendar year.

    `periods` are the year's reporting periods in order ("2025Q1" … or "2025T1" …), `months` those that
    are ever published ("2025-03"); list only periods in which the family has data at all. A dimension
    with fewer than two members is no dimension: its cells are found under "all" alone.

    `first`, `second`, `third`: the members of a family's dimensions, without "all". Nobody moves in the first one
    between a period and its year. `not_offered`: pairs of members of the second and third where nobody can be
    counted. `open_zero`: members of which a
    zero is no secret ("unknown": it says only that everybody's was written): it is shown. `apart`: a member of the
    first dimension with one number a period, in no sum with anything. `remainder`: members nobody
    steers by, hidden before others. `last`: dimensions in which a person counts where they were last seen.
    `total_told`: another family counts the same persons and says how many they are, so the region's total
    is never hidden for the sake of others.
    `each`: the column of a dimension whose members do not add up, for the same person stands under several: it has
    no margin.
    `absent`: (period, municipality) of whom nothing has come, as everybody knows: nobody is counted there, and nothing
    is published. `withheld`: (period, municipality or "all") that are counted and not published, for not everything
    has come.
    `staying`: reckon with readers who take it that people keep their level and service all year. It is not
    certain, so it is no identity, but it is nearly right, and a reader who guesses should learn no more.
    """

    year: str
    periods: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...] = ()
    third: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    kind: Kind = Kind.PERSONS
    not_offered: frozenset[tuple[str, str]] = frozenset()
    open_zero: frozenset[str] = frozenset({"unknown"})
    apart: str = ""
    remainder: frozenset[str] = frozenset({"other", "unknown", "elsewhere", "later"})
    last: frozenset[str] = frozenset({"second"})
    total_told: bool = False
    each: str = ""
    absent: frozenset[tuple[str, str]] = frozenset()
    withheld: frozenset[tuple[str, str]] = frozenset()
    staying: bool = True

    def axes(self) -> tuple[tuple[str, ...], ...]:
        """The members of the three dimensions without "all"; empty where it is no dimension."""
        sizes = (self.first, self.second, self.third)
        return tuple(members if len(members) > 1 else () for members in sizes)

    def offered(self, second: str, third: str) -> bool:
        """Whether anybody can be counted here; "all" is offered where one of its parts is."""
        _, seconds, thirds = self.axes()
        among_seconds = seconds if second == ALL and seconds else (second,)
        among_thirds = thirds if third == ALL and thirds else (third,)
        return any(pair not in self.not_offered for pair in product(among_seconds, among_thirds))

    def listed(self, key: Key) -> bool:
        """Whether a cell is published at all, as a number or as hidden."""
        return key[:2] not in self.absent and key[:2] not in self.withheld and self.offered(key[2], key[3])

    def is_open(self, key: Key, persons: int) -> bool:
        """Is the count no secret, since it is zero where a zero says only that everybody's was written?"""
        return persons == 0 and not self.open_zero.isdisjoint(key[1:])

    def cells(self, period: str) -> Iterator[Key]:
        """The keys of one period's table; a month has its total only."""
        if period in self.months:
            yield (period, *TOTAL)
            return
        for first, second, third in product(*(self._along(*axis) for axis in zip(KEY[1:], self.axes(), strict=True))):
            yield (period, first, second, third)
        if self.apart:
            yield (period, self.apart, ALL, ALL)

    def _along(self, name: str, members: tuple[str, ...]) -> tuple[str, ...]:
        """The members of an axis with their margin, where they have one."""
        return members if members and name == self.each else (ALL, *members)

    def part_of(self, month: str) -> str | None:
        """The reporting period a month lies in, None if that is not one of this year's."""
        number = int(month[5:7])
        inside = (f"{month[:4]}Q{(number + 2) // 3}", f"{month[:4]}T{(number + 3) // 4}")
        return next((period for period in inside if period in self.periods), None)

    def linked(self, closing: Collection[str], decided: Collection[str]) -> set[str]:
        """The periods that can say something of those `closing`: until the year is out, a quarter and its months."""
        in_play = {*closing, *decided} & {self.year, *self.periods, *self.months}
        if self.year in in_play:
            return in_play
        group = {month: self.part_of(month) for month in self.months}
        closing_groups = {group.get(period, period) for period in closing}
        return {period for period in in_play if group.get(period, period) in closing_groups}

    def stays_put(self, key: Key) -> bool:
        """Whether a person in this cell of the last period is in the same cell of the year, for certain."""
        if not self.open_zero.isdisjoint(key[2:]):
            return False  # who said nothing in the last period may have said something before
        return all(member == ALL or name in self.last for name, member in zip(KEY[2:], key[2:], strict=True))
