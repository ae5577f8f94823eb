"""What a reader can add up: which people a number is of, and what it says of how many they are."""

import math
from collections.abc import Mapping

import pytest

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.indicators import BY_KEY
from dashboard.wall.attack.shares import _appointments, _says_nothing_more, _wilson
from dashboard.wall.attack.sums import REGION, Named, Sums
from dashboard.wall.attack.worlds import MOST, Worlds


def named(family: str = "participants", period: str = "2025Q1", **members: str) -> Named:
    return family, period, tuple(members.get(name, ALL) for name in CELL)


def sums(*leaves: Named) -> Sums:
    at: dict[tuple[str, str], list[int]] = {}
    for number, (family, period, _) in enumerate(leaves):
        at.setdefault((family, period), []).append(number)
    return Sums(list(leaves), at)


def places() -> Sums:
    """Two places by two levels (0 to 3), and people from elsewhere (4); the total of another period (5)."""
    cells = [named(municipality=place, level=level) for place in ("north", "south") for level in ("group", "open")]
    return sums(*cells, named(municipality=ELSEWHERE), named(period="2025"))


def test_a_cell_is_the_sum_of_its_leaves_and_people_from_elsewhere_are_in_none_but_their_own() -> None:
    reading = places()
    assert reading.inside(named()) == (0, 1, 2, 3)
    assert reading.inside(named(municipality="north")) == (0, 1)
    assert reading.inside(named(level="open")) == (1, 3)
    assert reading.inside(named(municipality="south", level="open")) == (3,)
    assert reading.inside(named(municipality=ELSEWHERE)) == (4,)
    assert reading.inside(named(period="2025")) == (5,)
    assert reading.inside(named(municipality="east")) == reading.inside(named("referred")) == ()


def test_counts_less_others_leave_what_is_in_the_one_and_not_in_the_other() -> None:
    reading = places()
    north, group = named(municipality="north"), named(level="group")
    assert reading.row([named()], [north]) == {2: 1, 3: 1}
    assert reading.row([north, group], []) == {0: 2, 1: 1, 2: 1}
    assert reading.row([north], [group]) == {1: 1, 2: -1}
    reading.between(north, 2, 7)
    reading.add([named()], [north], 0, 3)
    assert reading.rows == [{0: 1, 1: 1}, {2: 1, 3: 1}]
    assert reading.bounds == [(2, 7), (0, 3)]


def test_a_whole_is_as_many_as_its_part_or_more_and_what_is_left_is_a_count_once() -> None:
    reading = places()
    year, quarter = named(period="2025"), named()
    reading.order([year], [quarter])
    reading.order([year], [quarter])
    reading.order([quarter], [named(municipality="north"), named(municipality="south")], exactly=True)
    assert reading.bounds == [(0, math.inf), (0, math.inf), (0, 0)]
    assert reading.rows[0] == {5: 1, 0: -1, 1: -1, 2: -1, 3: -1}
    assert list(reading.differences()) == [((year,), (quarter,))]


def outcomes() -> Sums:
    return sums(*(named("waited", outcome=each) for each in ("in_time", "later", "waiting", "withdrawn")))


@pytest.mark.parametrize(("base", "bounds"), [(50.0, (45, 54)), (20.0, (15, 24)), (10.0, (0, 14))])
def test_a_share_of_cases_says_to_the_nearest_ten_how_many_persons_it_is_of(
    base: float, bounds: tuple[float, float]
) -> None:
    reading = outcomes()
    reading.share(named("waited"), BY_KEY["started_in_time_rate"], 0.6, base)
    assert reading.bounds == [bounds]
    assert reading.rows == [{0: 1, 1: 1, 2: 1, 3: 1}]


def test_a_share_from_before_says_exactly_how_many_and_of_whom_within_its_rounding() -> None:
    reading = outcomes()
    reading.share(named("waited"), BY_KEY["started_in_time_rate"], 0.6, 143.0)
    fits = [x for x in range(144) if abs(x / 143 - 0.6) <= 0.005]
    assert reading.bounds == [(143.0, 143.0), (min(fits), max(fits))]
    assert reading.rows == [{0: 1, 1: 1, 2: 1, 3: 1}, {0: 1}]


def test_persons_of_one_outcome_are_a_count_that_is_shown() -> None:
    reading = outcomes()
    waiting = named("waited", outcome="waiting")
    reading.hidden.add(waiting)
    reading.outcome(named("waited"), BY_KEY["still_waiting"], 11.0)
    assert (reading.shown, reading.hidden) == ({waiting: 11}, set())
    assert (reading.rows, reading.bounds) == ([{2: 1}], [(11.0, 11.0)])


