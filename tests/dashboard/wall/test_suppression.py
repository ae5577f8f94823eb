"""What a participant can rely on: no small number about them can be worked out. And how much is still shown."""

import random
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from small_regions import Cell, Person, Worlds, count, fates, frame, given_away, numbers, people, with_numbers

from dashboard.counting.cells import ALL
from dashboard.wall.costs import importance
from dashboard.wall.lattice import InconsistentError, Kind, Shape
from dashboard.wall.suppression import DisagreementError, Question, UnprotectableError, protect

pytestmark = pytest.mark.slow

PLACES = ("north", "south", "east")
QUARTER = Shape("2025", ("2025Q1",), PLACES, second=("group", "open"))
YEAR = Shape("2025", ("2025Q1", "2025Q2"), ("north", "south"))
FIVE = Shape(
    year="2025",
    periods=("2025Q1", "2025Q2", "2025Q3", "2025Q4"),
    first=("a", "b", "c", "d", "e", "other", "unknown"),
    second=("individual", "group", "open"),
    third=("fact", "culture", "school"),
    not_offered=frozenset({("open", "fact"), ("open", "school")}),
)
LEVELS = replace(FIVE, third=(), not_offered=frozenset())
CLOSINGS = (["2025Q1"], ["2025Q2"], ["2025Q3"], ["2025Q4", "2025"])


def publish(shape: Shape, counts: pl.DataFrame, *closings: list[str], k: int = 5) -> pl.DataFrame:
    """What is published after closing one group of periods after the other."""
    published = None
    for closing in closings:
        decided = protect(Question(counts, shape, k), closing, published)
        new = with_numbers(decided, counts)
        published = new if published is None else pl.concat([published, new])
    assert published is not None
    return published


def places(period: str, **persons: int) -> dict[Cell, int]:
    """Counts of municipalities with their total."""
    cells = {(period, place, ALL, ALL): n for place, n in persons.items()}
    return {**cells, (period, ALL, ALL, ALL): sum(persons.values())}


def region(seed: int, size: int = 120) -> list[Person]:
    """A region somewhat like a real one: a large municipality, small ones, people who come and go."""
    chance = random.Random(seed)
    offered = {
        "individual": ("fact", "culture", "school"),
        "group": ("fact", "culture", "school"),
        "open": ("culture",),
    }
    everybody = []
    for _ in range(size):
        place = chance.choices(FIVE.first, (40, 19, 17, 8, 9, 5, 2))[0]
        level = chance.choices(FIVE.second, (45, 40, 15))[0]
        visit = (level, chance.choice(offered[level]))
        first, length = chance.randrange(4), chance.randrange(1, 4)
        everybody.append(Person(place, tuple(visit if first <= q < first + length else None for q in range(4))))
    return everybody


@settings(max_examples=30, deadline=None)
@given(people(QUARTER, most=9))
def test_every_hidden_small_count_of_a_quarter_may_be_nobody_and_may_be_enough(crowd: list[Person]) -> None:
    counts = count(QUARTER, crowd)
    published = publish(QUARTER, counts, ["2025Q1"], k=3)
    worlds, true = Worlds(QUARTER, published, most=9), numbers(counts)
    for cell, shown in fates(published).items():
        assert not shown or true.get(cell, 0) >= 3
        if not shown and true.get(cell, 0) < 3:
            low, high = worlds.range(cell)
            assert low == 0
            assert high >= 3


@settings(max_examples=30, deadline=None)
@given(people(YEAR, most=9))
def test_neither_a_year_nor_what_is_left_after_a_quarter_gives_anybody_away(crowd: list[Person]) -> None:
    counts = count(YEAR, crowd)
    published = publish(YEAR, counts, ["2025Q1"], ["2025Q2", "2025"], k=3)
    worlds, true = Worlds(YEAR, published, most=9), numbers(counts)
    for cell, shown in fates(published).items():
        if not shown and true.get(cell, 0) < 3:
            low, high = worlds.range(cell)
            assert low == 0
            assert high >= 3
    for period in YEAR.periods:
        for place in ("north", "south", ALL):
            year, part = ("2025", place, ALL, ALL), (period, place, ALL, ALL)
            if 0 < true.get(year, 0) - true.get(part, 0) < 3:
                low, high = worlds.range(year, part)
                assert high - low >= 3


def test_one_small_municipality_is_never_hidden_alone() -> None:
    shape = Shape("2025", ("2025Q1",), PLACES)
    published = fates(publish(shape, frame(places("2025Q1", north=40, south=12, east=3)), ["2025Q1"]))
    assert published["2025Q1", ALL, ALL, ALL]
    assert not published["2025Q1", "east", ALL, ALL]
    assert published["2025Q1", "north", ALL, ALL] != published["2025Q1", "south", ALL, ALL]


