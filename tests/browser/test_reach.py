"""Whoever cannot use a mouse, and whoever is new here, get all the way."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FileChooser, Page, expect

from dashboard.language.words import words

NB = words("nb")
# What has focus, and whether it or what it stands in is drawn with a ring.
FOCUSED = """() => {
  const here = document.activeElement;
  const ringed = (one) => ['outlineStyle', 'boxShadow'].some((name) => getComputedStyle(one)[name] !== 'none');
  let seen = false;
  for (let one = here, up = 0; one && up < 5 && !seen; one = one.parentElement, up++) seen = ringed(one);
  return [here.tagName, here.getAttribute('aria-label') ?? here.textContent.slice(0, 40), seen];
}"""


def settled(page: Page) -> None:
    page.wait_for_selector('[data-testid="stMain"] h1', timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_selector("html[data-settled]", state="attached", timeout=60_000)
    page.wait_for_timeout(300)


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Press Tab until the thing of that name has focus; every stop on the way is seen to have it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        tag, said, seen = page.evaluate(FOCUSED)
        assert seen, (tag, said)
        if name in said:
            return
    pytest.fail(f"no way to {name} with Tab")


def test_from_the_start_page_to_a_chosen_file_by_keyboard_alone(empty: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    # Listened for from the start: the browser is asked to hand over its file dialogs when the first listener
    # comes, and a dialog that opens before the browser has heard that is nobody's.
    opened: list[str] = []

    def open_(chooser: FileChooser) -> None:
        opened.append(chooser.page.url)

    page.on("filechooser", open_)
    page.goto(empty)
    settled(page)
    tab_to(page, NB("browser-skip"), most=2)
    tab_to(page, NB("upload-title"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/last-opp")
    expect(page.get_by_role("heading", name=NB("upload-title"), level=1)).to_be_visible()
    settled(page)
    tab_to(page, NB("browser-upload"))
    with page.expect_file_chooser() as chosen:
        page.keyboard.press("Enter")
    assert len(opened) == 1
    file = tmp_path / "tom.csv"
    file.write_bytes(b"")
    chosen.value.set_files(file)
    expect(page.get_by_test_id("stFileChips")).to_contain_text("tom.csv")
    page.close()


def test_the_five_sentences_go_away_for_good_by_keyboard_too(empty: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(empty)
    settled(page)
    tour = page.locator(".st-key-tour")
    expect(tour.get_by_role("listitem")).to_have_count(5)
    tour.get_by_role("button", name=NB("tour-done")).press("Enter")
    expect(tour).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "H1"  # the reader's place is not lost
    again = context.new_page()
    again.goto(empty)
    settled(again)
    expect(again.locator(".st-key-tour")).to_be_hidden()
    context.close()


def test_the_statement_says_how_far_whom_to_tell_and_who_supervises(empty: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{empty}/tilgjengelighet")
    settled(page)
    for part in ("status", "unmet", "tried", "feedback", "supervision"):
        expect(page.get_by_role("heading", name=NB(f"accessibility-{part}-title"), exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("uutilsynet"))).to_have_attribute(
        "href", "https://www.uutilsynet.no"
    )
    page.close()
