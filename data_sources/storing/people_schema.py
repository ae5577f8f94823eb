"""Owns the SQL tables of who may come in, who is in, which tools may read, and what each of them did."""

import sqlalchemy as sa

from data_sources.storing.schema import metadata

# Somebody who may sign in. `subject` is what the provider calls them, empty until they have been here; `granted` the
# role somebody gave them here, `claimed` the one their organisation says they have. `places`: municipalities' keys
# between spaces; empty: all of them.
ACCOUNT = sa.Table(
    "account",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("issuer", sa.String, nullable=False),
    sa.Column("subject", sa.String, nullable=False),
    sa.Column("email", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("granted", sa.String, nullable=False),
    sa.Column("claimed", sa.String, nullable=False),
    sa.Column("places", sa.String, nullable=False),
    sa.Column("claimed_places", sa.String, nullable=False),
    sa.Column("blocked", sa.Boolean, nullable=False),
    sa.Column("seen_at", sa.DateTime),
)

# Somebody who is in. The token itself is in their browser only.
SESSION = sa.Table(
    "session",
    metadata,
    sa.Column("token", sa.String, primary_key=True),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id"), nullable=False, index=True),
    sa.Column("began_at", sa.DateTime, nullable=False),
    sa.Column("seen_at", sa.DateTime, nullable=False),
    sa.Column("ends_at", sa.DateTime, nullable=False),
    sa.Column("ended", sa.Boolean, nullable=False),
)

# A tool that reads published numbers with nobody signed in. The token itself is in the tool only.
TOOL_TOKEN = sa.Table(
    "tool_token",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("hash", sa.String, nullable=False, unique=True),
    sa.Column("made_by", sa.String, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("used_at", sa.DateTime),
    sa.Column("revoked_at", sa.DateTime),
)

# What somebody did, each entry sealed together with the one before. Never a value, a name from a file, or an id.
AUDIT = sa.Table(
    "audit_entry",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("who", sa.String, nullable=False),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("action", sa.String, nullable=False),
    sa.Column("object", sa.String, nullable=False),
    sa.Column("outcome", sa.String, nullable=False),
    sa.Column("seal", sa.String, nullable=False),
)

# The database itself refuses to change what was done.
_SQLITE = [
    f"CREATE TRIGGER audit_entry_{deed.casefold()} BEFORE {deed} ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"
    for deed in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    "CREATE FUNCTION audit_entry_grows() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$",
    "CREATE TRIGGER audit_entry_stands BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION audit_entry_grows()",
]


def only_grows(connection: sa.Connection) -> None:
    """Let the database refuse to change or remove an entry."""
    for statement in _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE:
        connection.exec_driver_sql(statement)


@sa.event.listens_for(AUDIT, "after_create")
def _created(_table: sa.Table, connection: sa.Connection, **_: object) -> None:
    only_grows(connection)
