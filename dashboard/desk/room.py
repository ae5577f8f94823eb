"""Owns what every part of the desk has in hand: settings, model, store, ledger, the day, and who asks."""

import getpass
import threading
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from dashboard.counting.indicators import BY_KEY
from dashboard.desk.settings import Settings
from dashboard.findings import control_chart
from dashboard.goals import standing
from data_sources.declared.model import Model, load
from data_sources.storing.database import is_claimed
from data_sources.storing.ledger import Ledger
from data_sources.storing.secret import SecretKey
from data_sources.storing.store import Store, StoreFault

if TYPE_CHECKING:
    from dashboard.publishing import publish
    from dashboard.wall.published import Published


class Room:
    """Raises ModelFault or StoreFault where the model file or the database cannot be used."""

    def __init__(self, settings: Settings, *, today: Callable[[], date] = date.today) -> None:
        self.settings = settings
        self.today = today
        self.model: Model = load(settings.model)
        standing.check_goals(self.model.goal, settings.model)
        standing.check_principles(self.model, settings.model)
        control_chart.check_rebases(self.model.rebase, tuple(BY_KEY), settings.model)
        try:
            settings.prepare()
            # Another key beside a database that has one would make every person a new one.
            if not settings.key.exists() and is_claimed(settings.database):
                raise StoreFault("key-missing")
            secret = SecretKey.at(settings.key)
        except OSError as fault:
            raise StoreFault("unwritable") from fault
        self._store = Store(settings.database, secret)
        self._ledger = Ledger(self._store.engine)
        self._hashed = secret.hashed("person")
        self._lock, self._publishing = threading.Lock(), threading.Lock()
        self.published_last: list[publish.Notice] | str | None = None
        self.publishing: float | None = None  # how far the publishing that goes on now has come, 0–1
        # What is read: as it was on a day, and no later than one publication.
        self._until: date | None = None
        self._upto: int | None = None
        self._held: tuple[tuple[int, int], Published] | None = None
        self._surveyed: tuple[tuple[int, int, date], list[publish.Notice]] | None = None

    @property
    def who(self) -> str:
        """Who is at the screen. On one's own machine that is the user; signing in will answer here."""
        try:
            return getpass.getuser()
        except OSError:
            return "local"
