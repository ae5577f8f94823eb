"""Owns who is who: an id written in several ways is one person's, until somebody has said that it is two people's."""

from collections.abc import Collection, Mapping

import polars as pl
import sqlalchemy as sa

from data_sources.checking.doubts.persons import DIFFERENT, SUBJECT
from data_sources.declared.table import ColumnKind, Table
from data_sources.storing.database import insert_rows
from data_sources.storing.schema import PERSON_SPELLING, VALUE_CHOICE

_SLICE = 500  # hashes asked for in one question


def spellings(connection: sa.Connection, normals: Collection[str]) -> dict[str, frozenset[str]]:
    """Hash of a normal form → hashes of the ways it was written; of these normal forms."""
    ways: dict[str, set[str]] = {}
    query, every = sa.select(PERSON_SPELLING.c.spelling, PERSON_SPELLING.c.normal), list(normals)
    for start in range(0, len(every), _SLICE):
        some = PERSON_SPELLING.c.normal.in_(every[start : start + _SLICE])
        for spelling, normal in connection.execute(query.where(some)):
            ways.setdefault(normal, set()).add(spelling)
    return {normal: frozenset(written) for normal, written in ways.items()}


def remember(connection: sa.Connection, people: Mapping[str, str]) -> None:
    """Keep both forms of the ids of a file."""
    every = list(people)
    stored: set[str] = set()
    for start in range(0, len(every), _SLICE):
        some = PERSON_SPELLING.c.spelling.in_(every[start : start + _SLICE])
        stored |= set(connection.scalars(sa.select(PERSON_SPELLING.c.spelling).where(some)))
    rows = [(spelling, normal) for spelling, normal in people.items() if spelling not in stored]
    insert_rows(connection, PERSON_SPELLING, ["spelling", "normal"], rows)


def as_one(connection: sa.Connection, rows: pl.DataFrame, table: Table) -> pl.DataFrame:
    """Rows in which everybody has one hash, in whatever way the id was written."""
    two = sa.select(VALUE_CHOICE.c.written).where(
        VALUE_CHOICE.c.column_name == SUBJECT, VALUE_CHOICE.c.meaning == DIFFERENT
    )
    query = sa.select(PERSON_SPELLING.c.spelling, PERSON_SPELLING.c.normal).where(
        PERSON_SPELLING.c.spelling != PERSON_SPELLING.c.normal, PERSON_SPELLING.c.normal.not_in(two)
    )
    columns = [column.name for column in table.stored if column.kind is ColumnKind.PERSON]
    pairs = connection.execute(query) if columns else ()
    normal = {row.spelling: row.normal for row in pairs}
    return rows.with_columns(pl.col(columns).replace(normal)) if normal else rows
