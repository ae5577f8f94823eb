"""Owns how a database made by an earlier version becomes today's: one step a file, run when it is opened."""

from pathlib import Path

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from data_sources.storing.people_schema import AUDIT

STEPS = ScriptDirectory(str(Path(__file__).parent))


class LaterVersion(Exception):  # noqa: N818 - an answer to whoever opens it
    """A later version than this one has made the database; this one does not know what its tables mean."""


def newest() -> str:
    """The last step this version knows."""
    return str(STEPS.get_current_head())


def bring_up_to_date(connection: sa.Connection) -> None:
    """Make all tables in a new database, or take an old one through the steps it lacks. Inside one transaction.

    A database from before the first step has its tables and no mark; it is taken through all of them. Raises
    LaterVersion.
    """
    context = MigrationContext.configure(
        connection, opts={"fn": lambda revision, _context: STEPS._upgrade_revs("head", revision)}
    )
    revision = context.get_current_revision()
    if revision == newest():
        return
    if revision is not None and revision not in {step.revision for step in STEPS.walk_revisions()}:
        raise LaterVersion
    if revision is None and not sa.inspect(connection).has_table("fact"):
        AUDIT.metadata.create_all(connection)  # all tables
        context.stamp(STEPS, "head")
        return
    with Operations.context(context):
        context.run_migrations()
