"""Owns how a goal stands: the model's goal, the published numbers it is held against, and the verdict."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import polars as pl

from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, PeriodKind, from_code, of_year
from dashboard.goals.delivery import judge_delivery
from dashboard.goals.goal import Goal, GoalKind
from dashboard.goals.recorded import Unwritten
from dashboard.goals.verdict import Status, Trend, Verdict
from dashboard.goals.verdict import judge as verdict_on
from dashboard.goals.window import Observation, Reason
from dashboard.statistics.direction import Direction
from dashboard.wall.published import Published, Sign
from data_sources.declared.model import Model, ModelFault
from data_sources.declared.model_parts import GoalEntry


@dataclass(frozen=True, eq=False)
class Standing:
    """A goal, how it stands, and the numbers it was judged on. `place` is where: a municipality, or "all".

    `targets`: the target that held at the end of each period (code → target); none before the first.
    `lacking`: names of those who have not delivered, or do not record what it is about, where that is the reason it
    cannot be judged; else of those its numbers were published without. `years`, `lag` and `until`: what it was judged
    with. `unwritten`: what the number could be, where the outcome of many appointments is not written.
    """

    entry: GoalEntry
    goal: Goal
    indicator: Indicator
    place: str
    verdict: Verdict
    series: Published
    targets: Mapping[str, float] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()
    years: Published | None = None
    lag: int = 0
    until: date | None = None
    unwritten: Unwritten | None = None

    @property
    def within_tolerance(self) -> bool | None:
        """Is a number on the wrong side no further off than the meeting tolerates? None on the right side, or without.

        Read on the numbers as they are shown, to whole per cents, so that nobody reckons otherwise.
        """
        estimate, required, tolerated = self.verdict.estimate, self.verdict.required, self.goal.tolerance
        if estimate is None or required is None or tolerated <= 0 or self.verdict.status in _NOT_SHORT:
            return None
        short = required - estimate if self.goal.direction is Direction.UP else estimate - required
        digits = 2 if self.indicator.measure in SHARES else 0
        return round(short, digits) <= tolerated + 1e-9

    @property
    def window(self) -> list[str]:
        """The codes of the periods with numbers that it is judged on; none where it is judged on a year."""
        start, end = self.verdict.start, self.verdict.end
        shown = self.series.frame.filter(pl.col("value").is_not_null())["period"]
        inside = [(code, p) for code in shown if (p := from_code(code)) and start and end]
        return [code for code, p in inside if start and end and start <= p.first and p.last <= end]

    def drawn(self, value: float | None) -> float | None:
        """Where a number of this goal may be drawn: a share at its whole per cent, as it is written, for a picture
        must not tell more than the text; and never on another side of the target than it is."""
        if value is None or self.indicator.measure not in SHARES:
            return value
        shown, bar = round(value, 2), self.goal.target
        if (shown >= bar) == (value >= bar) and (shown == bar) == (value == bar):
            return shown
        return bar + _A_LITTLE if value > bar else bar - _A_LITTLE


@dataclass(frozen=True)
class Judged:
    """How a goal stood when a period had ended."""

    period: Period
    verdict: Verdict


_A_LITTLE = 0.004  # less than half a per cent: seen as beside the target, and tells nothing more
_NOT_SHORT = {Status.CANNOT_JUDGE, Status.REACHED, Status.ON_TRACK_SURE, Status.ON_TRACK_UNSURE}


SHARES = {Measure.SHARE_OF_ROWS, Measure.SHARE_OF_CASES, Measure.SHARE_OF_EVENTS}
DELIVERED = {Measure.EVENTS, Measure.SUM_OF_EVENTS}
MOST_DELIVERED = 1_000_000.0


def check_goals(entries: Sequence[GoalEntry], file: str) -> None:
    """Every goal speaks of an indicator of ours, and of one it can be held against. Raises ModelFault."""
    for entry in entries:
        place = f"goal.{entry.key}.indicator"
        match misfit(entry):
            case "unknown-indicator":
                raise ModelFault(file, place, "unknown-indicator")
            case "wrong-kind-of-goal":
                raise ModelFault(file, place, "wrong-kind-of-goal")


def check_principles(model: Model, file: str) -> None:
    """Every principle speaks of indicators of ours. Raises ModelFault."""
    for principle in model.principle:
        if not set(principle.indicators) <= BY_KEY.keys():
            raise ModelFault(file, f"principle.{principle.key}.indicators", "unknown-indicator")


def misfit(entry: GoalEntry) -> str:
    """Why a goal cannot be held against any number: unknown-indicator, wrong-kind-of-goal; or nothing."""
    if entry.indicator not in BY_KEY:
        return "unknown-indicator"
    fits = BY_KEY[entry.indicator].measure in (DELIVERED if entry.kind == "deliver" else SHARES)
    return "" if fits else "wrong-kind-of-goal"


def outside_unit(entry: GoalEntry) -> bool:
    """Is a goal's target, baseline or tolerance something its number can never be?"""
    # A count far beyond anything is a slip of the keyboard; nothing on the screen could show it.
    most = MOST_DELIVERED if entry.kind == "deliver" else 1.0
    numbers = [number for number in (entry.target, entry.baseline, entry.tolerance) if number is not None]
    return not all(math.isfinite(number) and 0 <= number <= most for number in numbers)


