"""Owns what it costs to hide a cell: what the steering group would miss most is hidden last."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from dashboard.counting.cells import ALL
from dashboard.wall.lattice import KEY, Key, Shape

Past: TypeAlias = Mapping[Key, int | None]  # the number of each cell published before, None if hidden

# What a cell is worth to the steering group, by whether it is broken down by the first, second, third dimension.
WORTH = {
    (False, False, False): 100_000.0,
    (True, False, False): 400.0,
    (False, True, False): 200.0,
    (False, False, True): 200.0,
    (True, True, False): 50.0,
    (False, True, True): 45.0,
    (True, False, True): 40.0,
    (True, True, True): 4.0,
}
MONTH, YEAR, REMAINDER, HIDDEN_BEFORE = 0.1, 1.3, 0.25, 0.5  # what the worth is multiplied by


def importance(key: Key, shape: Shape, hidden_before: bool = False) -> float:
    """What it costs to hide a cell. What was hidden the period before is hidden sooner again.

    Of what is asked of each by itself, the last dimension (what was answered) is steered by before the first.
    """
    period, *members = key
    if shape.each:
        members = [ALL if name == shape.each else part for name, part in zip(KEY[1:], members, strict=True)][::-1]
    worth = WORTH[members[0] != ALL, members[1] != ALL, members[2] != ALL]
    worth *= MONTH if period in shape.months else YEAR if period == shape.year else 1.0
    if shape.remainder.intersection(key[1:]):
        worth *= REMAINDER
    return worth * HIDDEN_BEFORE if hidden_before else worth


def costs(keys: Sequence[Key], shape: Shape, decided: Past) -> list[float]:
    """The importance of each cell."""
    # Quarters come after quarters and years after years: the letter in the middle tells them apart.
    before = {
        period: max((then for then, *_ in decided if then[4:5] == period[4:5] and then < period), default="")
        for period in {key[0] for key in keys}
    }
    return [importance(key, shape, decided.get((before[key[0]], *key[1:]), 0) is None) for key in keys]
