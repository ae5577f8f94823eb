"""User surveys are taken in, and published by question and answer."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_BEFORE = ("municipality", "level", "service", "source", "origin", "outcome", "destination")
_CELL = (*_BEFORE, "question", "response")


def upgrade() -> None:
    """A table of single answers; the two tables of cells made anew, where what was published is of no question."""
    op.create_table(
        "survey",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("row_hash", sa.String, nullable=False),
        sa.Column("batch_id", sa.Integer, nullable=False, index=True),
        sa.Column("date", sa.Date),
        *[
            sa.Column(name, sa.String)
            for name in ("question", "response", "municipality", "level", "participant", "round")
        ],
    )
    shown: list[sa.Column[Any]] = [sa.Column("shown", sa.Boolean, nullable=False), sa.Column("persons", sa.Integer)]
    numbers = [sa.Column(name, sa.Float) for name in ("value", "low", "high", "base", "finer")]
    bound = sa.Column("bound", sa.String, nullable=False)
    _made_anew("decided_cell", (), shown)
    _made_anew("published_number", ("indicator",), [*numbers, bound, sa.Column("design", sa.Float)])


def _made_anew(table: str, keys: tuple[str, ...], columns: Sequence[sa.Column[Any]]) -> None:
    op.create_table(
        f"{table}_by_question",
        sa.Column("publication_id", sa.Integer, sa.ForeignKey("publication.id"), primary_key=True),
        *[sa.Column(name, sa.String, primary_key=True) for name in (*keys, *_CELL)],
        *columns,
    )
    kept = ", ".join(["publication_id", *keys, *(column.name for column in columns), *_BEFORE])
    op.execute(
        f"INSERT INTO {table}_by_question ({kept}, question, response)"  # noqa: S608 - names of our own
        f" SELECT {kept}, 'all', 'all' FROM {table}"
    )
    op.drop_table(table)
    op.rename_table(f"{table}_by_question", table)
