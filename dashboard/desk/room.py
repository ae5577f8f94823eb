"""Owns what every part of the desk has in hand: settings, model, store, ledger, the day, and who asks."""

import contextlib
import functools
import getpass
import hashlib
import threading
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from dashboard.counting.indicators import BY_KEY
from dashboard.desk.identity.person import Action, NotAllowed, Person
from dashboard.findings import control_chart
from dashboard.goals import standing
from dashboard.installation.settings import Settings
from dashboard.publishing.definitions import check_columns
from data_sources.declared.model import Model, load
from data_sources.storing.books.accounts import Accounts
from data_sources.storing.books.audit_log import AuditLog, Deed
from data_sources.storing.books.deliveries import DeliveryBook
from data_sources.storing.database import is_claimed
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.ledger import Ledger
from data_sources.storing.store import Store, StoreFault
from data_sources.storing.turn import LONGEST

if TYPE_CHECKING:
    from dashboard.desk.answers.index import Index
    from dashboard.publishing import publish


class Room:
    """Raises ModelFault or StoreFault where the model file or the database cannot be used.

    Everybody's desks share one memory (`__dict__`): what is read for one reader serves the next. Only the person who
    asks lies outside of it, so that no answer and no deed is ever taken for another's.
    """

    __slots__ = ("__dict__", "__weakref__", "person")

    def __init__(self, settings: Settings, *, today: Callable[[], date] = date.today) -> None:
        self.person = Person(_user())
        self.settings = settings
        self.today = today
        self.moment: datetime | None = None  # when something is done, if it is not now: see `then`
        self.model: Model = load(settings.model)
        standing.check_goals(self.model.goal, settings.model)
        standing.check_principles(self.model, settings.model)
        check_columns(self.model)
        control_chart.check_rebases(self.model.rebase, tuple(BY_KEY), settings.model)
        try:
            settings.prepare()
            # Another key beside a database that has one would make every person a new one. Whoever starts for the first
            # time at the same moment writes the key before the database knows it: so it is looked for once more.
            key = settings.key
            if not SecretKey.is_whole(key) and is_claimed(settings.database) and not SecretKey.is_whole(key):
                raise StoreFault("key-missing")
            secret = SecretKey.at(key)
        except OSError as fault:
            raise StoreFault("unwritable") from fault
        self._store = Store(settings.database, secret)
        self._ledger = Ledger(self._store.engine, self._store.turn)
        self._hashed = secret.hashed("person")
        self._lock, self._publishing = threading.Lock(), threading.Lock()
        self.published_last: list[publish.Notice] | str | None = None
        self.publishing: float | None = None  # how far the publishing that goes on now has come, 0–1
        self.newest_to_come = False  # the first numbers are being made, and the newest of them are not there yet
        # What is read: as it was on a day, and no later than one publication.
        self._until: date | None = None
        self._upto: int | None = None
        self._held: tuple[Hashable, Index] | None = None
        self._surveyed: tuple[Hashable, list[publish.Notice]] | None = None

    @property
    def who(self) -> str:
        """Who is at the screen: whoever has signed in, or on one's own machine its user."""
        return self.person.name

    def asked_by(self, person: Person) -> Self:
        """The same desk, asked by somebody."""
        same: Self = object.__new__(type(self))
        same.__dict__ = self.__dict__
        same.person = person
        return same

    def then(self, moment: datetime, name: str) -> Self:
        """The same desk at an earlier moment, as somebody of that name sat at it: for made-up years only. What it does
        is written down with that moment; nobody is let in who could not be."""
        same: Self = object.__new__(type(self))
        same.__dict__ = {**self.__dict__, "today": moment.date, "moment": moment}
        same.person = replace(self.person, name=name)
        return same

    def seen_on(self) -> date:
        """The day that is looked at, and goals are judged on: that of the edition which is read, or today."""
        return self._until or self.today()

    def begin_turn(self, lasting: float = LONGEST) -> None:
        """A page is about to be drawn, or a paper made: what is the newest is asked once until it is, or for so many
        seconds."""
        self._store.turn.begin(lasting)

    def end_turn(self) -> None:
        """It is drawn, or made: what is the newest is asked anew."""
        self._store.turn.end()

    def deliveries_state(self) -> tuple[int, ...]:
        """Another whenever something is delivered, undone, said or withdrawn: the same all through a turn."""
        return self._store.turn.once("deliveries", DeliveryBook(self._store.engine).state)

    def readable_state(self) -> tuple[frozenset[int], frozenset[int], int]:
        """Another whenever a number that is read may be: published, withdrawn, or found to hold; or inhabitants."""
        return (*self._ledger.state(self._until, self._upto), self._store.version())

    def stamp(self) -> str:
        """The same as a short code, for those who keep what they have fetched."""
        ids, holding, version = self.readable_state()
        whole = f"{sorted(ids)} {sorted(holding)} {version}"
        return hashlib.sha256(whole.encode()).hexdigest()[:12]

    def may(self, action: Action, *places: str) -> bool:
        """Does this person's role go so far? The menu asks; whoever acts is asked again, in `acting`."""
        return self.person.may(action, places)

    @contextlib.contextmanager
    def acting(
        self, action: Action, about: str = "", places: Collection[str] = (), *, in_steps: bool = False
    ) -> Iterator[None]:
        """Do something as this person, and have it written down with what came of it. Raises NotAllowed, StoreFault.

        What is done in one transaction and its entry in the log are kept together, or neither. `in_steps`: it takes
        several, or a process of its own: its beginning is written down first, then its end. `about`: a code, no value.
        """
        deed = functools.partial(Deed, self.person.signature, self.person.role, action, about)
        self._store.turn.end()
        if not self.person.may(action, places) or not self._stands():
            self._log.write(deed("not-allowed"))
            raise NotAllowed("not-allowed")
        if in_steps:
            self._log.write(deed("begun"))
        try:
            with _alone() if in_steps else self._log.carrying(deed("done")) as written:
                yield
        except Exception as fault:
            self._failed(deed(getattr(fault, "reason", "fault")))
            raise
        if not written():
            self._log.write(deed("done"))

    def _failed(self, deed: Deed) -> None:
        """That something failed is written down if that can be done; the fault itself is what the person is told."""
        with contextlib.suppress(StoreFault):
            self._log.write(deed)

    def _stands(self) -> bool:
        """Does the session still stand, a second before something is done? Roles are taken from it anew."""
        person = self.person
        if not person.token:
            return True
        account = self._accounts.here(person.token, self.settings.lifetime, stirs=True)
        return account is not None and account.id == person.account and account.role == person.role

    @functools.cached_property
    def _log(self) -> AuditLog:
        return AuditLog(self._store.engine, self._store.secret)

    @functools.cached_property
    def _accounts(self) -> Accounts:
        return Accounts(self._store.engine)


@contextlib.contextmanager
def _alone() -> Iterator[Callable[[], bool]]:
    """No transaction carries the entry."""
    yield lambda: False


def _user() -> str:
    try:
        return getpass.getuser()
    except OSError:
        return "local"
