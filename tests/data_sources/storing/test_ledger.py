"""The ledger only grows: what was published can be read ever after, edition by edition."""

from collections.abc import Iterator
from datetime import UTC, datetime

import polars as pl
import pytest
from drawn_sheets import SECRET

from data_sources.storing import ledger
from data_sources.storing.database import insert_rows
from data_sources.storing.ledger import CELL, NUMBERS, Ledger
from data_sources.storing.publication import Entry
from data_sources.storing.store import Store, StoreFault

ENTRY = ("family", "period", "edition", "threshold", "rules", "publication")
CELLS = {name: ["all", "all"] for name in CELL} | {"municipality": ["gjovik", "all"], "level": ["group", "all"]}


def entry(period: str = "2026Q1", edition: int = 1, value: float = 0.9, family: str = "participants") -> Entry:
    decided = pl.DataFrame(CELLS | {"shown": [False, True], "persons": [None, 40]})
    numbers = pl.DataFrame(
        {
            "indicator": ["attendance_rate"],
            **{name: ["all"] for name in CELL},
            "value": [value],
            "low": [0.85],
            "high": [0.95],
            "base": [400.0],
            "finer": [0.903],
            "bound": ["≥"],
            "design": [1.4],
        }
    )
    return Entry(family, period, edition, decided, numbers)


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    made = Store(database, SECRET, patience=0.5)
    yield made
    made.engine.dispose()


@pytest.fixture
def book(store: Store) -> Ledger:
    return Ledger(store.engine)


def add(book: Ledger, entries: list[Entry], by: str, version: int, reason: str = "") -> None:
    """Publish, and say that it has been attacked and held."""
    book.add(entries, by, version, reason)
    book.attacked(book.pending(), [], "")
    book.release()


def test_an_empty_ledger_answers_with_empty_frames_of_the_right_kind(book: Ledger) -> None:
    assert (book.publications(), book.latest()) == ([], {})
    assert book.numbers([]).is_empty() and book.decided([]).is_empty()
    assert {*ENTRY, *NUMBERS} == set(book.numbers([]).columns)
    assert {*ENTRY, *CELL, "shown", "persons"} == set(book.decided([]).columns)


def test_what_is_published_is_read_back_as_it_was(book: Ledger) -> None:
    add(book, [entry()], "kari", 7, "")
    [published] = book.publications()
    assert (published.family, published.period, published.edition) == ("participants", "2026Q1", 1)
    assert (published.by, published.data_version, published.reason) == ("kari", 7, "")
    assert abs((datetime.now(UTC).replace(tzinfo=None) - published.at).total_seconds()) < 60
    numbers = book.numbers([published])
    assert numbers.select(NUMBERS).rows() == entry().numbers.select(NUMBERS).rows()
    assert numbers.select("family", "period", "edition").row(0) == ("participants", "2026Q1", 1)
    decided = book.decided([published]).sort("municipality")
    assert decided.select("municipality", "shown", "persons").rows() == [("all", True, 40), ("gjovik", False, None)]


def test_types_are_the_same_whether_there_are_numbers_or_not(book: Ledger) -> None:
    before = (book.numbers([]).schema, book.decided([]).schema)
    add(book, [entry()], "kari", 1)
    after = (book.numbers(book.publications()).schema, book.decided(book.publications()).schema)
    assert before == after
    assert after[0]["value"] == pl.Float64 and after[1]["shown"] == pl.Boolean and after[1]["persons"] == pl.Int64


def test_a_later_edition_stands_beside_the_first(book: Ledger) -> None:
    add(book, [entry()], "kari", 1)
    add(book, [entry(edition=2, value=0.8)], "ola", 2, "Rettet oppmøte i mars")
    first, second = book.publications()
    assert book.latest() == {("participants", "2026Q1"): second}
    assert second.reason == "Rettet oppmøte i mars"
    assert book.numbers([first])["value"].to_list() == [0.9] and book.numbers([second])["value"].to_list() == [0.8]


def test_only_what_is_asked_for_is_given(book: Ledger) -> None:
    add(book, [entry(), entry("2025Q4", value=0.7), entry(family="referred", value=0.5)], "kari", 1)
    wanted = [one for one in book.publications() if one.period == "2026Q1"]
    assert sorted(book.numbers(wanted)["value"]) == [0.5, 0.9]
    assert book.numbers([]).is_empty()


