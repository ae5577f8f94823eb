"""Why a goal is not where it should be, as somebody has written it, in every version."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_TEXTS = ("text", "state", "reason", "by")


def upgrade() -> None:
    """A table of its own; what was there before is not touched."""
    op.create_table(
        "cause_version",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("goal", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        *[sa.Column(name, sa.String, nullable=False) for name in _TEXTS],
        sa.Column("at", sa.DateTime, nullable=False),
    )
