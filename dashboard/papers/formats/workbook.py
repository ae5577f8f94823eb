"""Owns how a status report becomes a workbook: a sheet a subject, real numbers with formats, native charts.

A sign is a text where a number would stand. No text is ever a formula.
"""

import io
import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from dashboard.charts import value_text
from dashboard.charts.csv_file import FORMULA
from dashboard.counting.cells import ALL
from dashboard.counting.indicator import Indicator, ShownAs
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.counting.period import PeriodKind, from_code
from dashboard.desk import Desk
from dashboard.language.words import Words
from dashboard.papers.content import Report
from dashboard.papers.formats.packed import packed
from dashboard.papers.order import Order
from dashboard.sentences import deliveries
from dashboard.wall.published import Sign

_FORMATS = {ShownAs.PERCENT: "0 %", ShownAs.RATE: "0.0", ShownAs.COUNT: "#,##0", ShownAs.WEEKS: "0"}
_LONGEST_NAME = 31  # Excel's own limit of a sheet's name
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_ACCENT = "#0062BA"
_TALLEST = 409  # points: Excel's own limit of a row


class _Book:
    """One workbook under way: its formats, and sheets with a head that stays in place."""

    def __init__(self, report: Report, order: Order, words: Words) -> None:
        self._stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.file = xlsxwriter.Workbook(self._stream, options)
        self.file.set_properties(
            {"title": report.title, "author": report.region, "created": datetime(2000, 1, 1), "subject": report.period}
        )
        self.words, self._names = words, set[str]()
        self.larger = 14 / 11 if order.large else 1.0
        self.accent, quiet = ("black", "black") if order.contrast else (_ACCENT, "#4A5159")
        self.head = self._format(bold=True, font_color="white", bg_color=self.accent, text_wrap=True)
        self.text = self._format(text_wrap=True, valign="top")
        self.title = self._format(bold=True, font_size=16)
        self.quiet = self._format(font_color=quiet, text_wrap=True, valign="top")
        self.sign = self._format(align="right", font_color=quiet, valign="top")
        self.number = {kind: self._format(num_format=code, valign="top") for kind, code in _FORMATS.items()}

    def _format(self, font_size: float = 11, **look: Any) -> Any:
        return self.file.add_format({"font_size": round(font_size * self.larger), **look})

    def sheet(self, name: str, heads: Sequence[str], widths: Sequence[float]) -> Any:
        """A new sheet with a frozen head."""
        bare = name.translate(_FORBIDDEN).strip()[:_LONGEST_NAME]
        numbered = (f"{bare[: _LONGEST_NAME - 3]} {number}" for number in range(2, 100))
        unique = next(name_free for name_free in (bare, *numbered) if name_free.casefold() not in self._names)
        self._names.add(unique.casefold())
        sheet = self.file.add_worksheet(unique)
        sheet.freeze_panes(1, 1)
        _for_print(sheet)
        sheet.repeat_rows(0)
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.write_string(0, column, safe(head), self.head)
            sheet.set_column(column, column, width * self.larger)
        sheet.set_default_row(15 * self.larger)
        return sheet

    def height(self, texts: Sequence[str], widths: Sequence[float]) -> float:
        """Points that a row of wrapped texts needs; a program that opens the file does not always reckon it itself."""
        lines = (math.ceil(len(text) / width) for text, width in zip(texts, widths, strict=True))
        return min(_TALLEST, 15.5 * self.larger * max(1, *lines))

    def bytes(self) -> bytes:
        """The finished file."""
        self.file.close()
        return packed(self._stream.getvalue())


