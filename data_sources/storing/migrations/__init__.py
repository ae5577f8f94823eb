"""Owns how a database made by an earlier version becomes today's: one step a file, run when it is opened."""

from pathlib import Path

import sqlalchemy as sa

from data_sources.storing.people_schema import AUDIT

STEPS = Path(__file__).parent / "versions"


class LaterVersion(Exception):  # noqa: N818 - an answer to whoever opens it
    """A later version than this one has made the database; this one does not know what its tables mean."""


def newest() -> str:
    """The last step this version knows: files are named by their number."""
    return max(file.name for file in STEPS.glob("[0-9]*.py")).partition("_")[0]


def bring_up_to_date(connection: sa.Connection) -> None:
    """Make all tables in a new database, or take an old one through the steps it lacks. Inside one transaction.

    A database from before the first step has its tables and no mark; it is taken through all of them. Raises
    LaterVersion. Alembic is loaded where there is something to do.
    """
    marked = sa.inspect(connection).has_table("alembic_version")
    if marked and connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == newest():
        return
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    steps = ScriptDirectory(str(STEPS.parent))
    context = MigrationContext.configure(
        connection, opts={"fn": lambda revision, _context: steps._upgrade_revs("head", revision)}
    )
    revision = context.get_current_revision()
    if revision is not None and revision not in {step.revision for step in steps.walk_revisions()}:
        raise LaterVersion
    if revision is None and not sa.inspect(connection).has_table("fact"):
        AUDIT.metadata.create_all(connection)  # all tables
        context.stamp(steps, "head")
        return
    with Operations.context(context):
        context.run_migrations()
