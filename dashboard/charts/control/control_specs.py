"""Owns the drawings of control charts and funnels: specs built once per language, as in `specs`.

What a point is stands in its rows (`mark`), and the drawing gives each mark a shape and a colour of its own; the
word beside it is in the rows too. Lines are named where they end.
"""

from typing import Literal

import altair as alt

from dashboard.charts.specs import TEXT_SIZE, _every, _signs, _tooltips, _x, colour, coloured, finish, lifted, shaped
from dashboard.counting.indicator import ShownAs
from dashboard.installation.once import once
from dashboard.language.words import words

HEIGHT, MARGIN, EDGE = 300, 12, 12  # pixels: the picture, outside the names of its lines, inside its edges
# mark → shape and what its colour stands for. Never colour alone: each has its shape, and its word stands beside it.
MARKS = {
    "none": ("circle", "main"),
    "improvement": ("triangle-up", "better"),
    "deterioration": ("triangle-down", "worse"),
    "higher": ("diamond", "other"),
    "lower": ("diamond", "other"),
    "trend": ("square", "other"),
}
DOWNWARD = "(datum.low === true)"  # its word stands below it, where the line does not run
LINES = ("upper", "centre", "lower", "target")


@once
def control(language: str, shown_as: ShownAs) -> dict[str, object]:
    """Points over time between their limits; dashed where trial; a rebase is an upright line with its reason."""
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(x=_x(), tooltip=_tooltips(spoken, "label", "text", "limits", "seen"))
    scale = alt.Scale(zero=False, padding=EDGE)
    y = alt.Y("value:Q", axis=_exact_axis(shown_as), scale=scale)
    apart = alt.Detail("group:N")

    def line(field: str, role: str, dash: list[int]) -> alt.Chart:
        drawn: alt.Chart = base.mark_line(strokeWidth=2, strokeDash=dash, interpolate="step").encode(
            y=alt.Y(f"{field}:Q", scale=scale), detail=apart, color=colour(role)
        )
        return drawn

    def name(field: str, role: str) -> alt.Chart:
        drawn: alt.Chart = (
            base.transform_filter(f"datum.{field}_text != ''")
            .mark_text(align="left", dx=10, fontSize=TEXT_SIZE - 3, fontWeight="bold")
            .encode(y=alt.Y(f"{field}_at:Q", scale=scale), text=alt.Text(f"{field}_text:N"), color=colour(role))
        )
        return drawn

    def reason(field: str, align: Literal["left", "right"], shift: int) -> alt.Chart:
        drawn: alt.Chart = (
            base.transform_filter(f"datum.{field} != ''")
            .mark_text(align=align, dx=shift, dy=-8, fontSize=TEXT_SIZE - 2, limit=420)
            .encode(y=alt.value(0), text=alt.Text(f"{field}:N"), color=colour("other"))
        )
        return drawn

    def note(which: str, shift: int) -> alt.Chart:
        drawn: alt.Chart = (
            base.transform_filter(f"datum.note != '' && {which}")
            .mark_text(dy=shift, fontSize=TEXT_SIZE, fontWeight="bold")
            .encode(y=y, text=alt.Text("note:N"), color=coloured("colour"))
        )
        return drawn

    special = alt.condition(alt.datum.mark == "none", alt.value(70), alt.value(190))
    layers = alt.layer(
        _every(base),
        base.transform_filter("datum.reason_left != '' || datum.reason_right != ''")
        .mark_rule(strokeWidth=2, strokeDash=[2, 3])
        .encode(color=colour("other")),
        line("upper", "quiet", [1, 0]),
        line("lower", "quiet", [1, 0]),
        line("centre", "quiet", [1, 0]),
        line("trial_upper", "quiet", [3, 6]),
        line("trial_lower", "quiet", [3, 6]),
        line("median", "quiet", [10, 4]),
        line("target", "aim", [6, 5]),
        base.mark_line(strokeWidth=2, opacity=0.8).encode(y=y, color=colour("main")),
        base.mark_point(filled=True, opacity=1).encode(y=y, size=special, color=coloured("colour"), shape=_marked()),
        note(f"!{DOWNWARD}", -17),
        note(DOWNWARD, 19),
        _signs(base).encode(y=alt.value("height")),
        *(name(field, "aim" if field == "target" else "quiet") for field in LINES),
        reason("reason_left", "left", 6),
        reason("reason_right", "right", -6),
    )
    # On the spec itself, as Streamlit does: then the names of the lines get room of their own.
    margin = {"top": 26, "right": MARGIN, "bottom": 20, "left": 4}
    return finish(layers, language, HEIGHT) | {"padding": margin}


@once
def funnel(language: str, shown_as: ShownAs) -> dict[str, object]:
    """A row per municipality: where it would lie by chance as a band and a thin line, and where it lies."""
    spoken = words(language)
    rows = alt.Chart(alt.NamedData("rows"))
    base = rows.encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None)),
        tooltip=_tooltips(spoken, "label", "text", "limits", "seen"),
    )
    scale = alt.Scale(zero=False, padding=EDGE)
    x = alt.X("value:Q", axis=_exact_axis(shown_as), scale=scale)
    together = rows.transform_filter("datum.centre_text != ''").encode(
        x=alt.X("centre:Q", scale=scale), color=colour("aim")
    )
    named = (
        base.transform_filter("datum.sign == ''")
        .mark_text(dy=-20, fontSize=TEXT_SIZE, fontWeight="bold")
        .encode(x=alt.X("value:Q", scale=scale), text=alt.Text("note:N"), color=coloured("colour"))
    )
    layers = alt.layer(
        _every(base),
        together.mark_rule(strokeDash=[5, 4], strokeWidth=2),
        together.mark_text(baseline="bottom", dy=-4, fontSize=TEXT_SIZE).encode(
            y=alt.value(0), text=alt.Text("centre_text:N")
        ),
        base.mark_rule(strokeWidth=20, opacity=0.2).encode(
            x=alt.X("flag_low:Q", scale=scale), x2=alt.X2("flag_high:Q"), color=colour("quiet")
        ),
        base.mark_rule(strokeWidth=2).encode(
            x=alt.X("thin_low:Q", scale=scale), x2=alt.X2("thin_high:Q"), color=colour("quiet")
        ),
        base.mark_point(filled=True, opacity=1, size=180).encode(x=x, color=coloured("colour"), shape=shaped("colour")),
        base.transform_filter("datum.flagged === true")
        .mark_point(shape="diamond", size=900, strokeWidth=3)
        .encode(x=alt.X("value:Q", scale=scale), color=colour("other")),
        lifted(named),
        named,
        _signs(base, align="left", dx=4).encode(x=alt.value(6)),
    )
    return finish(layers, language, alt.Step(64))


def _marked() -> alt.Shape:
    shapes = [shape for shape, _ in MARKS.values()]
    return alt.Shape("mark:N", legend=None, scale=alt.Scale(domain=list(MARKS), range=shapes))


def _exact_axis(shown_as: ShownAs) -> alt.Axis:
    """Limits lie close: where whole numbers would be said twice, a decimal."""
    format_ = ".1~%" if shown_as is ShownAs.PERCENT else ",.1~f"
    return alt.Axis(format=format_, tickCount=5, title=None, grid=True)
