"""Control charts against the numbers of the packages others use, each by that school's own rules."""

import json
import statistics
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from dashboard.statistics.direction import Direction
from dashboard.statistics.exact_limits import c_chart, p_chart, p_prime, u_chart, u_prime
from dashboard.statistics.runs import (
    anhoej,
    crossings_floor,
    longest_run_max,
    shift_ends,
    spread_back,
    trend_ends,
    two_in_three,
)
from dashboard.statistics.signals import (
    Assurance,
    Change,
    Signal,
    assurance,
    read,
    short_groups,
    signal_of,
    target_on,
    variation,
)
from dashboard.statistics.xmr import SIGMA_OF_RANGE, ChartRules, Lines, g_chart, rebase_groups, xmr

# Anhøj, the R package qicharts2 with its option for screened moving ranges (Nelson 1982).
QICHARTS = ChartRules(screened=True, range_factor=3 / SIGMA_OF_RANGE)
CASES = Path(__file__).parents[3].parent / "shared" / "cases"

STEADY = [50.0, 51, 49, 50.5, 49.5, 51, 49, 50, 51, 49.2, 50.8, 49.4]
DIRECTIONS = {"increase": Direction.UP, "decrease": Direction.DOWN, "neutral": None, None: None}
SIGNALS = {
    Signal.NONE: "Common Cause",
    Signal.ABOVE_LIMIT: "Above UCL",
    Signal.BELOW_LIMIT: "Below LCL",
    Signal.RISING: "7 Point Trend (Increasing)",
    Signal.FALLING: "7 Point Trend (Decreasing)",
    Signal.TWO_IN_THREE_ABOVE: "2 in 3 Above CL",
    Signal.TWO_IN_THREE_BELOW: "2 in 3 Below CL",
    Signal.SHIFT_ABOVE: "7 Points Above CL",
    Signal.SHIFT_BELOW: "7 Points Below CL",
}
CHANGES = {
    Change.NONE: "common_cause",
    Change.IMPROVEMENT: "special_cause_improvement",
    Change.DETERIORATION: "special_cause_concern",
    Change.HIGHER: "special_cause_neutral_high",
    Change.LOWER: "special_cause_neutral_low",
}
ASSURED = {
    Assurance.WILL_REACH: "consistent_pass",
    Assurance.WILL_MISS: "consistent_fail",
    Assurance.SOMETIMES: "inconsistent",
    None: None,
}
ICONS = {"consistent_pass": "pass", "consistent_fail": "fail", "inconsistent": "inconsistent", None: None}


def plotted(given_: dict[str, Any]) -> dict[str, Any]:
    """A whole series the way the NHS package reports it, one list per column."""
    days = [date.fromisoformat(day) for day in given_["x"]]
    chosen = given_["rebase"] or []
    rebased = [date.fromisoformat(day) for day in ([chosen] if isinstance(chosen, str) else chosen)]
    groups = rebase_groups(days, rebased)
    options = given_["options"]
    rules = ChartRules(
        screened=options["screen_outliers"], flat_collapses=True, outermost_count=False, trend_counts=True
    )
    fixed = options.get("fix_after_n_points")
    lines = xmr(given_["y"], groups if rebased else None, rules, fixed)
    direction = DIRECTIONS[given_["improvement_direction"]]
    points = read(given_["y"], lines, direction, groups, rules)
    changes = [CHANGES[point.change] for point in points]
    assurance_type = ASSURED[assurance(lines[-1].lower, lines[-1].upper, given_["target"], direction)]
    special = CHANGES[variation(points)].removeprefix("special_cause_")
    rises = points[-1].signal in (Signal.ABOVE_LIMIT, Signal.RISING, Signal.TWO_IN_THREE_ABOVE, Signal.SHIFT_ABOVE)
    icon = special + ("_high" if rises else "_low") if special in ("improvement", "concern") else special
    return {
        "n": len(points),
        "mean": [line.centre for line in lines],
        "lpl": [line.lower for line in lines],
        "upl": [line.upper for line in lines],
        "rebase_group": groups,
        "rebase_groups": sorted(set(groups)),
        "short_group_warning": short_groups(groups),
        "outside_limits": [point.outside for point in points],
        "relative_to_mean": [point.side for point in points],
        "close_to_limits": [point.near for point in points],
        "special_cause_type": [SIGNALS[point.signal] for point in points],
        "point_type": changes,
        "last_point_type": changes[-1],
        "last2_point_type": changes[-2:],
        "n_common_cause": changes.count("common_cause"),
        "n_special_cause_improvement": changes.count("special_cause_improvement"),
        "assurance_type": assurance_type,
        "variation_icon": icon,
        "assurance_icon": ICONS[assurance_type],
    }


