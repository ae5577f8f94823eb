"""Owns pictures as they are shown in a meeting: the same drawing, to be read from the far end of a table."""

from dataclasses import replace
from typing import Any

from dashboard.charts import Chart

TEXT = 1.65  # how much larger; never under the smallest that is read across a room
SMALLEST_TEXT = 24
LINES = 1.5


def enlarged(chart: Chart) -> Chart:
    """The same picture with larger words, lines and points, filling the height it is given."""
    spec = _larger(chart.spec)
    spec["height"] = "container"
    spec["padding"] = {"top": 72, "right": 64, "bottom": 4, "left": 4}
    return replace(chart, spec=spec)


def _larger(part: Any) -> Any:
    if isinstance(part, list):
        return [_larger(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {name: _larger(value) for name, value in part.items()}
    for name, value in part.items():
        if not isinstance(value, int | float) or isinstance(value, bool):
            continue
        if name.endswith("ontSize"):
            made[name] = max(SMALLEST_TEXT, round(value * TEXT))
        elif name in {"strokeWidth", "dx", "dy"}:
            made[name] = value * LINES
        elif name == "size":
            made[name] = value * LINES**2
        elif name == "labelLimit":
            made[name] = value * TEXT
    return made