def test_an_edition_is_published_once_and_by_one_at_a_time(book: Ledger) -> None:
    add(book, [entry()], "kari", 1)
    with pytest.raises(StoreFault) as caught:
        add(book, [entry("2025Q4"), entry(value=0.1)], "ola", 2)
    assert caught.value.reason == "locked"
    assert [one.by for one in book.publications()] == ["kari"]
    assert book.numbers(book.publications())["value"].to_list() == [0.9]


def test_a_failure_in_the_middle_publishes_nothing(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: object, table: object, names: list[str], rows: object) -> None:
        if "indicator" in names:
            raise RuntimeError("the lights went out")
        insert(connection, table, names, rows)  # type: ignore[arg-type]

    insert = insert_rows
    monkeypatch.setattr(ledger, "insert_rows", broken)
    with pytest.raises(RuntimeError):
        add(book, [entry()], "kari", 1)
    assert book.publications() == []
    monkeypatch.undo()
    add(book, [entry()], "kari", 1)
    assert book.decided(book.publications()).height == 2


def test_there_is_no_way_to_change_or_remove_an_entry() -> None:
    assert {name for name in vars(Ledger) if not name.startswith("_")} == {
        "publications",
        "readable",
        "withdraw",
        "withdrawals",
        "second_rules_on",
        "holding",
        "hold",
        "latest",
        "state",
        "decided",
        "numbers",
        "add",
        "pending",
        "unattacked",
        "release",
        "yielding",
        "attacked",
        "is_tried",
        "keep_tried",
        "attempts",
        "without",
        "note",
    }


def test_an_attempt_in_vain_is_kept_with_when_and_why(book: Ledger) -> None:
    book.note("participants", ["2026Q1", "2026-03"], "unprotected", "kari")
    book.note("participants", ["2026Q1"], "blocked", "ola")
    attempts = book.attempts()
    assert set(attempts) == {("participants", "2026Q1"), ("participants", "2026-03")}
    assert (attempts["participants", "2026Q1"].outcome, attempts["participants", "2026Q1"].by) == ("blocked", "ola")
    assert book.publications() == []


def test_a_ledger_that_has_gone_says_so(store: Store, book: Ledger) -> None:
    add(book, [entry()], "kari", 1)
    [known] = book.publications()
    with store.engine.begin() as connection:
        for table in ("decided_cell", "published_number", "publication_without", "withdrawal", "publication"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
    for question in (book.publications, lambda: book.numbers([known]), lambda: add(book, [entry()], "kari", 1)):
        with pytest.raises(StoreFault):
            question()


def test_what_has_not_been_attacked_and_released_is_read_by_nobody_until_it_has(book: Ledger) -> None:
    add(book, [entry()], "kari", 1)
    [first] = book.publications()
    book.add([entry(edition=2, value=0.8), entry("2026Q2")], "ola", 2)
    assert (book.publications(), book.readable(), list(book.latest().values())) == ([first],) * 2 + ([first],)
    anew, other = book.pending()
    assert book.latest(pending=True) == {("participants", "2026Q1"): anew, ("participants", "2026Q2"): other}
    assert book.readable(pending=True) == book.publications(pending=True) == [first, anew, other]
    book.withdraw([other], "unsafe")
    assert book.pending() == [anew]
    before = book.state()
    book.release()
    assert book.latest() == {("participants", "2026Q1"): first}, "what nobody has attacked is not released"
    book.attacked([anew], [], "")
    assert (book.unattacked(), book.pending(), book.state()) == ([], [anew], before)
    book.release()
    assert (book.pending(), list(book.latest().values())) == ([], [anew])
    assert book.state() != before


def test_what_two_publish_at_once_is_attacked_by_whoever_published_it(book: Ledger) -> None:
    book.add([entry()], "kari", 1)
    [hers] = book.pending()
    book.add([entry("2026Q2")], "ola", 1)
    book.attacked([hers], [], "")
    book.release()
    assert [one.period for one in book.pending()] == ["2026Q2"]
