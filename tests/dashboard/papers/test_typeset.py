"""What somebody who gets the status report as a PDF can rely on, also somebody who hears it."""

import io
import re
import subprocess
import sys
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from dashboard.desk import Desk
from dashboard.language.words import LANGUAGES, words
from dashboard.papers.blocks import Pages
from dashboard.papers.content import SHAPES
from dashboard.papers.formats import pages, shown
from dashboard.papers.formats.pictures import FONTS, palette, svg
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.papers.paper_of import files_of
from dashboard.papers.report import report
from tests.stores import database_at

pytestmark = pytest.mark.slow

ORDER = Order(Kind.REPORT, meeting=date(2026, 12, 10))


def pinned(desk: Desk) -> Desk:
    """The numbers as a paper reads them: exactly one edition."""
    found = desk.at(desk.pin())
    assert found is not None
    return found


def pdf(desk: Desk, **more: Any) -> bytes:
    (content,) = files_of(replace(ORDER, **more), desk).values()
    return content


@pytest.fixture(scope="module")
def made(quarter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(typeset_settings(quarter))
    file = tmp_path_factory.mktemp("pdf") / "report.pdf"
    file.write_bytes(pdf(desk))
    return file


def typeset_settings(quarter: Path) -> Any:
    from dashboard.installation.settings import Settings  # noqa: PLC0415

    return Settings(database_at(quarter), "gjovik", quarter.with_name("samspill.key"))


def elements(file: Path) -> list[tuple[str, str]]:
    """Every element of the structure in reading order: its tag, and its alternative text."""
    found: list[tuple[str, str]] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append((str(node.S), str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node.K)

    with pikepdf.open(file) as document:
        walk(document.Root.StructTreeRoot.K)
    return found


def text_of(file: Path) -> str:
    return "\n".join(pages_of(file))


def pages_of(file: Path) -> list[str]:
    with warnings.catch_warnings():  # the reader's own binding warns of itself when it is loaded
        warnings.simplefilter("ignore")
        import pymupdf  # noqa: PLC0415

        with pymupdf.open(file) as document:
            return [page.get_text() for page in document]


def test_it_says_what_it_is_in_which_language_and_has_bookmarks(made: Path) -> None:
    with pikepdf.open(made) as document:
        assert str(document.docinfo["/Title"]) == "Statusrapport for 1. kvartal 2025"
        assert str(document.Root.Lang) == "nb-NO"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == "Kort sagt"
    assert {"Målene", "Kommunene", "Avvik og tiltak", "Hva tallene betyr"} <= set(titles)


def test_it_is_heard_in_order_and_every_picture_has_its_finding(made: Path, desk: Desk) -> None:
    found = elements(made)
    tags = [tag for tag, _ in found]
    assert tags.index("/H1") < tags.index("/Table") < tags.index("/Figure")
    assert tags.count("/TH") > 20
    pictures = [alt for tag, alt in found if tag == "/Figure"]
    goals = report(pinned(desk), ORDER, words("nb"))
    shown = [one for part in (*goals.goals, *goals.places) for one in getattr(part, "pictures", [])]
    shown += [goal.picture for goal in goals.goals]
    drawn = [picture for picture in shown if not picture.chart.frame.is_empty()]
    assert len(pictures) == len(drawn) > 5
    assert sorted(pictures) == sorted(f"{picture.title}. {picture.chart.alt}" for picture in drawn)


def test_no_text_is_a_picture(made: Path) -> None:
    with pikepdf.open(made) as document:
        raster = [name for page in document.pages for name in page.get_images()]
    assert raster == []
    assert "Kort sagt" in text_of(made)


def test_a_second_checker_finds_no_fault_and_finds_some_in_an_untagged_page(made: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(bare)
    outloud = Path(sys.executable).with_name("outloud")
    # The checker's own languages are English; a page without its own text is nothing it can hear.
    results = [
        subprocess.run([str(outloud), "-q", "--no-info", str(file)], capture_output=True, text=True, check=False)
        for file in (made, bare)
    ]
    assert "0 error(s)" in results[0].stdout, results[0].stdout + results[0].stderr
    assert results[0].returncode == 0
    assert results[1].returncode != 0


def test_every_number_in_it_is_one_the_screen_shows(made: Path, desk: Desk) -> None:
    said = text_of(made).replace("\u00a0", " ")
    told = report(pinned(desk), ORDER, words("nb"))
    for number in [*told.numbers, *(number for place in told.places for number in place.numbers)]:
        assert number.text.replace("\u00a0", " ") in said
    for goal in told.goals:
        assert goal.verdict.word in said


def test_the_numbers_edition_stands_on_every_page(made: Path, desk: Desk) -> None:
    edition = desk.pin()
    pages = pages_of(made)
    assert len(pages) > 8
    assert all(f"utgave {edition.partition('.')[2]}" in page for page in pages)
    assert f"sett={edition}" in pages[0]


def test_the_same_order_gives_the_same_bytes(made: Path, settings: Any) -> None:
    assert pdf(Desk(settings)) == made.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", [{"contrast": True}, {"large": True}])
def test_it_speaks_every_language_and_comes_in_contrast_and_large(
    desk: Desk, language: str, look: dict[str, bool]
) -> None:
    content = pdf(desk, language=language, **look)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang).startswith(language)


def test_only_chosen_goals_and_municipalities_have_a_page(desk: Desk) -> None:
    told = report(pinned(desk), replace(ORDER, places=("gjovik",), goals=("concerts", "attendance")), words("nb"))
    assert [place.key for place in told.places] == ["gjovik"]
    assert {goal.standing.entry.key for goal in told.goals} == {"concerts", "attendance"}


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"period": "2031Q1"}, "unknown-period"),
        ({"places": ("oslo",)}, "unknown-place"),
        ({"goals": ("peace",)}, "unknown-goal"),
        ({"edition": "2031-01-01"}, "unknown-edition"),
    ],
)
def test_what_is_not_there_is_told_by_name(desk: Desk, asked: dict[str, Any], reason: str) -> None:
    with pytest.raises(PaperFault, match=reason):
        pdf(desk, **asked)


