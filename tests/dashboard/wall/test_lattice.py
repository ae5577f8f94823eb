"""The lattice knows what every onlooker knows: how cells add up, and how periods lie inside the year."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from small_regions import Person, count, frame, numbers, people

from dashboard.counting.cells import ALL
from dashboard.wall.lattice import KEY, InconsistentError, Kind, Lattice, Shape, build

YEAR = Shape(
    year="2025",
    periods=("2025Q1", "2025Q2", "2025Q3", "2025Q4"),
    first=("north", "south", "other"),
    second=("individual", "group"),
    third=("fact", "culture", "school"),
    not_offered=frozenset({("group", "school")}),
    staying=True,
)
TWO = Shape("2025", ("2025Q1", "2025Q2"), ("north", "south"))


def lattice(shape: Shape, counts: pl.DataFrame) -> Lattice:
    return build(shape, counts, (shape.year, *shape.periods, *shape.months))


def two(north: tuple[int, int, int], south: tuple[int, int, int]) -> pl.DataFrame:
    """Counts of two municipalities in two periods and the year."""
    counts = {}
    for period, a, b in zip(("2025Q1", "2025Q2", "2025"), north, south, strict=True):
        counts |= {(period, "north", ALL, ALL): a, (period, "south", ALL, ALL): b, (period, ALL, ALL, ALL): a + b}
    return frame(counts)


@settings(max_examples=25, deadline=None)
@given(people(YEAR, most=30))
def test_whatever_people_do_their_counts_keep_every_identity(everybody: list[Person]) -> None:
    built = lattice(YEAR, count(YEAR, everybody))
    assert not (built.identities @ built.values).any()
    assert (built.values >= 0).all()
    assert (built.guesses @ built.values >= 0).all()


def test_nothing_else_follows_from_a_table_than_what_its_single_cells_allow() -> None:
    built = build(YEAR, frame({}), ["2025Q1"])
    free = len(built.keys) - np.linalg.matrix_rank(built.identities.toarray())
    assert free == 3 * 2 * 3  # the cells of one municipality, level and service


@pytest.mark.parametrize(("north", "period"), [((5, 7, 6), "2025Q2"), ((9, 0, 8), "2025Q1")])
def test_a_year_that_cannot_hold_its_periods_is_refused_by_name(north: tuple[int, int, int], period: str) -> None:
    with pytest.raises(InconsistentError, match=period) as caught:
        lattice(TWO, two(north, (20, 20, 30)))
    assert caught.value.period == period


def test_a_year_of_which_only_some_periods_are_known_holds_more_than_they_do() -> None:
    """As when FIT was begun in May: people whose course ended in March are in the year and in none of its periods."""
    some = lattice(TWO, two((5, 7, 13), (20, 20, 30)))
    every = lattice(TWO, two((5, 7, 11), (20, 20, 30)))
    assert len(some.differences) < len(every.differences)


def test_parts_that_do_not_add_up_are_refused() -> None:
    wrong = two((5, 7, 9), (5, 5, 5)).with_columns(persons=pl.col("persons") + (pl.col("first") == ALL).cast(pl.Int64))
    with pytest.raises(InconsistentError):
        lattice(TWO, wrong)


def test_somebody_counted_where_nothing_is_offered_is_refused() -> None:
    pupils = [Person("north", (("group", "school"), None, None, None))]
    with pytest.raises(InconsistentError, match="offered"):
        build(YEAR, count(YEAR, pupils), ["2025Q1"])


def test_two_counts_of_one_cell_are_refused() -> None:
    twice = pl.concat([two((5, 7, 9), (5, 5, 5))] * 2)
    with pytest.raises(InconsistentError):
        lattice(TWO, twice)


def test_a_cell_that_is_not_counted_is_zero() -> None:
    assert not lattice(TWO, frame({})).values.any()


def test_the_year_less_a_quarter_is_a_count_of_its_own() -> None:
    built = lattice(TWO, two((6, 8, 9), (5, 5, 5)))
    amounts = {
        (each.plus, each.minus): (int(value), each.floor)
        for each, value in zip(built.differences, built.values[len(built.keys) :], strict=True)
    }
    year, first, second = ((period, "north", ALL, ALL) for period in ("2025", "2025Q1", "2025Q2"))
    assert amounts[(year,), (first,)] == (3, 2)  # at least two: the second quarter has two more
    assert amounts[(year,), (second,)] == (1, 0)
    assert amounts[(first, second), (year,)] == (5, 0)


def test_heads_add_up_over_the_year_in_every_cell() -> None:
    heads = Shape("2025", ("2025T1", "2025T2"), ("north", "south"), kind=Kind.ADDITIVE)
    counts = frame({(p, m, ALL, ALL): 4 for p in heads.periods for m in ("north", "south")})
    totals = frame({(p, ALL, ALL, ALL): 8 for p in heads.periods})
    year = {("2025", "north", ALL, ALL): 8, ("2025", "south", ALL, ALL): 8, ("2025", ALL, ALL, ALL): 16}
    built = lattice(heads, pl.concat([counts, totals, frame(year)]))
    assert built.differences == ()
    with pytest.raises(InconsistentError):
        lattice(heads, pl.concat([counts, totals, frame({cell: n - 1 for cell, n in year.items()})]))


def test_who_came_last_in_the_last_quarter_counts_alike_in_the_year() -> None:
    built = lattice(YEAR, count(YEAR, [Person("north", (None, None, None, ("group", "fact")))]))
    nested = {(each.plus, each.minus) for each in built.differences}
    year, last = (("2025", "north", "group", ALL),), (("2025Q4", "north", "group", ALL),)
    earlier = (("2025Q1", "north", "group", ALL),)
    assert (year, last) in nested
    assert (year, earlier) not in nested


def test_quarters_say_nothing_of_each_other_before_the_year_is_out() -> None:
    shape = Shape("2025", ("2025Q1", "2025Q2"), ("north", "south"), months=("2025-01", "2025-04"))
    assert shape.linked(["2025Q2"], ["2025Q1", "2025-01", "2025-04"]) == {"2025Q2", "2025-04"}
    assert shape.linked(["2025"], ["2025Q1", "2025Q2"]) == {"2025", "2025Q1", "2025Q2"}


@pytest.mark.parametrize(
    ("month", "quarter", "tertial"),
    [("2025-01", "2025Q1", "2025T1"), ("2025-04", "2025Q2", "2025T1"), ("2025-12", "2025Q4", "2025T3")],
)
def test_a_month_lies_in_its_quarter_or_tertial(month: str, quarter: str, tertial: str) -> None:
    quarters = Shape("2025", tuple(f"2025Q{n}" for n in range(1, 5)), ("a", "b"))
    tertials = Shape("2025", tuple(f"2025T{n}" for n in range(1, 4)), ("a", "b"))
    assert (quarters.part_of(month), tertials.part_of(month)) == (quarter, tertial)


def test_a_dimension_with_one_member_is_found_under_all_only() -> None:
    shape = Shape("2025", ("2025Q1",), ("alone",), second=("group", "open"))
    assert {key[1] for key in shape.cells("2025Q1")} == {ALL}


def test_the_months_have_the_whole_region_only() -> None:
    shape = Shape("2025", ("2025Q1",), ("north", "south"), months=("2025-01", "2025-02", "2025-03"))
    assert list(shape.cells("2025-02")) == [("2025-02", ALL, ALL, ALL)]
    counts = {("2025Q1", ALL, ALL, ALL): 9, ("2025Q1", "north", ALL, ALL): 9}
    counts |= {(month, ALL, ALL, ALL): n for month, n in zip(shape.months, (8, 7, 2), strict=True)}
    built = build(shape, frame(counts), ["2025Q1", *shape.months])
    assert sorted(built.values[len(built.keys) :].tolist()) == [1, 2, 7, 8]  # 9 less each, and 17 less 9


def test_the_grand_total_is_the_sum_of_its_municipalities() -> None:
    everybody = [Person(place, (("group", "fact"),) * 4) for place in ("north", "south", "south")]
    found = numbers(count(YEAR, everybody))
    assert found["2025", ALL, ALL, ALL] == 3
    lattice(YEAR, count(YEAR, everybody))


def test_a_year_that_is_published_without_its_periods_stands_by_itself() -> None:
    shape = Shape("2025", (), (), ("group", "open"), ("x", "y"), last=frozenset({"level", "service"}))
    rows = [
        ("2025", ALL, level, service, n)
        for level, service, n in (
            (ALL, ALL, 30),
            ("group", ALL, 12),
            ("open", ALL, 18),
            (ALL, "x", 14),
            (ALL, "y", 16),
            ("group", "x", 6),
            ("group", "y", 6),
            ("open", "x", 8),
            ("open", "y", 10),
        )
    ]
    counts = pl.DataFrame(rows, schema=[*KEY, "persons"], orient="row")
    lattice = build(shape, counts, ["2025"])
    assert lattice.differences == ()
