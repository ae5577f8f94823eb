"""Intervals: what the formulas promise, worked examples and slow oracles."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.direction import Direction
from dashboard.statistics.dispersion import overdispersion
from dashboard.statistics.intervals import (
    CountMethod,
    FunnelPlace,
    Interval,
    binomial_tails,
    byar,
    clopper_pearson,
    count_interval,
    funnel_limits,
    funnel_places,
    garwood,
    mean_interval,
    needed_to_prove,
    poisson_tails,
    rate,
    share,
    wilson,
    wilson_adjusted,
    z_value,
)

counts = st.integers(0, 2_000)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    n = draw(st.integers(1, 2_000))
    return draw(st.integers(0, n)), n


def interval(found: Interval | None) -> Interval:
    assert found is not None
    return found


# --- shares


def test_a_share_of_nothing_has_no_value_and_no_interval():
    assert share(0, 0) is None
    assert wilson(0, 0) is None
    assert clopper_pearson(0, 0) is None
    assert wilson_adjusted(0, 0, 1.5) is None
    assert rate(3, 0) is None
    assert funnel_limits(0.9, 0) is None
    assert mean_interval([4.0]) is None


@pytest.mark.parametrize(("x", "n"), [(-1, 10), (11, 10), (1, 0), (math.nan, 10), (1, math.inf)])
def test_an_impossible_share_is_an_error_and_never_a_number(x: float, n: float):
    for function in (share, wilson, clopper_pearson):
        with pytest.raises(ValueError, match="not a share"):
            function(x, n)


def test_335_of_360_is_between_90_and_95_per_cent():
    found = interval(wilson(335, 360))
    assert found.lower == pytest.approx(0.8995, abs=5e-4)
    assert found.upper == pytest.approx(0.9525, abs=5e-4)


@given(shares(), st.sampled_from([0.95, 0.998]))
def test_wilson_solves_the_score_equation_and_contains_the_estimate(pair: tuple[int, int], confidence: float):
    x, n = pair
    found = interval(wilson(x, n, confidence))
    assert 0 <= found.lower <= x / n <= found.upper <= 1
    z = z_value(confidence)
    for limit in (found.lower, found.upper):
        if 0 < limit < 1:
            assert (x / n - limit) ** 2 == pytest.approx(z * z * limit * (1 - limit) / n, rel=1e-6, abs=1e-13)


@given(st.integers(1, 3_000))
def test_wilson_is_exactly_0_at_none_and_exactly_1_at_all(n: int):
    assert interval(wilson(0, n)).lower == 0
    assert interval(wilson(n, n)).upper == 1
    assert interval(wilson_adjusted(n, n, 1.37)).upper == 1


@given(shares())
def test_wilson_turns_over_when_success_and_failure_change_places(pair: tuple[int, int]):
    x, n = pair
    one, other = interval(wilson(x, n)), interval(wilson(n - x, n))
    assert one.lower == pytest.approx(1 - other.upper, abs=1e-12)


@given(st.integers(2, 400), st.data())
def test_one_more_success_never_lowers_a_limit(n: int, data: st.DataObject):
    x = data.draw(st.integers(0, n - 1))
    for function in (wilson, clopper_pearson):
        fewer, more = interval(function(x, n)), interval(function(x + 1, n))
        assert fewer.lower <= more.lower
        assert fewer.upper <= more.upper


@given(shares(), st.floats(1, 10))
def test_overdispersion_only_widens(pair: tuple[int, int], phi: float):
    x, n = pair
    narrow, wide = interval(wilson(x, n)), interval(wilson_adjusted(x, n, phi))
    assert wide.lower <= narrow.lower + 1e-12
    assert wide.upper >= narrow.upper - 1e-12


def test_overdispersion_is_pearsons_chi_squared_per_degree_of_freedom():
    # p = 0.5: (8 − 5)²/2.5 + (2 − 5)²/2.5 + 0 = 7.2 over 2 degrees of freedom
    assert overdispersion([8, 2, 5], [10, 10, 10]) == pytest.approx(3.6)
    numerators, denominators = [27, 31, 18, 40], [30, 40, 20, 41]
    table = [numerators, [n - x for x, n in zip(numerators, denominators, strict=True)]]
    expected = stats.chi2_contingency(table, correction=False).statistic / 3
    assert overdispersion(numerators, denominators) == pytest.approx(expected)


def test_overdispersion_is_1_when_there_is_nothing_to_compare():
    assert overdispersion([], []) == 1
    assert overdispersion([3], [4]) == 1
    assert overdispersion([5, 5], [10, 10]) == 1
    assert overdispersion([0, 0, 0], [10, 5, 0]) == 1
    assert overdispersion([10, 5], [10, 5]) == 1
    with pytest.raises(ValueError, match="below 1"):
        wilson_adjusted(3, 4, 0.9)


def test_clopper_pearson_agrees_with_scipy():
    for n in (1, 5, 30, 360):
        for x in {0, 1, n // 3, n - 1, n}:
            expected = stats.binomtest(x, n).proportion_ci(0.95, "exact")
            found = interval(clopper_pearson(x, n))
            assert found.lower == pytest.approx(expected.low, rel=1e-9, abs=1e-12)
            assert found.upper == pytest.approx(expected.high, rel=1e-9, abs=1e-12)


# --- counts and rates


@given(st.integers(0, 400), st.sampled_from([0.95, 0.998]))
def test_garwood_agrees_with_the_chi_squared_form_to_eight_digits(x: int, confidence: float):
    tail = (1 - confidence) / 2
    found = garwood(x, confidence)
    assert found.lower == (pytest.approx(stats.chi2.ppf(tail, 2 * x) / 2, rel=1e-9) if x else 0)
    assert found.upper == pytest.approx(stats.chi2.isf(tail, 2 * x + 2) / 2, rel=1e-9)


def test_garwood_leaves_exactly_the_tail_it_promises_by_adding_up_terms():
    for x in range(30):
        found = garwood(x)
        below = math.fsum(math.exp(-found.upper) * found.upper**k / math.factorial(k) for k in range(x + 1))
        assert below == pytest.approx(0.025, rel=1e-10)
        if x:
            under = math.fsum(math.exp(-found.lower) * found.lower**k / math.factorial(k) for k in range(x))
            assert 1 - under == pytest.approx(0.025, rel=1e-8)


def test_nothing_seen_still_leaves_room_for_three_to_four():
    assert garwood(0).lower == 0
    assert garwood(0).upper == pytest.approx(-math.log(0.025), rel=1e-14)


def test_byar_worked_by_hand():
    # 100: 100(1 − 1/900 − 1.959964/30)³ and 101(1 − 1/909 + 1.959964/(3√101))³
    assert byar(100).lower == pytest.approx(81.3621, abs=1e-4)
    assert byar(100).upper == pytest.approx(121.6279, abs=1e-4)
    assert byar(0).lower == 0
    assert byar(1, 0.998).lower == 0


@given(counts)
def test_a_count_lies_in_its_interval_and_more_is_never_less(x: int):
    here, more = count_interval(x), count_interval(x + 1)
    assert here.lower <= x <= here.upper
    assert here.lower < more.lower
    assert here.upper < more.upper


def test_counts_change_method_at_ten():
    assert count_interval(9) == garwood(9)
    assert count_interval(10) == byar(10)


def test_a_rate_is_the_counts_interval_divided_by_the_exposure():
    found = rate(20, 100, per=100)
    assert found is not None
    assert found.method is CountMethod.BYAR
    assert (found.value, found.lower) == (20, pytest.approx(12.2114288))
    few = rate(4, 2, per=1000)
    assert few is not None
    assert (few.value, few.method) == (2000, CountMethod.EXACT)
    with pytest.raises(ValueError, match="not a count"):
        rate(-1, 10)


@given(st.integers(0, 200), st.floats(0.01, 300))
def test_poisson_tails_are_exact(x: int, mean: float):
    at_most, at_least = poisson_tails(x, mean)
    assert at_most == pytest.approx(stats.poisson.cdf(x, mean), rel=1e-8, abs=1e-290)
    assert at_least == pytest.approx(stats.poisson.sf(x - 1, mean), rel=1e-8, abs=1e-290)


@given(shares(), st.floats(0, 1))
def test_binomial_tails_are_exact(pair: tuple[int, int], p: float):
    x, n = pair
    at_most, at_least = binomial_tails(x, n, p)
    assert at_most == pytest.approx(stats.binom.cdf(x, n, p), rel=1e-8, abs=1e-250)
    assert at_least == pytest.approx(stats.binom.sf(x - 1, n, p), rel=1e-8, abs=1e-250)


def test_binomial_tails_by_adding_up_every_outcome():
    n, p = 14, 0.94
    chance = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    for x in range(n + 1):
        assert binomial_tails(x, n, p) == (
            pytest.approx(math.fsum(chance[: x + 1]), rel=1e-12),
            pytest.approx(math.fsum(chance[x:]), rel=1e-12),
        )


def test_the_interval_of_a_mean_is_symmetric_about_it():
    found = interval(mean_interval([2.0, 4.0, 6.0, 8.0]))
    assert found.lower + found.upper == pytest.approx(10)
    assert found.upper - 5 == pytest.approx(3.182446305 * math.sqrt(20 / 3) / 2)


# --- comparing and proving


def test_the_funnel_narrows_with_n_and_stays_between_0_and_1():
    wide, narrow = interval(funnel_limits(0.94, 30)), interval(funnel_limits(0.94, 3000))
    assert wide.upper == 1
    assert wide.lower < narrow.lower < 0.94 < narrow.upper < wide.upper
    assert funnel_limits(0.94, 100, 0.95) == Interval(
        pytest.approx(0.94 - 1.959964 * math.sqrt(0.94 * 0.06 / 100)),
        pytest.approx(0.94 + 1.959964 * math.sqrt(0.94 * 0.06 / 100)),
    )


def test_only_far_from_the_others_is_a_place_flagged():
    places = funnel_places([9400, 188, 176, 150, 0], [10000, 200, 200, 200, 0])
    assert places == [FunnelPlace.WITHIN, FunnelPlace.WITHIN, FunnelPlace.FAR_BELOW, FunnelPlace.FAR_BELOW, None]
    assert funnel_places([], []) == []
    assert funnel_places([5, 5], [5, 5]) == [FunnelPlace.WITHIN, FunnelPlace.WITHIN]


def test_94_per_cent_needs_61_cases_to_be_proved():
    assert needed_to_prove(0.94) == 61
    assert needed_to_prove(0.06, Direction.DOWN) == 61
    assert needed_to_prove(1) is None
    assert needed_to_prove(0, Direction.DOWN) is None
    assert needed_to_prove(0) == 1


@given(st.floats(0.01, 0.99))
def test_the_needed_number_is_the_first_that_proves_the_target(target: float):
    needed = needed_to_prove(target)
    assert needed is not None
    assert interval(wilson(needed, needed)).lower >= target - 1e-9
    if needed > 1:
        assert interval(wilson(needed - 1, needed - 1)).lower < target + 1e-9


@pytest.mark.parametrize("confidence", [0, -0.1, 1.01, math.nan])
def test_a_confidence_outside_0_to_1_is_an_error(confidence: float):
    with pytest.raises(ValueError, match="confidence"):
        z_value(confidence)