def pattern(given_: dict[str, Any], function: str) -> list[Any]:
    if function == "seven_point_one_side_mean":
        return [abs(mark) for mark in shift_ends(given_["relative_to_mean"])]
    if function == "seven_point_trend":
        return trend_ends(given_["y"])
    if function == "part_of_seven_trend":
        return [abs(mark) for mark in spread_back(given_["flags"])]
    marks = two_in_three(given_["close_to_limits"], given_["relative_to_mean"])
    if function == "two_in_three":
        return [int(mark) for mark in marks]
    return [int(mark and bool(far)) for mark, far in zip(marks, given_["close_to_limits"], strict=True)]


def precedence(given_: dict[str, Any]) -> list[str]:
    # The marks are made up there, and the direction of a trend is read from the values.
    y = given_["y"]
    steps = [y[1] - y[0], *(later - earlier for earlier, later in pairwise(y))]
    rows = zip(
        given_["outside_limits"],
        [abs(mark) * (1 if step > 0 else -1) for mark, step in zip(given_["part_of_trend"], steps, strict=True)],
        given_["part_of_two_in_three"],
        given_["part_of_shift"],
        given_["relative_to_mean"],
        strict=True,
    )
    return [SIGNALS[signal_of(bool(out), trend, bool(two), bool(shift), side)] for out, trend, two, shift, side in rows]


def by_facet(given_: dict[str, Any], chosen: Any, answer: Any) -> list[Any]:
    """Each facet is a series of its own here, so it is asked for on its own."""
    found: list[Any] = []
    facets = given_.get("facet") or ["all"] * given_.get("n", 0)
    for facet in sorted(set(facets)):
        rows = [i for i, name in enumerate(facets) if name == facet]
        found += answer(rows, chosen[facet] if isinstance(chosen, dict) else chosen)
    return found


def rebase_flags(given_: dict[str, Any]) -> list[int]:
    def flags(rows: list[int], chosen: list[str] | None) -> list[int]:
        days = [date.fromisoformat(given_["x"][i]) for i in rows]
        groups = [0, *rebase_groups(days, [date.fromisoformat(day) for day in chosen or []])]
        return [later - earlier for earlier, later in pairwise(groups)]

    return by_facet(given_, given_["rebase"], flags)


def targets(given_: dict[str, Any]) -> list[float | None]:
    def valid(rows: list[int], chosen: float | None) -> list[float | None]:
        decided = [] if chosen is None else [(date(2020, 1, 1), chosen)]
        return [target_on(date(2020, 1, 2), decided) for _ in rows]

    return by_facet(given_, given_["target"], valid)


def can_fix(n: int) -> bool:
    try:
        xmr(STEADY, fix_after_n_points=n)
    except ValueError:
        return False
    return True


def assured(given_: dict[str, Any]) -> str | None:
    lower, upper = (edge[-1] if isinstance(edge, list) else edge for edge in (given_.get("lpl"), given_.get("upl")))
    return ASSURED[assurance(lower, upper, given_["target"], DIRECTIONS[given_["improvement_direction"]])]


def short(given_: dict[str, Any]) -> list[bool]:
    sizes = given_.get("group_sizes") or [given_["n"]]
    groups = [i for i, size in enumerate(sizes) for _ in range(size)]
    marks = short_groups(groups, given_["options"]["threshold"])
    return [marks[groups.index(i)] for i in range(len(sizes))]


ANSWERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "assurance_type": lambda given_: {"assurance_type": assured(given_)},
    "special_cause_type": lambda given_: {"special_cause_type": precedence(given_)},
    "rebase_flags": lambda given_: {"rebase": rebase_flags(given_)},
    "target_column": lambda given_: {"target": targets(given_)},
    "short_group_warning": lambda given_: {"short_group_warning": short(given_)[0]},
    "short_group_warning_groups": lambda given_: {"short_group_warning": short(given_)},
    "validate_fix_after_n_points": lambda given_: {"valid": can_fix(given_["options"]["fix_after_n_points"])},
}


def answer(case: dict[str, Any]) -> dict[str, Any]:
    given_, function = case["input"], case["function"]
    if function in ANSWERS:
        return ANSWERS[function](given_)
    return plotted(given_) if given_["x"] is not None else {"flags": pattern(given_, function)}


def agrees(found: Any, expected: Any, tolerance: float) -> bool:
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(agrees, found, expected, [tolerance] * len(found)))
    if expected is None or isinstance(expected, str | bool):
        return bool(found == expected)
    return found is not None and abs(found - expected) <= tolerance


