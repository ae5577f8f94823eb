"""Owns how a status report becomes slides: native charts and tables that can be edited, in a 16:9 master of our own."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dashboard.counting.indicator import ShownAs
from dashboard.language.words import Words
from dashboard.papers.content import GoalPart, Measure, PlacePart, Report
from dashboard.papers.formats import native
from dashboard.papers.formats.master import ACCENT, INK, QUIET, STATUS, Look, box, deck, slide, written_on
from dashboard.papers.formats.packed import packed
from dashboard.papers.formats.plotted import plotted
from dashboard.papers.order import Order

_WHOLE = (0.6, 12.1)  # where a page's text begins, and how wide it is, in inches


@dataclass(frozen=True)
class _Deck:
    """The slides under way, and what every one of them needs."""

    presentation: Any
    report: Report
    words: Words
    look: Look


def slides(report: Report, order: Order, words: Words) -> bytes:
    """The report as slides in the meeting's order. The same report gives the same bytes."""
    look = Look(contrast=order.contrast, large=order.large)
    under_way = _Deck(deck(report, words, look), report, words, look)
    _front(under_way)
    _overview(under_way)
    _paragraphs(under_way, words("paper-undelivered"), report.undelivered, 16)
    for goal in report.goals:
        _goal(under_way, goal)
    for place in report.places:
        _place(under_way, place)
    _measures(under_way)
    _paragraphs(
        under_way, words("paper-wanted"), [f"{number}. {line}" for number, line in enumerate(report.wanted, 1)], 20
    )
    definitions = [f"{definition.name}: {definition.definition}" for definition in report.definitions]
    _paragraphs(under_way, words("about-definitions-title"), [*definitions, report.signs], 15)
    stream = io.BytesIO()
    properties = under_way.presentation.core_properties
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    under_way.presentation.save(stream)
    return packed(stream.getvalue())


def _front(deck: _Deck) -> None:
    report = deck.report
    front = slide(deck.presentation, 0, report.title)
    lines = [report.region, report.period]
    lines += [report.held] if report.held else []
    lines += [deck.words("paper-made-up")] if report.made_up else []
    front.placeholders[1].text = "\n".join(lines)
    _note(front, [report.source])


def _overview(deck: _Deck) -> None:
    """What is short to the left, the goals to the right, on as many slides as they take."""
    words, report, look = deck.words, deck.report, deck.look
    heads = [words("decision-goal"), words("paper-now"), words("paper-target"), words("decision-state")]
    rows = [[verdict.name, verdict.text, verdict.target, verdict.marked] for verdict in report.verdicts]
    widths = (2.8, 0.95, 1.75, 1.75)
    parts = native.rows_that_fit(rows, 7.25, widths, 5.3, look) or [[]]
    for number, part in enumerate(parts):
        page = slide(deck.presentation, 1, words("paper-summary"))
        if number == 0:
            short = report.summary
            left, size = box(page, 0.6, 1.45, 4.6, 5.1), look.fitted(short, 4.6, 5.1, 18, 10)
            for line in short:
                written_on(left, line, size=size, colour=look.colour(INK), space=10)
        if part:
            native.table(page, heads, part, (5.5, 1.45, 7.25), widths, words("paper-goals"), look)
        _note(page, [f"{name}: {text}, {target}. {marked}." for name, text, target, marked in part])


def _goal(deck: _Deck, goal: GoalPart) -> None:
    """One goal: its number and verdict to the left, its chart to the right, what is being done below."""
    words, look = deck.words, deck.look
    page = slide(deck.presentation, 1, goal.verdict.name)
    left = box(page, 0.6, 1.35, 4.4, 4.3)
    written_on(left, goal.verdict.text, size=54, colour=look.colour(ACCENT), bold=True)
    marked = look.fitted([goal.verdict.marked], 4.4, 0.9, 20)
    written_on(
        left, goal.verdict.marked, size=marked, colour=look.colour(STATUS[goal.verdict.status]), bold=True, space=4
    )
    between = [f"{words('paper-uncertainty')}: {goal.between}"] if goal.between else []
    facts = " · ".join(goal.facts)
    size = look.fitted([*between, goal.sentence, facts], 4.4, 2.5, 15, 6)
    for line in between:
        written_on(left, line, size=min(size, look.size(14)), colour=look.colour(QUIET), space=8)
    written_on(left, goal.sentence, size=size, colour=look.colour(INK), space=6)
    written_on(left, facts, size=min(size, look.size(12)), colour=look.colour(QUIET))
    drawn = plotted(goal.picture.chart)
    if drawn.labels:
        alt = f"{goal.picture.title}. {goal.picture.chart.alt}"
        shown_as = goal.standing.indicator.shown_as
        native.chart(page, drawn, shown_as, (5.3, 1.35, 7.45, 4.25), goal.picture.title, alt, words, look)
    done = [_of_measure(measure) for measure in goal.measures]
    below = [" ".join([goal.next_step, *done[:2]]), *goal.known[:1]]
    _below(deck, page, below, 5.75, 1.1)
    _note(
        page,
        [
            goal.verdict.name,
            goal.sentence,
            goal.picture.chart.alt,
            f"{words('about-definition')}: {goal.definition}",
            f"{words('about-source')}: {goal.source}",
            *goal.known,
            *done,
            deck.report.source,
        ],
    )


