"""Owns the drawings behind the charts: Vega-Lite specs, built once per language on named data.

No filter value ever stands in a spec: a changed spec draws the chart anew, changed rows only move it.
"""

import re
from collections.abc import Sequence
from typing import Any

import altair as alt

from dashboard.counting.indicator import ShownAs
from dashboard.installation.once import once
from dashboard.language.words import Words, words

# For charts whose colours do not follow the theme: at least 3:1 against both grounds.
BLUE, GREY, GREEN, ORANGE = "#1F7AD1", "#757C85", "#2E8B57", "#B46A00"
TEXT_SIZE = 15
AROUND = 22 + 4 + 36  # room above and below a drawing, and its axis
# What a colour stands for. The theme (.streamlit/config.toml) has one colour for each of these in light and one in
# dark, in this order, so that a drawing is the same object in both. Municipalities follow in the model's order, then
# what a control chart calls better, worse, and otherwise unusual, and last the ground that all is drawn on.
PLACES = tuple(f"place-{number}" for number in range(1, 9))
ROLES = ("main", "ink", "quiet", "aim", *PLACES, "better", "worse", "other", "ground")
SHAPES = (
    *("circle",) * 4,
    *("circle", "square", "triangle-up", "diamond", "triangle-down", "cross", "triangle-right", "stroke"),
    *("triangle-up", "triangle-down", "diamond", "circle"),
)


def colour(role: str) -> alt.ColorDatum:
    """One of ROLES for a whole layer."""
    return alt.ColorDatum(role, type="nominal")  # on the scale that `coloured` brings to every drawing


def coloured(field: str) -> alt.Color:
    """A column of ROLES, row by row."""
    return alt.Color(f"{field}:N", scale=_scale("category"), legend=None)


def shaped(field: str) -> alt.Shape:
    """The same column as shapes: a municipality is known without its colour."""
    return alt.Shape(f"{field}:N", scale=_scale(list(SHAPES)), legend=None)


def _scale(colours: str | list[str]) -> alt.Scale:
    return alt.Scale(domain=list(ROLES), range=colours)


def role(key: str, order: Sequence[str]) -> str:
    """The colour of a municipality: its place in the model's order. What is no municipality has the main one."""
    return PLACES[order.index(key) % len(PLACES)] if key in order else "main"


def locale(language: str) -> alt.Locale:
    """Numbers in axes as the reader writes them."""
    nordic = language != "en"
    return alt.Locale(
        number=alt.NumberLocale(
            decimal="," if nordic else ".",
            thousands="\u00a0" if nordic else ",",
            grouping=[3],
            currency=["", "\u00a0kr"] if nordic else ["£", ""],
            percent="\u00a0%" if nordic else "%",
        )
    )


def _axis(shown_as: ShownAs) -> alt.Axis:
    form = {ShownAs.PERCENT: ".0%", ShownAs.RATE: ",.1f"}.get(shown_as, ",.0f")
    whole = 1 if shown_as is ShownAs.COUNT else alt.Undefined  # of people and concerts there are no halves
    return alt.Axis(format=form, tickCount=5, tickMinStep=whole, title=None, grid=True)


def _every(base: alt.Chart, **place: alt.X | alt.Y) -> alt.Chart:
    """An unseen layer first, so that hidden rows keep their place in the order: other layers drop them."""
    unseen: alt.Chart = base.mark_point(opacity=0).encode(**place)
    return unseen


def _x(band: float | None = None) -> alt.X:
    """By period; `band`: from its left edge (0) to its right (1), where it is not in the middle."""
    axis = alt.Axis(title=None, labelAngle=0, labelOverlap=True)
    return alt.X("label:N", sort=None, axis=axis, bandPosition=alt.Undefined if band is None else band)


