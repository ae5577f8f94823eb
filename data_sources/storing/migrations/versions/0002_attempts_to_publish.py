"""Attempts to publish that did not succeed are kept; no fingerprint of hidden counts is kept any more."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A table of its own for attempts; and a column less."""
    op.create_table(
        "publication_attempt",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("family", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
    )
    # Not as a batch: that makes the table anew, which SQLite forbids where published numbers point at it.
    op.drop_column("publication", "fingerprint")
