"""What is loaded when: a command, and the server, wait for nothing that they do not need."""

import subprocess
import sys

import pytest

HEAVY = {"alembic", "altair", "highspy", "numpy", "openpyxl", "polars", "pydantic", "scipy", "sqlalchemy", "streamlit"}


def loaded(code: str) -> set[str]:
    """The packages that a new process has loaded after this code, as `-X importtime` tells."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    lines = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert "sys" in lines or len(lines) > 50
    return {name.partition(".")[0] for name in lines}


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_is_there_at_once(words: list[str]) -> None:
    code = f"from dashboard.cli import main; main({words}, standalone_mode=False)"
    assert loaded(code) & HEAVY == set()


def test_the_server_answers_before_what_the_pages_need_is_loaded() -> None:
    code = "import dashboard.commands.opening, dashboard.serving.server"
    assert loaded(code) & HEAVY == {"streamlit"}
