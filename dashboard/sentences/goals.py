"""Owns what is said of a goal: every number as it may be shown, and never rounded past the verdict."""

from datetime import date, timedelta

from dashboard.charts.numbers import decided_number, interval_text, value_text
from dashboard.counting.indicator import Measure, ShownAs
from dashboard.counting.period import from_code
from dashboard.desk import Standing
from dashboard.goals.goal import GoalKind
from dashboard.goals.verdict import Status
from dashboard.goals.window import months_between
from dashboard.language.words import Words
from dashboard.sentences import deliveries, delivery
from dashboard.statistics.direction import Direction
from dashboard.wall.published import Sign

YEAR = 12
# Shares of what is public may have decimals; those of appointments and cases are whole per cents (the wall's rule).
_EXACT = {Measure.SHARE_OF_EVENTS}


def target(standing: Standing, words: Words) -> str:
    """minst 90 %, høyst 8 %, minst 24 innen 31.12.2026."""
    goal = standing.goal
    value = decided_number(standing.indicator.shown_as, goal.target, words)
    return target_of(goal.direction.value, value, goal.due, words)


def target_of(direction: str, value: str, due: date | None, words: Words) -> str:
    """The same of a version of a goal that is not judged. `value`: the target as it is written."""
    if due is not None:
        return words("goal-target-due", direction=direction, value=value, due=words.day(due))
    return words("goal-target", direction=direction, value=value)


def whose(standing: Standing, words: Words) -> list[str]:
    """Who answers for a goal, where that is decided, and where the goal was decided, or that it is a proposal."""
    goal = standing.goal
    who = [words("goal-responsible", name=goal.responsible)] if goal.responsible else []
    return [*who, words("goal-decided", where=goal.decided) if goal.decided else words("goal-proposed")]


def estimate(standing: Standing, words: Words) -> str:
    """Where a goal stands; "just under" or "just over" where rounding would hide on which side that is."""
    value = standing.verdict.estimate
    if value is None:
        return value_text(words, standing.indicator.shown_as, None, "", "")
    return number(value, standing, words, standing.verdict.required)


def number(value: float, standing: Standing, words: Words, required: float | None = None) -> str:
    """A number that a goal is judged on: one more decimal where it may have one, else "just under", where rounding
    would put it on another side of the target, or of what was `required` on the way to it."""
    unit, goal = standing.indicator.shown_as, standing.goal
    text = value_text(words, unit, value, "", "")
    if unit is not ShownAs.PERCENT or goal.kind is GoalKind.DELIVER:
        return text
    bars = [bar for bar in (required, goal.target) if bar is not None]
    misled = [bar for bar in bars if _misleads(value, bar, 0, goal.direction)]
    if not misled:
        return text
    if standing.indicator.measure in _EXACT and not any(_misleads(value, b, 1, goal.direction) for b in bars):
        return words.percent(value, 1)
    bar = decided_number(unit, round(misled[0], 3), words)
    return words("value-just-under" if value < misled[0] else "value-just-over", value=bar)


def _misleads(value: float, bar: float, decimals: int, direction: Direction) -> bool:
    """Would a reader of the rounded number put it on another side of the bar, or on the bar itself?"""
    sign = 1 if direction is Direction.UP else -1
    shown = round(value * 100, decimals)
    read = round(bar * 100, 1)
    if shown == read:
        return value != bar
    return (sign * shown >= sign * read) != (sign * value >= sign * bar)


def sentence(standing: Standing, words: Words) -> str:
    """What is measured, what the target is, what may be said of it, what is tolerated, and what is changing."""
    verdict, goal = standing.verdict, standing.goal
    if goal.kind is GoalKind.DELIVER:
        return delivery.sentence(standing, words)
    if verdict.rule and verdict.status is not Status.CANNOT_JUDGE:
        return _rule(standing, words)
    parts = [_measured(standing, words)] if verdict.estimate is not None else []
    if standing.lacking and verdict.estimate is not None:
        parts.append(words("without", who=deliveries.listed(standing.lacking, words)))
    on_the_way = _on_the_way(standing, words)
    parts.append(on_the_way or words("goal-the-target", target=target(standing, words)))
    parts.append(_verdict(standing, words, "path" if on_the_way else "verdict"))
    parts.append(tolerance(standing, words))
    if verdict.trend is not None and verdict.status is not Status.CANNOT_JUDGE:
        parts.append(words(f"trend-{verdict.trend.value.replace('_', '-')}-sentence"))
    return " ".join(part for part in parts if part)


