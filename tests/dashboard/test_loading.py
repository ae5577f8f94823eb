"""What is loaded when: a command, and the server, wait for nothing that they do not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stores import database_at

pytestmark = pytest.mark.slow

HEAVY = {"alembic", "altair", "highspy", "numpy", "openpyxl", "polars", "pydantic", "scipy", "sqlalchemy", "streamlit"}


def loaded(code: str, *, whole: bool = False, **environment: str) -> set[str]:
    """The packages, or with `whole` the modules, that a new process has loaded after this code, by `-X importtime`."""
    run = [sys.executable, "-X", "importtime", "-c", code]
    done = subprocess.run(
        run, capture_output=True, text=True, timeout=120, check=True, env={**os.environ, **environment}
    )
    lines = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert len(lines) > 50
    return set(lines) if whole else {name.partition(".")[0] for name in lines}


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_is_there_at_once(words: list[str]) -> None:
    code = f"from dashboard.cli import main; main({words}, standalone_mode=False)"
    assert loaded(code) & HEAVY == set()


def test_the_server_answers_before_what_the_pages_need_is_loaded() -> None:
    code = "import dashboard.commands.opening, dashboard.serving.server"
    assert loaded(code) & (HEAVY | {"structlog", "rich"}) == {"streamlit"}


def test_a_page_with_numbers_waits_for_no_spreadsheets_migrations_or_attacks(file: Path) -> None:
    code = (
        "from dashboard.desk import the_desk; from dashboard.installation.settings import Settings; "
        "import dashboard.screen.overview; the_desk(Settings.here()).matrix()"
    )
    lines = loaded(code, whole=True, SAMSPILL_DATABASE=database_at(file), SAMSPILL_KEY=str(file.with_suffix(".key")))
    assert {"polars", "sqlalchemy"} <= lines
    assert (
        lines & {"openpyxl", "alembic", "scipy.optimize", "docx", "pptx", "typst", "vl_convert", "xlsxwriter"} == set()
    )
