"""What a secretary can rely on: agenda, minutes and yearly report, as documents to go on writing in."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document

from dashboard.counting.period import PeriodKind
from dashboard.desk import Desk
from dashboard.goals.standing import course
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, words
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.papers.paper_of import files_of
from dashboard.papers.report import SHORT
from dashboard.sentences import sentences
from tests import made_up
from tests.stores import database_at

pytestmark = pytest.mark.slow

NB = words("nb")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Two years of concerts, published, and what two meetings decided."""
    folder = tmp_path_factory.mktemp("written")
    settings = Settings(database_at(folder / "w.sqlite"), "gjovik", folder / "w.key")
    desk, year = Desk(settings), date.today().year - 1
    desk.keep(desk.receive(made_up.concerts(date(year - 1, 1, 1), date(year, 12, 31)), "k.csv"))
    desk.publish()
    desk.decide(
        "Sak 14/26: Åpen scene i hver kommune",
        goal="concerts",
        responsible="Kulturnettverket",
        due="31.12.2031",
        decided_on=date(2026, 3, 12),
    )
    desk.decide("Sak 15/26: =Ventelista \U0001f3b5 gås gjennom", place="gjovik", decided_on=date(2026, 3, 12))
    desk.decide("Noe annet", decided_on=date(2026, 1, 5))
    return settings


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return Desk(settings)


def made(desk: Desk, kind: Kind, **more: Any) -> bytes:
    (content,) = files_of(Order(kind, **more), desk).values()
    return content


def read(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def said(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(part.text for part in document.paragraphs), *cells])


def headings(document: Any) -> list[str]:
    return [part.text for part in document.paragraphs if part.style.name.startswith("Heading")]


def test_minutes_hold_the_meetings_decisions_case_by_case_and_no_others(desk: Desk) -> None:
    document = read(made(desk, Kind.MINUTES, meeting=date(2026, 3, 12), edition=desk.pin(), present="Kari, Ola"))
    assert {"Til stede", "Saker og vedtak", "Sak 14/26: 24 konserter i året", "Sak 15/26: Gjøvik"} <= set(
        headings(document)
    )
    text = said(document)
    assert "Åpen scene i hver kommune" in text
    assert "Ansvarlig: Kulturnettverket. Frist: 31.12.2031." in text
    assert "Kari, Ola" in text
    assert "Noe annet" not in text
    assert f"sett={desk.pin()}" in text
    assert "=Ventelista \U0001f3b5 gås gjennom" in text


def test_minutes_of_no_named_day_are_of_the_newest_meeting(desk: Desk) -> None:
    document = read(made(desk, Kind.MINUTES, edition=desk.pin()))
    assert document.paragraphs[0].text == "Referat fra møte 12.03.2026"
    assert document.paragraphs[0].style.name == "Title"


def test_an_agenda_says_what_waits_how_goals_stand_and_what_is_to_be_decided(desk: Desk) -> None:
    document = read(made(desk, Kind.AGENDA, meeting=date(2026, 12, 10)))
    assert {"Saksliste", "Oppfølging av tiltak", "Status på målene", "Vedtak som ønskes"} <= set(headings(document))
    assert "Åpen scene i hver kommune" in said(document)
    assert NB("paper-wanted-note") in said(document)
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in document.tables)


@pytest.mark.parametrize("kind", [Kind.GRANT, Kind.GRANT_TEXT])
def test_the_yearly_report_comes_as_pdf_and_as_text(desk: Desk, kind: Kind) -> None:
    year = date.today().year - 1
    content = made(desk, kind, period=f"{year}Q1")
    if kind is Kind.GRANT:
        with pikepdf.open(io.BytesIO(content)) as document:
            assert str(document.docinfo["/Title"]) == f"Rapport om bruk av tilskudd i {year}"
            assert document.Root.MarkInfo.Marked
        return
    document = read(content)
    parts = ("goals", "deviations", "reached", "surveys", "public", "accounts")
    assert {NB(f"paper-grant-{part}") for part in parts} <= set(headings(document))
    concerts = desk.figure("concerts", next(one for one in desk.periods() if one.code == str(year)))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["Konserter", NB.number(concerts.value or -1)] in [row[:2] for row in rows]
    assert "Statsforvalteren i Innlandet" in said(document)


def test_the_yearly_report_tells_how_a_goal_stood_when_the_year_ended_and_how_it_stands(desk: Desk) -> None:
    year = next(period for period in desk.periods() if period.kind is PeriodKind.YEAR)
    document = read(made(desk, Kind.GRANT_TEXT, period=year.code))
    table = next(each for each in document.tables if each.rows[0].cells[-1].text == NB("paper-grant-now"))
    assert table.rows[0].cells[-2].text == NB("paper-grant-then", year=str(year.year))
    stood = {row.cells[0].text: row.cells[-2].text for row in table.rows[1:]}
    for standing in desk.standings():
        ended = [each.verdict for each in course(standing) if each.period.last == year.last]
        status = sentences.status(ended[0] if ended else standing.verdict, NB)
        assert stood[NB.said(standing.entry.name)] == status
        told = f"{status}. Nå:" in said(document)
        assert told or (ended[0] if ended else standing.verdict).status not in SHORT


def test_a_year_that_is_not_published_is_told(desk: Desk) -> None:
    with pytest.raises(PaperFault, match="unpublished-year"):
        made(desk, Kind.GRANT, period="2031")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.AGENDA, Kind.MINUTES, Kind.GRANT_TEXT])
def test_they_speak_every_language_and_come_out_the_same(
    desk: Desk, settings: Settings, kind: Kind, language: str
) -> None:
    order = {"language": language, "edition": desk.pin()}
    content = made(desk, kind, **order)
    assert content == made(Desk(settings), kind, **order)
    language_of = read(content).styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert language_of[0].startswith(language)


def test_the_houses_own_template_gives_its_styles_head_and_foot(desk: Desk) -> None:
    template = Document()
    template.styles["Heading 1"].font.name = "Georgia"
    template.sections[0].header.paragraphs[0].text = "Gjøvik kommune"
    template.sections[0].footer.paragraphs[0].text = "Postboks 630"
    template.add_paragraph("Dette skal bort")
    stream = io.BytesIO()
    template.save(stream)
    document = read(made(desk, Kind.MINUTES, template=stream.getvalue(), edition=desk.pin()))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.sections[0].header.paragraphs[0].text == "Gjøvik kommune"
    assert document.sections[0].footer.paragraphs[0].text == "Postboks 630"
    assert "Dette skal bort" not in said(document)
    assert "utgave" in said(document)


def test_a_template_without_our_styles_still_gives_a_whole_paper(desk: Desk) -> None:
    template = Document()
    for name in ("Title", "Heading 1", "Heading 2", "List Bullet", "Table Grid"):
        template.styles[name].delete()
    stream = io.BytesIO()
    template.save(stream)
    content = made(desk, Kind.AGENDA, template=stream.getvalue())
    assert NB("paper-wanted") in said(read(content))


@pytest.mark.parametrize("template", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", Path(__file__).read_bytes()])
def test_a_broken_template_is_a_sentence(desk: Desk, template: bytes) -> None:
    with pytest.raises(PaperFault, match="broken-template"):
        made(desk, Kind.MINUTES, template=template)
