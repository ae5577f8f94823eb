"""Owns who delivers what, how often and how soon: the declarations, and what holds where nobody has declared it."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, Protocol

from pydantic import Field

from data_sources.declared.model_parts import Municipality, Team
from data_sources.declared.part import Part
from data_sources.declared.table import ColumnKind, Table
from data_sources.declared.tables import BY_NAME, TABLES

EACH = "each"
"""In a declaration: every municipality of the model delivers its own."""


class Deliverer(Part):
    """Who delivers the rows of a table: exactly one of `municipality`, `team` and `source` (an organisation that
    delivers for everybody). `days`: how many after the period's end. `contact`: a role, never a person's name.
    `since`, `until`: the days between which deliveries are expected."""

    table: str
    municipality: str | None = None
    team: str | None = None
    source: str | None = None
    rhythm: Literal["month", "quarter", "tertial", "year"] = "month"
    days: int = Field(default=14, ge=0, le=366)
    contact: str = ""
    email: str = Field(default="", pattern=r"^$|^[^@\s]+@[^@\s]+$")
    since: date | None = None
    until: date | None = None

    @property
    def place(self) -> str:
        """What it is called in the store: "municipality:gjovik", "team:fact", "source:Sykehuset"."""
        return next(f"{kind}:{name}" for kind in KINDS if (name := getattr(self, kind)))


KINDS = ("municipality", "team", "source")


class Region(Protocol):
    """What of a model file says who delivers."""

    @property
    def name(self) -> str: ...
    @property
    def reporting_period(self) -> str: ...
    @property
    def municipality(self) -> Sequence[Municipality]: ...
    @property
    def team(self) -> Sequence[Team]: ...
    @property
    def deliverer(self) -> Sequence[Deliverer]: ...


def deliverers(region: Region, table: Table) -> list[Deliverer]:
    """Everybody who delivers a table, as declared; where nothing is, each municipality its own appointments by month,
    and one source all the rest, what comes in rounds once a year."""
    declared = [deliverer for deliverer in region.deliverer if deliverer.table == table.name]
    if not declared:
        of_each = table.name == "attendance"
        whole = Deliverer(table=table.name, source=region.name, rhythm="year" if table.rounds else "month")
        declared = [Deliverer(table=table.name, municipality=EACH) if of_each else whole]
    return [each for deliverer in declared for each in _spread(deliverer, region)]


def _spread(deliverer: Deliverer, region: Region) -> list[Deliverer]:
    if deliverer.municipality == EACH:
        return [deliverer.model_copy(update={"municipality": place.key}) for place in region.municipality]
    team = next((team for team in region.team if team.key == deliverer.team), None)
    if team is None:
        return [deliverer]
    since = max((day for day in (deliverer.since, team.since) if day), default=None)
    until = min((day for day in (deliverer.until, team.until) if day), default=None)
    return [deliverer.model_copy(update={"since": since, "until": until})]


def delivered_tables() -> list[Table]:
    """The tables that somebody delivers period by period: those whose rows have a day."""
    return [table for table in TABLES if table.by_name[table.date].kind is ColumnKind.DATE]


def of_persons(table: Table) -> bool:
    """Are the table's rows about persons?"""
    return any(column.kind is ColumnKind.PERSON for column in table.columns)


class Misfit(NamedTuple):
    """A declaration that cannot hold: the place in the file, and a code for words."""

    where: str
    reason: str


def fault(declared: Sequence[Deliverer], region: Region) -> Misfit | None:
    """The first declaration that cannot hold; None where all can."""
    places, teams = {place.key for place in region.municipality}, {team.key for team in region.team}
    seen: set[tuple[str, str]] = set()
    names = {table.name for table in delivered_tables()}
    for number, deliverer in enumerate(declared, start=1):
        where = f"deliverer.{number}"
        named = [kind for kind in KINDS if getattr(deliverer, kind)]
        if len(named) != 1:
            return Misfit(where, "deliverer-who")
        if deliverer.table not in names:
            return Misfit(f"{where}.table", "unknown-key")
        columns = BY_NAME[deliverer.table].by_name
        if named != ["source"] and named[0] not in columns:
            return Misfit(f"{where}.{named[0]}", "deliverer-column")
        if deliverer.municipality and deliverer.municipality not in {*places, EACH}:
            return Misfit(f"{where}.municipality", "unknown-municipality")
        if deliverer.team and deliverer.team not in teams:
            return Misfit(f"{where}.team", "unknown-team")
        if deliverer.rhythm not in {"month", region.reporting_period, "year"}:
            return Misfit(f"{where}.rhythm", "wrong-value")
        if deliverer.since and deliverer.until and deliverer.until < deliverer.since:
            return Misfit(f"{where}.until", "wrong-value")
        for each in _spread(deliverer, region):
            if (deliverer.table, each.place) in seen:
                return Misfit(where, "taken-key")
            seen.add((deliverer.table, each.place))
    return None
