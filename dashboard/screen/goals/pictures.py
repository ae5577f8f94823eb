"""Owns which numbers of a goal are drawn, and how they are said beside the drawing: for rows, cards and slides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.drawn import place_class, scale, unseen
from dashboard.charts.drawn.course import Point, course
from dashboard.charts.drawn.curve import curve
from dashboard.charts.drawn.places import Beside, places
from dashboard.charts.drawn.scale import Placed
from dashboard.charts.numbers import decided_number, value_text
from dashboard.counting.indicator import ShownAs
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, from_code
from dashboard.desk import ALL, Decision, Row, Standing
from dashboard.goals.goal import GoalKind
from dashboard.goals.standing import Judged
from dashboard.goals.window import Reason
from dashboard.screen import View
from dashboard.screen.parts import nothing_drawn
from dashboard.sentences import goals, sentences
from dashboard.sentences import goals as goal_sentences
from dashboard.statistics.direction import Direction
from dashboard.wall.published import Published, Sign

MOST_POINTS = 12  # three years of quarters


def value(standing: Standing, view: View) -> str:
    """Where a goal stands now, or the sign for why that is not known."""
    if standing.verdict.estimate is not None:
        return goal_sentences.estimate(standing, view.words)
    return Sign.HIDDEN.value if standing.verdict.reason is Reason.HIDDEN else Sign.MISSING.value


def target(standing: Standing, view: View) -> str:
    """Mål 90 %: beside a line, where the whole of it stands in words nearby."""
    return view.words(
        "chart-target", value=decided_number(standing.indicator.shown_as, standing.goal.target, view.words)
    )


def status(standing: Standing, view: View) -> str:
    """The status as shape, colour and word; the shapes are drawn in pictures.css, so that no typeface decides them."""
    code = standing.verdict.status
    look = f"status {sentences.BADGES[code][0]} {code.value}"
    return f'<span class="{look}">{escape(sentences.status(standing.verdict, view.words))}</span>'


def of_row(row: Row, view: View) -> str:
    """A goal on its scale with the municipalities' marks, and the same in words."""
    return of_standing(row.standing, {key: cell for key in view.names if (cell := row.cells.get(key))}, view)


def of_standing(standing: Standing, others: Mapping[str, Standing], view: View) -> str:
    """How a goal stands somewhere, on its scale, with marks for how it stands in other places; the same in words."""
    verdict, goal = standing.verdict, standing.goal
    marks = {
        key: Placed(at, _beside_text(key, cell, view))
        for key, cell in others.items()
        if (at := cell.drawn(cell.verdict.estimate)) is not None
    }
    drawn = scale.scale(
        value=standing.drawn(verdict.estimate),
        low=standing.drawn(verdict.lower),
        high=standing.drawn(verdict.upper),
        target=goal.target,
        upwards=goal.direction is Direction.UP,
        shown_as=standing.indicator.shown_as,
        target_text=target(standing, view),
        places=marks,
        order=list(view.names),
        colour=place_class(standing.place, list(view.names)),
        plan=verdict.required if goal.kind is GoalKind.DELIVER else None,
    )
    ends = goals.between(standing, view.words) if verdict.lower is not None else ""
    sentences_beside = [view.words("picture-between", between=ends)] if ends else []
    sentences_beside += [_beside_text(key, cell, view) + "." for key, cell in others.items()]
    return drawn + unseen(" ".join(sentences_beside))


def _beside_text(key: str, standing: Standing, view: View) -> str:
    name, status_word = view.names[key], sentences.status(standing.verdict, view.words)
    return view.words("picture-place", name=name, value=value(standing, view), status=status_word)


def small_curve(standing: Standing, judged: Sequence[Judged], view: View) -> str:
    """How the judged number has moved, and from where to where in words."""
    steps = _steps(standing, judged, view)
    drawn = curve([step.value for step in steps], [step.target for step in steps], standing.indicator.shown_as)
    valued = [step for step in steps if step.value is not None]
    if len(valued) < 2:
        return drawn
    (before, since), (after, at) = ((step.text, view.words.period(step.period)) for step in valued[:: len(valued) - 1])
    return drawn + unseen(view.words("picture-moved", before=before, since=since, value=after, at=at))


@dataclass(frozen=True)
class _Step:
    """A goal at the end of one period, as it may be drawn; the target that held, or what was planned."""

    period: Period
    value: float | None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    sign: str = ""
    text: str = ""


def judged_text(standing: Standing, judged: Judged, view: View) -> str:
    """A period's judged number as it is written everywhere: never rounded onto another side of the target."""
    at = judged.verdict.estimate
    return "" if at is None else goals.number(at, standing, view.words, judged.verdict.required)


