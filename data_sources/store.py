"""Owns the rows we keep and the batches they came in. All writing of rows happens here, in transactions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import polars as pl
import sqlalchemy as sa

from data_sources import batches
from data_sources.batches import Batch, Counts
from data_sources.check import Checked
from data_sources.database import PATIENCE, StoreFault, connect, insert_rows, reading, writing
from data_sources.headings import Layout
from data_sources.intake import Arrival
from data_sources.row_keys import identified
from data_sources.schema import BATCH, FACT, HEADING_CHOICE, ROW_BEFORE, ROWS
from data_sources.secret import SecretKey
from data_sources.table import Table
from data_sources.tables import BY_NAME

__all__ = ["Batch", "Counts", "Difference", "Store", "StoreFault"]

_SLICE = 500  # keys asked for in one question


@dataclass(frozen=True, eq=False)
class Difference:
    """What storing checked rows would do. Frames have the table's columns, `key` and `row_hash`."""

    table: Table
    new: pl.DataFrame
    changed: pl.DataFrame
    unchanged: int
    failed: int

    @property
    def counts(self) -> Counts:
        """The same in numbers."""
        return Counts(self.table.name, self.new.height, self.changed.height, self.unchanged, self.failed)


class Store:
    """Our database. Every question raises StoreFault where it has no answer; the caller still has the upload."""

    def __init__(self, url: str, secret: SecretKey, *, patience: float = PATIENCE) -> None:
        self.secret = secret
        self.engine = connect(url, patience)
        try:
            with writing(self.engine) as connection:
                self._claim(connection)
        except StoreFault:
            self.engine.dispose()
            raise

    def _claim(self, connection: sa.Connection) -> None:
        """The first key to open a database is its key; another would count every person twice."""
        known = connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == "key_check"))
        if known is None:
            connection.execute(sa.insert(FACT).values(name="key_check", value=self.secret.check))
            connection.execute(sa.insert(FACT).values(name="data_version", value="0"))
        elif known != self.secret.check:
            raise StoreFault("other-key")

    def version(self) -> int:
        """Rises with every change of rows; whatever was computed under another version is stale."""
        with reading(self.engine) as connection:
            return int(connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == "data_version")) or 0)

    def rows(self, table: Table) -> pl.DataFrame:
        """All rows of a table with its declared columns, typed."""
        sql = ROWS[table.name]
        query = sa.select(*[sql.c[column.name] for column in table.columns])
        schema = {column.name: column.dtype for column in table.columns}
        with reading(self.engine) as connection:
            return pl.read_database(query, connection, schema_overrides=schema)

    def compare(self, arrival: Arrival) -> tuple[Difference, ...]:
        """What storing this arrival would do, one difference per table."""
        with reading(self.engine) as connection:
            return self._differences(connection, arrival)

    def keep(self, arrival: Arrival, by: str, *, now: datetime | None = None) -> Batch:
        """Store an arrival's good rows as one batch, in one transaction. Raises StoreFault; then nothing is stored.

        A file in which not one row holds is no batch: nothing is stored, and its counts say what failed.
        """
        at = now or _now()
        with writing(self.engine) as connection:
            differences = self._differences(connection, arrival)
            counts = tuple(difference.counts for difference in differences)
            if not any(one.new + one.changed + one.unchanged for one in counts):
                return Batch(0, arrival.file, arrival.sha256, at, by, None, None, counts)
            values = {"file": arrival.file, "sha256": arrival.sha256, "uploaded_by": by, "uploaded_at": at}
            batch_id = int(connection.execute(sa.insert(BATCH).returning(BATCH.c.id), values).scalar_one())
            for difference in differences:
                self._write(connection, batch_id, difference)
                batches.write_down(
                    connection, batch_id, difference.table, difference.counts, _of(arrival, difference.table)
                )
            if any(one.new + one.changed for one in counts):
                self._raise_version(connection)
        return Batch(batch_id, arrival.file, arrival.sha256, at, by, None, None, counts)

    def undo(self, batch_id: int, by: str) -> bool:
        """Put every row back as it was before a batch. False where later batches have touched its rows."""
        with writing(self.engine) as connection:
            if not self._stands(connection, batch_id) or self._overtaken(connection, batch_id):
                return False
            for name, sql in ROWS.items():
                self._restore(connection, batch_id, name, sql)
            undone = {"undone_at": _now(), "undone_by": by}
            connection.execute(sa.update(BATCH).where(BATCH.c.id == batch_id).values(undone))
            connection.execute(sa.delete(ROW_BEFORE).where(ROW_BEFORE.c.batch_id == batch_id))
            self._raise_version(connection)
        return True

    def batches(self) -> list[Batch]:
        """Every upload, newest first."""
        with reading(self.engine) as connection:
            return batches.every(connection)

    def seen(self, sha256: str) -> bool:
        """Is this very file stored already, and not undone?"""
        with reading(self.engine) as connection:
            return batches.seen(connection, sha256)

    def spans(self) -> pl.DataFrame:
        """What each standing batch brought: table_name, uploaded_at, first, last, new, changed, unchanged, failed."""
        with reading(self.engine) as connection:
            return batches.spans(connection)

    def changes(self) -> pl.DataFrame:
        """Everything that changed rows, uploads and undoings: table_name, at, first, last."""
        with reading(self.engine) as connection:
            return batches.changes(connection)

    def problems(self) -> pl.DataFrame:
        """How many rows of standing batches had what problem: table_name, reason, severity, rows."""
        with reading(self.engine) as connection:
            return batches.problems(connection)

    def choices(self) -> dict[str, dict[str, str]]:
        """Which headings somebody has chosen before: headings' fingerprint → column → heading."""
        made: dict[str, dict[str, str]] = {}
        query = sa.select(*[HEADING_CHOICE.c[name] for name in ("fingerprint", "column_name", "heading")])
        with reading(self.engine) as connection:
            for fingerprint, column, heading in connection.execute(query):
                made.setdefault(fingerprint, {})[column] = heading
        return made

    def remember(self, layout: Layout, chosen: Mapping[str, str]) -> None:
        """Let files with these headings be read so from now on: column → heading. An earlier choice gives way."""
        mine = HEADING_CHOICE.c.fingerprint == layout.fingerprint
        made = [(layout.fingerprint, column, heading) for column, heading in chosen.items()]
        with writing(self.engine) as connection:
            connection.execute(
                sa.delete(HEADING_CHOICE).where(mine, HEADING_CHOICE.c.column_name.in_(list(chosen)))
            )
            insert_rows(connection, HEADING_CHOICE, ["fingerprint", "column_name", "heading"], made)

    # --- how it is done ------------------------------------------------------------------------------

    def _differences(self, connection: sa.Connection, arrival: Arrival) -> tuple[Difference, ...]:
        by_table: dict[str, list[Checked]] = {}
        for sheet in arrival.sheets:
            by_table.setdefault(sheet.layout.table.name, []).append(sheet)
        return tuple(self._difference(connection, BY_NAME[name], sheets) for name, sheets in by_table.items())

    def _difference(self, connection: sa.Connection, table: Table, sheets: Sequence[Checked]) -> Difference:
        given = pl.concat([sheet.rows.drop("row") for sheet in sheets])
        rows = identified(table, given, self.secret.hashed(table.name))
        sql = ROWS[table.name]
        known = pl.read_database(
            sa.select(sql.c.key, sql.c.row_hash.label("old_hash")), connection,
            schema_overrides={"key": pl.String, "old_hash": pl.String},
        )  # fmt: skip
        both = rows.join(known, on="key", how="left", maintain_order="left")
        there = pl.col("old_hash").is_not_null()
        same = pl.col("old_hash") == pl.col("row_hash")
        return Difference(
            table,
            both.filter(~there).drop("old_hash"),
            both.filter(there & ~same).drop("old_hash"),
            both.filter(there & same).height,
            sum(len(sheet.failed) for sheet in sheets),
        )

    def _write(self, connection: sa.Connection, batch_id: int, difference: Difference) -> None:
        """New rows, and changed ones in the place of the old, which are put by for an undo."""
        name, sql = difference.table.name, ROWS[difference.table.name]
        before: list[tuple[object, ...]] = []
        for part in difference.changed.iter_slices(_SLICE):
            changed = sql.c.key.in_(part["key"].to_list())
            for row in connection.execute(sa.select(sql).where(changed)).mappings():
                old = json.dumps(dict(row), default=str)
                before.append((batch_id, name, row["key"], row["batch_id"], old))
            connection.execute(sa.delete(sql).where(changed))
        names = ["batch_id", "table_name", "key", "batch_before", "before"]
        insert_rows(connection, ROW_BEFORE, names, before)
        written = pl.concat([difference.new, difference.changed]).with_columns(
            pl.lit(batch_id).alias("batch_id"), pl.col(pl.Date).dt.to_string()
        )
        insert_rows(connection, sql, written.columns, written.rows())

    def _stands(self, connection: sa.Connection, batch_id: int) -> bool:
        query = sa.select(BATCH.c.id).where(BATCH.c.id == batch_id, BATCH.c.undone_at.is_(None))
        return connection.scalar(query) is not None

    def _overtaken(self, connection: sa.Connection, batch_id: int) -> bool:
        """Has a later batch changed a row that this one wrote?"""
        query = sa.select(ROW_BEFORE.c.key).where(ROW_BEFORE.c.batch_before == batch_id).limit(1)
        return connection.scalar(query) is not None

    def _restore(self, connection: sa.Connection, batch_id: int, name: str, sql: sa.Table) -> None:
        connection.execute(sa.delete(sql).where(sql.c.batch_id == batch_id))
        mine = (ROW_BEFORE.c.batch_id == batch_id) & (ROW_BEFORE.c.table_name == name)
        query = sa.select(ROW_BEFORE.c.before).where(mine)
        old: list[dict[str, Any]] = [json.loads(before) for (before,) in connection.execute(query)]
        if old:
            insert_rows(connection, sql, list(old[0]), [tuple(row.values()) for row in old])

    def _raise_version(self, connection: sa.Connection) -> None:
        row = FACT.c.name == "data_version"
        number = int(connection.scalar(sa.select(FACT.c.value).where(row)) or 0)
        connection.execute(sa.update(FACT).where(row).values(value=str(number + 1)))


def _of(arrival: Arrival, table: Table) -> list[Checked]:
    return [sheet for sheet in arrival.sheets if sheet.layout.table.name == table.name]


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
