"""Owns the doing of what was handed over. Each is done once, whoever has begun it and ended before their time."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.desk.handed_over.asking import LOOK, HandedOver
from dashboard.desk.handed_over.orders import PART, PUBLISH, Failed, KeepOrder
from dashboard.desk.identity.person import Action, Person, Role
from dashboard.publishing import attacking
from dashboard.publishing.parts import Order, Part, parts, publish_part
from dashboard.publishing.situation import Situation
from data_sources.storing import batches
from data_sources.storing.batches import Terms
from data_sources.storing.store import Batch, StoreFault

_PASSING = {"locked", "unreachable"}  # what is tried again


class Doing(HandedOver):
    """What workers are told to do, by a job's number. Every method raises StoreFault."""

    def do_keep(self, number: int) -> None:
        """Keep a file that was handed over: once, whoever has tried before."""
        order = self._taken(number)
        if order is None:
            return
        assert self.queue is not None
        if not self.queue.is_marked(number):
            person = self._as_they_are(order.person)
            if person is None:
                self.queue.finish(number, Failed("not-allowed"))
                return
            desk = self.asked_by(person)
            try:
                with desk.acting(Action.KEEP, order.about, order.places), self.queue.marked(number, batches.newest):
                    kept = desk._reception().keep(order.arrival, Terms(desk.who, order.whole, order.origin))
            except StoreFault as fault:
                self._failed_for_good(number, fault)
                return
            self.queue.finish(number, kept)
        else:
            # Kept, and whoever kept it ended before it was told. Where no row held, there is no upload to tell of.
            newest = self.queue.mark(number)
            same = (each for each in self._store.batches() if each.id == newest and self._is_of(each, order))
            self.queue.finish(number, next(same, None) or Failed("broken-off"))

    def _is_of(self, batch: Batch, order: KeepOrder) -> bool:
        return order.about == f"file {batch.fingerprint[:12]}"

    def do_publish(self, number: int) -> None:
        """See a publishing through: do its parts, with whoever helps, and then let all of it be read at once."""
        handed = self._taken(number)
        if handed is None:
            return
        queue, person = self.queue, self._as_they_are(handed.person)
        assert queue is not None
        if person is None:
            queue.finish(number, Failed("not-allowed"))
            return
        order, desk = handed.order, self.asked_by(person)
        about = str(order.edition_of) if order.edition_of else ""
        try:
            with queue.claimed(PUBLISH) as is_ours:
                if not is_ours:
                    raise StoreFault("locked")
                with desk.acting(Action.PUBLISH, about, in_steps=True):
                    situation = self._situation_for(number, order)
                    attacking.held_by_todays_rules(self._ledger, self.model, situation.rows, order.today)
                    work = parts(situation, self._ledger, order.today, order.since)
                    queue.note(number, f"parts:{len(work)}", True)
                    for part in work[1:]:
                        queue.hand_over(PART, (number, part))
                    while left := self._left(number, work):
                        if not sum(self._do_part(number, part, order) for part in left):
                            time.sleep(LOOK)  # the rest is in others' hands
                    self._ledger.release()
            queue.finish(number, order.at)
        except StoreFault as fault:
            self._failed_for_good(number, fault)

    def do_part(self, number: int) -> None:
        """Help with a publishing that goes on."""
        assert self.queue is not None
        handed = self._taken(number)
        if handed is None:
            return
        publishing, part = handed
        whole = self.queue.order(publishing)
        if whole is not None and self.queue.outcome(publishing) is None:
            self._do_part(publishing, part, whole.order)
        self.queue.finish(number, True)

    def _left(self, number: int, work: Sequence[Part]) -> list[Part]:
        assert self.queue is not None
        noted = self.queue.noted(number)
        return [part for part in work if _name(part) not in noted]

    def _do_part(self, number: int, part: Part, order: Order) -> bool:
        """Publish a part of a publishing that goes on. False where somebody else does, or has."""
        assert self.queue is not None
        with self.queue.claimed(_name(part)) as is_ours:
            if not is_ours or _name(part) in self.queue.noted(number) or self.queue.outcome(number) is not None:
                return False
            publish_part(self._ledger, self.model, self._situation_for(number, order), part, order)
            self.queue.note(number, _name(part), True)
        return True

    def _situation_for(self, number: int, order: Order) -> Situation:
        """Read once for a publishing: what comes while it goes on is in no number of it."""
        held: tuple[int, Situation] | None = self.__dict__.get("_situation")
        if held is None or held[0] != number:
            situation = Situation.read(self._store, self._ledger, self.model, order.today, order.edition_of)
            held = self._situation = (number, situation)
        return held[1]

    def _taken(self, number: int) -> Any:
        """What a job is done with; None where it is done already."""
        assert self.queue is not None
        return self.queue.order(number)

    def _as_they_are(self, person: Person) -> Person | None:
        """Whoever asked, with the role they have now; None where they may not come in any more."""
        if not person.account:
            return person
        account = next((account for account in self._accounts.every() if account.id == person.account), None)
        if account is None or not account.role or account.blocked:
            return None
        return replace(person, role=Role(account.role), places=frozenset(account.limited_to))

    def _failed_for_good(self, number: int, fault: StoreFault) -> None:
        """What passes is tried again by the engine; what does not is told to whoever asked."""
        assert self.queue is not None
        if fault.reason in _PASSING:
            raise fault
        self.queue.finish(number, Failed(fault.reason))


def _name(part: Part) -> str:
    return f"part:{part.root}:{part.year}"
