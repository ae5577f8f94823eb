"""Who has delivered: spans by municipality and team, what was said of them, and what was published without whom."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

# As the tables are at this step: name, columns of the day, the municipality, the team.
_ROWS = (
    ("attendance", "date", "municipality", "team"),
    ("referrals", "received", "municipality", ""),
    ("concerts", "date", "municipality", ""),
    ("activities", "date", "municipality", ""),
    ("fit", "date", "", ""),
)


def upgrade() -> None:
    """The tables; the spans of what is stored already are read from its rows."""
    op.create_table(
        "batch_delivery",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), primary_key=True),
        *[sa.Column(name, sa.String, primary_key=True) for name in ("table_name", "municipality", "team")],
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("partial", sa.Boolean, nullable=False),
    )
    op.create_table(
        "delivery_word",
        sa.Column("id", sa.Integer, primary_key=True),
        *[sa.Column(name, sa.String, nullable=False) for name in ("kind", "table_name", "place", "period", "by")],
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("withdrawn_at", sa.DateTime),
        sa.Column("withdrawn_by", sa.String),
    )
    op.create_table(
        "publication_without",
        sa.Column("publication_id", sa.Integer, sa.ForeignKey("publication.id"), primary_key=True),
        sa.Column("place", sa.String, primary_key=True),
    )
    op.create_table(
        "publication_unrecorded",
        sa.Column("publication_id", sa.Integer, sa.ForeignKey("publication.id"), primary_key=True),
        *[sa.Column(name, sa.String, primary_key=True) for name in ("indicator", "municipality")],
    )
    op.create_table(
        "reminder",
        *[sa.Column(name, sa.String, primary_key=True) for name in ("owner", "month")],
        sa.Column("at", sa.DateTime, nullable=False),
    )
    spans = sa.table(
        "batch_delivery",
        *map(sa.column, ("batch_id", "table_name", "municipality", "team", "first", "last", "partial")),
    )
    batch = sa.table("batch", sa.column("id"))
    for name, day, place, team in _ROWS:
        rows = sa.table(name, *map(sa.column, {"batch_id", day, place, team} - {""}))
        whom = [sa.func.coalesce(rows.c[column], "") if column else sa.literal("") for column in (place, team)]
        days = [sa.func.min(rows.c[day]), sa.func.max(rows.c[day])]
        found = sa.select(rows.c.batch_id, sa.literal(name), *whom, *days, sa.false()).where(
            rows.c[day].is_not(None), rows.c.batch_id.in_(sa.select(batch.c.id))
        )
        grouped = found.group_by(
            rows.c.batch_id, *[part for part, column in zip(whom, (place, team), strict=True) if column]
        )
        op.execute(sa.insert(spans).from_select(list(spans.c.keys()), grouped))
