"""What is left of publications under a raised threshold, or of older rules: never a total that tells of one place."""

import random

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.wall.outdated import is_outdated, numbers_left, publications, still_shown
from data_sources.declared.wall_rules import RULES


def decided(
    *editions: dict[str, int | None],
    period: str = "2025Q1",
    threshold: int = 5,
    rules: int = RULES,
    family: str = "participants",
) -> pl.DataFrame:
    """Counts of places in editions of one period, None where hidden."""
    rows = [
        {
            "family": family,
            "period": period,
            "threshold": threshold,
            "rules": rules,
            "publication": number,
            **dict.fromkeys(CELL, ALL),
            "municipality": place,
            "shown": n is not None,
            "persons": n,
        }
        for number, edition in enumerate(editions, start=1)
        for place, n in edition.items()
    ]
    return pl.DataFrame(rows, schema_overrides={"persons": pl.Int64})


def left(cells: pl.DataFrame, k: int = 10) -> list[dict[str, int]]:
    """What is still shown of each edition."""
    frame = still_shown(cells, k)
    return [
        dict(frame.filter("shown", pl.col("publication") == number).select("municipality", "persons").iter_rows())
        for number in sorted(cells["publication"].unique())
    ]


def test_one_place_under_the_threshold_takes_the_smallest_other_with_it() -> None:
    assert left(decided({"a": 40, "b": 12, "c": 7, ALL: 59})) == [{"a": 40, ALL: 59}]


def test_two_that_are_few_together_take_a_third_and_nothing_is_hidden_without_need() -> None:
    assert left(decided({"a": 40, "b": 12, "c": 3, "d": 4, ALL: 59})) == [{"a": 40, ALL: 59}]
    assert left(decided({"a": 40, "b": 12, "c": 8, "d": 9, ALL: 69})) == [{"a": 40, "b": 12, ALL: 69}]
    assert left(decided({"a": 40, "b": 12, ALL: 52})) == [{"a": 40, "b": 12, ALL: 52}]


def test_editions_hide_the_same_places() -> None:
    """Else the first would hide b for c's sake and the second a, and both together tell c."""
    cells = decided({"a": 40, "b": 20, "c": 7, ALL: 67}, {"a": 19, "b": 40, "c": 8, ALL: 67})
    assert left(cells) == [{"a": 40, ALL: 67}, {"a": 19, ALL: 67}]


def test_an_edition_that_adds_a_small_place_is_not_subtracted_from() -> None:
    first, second = left(decided({"a": 40, "b": 12, ALL: 52}, {"a": 40, "b": 12, "c": 7, ALL: 59}))
    assert ALL not in first or ALL not in second


@pytest.mark.parametrize("period", ["2025", "2025-03"])
def test_a_year_and_a_month_wait_for_their_new_edition(period: str) -> None:
    assert left(decided({"a": 40, "b": 30, ALL: 70}, period=period)) == [{}]


def test_what_was_published_under_the_same_threshold_stays_to_the_letter() -> None:
    cells = decided({"a": 40, "b": 12, "c": None, ALL: None}, threshold=10)
    assert still_shown(cells, 10).drop("outdated").equals(cells)


def test_no_total_tells_of_a_hidden_place_whatever_the_counts_are() -> None:
    dice = random.Random(11)
    for _ in range(150):
        places = {f"m{at}": dice.choice((0, 3, 5, 6, 7, 9, 10, 12, 30)) for at in range(dice.randint(1, 6))}
        cells = decided({place: n if n >= 5 else None for place, n in places.items()} | {ALL: sum(places.values())})
        [told] = left(cells)
        hidden = [n for place, n in places.items() if place not in told]
        assert all(n >= 10 for n in told.values())
        if ALL in told and hidden:
            assert len(hidden) >= 2
            assert sum(hidden) >= 10 + len(hidden)


# --- which publications, and what of their cells ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("threshold", "rules", "family", "holding", "outdated"),
    [
        (5, RULES, "participants", (), False),
        (4, RULES, "participants", (), True),
        (6, RULES, "participants", (), False),
        (5, RULES - 1, "participants", (), True),
        (5, RULES - 1, "participants", (1,), False),
        (5, RULES - 1, "participants", (2,), True),
        (4, RULES - 1, "participants", (1,), True),
        (4, RULES - 1, "events", (), False),
        (4, RULES - 1, "performers", (), True),
    ],
)
def test_a_lower_threshold_or_rules_that_were_not_tried_anew_leave_the_least(
    threshold: int, rules: int, family: str, holding: tuple[int, ...], outdated: bool
) -> None:
    cells = decided({"a": 40, ALL: 40}, threshold=threshold, rules=rules, family=family)
    assert cells.select(is_outdated(5, holding)).to_series().to_list() == [outdated, outdated]
    assert still_shown(cells, 5, holding)["outdated"].to_list() == [outdated, outdated]