def _tooltips(spoken: Words, *fields: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:N", title=spoken(f"chart-tip-{field.replace('_', '-')}")) for field in fields]


def finish(chart: Any, language: str, height: int | alt.Step) -> dict[str, object]:
    """A layered chart as a spec without rows: size, letters and numbers as everywhere in the house."""
    spec: dict[str, Any] = (
        # The room around is the drawing's own: Streamlit puts its own in place of a configured one.
        chart.properties(height=height, padding={"top": 22, "right": 44, "bottom": 4, "left": 4})
        .configure(aria=False, locale=locale(language))
        .configure_axis(
            labelFontSize=TEXT_SIZE,
            titleFontSize=TEXT_SIZE,
            labelLimit=260,
            domain=False,
            ticks=False,
            labelFlush=False,
        )
        .configure_view(stroke=None)
        .configure_mark(aria=False)
        .to_dict()
    )
    if PLACES[0] in str(spec):  # the theme's own axis letters are too pale; in its roles there is a better colour
        spec["config"]["axis"]["labelColor"] = {"expr": "scale('color', 'quiet')"}
    # Streamlit gives the rows; a layer that named its own would look for them in vain.
    for part in (spec, *spec["layer"]):
        part.pop("data", None)
        # Nobody points at lines and words, signs excepted, and the browser would work out a hint for every row.
        is_sign = part.get("encoding", {}).get("text", {}).get("field") == "sign"
        if part.get("mark", {}).get("type") in {"text", "line", "area"} and not is_sign:
            part["encoding"].pop("tooltip", None)
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


@once
def trend(language: str, shown_as: ShownAs, *, aims: bool = True) -> dict[str, object]:
    """A line over time with its interval, hidden points as their sign at the foot; with `aims` the target dashed and
    a number from elsewhere dotted."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=_x(), tooltip=_tooltips(spoken, "label", "text", "interval", "before_text")
    )
    y = alt.Y("value:Q", axis=_axis(shown_as), scale=alt.Scale(zero=shown_as is not ShownAs.PERCENT, padding=12))
    own, low, high = coloured("colour"), alt.Y("low:Q"), alt.Y2("high:Q")
    held_against = [
        base.mark_line(strokeDash=[1, 4], strokeWidth=2).encode(y=alt.Y("reference:Q"), color=colour("quiet")),
        base.mark_text(align="left", dx=-24, dy=-9, fontSize=TEXT_SIZE - 1, limit=290).encode(
            y=alt.Y("reference:Q"), text=alt.Text("reference_text:N"), color=colour("quiet")
        ),
        base.mark_line(strokeDash=[6, 5], strokeWidth=2, interpolate="step-after").encode(
            y=alt.Y("target:Q"), color=colour("aim")
        ),
        # On the side of the line where the point it begins at is not.
        *[
            base.transform_filter(where)
            .mark_text(align="left", dx=-24, dy=away, fontSize=TEXT_SIZE, fontWeight="bold")
            .encode(y=alt.Y("target:Q"), text=alt.Text("target_text:N"), color=colour("aim"))
            for where, away in (("datum.value < datum.target", -10), ("!(datum.value < datum.target)", 14))
        ],
    ]
    layers = alt.layer(
        _every(base),
        base.mark_area(opacity=0.18).encode(y=low, y2=high, color=own),
        # A point alone between hidden ones has no area: its interval is a line.
        base.mark_rule(opacity=0.25, strokeWidth=2).encode(y=low, y2=high, color=own),
        _year_before(base),
        *(held_against if aims else ()),
        base.mark_line(strokeWidth=3).encode(y=y, color=own),
        base.mark_point(filled=True, size=90, opacity=1).encode(y=y, color=own),
        base.mark_text(dy=-16, fontSize=TEXT_SIZE + 2, fontWeight="bold").encode(
            y=y, text=alt.Text("last_text:N"), color=own
        ),
        _signs(base).encode(y=alt.value("height")),
    )
    return finish(layers, language, 280)


def _year_before(base: alt.Chart) -> alt.Chart:
    """A hollow point where the same period was a year before."""
    marked: alt.Chart = base.mark_point(filled=False, size=70, strokeWidth=2, opacity=0.9).encode(
        y=alt.Y("before:Q"), color=colour("quiet")
    )
    return marked


def _signs(base: alt.Chart, **look: Any) -> alt.Chart:
    """Where there is no number, its sign: hidden, missing and impossible in one style."""
    signs: alt.Chart = (
        base.transform_filter(alt.datum.sign != "")
        .mark_text(fontSize=24, fontWeight="bold", baseline="middle" if look else "bottom", **look)
        .encode(text=alt.Text("sign:N"), color=colour("quiet"))
    )
    return signs


def _said(base: alt.Chart, **look: Any) -> alt.Chart:
    """The number beside its mark, where there is one."""
    texts: alt.Chart = (
        base.transform_filter((alt.datum.sign == "") & (alt.datum.value != None))  # noqa: E711 - Vega's own
        .mark_text(fontSize=TEXT_SIZE + 1, **look)
        .encode(text=alt.Text("text:N"), color=colour("ink"))
    )
    return texts


def lifted(texts: alt.Chart) -> alt.Chart:
    """The ground behind words, as broad as they are: no line goes through a number. To be drawn under them."""
    under: alt.Chart = texts.copy().encode(color=colour("ground"))
    look = dict(texts.mark) if isinstance(texts.mark, dict) else texts.mark.to_dict()
    under.mark = alt.MarkDef(**{**look, "filled": False, "strokeWidth": 5, "strokeJoin": "round"})
    return under


@once
def bars(language: str, shown_as: ShownAs, *, across: bool) -> dict[str, object]:
    """Bars upright by period, or lying (`across`) by the members of a dimension."""
    spoken = words(language)
    tips = _tooltips(spoken, "label", "text") if across else _tooltips(spoken, "label", "text", "before_text")
    base = alt.Chart(alt.NamedData("rows")).encode(tooltip=tips)
    own, size = coloured("colour"), alt.Scale(zero=True)
    if across:
        name = alt.Y("label:N", sort=None, axis=alt.Axis(title=None))
        layers = alt.layer(
            _every(base, y=name),
            base.mark_bar(cornerRadiusEnd=3).encode(
                y=name, x=alt.X("value:Q", axis=_axis(shown_as), scale=size), color=own
            ),
            _said(base, align="left", dx=6).encode(y=name, x=alt.X("value:Q")),
            _signs(base, align="left", dx=6).encode(y=name, x=alt.value(6)),
        )
        return finish(layers, language, alt.Step(38))
    numbers = _said(base, dy=-10).encode(x=_x(), y=alt.Y("value:Q"))
    layers = alt.layer(
        _every(base, x=_x()),
        # The year before: a line behind, broader than the bar, so that it is seen at both sides and hides no number.
        base.mark_rule(strokeWidth=3.5).encode(
            x=_x(0.05), x2=alt.X2("label:N", bandPosition=0.95), y=alt.Y("before:Q"), color=colour("quiet")
        ),
        base.mark_bar(cornerRadiusEnd=3, width={"band": 0.6}).encode(
            x=_x(), y=alt.Y("value:Q", axis=_axis(shown_as), scale=size), color=own
        ),
        lifted(numbers),
        numbers,
        _signs(base).encode(x=_x(), y=alt.value("height")),
    )
    return finish(layers, language, 260)


@once
def places(language: str, shown_as: ShownAs) -> dict[str, object]:
    """A mark and its interval per municipality in its own colour and shape, the chosen one lifted, the region a
    dashed line with its name."""
    spoken = words(language)
    rows = alt.Chart(alt.NamedData("rows"))
    base = rows.encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None)), tooltip=_tooltips(spoken, "label", "text", "interval")
    )
    zero = alt.Scale(zero=shown_as is not ShownAs.PERCENT)
    x = alt.X("value:Q", axis=_axis(shown_as), scale=zero)
    own, chosen = coloured("colour"), base.transform_filter(alt.datum.chosen)
    region = rows.transform_filter(alt.datum.region_text != "").encode(x=alt.X("region:Q"), color=colour("aim"))
    layers = alt.layer(
        _every(base),
        chosen.mark_bar(opacity=0.14).encode(x=alt.value(0), x2=alt.value("width"), color=colour("main")),
        region.mark_rule(strokeDash=[5, 4], strokeWidth=2),
        region.mark_text(baseline="bottom", dy=-4, fontSize=TEXT_SIZE).encode(
            y=alt.value(0), text=alt.Text("region_text:N")
        ),
        base.mark_rule(strokeWidth=4, opacity=0.45).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), color=own),
        base.mark_point(filled=True, size=170, opacity=1).encode(x=x, color=own, shape=shaped("colour")),
        chosen.mark_point(size=460, strokeWidth=2.5).encode(x=alt.X("value:Q"), color=own),
        _said(base, dy=-19, fontWeight="bold").encode(x=alt.X("value:Q"), color=own),
        _signs(base, align="left", dx=4).encode(x=alt.value(6)),
    )
    return finish(layers, language, alt.Step(60))


@once
def plan(language: str) -> dict[str, object]:
    """Bars of what is done so far, and the even plan as a dashed line with its name."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(x=_x(), tooltip=_tooltips(spoken, "label", "text", "plan_text"))
    aim = colour("aim")
    layers = alt.layer(
        _every(base),
        base.mark_bar(cornerRadiusEnd=3, width={"band": 0.6}).encode(
            y=alt.Y("done:Q", axis=_axis(ShownAs.COUNT), scale=alt.Scale(zero=True)), color=coloured("colour")
        ),
        base.mark_line(strokeDash=[6, 5], strokeWidth=2).encode(y=alt.Y("plan:Q"), color=aim),
        base.mark_point(filled=True, shape="diamond", size=70, opacity=1).encode(y=alt.Y("plan:Q"), color=aim),
        base.mark_text(align="right", dx=-8, dy=-14, fontSize=TEXT_SIZE, fontWeight="bold").encode(
            y=alt.Y("plan:Q"), text=alt.Text("plan_end:N"), color=aim
        ),
        # Above the bar and the plan, whichever is higher: they often meet.
        base.mark_text(dy=-14, fontSize=TEXT_SIZE + 2, fontWeight="bold").encode(
            y=alt.Y("top:Q"), text=alt.Text("text:N"), color=colour("ink")
        ),
        _signs(base).encode(y=alt.value("height")),
    )
    return finish(layers, language, 280)
