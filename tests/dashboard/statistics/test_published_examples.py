"""Worked examples from textbooks and other packages' test suites, each with where it was published."""

import math
from datetime import date, timedelta

import pytest
from scipy import stats

from dashboard.statistics.direction import Direction
from dashboard.statistics.exact_limits import c_chart, p_chart, p_prime, u_chart, u_prime
from dashboard.statistics.intervals import (
    Interval,
    binomial_tails,
    clopper_pearson,
    funnel_places,
    garwood,
    mean_interval,
    poisson_tails,
    rate_funnel_limits,
    wilson,
)
from dashboard.statistics.runs import anhoej, trend_ends
from dashboard.statistics.signals import Assurance, Change, Signal, assurance, chart, read
from dashboard.statistics.survival import Band, kaplan_meier, quantile
from dashboard.statistics.xmr import Lines, g_chart, rebase_groups, xmr

# --- individual values --------------------------------------------------------------------------------

VERIFYING = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200]
PEAK_FLOW = [120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180]
SMOKERS = [21.3, 20.2, 20.9, 21.0, 18.8, 19.6, 18.7, 18.6, 18.1, 18.9, 19.2, 18.2, 17.3, 19.0]
LOANS = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304]


def lines(found: list[Lines], at: int = 0, digits: int = 2) -> list[float]:
    line = found[at]
    assert line.lower is not None and line.centre is not None and line.upper is not None
    return [round(edge, digits) for edge in (line.lower, line.centre, line.upper)]


@pytest.mark.parametrize(
    ("values", "expected", "digits"),
    [
        # Wheeler, Making sense of data, p. 382 "when verifying software"; the package statprocon tests it too.
        (VERIFYING, [3188.72, 4135.5, 5082.28], 2),
        # The same, p. 130, peak flow; statprocon.
        (PEAK_FLOW, [43.8, 183.1, 322.3], 1),
        # Montgomery, Introduction to statistical quality control, example 6.5: mortgage costs.
        (LOANS, [279.78, 300.5, 321.22], 2),
        # statprocon, test_xmr.py.
        ([1, 10, 100, 50], [-91.86, 40.25, 172.36], 2),
        # nhspy-plotthedots, test_limits_calculations.py (without screening, which these do not meet).
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2.84, 5.5, 8.16], 2),
        ([3, 1, 4, 1, 5, 9, 2], [-6.625238, 3.571429, 13.768095], 6),
        ([1, 2, 3, 2, 1, 2, 3, 4, 5, 6, 7, 4, 3, 2, 1, 2], [-0.014667, 3.0, 6.014667], 6),
        ([-1, -2, -3, -2, -1, -2, -3, -4, -5, -6, -7, -4, -3, -2, -1, -2], [-6.014667, -3.0, 0.014667], 6),
    ],
)
def test_individual_values_have_the_limits_that_were_published(values, expected, digits):
    assert lines(xmr(values), digits=digits) == pytest.approx(expected, abs=0.51 * 10**-digits)


def test_near_limits_are_those_of_the_nhs_package_for_python():
    line = xmr([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])[0]
    assert (line.near_lower, line.near_upper) == (pytest.approx(3.7266666667), pytest.approx(7.2733333333))


def test_the_nhs_demonstration_flags_its_one_low_point_and_no_other():
    # England's NHS, Making Data Count demonstration; nhspy-plotthedots test_pandas_spc_x_calc.py.
    values = [89.0, 86, 75, 77, 81, 74, 72, 78, 76, 82, 77, 54, 66, 77, 86]
    found = read(values, xmr(values), Direction.UP)
    assert lines(xmr(values), digits=0) == [57, 77, 96]
    assert [point.signal for point in found] == [Signal.BELOW_LIMIT if i == 11 else Signal.NONE for i in range(15)]


def test_wheelers_accident_rates_stand_outside_the_other_groups_limits():
    # Making sense of data, table 9.1.
    first = [43.0, 40, 37, 33, 30, 33, 34, 35, 29, 33, 31, 39]
    second = [35.0, 37, 33, 32, 27, 29, 31, 22, 25, 30, 24, 19]
    assert lines(xmr(second), digits=1)[0::2] == [18.0, 39.3]
    assert lines(xmr(first), digits=1)[0::2] == pytest.approx([25.6, 43.9], abs=0.11)
    beyond = read(first, [xmr(second)[0]] * 12, None)
    assert [i for i, point in enumerate(beyond) if point.outside] == [0, 1]


