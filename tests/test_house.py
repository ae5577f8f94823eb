"""The house's own rules, held by machines: imports, types, style, sizes, and what may not be committed."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("data_sources", "dashboard", "pages")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


def sources() -> list[Path]:
    return [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]


def test_imports_only_look_back() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_import_rule_has_an_exception() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert len(contracts) >= 6
    assert not any("ignore_imports" in contract for contract in contracts)


def test_the_code_is_clean_to_ruff() -> None:
    for command in (("ruff", "check", "."), ("ruff", "format", "--check", ".")):
        done = run(*command)
        assert done.returncode == 0, done.stdout


def test_types_hold() -> None:
    done = run("mypy", "data_sources", "dashboard", "pages")
    assert done.returncode == 0, done.stdout


def test_pages_are_short_and_modules_can_be_read_in_one_sitting() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text().splitlines()) for path in sources()}
    limits = {path: 45 if path.parts[0] == "pages" else 300 for path in lengths}
    assert {str(path): size for path, size in lengths.items() if size > limits[path]} == {}


def test_every_module_says_in_a_line_what_it_owns() -> None:
    silent = [str(path) for path in sources() if (text := path.read_text().strip()) and not text.startswith('"""')]
    assert silent == []


def test_no_two_test_files_have_one_name() -> None:
    """Pytest collects the second of them only where it is run alone."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert {name for name in names if names.count(name) > 1} == set()


def test_names_say_what_things_are() -> None:
    vague = re.compile(r"(^|_)(utils?|helpers?|manager|service|base)($|_)")
    assert [str(path) for path in sources() if vague.search(path.stem)] == []


def test_nothing_committed_names_a_registry_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.splitlines() if not name.endswith((".png", ".woff2"))]
    assert not any(path.name in {"uv.lock", "poetry.lock"} for path in files)
    forbidden = re.compile("pypi" + r"\.org|files\.python" + "hosted|/ro" + "ot/|/wo" + "rk/")
    named = [str(path) for path in files if path.exists() and forbidden.search(path.read_text(errors="replace"))]
    assert named == []


def test_no_folder_holds_more_than_fourteen_modules() -> None:
    folders = {path.parent for path in sources() if path.parent.name not in {"pages", "versions"}}
    assert len(folders) > 30
    assert {str(folder) for folder in folders if len(list(folder.glob("*.py"))) > 14} == set()


def test_every_decision_has_its_day() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    decisions = re.findall(r"^- \*\*(?:[^*]|\*(?!\*))+\*\*(.*)", text, re.MULTILINE)
    assert len(decisions) > 100
    assert [rest for rest in decisions if not re.match(r" \(20\d\d-\d\d-\d\d\)", rest)] == []


def test_nothing_beside_the_entry_script_can_be_taken_for_a_module_of_somebody_elses() -> None:
    """Streamlit looks for every module in the entry script's folder first."""
    assert {path.name for path in (ROOT / "dashboard" / "app").iterdir() if path.name != "__pycache__"} == {
        "__init__.py",
        "frame.py",
        "static",
    }
