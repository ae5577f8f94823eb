"""Owns the picture of a number over time: its interval, its target, each period's number in figures, and what was
decided on the way as numbered marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.drawn import Axis, axis, carried
from dashboard.charts.numbers import decided_number
from dashboard.counting.indicator import ShownAs
from dashboard.language.words import Words

CLOSE_TO_TARGET = 14  # per cent of the height: a number there would be struck through by the target
CROWDED = 7  # from so many periods on, every other number and name goes where there is little room


@dataclass(frozen=True)
class Point:
    """One period: its short name, its number with its ends (None: a sign stands in its place), and as text.

    `marks`: the numbers of what was decided then; `past`: another series behind, such as the whole region's.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    text: str = ""
    sign: str = ""
    target: float | None = None
    marks: tuple[int, ...] = ()
    past: float | None = None


def course(
    points: Sequence[Point],
    shown_as: ShownAs,
    words: Words,
    *,
    target_text: str = "",
    colour: str = "main",
    bars: bool = False,
    small: bool = False,
    room: Axis | None = None,
) -> str:
    """The points from left to right. `bars`: what is done so far, against a plan; `room`: an axis shared with others;
    `small`: numbers only at the ends, for pictures beside each other."""
    numbers = [n for p in points for n in (p.value, p.low, p.high, p.target, p.past)]
    up = room or axis([*numbers, 0.0] if bars else numbers, shown_as)
    count = len(points)

    def x(number: int) -> float:
        return round(100 * (number + 0.5) / max(count, 1), 2)

    def y(value: float) -> float:
        return round(100 - up.at(value), 2)

    parts = [*_grid(up, shown_as, words)]
    if bars:
        wide = round(56 / max(count, 1), 2)
        parts += [
            f'<rect class="bar" x="{x(i) - wide / 2:.2f}%" width="{wide}%" y="{y(p.value)}%"'
            f' height="{100 - y(p.value):.2f}%"/>'
            for i, p in enumerate(points)
            if p.value is not None
        ]
    else:
        parts.append(_stretched(_band(points, x, y) + _line("past", [p.past for p in points], x, y)))
    parts.append(_stretched(_aim(points, x, y, sloped=bars) + ("" if bars else _values(points, x, y))))
    parts += _dots(points, up, x, y, bars=bars, small=small)
    parts += _names(points, x, small=small)
    if target_text and (aims := [(i, p.target) for i, p in enumerate(points) if p.target is not None]):
        newest = y(aims[-1][1])
        parts.append(f'<text class="aim-text" x="100%" dx="6" dy="5" y="{newest}%">{escape(target_text)}</text>')
        # Where there is no room beside the line: under the picture, and the other is not shown.
        parts.append(f'<text class="aim-key" x="0" y="100%" dy="44">- - {escape(target_text)}</text>')
    look = f"course {colour}{' crowded' if count >= CROWDED else ''}{' small' if small else ''}"
    return carried(f'<svg aria-hidden="true" width="100%" height="100%">{"".join(parts)}</svg>', look)


def _grid(up: Axis, shown_as: ShownAs, words: Words) -> list[str]:
    drawn = []
    for tick in up.ticks:
        at = round(100 - up.at(tick), 2)
        drawn.append(f'<line class="grid" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>')
        text = escape(decided_number(shown_as, tick, words))
        drawn.append(f'<text class="tick" x="0" dx="-8" dy="5" y="{at}%" text-anchor="end">{text}</text>')
    return drawn


def _stretched(shapes: str) -> str:
    """Lines and areas as wide and high as the room; their strokes keep their breadth."""
    return f'<svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">{shapes}</svg>'


def _runs(points: Sequence[object | None]) -> list[list[int]]:
    """The stretches in which nothing is missing."""
    runs: list[list[int]] = [[]]
    for number, point in enumerate(points):
        if point is None:
            runs.append([])
        else:
            runs[-1].append(number)
    return [run for run in runs if run]


def _band(points: Sequence[Point], x, y) -> str:  # type: ignore[no-untyped-def]
    drawn = ""
    for run in _runs([p.low if p.low is not None and p.high is not None else None for p in points]):
        over = [f"{x(i)},{y(points[i].high)}" for i in run]
        under = [f"{x(i)},{y(points[i].low)}" for i in reversed(run)]
        drawn += f'<polygon class="band" points="{" ".join([*over, *under])}"/>'
    return drawn


