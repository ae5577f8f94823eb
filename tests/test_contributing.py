"""CONTRIBUTING.md's first two tasks, done in a copy by touching the files it names and no other."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

INDICATOR = """    Indicator(
        "closed_concerts", EVENTS, Measure.EVENTS, ShownAs.COUNT, numerator=~pl.col("public"), source=_MODEL
    ),
"""
SPEC = """# `closed_concerts`

Concerts for invited people only.

## Only those that are said to be closed

| concerts   | municipality | title | public |
| ---------- | ------------ | ----- | ------ |
| 2025-01-07 | gjovik       | A     | no     |
| 2025-01-14 | gjovik       | B     | yes    |
| 2025-01-21 | gjovik       | C     |        |

| period | municipality | numerator |
| ------ | ------------ | --------- |
| 2025Q1 | gjovik       | 1         |
"""
COLUMN = """        Column("encores", ColumnKind.COUNT, ("Ekstranumre", "encores"), low=0, high=20, example="2"),
    ),
    key=("date", "municipality", "place", "title"),
"""
STEP = '''"""Concerts have encores."""

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{newest}"


def upgrade() -> None:
    """Add the column, empty in rows from before."""
    op.add_column("concerts", sa.Column("encores", sa.BigInteger))
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project's own files, to be changed."""
    for name in ("data_sources", "dashboard", "pages", "tests", "pyproject.toml", ".streamlit"):
        source, target = ROOT / name, tmp_path / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "browser"))
        else:
            shutil.copy(source, target)
    return tmp_path


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1, f"{file.name}: {before}"
    file.write_text(text.replace(before, after), "utf-8")


def add_words(copy: Path, subject: str, line: str) -> None:
    for language in ("nb", "nn", "en"):
        with (copy / f"dashboard/language/text/{subject}.{language}.ftl").open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def run(copy: Path, *tests: str) -> str:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    return done.stdout


def test_every_file_the_guide_names_is_there() -> None:
    named = set(re.findall(r"\]\(([^)#:]+)\)", GUIDE)) | set(
        re.findall(r"`((?:dashboard|data_sources|tests)/[\w/.]+)`", GUIDE)
    )
    missing = [name for name in named if not (ROOT / name).exists()]
    assert named
    assert missing == []


def test_a_new_indicator_and_a_new_column_are_the_files_that_the_guide_names(copy: Path) -> None:
    change(copy / "dashboard/counting/indicators.py", ")\n\nBY_KEY", INDICATOR + ")\n\nBY_KEY")
    add_words(copy, "indicators", "indicator-closed-concerts = Lukkede konserter\n    .definition = For inviterte.")
    add_words(copy, "dictionary", "measured-closed-concerts = Lukkede konserter\n    .caution = Bare der det er sagt.")
    (copy / "tests/specs/closed_concerts.md").write_text(SPEC, "utf-8")
    table = copy / "data_sources/declared/tables/concerts.py"
    change(table, '    ),\n    key=("date", "municipality", "place", "title"),\n', COLUMN)
    add_words(copy, "columns", "column-encores = Ekstranumre\n    .meaning = Hvor mange ekstranumre det ble")
    steps = copy / "data_sources/storing/migrations/versions"
    newest = max(file.name[:4] for file in steps.glob("[0-9]*.py"))
    number = f"{int(newest) + 1:04d}"
    (steps / f"{number}_encores.py").write_text(STEP.format(newest=newest, number=number), "utf-8")
    passed = run(
        copy,
        "tests/dashboard/counting/test_specs.py",
        "tests/dashboard/findings/test_dictionary.py",
        "tests/data_sources/declared/test_template.py",
        "tests/data_sources/storing/test_migrations.py",
        "tests/dashboard/language/test_words.py",
        "-vvvv",
        "-k",
        "not postgresql",
    )
    assert "closed_concerts" in passed
