"""Owns the reading of rows to count: where it can be, column by column, so that no row of a million is Python's own."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import polars as pl
import sqlalchemy as sa

from data_sources.declared.table import ColumnKind, Table
from data_sources.storing.schema import ROWS

_PIECE = 100_000  # rows read at once
_BETWEEN, _NOTHING = "\x1f", "\x1e"
_OTHERS = {ColumnKind.TEXT, ColumnKind.SCORE, ColumnKind.YES_NO}
"""What a person wrote, where any character may stand, and what is not the same number again when it has been text."""


def pieces(connection: sa.Connection, table: Table, since: date | None) -> Iterator[pl.DataFrame]:
    """A table's rows, some at a time, with its declared columns, typed. `since`: only those of this day and later."""
    sql = ROWS[table.name]
    query = sa.select(*[sql.c[column.name] for column in table.stored])
    if since is not None:
        query = query.where(sql.c[table.date] >= since)
    if any(column.kind in _OTHERS for column in table.stored):
        schema = {column.name: column.dtype for column in table.stored}
        yield from pl.read_database(query, connection, iter_batches=True, batch_size=_PIECE, schema_overrides=schema)
    elif connection.dialect.name == "postgresql":
        yield from _copied(connection, query, table)
    else:
        yield from _put_together(connection, query, table)


def _put_together(connection: sa.Connection, query: sa.Select[Any], table: Table) -> Iterator[pl.DataFrame]:
    """The same where the database puts each column together to one text, in the order it comes to the rows."""
    sql = ROWS[table.name]
    row = sa.literal_column("rowid", sa.Integer)
    first, last = connection.execute(sa.select(sa.func.min(row), sa.func.max(row)).select_from(sql)).one()
    texts = query.with_only_columns(*[_in_a_row(sql.c[column.name]) for column in table.stored])
    for start in range(first or 0, (last or -1) + 1, _PIECE):
        piece = connection.execute(texts.where(row >= start, row < start + _PIECE)).one()
        if piece[0] is not None:
            yield pl.DataFrame(
                [
                    pl.Series(column.name, [text]).str.split(_BETWEEN).explode()
                    for column, text in zip(table.stored, piece, strict=True)
                ]
            ).select(_typed(column.name, column.dtype) for column in table.stored)


def _copied(connection: sa.Connection, query: sa.Select[Any], table: Table) -> Iterator[pl.DataFrame]:
    """The same as a server copies it out: in CSV, where only what is nothing stands without its quotes."""
    text = query.compile(connection.engine, compile_kwargs={"literal_binds": True})
    schema = {column.name: column.dtype for column in table.stored}
    cursor = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY ({text}) TO STDOUT (FORMAT CSV)") as copy:  # type: ignore[attr-defined]
        lines = iter(copy)
        while piece := b"".join(islice(lines, _PIECE)):
            yield pl.read_csv(piece, has_header=False, schema=schema)


def _in_a_row(column: sa.Column[object]) -> sa.ColumnElement[str]:
    """Every value of a column, one after the other."""
    return sa.func.aggregate_strings(sa.func.coalesce(sa.cast(column, sa.String), _NOTHING), _BETWEEN)


def _typed(name: str, dtype: pl.DataType | type[pl.DataType]) -> pl.Expr:
    text = pl.when(pl.col(name) != _NOTHING).then(name)
    return text.str.to_date("%Y-%m-%d") if dtype == pl.Date else text.cast(dtype)
