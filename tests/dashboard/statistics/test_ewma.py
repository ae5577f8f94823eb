"""Small months and small shifts: what p′ and EWMA say, and how often they are wrong."""

import random

from dashboard.statistics import ewma
from dashboard.statistics.direction import Direction
from dashboard.statistics.exact_limits import p_prime
from dashboard.statistics.signals import Change, Signal, read, variation


def drawn(shares: list[float], sizes: list[int], chance: random.Random) -> tuple[list[float], list[float]]:
    counts = [float(sum(chance.random() < p for _ in range(n))) for p, n in zip(shares, sizes, strict=True)]
    return counts, [float(n) for n in sizes]


def test_a_july_with_a_third_of_the_appointments_is_seldom_a_deterioration() -> None:
    chance, worse = random.Random(20260504), 0
    sizes = ([90] * 6 + [30] + [90] * 5) * 3
    for _ in range(300):
        counts, whole = drawn([0.91] * 31, sizes[:31], chance)
        values = [x / n for x, n in zip(counts, whole, strict=True)]
        worse += variation(read(values, p_prime(counts, whole), Direction.UP)) is Change.DETERIORATION
    assert worse / 300 <= 0.02


def test_a_step_from_94_to_88_is_told_within_three_months_in_half_of_the_years() -> None:
    chance, told, alarms = random.Random(20260505), 0, 0
    for _ in range(200):
        counts, sizes = drawn([0.94] * 24 + [0.88] * 3, [30] * 27, chance)
        steady, _ = drawn([0.94] * 27, [30] * 27, chance)
        heard = [_shifted(counts[:n], sizes[:n]) for n in (25, 26, 27)]
        told += Signal.SHIFT_BELOW in heard
        alarms += _shifted(steady, sizes) is Signal.SHIFT_BELOW
    assert told / 200 >= 0.5
    assert alarms / 200 <= 0.04


def _shifted(counts: list[float], sizes: list[float]) -> Signal:
    return ewma.shifted([x / n for x, n in zip(counts, sizes, strict=True)], p_prime(counts, sizes))


def test_a_row_that_does_not_move_says_nothing() -> None:
    assert ewma.shifted([], []) is Signal.NONE
    assert _shifted([27.0] * 12, [30.0] * 12) is Signal.NONE
