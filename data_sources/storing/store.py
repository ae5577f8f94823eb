"""Owns the rows we keep and the batches they came in. All writing of rows happens here, in transactions."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import polars as pl
import sqlalchemy as sa

from data_sources.checking.arrival import Arrival
from data_sources.checking.check import Checked
from data_sources.checking.doubts.persons import SUBJECT
from data_sources.declared.table import Table
from data_sources.declared.tables import BY_NAME
from data_sources.parsing.answers import Answers, Key, Question
from data_sources.recognising.layout import Layout
from data_sources.storing import batches, people
from data_sources.storing.batches import Batch, Counts
from data_sources.storing.books import choices, deliveries
from data_sources.storing.books.choices import GivenAnswer
from data_sources.storing.books.versioned import moment
from data_sources.storing.database import (
    PATIENCE,
    StoreFault,
    connect,
    insert_frame,
    insert_rows,
    reading,
    scalar,
    writing,
)
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.rows import columns
from data_sources.storing.rows.differences import Difference, compared
from data_sources.storing.same_file import hold_to_its_file
from data_sources.storing.schema import BATCH, FACT, ROW_BEFORE, ROWS
from data_sources.storing.turn import Turn

__all__ = ["Batch", "Counts", "Difference", "Store", "StoreFault"]

_SLICE = 500  # keys asked for in one question
_PLAIN = 64  # characters of a SHA-256; a keyed hash has fewer


class Store:
    """Our database. Every question raises StoreFault where it has no answer; the caller still has the upload."""

    def __init__(self, url: str, secret: SecretKey, *, patience: float = PATIENCE) -> None:
        self.secret, self.turn = secret, Turn()
        self.engine = connect(url, patience)
        self.opened = hold_to_its_file(self.engine)
        try:
            with writing(self.engine) as connection:
                self._claim(connection)
        except StoreFault:
            self.engine.dispose()
            raise

    def _claim(self, connection: sa.Connection) -> None:
        """The first key to open a database is its key; another would count every person twice."""
        recorded = connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == "key_check"))
        if recorded is None:
            connection.execute(sa.insert(FACT).values(name="key_check", value=self.secret.check))
            connection.execute(sa.insert(FACT).values(name="data_version", value="0"))
        elif recorded != self.secret.check:
            raise StoreFault("other-key")
        plain = sa.func.length(BATCH.c.fingerprint) == _PLAIN  # as versions before this one wrote them
        for batch_id, sha256 in connection.execute(sa.select(BATCH.c.id, BATCH.c.fingerprint).where(plain)).all():
            keyed = {"fingerprint": self._fingerprint(sha256)}
            connection.execute(sa.update(BATCH).where(BATCH.c.id == batch_id).values(keyed))

    def _fingerprint(self, sha256: str) -> str:
        return self.secret.hashed("file")(sha256)

    def mark(self, sha256: str) -> str:
        """A file's name in the audit log: the same for the same file, and nobody can try which file it is."""
        return f"file {self._fingerprint(sha256)[:12]}" if sha256 else ""

    @property
    def shared(self) -> bool:
        """Can another process open this database too? Not one that lives in memory."""
        url = self.engine.url
        return url.get_backend_name() != "sqlite" or url.database not in {None, "", ":memory:"}

    def version(self) -> int:
        """Rises with every change of rows; whatever was computed under another version is stale."""
        asked = sa.select(FACT.c.value).where(FACT.c.name == "data_version")
        return self.turn.once("version", lambda: int(scalar(self.engine, asked) or 0))

    def rows(self, table: Table, since: date | None = None) -> pl.DataFrame:
        """All rows of a table with its declared columns, typed; a person is one in whatever way the id was written.

        `since`: only those of this day and later.
        """
        empty = pl.DataFrame(schema={column.name: column.dtype for column in table.stored})
        with reading(self.engine) as connection:
            return people.as_one(connection, pl.concat([empty, *columns.pieces(connection, table, since)]), table)

    def compare(self, arrival: Arrival) -> list[Difference]:
        """What storing this arrival would do, one difference per table."""
        with reading(self.engine) as connection:
            return self._differences(connection, arrival, BY_NAME)

    def keep(
        self,
        arrival: Arrival,
        by: str,
        *,
        now: datetime | None = None,
        whole: Collection[str] = (),
        origin: tuple[str, str] | None = None,
        cancel: Callable[[], bool] | None = None,
    ) -> Batch:
        """Store an arrival's good rows as one batch, in one transaction. Raises StoreFault; then nothing is stored.

        A file in which not one row holds is no batch: nothing is stored, and its counts say what failed.
        `whole`: names of tables that the file is the whole of, within its scope; what it lacks is removed.
        `origin`: the named source it was fetched from, and how far into it. `cancel`: asked between the steps;
        true ends it with StoreFault `cancelled`.
        """
        at, fingerprint = now or moment(), self._fingerprint(arrival.sha256)
        with writing(self.engine) as connection:
            differences = self._differences(connection, arrival, whole)
            counts = tuple(
                each.counts if each.absent is None else replace(each.counts, removed=each.absent.height)
                for each in differences
            )
            if not any(each.new + each.changed + each.unchanged for each in counts):
                return Batch(0, arrival.file, fingerprint, at, by, None, None, counts)
            values = {"file": arrival.file, "fingerprint": fingerprint, "uploaded_by": by, "uploaded_at": at}
            batch_id = int(connection.execute(sa.insert(BATCH).returning(BATCH.c.id), values).scalar_one())
            for difference, count in zip(differences, counts, strict=True):
                self._write(connection, batch_id, difference)
                if difference.absent is not None:
                    self._take_out(connection, batch_id, difference.table, difference.absent["key"])
                sheets = _of(arrival, difference.table)
                batches.write_down(connection, batch_id, difference.table, count, sheets)
                deliveries.write_down(connection, batch_id, difference.table, sheets)
                if cancel is not None and cancel():
                    raise StoreFault("cancelled")
            people.remember(connection, arrival.people)
            if origin:
                batches.come_from(connection, batch_id, *origin)
            if any(each.new + each.changed + each.removed for each in counts):
                self._raise_version(connection)
        return Batch(batch_id, arrival.file, fingerprint, at, by, None, None, counts)

    def undo(self, batch_id: int, by: str) -> bool:
        """Put every row back as it was before a batch. False where later batches have touched its rows."""
        with writing(self.engine) as connection:
            if not self._stands(connection, batch_id) or batches.overtaken(connection, batch_id):
                return False
            for name, sql in ROWS.items():
                self._restore(connection, batch_id, name, sql)
            undone = {"undone_at": moment(), "undone_by": by}
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
            return batches.seen(connection, self._fingerprint(sha256))

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

    def months(self) -> pl.DataFrame:
        """What the standing batches brought by month: see batches.months."""
        with reading(self.engine) as connection:
            return batches.months(connection)

    def reached(self, source: str) -> str | None:
        """How far into a named source the standing batches have come; None where nothing was fetched."""
        with reading(self.engine) as connection:
            return batches.reached(connection, source)

    def choices(self) -> dict[str, dict[str, str]]:
        """Which headings somebody has chosen before: headings' fingerprint → column → heading."""
        with reading(self.engine) as connection:
            return choices.headings(connection)

    def remember(self, layout: Layout, chosen: Mapping[str, str]) -> None:
        """Let files with these headings be read so from now on: column → heading. An earlier choice gives way."""
        with writing(self.engine) as connection:
            choices.remember_headings(connection, layout, chosen)

    def answers(self) -> Answers:
        """What somebody has answered that spellings mean."""
        with reading(self.engine) as connection:
            return Answers(self.secret.hashed("value"), choices.values(connection))

    def answer(self, meant: Mapping[Key, str | None], asked: Iterable[Question] = (), by: str = "") -> None:
        """Let this hold from now on; None takes an answer back. `asked`: the questions that are answered."""
        with writing(self.engine) as connection:
            choices.remember_values(connection, meant, {question.key: question for question in asked}, by)
            if any(subject == SUBJECT for _, subject, _ in meant):
                self._raise_version(connection)  # who is who decides how many there are

    def spellings(self, normals: Collection[str]) -> dict[str, frozenset[str]]:
        """Hash of an id's normal form → hashes of the ways it was written in what is stored; of these normal forms."""
        with reading(self.engine) as connection:
            return people.spellings(connection, normals)

    def given_answers(self) -> list[GivenAnswer]:
        """Every answer that is remembered."""
        with reading(self.engine) as connection:
            return choices.given_answers(connection)

    # --- how it is done ------------------------------------------------------------------------------

    def _differences(self, connection: sa.Connection, arrival: Arrival, whole: Collection[str]) -> list[Difference]:
        """One a table; what the file does not have only of those that it is the `whole` of."""
        by_table: dict[str, list[Checked]] = {}
        for sheet in arrival.sheets:
            by_table.setdefault(sheet.layout.table.name, []).append(sheet)
        return [
            compared(
                connection,
                BY_NAME[name],
                sheets,
                self.secret.hashed(name),
                partial=arrival.partial,
                brought_by=(arrival.file, self._fingerprint(arrival.sha256)),
                whole=name in whole,
            )
            for name, sheets in by_table.items()
        ]

    def _write(self, connection: sa.Connection, batch_id: int, difference: Difference) -> None:
        """New rows, and changed ones in the place of the old, which are put by for an undo."""
        sql = ROWS[difference.table.name]
        self._take_out(connection, batch_id, difference.table, difference.changed["key"])
        insert_frame(connection, sql, pl.concat([difference.new, difference.changed], rechunk=False), batch_id=batch_id)

    def _take_out(self, connection: sa.Connection, batch_id: int, table: Table, keys: pl.Series) -> None:
        """Delete rows, and put them by for an undo of this batch."""
        sql = ROWS[table.name]
        before: list[tuple[object, ...]] = []
        for start in range(0, len(keys), _SLICE):
            taken = sql.c.key.in_(keys[start : start + _SLICE].to_list())
            for row in connection.execute(sa.select(sql).where(taken)).mappings():
                old = json.dumps(dict(row), default=str)
                before.append((batch_id, table.name, row["key"], row["batch_id"], old))
            connection.execute(sa.delete(sql).where(taken))
        names = ["batch_id", "table_name", "key", "batch_before", "before"]
        insert_rows(connection, ROW_BEFORE, names, before)

    def _stands(self, connection: sa.Connection, batch_id: int) -> bool:
        query = sa.select(BATCH.c.id).where(BATCH.c.id == batch_id, BATCH.c.undone_at.is_(None))
        return connection.scalar(query) is not None

    def _restore(self, connection: sa.Connection, batch_id: int, name: str, sql: sa.Table) -> None:
        connection.execute(sa.delete(sql).where(sql.c.batch_id == batch_id))
        of_batch = (ROW_BEFORE.c.batch_id == batch_id) & (ROW_BEFORE.c.table_name == name)
        query = sa.select(ROW_BEFORE.c.before).where(of_batch)
        before: list[dict[str, Any]] = [json.loads(before) for (before,) in connection.execute(query)]
        today = [column.name for column in sql.columns]  # a later version may have fewer columns than the row had
        old = [{name: row[name] for name in today if name in row} for row in before]
        if old:
            insert_rows(connection, sql, list(old[0]), [tuple(row.values()) for row in old])

    def _raise_version(self, connection: sa.Connection) -> None:
        row = FACT.c.name == "data_version"
        number = int(connection.scalar(sa.select(FACT.c.value).where(row)) or 0)
        connection.execute(sa.update(FACT).where(row).values(value=str(number + 1)))


def _of(arrival: Arrival, table: Table) -> list[Checked]:
    return [sheet for sheet in arrival.sheets if sheet.layout.table.name == table.name]
