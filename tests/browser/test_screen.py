"""The screen as people see it: one picture, slides that fit, links and keys that lead, nothing that jumps."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.desk import Desk
from dashboard.desk.settings import Settings
from dashboard.language.words import words
from tests import made_up

NB = words("nb")
SIZES = [(1280, 720), (1280, 800), (1920, 1080)]
LAST = date.today().replace(day=1)
# What reaches below the foot or beside the window, and words that are cut.
OUTSIDE = """() => {
  const foot = document.querySelector('.st-key-meeting-foot').getBoundingClientRect().top;
  const found = [];
  const main = document.querySelector('[data-testid=stMain]');
  for (const one of main.querySelectorAll('h1, p, li, input, button, table, svg, label')) {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || one.closest('.st-key-meeting-foot, .unseen, .st-key-demo')) continue;
    if (one.closest('.st-key-meeting-minutes')) continue; // a long list scrolls in its own frame
    if (box.bottom > foot + 1 || box.right > innerWidth + 1) found.push([one.tagName, one.textContent.slice(0, 40)]);
  }
  const words = document.querySelector('.slide-words');
  if (words && words.scrollHeight > words.clientHeight + 1) found.push(['cut', words.textContent.slice(0, 40)]);
  return found;
}"""


@pytest.fixture(scope="module")
def filled(
    serving: Callable[[Path], AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A year of concerts and appointments, with no, three and ten decisions on goals, and one for a municipality."""
    folder = tmp_path_factory.mktemp("screen")
    desk = Desk(Settings(f"sqlite:///{folder}/samspill.sqlite", "gjovik", folder / "samspill.key"))
    first = date(LAST.year - 1, LAST.month, 1)
    for name, make in (("o", made_up.attendance), ("k", made_up.concerts)):
        desk.keep(desk.receive(make(first, LAST), f"{name}.csv"))
    desk.publish()
    for goal, count in (("no_show", 3), ("attendance", 10)):
        for number in range(1, count + 1):
            text = f"Sak {number}/26: Vi prøver påminnelser på SMS og følger med på hvordan det går i alle kommunene"
            desk.decide(text, goal=goal, responsible="Musikkterapeutene og FACT-teamet", due="31.12.2027")
    desk.decide("Egen åpen gruppe på Lena", place="ostre_toten", responsible="Østre Toten kommune")
    desk.note("ostre_toten", first, LAST, "Terapeut sykmeldt, halv kapasitet")
    with serving(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 720})
    opened.add_init_script("""
      try { localStorage.setItem('samspill:tour', 'done') } catch {}
      window.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => {
        if (!one.hadRecentInput) window.shifted += one.value;
      })).observe({ type: 'layout-shift', buffered: true });
    """)
    yield opened
    opened.close()


