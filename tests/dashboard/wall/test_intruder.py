"""The auditor knows only what is on the screen, and finds whatever a clever reader would find."""

from itertools import combinations

import polars as pl
import pytest
from hypothesis import given, settings
from small_regions import Cell, Person, Worlds, count, fates, frame, numbers, people, with_numbers

from dashboard.counting.cells import ALL
from dashboard.wall.costs import importance
from dashboard.wall.intruder import Breach, ContradictionError, Fact, audit
from dashboard.wall.lattice import Kind, Shape
from dashboard.wall.solver import UnsolvedError
from dashboard.wall.suppression import protect

QUARTER = Shape("2025", ("2025Q1",), ("north", "south", "east"), second=("group", "open"))
YEAR = Shape("2025", ("2025Q1", "2025Q2"), ("north", "south"))
K = 3


def screen(shape: Shape, counts: pl.DataFrame, hidden: set[Cell], *periods: str) -> pl.DataFrame:
    """A publication that hides these cells and no others."""
    true = numbers(counts)
    rows = [
        (*cell, cell not in hidden, None if cell in hidden else true.get(cell, 0))
        for period in periods
        for cell in shape.cells(period)
    ]
    schema = ["period", "first", "second", "third", "shown", "persons"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def small(shape: Shape, counts: pl.DataFrame, *periods: str) -> set[Cell]:
    true = numbers(counts)
    return {cell for period in periods for cell in shape.cells(period) if true.get(cell, 0) < K}


def found(published: pl.DataFrame, counts: pl.DataFrame, shape: Shape, *facts: Fact) -> list[Breach]:
    return audit(published, counts, shape, k=K, seconds=60, facts=facts)


def crowd() -> list[Person]:
    """Twenty-nine people in one quarter; a few of them alone in their cell."""
    sizes = {
        ("north", "group"): 9,
        ("north", "open"): 6,
        ("south", "group"): 5,
        ("south", "open"): 4,
        ("east", "group"): 4,
        ("east", "open"): 1,
    }
    return [Person(place, ((level, ALL),)) for (place, level), n in sizes.items() for _ in range(n)]


@settings(max_examples=20, deadline=None)
@given(people(QUARTER, most=9))
def test_it_finds_exactly_what_counting_out_every_world_finds(everybody: list[Person]) -> None:
    counts = count(QUARTER, everybody)
    hidden = small(QUARTER, counts, "2025Q1")
    published = screen(QUARTER, counts, hidden, "2025Q1")
    worlds = Worlds(QUARTER, published, most=9)
    expected = {cell for cell in hidden if worlds.range(cell)[0] > 0 or worlds.range(cell)[1] < K}
    assert {breach.cells[0] for breach in found(published, counts, QUARTER)} == expected


@settings(max_examples=20, deadline=None)
@given(people(YEAR, most=9))
def test_it_finds_what_year_and_quarters_tell_together(everybody: list[Person]) -> None:
    counts = count(YEAR, everybody)
    hidden = small(YEAR, counts, "2025Q1", "2025Q2", "2025")
    published = screen(YEAR, counts, hidden, "2025Q1", "2025Q2", "2025")
    worlds = Worlds(YEAR, published, most=9)
    expected = {cell for cell in hidden if worlds.range(cell)[0] > 0 or worlds.range(cell)[1] < K}
    breaches = found(published, counts, YEAR)
    assert {breach.cells[0] for breach in breaches if not breach.minus} == expected
    for breach in breaches:
        if breach.minus and len(breach.cells) == 1:
            low, high = worlds.range(breach.cells[0], breach.minus[0])
            assert high - low < K


@settings(max_examples=8, deadline=None)
@given(people(YEAR, most=40))
def test_what_the_wall_publishes_gives_nothing_away(everybody: list[Person]) -> None:
    counts = count(YEAR, everybody)
    published = with_numbers(protect(counts, YEAR, closing=["2025Q1"], published=None, k=K, seconds=60), counts)
    rest = protect(counts, YEAR, closing=["2025Q2", "2025"], published=published, k=K, seconds=60)
    assert found(pl.concat([published, with_numbers(rest, counts)]), counts, YEAR) == []


def protected() -> tuple[pl.DataFrame, pl.DataFrame]:
    counts = count(QUARTER, crowd())
    decided = protect(counts, QUARTER, closing=["2025Q1"], published=None, k=K, seconds=60)
    return with_numbers(decided, counts), counts


def test_the_wall_alone_stands() -> None:
    published, counts = protected()
    assert found(published, counts, QUARTER) == []
    assert 1 < (~published["shown"]).sum() < published.height / 2


def test_showing_any_cell_that_was_hidden_for_another_brings_it_down() -> None:
    published, counts = protected()
    true = numbers(counts)
    others = [cell for cell, shown in fates(published).items() if not shown and true[cell] >= K]
    assert others
    for cell in others:
        hidden = {each for each, shown in fates(published).items() if not shown and each != cell}
        broken = found(screen(QUARTER, counts, hidden, "2025Q1"), counts, QUARTER)
        assert ("2025Q1", "east", "open", ALL) in {breach.cells[0] for breach in broken}
        assert importance(cell, QUARTER) > 0


def test_a_sum_over_hidden_cells_said_aloud_brings_it_down() -> None:
    published, counts = protected()
    true = numbers(counts)
    alone = ("2025Q1", "east", "open", ALL)
    others = [cell for cell, shown in fates(published).items() if not shown and cell != alone]
    pairs = [pair for pair in combinations([alone, *others], 2) if alone in pair]
    told = [found(published, counts, QUARTER, Fact(pair, sum(true[c] for c in pair))) for pair in pairs]
    assert any(told)
    assert found(published, counts, QUARTER, Fact((alone,), true[alone])) != []


def test_a_share_of_a_shown_number_brings_it_down() -> None:
    published, counts = protected()
    parts = (("2025Q1", "east", "group", ALL),)  # "80 per cent of the five in the east came to the group"
    assert not fates(published)[parts[0]]
    assert found(published, counts, QUARTER, Fact(parts, 4))


def test_one_cell_of_the_raw_export_brings_it_down() -> None:
    published, counts = protected()
    cell = ("2025Q1", "east", "open", ALL)
    hidden = {each for each, shown in fates(published).items() if not shown and each != cell}
    broken = found(screen(QUARTER, counts, hidden, "2025Q1"), counts, QUARTER)
    assert Breach((cell,), (), 1, 1) in broken


def test_hiding_only_the_small_numbers_hides_nothing() -> None:
    counts = count(QUARTER, crowd())
    alone = {("2025Q1", "east", "open", ALL)}
    assert found(screen(QUARTER, counts, alone, "2025Q1"), counts, QUARTER) == [Breach((*alone,), (), 1, 1)]


def test_few_who_came_in_the_year_but_not_in_the_quarter_are_found() -> None:
    cells = {"2025Q1": (9, 8), "2025Q2": (7, 6), "2025": (11, 14)}
    counts = frame(
        {
            (p, place, ALL, ALL): n
            for p, both in cells.items()
            for place, n in zip(("north", "south"), both, strict=True)
        }
        | {(p, ALL, ALL, ALL): sum(both) for p, both in cells.items()}
    )
    shown = screen(YEAR, counts, set(), "2025Q1", "2025Q2", "2025")
    year, quarter = ("2025", "north", ALL, ALL), ("2025Q1", "north", ALL, ALL)
    assert Breach((year,), (quarter,), 2, 2) in found(shown, counts, YEAR)
    assert found(shown, counts, YEAR)[0].period == "2025"


def test_heads_of_a_year_less_its_other_periods_are_found() -> None:
    shape = Shape("2025", ("2025T1", "2025T2"), ("north", "south"), kind=Kind.ADDITIVE)
    cells = {"2025T1": (9, 8), "2025T2": (7, 2), "2025": (16, 10)}
    counts = frame(
        {
            (p, place, ALL, ALL): n
            for p, both in cells.items()
            for place, n in zip(("north", "south"), both, strict=True)
        }
        | {(p, ALL, ALL, ALL): sum(both) for p, both in cells.items()}
    )
    hidden = {("2025T2", "south", ALL, ALL), ("2025T2", "north", ALL, ALL)}
    broken = found(screen(shape, counts, hidden, *cells), counts, shape)
    assert broken == [Breach((("2025T2", "south", ALL, ALL),), (), 2, 2)]


def test_who_guesses_that_people_stay_where_they_are_is_reckoned_with() -> None:
    shape = Shape("2025", ("2025Q1", "2025Q2"), (), third=("fact", "culture"), staying=True)
    cells = {"2025Q1": (9, 2), "2025Q2": (9, 8), "2025": (12, 10)}
    counts = frame(
        {(p, ALL, ALL, s): n for p, both in cells.items() for s, n in zip(shape.third, both, strict=True)}
        | {(p, ALL, ALL, ALL): sum(both) for p, both in cells.items()}
    )
    hidden = {("2025Q1", ALL, ALL, "fact"), ("2025Q1", ALL, ALL, "culture")}
    shown = screen(shape, counts, hidden, *cells)
    sure = Shape("2025", shape.periods, (), third=shape.third, staying=False)
    one = ("2025Q1", ALL, ALL, "culture")  # 10 in the year, 8 of them in the second quarter: at least 2
    assert Breach((one,), (), 2, 5) in found(shown, counts, shape)
    assert one not in {breach.cells[0] for breach in found(shown, counts, sure)}


def test_the_hidden_numbers_themselves_are_not_used() -> None:
    counts = count(QUARTER, crowd())
    hidden = {("2025Q1", "east", "open", ALL), ("2025Q1", "south", "open", ALL)}
    published = screen(QUARTER, counts, hidden, "2025Q1")
    garbled = counts.with_columns(persons=pl.when(pl.col("persons") < K).then(0).otherwise(999))
    assert found(published, garbled, QUARTER) == found(published, counts, QUARTER) != []


def test_numbers_that_no_world_can_have_are_told() -> None:
    counts = count(QUARTER, crowd())
    wrong = screen(QUARTER, counts, set(), "2025Q1").with_columns(
        persons=pl.col("persons") + (pl.col("first") == ALL).cast(pl.Int64)
    )
    with pytest.raises(ContradictionError):
        found(wrong, counts, QUARTER)


def test_an_audit_without_time_passes_nothing() -> None:
    published, counts = protected()
    with pytest.raises(UnsolvedError):
        audit(published, counts, QUARTER, k=K, seconds=0)
