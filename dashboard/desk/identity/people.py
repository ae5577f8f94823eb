"""Owns the questions about people: who may come in, who is in, and what was done by whom."""

import functools
import queue
import threading
import time
from collections.abc import Collection
from dataclasses import replace
from typing import Self

from dashboard.desk.identity.person import Action, NotAllowed, Person, Role
from dashboard.desk.room import Room
from data_sources.storing.books.accounts import Account
from data_sources.storing.books.audit_log import AuditEntry, Deed, Verdict
from data_sources.storing.store import StoreFault

_WAIT = 0.5  # seconds between what is seen and its entry in the log
_MOST_WAITING = 10_000


class People(Room):
    """Every method raises StoreFault; those that act also NotAllowed."""

    def person_in(self, token: str, *, stirs: bool = False) -> Person | None:
        """Whose session this is, while it stands and the person has a role. `stirs`: they did something just now."""
        account = self._accounts.here(token, self.settings.lifetime, stirs=stirs) if token else None
        return _person(account, token) if account is not None and account.role else None

    def asked_for(self, email: str) -> Self:
        """The same desk, asked for somebody who may come in, no further than their role goes; the log names both.
        Raises NotAllowed where nobody of this address has a role."""
        address = email.strip().casefold()
        account = next((account for account in self._accounts.every() if account.email == address), None)
        if account is None or not account.role:
            raise NotAllowed("not-allowed")
        person = _person(account, "")
        return self.asked_by(replace(person, name=f"{self.person.name} for {person.name}"))

    def sign_in(
        self, *, issuer: str, subject: str, email: str, name: str, claimed: str, claimed_places: Collection[str]
    ) -> str:
        """Somebody whom the provider vouches for; their session's token. Raises NotAllowed where they have no role.

        A municipality that is none of ours limits all the same: left out, it would lift the limit it was to be.
        """
        account = self._accounts.arrive(
            issuer=issuer,
            subject=subject,
            email=email,
            name=name,
            claimed=claimed if claimed in set(Role) else "",
            claimed_places=claimed_places,
        )
        who = Person(account.name, email=account.email).signature
        if not account.role:
            self._log.write(Deed(who, "", Action.SIGN_IN, "", "not-allowed"))
            raise NotAllowed("not-allowed")
        with self._log.carrying(Deed(who, account.role, Action.SIGN_IN, "", "done")):
            return self._accounts.begin(account.id, self.settings.lifetime)

    def sign_out(self, token: str, *, everywhere: bool = False) -> None:
        """End a session, or all of its person's."""
        person = self.person_in(token)
        if person is None:
            return
        about = "everywhere" if everywhere else ""
        with self.asked_by(person).acting(Action.SIGN_OUT, about):
            self._accounts.end_everywhere(person.account) if everywhere else self._accounts.end(token)

    def sealing_key(self, purpose: str) -> str:
        """A key for sealing what only our own servers shall read again; the same in every process of ours."""
        seal = self._store.secret.hashed(purpose)
        return seal("one") + seal("two")

    def refused(self, why: str) -> None:
        """Somebody tried to sign in, and the provider, or what came from it, did not hold."""
        self._log.write(Deed("", "", Action.SIGN_IN, "", why))

    def accounts(self) -> list[Account]:
        """Everybody who may sign in, or has tried to."""
        if not self.may(Action.GRANT):
            raise NotAllowed("not-allowed")
        return self._accounts.every()

    def grant(self, email: str, role: Role | None, places: Collection[str] = (), name: str = "") -> Account:
        """Give somebody a role here; None takes it back. Nobody takes their own last step down."""
        with self.acting(Action.GRANT, f"{email.strip().casefold()} {role or 'none'}"):
            if self.person.account and email.strip().casefold() == self.person.email and role != self.person.role:
                raise NotAllowed("own-role")
            return self._accounts.grant(email, role or "", places, name)

    def block(self, account: int, blocked: bool = True) -> None:
        """Let somebody in no more, and out at once; or let them in again."""
        with self.acting(Action.BLOCK, f"account {account} {'out' if blocked else 'in'}"):
            if account == self.person.account:
                raise NotAllowed("own-role")
            self._accounts.block(account, blocked)

    def log(self, *, before: int | None = None, limit: int = 200, action: str = "", who: str = "") -> list[AuditEntry]:
        """What was done, the newest first."""
        if not self.may(Action.READ_LOG):
            raise NotAllowed("not-allowed")
        return self._log.entries(before=before, limit=limit, action=action, who=who)

    def take_log_away(self) -> list[AuditEntry]:
        """All of it, which is itself written down."""
        with self.acting(Action.READ_LOG, "export"):
            return self._log.entries(limit=1_000_000)

    def verify_log(self) -> Verdict:
        """Does every entry stand as it was written?"""
        with self.acting(Action.READ_LOG, "verify"):
            self.settle_views()
            return self._log.verify()

    # --- what is seen ------------------------------------------------------------------------------------

    def saw(self, about: str, action: Action = Action.SEE) -> None:
        """A page was opened, a table taken away. Written down in the next half second: no reader waits for it."""
        deed = Deed(self.person.signature, self.person.role, action, about, "done")
        try:
            self._views.put_nowait(deed)
        except queue.Full:
            self._log.write(deed)

    def settle_views(self) -> None:
        """Wait until what was seen is written down; no longer than a few seconds."""
        deadline = time.monotonic() + 5
        while self._views.unfinished_tasks and time.monotonic() < deadline:
            time.sleep(0.02)

    @functools.cached_property
    def _views(self) -> "queue.Queue[Deed]":
        views: queue.Queue[Deed] = queue.Queue(_MOST_WAITING)
        threading.Thread(target=self._write_views, args=(views,), daemon=True, name="samspill-views").start()
        return views

    def _write_views(self, views: "queue.Queue[Deed]") -> None:
        """Several at a time; while the database is busy or gone they wait their turn."""
        while True:
            deeds = [views.get()]
            time.sleep(_WAIT)
            while not views.empty():
                deeds.append(views.get_nowait())
            while True:
                try:
                    self._log.write(*deeds)
                    break
                except StoreFault:
                    time.sleep(_WAIT)
            for _ in deeds:
                views.task_done()


def _person(account: Account, token: str) -> Person:
    return Person(account.name, Role(account.role), frozenset(account.limited_to), account.email, account.id, token)