def _for_print(sheet: Any) -> None:
    """On paper a sheet is as wide as one page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def workbook(desk: Desk, report: Report, order: Order, words: Words) -> bytes:
    """The report as a workbook. The same report gives the same bytes."""
    book = _Book(report, order, words)
    _front(book, report)
    _goals(book, report)
    for indicator in INDICATORS:
        (_by_question if indicator.family.each else _series)(book, desk, indicator.key)
    _measures(book, report)
    _definitions(book, report)
    return book.bytes()


def _front(book: _Book, report: Report) -> None:
    words = book.words
    sheet = book.file.add_worksheet(words("paper-summary")[:_LONGEST_NAME])
    book._names.add(words("paper-summary").casefold())
    sheet.set_column(0, 0, 110 * book.larger)
    _for_print(sheet)
    lines = [(report.title, book.title), (f"{report.region}. {report.period}", book.text)]
    lines += [(report.held, book.text)] if report.held else []
    lines += [(words("paper-made-up"), book.text)] if report.made_up else []
    lines += [(report.source, book.quiet)]
    lines += [(line, book.text) for line in [*report.summary, *report.undelivered]]
    lines += [(words("paper-wanted"), book.title), *((line, book.text) for line in report.wanted)]
    lines += [(report.signs, book.quiet)]
    for row, (line, look) in enumerate(lines):
        sheet.write_string(row, 0, safe(line), look)
        sheet.set_row(row, 24 * book.larger if look is book.title else book.height([line], [105]))


def _goals(book: _Book, report: Report) -> None:
    words = book.words
    heads = ("decision-goal", "paper-now", "paper-uncertainty", "paper-target", "decision-state")
    widths = (38, 10, 22, 24, 24, 90)
    spoken = [*(words(head) for head in heads), words("paper-sentence")]
    sheet = book.sheet(words("paper-goals"), spoken, widths)
    for row, goal in enumerate(report.goals, start=1):
        verdict = goal.verdict
        cells = (verdict.name, None, goal.between, verdict.target, verdict.marked, goal.sentence)
        for column, text in enumerate(cells):
            if text is not None:
                sheet.write_string(row, column, safe(text), book.text)
        sheet.set_row(row, book.height([text or "" for text in cells], widths))
        # "Just over 90 %" is no number: as one, it would be rounded past its verdict.
        estimate, shown_as = goal.standing.verdict.estimate, goal.standing.indicator.shown_as
        plain = value_text(words, shown_as, estimate, "", "") == verdict.text
        _number(book, sheet, row, 1, estimate if plain else None, verdict.text, shown_as)


def _by_question(book: _Book, desk: Desk, indicator: str) -> None:
    """One number of the user surveys: a row a question, a column a year."""
    words, named = book.words, BY_KEY[indicator]
    years = [p for p in reversed(desk.periods()) if p.kind is PeriodKind.YEAR and desk.surveyed(p) == p]
    if not years:
        return
    name, widths = words(f"indicator-{indicator.replace('_', '-')}"), (60, *([16] * len(years)))
    sheet = book.sheet(name, [words("chart-question"), *(str(year.year) for year in years)], widths)
    for row, question in enumerate(desk.model.survey_question, start=1):
        sheet.write_string(row, 0, safe(words.said(question.name)), book.text)
        for column, year in enumerate(years, start=1):
            figure = desk.figure_of(question.key, indicator, year)
            text = value_text(words, named.shown_as, figure.value, figure.bound, figure.sign)
            _number(book, sheet, row, column, figure.value, text, named.shown_as)
    last = len(desk.model.survey_question)
    sheet.write_string(last + 2, 0, safe(words(f"indicator-{indicator.replace('_', '-')}.definition")))
    sheet.write_string(last + 3, 0, words("signs"))


def _series(book: _Book, desk: Desk, indicator: str) -> None:
    """One indicator: a row a period, a column for the region and each municipality, and the region's chart."""
    words, named = book.words, BY_KEY[indicator]
    name = words(f"indicator-{indicator.replace('_', '-')}")
    by_place = named.family.by_municipality
    places = {ALL: words("place-all")} | ({p.key: p.name for p in desk.model.municipality} if by_place else {})
    series_of: dict[str, dict[str, tuple[float | None, str, str]]] = {}
    for place in places:
        published = desk.years(indicator) if named.family.yearly else desk.series(indicator, place)
        for code, value, bound, sign in published.frame.select("period", "value", "bound", "sign").iter_rows():
            series_of.setdefault(code, {})[place] = (value, bound, sign)
    if not series_of:
        return
    sheet = book.sheet(name, [words("chart-period"), *places.values()], (16, *([16] * len(places))))
    codes = sorted(series_of, key=lambda code: period.first if (period := from_code(code)) else code)
    for row, code in enumerate(codes, start=1):
        period = from_code(code)
        sheet.write_string(row, 0, words.period(period, short=True) if period else code)
        for column, place in enumerate(places, start=1):
            value, bound, sign = series_of[code].get(place, (None, "", Sign.MISSING.value))
            text = value_text(words, named.shown_as, value, bound, sign)
            _number(book, sheet, row, column, None if bound else value, text, named.shown_as)
    last = len(codes)
    sheet.write_string(last + 2, 0, safe(words(f"indicator-{indicator.replace('_', '-')}.definition")))
    sheet.write_string(last + 3, 0, words("signs"))
    published = desk.years(indicator) if named.family.yearly else desk.series(indicator)
    for row, sentence in enumerate(deliveries.lacked(desk.lacked(published), words), start=last + 4):
        sheet.write_string(row, 0, safe(sentence))
    _chart(book, sheet, named, [series_of[code].get(ALL, (None, "", "")) for code in codes], len(places) + 2)


