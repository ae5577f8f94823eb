"""What is published is attacked by the rows of the day: what falls is withdrawn, and what older rules made is tried."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import EVENTS, PARTICIPANTS, PERFORMERS, REFERRED, WAITED
from dashboard.publishing import attacking
from dashboard.publishing.attacking import attacked, audit, held_by_todays_rules, screens, withdrawn
from data_sources.declared.wall_rules import RULES
from data_sources.storing import ledger as ledger_module
from data_sources.storing.ledger import OLD_RULES
from data_sources.storing.publication import Publication
from tests.dashboard.publishing.boards import KEYS, MODEL
from tests.dashboard.publishing.regions import (
    PEOPLE,
    Region,
    Rows,
    attendance,
    concerts,
    giving_away,
    lacking,
    referrals,
)

FEW = {**PEOPLE, "nordre_land": 2}


@pytest.fixture
def older(region: Region, monkeypatch: pytest.MonkeyPatch) -> Region:
    """A region whose referrals older rules have published."""
    region.has(referrals=referrals(FEW))
    region.today = date(2025, 6, 20)
    monkeypatch.setattr(ledger_module, "RULES", RULES - 1)
    region.publish(REFERRED)
    monkeypatch.undo()
    return region


def hold(region: Region) -> bool:
    return held_by_todays_rules(region.ledger, MODEL, region.rows, region.today)


def test_what_older_rules_made_and_todays_attack_holds_against_is_read_as_it_was_and_tried_once(older: Region) -> None:
    [entry] = older.ledger.readable()
    assert (entry.rules, older.ledger.holding()) == (RULES - 1, frozenset())
    assert hold(older)
    assert older.ledger.holding() == {entry.id}
    assert not hold(older)


def test_what_older_rules_made_and_falls_is_read_in_its_least_alone_and_tried_again_when_something_else_is_read(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The attack reckons with the rows of today: who was referred by then, and no other day."""
    region.has(referrals=referrals(FEW))
    region.today = date(2025, 6, 20)
    [entry] = region.decided(REFERRED)
    monkeypatch.setattr(ledger_module, "RULES", RULES - 1)
    region.ledger.add([giving_away(entry, FEW)], "kari", 1)
    region.ledger.attacked(region.ledger.unattacked(), [], "")
    region.ledger.release()
    monkeypatch.undo()
    assert hold(region)
    assert region.ledger.holding() == frozenset()
    assert [entry.period for entry in region.ledger.readable()] == ["2025Q1"]  # its least does not fall
    assert not hold(region)
    region.publish(WAITED)
    assert hold(region)


def test_what_todays_rules_made_is_not_tried(region: Region) -> None:
    region.has(referrals=referrals(FEW))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    assert not hold(region)
    assert region.ledger.holding() == frozenset()


def test_an_edition_of_older_rules_gives_way_to_a_new_one(older: Region) -> None:
    [first] = older.ledger.readable()
    older.publish(REFERRED, anew=True)
    gone = [(each.publication.id, each.reason) for each in older.ledger.withdrawals()]
    assert gone == [(first.id, OLD_RULES)]
    assert [entry.edition for entry in older.ledger.readable()] == [2]


def test_what_is_added_and_falls_is_read_by_nobody_and_what_holds_is(region: Region) -> None:
    region.has(referrals=referrals(FEW))
    region.today = date(2025, 6, 20)
    [entry] = region.decided(REFERRED)
    region.ledger.add([giving_away(entry, FEW)], "kari", 1)
    added = region.ledger.unattacked()
    assert withdrawn(region.ledger, MODEL, region.rows, added, region.today) == added
    assert region.ledger.unattacked() == []
    region.ledger.release()
    assert region.ledger.readable() == []
    assert [each.reason for each in region.ledger.withdrawals()] == [attacking.UNSAFE]
    region.ledger.add(region.decided(REFERRED), "kari", 1)
    held = region.ledger.unattacked()
    assert withdrawn(region.ledger, MODEL, region.rows, held, region.today) == []
    region.ledger.release()
    assert region.ledger.readable() == held


def test_where_an_edition_brings_down_another_day_it_is_the_one_that_goes(region: Region) -> None:
    """Those who waited contradict, in their sum, those referred, whose number was there before."""
    region.has(referrals=referrals(PEOPLE))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    [before] = region.ledger.readable()
    [waited] = region.decided(WAITED)
    share = pl.col("indicator") == "started_in_time_rate"
    wrong = waited.numbers.with_columns(pl.when(share).then(pl.lit(90.0)).otherwise("base").alias("base"))
    assert set(wrong["base"].drop_nulls()) == {90.0}
    region.ledger.add([replace(waited, numbers=wrong)], "kari", 1)
    [added] = region.ledger.unattacked()
    assert withdrawn(region.ledger, MODEL, region.rows, [added], region.today) == [added]
    assert before in region.ledger.readable()


