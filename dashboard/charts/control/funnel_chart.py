"""Owns the picture of municipalities funnel: a funnel laid out row by row, in the model's own order."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboard.charts import specs, value_text
from dashboard.charts.control import control_specs
from dashboard.charts.control.control import ChartWithFinding
from dashboard.counting.indicator import ShownAs
from dashboard.findings.funnel import Funnel, FunnelRow
from dashboard.installation.once import once_for_each
from dashboard.language.words import Words
from dashboard.statistics.intervals import FunnelPlace
from dashboard.wall.published import Sign

_TEXTS = ("label", "colour", "text", "limits", "seen", "note", "sign", "centre_text")
_NUMBERS = ("value", "thin_low", "thin_high", "flag_low", "flag_high", "centre")
_SCHEMA = dict.fromkeys(_TEXTS, pl.String()) | dict.fromkeys(_NUMBERS, pl.Float64()) | {"flagged": pl.Boolean()}


@once_for_each
def funnel_chart(funnel: Funnel, words: Words, names: Mapping[str, str], *, name: str = "") -> ChartWithFinding:
    """Where each municipality lies, and where it would lie by chance. Only beyond 99.8 % has a mark."""
    called = name or words(f"indicator-{funnel.indicator.key.replace('_', '-')}")
    rows = [_row(row, funnel, words, names) for row in funnel.rows] if funnel.centre is not None else []
    for first, row in enumerate(rows):
        centre_text = words("line-together", value=_value(funnel.centre or 0, funnel, words))
        row["centre_text"] = "" if first else centre_text
    unit = _unit(funnel)
    spec = control_specs.funnel(words.language, unit)
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    read = specs.fields(spec)
    drawn = frame.select(column for column in frame.columns if column in read)
    finding = found(funnel, words, names)
    heads = [words(f"control-{head}") for head in ("municipality", "value", "by-chance", "seen")]
    table = [dict(zip(heads, (row["label"], row["text"], row["limits"], row["seen"]), strict=True)) for row in rows]
    return ChartWithFinding(drawn, spec, f"{called}. {finding}", table, finding=finding)


def found(funnel: Funnel, words: Words, names: Mapping[str, str]) -> str:
    """Who is different, and by what measure; that nobody is says as much."""
    if funnel.centre is None:
        return words("compared-too-few")
    different = [f"{names.get(row.key, row.key)} ({_position(row, words)})" for row in funnel.rows if row.flagged]
    parts = [
        words("compared-different", who=", ".join(different)) if different else words("compared-alike"),
        words("compared-centre", value=_value(funnel.centre, funnel, words)),
    ]
    if funnel.phi > 1:
        parts.append(words("compared-phi"))
    if funnel.per is not None:
        parts.append(words("compared-not-adjusted"))
    return " ".join(parts)


def _row(row: FunnelRow, funnel: Funnel, words: Words, names: Mapping[str, str]) -> dict[str, Any]:
    text = value_text(words, _unit(funnel), row.value, row.bound, row.sign)
    pointed = row.value is not None and not row.bound
    low, high = (row.flag.lower, row.flag.upper) if row.flag else (None, None)
    limits = ""
    if low is not None and high is not None:
        limits = f"{_value(low, funnel, words)}–{_value(high, funnel, words)}"
    position = _position(row, words)
    return {
        "label": names.get(row.key, row.key),
        "value": row.value if pointed else None,
        "text": text,
        "thin_low": row.thin.lower if row.thin else None,
        "thin_high": row.thin.upper if row.thin else None,
        "flag_low": low,
        "flag_high": high,
        "centre": funnel.centre,
        "limits": limits,
        "seen": position,
        "colour": specs.role(row.key, list(names)),
        "flagged": row.flagged,
        "note": f"{text} {position}" if row.flagged else text,
        "sign": "" if pointed else (row.sign if row.sign != Sign.SHOWN else text),
    }


def _unit(funnel: Funnel) -> ShownAs:
    return ShownAs.PERCENT if funnel.per is None else ShownAs.RATE


def _value(value: float, funnel: Funnel, words: Words) -> str:
    return value_text(words, _unit(funnel), value, "", "")


def _position(row: FunnelRow, words: Words) -> str:
    if row.position is None:
        return ""
    if not row.flagged:
        return words("standing-within")
    return words("standing-above" if row.position is FunnelPlace.FAR_ABOVE else "standing-below")
