"""Answers about values are remembered, batches know where they came from and what they brought by month."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the three tables, and how many rows a batch removed."""
    op.create_table(
        "value_choice",
        *[sa.Column(name, sa.String, primary_key=True) for name in ("fingerprint", "column_name", "written")],
        sa.Column("meaning", sa.String, nullable=False),
    )
    op.create_table(
        "batch_source",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("cursor", sa.String, nullable=False),
    )
    op.create_table(
        "batch_month",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), primary_key=True),
        *[sa.Column(name, sa.String, primary_key=True) for name in ("table_name", "fingerprint", "month")],
        *[sa.Column(name, sa.Integer, nullable=False) for name in ("rows", "failed", "unknown", "incomplete")],
    )
    op.add_column("batch_table", sa.Column("removed", sa.Integer, nullable=False, server_default=sa.text("0")))
