"""What is read of the store before anything is published, and how it is told that publishing goes on."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.counting.families import EVENTS, PARTICIPANTS, REFERRED
from dashboard.publishing import publish as publishing
from dashboard.publishing import situation
from dashboard.publishing.notice import Outcome
from dashboard.publishing.publish import publish, survey
from dashboard.publishing.situation import Situation, board_of, first_day, rows_of
from data_sources.declared.tables import BY_NAME
from data_sources.declared.wall_rules import RULES
from data_sources.storing import ledger as ledger_module
from data_sources.storing.books.deliveries import DeliveryBook, WordKind
from tests.dashboard.publishing.boards import KEYS, MODEL, merged
from tests.dashboard.publishing.regions import PEOPLE, Region, Rows, attendance, concerts, referrals


@pytest.fixture
def store(region: Region, tmp_path: Path) -> Iterator[Rows]:
    """Appointments and referrals until June, and concerts in March, in July."""
    region.has(attendance=attendance(*KEYS), referrals=referrals(PEOPLE), concerts=concerts())
    region.today, region.come = date(2025, 7, 20), datetime(2025, 7, 10)
    rows = Rows(region, tmp_path)
    yield rows
    rows.engine.dispose()


def read(store: Rows, edition_of: int | None = None, *, corrections: bool = False) -> Situation:
    """What is read, and in `asked` since when."""
    store.asked.clear()
    return Situation.read(store, store.region.ledger, MODEL, store.region.today, edition_of, corrections=corrections)


# --- what is read ----------------------------------------------------------------------------------------------------


def test_every_table_is_read_whole_but_attendance(store: Rows) -> None:
    known = read(store)
    assert {name for name, since in store.asked.items() if since is None} == set(BY_NAME) - {"attendance"}
    assert set(known.rows) == set(BY_NAME) and known.rows["referrals"].height == sum(PEOPLE.values())
    assert known.changes.is_empty() and known.spans.height == len(BY_NAME)
    assert (known.latest, known.attempts, known.without) == ({}, {}, {})
    assert known.board.today == store.region.today and known.board.model is MODEL


def test_attendance_is_read_of_the_years_that_anything_may_be_published_of(store: Rows) -> None:
    region = store.region
    region.first = date(2022, 5, 3)
    read(store)
    assert store.asked["attendance"] == date(2021, 1, 1)  # nothing is published: from the year before the first
    region.first = date(2025, 1, 5)
    region.publish(PARTICIPANTS, REFERRED)
    read(store)
    assert store.asked["attendance"] == date(2024, 1, 1)
    read(store, edition_of=2019)
    assert store.asked["attendance"] == date(2018, 1, 1)
    region.changed = datetime(2025, 9, 1)
    assert not read(store, corrections=True).changes.is_empty()
    assert store.asked["attendance"] == date(2024, 1, 1)


def test_what_was_broken_off_is_read_again(store: Rows) -> None:
    region = store.region
    region.publish(PARTICIPANTS)
    [entry, *_] = region.decided(REFERRED)
    object.__setattr__(entry, "period", "2017Q1")
    region.ledger.add([entry], "kari", 1)
    read(store)
    assert store.asked["attendance"] == date(2016, 1, 1)


def test_rows_that_came_since_bring_years_back_only_for_whoever_asks_what_was_corrected(
    store: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.region.changed = datetime(2025, 7, 5)
    changed: list[int] = []

    def asked(*given: Any) -> date:
        changed.append(given[2].height)
        return first_day(*given)

    monkeypatch.setattr(situation, "first_day", asked)
    assert read(store).changes.height == read(store, corrections=True).changes.height == len(BY_NAME)
    assert changed == [0, len(BY_NAME)]


def test_what_older_rules_published_is_attacked_whatever_year_it_is_of(
    store: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_module, "RULES", RULES - 1)
    store.region.publish(REFERRED)
    read(store)
    assert store.asked["attendance"] is None


def test_whom_each_publication_lacks_is_known(store: Rows) -> None:
    region = store.region
    region.publish(REFERRED)
    [entry, other] = region.ledger.publications()
    known = read(store)
    assert known.latest == {("referred", "2025Q1"): entry, ("referred", "2025Q2"): other}
    assert known.lacked(entry) == frozenset() == known.without[entry.id]
    assert set(known.attempts) == set()
    region.ledger.note(REFERRED.key, ["2025Q2"], Outcome.BLOCKED, "kari")
    assert set(read(store).attempts) == {("referred", "2025Q2")}


def test_rows_and_words_of_a_municipality_that_is_no_more_are_those_of_the_one_it_became(store: Rows) -> None:
    region = store.region
    model = merged()
    assert model.become == {"sondre_land": "land", "nordre_land": "land"}
    population = {"municipality": "sondre_land", "year": 2024, "adults": 5000}
    region.has(population=[population])
    rows = rows_of(store, model)
    for table in ("attendance", "referrals", "concerts"):
        assert set(rows[table]["municipality"]) == {*KEYS[:3], "land"}
    assert rows["population"]["municipality"].to_list() == ["sondre_land"]  # how many live there is said anew
    book = DeliveryBook(region.ledger.engine)
    book.say(WordKind.NOTHING, "attendance", "municipality:nordre_land", "2025-05", "ola")
    book.say(WordKind.NOTHING, "attendance", "municipality:gjovik", "2025-05", "ola")
    said = board_of(store, model, region.today).words
    assert [word.place for word in said] == ["municipality:land", "municipality:gjovik"]
    plain = rows_of(store, MODEL)
    assert set(plain["attendance"]["municipality"]) == set(KEYS)


def test_what_was_said_is_read_as_it_stood_when_a_day_was_over(store: Rows) -> None:
    book = DeliveryBook(store.engine)
    book.say(WordKind.NOTHING, "attendance", "municipality:gjovik", "2025-05", "ola", datetime(2025, 6, 3, 9))
    before, after = (board_of(store, MODEL, store.region.today, day) for day in (date(2025, 6, 2), date(2025, 6, 3)))
    assert (len(before.words), len(after.words)) == (0, 1)


# --- publishing -------------------------------------------------------------------------------------------------------


def done(store: Rows, **more: Any) -> dict[tuple[str, str], Outcome]:
    """What came of a publishing by Kari, by family and period."""
    notices = publish(store, store.region.ledger, MODEL, today=store.region.today, by="kari", **more)
    assert len({(n.family, n.period) for n in notices}) == len(notices)
    return {(n.family, n.period.code): n.outcome for n in notices}


def test_everything_that_has_closed_is_published_and_then_it_is_told_how_the_rest_stands(store: Rows) -> None:
    steps: list[tuple[int, int]] = []
    outcomes = done(store, at=datetime(2025, 7, 19, 12), progress=lambda *step: steps.append(step))
    published = {key for key, outcome in outcomes.items() if outcome is Outcome.PUBLISHED}
    assert {
        ("participants", "2025Q1"),
        ("participants", "2025Q2"),
        ("referred", "2025Q1"),
        ("events", "2025Q1"),
    } <= published
    assert steps == [(number, 3) for number in range(4)]
    entries = store.region.ledger.readable()
    assert {(entry.family, entry.period) for entry in entries} == published
    assert {(e.by, e.at, e.data_version, e.reason) for e in entries} == {("kari", datetime(2025, 7, 19, 12), 7, "")}
    again = done(store)
    assert Outcome.PUBLISHED not in again.values()
    assert len(store.region.ledger.readable()) == len(entries)
    assert {n.outcome for n in survey(store, store.region.ledger, MODEL, today=store.region.today)} == set(
        again.values()
    )


def test_without_a_look_after_only_what_was_published_is_told(store: Rows) -> None:
    store.region.has(attendance=[])
    store.region.today = date(2025, 10, 20)
    whole = done(store, look_after=False)
    assert set(whole.values()) == {Outcome.PUBLISHED}
    assert Outcome.NOT_REPORTED in done(store).values()


def test_what_began_before_the_day_asked_for_waits_until_it_is_asked_for(store: Rows) -> None:
    region = store.region
    quarters = [
        *referrals(PEOPLE),
        *referrals({"gjovik": 9, "land": 8}, date(2024, 3, 3)),
        *referrals(PEOPLE, date(2024, 8, 3)),
    ]
    region.has(attendance=[], concerts=[], referrals=quarters)
    assert {entry[1][:4] for entry in done(store, since=date(2025, 1, 1), look_after=False)} == {"2025"}
    assert {entry for entry in done(store, since=date(2024, 7, 1), look_after=False) if entry[0] == "referred"} == {
        ("referred", "2024Q3"),
        ("referred", "2024Q4"),
    }
    assert {entry for entry in done(store, look_after=False) if entry[0] == "referred"} == {
        ("referred", "2024Q1"),
        ("referred", "2024Q2"),
        ("referred", "2024"),
    }


def test_a_year_published_anew_has_its_reason(store: Rows) -> None:
    store.region.has(attendance=[], concerts=[])
    done(store)
    outcomes = done(store, edition_of=2025, reason="Feil uttrekk")
    assert outcomes["referred", "2025Q1"] is Outcome.PUBLISHED
    told = [(e.edition, e.reason) for e in store.region.ledger.publications() if e.family == "referred"]
    assert told[0] == (1, "") and (2, "Feil uttrekk") in told


def test_work_is_shared_only_where_the_store_can_be_opened_by_several(
    store: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.region.has(attendance=[], referrals=[])
    asked: list[int] = []
    monkeypatch.setattr(publishing, "shares", lambda work, *rest: asked.append(len(work)) or [work])
    done(store, look_after=False)
    assert asked == []
    store.shared = True
    done(store, edition_of=2025, reason="x", look_after=False)
    assert asked == [1]


def test_a_survey_looks_at_every_family_and_year(store: Rows) -> None:
    region = store.region
    region.has(referrals=[*referrals(PEOPLE), *referrals({"gjovik": 9}, date(2024, 3, 3))])
    ready = {
        (notice.family, notice.period.year)
        for notice in survey(store, region.ledger, MODEL, today=region.today)
        if notice.outcome is Outcome.READY
    }
    assert ready >= {(PARTICIPANTS.key, 2025), (REFERRED.key, 2025), (REFERRED.key, 2024), (EVENTS.key, 2025)}


def test_what_older_rules_made_is_tried_by_todays_before_anything_is_published(
    store: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_module, "RULES", RULES - 1)
    store.region.has(attendance=[], concerts=[])
    store.region.publish(REFERRED)
    monkeypatch.undo()
    older = {entry.id for entry in store.region.ledger.readable()}
    done(store, look_after=False)
    assert store.region.ledger.holding() == older
