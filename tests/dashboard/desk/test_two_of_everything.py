"""Two processes at one database, of either kind, which do the same at the same moment: all is done, and each once."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest

from dashboard.desk import Desk, Role, StoreFault, room
from data_sources.storing import database as storing
from tests import made_up

pytestmark = pytest.mark.slow
FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What came of each, begun in the same moment; a StoreFault where it came to nothing."""
    together = Barrier(len(deeds))

    def begun(deed: Callable[[], Any]) -> Any:
        together.wait()
        try:
            return deed()
        except StoreFault as fault:
            return fault

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(begun, deeds))


def test_whoever_starts_for_the_first_time_while_another_does_misses_no_key(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other comes first, after this one has seen that there is no key."""
    others: list[Desk] = []

    def is_claimed(url: str) -> bool:
        with monkeypatch.context() as undone:
            undone.setattr(room, "is_claimed", storing.is_claimed)
            others.append(make_desk())
        return storing.is_claimed(url)

    monkeypatch.setattr(room, "is_claimed", is_claimed)
    assert make_desk().decide("Vedtak").number == 1
    assert [decision.number for decision in others[0].decisions()] == [1]


def test_two_of_everything_at_once_is_all_done_and_nothing_twice(make_desk: Callable[..., Desk]) -> None:
    one, two = desks = at_once(make_desk, make_desk)  # an empty database, made and opened by both
    assert all(isinstance(desk, Desk) for desk in desks)

    files = {"k.csv": made_up.concerts(FIRST, LAST), "h.csv": made_up.referrals(FIRST, LAST)}
    previews = [desk.receive(content, name) for desk, (name, content) in zip(desks, files.items(), strict=True)]
    kept = at_once(lambda: one.keep(previews[0]), lambda: two.keep(previews[1]))
    assert {batch.id for batch in kept} == {1, 2} and {batch.file for batch in kept} == set(files)

    content = made_up.attendance(FIRST, LAST)
    again = [desk.receive(content, "oppmote.csv") for desk in desks]
    same = at_once(lambda: one.keep(again[0]), lambda: two.keep(again[1]))
    new = [sum(counts.new for counts in batch.counts) for batch in same if not isinstance(batch, StoreFault)]
    rows = next(desk._store.rows(table).height for desk in desks for table in desk.tables if table.name == "attendance")
    assert sum(new) == rows > 0

    texts = [(desk, f"Vedtak {n} {who}") for n in range(8) for desk, who in zip(desks, "ab", strict=True)]
    decided = at_once(*(lambda desk=desk, text=text: desk.decide(text) for desk, text in texts))
    assert sorted(decision.number for decision in decided) == list(range(1, 17))
    owing = one.owing()[0]
    assert sorted(at_once(*(lambda desk=desk: desk.note_reminder(owing, "2026-05") for desk in desks))) == [False, True]
    at_once(*(lambda desk=desk: desk.grant("kari@example.no", Role.READER) for desk in desks))
    assert [account.email for account in two.accounts()] == ["kari@example.no"]

    for desk in desks:
        desk.settle_views()
    at_once(*(lambda desk=desk: desk.publish() for desk in desks))
    published = Counter((entry.family, entry.period, entry.edition) for entry in two.publications())
    assert published and set(published.values()) == {1} and {edition for *_, edition in published} == {1}
    assert one._ledger.pending() == []

    for desk in desks:
        desk.settle_views()
    numbers = [entry.number for entry in one.log(limit=1000)]
    assert numbers == list(range(len(numbers), 0, -1))
    assert two.verify_log().broken is None
