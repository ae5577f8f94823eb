"""In which edition a period is told, how far down the ladder, and what it lacks while somebody has not delivered."""

from datetime import date, datetime

import polars as pl

from dashboard.counting.cells import ALL
from dashboard.counting.families import EVENTS, PARTICIPANTS, REFERRED
from dashboard.publishing.attacking import UNSAFE
from dashboard.publishing.notice import Outcome
from dashboard.wall.search import Depth
from data_sources.storing.ledger import OLD_RULES
from tests.dashboard.publishing.boards import KEYS, MODEL
from tests.dashboard.publishing.regions import EVERYBODY, PEOPLE, Region, attendance, concerts, lacking, referrals

# --- editions, and how far down the ladder ---------------------------------------------------------------------------


def test_an_entry_says_its_family_period_edition_and_threshold(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    [entry] = region.decided(REFERRED)
    assert (entry.family, entry.period, entry.edition) == ("referred", "2025Q1", 1)
    assert (entry.threshold, entry.depth, entry.without) == (MODEL.threshold, 0, frozenset())
    assert region.persons(entry) == {**PEOPLE, ALL: sum(PEOPLE.values()), "elsewhere": None}
    assert set(entry.numbers["indicator"]) == {"referred", "waiting_median"}
    assert "period" not in entry.numbers.columns
    region.publish(REFERRED)
    assert region.decided(REFERRED) == []
    [again] = region.decided(REFERRED, anew=True)
    assert again.edition == 2
    assert region.decided(REFERRED, anew=True, done=frozenset({"2025Q1"})) == []


def test_what_was_published_and_withdrawn_shows_a_step_less_each_time_and_has_a_number_of_its_own(
    region: Region,
) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    for edition, depth in enumerate((Depth.FULL, Depth.WITHOUT_FINEST, Depth.TOTALS, Depth.NOTHING, Depth.NOTHING), 1):
        [(entries, notices)] = list(region.year(REFERRED).decide(anew=False))
        assert [(entry.edition, entry.depth) for entry in entries] == [(edition, depth)]
        outcome = Outcome.SHOWN_LESS if depth else Outcome.PUBLISHED
        assert [(n.outcome, n.edition, n.depth) for n in notices] == [(outcome, edition, depth)]
        region.publish(REFERRED)
        region.ledger.withdraw([region.ledger.latest()[REFERRED.key, "2025Q1"]], UNSAFE)


def test_what_gave_way_to_newer_rules_is_no_reason_to_show_less(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE), concerts=concerts())
    region.today = date(2025, 6, 20)
    region.publish(REFERRED, EVENTS)
    region.ledger.withdraw([region.ledger.latest()[EVENTS.key, "2025Q1"]], UNSAFE)
    region.ledger.withdraw([region.ledger.latest()[REFERRED.key, "2025Q1"]], OLD_RULES)
    [entry] = region.decided(REFERRED)
    assert (entry.edition, entry.depth) == (2, 0)


def test_an_edition_hides_what_one_that_can_still_be_read_has_hidden(region: Region) -> None:
    region.has(referrals=referrals({**PEOPLE, "nordre_land": 2}))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    [first] = region.decided(REFERRED, anew=True)
    hidden = {place for place, persons in region.persons(first).items() if persons is None} - {"elsewhere"}
    assert len(hidden) == 2
    region.has(referrals=referrals(PEOPLE))
    [second] = region.decided(REFERRED, anew=True)
    assert {place for place, persons in region.persons(second).items() if persons is None} >= hidden
    region.ledger.withdraw(region.ledger.readable(), OLD_RULES)
    [alone] = region.decided(REFERRED)
    assert {place for place, persons in region.persons(alone).items() if persons is None} == {"elsewhere"}


def test_an_edition_hides_what_another_has_hidden_that_is_not_released_yet(region: Region) -> None:
    region.has(referrals=referrals({**PEOPLE, "nordre_land": 2}))
    region.today = date(2025, 6, 20)
    [first] = region.decided(REFERRED)
    region.ledger.add([first], "kari", 1)
    hidden = {place for place, persons in region.persons(first).items() if persons is None}
    region.has(referrals=referrals(PEOPLE))
    [second] = region.decided(REFERRED, anew=True)
    assert {place for place, persons in region.persons(second).items() if persons is None} == hidden


