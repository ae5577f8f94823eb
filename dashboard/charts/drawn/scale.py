"""Owns a goal on its scale: interval, number, target, the good side of it, and the municipalities' marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.drawn import Axis, apart, carried, mark
from dashboard.counting.indicator import ShownAs

NARROWEST = 0.6  # per cent of the width: an interval is always seen
GOOD_SIDE, BESIDE = 0.15, 0.05  # of the stretch of the numbers: seen beyond the target, and at both ends


@dataclass(frozen=True)
class Placed:
    """A municipality's number on the scale, and what is told of it."""

    value: float
    text: str


def scale(
    *,
    value: float | None,
    low: float | None,
    high: float | None,
    target: float,
    upwards: bool,
    shown_as: ShownAs,
    target_text: str,
    places: Mapping[str, Placed],
    order: Sequence[str],
    colour: str = "main",
    plan: float | None = None,
) -> str:
    """One row. `plan`: where a delivery should be by now; then the number is a bar from nothing."""
    across = _axis(
        [value, low, high, plan, *(place_mark.value for place_mark in places.values())], target, shown_as, upwards
    )
    aim, at = across.at(target), {key: across.at(place_mark.value) for key, place_mark in places.items()}
    aside = apart(at)
    good = f'x="{aim}%" width="{100 - aim}%"' if upwards else f'x="0" width="{aim}%"'
    parts = [
        '<rect class="track" x="0" y="20" width="100%" height="16" rx="3"/>',
        f'<rect class="good" {good} y="20" height="16" rx="3"/>',
        *_number(across, value, low, high, plan),
        f'<line class="aim" x1="{aim}%" x2="{aim}%" y1="15" y2="41"/>',
        f'<text class="aim-text" x="{aim}%" y="11" text-anchor="{_anchor(aim)}">{escape(target_text)}</text>',
        *(mark(key, order, at[key], "47", place_mark.text, aside[key]) for key, place_mark in places.items()),
    ]
    return carried(f'<svg aria-hidden="true" width="100%" height="56">{"".join(parts)}</svg>', f"on-scale {colour}")


def _axis(numbers: Sequence[float | None], target: float, shown_as: ShownAs, upwards: bool) -> Axis:
    """Room for every number, a little beside them, and more on the good side of the target."""
    finite = [target, *(number for number in numbers if number is not None)]
    if shown_as is not ShownAs.PERCENT:
        finite.append(0.0)
    spread = max(max(finite) - min(finite), 0.04 * abs(target) or 1.0)
    good = target + GOOD_SIDE * spread if upwards else target - GOOD_SIDE * spread
    low, high = min(*finite, good) - BESIDE * spread, max(*finite, good) + BESIDE * spread
    return Axis(max(low, 0.0), min(high, 1.0) if shown_as is ShownAs.PERCENT and max(finite) <= 1 else high, ())


def _number(across: Axis, value: float | None, low: float | None, high: float | None, plan: float | None) -> list[str]:
    if value is None:
        return []
    at = across.at(value)
    if plan is not None:
        due = across.at(plan)
        return [
            f'<rect class="done" x="0" y="23" width="{at}%" height="10" rx="2"/>',
            f'<line class="plan" x1="{due}%" x2="{due}%" y1="18" y2="38"/>',
        ]
    start, end = across.at(low if low is not None else value), across.at(high if high is not None else value)
    width = max(round(end - start, 2), NARROWEST)
    return [
        f'<rect class="interval" x="{start}%" y="25" width="{width}%" height="6" rx="3"/>',
        f'<circle class="now" cx="{at}%" cy="28" r="6.5"/>',
    ]


def _anchor(at: float) -> str:
    """Which end of a text stands at its place, so that it never leaves the drawing."""
    return "start" if at < 15 else "end" if at > 85 else "middle"
