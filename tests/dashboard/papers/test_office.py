"""What somebody who goes on working in slides and workbook can rely on."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.counting.indicators import BY_KEY
from dashboard.desk import ALL, Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, words
from dashboard.papers.content import Measure
from dashboard.papers.formats import slides, workbook
from dashboard.papers.formats.plotted import plotted
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from dashboard.papers.report import report
from tests.stores import database_at

pytestmark = pytest.mark.slow

ORDER = Order(Kind.SLIDES, meeting=date(2026, 12, 10))
NB = words("nb")


def pinned(desk: Desk) -> Desk:
    """The numbers as a paper reads them: exactly one edition."""
    found = desk.at(desk.pin())
    assert found is not None
    return found


def made(desk: Desk, **more: Any) -> bytes:
    (content,) = files_of(replace(ORDER, **more), desk).values()
    return content


def texts(page: Any) -> str:
    found = [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
    found += [cell.text for shape in page.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


@pytest.fixture(scope="module")
def shown(quarter: Any) -> Any:
    desk = Desk(Settings(database_at(quarter), "gjovik", quarter.with_name("samspill.key")))
    return Presentation(io.BytesIO(made(desk)))


def test_one_goal_a_slide_in_the_meetings_order_with_its_number_and_verdict(desk: Desk, shown: Any) -> None:
    told = report(pinned(desk), ORDER, NB)
    names = {goal.verdict.name for goal in told.goals}
    pages = [page for page in shown.slides if page.shapes.title.text in names]
    assert [page.shapes.title.text for page in pages] == [goal.verdict.name for goal in told.goals]
    for page, goal in zip(pages, told.goals, strict=True):
        assert goal.verdict.text in texts(page)
        assert goal.verdict.word in texts(page)
        assert goal.definition in page.notes_slide.notes_text_frame.text
        assert goal.source in page.notes_slide.notes_text_frame.text
        assert desk.pin() in page.notes_slide.notes_text_frame.text


def test_charts_are_native_say_what_they_show_and_draw_only_what_the_picture_draws(desk: Desk, shown: Any) -> None:
    told = report(pinned(desk), ORDER, NB)
    charts = [shape for page in shown.slides for shape in page.shapes if shape.has_chart]
    drawn = [one.picture for one in told.goals] + [picture for place in told.places for picture in place.pictures]
    wanted = [(picture, plotted(picture.chart)) for picture in drawn if plotted(picture.chart).labels]
    assert len(charts) == len(wanted) > 8
    for shape, (picture, rows) in zip(charts, wanted, strict=True):
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == f"{picture.title}. {picture.chart.alt}"
        assert list(shape.chart.plots[0].categories) == rows.labels
        assert [list(one.values) for one in shape.chart.plots[0].series] == [one.values for one in rows.series]


def test_no_charts_own_workbook_holds_a_number_that_is_not_drawn(desk: Desk, shown: Any) -> None:
    for page in shown.slides:
        for shape in page.shapes:
            if not shape.has_chart:
                continue
            rows = shape.chart.plots[0]
            drawn = {value for series in rows.series for value in series.values} | {None}
            book = load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
            cells = {cell.value for sheet in book for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row}
            assert cells <= drawn


def test_the_edition_is_at_every_foot_and_the_master_is_wide(desk: Desk, shown: Any) -> None:
    assert round(shown.slide_width / shown.slide_height, 2) == round(16 / 9, 2)
    page = shown.slide_layouts[1]
    foot = [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
    assert any(desk.model.name in text and desk.pin().partition(".")[2] in text for text in foot)
    assert all(one.slide_layout.name == page.name for one in list(shown.slides)[1:])


@pytest.mark.parametrize("kind", [Kind.SLIDES, Kind.WORKBOOK])
def test_the_same_order_gives_the_same_bytes(desk: Desk, settings: Settings, kind: Kind) -> None:
    assert made(desk, kind=kind) == made(Desk(settings), kind=kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.SLIDES, Kind.WORKBOOK])
def test_it_speaks_every_language(desk: Desk, kind: Kind, language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(desk, kind=kind, language=language))) as parts:
        assert parts.testzip() is None
        said = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml")).decode()
    assert words(language)("paper-wanted") in said


def test_a_workbooks_numbers_are_numbers_as_the_screen_shows_them_and_signs_are_text(desk: Desk) -> None:
    book = load_workbook(io.BytesIO(made(desk, kind=Kind.WORKBOOK)))
    sheet = book["Deltakere"]
    places = dict(
        zip(
            ["Hele regionen", *(p.name for p in desk.model.municipality)],
            [ALL, *(p.key for p in desk.model.municipality)],
            strict=True,
        )
    )
    period = next(one for one in desk.periods() if one.code == "2025Q1")
    signs = 0
    for key in ("participants", "referred"):
        subject = book[NB(f"indicator-{key}")]
        for head, cell in zip(places, subject[2][1:], strict=False):
            figure = desk.figure(key, period, places[head])
            assert cell.value == (figure.sign or figure.value)
            signs += bool(figure.sign)
    assert signs  # of few enough persons there is a sign, or nothing was tried
    assert sheet["B2"].number_format == "#,##0"
    assert sheet.freeze_panes == "B2"
    assert any(sheet._charts for sheet in book)
    rate = book["Oppmøte"]
    assert rate["B2"].number_format == "0 %"
    assert 0 < rate["B2"].value <= 1


def test_text_that_begins_like_a_formula_is_text_everywhere(desk: Desk) -> None:
    told = report(pinned(desk), ORDER, NB)
    evil = [f"{sign}cmd|' /C calc'!A0" for sign in ("=", "+", "-", "@", "\t")]
    measures = [Measure(number, text, text, text, "", text, False, text) for number, text in enumerate(evil)]
    book = load_workbook(io.BytesIO(workbook.workbook(desk, replace(told, measures=measures, summary=evil), ORDER, NB)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    written = [cell.value for cell in cells if "calc" in str(cell.value)]
    assert len(written) > 20
    assert all(text.startswith("'") for text in written)


def test_a_workbooks_chart_draws_the_regions_numbers_and_leaves_a_gap_where_there_is_a_sign(desk: Desk) -> None:
    content = made(desk, kind=Kind.WORKBOOK)
    book = load_workbook(io.BytesIO(content))
    drawn = 0
    bare = [sheet for sheet in book if not sheet._charts and sheet["A1"].value == NB("chart-period")]
    assert len(bare) > 3  # where the region has no number there is nothing to draw
    assert all(isinstance(sheet["B2"].value, str) for sheet in bare)
    for sheet in book:
        for chart in sheet._charts:
            (series,) = chart.series
            column = series.val.numRef.f.rpartition("!")[2].replace("$", "").partition(":")[0].rstrip("0123456789")
            rows = len(series.cat.strRef.strCache.pt)
            for row in range(2, rows + 2):
                value, shown = sheet[f"{column}{row}"].value, sheet[f"B{row}"].value
                assert value == (None if isinstance(shown, str) else shown)
                drawn += value is not None
            cached = [float(point.v) for point in series.val.numRef.numCache.pt if point.v]
            assert cached == [v for row in range(2, rows + 2) if (v := sheet[f"{column}{row}"].value) is not None]
    assert drawn > 5


def test_a_hidden_number_among_others_is_an_empty_cell_and_a_gap_in_a_workbooks_chart(desk: Desk) -> None:
    book = workbook._Book(report(pinned(desk), ORDER, NB), ORDER, NB)
    sheet = book.sheet("Oppmøte", ["Periode", "Hele regionen"], (10, 10))
    cells = [(0.5, "", ""), (None, "", ":"), (0.7, "at_least", ""), (0.75, "", "")]
    workbook._chart(book, sheet, BY_KEY["attendance_rate"], cells, 3)
    content = book.bytes()
    read = load_workbook(io.BytesIO(content))["Oppmøte"]
    assert [read[f"D{row}"].value for row in range(2, 6)] == [0.5, None, None, 0.75]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    assert re.findall(r"<c:pt idx=\"(\d)\"><c:v>([\d.]+)", chart) == [("0", "0.5"), ("3", "0.75")]
    assert '<c:dispBlanksAs val="zero"/>' not in chart


@pytest.mark.parametrize("kind", [Kind.SLIDES, Kind.WORKBOOK, Kind.AGENDA])
def test_whoever_asked_for_black_on_white_and_large_letters_gets_it_in_every_paper(desk: Desk, kind: Kind) -> None:
    usual, asked = (office_looks(made(desk, kind=kind, **look)) for look in ({}, {"contrast": True, "large": True}))
    colours, sizes = asked
    # Letters and lines are black or white; grey only for the lines behind a chart.
    assert colours <= {"000000", "FFFFFF", "767676"}
    assert not usual[0] <= {"000000", "FFFFFF", "767676"}
    assert min(sizes) >= 1.2 * min(usual[1])


def office_looks(content: bytes) -> tuple[set[str], list[float]]:
    """The colours and the sizes of letters, in points, that a file's own pages, sheets and styles name."""
    ours = re.compile(r"ppt/(slides/slide|slideLayouts/|charts/chart)|xl/(styles|charts/chart)|word/(document|styles)")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if ours.match(name) and name.endswith(".xml")]
        text = "".join(parts.read(name).decode() for name in names)
        if "word/document.xml" in names:
            document = Document(io.BytesIO(content))
            used = [document.styles[name] for name in ("Normal", "Title", "Heading 1", "Heading 2")]
            inks = [style.font.color.rgb for style in used if style.font.color.rgb is not None]
            return {str(ink) for ink in inks}, [style.font.size.pt for style in used]
    sizes = [float(size) / 100 for size in re.findall(r'\bsz="(\d{3,})"', text)]
    sizes += [float(size) for size in re.findall(r'<sz val="([\d.]+)"', text)]
    colours = re.findall(r'srgbClr val="(\w{6})"', text) + re.findall(r'rgb="FF(\w{6})"', text)
    return set(colours), sizes


