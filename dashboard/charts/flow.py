"""Owns the picture of ways: from where on the left, to where on the right, as broad as there are people.

Only published cells are drawn, and a hidden way is not: it is a sign in the table. A place is as high as its own
published number, so that what is hidden of it is a pale end that no way leaves from.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.charts import Chart
from dashboard.charts.numbers import value_text
from dashboard.charts.ribbons import spec
from dashboard.charts.specs import fields
from dashboard.counting.cells import ALL, CELL
from dashboard.counting.indicator import ShownAs
from dashboard.language.words import Words
from dashboard.wall.published import Published, Sign

STEPS = 24  # points along a way: enough to look round
GAP = 0.09  # between two places, of everything: the lower one's name stands there
NAME = 0.036  # how high a name is, of everything
END = 0.07  # how far the pale end of what is hidden reaches, of the whole way
HEARD = 6  # ways that are read aloud, the broadest first

Cell = Mapping[str, str]  # dimension → member; ALL where none is named


@dataclass(frozen=True)
class Ways:
    """What is drawn: the places on both sides with their names, and the cell of the lattice for each pair.

    `cell(origin, destination)` with ALL for a side is that side's margin. `onward(origin, destination)`: is that the
    way we hope for?
    """

    origins: Mapping[str, str]
    destinations: Mapping[str, str]
    cell: Callable[[str, str], Cell]
    onward: Callable[[str, str], bool]


def flow(published: Published, words: Words, ways: Ways) -> Chart:
    """Persons from each origin to each destination in one period, as published."""
    cells = {
        tuple(cell): (value, sign) for *cell, value, sign in published.frame.select(*CELL, "value", "sign").iter_rows()
    }

    def key(origin: str, destination: str) -> tuple[str, ...]:
        cell = ways.cell(origin, destination)
        return tuple(cell.get(name, ALL) for name in CELL)

    every = [(origin, destination) for origin in ways.origins for destination in ways.destinations]
    # A way nobody can take is no cell of the lattice.
    pairs = [pair for pair in every if not cells or key(*pair) in cells]
    asked = {pair: cells.get(key(*pair), (None, Sign.MISSING.value)) for pair in pairs}
    shown = {pair: value for pair, (value, _) in asked.items() if value}
    texts = {pair: value_text(words, ShownAs.COUNT, value, "", sign) for pair, (value, sign) in asked.items()}

    def margin(origin: str, destination: str) -> tuple[float, str]:
        value, sign = cells.get(key(origin, destination), (None, Sign.MISSING.value))
        return value or 0, value_text(words, ShownAs.COUNT, value, "", sign)

    drawn = _drawn(shown, ways, margin) if shown else []
    table = [
        {
            words("flow-from"): ways.origins[origin],
            words("flow-to"): ways.destinations[destination],
            words("chart-value"): texts[origin, destination],
        }
        for origin, destination in pairs
    ]
    broadest = sorted(shown, key=lambda pair: -shown[pair])[:HEARD]
    heard = [
        words("flow-heard", origin=ways.origins[a], destination=ways.destinations[b], count=texts[a, b])
        for a, b in broadest
    ]
    hidden = sum(sign == Sign.HIDDEN for _, sign in asked.values())
    note = words("flow-hidden", count=hidden) if hidden else ""
    return Chart(_frame(drawn), spec(words.language), " ".join([*heard, note]).strip(), table, note)


def _drawn(
    shown: Mapping[tuple[str, str], float], ways: Ways, margin: Callable[[str, str], tuple[float, str]]
) -> list[dict[str, object]]:
    """Places as rectangles with their names, and ways as points along their two edges, in persons from the top."""
    left = _stacked({a: margin(a, ALL)[0] for a in ways.origins}, shown, 0)
    right = _stacked({b: margin(ALL, b)[0] for b in ways.destinations}, shown, 1)
    rows: list[dict[str, object]] = []
    line = NAME * max(bottom for _, bottom in (*left.values(), *right.values()))
    line -= NAME * min(top for top, _ in (*left.values(), *right.values()))
    met = {key for key, (top, _) in right.items() if any(abs(top - other) < line for other, _ in left.values())}
    for side, places, names in ((0, left, ways.origins), (1, right, ways.destinations)):
        for key, (top, bottom) in places.items():
            _, number = margin(key, ALL) if side == 0 else margin(ALL, key)
            rows.append(
                {
                    "kind": "left" if side == 0 else "met" if key in met else "right",
                    "x": float(side),
                    "y": top,
                    "y2": bottom,
                    "middle": top,
                    "label": f"{names[key]}  {number}",
                    "colour": "ink",
                }
            )
    used_left = {key: top for key, (top, _) in left.items()}
    used_right = {key: top for key, (top, _) in right.items()}
    for (origin, destination), value in sorted(shown.items(), key=lambda item: _order(item[0], ways)):
        start, end = used_left[origin], used_right[destination]
        used_left[origin] += value
        used_right[destination] += value
        for step in range(STEPS + 1):
            along = step / STEPS
            bent = along * along * (3 - 2 * along)
            top = start + (end - start) * bent
            rows.append(
                {
                    "kind": "way",
                    "way": f"{origin} {destination}",
                    "x": along,
                    "y": top,
                    "y2": top + value,
                    "label": f"{ways.origins[origin]} → {ways.destinations[destination]}",
                    "text": f"{value:.0f}",
                    "colour": "main" if ways.onward(origin, destination) else "quiet",
                }
            )
    for side, places, used in ((0, left, used_left), (1, right, used_right)):
        for key, (_, bottom) in places.items():
            if bottom > used[key]:
                end = END if side == 0 else 1 - END
                edge = {"kind": "rest", "way": f"{side} {key}", "y": used[key], "y2": bottom, "colour": "quiet"}
                rows += [{**edge, "x": float(side)}, {**edge, "x": end}]
    return rows


def _order(pair: tuple[str, str], ways: Ways) -> tuple[int, int]:
    return list(ways.origins).index(pair[0]), list(ways.destinations).index(pair[1])


def _stacked(
    totals: Mapping[str, float], shown: Mapping[tuple[str, str], float], side: int
) -> dict[str, tuple[float, float]]:
    """Top and bottom of each place that a way is drawn at, one under the other with a gap.

    A place whose own number is hidden is as high as its ways.
    """
    drawn: dict[str, float] = {}
    for pair, value in shown.items():
        drawn[pair[side]] = drawn.get(pair[side], 0) + value
    heights = {key: max(total, drawn[key]) for key, total in totals.items() if key in drawn}
    gap = GAP * sum(heights.values())
    top, placed = -gap * (len(heights) - 1) / 2, {}
    for key, height in heights.items():
        placed[key] = (top, top + height)
        top += height + gap
    return placed


def _frame(rows: list[dict[str, object]]) -> pl.DataFrame:
    schema: dict[str, pl.DataType] = dict.fromkeys(("x", "y", "y2", "middle"), pl.Float64())
    schema |= dict.fromkeys(("kind", "way", "label", "text", "colour"), pl.String())
    frame = pl.DataFrame(rows, schema=schema)
    return frame.select(name for name in frame.columns if name in fields(spec("nb")))
