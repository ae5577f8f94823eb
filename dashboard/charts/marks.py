"""Owns marks on a picture over time: when something was decided, or what is known of a period.

They are a layer of their own over whatever picture it is, read from columns of its own rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from dashboard.charts import Chart
from dashboard.counting.period import PeriodKind, of_year
from dashboard.language.words import Words

YEARS_BACK = 12
ABOVE = -16  # pixels: over the picture, where no number of its own is written
ROOM = {"top": 52, "right": 20, "bottom": 4, "left": 4}


@dataclass(frozen=True)
class Mark:
    """Something to be marked from one day to another: a short name beside the mark, and the whole of it."""

    first: date
    last: date
    name: str
    text: str


def with_marks(chart: Chart, marks: Sequence[Mark], kind: PeriodKind, words: Words) -> Chart:
    """The same picture with its marks; one after the last period is given a place of its own at the end."""
    if chart.frame.is_empty() or "label" not in chart.frame.columns:
        return chart
    labels = chart.frame["label"].to_list()
    places = _places(labels, marks, kind, words)
    frame = chart.frame
    for label in [label for label in places if label not in labels]:
        texts = [name for name, type_ in frame.schema.items() if type_ == pl.String and name != "label"]
        empty = pl.DataFrame({"label": [label]}).with_columns(pl.lit("").alias(name) for name in texts)
        frame = pl.concat([frame, empty], how="diagonal")
    named = {label: _name(marks_there, words) for label, marks_there in places.items()}
    told_of = {label: " · ".join(mark.text for mark in marks_there) for label, marks_there in places.items()}
    frame = frame.with_columns(
        pl.col("label").replace_strict(named, default="", return_dtype=pl.String).alias("mark"),
        pl.col("label").replace_strict(told_of, default="", return_dtype=pl.String).alias("mark_text"),
    )
    heard = "".join(f", {label}: {text}" for label, text in told_of.items() if text)
    layers = [*chart.spec["layer"], *_layers(chart.spec, words)]  # type: ignore[misc]
    room = {"padding": ROOM} if any(told_of.values()) else {}
    return replace(chart, frame=frame, spec={**chart.spec, "layer": layers, **room}, alt=chart.alt + heard)


def _name(marks: Sequence[Mark], words: Words) -> str:
    if not marks:
        return ""
    return marks[0].name if len(marks) == 1 else words("mark-several", count=len(marks))


def _places(labels: Sequence[str], marks: Sequence[Mark], kind: PeriodKind, words: Words) -> dict[str, list[Mark]]:
    """What is to be marked at which label: of the picture's own, and of those that come after its last."""
    if not marks:
        return {}
    newest = max(mark.last for mark in marks)
    oldest = min(mark.first for mark in marks).year - YEARS_BACK
    every = [period for year in range(oldest, newest.year + 1) for period in of_year(kind, year)]
    spoken = {words.period(period, short=True): period for period in every if period.first <= newest}
    numbers = [number for number, label in enumerate(spoken) if label in labels]
    if not numbers:
        return {}
    wanted = [label for number, label in enumerate(spoken) if label in labels or number > numbers[-1]]
    marks_of = {label: [mark for mark in marks if _touches(mark, spoken[label])] for label in wanted}
    last = max((number for number, label in enumerate(wanted) if marks_of[label]), default=-1)
    return {label: marks_of[label] for label in wanted[: last + 1]}


def _touches(mark: Mark, period: Any) -> bool:
    return bool(mark.first <= period.last and mark.last >= period.first)


def _layers(spec: Any, words: Words) -> list[dict[str, Any]]:
    """A thin line, a diamond at the top and a name beside it."""
    first = spec["layer"][0]
    across, ink = first["encoding"]["x"], {"datum": "ink", "type": "nominal"}  # a colour of specs.ROLES
    marked = [{"filter": "datum.mark"}]
    tip = [{"field": "mark_text", "type": "nominal", "title": words("mark-tip")}]
    line = {"type": "rule", "strokeDash": [2, 4], "strokeWidth": 1.5, "opacity": 0.8}
    sign = {"type": "point", "shape": "diamond", "filled": True, "size": 130, "opacity": 1}
    name = {"type": "text", "dy": -13, "fontSize": 14, "fontWeight": "bold"}
    return [
        {"mark": line, "transform": marked, "encoding": {"x": across, "color": ink, "tooltip": tip}},
        {
            "mark": sign,
            "transform": marked,
            "encoding": {"x": across, "color": ink, "y": {"value": ABOVE}, "tooltip": tip},
        },
        {
            "mark": name,
            "transform": marked,
            "encoding": {
                "x": across,
                "color": ink,
                "y": {"value": ABOVE},
                "tooltip": tip,
                "text": {"field": "mark", "type": "nominal"},
            },
        },
    ]
