"""A closing that cannot be protected as a whole shows less, step by step; and how tables are sought that agree."""

from datetime import date

import numpy as np
import polars as pl
import pytest
from drawn import frames
from scipy.sparse import csc_array
from small_regions import fates, frame

from dashboard.counting.cells import ALL, whole
from dashboard.counting.families import PARTICIPANTS
from dashboard.counting.period import from_code
from dashboard.counting.tally import measure
from dashboard.wall import ladder
from dashboard.wall.lattice import Key, Shape
from dashboard.wall.published import decide
from dashboard.wall.search import Depth, within
from dashboard.wall.solver import Program, UnsolvedError, Work
from dashboard.wall.suppression import Question, UnprotectableError, protect
from dashboard.wall.translation import shape
from data_sources.declared.model import load

MODEL = load("gjovik")
PLACES = ("north", "south", "east")
SHAPE = Shape("2025", ("2025Q1",), PLACES, second=("group", "open"))
TOTAL, PLACE, LEVEL, FINEST = ("all", "all"), ("north", "all"), ("all", "open"), ("north", "open")


def counts() -> pl.DataFrame:
    cells: dict[Key, int] = {}
    for period in ("2025Q1", "2025"):
        for place, persons in zip(PLACES, (20, 30, 0), strict=True):
            cells |= {(period, place, level, ALL): persons for level in ("group", "open")}
            cells[period, place, ALL, ALL] = 2 * persons
        cells |= {(period, ALL, level, ALL): 50 for level in ("group", "open")}
        cells[period, ALL, ALL, ALL] = 100
    return frame(cells)


@pytest.mark.parametrize(
    ("depth", "shown"),
    [
        (Depth.FULL, {TOTAL, PLACE, LEVEL, FINEST}),
        (Depth.WITHOUT_FINEST, {TOTAL, PLACE, LEVEL}),
        (Depth.TOTALS, {TOTAL, PLACE}),
        (Depth.NOTHING, set()),
    ],
)
def test_each_step_shows_what_it_says(depth: Depth, shown: set[tuple[str, str]]) -> None:
    cells = {cell: ("2025Q1", *cell, ALL) for cell in (TOTAL, PLACE, LEVEL, FINEST)}
    assert {cell for cell, key in cells.items() if within(key, depth, SHAPE)} == shown


def test_without_work_every_period_goes_down_to_its_mark_alone() -> None:
    chosen, depth = ladder.protect(Question(counts(), SHAPE, 5, steps=0), ["2025Q1", "2025"], None)
    assert depth == {"2025Q1": Depth.NOTHING, "2025": Depth.NOTHING}
    assert not chosen["shown"].any()


def test_a_year_is_protected_beside_what_its_last_period_has_come_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken apart from its period, a year knows the period's numbers: those shown, and none of the others."""
    beside: list[pl.DataFrame] = []

    def not_together(
        question: Question, closing: list[str], published: pl.DataFrame | None, depth: Depth = Depth.FULL
    ) -> pl.DataFrame:
        if len(closing) > 1:
            raise UnprotectableError(closing, "not together")
        beside.extend([] if published is None else [published])
        return protect(question, closing, published, depth)

    monkeypatch.setattr(ladder, "protect_at", not_together)
    chosen, depth = ladder.protect(Question(counts(), SHAPE, 5), ["2025Q1", "2025"], None)
    assert depth == {"2025Q1": Depth.FULL, "2025": Depth.FULL}
    assert set(chosen["period"]) == {"2025Q1", "2025"}
    (period,) = beside
    persons = {tuple(row[:-1]): row[-1] for row in period.drop("shown").iter_rows()}
    shown = fates(period.select(chosen.columns))
    assert persons["2025Q1", ALL, ALL, ALL] == 100
    assert {persons[key] for key, is_shown in shown.items() if not is_shown} <= {None}
    assert None not in {persons[key] for key, is_shown in shown.items() if is_shown}


def test_where_everybody_knows_that_nobody_can_be_a_nought_is_shown_and_hides_nothing_else() -> None:
    zeros = {("2025Q1", "east", level, ALL) for level in (ALL, "group", "open")}
    known = fates(protect(Question(counts(), SHAPE, 5, zeros=zeros), ["2025Q1"], None))
    assert all(known.values())
    secret = fates(protect(Question(counts(), SHAPE, 5), ["2025Q1"], None))
    assert not any(secret[key] for key in zeros)


