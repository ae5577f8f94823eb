"""How many times more a share varies because the same persons come many times is kept with its number."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """What was published before has none."""
    op.add_column("published_number", sa.Column("design", sa.Float))
