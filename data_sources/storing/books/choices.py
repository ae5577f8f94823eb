"""Owns what was chosen before: which heading is which column, and what a spelling means. One set of headings each."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from data_sources.parsing.answers import About, Key, Question
from data_sources.recognising.layout import Layout
from data_sources.storing.database import insert_rows
from data_sources.storing.schema import HEADING_CHOICE, VALUE_CHOICE

_SHOWN = {About.PLACE, About.TABS, About.TEAM, About.HIDDEN, About.HOLDS}
_A_MARK = 2  # letters


def headings(connection: sa.Connection) -> dict[str, dict[str, str]]:
    """Headings' fingerprint → column → heading."""
    by_fingerprint: dict[str, dict[str, str]] = {}
    query = sa.select(*[HEADING_CHOICE.c[name] for name in ("fingerprint", "column_name", "heading")])
    for fingerprint, column, heading in connection.execute(query):
        by_fingerprint.setdefault(fingerprint, {})[column] = heading
    return by_fingerprint


def remember_headings(connection: sa.Connection, layout: Layout, chosen: Mapping[str, str]) -> None:
    """Column → heading, empty where somebody said that none of them is. An earlier choice gives way."""
    same_headings = HEADING_CHOICE.c.fingerprint == layout.fingerprint
    rows = [(layout.fingerprint, column, heading) for column, heading in chosen.items()]
    connection.execute(sa.delete(HEADING_CHOICE).where(same_headings, HEADING_CHOICE.c.column_name.in_(list(chosen))))
    insert_rows(connection, HEADING_CHOICE, ["fingerprint", "column_name", "heading"], rows)


def values(connection: sa.Connection) -> dict[Key, str]:
    """What each spelling was said to mean."""
    names = ("fingerprint", "column_name", "written", "meaning")
    query = sa.select(*[VALUE_CHOICE.c[name] for name in names])
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(query)}


@dataclass(frozen=True)
class GivenAnswer:
    """An answer that is remembered: what it was about, what may be shown of it, and what it means."""

    key: Key
    meaning: str
    about: str
    table: str
    shown: str
    by: str


def given_answers(connection: sa.Connection) -> list[GivenAnswer]:
    """Every answer that is remembered, by what it is about."""
    names = ("fingerprint", "column_name", "written", "meaning", "about", "table_name", "shown", "answered_by")
    order = [VALUE_CHOICE.c[name] for name in ("about", "column_name", "shown", "written", "fingerprint")]
    rows = connection.execute(sa.select(*[VALUE_CHOICE.c[name] for name in names]).order_by(*order))
    return [GivenAnswer((row[0], row[1], row[2]), *row[3:]) for row in rows]


def remember_values(
    connection: sa.Connection, meant: Mapping[Key, str | None], asked: Mapping[Key, Question], by: str
) -> None:
    """Store answers; None takes one back. `asked`: the questions they answer, as far as they are known."""
    names = ["fingerprint", "column_name", "written"]
    for key in meant:
        same_key = [VALUE_CHOICE.c[name] == part for name, part in zip(names, key, strict=True)]
        connection.execute(sa.delete(VALUE_CHOICE).where(*same_key))
    rows = [(*key, meaning, *_told(asked.get(key)), by) for key, meaning in meant.items() if meaning is not None]
    insert_rows(connection, VALUE_CHOICE, [*names, "meaning", "about", "table_name", "shown", "answered_by"], rows)


def _told(question: Question | None) -> tuple[str, str, str]:
    """What is kept of a question for the list of answers: a mark, a tab, a place; never a word out of a cell."""
    if question is None:
        return "", "", ""
    shown = question.written if question.about in _SHOWN or len(question.written) <= _A_MARK else ""
    return question.about.value, question.table, shown
