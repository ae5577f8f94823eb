"""Owns the ledger: every number ever published, with its edition, when and by whom. It only grows."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import polars as pl
import sqlalchemy as sa

from data_sources.declared.wall_rules import RULES
from data_sources.storing.books.versioned import moment
from data_sources.storing.database import insert_rows, reading, writing
from data_sources.storing.publication import Attempt, Entry, Publication, Withdrawal
from data_sources.storing.schema import ATTEMPT, DECIDED, FACT, NUMBER, PUBLICATION, PUBLICATION_WITHOUT, WITHDRAWAL
from data_sources.storing.turn import Turn

CELL = [column.name for column in DECIDED.primary_key.columns if column is not DECIDED.c.publication_id]
_ASKED = 400  # publications asked for in one question
NUMBERS = ["indicator", *CELL, "value", "low", "high", "base", "finer", "bound", "design"]
_HOLDING = "holding"
_PENDING = "unattacked:"  # and the publication: one fact each, so that two who publish at once keep both
_HELD = "attacked"
OLD_RULES = "old-rules"


class Ledger:
    """Reads and adds to the ledger. There is no way to change or remove an entry."""

    def __init__(self, engine: sa.Engine, turn: Turn | None = None) -> None:
        self.engine = engine
        self._turn = turn or Turn()
        self._read: tuple[tuple[int, int], list[Publication]] = ((0, 0), [])
        self._lacking: tuple[int, dict[int, frozenset[str]]] = (-1, {})

    def publications(self, *, pending: bool = False) -> list[Publication]:
        """Everything published, oldest first. Read anew only when there is more: the ledger only grows.

        What is not released yet is only there for who publishes (`pending`)."""
        every = self._turn.once("publications", self._publications)
        unreleased = {} if pending else self._turn.once("pending", self._pending)
        return [entry for entry in every if entry.id not in unreleased]

    def _publications(self) -> list[Publication]:
        with reading(self.engine) as connection:
            size = sa.select(sa.func.count(), sa.func.coalesce(sa.func.max(PUBLICATION.c.id), 0))
            count, newest = connection.execute(size).one()
            if self._read[0] != (count, newest):
                query = sa.select(PUBLICATION).order_by(PUBLICATION.c.id)
                publications = [Publication(**row._asdict()) for row in connection.execute(query)]
                # Counted by what was read: somebody may have published in between.
                self._read = ((len(publications), publications[-1].id if publications else 0), publications)
            return self._read[1]

    def latest(
        self, until: date | None = None, upto: int | None = None, *, pending: bool = False
    ) -> dict[tuple[str, str], Publication]:
        """The newest edition of every (family, period); `until`: as a meeting on that day saw them; `upto`:
        exactly as they were after this publication, for one day may have seen several. `pending`: see `publications`.
        """
        return self._turn.once(("latest", until, upto, pending), lambda: self._latest(until, upto, pending))

    def _latest(self, until: date | None, upto: int | None, pending: bool) -> dict[tuple[str, str], Publication]:
        gone = self._withdrawn()
        seen = [
            entry
            for entry in self.publications(pending=pending)
            if entry.id not in gone
            and (entry.id <= upto if upto is not None else until is None or entry.at.date() <= until)
        ]
        return {(entry.family, entry.period): entry for entry in seen}

    def state(self, until: date | None = None, upto: int | None = None) -> tuple[frozenset[int], frozenset[int]]:
        """Which publications are read, and which of older rules hold: another whenever anything that is read may be."""
        latest = self.latest(until, upto).values()
        older = any(entry.rules < RULES for entry in latest)
        holding = self._turn.once("holding", self.holding) if older else frozenset()
        return frozenset(entry.id for entry in latest), holding

    def decided(self, publications: Sequence[Publication]) -> pl.DataFrame:
        """family, period, edition, threshold, rules, publication, the cell's keys, shown, persons."""
        return self._of(DECIDED, [*CELL, "shown", "persons"], publications, {"shown": pl.Boolean, "persons": pl.Int64})

    def numbers(self, publications: Sequence[Publication]) -> pl.DataFrame:
        """As `decided`, with the columns of NUMBERS in the place of shown and persons."""
        floats = dict.fromkeys(["value", "low", "high", "base", "finer", "design"], pl.Float64)
        return self._of(NUMBER, NUMBERS, publications, floats)

    def without(self, publication: Publication) -> frozenset[str]:
        """Whose numbers are not in a publication because they had not come; "all": nor are the region's."""
        newest = max((entry.id for entry in self.publications(pending=True)), default=0)
        if self._lacking[0] != newest:  # read anew only when there are more publications
            places: dict[int, set[str]] = {}
            with reading(self.engine) as connection:
                for number, place in connection.execute(sa.select(*PUBLICATION_WITHOUT.c)):
                    places.setdefault(number, set()).add(place)
            self._lacking = (newest, {number: frozenset(lacked) for number, lacked in places.items()})
        return self._lacking[1].get(publication.id, frozenset())

    def add(
        self, entries: Sequence[Entry], by: str, data_version: int, reason: str = "", at: datetime | None = None
    ) -> None:
        """Publish, all of it in one transaction. Nobody reads it until it has been `attacked`, held, and is released.

        `at`: when, if it was not now.
        """
        at = at or moment()
        self._turn.end()
        with writing(self.engine) as connection:
            for entry in entries:
                values = {
                    "at": at,
                    "by": by,
                    "data_version": data_version,
                    "family": entry.family,
                    "period": entry.period,
                    "edition": entry.edition,
                    "reason": reason,
                    "threshold": entry.threshold,
                    "rules": RULES,
                    "depth": entry.depth,
                }
                publication = connection.execute(
                    sa.insert(PUBLICATION).returning(PUBLICATION.c.id), values
                ).scalar_one()
                for sql, frame in ((DECIDED, entry.decided), (NUMBER, entry.numbers)):
                    rows = frame.with_columns(pl.lit(publication).alias("publication_id"))
                    insert_rows(connection, sql, rows.columns, rows.rows())
                without = [(publication, place) for place in sorted(entry.without)]
                insert_rows(connection, PUBLICATION_WITHOUT, ["publication_id", "place"], without)
                connection.execute(sa.insert(FACT).values(name=f"{_PENDING}{publication}", value=""))

    def pending(self) -> list[Publication]:
        """What was published and is not released yet: by who publishes now, or did until something stopped it."""
        pending, gone = self._pending().keys(), self._withdrawn()
        return [entry for entry in self.publications(pending=True) if entry.id in pending - gone]

    def unattacked(self) -> list[Publication]:
        """Of those, what nobody has attacked."""
        attacked = {number for number, fate in self._pending().items() if fate == _HELD}
        return [entry for entry in self.pending() if entry.id not in attacked]

    def attacked(self, publications: Sequence[Publication], fallen: Sequence[Publication], reason: str) -> None:
        """Keep that these have been attacked, and let nobody read those that have `fallen`: in one transaction."""
        self._turn.end()
        names = [f"{_PENDING}{entry.id}" for entry in publications]
        with writing(self.engine) as connection:
            self._withdraw(connection, fallen, reason)
            for start in range(0, len(names), _ASKED):
                some = FACT.c.name.in_(names[start : start + _ASKED])
                connection.execute(sa.update(FACT).where(some).values(value=_HELD))

    def release(self) -> None:
        """Let everything that has been attacked, and stands, be read from now on, all at once."""
        self._turn.end()
        attacked = {number for number, fate in self._pending().items() if fate == _HELD}
        added = [entry for entry in self.publications(pending=True) if entry.id in attacked]
        names = [f"{_PENDING}{number}" for number in attacked]
        with writing(self.engine) as connection:
            self._withdraw(connection, self.yielding(added), OLD_RULES)
            for start in range(0, len(names), _ASKED):
                connection.execute(sa.delete(FACT).where(FACT.c.name.in_(names[start : start + _ASKED])))

    def yielding(self, added: Sequence[Publication]) -> list[Publication]:
        """Editions of earlier rules that give way to these."""
        anew = {(entry.family, entry.period) for entry in added if entry.edition > 1}
        return [entry for entry in self.readable() if (entry.family, entry.period) in anew and entry.rules < RULES]

    def _pending(self) -> dict[int, str]:
        with reading(self.engine) as connection:
            facts = connection.execute(sa.select(FACT.c.name, FACT.c.value).where(FACT.c.name.startswith(_PENDING)))
            return {int(name.removeprefix(_PENDING)): fate for name, fate in facts}

    def readable(self, *, pending: bool = False) -> list[Publication]:
        """Every edition that somebody can still read, oldest first. `pending`: and what soon may be."""
        gone = self._withdrawn()
        return [entry for entry in self.publications(pending=pending) if entry.id not in gone]

    def _withdrawn(self) -> frozenset[int]:
        with reading(self.engine) as connection:
            return frozenset(connection.scalars(sa.select(WITHDRAWAL.c.publication_id)))

    def withdraw(self, publications: Sequence[Publication], reason: str) -> None:
        """Let nobody read these any more, from now on, whatever link they follow."""
        self._turn.end()
        with writing(self.engine) as connection:
            self._withdraw(connection, publications, reason)

    def _withdraw(self, connection: sa.Connection, publications: Sequence[Publication], reason: str) -> None:
        at = moment()
        for entry in publications:
            values = {"publication_id": entry.id, "at": at, "reason": reason}
            connection.execute(sa.insert(WITHDRAWAL).values(values))

    def withdrawals(self) -> list[Withdrawal]:
        """What has been withdrawn, oldest first."""
        entries = {entry.id: entry for entry in self.publications(pending=True)}
        with reading(self.engine) as connection:
            query = sa.select(WITHDRAWAL.c.publication_id, WITHDRAWAL.c.at, WITHDRAWAL.c.reason)
            rows = connection.execute(query.order_by(WITHDRAWAL.c.id)).all()
        # In a turn, what was published and withdrawn since it began is not there yet.
        return [Withdrawal(entries[number], at, reason) for number, at, reason in rows if number in entries]

    def second_rules_on(self) -> date | None:
        """The day from which what was published by the first rules is read by the second; None where nothing was."""
        with reading(self.engine) as connection:
            day = connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == "second_rules_on"))
        older = any(entry.rules < RULES for entry in self.publications())
        return date.fromisoformat(day) if day and older else None

    def holding(self) -> frozenset[int]:
        """The publications of older rules that have been attacked by today's, and held."""
        with reading(self.engine) as connection:
            numbers = connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == _HOLDING)) or ""
        return frozenset(map(int, numbers.split()))

    def hold(self, publications: Sequence[Publication]) -> None:
        """Keep that these have been attacked by today's rules, and held."""
        numbers = " ".join(map(str, sorted(self.holding() | {entry.id for entry in publications})))
        with writing(self.engine) as connection:
            connection.execute(sa.delete(FACT).where(FACT.c.name == _HOLDING))
            connection.execute(sa.insert(FACT).values(name=_HOLDING, value=numbers))

    def is_tried(self, group: Sequence[Publication], beside: Sequence[Publication], threshold: int) -> bool:
        """Have these of older rules been attacked before, beside the same others and under the same threshold?"""
        name, value = _trial(group, beside, threshold)
        with reading(self.engine) as connection:
            return connection.scalar(sa.select(FACT.c.value).where(FACT.c.name == name)) == value

    def keep_tried(self, group: Sequence[Publication], beside: Sequence[Publication], threshold: int) -> None:
        """Keep that these neither held nor fell, so that the same attack is not made at every publishing."""
        if not group:
            return
        name, value = _trial(group, beside, threshold)
        with writing(self.engine) as connection:
            connection.execute(sa.delete(FACT).where(FACT.c.name == name))
            connection.execute(sa.insert(FACT).values(name=name, value=value))

    def note(self, family: str, periods: Sequence[str], outcome: str, by: str) -> None:
        """Keep that periods could not be published, and why."""
        names = ["at", "by", "family", "period", "outcome"]
        at = moment()
        with writing(self.engine) as connection:
            rows = [dict(zip(names, (at, by, family, period, outcome), strict=True)) for period in periods]
            connection.execute(sa.insert(ATTEMPT), rows)

    def attempts(self) -> dict[tuple[str, str], Attempt]:
        """The last attempt in vain at every (family, period), also where it has been published since."""
        with reading(self.engine) as connection:
            query = sa.select(*[ATTEMPT.c[name] for name in ("at", "by", "family", "period", "outcome")])
            attempts = [Attempt(**row._asdict()) for row in connection.execute(query.order_by(ATTEMPT.c.id))]
        return {(attempt.family, attempt.period): attempt for attempt in attempts}

    def _of(
        self,
        sql: sa.Table,
        names: Sequence[str],
        publications: Sequence[Publication],
        types: Mapping[str, type[pl.DataType]],
    ) -> pl.DataFrame:
        wanted = {entry.id: entry for entry in publications}
        query = sa.select(sql.c.publication_id, *[sql.c[name] for name in names])
        texts: dict[str, type[pl.DataType]] = dict.fromkeys(names, pl.String)
        schema = texts | {"publication_id": pl.Int64} | dict(types)
        parts = []
        with reading(self.engine) as connection:
            ids = list(wanted)
            for start in range(0, len(ids), _ASKED):
                part = query.where(sql.c.publication_id.in_(ids[start : start + _ASKED]))
                parts.append(pl.read_database(part, connection, schema_overrides=schema))
        entries = pl.concat(parts) if parts else pl.DataFrame(schema=schema)
        known_editions = pl.DataFrame(
            {
                "publication_id": list(wanted),
                "family": [entry.family for entry in wanted.values()],
                "period": [entry.period for entry in wanted.values()],
                **{
                    name: [getattr(entry, name) for entry in wanted.values()]
                    for name in ("edition", "threshold", "rules")
                },
            },
            schema={"publication_id": pl.Int64, "family": pl.String, "period": pl.String}
            | dict.fromkeys(("edition", "threshold", "rules"), pl.Int64),
        )
        joined = entries.join(known_editions, on="publication_id", how="inner").rename(
            {"publication_id": "publication"}
        )
        return joined.select("family", "period", "edition", "threshold", "rules", "publication", *names)


def _trial(group: Sequence[Publication], beside: Sequence[Publication], threshold: int) -> tuple[str, str]:
    ids = " ".join(map(str, sorted({entry.id for entry in (*group, *beside)})))
    return f"tried:{min(entry.id for entry in group)}", f"{threshold}: {ids}"
