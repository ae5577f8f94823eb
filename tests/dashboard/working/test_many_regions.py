"""Several regions in one installation: a model file, a key and a schema each, one set of workers, and no way across."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.desk import Desk, Role, StoreFault
from dashboard.installation.settings import RegionFault, Settings, region_of, regions
from data_sources.declared.model import MODELS
from tests import made_up
from tests.dashboard.working.conftest import Worker, until
from tests.servers import Server

pytestmark = pytest.mark.slow
FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)
NAMES = ("gjovik", "toten")


@pytest.fixture
def folder(postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        shutil.copy(MODELS / "gjovik.toml", tmp_path / f"{name}.toml")
        with postgresql.connect() as connection:
            connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
    monkeypatch.setenv("SAMSPILL_REGIONS", str(tmp_path))
    monkeypatch.setenv("SAMSPILL_REGION", "")  # put back afterwards: the commands' options set it
    monkeypatch.setenv("SAMSPILL_DATABASE", postgresql.emptied())
    return tmp_path


def test_one_set_of_workers_serves_all_and_nobody_of_one_region_sees_anothers(
    folder: Path, start: Callable[[], Worker], postgresql: Server
) -> None:
    assert regions() == sorted(NAMES)
    gjovik, toten = (Desk(region_of(name), today=lambda: date(2025, 9, 20)) for name in NAMES)
    start()
    for desk, seed in ((gjovik, 3), (toten, 4)):
        preview = desk.receive(made_up.concerts(FIRST, LAST, seed=seed), f"{seed}.csv")
        desk.keeping([(preview, [])]).result()
    assert ([b.file for b in gjovik.batches()], [b.file for b in toten.batches()]) == (["3.csv"], ["4.csv"])
    assert gjovik.start_publishing()
    assert toten.publishing is None
    until(lambda: gjovik.publishing is None)
    assert gjovik.publications() and not toten.publications()
    gjovik.grant("kari@example.no", Role.READER)
    token = gjovik.sign_in(issuer="i", subject="s", email="kari@example.no", name="Kari", claimed="", claimed_places=[])
    assert gjovik.person_in(token) is not None and toten.person_in(token) is None
    assert [account.email for account in toten.accounts()] == []
    assert not {entry.who for entry in toten.log()} & {"Kari (kari@example.no)"}
    code = gjovik.make_tool_token("Power BI")[1]
    assert gjovik.tool_with(code) is not None and toten.tool_with(code) is None
    assert (folder / "gjovik.key").read_bytes() != (folder / "toten.key").read_bytes()
    assert stat.S_IMODE((folder / "gjovik.key").stat().st_mode) == 0o600
    with postgresql.connect() as connection:
        tables = connection.execute("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
        assert tables.fetchone() == (0,)
    settings = region_of("gjovik")
    with pytest.raises(StoreFault, match="other-key"):
        Desk(Settings(settings.database, settings.model, folder / "toten.key"))


def test_a_command_says_which_region_it_is_about(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = CliRunner().invoke(main, ["audit"])
    assert nothing.exit_code == 2 and "gjovik, toten" in nothing.output
    unknown = CliRunner().invoke(main, ["audit", "--region", "oslo"])
    assert unknown.exit_code == 2 and "oslo" in unknown.output
    monkeypatch.setenv("SAMSPILL_REGION", "")
    order = [sys.executable, "-m", "dashboard.cli", "audit", "--region", "gjovik"]
    assert subprocess.run(order, env=dict(os.environ), check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("name", ["../gjovik", "pg_gjovik", "Gjøvik", "public", "a b", ""])
def test_a_name_that_is_no_schema_is_no_region(folder: Path, name: str) -> None:
    if "/" not in name:
        shutil.copy(folder / "gjovik.toml", folder / f"{name}.toml")
    with pytest.raises(RegionFault):
        region_of(name)


def test_without_a_server_each_region_has_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMSPILL_DATABASE")
    files = [region_of(name).database for name in NAMES]
    assert [Path(file).name for file in files] == ["gjovik.sqlite", "toten.sqlite"]
