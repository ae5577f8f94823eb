"""How one delivery stands: in time, late, in part or missing, to the day, and by whom."""

from dataclasses import replace
from datetime import date, datetime

import polars as pl
import pytest

from dashboard.publishing.deliveries import Board, Delivery, State, Turnout
from data_sources.declared.deliverer import Deliverer
from data_sources.storing.books.deliveries import WordKind
from tests.dashboard.publishing.boards import MODEL, board, code, of, partial, said


@pytest.mark.parametrize(
    ("uploaded", "state"), [("2026-04-10", State.DELIVERED), ("2026-04-15", State.LATE), ("2026-03-31", State.PARTIAL)]
)
def test_a_month_is_delivered_in_time_late_or_in_part(uploaded: str, state: State) -> None:
    came = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", uploaded))
    assert came.delivery(of("gjovik"), code("2026-03")).state is state


def test_a_month_nobody_delivered_is_missing_after_its_day_and_awaited_before() -> None:
    came = board(("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-03"))
    assert came.delivery(of("gjovik"), code("2026-06")).state is State.MISSING
    assert came.delivery(of("gjovik"), code("2026-07")).state is State.AWAITED


def test_a_file_for_the_wrong_month_leaves_the_right_one_missing() -> None:
    came = board(("attendance", "gjovik", "2026-02-02", "2026-02-27", "2026-04-03"))
    assert came.delivery(of("gjovik"), code("2026-03")).state is State.MISSING
    assert came.delivery(of("gjovik"), code("2026-02")).state is State.LATE


def test_a_quiet_july_inside_a_whole_file_is_no_missing_delivery() -> None:
    came = board(("attendance", "gjovik", "2025-01-02", "2025-12-20", "2026-01-10"))
    assert came.delivery(of("gjovik"), code("2025-07")).state is State.LATE


def test_two_coordinators_who_deliver_the_same_month_have_delivered_it_once() -> None:
    rows = ("attendance", "gjovik", "2026-03-02", "2026-03-30")
    came = board((*rows, "2026-04-03"), (*rows, "2026-04-20"))
    assert came.delivery(of("gjovik"), code("2026-03")).state is State.DELIVERED


