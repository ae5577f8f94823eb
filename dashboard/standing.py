"""Owns how a goal stands: the model's goal, the published numbers it is held against, and the verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard import progress
from dashboard.goal import Direction, Goal, GoalKind
from dashboard.indicator import Indicator, Measure
from dashboard.indicators import BY_KEY
from dashboard.period import PeriodKind, from_code, of_year
from dashboard.privacy import Published, Sign
from dashboard.readings import Reading
from data_sources.model import GoalEntry, ModelFault


@dataclass(frozen=True, eq=False)
class Standing:
    """A goal, how it stands, and the numbers it was judged on. `place` is where: a municipality, or "all"."""

    entry: GoalEntry
    goal: Goal
    indicator: Indicator
    place: str
    progress: progress.Progress
    series: Published


SHARES = {Measure.SHARE_OF_ROWS, Measure.SHARE_OF_PERSONS, Measure.SHARE_OF_EVENTS}
DELIVERED = {Measure.EVENTS, Measure.SUM_OF_EVENTS}


def check_goals(entries: Sequence[GoalEntry], file: str) -> None:
    """Every goal speaks of an indicator of ours, and of one it can be held against. Raises ModelFault."""
    for entry in entries:
        place = f"goal.{entry.key}.indicator"
        if entry.indicator not in BY_KEY:
            raise ModelFault(file, place, "unknown-indicator")
        if BY_KEY[entry.indicator].measure not in (DELIVERED if entry.kind == "deliver" else SHARES):
            raise ModelFault(file, place, "wrong-kind-of-goal")


def judge(entry: GoalEntry, place: str, series: Published, today: date) -> Standing:
    """Hold a goal against a published series of its indicator in a place."""
    goal = Goal(
        **entry.model_dump(exclude={"name", "kind", "direction"}),
        kind=GoalKind(entry.kind),
        direction=Direction(entry.direction),
    )
    verdict = progress.judge(_readings(series), goal, today)
    return Standing(entry, goal, BY_KEY[entry.indicator], place, verdict, series)


def plan_periods(goal: Goal, kind: PeriodKind, today: date) -> list[str]:
    """The codes of the periods from a delivery goal's start to its due date, in order."""
    start = goal.baseline_on + timedelta(days=1) if goal.baseline_on else date(today.year, 1, 1)
    due = goal.due or date(start.year, 12, 31)
    inside = [period for year in range(start.year, due.year + 1) for period in of_year(kind, year)]
    return [period.code for period in inside if period.first >= start and period.last <= due]


def _readings(series: Published) -> Sequence[Reading]:
    """A published series as a goal is judged on it: hidden periods are known to be there, and no more.

    Of few persons there is only the whole per cent, and where even that is clamped, nothing to judge on.
    """
    finer = dict(series.finer.select("period", "finer").iter_rows())
    made = []
    for code, value, base, bound, sign in series.frame.select(
        "period", "value", "base", "bound", "sign"
    ).iter_rows():
        period = from_code(code)
        if period is None:
            continue
        if sign != Sign.SHOWN or bound or value is None:
            made.append(Reading(period.first, period.last, hidden=sign == Sign.HIDDEN or bool(bound)))
        elif base is None:
            made.append(Reading(period.first, period.last, value))
        else:
            made.append(Reading(period.first, period.last, finer.get(code, value) * base, base))
    return sorted(made, key=lambda reading: reading.start)
