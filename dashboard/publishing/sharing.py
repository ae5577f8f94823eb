"""Owns that a large publishing on one machine is shared by its cores: parts are published in processes of their own.

Which process publishes a part changes no number: a part reads rows and what is published of its own families and year,
and is the same whoever does it (`parts`). A quarter's is not worth the start of a process.
"""

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

from dashboard.counting.families import FAMILIES, PARTICIPANTS, REFERRED
from dashboard.publishing import closing
from dashboard.publishing.notice import Notice
from dashboard.publishing.parts import Order, Part, publish_part
from dashboard.publishing.situation import Situation
from data_sources.declared.model import Model
from data_sources.reading import own_process
from data_sources.reading.own_process import Cancel, Ended, Fault, Notify
from data_sources.storing.database import alone
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.ledger import Ledger
from data_sources.storing.same_file import FileIdentity, hold_to
from data_sources.storing.store import Store, StoreFault

# Processor seconds a period takes, as measured on the demo's region: to share work out evenly, and nothing else.
_ABOUT, _OF_OTHERS = {PARTICIPANTS.key: 0.25, REFERRED.key: 0.2, "ended": 0.2, "events": 0.1}, 0.05
WORTH = 2.0
"""Seconds of work from which on a process of its own is worth its start, which takes one and a half."""


@dataclass(frozen=True)
class House:
    """What a process must know of us. It goes through a pipe, and is never written down."""

    database: str = field(repr=False)
    secret: SecretKey = field(repr=False)
    model: Model
    opened: FileIdentity


def shares(
    work: Sequence[Part], situation: Situation, model: Model, order: Order, cores: int | None = None
) -> list[list[Part]]:
    """The parts each process publishes, in the order they were in: of about equal work, and one alone where no other is
    worth its start."""
    about = {part: _about(part, situation, model, order) for part in work}
    several: list[list[Part]] = [[] for _ in range(cores or os.cpu_count() or 1)]
    for part in sorted(work, key=lambda part: -about[part]):
        min(several, key=lambda own: sum(about[each] for each in own)).append(part)
    worth = [own for own in several if sum(about[part] for part in own) >= WORTH]
    if len(worth) < 2:
        return [list(work)]
    rest = {part for part in work if not any(part in own for own in worth)}
    worth[-1] += rest
    return [[part for part in work if part in own] for own in worth]


def _about(part: Part, situation: Situation, model: Model, order: Order) -> float:
    """How long a part takes, roughly."""
    root = next(family for family in FAMILIES if family.key == part.root)
    if part.year not in closing.years(root, situation.rows, order.today):
        return 0.0
    over = [p for p in closing.periods(root, situation.rows, model, part.year) if p.last < order.today]
    anew = order.edition_of == part.year
    due = [p for p in over if anew or (root.key, p.code) not in situation.latest]
    return _ABOUT.get(root.key, _OF_OTHERS) * len(due)


def publish_in_shares(
    store: Store,
    ledger: Ledger,
    model: Model,
    situation: Situation,
    shared: Sequence[Sequence[Part]],
    order: Order,
    tell: Callable[[], None],
) -> dict[Part, list[Notice]]:
    """Every part, the first share here and the others each in a process of its own. `tell`: called after each part.

    Where such a process is gone, its share is published here. Raises StoreFault.
    """
    house = House(store.engine.url.render_as_string(hide_password=False), store.secret, model, store.opened)
    broken_off, lock = threading.Event(), threading.Lock()
    notices: dict[Part, list[Notice]] = {}

    def told() -> None:
        with lock:
            tell()

    def elsewhere(number: int, share: Sequence[Part]) -> list[Part]:
        """What is left of a share when its process has ended."""
        try:
            answer = own_process.run(
                published, (house, number, share, order), cancel=broken_off.is_set, notify=lambda stage, done: told()
            )
        except Fault as fault:
            raise StoreFault(fault.reason) from None
        except Ended:
            return list(share)
        notices.update(pickle.loads(answer))
        return []

    def here(parts: Sequence[Part]) -> None:
        for part in parts:
            notices[part] = publish_part(ledger, model, situation, part, order)
            told()

    for number in range(1, os.cpu_count() or 1):
        with alone(store.engine, f"share{number}"):
            pass  # what a publishing that was killed had begun in another process has come to its end
    with ThreadPoolExecutor(max(len(shared) - 1, 1)) as others, ExitStack() as at_the_end:
        at_the_end.callback(broken_off.set)
        waiting = [others.submit(elsewhere, number, share) for number, share in enumerate(shared[1:], start=1)]
        here(shared[0])
        for each in waiting:
            here(each.result())
    return notices


# --- inside the process ------------------------------------------------------------------------------------------


def published(request: tuple[House, int, Sequence[Part], Order], cancel: Cancel, notify: Notify) -> bytes:
    """What there is to tell of each part. Raises StoreFault; `cancelled` where the rest was called off."""
    house, number, share, order = request
    hold_to(house.database, house.opened)
    store = Store(house.database, house.secret)
    try:
        with alone(store.engine, f"share{number}"):
            ledger = Ledger(store.engine, store.turn)
            situation = Situation.read(store, ledger, house.model, order.today, order.edition_of)
            notices = {}
            for done, part in enumerate(share, start=1):
                if cancel():
                    raise StoreFault("cancelled")
                notices[part] = publish_part(ledger, house.model, situation, part, order)
                notify("publishing", done / len(share))
            return pickle.dumps(notices)
    finally:
        store.engine.dispose()
