"""Owns what a native chart draws, in slides and workbook: the labels and series of a screen's chart, as plain numbers.

Only what the picture draws: a hidden point is a gap, and its sign stands in its label.
"""

import math
from dataclasses import dataclass

from dashboard.charts import Chart

# Column of a drawing → the series it is. In the order they are drawn; the first is the number itself.
_SERIES = (
    ("value", "value"),
    ("done", "value"),
    ("low", "low"),
    ("high", "high"),
    ("target", "target"),
    ("plan", "plan"),
)


@dataclass(frozen=True)
class Series:
    """`key`: value, low, high, target or plan. None is a gap."""

    key: str
    values: list[float | None]


@dataclass(frozen=True)
class Plotted:
    """`labels`: the periods, each with its sign where its number is not shown."""

    labels: list[str]
    series: list[Series]
    bars: bool

    @property
    def ends(self) -> tuple[float, float]:
        """A share's axis: the tens of per cents around all that is drawn, never under nothing or over all."""
        drawn = [value for series in self.series for value in series.values if value is not None]
        low, high = max(0.0, math.floor(min(drawn) * 10) / 10), min(1.0, math.ceil(max(drawn) * 10) / 10)
        # A single number on the line between two tens has one of each around it.
        return (low, high) if low < high else (max(0.0, low - 0.1), min(1.0, high + 0.1))


def plotted(chart: Chart) -> Plotted:
    """A chart's rows as labels and series; no labels where nothing is drawn."""
    frame = chart.frame
    if frame.is_empty():
        return Plotted([], [], bars=False)
    signs = frame["sign"].to_list() if "sign" in frame.columns else [""] * frame.height
    labels = [
        f"{label} {sign}" if sign else str(label) for label, sign in zip(frame["label"].to_list(), signs, strict=True)
    ]
    series = [
        Series(key, [None if number is None else float(number) for number in frame[column].to_list()])
        for column, key in _SERIES
        if column in frame.columns and frame[column].is_not_null().any()
    ]
    bars = not any(number.key in {"low", "high", "target", "plan"} for number in series)
    return Plotted(labels if series else [], series, bars)
