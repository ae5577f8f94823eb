"""A small region for tests of publishing: a ledger, and whatever rows there are today. Nothing is uploaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from drawn import Row, frame, frames

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Family
from dashboard.publishing.deliveries import Board
from dashboard.publishing.notice import Notice, Outcome
from dashboard.publishing.situation import Situation
from dashboard.publishing.year import Year
from data_sources.declared.model import Model
from data_sources.declared.table import Table
from data_sources.storing.books.deliveries import WordKind
from data_sources.storing.database import connect
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Entry
from data_sources.storing.store import Store
from tests.dashboard.publishing.boards import KEYS, MODEL, board, said
from tests.stores import database_at

PEOPLE = dict(zip(KEYS, (20, 14, 12, 9, 8), strict=True))
COME, PUBLISHED = datetime(2025, 8, 20, 12), datetime(2025, 8, 21, 12)
REGION = dict.fromkeys(CELL, ALL)
NO_CHANGES = {"table_name": pl.String, "at": pl.Datetime, "first": pl.Date, "last": pl.Date}


def concerts(**numbers: int) -> list[Row]:
    """So many concerts in each place on a day in March, eight people on the stage of each."""
    held = {**dict.fromkeys(KEYS, 1), **numbers}
    each = {"date": date(2025, 3, 9), "performers": 8, "audience": 40}
    return [{**each, "municipality": place, "title": str(at)} for place, n in held.items() for at in range(n)]


def referrals(people: Mapping[str, int], received: date = date(2025, 3, 3)) -> list[Row]:
    """One referral of each person: half of them start in time, a quarter later, and a quarter wait."""
    starts = (received + timedelta(days=14), received + timedelta(days=14), received + timedelta(days=45), None)
    return [
        {
            "participant": f"{place}{number}",
            "municipality": place,
            "source": ("fact", "dps")[number % 2],
            "received": received,
            "started": starts[number % 4],
        }
        for place, persons in people.items()
        for number in range(persons)
    ]


EVERYBODY = board(*[("attendance", key, "2025-01-05", "2025-08-19", "2025-08-20") for key in KEYS])


@dataclass
class Region:
    """A ledger, and whatever rows there are today. Everything has come, unless a test says otherwise."""

    ledger: Ledger
    rows: dict[str, pl.DataFrame] = field(default_factory=frames)
    today: date = date(2025, 9, 20)
    first: date = date(2025, 1, 5)
    come: datetime = COME
    changed: datetime | None = None
    board: Board = EVERYBODY
    model: Model = MODEL

    def has(self, **tables: list[Row]) -> None:
        self.rows |= {name: frame(name, rows) for name, rows in tables.items()}

    def situation(self) -> Situation:
        spans = pl.DataFrame(
            [(name, self.come, self.first, self.come.date()) for name in self.rows],
            schema={"table_name": pl.String, "uploaded_at": pl.Datetime, "first": pl.Date, "last": pl.Date},
            orient="row",
        )
        changes = pl.DataFrame(schema=NO_CHANGES)
        if self.changed:
            row = {"at": self.changed, "first": date(2025, 1, 5), "last": date(2025, 8, 1)}
            changes = pl.DataFrame([{"table_name": name, **row} for name in self.rows], schema=NO_CHANGES)
        latest = self.ledger.latest()
        without = {entry.id: self.ledger.without(entry) for entry in latest.values()}
        return Situation(self.rows, spans, changes, latest, self.ledger.attempts(), self.board, without)

    def year(self, family: Family) -> Year:
        return Year(self.ledger, self.model, family, 2025, self.situation(), self.today)

    def decided(self, family: Family, *, anew: bool = False, done: frozenset[str] = frozenset()) -> list[Entry]:
        every = self.year(family).decide(anew=anew, done=done)
        return [entry for entries, _ in every for entry in entries]

    def publish(self, *families: Family, anew: bool = False) -> None:
        for family in families:
            for entries, _ in self.year(family).decide(anew=anew):
                self.ledger.add(entries, "kari", 1, "", PUBLISHED)
            self.ledger.attacked(self.ledger.unattacked(), [], "")
            self.ledger.release()

    def told(self, family: Family, outcome: Outcome) -> list[str]:
        return [notice.period.code for notice in self.survey(family) if notice.outcome is outcome]

    def survey(self, family: Family) -> list[Notice]:
        return self.year(family).survey()

    def persons(self, entry: Entry) -> dict[str, int | None]:
        """Of every place, how many are told; None where it is hidden."""
        own = entry.decided.filter(whole()).select("municipality", "persons")
        return dict(own.iter_rows())


def attendance(*places: str) -> list[Row]:
    """Everybody of these places once a month until June, three of four times with success."""
    return [
        {
            "participant": f"{place}{number}",
            "municipality": place,
            "team": "dps",
            "level": "group",
            "date": date(2025, month, 5),
            "status": "missed" if (number + month) % 4 == 0 else "attended",
        }
        for place in places
        for number in range(PEOPLE[place])
        for month in range(1, 7)
    ]


def lacking(place: str, *periods: str) -> Board:
    """All have delivered but one, of whom somebody has decided to do without in these periods."""
    words = tuple(said(WordKind.WITHOUT, place, period, "2025-07-05") for period in periods)
    return board(
        *[("attendance", key, "2025-01-05", "2025-08-19", "2025-08-20") for key in KEYS if key != place], words=words
    )


class Rows(Store):
    """A store that gives a region's rows, and remembers what was asked of it. Nobody else can open it."""

    shared = False

    def __init__(self, region: Region, folder: Path) -> None:
        super().__init__(database_at(folder / "a.sqlite"), SecretKey(b"a key for tests, of 32 bytes ..."))
        self.region = region
        self.asked: dict[str, date | None] = {}

    def rows(self, table: Table, since: date | None = None) -> pl.DataFrame:
        self.asked[table.name] = since
        every = self.region.rows[table.name]
        return every if since is None else every.filter(pl.col(table.date) >= since)

    def spans(self) -> pl.DataFrame:
        return self.region.situation().spans

    def changes(self) -> pl.DataFrame:
        return self.region.situation().changes

    def version(self) -> int:
        return 7


def giving_away(entry: Entry, people: Mapping[str, int]) -> Entry:
    """The same with the places shown that were hidden for another's sake, as a fault in the wall would let through."""
    named = pl.col("municipality").replace_strict(people, default=None, return_dtype=pl.Int64)
    secondary = ~pl.col("shown") & whole() & (named >= MODEL.threshold).fill_null(value=False)
    places = entry.decided.filter(secondary)["municipality"]
    assert len(places) > 0
    decided = entry.decided.with_columns(
        shown=pl.col("shown") | secondary, persons=pl.when(secondary).then(named).otherwise("persons")
    )
    shown = [
        {"indicator": entry.family, **REGION, "municipality": place, "value": float(people[place]), "bound": ""}
        for place in places
    ]
    numbers = pl.concat([entry.numbers, pl.DataFrame(shown, schema=entry.numbers.schema)])
    return replace(entry, decided=decided, numbers=numbers)


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    engine = connect(database_at(tmp_path / "a.sqlite"))
    yield Region(Ledger(engine))
    engine.dispose()