def test_whatever_somebody_writes_is_text_and_is_set(desk: Desk) -> None:
    hard = "\u202e#heading[x] $x$ *b* \U0001f3b5 =1+1 \\u{41} \u200f \t" + "æøå \U0001f3b6 \u05d0\u05d1 " * 180
    told = report(pinned(desk), ORDER, words("nb"))
    named = replace(told.goals[0].verdict, name=hard, text=hard[:40])
    odd = replace(told, goals=[replace(told.goals[0], verdict=named, sentence=hard)] * 30, verdicts=[named] * 30)
    content, _ = pages.finished(Pages("report", shown.content(odd, ORDER, words("nb"))))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert len(document.pages) > 60


def test_the_typeface_can_show_all_we_say_it_can(desk: Desk) -> None:
    for file in FONTS.glob("*.otf"):
        known = set(TTFont(file).getBestCmap())
        ours = {code for code in range(0x20, 0x3000) if not pages._NOT_SHOWN.match(chr(code))}
        assert ours - known == set(), file.name
    assert {ord(shape) for shape in SHAPES.values()} <= ours


def test_a_picture_is_the_screens_own_drawing_without_what_is_only_pointed_at(desk: Desk) -> None:
    told = report(pinned(desk), ORDER, words("nb"))
    goal = next(one for one in told.goals if not one.picture.chart.frame.is_empty())
    spec = shown.drawing(goal.picture.chart, 600)
    drawn = svg(spec)
    assert "tooltip" not in drawn
    assert drawn == svg(spec)
    assert palette()[0] in drawn
    assert not re.search(r"https?://(?!www\.w3\.org)", drawn)
    assert 'font-family="Inter"' in drawn
