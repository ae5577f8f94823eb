"""What an operator who lets people and tools in from the command line can rely on."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from dashboard.desk import the_desk
from dashboard.installation.settings import Settings
from tests.stores import at_home


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("SAMSPILL_DATABASE", "SAMSPILL_MODEL", "SAMSPILL_DEMO", "SAMSPILL_KEY"):
        monkeypatch.setenv(name, "")
    at_home(monkeypatch, tmp_path / "a.sqlite")
    yield lambda *given: CliRunner().invoke(main, [*given], catch_exceptions=False)
    the_desk.cache_clear()


def test_a_token_is_made_listed_and_taken_back(run) -> None:
    made: Result = run("token", "make", "Power BI", "--last-day", "2027-06-30")
    assert made.exit_code == 0
    (written,) = made.stdout.split()
    assert "30.06.2027" in made.stderr and written not in made.stderr
    desk = the_desk(Settings.here())
    assert desk.tool_with(written)
    listed = run("token", "list").stdout
    assert listed.startswith("#1\tPower BI\tvirker til og med 30.06.2027\t") and written not in listed
    assert [run("token", "revoke", "1").exit_code for _ in range(2)] == [0, 2]
    assert desk.tool_with(written) is None
    assert "trukket tilbake" in run("token", "list").stdout


def test_a_token_without_a_name_or_of_yesterday_is_a_sentence(run) -> None:
    for given, said in ((["  "], "hva lesekoden skal brukes til"), (["R", "--last-day", "2020-01-01"], "etter i dag")):
        result = run("token", "make", *given)
        assert result.exit_code == 2
        assert said in " ".join(result.stderr.split())
    assert run("token", "list").stdout == ""


def test_a_command_given_for_somebody_goes_no_further_than_their_role(run) -> None:
    run("grant", "natt@x.no", "reader")
    refused = run("publish", "--as", "natt@x.no")
    assert refused.exit_code == 3 and "ikke tilgang" in refused.stderr
    assert run("publish").exit_code == 0
    unknown = run("report", "--as", "ingen@x.no", "--to", "papers")
    assert unknown.exit_code == 2 and "ingen@x.no" in unknown.stderr
    outcomes = [(one.role, one.action, one.outcome) for one in the_desk(Settings.here()).log()]
    assert ("reader", "publish", "not-allowed") in outcomes
