"""What somebody who makes files from the command line, or has them made at night, can rely on."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from dashboard.desk import the_desk
from tests.stores import database_at

pytestmark = pytest.mark.slow


@pytest.fixture
def run(quarter: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("SAMSPILL_DATABASE", "SAMSPILL_MODEL", "SAMSPILL_DEMO"):
        monkeypatch.setenv(name, "")

    def command(*words: str, database: Path = quarter) -> Result:
        monkeypatch.setenv("SAMSPILL_KEY", str(database.with_suffix(".key")))
        return CliRunner().invoke(main, [*words, "--database", database_at(database)], catch_exceptions=False)

    yield command
    the_desk.cache_clear()


def test_export_writes_every_format_and_says_where(run, tmp_path: Path) -> None:
    result = run("export", "--to", str(tmp_path / "tall"))
    names = {path.name for path in (tmp_path / "tall").iterdir()}
    assert result.exit_code == 0
    assert {"numbers.csv", "definitions.csv", "codes.csv", "datapackage.json", "numbers.parquet"} <= names
    assert result.output.splitlines() == [str(tmp_path / "tall" / Path(line).name) for line in result.output.split()]


def test_export_of_one_format_writes_no_other(run, tmp_path: Path) -> None:
    assert run("export", "--to", str(tmp_path), "--format", "json-stat").exit_code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert "participants.json" in names
    assert not names & {"datapackage.json", "numbers.csv", "numbers.parquet"}


def test_an_edition_nobody_has_published_is_a_sentence_and_no_file(run, tmp_path: Path) -> None:
    result = run("export", "--to", str(tmp_path / "tall"), "--pin", "2031-01-01")
    assert result.exit_code == 2
    assert "2031-01-01" in result.output
    assert not (tmp_path / "tall").exists()


def test_nothing_published_is_a_sentence_and_no_file(run, tmp_path: Path) -> None:
    result = run("export", "--to", str(tmp_path / "tall"), database=tmp_path / "empty.sqlite")
    assert result.exit_code == 2
    assert "publiser først" in result.output
    assert not (tmp_path / "tall").exists()
