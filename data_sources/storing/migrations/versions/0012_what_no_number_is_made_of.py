"""What no number is made of is not kept: whether a cancellation came late, and SRS. A row's hash stays as it was.

An answer is kept with what it was about, so that it can be listed and changed. Ids are kept in two forms, both as keyed
hashes, so that a person written in two ways is one.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Let go of two columns, and of what they held in rows that are put by for an undo."""
    for table, column in (("attendance", "late"), ("fit", "srs")):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        _forget(table, column)
    for name in ("about", "table_name", "shown", "answered_by"):
        op.add_column("value_choice", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.create_table(
        "person_spelling",
        sa.Column("spelling", sa.String, primary_key=True),
        sa.Column("normal", sa.String, nullable=False, index=True),
    )


def _forget(table: str, column: str) -> None:
    put_by = sa.table("row_before", *map(sa.column, ("batch_id", "table_name", "key", "before")))
    connection = op.get_bind()
    rows = connection.execute(sa.select(put_by).where(put_by.c.table_name == table)).all()
    for row in rows:
        kept = {name: value for name, value in json.loads(row.before).items() if name != column}
        this = (put_by.c.batch_id == row.batch_id) & (put_by.c.table_name == table) & (put_by.c.key == row.key)
        connection.execute(sa.update(put_by).where(this).values(before=json.dumps(kept)))
