"""What somebody at a command line can rely on."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard import demonstration
from dashboard.cli import main
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from tests import made_up
from tests.stores import database_at

pytestmark = pytest.mark.slow


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    # The command sets the environment for the server it starts; the test puts it back.
    for name in ("SAMSPILL_DATABASE", "SAMSPILL_MODEL", "SAMSPILL_DEMO"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("SAMSPILL_KEY", str(tmp_path / "cli.key"))
    database = database_at(tmp_path / "cli.sqlite")

    def command(*words: str) -> Result:
        return CliRunner().invoke(main, [*words, "--database", database], catch_exceptions=False)

    return command


def write(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


def good(path: Path) -> str:
    return write(path, made_up.attendance(date(2025, 1, 2), date(2025, 2, 28)))


def test_help_explains_every_command() -> None:
    for words in ([], ["demo"], ["import"], ["publish"]):
        result = CliRunner().invoke(main, [*words, "--help"])
        assert result.exit_code == 0
        assert "--database" in result.output
        assert "--model" in result.output


@pytest.mark.parametrize("line", [("demo", "--port", "18123"), ("--port", "18123", "demo")])
def test_the_demo_is_served_on_the_port_that_is_asked_for_wherever_in_the_line_it_stands(
    run, line: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[int] = []
    monkeypatch.setattr("dashboard.commands.demo.own_process.begin", lambda work, ready: None)
    monkeypatch.setattr("dashboard.commands.demo.serve", lambda **network: served.append(network["port"]))
    assert run(*line).exit_code == 0
    assert served == [18123]


def test_import_ends_with_0_when_every_row_is_kept(run, tmp_path: Path) -> None:
    result = run("import", "--json", good(tmp_path / "a.csv"))
    line = json.loads(result.stdout)
    assert result.exit_code == 0
    counted = ["file", "table", "new", "changed", "unchanged", "failed", "refused"]
    assert list(line) == [*counted, "account", "hidden", "skipped", "questions"]
    assert line["account"]["unused"] == [] and line["questions"] == []
    assert line["table"] == "attendance"
    assert line["new"] > 100
    assert line["refused"] is None


def test_the_same_file_twice_changes_nothing(run, tmp_path: Path) -> None:
    first = json.loads(run("import", "--json", good(tmp_path / "a.csv")).stdout)
    again = json.loads(run("import", "--json", good(tmp_path / "a.csv")).stdout)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, first["new"])


def test_import_ends_with_1_when_a_row_fails_and_keeps_the_others(run, tmp_path: Path) -> None:
    rows = b"Dato;Deltaker;Kommune;Status\r\n05.03.2026;D1;Gjovik;x\r\nen gang;D2;Gjovik;x\r\n"
    result = run("import", "--json", write(tmp_path / "b.csv", rows))
    assert result.exit_code == 1
    assert json.loads(result.stdout) | {"new": 1, "failed": 1} == json.loads(result.stdout)


def test_import_ends_with_2_when_a_file_is_refused_and_takes_the_others(run, tmp_path: Path) -> None:
    result = run("import", "--json", write(tmp_path / "c.xlsx", b"%PDF-1.7 x"), good(tmp_path / "a.csv"))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert lines[0]["refused"] == "pdf"
    assert lines[1]["new"] > 100


def test_a_file_that_is_not_there_gets_a_sentence(run, tmp_path: Path) -> None:
    result = run("import", str(tmp_path / "borte.xlsx"))
    assert result.exit_code == 2
    assert "Vi finner ikke filen" in result.stderr


def test_ids_that_excel_has_broken_are_noticed(run, tmp_path: Path) -> None:
    rows = b"Dato;Deltaker;Kommune;Status\r\n05.03.2026;2.98725E+13;Gjovik;x\r\n"
    result = run("import", "--json", write(tmp_path / "f.csv", rows))
    assert result.exit_code == 0
    assert "Deltakernummer ødelagt av Excel (1)" in result.stderr


def test_what_is_not_read_and_what_must_be_answered_end_with_1_and_an_answer_given_on_the_way_ends_with_0(
    run, tmp_path: Path
) -> None:
    rows = "Dato;Deltaker;Kommune;Fravær\r\n05.03.2026;D1;Gjøvik;x\r\n06.03.2026;D1;Gjøvik;\r\n".encode()
    file = write(tmp_path / "g.csv", rows)
    result = run("import", "--json", file)
    line = json.loads(result.stdout)
    assert (result.exit_code, line["new"], line["failed"]) == (1, 0, 2)
    names = {question["about"]: question["name"] for question in line["questions"]}
    assert set(names) == {"value", "blank"} and names["value"] in result.stderr
    given = [f"--answer={names['value']}=missed", f"--answer={names['blank']}=attended"]
    result = run("import", "--json", *given, file)
    assert (result.exit_code, json.loads(result.stdout)["new"]) == (0, 2)
    assert run("import", f"--answer={names['value']}=kanskje", file).exit_code == 2
    extra = "Dato;Deltaker;Kommune;Status;Sal\r\n05.03.2026;D1;Gjøvik;møtt;A\r\n".encode()
    result = run("import", "--json", write(tmp_path / "h.csv", extra))
    [unused] = json.loads(result.stdout)["account"]["unused"]
    assert (result.exit_code, unused["place"], unused["why"]) == (1, "E", "column")


def test_no_value_of_a_cell_is_ever_printed(run, tmp_path: Path) -> None:
    rows = b"Dato;Deltaker;Kommune;Status\r\nen gang;HEMMELIG;Atlantis;kanskje\r\n"
    result = run("import", write(tmp_path / "d.csv", rows))
    for value in ("HEMMELIG", "Atlantis", "kanskje", "en gang"):
        assert value not in result.output


def test_publish_says_what_was_published_and_what_waits(run, tmp_path: Path) -> None:
    run("import", good(tmp_path / "a.csv"))
    result = run("publish")
    assert result.exit_code == 0
    assert "1. kvartal 2025" in result.output


def test_a_new_edition_needs_a_reason(run) -> None:
    result = run("publish", "--edition", "2025")
    assert result.exit_code == 2
    assert "Skriv hvorfor" in result.output


def test_another_regions_model_is_run_from_its_file(run, tmp_path: Path) -> None:
    model = tmp_path / "region.toml"
    model.write_text('key="r"\nname="R"\n[[municipality]]\nkey="lom"\nname="Lom"\nnumber="3434"\n', encoding="utf-8")
    rows = b"Dato;Deltaker;Kommune;Status\r\n05.03.2026;D1;Lom;x\r\n"
    file = write(tmp_path / "e.csv", rows)
    assert run("import", "--model", str(model), file).exit_code == 0


def test_a_broken_model_file_stops_with_one_message(run, tmp_path: Path) -> None:
    model = tmp_path / "region.toml"
    model.write_text("key = [", encoding="utf-8")
    result = run("import", "--model", str(model), good(tmp_path / "a.csv"))
    assert result.exit_code == 3
    assert "region.toml" in result.output
    assert "Traceback" not in result.output


def test_a_database_that_cannot_be_reached_stops_with_one_message(tmp_path: Path, run) -> None:
    command = ["import", good(tmp_path / "a.csv"), "--database", "nonsense"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 3
    assert "databasen" in result.output


def test_made_up_data_is_the_same_every_time_and_reaches_to_today(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        desk = Desk(Settings(database_at(tmp_path / f"{name}.sqlite"), "gjovik", tmp_path / f"{name}.key"))
        day = date(2026, 5, 20)
        made.append({table: rows(day) for table, rows in demonstration.tables(desk.model, day).items()})
    assert made[0] == made[1]
    assert set(made[0]) == {"referrals", "attendance", "concerts", "activities", "fit", "survey"}
    assert any(row["Dato"].endswith("05.2026") for row in made[0]["attendance"])


@pytest.mark.parametrize("model", ["gjovik", "fredrikstad"])
def test_no_made_up_row_fails(tmp_path: Path, model: str) -> None:
    desk = Desk(Settings(database_at(tmp_path / "d.sqlite"), model, tmp_path / "d.key"))
    for name, rows in demonstration.tables(desk.model, desk.today()).items():
        preview = desk.typed(rows(desk.today()), f"{name}.csv")
        assert preview.arrival.refused is None
        assert [sample.failed for sample in preview.samples] == [0]


def test_the_environment_is_put_back() -> None:
    assert not os.environ.get("SAMSPILL_DATABASE")


def test_standard_output_holds_our_lines_only_whatever_a_library_prints_past_python(tmp_path: Path) -> None:
    program = (
        "import os, sys; from dashboard import cli; from dashboard.desk import Desk;"
        "keep = Desk.publish; Desk.publish = lambda desk: (os.write(1, b'noise from below\\n'), keep(desk))[1];"
        "cli.main(sys.argv[1:])"
    )
    ours = os.environ | {"SAMSPILL_DATABASE": database_at(tmp_path / "o.sqlite")}
    done = subprocess.run(
        [sys.executable, "-c", program, "import", "--json", str(good(tmp_path / "a.csv"))],
        capture_output=True,
        text=True,
        env=ours,
        check=False,
    )
    assert [json.loads(line)["table"] for line in done.stdout.splitlines()] == ["attendance"]
    assert "noise from below" in done.stderr
