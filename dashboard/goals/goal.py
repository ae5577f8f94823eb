"""Owns what a goal is: one indicator, one place, where it started, where it shall be and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.statistics.direction import Direction


class GoalKind(StrEnum):
    """KEEP: hold the target at all times. REACH: get from baseline to target by the due date.
    DELIVER: do so many by the due date (concerts, meetings: what we decide ourselves)."""

    KEEP = "keep"
    REACH = "reach"
    DELIVER = "deliver"


@dataclass(frozen=True)
class Goal:
    """What the steering group has decided to achieve.

    `target`, `baseline` and `tolerance` are in the indicator's own unit: a share is 0–1, waiting time
    is days, a count is a count. `municipality` is a key of the model, None for the whole region.
    `baseline_on` is the last day of the period in which the baseline was measured.
    `decided` names the meeting's case, for example "sak 14/26, 12.03.2026".
    """

    key: str
    indicator: str
    kind: GoalKind
    direction: Direction
    target: float
    municipality: str | None = None
    baseline: float | None = None
    baseline_on: date | None = None
    due: date | None = None
    tolerance: float = 0.0
    responsible: str = ""
    decided: str = ""
    since: date | None = None  # latest rebase: older periods say nothing about this goal
    principles: tuple[str, ...] = ()