def _steps(standing: Standing, judged: Sequence[Judged], view: View) -> list[_Step]:
    """From where there was enough to judge on; a delivery's from its first period to its last, those to come too."""
    if standing.goal.kind is GoalKind.DELIVER:
        return _delivered(standing, judged, view)
    signs = _signs(standing)
    steps = [
        _Step(
            step_judged.period,
            at := standing.drawn(step_judged.verdict.estimate),
            standing.drawn(step_judged.verdict.lower),
            standing.drawn(step_judged.verdict.upper),
            standing.targets.get(step_judged.period.code),
            signs.get(step_judged.period.code, Sign.MISSING.value) if at is None else "",
            judged_text(standing, step_judged, view),
        )
        for step_judged in judged
    ]
    # The first windows rest on a period or two: their intervals would flatten everything after. Before the first
    # number there is nothing to be drawn either.
    enough = [
        number for number, step_judged in enumerate(judged) if step_judged.verdict.reason is not Reason.TOO_FEW_PERIODS
    ]
    valued = [number for number, step in enumerate(steps) if step.value is not None]
    first = next(iter([number for number in enough if number in valued] or valued), 0)
    return steps[first:][-MOST_POINTS:]


def _delivered(standing: Standing, judged: Sequence[Judged], view: View) -> list[_Step]:
    done = {entry.period.code: entry for entry in judged}
    periods = [period for code in view.desk.plan_periods(standing.goal) if (period := from_code(code))]
    each = standing.goal.target / max(len(periods), 1)
    return [
        _Step(
            period,
            entry.verdict.estimate if (entry := done.get(period.code)) else None,
            target=each * number,
            text=judged_text(standing, entry, view) if entry else "",
        )
        for number, period in enumerate(periods, start=1)
    ]


def of_goal(standing: Standing, judged: Sequence[Judged], decisions: Sequence[Decision], view: View) -> str:
    """A goal's judged number over time with its decisions, numbered as they stand in their list; the same in words."""
    steps = _steps(standing, judged, view)
    if not steps:
        return nothing_drawn(view.words("chart-nothing"))
    marks = _marks(decisions, [step.period for step in steps])
    points = [
        Point(
            view.words.period(step.period, short=True),
            step.value,
            step.low,
            step.high,
            step.text,
            step.sign,
            step.target,
            numbers,
        )
        for step, numbers in zip(steps, marks, strict=True)
    ]
    deliver = standing.goal.kind is GoalKind.DELIVER
    drawn = course(points, standing.indicator.shown_as, view.words, target_text=target(standing, view), bars=deliver)
    text = ", ".join(f"{point.label}: {point.text or point.sign}" for point in points)
    return drawn + unseen(f"{view.words('picture-over-time')} {text}.")


def of_place(indicator: str, place: str, view: View) -> str:
    """One number of a municipality over time in its own colour, the whole region behind; the same in words."""
    series, unit = view.desk.series(indicator, place), BY_KEY[indicator].shown_as
    region = dict(view.desk.series(indicator).frame.select("period", "value").iter_rows())
    points = period_points(series, unit, region, view)[-MOST_POINTS:]
    if not points:
        return nothing_drawn(view.words("chart-nothing"))
    drawn = course(points, unit, view.words, colour=place_class(place, list(view.names)))
    text = ", ".join(f"{point.label}: {point.text or point.sign}" for point in points)
    return drawn + unseen(f"{view.words('picture-over-time')} {text}.")


def period_points(series: Published, unit: ShownAs, region: Mapping[str, float | None], view: View) -> list[Point]:
    """A published series as points, oldest first."""
    columns = ("period", "value", "low", "high", "bound", "sign")
    rows = [(from_code(row[0]), row) for row in series.frame.select(*columns).iter_rows()]
    dated = sorted(((period, row) for period, row in rows if period), key=lambda pair: pair[0].first)
    return [
        Point(
            view.words.period(period, short=True),
            number,
            low,
            high,
            value_text(view.words, unit, number, bound, sign) if number is not None else "",
            sign,
            past=region.get(code),
        )
        for period, (code, number, low, high, bound, sign) in dated
    ]


def _signs(standing: Standing) -> dict[str, str]:
    return {code: sign for code, sign in standing.series.frame.select("period", "sign").iter_rows() if sign}


def _marks(decisions: Sequence[Decision], periods: Sequence[Period]) -> list[tuple[int, ...]]:
    """Which decisions (1, 2, …) fall in each period; what came after the newest stands at the newest."""
    numbers_of: list[list[int]] = [[] for _ in periods]
    for number, entry in enumerate(decisions, start=1):
        inside = (at for at, period in enumerate(periods) if period.first <= entry.decided_on <= period.last)
        at = next(inside, len(periods) - 1 if periods and entry.decided_on > periods[-1].last else None)
        if at is not None:
            numbers_of[at].append(number)
    return [tuple(numbers) for numbers in numbers_of]


def where(row: Row, view: View) -> str:
    """The goal in every municipality, beside the target; nothing where it is the whole region's alone."""
    cells = {key: cell for key in view.names if (cell := row.cells.get(key)) is not None}
    if not cells:
        return ""
    standing = row.standing
    beside = [
        Beside(
            key,
            view.names[key],
            cell.drawn(cell.verdict.estimate),
            cell.drawn(cell.verdict.lower),
            cell.drawn(cell.verdict.upper),
            value(cell, view),
            sentences.status(cell.verdict, view.words),
            key == view.place != ALL,
        )
        for key, cell in cells.items()
    ]
    return places(
        beside,
        list(view.names),
        standing.indicator.shown_as,
        target=standing.goal.target,
        upwards=standing.goal.direction is Direction.UP,
        caption=view.words("picture-where"),
    )
