"""Owns the SQL tables: those of rows are made from the declarations."""

from typing import Any

import sqlalchemy as sa

from data_sources.declared.table import Column, ColumnKind
from data_sources.declared.tables import TABLES

_TYPES: dict[ColumnKind, type[sa.types.TypeEngine[Any]]] = {
    ColumnKind.DATE: sa.Date,
    ColumnKind.COUNT: sa.BigInteger,
    ColumnKind.SCORE: sa.Float,
    ColumnKind.YES_NO: sa.Boolean,
}

metadata = sa.MetaData()

# Small facts about this database: the data version, the check of the secret key, the model's key.
FACT = sa.Table(
    "fact", metadata, sa.Column("name", sa.String, primary_key=True), sa.Column("value", sa.String, nullable=False)
)

# One uploaded file that was stored: nothing is written without one.
BATCH = sa.Table(
    "batch",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("file", sa.String, nullable=False),
    sa.Column("fingerprint", sa.String, nullable=False),
    sa.Column("uploaded_at", sa.DateTime, nullable=False),
    sa.Column("uploaded_by", sa.String, nullable=False),
    sa.Column("undone_at", sa.DateTime),
    sa.Column("undone_by", sa.String),
)

# What a batch brought to each table. first and last: the dates its rows span.
BATCH_TABLE = sa.Table(
    "batch_table",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("new", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False),
    sa.Column("unchanged", sa.Integer, nullable=False),
    sa.Column("failed", sa.Integer, nullable=False),
    sa.Column("first", sa.Date),
    sa.Column("last", sa.Date),
    sa.Column("removed", sa.Integer, nullable=False, server_default=sa.text("0")),
)

# What a batch brought by month ("2026-03", empty where a row's date could not be read), for each set of headings:
# rows kept and failed, those of an unknown municipality, those that leave out what they could have said.
BATCH_MONTH = sa.Table(
    "batch_month",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    *[sa.Column(name, sa.String, primary_key=True) for name in ("table_name", "fingerprint", "month")],
    *[sa.Column(name, sa.Integer, nullable=False) for name in ("rows", "failed", "unknown", "incomplete")],
)

# Which named source a batch was fetched from, and how far into it: the next fetch begins there.
BATCH_SOURCE = sa.Table(
    "batch_source",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("source", sa.String, nullable=False),
    sa.Column("cursor", sa.String, nullable=False),
)

# How many rows had what problem: reasons only, never a value.
BATCH_PROBLEM = sa.Table(
    "batch_problem",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("reason", sa.String, primary_key=True),
    sa.Column("severity", sa.String, primary_key=True),
    sa.Column("rows", sa.Integer, nullable=False),
)

# A row as it was before a batch changed it, and which batch had written it. Undo reads this.
ROW_BEFORE = sa.Table(
    "row_before",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    sa.Column("table_name", sa.String, primary_key=True),
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("batch_before", sa.Integer, nullable=False, index=True),
    sa.Column("before", sa.String, nullable=False),
)

# Which heading somebody chose for a column, where headings alone did not say. The fingerprint is of the headings.
HEADING_CHOICE = sa.Table(
    "heading_choice",
    metadata,
    *[sa.Column(name, sa.String, primary_key=True) for name in ("fingerprint", "column_name")],
    sa.Column("heading", sa.String, nullable=False),
)

# What somebody answered, for files with these headings. The spelling is a keyed hash. For the list of answers stands
# what was asked about, and what may be shown of it: never a cell's text.
_OF_A_QUESTION = ("about", "table_name", "shown", "answered_by")

VALUE_CHOICE = sa.Table(
    "value_choice",
    metadata,
    *[sa.Column(name, sa.String, primary_key=True) for name in ("fingerprint", "column_name", "written")],
    sa.Column("meaning", sa.String, nullable=False),
    *[sa.Column(name, sa.String, nullable=False, server_default="") for name in _OF_A_QUESTION],
)

# An id as it was written and its normal form, both as keyed hashes: people whose ids are written in several ways.
PERSON_SPELLING = sa.Table(
    "person_spelling",
    metadata,
    sa.Column("spelling", sa.String, primary_key=True),
    sa.Column("normal", sa.String, nullable=False, index=True),
)

