"""The lines of control charts: worked examples, properties and slow oracles."""

import math
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.direction import Direction
from dashboard.statistics.exact_limits import c_chart, p_chart, p_prime, u_chart
from dashboard.statistics.runs import trend_ends
from dashboard.statistics.signals import Signal, read
from dashboard.statistics.xmr import HOUSE, ChartRules, Lines, g_chart, rebase_groups, xmr

# NHS England, Making Data Count, as computed by the R package NHSRplotthedots.
PLOT_THE_DOTS = ChartRules(screened=True, flat_collapses=True, outermost_count=False, trend_counts=True)

STEADY = [50.0, 51, 49, 50.5, 49.5, 51, 49, 50, 51, 49.2, 50.8, 49.4]
series = st.lists(st.integers(-50, 50).map(float), min_size=2, max_size=40)


def signals(values: list[float | None], rules: ChartRules = HOUSE) -> list[Signal]:
    return [point.signal for point in read(values, xmr(values, rules=rules), Direction.UP, rules=rules)]


def test_limits_are_2_66_average_moving_ranges_from_the_mean():
    line = xmr([1, 2, 3])[0]
    assert (line.centre, line.lower, line.upper) == (2, pytest.approx(-0.66), pytest.approx(4.66))
    assert line.near_upper == pytest.approx(2 + 1.7733, abs=1e-4)


def test_a_series_that_never_moves_has_a_centre_but_no_limits_and_no_signals():
    assert xmr([0.1] * 20) == [Lines(0.1)] * 20
    assert set(signals([0.1] * 20)) == {Signal.NONE}
    assert xmr([7.0]) == [Lines(7.0)]
    assert xmr([None, None]) == [Lines()] * 2
    assert xmr([]) == []


def test_without_screening_one_unusual_value_does_not_make_every_point_special():
    values: list[float | None] = [1, 1, 1, 1, 2]
    assert signals(values) == [Signal.NONE] * 4 + [Signal.ABOVE_LIMIT]
    assert set(signals(values, PLOT_THE_DOTS)) == {Signal.BELOW_LIMIT, Signal.ABOVE_LIMIT}


def test_screening_leaves_out_ranges_beyond_3_267_averages():
    # Ten steps of 1 and one of r: r is 3.267 averages at 4.2248.
    for step, screened in ((4.2, False), (4.25, True)):
        values = [0.0, 1, 0, 1, 0, 1, 1 + step, step, 1 + step, step, 1 + step, step]
        line = xmr(values, rules=PLOT_THE_DOTS)[0]
        assert line.centre is not None
        moved = 1 if screened else (10 + step) / 11
        assert line.upper == pytest.approx(line.centre + 2.66 * moved)


def test_the_last_bit_of_a_number_makes_no_signal():
    values = [0.3] * 10 + [0.1 + 0.2] * 10
    assert len(set(values)) == 2
    assert set(signals(list(values))) == {Signal.NONE}


def test_one_who_stays_away_where_nobody_does_is_outside():
    lines = p_chart([99_999, 29], [100_000, 30])
    assert [point.outside for point in read([0.99999, 29 / 30], lines, None)] == [False, True]


def test_a_rebase_gives_each_side_its_own_limits_and_no_range_across_it():
    values = [1.0, 2, 1, 2, 101, 103, 101, 103]
    lines = xmr(values, [0, 0, 0, 0, 1, 1, 1, 1])
    assert lines[:4] == xmr(values[:4])
    assert lines[4:] == xmr(values[4:])
    with pytest.raises(ValueError, match="groups"):
        xmr(values, [0, 1])


def test_a_gap_is_never_bridged():
    line = xmr([1, 2, None, 50, 51])[0]
    assert (line.centre, line.upper) == (26, pytest.approx(26 + 2.66))
    assert trend_ends([1, 2, 3, None, 4, 5, 6, 7]) == [0] * 8


def test_the_rebase_date_is_the_first_point_of_its_group():
    days = [date(2024, month, 1) for month in range(1, 7)]
    assert rebase_groups(days, [date(2024, 4, 1)]) == [0, 0, 0, 1, 1, 1]
    assert rebase_groups(days, [date(2023, 4, 1)]) == [0] * 6
    assert rebase_groups(days, []) == [0] * 6


