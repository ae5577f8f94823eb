"""Owns what becomes of a period, and how that is told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dashboard.counting.period import Period


class Outcome(StrEnum):
    """What became of a period. PUBLISHED; READY: closed, and waiting for somebody to publish it;
    NOT_REPORTED: rows up to its end have not come in yet; CORRECTED: its rows have changed since it was
    published, a new edition is somebody's decision; BLOCKED: that stands in the way of a later period of the
    same year; SHOWN_LESS: published, but not all of it could be shown safely; WITHDRAWN: published, attacked, and not
    safe: nobody can read it, and the next attempt shows less."""

    PUBLISHED = "published"
    READY = "ready"
    NOT_REPORTED = "not_reported"
    CORRECTED = "corrected"
    BLOCKED = "blocked"
    SHOWN_LESS = "shown_less"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Notice:
    """One family's period and what became of it. `at`: when it was published, or last tried in vain. `without`: the
    municipalities it lacks or waits for, with "all" where the region's own numbers wait; `blocked`: other deliverers
    it waits for. `depth`: how far down the wall's ladder it had to go (`search.Depth`)."""

    family: str
    period: Period
    outcome: Outcome
    edition: int = 1
    at: datetime | None = None
    without: frozenset[str] = frozenset()
    blocked: tuple[str, ...] = ()
    depth: int = 0