def test_without_the_finest_cells_their_margins_are_told_though_nothing_is_unwritten() -> None:
    """That nobody's level is unknown is no secret, shown in the margin and hidden in every municipality."""
    whole_levels = Shape("2025", ("2025Q1",), PLACES, second=("group", "open", "unknown"))
    cells: dict[Key, int] = {("2025Q1", ALL, ALL, ALL): 60}
    for place, persons in zip(PLACES, (20, 30, 10), strict=True):
        cells["2025Q1", place, ALL, ALL] = persons
        cells |= {("2025Q1", place, level, ALL): persons // 2 for level in ("group", "open")}
    cells |= {("2025Q1", ALL, level, ALL): 30 for level in ("group", "open")}
    chosen, depth = ladder.protect(
        Question(frame(cells), whole_levels, 5, least=Depth.WITHOUT_FINEST), ["2025Q1"], None
    )
    assert depth == {"2025Q1": Depth.WITHOUT_FINEST}
    told = {key[1:3] for key, shown in fates(chosen).items() if shown}
    assert told == {*((place, ALL) for place in (ALL, *PLACES)), *((ALL, level) for level in whole_levels.second)}


def test_of_a_hidden_cell_no_number_is_handed_on() -> None:
    """What is decided is stored as it is: of a hidden cell only that it is hidden."""
    people = [*(f"G{n}" for n in range(20)), *(f"T{n}" for n in range(9)), "L0", "L1"]
    places = {"G": "gjovik", "T": "ostre_toten", "L": "nordre_land"}
    rows = [
        {"participant": who, "municipality": places[who[0]], "date": date(2025, 1, 7), "status": "attended"}
        | {"level": "group", "team": "dps"}
        for who in people
    ]
    quarter = from_code("2025Q1")
    assert quarter is not None
    tallies = measure(PARTICIPANTS, frames(attendance=rows), MODEL, [quarter], date(2026, 1, 1))
    lattice = shape(PARTICIPANTS, MODEL, 2025, [quarter])
    decided = decide(tallies, lattice, ["2025Q1"], None, 5).frame.filter(whole(but=("municipality",)))
    persons = {place: (shown, n) for place, shown, n in decided.select("municipality", "shown", "persons").iter_rows()}
    assert persons["all"] == (True, 31)
    assert persons["nordre_land"] == (False, None)
    assert {n for shown, n in persons.values() if not shown} == {None}


# --- tables that agree with what is shown -----------------------------------------------------------------------------


def program(rows: list[list[float]], sums: list[float], top: float = 9.0) -> Program:
    """Whole numbers from nought up whose sums, row by row, are these."""
    size = len(rows[0])
    exact = np.array(sums)
    return Program(csc_array(np.array(rows)), (exact, exact), (np.zeros(size), np.full(size, top)))


def test_a_table_is_found_near_what_is_wished_and_holds() -> None:
    answer = program([[1, 1, 1]], [7]).some(np.array([3.0, 1.0, 2.0]), Work(1_000))
    assert answer is not None
    assert answer.tolist() == [0.0, 7.0, 0.0]


def test_where_no_table_agrees_there_is_none() -> None:
    assert program([[1, 1]], [7], top=3).some(np.ones(2), Work(1_000)) is None
    assert program([[2, 2]], [7]).some(np.ones(2), Work(1_000)) is None  # halves would do, people do not


def test_a_table_whose_corners_are_halves_is_found_among_whole_numbers() -> None:
    # Every two add up to three at the most, all three to four: the corner nearest is (1.5, 1.5, 1.5) cut short.
    sums = (np.array([0.0, 0.0, 0.0, 4.0]), np.array([3.0, 3.0, 3.0, 4.0]))
    rows = csc_array(np.array([[1.0, 1, 0], [0, 1, 1], [1, 0, 1], [1, 1, 1]]))
    answer = Program(rows, sums, (np.zeros(3), np.full(3, 9.0))).some(np.array([1.0, 1.0, 1.0]), Work(10_000))
    assert answer is not None
    assert (answer == np.rint(answer)).all() and answer.sum() == 4
    assert max(answer[0] + answer[1], answer[1] + answer[2], answer[0] + answer[2]) <= 3


def test_work_comes_to_an_end() -> None:
    with pytest.raises(UnsolvedError):
        program([[1, 1, 1]], [7]).some(np.ones(3), Work(0))