def test_a_shift_is_seen_in_wheelers_smokers():
    # Table 8.1: from the seventh point on every value lies below the mean; two dip beyond no limit.
    found = read(SMOKERS, xmr(SMOKERS), Direction.DOWN)
    assert all(point.side < 0 for point in found[6:])
    assert all(point.change is Change.IMPROVEMENT for point in found[6:])


def test_a_trend_needs_seven_points_and_breaks_on_a_tie():
    assert trend_ends([1, 2, 3, 4, 5, 6, 7])[-1] == 1
    assert trend_ends([1, 2, 3, 4, 5, 6, 6, 7])[-1] == 0
    assert not any(trend_ends([1, 2, 3, 4, 5, 6]))


# --- counts and shares --------------------------------------------------------------------------------

JUICE = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
BOARDS = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]
SHIPMENTS = [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4]
ORDERS = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9]
ORDERED = [
    100,
    80,
    80,
    100,
    110,
    110,
    100,
    100,
    90,
    90,
    110,
    120,
    120,
    120,
    110,
    80,
    80,
    80,
    90,
    100,
    100,
    100,
    100,
    90,
    90,
]
DEFECTS = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
METRES = [500, 400, 650, 500, 475, 500, 600, 525, 600, 625]


def test_montgomerys_charts_of_counts_and_shares_come_out_as_in_the_book():
    # Montgomery, chapter 7 (also the data of the packages qcc and qicharts2): examples 7.1, 7.3, 7.4, 7.5
    # and table 7.4. The book's limits are three sigma, not exact.
    assert lines(p_chart(JUICE, [50] * 30, exact=False), digits=4) == [0.0524, 0.2313, 0.4102]
    assert lines(c_chart(BOARDS, exact=False)) == [6.48, 19.85, 33.21]
    assert lines(u_chart(SHIPMENTS, [50] * 20, exact=False), digits=4) == [0.0, 0.074, 0.1894]
    assert lines(p_chart(ORDERS, ORDERED, exact=False), digits=3) == [0.007, 0.096, 0.184]
    # The book has 2.55, from 1.42 as rounded.
    assert lines(u_chart(DEFECTS, [m / 50 for m in METRES], exact=False)) == [0.29, 1.42, 2.56]


def test_montgomerys_points_out_of_control_are_found_and_exact_tails_agree_there():
    # Example 7.1: samples 15 and 23 are beyond the upper limit. Example 7.3: samples 6 and 20.
    for values, exact, plain in (
        ([x / 50 for x in JUICE], p_chart(JUICE, [50] * 30), p_chart(JUICE, [50] * 30, exact=False)),
        ([float(x) for x in BOARDS], c_chart(BOARDS), c_chart(BOARDS, exact=False)),
    ):
        outside = [i + 1 for i, point in enumerate(read(values, plain, None)) if point.outside]
        assert outside == ([15, 23] if len(values) == 30 else [6, 20])
        assert [i + 1 for i, point in enumerate(read(values, exact, None)) if point.outside] == outside


def test_exact_limits_are_where_the_tail_of_the_distribution_says():
    for n in (1, 5, 12, 30, 400):
        for p in (0.02, 0.5, 0.94):
            made = p_chart([p * n], [n])[0]
            assert made.lower is not None and made.upper is not None
            low, high = round(made.lower * n), round(made.upper * n)
            assert stats.binom.cdf(low, n, p) >= 0.00135 > stats.binom.cdf(low - 1, n, p)
            assert stats.binom.sf(high - 1, n, p) >= 0.00135
            assert high == n or stats.binom.sf(high, n, p) < 0.00135
    for mean in (0.3, 4.0, 61.5):
        made = c_chart([mean])[0]
        assert made.lower is not None and made.upper is not None
        assert stats.poisson.cdf(made.lower, mean) >= 0.00135 > stats.poisson.cdf(made.lower - 1, mean)
        assert stats.poisson.sf(made.upper - 1, mean) >= 0.00135 > stats.poisson.sf(made.upper, mean)


# --- intervals ----------------------------------------------------------------------------------------