def _values(points: Sequence[Point], x, y) -> str:  # type: ignore[no-untyped-def]
    return _line("line", [p.value for p in points], x, y)


def _line(kind: str, values: Sequence[float | None], x, y) -> str:  # type: ignore[no-untyped-def]
    drawn = ""
    for run in _runs(values):
        if len(run) > 1:
            drawn += f'<polyline class="{kind}" points="{" ".join(f"{x(i)},{y(values[i])}" for i in run)}"/>'
    return drawn


def _aim(points: Sequence[Point], x, y, *, sloped: bool) -> str:  # type: ignore[no-untyped-def]
    """A target holds from edge to edge of its period, and steps where another was decided; a plan rises evenly."""
    if sloped:
        return _line("aim", [p.target for p in points], x, y)
    half = 50 / max(len(points), 1)
    path = "".join(
        f"{'M' if not i or points[i - 1].target is None else 'L'}{x(i) - half:.2f},{y(p.target)}"
        f"L{x(i) + half:.2f},{y(p.target)}"
        for i, p in enumerate(points)
        if p.target is not None
    )
    return f'<path class="aim" d="{path}"/>' if path else ""


def _dots(points: Sequence[Point], up: Axis, x, y, *, bars: bool, small: bool) -> list[str]:  # type: ignore[no-untyped-def]
    drawn = []
    valued = [i for i, p in enumerate(points) if p.value is not None]
    for i, point in enumerate(points):
        thin = " other" if (valued[-1:] or [0])[0] % 2 != i % 2 else ""
        if point.marks:
            drawn += _mark(x(i), point.marks)
        if point.value is None:
            if point.sign:
                sign = escape(point.sign)
                drawn.append(f'<text class="sign" x="{x(i)}%" y="100%" dy="-6" text-anchor="middle">{sign}</text>')
            continue
        at = y(point.value)
        if not bars:
            drawn.append(f'<circle class="dot" cx="{x(i)}%" cy="{at}%" r="{4 if small else 5.5}"/>')
        if small and i != valued[-1]:
            continue
        newest = " newest" if i == valued[-1] else ""
        away = _away(points, i, up, bars=bars)
        text = escape(point.text)
        drawn.append(
            f'<text class="value{newest}{thin}" x="{x(i)}%" y="{at}%" dy="{away}" text-anchor="middle">{text}</text>'
        )
    return drawn


def _mark(at: float, numbers: Sequence[int]) -> list[str]:
    """What was decided in a period, over the picture: 2, or 1–3 where there are more."""
    text = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    wide = 12 + 8 * len(text)
    shape = f'<rect class="mark" x="-{wide / 2}" y="-10" width="{wide}" height="20" rx="10"/>'
    pill = f'<svg x="{at}%" y="-16" class="marked">{shape}'
    return [
        f'<line class="mark-line" x1="{at}%" x2="{at}%" y1="0" y2="100%"/>',
        f'{pill}<text class="mark-text" dy="5" text-anchor="middle">{text}</text></svg>',
    ]


def _away(points: Sequence[Point], i: int, up: Axis, *, bars: bool) -> int:
    """A number stands on the side of its point where neither the line nor, close by, the target runs."""
    at, target = points[i].value, points[i].target
    assert at is not None
    near = [n.value for n in (points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]) if n.value is not None]
    above = bars or at >= sum(near) / len(near)
    beyond = None if target is None else up.at(target) - up.at(at)
    if not bars and beyond is not None and 0 < (beyond if above else -beyond) < CLOSE_TO_TARGET:
        above = not above
    return -12 if above else 24


def _names(points: Sequence[Point], x, *, small: bool) -> list[str]:  # type: ignore[no-untyped-def]
    last = len(points) - 1
    drawn = []
    for i, point in enumerate(points):
        if small and i not in {0, last}:
            continue
        thin = " other" if last % 2 != i % 2 and not small else ""
        thin += " between" if 0 < i < last else ""
        text = escape(point.label)
        drawn.append(f'<text class="name{thin}" x="{x(i)}%" y="100%" dy="22" text-anchor="middle">{text}</text>')
    return drawn
