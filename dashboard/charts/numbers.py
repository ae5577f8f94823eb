"""Owns numbers as text: published ones with their sign, intervals, and those somebody has decided."""

import re

from dashboard.counting.indicator import ShownAs
from dashboard.language.words import Words
from dashboard.wall.published import Sign
from data_sources.declared.model_parts import Reference

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


def value_text(words: Words, shown_as: ShownAs, value: float | None, bound: str, sign: str) -> str:
    """A published number as text: 94 %, at least 95 %, 7 weeks, or its sign."""
    if sign:
        return sign
    if bound == "not_reached":
        return words("value-not-reached")
    if value is None:
        return Sign.IMPOSSIBLE.value
    match shown_as:
        case ShownAs.PERCENT:
            text = words.percent(value)
        case ShownAs.WEEKS:
            text = words("value-weeks", count=words.number(value), amount=value)
        case ShownAs.RATE:
            text = words.number(value, 1)
        case ShownAs.COUNT:
            text = words.number(value)
    return words(f"value-{bound.replace('_', '-')}", value=text) if bound else text


def interval_text(words: Words, shown_as: ShownAs, low: float | None, high: float | None) -> str:
    """85–97 %, or nothing where there is no interval."""
    if low is None or high is None:
        return ""
    match shown_as:
        case ShownAs.PERCENT:
            return f"{words.number(low * 100)}–{words.percent(high)}"
        case ShownAs.RATE:
            return f"{words.number(low, 1)}–{words.number(high, 1)}"
        case ShownAs.WEEKS:
            last = words("value-weeks", count=words.number(high), amount=high)
            return last if low == high else f"{words.number(low)}–{last}"
    return ""


def decided_number(shown_as: ShownAs, value: float, words: Words) -> str:
    """A target or a baseline, with as many decimals as were decided: 90 %, 92,5 %, 24."""
    scale = 100 if shown_as is ShownAs.PERCENT else 1
    decimals = next((d for d in (0, 1) if round(value * scale, d) == round(value * scale, 6)), 2)
    return words.percent(value, decimals) if shown_as is ShownAs.PERCENT else words.number(value, decimals)


def elsewhere_text(reference: Reference, words: Words) -> str:
    """Ikke et mål: FACT Gamle Oslo 2018, 94 %. What is said in brackets stands in the sentence under the picture."""
    label = _IN_BRACKETS.sub("", words.said(reference.label))
    return words("chart-reference", label=label, value=words.percent(reference.value))
