"""Change or chance: which chart a published number gets, and what its points are allowed to say."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sealed import sealed, series

from dashboard.charts.control.control import control
from dashboard.counting.cells import ALL
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.counting.period import PeriodKind
from dashboard.findings import control_chart
from dashboard.findings.control_chart import Basis, ControlChart, basis
from dashboard.goals import standing
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.language.words import LANGUAGES, words
from dashboard.statistics.dispersion import overdispersion
from dashboard.statistics.exact_limits import p_prime
from dashboard.statistics.signals import Assurance, Change, Presentation, Signal
from data_sources.declared.model import MODELS, ModelFault, load
from data_sources.declared.model_parts import Rebase

RATE = BY_KEY["attendance_rate"]
STEADY = [0.9, 0.91, 0.89, 0.92, 0.9, 0.88, 0.91, 0.9, 0.89, 0.91, 0.9, 0.92, 0.9, 0.89]
NORWEGIAN = words("nb")


def read(values: list[float | None], *, target: float | None = None, **more: object) -> ControlChart:
    made = series("attendance_rate", values)
    targets = {} if target is None else dict.fromkeys(made.frame["period"], target)
    return control_chart.read(RATE, ALL, made, targets=targets, **more)  # type: ignore[arg-type]


def rebase(day: date, reason: str = "ny rutine") -> Rebase:
    return Rebase.model_validate({"indicator": RATE.key, "from": day, "reason": {"nb": reason}})


@pytest.mark.parametrize(
    ("indicator", "fits"),
    [
        ("attendance_rate", Basis.SAME_PERSONS),  # the same persons all year
        ("participants", Basis.INDIVIDUALS),
        ("participations", Basis.INDIVIDUALS),
        ("waiting_median", Basis.INDIVIDUALS),
        ("started_in_time_rate", Basis.SHARE),
        ("transition_rate", Basis.SHARE),
        ("referred", Basis.COUNT),
        ("ended", Basis.COUNT),
        ("concerts", None),  # what we decide ourselves
        ("audience", None),
        ("performers", None),
    ],
)
def test_every_number_gets_the_chart_that_fits_it(indicator: str, fits: Basis | None):
    assert basis(BY_KEY[indicator]) is fits


def test_what_we_decide_ourselves_has_no_limits():
    with pytest.raises(ValueError, match="held against a plan"):
        control_chart.read(BY_KEY["concerts"], ALL, sealed("concerts", [{"value": 3.0}]))


def test_limits_are_computed_on_what_is_published_and_on_nothing_finer():
    found = read(STEADY)
    published = [v * 200 for v in STEADY], [200.0] * len(STEADY)
    assert found.points[0].lines == p_prime(*published)[0]
    assert found.phi == overdispersion([v * 200 for v in STEADY], [200] * len(STEADY)) == 1.0


def test_a_month_far_below_the_others_is_marked_and_a_common_one_is_not():
    steady = read(STEADY, target=0.9)
    assert {p.signal for p in steady.points} == {Signal.NONE}
    assert steady.variation is Change.NONE
    assert "Ingen sikker endring" in control(steady, NORWEGIAN).finding
    found = read([*STEADY, 0.6], target=0.9)
    assert (found.points[-1].signal, found.variation) == (Signal.BELOW_LIMIT, Change.DETERIORATION)
    assert found.assurance is Assurance.SOMETIMES
    made = control(found, NORWEGIAN)
    assert "Siste tall viser forverring (Under nedre grense)." in made.finding
    last = made.frame.to_dicts()[-1]
    assert (last["mark"], last["note"]) == ("deterioration", "60\u00a0% Forverring")


@pytest.mark.parametrize(
    ("count", "shown"),
    [(2, Presentation.NUMBERS), (4, Presentation.LINE), (8, Presentation.TRIAL_LIMITS), (12, Presentation.FULL)],
)
def test_few_points_say_little(count: int, shown: Presentation):
    values = [*STEADY[: count - 1], 0.5]
    found = read(values, target=0.9)
    made = control(found, NORWEGIAN)
    assert found.presentation is shown
    if shown is Presentation.NUMBERS:
        assert made.frame.is_empty()
        return
    drawn = made.frame.to_dicts()[0]
    solid = [drawn[line] is not None for line in ("upper", "centre", "lower")]
    dashed = [drawn[line] is not None for line in ("trial_upper", "median", "trial_lower")]
    assert any(solid) == (shown is Presentation.FULL)
    assert any(dashed) == (shown is Presentation.TRIAL_LIMITS)
    marked = {row["mark"] for row in made.frame.to_dicts()}
    assert ("deterioration" in marked) == (shown is Presentation.FULL)
    assert shown is Presentation.FULL or marked == {"none"}
    if shown is not Presentation.FULL:
        assert (found.variation, found.assurance) == (None, None)
        assert f"Bare {count} perioder" in made.finding


def test_hidden_and_clamped_periods_are_signs_at_the_foot_and_carry_no_point():
    months = [{"period": f"2025-{n:02}", "value": 0.9, "base": 100.0} for n in range(1, 11)]
    cells = [*months, {"period": "2025-11"}, {"period": "2025-12", "value": 0.95, "bound": "at_least"}]
    found = control_chart.read(RATE, ALL, sealed("attendance_rate", cells))
    made = control(found, NORWEGIAN)
    assert [p.value for p in found.points[-2:]] == [None, None]
    feet = [(row["sign"], row["value"], row["note"]) for row in made.frame.to_dicts()[-2:]]
    assert feet == [(":", None, ""), ("≥", None, "")]  # no wider than a period: the next one has its own
    assert made.table[-1][NORWEGIAN("control-value")] == "≥ 95\u00a0%"
    assert [row[NORWEGIAN("control-value")] for row in made.table[-2:]] == [":", "≥ 95\u00a0%"]
    assert "oktober 2025" in made.finding


def test_a_rebase_starts_limits_anew_and_stands_in_the_picture_with_its_reason():
    low = [round(v - 0.2, 2) for v in STEADY]
    found = read([*STEADY, *low], rebases=[rebase(date(2024, 2, 20))])
    assert list(found.rebases) == ["2024-03"]  # the first period that begins after it
    groups = [point.group for point in found.points]
    assert groups == [0] * 14 + [1] * 14
    assert found.points[0].lines.centre == pytest.approx(0.9, abs=0.01)
    assert found.points[-1].lines.centre == pytest.approx(0.7, abs=0.01)
    assert not any(point.change is not Change.NONE for point in found.points)
    drawn = control(found, NORWEGIAN).frame.to_dicts()[14]
    assert drawn["reason_left"] == "Ny start: ny rutine"


def test_a_short_group_after_a_rebase_has_trial_limits_while_the_earlier_one_keeps_its_own():
    found = read([*STEADY, *STEADY[:7]], rebases=[rebase(date(2024, 3, 1))])
    assert (found.presentations[0], found.presentation) == (Presentation.FULL, Presentation.TRIAL_LIMITS)
    assert found.points[-1].lines.centre == 0.9  # the median
    assert (found.variation, found.assurance) == (None, None)


def test_the_target_that_held_then_is_drawn_and_the_one_that_holds_now_is_answered():
    made = series("attendance_rate", STEADY)
    targets = {code: 0.8 if code < "2024" else 0.95 for code in made.frame["period"]}
    found = control_chart.read(RATE, ALL, made, targets=targets)
    assert (found.target, found.assurance) == (0.95, Assurance.WILL_MISS)
    drawn = control(found, NORWEGIAN)
    assert drawn.frame["target"].to_list() == [0.8] * 12 + [0.95] * 2
    assert "Vi når ikke målet på 95\u00a0% slik vi arbeider nå" in drawn.finding


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2023, 1, 1), date(2030, 1, 1)])
def test_a_rebase_before_the_first_point_or_after_the_last_does_nothing(day: date):
    assert read(STEADY, rebases=[rebase(day)]).rebases == {}


def test_shares_of_persons_are_judged_by_exact_tails_of_so_many_persons():
    indicator = BY_KEY["started_in_time_rate"]
    quarters = [0.8, 0.79, 0.82, 0.8, 0.78, 0.81, 0.8, 0.79, 0.8, 0.82, 0.8, 0.4]
    made = series(indicator.key, quarters, base=40.0, kind=PeriodKind.QUARTER)
    found = control_chart.read(indicator, ALL, made, targets=dict.fromkeys(made.frame["period"], 0.3))
    assert found.points[-1].signal is Signal.BELOW_LIMIT
    assert found.assurance is Assurance.WILL_REACH
    assert found.phi is None
    # A share that is its own limit, rounded, lies on it and not outside.
    assert not any(point.outside for point in found.points[:-1])


def test_counts_that_come_by_themselves_have_exact_poisson_limits():
    found = control_chart.read(
        BY_KEY["referred"], ALL, series("referred", [50.0] * 11 + [20.0], base=None, kind=PeriodKind.QUARTER)
    )
    assert (found.points[-1].signal, found.variation) == (Signal.BELOW_LIMIT, Change.LOWER)


def test_drop_outs_per_100_course_years_have_exact_poisson_limits_of_so_many_years():
    indicator = next(i for i in INDICATORS if i.measure is Measure.PER_COURSE_YEARS)
    quarters = [10.0, 12.0, 8.0, 10.0, 11.0, 9.0, 10.0, 12.0, 8.0, 10.0, 9.0, 30.0]
    made = series(indicator.key, quarters, base=100.0, kind=PeriodKind.QUARTER)
    found = control_chart.read(indicator, ALL, made)
    assert (found.basis, found.points[-1].signal) == (Basis.RATE, Signal.ABOVE_LIMIT)
    assert found.points[0].lines.centre == pytest.approx(sum(quarters) / 12)
    assert found.variation is Change.DETERIORATION


def test_a_goal_is_judged_on_what_has_come_since_the_latest_rebase():
    goal = next(entry for entry in load("gjovik").goal if entry.indicator == RATE.key)
    made = series(RATE.key, [0.6] * 9 + [0.95] * 4)
    day = date(2024, 2, 10)
    whole = standing.judge(goal, ALL, made, day).verdict
    since = standing.judge(goal, ALL, made, day, rebased=date(2023, 10, 1)).verdict
    assert (whole.status, since.status) == (Status.OFF_TRACK, Status.REACHED)
    assert since.start == date(2023, 10, 1)
    early = standing.judge(goal, ALL, made, day, rebased=date(2023, 12, 15)).verdict
    assert early.reason is Reason.TOO_FEW_PERIODS


def test_nothing_published_is_said_and_drawn_as_nothing():
    found = control_chart.read(RATE, ALL, series("attendance_rate", []))
    made = control(found, NORWEGIAN)
    assert (found.last, found.variation, made.frame.height, made.table) == (None, None, 0, [])
    assert made.finding == NORWEGIAN("seen-nothing")
    hidden = control(read([None, None, None]), NORWEGIAN)
    assert hidden.finding == NORWEGIAN("seen-nothing")


def test_a_limit_nothing_could_pass_is_not_drawn():
    wild = [0.98, 0.7, 0.99, 0.75] * 4
    found = read(wild)
    assert found.points[0].lines.upper is not None and found.points[0].lines.upper == 1
    drawn = control(found, NORWEGIAN).frame.to_dicts()
    assert {row["upper"] for row in drawn} == {None}
    assert all("Øvre" not in str(row["upper_text"]) for row in drawn)


def test_every_mark_has_a_shape_of_its_own_beside_its_colour_and_its_word():
    found = read([*STEADY, 0.6])
    spec = control(found, NORWEGIAN).spec
    scales = [
        layer["encoding"]["shape"]["scale"]
        for layer in spec["layer"]  # type: ignore[attr-defined]
        if "shape" in layer["encoding"]
    ]
    shapes = dict(zip(scales[0]["domain"], scales[0]["range"], strict=True))
    assert len({shapes[mark] for mark in ("none", "improvement", "deterioration", "higher")}) == 4


def test_the_names_of_lines_never_lie_on_each_other():
    found = read(STEADY, target=0.9)
    last = control(found, NORWEGIAN).frame.to_dicts()[-1]
    at = sorted(last[f"{line}_at"] for line in ("upper", "centre", "lower", "target"))
    gaps = [later - earlier for earlier, later in pairwise(at)]
    assert min(gaps) > 0.03 * (max(at) - min(at))
    assert last["target_text"] == "Mål 90\u00a0%"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.none() | st.integers(0, 100).map(lambda n: n / 100), max_size=30), st.booleans())
def test_whatever_is_published_every_sentence_and_line_has_an_answer(values: list[float | None], with_target: bool):
    found = read(values, target=0.9 if with_target else None)
    for language in LANGUAGES:
        made = control(found, words(language))
        assert made.finding
        assert "nan" not in str(made.frame.to_dicts()) + made.alt + str(made.table)
        assert len(made.table) == made.frame.height


def test_turning_the_better_way_around_turns_the_marks_around():
    down = BY_KEY["no_show_rate"]
    found = control_chart.read(down, ALL, series(down.key, [1 - v for v in [*STEADY, 0.6]]))
    assert found.variation is Change.DETERIORATION


def test_a_rebase_of_a_number_nobody_knows_is_named(tmp_path):
    text = _gjovik() + ('\n[[rebase]]\nindicator = "lykke"\nfrom = 2025-01-01\nreason = { nb = "fordi" }\n')
    path = tmp_path / "region.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelFault) as fault:
        control_chart.check_rebases(load(path).rebase, [i.key for i in INDICATORS], str(path))
    assert (fault.value.key, fault.value.reason) == (f"rebase.{len(load(path).rebase)}.indicator", "unknown-indicator")


def test_a_rebase_of_a_municipality_nobody_knows_is_named(tmp_path):
    path = tmp_path / "region.toml"
    path.write_text(
        _gjovik() + '\n[[rebase]]\nindicator = "referred"\nmunicipality = "oslo"\nfrom = 2025-01-01\n'
        'reason = { nb = "fordi" }\n',
        encoding="utf-8",
    )
    with pytest.raises(ModelFault) as fault:
        load(path)
    assert fault.value.reason == "unknown-municipality"


def _gjovik() -> str:
    return (MODELS / "gjovik.toml").read_text(encoding="utf-8")
