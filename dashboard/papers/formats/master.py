"""Owns the slides' master: 16:9, the house's typeface and colours, the model's name and the edition at every foot."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from dashboard.goals.verdict import Status
from dashboard.language.words import LANGUAGES, Words
from dashboard.papers.content import Report

ACCENT, INK, QUIET = "0062BA", "24272B", "4A5159"
TYPEFACE = "Arial"  # on every machine: an office file brings no typeface of its own
STATUS = {
    Status.REACHED: "05700F",
    Status.ON_TRACK_SURE: "05700F",
    Status.ON_TRACK_UNSURE: "00539E",
    Status.BELOW_TARGET_UNSURE: "80540F",
    Status.ABOVE_TARGET_UNSURE: "80540F",
    Status.OFF_TRACK: "A81616",
    Status.CANNOT_JUDGE: "4A5159",
}
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
LONGEST_TITLE, LONGEST_CELL = 170, 200  # letters; the whole of a longer text stands in the notes
_LARGER = 1.25
_SMALLEST = 9.0  # points
_LETTER, _LINE = 0.5, 1.22  # how wide a letter and how high a line is, in sizes of the letter


@dataclass(frozen=True)
class Look:
    """How letters and lines look to this reader. `contrast`: black on white alone; `large`: larger letters."""

    contrast: bool = False
    large: bool = False

    def colour(self, usual: str) -> str:
        """A colour of letters and lines."""
        return "000000" if self.contrast else usual

    def ground(self, usual: str) -> str:
        """A colour that letters stand on."""
        return "FFFFFF" if self.contrast else usual

    def size(self, points: float) -> float:
        """What is small is larger for whoever asked; what is large already stays."""
        return min(points * _LARGER, max(points, 28.0)) if self.large else points

    def fitted(self, texts: Sequence[str], width: float, height: float, points: float, space: float = 0) -> float:
        """The greatest size, up to one, at which paragraphs fit into so many inches; no program reckons it for us."""
        size = self.size(points)
        while size > _SMALLEST and self.tall(texts, width, size, space) > height:
            size -= 0.5
        return size

    def tall(self, texts: Sequence[str], width: float, size: float, space: float = 0) -> float:
        """Inches that paragraphs take at a size."""
        letters = max(1.0, width * 72 / (size * _LETTER))
        lines = sum(max(1, math.ceil(len(text) / letters)) for text in texts)
        return (lines * size * _LINE + len(texts) * space) / 72


def deck(report: Report, words: Words, look: Look) -> Any:
    """An empty presentation in our master. Layout 0 is the front, 1 a page with a title."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = _WIDTH, _HEIGHT
    properties = presentation.core_properties
    properties.title, properties.author, properties.subject = report.title, report.region, report.period
    properties.comments = ""
    properties.language, properties.last_modified_by = LANGUAGES[words.language].replace("_", "-"), report.region
    master = presentation.slide_master
    _typeface(master)
    _only_two_layouts(presentation)
    front, page = presentation.slide_layouts
    front.name, page.name = words("paper-layout-front"), words("paper-layout-page")
    for layout in (front, page):
        _keep(layout, {0} if layout is page else {0, 1})
    letters = "000000" if look.contrast else "FFFFFF"
    _place(front.placeholders[0], Inches(0.9), Inches(2.2), Inches(11.5), Inches(1.4), 40, letters)
    _place(front.placeholders[1], Inches(0.9), Inches(3.7), Inches(11.5), Inches(2.4), look.size(20), letters)
    front.background.fill.solid()
    front.background.fill.fore_color.rgb = tint(look.ground(ACCENT))
    _place(page.placeholders[0], Inches(0.6), Inches(0.4), Inches(12.1), Inches(0.9), 28, look.colour(INK))
    _foot(page, report.foot, look)
    return presentation


