"""Owns what is said of a delivery (24 concerts): what is done, the plan, what is left and how it went before."""

from datetime import date

from dashboard.counting.period import Period, PeriodKind, of_year
from dashboard.desk import Standing
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.language.words import Words
from dashboard.sentences import deliveries
from dashboard.statistics.direction import Direction


def sentence(standing: Standing, words: Words) -> str:
    """17 av 24. Planen til nå var 18. 7 gjenstår i 4. kvartal 2026; de to siste årene ble det 7 og 8."""
    verdict, goal = standing.verdict, standing.goal
    done, target = verdict.estimate, words.number(goal.target)
    up = goal.direction is Direction.UP
    parts = []
    if done is not None:
        parts.append(words("goal-done" if up else "goal-done-ceiling", done=words.number(done), target=target))
    if standing.lacking and done is not None:
        parts.append(words("without", who=deliveries.listed(standing.lacking, words)))
    if verdict.status is Status.CANNOT_JUDGE:
        return " ".join([*parts, cannot(standing, words)])
    if verdict.settled or done is None:
        kept = verdict.status is Status.REACHED
        ending = ("reached" if up else "held") if kept else ("missed" if up else "passed")
        return " ".join([*parts, words(f"goal-delivery-{ending}")])
    parts.append(_against_plan(standing, words))
    status = verdict.status.value.replace("_", "-")
    parts.append(words(f"goal-delivery-{status}" if up else f"goal-delivery-ceiling-{status}"))
    parts.append(_left(standing, goal.target - done, words))
    return " ".join(part for part in parts if part)


def cannot(standing: Standing, words: Words) -> str:
    """Why a goal, of whatever kind, cannot be judged: who lacks, or what is not recorded."""
    reason = (standing.verdict.reason or Reason.NO_ESTIMATE).value.replace("_", "-")
    what = words(f"measured-{standing.indicator.key.replace('_', '-')}.recorded") if reason == "not-recorded" else ""
    return words(f"goal-cannot-{reason}", who=deliveries.listed(standing.lacking, words), what=what)


def _against_plan(standing: Standing, words: Words) -> str:
    """What the even plan was to date. A ceiling has no plan."""
    plan = standing.verdict.required
    if plan is None or standing.goal.direction is not Direction.UP:
        return ""
    return words("goal-plan-to-date", value=words.number(plan, 0 if plan == round(plan) else 1))


def _left(standing: Standing, count: float, words: Words) -> str:
    """How many are left, until when, and what the same time came to in the years before."""
    left, due = standing.verdict.left, standing.goal.due
    if not left or due is None:
        return ""
    named = _period(*left[0]) if len(left) == 1 else None
    when = words("goal-left-in", period=words.period(named)) if named else words("goal-left-by", due=words.day(due))
    up = standing.goal.direction is Direction.UP
    sentence = words("goal-left" if up else "goal-left-ceiling", count=words.number(count), when=when)
    if not standing.verdict.earlier:
        return f"{sentence}."
    before = [words.number(total) for total in standing.verdict.earlier[:3]]
    counts = words("list-and", first=", ".join(before[:-1]), last=before[-1])
    return words("goal-left-before", said=sentence, years=len(before), counts=counts)


def _period(first: date, last: date) -> Period | None:
    """The period of these two days."""
    every = (period for kind in PeriodKind for period in of_year(kind, first.year))
    return next((period for period in every if (period.first, period.last) == (first, last)), None)