def test_the_attack_sees_one_year_and_the_rows_of_one_day(region: Region) -> None:
    region.has(referrals=referrals(FEW))
    region.today = date(2025, 6, 20)
    region.publish(REFERRED)
    every = region.ledger.readable()

    def tried(year: int, today: date) -> int:
        attack = attacked(region.ledger, MODEL, region.rows, every, year, today)
        assert attack.breaches == ()
        return attack.tried

    assert tried(2025, region.today) > 0
    assert tried(2025, date(2025, 3, 2)) != tried(2025, region.today)
    assert tried(2024, region.today) == 0


def test_whom_a_publication_lacks_is_nobody_only_where_nobody_is_counted(region: Region) -> None:
    region.has(attendance=attendance(*KEYS[1:]))
    region.board, region.today = lacking("gjovik", "2025Q1", "2025Q2"), date(2025, 7, 20)
    region.publish(PARTICIPANTS)
    adults = pl.DataFrame(schema={"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64})

    def seen(counted: dict[str, int], entry: Publication) -> tuple[frozenset[str], frozenset[str]]:
        rows = [
            {"period": entry.period, **dict.fromkeys(CELL, ALL), "municipality": place, "persons": n}
            for place, n in counted.items()
        ]
        [screen] = screens(region.ledger, [entry], MODEL, adults, {"participants": pl.DataFrame(rows)})
        assert (screen.number, screen.family, screen.period) == (entry.id, entry.family, entry.period)
        return screen.without, screen.absent

    quarter = next(entry for entry in region.ledger.readable() if entry.period == "2025Q1")
    one = frozenset({"gjovik"})
    assert seen({"gjovik": 0, "ostre_toten": 14}, quarter) == (one, one)
    assert seen({"gjovik": 1, "ostre_toten": 14}, quarter) == (one, frozenset())
    assert screens(region.ledger, [quarter], MODEL, adults, {})[0].absent == frozenset()
    assert screens(region.ledger, [], MODEL, adults, {}) == []


def test_of_older_editions_that_say_the_same_one_is_attacked_and_every_one_that_says_something_else(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    region.has(referrals=referrals(FEW))
    region.today = date(2025, 6, 20)
    adults = pl.DataFrame(schema={"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64})
    for people in (FEW, FEW, {**FEW, "gjovik": FEW["gjovik"] + 20}, FEW, FEW):
        region.has(referrals=referrals(people))
        region.publish(REFERRED, anew=True)
    every = [entry for entry in region.ledger.readable() if entry.period == "2025Q1"]
    assert [entry.edition for entry in every] == [1, 2, 3, 4, 5]
    truth = {
        "referred": pl.DataFrame(schema={"period": pl.String, **dict.fromkeys(CELL, pl.String), "persons": pl.Int64})
    }
    numbers = [screen.number for screen in screens(region.ledger, every, MODEL, adults, truth)]
    assert numbers == [every[at].id for at in (0, 2, 4)]  # the newest stands, whatever it says
    once = attacked(region.ledger, MODEL, region.rows, every, 2025, region.today)
    monkeypatch.setattr(pl.DataFrame, "equals", lambda *_: False)
    assert len(screens(region.ledger, every, MODEL, adults, truth)) == 5
    assert attacked(region.ledger, MODEL, region.rows, every, 2025, region.today) == once


# --- an attack on all that can be read -------------------------------------------------------------------------------


@pytest.fixture
def store(region: Region, tmp_path: Path) -> Iterator[Rows]:
    """Referrals of two years and concerts of one, published."""
    last_year = referrals(FEW, received=date(2024, 3, 4))
    region.has(referrals=[*last_year, *referrals(FEW)], concerts=concerts())
    region.today = date(2025, 6, 20)
    rows = Rows(region, tmp_path)
    yield rows
    rows.engine.dispose()


def audited(store: Rows) -> dict[tuple[str, int], tuple[bool, set[str]]]:
    """Family and year → whether hidden counts were tried, and the periods in which something fell."""
    audits = audit(store, store.region.ledger, MODEL, today=store.region.today)
    assert len({(each.family, each.year) for each in audits}) == len(audits)
    return {(a.family, a.year): (a.tried > 0, {breach.period for breach in a.breaches}) for a in audits}


def test_every_year_of_the_families_that_bear_on_each_other_is_attacked_once(store: Rows) -> None:
    region = store.region
    assert audited(store) == {}
    region.publish(REFERRED, WAITED, EVENTS, PERFORMERS)
    assert audited(store) == {("referred", 2025): (True, set()), ("events", 2025): (False, set())}


def test_what_falls_is_told_of_its_family_and_year_and_what_holds_beside_it_is_not(store: Rows) -> None:
    region = store.region
    [entry, *_] = region.decided(REFERRED)
    region.ledger.add([giving_away(entry, FEW)], "kari", 1)
    region.ledger.attacked(region.ledger.unattacked(), [], "")
    region.ledger.release()
    region.publish(WAITED)
    assert audited(store) == {("referred", 2025): (True, {"2025Q1"})}


def test_an_audit_tries_what_older_rules_made_by_todays(store: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "RULES", RULES - 1)
    store.region.publish(REFERRED)
    monkeypatch.undo()
    audited(store)
    assert store.region.ledger.holding() == {entry.id for entry in store.region.ledger.readable()}
