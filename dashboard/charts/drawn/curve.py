"""Owns the small curve: how a number has moved, against its target, without axes or letters."""

from collections.abc import Sequence

from dashboard.charts.drawn import axis, carried
from dashboard.counting.indicator import ShownAs

WIDTH, HEIGHT, EDGE = 132, 40, 5


def curve(values: Sequence[float | None], targets: Sequence[float | None], shown_as: ShownAs) -> str:
    """A line from left to right, broken where a number is missing, its newest a dot; the target a thin dashed line."""
    if not any(value is not None for value in values):
        return ""
    up = axis([*values, *targets], shown_as)

    def x(number: int) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * number / max(len(values) - 1, 1), 1)

    def y(value: float) -> float:
        return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * up.at(value) / 100, 1)

    aims = [(x(number), y(value)) for number, value in enumerate(targets) if value is not None]
    newest = max(number for number, value in enumerate(values) if value is not None)
    parts = [
        f'<polyline class="aim" points="{" ".join(f"{left},{top}" for left, top in aims)}"/>',
        *(f'<polyline class="line" points="{points}"/>' for points in _stretches(values, x, y)),
        f'<circle class="now" cx="{x(newest)}" cy="{y(values[newest] or 0.0)}" r="3.8"/>',
    ]
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return carried(f'<svg aria-hidden="true" {box}>{"".join(parts)}</svg>', "small-curve")


def _stretches(values: Sequence[float | None], x, y) -> list[str]:  # type: ignore[no-untyped-def]
    stretches: list[list[str]] = [[]]
    for number, value in enumerate(values):
        if value is None:
            stretches.append([])
        else:
            stretches[-1].append(f"{x(number)},{y(value)}")
    return [" ".join(points) for points in stretches if len(points) > 1]
