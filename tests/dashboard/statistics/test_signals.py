"""What a control chart says: special causes and their meaning, against looking at every window."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.direction import Direction
from dashboard.statistics.runs import shift_ends, spread_back, trend_ends, two_in_three
from dashboard.statistics.signals import (
    Assurance,
    Change,
    Presentation,
    Signal,
    assurance,
    chart,
    presentation,
    read,
    short_groups,
    target_on,
    variation,
)
from dashboard.statistics.xmr import ChartRules, Lines, xmr

# NHS England, Making Data Count, as computed by the R package NHSRplotthedots.
PLOT_THE_DOTS = ChartRules(screened=True, flat_collapses=True, outermost_count=False, trend_counts=True)

STEADY = [50.0, 51, 49, 50.5, 49.5, 51, 49, 50, 51, 49.2, 50.8, 49.4]
series = st.lists(st.integers(-50, 50).map(float), min_size=2, max_size=40)


# --- special causes


def test_a_point_on_a_limit_is_inside_and_one_just_beyond_is_not():
    lines = [Lines(10, 4, 16, 6, 14)] * 3
    on, beyond, below = read([16.0, 16.001, 3.9], lines, Direction.UP)
    assert (on.outside, on.near, on.signal) == (False, True, Signal.NONE)
    assert (beyond.signal, beyond.change) == (Signal.ABOVE_LIMIT, Change.IMPROVEMENT)
    assert (below.signal, below.change) == (Signal.BELOW_LIMIT, Change.DETERIORATION)


def test_seven_rising_points_are_a_trend_shown_as_information_only():
    lines = [Lines(10, 0, 20, 3, 17)] * 7
    values = [7.0, 8, 9, 10, 11, 12, 13]
    points = read(values, lines, Direction.UP)
    assert {point.signal for point in points} == {Signal.RISING}
    assert {point.change for point in points} == {Change.NONE}
    counting = read(values, lines, Direction.DOWN, rules=PLOT_THE_DOTS)
    assert {point.change for point in counting} == {Change.DETERIORATION}
    assert {point.signal for point in read(values[::-1], lines, Direction.UP)} == {Signal.FALLING}


def test_a_trend_that_is_also_a_shift_still_counts_as_the_shift():
    values = [11.0, 12, 13, 14, 15, 16, 17]
    for point in read(values, [Lines(10, 0, 40, 3, 37)] * 7, Direction.UP):
        assert (point.signal, point.change) == (Signal.RISING, Change.IMPROVEMENT)


def test_a_tie_breaks_a_trend_and_six_points_are_none():
    assert trend_ends([1, 2, 3, 4, 5, 6]) == [0] * 6
    assert trend_ends([1, 2, 3, 3, 4, 5, 6]) == [0] * 7
    assert trend_ends([1, 2, 3, 4, 5, 6, 7]) == [0] * 6 + [1]
    assert trend_ends([]) == []


def test_where_a_rise_turns_into_a_fall_the_peak_belongs_to_the_fall():
    marks = spread_back(trend_ends([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]))
    assert marks == [1] * 6 + [-1] * 7


def test_seven_points_strictly_on_one_side_are_a_shift_and_one_on_the_mean_breaks_it():
    assert shift_ends([1] * 8) == [0] * 6 + [1, 1]
    assert shift_ends([1, 1, 1, 0, 1, 1, 1]) == [0] * 7
    lines = [Lines(10, 0, 20, 3, 17)] * 7
    values = [11.0, 12, 11, 12, 11, 12, 11]
    assert {point.signal for point in read(values, lines, Direction.DOWN)} == {Signal.SHIFT_ABOVE}
    assert {point.change for point in read(values, lines, Direction.DOWN)} == {Change.DETERIORATION}
    values[3] = 10.0
    assert {point.signal for point in read(values, lines, Direction.DOWN)} == {Signal.NONE}


def test_two_of_three_far_out_flag_only_themselves_and_only_on_one_side():
    assert two_in_three([True, False, True], [1, 1, 1]) == [True] * 3
    lines = [Lines(10, 0, 20, 3, 17)] * 3
    found = [point.signal for point in read([18.0, 12.0, 18.0], lines, Direction.UP)]
    assert found == [Signal.TWO_IN_THREE_ABOVE, Signal.NONE, Signal.TWO_IN_THREE_ABOVE]
    assert {point.signal for point in read([18.0, 9.0, 18.0], lines, Direction.UP)} == {Signal.NONE}


def test_a_point_beyond_the_limit_counts_among_the_two_in_three_unless_the_rules_say_otherwise():
    lines = [Lines(10, 0, 20, 3, 17)] * 3
    values = [25.0, 12.0, 18.0]
    assert read(values, lines, Direction.UP)[2].signal is Signal.TWO_IN_THREE_ABOVE
    assert read(values, lines, Direction.UP, rules=PLOT_THE_DOTS)[2].signal is Signal.NONE


def test_no_pattern_reaches_across_a_rebase():
    lines = [Lines(10, 0, 20, 3, 17)] * 8
    groups = [0] * 4 + [1] * 4
    assert {point.signal for point in read([11.0] * 8, lines, None, groups)} == {Signal.NONE}


@given(series)
def test_patterns_agree_with_looking_at_every_window(values: list[float]):
    points = read(values, xmr(values), Direction.UP)
    sides = [point.side for point in points]
    for i, point in enumerate(points):
        windows = [range(s, s + 7) for s in range(max(0, i - 6), min(i, len(values) - 7) + 1)]
        rising = any(all(values[j + 1] > values[j] for j in w[:-1]) for w in windows)
        falling = any(all(values[j + 1] < values[j] for j in w[:-1]) for w in windows)
        shifted = any(all(sides[j] == sides[i] != 0 for j in w) for w in windows)
        if point.outside:
            assert point.signal in (Signal.ABOVE_LIMIT, Signal.BELOW_LIMIT)
        elif rising or falling:
            assert point.signal in (Signal.RISING, Signal.FALLING)
        elif point.signal not in (Signal.TWO_IN_THREE_ABOVE, Signal.TWO_IN_THREE_BELOW):
            assert (point.signal is not Signal.NONE) == shifted


@given(series)
def test_turning_values_and_direction_over_turns_the_reading_over(values: list[float]):
    turned = [-value for value in values]
    up = read(values, xmr(values), Direction.UP)
    down = read(turned, xmr(turned), Direction.DOWN)
    assert [point.change for point in up] == [point.change for point in down]
    assert [point.side for point in up] == [-point.side for point in down]


def test_a_steady_process_is_rarely_called_special():
    draw = random.Random(14)
    false = sum(
        variation(read(values, xmr(values), Direction.UP)) is not Change.NONE
        for values in ([draw.gauss(50, 3) for _ in range(24)] for _ in range(600))
    )
    assert false / 600 < 0.06


# --- what it means


def test_without_a_direction_a_special_point_is_only_higher_or_lower():
    lines = [Lines(10, 4, 16, 6, 14)] * 2
    assert [p.change for p in read([17.0, 3.0], lines, None)] == [Change.HIGHER, Change.LOWER]


def test_assurance_holds_the_limits_against_the_target():
    assert assurance(1, 3, 4, Direction.UP) is Assurance.WILL_MISS
    assert assurance(5, 7, 4, Direction.UP) is Assurance.WILL_REACH
    assert assurance(1, 3, 4, Direction.DOWN) is Assurance.WILL_REACH
    assert assurance(5, 7, 4, Direction.DOWN) is Assurance.WILL_MISS
    assert assurance(1, 4, 4, Direction.UP) is Assurance.SOMETIMES
    for missing in ((None, 3, 4, Direction.UP), (1, 3, None, Direction.UP), (1, 3, 4, None)):
        assert assurance(*missing) is None


def test_the_target_is_the_one_valid_on_the_day():
    decided = [(date(2025, 1, 1), 0.94), (date(2024, 1, 1), 0.9)]
    assert target_on(date(2023, 12, 31), decided) is None
    assert target_on(date(2024, 6, 1), decided) == 0.9
    assert target_on(date(2025, 1, 1), decided) == 0.94


def test_how_much_is_shown_grows_with_the_number_of_points():
    ladder = [presentation(n) for n in (0, 2, 3, 5, 6, 11, 12, 40)]
    assert ladder == [Presentation.NUMBERS] * 2 + [Presentation.LINE] * 2 + [
        Presentation.TRIAL_LIMITS,
        Presentation.TRIAL_LIMITS,
        Presentation.FULL,
        Presentation.FULL,
    ]


def test_a_chart_says_no_more_than_its_last_group_can_carry():
    few = chart(STEADY[:11], xmr(STEADY[:11]), Direction.UP, 60)
    assert (few.presentation, few.variation, few.assurance) == (Presentation.TRIAL_LIMITS, None, None)
    full = chart([*STEADY, None], xmr([*STEADY, None]), Direction.UP, 60)
    assert (full.presentation, full.variation) == (Presentation.FULL, Change.NONE)
    assert full.assurance is Assurance.WILL_MISS
    groups = [0] * 12 + [1]
    rebased = chart([*STEADY, 80.0], xmr([*STEADY, 80.0], groups), Direction.UP, 60, groups)
    assert rebased.presentation is Presentation.NUMBERS
    assert chart([], [], Direction.UP).presentation is Presentation.NUMBERS


def test_groups_below_twelve_points_are_short():
    assert short_groups([0] * 12 + [1] * 11) == [False] * 12 + [True] * 11
