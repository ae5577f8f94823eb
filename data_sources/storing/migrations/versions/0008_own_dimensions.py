"""Every family's published cells stand under its own dimensions."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_BEFORE = ("municipality", "level", "service")
_CELL = (*_BEFORE, "source", "origin", "outcome", "destination")
# What the three columns held in each family, where it was something else.
_HELD = {
    "referred": {"source": "service"},
    "waited": {"outcome": "level"},
    "ended": {"origin": "municipality", "outcome": "level", "destination": "service"},
    "steps": {"destination": "level", "origin": "service"},
    "followed": {"outcome": "level"},
}


def upgrade() -> None:
    """The two tables of cells made anew, each family's members moved to columns of their own names."""
    shown: list[sa.Column[Any]] = [sa.Column("shown", sa.Boolean, nullable=False), sa.Column("persons", sa.Integer)]
    numbers = [sa.Column(name, sa.Float) for name in ("value", "low", "high", "base", "finer")]
    _made_anew("decided_cell", (), shown)
    _made_anew("published_number", ("indicator",), [*numbers, sa.Column("bound", sa.String, nullable=False)])


def _made_anew(table: str, keys: tuple[str, ...], columns: Sequence[sa.Column[Any]]) -> None:
    op.create_table(
        f"{table}_anew",
        sa.Column("publication_id", sa.Integer, sa.ForeignKey("publication.id"), primary_key=True),
        *[sa.Column(name, sa.String, primary_key=True) for name in (*keys, *_CELL)],
        *columns,
    )
    kept = ["publication_id", *keys, *(column.name for column in columns)]
    names = ", ".join([*kept, *_CELL])
    values = ", ".join([*(f"c.{name}" for name in kept), *map(_value, _CELL)])
    op.execute(
        f"INSERT INTO {table}_anew ({names}) SELECT {values}"  # noqa: S608 - names of our own
        f" FROM {table} c JOIN publication p ON p.id = c.publication_id"
    )
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)


def _value(name: str) -> str:
    moved = {family: held[name] for family, held in _HELD.items() if name in held}
    emptied = {family for family, held in _HELD.items() if name in held.values() and name not in held}
    cases = [f"WHEN '{family}' THEN c.{column}" for family, column in moved.items()]
    cases += [f"WHEN '{family}' THEN 'all'" for family in sorted(emptied)]
    otherwise = f"c.{name}" if name in _BEFORE else "'all'"
    return f"CASE p.family {' '.join(cases)} ELSE {otherwise} END" if cases else otherwise