def as_asked(found: dict[str, Any], key: str, expected: Any) -> Any:
    """`mean_first7` is the head of `mean`; one number for a whole column is its only value."""
    name, _, head = key.partition("_first")
    value = found[name.removesuffix("_all")]
    if head:
        return value[: int(head)]
    if isinstance(value, list) and not isinstance(expected, list):
        assert len(set(value)) == 1
        return value[0]
    return value


def test_the_published_example_of_screening_comes_out_as_published():
    # NHSRplotthedots, vignette "Deviations from published guidance": −0.72, 1.94, 4.6.
    values = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    days = [f"2024-01-{day:02}" for day in range(1, 19)]
    found = plotted(
        {
            "x": days,
            "y": values,
            "target": None,
            "improvement_direction": "increase",
            "rebase": None,
            "options": {"screen_outliers": True},
        }
    )
    assert [round(found[key][0], 2) for key in ("lpl", "mean", "upl")] == [-0.72, 1.94, 4.6]
    assert found["special_cause_type"] == ["Common Cause"] * 4 + ["Above UCL"] + ["Common Cause"] * 13
    assert found["variation_icon"] == "common_cause"


def test_third_party_control_charts_are_reproduced_within_their_tolerance():
    path = CASES / "spc.json"
    for case in json.loads(path.read_text()) if path.exists() else []:
        found = answer(case)
        for key, expected in case["expected"].items():
            value = as_asked(found, key, expected)
            assert agrees(value, expected, case.get("tolerance_abs", 0)), (case["name"], key, value, expected)


def reference_runs() -> list[dict[str, Any]]:
    path = CASES / "reference_runs.json"
    return json.loads(path.read_text())["runs"] if path.exists() else []


def test_whole_series_come_out_as_the_nhs_package_has_them():
    for run in reference_runs():
        if run["engine"] == "NHSRplotthedots":
            found = plotted(run["input"])
            for key, expected in run["output"].items():
                assert agrees(found[key], expected, 1e-9), (run["name"], key, found[key], expected)


def drawn(given_: dict[str, Any]) -> tuple[list[float], list[Lines]]:
    y, n, options = given_["y"], given_["n"], given_["options"] or {}
    groups = [0] * len(y)
    if "part" in options:
        parts = options["part"] if isinstance(options["part"], list) else [options["part"]]
        groups = [sum(i >= part for part in parts) for i in range(len(y))]
    sizes = [size / options.get("multiply", 1) for size in n] if n else [1.0] * len(y)
    values = [a / b for a, b in zip(y, sizes, strict=True)]
    lines = {
        "run": lambda: [Lines(statistics.median(values))] * len(values),
        "i": lambda: xmr(values, groups, QICHARTS),
        "p": lambda: p_chart(y, sizes, groups, exact=False),
        "pp": lambda: p_prime(y, sizes, groups, QICHARTS),
        "u": lambda: u_chart(y, sizes, groups, exact=False),
        "up": lambda: u_prime(y, sizes, groups, QICHARTS),
        "c": lambda: c_chart(y, groups, exact=False),
        "g": lambda: g_chart(y, groups),
    }[given_["chart"]]()
    return values, lines


def test_lines_and_runs_come_out_as_qicharts2_has_them():
    for run in reference_runs():
        if run["engine"] != "qicharts2":
            continue
        values, lines = drawn(run["input"])
        expected = run["output"]
        points = read(values, lines, None)
        found: dict[str, Any] = {
            "value": values,
            "cl": [line.centre for line in lines],
            "lcl": [line.lower for line in lines],
            "ucl": [line.upper for line in lines],
            "lcl95": [line.near_lower for line in lines],
            "ucl95": [line.near_upper for line in lines],
            "sigma_signal": [point.outside for point in points],
        }
        first = [value for value, line in zip(values, lines, strict=True) if line.centre == lines[0].centre]
        found |= vars(anhoej(first, lines[0].centre))
        found |= {
            "n_useful": found["useful"],
            "n_crossings": found["crossings"],
            "n_crossings_min": found["crossings_min"],
            "runs_signal": found["signal"],
        }
        if not found["useful"]:
            found |= dict.fromkeys(("longest_run", "longest_run_max", "n_crossings", "n_crossings_min"))
        for key, value in expected.items():
            assert agrees(found[key], value, 1e-9), (run["name"], key, found[key], value)


def test_anhoejs_critical_values_are_those_of_base_r():
    for run in reference_runs():
        if run["name"] == "anhoej_critical_values":
            useful = run["input"]["n_useful"]
            assert [longest_run_max(n) for n in useful] == run["output"]["longest_run_max"]
            assert [crossings_floor(n) for n in useful] == run["output"]["n_crossings_min"]
