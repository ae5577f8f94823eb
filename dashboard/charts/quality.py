"""Owns the picture of a source's quality: a row for each month, a column for each question, a word in each cell."""

from typing import Any

import altair as alt
import polars as pl

from dashboard.charts import Chart, specs
from dashboard.counting.period import from_code
from dashboard.findings.quality import OF_THE_LATTICE, Aspect, Grade, SourceQuality
from dashboard.installation.once import once
from dashboard.language.words import Words, words

# Ground and letters of each grade: read on a light and on a dark screen, and always with a word.
COLOURS = {
    Grade.GOOD: ("#D3EBDA", "#0B4F1C"),
    Grade.WATCH: ("#FBEBC8", "#5C4300"),
    Grade.WEAK: ("#F3C08B", "#5A2A00"),
    Grade.BAD: ("#B42318", "#FFFFFF"),
    Grade.MISSING: ("#5B636D", "#FFFFFF"),
    Grade.FEW: ("#E9ECEF", "#4A5159"),
}
# The questions above their columns, a line for each word.
ABOVE: dict[str, Any] = {"orient": "top", "labelExpr": "split(datum.label, ' ')"}


def quality(source: SourceQuality, spoken: Words) -> Chart:
    """One source's newest months."""
    rows = []
    for month in source.months:
        period = from_code(month)
        label = spoken.period(period, short=True) if period else month
        for aspect in Aspect:
            grade = source.grades[month, aspect]
            rows.append(
                {
                    "label": label,
                    "aspect": spoken(f"quality-about-{aspect.value}"),
                    "grade": grade.value,
                    "text": said(aspect, grade, spoken),
                }
            )
    frame = pl.DataFrame(rows, schema=dict.fromkeys(("label", "aspect", "grade", "text"), pl.String))
    heads = [spoken(f"quality-about-{aspect.value}") for aspect in Aspect]
    table = [
        {spoken("quality-month"): label, **dict(zip(heads, texts, strict=True))}
        for (label,), part in frame.group_by("label", maintain_order=True)
        for texts in [part["text"].to_list()]
    ]
    return Chart(frame, spec(spoken.language), spoken("quality-chart", table=spoken(f"table-{source.table}")), table)


def said(aspect: Aspect, grade: Grade, spoken: Words) -> str:
    """A grade in words: in time, a little late; under 1 %, 1–5 %."""
    if grade in {Grade.MISSING, Grade.FEW}:
        return spoken(f"quality-grade-{grade.value}")
    if aspect is Aspect.TIMELY:
        return spoken(f"quality-days-{grade.value}")
    if aspect in OF_THE_LATTICE:
        return spoken(f"quality-wide-{grade.value}")
    return spoken(f"quality-share-{grade.value}")


@once
def spec(language: str) -> dict[str, object]:
    """Cells with a word each; months downwards, so that it fits a telephone too."""
    grades = list(COLOURS)
    spoken = words(language)
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=alt.X(
            "aspect:N",
            sort=None,
            axis=alt.Axis(
                title=None,
                labelAngle=0,
                labelLimit=0,
                labelOverlap=False,
                labelFontSize=alt.expr("width < 340 ? 12 : 15"),
                **ABOVE,
            ),
        ),
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None)),
        tooltip=[
            alt.Tooltip("label:N", title=spoken("quality-month")),
            alt.Tooltip("aspect:N", title=spoken("quality-asked")),
            alt.Tooltip("text:N", title=spoken("chart-value")),
        ],
    )

    def scale(part: int) -> alt.Scale:
        return alt.Scale(
            domain=[grade.value for grade in grades], range=[COLOURS[grade_of][part] for grade_of in grades]
        )

    layers = alt.layer(
        base.mark_rect(cornerRadius=4, xOffset=1).encode(color=alt.Color("grade:N", scale=scale(0), legend=None)),
        base.mark_text(fontSize=alt.expr("width < 340 ? 11 : 15"), fontWeight=600).encode(
            text=alt.Text("text:N"), color=alt.Color("grade:N", scale=scale(1), legend=None)
        ),
    ).resolve_scale(color="independent")
    return specs.finish(layers, language, alt.Step(30))