def test_nothing_to_report_is_an_answer_and_rows_that_follow_take_its_place() -> None:
    word = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-02")
    other = ("attendance", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03")
    assert board(other, words=(word,)).delivery(of("gjovik"), code("2026-03")).state is State.NOTHING
    both = board(other, ("attendance", "gjovik", "2026-03-02", "2026-03-30", "2026-04-10"), words=(word,))
    assert both.delivery(of("gjovik"), code("2026-03")).state is State.DELIVERED
    assert both.overtaken() == []  # of persons, that there were none is a count


@pytest.mark.parametrize(
    ("first", "last", "come"), [("2026-02-03", "2026-03-30", True), ("2026-01-05", "2026-02-27", False)]
)
def test_that_rows_have_come_is_said_of_the_months_they_are_of_and_no_other(first: str, last: str, come: bool) -> None:
    """A file speaks for its whole quarter; what has come since is only told of the days it has rows of."""
    each = Deliverer(table="activities", municipality="gjovik")
    model = MODEL.model_copy(update={"deliverer": (each,)})
    word = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-02", "activities")
    whole = ("activities", "gjovik", "2026-01-02", "2026-01-30", "2026-02-03")
    since = ("activities", "gjovik", first, last, "2026-04-10")
    both = board(whole, since, words=(word,), model=model)
    file_last = pl.when(pl.col("at").dt.month() == 4).then(date(2026, 3, 30)).otherwise("file_last")
    spread = replace(both, spans=both.spans.with_columns(file_last=file_last))
    assert spread.overtaken() == ([word] if come else [])


def test_of_persons_that_there_were_none_is_a_count_and_is_shown_as_delivered() -> None:
    word = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-02")
    came = board(("attendance", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03"), words=(word,))
    assert came.shown(of("gjovik"), code("2026-03")).state is State.DELIVERED
    quarter = said(WordKind.NOTHING, "gjovik", "2026Q1", "2026-04-02", "concerts")
    events = board(("concerts", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03"), words=(quarter,))
    each = Deliverer(table="concerts", municipality="gjovik", rhythm="quarter")
    assert events.shown(each, code("2026Q1")).state is State.NOTHING


# --- to the day, and by whom -----------------------------------------------------------------------------------------


MARCH = ("attendance", "gjovik", "2026-03-02", "2026-03-30")


def brought_by(came: Board, *names: str) -> Board:
    return replace(came, spans=came.spans.with_columns(by=pl.Series(names)))


@pytest.mark.parametrize(("on", "state"), [("2026-04-14", State.DELIVERED), ("2026-04-15", State.LATE)])
def test_the_last_day_in_time_is_in_time_and_who_brought_it_first_is_told(on: str, state: State) -> None:
    came = brought_by(board((*MARCH, on), (*MARCH, "2026-05-02")), "kari", "per")
    at = datetime.fromisoformat(f"{on}T10:00")
    assert came.delivery(of("gjovik"), code("2026-03")) == Delivery(state, date(2026, 4, 14), at, "kari")
    assert came.shown(of("gjovik"), code("2026-03")) == came.delivery(of("gjovik"), code("2026-03"))


def test_a_file_of_a_day_inside_its_month_is_a_part_and_the_newest_of_them_is_told() -> None:
    came = brought_by(board((*MARCH, "2026-03-30"), (*MARCH, "2026-03-31")), "kari", "per")
    at = datetime(2026, 3, 31, 10)
    assert came.delivery(of("gjovik"), code("2026-03")) == Delivery(State.PARTIAL, date(2026, 4, 14), at, "per")
    assert replace(came, today=date(2026, 4, 1)).delivery(of("gjovik"), code("2026-03")).state is State.PARTIAL
    assert replace(came, today=date(2026, 3, 31)).delivery(of("gjovik"), code("2026-03")).state is State.AWAITED


def test_a_file_of_which_too_many_rows_failed_is_a_part_until_a_whole_one_comes() -> None:
    came = board((*MARCH, "2026-04-02"), (*MARCH, "2026-04-09"))
    assert partial(came, True, True).delivery(of("gjovik"), code("2026-03")).state is State.PARTIAL
    whole = partial(brought_by(came, "kari", "per"), True, False).delivery(of("gjovik"), code("2026-03"))
    assert whole == Delivery(State.DELIVERED, date(2026, 4, 14), datetime(2026, 4, 9, 10), "per")


@pytest.mark.parametrize(("today", "state"), [(date(2026, 4, 14), State.AWAITED), (date(2026, 4, 15), State.MISSING)])
def test_what_has_not_come_is_awaited_to_the_end_of_its_last_day(today: date, state: State) -> None:
    came = replace(board(("attendance", "gjovik", "2026-01-05", "2026-01-30", "2026-02-03")), today=today)
    assert came.delivery(of("gjovik"), code("2026-03")) == Delivery(state, date(2026, 4, 14))


def test_who_said_that_there_was_nothing_or_that_it_is_all_is_told_with_the_day() -> None:
    other = ("attendance", "ostre_toten", "2026-03-02", "2026-03-30", "2026-04-03")
    nothing = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-20")
    told, due, at = board(other, words=(nothing,)), date(2026, 4, 14), datetime(2026, 4, 20, 9)
    assert told.delivery(of("gjovik"), code("2026-03")) == Delivery(State.NOTHING, due, at, "ola")
    assert told.shown(of("gjovik"), code("2026-03")) == Delivery(State.LATE, due, at, "ola")
    assert told.delivery(of("gjovik"), code("2026-04")).state is State.MISSING
    assert told.delivery(of("sondre_land"), code("2026-03")).state is State.MISSING
    for on, state in (("2026-04-14", State.DELIVERED), ("2026-04-15", State.LATE)):
        whole = said(WordKind.WHOLE, "gjovik", "2026-03", on)
        said_of = board((*MARCH, "2026-03-31"), words=(whole,)).delivery(of("gjovik"), code("2026-03"))
        assert said_of == Delivery(state, due, datetime.fromisoformat(f"{on}T09:00"), "ola")
    # One word is not the other: a part is no nothing, and of what has not come nobody can say that it is all.
    assert board((*MARCH, "2026-03-31"), words=(nothing,)).delivery(of("gjovik"), code("2026-03")).by == "kari"
    assert board(other, words=(whole,)).delivery(of("gjovik"), code("2026-03")).state is State.MISSING
    concerts = said(WordKind.NOTHING, "gjovik", "2026-03", "2026-04-20", "concerts")
    assert board(other, words=(concerts,)).delivery(of("gjovik"), code("2026-03")).state is State.MISSING


@pytest.mark.parametrize(("state", "owed"), [*((state, state in {State.MISSING, State.PARTIAL}) for state in State)])
def test_owed_is_what_has_not_come_whole_after_its_last_day(state: State, owed: bool) -> None:
    delivery = Delivery(state, date(2026, 4, 14))
    assert not delivery.is_owed(date(2026, 4, 14))
    assert delivery.is_owed(date(2026, 4, 15)) is owed


def test_the_regions_numbers_can_be_told_when_all_have_come_or_are_left_out_by_decision() -> None:
    both = frozenset({"gjovik", "ostre_toten"})
    assert Turnout().region
    assert not Turnout(missing=both).region
    assert not Turnout(missing=both, without=frozenset({"gjovik"})).region
    assert Turnout(missing=both, without=both).region
    assert not Turnout(blocked=("source:Sykehuset",)).region


def test_a_source_that_never_delivered_a_table_is_missing_and_has_brought_nothing() -> None:
    source = Deliverer(table="concerts", source="Kulturnettverket", rhythm="quarter", days=31)
    came = board((*MARCH, "2026-04-03"))
    assert came.delivery(source, code("2026Q1")) == Delivery(State.MISSING, date(2026, 5, 1))