def _rule(standing: Standing, words: Words) -> str:
    """A target of all or none is kept, or broken by so many."""
    verdict, up = standing.verdict, standing.goal.direction is Direction.UP
    cases = verdict.n or 0
    broken = cases - (verdict.numerator or 0) if up else verdict.numerator or 0
    key = "goal-rule-kept" if verdict.status is Status.REACHED else "goal-rule-broken"
    sentence = words(
        key, count=words.number(max(1, round(broken))), cases=words.number(cases), span=_span(standing, words)
    )
    return f"{words('goal-the-target', target=target(standing, words))} {sentence}"


def _measured(standing: Standing, words: Words) -> str:
    verdict = standing.verdict
    assert verdict.estimate is not None
    arguments = {
        "value": estimate(standing, words),
        "between": between(standing, words),
        "span": _span(standing, words),
        "cases": words.number(verdict.n or 0),
        "count": words.number(verdict.numerator or 0),
        "of": standing.indicator.family.key,
    }
    kind = standing.indicator.measure.value.replace("_", "-")
    parts = [words(f"goal-measured-{kind}", **arguments)]
    parts += [words("goal-some-missing")] if _missing(standing) else []
    return " ".join([*parts, *_unwritten(standing, words)])


def _unwritten(standing: Standing, words: Words) -> list[str]:
    """What the number could be, where nobody has written what became of many appointments."""
    if not (could := standing.unwritten):
        return []
    share, low, high = (words.percent(part) for part in (could.share, could.lowest, could.highest))
    return [words("goal-unwritten", share=share, low=low, high=high)]


def between(standing: Standing, words: Words) -> str:
    """90–95 %; with words for a limit that rounding would put on the wrong side."""
    low, high, unit = standing.verdict.lower, standing.verdict.upper, standing.indicator.shown_as
    if low is None or high is None:
        return ""
    ends = [_inside(number(end, standing, words, standing.verdict.required)) for end in (low, high)]
    plain = [value_text(words, unit, end, "", "") for end in (low, high)]
    if ends == plain:
        return interval_text(words, unit, low, high)
    return words("interval-from-to", low=ends[0], high=ends[1])


def _inside(text: str) -> str:
    """As it is written inside a sentence."""
    return text[:1].lower() + text[1:]


def _span(standing: Standing, words: Words) -> str:
    """The last 12 months until a day; or from one day to another, where the window is another."""
    start, end = standing.verdict.start, standing.verdict.end
    if start is None or end is None:
        return ""
    if round(months_between(start, end + timedelta(days=1)), 1) == YEAR:
        return words("goal-span-year", until=words.day(end))
    return words("goal-span", first=words.day(start), last=words.day(end))


def _missing(standing: Standing) -> bool:
    """Is there a period inside the window that nobody has reported?"""
    start, end = standing.verdict.start, standing.verdict.end
    signs = standing.series.frame.select("period", "sign").iter_rows()
    gaps = [period for code, sign in signs if sign == Sign.MISSING and (period := from_code(code))]
    return any(start and end and start <= gap.first and gap.last <= end for gap in gaps)


def _on_the_way(standing: Standing, words: Words) -> str:
    """The bar a number is held against on its way, and the target; nothing where they are one, or nothing is judged."""
    verdict, goal = standing.verdict, standing.goal
    required = verdict.required
    if required is None or required == goal.target or verdict.status in {Status.CANNOT_JUDGE, Status.REACHED}:
        return ""
    value = decided_number(standing.indicator.shown_as, round(required, 3), words)
    return words("goal-on-the-way", direction=goal.direction.value, value=value, target=target(standing, words))


def _verdict(standing: Standing, words: Words, bar: str) -> str:
    """What may be said against the bar that was named: the target, or the path to it."""
    verdict = standing.verdict
    if verdict.status is Status.CANNOT_JUDGE:
        return delivery.cannot(standing, words)
    if verdict.settled and verdict.status is not Status.REACHED:
        decided = "missed" if verdict.status is Status.OFF_TRACK else "undecided"
        return words(f"goal-settled-{decided}")
    sentence = words(f"goal-{bar}-{verdict.status.value.replace('_', '-')}")
    unproven = verdict.status not in {Status.REACHED, Status.OFF_TRACK}
    if verdict.needed is not None and not verdict.provable and unproven:
        sentence += " " + words("goal-too-few-to-prove", needed=words.number(verdict.needed))
    return sentence


def tolerance(standing: Standing, words: Words) -> str:
    """Whether a number on the wrong side is still within what the meeting has said it tolerates."""
    within = standing.within_tolerance
    if within is None:
        return ""
    unit = standing.indicator.shown_as
    if unit is ShownAs.PERCENT:
        points = standing.goal.tolerance * 100
        points = round(points, 1)
        amount = words("goal-points", amount=points, count=words.number(points, 0 if points == round(points) else 1))
    else:
        amount = decided_number(unit, standing.goal.tolerance, words)
    return words("goal-within-tolerance" if within else "goal-beyond-tolerance", amount=amount)