def test_limits_can_be_fixed_from_twelve_points_on_and_not_together_with_a_rebase():
    values = [*STEADY, 60.0, 61.0]
    assert xmr(values, fix_after_n_points=12)[0] == xmr(STEADY)[0]
    with pytest.raises(ValueError, match="fewer than 12"):
        xmr(values, fix_after_n_points=11)
    with pytest.raises(ValueError, match="fixed or rebased"):
        xmr(values, [0] * 7 + [1] * 7, fix_after_n_points=12)


@given(series, st.floats(0.1, 10), st.floats(-100, 100))
def test_limits_follow_a_change_of_unit(values: list[float], scale: float, shift: float):
    lines, moved = xmr(values), xmr([value * scale + shift for value in values])
    if lines[0].upper is not None and moved[0].upper is not None:
        assert moved[0].upper == pytest.approx(lines[0].upper * scale + shift, abs=1e-6)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), min_size=2, max_size=15))
def test_a_share_is_outside_exactly_when_its_exact_tail_is_below_0_00135(pairs: list[tuple[int, int]]):
    x = [min(a, n) for a, n in pairs]
    n = [n for _, n in pairs]
    p = sum(x) / sum(n)
    values = [a / b for a, b in zip(x, n, strict=True)]
    for point, a, b in zip(read(values, p_chart(x, n), Direction.UP), x, n, strict=True):
        tail = min(stats.binom.cdf(a, b, p), stats.binom.sf(a - 1, b, p))
        assert point.outside == (tail < 0.00135), (a, b, p)
        assert point.outside or point.near == (tail < 0.02275), (a, b, p)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=15), st.integers(1, 3))
def test_a_count_is_outside_exactly_when_its_exact_tail_is_below_0_00135(x: list[int], size: int):
    sizes = [1 + i % size for i in range(len(x))]
    mean = sum(x) / sum(sizes)
    values = [a / n for a, n in zip(x, sizes, strict=True)]
    for point, a, n in zip(read(values, u_chart(x, sizes), None), x, sizes, strict=True):
        tail = min(stats.poisson.cdf(a, mean * n), stats.poisson.sf(a - 1, mean * n))
        assert point.outside == (tail < 0.00135)


def test_all_or_nothing_has_limits_on_the_centre_and_no_signal():
    for x in ([20, 18, 25], [0, 0, 0]):
        n = [20, 18, 25]
        for lines in (p_chart(x, n), p_chart(x, n, exact=False)):
            assert {(line.lower, line.upper) for line in lines} == {(x[0] / 20, x[0] / 20)}
    assert c_chart([0, 0, 0])[0] == Lines(0, 0, 0, 0, 0)
    assert p_prime([5, 5], [5, 5]) == [Lines(1)] * 2


def test_a_month_without_appointments_has_no_share_and_disturbs_no_other():
    lines = p_chart([9, None, 0, 18], [10, None, 0, 20])
    assert lines[1] == lines[2] == Lines(0.9)
    assert [lines[0], lines[3]] == p_chart([9, 18], [10, 20])
    assert p_chart([None], [None]) == [Lines()]
    assert p_prime([9, None, 18, 17], [10, None, 20, 20])[1] == Lines(pytest.approx(0.88))


def test_the_classical_p_u_and_c_limits_worked_by_hand():
    p = p_chart([90, 80], [100, 100], exact=False)[0]
    assert (p.centre, p.lower) == (0.85, pytest.approx(0.85 - 3 * math.sqrt(0.85 * 0.15 / 100)))
    assert (p.upper, p.near_upper) == (pytest.approx(0.957, abs=1e-3), pytest.approx(0.921, abs=1e-3))
    c = c_chart([4, 5], exact=False)[0]
    assert (c.centre, c.lower, c.upper) == (4.5, 0, pytest.approx(4.5 + 3 * math.sqrt(4.5)))
    assert u_chart([4, 6], [2, 2], exact=False)[0].upper == pytest.approx(2.5 + 3 * math.sqrt(1.25))


def test_laneys_chart_is_the_plain_one_when_the_points_vary_as_chance_would_have_them():
    draw = random.Random(7)
    n = [200] * 400
    x = [float(sum(draw.random() < 0.9 for _ in range(200))) for _ in n]
    plain, prime = p_chart(x, n, exact=False)[0], p_prime(x, n)[0]
    assert plain.lower is not None
    assert prime.lower == pytest.approx(plain.lower, abs=0.01)


def test_rare_events_are_charted_by_what_lies_between_them():
    g = g_chart([10, 20, None, 60])[0]
    assert (g.centre, g.lower, g.upper) == (20, 0, pytest.approx(30 + 3 * math.sqrt(30 * 31)))
    assert g_chart([None]) == [Lines()]