def test_two_small_ones_that_are_few_together_need_a_third() -> None:
    counts = frame(places("2025Q1", north=40, south=2, east=1))
    published = fates(publish(Shape("2025", ("2025Q1",), PLACES), counts, ["2025Q1"]))
    assert not published["2025Q1", "north", ALL, ALL]
    assert published["2025Q1", ALL, ALL, ALL]


def test_where_nobody_came_is_hidden_too() -> None:
    counts = frame(places("2025Q1", north=40, south=12, east=0))
    published = fates(publish(Shape("2025", ("2025Q1",), PLACES), counts, ["2025Q1"]))
    assert not published["2025Q1", "east", ALL, ALL]
    assert sum(published.values()) == 2


def test_other_municipalities_are_hidden_before_the_regions_own() -> None:
    shape = Shape("2025", ("2025Q1",), ("north", "south", "other", "unknown"))
    counts = frame(places("2025Q1", north=40, south=12, other=9, unknown=1))
    published = fates(publish(shape, counts, ["2025Q1"]))
    assert [place for (_, place, _, _), shown in published.items() if not shown] == ["other", "unknown"]


def test_under_a_small_count_everything_is_hidden() -> None:
    counts = count(FIVE, region(1, size=60))
    published, true = fates(publish(FIVE, counts, ["2025Q1"])), numbers(counts)
    for (period, place, level, service), shown in published.items():
        parents = [(period, ALL, level, service), (period, place, ALL, service), (period, place, level, ALL)]
        nobody = "unknown" in (place, level, service) and not true.get((period, place, level, service), 0)
        if not nobody and any(true.get(parent, 0) < 5 for parent in parents):
            assert not shown


def test_a_year_is_closed_without_touching_its_quarters() -> None:
    counts = count(LEVELS, region(2))
    earlier = publish(LEVELS, counts, *CLOSINGS[:3])
    closed = protect(Question(counts, LEVELS, 5), CLOSINGS[3], earlier)
    assert set(closed["period"]) == {"2025Q4", "2025"}  # nothing is decided once more
    later = pl.concat([earlier, with_numbers(closed, counts)])
    assert given_away(later, counts, LEVELS, 5) == set()
    # Chosen for themselves, beside what is shown already, the last ones would give somebody away.
    alone = with_numbers(protect(Question(counts, LEVELS, 5), CLOSINGS[3], None), counts)
    assert given_away(pl.concat([earlier, alone]), counts, LEVELS, 5) != set()


def test_a_history_can_be_closed_all_at_once() -> None:
    counts = count(LEVELS, region(2))
    published = publish(LEVELS, counts, [*LEVELS.periods, "2025"])
    assert given_away(published, counts, LEVELS, 5) == set()


def test_who_guesses_that_people_stay_where_they_are_learns_no_more() -> None:
    guessed = replace(LEVELS, second=(), third=FIVE.third, staying=True)
    counts = count(guessed, region(13))
    published = publish(guessed, counts, *CLOSINGS)
    assert given_away(published, counts, guessed, 5, staying=True) == set()
    unwary = publish(replace(guessed, staying=False), counts, *CLOSINGS)
    assert given_away(unwary, counts, guessed, 5, staying=True) != set()


def test_the_region_and_its_levels_stay_in_sight() -> None:
    published = fates(publish(FIVE, count(FIVE, region(3, size=180)), ["2025Q1"], ["2025Q2"]))
    for period in FIVE.periods[:2]:
        assert published[period, ALL, ALL, ALL]
        assert all(published[period, ALL, level, ALL] for level in FIVE.second)
        assert sum(published[period, place, ALL, ALL] for place in "abcde") >= 4


def test_a_total_that_another_family_tells_is_never_hidden_for_the_sake_of_others() -> None:
    counts = frame(
        places("2025Q1", north=20, south=20) | places("2025Q2", north=20, south=20) | places("2025", north=20, south=22)
    )
    both = (["2025Q1", "2025Q2", "2025"],)
    # Two came later in the year: one of the totals has to go, and where another family tells them none may.
    assert not all(fates(publish(YEAR, counts, *both))[period, ALL, ALL, ALL] for period in (*YEAR.periods, "2025"))
    with pytest.raises(UnprotectableError):
        publish(replace(YEAR, total_told=True), counts, *both)
    told = fates(publish(replace(YEAR, total_told=True), counts, ["2025Q1"]))
    assert told["2025Q1", ALL, ALL, ALL]


