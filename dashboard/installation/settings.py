"""Owns where this installation keeps its data and which model it runs."""

import functools
import os
import re
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

from data_sources.storing.keys.private_files import private_folder
from data_sources.storing.lifetime import Lifetime

HOME = Path.home() / ".samspill"
_REGION = re.compile("[a-z][a-z0-9_]{0,50}")


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
        """From SAMSPILL_DATABASE, _MODEL, _KEY, _SOURCES, _SIGN_IN and _DEMO, else the user's own folder; where there
        are several regions (_REGIONS), those of the chosen one (_REGION). Raises RegionFault."""
        region = os.environ.get("SAMSPILL_REGION", "")
        if region or regions():
            return region_of(region)
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


class RegionFault(Exception):  # noqa: N818 - an answer to the operator
    """A region that there is not, or whose name cannot be a schema's. `name` is empty where none was chosen; `names`:
    those there are."""

    def __init__(self, name: str, names: list[str]) -> None:
        super().__init__(name, names)
        self.name, self.names = name, names


def regions() -> list[str]:
    """The regions of this installation: model files in the folder SAMSPILL_REGIONS. Empty where there is but one."""
    folder = os.environ.get("SAMSPILL_REGIONS")
    return sorted(path.stem for path in Path(folder).glob("*.toml") if "." not in path.stem) if folder else []


def region_of(name: str) -> Settings:
    """A region's own: its model file, and beside that its key; in the server's database a schema, or else a file.

    `NAME.sign_in.toml` and `NAME.sources.toml` lie beside it too, where it has its own. Raises RegionFault.
    """
    names = regions()
    if name not in names or not _REGION.fullmatch(name) or name.startswith(("pg_", "public")):
        raise RegionFault(name, names)
    folder = Path(os.environ["SAMSPILL_REGIONS"])
    server = os.environ.get("SAMSPILL_DATABASE", "")
    if server.startswith("postgresql"):
        database = f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"
    else:
        database = f"sqlite:///{HOME / name}.sqlite"
    own_sign_in, own_sources = folder / f"{name}.sign_in.toml", folder / f"{name}.sources.toml"
    shared = os.environ.get("SAMSPILL_SIGN_IN")
    sign_in = own_sign_in if own_sign_in.exists() else Path(shared) if shared else None
    return Settings(
        database=database,
        model=str(folder / f"{name}.toml"),
        key=folder / f"{name}.key",
        sources=own_sources,
        sign_in=sign_in,
        lifetime=_lifetime(sign_in) if sign_in else Lifetime(),
    )


def every_region() -> dict[str, Settings]:
    """The chosen region, or where none is chosen all there are, by name. Where there are no regions: "", and what is
    here. Raises RegionFault."""
    chosen = os.environ.get("SAMSPILL_REGION")
    return {name: region_of(name) for name in ([chosen] if chosen else regions())} or {"": Settings.here()}


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