def test_a_number_that_is_another_now_is_not_known_and_may_be_hidden_for_the_sake_of_a_small_one(
    region: Region,
) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    region.has(referrals=referrals({**{place: persons + 1 for place, persons in PEOPLE.items()}, "nordre_land": 2}))
    [second] = region.decided(REFERRED, anew=True)
    told = region.persons(second)
    assert (second.depth, told["nordre_land"], told[ALL]) == (0, None, 61)
    assert [told[place] for place in PEOPLE].count(None) == 2


def test_a_year_whose_quarter_was_corrected_is_blocked_and_its_last_quarter_is_not(region: Region) -> None:
    quarters = [date(2025, month, 3) for month in (3, 6, 9, 12)]
    every = [row for day in quarters for row in referrals(PEOPLE, received=day)]
    region.has(referrals=every)
    region.today, region.come = date(2025, 10, 2), datetime(2025, 10, 2)
    region.publish(REFERRED)
    assert [entry.period for entry in region.ledger.publications()] == ["2025Q1", "2025Q2", "2025Q3"]
    region.today, region.come = date(2026, 2, 2), datetime(2026, 2, 1)
    region.has(referrals=every[1:])
    told = [(entries, notices) for entries, notices in region.year(REFERRED).decide(anew=False)]
    assert [[(n.period.code, n.outcome) for n in notices] for _, notices in told] == [
        [("2025", Outcome.BLOCKED)],
        [("2025Q4", Outcome.PUBLISHED)],
    ]
    assert [[entry.period for entry in entries] for entries, _ in told] == [[], ["2025Q4"]]


# --- without somebody ----------------------------------------------------------------------------------------------


def test_a_quarter_without_one_tells_of_the_others_and_not_of_the_region(region: Region) -> None:
    region.has(attendance=attendance(*KEYS[1:]))
    region.board, region.today = lacking("gjovik"), date(2025, 7, 20)
    region.come = datetime(2025, 7, 10)
    assert {n.period.code: n.without for n in region.survey(PARTICIPANTS) if n.outcome is Outcome.READY} == {
        period: frozenset({"gjovik", ALL}) for period in ("2025Q1", "2025Q2")
    }
    quarter = {entry.period: entry for entry in region.decided(PARTICIPANTS)}["2025Q1"]
    assert quarter.without == {"gjovik", ALL}
    assert set(region.persons(quarter)) == {*KEYS[1:], "elsewhere"}
    assert {"gjovik", ALL}.isdisjoint(quarter.numbers["municipality"])
    region.publish(PARTICIPANTS)
    # What is published without the region goes on waiting for it, and is not decided again.
    waits = {n.period.code: n.without for n in region.survey(PARTICIPANTS) if n.outcome is Outcome.NOT_REPORTED}
    assert waits["2025Q1"] == waits["2025Q2"] == {"gjovik", ALL}
    assert region.decided(PARTICIPANTS) == []


def test_when_the_last_comes_the_rest_is_told_again_to_the_letter_and_the_region_beside_it(region: Region) -> None:
    region.has(attendance=attendance(*KEYS[1:]))
    region.board, region.today = lacking("gjovik"), date(2025, 7, 20)
    region.come = datetime(2025, 7, 10)
    region.publish(PARTICIPANTS)
    first = region.ledger.numbers(region.ledger.publications()).filter(pl.col("period") == "2025Q1")
    region.board = EVERYBODY
    region.has(attendance=[{**row, "status": "attended"} for row in attendance(*KEYS)])
    assert "2025Q1" in region.told(PARTICIPANTS, Outcome.READY)
    second = {entry.period: entry for entry in region.decided(PARTICIPANTS)}["2025Q1"]
    assert (second.edition, second.without) == (2, frozenset())
    own = [name for name in second.numbers.columns if name in first.columns]
    places = pl.col("municipality").is_in(KEYS[1:])
    again = second.numbers.filter(places).select(own)
    assert set(again.rows()) == set(first.filter(places).select(own).rows())
    assert region.persons(second)[ALL] == sum(PEOPLE.values())
    assert region.persons(second)["gjovik"] == PEOPLE["gjovik"]
    # Published anew by decision, all of it is of today's rows.
    anew = {entry.period: entry for entry in region.decided(PARTICIPANTS, anew=True)}["2025Q1"]
    assert set(anew.numbers.filter(places).select(own).rows()) != set(again.rows())
