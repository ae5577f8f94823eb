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
from dashboard.screen import Here
from dashboard.sentences import goals, sentences
from dashboard.statistics.direction import Direction
from dashboard.wall.published import Published, Sign

MOST_POINTS = 12  # three years of quarters


def value(standing: Standing, now: Here) -> str:
    """Where a goal stands now, or the sign for why that is not known."""
    if standing.verdict.estimate is not None:
        return sentences.estimate(standing, now.words)
    return Sign.HIDDEN.value if standing.verdict.reason is Reason.HIDDEN else Sign.MISSING.value


def target(standing: Standing, now: Here) -> str:
    """Mål 90 %: beside a line, where the whole of it stands in words nearby."""
    return now.words("chart-target", value=decided_number(standing.indicator.shown_as, standing.goal.target, now.words))


def status(standing: Standing, now: Here) -> str:
    """The status as shape, colour and word; the shapes are drawn in pictures.css, so that no typeface decides them."""
    code = standing.verdict.status
    look = f"status {sentences.BADGES[code][0]} {code.value}"
    return f'<span class="{look}">{escape(sentences.status(standing.verdict, now.words))}</span>'


def of_row(row: Row, now: Here) -> str:
    """A goal on its scale with the municipalities' marks, and the same in words."""
    return of_standing(row.standing, {key: cell for key in now.names if (cell := row.cells.get(key))}, now)


def of_standing(standing: Standing, others: Mapping[str, Standing], now: Here) -> str:
    """How a goal stands somewhere, on its scale, with marks for how it stands in other places; the same in words."""
    verdict, goal = standing.verdict, standing.goal
    marks = {
        key: Placed(at, _beside_text(key, cell, now))
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
        target_text=target(standing, now),
        places=marks,
        order=list(now.names),
        colour=place_class(standing.place, list(now.names)),
        plan=verdict.required if goal.kind is GoalKind.DELIVER else None,
    )
    ends = goals.between(standing, now.words) if verdict.lower is not None else ""
    said = [now.words("picture-between", between=ends)] if ends else []
    said += [_beside_text(key, cell, now) + "." for key, cell in others.items()]
    return drawn + unseen(" ".join(said))


def _beside_text(key: str, standing: Standing, now: Here) -> str:
    name, status_word = now.names[key], sentences.status(standing.verdict, now.words)
    return now.words("picture-place", name=name, value=value(standing, now), status=status_word)


def small_curve(standing: Standing, judged: Sequence[Judged], now: Here) -> str:
    """How the judged number has moved, and from where to where in words."""
    steps = _steps(standing, judged, now)
    drawn = curve([step.value for step in steps], [step.target for step in steps], standing.indicator.shown_as)
    known = [step for step in steps if step.value is not None]
    if len(known) < 2:
        return drawn
    (before, since), (after, at) = (
        (_text(standing, step, now), now.words.period(step.period)) for step in known[:: len(known) - 1]
    )
    return drawn + unseen(now.words("picture-moved", before=before, since=since, value=after, at=at))


@dataclass(frozen=True)
class _Step:
    """A goal at the end of one period, as it may be drawn; the target that held, or what was planned."""

    period: Period
    value: float | None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    sign: str = ""


def _steps(standing: Standing, judged: Sequence[Judged], now: Here) -> list[_Step]:
    """From where there was enough to judge on; a delivery's from its first period to its last, those to come too."""
    if standing.goal.kind is GoalKind.DELIVER:
        return _delivered(standing, judged, now)
    signs = _signs(standing)
    steps = [
        _Step(
            one.period,
            at := standing.drawn(one.verdict.estimate),
            standing.drawn(one.verdict.lower),
            standing.drawn(one.verdict.upper),
            standing.targets.get(one.period.code),
            signs.get(one.period.code, Sign.MISSING.value) if at is None else "",
        )
        for one in judged
    ]
    # The first windows rest on a period or two: their intervals would flatten everything after. Before the first
    # number there is nothing to be drawn either.
    enough = [number for number, one in enumerate(judged) if one.verdict.reason is not Reason.TOO_FEW_PERIODS]
    known = [number for number, step in enumerate(steps) if step.value is not None]
    first = next(iter([number for number in enough if number in known] or known), 0)
    return steps[first:][-MOST_POINTS:]