# The numbers as they were published. A publication is never changed; a later edition stands beside it.
PUBLICATION = sa.Table(
    "publication",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("data_version", sa.Integer, nullable=False),
    sa.Column("family", sa.String, nullable=False),
    sa.Column("period", sa.String, nullable=False),
    sa.Column("edition", sa.Integer, nullable=False),
    sa.Column("reason", sa.String, nullable=False, default=""),
    # The threshold and the rules it was made under, and how far down the wall's ladder it had to go.
    sa.Column("threshold", sa.Integer, nullable=False, server_default=sa.text("5")),
    sa.Column("rules", sa.Integer, nullable=False, server_default=sa.text("1")),
    sa.Column("depth", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.UniqueConstraint("family", "period", "edition"),
)

# Publications that nobody may read any more, from when, and why. The publications themselves are never changed.
WITHDRAWAL = sa.Table(
    "withdrawal",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("publication_id", sa.ForeignKey("publication.id"), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
)

# When publishing a period did not succeed, and why: what is not on the screen is accounted for too.
ATTEMPT = sa.Table(
    "publication_attempt",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("family", sa.String, nullable=False),
    sa.Column("period", sa.String, nullable=False),
    sa.Column("outcome", sa.String, nullable=False),
)

# What published numbers are broken down by; "all" where a family has no such dimension.
_CELL = (*("municipality", "level", "service", "source"), *("origin", "outcome", "destination", "question", "response"))

# Which cells of the lattice a publication shows. `persons` only of cells that are shown.
DECIDED = sa.Table(
    "decided_cell",
    metadata,
    sa.Column("publication_id", sa.ForeignKey("publication.id"), primary_key=True),
    *[sa.Column(name, sa.String, primary_key=True) for name in _CELL],
    sa.Column("shown", sa.Boolean, nullable=False),
    sa.Column("persons", sa.Integer),
)

# The published numbers themselves: of shown cells only.
NUMBER = sa.Table(
    "published_number",
    metadata,
    sa.Column("publication_id", sa.ForeignKey("publication.id"), primary_key=True),
    sa.Column("indicator", sa.String, primary_key=True),
    *[sa.Column(name, sa.String, primary_key=True) for name in _CELL],
    sa.Column("value", sa.Float),
    sa.Column("low", sa.Float),
    sa.Column("high", sa.Float),
    sa.Column("base", sa.Float),
    sa.Column("finer", sa.Float),
    sa.Column("bound", sa.String, nullable=False, default=""),
    sa.Column("design", sa.Float),
)

# An entry of the minute book: every version is a row of its own, and no row is ever changed.
_VERSION = ("number", "version")
_WRITTEN = ("text", "state", "reason", "by")


def _of_minutes(name: str, *columns: sa.Column) -> sa.Table:  # type: ignore[type-arg]
    """A table of one kind of entries, with what each of them has."""
    versions = [sa.Column(part, sa.Integer, primary_key=True, autoincrement=False) for part in _VERSION]
    written = [sa.Column(part, sa.String, nullable=False) for part in _WRITTEN]
    return sa.Table(name, metadata, *versions, *columns, *written, sa.Column("at", sa.DateTime, nullable=False))


DECISION = _of_minutes(
    "decision_version",
    sa.Column("goal", sa.String, nullable=False),
    sa.Column("place", sa.String, nullable=False),
    sa.Column("case_number", sa.String, nullable=False),
    sa.Column("decided_on", sa.Date, nullable=False),
    sa.Column("responsible", sa.String, nullable=False),
    sa.Column("due", sa.Date),
)

# What somebody knows of a municipality from one day to another.
NOTE = _of_minutes(
    "note_version",
    sa.Column("place", sa.String, nullable=False),
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False),
)

# Why a goal is not where it should be, in a place.
CAUSE = _of_minutes(
    "cause_version", sa.Column("goal", sa.String, nullable=False), sa.Column("place", sa.String, nullable=False)
)

# A goal as it was decided once: every version is a row of its own, and no row is ever changed. `content` is the goal.
GOAL = sa.Table(
    "goal_version",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("content", sa.String, nullable=False),
    sa.Column("valid_from", sa.Date),
    sa.Column("case_number", sa.String, nullable=False),
    sa.Column("decided_on", sa.Date),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("by", sa.String, nullable=False),
)


# The days a batch spans of each municipality and team in a table: who has delivered, and never how much. `partial`: so
# many of the file's rows failed that it does not count as delivered.
BATCH_DELIVERY = sa.Table(
    "batch_delivery",
    metadata,
    sa.Column("batch_id", sa.ForeignKey("batch.id"), primary_key=True),
    *[sa.Column(name, sa.String, primary_key=True) for name in ("table_name", "municipality", "team")],
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False),
    sa.Column("partial", sa.Boolean, nullable=False),
)

# What somebody has said of a delivery: that there was nothing, that this is all, or to publish without it.
DELIVERY_WORD = sa.Table(
    "delivery_word",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    *[sa.Column(name, sa.String, nullable=False) for name in ("kind", "table_name", "place", "period", "by")],
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("withdrawn_at", sa.DateTime),
    sa.Column("withdrawn_by", sa.String),
)

# Whose numbers are not in a publication because they had not come; "all": the region's own are not in it either.
PUBLICATION_WITHOUT = sa.Table(
    "publication_without",
    metadata,
    sa.Column("publication_id", sa.ForeignKey("publication.id"), primary_key=True),
    sa.Column("place", sa.String, primary_key=True),
)

# Whom we have reminded in which month: once is enough.
REMINDER = sa.Table(
    "reminder",
    metadata,
    *[sa.Column(name, sa.String, primary_key=True) for name in ("owner", "month")],
    sa.Column("at", sa.DateTime, nullable=False),
)


def _sql_column(column: Column) -> sa.Column[Any]:
    return sa.Column(column.name, _TYPES.get(column.kind, sa.String)())


ROWS: dict[str, sa.Table] = {
    table.name: sa.Table(
        table.name,
        metadata,
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("row_hash", sa.String, nullable=False),
        sa.Column("batch_id", sa.Integer, nullable=False, index=True),
        *[_sql_column(column) for column in table.stored],
    )
    for table in TABLES
}
