"""What whoever runs the installation can rely on."""

import json
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from dashboard.cli import main
from dashboard.desk import Desk, StoreFault, the_desk
from dashboard.installation.settings import Settings, region_of
from tests.dashboard.test_cli import good
from tests.stores import database_at

pytestmark = pytest.mark.slow
MODELS = Path(__file__).resolve().parents[2] / "data_sources" / "declared" / "models"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("SAMSPILL_DATABASE", "SAMSPILL_MODEL", "SAMSPILL_DEMO"):
        monkeypatch.setenv(name, "")

    def command(*words: str, database: str = "a", in_a_file: bool = False) -> Result:
        the_desk.cache_clear()  # every command is a process of its own
        file = tmp_path / database / "samspill.sqlite"
        monkeypatch.setenv("SAMSPILL_KEY", str(file.with_suffix(".key")))
        url = f"sqlite:///{file}" if in_a_file else database_at(file)
        return CliRunner().invoke(main, [*words, "--database", url], catch_exceptions=False)

    return command


def test_the_version_says_which_program_and_which_tables() -> None:
    said = CliRunner().invoke(main, ["--version"]).output
    assert said.startswith("samspill 0.") and "database 0" in said


def test_a_backup_and_its_key_bring_everything_back_on_another_machine(run, tmp_path: Path) -> None:
    assert run("import", "--no-publish", good(tmp_path / "a.csv")).exit_code == 0
    laid = run("backup", str(tmp_path / "copies"), "--key-to", str(tmp_path / "keys"))
    assert laid.exit_code == 0, laid.output
    (copy,), (key,) = (tmp_path / "copies").iterdir(), (tmp_path / "keys").iterdir()
    assert {stat.S_IMODE(file.stat().st_mode) for file in (copy, key)} == {0o600}
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    back = run("restore", str(copy), "--key", str(key), database="b")
    assert back.exit_code == 0, back.output
    again = run("import", "--no-publish", "--json", good(tmp_path / "a.csv"), database="b")
    assert '"new": 0, "changed": 0' in again.stdout


def test_a_sealed_backup_is_opened_by_its_recipient_and_nobody_else(run, tmp_path: Path) -> None:
    owner, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    laid = run("backup", str(tmp_path / "c"), "--key-to", str(tmp_path / "k"), "--recipient", str(owner.to_public()))
    assert laid.exit_code == 0, laid.output
    (copy,), (key,) = (tmp_path / "c").iterdir(), (tmp_path / "k").iterdir()
    assert copy.name.endswith(".sqlite.age") and b"SQLite" not in copy.read_bytes()
    for name, identity in (("owner", owner), ("other", other)):
        (tmp_path / name).write_text(f"# age\n{identity}\n")
    refused = run("restore", str(copy), "--key", str(key), "--identity", str(tmp_path / "other"), database="b")
    assert refused.exit_code == 3 and "forseglet" in refused.output
    unopened = run("restore", str(copy), "--key", str(key), database="b")
    assert unopened.exit_code == 3
    back = run("restore", str(copy), "--key", str(key), "--identity", str(tmp_path / "owner"), database="b")
    assert back.exit_code == 0, back.output


def test_a_backup_does_not_lie_beside_its_key_nor_is_sealed_for_nobody(run, tmp_path: Path) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    beside = run("backup", str(tmp_path / "c"), "--key-to", str(tmp_path / "c"))
    assert beside.exit_code == 3 and "sammen" in beside.output
    for_nobody = run("backup", str(tmp_path / "c"), "--recipient", "age1tull")
    assert for_nobody.exit_code == 3
    assert not (tmp_path / "c").exists()