def test_the_same_counts_give_the_same_choice_in_whatever_order_they_come() -> None:
    counts = count(FIVE, region(4))
    first = publish(FIVE, counts, ["2025Q1"])
    assert publish(FIVE, counts.sample(fraction=1.0, shuffle=True, seed=7), ["2025Q1"]).equals(first)


def test_a_cell_and_its_only_part_are_shown_or_hidden_alike() -> None:
    published = fates(publish(FIVE, count(FIVE, region(5)), ["2025Q1"]))
    for place in (*FIVE.first, ALL):
        assert published["2025Q1", place, "open", ALL] == published["2025Q1", place, "open", "culture"]


def test_what_is_not_offered_has_no_cell() -> None:
    published = fates(publish(FIVE, count(FIVE, region(5)), ["2025Q1"]))
    assert not [cell for cell in published if cell[2:] in FIVE.not_offered]
    assert len(published) == 8 * (4 * 4 - 2)


def test_a_year_so_near_its_quarter_that_few_are_left_is_not_shown_beside_it() -> None:
    counts = frame(
        places("2025Q1", north=30, south=20) | places("2025Q2", north=12, south=18) | places("2025", north=32, south=38)
    )
    published = fates(publish(YEAR, counts, ["2025Q1"], ["2025Q2", "2025"]))
    assert published["2025Q1", "north", ALL, ALL]
    assert not published["2025", "north", ALL, ALL]


def test_a_month_so_near_its_quarter_that_few_are_left_gives_way() -> None:
    shape = Shape("2025", ("2025Q1",), ("north", "south"), months=("2025-01", "2025-02", "2025-03"))
    months = {(month, ALL, ALL, ALL): n for month, n in zip(shape.months, (28, 25, 6), strict=True)}
    counts = frame(places("2025Q1", north=18, south=12) | months)
    published = fates(publish(shape, counts, ["2025Q1", *shape.months]))
    assert published["2025Q1", ALL, ALL, ALL]
    assert not published["2025-01", ALL, ALL, ALL]
    assert published["2025-03", ALL, ALL, ALL]


def test_months_can_be_published_before_their_quarter() -> None:
    shape = Shape("2025", ("2025Q1",), ("north", "south"), months=("2025-01", "2025-02", "2025-03"))
    months = {(month, ALL, ALL, ALL): n for month, n in zip(shape.months, (28, 25, 3), strict=True)}
    counts = frame(places("2025Q1", north=18, south=12) | months)
    published = fates(publish(shape, counts, *([month] for month in shape.months), ["2025Q1"]))
    assert published["2025-01", ALL, ALL, ALL]
    assert not published["2025-03", ALL, ALL, ALL]
    assert not published["2025Q1", ALL, ALL, ALL]  # 30 would tell that two did not come in January


def test_heads_that_add_up_over_the_year_need_cover_in_another_period() -> None:
    shape = Shape("2025", ("2025T1", "2025T2", "2025T3"), ("north", "south", "east"), kind=Kind.ADDITIVE)
    thirds = [
        places("2025T1", north=20, south=9, east=11),
        places("2025T2", north=30, south=2, east=14),
        places("2025T3", north=9, south=8, east=10),
    ]
    counts = frame(thirds[0] | thirds[1] | thirds[2] | places("2025", north=59, south=19, east=35))
    published = fates(publish(shape, counts, ["2025T1"], ["2025T2"], ["2025T3", "2025"]))
    hidden = [cell[:2] for cell, shown in published.items() if not shown and cell[1] == "south"]
    assert ("2025T2", "south") in hidden
    assert len(hidden) > 1  # or the year less the other two would tell


def test_nobody_under_unknown_is_told_and_costs_nothing_and_few_there_are_protected() -> None:
    shape = Shape("2025", ("2025Q1",), (), second=("group", "open", "unknown"))

    def levels(group: int, open_: int, unknown: int) -> dict[str, bool]:
        cells = {
            ("2025Q1", ALL, "group", ALL): group,
            ("2025Q1", ALL, "open", ALL): open_,
            ("2025Q1", ALL, "unknown", ALL): unknown,
        }
        total = {("2025Q1", ALL, ALL, ALL): group + open_ + unknown}
        return {cell[2]: shown for cell, shown in fates(publish(shape, frame(cells | total), ["2025Q1"])).items()}

    assert levels(20, 10, 0) == {ALL: True, "group": True, "open": True, "unknown": True}
    assert levels(20, 10, 6) == {ALL: True, "group": True, "open": True, "unknown": True}
    few = levels(20, 10, 2)
    assert not few["unknown"]
    assert sorted(few.values()) == [False, False, True, True]


