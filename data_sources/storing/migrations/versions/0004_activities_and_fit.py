"""Activities (outreach, guidance, advice) and FIT scores are taken in."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Two tables of rows."""
    op.create_table(
        "activities",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("row_hash", sa.String, nullable=False),
        sa.Column("batch_id", sa.Integer, nullable=False, index=True),
        sa.Column("date", sa.Date),
        sa.Column("activity", sa.String),
        sa.Column("municipality", sa.String),
        sa.Column("title", sa.String),
        sa.Column("receiver", sa.String),
        sa.Column("reached", sa.BigInteger),
    )
    op.create_table(
        "fit",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("row_hash", sa.String, nullable=False),
        sa.Column("batch_id", sa.Integer, nullable=False, index=True),
        sa.Column("date", sa.Date),
        sa.Column("participant", sa.String),
        sa.Column("ors", sa.Float),
        sa.Column("srs", sa.Float),
    )