def _chart(
    book: _Book, sheet: Any, named: Indicator, region: Sequence[tuple[float | None, str, str]], column: int
) -> None:
    """The region's native chart. It draws a column of its own, in which a sign is an empty cell: a spreadsheet would
    draw a text as nought."""
    words, last = book.words, len(region)
    if not any(value is not None and not bound for value, bound, _ in region):
        return
    sheet.write_string(0, column, words("paper-drawn"), book.head)
    sheet.set_column(column, column, 14 * book.larger)
    for row, (value, bound, _) in enumerate(region, start=1):
        if value is not None and not bound:
            _number(book, sheet, row, column, value, "", named.shown_as)
    chart = book.file.add_chart({"type": "column" if named.shown_as is ShownAs.COUNT else "line"})
    chart.add_series(
        {
            "name": [sheet.name, 0, 1],
            "categories": [sheet.name, 1, 0, last, 0],
            "values": [sheet.name, 1, column, last, column],
            "line": {"color": book.accent, "width": 2.5},
            "fill": {"color": book.accent},
            "marker": {"type": "circle", "fill": {"color": book.accent}, "border": {"color": book.accent}},
        }
    )
    name, whole = words(f"indicator-{named.key.replace('_', '-')}"), words("place-all")
    chart.set_title({"name": f"{name}, {whole.lower()}", "name_font": {"size": round(12 * book.larger)}})
    chart.set_legend({"none": True})
    letters = {"size": round(9 * book.larger)}
    grid = {"visible": True, "line": {"color": "#767676" if book.accent == "black" else "#D5DBE1"}}
    chart.set_x_axis({"num_font": letters})
    chart.set_y_axis({"num_format": _FORMATS[named.shown_as], "num_font": letters, "major_gridlines": grid})
    chart.show_blanks_as("gap")
    chart.set_size({"width": 620, "height": 320})
    sheet.insert_chart(1, column + 2, chart, {"description": f"{name}. {whole}", "object_position": 2})


def _number(book: _Book, sheet: Any, row: int, column: int, value: float | None, text: str, shown_as: ShownAs) -> None:
    """A number with its format; where there is none, its sign, or its bound, as text."""
    if value is None:
        sheet.write_string(row, column, safe(text), book.sign)
    else:
        digits = 2 if shown_as is ShownAs.PERCENT else 1
        sheet.write_number(row, column, round(value, digits), book.number[shown_as])


def _measures(book: _Book, report: Report) -> None:
    words = book.words
    heads = ("decision-case", "paper-measure", "paper-about", "decision-responsible", "decision-due", "decision-state")
    widths = (12, 60, 34, 24, 14, 16)
    sheet = book.sheet(words("paper-measures"), [words(head) for head in heads], widths)
    for row, measure in enumerate(report.measures, start=1):
        _texts(
            book,
            sheet,
            row,
            (measure.case_number, measure.text, measure.about, measure.responsible, measure.due, measure.state),
            widths,
        )


def _texts(book: _Book, sheet: Any, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    for column, text in enumerate(texts):
        sheet.write_string(row, column, safe(text), book.text)
    sheet.set_row(row, book.height(texts, widths))


def _definitions(book: _Book, report: Report) -> None:
    words = book.words
    heads = ("about-name", "about-definition", "dictionary-above", "dictionary-below", "dictionary-caution")
    spoken = [*(words(head) for head in heads), words("about-source")]
    widths = (26, 60, 40, 40, 60, 40)
    sheet = book.sheet(words("about-definitions-title"), spoken, widths)
    for row, definition in enumerate(report.definitions, start=1):
        _texts(
            book,
            sheet,
            row,
            (
                definition.name,
                definition.definition,
                definition.above,
                definition.below,
                definition.caution,
                definition.source,
            ),
            widths,
        )


def safe(text: str) -> str:
    """What begins like a formula is made text that no program takes for one, also when it is saved as CSV."""
    return f"'{text}" if text.startswith(FORMULA) else text
