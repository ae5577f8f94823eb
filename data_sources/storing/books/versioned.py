"""Owns what only grows: every version of an entry is a row of its own, and no row is ever changed or removed.

Who writes a new version says which one was read, and is told where somebody else has written since.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa


class Overtaken(Exception):  # noqa: N818 - an answer to the person at the screen
    """Somebody else has written a newer version than the one that was read."""


class Versions:
    """The versions of all entries in one table, which has the columns `key`, `version`, `at` and `by`."""

    def __init__(self, table: sa.Table, key: str) -> None:
        self._table, self._key = table, table.c[key]

    def every(self, connection: sa.Connection, key: object = None) -> list[dict[str, Any]]:
        """All versions of one entry, or of all of them: entry by entry, oldest first."""
        which = sa.true() if key is None else self._key == key
        query = sa.select(self._table).where(which).order_by(self._key, self._table.c.version)
        return [dict(row) for row in connection.execute(query).mappings()]

    def newest(self, connection: sa.Connection, key: object) -> int:
        """The newest version of an entry; 0 where there is none."""
        query = sa.select(sa.func.max(self._table.c.version)).where(self._key == key)
        return connection.scalar(query) or 0

    def next_number(self, connection: sa.Connection) -> int:
        """The number of a new entry, where entries are numbered."""
        return (connection.scalar(sa.select(sa.func.max(self._key))) or 0) + 1

    def add(self, connection: sa.Connection, row: Mapping[str, Any], read: int | None = None) -> None:
        """Write a version down. `read`: the version it follows, as it was read. Raises Overtaken."""
        if read is not None and self.newest(connection, row[self._key.name]) != read:
            raise Overtaken
        connection.execute(sa.insert(self._table), dict(row))


def moment() -> datetime:
    """Now, as it is written down."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