def _below(deck: _Deck, page: Any, lines: Sequence[str], top: float, height: float) -> None:
    left, width = _WHOLE
    low, size = box(page, left, top, width, height), deck.look.fitted(lines, width, height, 13, 2)
    for line in lines:
        written_on(low, line, size=size, colour=deck.look.colour(INK), space=2)


def _of_measure(measure: Measure) -> str:
    parts = [measure.text, measure.responsible, measure.due]
    return f"{', '.join(part for part in parts if part)} ({measure.state})."


def _place(deck: _Deck, place: PlacePart) -> None:
    words, look = deck.words, deck.look
    page = slide(deck.presentation, 1, place.name)
    for number, key_number in enumerate(place.numbers):
        card = box(page, 0.6 + 3.05 * number, 1.3, 2.9, 1.65)
        written_on(card, key_number.name, size=look.size(13), colour=look.colour(QUIET))
        written_on(card, key_number.text, size=30, colour=look.colour(INK), bold=True)
        small = look.fitted([key_number.year_before], 2.9, 0.65, 11)
        written_on(card, key_number.year_before, size=small, colour=look.colour(QUIET))
    for number, picture in enumerate(place.pictures[:2]):
        drawn = plotted(picture.chart)
        if drawn.labels:
            shown_as = ShownAs.PERCENT if number else ShownAs.COUNT
            place_at, alt = (0.6 + 6.15 * number, 2.95, 5.95, 3.1), f"{picture.title}. {picture.chart.alt}"
            native.chart(page, drawn, shown_as, place_at, picture.title, alt, words, look)
    done = [_of_measure(measure) for measure in place.measures]
    _below(deck, page, [*place.known[:1], *done[:1]], 6.1, 0.75)
    verdicts = [f"{verdict.name}: {verdict.text}, {verdict.target}. {verdict.word}." for verdict in place.verdicts]
    _note(page, [*(picture.chart.alt for picture in place.pictures), *verdicts, *place.known, *done])


def _measures(deck: _Deck) -> None:
    """What is to be done, as many a slide as there is room for."""
    words, look = deck.words, deck.look
    heads = [words("paper-measure"), words("paper-about"), words("decision-responsible"), words("decision-due")]
    heads.append(words("decision-state"))
    rows = [
        [measure.text, measure.about, measure.responsible, measure.due, measure.state]
        for measure in deck.report.measures
    ]
    if not rows:
        _paragraphs(deck, words("paper-measures"), [words("paper-no-measures")], 20)
    widths = (4.9, 2.6, 2.0, 1.3, 1.3)
    for part in native.rows_that_fit(rows, 12.1, widths, 5.3, look):
        page = slide(deck.presentation, 1, words("paper-measures"))
        native.table(page, heads, part, (0.6, 1.5, 12.1), widths, words("paper-measures"), look)
        _note(page, [", ".join(text for text in row if text) for row in part])


def _paragraphs(deck: _Deck, title: str, lines: Sequence[str], size: float) -> None:
    """Paragraphs under a title, on as many slides as they take."""
    left, width = _WHOLE
    for part in _parts(lines, width, 5.2, deck.look, size):
        page = slide(deck.presentation, 1, title)
        frame, points = box(page, left, 1.5, width, 5.3), deck.look.fitted(part, width, 5.2, size, 10)
        for line in part:
            written_on(frame, line, size=points, colour=deck.look.colour(INK), space=10)


def _parts(lines: Sequence[str], width: float, height: float, look: Look, size: float) -> Iterator[list[str]]:
    part: list[str] = []
    for line in lines:
        if part and look.tall([*part, line], width, look.size(size), 10) > height:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _note(page: Any, lines: Sequence[str]) -> None:
    page.notes_slide.notes_text_frame.text = "\n".join(lines)
