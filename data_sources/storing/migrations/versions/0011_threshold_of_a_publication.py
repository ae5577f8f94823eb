"""A publication says under which threshold and rules it was made, and may be withdrawn.

What is there already is of the first rules.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Three columns, one table, and the day from which published numbers are read by the second rules."""
    for name, value in (("threshold", "5"), ("rules", "1"), ("depth", "0")):
        op.add_column("publication", sa.Column(name, sa.Integer, nullable=False, server_default=sa.text(value)))
    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("publication_id", sa.Integer, sa.ForeignKey("publication.id"), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
    day = datetime.now(UTC).date().isoformat()
    op.execute(sa.text("INSERT INTO fact (name, value) VALUES ('second_rules_on', :day)").bindparams(day=day))
