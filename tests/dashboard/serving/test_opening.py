"""The server opens to this machine alone, and to a network only behind a sign-in or a word spelled out."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard import cli
from dashboard.commands.opening import is_this_machine
from dashboard.serving import provider, server
from dashboard.serving.guard import headers
from tests.stores import at_home

GOOD = 'address = "https://samspill.example.no"\nissuer = "https://id.example.no"\nclient_id = "x"\n'


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What the server was started with; and the output."""
    for name in ("SAMSPILL_MODEL", "SAMSPILL_DEMO", "SAMSPILL_KEY", "SAMSPILL_SIGN_IN"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr("dashboard.installation.settings.HOME", tmp_path)
    at_home(monkeypatch, tmp_path / "a.sqlite")
    started: list[tuple[object, ...]] = []
    monkeypatch.setattr(server, "run", lambda *told: started.append(told))

    def run(*words: str, sign_in: str = ""):
        if sign_in:
            (tmp_path / "sign_in.toml").write_text(sign_in)
        return CliRunner().invoke(cli.main, list(words), catch_exceptions=False), started

    return run


def test_without_sign_in_it_listens_to_this_machine_and_says_so(opened) -> None:
    result, started = opened()
    assert started[0][1] == "127.0.0.1" and "bare denne maskinen" in result.output


@pytest.mark.parametrize("host", ["0.0.0.0", "10.1.2.3", "::", "server.example.no"])
def test_a_network_is_refused_without_sign_in_unless_it_is_spelled_out(opened, host: str) -> None:
    refused, started = opened("--host", host)
    assert refused.exit_code == 3 and "docs/drift.md" in refused.output and started == []
    spelled, started = opened("--host", host, "--open-to-network-without-sign-in")
    assert started[0][1] == host and "alle som når maskinen" in spelled.output


def test_a_network_is_opened_to_behind_a_sign_in(opened) -> None:
    result, started = opened("--host", "0.0.0.0", sign_in=GOOD)
    assert result.exit_code == 0 and started[0][1] == "0.0.0.0" and "https://samspill.example.no" in result.output


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        (GOOD.replace("https://samspill", "http://samspill"), "address"),
        (GOOD.replace("https://id", "http://id"), "issuer"),
        (GOOD.replace('client_id = "x"', ""), "client_id"),
        (GOOD + "[roles]\nx = 'king'\n", "roles.x"),
        (GOOD + 'client_secret_from = "SAMSPILL_NOT_THERE"\n', "SAMSPILL_NOT_THERE"),
        (GOOD + "hours = 720\n", "hours"),
        ("address = [", "sign_in.toml"),
    ],
)
def test_a_broken_sign_in_file_stops_with_where_it_is_broken(opened, broken: str, where: str) -> None:
    result, started = opened("--host", "0.0.0.0", sign_in=broken)
    assert result.exit_code == 3 and where in result.output and started == []


def test_a_named_sign_in_file_that_is_not_there_opens_nothing(opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPILL_SIGN_IN", "/no/such/file.toml")
    result, started = opened()
    assert result.exit_code == 3 and started == []


def test_it_answers_to_the_names_it_is_given_and_no_others() -> None:
    assert server.options(8501, "0.0.0.0", ["a.no"])["server.allowedHosts"] == ["localhost", "127.0.0.1", "a.no"]
    assert is_this_machine("127.0.0.9") and is_this_machine("::1") and not is_this_machine("192.168.1.2")


def test_only_named_houses_may_frame_us_and_nobody_by_default() -> None:
    assert "frame-ancestors 'none'" in headers()["content-security-policy"]
    teams = headers(("https://teams.microsoft.com",), True)
    assert "frame-ancestors https://teams.microsoft.com" in teams["content-security-policy"]
    assert "strict-transport-security" in teams and "strict-transport-security" not in headers()


def test_the_highest_of_several_claimed_roles_counts() -> None:
    sign_in = provider.SignIn(
        address="https://a.no", issuer="https://i.no", client_id="x", roles={"a": "reader", "b": "coordinator"}
    )
    assert sign_in.meaning({"roles": ["a", "b", "c"]})[0] == "coordinator"
    assert sign_in.meaning({"roles": "a"})[0] == "reader" and sign_in.meaning({})[0] == ""