def test_a_backup_every_night_is_sealed_for_whom_the_environment_names_and_where_nobody_is_named_says_that_it_is_open(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    monkeypatch.setenv("SAMSPILL_RECIPIENT", "")
    opened = run("backup", str(tmp_path / "c"))
    assert opened.exit_code == 0 and "ikke forseglet" in opened.output
    (copy,) = (tmp_path / "c").iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600 and copy.suffix == ".sqlite"
    monkeypatch.setenv("SAMSPILL_RECIPIENT", str(pyrage.x25519.Identity.generate().to_public()))
    sealed = run("backup", str(tmp_path / "d"))
    assert sealed.exit_code == 0 and "ikke forseglet" not in sealed.output
    (copy,) = (tmp_path / "d").iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600 and b"SQLite" not in copy.read_bytes()


def test_old_copies_are_cleared_when_a_new_one_is_whole_and_nothing_else_is(run, tmp_path: Path) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    copies, keys, now = tmp_path / "copies", tmp_path / "keys", datetime.now(UTC)

    def named(days: float, end: str) -> str:
        return f"samspill-{now - timedelta(days=days):%Y-%m-%dT%H%M%S}{end}"

    broken_off = {named(2, f".sqlite.unfinished{end}") for end in ("", "-wal", "-shm", "-journal")}
    old = {named(8, ".sqlite"), named(40, ".sqlite.age"), named(9, ".key"), *broken_off, named(2, ".key.unfinished")}
    young = {named(6, ".sqlite"), named(6.9, ".sqlite.age"), named(0.5, ".sqlite.unfinished"), named(6, ".key")}
    others = {"notes.txt", "samspill.sqlite", named(30, ".sqlite.bak"), "samspill-2020-13-45.sqlite"}
    for folder in (copies, keys):
        folder.mkdir()
        for name in old | young | others:
            (folder / name).touch()
    kept = run("backup", str(copies), "--key-to", str(keys))
    left = {file.name for file in copies.iterdir()}
    assert kept.exit_code == 0 and {name for name in old if "unfinished" not in name} < left and not left & broken_off
    broken = run("backup", str(copies), "--recipient", "age1tull", "--keep", "7")
    assert broken.exit_code == 3 and named(8, ".sqlite") in {file.name for file in copies.iterdir()}
    cleared = run("backup", str(copies), "--key-to", str(keys), "--keep", "7")
    assert cleared.exit_code == 0 and "3 eldre kopier er fjernet" in cleared.output
    for folder, end in ((copies, ".sqlite"), (keys, ".key")):
        left = {file.name for file in folder.iterdir()}
        assert young | others < left and not left & old
        assert any(name.endswith(end) for name in left - young - others)


def test_a_backup_for_which_there_is_no_room_says_where_and_leaves_nothing_that_looks_like_one(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    copies, seen = tmp_path / "c", list[str]()

    def full(connection: sa.Connection) -> None:
        if "unfinished" in str(connection.engine.url):
            seen.extend(file.name for file in copies.iterdir())
            connection.exec_driver_sql("PRAGMA max_page_count = 60")

    sa.event.listen(sa.Engine, "begin", full)
    broken = run("backup", str(copies))
    sa.event.remove(sa.Engine, "begin", full)
    assert broken.exit_code == 3 and str(copies) in broken.output and "disken ikke er full" in broken.output
    assert seen and all(".sqlite.unfinished" in name for name in seen), "nor does a machine that stops meanwhile"
    assert not list(copies.iterdir())

    def no_room(*_: object) -> None:
        raise pyrage.EncryptError("No space left on device (os error 28)")

    monkeypatch.setattr("pyrage.encrypt_file", no_room)
    unsealed = run("backup", str(copies), "--recipient", str(pyrage.x25519.Identity.generate().to_public()))
    assert unsealed.exit_code == 3 and str(copies) in unsealed.output
    assert not list(copies.iterdir())


def test_every_region_has_its_backup_in_a_folder_of_its_own_and_one_that_fails_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "regions"
    folder.mkdir()
    monkeypatch.setattr("dashboard.installation.settings.HOME", tmp_path / "home")
    monkeypatch.setenv("SAMSPILL_REGIONS", str(folder))
    for name in ("SAMSPILL_DATABASE", "SAMSPILL_REGION", "SAMSPILL_DEMO"):
        monkeypatch.setenv(name, "")
    for name in ("fredrikstad", "gjovik", "lillehammer"):
        shutil.copy(MODELS / "gjovik.toml", folder / f"{name}.toml")
        the_desk(region_of(name))
    (folder / "fredrikstad.key").unlink()
    laid = CliRunner().invoke(main, ["backup", str(tmp_path / "copies"), "--key-to", str(tmp_path / "keys")])
    assert laid.exit_code == 3 and str(folder / "fredrikstad.key") in laid.output
    for region in ("gjovik", "lillehammer"):
        (copy,), (key,) = (tmp_path / "copies" / region).iterdir(), (tmp_path / "keys" / region).iterdir()
        assert key.read_bytes() == (folder / f"{region}.key").read_bytes() and copy.suffix == ".sqlite"
    one = CliRunner().invoke(main, ["backup", str(tmp_path / "one"), "--region", "gjovik"])
    assert one.exit_code == 0 and [each.name for each in (tmp_path / "one").iterdir()] == ["gjovik"]


def test_the_database_and_the_key_are_their_owners_alone(run, tmp_path: Path) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"), in_a_file=True)
    files = list((tmp_path / "a").iterdir())
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_a_database_that_others_could_read_is_closed_to_them_when_it_is_opened(run, tmp_path: Path) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"), in_a_file=True)
    for name in ("samspill.sqlite", "samspill.key"):
        (tmp_path / "a" / name).chmod(0o644)
    run("import", "--no-publish", good(tmp_path / "a.csv"), in_a_file=True)
    files = [tmp_path / "a" / name for name in ("samspill.sqlite", "samspill.key")]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_missing_key_is_named_and_never_made_anew_beside_a_database(run, tmp_path: Path) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    key = tmp_path / "a" / "samspill.key"
    content = key.read_bytes()
    key.unlink()
    refused = run("import", "--no-publish", good(tmp_path / "a.csv"))
    assert refused.exit_code == 3
    assert "mangler" in refused.output and str(key) in refused.output and not key.exists()
    key.write_bytes(content)
    assert run("import", "--no-publish", good(tmp_path / "a.csv")).exit_code == 0


def test_a_key_is_made_where_a_database_has_been_made_and_never_used(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    file.touch()
    Desk(Settings(f"sqlite:///{file}", "gjovik", tmp_path / "a.key"))
    with pytest.raises(StoreFault) as caught:
        Desk(Settings(f"sqlite:///{file}", "gjovik", tmp_path / "elsewhere.key"))
    assert caught.value.reason == "key-missing" and not (tmp_path / "elsewhere.key").exists()


def test_the_log_is_verified_and_written_out_and_a_line_that_is_gone_is_missed(run, tmp_path: Path) -> None:
    run("import", "--no-publish", good(tmp_path / "a.csv"))
    whole = run("audit-log", "verify")
    assert whole.exit_code == 0 and "hel" in whole.output
    lines = [json.loads(line) for line in run("audit-log", "export").stdout.splitlines()]
    assert [line["action"] for line in lines[-2:]] == ["keep", "preview"]
    assert run("audit-log", "verify", "--head", lines[0]["seal"]).exit_code == 0
    gone = run("audit-log", "verify", "--head", "0" * 24)
    assert gone.exit_code == 1 and "borte" in gone.output


def test_the_first_administrator_is_named_on_the_command_line(run) -> None:
    assert "administrator" in run("grant", "Kari@x.no", "administrator").output
    limited = run("grant", "ola@x.no", "contributor", "--place", "gjovik")
    assert limited.exit_code == 0
    unknown = run("grant", "ola@x.no", "contributor", "--place", "lom")
    assert unknown.exit_code == 2 and "ostre_toten" in unknown.output
