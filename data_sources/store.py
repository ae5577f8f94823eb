"""Owns the rows we keep and the batches they came in. All writing of rows happens here, in transactions."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import sqlalchemy as sa

from data_sources.check import Checked
from data_sources.intake import Arrival
from data_sources.schema import (
    BATCH, BATCH_PROBLEM, BATCH_TABLE, FACT, ROW_BEFORE, ROWS, connect, insert_rows, metadata, writing,
)  # fmt: skip
from data_sources.secret import SecretKey
from data_sources.table import Table
from data_sources.tables import BY_NAME


class StoreFault(Exception):
    """The database cannot be used now. `reason`: unreachable, locked, unwritable or other-key."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Counts:
    """What a file does to one table."""

    table: str
    new: int
    changed: int
    unchanged: int
    failed: int


@dataclass(frozen=True)
class Batch:
    """An upload that was stored. `undoable` is false where a later batch has touched the same rows."""

    id: int
    file: str
    sha256: str
    uploaded_at: datetime
    uploaded_by: str
    undone_at: datetime | None
    undone_by: str | None
    counts: tuple[Counts, ...]


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
    """Our database. Raises StoreFault where it cannot be opened; the caller still has the upload."""

    def __init__(self, url: str, secret: SecretKey) -> None:
        self.secret = secret
        try:
            self.engine = connect(url)
            metadata.create_all(self.engine)
            with writing(self.engine) as connection:
                self._claim(connection)
        except sa.exc.SQLAlchemyError as fault:
            raise as_store_fault(fault) from fault

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
        with self.engine.connect() as connection:
            return int(connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == "data_version")) or 0)

    def rows(self, table: Table) -> pl.DataFrame:
        """All rows of a table with its declared columns, typed."""
        sql = ROWS[table.name]
        query = sa.select(*[sql.c[column.name] for column in table.columns])
        schema = {column.name: column.dtype for column in table.columns}
        with self.engine.connect() as connection:
            return pl.read_database(query, connection, schema_overrides=schema)

    def compare(self, arrival: Arrival) -> tuple[Difference, ...]:
        """What storing this arrival would do, one difference per table."""
        with self.engine.connect() as connection:
            return self._differences(connection, arrival)

    def keep(self, arrival: Arrival, by: str, *, now: datetime | None = None) -> Batch:
        """Store an arrival's good rows as one batch, in one transaction. Raises StoreFault; then nothing is stored."""
        try:
            with writing(self.engine) as connection:
                differences = self._differences(connection, arrival)
                batch_id = connection.execute(
                    sa.insert(BATCH).values(
                        file=arrival.file, sha256=arrival.sha256, uploaded_by=by, uploaded_at=now or _now()
                    )
                ).inserted_primary_key[0]
                for difference in differences:
                    self._write(connection, batch_id, difference, _of(arrival, difference.table))
                self._raise_version(connection)
        except sa.exc.SQLAlchemyError as fault:
            raise as_store_fault(fault) from fault
        return next(batch for batch in self.batches() if batch.id == batch_id)

    def undo(self, batch_id: int, by: str) -> bool:
        """Put every row back as it was before a batch. False where later batches have touched its rows."""
        try:
            with writing(self.engine) as connection:
                if self._overtaken(connection, batch_id):
                    return False
                for name, sql in ROWS.items():
                    self._restore(connection, batch_id, name, sql)
                connection.execute(
                    sa.update(BATCH).where(BATCH.c.id == batch_id).values(undone_at=_now(), undone_by=by)
                )
                connection.execute(sa.delete(ROW_BEFORE).where(ROW_BEFORE.c.batch_id == batch_id))
                self._raise_version(connection)
        except sa.exc.SQLAlchemyError as fault:
            raise as_store_fault(fault) from fault
        return True

    def batches(self) -> list[Batch]:
        """Every upload, newest first."""
        with self.engine.connect() as connection:
            counts: dict[int, list[Counts]] = {}
            columns = [BATCH_TABLE.c[name] for name in ("batch_id", "table_name", "new", "changed", "unchanged", "failed")]
            for batch_id, *rest in connection.execute(sa.select(*columns)):
                counts.setdefault(batch_id, []).append(Counts(*rest))
            return [
                Batch(**row._asdict(), counts=tuple(counts.get(row.id, ())))
                for row in connection.execute(sa.select(BATCH).order_by(BATCH.c.id.desc()))
            ]

    def seen(self, sha256: str) -> bool:
        """Is this very file stored already, and not undone?"""
        query = sa.select(sa.func.count()).where(BATCH.c.sha256 == sha256, BATCH.c.undone_at.is_(None))
        with self.engine.connect() as connection:
            return bool(connection.scalar(query))

    def spans(self) -> pl.DataFrame:
        """What each standing batch brought: table_name, uploaded_at, first, last, new, changed, unchanged, failed."""
        query = (
            sa.select(
                BATCH.c.id, BATCH.c.file, BATCH.c.uploaded_at,
                *[BATCH_TABLE.c[c] for c in ("table_name", "first", "last", "new", "changed", "unchanged", "failed")],
            )
            .join(BATCH_TABLE)
            .where(BATCH.c.undone_at.is_(None))
            .order_by(BATCH.c.id)
        )  # fmt: skip
        with self.engine.connect() as connection:
            return pl.read_database(
                query, connection, schema_overrides={"first": pl.Date, "last": pl.Date, "uploaded_at": pl.Datetime}
            )

    def problems(self) -> pl.DataFrame:
        """How many rows of standing batches had what problem: table_name, reason, severity, rows."""
        query = (
            sa.select(
                BATCH_PROBLEM.c.table_name, BATCH_PROBLEM.c.reason, BATCH_PROBLEM.c.severity,
                sa.func.sum(BATCH_PROBLEM.c.rows).label("rows"),
            )
            .join(BATCH)
            .where(BATCH.c.undone_at.is_(None))
            .group_by(BATCH_PROBLEM.c.table_name, BATCH_PROBLEM.c.reason, BATCH_PROBLEM.c.severity)
        )  # fmt: skip
        with self.engine.connect() as connection:
            return pl.read_database(query, connection, schema_overrides={"rows": pl.Int64})

    # --- how it is done ------------------------------------------------------------------------------

    def _differences(self, connection: sa.Connection, arrival: Arrival) -> tuple[Difference, ...]:
        by_table: dict[str, list[Checked]] = {}
        for sheet in arrival.sheets:
            by_table.setdefault(sheet.layout.table.name, []).append(sheet)
        return tuple(self._difference(connection, BY_NAME[name], sheets) for name, sheets in by_table.items())

    def _difference(self, connection: sa.Connection, table: Table, sheets: Sequence[Checked]) -> Difference:
        rows = self._identified(table, pl.concat([sheet.rows.drop("row") for sheet in sheets]))
        sql = ROWS[table.name]
        known = pl.read_database(
            sa.select(sql.c.key, sql.c.row_hash), connection,
            schema_overrides={"key": pl.String, "row_hash": pl.String},
        )  # fmt: skip
        both = rows.join(known.rename({"row_hash": "old_hash"}), on="key", how="left", maintain_order="left")
        there = pl.col("old_hash").is_not_null()
        same = pl.col("old_hash") == pl.col("row_hash")
        failed = sum(len(sheet.failed) for sheet in sheets)
        return Difference(
            table,
            both.filter(~there).drop("old_hash"),
            both.filter(there & ~same).drop("old_hash"),
            both.filter(there & same).height,
            failed,
        )

    def _identified(self, table: Table, rows: pl.DataFrame) -> pl.DataFrame:
        """Rows with `key` (which row it is) and `row_hash` (what it says), both keyed hashes."""
        hashed = self.secret.hashed(table.name)
        primary = pl.col(table.key[0]).is_not_null()
        named = _joined(table.key)
        identity = pl.when(primary).then(named).otherwise(_joined(table.otherwise or table.key))
        # A second equal row is a second row where the table allows it; a number stands for one row only.
        repeats = pl.lit(table.key_repeats) | ~primary
        again = pl.when(repeats).then(pl.int_range(pl.len()).over(identity)).otherwise(0)
        text = rows.select(
            key=pl.concat_str(identity, pl.lit("\x1f"), again.cast(pl.String)),
            row_hash=_joined([column.name for column in table.columns]),
        )
        made = rows.with_columns(
            *[pl.Series(name, [hashed(value) for value in text[name]], dtype=pl.String) for name in text.columns]
        )
        return made.unique("key", keep="last", maintain_order=True)

    def _write(
        self, connection: sa.Connection, batch_id: int, difference: Difference, sheets: Sequence[Checked]
    ) -> None:
        table, sql = difference.table, ROWS[difference.table.name]
        before = [(batch_id, table.name, key, None) for key in difference.new["key"]]
        for part in difference.changed.iter_slices(500):
            keys = part["key"].to_list()
            old = connection.execute(sa.select(sql).where(sql.c.key.in_(keys))).mappings()
            before += [(batch_id, table.name, row["key"], json.dumps(dict(row), default=str)) for row in old]
            connection.execute(sa.delete(sql).where(sql.c.key.in_(keys)))
        insert_rows(connection, ROW_BEFORE, ["batch_id", "table_name", "key", "before"], before)
        written = pl.concat([difference.new, difference.changed]).with_columns(
            pl.lit(batch_id).alias("batch_id"), pl.col(pl.Date).dt.to_string()
        )
        insert_rows(connection, sql, written.columns, written.rows())
        counts = difference.counts
        connection.execute(
            sa.insert(BATCH_TABLE).values(
                batch_id=batch_id, table_name=table.name, new=counts.new, changed=counts.changed,
                unchanged=counts.unchanged, failed=counts.failed,
                **_span(pl.concat([sheet.rows[table.date] for sheet in sheets])),
            )
        )  # fmt: skip
        insert_rows(
            connection, BATCH_PROBLEM, ["batch_id", "table_name", "reason", "severity", "rows"],
            [(batch_id, table.name, *said) for said in _by_reason(sheets)],
        )  # fmt: skip

    def _overtaken(self, connection: sa.Connection, batch_id: int) -> bool:
        later = ROW_BEFORE.alias()
        query = (
            sa.select(sa.literal(1))
            .select_from(ROW_BEFORE)
            .join(later, (later.c.table_name == ROW_BEFORE.c.table_name) & (later.c.key == ROW_BEFORE.c.key))
            .where(ROW_BEFORE.c.batch_id == batch_id, later.c.batch_id > batch_id)
            .limit(1)
        )
        done = sa.select(BATCH.c.undone_at).where(BATCH.c.id == batch_id)
        return connection.scalar(query) is not None or connection.scalar(done) is not None

    def _restore(self, connection: sa.Connection, batch_id: int, name: str, sql: sa.Table) -> None:
        connection.execute(sa.delete(sql).where(sql.c.batch_id == batch_id))
        mine = (ROW_BEFORE.c.batch_id == batch_id) & (ROW_BEFORE.c.table_name == name)
        query = sa.select(ROW_BEFORE.c.before).where(mine, ROW_BEFORE.c.before.is_not(None))
        old: list[dict[str, Any]] = [json.loads(before) for (before,) in connection.execute(query)]
        if old:
            insert_rows(connection, sql, list(old[0]), [tuple(row.values()) for row in old])

    def _raise_version(self, connection: sa.Connection) -> None:
        row = FACT.c.name == "data_version"
        number = int(connection.scalar(sa.select(FACT.c.value).where(row)) or 0)
        connection.execute(sa.update(FACT).where(row).values(value=str(number + 1)))


