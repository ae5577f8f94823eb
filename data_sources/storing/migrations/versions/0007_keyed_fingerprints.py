"""A file's fingerprint is keyed: without the key nobody can try whether it is of a file they have made up.

Fingerprints from before are keyed when the store opens, which has the key.
"""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Another name for what is another thing."""
    op.execute("ALTER TABLE batch RENAME COLUMN sha256 TO fingerprint")
