"""The minute book: decisions with their measures, and notes on municipalities."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXTS = ("text", "state", "reason", "by")


def upgrade() -> None:
    """Two tables, both empty."""
    op.create_table(
        "decision_version",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("goal", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("case_number", sa.String, nullable=False),
        sa.Column("decided_on", sa.Date, nullable=False),
        sa.Column("responsible", sa.String, nullable=False),
        sa.Column("due", sa.Date),
        *[sa.Column(name, sa.String, nullable=False) for name in _TEXTS],
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "note_version",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        *[sa.Column(name, sa.String, nullable=False) for name in _TEXTS],
        sa.Column("at", sa.DateTime, nullable=False),
    )
