"""Intervals, rates and funnels against the numbers of the packages others use."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.statistics.intervals import (
    CountMethod,
    FunnelPlace,
    Interval,
    byar,
    clopper_pearson,
    funnel_limits,
    funnel_places,
    garwood,
    mean_interval,
    rate,
    share,
    wilson,
)

CASES = Path(__file__).parents[3].parent / "shared" / "cases"


def interval(found: Interval | None) -> Interval:
    assert found is not None
    return found


def test_published_limits_come_out_as_published():
    # PHE technical guide: 65 of 100; Ulm 1990: exact limits of 10; FunnelPlotR: 15 expected.
    assert interval(wilson(65, 100)) == Interval(pytest.approx(0.55254443), pytest.approx(0.73635752))
    assert garwood(10) == Interval(pytest.approx(4.795389), pytest.approx(18.390356))
    assert garwood(15).upper / 15 == pytest.approx(1.649348)
    assert garwood(15, 0.998).lower / 15 == pytest.approx(0.386265)


def close(found: float, expected: float, tolerance: dict[str, Any]) -> bool:
    if tolerance["kind"] == "absolute":
        return abs(found - expected) <= tolerance["value"]
    return abs(found - expected) <= tolerance["value"] * max(abs(expected), 1e-300) or found == expected


PLACES = {
    FunnelPlace.FAR_BELOW: "Low (0.001)",
    FunnelPlace.BELOW: "Low (0.025)",
    FunnelPlace.WITHIN: "Not significant",
    FunnelPlace.ABOVE: "High (0.025)",
    FunnelPlace.FAR_ABOVE: "High (0.001)",
}


def answers(case: dict[str, Any]) -> dict[str, Any]:
    given_, kind = case["input"], case["function"]
    levels = {"95": 0.95, "998": 0.998}
    if kind in ("wilson", "byar_count"):
        found = (
            interval(wilson(given_["x"], given_["n"], given_["confidence"]))
            if kind == "wilson"
            else byar(given_["x"], given_["confidence"])
        )
        return {"lower": found.lower, "upper": found.upper}
    answer: dict[str, Any] = {}
    for suffix, confidence in levels.items():
        if kind == "proportion":
            found = interval(wilson(given_["x"], given_["n"], confidence))
            scale = given_["multiplier"]
            answer["value"] = (share(given_["x"], given_["n"]) or 0) * scale
            answer |= {"lower" + suffix: found.lower * scale, "upper" + suffix: found.upper * scale}
        elif kind == "rate":
            per = rate(given_["x"], given_["n"], given_["multiplier"], confidence)
            assert per is not None
            method = "Exact" if per.method is CountMethod.EXACT else "Byars"
            answer |= {"value": per.value, "method": method}
            answer |= {"lower" + suffix: per.lower, "upper" + suffix: per.upper}
        elif kind == "mean_t":
            found = interval(mean_interval(given_["values"], confidence))
            answer |= {"n": len(given_["values"]), "value": (found.lower + found.upper) / 2}
            answer |= {"lower" + suffix: found.lower, "upper" + suffix: found.upper}
        elif kind == "funnelplotr_sr_limits":
            found, expected = garwood(given_["expected_events"], confidence), given_["expected_events"]
            scale = given_["target"] / expected
            answer |= {"ll" + suffix: found.lower * scale, "ul" + suffix: found.upper * scale}
        elif kind == "poisson_expected_bounds":
            band = "2" if suffix == "95" else "3"
            found_all = [garwood(x, confidence) for x in given_["observed"]]
            # An observed count is high until the expected one passes its own upper limit, hence the names.
            answer[f"lower{band}_expected"] = [f.upper for f in found_all]
            answer[f"upper{band}_expected"] = [f.lower for f in found_all]
        elif kind == "funnel_proportion_significance":
            places = funnel_places(given_["x"], given_["n"])
            answer["significance"] = [PLACES[place] for place in places if place]
        else:
            raise AssertionError(f"unknown kind of case: {kind}")
    return answer


def test_third_party_intervals_are_reproduced_within_their_tolerance():
    path = CASES / "intervals.json"
    cases = json.loads(path.read_text()) if path.exists() else []
    for case in cases:
        found = answers(case)
        for key, expected in case["expected"].items():
            if key == "sd":
                continue
            pairs = zip(found[key], expected, strict=True) if isinstance(expected, list) else [(found[key], expected)]
            for one, other in pairs:
                same = one == other if isinstance(other, str) else close(one, other, case["tolerance"])
                assert same, (case["name"], key, one, other)


def test_reference_runs_of_funnel_byar_and_exact_binomial_are_reproduced():
    path = CASES / "reference_runs.json"
    runs = {run["name"]: run for run in json.loads(path.read_text())["runs"]} if path.exists() else {}
    for name, run in runs.items():
        given_, expected = run["input"], run["output"]
        if "byar" in name:
            found = [byar(x) for x in given_["x"]]
        elif "clopper_pearson" in name:
            found = [interval(clopper_pearson(x, n)) for x, n in zip(given_["x"], given_["n"], strict=True)]
        elif "funnel" in name:
            centre = sum(given_["x"]) / sum(given_["n"])
            for band, confidence in (("2", 0.95), ("3", 0.998)):
                limits = [interval(funnel_limits(centre, n, confidence)) for n in given_["n"]]
                assert [f.lower for f in limits] == pytest.approx(expected["low" + band], abs=1e-10)
                assert [f.upper for f in limits] == pytest.approx(expected["high" + band], abs=1e-10)
            continue
        else:
            continue
        assert [f.lower for f in found] == pytest.approx(expected["lower"], rel=1e-8, abs=1e-10), name
        assert [f.upper for f in found] == pytest.approx(expected["upper"], rel=1e-8, abs=1e-10), name
