"""Owns the drawing of ways: ribbons between two rows of bars."""

from typing import Any

import altair as alt

from dashboard.charts.specs import TEXT_SIZE, colour, coloured, finish, lifted
from dashboard.installation.once import once
from dashboard.language.words import words

NARROW = 480  # pixels


@once
def spec(language: str) -> dict[str, object]:
    """Ribbons between two rows of bars, with names and numbers over them; what is hidden of a place is a pale end."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows"))
    bare = alt.Axis(title=None, labels=False, grid=False, ticks=False, domain=False)
    x = alt.X("x:Q", axis=bare, scale=alt.Scale(domain=[-0.02, 1.02], nice=False))
    y = alt.Y("y:Q", axis=bare, scale=alt.Scale(reverse=True, nice=False, zero=False))
    tips = [alt.Tooltip("label:N", title=spoken("flow-way")), alt.Tooltip("text:N", title=spoken("chart-value"))]
    labels: dict[str, Any] = {"fontSize": TEXT_SIZE, "fontWeight": "bold"}
    middle = alt.Y("middle:Q")
    left, right, met = (alt.datum.kind == kind for kind in ("left", "right", "met"))
    named = base.encode(x=x, y=middle, text="label:N", color=colour("ink"))
    origins = named.transform_filter(left).mark_text(baseline="bottom", dy=-3, align="left", **labels)
    destinations = named.transform_filter(right).mark_text(baseline="bottom", dy=-3, align="right", **labels)
    # Where the picture is narrow, a name on the line of one to the left stands inside its place: they would meet.
    aside: Any = alt.ExprRef(f"width < {NARROW} ? 18 : -3")
    on_a_line = named.transform_filter(met).mark_text(baseline="bottom", dy=aside, align="right", **labels)
    layers = alt.layer(
        base.transform_filter(alt.datum.kind == "rest")
        .mark_area(opacity=0.16)
        .encode(x=x, y=y, y2="y2:Q", detail="way:N", color=coloured("colour"), tooltip=tips),
        base.transform_filter(alt.datum.kind == "way")
        .mark_area(opacity=0.4)
        .encode(x=x, y=y, y2="y2:Q", detail="way:N", color=coloured("colour"), tooltip=tips),
        base.transform_filter(left | right | met)
        .mark_bar(width=10)
        .encode(x=x, y=y, y2="y2:Q", color=coloured("colour")),
        lifted(origins),
        origins,
        lifted(destinations),
        destinations,
        lifted(on_a_line),
        on_a_line,
    )
    return finish(layers, language, 420)
