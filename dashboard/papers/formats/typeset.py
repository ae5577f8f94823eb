"""Owns how a status report becomes a PDF that can be heard as well as seen: Typst, tagged to PDF/UA-1, no network."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any, Final

import typst

from dashboard.language.words import Words
from dashboard.papers.blocks import Grid, Heading, Points, Text, Written
from dashboard.papers.content import GoalPart, KeyNumber, Measure, Picture, PlacePart, Report, Verdict
from dashboard.papers.formats.pictures import FONTS, svg
from dashboard.papers.order import Order

LAYOUT = Path(__file__).with_name("layout")
STANDARD: Final = "ua-1"
# What the packaged typeface can show; the test holds this against the font itself.
_NOT_SHOWN = re.compile(
    r"[^\n\u0020-\u007e\u00a0-\u0148\u014a-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01cd\u01ce\u01e4-\u01ef\u0218-\u021b\u0292"
    r"\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u1e80-\u1e85\u1ef2\u1ef3"
    r"\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122"
    r"\u2190-\u2199\u2212\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25b2\u25b3\u25bc\u25bd\u25c6\u25c7\u25cb\u25cf\u2713\u2717]+"
)
_WIDE, _HALF = 600, 290  # pixels of a picture over the page, and of one beside another


def typeset(layout: str, shown: dict[str, Any]) -> bytes:
    """Set what is to be shown with one of our layouts. Nothing in it is read as markup."""
    return typst.compile(
        LAYOUT / f"{layout}.typ",
        root=LAYOUT,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": json.dumps(_printable(shown), ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=0,
    )


def first_page(layout: str, shown: dict[str, Any]) -> bytes:
    """The first page as a PNG, to be looked at before the paper is taken."""
    pages = typst.compile(
        LAYOUT / f"{layout}.typ",
        root=LAYOUT,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="png",
        ppi=110,
        sys_inputs={"content": json.dumps(_printable(shown), ensure_ascii=False)},
        timestamp=0,
    )
    first = pages[0] if isinstance(pages, list) else pages
    return bytes(first)


def _printable(part: Any) -> Any:
    """The same with a square in place of every run of signs that the typeface has no picture of."""
    if isinstance(part, dict):
        return {name: value if name == "svg" else _printable(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_printable(item) for item in part]
    return _NOT_SHOWN.sub("□", unicodedata.normalize("NFC", part)) if isinstance(part, str) else part


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
        "goals": [_goal(goal, order) for goal in report.goals],
        "places": [_place(place, order) for place in report.places],
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


def _picture(picture: Picture, order: Order, width: int) -> dict[str, Any]:
    chart = picture.chart
    if chart.frame.is_empty():
        return {"title": picture.title, "svg": "", "alt": chart.alt, "note": "", "heads": [], "rows": []}
    # A column in which nothing is written says nothing, and is heard as a row of silences.
    heads = [head for head in (chart.table[0] if chart.table else {}) if any(row[head] for row in chart.table)]
    return {
        "title": picture.title,
        "svg": svg(chart, width, height=230, contrast=order.contrast),
        "alt": chart.alt,
        "note": chart.note,
        "heads": heads,
        "rows": [[row[head] for head in heads] for row in chart.table],
    }


def _goal(goal: GoalPart, order: Order) -> dict[str, Any]:
    return {
        "verdict": _verdict(goal.verdict),
        "between": goal.between,
        "sentence": goal.sentence,
        "facts": goal.facts,
        "picture": _picture(goal.picture, order, _WIDE),
        "known": goal.known,
        "measures": [_measure(measure) for measure in goal.measures],
        "next_step": goal.next_step,
        "definition": goal.definition,
    }


def _place(place: PlacePart, order: Order) -> dict[str, Any]:
    return {
        "name": place.name,
        "numbers": [_number(number) for number in place.numbers],
        "verdicts": [_verdict(verdict) for verdict in place.verdicts],
        "pictures": [_picture(picture, order, _HALF) for picture in place.pictures],
        "known": place.known,
        "measures": [_measure(measure) for measure in place.measures],
    }
