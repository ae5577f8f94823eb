"""Owns the drawings behind the charts: Vega-Lite specs, built once per language on named data.

No filter value ever stands in a spec: a changed spec draws the chart anew, changed rows only move it.
"""

import functools
import re
from typing import Any

import altair as alt

from dashboard.indicator import ShownAs
from dashboard.words import Words, words

# Read on a projector, in both themes, and by those who do not see all colours.
BLUE, GREY, GREEN, ORANGE = "#1F7AD1", "#8A939E", "#2E8B57", "#C77700"
TEXT_SIZE = 15


def locale(language: str) -> alt.Locale:
    """Numbers in axes as the reader writes them."""
    nordic = language != "en"
    return alt.Locale(
        number=alt.NumberLocale(
            decimal="," if nordic else ".", thousands="\u00a0" if nordic else ",", grouping=[3],
            currency=["", "\u00a0kr"] if nordic else ["£", ""], percent="\u00a0%" if nordic else "%",
        )
    )  # fmt: skip


def _axis(shown_as: ShownAs) -> alt.Axis:
    return alt.Axis(
        format=".0%" if shown_as is ShownAs.PERCENT else ",.0f", tickCount=5, title=None, grid=True
    )


def _every(base: alt.Chart, **place: alt.X | alt.Y) -> alt.Chart:
    """An unseen layer first, so that hidden rows keep their place in the order: other layers drop them."""
    unseen: alt.Chart = base.mark_point(opacity=0).encode(**place)
    return unseen


def _x() -> alt.X:
    return alt.X("label:N", sort=None, axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True))


def _tooltips(spoken: Words, *fields: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip(f"{field}:N", title=spoken(f"chart-tip-{field.replace('_', '-')}")) for field in fields
    ]


def _finish(chart: Any, language: str, height: int | alt.Step) -> dict[str, object]:
    spec: dict[str, Any] = (
        chart.properties(height=height)
        .configure(
            aria=False, locale=locale(language), padding={"top": 22, "right": 44, "bottom": 4, "left": 4}
        )
        .configure_axis(
            labelFontSize=TEXT_SIZE, titleFontSize=TEXT_SIZE, labelLimit=260, domain=False, ticks=False
        )
        .configure_view(stroke=None)
        .to_dict()
    )
    # Streamlit gives the rows; a layer that named its own would look for them in vain.
    for part in (spec, *spec["layer"]):
        part.pop("data", None)
    spec.pop("$schema", None)
    return spec


def fields(spec: object) -> set[str]:
    """The columns a drawing reads, by encoding or by filter: what is not among them need not travel."""
    if isinstance(spec, dict):
        own = {str(spec["field"])} if "field" in spec else set()
        return own.union(*(fields(part) for part in spec.values()))
    if isinstance(spec, list):
        return set().union(*(fields(part) for part in spec))
    return set(re.findall(r"datum\.(\w+)", spec)) if isinstance(spec, str) else set()


