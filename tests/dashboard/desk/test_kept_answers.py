"""What is kept for the next reader is never older than what it was worked out from."""

import threading
from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from dashboard.counting.period import from_code
from dashboard.desk import Desk
from dashboard.desk.answers.recent import Recent
from dashboard.publishing.publish import Outcome, survey
from tests import made_up

pytestmark = pytest.mark.slow

TODAY = date(2026, 2, 20)
QUARTER = from_code("2025Q1")


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """Concerts only: public, so published in a moment."""
    made = make_desk(today=TODAY)
    made.keep(made.receive(made_up.concerts(date(2025, 1, 1), date(2025, 12, 31)), "k.csv"))
    made.publish()
    return made


def test_the_first_of_all_numbers_are_waited_for_and_later_ones_come_beside_them(
    make_desk: Callable[..., Desk],
) -> None:
    made, seen = make_desk(today=TODAY), []
    made.keep(made.receive(made_up.concerts(date(2025, 1, 1), date(2025, 12, 31)), "k.csv"))
    made.publish(notify=lambda done, every: seen.append(made.newest_to_come))
    assert seen and all(seen) and not made.newest_to_come
    seen.clear()
    made.publish(edition_of=2025, reason="Rettet", notify=lambda done, every: seen.append(made.newest_to_come))
    assert seen and not any(seen)


def take_back_the_first_quarter(desk: Desk) -> None:
    desk._ledger.withdraw([entry for entry in desk._ledger.publications() if entry.period == "2025Q1"], "unsafe")


def test_an_answer_is_worked_out_once_and_the_oldest_makes_room() -> None:
    recent, asked = Recent(2), []
    for question in ("a", "b", "a", "c", "a"):
        assert recent.of(question, lambda question=question: asked.append(question) or question) == question
    assert asked == ["a", "b", "c", "a"]


def test_an_answer_that_others_push_out_while_it_is_worked_out_is_given_all_the_same() -> None:
    recent = Recent(1)
    assert recent.of("a", lambda: recent.of("b", lambda: "of b") and "of a") == "of a"


def test_what_many_ask_at_once_is_worked_out_by_one_of_them() -> None:
    recent, begun, worked_out, answers = Recent(3), threading.Event(), [], []

    def slow() -> str:
        worked_out.append(1)
        begun.wait(10)
        return "answer"

    readers = [threading.Thread(target=lambda: answers.append(recent.of("a", slow))) for _ in range(12)]
    for one in readers:
        one.start()
    begun.set()
    for one in readers:
        one.join(10)
    assert (answers, worked_out) == (["answer"] * 12, [1])


def test_what_went_wrong_for_one_is_tried_again_by_those_who_waited() -> None:
    recent, failing, answers = Recent(3), threading.Event(), []

    def fails() -> str:
        failing.set()
        waiter.start()
        threading.Event().wait(0.05)
        raise OSError

    waiter = threading.Thread(target=lambda: answers.append(recent.of("a", lambda: "answer")))
    with pytest.raises(OSError):
        recent.of("a", fails)
    assert failing.is_set()
    waiter.join(10)
    assert answers == ["answer"]
    assert recent.of("a", lambda: "another") == "answer"


def test_two_whose_answers_rest_on_each_others_questions_do_not_wait_for_each_other() -> None:
    recent, both, answers = Recent(9), threading.Barrier(2), {}

    def ask(own: str, other: str) -> None:
        def answer() -> str:
            both.wait(10)
            return own + recent.of(other, lambda: other)

        answers[own] = recent.of(own, answer)

    readers = [threading.Thread(target=ask, args=pair) for pair in (("a", "b"), ("b", "a"))]
    for one in readers:
        one.start()
    for one in readers:
        one.join(10)
    assert set(answers) == {"a", "b"}


def test_many_who_ask_at_once_all_get_their_answers() -> None:
    recent, wrong = Recent(3), []

    def reader(first: int) -> None:
        for number in range(first, first + 400):
            if recent.of(number % 7, lambda number=number: number % 7) != number % 7:
                wrong.append(number)

    readers = [threading.Thread(target=reader, args=(first,)) for first in range(8)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    assert wrong == []


def test_what_is_withdrawn_is_seen_by_survey_and_matrix_at_once(desk: Desk) -> None:
    rows, notices = desk.matrix(), desk.survey()
    assert desk.matrix() is rows
    assert desk.survey() is notices
    assert desk.figure("concerts", QUARTER).value is not None
    take_back_the_first_quarter(desk)
    assert desk.figure("concerts", QUARTER).value is None
    assert desk.matrix() is not rows
    fresh = survey(desk._store, desk._ledger, desk.model, today=TODAY)
    assert [(one.period, one.outcome) for one in desk.survey()] == [(one.period, one.outcome) for one in fresh]
    assert {one.period for one in fresh} != {one.period for one in notices}


def test_what_is_withdrawn_gives_those_who_keep_a_copy_another_stamp(desk: Desk) -> None:
    stamp = desk.stamp()
    assert desk.stamp() == stamp
    take_back_the_first_quarter(desk)
    assert desk.stamp() != stamp


def test_what_is_published_and_withdrawn_by_others_while_a_page_is_drawn_does_not_disturb_it(
    desk: Desk, make_desk: Callable[..., Desk]
) -> None:
    desk._store.turn.begin(lasting=600.0)  # a page that takes its time
    before = desk.figure("concerts", QUARTER)
    others = make_desk(today=TODAY)
    others.keep(others.receive(made_up.concerts(date(2025, 1, 4), date(2025, 12, 31), seed=9), "k2.csv"))
    others.publish(edition_of=2025, reason="Flere konserter")
    others._ledger.withdraw(others._ledger.publications()[-1:], "unsafe")
    assert desk.figure("concerts", QUARTER) == before
    assert desk._ledger.withdrawals() == []
    desk.begin_turn()
    assert desk._ledger.withdrawals() != []


def test_a_file_with_the_same_rows_once_more_is_a_delivery_and_is_seen_as_one(make_desk: Callable[..., Desk]) -> None:
    rows = made_up.attendance(date(2025, 1, 2), date(2025, 3, 20))
    desk = make_desk(today=TODAY)
    early = desk.then(datetime.combine(date(2025, 3, 20), time(12)), "koordinator")
    early.keep(early.receive(rows, "o.csv"))
    assert desk.missing_in("participants", QUARTER)
    desk.keep(desk.receive(rows, "o.csv"))
    desk.begin_turn()
    afresh = make_desk(today=TODAY)
    assert desk.missing_in("participants", QUARTER) == afresh.missing_in("participants", QUARTER)
    assert not desk.missing_in("participants", QUARTER)


def test_who_is_done_without_is_seen_by_the_survey_at_once(make_desk: Callable[..., Desk]) -> None:
    head, *rows = made_up.attendance(date(2025, 1, 2), date(2025, 3, 31)).decode("utf-8-sig").splitlines()
    rest = [head, *(row for row in rows if ";Vestre Toten;" not in row)]
    desk = make_desk(today=TODAY)
    desk.keep(desk.receive("\r\n".join(rest).encode("utf-8-sig"), "o.csv"))
    month = from_code("2025-01")
    assert Outcome.READY not in {one.outcome for one in desk.survey() if one.period == month}
    desk.do_without("vestre_toten", QUARTER)
    assert {one.outcome for one in desk.survey() if one.period == month} == {Outcome.READY}
