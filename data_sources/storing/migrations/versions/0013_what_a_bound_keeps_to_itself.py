"""Where not one appointment was cancelled, or missed, is kept no more: beside a bound it would have been a count."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Let go of what was kept of it."""
    op.drop_table("publication_unrecorded")
