"""Owns where this installation keeps its data and which model it runs."""

import functools
import os
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

from data_sources.storing.keys.private_files import private_folder
from data_sources.storing.lifetime import Lifetime

HOME = Path.home() / ".samspill"


@dataclass(frozen=True)
class Settings:
    """`database` is an SQLAlchemy URL, `model` a model's name or file, `key` the file of the secret key.

    `sources`: the file of named questions to other databases; it need not be there. `sign_in`: the file that says how
    people sign in; None where nobody has to. `lifetime`: how long one stays signed in.
    """

    database: str
    model: str
    key: Path
    demo: bool = False
    sources: Path = HOME / "sources.toml"
    sign_in: Path | None = None
    lifetime: Lifetime = field(default_factory=Lifetime)

    @classmethod
    def here(cls) -> "Settings":
        """From SAMSPILL_DATABASE, _MODEL, _KEY, _SOURCES, _SIGN_IN and _DEMO, else the user's own folder."""
        demo = os.environ.get("SAMSPILL_DEMO", "") == "1"
        file = HOME / ("demo.sqlite" if demo else "samspill.sqlite")
        sign_in = None if demo else Path(os.environ.get("SAMSPILL_SIGN_IN") or HOME / "sign_in.toml")
        # A file that is named and not there is a fault, which the server tells of; none is no sign-in.
        if sign_in and not (sign_in.exists() or os.environ.get("SAMSPILL_SIGN_IN")):
            sign_in = None
        database = os.environ.get("SAMSPILL_DATABASE") or f"sqlite:///{file}"
        return cls(
            database=database,
            model=os.environ.get("SAMSPILL_MODEL") or "gjovik",
            key=Path(os.environ.get("SAMSPILL_KEY") or key_beside(database)),
            demo=demo,
            sources=Path(os.environ.get("SAMSPILL_SOURCES") or HOME / "sources.toml"),
            sign_in=sign_in,
            lifetime=_lifetime(sign_in) if sign_in else Lifetime(),
        )

    def prepare(self) -> None:
        """Make the folders that the database file and the key live in. Raises OSError."""
        private_folder(self.key.parent)
        if file := database_file(self.database):
            private_folder(file.parent)


@functools.cache
def _lifetime(file: Path) -> Lifetime:
    """How long one stays signed in, as the file says; whoever reads all of it says what is wrong with it."""
    try:
        declared = tomllib.loads(file.read_text(encoding="utf-8"))
        return Lifetime(
            timedelta(hours=float(declared.get("hours", 8))), timedelta(minutes=declared.get("idle_minutes", 60))
        )
    except (OSError, ValueError, TypeError):
        return Lifetime()


def database_file(url: str) -> Path | None:
    """The file of an SQLite URL; None for a server, for memory, or for a URL nobody can read.

    Read without SQLAlchemy, whose loading the server's first answer would wait for.
    """
    kind, slashes, file = url.partition(":///")
    if not slashes or kind.partition("+")[0] != "sqlite":
        return None
    file = unquote(file.partition("?")[0])
    return Path(file) if file and file != ":memory:" else None


def key_beside(url: str) -> Path:
    """The key lives beside an SQLite file, and in the user's own folder for a server; never in the database."""
    file = database_file(url)
    return file.with_suffix(".key") if file else HOME / "samspill.key"
