"""Goals live in the database, in every version."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """One table of versions."""
    op.create_table(
        "goal_version",
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
