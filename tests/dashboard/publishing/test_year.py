"""One family's year from its rows alone: what is ready, what waits, and what is told anew."""

from datetime import date, datetime

from dashboard.counting.cells import ALL
from dashboard.counting.families import EVENTS, PERFORMERS, REFERRED, WAITED
from dashboard.publishing.notice import Outcome
from tests.dashboard.publishing.boards import KEYS, MODEL, merged
from tests.dashboard.publishing.regions import PEOPLE, Region, concerts, referrals

# --- the same persons, and the same events -------------------------------------------------------------------------


def test_who_performed_waits_for_the_concerts_and_for_their_agreeing_on_where_there_were_any(region: Region) -> None:
    silent = [{**row, "performers": 0 if row["municipality"] == "nordre_land" else 8} for row in concerts()]
    region.has(concerts=silent)
    region.today = date(2025, 5, 20)
    assert region.told(EVENTS, Outcome.READY) == ["2025Q1"]
    assert region.survey(PERFORMERS) == []
    region.publish(EVENTS)
    assert region.told(PERFORMERS, Outcome.READY) == ["2025Q1"]
    region.has(concerts=[*silent, *concerts(**dict.fromkeys(KEYS, 2))[:1]])
    assert region.told(PERFORMERS, Outcome.READY) == ["2025Q1"]  # of how many there were nothing is asked
    region.has(concerts=silent[1:])
    assert region.survey(PERFORMERS) == []


def test_nobody_can_have_performed_where_it_is_told_that_there_was_no_concert(region: Region) -> None:
    region.has(concerts=concerts(nordre_land=0, sondre_land=0))
    region.today = date(2025, 5, 20)
    region.publish(EVENTS)
    [entry] = region.decided(PERFORMERS)
    assert region.persons(entry) == {
        "gjovik": 8,
        "ostre_toten": 8,
        "vestre_toten": 8,
        "sondre_land": 0,
        "nordre_land": 0,
        ALL: 24,
        "elsewhere": 0,
    }


def test_who_waited_is_told_beside_the_same_persons_referred_and_waits_where_they_are_others(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    assert (region.told(REFERRED, Outcome.READY), region.survey(WAITED)) == (["2025Q1"], [])
    region.publish(REFERRED)
    assert region.told(WAITED, Outcome.READY) == ["2025Q1"]
    region.has(referrals=referrals({**PEOPLE, "gjovik": 19, "ostre_toten": 15}))
    assert region.told(WAITED, Outcome.READY) == ["2025Q1"]  # as many in all
    region.has(referrals=referrals({**PEOPLE, "gjovik": 21}))
    assert region.survey(WAITED) == []


def test_what_is_published_beside_persons_who_are_others_since_stays_and_is_named_as_corrected(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED, WAITED)
    assert region.survey(WAITED) == []
    region.has(referrals=referrals({**PEOPLE, "gjovik": 21}))
    region.changed = datetime(2025, 9, 1)
    assert region.told(WAITED, Outcome.CORRECTED) == ["2025Q1"]


def test_where_the_regions_total_is_hidden_nothing_is_told_of_the_same_persons(region: Region) -> None:
    region.has(referrals=referrals({"gjovik": 4}))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    assert set(region.persons(region.decided(REFERRED, anew=True)[0]).values()) == {None}
    assert region.survey(WAITED) == []


# --- what a period is waiting for ----------------------------------------------------------------------------------


def test_a_period_that_is_over_waits_for_its_rows_and_then_for_somebody_to_publish_it(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today, region.come = date(2025, 4, 1), datetime(2025, 2, 20)
    assert [(n.period.code, n.outcome, n.edition, n.at) for n in region.survey(REFERRED)] == [
        ("2025Q1", Outcome.NOT_REPORTED, 1, None)
    ]
    region.today, region.come = date(2025, 4, 1), datetime(2025, 4, 1)
    assert [(n.period.code, n.outcome, n.edition, n.at) for n in region.survey(REFERRED)] == [
        ("2025Q1", Outcome.READY, 1, None)
    ]
    region.today = date(2025, 3, 31)
    assert region.survey(REFERRED) == []
    region.today = date(2025, 7, 1)
    assert region.told(REFERRED, Outcome.NOT_REPORTED) == ["2025Q2"]


def test_what_was_tried_in_vain_says_so_and_when(region: Region) -> None:
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 5, 20)
    region.ledger.note(REFERRED.key, ["2025Q1"], Outcome.BLOCKED, "kari")
    [notice] = region.survey(REFERRED)
    attempt = region.ledger.attempts()[REFERRED.key, "2025Q1"]
    assert (notice.outcome, notice.at) == (Outcome.BLOCKED, attempt.at)
    region.ledger.note(REFERRED.key, ["2025Q1"], "a word of an older release", "kari")
    [notice] = region.survey(REFERRED)
    assert (notice.outcome, notice.at) == (Outcome.READY, None)


def test_a_correction_is_named_with_its_edition_where_a_shown_number_is_another_now(region: Region) -> None:
    region.has(referrals=referrals({**PEOPLE, "nordre_land": 2}))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    region.publish(REFERRED, anew=True)
    region.changed = datetime(2025, 9, 1)
    assert region.survey(REFERRED) == []
    region.has(referrals=referrals({**PEOPLE, "nordre_land": 3, "gjovik": 19}))
    assert [(n.period.code, n.outcome, n.edition) for n in region.survey(REFERRED)] == [
        ("2025Q1", Outcome.CORRECTED, 2)
    ]
    region.changed = None
    assert region.survey(REFERRED) == []  # nothing came that could have changed it
    region.changed = datetime(2025, 8, 1)
    assert region.survey(REFERRED) == []  # nor since it was published


def test_that_a_hidden_count_has_changed_is_not_told(region: Region) -> None:
    """Two people from elsewhere have become three: in no sum, and hidden before and after."""
    there = referrals(PEOPLE)
    region.has(referrals=[*there, *referrals({"other": 2})])
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    region.changed = datetime(2025, 9, 1)
    region.has(referrals=[*there, *referrals({"other": 3})])
    assert region.survey(REFERRED) == []
    region.has(referrals=[*there, *referrals({"other": 9})])
    assert region.survey(REFERRED) == []


def test_a_year_told_of_two_that_have_become_one_stays_as_it_is_told(region: Region) -> None:
    """Beside their numbers the new one's would give hidden parts away. What happened in public gives nobody away."""
    region.has(referrals=referrals(PEOPLE), concerts=concerts())
    region.today = date(2025, 6, 20)
    region.model = merged()
    assert region.told(REFERRED, Outcome.READY) == region.told(EVENTS, Outcome.READY) == ["2025Q1"]
    region.model = MODEL
    region.publish(REFERRED)
    region.model = merged()
    assert region.decided(REFERRED, anew=True) == region.decided(WAITED) == []
    assert region.told(REFERRED, Outcome.READY) == []
    assert region.told(EVENTS, Outcome.READY) == ["2025Q1"]
    region.model = MODEL
    assert [entry.edition for entry in region.decided(REFERRED, anew=True)] == [2]
