"""Owns what storing checked rows would do: which are new, changed, as they were, and no longer there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl
import sqlalchemy as sa

from data_sources.checking.check import Checked
from data_sources.declared.table import Table
from data_sources.storing.batches import Counts
from data_sources.storing.database import answer
from data_sources.storing.keys.row_keys import identified
from data_sources.storing.schema import BATCH, ROWS

_MOST = 500  # values named in one question
_FEW = 10_000  # rows of a file that are looked up by their keys, however many are stored
_PLACE = "municipality"


@dataclass(frozen=True, eq=False)
class Difference:
    """What storing checked rows would do to one table. `new` and `changed` have its columns, `key` and `row_hash`.

    `absent`: stored rows (key, date, municipality) inside what the file is of that the file does not have. They are
    removed only where somebody says that the file is whole; None where that cannot be said: of a part of a
    file, of one with failed rows, of a table without a scope.
    `same`: day and place of the unchanged rows.
    """

    table: Table
    new: pl.DataFrame
    changed: pl.DataFrame
    same: pl.DataFrame
    failed: int
    absent: pl.DataFrame | None = None

    @property
    def unchanged(self) -> int:
        """How many rows are there already, just as they are."""
        return self.same.height

    @property
    def counts(self) -> Counts:
        """The same in numbers, where nothing is removed."""
        return Counts(self.table.name, self.new.height, self.changed.height, self.unchanged, self.failed)

    def by_month_and_place(self) -> pl.DataFrame:
        """month ("2026-03", or a year), municipality, new, changed, unchanged, absent: numbers of rows."""
        parts = {"new": self.new, "changed": self.changed, "unchanged": self.same, "absent": self.absent}
        every = pl.concat(
            frame.select(*_where(self.table), what=pl.lit(name)) for name, frame in parts.items() if frame is not None
        )
        day, dated = pl.col(self.table.date), self.table.by_name[self.table.date].dtype == pl.Date()
        month = (day.dt.strftime("%Y-%m") if dated else day.cast(pl.String)).fill_null("").alias("month")
        place = pl.col(_PLACE).fill_null("") if _PLACE in every.columns else pl.lit("").alias(_PLACE)
        counted = [(pl.col("what") == name).sum().cast(pl.Int64).alias(name) for name in parts]
        return every.group_by(month, place).agg(*counted).sort("month", _PLACE)


def compared(
    connection: sa.Connection,
    table: Table,
    sheets: Sequence[Checked],
    hashed: Callable[[str], str],
    *,
    partial: bool,
    brought_by: tuple[str, str],
    whole: bool = True,
) -> Difference:
    """The checked rows of one table held against the stored ones. `brought_by`: the file's name and fingerprint.
    `whole`: what the file does not have is looked for, too, where that can be said."""
    incoming = pl.concat([sheet.rows.drop("row") for sheet in sheets])
    rows = identified(table, incoming, hashed, _brought(connection, table, brought_by) if partial else None)
    stored = _stored(connection, ROWS[table.name], rows["key"])
    both = rows.join(stored, on="key", how="left", maintain_order="left")
    there = pl.col("old_hash").is_not_null()
    same = pl.col("old_hash") == pl.col("row_hash")
    failed = sum(len(sheet.failed) for sheet in sheets)
    whole = whole and not partial and not failed and bool(table.scope) and rows.height > 0
    return Difference(
        table,
        both.filter(~there).drop("old_hash"),
        both.filter(there & ~same).drop("old_hash"),
        both.filter(there & same).select(*_where(table)),
        failed,
        _absent(connection, table, rows) if whole else None,
    )


def _stored(connection: sa.Connection, sql: sa.Table, keys: pl.Series) -> pl.DataFrame:
    """key and old_hash of the stored rows with these keys; of all stored rows where so many are sooner read."""
    query, schema = sa.select(sql.c.key, sql.c.row_hash), {"key": pl.String(), "old_hash": pl.String()}
    if len(keys) > _FEW:
        return answer(connection, query, schema)
    parts = [keys.slice(start, _MOST).to_list() for start in range(0, len(keys) or 1, _MOST)]
    return pl.concat(answer(connection, query.where(sql.c.key.in_(part)), schema) for part in parts)


def _brought(connection: sa.Connection, table: Table, by: tuple[str, str]) -> dict[str, bool]:
    """The keys in the store, and whether a file of this name or this content brought them."""
    sql, (file, fingerprint) = ROWS[table.name], by
    ours = (BATCH.c.file == file) | (BATCH.c.fingerprint == fingerprint)
    query = sa.select(sql.c.key, ours).join(BATCH, BATCH.c.id == sql.c.batch_id)
    return {key: bool(own) for key, own in connection.execute(query)}


def _absent(connection: sa.Connection, table: Table, rows: pl.DataFrame) -> pl.DataFrame | None:
    """Stored rows of the file's days and of what its scope names that are not among its rows; None where no row of the
    table is stored."""
    sql = ROWS[table.name]
    if connection.scalar(sa.select(sql.c.key).limit(1)) is None:
        return None
    days = rows[table.date].drop_nulls()
    inside = [sql.c[table.date].between(days.min(), days.max())]
    for name in table.scope:
        named = [value for value in rows[name].unique().to_list() if value is not None][:_MOST]
        inside.append(sql.c[name].in_(named))
    columns = ["key", *_where(table)]
    schema = {"key": pl.String(), **{name: table.by_name[name].dtype for name in columns if name != "key"}}
    stored = answer(connection, sa.select(*[sql.c[name] for name in columns]).where(*inside), schema)
    return stored.join(rows.select("key"), on="key", how="anti")


def _where(table: Table) -> list[str]:
    return [table.date, *([_PLACE] if _PLACE in table.by_name else [])]
