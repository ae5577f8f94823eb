"""What the solver is asked and what it may answer: whole, exact, and within the work it was given."""

import highspy
import numpy as np
import pytest
from scipy.sparse import csc_array

from dashboard.wall.solver import Floats, Hotline, Program, UnsolvedError, Work, reach


def floats(*numbers: float) -> Floats:
    return np.array(numbers, dtype=np.float64)


def program(rows: list[list[float]], low: Floats, high: Floats, top: float = 9.0) -> Program:
    size = len(rows[0])
    return Program(csc_array(np.array(rows)), (low, high), (np.zeros(size), np.full(size, top)))


def test_work_is_spent_with_a_little_for_asking_and_ends_when_none_is_left() -> None:
    work = Work(10)
    work.spend(4)
    assert work.left == 5
    work.spend(3)
    assert work.left == 1
    with pytest.raises(UnsolvedError, match=r"^too much work$"):
        work.spend(0)


def test_a_question_costs_the_steps_it_took() -> None:
    work = Work(1_000)
    program([[1, 1, 1]], floats(7), floats(7)).cheapest(floats(1, 2, 3), work)
    assert work.left < 1_000


def test_the_cheapest_is_the_cheapest_of_all_whole_ones() -> None:
    two = program([[2, 3]], floats(7), floats(9))
    assert two.cheapest(floats(1, 1), Work(1_000)) is not None
    answer = two.cheapest(floats(1, 1), Work(1_000))
    assert answer is not None
    assert (answer.sum(), 7 <= 2 * answer[0] + 3 * answer[1] <= 9) == (3, True)
    assert two.cheapest(floats(5, 1), Work(1_000)).tolist() == [0, 3]  # type: ignore[union-attr]
    assert two.cheapest(floats(1, 5), Work(1_000)).tolist() == [4, 0]  # type: ignore[union-attr]


def test_columns_that_may_be_fractions_are_and_the_rest_is_whole() -> None:
    answer = program([[3, 1]], floats(4), floats(4)).cheapest(floats(1, 10), Work(1_000), fractions=1)
    assert answer is not None
    assert answer.tolist() == [round(4 / 3, 6), 0]
    halves = program([[1, 2]], floats(3), floats(3), top=1.0).cheapest(floats(1, 1), Work(1_000), fractions=1)
    assert halves is not None
    assert halves.tolist() == [1, 1]
    assert program([[2]], floats(3), floats(3)).cheapest(floats(1), Work(1_000)) is None


def test_bounds_that_cross_have_no_answer_and_cost_nothing() -> None:
    crossed = Program(csc_array(np.eye(1)), (floats(0), floats(9)), (floats(3), floats(2)))
    work = Work(5)
    assert crossed.cheapest(floats(1), work) is None
    assert work.left == 5
    assert (
        Hotline(csc_array(np.eye(1)), (floats(0), floats(9)), 1).some((floats(3), floats(2)), floats(1), work) is None
    )
    assert work.left == 5


def test_what_may_move_only_by_its_switch_stays_where_it_is_without() -> None:
    """Two counts that together are eight: the first at three, the second at five, each dear to move."""
    pair = program([[1, 1]], floats(8), floats(8))
    still = pair.with_switches(np.array([0, 1]), floats(3, 5))
    answer = still.cheapest(floats(1, 0, 2, 2), Work(1_000))
    assert answer is not None
    assert answer.tolist() == [3, 5, 0, 0]
    moved = still.cheapest(floats(-1, 0, 1, 1), Work(1_000))
    assert moved is not None
    assert moved.tolist() == [8, 0, 1, 1]
    down = still.cheapest(floats(1, 0, 0.1, 0.1), Work(1_000))
    assert down is not None
    assert down.tolist() == [0, 8, 1, 1]
    only = pair.with_switches(np.array([1]), floats(5)).cheapest(floats(1, 0, 100), Work(1_000))
    assert only is not None
    assert only.tolist() == [3, 5, 0]


def test_the_line_answers_every_question_anew_within_its_bounds() -> None:
    line = Hotline(csc_array(np.array([[1.0, 1.0, 1.0]])), (floats(7), floats(7)), 3)
    bounds = (np.zeros(3), np.full(3, 9.0))
    work = Work(1_000)
    assert line.some(bounds, floats(3, 1, 2), work).tolist() == [0, 7, 0]  # type: ignore[union-attr]
    assert line.some(bounds, floats(1, 3, 2), work).tolist() == [7, 0, 0]  # type: ignore[union-attr]
    low, high = floats(0, 0, 2), floats(4, 9, 9)
    assert line.some((low, high), floats(1, 3, 2), work).tolist() == [4, 0, 3]  # type: ignore[union-attr]
    assert line.some((np.zeros(3), np.full(3, 2.0)), floats(1, 1, 1), work) is None
    assert work.left < 1_000
    thirds = Hotline(csc_array(np.array([[3.0]])), (floats(1), floats(1)), 1)
    assert thirds.some((floats(0), floats(9)), floats(1), work).tolist() == [0.333333]  # type: ignore[union-attr]


def test_only_what_a_column_can_move_and_the_sums_it_stands_in_are_reached() -> None:
    #                         0  1  2  3  4
    rows = csc_array(np.array([[1.0, -1, 0, 0, 0], [0, 1, 1, 0, 0], [0, 0, 0, 1, -1], [0, 0, 1, 1, 0]]))
    free = np.array([True, True, True, True, True])
    columns, touched = reach(rows, free, 0)
    assert (columns.tolist(), touched.tolist()) == ([0, 1, 2, 3, 4], [0, 1, 2, 3])
    free = np.array([True, True, False, True, True])
    columns, touched = reach(rows, free, 1)
    assert (columns.tolist(), touched.tolist()) == ([0, 1], [0, 1])
    columns, touched = reach(rows, free, 4)
    assert (columns.tolist(), touched.tolist()) == ([3, 4], [2, 3])


def test_the_solver_is_silent_and_keeps_to_one_thread(capfd: pytest.CaptureFixture[str]) -> None:
    line = Hotline(csc_array(np.eye(2)), (np.zeros(2), np.ones(2)), 2)
    line.some((np.zeros(2), np.ones(2)), floats(1, 1), Work(100))
    program([[2, 3]], floats(7), floats(9)).cheapest(floats(1, 1), Work(1_000))
    assert capfd.readouterr() == ("", "")
    assert line.solver.getOptionValue("threads") == (highspy.HighsStatus.kOk, 1)
