"""Files as people bring them: a folder, a drop, a large file, a connection that is lost on the way."""

import base64
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from dashboard.language.words import words

NB = words("nb")
HEADINGS = "Dato;Deltaker;Kommune;Status"
DROP = """(zone, files) => {
  const carried = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  for (const type of ['dragenter', 'dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
  }
}"""


@pytest.fixture(scope="module")
def house(
    serving: Callable[[Path], AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Samspill with nothing in it, for these tests to fill."""
    with serving(tmp_path_factory.mktemp("uploads")) as address:
        yield address


YEARS = count(2016)
"""A second try is of rows that the first one cannot have kept."""


def month(number: int, rows: int = 4, year: int = 2024) -> bytes:
    """Attendance in one month."""
    first = date(year, number, 1)
    lines = [f"{first + timedelta(days=row % 28):%d.%m.%Y};D{row:05};Gjøvik;møtt" for row in range(rows)]
    return "\r\n".join([HEADINGS, *lines]).encode()


def opened(browser: Browser, house: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{house}/last-opp")
    expect(page.get_by_role("heading", name=NB("upload-title"), level=1)).to_be_visible(timeout=60_000)
    expect(page.locator('input[type="file"]')).to_be_attached(timeout=30_000)
    return page


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=60_000)


def save(page: Page) -> None:
    """Pressed, not clicked: the button moves while the pictures above it are drawn."""
    button = page.get_by_role("button", name=NB("upload-keep", count=1))
    expect(button).to_be_enabled(timeout=60_000)
    button.press("Enter")


def test_a_folder_is_taken_in_with_what_lies_deeper_in_it(house: str, browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "Eksport"
    (folder / "vår").mkdir(parents=True)
    (folder / "jan.csv").write_bytes(month(1))
    (folder / "vår" / "mars.csv").write_bytes(month(3))
    (folder / "Les meg.docx").write_bytes(b"not a table")
    page = opened(browser, house)
    page.get_by_text(NB("upload-folder"), exact=True).click()
    chooser = page.locator('input[type="file"][webkitdirectory]')
    expect(chooser).to_be_attached(timeout=20_000)
    chooser.set_input_files(folder)
    heading(page, "jan.csv")
    heading(page, "mars.csv")
    expect(page.get_by_role("button", name=NB("upload-keep", count=2))).to_be_enabled(timeout=20_000)
    page.close()


def test_files_are_dropped_on_the_page(house: str, browser: Browser) -> None:
    page = opened(browser, house)
    files = [(f"m{number}.csv", base64.b64encode(month(number)).decode()) for number in (4, 5)]
    page.get_by_test_id("stFileUploaderDropzone").evaluate(DROP, files)
    heading(page, "m4.csv")
    heading(page, "m5.csv")
    page.close()


def test_a_large_file_is_read_beside_the_page_and_kept(house: str, browser: Browser, tmp_path: Path) -> None:
    large = tmp_path / "stor.csv"
    large.write_bytes(month(6, 20_000, next(YEARS)))
    page = opened(browser, house)
    page.locator('input[type="file"]').set_input_files(large)
    heading(page, "stor.csv")
    save(page)
    expect(page.get_by_text(NB("upload-kept", file="stor.csv", rows=20_000))).to_be_visible(timeout=60_000)
    page.close()


def test_a_connection_lost_while_saving_neither_loses_nor_doubles(house: str, browser: Browser, tmp_path: Path) -> None:
    large = tmp_path / "brudd.csv"
    large.write_bytes(month(7, 20_000, next(YEARS)))
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    lines: list[WebSocketRoute] = []

    def through(line: WebSocketRoute) -> None:
        lines.append(line)
        line.connect_to_server()

    page.route_web_socket(re.compile("_stcore/stream"), through)
    page.goto(f"{house}/last-opp")
    expect(page.locator('input[type="file"]')).to_be_attached(timeout=60_000)
    page.locator('input[type="file"]').set_input_files(large)
    heading(page, "brudd.csv")
    save(page)
    page.wait_for_timeout(300)
    lines[-1].close()
    page.wait_for_timeout(500)
    expect(page.get_by_text(NB("upload-kept", file="brudd.csv", rows=20_000))).to_be_visible(timeout=60_000)
    assert len(lines) > 1  # it was lost, and found again
    page.close()
    again = opened(browser, house)
    again.locator('input[type="file"]').set_input_files(large)
    expect(again.get_by_text(NB("upload-seen"))).to_be_visible(timeout=60_000)
    again.close()


def test_whoever_closes_the_window_while_saving_finds_the_file_kept(
    house: str, browser: Browser, tmp_path: Path
) -> None:
    large = tmp_path / "lukket.csv"
    large.write_bytes(month(8, 100_000))
    page = opened(browser, house)
    page.locator('input[type="file"]').set_input_files(large)
    heading(page, "lukket.csv")
    save(page)
    expect(page.get_by_text(NB("job-keeping"))).to_be_visible(timeout=30_000)
    page.close()
    again = opened(browser, house)
    for _ in range(30):  # the history is what it was when the page was opened
        if again.get_by_text(re.compile("lukket.csv")).count():
            break
        again.wait_for_timeout(1_000)
        again.reload()
        expect(again.locator('input[type="file"]')).to_be_attached(timeout=60_000)
    expect(again.get_by_text(re.compile("lukket.csv"))).to_have_count(1)
    again.close()
