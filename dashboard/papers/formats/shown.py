"""Owns what a PDF shows, as its layout reads it: texts, tables and drawings in the order of the pages."""

from typing import Any

from dashboard.charts import Chart
from dashboard.language.words import Words
from dashboard.papers.blocks import Grid, Heading, Points, Text, Written
from dashboard.papers.content import GoalPart, KeyNumber, Measure, Picture, PlacePart, Report, Verdict
from dashboard.papers.order import Order

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_WIDE, _HALF = 600, 290  # pixels of a picture over the page, and of one beside another
_TALL = 230


def document(paper: Written, order: Order, words: Words) -> dict[str, Any]:
    """A written paper as its layout reads it."""
    kinds = {Heading: "heading", Text: "text", Points: "points", Grid: "grid"}
    return {
        "language": words.language,
        "title": paper.title,
        "region": paper.lines[0],
        "period": " · ".join(paper.lines[1:]),
        "meeting": "",
        "made_up": "",
        "contrast": order.contrast,
        "large": order.large,
        "words": {
            "source": paper.source,
            "foot": paper.foot,
            "page": words("paper-page"),
            "of": words("paper-page-of"),
        },
        "blocks": [
            {"kind": kinds[type(block)], **{name: _plain(value) for name, value in vars(block).items()}}
            for block in paper.blocks
        ],
    }


def _plain(value: Any) -> Any:
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


# --- what is shown -----------------------------------------------------------------------------------


def content(report: Report, order: Order, words: Words) -> dict[str, Any]:
    """The report as the layout reads it: texts and pictures in the order of the pages."""
    return {
        "language": report.language,
        "title": report.title,
        "region": report.region,
        "period": report.period,
        "edition": report.edition,
        "pin": report.pin,
        "meeting": report.held,
        "made_up": words("paper-made-up") if report.made_up else "",
        "contrast": order.contrast,
        "large": order.large,
        "summary": report.summary,
        "undelivered": report.undelivered,
        "numbers": [_number(number) for number in report.numbers],
        "verdicts": [_verdict(verdict) for verdict in report.verdicts],
        "goals": [_goal(goal) for goal in report.goals],
        "places": [_place(place) for place in report.places],
        "deviations": [_verdict(verdict) for verdict in report.deviations],
        "measures": [_measure(measure) for measure in report.measures],
        "wanted": report.wanted,
        "definitions": [vars(definition) for definition in report.definitions],
        "signs": report.signs,
        "words": labels(words, report),
    }


def labels(words: Words, report: Report) -> dict[str, str]:
    """The layout's own words."""
    return {
        "source": report.source,
        "foot": report.foot,
        "page": words("paper-page"),
        "of": words("paper-page-of"),
        "contents": words("paper-contents"),
        "summary": words("paper-summary"),
        "numbers": words("paper-numbers"),
        "goals": words("paper-goals"),
        "places": words("paper-places"),
        "goal": words("decision-goal"),
        "now": words("paper-now"),
        "target": words("paper-target"),
        "status": words("decision-state"),
        "picture_numbers": words("paper-picture-numbers"),
        "known": words("paper-known-title"),
        "measures": words("paper-measures"),
        "next": words("paper-next"),
        "uncertainty": words("paper-uncertainty"),
        "deviations": words("paper-deviations"),
        "no_deviations": words("paper-no-deviations"),
        "no_measures": words("paper-no-measures"),
        "number": words("paper-number"),
        "measure": words("paper-measure"),
        "responsible": words("decision-responsible"),
        "due": words("decision-due"),
        "wanted": words("paper-wanted"),
        "definitions": words("about-definitions-title"),
        "definition": words("about-definition"),
        "signs": words("about-signs-title"),
        "undelivered": words("paper-undelivered"),
        "none_published": words("chart-nothing"),
        "definition_source": words("about-source"),
        "about": words("paper-about"),
    }


def _number(number: KeyNumber) -> dict[str, str]:
    return vars(number).copy()


def _verdict(verdict: Verdict) -> dict[str, str]:
    return {
        "name": verdict.name,
        "status": verdict.status.value,
        "marked": verdict.marked,
        "text": verdict.text,
        "target": verdict.target,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return vars(measure).copy()


def drawing(chart: Chart, width: int) -> dict[str, Any]:
    """The screen's own spec with its rows, `width` pixels wide without its axis."""
    spec: dict[str, Any] = {
        **chart.spec,
        "$schema": _SCHEMA,
        "data": {"name": "rows"},
        "datasets": {"rows": chart.frame.to_dicts()},
        "width": width,
    }
    if isinstance(spec["height"], int | str):
        spec["height"] = _TALL
    return spec


def _picture(picture: Picture, width: int) -> dict[str, Any]:
    chart = picture.chart
    if chart.frame.is_empty():
        return {"title": picture.title, "svg": "", "alt": chart.alt, "note": "", "heads": [], "rows": []}
    # A column in which nothing is written says nothing, and is heard as a row of silences.
    heads = [head for head in (chart.table[0] if chart.table else {}) if any(row[head] for row in chart.table)]
    return {
        "title": picture.title,
        "svg": drawing(chart, width),
        "alt": chart.alt,
        "note": chart.note,
        "heads": heads,
        "rows": [[row[head] for head in heads] for row in chart.table],
    }


def _goal(goal: GoalPart) -> dict[str, Any]:
    return {
        "verdict": _verdict(goal.verdict),
        "between": goal.between,
        "sentence": goal.sentence,
        "facts": goal.facts,
        "picture": _picture(goal.picture, _WIDE),
        "known": goal.known,
        "measures": [_measure(measure) for measure in goal.measures],
        "next_step": goal.next_step,
        "definition": goal.definition,
    }


def _place(place: PlacePart) -> dict[str, Any]:
    return {
        "name": place.name,
        "numbers": [_number(number) for number in place.numbers],
        "verdicts": [_verdict(verdict) for verdict in place.verdicts],
        "pictures": [_picture(picture, _HALF) for picture in place.pictures],
        "known": place.known,
        "measures": [_measure(measure) for measure in place.measures],
    }
