"""The minute book: every version is kept, nobody writes over anybody, and no person's number is written down."""

from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa

from data_sources.storing.books.minute_book import Decision, MinuteBook, MinuteFault, State
from data_sources.storing.database import connect

MARCH = date(2026, 3, 12)


@pytest.fixture
def book(database: str) -> Iterator[MinuteBook]:
    engine = connect(database)
    yield MinuteBook(engine)
    engine.dispose()


def decide(book: MinuteBook, text: str = "Vi prøver påminnelse dagen før", **more: object) -> Decision:
    written = {
        "goal": "attendance",
        "place": "all",
        "case_number": "14/26",
        "decided_on": MARCH,
        "responsible": "FACT-teamet",
        "due": date(2026, 6, 1),
    }
    return book.decisions.add("kari", text=text, **{**written, **more})


def test_a_change_is_a_new_version_beside_the_old_one(book: MinuteBook) -> None:
    first = decide(book)
    second = book.decisions.revise(first.number, first.version, "ola", due=date(2026, 9, 1))
    assert book.decisions.history(first.number) == [first, second]
    assert book.decisions.newest() == [second]
    assert (second.by, second.text, second.due) == ("ola", first.text, date(2026, 9, 1))


def test_the_second_of_two_who_change_the_same_is_told_and_nothing_is_written_over(book: MinuteBook) -> None:
    read_by_both = decide(book)
    kept = book.decisions.revise(read_by_both.number, read_by_both.version, "kari", text="Karis ord")
    with pytest.raises(MinuteFault, match="overtaken"):
        book.decisions.revise(read_by_both.number, read_by_both.version, "ola", text="Olas ord")
    assert book.decisions.newest() == [kept]
    again = book.decisions.revise(kept.number, kept.version, "ola", text="Olas ord, etter å ha lest Karis")
    assert [version.by for version in book.decisions.history(again.number)] == ["kari", "kari", "ola"]


def test_what_is_saved_unchanged_makes_no_version(book: MinuteBook) -> None:
    first = decide(book)
    assert book.decisions.revise(first.number, first.version, "ola", text=first.text) == first


def test_withdrawing_takes_a_reason_and_removes_nothing(book: MinuteBook) -> None:
    first = decide(book)
    with pytest.raises(MinuteFault, match="reason-missing"):
        book.decisions.revise(first.number, 1, "kari", state=State.WITHDRAWN, reason="  ")
    book.decisions.revise(first.number, 1, "kari", state=State.WITHDRAWN, reason="Ført på feil mål")
    assert [version.state for version in book.decisions.history(first.number)] == ["standing", "withdrawn"]


@pytest.mark.parametrize("field", ["text", "responsible", "case_number"])
def test_an_identity_number_is_never_written_down(book: MinuteBook, field: str) -> None:
    with pytest.raises(MinuteFault, match="identity-number"):
        decide(book, **{"text": "Vi følger opp", field: "Vi følger opp 01017012345"})
    assert book.decisions.newest() == []


def test_a_text_of_nothing_is_refused_and_spaces_are_tidied(book: MinuteBook) -> None:
    with pytest.raises(MinuteFault, match="empty"):
        decide(book, text=" \n ")
    assert decide(book, text="  To   ord ").text == "To ord"


def test_a_note_cannot_end_before_it_begins(book: MinuteBook) -> None:
    with pytest.raises(MinuteFault, match="backwards"):
        book.notes.add("kari", place="gjovik", first=MARCH, last=date(2026, 1, 1), text="Sykmelding")


def test_the_database_holds_every_version_for_good(book: MinuteBook, database: str) -> None:
    first = decide(book)
    book.decisions.revise(first.number, 1, "kari", state=State.DONE)
    engine = sa.create_engine(database)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM decision_version").scalar() == 2
    engine.dispose()


def test_a_measure_is_open_until_it_is_done_and_overdue_the_day_after_its_date(book: MinuteBook) -> None:
    measure = decide(book)
    assert measure.is_open
    assert not measure.is_overdue(date(2026, 6, 1))
    assert measure.is_overdue(date(2026, 6, 2))
    done = book.decisions.revise(measure.number, 1, "kari", state=State.DONE)
    assert not done.is_open
    assert not done.is_overdue(date(2027, 1, 1))
    assert not decide(book, responsible="", due=None).is_measure
