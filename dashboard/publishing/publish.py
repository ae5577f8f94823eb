"""Owns when numbers are published: once, when their period has closed. What is published stays as it is."""

import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime

from dashboard.counting.families import FAMILIES
from dashboard.publishing import attacking, closing
from dashboard.publishing.notice import Notice, Outcome
from dashboard.publishing.parts import Order, parts
from dashboard.publishing.sharing import publish_in_shares, shares
from dashboard.publishing.situation import Situation
from dashboard.publishing.year import Year
from data_sources.declared.model import Model
from data_sources.storing.ledger import Ledger
from data_sources.storing.store import Store

__all__ = ["Notice", "Outcome", "Progress", "publish", "survey"]

Progress = Callable[[int, int], None]  # steps done, steps in all


def survey(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[Notice]:
    """What could be published now, what waits for rows, and what was corrected after it was published."""
    situation = Situation.read(store, ledger, model, today, corrections=True)
    runs = [
        Year(ledger, model, family, year, situation, today)
        for family in FAMILIES
        for year in closing.years(family, situation.rows, today)
    ]
    return [notice for run in runs for notice in run.survey()]


def publish(
    store: Store,
    ledger: Ledger,
    model: Model,
    *,
    today: date,
    by: str,
    edition_of: int | None = None,
    reason: str = "",
    progress: Progress | None = None,
    at: datetime | None = None,
    look_after: bool = True,
    since: date = date.min,
) -> list[Notice]:
    """Publish every period that has closed and is not published yet; then tell how all of them stand.

    `edition_of`: a year to publish anew, with the reason why; its old edition can still be read. `at`: when it was, if
    it was not now; now is the moment before the rows are read, for what comes while it goes on is in no number.
    `look_after`: then look how the rest stands. `since`: periods that began earlier wait.
    """
    at, version = at or datetime.now(UTC).replace(tzinfo=None, microsecond=0), store.version()
    order = Order(today, by, at, version, edition_of, reason, since)
    situation = Situation.read(store, ledger, model, today, edition_of)
    attacking.held_by_todays_rules(ledger, model, situation.rows, today)
    work = parts(situation, ledger, today, since)
    done = itertools.count(1)

    def tell() -> None:
        if progress:
            progress(min(next(done), len(work)), len(work))

    if progress:
        progress(0, len(work))
    shared = shares(work, situation, model, order) if store.shared else [work]
    told = publish_in_shares(store, ledger, model, situation, shared, order, tell)
    notices = [notice for part in work for notice in told[part]]
    ledger.release()
    if not look_after:
        return notices
    done_with = {(notice.family, notice.period) for notice in notices}
    rest = survey(store, ledger, model, today=today)
    return notices + [notice for notice in rest if (notice.family, notice.period) not in done_with]