def test_people_from_elsewhere_stand_apart_and_cost_nothing() -> None:
    shape = Shape("2025", ("2025Q1",), PLACES, apart="elsewhere")
    for elsewhere in (0, 1, 6):
        counts = places("2025Q1", north=9, south=9, east=9) | {("2025Q1", "elsewhere", ALL, ALL): elsewhere}
        published = fates(publish(shape, frame(counts), ["2025Q1"]))
        assert published.pop(("2025Q1", "elsewhere", ALL, ALL)) == (elsewhere >= 5)
        assert all(published.values())


def test_few_from_elsewhere_who_came_in_the_year_but_not_in_its_quarter_are_not_told() -> None:
    shape = Shape("2025", ("2025Q1", "2025Q2"), ("north", "south"), apart="elsewhere")
    counts = places("2025Q1", north=20, south=20) | places("2025Q2", north=20, south=20)
    counts |= places("2025", north=30, south=30)
    counts |= {(period, "elsewhere", ALL, ALL): n for period, n in (("2025Q1", 6), ("2025Q2", 0), ("2025", 7))}
    published = fates(publish(shape, frame(counts), ["2025Q1"], ["2025Q2", "2025"]))
    assert published["2025Q1", "elsewhere", ALL, ALL]
    assert not published["2025", "elsewhere", ALL, ALL]


def test_what_was_hidden_last_time_is_hidden_sooner_again() -> None:
    cell = ("2025Q2", "north", ALL, ALL)
    assert importance(cell, YEAR, hidden_before=True) == importance(cell, YEAR) / 2
    shape = Shape("2025", ("2025Q1", "2025Q2"), PLACES)
    counts = frame(places("2025Q1", north=20, south=19, east=3) | places("2025Q2", north=19, south=20, east=3))
    published = fates(publish(shape, counts, ["2025Q1"], ["2025Q2"]))
    assert [published["2025Q1", place, ALL, ALL] for place in PLACES] == [
        published["2025Q2", place, ALL, ALL] for place in PLACES
    ]


def test_other_years_may_be_among_what_is_published() -> None:
    counts = frame(places("2025Q1", north=20, south=19, east=3) | places("2025", north=20, south=19, east=3))
    shape = Shape("2025", ("2025Q1",), PLACES)
    hidden = {"north": 20, "south": None, "east": None, ALL: 40}
    before = pl.DataFrame(
        [("2024Q4", place, ALL, ALL, n is not None, n) for place, n in hidden.items()],
        schema=["period", "first", "second", "third", "shown", "persons"],
        orient="row",
    )
    decided = fates(protect(Question(counts, shape, 5), ["2025Q1", "2025"], before))
    assert decided["2025Q1", "north", ALL, ALL]
    assert not decided["2025Q1", "south", ALL, ALL]


def test_without_work_nothing_is_chosen_and_the_periods_are_named() -> None:
    with pytest.raises(UnprotectableError, match="2025Q4, 2025") as caught:
        protect(Question(count(FIVE, region(6)), FIVE, 5, steps=0), ["2025Q4", "2025"], None)
    assert caught.value.period == "2025Q4"


def test_a_correction_of_a_published_number_is_refused_by_name() -> None:
    counts = count(FIVE, region(7))
    published = publish(FIVE, counts, ["2025Q1"], ["2025Q2"], ["2025Q3"])
    late = [*region(7), Person("a", (("group", "fact"), None, None, None))]
    with pytest.raises(DisagreementError, match="2025Q1") as caught:
        protect(Question(count(FIVE, late), FIVE, 5), ["2025Q4", "2025"], published)
    assert caught.value.period == "2025Q1"
    assert isinstance(caught.value, InconsistentError)


def test_a_quarter_can_be_closed_although_another_was_corrected() -> None:
    published = publish(FIVE, count(FIVE, region(7)), ["2025Q1"])
    late = count(FIVE, [*region(7), Person("a", (("group", "fact"), None, None, None))])
    assert protect(Question(late, FIVE, 5), ["2025Q2"], published).height


@pytest.mark.parametrize("closing", [[], ["2024Q1"], ["2025Q1"]])
def test_only_periods_of_the_year_that_are_still_open_can_be_closed(closing: list[str]) -> None:
    counts = count(FIVE, region(8))
    published = publish(FIVE, counts, ["2025Q1"])
    with pytest.raises(ValueError, match="cannot close"):
        protect(Question(counts, FIVE, 5), closing, published)
