"""Owns the tokens by which a tool reads published numbers without anybody signing in: made, used, and taken back.

A token is shown once, to whoever makes it. What is kept is its hash: 256 bits of chance need no slower one.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from data_sources.storing.books.accounts import hashed
from data_sources.storing.books.versioned import moment
from data_sources.storing.database import reading, writing
from data_sources.storing.people_schema import TOOL_TOKEN

PREFIX = "samspill_"
"""Begins every token, so that one that has got out is known for what it is wherever it is found."""
LONGEST_NAME = 60
_USED = timedelta(hours=1)  # how often it is written down that it is in use


@dataclass(frozen=True)
class ToolToken:
    """`name`: what it was made for; `made_by`: by whom; `last_day`: the last day it opens; all moments in UTC."""

    id: int
    name: str
    made_by: str
    made_at: datetime
    last_day: date
    used_at: datetime | None
    revoked_at: datetime | None

    def opens(self, day: date) -> bool:
        """Does it let anybody in on this day?"""
        return self.revoked_at is None and day <= self.last_day


class ToolTokens:
    """One database's tokens. Every method raises StoreFault."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def every(self) -> list[ToolToken]:
        """All of them, those that were taken back too, the newest first."""
        with reading(self._engine) as connection:
            return [_token(row) for row in connection.execute(sa.select(*_SEEN).order_by(TOOL_TOKEN.c.id.desc()))]

    def make(self, name: str, made_by: str, last_day: date) -> tuple[ToolToken, str]:
        """A new one, and what it says, which nobody can be told again."""
        written = PREFIX + secrets.token_urlsafe(32)
        values = {"name": name, "made_by": made_by, "last_day": last_day, "made_at": moment(), "hash": hashed(written)}
        with writing(self._engine) as connection:
            row = connection.execute(sa.insert(TOOL_TOKEN).returning(*_SEEN), values).one()
        return _token(row), written

    def revoke(self, token_id: int) -> bool:
        """Let nobody in with it any more. False where there is none that opens."""
        which = (TOOL_TOKEN.c.id == token_id) & TOOL_TOKEN.c.revoked_at.is_(None)
        with writing(self._engine) as connection:
            return bool(connection.execute(sa.update(TOOL_TOKEN).where(which).values(revoked_at=moment())).rowcount)

    def holding(self, written: str, day: date) -> ToolToken | None:
        """The one that says this, where it opens today; that it is in use is written down now and then."""
        return self._opening(TOOL_TOKEN.c.hash == hashed(written), day)

    def numbered(self, token_id: int, day: date) -> ToolToken | None:
        """The one of this number, where it opens today; that it is in use is written down as in `holding`."""
        return self._opening(TOOL_TOKEN.c.id == token_id, day)

    def _opening(self, which: sa.ColumnElement[bool], day: date) -> ToolToken | None:
        query = sa.select(*_SEEN).where(which)
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        token = _token(row) if row is not None else None
        if token is None or not token.opens(day):
            return None
        if token.used_at is None or moment() - token.used_at > _USED:
            with writing(self._engine) as connection:
                used = sa.update(TOOL_TOKEN).where(TOOL_TOKEN.c.id == token.id).values(used_at=moment())
                connection.execute(used)
        return token


_SEEN = [column for column in TOOL_TOKEN.columns if column.name != "hash"]


def _token(row: "sa.Row[tuple[object, ...]]") -> ToolToken:
    return ToolToken(**row._asdict())
