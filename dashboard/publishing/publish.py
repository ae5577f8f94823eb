"""Owns when numbers are published: once, when their period has closed. What is published stays as it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from dashboard.counting.families import FAMILIES
from dashboard.counting.period import from_code
from dashboard.publishing import attacking, closing
from dashboard.publishing.notice import Notice, Outcome
from dashboard.publishing.situation import Situation
from dashboard.publishing.year import Year
from data_sources.declared.model import Model
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Publication
from data_sources.storing.store import Store

__all__ = ["Notice", "Outcome", "Progress", "publish", "survey"]

Progress = Callable[[int, int], None]  # steps done, steps in all


def survey(store: Store, ledger: Ledger, model: Model, *, today: date) -> list[Notice]:
    """What could be published now, what waits for rows, and what was corrected after it was published."""
    situation = Situation.read(store, ledger, model, today)
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
    since: int = 0,
) -> list[Notice]:
    """Publish every period that has closed and is not published yet; then tell how all of them stand.

    `edition_of`: a year to publish anew, with the reason why; its old edition can still be read. `at`: when it was, if
    it was not now; now is the moment before the rows are read, for what comes while it goes on is in no number.
    `look_after`: then look how the rest stands. `since`: the first calendar year that is published; earlier ones wait.
    """
    at, version = at or datetime.now(UTC).replace(tzinfo=None, microsecond=0), store.version()
    situation = Situation.read(store, ledger, model, today)
    held = attacking.held_by_todays_rules(ledger, model, situation.rows, today)
    notices = _left_behind(ledger, model, situation, today)
    if held or notices:
        situation = Situation.read(store, ledger, model, today)
    # Newest first: what people wait for. Years do not depend on each other.
    every = [(family, year) for family in FAMILIES for year in closing.years(family, situation.rows, today)]
    every = [(family, year) for family, year in every if year >= since]
    work = sorted(every, key=lambda each: (-each[1], FAMILIES.index(each[0])))
    for done, (family, year) in enumerate(work):
        if progress:
            progress(done, len(work))
        run, anew = Year(ledger, model, family, year, situation, today), edition_of == year
        for entries, told_of in run.decide(anew=anew):
            notices += told_of
            if entries:
                ledger.add(entries, by, version, reason if anew else "", at)
            else:
                ledger.note(family.key, [each.period.code for each in told_of], told_of[0].outcome, by)
    notices = _checked(ledger, model, situation, notices, ledger.pending(), today)
    if progress:
        progress(len(work), len(work))
    if not look_after:
        return notices
    done_with = {(notice.family, notice.period) for notice in notices}
    rest = survey(store, ledger, model, today=today)
    return notices + [notice for notice in rest if (notice.family, notice.period) not in done_with]


def _left_behind(ledger: Ledger, model: Model, situation: Situation, today: date) -> list[Notice]:
    """Attack what was published and not attacked, for something stopped it: nobody has read it so far."""
    pending = ledger.pending()
    notices = [
        Notice(
            entry.family, p, Outcome.SHOWN_LESS if entry.depth else Outcome.PUBLISHED, entry.edition, depth=entry.depth
        )
        for entry in pending
        if (p := from_code(entry.period))
    ]
    return _checked(ledger, model, situation, notices, pending, today)


def _checked(
    ledger: Ledger,
    model: Model,
    situation: Situation,
    notices: Sequence[Notice],
    added: Sequence[Publication],
    today: date,
) -> list[Notice]:
    """Attack every year in which something was published now, and withdraw what would give somebody away."""
    fallen = attacking.withdrawn(ledger, model, situation.rows, added, today)
    unsafe = {(entry.family, entry.period) for entry in fallen}
    return [replace(n, outcome=Outcome.WITHDRAWN) if (n.family, n.period.code) in unsafe else n for n in notices]
