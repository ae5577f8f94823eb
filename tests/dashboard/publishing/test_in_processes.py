"""What is done in a process of its own says what is done here, tells how far it has come, and can be called off."""

import pickle
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dashboard.publishing import sharing
from dashboard.publishing.notice import Notice
from dashboard.publishing.parts import Order, Part, parts, publish_part
from dashboard.publishing.sharing import House, publish_in_shares, published
from dashboard.publishing.situation import Situation
from data_sources.reading.own_process import Ended, Fault
from data_sources.storing.ledger import Ledger
from data_sources.storing.store import Store, StoreFault
from tests import made_up
from tests.dashboard.publishing.boards import MODEL
from tests.data_sources.drawn_sheets import SECRET, arrived
from tests.stores import database_at

TODAY = date(2025, 6, 20)
ORDER = Order(TODAY, "kari", datetime(2025, 6, 20, 12), 2)


def taken_in(folder: Path) -> Store:
    """Referrals and concerts of a winter, in a file that another process could open."""
    store = Store(database_at(folder / "a.sqlite"), SECRET)
    for make, name in ((made_up.referrals, "h.csv"), (made_up.concerts, "k.csv")):
        store.keep(arrived(make(date(2025, 1, 2), date(2025, 4, 10)), name), "kari")
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    own = taken_in(tmp_path)
    yield own
    own.engine.dispose()


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store.engine, store.turn)


def ordered(store: Store, ledger: Ledger) -> tuple[Situation, list[Part]]:
    situation = Situation.read(store, ledger, MODEL, TODAY)
    return situation, parts(situation, ledger, TODAY)


def house(store: Store) -> House:
    return House(store.engine.url.render_as_string(hide_password=False), store.secret, MODEL, store.opened)


def told(notices: list[Notice]) -> list[tuple[str, str, str]]:
    return [(notice.family, notice.period.code, notice.outcome) for notice in notices]


def numbers(ledger: Ledger) -> pl.DataFrame:
    ledger.release()
    every = ledger.numbers(ledger.readable()).drop("publication")
    return every.sort(*every.columns)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[Part, list[tuple[str, str, str]]], pl.DataFrame]:
    """What there is to tell of each part, and all numbers, where nothing is shared: on a store of its own."""
    other = taken_in(tmp_path_factory.mktemp("here"))
    own = Ledger(other.engine, other.turn)
    situation, work = ordered(other, own)
    notices = {part: told(publish_part(own, MODEL, situation, part, ORDER)) for part in work}
    every = numbers(own)
    other.engine.dispose()
    return notices, every


def test_a_share_is_published_as_it_would_be_here_and_tells_after_each_part(
    store: Store, ledger: Ledger, here: tuple[dict[Part, list[tuple[str, str, str]]], pl.DataFrame]
) -> None:
    notices, every = here
    _, work = ordered(store, ledger)
    assert len(work) >= 2
    stages: list[tuple[str, float]] = []
    answer = published((house(store), 1, work, ORDER), lambda: False, lambda *stage: stages.append(stage))
    assert {part: told(each) for part, each in pickle.loads(answer).items()} == notices
    assert stages == [("publishing", done / len(work)) for done in range(1, len(work) + 1)]
    assert numbers(ledger).equals(every)


def test_a_share_that_is_called_off_stops_before_its_next_part(store: Store, ledger: Ledger) -> None:
    _, work = ordered(store, ledger)
    asked = iter([False, True])
    with pytest.raises(StoreFault, match="cancelled"):
        published((house(store), 1, work, ORDER), lambda: next(asked), lambda *_: None)
    kept = {entry.family for entry in ledger.pending()}
    assert kept and all(work[0].holds(entry) for entry in ledger.pending())


def shared(
    store: Store, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, run: Callable[..., bytes]
) -> tuple[dict[Part, list[tuple[str, str, str]]], int]:
    """Two shares, the second in a process that `run` stands for; and how many parts were told of."""
    monkeypatch.setattr(sharing.own_process, "run", run)
    monkeypatch.setattr(sharing.os, "cpu_count", lambda: 2)
    situation, work = ordered(store, ledger)
    steps: list[None] = []
    notices = publish_in_shares(
        store, ledger, MODEL, situation, [work[:1], work[1:]], ORDER, lambda: steps.append(None)
    )
    assert set(notices) == set(work)
    return {part: told(each) for part, each in notices.items()}, len(steps)


def test_what_two_shares_say_is_what_one_says(
    store: Store,
    ledger: Ledger,
    here: tuple[dict[Part, list[tuple[str, str, str]]], pl.DataFrame],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []

    def run(work: Callable[..., bytes], request: Any, *, cancel: Any, notify: Any) -> bytes:
        asked.append(request)
        return work(request, cancel, notify)

    notices, steps = shared(store, ledger, monkeypatch, run)
    assert (notices, steps) == (here[0], len(here[0]))
    assert numbers(ledger).equals(here[1])
    [(own, number, share, order)] = asked
    assert (own.database, own.secret, own.model, own.opened) == (
        *(house(store).database, store.secret, MODEL, store.opened),
    )
    assert (number, order, len(share)) == (1, ORDER, len(here[0]) - 1)


def test_a_share_whose_process_is_gone_is_published_here_as_well(
    store: Store,
    ledger: Ledger,
    here: tuple[dict[Part, list[tuple[str, str, str]]], pl.DataFrame],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(*_: Any, **__: Any) -> bytes:
        raise Ended(-9, begun=True, memory=False)

    assert shared(store, ledger, monkeypatch, gone) == (here[0], len(here[0]))
    assert numbers(ledger).equals(here[1])


def test_a_fault_of_a_share_is_the_publishings_own(
    store: Store, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> bytes:
        raise Fault("disk-full")

    with pytest.raises(StoreFault, match="disk-full"):
        shared(store, ledger, monkeypatch, full)
