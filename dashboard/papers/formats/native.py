"""Owns a slide's native charts and tables, which whoever gets the slides can edit.

A chart's own workbook holds the rows that are drawn and nothing else: what is hidden is not in it.
"""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Emu, Inches, Pt

from dashboard.counting.indicator import ShownAs
from dashboard.language.words import Words
from dashboard.papers.formats.master import ACCENT, INK, LONGEST_CELL, QUIET, TYPEFACE, Look, shortened, tint
from dashboard.papers.formats.plotted import Plotted

_FORMATS = {ShownAs.PERCENT: "0 %", ShownAs.RATE: "0.0"}
_DASHED = {"target", "plan"}
_ROW = 0.1  # inches around a row's letters


def chart(
    page: Any, drawn: Plotted, shown_as: ShownAs, place: Sequence[float], name: str, alt: str, words: Words, look: Look
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
    native = frame.chart
    native.font.size, native.font.name = Pt(look.size(12)), TYPEFACE
    native.font.color.rgb = tint(look.colour(INK))
    native.has_title = False
    native.has_legend = len(drawn.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = native.value_axis
    axis.major_gridlines.format.line.color.rgb = tint("767676" if look.contrast else "D5DBE1")
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = _FORMATS.get(shown_as, "0"), False
    if drawn.bars:
        axis.minimum_scale = 0
    elif shown_as is ShownAs.PERCENT:
        axis.minimum_scale, axis.maximum_scale = drawn.ends
    for plot_series, series in zip(native.plots[0].series, drawn.series, strict=True):
        _styled(plot_series, series.key, look, bars=drawn.bars)
    main = native.plots[0].series[0]
    main.data_labels.show_value = drawn.bars
    if drawn.bars:
        main.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _styled(series: Any, key: str, look: Look, *, bars: bool) -> None:
    colour = tint(look.colour({"value": ACCENT, "target": INK, "plan": INK}.get(key, QUIET)))
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


def rows_that_fit(
    rows: Sequence[Sequence[str]], width: float, widths: Sequence[float], height: float, look: Look
) -> list[list[Sequence[str]]]:
    """Rows in parts, each of which fits into so many inches under a head."""
    parts: list[list[Sequence[str]]] = []
    left = 0.0
    for row in rows:
        tall = _tall(row, width, widths, look)
        if not parts or tall > left:
            parts.append([])
            left = height - 0.42
        parts[-1].append(row)
        left -= tall
    return parts


def _tall(row: Sequence[str], width: float, widths: Sequence[float], look: Look) -> float:
    shares = [width * share / sum(widths) - 0.2 for share in widths]
    texts = [shortened(text, LONGEST_CELL) for text in row]
    return max(look.tall([text], share, look.size(13)) for text, share in zip(texts, shares, strict=True)) + _ROW


def table(
    page: Any,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    place: Sequence[float],
    widths: Sequence[float],
    name: str,
    look: Look,
) -> None:
    """A native table, its place (left, top, width) in inches; a longer text than a cell has room for ends in "…"."""
    left, top, width = (Inches(edge) for edge in place)
    frame = page.shapes.add_table(len(rows) + 1, len(heads), left, top, width, Inches(0.42 * (len(rows) + 1)))
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", name)
    made = frame.table
    for column, share in zip(made.columns, widths, strict=True):
        column.width = Emu(int(width * share / sum(widths)))
    for row, texts in zip(made.rows, [heads, *rows], strict=True):
        row.height = Inches(max(0.42, _tall(texts, place[2], widths, look)))
    for number, row in enumerate([heads, *rows]):
        for column, text in enumerate(row):
            _cell(made.cell(number, column), shortened(text, LONGEST_CELL), number, look)


def _cell(cell: Any, text: str, row: int, look: Look) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = text
    run.font.size, run.font.name, run.font.bold = Pt(look.size(13)), TYPEFACE, row == 0
    run.font.color.rgb = tint("FFFFFF" if row == 0 else look.colour(INK))
    cell.fill.solid()
    cell.fill.fore_color.rgb = tint(look.colour(ACCENT) if row == 0 else look.ground("F1F5F9") if row % 2 else "FFFFFF")
