"""Waiting times: a worked example, slow oracles, and the R package survival."""

import json
import math
import statistics
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.survival import (
    Band,
    Curve,
    Estimate,
    StillWaiting,
    kaplan_meier,
    median,
    quantile,
    still_waiting,
)

CASES = Path(__file__).parents[3].parent / "shared" / "cases"

COMPLETED = [12, 20, 25, 31, 35, 40, 44, 52, 60, 75]
WAITING = [30, 45, 70, 90, 120, 150]
WORKED = [(float(days), True) for days in COMPLETED] + [(float(days), False) for days in WAITING]

waits = st.lists(st.tuples(st.integers(0, 60).map(float), st.booleans()), min_size=1, max_size=40)


def by_hand(rows: list[tuple[float, bool]], day: float) -> Fraction:
    """The share still waiting after a day, one start at a time, in whole fractions."""
    share = Fraction(1)
    for when in sorted({days for days, started in rows if started and days <= day}):
        at_risk = sum(days >= when for days, _ in rows)
        started = sum(days == when and happened for days, happened in rows)
        share *= Fraction(at_risk - started, at_risk)
    return share


def test_those_still_waiting_make_the_median_longer_than_the_completed_waits_say():
    assert statistics.median(COMPLETED) == 37.5
    found = quantile(kaplan_meier(WORKED), 0.5)
    assert median(WORKED) == found.value == 52
    assert found.lower is not None
    assert found.lower < 52
    assert found.upper is None


def test_those_still_waiting_are_told_beside_the_median():
    assert still_waiting(WORKED) == StillWaiting(6, 80, 150)
    assert still_waiting([(3.0, True)]) == StillWaiting(0, None, None)


def test_when_more_than_half_still_wait_there_is_no_median():
    assert quantile(kaplan_meier([(5.0, True), (9.0, False), (12.0, False)]), 0.5) == Estimate(None, 5, None)


def test_exactly_half_started_is_enough_for_the_median():
    rows = [(float(days), True) for days in (10, 20, 30, 40)]
    assert median(rows) == 20
    assert quantile(kaplan_meier(rows), 0.5, halfway=True).value == 25
    # 3/4 · 4/6 is one half only after rounding
    ties = [(10.0, True)] * 2 + [(20.0, True)] * 2 + [(20.0, False)] + [(30.0, True), (30.0, False), (40.0, True)]
    assert median(ties) == 20


def test_half_started_and_nobody_after_lasts_to_the_end_of_what_was_seen():
    rows = [(10.0, True), (20.0, True), (25.0, False), (40.0, False)]
    assert quantile(kaplan_meier(rows), 0.5, halfway=True).value == 30
    assert median(rows) == 20


def test_nobody_has_waited_nothing_is_said():
    curve = kaplan_meier([])
    assert (curve, curve.last_day) == (Curve(()), None)
    assert quantile(curve, 0.5) == Estimate(None, None, None)


def test_a_lone_wait_has_a_median_but_no_interval():
    assert quantile(kaplan_meier([(8.0, True)]), 0.5) == Estimate(8, None, None)
    assert quantile(kaplan_meier([(8.0, False)]), 0.5) == Estimate(None, None, None)


def test_a_start_on_the_day_of_referral_is_a_wait_of_0_days():
    assert median([(0.0, True), (0.0, True), (3.0, True)]) == 0


@pytest.mark.parametrize("days", [-1.0, math.nan, math.inf])
def test_impossible_days_are_an_error(days: float):
    with pytest.raises(ValueError, match="waiting days"):
        kaplan_meier([(days, True)])


@given(waits)
def test_the_curve_agrees_with_whole_fractions_taken_one_start_at_a_time(rows: list[tuple[float, bool]]):
    curve = kaplan_meier(rows)
    for step in curve.steps:
        assert step.waiting == pytest.approx(float(by_hand(rows, step.day)), abs=1e-12)
        assert step.at_risk == sum(days >= step.day for days, _ in rows)
    middle = next((step.day for step in curve.steps if by_hand(rows, step.day) <= Fraction(1, 2)), None)
    assert median(rows) == middle


@given(waits)
def test_without_anyone_waiting_the_curve_is_the_plain_share(rows: list[tuple[float, bool]]):
    done = [(days, True) for days, _ in rows]
    for step in kaplan_meier(done).steps:
        assert step.waiting == pytest.approx(sum(days > step.day for days, _ in done) / len(done), abs=1e-12)


@given(waits, st.sampled_from(list(Band)))
def test_every_interval_contains_its_estimate_and_stays_within_0_and_1(rows: list[tuple[float, bool]], band: Band):
    curve = kaplan_meier(rows, band=band)
    for step in curve.steps:
        if step.lower is not None and step.upper is not None:
            assert 0 <= step.lower <= step.waiting <= step.upper <= 1
    found = quantile(curve, 0.5)
    if found.value is not None and found.lower is not None:
        assert found.lower <= found.value
    if found.value is not None and found.upper is not None:
        assert found.value <= found.upper


@given(waits)
def test_waiting_longer_never_shortens_the_median(rows: list[tuple[float, bool]]):
    here = median(rows)
    later = median((days + 7, started) for days, started in rows)
    assert later == (None if here is None else here + 7)


def test_the_log_log_band_worked_by_hand():
    # One of two started: S = 0.5, Greenwood 1/(2·1), exponents e^(±1.959964·√0.5/ln 2)
    step = kaplan_meier([(1.0, True), (2.0, False)]).steps[0]
    stretch = math.exp(1.959964 * math.sqrt(0.5) / math.log(2))
    assert step.lower == pytest.approx(0.5**stretch, rel=1e-6)
    assert step.upper == pytest.approx(0.5 ** (1 / stretch), rel=1e-6)
    with pytest.raises(ValueError, match="not a share"):
        quantile(kaplan_meier(WORKED), 1)


BANDS = {"log-log": Band.LOG_LOG, "log": Band.LOG, "plain": Band.PLAIN}


def same(found: list[Any], expected: list[Any]) -> bool:
    return len(found) == len(expected) and all(
        one == other if one is None or other is None else math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
        for one, other in zip(found, expected, strict=True)
    )


def test_curves_and_medians_come_out_as_the_r_package_survival_has_them():
    path = CASES / "reference_runs.json"
    for run in json.loads(path.read_text())["runs"] if path.exists() else []:
        if "survfit" not in run["engine"]:
            continue
        given_, expected = run["input"], run["output"]
        rows = [(float(days), bool(done)) for days, done in zip(given_["days"], given_["completed"], strict=True)]
        curve = kaplan_meier(rows, band=BANDS[run["engine"].split("=")[1]])
        middle = quantile(curve, 0.5, halfway=True)
        found = {
            "naive_median_completed": [statistics.median(days for days, done in rows if done)],
            "naive_median_all": [statistics.median(days for days, _ in rows)],
            "km_median": [middle.value],
            "km_lcl": [middle.lower],
            "km_ucl": [middle.upper],
            "time": [step.day for step in curve.steps],
            "surv": [step.waiting for step in curve.steps],
            "n_risk": [step.at_risk for step in curve.steps],
            "n_event": [step.started for step in curve.steps],
            "surv_lower": [step.lower for step in curve.steps],
            "surv_upper": [step.upper for step in curve.steps],
        }
        for key, value in expected.items():
            assert same(found[key], value if isinstance(value, list) else [value]), (run["name"], key)