@functools.cache
def trend(language: str, shown_as: ShownAs) -> dict[str, object]:
    """A line over time with its interval, the target dashed, hidden points as their sign at the foot."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=_x(), tooltip=_tooltips(spoken, "label", "text", "interval")
    )
    y = alt.Y(
        "value:Q", axis=_axis(shown_as), scale=alt.Scale(zero=shown_as is not ShownAs.PERCENT, padding=12)
    )
    signs = base.transform_filter(alt.datum.sign != "")
    layers = alt.layer(
        _every(base),
        base.mark_area(opacity=0.18, color=BLUE).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
        # A point alone between hidden ones has no area: its interval is a line.
        base.mark_rule(opacity=0.2, color=BLUE, strokeWidth=2).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
        base.mark_line(color=GREEN, strokeDash=[6, 5], strokeWidth=2).encode(y=alt.Y("target:Q")),
        base.mark_text(
            align="left", dx=-24, dy=-10, fontSize=TEXT_SIZE, color=GREEN, fontWeight="bold"
        ).encode(y=alt.Y("target:Q"), text=alt.Text("target_text:N")),
        base.mark_line(color=BLUE, strokeWidth=3).encode(y=y),
        base.mark_point(color=BLUE, filled=True, size=90, opacity=1).encode(y=y),
        base.mark_text(dy=-16, fontSize=TEXT_SIZE + 2, fontWeight="bold", color=BLUE).encode(
            y=y, text=alt.Text("last_text:N")
        ),
        signs.mark_text(fontSize=22, color=GREY, baseline="bottom").encode(
            y=alt.value("height"), text=alt.Text("sign:N")
        ),
    )
    return _finish(layers, language, 280)


@functools.cache
def bars(language: str, shown_as: ShownAs, *, across: bool) -> dict[str, object]:
    """Bars upright by period, or lying (`across`) by the members of a dimension."""
    spoken = words(language)
    tips = _tooltips(spoken, "label", "text")
    base = alt.Chart(alt.NamedData("rows")).encode(tooltip=tips)
    if across:
        name = alt.Y("label:N", sort=None, axis=alt.Axis(title=None))
        layers = alt.layer(
            _every(base, y=name),
            base.mark_bar(color=BLUE, cornerRadiusEnd=3).encode(
                y=name, x=alt.X("value:Q", axis=_axis(shown_as), scale=alt.Scale(zero=True))
            ),
            base.transform_filter(alt.datum.value != None)  # noqa: E711 - Vega's own comparison
            .mark_text(align="left", dx=6, fontSize=TEXT_SIZE + 1, color=GREY)
            .encode(y=name, x=alt.X("value:Q"), text=alt.Text("text:N")),
            base.transform_filter(alt.datum.sign != "")
            .mark_text(align="left", dx=6, fontSize=22, color=GREY)
            .encode(y=name, x=alt.value(6), text=alt.Text("sign:N")),
        )
        return _finish(layers, language, alt.Step(38))
    layers = alt.layer(
        _every(base, x=_x()),
        base.mark_bar(color=BLUE, cornerRadiusEnd=3, width={"band": 0.6}).encode(
            x=_x(), y=alt.Y("value:Q", axis=_axis(shown_as), scale=alt.Scale(zero=True))
        ),
        base.transform_filter(alt.datum.value != None)  # noqa: E711 - Vega's own comparison
        .mark_text(dy=-10, fontSize=TEXT_SIZE + 1, color=GREY)
        .encode(x=_x(), y=alt.Y("value:Q"), text=alt.Text("text:N")),
        base.transform_filter(alt.datum.sign != "")
        .mark_text(fontSize=22, color=GREY, baseline="bottom")
        .encode(x=_x(), y=alt.value("height"), text=alt.Text("sign:N")),
    )
    return _finish(layers, language, 260)


@functools.cache
def places(language: str, shown_as: ShownAs) -> dict[str, object]:
    """A dot and its interval per municipality, the chosen one lit, the region a dashed line."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None)),
        tooltip=_tooltips(spoken, "label", "text", "interval"),
    )
    lit = alt.condition(alt.datum.chosen, alt.value(ORANGE), alt.value(BLUE))
    zero = alt.Scale(zero=shown_as is not ShownAs.PERCENT)
    x = alt.X("value:Q", axis=_axis(shown_as), scale=zero)
    layers = alt.layer(
        _every(base),
        alt.Chart(alt.NamedData("rows"))
        .mark_rule(color=GREY, strokeDash=[5, 4], strokeWidth=2)
        .encode(x="max(region):Q"),
        base.mark_rule(strokeWidth=4, opacity=0.45).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), color=lit),
        base.mark_point(filled=True, size=170, opacity=1).encode(x=x, color=lit),
        base.transform_filter(alt.datum.sign == "")
        .mark_text(dy=-14, fontSize=TEXT_SIZE + 1, fontWeight="bold")
        .encode(x=x, text=alt.Text("text:N"), color=lit),
        base.transform_filter(alt.datum.sign != "")
        .mark_text(align="left", dx=4, fontSize=22, color=GREY)
        .encode(x=alt.value(6), text=alt.Text("sign:N")),
    )
    return _finish(layers, language, alt.Step(54))


@functools.cache
def plan(language: str) -> dict[str, object]:
    """Bars of what is done so far, and the even plan as a dashed line."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=_x(), tooltip=_tooltips(spoken, "label", "text", "plan_text")
    )
    layers = alt.layer(
        _every(base),
        base.mark_bar(color=BLUE, cornerRadiusEnd=3, width={"band": 0.6}).encode(
            y=alt.Y("done:Q", axis=_axis(ShownAs.COUNT), scale=alt.Scale(zero=True))
        ),
        base.mark_line(color=GREEN, strokeDash=[6, 5], strokeWidth=2, point={"color": GREEN}).encode(
            y=alt.Y("plan:Q")
        ),
        base.mark_text(dy=-12, fontSize=TEXT_SIZE + 2, fontWeight="bold", color=BLUE).encode(
            y=alt.Y("done:Q"), text=alt.Text("text:N")
        ),
    )
    return _finish(layers, language, 280)
