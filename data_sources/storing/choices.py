"""Owns what was chosen before: which heading is which column, and what a spelling means. One set of headings each."""

from collections.abc import Mapping

import sqlalchemy as sa

from data_sources.parsing.answers import Key
from data_sources.recognising.layout import Layout
from data_sources.storing.database import insert_rows
from data_sources.storing.schema import HEADING_CHOICE, VALUE_CHOICE


def headings(connection: sa.Connection) -> dict[str, dict[str, str]]:
    """Headings' fingerprint → column → heading."""
    made: dict[str, dict[str, str]] = {}
    query = sa.select(*[HEADING_CHOICE.c[name] for name in ("fingerprint", "column_name", "heading")])
    for fingerprint, column, heading in connection.execute(query):
        made.setdefault(fingerprint, {})[column] = heading
    return made


def remember_headings(connection: sa.Connection, layout: Layout, chosen: Mapping[str, str]) -> None:
    """Column → heading, empty where somebody said that none of them is. An earlier choice gives way."""
    mine = HEADING_CHOICE.c.fingerprint == layout.fingerprint
    made = [(layout.fingerprint, column, heading) for column, heading in chosen.items()]
    connection.execute(sa.delete(HEADING_CHOICE).where(mine, HEADING_CHOICE.c.column_name.in_(list(chosen))))
    insert_rows(connection, HEADING_CHOICE, ["fingerprint", "column_name", "heading"], made)


def values(connection: sa.Connection) -> dict[Key, str]:
    """What each spelling was said to mean."""
    names = ("fingerprint", "column_name", "written", "meaning")
    query = sa.select(*[VALUE_CHOICE.c[name] for name in names])
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(query)}


def remember_values(connection: sa.Connection, meant: Mapping[Key, str | None]) -> None:
    """Store answers; None takes one back."""
    names = ["fingerprint", "column_name", "written"]
    for key in meant:
        mine = [VALUE_CHOICE.c[name] == part for name, part in zip(names, key, strict=True)]
        connection.execute(sa.delete(VALUE_CHOICE).where(*mine))
    made = [(*key, meaning) for key, meaning in meant.items() if meaning is not None]
    insert_rows(connection, VALUE_CHOICE, [*names, "meaning"], made)
