"""Owns what is kept of deliveries: the days each batch spans of whom, and what somebody has said of them. No counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import polars as pl
import sqlalchemy as sa

from data_sources.checking.check import Checked
from data_sources.declared.deliverer import delivered_tables
from data_sources.declared.table import Table
from data_sources.storing.books.versioned import moment
from data_sources.storing.database import insert_rows, reading, writing
from data_sources.storing.schema import BATCH, BATCH_DELIVERY, BATCH_TABLE, DELIVERY_WORD, REMINDER

TOO_MANY_FAILED = 0.2  # of a file's rows in a table: it does not count as delivered until they are mended
_SPAN = ("table_name", "municipality", "team")


class WordKind(StrEnum):
    """What may be said of a delivery. NOTHING: there was nothing to deliver. WHOLE: what came is all there is.
    WITHOUT: the region's numbers are to be published without it."""

    NOTHING = "nothing"
    WHOLE = "whole"
    WITHOUT = "without"


@dataclass(frozen=True)
class Word:
    """Something said of one deliverer (`place`, as `Deliverer.place` has it) in one period."""

    id: int
    kind: str
    table_name: str
    place: str
    period: str
    by: str
    at: datetime


def write_down(connection: sa.Connection, batch_id: int, table: Table, sheets: Sequence[Checked]) -> None:
    """The days a batch spans of each municipality and team in a table."""
    if table not in delivered_tables():
        return
    rows = pl.concat(
        [
            sheet.rows.select(
                *[
                    pl.col(name).fill_null("") if name in table.by_name else pl.lit("").alias(name)
                    for name in ("municipality", "team")
                ],
                day=pl.col(table.date),
            )
            for sheet in sheets
        ]
    ).filter(pl.col("day").is_not_null())
    failed = sum(len(sheet.failed) for sheet in sheets)
    partial = failed > TOO_MANY_FAILED * (rows.height + failed)
    spans = rows.group_by("municipality", "team").agg(first=pl.col("day").min(), last=pl.col("day").max())
    values = [(batch_id, table.name, *span, partial) for span in spans.sort("municipality", "team").iter_rows()]
    insert_rows(connection, BATCH_DELIVERY, ["batch_id", *_SPAN, "first", "last", "partial"], values)


class DeliveryBook:
    """What has been delivered and said in one database. A word is never removed: it is withdrawn."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def state(self) -> tuple[int, ...]:
        """Another whenever something is delivered, undone, said or withdrawn; a file of unchanged rows is delivered."""
        words = sa.select(sa.func.count(), sa.func.count(DELIVERY_WORD.c.withdrawn_at))
        uploads = sa.select(sa.func.coalesce(sa.func.max(BATCH.c.id), 0), sa.func.count(BATCH.c.undone_at))
        with reading(self._engine) as connection:
            return (*connection.execute(uploads).one(), *connection.execute(words).one())

    def spans(self, until: date | None = None) -> pl.DataFrame:
        """What standing batches span, oldest first: table_name, municipality, team, first, last, partial, at, by, and
        the whole file's days in that table (file_first, file_last). `until`: as it stood when that day was over."""
        names = [BATCH_DELIVERY.c[name] for name in (*_SPAN, "first", "last", "partial")]
        whole = (BATCH_TABLE.c.batch_id == BATCH_DELIVERY.c.batch_id) & (
            BATCH_TABLE.c.table_name == BATCH_DELIVERY.c.table_name
        )
        query = (
            sa.select(
                *names,
                BATCH.c.uploaded_at.label("at"),
                BATCH.c.uploaded_by.label("by"),
                BATCH_TABLE.c.first.label("file_first"),
                BATCH_TABLE.c.last.label("file_last"),
            )
            .join(BATCH, BATCH.c.id == BATCH_DELIVERY.c.batch_id)
            .join(BATCH_TABLE, whole)
            .where(_stood(BATCH.c.uploaded_at, BATCH.c.undone_at, until))
            .order_by(BATCH.c.uploaded_at, BATCH.c.id)
        )
        texts = dict.fromkeys((*_SPAN, "by"), pl.String)
        days = dict.fromkeys(("first", "last", "file_first", "file_last"), pl.Date)
        with reading(self._engine) as connection:
            return pl.read_database(
                query, connection, schema_overrides={**texts, **days, "partial": pl.Boolean, "at": pl.Datetime}
            )

    def words(self, until: date | None = None) -> list[Word]:
        """What stands of what was said, oldest first. `until`: as it stood when that day was over."""
        columns = [DELIVERY_WORD.c[name] for name in Word.__dataclass_fields__]
        stood = _stood(DELIVERY_WORD.c.at, DELIVERY_WORD.c.withdrawn_at, until)
        query = sa.select(*columns).where(stood).order_by(DELIVERY_WORD.c.id)
        with reading(self._engine) as connection:
            return [Word(**row._asdict()) for row in connection.execute(query)]

    def say(self, kind: WordKind, table: str, place: str, period: str, by: str, at: datetime | None = None) -> None:
        """Write a word down; said again while it stands, it is one."""
        values = {"kind": kind.value, "table_name": table, "place": place, "period": period}
        same = [DELIVERY_WORD.c[name] == value for name, value in values.items()]
        with writing(self._engine) as connection:
            standing = sa.select(sa.func.count()).where(*same, DELIVERY_WORD.c.withdrawn_at.is_(None))
            if not connection.scalar(standing):
                connection.execute(sa.insert(DELIVERY_WORD).values(**values, by=by, at=at or moment()))

    def withdraw(self, word_id: int, by: str) -> bool:
        """Take a word back; False where it does not stand any more."""
        standing = (DELIVERY_WORD.c.id == word_id) & DELIVERY_WORD.c.withdrawn_at.is_(None)
        values = {"withdrawn_at": moment(), "withdrawn_by": by}
        with writing(self._engine) as connection:
            return connection.execute(sa.update(DELIVERY_WORD).where(standing).values(values)).rowcount == 1

    def reminded(self, month: str) -> set[str]:
        """Who has been reminded in a month ("2026-04")."""
        query = sa.select(REMINDER.c.owner).where(REMINDER.c.month == month)
        with reading(self._engine) as connection:
            return set(connection.scalars(query))

    def note_reminder(self, owner: str, month: str) -> bool:
        """Write down that somebody is reminded; False where that was done before, by whichever process."""
        with writing(self._engine) as connection:
            before = sa.select(sa.func.count()).where(REMINDER.c.owner == owner, REMINDER.c.month == month)
            if connection.scalar(before):
                return False
            connection.execute(sa.insert(REMINDER).values(owner=owner, month=month, at=moment()))
        return True

    def forget_reminder(self, owner: str, month: str) -> None:
        """A reminder that could not be sent is none."""
        same_month = (REMINDER.c.owner == owner) & (REMINDER.c.month == month)
        with writing(self._engine) as connection:
            connection.execute(sa.delete(REMINDER).where(same_month))


def _stood(begun: sa.Column[datetime], ended: sa.Column[datetime], until: date | None) -> sa.ColumnElement[bool]:
    """What stands now; or what stood when a day was over."""
    if until is None:
        return ended.is_(None)
    midnight = datetime.combine(until + timedelta(days=1), time())
    return sa.and_(begun < midnight, sa.or_(ended.is_(None), ended >= midnight))