def test_a_share_of_good_answers_holds_for_every_count_that_is_rounded_to_it() -> None:
    answers = ("yes", "partly", "no")
    reading = sums(*(named("surveyed", question="q", response=each) for each in answers))
    reading.good_answers(named("surveyed", question="q"), ("yes", "partly"), 0.67)

    def holds(counts: tuple[int, int, int]) -> bool:
        values = [sum(sign * counts[at] for at, sign in row.items()) for row in reading.rows]
        return all(low <= value <= high for value, (low, high) in zip(values, reading.bounds, strict=True))

    for good in range(41):
        for bad in range(41 - good):
            n = good + bad
            expected = not n or abs(good / n - 0.67) <= 0.005 + 1e-12
            assert holds((good, 0, bad)) == holds((good // 2, good - good // 2, bad)) == expected


# --- worlds ----------------------------------------------------------------------------------------------------------


def narrowed(bounds: Mapping[int, tuple[float, float]], total: float, k: int = 5) -> list[tuple[int, int, int]]:
    """Three places that are so many together, each within bounds: what is proven of each."""
    reading = sums(*(named(municipality=place) for place in ("a", "b", "c")))
    reading.between(named(), total, total)
    for at, (low, high) in bounds.items():
        reading.between(reading.leaves[at], low, high)
    worlds = Worlds(reading)
    assert worlds.possible()
    return list(worlds.narrow([reading.row([leaf], []) for leaf in reading.leaves], k))


def test_a_count_is_proven_small_where_no_world_has_as_many_as_the_threshold() -> None:
    assert narrowed({0: (40, 40)}, 44) == [(0, 40, 40), (1, 0, 4), (2, 0, 4)]
    assert narrowed({0: (40, 40)}, 45) == [(0, 40, 40)]


def test_a_count_of_which_too_few_values_are_left_is_proven_too() -> None:
    assert narrowed({0: (10, 14)}, 60) == [(0, 10, 14)]
    assert narrowed({0: (10, 15)}, 60) == []


def test_what_contradicts_itself_is_no_world_and_nobody_at_all_is_one() -> None:
    reading = sums(named(municipality="a"))
    reading.between(named(), 3, 3)
    assert Worlds(reading).possible()
    reading.between(reading.leaves[0], 4, 9)
    assert not Worlds(reading).possible()
    assert Worlds(sums()).possible() and list(Worlds(sums()).narrow([], 5)) == []


def test_only_whole_people_are_believed_in() -> None:
    """Twice one and the other are five: the first may be two at the most, where fractions would say two and a half."""
    reading = sums(named(municipality="a"), named(municipality="b"))
    reading.rows.append({0: 2, 1: 1})
    reading.bounds.append((5, 5))
    assert list(Worlds(reading).narrow([{0: 1}], 5)) == [(0, 0, 2)]
    reading.rows.append({0: 2})
    reading.bounds.append((3, 3))
    assert not Worlds(reading).possible()


def test_nobody_believes_in_more_people_in_one_place_than_there_may_be() -> None:
    reading = sums(named(municipality="a"), named(municipality="b"))
    reading.order([reading.leaves[0]], [reading.leaves[1]])
    reading.between(reading.leaves[1], MOST - 2, math.inf)
    assert list(Worlds(reading).narrow([{0: 1}], 5)) == [(0, MOST - 2, MOST)]


# --- appointments behind a share -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("share", "base"), [(0.9, 80.0), (0.5, 10.0), (0.98, 200.0), (0.03, 120.0), (0.0, 10.0)])
def test_every_number_of_appointments_behind_a_share_is_thought_of_and_no_other(share: float, base: float) -> None:
    rounded = range(int(base) - 5, int(base) + 5)
    expected = {(x, n) for n in rounded if n > 0 for x in range(n + 1) if abs(x / n - share) < 0.005 + 1e-9}
    assert set(_appointments(share, base)) == expected


def test_an_interval_anybody_would_work_out_says_nothing_more() -> None:
    for tenths in (10, 18, 40):
        n = 80 / (tenths / 10)
        low, high = _wilson(0.9 * n, n)
        whole = {"value": 0.9, "base": 80.0, "low": round(low, 2), "high": round(high, 2)}
        assert _says_nothing_more(whole)
        assert not _says_nothing_more({**whole, "low": whole["low"] + 0.001})
        assert not _says_nothing_more({**whole, "high": whole["high"] + 0.02})
    low, high = _wilson(0.9 * 10, 10)  # as though each came eight times over
    assert not _says_nothing_more({"value": 0.9, "base": 80.0, "low": round(low, 2), "high": round(high, 2)})


def test_the_intervals_are_wilsons_own() -> None:
    """As statsmodels gives them for 45 of 50 at ninety-five per cent."""
    low, high = _wilson(45, 50)
    assert (round(low, 4), round(high, 4)) == (0.7864, 0.9565)
    assert len(REGION) == len(CELL) and set(REGION) == {ALL}
