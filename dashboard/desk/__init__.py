"""THE ONE DOOR. Every question a page can ask, answered in published numbers. Only the desk opens the store."""

import threading

from dashboard.counting.cells import ALL
from dashboard.desk.control_charts import ControlCharts
from dashboard.desk.deliveries import BoardRow, Deliveries, Owing
from dashboard.desk.editions import edition_of
from dashboard.desk.explanations import Explanation, Explanations
from dashboard.desk.handed_over.doing import Doing
from dashboard.desk.identity.people import People
from dashboard.desk.identity.person import Action, NotAllowed, Person, Role
from dashboard.desk.identity.tools import TokenFault, Tools
from dashboard.desk.incoming.jobs import Job
from dashboard.desk.lookup import Figure
from dashboard.desk.minutes import Minutes
from dashboard.desk.side_by_side import News, Row, SideBySide
from dashboard.goals.standing import Standing
from dashboard.installation.settings import Settings
from data_sources.arriving.preview import Preview
from data_sources.checking.arrival import Arrival
from data_sources.declared.model_parts import GoalEntry
from data_sources.reading.partner_database import SourceFault
from data_sources.storing.books.accounts import Account
from data_sources.storing.books.audit_log import AuditEntry, Verdict
from data_sources.storing.books.choices import GivenAnswer
from data_sources.storing.books.deliveries import Word, WordKind
from data_sources.storing.books.goal_book import GoalFault, GoalState, GoalVersion
from data_sources.storing.books.minute_book import Cause, Decision, MinuteFault, Note, State
from data_sources.storing.books.tool_tokens import ToolToken
from data_sources.storing.store import Batch, Counts, StoreFault

__all__ = [
    "ALL",
    "Account",
    "Action",
    "Arrival",
    "AuditEntry",
    "Batch",
    "BoardRow",
    "Cause",
    "Counts",
    "Decision",
    "Desk",
    "Explanation",
    "Figure",
    "GivenAnswer",
    "GoalEntry",
    "GoalFault",
    "GoalState",
    "GoalVersion",
    "Job",
    "MinuteFault",
    "News",
    "NotAllowed",
    "Note",
    "Owing",
    "Person",
    "Preview",
    "Role",
    "Row",
    "SourceFault",
    "Standing",
    "State",
    "StoreFault",
    "TokenFault",
    "ToolToken",
    "Verdict",
    "Word",
    "WordKind",
    "edition_of",
    "the_desk",
]


class Desk(ControlCharts, Explanations, SideBySide, Doing, Minutes, Deliveries, People, Tools):
    """All of it in one hand. Raises ModelFault or StoreFault where the model or the database cannot be used."""


class OneDesk:
    """One desk for the whole process: every reader asks the same one, also who comes while it is opened."""

    def __init__(self) -> None:
        self._lock, self._opened = threading.Lock(), dict[Settings, Desk]()

    def __call__(self, settings: Settings) -> Desk:
        """The desk of these settings. Raises ModelFault or StoreFault; then the next who asks tries again."""
        with self._lock:
            if settings not in self._opened:
                self._opened[settings] = Desk(settings)
            return self._opened[settings]

    def cache_clear(self) -> None:
        """Open it anew for the next who asks."""
        with self._lock:
            self._opened.clear()


the_desk = OneDesk()
