"""Anhøj's rules: worked examples and counting by hand."""

import math
import statistics

from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.runs import anhoej, crossings_floor, longest_run_max


def test_points_on_the_median_neither_break_nor_lengthen_a_run():
    found = anhoej([5, 5, 6, 4, 5, 7, 5, 3, 5, 6, 5, 4, 5, 8, 5])
    assert (found.useful, found.longest_run, found.crossings) == (7, 1, 6)
    assert not found.judged


def test_a_run_chart_needs_ten_useful_points_to_be_judged():
    assert not anhoej([1, 2] * 4).judged
    assert anhoej([1, 2] * 5).judged
    nothing = anhoej([])
    assert (nothing.useful, nothing.signal, nothing.judged) == (0, False, False)
    assert not anhoej([3.0, None, 3.0]).signal


def test_a_clear_shift_halfway_is_a_signal():
    assert anhoej([1.0, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12, 11, 12]).signal


@given(st.integers(1, 300))
def test_the_bounds_are_the_binomial_quantile_and_the_rounded_logarithm(useful: int):
    assert crossings_floor(useful) == (int(stats.binom.ppf(0.05, useful - 1, 0.5)) if useful > 1 else 0)
    assert longest_run_max(useful) == round(math.log2(useful)) + 3


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40))
def test_runs_agree_with_counting_by_hand(values: list[int]):
    middle = statistics.median(values)
    sides = "".join("+" if value > middle else "-" for value in values if value != middle)
    found = anhoej(values)
    longest = max((n for n in range(len(sides) + 1) if "+" * n in sides or "-" * n in sides), default=0)
    crossings = sides.count("+-") + sides.count("-+")
    assert (found.useful, found.longest_run, found.crossings) == (len(sides), longest, crossings)