def settled(page: Page) -> None:
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_timeout(400)


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_slide_fits_the_screen_with_no_three_and_ten_decisions(
    filled: str, page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    for slide in ("start", "mal.concerts", "mal.no_show", "mal.attendance", "kommune.ostre_toten", "tiltak.1", "slutt"):
        open_at(page, f"{filled}/mote?bilde={slide}&kommuner=ostre_toten")
        assert page.evaluate(OUTSIDE) == [], slide
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= height, slide
        if slide.startswith(("mal", "kommune")):
            drawn = page.locator(".slide-picture .course").bounding_box()
            assert drawn and drawn["height"] > 0.4 * height, slide
    if (width, height) == SIZES[0]:
        open_at(page, f"{filled}/mote?bilde=mal.attendance")
        expect(page.locator(".slide .folded")).to_have_text(NB("news-more", count=8))


def test_a_new_slide_has_the_readers_focus_and_so_is_read_aloud(filled: str, page: Page) -> None:
    open_at(page, f"{filled}/mote")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-meeting-counter")).to_contain_text("2 ")
    expect(page.locator('[data-testid="stMain"] h1')).to_be_focused(timeout=10_000)
    page.keyboard.press("v")  # and a field keeps it
    expect(page.locator(".st-key-meeting-decide input").first).to_be_focused(timeout=10_000)


@pytest.mark.parametrize(("width", "height", "rows"), [(1920, 1080, 7), (1280, 720, 4)])
def test_the_goals_are_seen_without_scrolling(filled: str, page: Page, width: int, height: int, rows: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_at(page, filled)
    expect(page.locator("table.board .on-scale > svg")).to_have_count(7)  # drawn, not only carried
    seen = [row.bounding_box() for row in page.locator("table.board tbody tr").all()]
    assert sum(box is not None and box["y"] + box["height"] <= height for box in seen) >= rows


def test_a_goal_is_gone_to_by_keyboard_without_a_reload(filled: str, page: Page) -> None:
    open_at(page, f"{filled}/?lang=nn")
    page.evaluate("window.notReloaded = true")
    page.locator('table.board a[href*="mal=no_show"]').press("Enter")
    page.wait_for_url("**/mal?*mal=no_show*")
    settled(page)
    expect(page.locator("#mal-no_show")).to_be_focused(timeout=10_000)
    assert page.evaluate("[document.documentElement.lang, window.notReloaded]") == ["nn", True]
    page.go_back()
    expect(page.locator("table.board")).to_be_visible(timeout=20_000)


def test_a_pressed_tile_chooses_its_municipality(filled: str, page: Page) -> None:
    open_at(page, f"{filled}/kommune")
    page.get_by_role("link", name="Vestre Toten").click()
    expect(page.get_by_role("heading", name="Vestre Toten", level=1)).to_be_visible(timeout=20_000)
    page.wait_for_url("**kommune=vestre_toten**")
    expect(page.get_by_role("link", name="Vestre Toten")).to_have_attribute("aria-current", "true")


def test_a_due_date_that_is_none_is_said_under_its_field_and_tied_to_it(filled: str, page: Page) -> None:
    open_at(page, f"{filled}/mote?bilde=mal.concerts")
    what, _, when = page.locator(".st-key-meeting-decide input").all()
    what.fill("Vi prøver")
    when.fill("når det passer")
    when.press("Enter")
    fault = page.locator('[class*="st-key-fault-due"]')
    expect(fault).to_contain_text(NB("minute-fault-due"), timeout=20_000)
    field = page.get_by_label(NB("decision-due"))
    expect(field).to_have_attribute("aria-invalid", "true")
    assert field.get_attribute("aria-describedby") == fault.get_attribute("id")
    expect(field).to_be_focused()
    expect(field).to_have_value("når det passer")


def test_the_buttons_of_a_picture_are_seen_when_they_have_focus(filled: str, page: Page) -> None:
    open_at(page, f"{filled}/oppmote")
    toolbar = page.get_by_test_id("stElementToolbar").first
    assert toolbar.evaluate("one => getComputedStyle(one).opacity") == "0"
    toolbar.get_by_role("button").last.focus()
    page.wait_for_function("document.activeElement.closest('[data-testid=stElementToolbar]')")
    expect(toolbar).to_have_css("opacity", "1")


def test_buttons_are_called_by_what_they_belong_to(filled: str, page: Page) -> None:
    open_at(page, f"{filled}/mal")
    for button in page.get_by_test_id("stMain").get_by_role("button", name=NB("goal-change")).all():
        assert (button.get_attribute("aria-label") or "").startswith(f"{NB('goal-change')}: ")
    open_at(page, f"{filled}/tiltak")
    named = page.get_by_role("button", name=f"{NB('decision-change')}: Vi prøver påminnelser")
    expect(named.first).to_be_visible()


@pytest.mark.parametrize("place", ["", "mal", "kommune", "inn", "oppmote", "videre", "samfunn", "datakvalitet"])
def test_nothing_jumps_while_a_page_comes(filled: str, page: Page, place: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_at(page, f"{filled}/{place}")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.shifted") <= 0.05


@pytest.mark.parametrize("place", ["", "mal", "kommune", "oppmote"])
def test_a_page_is_printed_unscrolled_with_every_picture_drawn(filled: str, page: Page, place: str) -> None:
    open_at(page, f"{filled}/{place}")
    page.emulate_media(media="print")
    page.wait_for_timeout(500)
    blank = page.evaluate("""() => [...document.querySelectorAll('.drawn, [data-testid="stVegaLiteChart"]')]
      .filter((one) => {
        const drawn = one.querySelector('svg'), box = drawn?.getBoundingClientRect();
        return !box || box.width < 8 || box.height < 8 || !drawn.querySelector('path, rect, line, circle, polyline');
      }).map((one) => one.className)""")
    assert blank == []
    assert page.get_by_test_id("stSidebar").is_visible() is False
