"""What stands under deploy/ is what the page for IT says, and goes on by itself after whatever it waits for."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "drift.md").read_text("utf-8")
SERVICES = sorted(file for file in DEPLOY.glob("*.service") if "@" in file.name)


def test_every_file_of_the_installation_is_told_of_where_it_is_installed() -> None:
    told = PAGE + (DEPLOY / "compose.yaml").read_text("utf-8")
    assert [file.name for file in DEPLOY.iterdir() if file.name.removesuffix("@.service") not in told] == []


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_process_that_ends_is_started_again_for_as_long_as_it_takes(unit: Path) -> None:
    """A database that is away for an hour, or has no room, needs nobody to start Samspill afterwards."""
    lines = unit.read_text("utf-8").splitlines()
    assert {"Restart=on-failure", "RestartSec=2", "StartLimitIntervalSec=0"} <= set(lines)
    assert lines.index("StartLimitIntervalSec=0") < lines.index("[Service]"), "systemd reads it there alone"


def test_every_container_is_started_again() -> None:
    services = re.split(
        r"^  (\w+):", (DEPLOY / "compose.yaml").read_text("utf-8").partition("\nvolumes:")[0], flags=re.M
    )
    own = dict(zip(services[1::2], services[2::2], strict=True))
    assert {"database", "app1", "app2", "worker1", "worker2", "nginx"} == own.keys()
    assert [name for name, said in own.items() if "restart: unless-stopped" not in said and "<<: *" not in said] == []


def test_both_ways_to_nginx_are_the_same_but_for_where_the_processes_are() -> None:
    own, containers = ((DEPLOY / name).read_text("utf-8") for name in ("nginx.conf", "nginx.compose.conf"))
    assert re.sub(r"server 127.0.0.1:(\d)50(\d);", r"server app\2:8501;", own) == containers
