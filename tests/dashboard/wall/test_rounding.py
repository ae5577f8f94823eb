"""What is said of appointments and waits: one rounding, and nothing that depends on a hidden number."""

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.families import PARTICIPANTS, REFERRED, WAITED
from dashboard.counting.indicator import Family
from dashboard.counting.tally import Tallies
from dashboard.statistics import survival
from dashboard.statistics.intervals import wilson, wilson_adjusted
from dashboard.wall.published import publish
from dashboard.wall.rounding import bound_of, enough_for_a_median, enough_for_an_interval, few, numbers

REGION = dict.fromkeys(CELL, ALL)
CELLS = {"period": pl.String} | dict.fromkeys(CELL, pl.String)


def attendance(
    attended: int, agreed: int, persons: int = 40, k: int = 5, indicator: str = "attendance_rate", design: float = 1.0
) -> dict[str, object]:
    """What is told of a region's attendance."""
    numbers_of = {"numerator": attended, "denominator": agreed, "design": design}
    rows = [{"indicator": indicator, "period": "2025Q1", **REGION, **numbers_of}]
    counts = pl.DataFrame([{"period": "2025Q1", **REGION, "persons": persons}], schema=CELLS | {"persons": pl.Int64})
    tallies = Tallies(PARTICIPANTS, counts, pl.DataFrame(rows), pl.DataFrame())
    told = numbers(tallies, counts.with_columns(shown=pl.lit(True)), k)
    return next(told.filter(pl.col("indicator") == indicator).iter_rows(named=True), {})


def wait(persons: int, days: list[int], started: list[bool], k: int = 5) -> list[dict[str, object]]:
    """What is told of a region's waits."""
    counts = pl.DataFrame([{"period": "2025Q1", **REGION, "persons": persons}], schema=CELLS | {"persons": pl.Int64})
    schema = CELLS | {"days": pl.List(pl.Int64), "started": pl.List(pl.Boolean)}
    rows = [{"period": "2025Q1", **REGION, "days": days, "started": started}] if days else []
    nothing = pl.DataFrame(
        schema={"indicator": pl.String}
        | CELLS
        | dict.fromkeys(("numerator", "denominator"), pl.Int64)
        | {"design": pl.Float64}
    )
    tallies = Tallies(REFERRED, counts, nothing, pl.DataFrame(rows, schema=schema))
    told = numbers(tallies, counts.with_columns(shown=pl.lit(True)), k)
    return told.filter(pl.col("indicator") == "waiting_median").to_dicts()


@pytest.mark.parametrize("k", [3, 5, 10])
def test_the_rules_follow_the_threshold(k: int) -> None:
    assert (few(k), enough_for_a_median(k)) == (2 * k, 2 * k + 1)


def test_share_base_and_interval_say_one_thing() -> None:
    told = attendance(77, 85)
    interval = wilson(0.91 * 90, 90)
    assert interval is not None
    assert (told["value"], told["base"], told["bound"]) == (0.91, 90.0, "")
    assert (told["low"], told["high"]) == (round(interval.lower, 2), round(interval.upper, 2))
    # Other appointments behind the same two numbers say the same.
    assert {name: told[name] for name in ("low", "high", "finer")} == {
        name: attendance(78, 86)[name] for name in ("low", "high", "finer")
    }


def test_a_shown_count_is_told_as_it_is() -> None:
    told = attendance(77, 85, persons=41, indicator="participants")
    assert (told["value"], told["low"], told["high"], told["base"], told["bound"]) == (41.0, None, None, None, "")


@pytest.mark.parametrize(("missed", "bound"), [(0, "at_least"), (4, "at_least"), (5, "")])
def test_fewer_absences_than_the_threshold_are_a_bound_zero_included(missed: int, bound: str) -> None:
    told = attendance(77 - missed, 77)
    assert told["bound"] == bound
    if bound:
        assert (told["value"], told["low"], told["high"]) == (0.93, None, None)


def test_fewer_attended_than_the_threshold_are_a_bound_from_above() -> None:
    told = attendance(4, 77)
    assert (told["bound"], told["value"]) == ("at_most", 0.07)


