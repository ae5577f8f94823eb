"""Owns pictures that need no pointer: HTML and SVG as text, made once, as wide as the place they stand in.

Positions are shares of the room, and letters keep their size, so that one drawing serves a wall, a window and a
telephone. Colours are classes; `static/pictures.css` says how they look in light and dark. What is drawn is hidden
from screen readers: whoever places a picture says beside it, in text, what it shows.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.counting.indicator import ShownAs

CLOSE, BREADTH = 3.0, 15  # marks nearer than so many per cent lie on each other; pixels from one to the next
PLACES = 8  # classes place-1 … place-8, in the model's order
_STEPS = (1, 2, 2.5, 5, 10)
_SHAPES = (
    '<circle r="6"/>',
    '<rect x="-5.5" y="-5.5" width="11" height="11"/>',
    '<path d="M0-7L7 5.5H-7z"/>',
    '<path d="M0-7.5L7.5 0 0 7.5-7.5 0z"/>',
    '<path d="M0 7L-7-5.5H7z"/>',
    '<path d="M-2.4-7H2.4V-2.4H7V2.4H2.4V7H-2.4V2.4H-7V-2.4H-2.4z"/>',
    '<path d="M7 0L-5.5 7V-7z"/>',
    '<rect x="-7" y="-2.6" width="14" height="5.2"/>',
)


@dataclass(frozen=True)
class Axis:
    """A stretch of numbers, its even marks, and where a number lies on it (0–100, never outside)."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Per cent of the way from low to high."""
        return round(100 * min(1.0, max(0.0, (value - self.low) / (self.high - self.low))), 2)


def axis(numbers: Iterable[float | None], shown_as: ShownAs, *, most_ticks: int = 5) -> Axis:
    """An axis with room for all of the numbers, beginning and ending on even marks. A share stays within 0–100 %."""
    finite = [number for number in numbers if number is not None and math.isfinite(number)] or [0.0, 1.0]
    bottom, top = min(finite), max(finite)
    if shown_as is not ShownAs.PERCENT:
        bottom = min(0.0, bottom)
    least = 0.01 if shown_as is ShownAs.PERCENT else 1.0
    spread = max(top - bottom, 4 * least)
    step = next(
        unit * 10**power
        for power in range(-3, 12)
        for unit in _STEPS
        if unit * 10**power >= least and spread / (unit * 10**power) <= most_ticks - 1
    )
    first, last = math.floor(bottom / step + 1e-9), math.ceil(top / step - 1e-9)
    if shown_as is ShownAs.PERCENT:
        ceiling = math.floor(1 / step + 1e-9) if top <= 1 else last + 1
        last, first = min(last, ceiling), max(min(first, ceiling - 1), 0)  # all of them 100 %: room below, none above
    last = max(last, first + 1)
    high = max(last * step, min(top, 1.0) if shown_as is ShownAs.PERCENT else top)
    return Axis(
        min(first * step, round(first * step, 9)), high, tuple(round(mark * step, 6) for mark in range(first, last + 1))
    )


def place_class(key: str, order: Sequence[str]) -> str:
    """The class of a municipality: its place in the model's order; what is none has the main colour."""
    return f"place-{order.index(key) % PLACES + 1}" if key in order else "main"


def shape(key: str, order: Sequence[str]) -> str:
    """A municipality's own mark, centred on nothing: known without its colour."""
    return _SHAPES[order.index(key) % PLACES] if key in order else _SHAPES[0]


def mark(key: str, order: Sequence[str], x: float, y: str, tip: str = "", aside: float = 0) -> str:
    """That mark `x` per cent along a drawing and at `y`, with what a pointer is told; `aside`: pixels to the right."""
    tip_attribute = f' data-tip="{escape(tip)}"' if tip else ""
    look = f'x="{x}%" y="{y}" class="{place_class(key, order)} place"{tip_attribute}'
    return f'<svg {look}><g transform="translate({aside:g})">{shape(key, order)}</g></svg>'


def apart(places: Mapping[str, float]) -> dict[str, float]:
    """Pixels to move marks aside, so that those that would lie on each other stand beside each other."""
    moved: dict[str, float] = {}
    together: list[str] = []
    for key in [*sorted(places, key=lambda key: places[key]), ""]:
        if together and (not key or places[key] - places[together[-1]] > CLOSE):
            middle = (len(together) - 1) / 2
            moved |= {mark_key: (number - middle) * BREADTH for number, mark_key in enumerate(together)}
            together = []
        together.append(key)
    return moved


def carried(svg: str, kind: str) -> str:
    """A drawing as it travels: Streamlit takes SVG out of a page's HTML, so it lies in an attribute, and the page's
    script (`static/screen.js`) puts it in its place before the page is painted. Everything in it is escaped here."""
    return f'<div class="drawn {kind}" data-drawn="{escape(svg)}"></div>'


def legend_mark(key: str, order: Sequence[str]) -> str:
    """The mark beside a municipality's name."""
    look = f'aria-hidden="true" class="{place_class(key, order)} place" viewBox="-9 -9 18 18"'
    return carried(f"<svg {look}>{shape(key, order)}</svg>", "key-mark")


def unseen(text: str) -> str:
    """What a picture says, for whoever hears the page."""
    return f'<span class="unseen">{escape(text)}</span>'
