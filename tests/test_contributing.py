"""CONTRIBUTING.md's first two tasks, done in a copy by touching the files it names and no other."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

INDICATOR = """    Indicator(
        "cancelled_by_participant_rate",
        PARTICIPANTS,
        Measure.SHARE_OF_ROWS,
        ShownAs.PERCENT,
        numerator=_STATUS == "cancelled_by_participant",
        denominator=_STATUS.is_in(["attended", "missed", "cancelled_by_participant"]),
        better=Direction.DOWN,
        source=_MODEL,
    ),
"""
RATE = """    "cancelled_by_participant_rate": (
        ("cancelled_by_participant",),
        ("attended", "missed", "cancelled_by_participant"),
    ),
}
# Shares of cases"""
NAMES = {
    "nb": "Timer avlyst av deltaker\n    .definition = Timer deltakeren avlyste, delt på timer.",
    "nn": "Timar avlyst av deltakar\n    .definition = Timar deltakaren avlyste, delt på timar.",
    "en": "Cancelled by participant\n    .definition = Sessions the participant cancelled, divided by sessions.",
}
MEASURED = {
    "nb": "Avlyst av deltaker\n    .below = Møtt, ikke møtt og avlyst av deltaker",
    "nn": "Avlyst av deltakar\n    .below = Møtt, ikkje møtt og avlyst av deltakar",
    "en": "Cancelled by participant\n    .below = Attended, did not attend and cancelled by participant",
}
SPEC = """# `cancelled_by_participant_rate`

How often participants cancel.

## The therapist's cancellations are not in it

| attendance | participant | municipality | level      | status                   |
| ---------- | ----------- | ------------ | ---------- | ------------------------ |
| 2025-01-07 | D1          | gjovik       | individual | attended                 |
| 2025-01-14 | D1          | gjovik       | individual | missed                   |
| 2025-01-21 | D1          | gjovik       | individual | cancelled_by_participant |
| 2025-01-28 | D1          | gjovik       | individual | cancelled_by_therapist   |

| period | municipality | level      | service | numerator | denominator |
| ------ | ------------ | ---------- | ------- | --------- | ----------- |
| 2025Q1 | gjovik       | individual | all     | 1         | 3           |
| 2025Q1 | all          | all        | all     | 1         | 3           |
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


def add_words(copy: Path, subject: str, lines: Mapping[str, str]) -> None:
    for language, line in lines.items():
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
    called = "cancelled-by-participant-rate"
    add_words(copy, "indicators", {language: f"indicator-{called} = {name}" for language, name in NAMES.items()})
    kept = "    .caution = Sier ikke hvorfor.\n    .recorded = avbud"
    add_words(copy, "dictionary", {spoken: f"measured-{called} = {what}\n{kept}" for spoken, what in MEASURED.items()})
    (copy / "tests/specs/cancelled_by_participant_rate.md").write_text(SPEC, "utf-8")
    change(copy / "tests/dashboard/oracle.py", "}\n# Shares of cases", RATE)
    change(copy / "pages/attendance.py", '"participations"]', '"cancelled_by_participant_rate"]')
    table = copy / "data_sources/declared/tables/concerts.py"
    change(table, '    ),\n    key=("date", "municipality", "place", "title"),\n', COLUMN)
    meaning = "column-encores = Ekstranumre\n    .meaning = Hvor mange ekstranumre det ble"
    add_words(copy, "columns", dict.fromkeys(MEASURED, meaning))
    steps = copy / "data_sources/storing/migrations/versions"
    newest = max(file.name[:4] for file in steps.glob("[0-9]*.py"))
    number = f"{int(newest) + 1:04d}"
    (steps / f"{number}_encores.py").write_text(STEP.format(newest=newest, number=number), "utf-8")
    passed = run(
        copy,
        "tests/dashboard/counting/test_specs.py",
        "tests/dashboard/counting/test_tally.py::test_the_loops_know_every_indicator_that_is_tallied",
        "tests/dashboard/counting/test_tally.py::test_a_municipalitys_appointments_of_a_year_are_the_sum_of_its_periods",
        "tests/dashboard/findings/test_dictionary.py",
        "tests/dashboard/findings/test_definitions_agree.py",
        "tests/data_sources/declared/test_template.py",
        "tests/data_sources/storing/test_migrations.py",
        "tests/dashboard/language/test_words.py",
        "-vvvv",
        "-k",
        "not postgresql",
    )
    assert "cancelled_by_participant_rate" in passed