def judge(
    entry: GoalEntry,
    place: str,
    series: Published,
    today: date,
    targets: Mapping[str, float] | None = None,
    rebased: date | None = None,
    *,
    years: Published | None = None,
    trend: Trend | None = None,
    lag: int = 0,
    until: date | None = None,
) -> Standing:
    """Hold a goal against a published series of its indicator in a place.

    `rebased`: from when on the number comes about as it does now; what is older says nothing, as before `since`.
    `years`: the same number by calendar year, judged on where a period is hidden. `trend`: what its control chart
    says of the last point, in place of the trend of these periods. `lag`: days after a period before its number can be
    there. `until`: the last day of the newest period that its family is published of anywhere: what no place has yet is
    no gap in this one.
    """
    goal = Goal(
        **entry.model_dump(exclude={"name", "kind", "direction"}),
        kind=GoalKind(entry.kind),
        direction=Direction(entry.direction),
    )
    if rebased is not None:
        goal = replace(goal, since=max(rebased, goal.since or rebased))
    verdict = _verdict(goal, series, years, today, lag, until)
    if trend is not None and verdict.trend is not None:
        verdict = replace(verdict, trend=trend)
    return Standing(
        entry, goal, BY_KEY[entry.indicator], place, verdict, series, targets or {}, years=years, lag=lag, until=until
    )


def _verdict(
    goal: Goal, series: Published, years: Published | None, today: date, lag: int, until: date | None
) -> Verdict:
    observations = [o for o in _observations(series) if until is None or o.end <= until]
    if goal.kind is GoalKind.DELIVER:
        return judge_delivery(observations, goal, today)
    return verdict_on(observations, goal, today, lag=lag, years=_observations(years) if years else ())


def course(standing: Standing) -> list[Judged]:
    """The verdict as it would have been at the end of each period, on the goal as it is today, oldest first.

    After the last period it is the goal's own verdict: a picture ends in the number that stands beside it.
    """
    judged_on, until = (standing.goal, standing.series, standing.years), standing.until
    periods = [period for code in standing.series.frame["period"] if (period := from_code(code))]
    periods = [period for period in periods if until is None or period.last <= until]
    if not periods:
        return []
    *earlier, last = sorted(periods, key=lambda period: period.first)
    course = [Judged(p, _verdict(*judged_on, p.last + timedelta(days=1), standing.lag, until)) for p in earlier]
    return [*course, Judged(last, standing.verdict)]


def unjudged(judged: Standing, reason: Reason, who: Sequence[str]) -> Standing:
    """The same without a verdict, because of somebody: no number of it is left to be read."""
    gone = dict.fromkeys(("estimate", "lower", "upper", "numerator", "n", "needed"))
    verdict = replace(judged.verdict, status=Status.CANNOT_JUDGE, reason=reason, **gone)  # type: ignore[arg-type]
    return replace(judged, verdict=verdict, lacking=tuple(who))


def plan_periods(goal: Goal, kind: PeriodKind, today: date) -> list[str]:
    """The codes of the periods from a delivery goal's start to its due date, in order."""
    start = goal.baseline_on + timedelta(days=1) if goal.baseline_on else date(today.year, 1, 1)
    due = goal.due or date(start.year, 12, 31)
    inside = [period for year in range(start.year, due.year + 1) for period in of_year(kind, year)]
    return [period.code for period in inside if period.first >= start and period.last <= due]


def _observations(series: Published) -> Sequence[Observation]:
    """A published series as a goal is judged on it: hidden periods are known to be there, and no more.

    Where a bound stands, the middle of what it leaves open; of few persons there is only the whole per cent, and where
    even that is clamped, nothing to judge on.
    """
    finer = dict(series.finer.select("period", "finer").iter_rows())
    designs = dict(series.finer.select("period", pl.col("design").fill_null(1.0)).iter_rows())
    observations = []
    for code, value, base, bound, sign in series.frame.select("period", "value", "base", "bound", "sign").iter_rows():
        period = from_code(code)
        if period is None:
            continue
        if sign != Sign.SHOWN or value is None or (bound and code not in finer):
            observations.append(Observation(period.first, period.last, hidden=sign == Sign.HIDDEN or bool(bound)))
        elif base is None:
            observations.append(Observation(period.first, period.last, value))
        else:
            cases = finer.get(code, value) * base, base
            how = {"design": designs.get(code, 1.0), "bounded": bool(bound)}
            observations.append(Observation(period.first, period.last, *cases, **how))
    return sorted(observations, key=lambda observation: observation.start)
