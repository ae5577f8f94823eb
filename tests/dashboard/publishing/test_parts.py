"""What is published in parts: in any order, by several at once, and broken off where it may be, it is the same."""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

from dashboard.desk import Desk
from dashboard.publishing import sharing
from dashboard.publishing.parts import Order, Part, parts, publish_part
from dashboard.publishing.publish import publish
from dashboard.publishing.situation import Situation
from data_sources.reading.own_process import Ended
from data_sources.storing.ledger import CELL, NUMBERS, Ledger
from tests import made_up
from tests.dashboard.publishing.conftest import FIRST, LAST, under
from tests.stores import copy_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of half a year's referrals and concerts."""
    folder = tmp_path_factory.mktemp("taken_in")
    desk = under(folder, 5)
    desk.keep(desk.receive(made_up.referrals(FIRST, LAST), "henvisninger.csv"))
    desk.keep(desk.receive(made_up.concerts(FIRST, LAST), "konserter.csv"))
    time.sleep(1.1)  # rows of the very second of a publication count as come after it
    return folder


def copied(taken_in: Path, to: Path) -> Desk:
    to.mkdir(exist_ok=True)
    shutil.copy(taken_in / "a.key", to / "a.key")
    copy_of(taken_in / "a.sqlite", to / "a.sqlite")
    return under(to, 5)


@pytest.fixture
def unpublished(taken_in: Path, tmp_path: Path) -> Desk:
    return copied(taken_in, tmp_path)


def numbers(ledger: Ledger) -> pl.DataFrame:
    """Everything that can be read, without the numbers publications were given."""
    return ledger.numbers(ledger.readable()).drop("publication").sort("family", "period", "edition", "indicator", *CELL)


def ordered(desk: Desk, *, edition_of: int | None = None) -> tuple[Situation, Order, list[Part]]:
    situation = Situation.read(desk._store, desk._ledger, desk.model, desk.today())
    order = Order(desk.today(), "kari", datetime(2025, 9, 20, 12), desk._store.version(), edition_of, "Rettet")
    return situation, order, parts(situation, desk._ledger, desk.today())


def in_turn(desk: Desk) -> pl.DataFrame:
    publish(desk._store, desk._ledger, desk.model, today=desk.today(), by="kari", look_after=False)
    return numbers(desk._ledger)


def test_parts_done_in_any_order_say_what_they_say_in_turn_and_all_at_once(
    unpublished: Desk, taken_in: Path, tmp_path: Path
) -> None:
    desk, ledger = unpublished, Ledger(unpublished._store.engine)
    situation, order, work = ordered(desk)
    assert {part.root for part in work} >= {"referred", "ended", "events"}
    for part in reversed(work):
        publish_part(ledger, desk.model, situation, part, order)
        assert ledger.readable() == [], "nothing is read before all of it is"
    ledger.release()
    backwards = numbers(ledger)
    assert backwards.height > 100 and set(backwards.columns) >= set(NUMBERS)
    again = copied(taken_in, tmp_path / "again")
    assert in_turn(again).equals(backwards)


@pytest.mark.parametrize("anew", [False, True])
def test_a_part_that_is_broken_off_anywhere_and_done_again_is_not_doubled(
    unpublished: Desk, monkeypatch: pytest.MonkeyPatch, anew: bool
) -> None:
    desk, ledger = unpublished, unpublished._ledger
    if anew:
        in_turn(desk)
    situation, order, work = ordered(desk, edition_of=2025 if anew else None)
    part = next(each for each in work if each.root == "referred")
    add = Ledger.add

    def breaking(*asked: object) -> Iterator[None]:
        """The first kept, and then no more."""
        monkeypatch.setattr(Ledger, "add", lambda *rest: next(steps))
        add(*asked)
        yield
        raise MemoryError

    def begin(*asked: object) -> None:
        nonlocal steps
        steps = breaking(*asked)
        next(steps)

    steps: Iterator[None]
    monkeypatch.setattr(Ledger, "add", begin)
    with pytest.raises(MemoryError):
        publish_part(ledger, desk.model, situation, part, order)
    monkeypatch.setattr(Ledger, "add", add)
    assert ledger.unattacked()
    notices = publish_part(ledger, desk.model, situation, part, order)
    again = publish_part(ledger, desk.model, situation, part, order)
    assert {(n.family, n.period.code) for n in again} == {(n.family, n.period.code) for n in notices}
    ledger.release()
    editions = [(e.family, e.period, e.edition) for e in ledger.publications() if part.holds(e)]
    assert len(editions) == len(set(editions))
    assert {edition for *_, edition in editions} == ({1, 2} if anew else {1})
    assert ("referred", "2025Q1", 2 if anew else 1) in editions


def test_work_shared_by_two_processes_says_what_one_says(
    unpublished: Desk, taken_in: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alone = copied(taken_in, tmp_path / "again")
    one, told = in_turn(alone), list[tuple[int, int]]()
    monkeypatch.setattr(sharing, "WORTH", 0.2)
    desk = unpublished
    situation, order, work = ordered(desk)
    shared = sharing.shares(work, situation, desk.model, order, cores=2)
    assert len(shared) == 2 and sorted(map(repr, shared[0] + shared[1])) == sorted(map(repr, work))
    monkeypatch.setattr(sharing.os, "cpu_count", lambda: 2)
    publish(desk._store, desk._ledger, desk.model, today=desk.today(), by="kari", progress=lambda *at: told.append(at))
    assert numbers(desk._ledger).equals(one)
    assert told == [(number, len(work)) for number in range(len(work) + 1)]


def test_a_share_whose_process_is_gone_is_published_here(unpublished: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> bytes:
        raise Ended(-9, begun=True, memory=False)

    monkeypatch.setattr(sharing.own_process, "run", gone)
    monkeypatch.setattr(sharing, "WORTH", 0.2)
    monkeypatch.setattr(sharing.os, "cpu_count", lambda: 2)
    in_turn(unpublished)
    assert {entry.family for entry in unpublished._ledger.publications()} >= {"referred", "events"}
    assert not unpublished._ledger.pending()


def test_a_quarter_is_not_worth_the_start_of_a_process(unpublished: Desk) -> None:
    situation, order, work = ordered(unpublished)
    assert sharing.shares(work[:1], situation, unpublished.model, order, cores=8) == [work[:1]]
