"""A steering group's secretary, from the notice a week ahead to the minutes after, and the next meeting's follow-up."""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from dashboard.sentences import goals as goal_sentences
from tests import made_up
from tests.dashboard.papers.test_typeset import pages_of
from tests.stores import database_at

pytestmark = pytest.mark.slow

NB = words("nb")
NOTICE, MEETING, AFTER, NEXT = date(2026, 2, 2), date(2026, 2, 9), date(2026, 2, 10), date(2026, 5, 4)
LATER = date(2026, 4, 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two years of concerts and a year of appointments, published for the meeting."""
    folder = tmp_path_factory.mktemp("week")
    desk = Desk(Settings(database_at(folder / "w.sqlite"), "gjovik", folder / "w.key"))
    coordinator = on(desk, date(2026, 1, 24), "Koordinatoren")
    for name, content in (
        ("k.csv", made_up.concerts(date(2024, 1, 1), date(2025, 12, 31))),
        ("o.csv", made_up.attendance(date(2025, 1, 1), date(2025, 12, 31))),
    ):
        coordinator.keep(coordinator.receive(content, name))
    coordinator.publish()
    return desk


def on(desk: Desk, day: date, who: str = "Sekretæren") -> Desk:
    return desk.then(datetime.combine(day, time(10)), who)


def paper(desk: Desk, kind: Kind, **asked: Any) -> bytes:
    (content,) = files_of(Order(kind, **asked), desk).values()
    return content


def rows_of(document: Any) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for table in document.tables for row in table.rows]


def test_the_week(office: Desk, tmp_path: Path) -> None:
    # A week ahead: the notice goes out, with report and slides.
    before = on(office, NOTICE)
    pin = before.pin()
    screen = {
        NB.said(standing.entry.name): goal_sentences.estimate(standing, NB)
        for standing in before.at(pin).standings()
        if standing.verdict.estimate is not None
    }
    assert len(screen) == 3
    asked = {"meeting": MEETING, "edition": pin}
    notice = Document(io.BytesIO(paper(before, Kind.AGENDA, **asked)))
    assert notice.paragraphs[0].text == "Innkalling til møte 09.02.2026"
    report = tmp_path / "report.pdf"
    report.write_bytes(paper(before, Kind.REPORT, **asked))

    # Every paper says of every goal what the screen says.
    shown = " ".join(" ".join(pages_of(report)).split())  # a wrapped name is one, and every space is one
    assert screen.items() <= {row[0]: row[1] for row in rows_of(notice) if len(row) == 4}.items()
    book = load_workbook(io.BytesIO(paper(before, Kind.WORKBOOK, **asked)))
    cells = {row[0].value: row[1] for row in book["Målene"].iter_rows(min_row=2)}
    pages = {
        page.shapes.title.text: page for page in Presentation(io.BytesIO(paper(before, Kind.SLIDES, **asked))).slides
    }
    for name, number in screen.items():
        assert " ".join(f"{name} {number}".split()) in shown
        assert number in [shape.text_frame.paragraphs[0].text for shape in pages[name].shapes if shape.has_text_frame]
        value = cells[name].value
        assert value == number or NB.percent(value) == number or NB.number(value) == number

    # The meeting decides; the day after, the minutes say it, with the numbers that were on the screen.
    held = on(office, MEETING, "Lederen")
    held.decide(
        "Sak 3/26: Åpen scene i hver kommune",
        goal="concerts",
        responsible="Kulturnettverket",
        due="15.04.2026",
        decided_on=MEETING,
    )
    after = on(office, AFTER)
    minutes = paper(after, Kind.MINUTES, meeting=MEETING, present="Kari (leder), Ola")
    document = Document(io.BytesIO(minutes))
    said = "\n".join(part.text for part in document.paragraphs)
    headings = [part.text for part in document.paragraphs if part.style.name.startswith("Heading")]
    assert headings[:2] == ["Til stede", "Saker og vedtak"]
    assert any(heading.startswith("Sak 3/26") for heading in headings)
    assert "Ansvarlig: Kulturnettverket. Frist: 15.04.2026." in said and "Kari (leder), Ola" in said
    assert f"sett={MEETING.isoformat()}.{pin.partition('.')[2]}" in said
    assert screen.items() <= {row[0]: row[1] for row in rows_of(document) if len(row) == 4}.items()

    # What is published and decided later changes no letter of what the meeting got, nor of its minutes.
    coordinator = on(office, LATER, "Koordinatoren")
    coordinator.keep(coordinator.receive(made_up.concerts(date(2026, 1, 1), date(2026, 3, 31), seed=9), "ny.csv"))
    coordinator.publish()
    later = on(office, NEXT)
    assert later.pin() != pin
    assert paper(later, Kind.REPORT, **asked) == report.read_bytes()
    assert paper(later, Kind.MINUTES, meeting=MEETING, present="Kari (leder), Ola") == minutes

    # The next notice asks what came of it: the date has gone by.
    following = Document(io.BytesIO(paper(office, Kind.AGENDA, meeting=office.today() + timedelta(days=7))))
    measures = [row for row in rows_of(following) if row[0] == "Åpen scene i hver kommune"]
    assert measures and measures[0][2:] == ("Kulturnettverket", "15.04.2026", "Over fristen")
    wanted = "\n".join(part.text for part in following.paragraphs)
    assert "Bestem ny frist, eller avslutt tiltaket: Åpen scene i hver kommune" in wanted
