"""The tables as they were first released. Databases older than the steps have them already."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing to do: such a database was made with these tables."""
