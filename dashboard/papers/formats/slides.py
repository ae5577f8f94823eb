"""Owns how a status report becomes slides: native charts and tables that can be edited, in a 16:9 master of our own.

A chart's own workbook holds the rows that are drawn and nothing else: what is hidden is not in it.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Emu, Inches, Pt

from dashboard.counting.indicator import ShownAs
from dashboard.language.words import Words
from dashboard.papers.content import GoalPart, Measure, PlacePart, Report
from dashboard.papers.formats.master import ACCENT, INK, QUIET, STATUS, TYPEFACE, box, deck, slide, tint, written_on
from dashboard.papers.formats.packed import packed
from dashboard.papers.formats.plotted import Plotted, plotted

MEASURES_AT_A_TIME = 6
_FORMATS = {ShownAs.PERCENT: "0 %", ShownAs.RATE: "0.0"}
_DASHED = {"target", "plan"}


def slides(report: Report, words: Words) -> bytes:
    """The report as slides in the meeting's order. The same report gives the same bytes."""
    presentation = deck(report, words)
    _front(presentation, report, words)
    _overview(presentation, report, words)
    for goal in report.goals:
        _goal(presentation, goal, report, words)
    for place in report.places:
        _place(presentation, place, report, words)
    _measures(presentation, report, words)
    _wanted(presentation, report, words)
    _definitions(presentation, report, words)
    stream = io.BytesIO()
    presentation.core_properties.created = presentation.core_properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    presentation.save(stream)
    return packed(stream.getvalue())


def _front(presentation: Any, report: Report, words: Words) -> None:
    front = slide(presentation, 0, report.title)
    lines = [report.region, report.period]
    lines += [report.held] if report.held else []
    lines += [words("paper-made-up")] if report.made_up else []
    front.placeholders[1].text = "\n".join(lines)
    _note(front, [report.source])


def _overview(presentation: Any, report: Report, words: Words) -> None:
    page = slide(presentation, 1, words("paper-summary"))
    left = box(page, Inches(0.6), Inches(1.45), Inches(4.6), Inches(5.1))
    for line in report.summary:
        written_on(left, line, size=18, space=10)
    heads = [words("decision-goal"), words("paper-now"), words("paper-target"), words("decision-state")]
    rows = [[verdict.name, verdict.text, verdict.target, verdict.marked] for verdict in report.verdicts]
    _table(page, heads, rows[:10], (5.5, 1.45, 7.25), (2.8, 0.95, 1.75, 1.75), words("paper-goals"))
    _note(page, [f"{verdict.name}: {verdict.text}, {verdict.target}. {verdict.word}." for verdict in report.verdicts])


def _goal(presentation: Any, goal: GoalPart, report: Report, words: Words) -> None:
    """One goal: its number and verdict to the left, its chart to the right, what is being done below."""
    page = slide(presentation, 1, goal.verdict.name)
    left = box(page, Inches(0.6), Inches(1.4), Inches(4.4), Inches(4.2))
    written_on(left, goal.verdict.text, size=54, colour=ACCENT, bold=True)
    written_on(left, goal.verdict.marked, size=20, colour=STATUS[goal.verdict.status], bold=True, space=4)
    if goal.between:
        written_on(left, f"{words('paper-uncertainty')}: {goal.between}", size=14, colour=QUIET, space=8)
    written_on(left, goal.sentence, size=15, space=6)
    written_on(left, " · ".join(goal.facts), size=12, colour=QUIET)
    drawn = plotted(goal.picture.chart)
    if drawn.labels:
        _chart(page, drawn, goal.standing.indicator.shown_as, (5.3, 1.35, 7.45, 4.25), goal, words)
    low = box(page, Inches(0.6), Inches(5.75), Inches(12.1), Inches(1.0))
    done = [_of_measure(measure) for measure in goal.measures]
    for line in [" ".join([goal.next_step, *done[:2]]), *goal.known[:1]]:
        written_on(low, line, size=13, space=2)
    _note(
        page,
        [
            goal.picture.chart.alt,
            f"{words('about-definition')}: {goal.definition}",
            f"{words('about-source')}: {goal.source}",
            *goal.known,
            *done,
            report.source,
        ],
    )


def _of_measure(measure: Measure) -> str:
    parts = [measure.text, measure.responsible, measure.due]
    return f"{', '.join(part for part in parts if part)} ({measure.state})."


def _place(presentation: Any, place: PlacePart, report: Report, words: Words) -> None:
    page = slide(presentation, 1, place.name)
    for number, key_number in enumerate(place.numbers):
        card = box(page, Inches(0.6 + 3.05 * number), Inches(1.4), Inches(2.9), Inches(1.5))
        written_on(card, key_number.name, size=13, colour=QUIET)
        written_on(card, key_number.text, size=30, bold=True)
        written_on(card, key_number.year_before, size=11, colour=QUIET)
    for number, picture in enumerate(place.pictures[:2]):
        drawn = plotted(picture.chart)
        if drawn.labels:
            shown_as = ShownAs.PERCENT if number else ShownAs.COUNT
            place_at = (0.6 + 6.15 * number, 2.95, 5.95, 3.1)
            _drawn(page, drawn, shown_as, place_at, picture.title, f"{picture.title}. {picture.chart.alt}", words)
    low = box(page, Inches(0.6), Inches(6.1), Inches(12.1), Inches(0.65))
    for line in [*place.known[:1], *(_of_measure(measure) for measure in place.measures[:1])]:
        written_on(low, line, size=12, space=2)
    verdicts = [f"{verdict.name}: {verdict.text}, {verdict.target}. {verdict.word}." for verdict in place.verdicts]
    _note(page, [*(picture.chart.alt for picture in place.pictures), *verdicts, *place.known])


