"""What somebody can rely on when everything is hidden, the goals are thirty, and one has a name of 2 000 letters of all
kinds: each paper is whole, or there is one sentence."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pikepdf
import polars as pl
import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.cli import main
from dashboard.desk import Desk, the_desk
from dashboard.installation.settings import Settings
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from tests.dashboard.papers.test_typeset import pages_of
from tests.dashboard.wall.test_non_interference import files
from tests.stores import database_at

pytestmark = pytest.mark.slow

MODEL = Path(__file__).parents[3] / "data_sources" / "declared" / "models" / "gjovik.toml"
LONG = ("\u202eMål \u200f\U0001f3b5 for alle\u2066 som vil \u05d0\u05d1 spille, " * 60)[:2000].strip()
GOAL = """
[[goal]]
key = "more_{number}"
name = {{ nb = "{name}", nn = "{name}", en = "{name}" }}
indicator = "attendance_rate"
kind = "keep"
direction = "up"
target = 0.9{number:02d}
responsible = "Noen"
principles = ["recovery"]
"""
FEW = Counter({("gjovik", "individual", "fact"): 2, ("ostre_toten", "group", "dps"): 1})
REFERRED = Counter({("gjovik", "fact"): 1, ("ostre_toten", "dps"): 1})


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A quarter of three people, and thirty goals."""
    folder = tmp_path_factory.mktemp("hard")
    names = [LONG if number == 0 else f"Mål nummer {number}" for number in range(23)]
    more = "".join(GOAL.format(number=number, name=name) for number, name in enumerate(names))
    (folder / "model.toml").write_text(MODEL.read_text(encoding="utf-8") + more, encoding="utf-8")
    settings = Settings(database_at(folder / "h.sqlite"), str(folder / "model.toml"), folder / "h.key")
    desk = Desk(settings)
    for name, content in files(FEW, REFERRED).items():
        desk.keep(desk.receive(content, name))
    desk.publish()
    return settings


@pytest.fixture(scope="module")
def desk(settings: Settings) -> Desk:
    return Desk(settings)


def paper(desk: Desk, kind: Kind) -> bytes:
    (content,) = files_of(Order(kind, period="2025Q1"), desk).values()
    return content


def test_there_are_thirty_goals_and_not_one_person_is_shown(desk: Desk) -> None:
    assert len(desk.goals()) == 30
    published = desk.published().frame.filter(pl.col("indicator") == "participants")
    assert published.filter(pl.col("sign") == ":").height > 10
    assert published.filter(pl.col("value") > 0).height == 0


def test_a_pdf_is_whole_is_heard_and_has_a_page_for_every_goal(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(paper(desk, Kind.REPORT))
    with pikepdf.open(file) as document:
        assert document.Root.MarkInfo.Marked
    text = "\n".join(pages_of(file))
    assert all(f"Mål nummer {number}" in text for number in range(1, 23))
    # The typeface has no picture of the note, and turned directions are no letters.
    assert len(re.findall(r"Mål □ for alle som", " ".join(text.split()))) > 50
    assert not re.search("[\u202e\u200f\u2066\U0001f3b5]", text)
    assert re.search(r"Gjøvik\s+Deltakere\s+:", text)


def test_slides_are_whole_and_no_chart_draws_anybody(desk: Desk) -> None:
    read = Presentation(io.BytesIO(paper(desk, Kind.SLIDES)))
    titles = [page.shapes.title.text for page in read.slides]
    assert all(f"Mål nummer {number}" in titles for number in range(1, 23))
    assert any(title.startswith("Mål \U0001f3b5 for alle som vil") and title.endswith("…") for title in titles)
    values = [
        value
        for page in read.slides
        for shape in page.shapes
        if shape.has_chart and shape.name in {"Deltakere", "Oppmøte"}
        for series in shape.chart.plots[0].series
        if series.name == "Verdi"
        for value in series.values
    ]
    assert set(values) <= {None}


def test_a_workbook_is_whole_and_has_signs_where_numbers_would_be(desk: Desk) -> None:
    book = load_workbook(io.BytesIO(paper(desk, Kind.WORKBOOK)))
    assert len(list(book["Målene"].iter_rows())) == 31
    assert {cell.value for cell in book["Deltakere"][2][1:7]} <= {":", ".."}


@pytest.mark.parametrize("kind", [Kind.AGENDA, Kind.MINUTES])
def test_a_document_is_whole(desk: Desk, kind: Kind) -> None:
    document = Document(io.BytesIO(paper(desk, kind)))
    rows = [row.cells[0].text for table in document.tables for row in table.rows]
    assert {f"Mål nummer {number}" for number in range(1, 23)} <= set(rows)
    assert any("\U0001f3b5 for alle" in row and "\u202e" not in row for row in rows)


def test_other_tools_get_signs_and_no_number_of_anybody(desk: Desk) -> None:
    numbers = io.StringIO(files_of(Order(Kind.NUMBERS), desk)["numbers.csv"].decode())
    rows = [row for row in csv.DictReader(numbers) if row["indicator"].startswith("particip")]
    assert {row["value"] for row in rows} <= {"", "0"}
    assert sum(row["sign"] == ":" for row in rows) > 10


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    for name in ("SAMSPILL_DEMO", "SAMSPILL_SIGN_IN"):
        monkeypatch.setenv(name, "")
    for name, value in (("DATABASE", settings.database), ("MODEL", settings.model), ("KEY", str(settings.key))):
        monkeypatch.setenv(f"SAMSPILL_{name}", value)
    yield lambda *given: CliRunner().invoke(main, ["report", *given], catch_exceptions=False)
    the_desk.cache_clear()


def test_what_cannot_be_made_at_night_is_one_sentence_and_leaves_the_files_of_the_night_before(
    run, tmp_path: Path
) -> None:
    folder, template = tmp_path / "papers", tmp_path / "template.docx"
    assert run("--kind", "minutes", "--period", "2025-Q1", "--to", str(folder)).exit_code == 0
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    template.write_bytes(b"PK\x03\x04 no document")
    tried = {
        ("--kind", "minutes", "--period", "2031-Q4"): "2031Q4 er ikke publisert",
        ("--kind", "minutes,agenda", "--template", str(template)): "Malen kan ikke leses",
        ("--kind", "grant"): "Året er ikke publisert",
        ("--kind", "minutes", "--goal", "peace"): "peace",
    }
    for given, sentence in tried.items():
        result = run("--to", str(folder), *given)
        assert result.exit_code == 2
        assert sentence in result.stderr and len(result.stderr.splitlines()) == 1
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_full_disk_is_one_sentence(run, tmp_path: Path) -> None:
    (tmp_path / ".innkalling-til-mote-dato-settes-inn.docx.unfinished").symlink_to("/dev/full")
    result = run("--kind", "agenda", "--period", "2025-Q1", "--to", str(tmp_path))
    assert result.exit_code == 2
    assert "plass på disken" in result.stderr
    assert list(tmp_path.iterdir()) == []
