"""The main job in a real browser: a coordinator's files in, numbers and goals on the shared screen."""

import re
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.language.words import words
from tests import made_up
from tests.browser.reading import APART, CUT, FIT, JUMPS, MOST_JUMPED

NB = words("nb")
PLACES = [
    "",
    "mal",
    "kommune",
    "inn",
    "oppmote",
    "videre",
    "samfunn",
    "mote",
    "tiltak",
    "papirer",
    "last-opp",
    "datakvalitet",
    "logg",
    "hjelp",
    "om-tallene",
    "tilgjengelighet",
]
# Language, width, theme. 320 is what is left of a wide window at 400 %.
OPENED = [("nb", 1920, "light"), ("nn", 320, "dark"), ("en", 390, "dark"), ("nn", 1920, "dark")]
LAST = date.today().replace(day=1)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("files")
    first = date(
        LAST.year if LAST.month > 9 else LAST.year - 1, LAST.month - 9 if LAST.month > 9 else LAST.month + 3, 1
    )
    made = {
        "oppmote.csv": made_up.attendance(first, LAST),
        "henvisninger.csv": made_up.referrals(first, LAST),
        "konserter.csv": made_up.concerts(first, LAST),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def settled(page: Page) -> None:
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=30_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_selector("html[data-settled]", state="attached", timeout=60_000)
    page.wait_for_timeout(300)


def visit(page: Page, url: str) -> list[str]:
    """Open a page and return what the browser complained of."""
    heard: list[str] = []
    page.on("pageerror", lambda fault: heard.append(str(fault)))
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.goto(url)
    settled(page)
    return heard


@pytest.fixture(scope="module")
def published(server: str, browser: Browser, files: list[Path]) -> str:
    """The files dropped in, kept and published by hand, as a coordinator does it."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(page, f"{server}/last-opp")
    page.locator('input[type="file"]').set_input_files([str(file) for file in files])
    keep = page.get_by_role("button", name=NB("upload-keep", count=3))
    expect(keep).to_be_enabled(timeout=60_000)
    keep.press("Enter")  # not clicked: the button moves while the pictures above it are drawn
    publish = page.get_by_role("button", name=re.compile(NB("publish-now") + "$"))
    expect(publish).to_be_enabled(timeout=60_000)
    publish.press("Enter")
    page.get_by_text(NB("publish-nothing")).wait_for(timeout=300_000)
    page.close()
    return server


def test_uploaded_files_become_goals_on_the_shared_screen(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    assert visit(page, published) == []
    expect(page.get_by_text("mål er nådd").first).to_be_visible(timeout=30_000)
    expect(
        page.get_by_text(NB("status-cannot-judge")).or_(page.get_by_text(NB("status-reached"))).first
    ).to_be_visible()
    page.close()


def test_a_pasted_link_opens_the_same_view(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(page, f"{published}/kommune")
    page.get_by_role("combobox", name=NB("choose-place")).click()
    page.get_by_role("option", name="Vestre Toten").click()
    page.wait_for_url("**kommune=vestre_toten**")
    settled(page)
    other = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(other, page.url)
    expect(other.get_by_text("Vestre Toten ved siden av de andre")).to_be_visible()
    page.go_back()
    settled(page)
    expect(page.get_by_text(NB("municipality-lead-all"))).to_be_visible()
    page.close()
    other.close()


def test_the_choice_of_municipality_follows_from_page_to_page(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(page, f"{published}/kommune?kommune=gjovik")
    page.get_by_role("link", name=NB("attendance-title"), exact=True).click()
    page.wait_for_url("**/oppmote?kommune=gjovik")
    expect(page.get_by_text("Her er Gjøvik.")).to_be_visible()
    page.close()


@pytest.mark.parametrize(("language", "width", "theme"), OPENED)
def test_every_page_opens_accessible_and_without_a_fault_or_sideways_scrolling(
    published: str, browser: Browser, language: str, width: int, theme: Literal["light", "dark"]
) -> None:
    height = 1080 if width > 1000 else 844
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
    page.add_init_script(JUMPS)
    for place in PLACES:
        heard = visit(page, f"{published}/{place}?lang={language}")
        assert heard == [], place
        assert page.evaluate("jumped") <= MOST_JUMPED, place
        assert page.locator('[data-testid="stException"]').count() == 0, place
        wide = page.evaluate(
            "(() => { const m = document.querySelector('[data-testid=\"stMain\"]');"
            " return m.scrollWidth - m.clientWidth })()"
        )
        assert wide <= 0, place
        faults = Axe().run(page).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == [], place
        assert page.evaluate(CUT) == [], place
        page.add_style_tag(content=APART)
        page.wait_for_timeout(100)
        assert page.evaluate(CUT) == [], place
    page.close()


def test_no_page_jumps_when_it_is_gone_to_or_narrowed(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.add_init_script(JUMPS)
    visit(page, f"{published}/oppmote")
    page.get_by_role("combobox", name=NB("choose-place")).click()
    page.get_by_role("option", name="Gjøvik").click()
    expect(page.get_by_text("Her er Gjøvik.")).to_be_visible()
    settled(page)
    for name in ("municipality", "goals", "upload"):
        page.get_by_role("link", name=NB(f"{name}-title"), exact=True).first.click()
        page.wait_for_timeout(300)
        settled(page)
        assert page.evaluate("jumped") <= MOST_JUMPED, name
        page.evaluate("jumped = 0")
    page.close()


def test_on_paper_a_page_is_its_content_with_the_day_of_its_numbers(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="dark")
    visit(page, f"{published}/oppmote")
    dated = page.locator(".on-paper")
    expect(dated).to_be_hidden()
    page.emulate_media(media="print")
    expect(dated).to_contain_text(NB("numbers-as-of", model="Gjøvik-regionen", day=NB.day(date.today())))
    for gone in ("stSidebar", "stHeader", "stElementToolbar", "stExpander"):
        assert not any(one.is_visible() for one in page.get_by_test_id(gone).all()), gone
    # Not cut at the window's foot, and dark ink though the screen is dark.
    assert page.evaluate("document.documentElement.scrollHeight") > 1500
    assert page.locator("h1").evaluate("title => getComputedStyle(title).color") == "rgb(26, 26, 26)"
    page.close()


def test_a_charts_numbers_are_taken_away_in_our_words_and_not_in_streamlits(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    visit(page, f"{published}/oppmote")
    page.get_by_test_id("stVegaLiteChart").first.hover()
    expect(page.get_by_role("button", name=re.compile("^" + NB("browser-fullscreen"))).first).to_be_visible()
    for unwanted in ("browser-show-data", "browser-picture-recipe"):
        assert page.get_by_role("button", name=re.compile("^" + NB(unwanted))).count() == 0
    page.get_by_text(NB("chart-table")).first.click()
    with page.expect_download() as got:  # pressed, not clicked: the button moves while its fold opens
        page.get_by_role("button", name=NB("chart-download")).first.press("Enter")
    assert got.value.suggested_filename == "oppmote.csv"
    taken = Path(got.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert taken[0] == "Oppmøte, hele regionen"
    assert "Periode;Verdi;Usikkerhet" in taken
    assert taken[-2:] == ["Kilde: Samspill, Gjøvik-regionen", f"Publiserte tall, sist endret {NB.day(date.today())}"]
    page.close()


def test_what_a_key_number_means_is_opened_and_closed_with_the_keyboard(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    visit(page, f"{published}/oppmote")
    asked = page.get_by_role("button", name=NB("figure-what", name=NB("indicator-attendance-rate")))
    meaning = page.get_by_text(NB("indicator-attendance-rate.definition"), exact=True).first
    expect(meaning).to_be_hidden()
    asked.press("Enter")
    expect(meaning).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.close()


def test_charts_are_drawn_and_say_their_finding(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(page, f"{published}/oppmote")
    pictures = page.locator('[data-testid="stVegaLiteChart"]')
    expect(pictures).to_have_count(5, timeout=30_000)
    expect(page.locator(".vega-embed .marks")).to_have_count(5, timeout=30_000)
    settled(page)
    # Another municipality moves the drawings and says the new findings; nothing is drawn anew.
    said = "[...document.querySelectorAll('svg.marks')].map(one => one.getAttribute('aria-label'))"
    before = page.evaluate(said)
    assert before[0].startswith("Oppmøte: ")
    page.evaluate("window.drawn = [...document.querySelectorAll('svg.marks')].slice(0, 1)")
    page.get_by_role("combobox", name=NB("choose-place")).click()
    page.get_by_role("option", name="Gjøvik", exact=True).click()
    page.wait_for_url("**kommune=gjovik**")
    settled(page)
    page.wait_for_function(f"{said}[0] !== {before[0]!r}")
    assert page.evaluate("window.drawn.every(one => one.isConnected)")
    page.close()


def test_a_file_that_is_no_spreadsheet_leaves_the_page_standing(
    published: str, browser: Browser, tmp_path: Path
) -> None:
    fake = tmp_path / "rapport.xlsx"
    fake.write_bytes(b"%PDF-1.7 not a workbook")
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    visit(page, f"{published}/last-opp")
    page.locator('input[type="file"]').set_input_files(str(fake))
    expect(page.get_by_text(NB("refused-pdf"))).to_be_visible(timeout=30_000)
    expect(page.get_by_role("heading", name=NB("history-title"))).to_be_visible()
    page.close()


def test_a_meeting_is_held_with_the_keyboard_alone(published: str, browser: Browser) -> None:
    """Open, look at two goals, decide on both, read what was decided, leave; and come back where one was."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.goto(f"{published}/mote")
    counter = page.locator(".st-key-meeting-counter")
    expect(counter).to_contain_text("1 ", timeout=30_000)
    page.wait_for_url("**sett=**")  # the numbers are frozen
    settled(page)
    expect(page.locator('[data-testid="stSidebar"]')).to_be_hidden()
    for number, key in (("2", "ArrowRight"), ("3", "Space")):
        page.keyboard.press(key)
        expect(counter).to_contain_text(f"{number} ", timeout=20_000)
        settled(page)
        page.keyboard.press("v")
        expect(page.locator(".st-key-meeting-decide input").first).to_be_focused(timeout=20_000)
        page.keyboard.type(f"Sak {number}/26: Vi går videre med dette")  # spaces and arrows are the field's own
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")
        page.keyboard.type("Kulturnettverket")
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"Sak {number}/26 ·").first).to_be_visible(timeout=20_000)
        expect(counter).to_contain_text(f"{number} ")
    was = page.url
    page.reload()
    expect(page.get_by_text("Sak 3/26 ·").first).to_be_visible(timeout=30_000)
    assert page.url == was
    settled(page)
    page.keyboard.press("End")
    expect(page.get_by_role("heading", name=NB("meeting-decided", count=2))).to_be_visible(timeout=20_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name=NB("overview-title"))).to_be_visible(timeout=20_000)
    assert heard == []
    page.close()


def test_a_slide_fits_with_no_decisions_three_and_ten(published: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    visit(page, f"{published}/mote?bilde=mal.no_show")
    settled(page)
    field = page.locator(".st-key-meeting-decide input").first
    heights: dict[tuple[int, int], list[float]] = {}
    written = 0
    for most in (0, 3, 10):
        for number in range(written + 1, most + 1):
            field.fill(f"Sak {60 + number}/26: Tiltak nummer {number} prøves ut fram til neste møte")
            field.press("Enter")
            expect(field).to_have_value("", timeout=20_000)
            settled(page)
        written = most
        for width, height in ((1280, 720), (1280, 800), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(200)
            scrolled, room, picture = page.evaluate(FIT)
            assert (scrolled, room >= 0) == (0, True), (most, width, height)
            heights.setdefault((width, height), []).append(picture)
    for three_and_ten in heights.values():
        assert three_and_ten[1] == three_and_ten[2] > 0.8 * three_and_ten[0]  # what is more is folded to "8 til"
    page.close()
