"""Owns that what is kept is kept in the database that was opened: a file deleted or replaced meanwhile is noticed."""

from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa

from data_sources.storing.database import StoreFault

FileIdentity: TypeAlias = tuple[int, int] | None
"""Device and number of a file; None where the database is no file here, or the file is gone."""


def hold_to_its_file(engine: sa.Engine) -> FileIdentity:
    """Before anything is committed, the file must be the one that was opened. A server's database has no file here.

    SQLite goes on writing to a file that was deleted, and what it writes is gone with it. Committing raises StoreFault.
    """
    opened = file_behind(engine.url)

    def check(_: object) -> None:
        hold_to(engine.url, opened)

    if opened is not None:
        sa.event.listen(engine, "commit", check)
        sa.event.listen(engine, "handle_error", check)  # two files with one write-ahead log
    return opened


def hold_to(url: str | sa.URL, opened: FileIdentity) -> None:
    """Raises StoreFault `replaced` where another file than the one that was opened lies at the address, or none."""
    if opened is not None and file_behind(url) != opened:
        raise StoreFault("replaced")


def file_behind(url: str | sa.URL) -> FileIdentity:
    """The file that a database lies in."""
    parts = sa.make_url(url)
    if parts.get_backend_name() != "sqlite" or parts.database in {None, "", ":memory:"}:
        return None
    return _identity(Path(str(parts.database)).absolute())


def _identity(file: Path) -> FileIdentity:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