def _delivered(standing: Standing, judged: Sequence[Judged], now: Here) -> list[_Step]:
    done = {one.period.code: one.verdict.estimate for one in judged}
    periods = [period for code in now.desk.plan_periods(standing.goal) if (period := from_code(code))]
    each = standing.goal.target / max(len(periods), 1)
    return [
        _Step(period, done.get(period.code), target=each * number) for number, period in enumerate(periods, start=1)
    ]


def _text(standing: Standing, step: _Step, now: Here) -> str:
    return (
        "" if step.value is None else value_text(now.words, standing.indicator.shown_as, round(step.value, 2), "", "")
    )


def of_goal(standing: Standing, judged: Sequence[Judged], decisions: Sequence[Decision], now: Here) -> str:
    """A goal's judged number over time with its decisions, numbered as they stand in their list; the same in words."""
    steps = _steps(standing, judged, now)
    if not steps:
        return f'<p class="nothing">{escape(now.words("chart-nothing"))}</p>'
    marks = _marks(decisions, [step.period for step in steps])
    points = [
        Point(
            now.words.period(step.period, short=True),
            step.value,
            step.low,
            step.high,
            _text(standing, step, now),
            step.sign,
            step.target,
            numbers,
        )
        for step, numbers in zip(steps, marks, strict=True)
    ]
    deliver = standing.goal.kind is GoalKind.DELIVER
    drawn = course(points, standing.indicator.shown_as, now.words, target_text=target(standing, now), bars=deliver)
    told = ", ".join(f"{point.label}: {point.text or point.sign}" for point in points)
    return drawn + unseen(f"{now.words('picture-over-time')} {told}.")


def of_place(indicator: str, place: str, now: Here) -> str:
    """One number of a municipality over time in its own colour, the whole region behind; the same in words."""
    series, unit = now.desk.series(indicator, place), BY_KEY[indicator].shown_as
    region = dict(now.desk.series(indicator).frame.select("period", "value").iter_rows())
    points = period_points(series, unit, region, now)[-MOST_POINTS:]
    if not points:
        return f'<p class="nothing">{escape(now.words("chart-nothing"))}</p>'
    drawn = course(points, unit, now.words, colour=place_class(place, list(now.names)))
    told = ", ".join(f"{point.label}: {point.text or point.sign}" for point in points)
    return drawn + unseen(f"{now.words('picture-over-time')} {told}.")


def period_points(series: Published, unit: ShownAs, region: Mapping[str, float | None], now: Here) -> list[Point]:
    """A published series as points, oldest first."""
    columns = ("period", "value", "low", "high", "bound", "sign")
    rows = [(from_code(row[0]), row) for row in series.frame.select(*columns).iter_rows()]
    dated = sorted(((period, row) for period, row in rows if period), key=lambda pair: pair[0].first)
    return [
        Point(
            now.words.period(period, short=True),
            number,
            low,
            high,
            value_text(now.words, unit, number, bound, sign) if number is not None else "",
            sign,
            past=region.get(code),
        )
        for period, (code, number, low, high, bound, sign) in dated
    ]


def _signs(standing: Standing) -> dict[str, str]:
    return {code: sign for code, sign in standing.series.frame.select("period", "sign").iter_rows() if sign}


def _marks(decisions: Sequence[Decision], periods: Sequence[Period]) -> list[tuple[int, ...]]:
    """Which decisions (1, 2, …) fall in each period; what came after the newest stands at the newest."""
    found: list[list[int]] = [[] for _ in periods]
    for number, entry in enumerate(decisions, start=1):
        inside = (at for at, period in enumerate(periods) if period.first <= entry.decided_on <= period.last)
        at = next(inside, len(periods) - 1 if periods and entry.decided_on > periods[-1].last else None)
        if at is not None:
            found[at].append(number)
    return [tuple(numbers) for numbers in found]


def where(row: Row, now: Here) -> str:
    """The goal in every municipality, beside the target; nothing where it is the whole region's alone."""
    cells = {key: cell for key in now.names if (cell := row.cells.get(key)) is not None}
    if not cells:
        return ""
    standing = row.standing
    beside = [
        Beside(
            key,
            now.names[key],
            cell.drawn(cell.verdict.estimate),
            cell.drawn(cell.verdict.lower),
            cell.drawn(cell.verdict.upper),
            value(cell, now),
            sentences.status(cell.verdict, now.words),
            key == now.place != ALL,
        )
        for key, cell in cells.items()
    ]
    return places(
        beside,
        list(now.names),
        standing.indicator.shown_as,
        target=standing.goal.target,
        upwards=standing.goal.direction is Direction.UP,
        caption=now.words("picture-where"),
    )