def test_intervals_and_tails_agree_with_scipy_over_the_whole_range():
    for n in (1, 4, 17, 61, 360, 5000):
        for x in {0, 1, n // 3, n // 2, n - 1, n}:
            test = stats.binomtest(x, n)
            for confidence in (0.95, 0.998):
                score = test.proportion_ci(confidence, method="wilson")
                exact = test.proportion_ci(confidence, method="exact")
                ours, sure = wilson(x, n, confidence), clopper_pearson(x, n, confidence)
                assert ours is not None and sure is not None
                assert [ours.lower, ours.upper] == pytest.approx([score.low, score.high], abs=1e-12)
                assert [sure.lower, sure.upper] == pytest.approx([exact.low, exact.high], rel=1e-8, abs=1e-12)
            below, above = binomial_tails(x, n, 0.9)
            assert [below, above] == pytest.approx(
                [stats.binom.cdf(x, n, 0.9), stats.binom.sf(x - 1, n, 0.9)], rel=1e-8
            )
    for x in (0, 1, 3, 9, 10, 88, 2500):
        found = garwood(x, 0.998)
        lower = stats.chi2.ppf(0.001, 2 * x) / 2 if x else 0.0
        assert [found.lower, found.upper] == pytest.approx([lower, stats.chi2.ppf(0.999, 2 * x + 2) / 2], rel=1e-9)
        below, above = poisson_tails(x, 7.5)
        assert [below, above] == pytest.approx([stats.poisson.cdf(x, 7.5), stats.poisson.sf(x - 1, 7.5)], rel=1e-8)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        # Newcombe, Stat Med 1998; 17: 857–872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_newcombes_score_intervals_come_out_as_in_his_table(x, n, low, high):
    found = wilson(x, n)
    assert found is not None
    assert (round(found.lower, 4), round(found.upper, 4)) == (low, high)


def test_the_funnel_of_a_rate_is_the_one_funnelplotr_draws():
    # FunnelPlotR, tests/testthat/test-poisson_limits.R: 15, 20 and 30 expected, as ratios.
    expected = {
        15: (0.5596924, 1.649348, 0.3862650, 2.082907),
        20: (0.6108260, 1.544419, 0.4479107, 1.902094),
        30: (0.6746958, 1.427562, 0.5289724, 1.702771),
    }
    for events, numbers in expected.items():
        thin, flag = rate_funnel_limits(1.0, events, 0.95), rate_funnel_limits(1.0, events)
        assert thin is not None and flag is not None
        assert [thin.lower, thin.upper, flag.lower, flag.upper] == pytest.approx(numbers, abs=1e-6)


def test_a_rates_funnel_crosses_where_the_english_public_health_package_has_it():
    # PHEindicatormethods, testdata_funnel_rate_outputs.csv: how many people it takes before so many events
    # lie on the limit about 116.17 per 100 000 (three years' events).
    rate = 116.1720835 / 100_000
    rows = {
        1: (1598.675694, 7.264481402, 2649.348525, 0.287087625),
        10: (5276.757672, 1375.943768, 6924.776769, 849.4639547),
        94: (33006.2688, 21795.70245, 36723.73682, 19184.7108),
        796: (244830.1976, 212803.8142, 254535.6606, 204195.7755),
    }
    for events, (low2, high2, low3, high3) in rows.items():
        thin, flag = garwood(events), garwood(events, 0.998)
        found = [edge / rate / 3 for edge in (thin.upper, thin.lower, flag.upper, flag.lower)]
        assert found == pytest.approx([low2, high2, low3, high3], rel=1e-4)


def test_a_rates_funnel_has_an_answer_for_nothing_at_all():
    assert rate_funnel_limits(0.0, 100) == Interval(0.0, pytest.approx(-math.log(0.001) / 100))
    assert rate_funnel_limits(0.5, 0) is None
    with pytest.raises(ValueError, match="not a count"):
        rate_funnel_limits(-1, 100)


# --- waiting ------------------------------------------------------------------------------------------

# Miller 1981, the acute myelogenous leukaemia study; R's survival, tests/doaml.Rout.save.
MAINTAINED = [
    (9, True),
    (13, True),
    (13, False),
    (18, True),
    (23, True),
    (28, False),
    (31, True),
    (34, True),
    (45, False),
    (48, True),
    (161, False),
]
NOT_MAINTAINED = [
    (5, True),
    (5, True),
    (8, True),
    (8, True),
    (12, True),
    (16, False),
    (23, True),
    (27, True),
    (30, True),
    (33, True),
    (43, True),
    (45, True),
]


def test_kaplan_meier_gives_millers_table_as_r_prints_it():
    curve = kaplan_meier(MAINTAINED, band=Band.LOG)
    table = [(s.day, s.at_risk, s.started, round(s.waiting, 3), s.lower, s.upper) for s in curve.steps if s.started]
    expected = [
        (9, 11, 1, 0.909, 0.7541, 1.000),
        (13, 10, 1, 0.818, 0.6192, 1.000),
        (18, 8, 1, 0.716, 0.4884, 1.000),
        (23, 7, 1, 0.614, 0.3769, 0.999),
        (31, 5, 1, 0.491, 0.2549, 0.946),
        (34, 4, 1, 0.368, 0.1549, 0.875),
        (48, 2, 1, 0.184, 0.0359, 0.944),
    ]
    for found, printed in zip(table, expected, strict=True):
        assert found == pytest.approx(printed, abs=0.0005)
    median = quantile(curve, 0.5)
    assert (median.value, median.lower, median.upper) == (31, 18, None)


def test_kaplan_meier_ends_without_a_number_that_does_not_exist():
    # The longest wait was completed: nobody is left, and R prints NA for the interval.
    curve = kaplan_meier(NOT_MAINTAINED, band=Band.LOG)
    assert (curve.steps[-1].waiting, curve.steps[-1].lower, curve.steps[-1].upper) == (0.0, None, None)
    median = quantile(curve, 0.5)
    assert (median.value, median.lower, median.upper) == (23, 8, None)


FREIREICH = [
    (6, True),
    (6, True),
    (6, True),
    (6, False),
    (7, True),
    (9, False),
    (10, True),
    (10, False),
    (11, False),
    (13, True),
    (16, True),
    (17, False),
    (19, False),
    (20, False),
    (22, True),
    (23, True),
    (25, False),
    (32, False),
    (32, False),
    (34, False),
    (35, False),
]


def test_kaplan_meier_gives_freireichs_remissions_as_in_every_textbook():
    # Freireich et al., Blood 1963; Collett, Modelling survival data: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448.
    curve = kaplan_meier(FREIREICH)
    found = [round(step.waiting, 3) for step in curve.steps if step.started]
    assert found == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert quantile(curve, 0.5).value == 23


# --- what has no number has a defined answer ------------------------------------------------------------


@pytest.mark.parametrize("values", [[], [None], [5.0], [5.0] * 13, [None, 5.0, None, 5.0], [0.0] * 12])
def test_nothing_to_see_is_said_without_numbers_that_do_not_exist(values):
    for made in (xmr(values), c_chart(values), p_chart(values, [10 if v is not None else None for v in values])):
        drawn = chart(values, made, Direction.UP, 4.0) if values else None
        edges = [edge for line in made for edge in vars(line).values() if edge is not None]
        assert all(math.isfinite(edge) for edge in edges)
        assert drawn is None or drawn.variation in (None, Change.NONE, *Change)


def test_no_points_at_all_make_an_empty_chart():
    empty = chart([], [], Direction.UP, 0.9)
    assert (empty.points, empty.variation, empty.assurance) == ((), None, None)


def test_a_target_is_assured_as_the_nhs_icons_say():
    assert assurance(0.85, 0.93, 0.94, Direction.UP) is Assurance.WILL_MISS
    assert assurance(0.85, 0.93, 0.84, Direction.UP) is Assurance.WILL_REACH
    assert assurance(0.85, 0.93, 0.93, Direction.UP) is Assurance.SOMETIMES
    assert assurance(0.85, 0.93, 0.94, Direction.DOWN) is Assurance.WILL_REACH


def test_a_rebase_date_is_the_first_point_of_its_group():
    days = [date(2025, month, 1) for month in range(1, 13)]
    assert rebase_groups(days, [date(2025, 6, 1)]) == [0] * 5 + [1] * 7
    assert rebase_groups(days, [date(2025, 5, 14)]) == [0] * 12
    assert rebase_groups(days, [date(2025, 1, 1) - timedelta(days=40)]) == [0] * 12


NAN, INFINITE = float("nan"), math.inf


@pytest.mark.parametrize(
    "asked",
    [
        lambda: xmr([1, NAN, 3]),
        lambda: xmr([1, INFINITE, 3]),
        lambda: g_chart([4, -1]),
        lambda: p_chart([5, 2], [3, 4]),
        lambda: p_prime([5, 2], [3, 4]),
        lambda: p_chart([1, 2], [4]),
        lambda: c_chart([-5, 2]),
        lambda: u_chart([1, 2], [-1, 3]),
        lambda: u_prime([1, NAN], [2, 3]),
        lambda: read([NAN], [Lines()], None),
        lambda: read([1.0, 2.0], [Lines()], None),
        lambda: anhoej([NAN, 2, 3]),
        lambda: mean_interval([NAN, 2, 3]),
        lambda: mean_interval([1, 2], 1),
        lambda: clopper_pearson(3, 10, 2),
        lambda: assurance(NAN, 1, 1, Direction.UP),
        lambda: funnel_places([5, 0], [3, 3]),
        lambda: kaplan_meier([(NAN, True)]),
    ],
)
def test_what_cannot_be_is_an_error_and_never_a_line_through_nothing(asked):
    with pytest.raises(ValueError):
        asked()