@pytest.mark.parametrize("k", [3, 4, 5, 10])
def test_a_bound_holds_for_every_number_it_stands_for(k: int) -> None:
    """Everybody who is counted came at least once, so the persons of a shown cell came k times or more."""
    for n in range(k, 300):
        base = max(10.0, float((n + 5) // 10 * 10))
        for fewer in range(min(k - 1, n - k) + 1):
            assert 1 - fewer / n >= bound_of(base, k, at_least=True) - 1e-9
            assert fewer / n <= bound_of(base, k, at_least=False) + 1e-9


@pytest.mark.parametrize(("persons", "value", "bound"), [(10, 0.95, "at_least"), (11, 0.97, "")])
def test_of_ten_persons_or_fewer_nearly_all_is_said_no_nearer(persons: int, value: float, bound: str) -> None:
    told = attendance(291, 300, persons)
    assert (told["value"], told["bound"]) == (value, bound)
    assert (told["finer"] is None) == bool(bound)


@pytest.mark.parametrize(("persons", "value", "bound"), [(10, 0.05, "at_most"), (11, 0.03, "")])
def test_of_ten_persons_or_fewer_hardly_any_is_said_no_nearer(persons: int, value: float, bound: str) -> None:
    told = attendance(9, 300, persons)
    assert (told["value"], told["bound"]) == (value, bound)


@pytest.mark.parametrize(("attended", "value", "bound"), [(190, 0.95, "at_least"), (188, 0.94, "")])
def test_the_clamp_begins_at_ninety_five_per_cent(attended: int, value: float, bound: str) -> None:
    told = attendance(attended, 200, persons=10)
    assert (told["value"], told["bound"]) == (value, bound)


@pytest.mark.parametrize("k", [3, 10])
def test_every_rule_of_few_moves_with_the_threshold(k: int) -> None:
    assert attendance(100 - k, 100, k=k)["bound"] == ""
    assert attendance(101 - k, 100, k=k)["bound"] == "at_least"
    assert attendance(291, 300, persons=2 * k, k=k)["bound"] == "at_least"
    assert attendance(300 - 10, 300, persons=2 * k + 1, k=k)["bound"] == ""
    assert wait(2 * k, [7] * 2 * k, [True] * 2 * k, k=k) == []
    assert len(wait(2 * k + 1, [7] * (2 * k + 1), [True] * (2 * k + 1), k=k)) == 1


def test_a_median_is_told_from_eleven_referred_whoever_has_started() -> None:
    assert wait(10, [7] * 10, [True] * 10) == []
    (reached,) = wait(11, [7] * 11, [True] * 11)
    assert (reached["value"], reached["bound"]) == (1.0, "")
    for started in (0, 1, 4):  # the old rule hid the median of fewer than five who had started
        (waiting,) = wait(11, [7] * 11, [True] * started + [False] * (11 - started))
        assert (waiting["value"], waiting["bound"]) == (None, "not_reached")
    (withdrawn,) = wait(11, [], [])
    assert withdrawn["bound"] == "not_reached"


def from_elsewhere(family: Family) -> pl.DataFrame:
    """What is told of fourteen people from elsewhere, and what an older ledger said of them besides."""
    cell = REGION | {"municipality": ELSEWHERE}
    counts = pl.DataFrame([{"period": "2025Q1", **cell, "persons": 14}], schema=CELLS | {"persons": pl.Int64})
    tallied = dict.fromkeys(("numerator", "denominator"), pl.Int64) | {"design": pl.Float64}
    rows = pl.DataFrame(schema={"indicator": pl.String} | CELLS | tallied)
    waits = pl.DataFrame(schema=CELLS | {"days": pl.List(pl.Int64), "started": pl.List(pl.Boolean)})
    decided = counts.with_columns(shown=pl.lit(True))
    born = numbers(Tallies(family, counts, rows, waits), decided, 5)
    said_once = pl.DataFrame(
        [{"period": "2025Q1", "indicator": "participations", **cell, "value": 0.0, "bound": ""}], schema=born.schema
    )
    return publish(pl.concat([born, said_once]), decided.with_columns(family=pl.lit(family.key)), 5).frame


@pytest.mark.parametrize(("family", "persons"), [(PARTICIPANTS, "participants"), (REFERRED, "referred")])
def test_of_people_from_elsewhere_only_how_many_they_are_is_told(family: Family, persons: str) -> None:
    """Their rows are in no number: nought participations, or a median that is not reached, would be said of nobody."""
    assert from_elsewhere(family).select("indicator", "value", "sign").rows() == [(persons, 14.0, "")]


@pytest.mark.parametrize("k", [3, 4, 5])
def test_whether_a_share_is_told_turns_on_no_single_absence(k: int) -> None:
    """Four who came four times, and one more appointment: neither a sign nor a number may say which it was."""
    said = {
        (told["value"], told["base"], told["bound"]) for told in (attendance(k, k, k, k), attendance(k, k + 1, k, k))
    }
    assert said == {(bound_of(10, k, at_least=True), 10.0, "at_least")}


@pytest.mark.parametrize("k", [3, 4])
def test_so_few_participations_are_told_as_ten(k: int) -> None:
    assert {attendance(n, n, k, k, "participations")["value"] for n in range(k, 15)} == {10.0}


def test_of_nobody_no_share_is_told_and_heads_are_to_the_nearest_ten() -> None:
    assert attendance(0, 12, persons=0) == {}
    assert [attendance(n, n, 0, 5, "participations")["value"] for n in (0, 4, 5)] == [0.0, 0.0, 10.0]


# --- referrals, and those who still wait -------------------------------------------------------------------


def waited(
    persons: dict[str, int], cases: tuple[int, int], so_far: list[int], k: int = 5
) -> dict[str, dict[str, object]]:
    """What is told of a region's referrals. `persons`: of each outcome that is shown, and of all."""
    counts = pl.DataFrame(
        [{"period": "2025Q1", **REGION, "outcome": outcome, "persons": n} for outcome, n in persons.items()],
        schema=CELLS | {"persons": pl.Int64},
    )
    row = {"indicator": "started_in_time_rate", "period": "2025Q1", **REGION, "numerator": cases[0]}
    schema = CELLS | {"days": pl.List(pl.Int64), "started": pl.List(pl.Boolean)}
    waits = [{"period": "2025Q1", **REGION, "days": [3, *so_far], "started": [True, *(False for _ in so_far)]}]
    tallies = Tallies(
        WAITED, counts, pl.DataFrame([{**row, "denominator": cases[1]}]), pl.DataFrame(waits, schema=schema)
    )
    told = numbers(tallies, counts.with_columns(shown=pl.lit(True)), k)
    return {number["indicator"]: number for number in told.iter_rows(named=True)}


def test_a_share_of_referrals_counts_referrals_and_never_says_how_many_they_are() -> None:
    """Beside 54 persons, 54 or 57 referrals would say how many were referred twice."""
    told = waited({ALL: 54, "in_time": 30}, (37, 63), [])["started_in_time_rate"]
    interval = wilson(0.59 * 50, 50)
    assert interval is not None
    assert (told["value"], told["finer"], told["base"], told["bound"]) == (0.59, 0.59, 50.0, "")
    assert (told["low"], told["high"]) == (round(interval.lower, 2), round(interval.upper, 2))
    assert waited({ALL: 54, "in_time": 30}, (370, 630), [])["started_in_time_rate"] == told


@pytest.mark.parametrize("persons", [{ALL: 50}, {"in_time": 30}, {ALL: 50, "in_time": 0}])
def test_persons_decide_whether_a_share_of_referrals_is_told(persons: dict[str, int]) -> None:
    assert "started_in_time_rate" not in waited(persons, (37, 63), [])


def test_of_those_who_wait_how_long_is_told_where_enough_of_them_are() -> None:
    few_wait = waited({ALL: 50, "waiting": 10}, (37, 63), [70] * 10)
    assert (few_wait["still_waiting"]["value"], "waited_so_far" in few_wait) == (10.0, False)
    told = waited({ALL: 50, "waiting": 11}, (37, 63), [*[35] * 6, *[70] * 5])
    assert [told[key]["value"] for key in ("still_waiting", "waited_so_far", "longest_so_far")] == [11.0, 5.0, 10.0]
    assert "still_waiting" not in waited({ALL: 50}, (37, 63), [70] * 11)


def test_a_median_has_its_interval_where_that_leaves_as_many_values_open() -> None:
    days = [7 * (1 + at % 9) for at in range(60)]
    (told,) = wait(enough_for_an_interval(5), days, [True] * 60)
    assert (told["value"], told["low"], told["high"]) == (5.0, 4.0, 6.0)
    (fewer,) = wait(enough_for_an_interval(5) - 1, days, [True] * 60)
    assert (fewer["value"], fewer["low"], fewer["high"]) == (5.0, None, None)


@pytest.mark.parametrize("k", [3, 5, 10])
def test_an_interval_that_is_told_leaves_more_than_k_values_of_those_who_have_started(k: int) -> None:
    """So many started that the median is reached, and its upper limit not: of as many as there are when it is told."""
    n = enough_for_an_interval(k)

    def ends(started: int) -> tuple[bool, bool]:
        waits = [(float(7 + at), True) for at in range(started)] + [(400.0, False)] * (n - started)
        median = survival.quantile(survival.kaplan_meier(waits), 0.5)
        return median.value is not None, median.upper is not None

    found = [ends(started) for started in range(n + 1)]
    assert all(found.count(each) >= k + 1 for each in set(found))
    assert len(set(found)) == 3


@pytest.mark.parametrize(("effect", "design"), [(0.7, 1.0), (1.0, 1.0), (1.83, 1.8), (7.2, 4.0)])
def test_an_interval_reckons_with_persons_who_come_many_times(effect: float, design: float) -> None:
    told = attendance(77, 85, design=effect)
    interval = wilson_adjusted(0.91 * 90, 90, design)
    assert interval is not None
    assert (told["design"], told["low"], told["high"]) == (design, round(interval.lower, 2), round(interval.upper, 2))
    assert attendance(77, 77, design=effect)["design"] is None  # a bound has no interval
