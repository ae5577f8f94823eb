"""The frame around the pages speaks the reader's language: not a word of Streamlit's own in Norwegian."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.language.words import LANGUAGES, source, words
from dashboard.serving.server import browser_words

PLACES = [
    "",
    "mal",
    "kommune",
    "inn",
    "oppmote",
    "videre",
    "samfunn",
    "last-opp",
    "datakvalitet",
    "hjelp",
    "om-tallene",
    "tilgjengelighet",
]
# The pages with every kind of piece that Streamlit has words of its own for: enough for the other languages.
EVERY_PIECE = ["", "mal", "last-opp", "datakvalitet"]
OPENED = [
    *(("nb", 1920, 1080, place) for place in PLACES),
    *(("nb", 390, 844, place) for place in PLACES),
    *(("nn", 1920, 1080, place) for place in EVERY_PIECE),
]
NB = words("nb")
HOLES = {"size": r"[\d.,]+\s?[kKMG]?B", "count": r"\d+", "all": r"\d+", "code": r"\d+"}
# Words that are the same in both languages, and the kinds of files we read.
SHARED = {"Logo", "• XLSX, XLSM, XLS, XLSB, ODS, CSV, TSV, TXT"}
# Every text and spoken attribute with where it stands; icons are drawn by their names, so those are left out.
EVERYTHING = """() => {
  const found = [], silent = 'script, style, noscript, [translate="no"]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const place = node.parentElement, peoples = 'table, svg, canvas, ' +
      '[data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"], [data-testid="stFileChipName"]';
    if (node.data.trim() && !place.closest(silent)) found.push([node.data.trim(), !!place.closest(peoples)]);
  }
  for (const element of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-tooltip'])
      if (element.getAttribute(name) && !element.closest('svg, canvas'))
        found.push([element.getAttribute(name).trim(), element.matches('[data-testid="stFileChipName"]')]);
  return found;
}"""


def pattern(message: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", message)
    return re.compile(
        "".join(HOLES.get(part, ".+?") if index % 2 else re.escape(part) for index, part in enumerate(parts)), re.DOTALL
    )


def streamlits(language: str) -> dict[str, re.Pattern[str]]:
    """Streamlit's own words, where this language has others."""
    return {said: pattern(said) for said, ours in browser_words(language).items() if said != ours}


@cache
def ours(language: str) -> list[re.Pattern[str]]:
    """Everything a language can say, with anything at all where something is filled in."""

    def text(part: ast.TextElement | ast.Placeable) -> str:
        if isinstance(part, ast.TextElement):
            return part.value
        expression = part.expression
        return f"{{{expression.id.name}}}" if isinstance(expression, ast.VariableReference) else "{any}"

    messages = FluentResource(source(language)).body
    values = [
        "".join(text(part) for part in value.elements)
        for entry in messages
        if isinstance(entry, ast.Message)
        for value in (entry.value, *(attribute.value for attribute in entry.attributes))
        if value is not None
    ]
    return [pattern(value) for value in values if "{size}" in value or re.search(r"\w\w", re.sub(r"{\w+}", "", value))]


def everything(page: Page) -> list[tuple[str, bool]]:
    """What the page says and shows, each with whether people wrote it."""
    return [(text, peoples) for text, peoples in page.evaluate(EVERYTHING)]


def english(page: Page, language: str = "nb") -> list[str]:
    """What the page says in Streamlit's own words. People may well call a file "Remove all"."""
    theirs = streamlits(language)
    return [
        text
        for text, peoples in everything(page)
        if text in theirs or (not peoples and any(one.fullmatch(text) for one in theirs.values()))
    ]


def unchosen(page: Page, language: str = "nb") -> list[str]:
    """What the frame says that is in no file of ours."""
    names = {"Gjøvik", "Østre Toten", "Vestre Toten", "Søndre Land", "Nordre Land"} | SHARED
    names |= {words(one)("language-name") for one in LANGUAGES}
    return [
        text
        for text, peoples in everything(page)
        if not peoples and text not in names and not any(one.fullmatch(text) for one in ours(language))
    ]


