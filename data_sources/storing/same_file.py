"""Owns that what is kept is kept in the database that was opened: a file deleted or replaced meanwhile is noticed."""

from pathlib import Path

import sqlalchemy as sa

from data_sources.storing.database import StoreFault


def hold_to_its_file(engine: sa.Engine) -> None:
    """Before anything is committed, the file must be the one that was opened. A server's database has no file here.

    SQLite goes on writing to a file that was deleted, and what it writes is gone with it. Committing raises StoreFault.
    """
    url = engine.url
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        return
    file = Path(str(url.database)).absolute()
    opened = _identity(file)

    def check(_connection: sa.Connection) -> None:
        if _identity(file) != opened:
            raise StoreFault("replaced")

    sa.event.listen(engine, "commit", check)


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