def _typeface(master: Any) -> None:
    """Typeface and accents of the theme, so that whatever is added by hand looks the same."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for font in theme.findall(".//a:latin", names):
        font.set("typeface", TYPEFACE)
    accents = (ACCENT, "B54708", "00785A", "4A1F7A", "C2327F", "0A5C70")
    for number, colour in enumerate(accents, start=1):
        (accent,) = theme.findall(f".//a:accent{number}", names)
        for child in list(accent):
            accent.remove(child)
        etree.SubElement(accent, qn("a:srgbClr")).set("val", colour)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _only_two_layouts(presentation: Any) -> None:
    """The front and a page with a title; the others of the stock master are for other houses."""
    layouts = presentation.slide_layouts
    for layout in [layout_unused for number, layout_unused in enumerate(layouts) if number not in {0, 5}]:
        layouts.remove(layout)


def _keep(layout: Any, wanted: set[int]) -> None:
    for placeholder in list(layout.placeholders):
        if placeholder.placeholder_format.idx not in wanted:
            placeholder._element.getparent().remove(placeholder._element)


def _place(holder: Any, left: int, top: int, width: int, height: int, size: float, colour: str) -> None:
    holder.left, holder.top, holder.width, holder.height = left, top, width, height
    frame = holder.text_frame
    frame.word_wrap, frame.vertical_anchor, frame.auto_size = True, MSO_ANCHOR.MIDDLE, MSO_AUTO_SIZE.NONE
    frame.margin_left = 0
    style = holder._element.find(qn("p:txBody")).find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    level = etree.SubElement(style, qn("a:lvl1pPr"))
    level.set("algn", "l")
    level.set("marL", "0")
    level.set("indent", "0")
    etree.SubElement(level, qn("a:buNone"))
    run = etree.SubElement(level, qn("a:defRPr"))
    run.set("sz", str(round(size * 100)))
    run.set("b", "1" if size > 24 else "0")
    fill = etree.SubElement(etree.SubElement(run, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", colour)


def _foot(layout: Any, text: str, look: Look) -> None:
    """A line and the numbers' edition, on the layout: it is there on every page, also those added by hand."""
    shapes = layout.shapes
    line = shapes._spTree
    for left, top, width, height, words_of in (
        (Inches(0.6), Inches(6.95), Inches(12.1), Emu(9525), ""),
        (Inches(0.6), Inches(6.98), Inches(12.1), Inches(0.35), text),
    ):
        line.append(_box(left, top, width, height, words_of, len(line), look))


def _box(left: int, top: int, width: int, height: int, text: str, number: int, look: Look) -> Any:
    """A text box, or a thin bar, as the markup a layout takes (its own shapes cannot be added to otherwise)."""
    size, quiet = round(look.size(11) * 100), look.colour(QUIET)
    fill = "<a:noFill/>" if text else f'<a:solidFill><a:srgbClr val="{look.colour("C3CAD1")}"/></a:solidFill>'
    markup = (
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
        f'<p:cNvPr id="{100 + number}" name="foot {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr sz="{size}"><a:solidFill><a:srgbClr val="{quiet}"/></a:solidFill></a:rPr>'
        "<a:t/></a:r></a:p></p:txBody></p:sp>"
    )
    shape = etree.fromstring(markup)
    next(shape.iter(qn("a:t"))).text = text
    return shape


def tint(colour: str) -> Any:
    """A colour as the library takes it."""
    return RGBColor(*bytes.fromhex(colour))


def shortened(text: str, longest: int) -> str:
    """As much of a text as there is room for, ended between two words."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,.;:") + "…"


def slide(presentation: Any, layout: int, title: str) -> Any:
    """A new slide with its title; a long one in smaller letters, and no more of it than there is room for."""
    page = presentation.slides.add_slide(presentation.slide_layouts[layout])
    page.shapes.title.text = shortened(title, LONGEST_TITLE)
    if len(title) > 70:
        page.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    return page


def box(page: Any, left: float, top: float, width: float, height: float) -> Any:
    """A text frame, its place in inches, whose words are wrapped."""
    frame = page.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height)).text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = 0
    return frame


def written_on(frame: Any, text: str, *, size: float, colour: str = INK, bold: bool = False, space: float = 0) -> None:
    """One paragraph more."""
    first = frame.paragraphs[0]
    paragraph = first if not first.runs else frame.add_paragraph()
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, TYPEFACE
    run.font.color.rgb = tint(colour)
    paragraph.space_after = Pt(space)