def settled(page: Page) -> None:
    """The page is drawn and the script has come to rest; our words come within a frame."""
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_selector("html[data-settled]", state="attached", timeout=60_000)
    page.wait_for_timeout(300)


def listen(page: Page) -> list[str]:
    """What the browser complains of, from now on."""
    heard: list[str] = []
    page.on("pageerror", lambda fault: heard.append(str(fault)))
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.on("response", lambda got: heard.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    return heard


@pytest.fixture(scope="module")
def acquainted(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been here before, as most have: it need not fetch and read all of Streamlit for every page."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    yield context
    context.close()


@pytest.fixture
def page(acquainted: BrowserContext) -> Iterator[Page]:
    opened = acquainted.new_page()
    yield opened
    opened.close()


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def choose(page: Page, field: str, option: str) -> None:
    page.get_by_role("combobox", name=field).click()
    page.get_by_role("option", name=option, exact=True).click()


@pytest.mark.parametrize(("language", "width", "height", "place"), OPENED)
def test_a_norwegian_page_has_no_word_of_streamlits_and_no_fault(
    empty: str, page: Page, place: str, language: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    heard = listen(page)
    open_at(page, f"{empty}/{place}" + ("" if language == "nb" else f"?lang={language}"))
    assert page.evaluate("document.documentElement.lang") == language
    assert re.fullmatch(r"\S.* – Samspill", page.title())
    assert english(page, language) == []
    assert unchosen(page, language) == []
    assert heard == []


@pytest.mark.parametrize("place", EVERY_PIECE)
def test_an_english_page_has_streamlits_own_words_and_no_fault(empty: str, page: Page, place: str) -> None:
    heard = listen(page)
    open_at(page, f"{empty}/{place}?lang=en")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert {"Skip to main content", "Sidebar", "App pages", "Collapse sidebar"} <= set(english(page))
    assert heard == []


def test_the_browsers_own_language_does_not_matter(empty: str, browser: Browser) -> None:
    for foreign in ("en-US", "de-DE"):
        context = browser.new_context(locale=foreign)
        page = context.new_page()
        open_at(page, empty)
        assert page.evaluate("[navigator.language, document.documentElement.lang]") == ["nb-NO", "nb"]
        context.close()


def test_changing_the_language_changes_the_frame_at_once_and_back_again(empty: str, page: Page) -> None:
    open_at(page, f"{empty}/last-opp")
    page.evaluate("window.notReloaded = true")
    norwegian = {text for text, peoples in everything(page) if not peoples}
    choose(page, NB("choose-language"), "English")
    page.wait_for_url("**lang=en")
    settled(page)
    assert page.evaluate("[document.documentElement.lang, navigator.language]") == ["en", "en-GB"]
    assert {"Skip to main content", "Upload", "50MB per file"} <= set(english(page))
    choose(page, words("en")("choose-language"), NB("language-name"))
    page.wait_for_url(re.compile("last-opp$"))
    settled(page)
    assert page.evaluate("[document.documentElement.lang, navigator.language]") == ["nb", "nb-NO"]
    assert english(page) == []
    assert norwegian <= {text for text, _ in everything(page)}
    assert page.evaluate("window.notReloaded")


def test_the_language_stays_from_page_to_page_without_a_flicker(empty: str, page: Page) -> None:
    open_at(page, f"{empty}/?lang=en")
    page.evaluate("""() => {
      window.languages = [];
      new MutationObserver(() => window.languages.push(document.documentElement.lang))
        .observe(document.documentElement, { attributeFilter: ['lang'] });
    }""")
    for key in ("goals", "upload", "measures"):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=words("en")(f"{key}-title")).click()
        page.wait_for_url("**lang=en")
        settled(page)
        assert "Skip to main content" in english(page)
    page.go_back()
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert set(page.evaluate("window.languages")) <= {"en"}


def test_menus_fields_and_explanations_are_norwegian_when_they_open(empty: str, page: Page) -> None:
    open_at(page, f"{empty}/last-opp")
    field = page.get_by_role("combobox", name=NB("choose-language"))
    field.click()
    expect(page.get_by_role("option", name="English")).to_be_visible()
    page.wait_for_timeout(300)  # the number of choices is read aloud a little later
    assert (english(page), unchosen(page)) == ([], [])
    field.fill("xyz")
    expect(page.get_by_text(NB("browser-no-match"), exact=True)).to_be_visible()
    assert (english(page), unchosen(page)) == ([], [])
    page.keyboard.press("Escape")
    page.get_by_role("button", name=NB("browser-help-for", label=NB("upload-files"))).hover()
    expect(page.get_by_text(NB("upload-help"))).to_be_visible()
    page.get_by_test_id("stSidebar").hover()
    page.get_by_role("button", name=NB("browser-sidebar-hide")).click()
    expect(page.get_by_role("button", name=NB("browser-sidebar-show"))).to_be_visible()
    assert (english(page), unchosen(page)) == ([], [])


def test_a_file_that_cannot_be_taken_in_is_refused_in_norwegian(empty: str, page: Page, tmp_path: Path) -> None:
    picture, huge = tmp_path / "Remove all.png", tmp_path / "stor.csv"
    picture.write_bytes(b"\x89PNG")
    with huge.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    open_at(page, f"{empty}/last-opp")
    chooser = page.get_by_test_id("stFileUploaderDropzoneInput")
    chooser.set_input_files([picture, huge])
    chips = page.get_by_test_id("stFileChips")
    expect(chips).to_contain_text(NB("browser-upload-kind", kind="image/png"))
    expect(chips).to_contain_text(NB("browser-upload-too-big", size="50\u00a0MB"))
    assert (english(page), unchosen(page)) == ([], [])
    expect(page.get_by_text("Remove all.png", exact=True)).to_be_visible()
    page.get_by_role("button", name=NB("browser-upload-remove", name="stor.csv")).click()
    expect(chips).not_to_contain_text("stor.csv")


def test_dropping_files_is_explained_in_norwegian(empty: str, page: Page) -> None:
    open_at(page, f"{empty}/last-opp")
    page.get_by_test_id("stFileUploaderDropzone").evaluate("""zone => {
      const carried = new DataTransfer();
      carried.items.add(new File(['a'], 'a.csv'));
      zone.dispatchEvent(new DragEvent('dragenter', { dataTransfer: carried, bubbles: true, cancelable: true }));
    }""")
    expect(page.get_by_text(NB("browser-upload-drop"), exact=True)).to_be_visible()
    assert (english(page), unchosen(page)) == ([], [])


def test_a_link_to_a_page_that_is_not_there_is_answered_in_norwegian(empty: str, page: Page) -> None:
    page.goto(f"{empty}/finnes-ikke")
    expect(page.get_by_role("dialog")).to_contain_text(NB("browser-no-page-there"), timeout=60_000)
    settled(page)
    assert (english(page), unchosen(page)) == ([], [])


def test_lost_contact_is_told_in_norwegian(
    serving: Callable[[Path], AbstractContextManager[str]], page: Page, tmp_path: Path
) -> None:
    with serving(tmp_path) as address:
        open_at(page, address)
    expect(page.get_by_role("dialog")).to_contain_text(NB("browser-lost-here"), timeout=60_000)
    assert (english(page), unchosen(page)) == ([], [])


def test_a_page_at_rest_asks_nothing_of_the_machine(empty: str, page: Page) -> None:
    page.add_init_script("""
      const draw = window.requestAnimationFrame;
      window.drawn = 0;
      window.requestAnimationFrame = (what) => draw((at) => { if (what.name === 'sayNews') window.drawn++; what(at); });
    """)
    open_at(page, empty)
    page.wait_for_timeout(1000)
    before = page.evaluate("window.drawn")
    page.wait_for_timeout(2000)
    assert page.evaluate("window.drawn") == before
    assert before > 0


def test_icons_keep_their_shapes(empty: str, page: Page) -> None:
    open_at(page, f"{empty}/last-opp")
    assert page.get_by_test_id("stFileUploaderDropzone").get_by_test_id("stIconMaterial").inner_text() == "upload"
    assert NB("browser-upload") in {text for text, _ in everything(page)}
