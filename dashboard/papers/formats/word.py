"""Owns how a written paper becomes a Word document: headings as headings, in our styles or those of a template."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.language.words import LANGUAGES, Words
from dashboard.papers.blocks import Block, Grid, Heading, Points, Text, Written
from dashboard.papers.formats.packed import packed
from dashboard.papers.order import Order, PaperFault

LARGEST_TEMPLATE = 60 * 1024 * 1024
"""Bytes of all parts of a template: beyond that it is no letterhead, and would fill the memory."""
TYPEFACE = "Arial"


def word(paper: Written, order: Order, words: Words) -> bytes:
    """The paper as docx. The same paper gives the same bytes. Raises PaperFault `broken-template`."""
    document = _opened(order.template)
    if order.template is None:
        _our_styles(document, order)
    _speaks(document, words)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = paper.title, paper.lines[0], ""
    properties.language = LANGUAGES[words.language].replace("_", "-")
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    document.add_paragraph(paper.title, style=_style(document, "Title"))
    for line in paper.lines:
        document.add_paragraph(line)
    document.add_paragraph(paper.source)
    for block in paper.blocks:
        _add(document, block, ours=order.template is None, large=order.large)
    foot = document.sections[0].footer
    if order.template is None or not "".join(part.text for part in foot.paragraphs).strip():
        foot.paragraphs[0].text = paper.foot
    else:  # the template's own foot stays, and the numbers' edition stands in the paper itself
        document.add_paragraph(paper.foot)
    stream = io.BytesIO()
    document.save(stream)
    return packed(stream.getvalue())


def _opened(template: bytes | None) -> Any:
    """An empty document in a template's styles, with its head and foot; or in none. Raises PaperFault."""
    if template is None:
        return Document()
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_TEMPLATE:
                raise PaperFault("broken-template")
        document = Document(io.BytesIO(template))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError):
        raise PaperFault("broken-template") from None
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    if not document.sections:
        raise PaperFault("broken-template")
    return document


def _our_styles(document: Any, order: Order) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(23)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TYPEFACE, Pt(14 if order.large else 11)
    normal.paragraph_format.space_after = Pt(6)
    ink = RGBColor(0, 0, 0) if order.contrast else RGBColor(0x00, 0x62, 0xBA)
    for rule in document.styles["Title"].element.iter(qn("w:bottom")):
        rule.set(qn("w:color"), str(ink))
    _lines_alone(document.styles["Table Grid"], "000000" if order.contrast else "B4BCC5")
    larger = 14 / 11 if order.large else 1
    for name, size in (("Title", 24), ("Heading 1", 16), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = (
            TYPEFACE,
            Pt(round(size * larger)),
            True,
            ink,
        )
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            if fonts is not None and fonts.get(qn(kind)) is not None:
                del fonts.attrib[qn(kind)]


def _speaks(document: Any, words: Words) -> None:
    """The language Word checks the spelling in, and a screen reader reads in."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")) if defaults is not None else None
    properties = run.find(qn("w:rPr")) if run is not None else None
    if properties is None:
        return
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), LANGUAGES[words.language].replace("_", "-"))


def _style(document: Any, name: str) -> Any:
    """A style by its name where the template has it; its plain one else."""
    try:
        return document.styles[name]
    except KeyError:
        return None


def _add(document: Any, block: Block, *, ours: bool, large: bool) -> None:
    match block:
        case Heading(text, level):
            document.add_paragraph(text, style=_style(document, f"Heading {level}"))
        case Text(text, quiet):
            run = document.add_paragraph().add_run(text)
            run.font.size = Pt(9) if quiet else None
        case Points(texts, numbered):
            style = _style(document, "List Number" if numbered else "List Bullet")
            for number, text in enumerate(texts, start=1):
                mark = "" if style is not None and not numbered else f"{number}. " if numbered else "– "
                document.add_paragraph(mark + text, style=None if numbered else style)
        case Grid(heads, rows):
            _table(document, heads, rows, tight=ours, large=large)


def _lines_alone(style: Any, colour: str) -> None:
    """A table of ours has lines under its rows, as in the PDF, and none between its columns."""
    for edge in (edge for borders in style.element.iter(qn("w:tblBorders")) for edge in borders):
        between = edge.tag in {qn("w:left"), qn("w:right"), qn("w:insideV")}
        edge.set(qn("w:val"), "nil" if between else "single")
        edge.set(qn("w:color"), colour)


def _room(column: Sequence[str]) -> int:
    """How much of a table's width a column needs: its longest word, or a short line of its longest text."""
    words = (min(len(word), 24) + 5 for text in column for word in text.split())
    return max(8, *words, min(24, max(len(text) for text in column)))


def _table(document: Any, heads: Any, rows: Any, *, tight: bool, large: bool) -> None:
    table = document.add_table(rows=1, cols=len(heads))
    table.style = _style(document, "Table Grid")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    section = document.sections[0]
    whole = section.page_width - section.left_margin - section.right_margin
    room = [_room(column) for column in zip(heads, *rows, strict=True)]
    table.autofit = False
    for number, column in enumerate(table.columns):
        column.width = whole * room[number] // sum(room)
        for cell in column.cells:
            cell.width = column.width
    if tight:
        for paragraph in (paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs):
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            for run in paragraph.runs:
                run.font.size = Pt(12) if large else None
    document.add_paragraph()
