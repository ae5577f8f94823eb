"""Owns the picture of a control chart: a chart's rows, what it finds in words, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import polars as pl

from dashboard.charts import Chart, specs, value_text
from dashboard.charts.control import control_specs
from dashboard.counting.indicator import ShownAs
from dashboard.counting.period import PeriodKind
from dashboard.findings.control_chart import ControlChart, Moment
from dashboard.installation.once import once_for_each
from dashboard.language.words import Words
from dashboard.statistics.signals import Change, Point, Presentation, Signal

_NAME_HEIGHT = 30  # pixels a line's name needs for itself, with what the axis adds at its ends
_TELLS_FROM = 1.05  # below this the months vary as chance has it, and nothing is said


@dataclass(frozen=True, eq=False)
class ChartWithFinding(Chart):
    """A picture that has been read: `finding` says in sentences what it shows."""

    finding: str = ""


def line_text(words: Words, shown_as: ShownAs, value: float) -> str:
    """A computed line in the unit of its number: one decimal, where the published number has none."""
    match shown_as:
        case ShownAs.PERCENT:
            return words.percent(value, 1)
        case ShownAs.WEEKS:
            return words("value-weeks", count=words.number(value, 1), amount=value)
    return words.number(value)


@once_for_each
def control(chart: ControlChart, words: Words, *, name: str = "") -> ChartWithFinding:
    """The control chart of one published number. A limit nothing could pass (below 0, over 100 %) is not drawn."""
    shown_as = chart.indicator.shown_as
    called = name or words(f"indicator-{chart.indicator.key.replace('_', '-')}")
    rows = [_row(chart, i, words) for i in range(len(chart.moments))]
    if chart.presentation is Presentation.NUMBERS and len(set(chart.presentations)) <= 1:
        rows = []  # one or two numbers are no picture; the sentence says them
    _name_lines(rows, chart, words)
    _note_marks(rows)
    spec = control_specs.control(words.language, shown_as)
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    finding = " ".join(found(chart, words))
    heads = [words(f"control-{head}") for head in ("period", "value", "centre-line", "lower", "upper", "seen")]
    table = [dict(zip(heads, (row["label"], row["text"], *row["lines"], row["seen"]), strict=True)) for row in rows]
    read = specs.fields(spec)
    drawn = frame.select(column for column in frame.columns if column in read)
    return ChartWithFinding(drawn, spec, f"{called}. {finding}", table, finding=finding)


_TEXTS = ("label", "colour", "text", "limits", "seen", "mark", "note", "sign", "group", "reason_left", "reason_right")
_NUMBERS = ("value", "upper", "lower", "centre", "trial_upper", "trial_lower", "median", "target")
_SCHEMA = (
    dict.fromkeys(_TEXTS, pl.String())
    | dict.fromkeys(_NUMBERS, pl.Float64())
    | {"low": pl.Boolean()}
    | {f"{line}_at": pl.Float64() for line in control_specs.LINES}
    | {f"{line}_text": pl.String() for line in control_specs.LINES}
)


def _row(chart: ControlChart, at: int, words: Words) -> dict[str, Any]:
    moment, point, shown = chart.moments[at], chart.points[at], chart.presentations[at]
    shown_as, full = chart.indicator.shown_as, shown is Presentation.FULL
    upper, lower = _possible(point.lines.upper, shown_as), _possible(point.lines.lower, shown_as)
    rebase = chart.rebases.get(moment.period.code)
    reason = words("control-rebase", reason=words.said(rebase.reason)) if rebase else ""
    mark = _mark(point)
    late = at > len(chart.moments) * 0.6
    line_texts = ["" if n is None else line_text(words, shown_as, n) for n in (point.lines.centre, lower, upper)]
    return {
        "label": words.period(moment.period, short=True),
        "value": moment.value,
        "text": value_text(words, shown_as, moment.shown, moment.bound, moment.sign),
        "upper": upper if full else None,
        "lower": lower if full else None,
        "centre": point.lines.centre if full else None,
        "trial_upper": None if full else upper,
        "trial_lower": None if full else lower,
        "median": None if full else point.lines.centre,
        "target": chart.targets.get(moment.period.code),
        "group": str(point.group),
        "mark": mark,
        "colour": control_specs.MARKS[mark][1],
        "seen": _seen(moment, point, words),
        "sign": _foot(moment, words),
        "limits": "–".join(text for text in line_texts[1:] if text),
        "lines": line_texts,
        "low": False,
        "reason_left": "" if late else reason,
        "reason_right": reason if late else "",
    }


def _possible(edge: float | None, shown_as: ShownAs) -> float | None:
    if edge is None or edge <= 0 or (shown_as is ShownAs.PERCENT and edge >= 1):
        return None
    return edge


def _mark(point: Point) -> str:
    if point.change is not Change.NONE:
        return point.change.value
    return "none" if point.signal is Signal.NONE else "trend"


def _seen(moment: Moment, point: Point, words: Words) -> str:
    if moment.value is None:
        return ""
    sentence = words(f"signal-{point.signal.value.replace('_', '-')}")
    return sentence if point.change is Change.NONE else f"{words(f'mark-{point.change.value}')}: {sentence}"


def _foot(moment: Moment, words: Words) -> str:
    """A sign at the foot of the picture where there is no point: no wider than a period, so that none meets the next.

    What it is at least or at most stands in the table and under the pointer.
    """
    if moment.value is not None:
        return ""
    if moment.bound == "not_reached":
        return "…"
    return moment.sign or words(f"value-{moment.bound.replace('_', '-')}", value="").strip()


def _note_marks(rows: list[dict[str, Any]]) -> None:
    """The word of a mark once, where a row of like marks ends; the newest number always."""
    words_of = [str(row["seen"]).partition(":")[0] if row["mark"] != "none" else "" for row in rows]
    marks = [row["mark"] for row in rows] + ["none"]
    for row, word, (mark, following) in zip(rows, words_of, pairwise(marks), strict=True):
        row["note"] = word if mark != following else ""
    valued = [row for row in rows if row["value"] is not None]
    # Below its neighbours a point's word stands below it, clear of the line that leads there.
    for before, row, after in zip([None, *valued], valued, [*valued[1:], None], strict=False):
        around = [near["value"] for near in (before, after) if near]
        row["low"] = bool(around) and row["value"] < sum(around) / len(around)
    if valued:
        last = valued[-1]
        last["note"] = f"{last['text']} {last['note']}".strip()


def _name_lines(rows: list[dict[str, Any]], chart: ControlChart, words: Words) -> None:
    """Each line's name and number beside its end, moved apart where they would lie on each other."""
    for row in rows:
        row |= {f"{line}_at": None for line in control_specs.LINES}
        row |= {f"{line}_text": "" for line in control_specs.LINES}
    if not rows:
        return
    last = rows[-1]
    full = chart.presentation is Presentation.FULL
    shown_as = chart.indicator.shown_as

    def number(line: str, value: float) -> str:
        # A target is decided in whole numbers; what is computed is told more exactly.
        return value_text(words, shown_as, value, "", "") if line == "target" else line_text(words, shown_as, value)

    names = {
        line: (value, words(f"line-{key}", value=number(line, value)))
        for line, key, field in (
            ("upper", "upper", "upper" if full else "trial_upper"),
            ("centre", "centre" if full else "median", "centre" if full else "median"),
            ("lower", "lower", "lower" if full else "trial_lower"),
            ("target", "target", "target"),
        )
        if isinstance(value := last[field], float)
    }
    drawn = [n for row in rows for field in _NUMBERS if isinstance(n := row[field], float)]
    room = control_specs.HEIGHT - 2 * control_specs.EDGE
    apart = _NAME_HEIGHT / room * (max(drawn) - min(drawn)) if drawn else 0.0
    for (line, (_, text)), at in zip(names.items(), _apart([value for value, _ in names.values()], apart), strict=True):
        last |= {f"{line}_at": at, f"{line}_text": text}


