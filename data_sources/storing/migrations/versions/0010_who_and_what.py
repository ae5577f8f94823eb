"""Who may come in, who is in, and what each of them did."""

import sqlalchemy as sa
from alembic import op

from data_sources.storing.people_schema import only_grows

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Tables of their own; what was there before is not touched."""
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, primary_key=True),
        *[
            sa.Column(name, sa.String, nullable=False)
            for name in ("issuer", "subject", "email", "name", "granted", "claimed", "places", "claimed_places")
        ],
        sa.Column("blocked", sa.Boolean, nullable=False),
        sa.Column("seen_at", sa.DateTime),
    )
    op.create_table(
        "session",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id"), nullable=False, index=True),
        *[sa.Column(name, sa.DateTime, nullable=False) for name in ("began_at", "seen_at", "ends_at")],
        sa.Column("ended", sa.Boolean, nullable=False),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        *[
            sa.Column(name, sa.String, nullable=False)
            for name in ("who", "role", "action", "object", "outcome", "seal")
        ],
    )
    only_grows(op.get_bind())
