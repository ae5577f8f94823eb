"""The import contracts hold every module there is: each is tried with a forbidden import in a copy of all of them."""

import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
HALLS = ("data_sources", "dashboard", "pages")
CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]


def modules(place: str) -> set[str]:
    """Every module in a room, or the module of that name."""
    path = ROOT / place.replace(".", "/")
    files = [path.with_suffix(".py")] if path.with_suffix(".py").exists() else path.rglob("*.py")
    dotted = {".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files}
    return {name.removesuffix(".__init__") for name in dotted}


def rooms(layer: str) -> list[str]:
    return [room.strip() for room in layer.split("|")]


def forbidden_imports() -> list[tuple[int, dict[str, str]]]:
    """For each contract, by its place in the list: module → what it may not import."""
    found = []
    for at, contract in enumerate(CONTRACTS):
        tried: dict[str, str] = {}
        if contract["type"] == "forbidden":
            tried = {
                name: contract["forbidden_modules"][0]
                for source in contract["source_modules"]
                for name in modules(source)
            }
        else:
            inside = contract.get("containers", [""])[0]
            named = [[f"{inside}.{room}".lstrip(".") for room in rooms(layer)] for layer in contract["layers"]]
            for above, below in pairwise(named):
                tried |= {name: above[0] for room in below for name in modules(room)}
        found.append((at, tried))
    return found


@pytest.fixture(params=forbidden_imports(), ids=[contract["name"] for contract in CONTRACTS])
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[dict[str, str], str]:
    """What was written into each module, and what import-linter says of that one contract."""
    at, tried = request.param
    for hall in HALLS:
        shutil.copytree(ROOT / hall, tmp_path / hall, ignore=shutil.ignore_patterns("__pycache__"))
    for name, imported in tried.items():
        path = tmp_path / name.replace(".", "/")
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        file.write_text(f"import {imported}\n" + file.read_text("utf-8"), "utf-8")
    one = {**CONTRACTS[at], "name": "tried"}
    text = "[importlinter]\nroot_packages =\n" + "".join(f"    {hall}\n" for hall in HALLS)
    text += "include_external_packages = True\n\n[importlinter:contract:1]\n"
    for key, value in one.items():
        text += f"{key} =" + ("".join(f"\n    {part}" for part in value) if isinstance(value, list) else f" {value}")
        text += "\n"
    (tmp_path / ".importlinter").write_text(text, "utf-8")
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(lint), "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path), "COLUMNS": "1000", "PATH": ""},
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return tried, done.stdout


def test_a_forbidden_import_in_any_module_breaks_its_contract(broken: tuple[dict[str, str], str]) -> None:
    tried, said = broken
    caught = {(a, b) for a, b in re.findall(r"([\w.]+) -> ([\w.]+) \(l\.", said)}
    missed = {name: imported for name, imported in tried.items() if (name, imported) not in caught}
    assert tried
    assert missed == {}