def as_store_fault(fault: sa.exc.SQLAlchemyError) -> StoreFault:
    """What a database error means to the person at the screen. Its own text may hold values and is dropped."""
    text = str(getattr(fault, "orig", "") or "").casefold()
    if "locked" in text:
        return StoreFault("locked")
    if "readonly" in text or "read-only" in text or "permission denied" in text or "disk is full" in text:
        return StoreFault("unwritable")
    return StoreFault("unreachable")


def _of(arrival: Arrival, table: Table) -> list[Checked]:
    return [sheet for sheet in arrival.sheets if sheet.layout.table.name == table.name]


def _joined(names: Iterable[str]) -> pl.Expr:
    """Values as one text with a mark between them that no value holds; null is told apart from empty."""
    return pl.concat_str([pl.col(name).cast(pl.String).fill_null("\x00") for name in names], separator="\x1f")


def _span(dates: pl.Series) -> dict[str, date | None]:
    if dates.dtype != pl.Date:
        return {"first": None, "last": None}
    return {"first": dates.min(), "last": dates.max()}  # type: ignore[dict-item]


def _by_reason(sheets: Sequence[Checked]) -> list[tuple[str, str, int]]:
    tally: dict[tuple[str, str], int] = {}
    for problem in (problem for sheet in sheets for problem in sheet.problems):
        said = (problem.reason, problem.severity.value)
        tally[said] = tally.get(said, 0) + 1
    return [(*said, rows) for said, rows in tally.items()]


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