def broken_down(cells: pl.DataFrame) -> pl.DataFrame:
    """The same with each place once more, at one level of it."""
    return pl.concat([cells, cells.with_columns(level=pl.lit("group"))])


def test_of_a_place_only_the_whole_is_left_and_every_hidden_cell_has_no_number() -> None:
    cells = broken_down(decided({"a": 40, "b": 30, ALL: 70}))
    frame = still_shown(cells, 10)
    assert frame.filter("shown").select("municipality", "level").rows() == [("a", ALL), ("b", ALL), (ALL, ALL)]
    assert frame.filter(~pl.col("shown"))["persons"].to_list() == [None] * 3
    assert frame.select(cells.columns).filter("shown").equals(cells.filter(pl.col("level") == ALL))
    assert still_shown(broken_down(decided({"a": 40, ALL: 40}, threshold=10)), 10)["shown"].all()


def test_tertials_are_told_as_quarters_are() -> None:
    assert left(decided({"a": 40, "b": 30, ALL: 70}, period="2025T1")) == [{"a": 40, "b": 30, ALL: 70}]


def test_a_nought_that_was_shown_is_no_secret_and_exactly_the_threshold_is_told() -> None:
    assert left(decided({"a": 40, "b": 0, ALL: 40})) == [{"a": 40, "b": 0, ALL: 40}]
    assert left(decided({"a": 40, "b": 10, ALL: 50})) == [{"a": 40, "b": 10, ALL: 50}]


def test_people_from_elsewhere_stand_apart_and_are_told_where_they_are_enough() -> None:
    assert left(decided({"a": 40, ELSEWHERE: 10, ALL: 40})) == [{"a": 40, ELSEWHERE: 10, ALL: 40}]
    assert left(decided({"a": 40, ELSEWHERE: 9, ALL: 40})) == [{"a": 40, ALL: 40}]
    assert left(decided({"a": 40, ELSEWHERE: None, ALL: 40})) == [{"a": 40, ALL: 40}]


@pytest.mark.parametrize(("total", "told"), [(41, False), (49, False), (50, True), (40, True)])
def test_of_the_first_rules_a_total_with_few_from_elsewhere_in_it_is_not_told(total: int, told: bool) -> None:
    cells = decided({"a": 40, "other": None, ALL: total}, rules=RULES - 1)
    assert left(cells) == [{"a": 40, ALL: total} if told else {"a": 40}]


@pytest.mark.parametrize(("c", "told"), [(6, True), (5, False)])
def test_two_hidden_places_are_more_than_the_threshold_together_for_each_may_be_somebody(c: int, told: bool) -> None:
    """Six and six are twelve: ten and one for each of them. Then a third need not be hidden beside them."""
    [of_four] = left(decided({"a": 40, "b": 30, "c": c, "d": 6, ALL: 76 + c}))
    assert set(of_four) == ({"a", "b", ALL} if told else {"a", ALL})


def test_a_total_of_fewer_places_is_another_regions_and_only_the_newest_is_read() -> None:
    first, second = left(decided({"a": 40, "b": 30, ALL: 70}, {"a": 40, "b": 30, "c": 20, ALL: 90}))
    assert (first, second) == ({"a": 40, "b": 30}, {"a": 40, "b": 30, "c": 20, ALL: 90})
    both = left(decided({"a": 40, "b": 30, ALL: 70}, {"a": 41, "b": 30, ALL: 71}))
    assert both == [{"a": 40, "b": 30, ALL: 70}, {"a": 41, "b": 30, ALL: 71}]


def test_where_everybody_would_be_hidden_no_total_is_told() -> None:
    assert left(decided({"a": 7, ALL: 7 + 5})) == [{}]
    assert left(decided({"a": 7, "b": 8, "c": 9, ALL: 24})) == [{ALL: 24}]
    assert left(decided({"a": 4, "b": 3, ALL: 11})) == [{}]
    assert left(decided({"a": None, "b": 40, ALL: 49})) == [{ALL: 49}]


def test_numbers_of_cells_that_are_read_no_more_go_with_them_and_what_tells_of_parts_goes_always() -> None:
    cells = still_shown(decided({"a": 40, "b": 12, "c": 7, ALL: 59}), 10)
    assert publications(cells) == [1]
    names = ["publication", "indicator", *CELL]
    rows = [
        {"publication": 1, "indicator": indicator, **dict.fromkeys(CELL, ALL), "municipality": place}
        for indicator in ("participants", "attendance_rate", "started_in_time_rate", "waited_so_far", "dropout_per_100")
        for place in ("a", "b", ALL)
    ]
    numbers = pl.DataFrame(rows).select(names)
    told = numbers_left(numbers, cells).select("indicator", "municipality").rows()
    assert told == [(key, place) for key in ("participants", "attendance_rate") for place in ("a", ALL)]
    untouched = still_shown(decided({"a": 40, ALL: 40}), 5)
    assert publications(untouched) == [] and publications(decided({"a": 40})) == []
    assert numbers_left(numbers, untouched).equals(numbers)
