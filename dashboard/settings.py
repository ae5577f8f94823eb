"""Owns where this installation keeps its data and which model it runs."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

HOME = Path.home() / ".samspill"
PORT = 8501


@dataclass(frozen=True)
class Settings:
    """`database` is an SQLAlchemy URL, `model` a model's name or file, `key` the file of the secret key."""

    database: str
    model: str
    key: Path
    demo: bool = False

    @classmethod
    def here(cls) -> "Settings":
        """From SAMSPILL_DATABASE, SAMSPILL_MODEL, SAMSPILL_KEY and SAMSPILL_DEMO, else the user's own folder."""
        demo = os.environ.get("SAMSPILL_DEMO", "") == "1"
        file = HOME / ("demo.sqlite" if demo else "samspill.sqlite")
        database = os.environ.get("SAMSPILL_DATABASE") or f"sqlite:///{file}"
        return cls(
            database=database,
            model=os.environ.get("SAMSPILL_MODEL") or "gjovik",
            key=Path(os.environ.get("SAMSPILL_KEY") or key_beside(database)),
            demo=demo,
        )

    def prepare(self) -> None:
        """Make the folders that the database file and the key live in. Raises OSError."""
        self.key.parent.mkdir(parents=True, exist_ok=True)
        if file := database_file(self.database):
            file.parent.mkdir(parents=True, exist_ok=True)


def database_file(url: str) -> Path | None:
    """The file of an SQLite URL; None for a server, or for a URL nobody can read."""
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):
        return None
    return Path(parts.database) if parts.get_backend_name() == "sqlite" and parts.database else None


def key_beside(url: str) -> Path:
    """The key lives beside an SQLite file, and in the user's own folder for a server; never in the database."""
    file = database_file(url)
    return file.with_suffix(".key") if file else HOME / "samspill.key"