def _measures(presentation: Any, report: Report, words: Words) -> None:
    """What is to be done, a handful a slide."""
    heads = [words("paper-measure"), words("paper-about"), words("decision-responsible"), words("decision-due")]
    heads.append(words("decision-state"))
    rows = [
        [measure.text, measure.about, measure.responsible, measure.due, measure.state] for measure in report.measures
    ]
    if not rows:
        page = slide(presentation, 1, words("paper-measures"))
        written_on(box(page, Inches(0.6), Inches(1.5), Inches(12), Inches(1)), words("paper-no-measures"), size=20)
    for first in range(0, len(rows), MEASURES_AT_A_TIME):
        page = slide(presentation, 1, words("paper-measures"))
        part = rows[first : first + MEASURES_AT_A_TIME]
        _table(page, heads, part, (0.6, 1.5, 12.1), (4.9, 2.6, 2.0, 1.3, 1.3), words("paper-measures"))


def _wanted(presentation: Any, report: Report, words: Words) -> None:
    page = slide(presentation, 1, words("paper-wanted"))
    low = box(page, Inches(0.6), Inches(1.5), Inches(12.1), Inches(5))
    for number, line in enumerate(report.wanted, start=1):
        written_on(low, f"{number}. {line}", size=20 if len(report.wanted) < 8 else 14, space=12)


def _definitions(presentation: Any, report: Report, words: Words) -> None:
    page = slide(presentation, 1, words("about-definitions-title"))
    low = box(page, Inches(0.6), Inches(1.4), Inches(12.1), Inches(5.3))
    for definition in report.definitions:
        written_on(low, f"{definition.name}: {definition.definition}", size=12, space=4)
    written_on(low, report.signs, size=12, colour=QUIET, space=4)


# --- charts and tables -------------------------------------------------------------------------------


def _chart(page: Any, drawn: Plotted, shown_as: ShownAs, place: Sequence[float], goal: GoalPart, words: Words) -> None:
    alt = f"{goal.picture.title}. {goal.picture.chart.alt}"
    _drawn(page, drawn, shown_as, place, goal.picture.title, alt, words)


def _drawn(
    page: Any, drawn: Plotted, shown_as: ShownAs, place: Sequence[float], name: str, alt: str, words: Words
) -> None:
    """A native chart: bars where the screen has bars, lines with their interval's two ends else."""
    data = CategoryChartData(number_format=_FORMATS.get(shown_as, "0"))
    data.categories = drawn.labels
    for series in drawn.series:
        data.add_series(words(f"plot-{series.key}"), series.values)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if drawn.bars else XL_CHART_TYPE.LINE_MARKERS
    frame = page.shapes.add_chart(kind, *(Inches(edge) for edge in place), data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    chart.font.size, chart.font.name = Pt(12), TYPEFACE
    chart.font.color.rgb = tint(INK)
    chart.has_title = False
    chart.has_legend = len(drawn.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = chart.value_axis
    axis.major_gridlines.format.line.color.rgb = tint("D5DBE1")
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = _FORMATS.get(shown_as, "0"), False
    if drawn.bars:
        axis.minimum_scale = 0
    elif shown_as is ShownAs.PERCENT:
        axis.minimum_scale, axis.maximum_scale = drawn.ends
    for plot_series, series in zip(chart.plots[0].series, drawn.series, strict=True):
        _look(plot_series, series.key, bars=drawn.bars)
    main = chart.plots[0].series[0]
    main.data_labels.show_value = drawn.bars
    if drawn.bars:
        main.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _look(series: Any, key: str, *, bars: bool) -> None:
    colour = tint({"value": ACCENT, "target": INK, "plan": INK}.get(key, QUIET))
    if bars:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour if key == "value" else tint("C3CAD1")
        series.invert_if_negative = False
        return
    series.smooth = False
    series.format.line.color.rgb = colour
    series.format.line.width = Pt(2.75 if key == "value" else 1.25)
    if key in _DASHED:
        series.format.line.dash_style = MSO_LINE.DASH
    elif key != "value":
        series.format.line.dash_style = MSO_LINE.ROUND_DOT
    series.marker.style = XL_MARKER_STYLE.CIRCLE if key == "value" else XL_MARKER_STYLE.NONE
    if key == "value":
        series.marker.size = 8
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour


def _table(
    page: Any,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    place: Sequence[float],
    widths: Sequence[float],
    name: str,
) -> None:
    left, top, width = (Inches(edge) for edge in place)
    height = Inches(0.42 * (len(rows) + 1))
    frame = page.shapes.add_table(len(rows) + 1, len(heads), left, top, width, height)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", name)
    table = frame.table
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Emu(int(width * share / sum(widths)))
    for number, row in enumerate([heads, *rows]):
        for column, text in enumerate(row):
            cell = table.cell(number, column)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_top = cell.margin_bottom = Inches(0.04)
            cell.text_frame.auto_size = MSO_AUTO_SIZE.NONE
            paragraph = cell.text_frame.paragraphs[0]
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.name, run.font.bold = Pt(13), TYPEFACE, number == 0
            run.font.color.rgb = tint("FFFFFF" if number == 0 else INK)
            cell.fill.solid()
            cell.fill.fore_color.rgb = tint(ACCENT if number == 0 else "F1F5F9" if number % 2 else "FFFFFF")


def _note(page: Any, lines: Sequence[str]) -> None:
    page.notes_slide.notes_text_frame.text = "\n".join(lines)
