"""Owns the handing over, and what whoever asked is told of it."""

import functools
import pickle
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from dashboard.counting.period import from_code
from dashboard.desk.handed_over.orders import KEEP, PUBLISH, Failed, JobFault, KeepOrder, PublishOrder
from dashboard.desk.identity.person import Action, NotAllowed, Person
from dashboard.desk.incoming.jobs import Job
from dashboard.desk.incoming.sources import Sources
from dashboard.desk.publications import Publications
from dashboard.publishing.notice import Notice, Outcome
from dashboard.publishing.parts import Order
from dashboard.publishing.publish import Progress
from data_sources.arriving.preview import Preview, PutBy
from data_sources.storing.jobs.queue import JobQueue, queue_of
from data_sources.storing.store import Batch, StoreFault

LOOK = 0.2  # seconds between two looks at a job
_FRESH = 1.0  # seconds that an answer about what goes on elsewhere is good for


class HandedOver(Sources, Publications):
    """Every method raises StoreFault."""

    @functools.cached_property
    def queue(self) -> JobQueue | None:
        """Where work is handed over; None where the database is a file."""
        return queue_of(self._store.engine, self._store.secret)

    def keeping(self, previews: Sequence[tuple[Preview, Sequence[str]]]) -> Job[list[Batch]]:
        """Store files, one transaction each: handed over, they are stored even if this process ends now."""
        queue = self.queue
        if queue is None:
            return super().keeping(previews)
        if not self._stands() or not self.may(Action.KEEP):
            raise NotAllowed("not-allowed")

        def work(job: Job[list[Batch]]) -> list[Batch]:
            numbers = [queue.hand_over(KEEP, self._keep_order(preview, whole)) for preview, whole in previews]
            kept: list[Batch] = []
            for number in numbers:
                job.at("keeping", len(kept) / len(numbers))
                kept.append(self.outcome_of(number))
            return kept

        return Job("", work)

    def _publish(
        self,
        edition_of: int | None,
        reason: str,
        notify: Progress | None = None,
        *,
        look_after: bool = True,
        since: date = date.min,
    ) -> list[Notice]:
        """Where there are workers, they do it between them."""
        queue = self.queue
        here = functools.partial(super()._publish, edition_of, reason, notify, look_after=look_after, since=since)
        if queue is None:
            return here()
        if self.moment is not None or not queue.has_workers():
            with queue.claimed(PUBLISH) as is_ours:
                if not is_ours:
                    raise StoreFault("locked")
                return here()
        number = self._hand_over_publishing(edition_of, reason, since)
        while (outcome := queue.outcome(number)) is None:
            if notify:
                notify(round(100 * self._share_of(number)), 100)
            time.sleep(LOOK)
        if isinstance(outcome, Failed):
            raise StoreFault(outcome.reason)
        notices = self._published_at(outcome)
        done_with = {(notice.family, notice.period) for notice in notices}
        rest = self.survey() if look_after else []
        return notices + [notice for notice in rest if (notice.family, notice.period) not in done_with]

    def start_publishing(self, *, edition_of: int | None = None, reason: str = "") -> bool:
        """Publish in the background. False while that goes on already, in whichever process."""
        if self.queue is None:
            return super().start_publishing(edition_of=edition_of, reason=reason)
        if self.publishing is not None:
            return False
        self._followed: int | None = self._hand_over_publishing(edition_of, reason)
        self._seen_elsewhere: tuple[float, float | None] = (0.0, None)
        return True

    @property
    def publishing(self) -> float | None:
        """How far the publishing that goes on now has come, 0-1, in whichever process; None: none does."""
        share_of_own: float | None = self.__dict__.get("publishing_here")
        if share_of_own is not None or self.queue is None:
            return share_of_own
        share: float | None
        seen_at, share = self.__dict__.get("_seen_elsewhere", (0.0, None))
        if time.monotonic() - seen_at > _FRESH:
            number = self.queue.oldest_unfinished(PUBLISH)
            share = None if number is None else self._share_of(number)
            self._seen_elsewhere = (time.monotonic(), share)
        return share

    @publishing.setter
    def publishing(self, share: float | None) -> None:
        self.publishing_here = share

    @property
    def published_last(self) -> list[Notice] | str | None:
        """What came of the last publishing that was asked for in this process, or the reason of a StoreFault."""
        followed: int | None = self.__dict__.get("_followed")
        if followed is None or self.queue is None:
            return self.__dict__.get("published_here")
        outcome = self.queue.outcome(followed)
        return outcome.reason if isinstance(outcome, Failed) else self._published_at(outcome) if outcome else None

    @published_last.setter
    def published_last(self, came: list[Notice] | str | None) -> None:
        self.published_here = came

    def hand_over(self, task: str, order: object, about: object = None) -> int | None:
        """Have something done that takes its time; its number, or None where this process does it itself. `about`: what
        whoever asked finds it by (`handed_over`), if their browser goes before it is done."""
        if self.queue is None:
            return None
        return self.queue.hand_over(task, order, owner="" if about is None else self._owner, about=about)

    def handed_over(self) -> dict[int, Any]:
        """What this person has handed over and not let go of, the newest first: its number, and what it is about."""
        return self.queue.handed_over_by(self._owner) if self.queue is not None else {}

    def let_go(self, number: int) -> None:
        """This person has what they had handed over."""
        if self.queue is not None:
            self.queue.let_go(number, self._owner)

    @property
    def _owner(self) -> str:
        return str(self.person.account or self.person.name)

    def outcome_of(self, number: int, called_off: Any = lambda: False) -> Any:
        """Wait for what comes of a job. Raises JobFault where it comes to nothing; `cancelled` where nobody waits."""
        assert self.queue is not None
        while (outcome := self.queue.outcome(number)) is None:
            if called_off():
                raise JobFault("cancelled")
            time.sleep(LOOK)
        if isinstance(outcome, Failed):
            raise JobFault(outcome.reason, **outcome.arguments)
        return outcome

    def _keep_order(self, preview: Preview, whole: Collection[str]) -> KeepOrder:
        kept = preview.whole.file.read_bytes() if isinstance(preview.whole, PutBy) else pickle.dumps(preview.whole)
        about, places = self._store.mark(preview.arrival.sha256), frozenset(self._places_in(preview))
        return KeepOrder(self._without_token(), kept, about, places, tuple(whole), preview.origin)

    def _without_token(self) -> Person:
        return replace(self.person, token="")

    def _hand_over_publishing(self, edition_of: int | None, reason: str, since: date = date.min) -> int:
        if not self._stands() or not self.may(Action.PUBLISH):
            raise NotAllowed("not-allowed")
        assert self.queue is not None
        at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        order = Order(self.today(), self.who, at, self._store.version(), edition_of, reason, since)
        return self.queue.hand_over(PUBLISH, PublishOrder(self._without_token(), order), lock=PUBLISH)

    def _share_of(self, number: int) -> float:
        assert self.queue is not None
        noted = self.queue.noted(number)
        every = next((int(name.removeprefix("parts:")) for name in noted if name.startswith("parts:")), 0)
        return sum(name.startswith("part:") for name in noted) / max(every, 1)

    def _published_at(self, at: datetime) -> list[Notice]:
        gone = {entry.publication.id: entry.reason for entry in self._ledger.withdrawals()}
        return [
            Notice(entry.family, p, outcome, entry.edition, depth=entry.depth)
            for entry in self._ledger.publications()
            if entry.at == at
            and (p := from_code(entry.period))
            and (outcome := _outcome(entry.depth, entry.id in gone))
        ]


def _outcome(depth: int, gone: bool) -> Outcome:
    return Outcome.WITHDRAWN if gone else Outcome.SHOWN_LESS if depth else Outcome.PUBLISHED
