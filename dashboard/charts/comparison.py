"""Owns the picture of municipalities compared: a funnel laid out row by row, in the model's own order."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboard.charts import control_specs, specs, value_text
from dashboard.charts.control import Found
from dashboard.counting.indicator import ShownAs
from dashboard.findings.funnel import Compared, Comparison
from dashboard.language.words import Words
from dashboard.statistics.intervals import FunnelPlace
from dashboard.wall.published import Sign

_TEXTS = ("label", "colour", "text", "limits", "seen", "note", "sign", "centre_text")
_NUMBERS = ("value", "thin_low", "thin_high", "flag_low", "flag_high", "centre")
_SCHEMA = dict.fromkeys(_TEXTS, pl.String()) | dict.fromkeys(_NUMBERS, pl.Float64()) | {"flagged": pl.Boolean()}


def comparison(compared: Comparison, words: Words, names: Mapping[str, str], *, name: str = "") -> Found:
    """Where each municipality lies, and where it would lie by chance. Only beyond 99.8 % has a mark."""
    called = name or words(f"indicator-{compared.indicator.key.replace('_', '-')}")
    rows = [_row(row, compared, words, names) for row in compared.rows] if compared.centre is not None else []
    for first, row in enumerate(rows):
        said = words("line-together", value=_value(compared.centre or 0, compared, words))
        row["centre_text"] = "" if first else said
    unit = _unit(compared)
    spec = control_specs.comparison(words.language, unit)
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    read = specs.fields(spec)
    drawn = frame.select(column for column in frame.columns if column in read)
    finding = found(compared, words, names)
    heads = [words(f"control-{head}") for head in ("municipality", "value", "by-chance", "seen")]
    table = [dict(zip(heads, (row["label"], row["text"], row["limits"], row["seen"]), strict=True)) for row in rows]
    return Found(drawn, spec, f"{called}. {finding}", table, finding=finding)


def found(compared: Comparison, words: Words, names: Mapping[str, str]) -> str:
    """Who is different, and by what measure; that nobody is says as much."""
    if compared.centre is None:
        return words("compared-too-few")
    different = [f"{names.get(row.key, row.key)} ({_standing(row, words)})" for row in compared.rows if row.flagged]
    said = [
        words("compared-different", who=", ".join(different)) if different else words("compared-alike"),
        words("compared-centre", value=_value(compared.centre, compared, words)),
    ]
    if compared.phi > 1:
        said.append(words("compared-phi", phi=words.number(compared.phi, 1)))
    if compared.per is not None:
        said.append(words("compared-not-adjusted"))
    return " ".join(said)


def _row(row: Compared, compared: Comparison, words: Words, names: Mapping[str, str]) -> dict[str, Any]:
    text = value_text(words, _unit(compared), row.value, row.bound, row.sign)
    pointed = row.value is not None and not row.bound
    low, high = (row.flag.lower, row.flag.upper) if row.flag else (None, None)
    limits = ""
    if low is not None and high is not None:
        limits = f"{_value(low, compared, words)}–{_value(high, compared, words)}"
    standing = _standing(row, words)
    return {
        "label": names.get(row.key, row.key),
        "value": row.value if pointed else None,
        "text": text,
        "thin_low": row.thin.lower if row.thin else None,
        "thin_high": row.thin.upper if row.thin else None,
        "flag_low": low,
        "flag_high": high,
        "centre": compared.centre,
        "limits": limits,
        "seen": standing,
        "colour": specs.role(row.key, list(names)),
        "flagged": row.flagged,
        "note": f"{text} {standing}" if row.flagged else text,
        "sign": "" if pointed else (row.sign if row.sign != Sign.SHOWN else text),
    }


def _unit(compared: Comparison) -> ShownAs:
    return ShownAs.PERCENT if compared.per is None else ShownAs.RATE


def _value(value: float, compared: Comparison, words: Words) -> str:
    return value_text(words, _unit(compared), value, "", "")


def _standing(row: Compared, words: Words) -> str:
    if row.standing is None:
        return ""
    if not row.flagged:
        return words("standing-within")
    return words("standing-above" if row.standing is FunnelPlace.FAR_ABOVE else "standing-below")
