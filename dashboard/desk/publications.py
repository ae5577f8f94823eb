"""Owns the act of publishing, and what has been published when, by whom and why."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from dashboard.counting.families import FAMILIES
from dashboard.counting.period import Period, PeriodKind, from_code
from dashboard.desk.identity.person import Action, NotAllowed
from dashboard.desk.room import Room
from dashboard.publishing.attacking import Audit, audit
from dashboard.publishing.publish import Notice, Progress, publish, survey
from dashboard.publishing.readable import decided
from dashboard.wall.rounding import enough_for_a_median
from dashboard.wall.still_shown import withdrawn
from data_sources.declared.wall_rules import RULES
from data_sources.storing.database import alone
from data_sources.storing.publication import Publication
from data_sources.storing.store import StoreFault


class Publications(Room):
    """Published once, by somebody, when a period has closed; a year anew only with a reason."""

    def publish(
        self,
        *,
        edition_of: int | None = None,
        reason: str = "",
        notify: Progress | None = None,
        look_after: bool = True,
        since: date = date.min,
    ) -> list[Notice]:
        """Publish every period that has closed, once; a year anew only with a reason. One at a time. Without
        `look_after` only what was published is told, not how the rest stands. `since`: periods that began
        earlier wait."""
        try:
            return self._publish(edition_of, reason, notify, look_after=look_after, since=since)
        finally:
            self.publishing = None

    def _publish(
        self,
        edition_of: int | None,
        reason: str,
        notify: Progress | None = None,
        *,
        look_after: bool = True,
        since: date = date.min,
    ) -> list[Notice]:
        def tell(done: int, every: int) -> None:
            self.publishing = done / max(every, 1)
            if notify:
                notify(done, every)

        about = str(edition_of) if edition_of else ""
        with (
            self._publishing,
            alone(self._store.engine, "publishing"),
            self.acting(Action.PUBLISH, about, in_steps=True),
            self._first_numbers(),
        ):
            return publish(
                self._store,
                self._ledger,
                self.model,
                today=self.today(),
                by=self.who,
                edition_of=edition_of,
                reason=reason,
                progress=tell,
                at=self.moment,
                look_after=look_after,
                since=since,
            )

    @contextmanager
    def _first_numbers(self) -> Iterator[None]:
        """The first of all come together: a page that showed some of them would jump with each that came."""
        self.newest_to_come = not self._ledger.publications()
        try:
            yield
        finally:
            self.newest_to_come = False

    def start_publishing(self, *, edition_of: int | None = None, reason: str = "") -> bool:
        """Publish in the background: nobody has to keep a page open. False while that goes on already.

        `publishing` tells how far it has come; `published_last` what came of it, or the reason of a StoreFault.
        """
        if self.publishing is not None:
            return False
        if not self.may(Action.PUBLISH):
            raise NotAllowed("not-allowed")
        self.publishing, self.published_last = 0.0, None

        def work() -> None:
            try:
                # It goes on until what came of it is told: whoever looks in between would be told nothing.
                self.published_last = self._publish(edition_of, reason)
            except StoreFault as fault:
                self.published_last = fault.reason
            finally:
                self.publishing = None

        threading.Thread(target=work, daemon=True).start()
        return True

    def audit(self) -> list[Audit]:
        """Attack everything that can be read, every edition of it."""
        return audit(self._store, self._ledger, self.model, today=self.today())

    @property
    def least_for_a_median(self) -> int:
        """So many must be referred for a median wait to be told."""
        return enough_for_a_median(self.model.threshold)

    def told_otherwise(self) -> tuple[date, int] | None:
        """From which day numbers of older rules are told by today's, and how many; None where all are of today's."""
        day = self._ledger.second_rules_on()
        older = [entry for entry in self._ledger.publications() if entry.rules < RULES]
        if day is None or not older:
            return None
        read = {entry.id for entry in self._ledger.readable()}
        left = [entry for entry in older if entry.id in read]
        gone = self._ledger.numbers([entry for entry in older if entry.id not in read]).height
        cells = decided(self._ledger, left, self.model.threshold)
        return day, gone + withdrawn(self._ledger.numbers(left), cells, self.model.threshold)

    def is_raised(self) -> bool:
        """Is the threshold higher than what some readable number that needs protection was published under?"""
        public = {family.key for family in FAMILIES if family.public}
        latest = self._ledger.latest(self._until, self._upto).values()
        return any(entry.threshold < self.model.threshold for entry in latest if entry.family not in public)

    def survey(self) -> list[Notice]:
        """What could be published now, what waits, what was corrected. Worked out once per change."""
        state = (self._store.version(), self._ledger.state(), self.deliveries_state(), self.today())
        with self._lock:
            held = self._surveyed
        if held is None or held[0] != state:
            held = (state, survey(self._store, self._ledger, self.model, today=self.today()))
            with self._lock:
                self._surveyed = held
        return held[1]

    def newest_editions(self) -> list[tuple[str, Period, int, datetime]]:
        """family, period, edition, when — of every reporting period and year that is published."""
        entries = [(entry, from_code(entry.period)) for entry in self._ledger.latest().values()]
        return [
            (entry.family, period, entry.edition, entry.at)
            for entry, period in entries
            if period is not None and period.kind is not PeriodKind.MONTH
        ]

    def last_changed(self) -> date | None:
        """The day the numbers at hand were last changed, by publishing a period or a new edition."""
        return max((entry.at.date() for entry in self._ledger.latest(self._until).values()), default=None)

    def publications(self) -> list[Publication]:
        """Everything ever published, oldest first: what a meeting saw can be told afterwards."""
        return self._ledger.publications()