def test_thirty_goals_and_whatever_somebody_writes_make_whole_slides_with_nothing_outside_of_them(desk: Desk) -> None:
    told = report(pinned(desk), ORDER, NB)
    hard = "<a:t>&]]> \U0001f3b5 " + "æøå \u05d0 " * 300
    named = replace(told.goals[0].verdict, name=hard)
    many = replace(
        told,
        goals=[replace(told.goals[0], verdict=named, sentence=hard)] * 30,
        verdicts=[named] * 30,
        wanted=[hard] * 9,
    )
    read = Presentation(io.BytesIO(slides.slides(many, ORDER, NB)))
    goals = [page for page in read.slides if page.shapes.title.text.startswith("<a:t>&]]> \U0001f3b5 æøå")]
    assert len(goals) == 30
    assert all(len(page.shapes.title.text) < 200 and page.shapes.title.text.endswith("…") for page in goals)
    assert all(hard.strip() in page.notes_slide.notes_text_frame.text for page in goals)
    rows = [len(shape.table.rows) - 1 for page in read.slides for shape in page.shapes if shape.has_table]
    assert sum(rows) == 30 + len(told.measures)
    for page in read.slides:
        for shape in page.shapes:
            tall = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
            assert shape.top + tall <= read.slide_height and shape.left + shape.width <= read.slide_width


def test_a_row_of_a_workbook_is_no_taller_than_excel_takes(desk: Desk) -> None:
    told = report(pinned(desk), ORDER, NB)
    named = replace(told.goals[0].verdict, name="ord \U0001f3b5 " * 400)
    content = workbook.workbook(desk, replace(told, goals=[replace(told.goals[0], verdict=named)]), ORDER, NB)
    book = load_workbook(io.BytesIO(content))
    heights = [row.height for sheet in book for row in sheet.row_dimensions.values() if row.height]
    assert max(heights) == pytest.approx(409, abs=1)
    assert any(cell.value == named.name for row in book[NB("paper-goals")].iter_rows() for cell in row)
