"""The parts a publishing falls into, newest first, and how they are shared out: by about how long each takes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from dashboard.counting.families import ENDED, EVENTS, FOLLOWED, PERFORMERS, REFERRED, STEPS, WAITED
from dashboard.publishing import sharing
from dashboard.publishing.notice import Outcome
from dashboard.publishing.parts import Order, Part, parts, publish_part
from dashboard.publishing.sharing import shares
from dashboard.wall.search import Depth
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Entry
from tests.dashboard.publishing.boards import MODEL
from tests.dashboard.publishing.regions import PEOPLE, Region, concerts, giving_away, referrals

TODAY = date(2026, 3, 20)
ORDER = Order(TODAY, "kari", datetime(2026, 3, 20, 12), 7)
ATTENDANCE_2024, ATTENDANCE_2023 = Part("participants", 2024), Part("participants", 2023)
REFERRALS_2024, CONCERTS_2025 = Part("referred", 2024), Part("events", 2025)
PARTS = [CONCERTS_2025, ATTENDANCE_2024, REFERRALS_2024, ATTENDANCE_2023]


def two_years(region: Region) -> None:
    visits = [
        {"participant": "A", "municipality": "gjovik", "status": "attended", "date": day}
        for day in (date(2023, 1, 5), date(2024, 12, 20))
    ]
    everything = {"attendance": visits, "referrals": referrals({"gjovik": 1}, received=date(2024, 1, 3))}
    region.has(**everything, concerts=concerts())
    region.today = TODAY


def test_a_part_is_a_root_with_those_who_count_its_persons_and_holds_what_is_of_its_year(region: Region) -> None:
    assert Part("referred", 2025).families == (REFERRED, WAITED)
    assert Part("ended", 2025).families == (ENDED, STEPS, FOLLOWED)
    assert Part("events", 2025).families == (EVENTS, PERFORMERS)
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED, WAITED)
    for entry in region.ledger.publications():
        assert Part("referred", 2025).holds(entry)
        assert not Part("referred", 2024).holds(entry) and not Part("events", 2025).holds(entry)


def test_parts_come_newest_first_and_in_the_order_of_their_families(region: Region) -> None:
    two_years(region)
    situation = region.situation()
    assert parts(situation, region.ledger, TODAY) == PARTS
    assert parts(situation, region.ledger, TODAY, since=date(2024, 7, 1)) == PARTS[:3]
    assert parts(situation, region.ledger, TODAY, since=date(2025, 1, 1)) == PARTS[:1]
    assert parts(situation, region.ledger, date(2024, 6, 1)) == PARTS[1:]


def test_what_was_broken_off_is_done_first_of_all_however_old(region: Region) -> None:
    """Rows may be gone since: it is attacked, and released, all the same."""
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.ledger.add(region.decided(REFERRED), "kari", 1)
    region.has(referrals=[])
    assert parts(region.situation(), region.ledger, TODAY) == [Part("referred", 2025)]
    assert parts(region.situation(), region.ledger, TODAY, since=date(2026, 1, 1)) == [Part("referred", 2025)]


def test_work_is_shared_evenly_and_each_share_keeps_its_order(region: Region) -> None:
    """17 periods of attendance take 4.25 seconds, five of referrals one, and five of concerts half of one."""
    two_years(region)
    situation = region.situation()
    shared = shares(PARTS, situation, MODEL, ORDER, cores=2)
    assert shared == [[ATTENDANCE_2024, REFERRALS_2024], [CONCERTS_2025, ATTENDANCE_2023]]
    assert shares(PARTS, situation, MODEL, ORDER, cores=1) == [PARTS]
    # A third process would have too little to do: what it would have had goes to the last.
    assert [set(share) for share in shares(PARTS, situation, MODEL, ORDER, cores=4)] == [
        {ATTENDANCE_2024},
        {ATTENDANCE_2023, REFERRALS_2024, CONCERTS_2025},
    ]


@pytest.mark.parametrize(
    ("part", "seconds"),
    [(ATTENDANCE_2024, 17 * 0.25), (REFERRALS_2024, 5 * 0.2), (CONCERTS_2025, 5 * 0.1), (Part("referred", 2023), 0)],
)
def test_a_process_is_started_for_as_much_work_as_it_is_worth_and_for_no_less(
    region: Region, monkeypatch: pytest.MonkeyPatch, part: Part, seconds: float
) -> None:
    two_years(region)
    for worth, processes in ((seconds, 2), (seconds * 1.001 + 0.001, 1)):
        monkeypatch.setattr(sharing, "WORTH", worth)
        assert len(shares([part, part], region.situation(), MODEL, ORDER, cores=2)) == min(processes, 2)


def test_what_is_published_already_or_not_over_is_no_work_until_it_is_published_anew(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    own, order = Part("referred", 2025), Order(region.today, "kari", datetime(2025, 6, 20), 1)
    assert sharing._about(own, region.situation(), MODEL, order) == pytest.approx(0.2)
    region.publish(REFERRED)
    assert sharing._about(own, region.situation(), MODEL, order) == 0
    anew = Order(region.today, "kari", datetime(2025, 6, 20), 1, edition_of=2025, reason="Rettet")
    assert sharing._about(own, region.situation(), MODEL, anew) == pytest.approx(0.2)
    last_day = Order(date(2025, 3, 31), "kari", datetime(2025, 3, 31), 1, edition_of=2025)
    assert sharing._about(own, region.situation(), MODEL, last_day) == 0


# --- one part --------------------------------------------------------------------------------------------------------


def published(region: Region, order: Order) -> list[tuple[str, str, Outcome, int, int]]:
    notices = publish_part(region.ledger, MODEL, region.situation(), Part("referred", 2025), order)
    return [(n.family, n.period.code, n.outcome, n.edition, n.depth) for n in notices]


def test_what_is_kept_says_who_when_and_why_and_of_which_rows(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    order = Order(region.today, "kari", datetime(2025, 6, 20, 12), 7)
    first = [(key, "2025Q1", Outcome.PUBLISHED, 1, 0) for key in ("referred", "waited")]
    assert published(region, order) == first
    assert region.ledger.unattacked() == [] and len(region.ledger.pending()) == 2
    region.ledger.release()
    anew = Order(region.today, "per", datetime(2025, 6, 21, 12), 8, edition_of=2025, reason="Rettet")
    assert [row[3] for row in published(region, anew)] == [2, 2]
    region.ledger.release()
    kept = [(e.by, e.at, e.data_version, e.reason, e.edition) for e in region.ledger.publications()]
    assert kept == [
        *[("kari", datetime(2025, 6, 20, 12), 7, "", 1)] * 2,
        *[("per", datetime(2025, 6, 21, 12), 8, "Rettet", 2)] * 2,
    ]
    # The year that is published anew is another: nothing is given a reason, nor another edition.
    other = Order(region.today, "per", datetime(2025, 6, 22, 12), 9, edition_of=2024, reason="Rettet")
    assert published(region, other) == []


def test_what_was_broken_off_is_told_as_it_came_out_and_is_attacked(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    region.ledger.withdraw(region.ledger.readable(), "unsafe")
    region.ledger.add(region.decided(REFERRED), "kari", 1)
    order = Order(region.today, "per", datetime(2025, 6, 20, 12), 7)
    told = published(region, order)
    assert told == [
        ("referred", "2025Q1", Outcome.SHOWN_LESS, 2, Depth.WITHOUT_FINEST),
        ("waited", "2025Q1", Outcome.PUBLISHED, 1, 0),
    ]
    assert region.ledger.unattacked() == []


def test_what_falls_is_told_as_withdrawn_and_nothing_else_is(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    region.today = date(2025, 6, 20)
    add, few = Ledger.add, {**PEOPLE, "nordre_land": 2}

    def careless(ledger: Ledger, entries: Sequence[Entry], *rest: Any) -> None:
        """One number too many, as a fault in the wall would let through."""
        small = [giving_away(each, few) if each.family == "referred" else each for each in entries]
        add(ledger, small, *rest)

    region.has(referrals=referrals(few))
    monkeypatch.setattr(Ledger, "add", careless)
    told = published(region, Order(region.today, "kari", datetime(2025, 6, 20, 12), 7))
    assert [row[:3] for row in told] == [
        ("referred", "2025Q1", Outcome.WITHDRAWN),
        ("waited", "2025Q1", Outcome.PUBLISHED),
    ]


def test_what_was_broken_off_while_a_year_was_published_anew_is_not_decided_twice(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    region.ledger.add(region.decided(REFERRED, anew=True), "kari", 1, "Rettet")
    anew = Order(region.today, "per", datetime(2025, 6, 21, 12), 8, edition_of=2025, reason="Rettet")
    assert [row[:4] for row in published(region, anew)] == [
        ("referred", "2025Q1", Outcome.PUBLISHED, 2),
        ("waited", "2025Q1", Outcome.PUBLISHED, 1),
    ]
    assert [e.edition for e in region.ledger.publications(pending=True) if e.family == "referred"] == [1, 2]


def test_what_could_not_be_published_is_kept_with_who_tried(region: Region) -> None:
    quarters = [date(2025, month, 3) for month in (3, 6, 9, 12)]
    every = [row for day in quarters for row in referrals(PEOPLE, received=day)]
    region.has(referrals=every)
    region.today, region.come = date(2025, 10, 2), datetime(2025, 10, 2)
    region.publish(REFERRED)
    region.today, region.come = date(2026, 2, 2), datetime(2026, 2, 1)
    region.has(referrals=every[1:])
    told = {row[:3] for row in published(region, Order(region.today, "kari", datetime(2026, 2, 2), 9))}
    assert {("referred", "2025", Outcome.BLOCKED), ("referred", "2025Q4", Outcome.PUBLISHED)} <= told
    attempt = region.ledger.attempts()[REFERRED.key, "2025"]
    assert (attempt.outcome, attempt.by) == (Outcome.BLOCKED, "kari")