def _apart(values: Sequence[float], gap: float) -> list[float]:
    """The same values moved as little as needed to stand `gap` from each other."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    placed = [values[i] for i in order]
    for _ in range(20):
        for i, (low, high) in enumerate(pairwise(placed)):
            if (short := gap - (high - low)) > 1e-9:
                placed[i], placed[i + 1] = low - short / 2, high + short / 2
    back = dict(zip(order, placed, strict=True))
    return [back[i] for i in range(len(values))]


def found(chart: ControlChart, words: Words) -> list[str]:
    """What the chart shows, in sentences: the newest number, change or chance, the target, earlier marks."""
    at, shown_as = chart.last, chart.indicator.shown_as
    if at is None:
        return [words("seen-nothing")]
    moment, point = chart.moments[at], chart.points[at]
    value = value_text(words, shown_as, moment.shown, moment.bound, moment.sign)
    parts = [words("seen-last", period=words.period(moment.period), value=value)]
    parts += [before] if (before := _year_before(chart, at, words)) else []
    count = sum(
        m.value is not None and p.group == point.group for m, p in zip(chart.moments, chart.points, strict=True)
    )
    if chart.presentation is not Presentation.FULL:
        key = "trial" if chart.presentation is Presentation.TRIAL_LIMITS else "few"
        return [*parts, words(f"seen-points-{key}", count=count)]
    parts.append(_variation(point, words))
    if chart.lately in {Change.IMPROVEMENT, Change.DETERIORATION} and point.change is Change.NONE:
        parts.append(words(f"seen-lately-{chart.lately.value}"))
    if chart.assurance is not None and chart.target is not None:
        target = value_text(words, shown_as, chart.target, "", "")
        parts.append(words(f"seen-target-{chart.assurance.value.replace('_', '-')}", target=target))
    marked = sum(p.change is not Change.NONE and p.group == point.group for p in chart.points)
    if marked:
        parts.append(words("seen-marked", count=marked, all=count))
    if chart.runs is not None and chart.runs.signal:
        parts.append(words("seen-runs"))
    if chart.phi is not None and chart.phi >= _TELLS_FROM:
        parts.append(words("seen-phi"))
    return parts


def _year_before(chart: ControlChart, at: int, words: Words) -> str:
    """The same month a year earlier: July is held against July."""
    month = chart.moments[at].period
    before = [m for m in chart.moments if m.period == month.a_year_before and m.shown is not None and not m.sign]
    if month.kind is not PeriodKind.MONTH or not before:
        return ""
    value = value_text(words, chart.indicator.shown_as, before[0].shown, before[0].bound, before[0].sign)
    return words("seen-year-before", value=value)


def _variation(point: Point, words: Words) -> str:
    if point.change is Change.NONE and point.signal is not Signal.NONE:
        return words("seen-trend", signal=words(f"signal-{point.signal.value.replace('_', '-')}"))
    signal = words(f"signal-{point.signal.value.replace('_', '-')}")
    return words(f"seen-change-{point.change.value}", signal=signal)
