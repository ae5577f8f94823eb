"""Owns rows made ready to be counted: in the lattice, everybody and every member a number, in the order of their days.

Grouping, joining and sorting by text cost more than all the counting. What a family's rows come to is made ready once
for all of its periods and years, and a period or a year of it is a stretch of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from dashboard.counting.cells import ELSEWHERE
from dashboard.counting.indicator import Family
from dashboard.counting.period import Period
from dashboard.counting.rows_of_families import Rows, prepared
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN, ColumnKind
from data_sources.declared.tables import BY_NAME


@dataclass(frozen=True, eq=False)
class FamilyRows:
    """A family's rows as they stood on a day: `rows_of_families.prepared`, every row in the lattice; those without
    a day are left out, and they are sorted by day and then by their members' names.

    `agreed` (see `rows_of_families`) is true where the family does not say it, `own outcome` the case's own. Columns of
    dimensions are of type Enum.
    """

    rows: pl.DataFrame
    firsts: dict[tuple[int, str], pl.DataFrame] = field(default_factory=dict, repr=False)
    cells: dict[Period, pl.DataFrame] = field(default_factory=dict, repr=False)
    """What has been asked of them before: where everybody stood first in a calendar year, how many in a period."""

    def between(self, first: date, last: date) -> pl.DataFrame:
        """The rows of some days, both included."""
        days = self.rows["day"]
        begin = days.search_sorted(first, side="left")
        return self.rows.slice(begin, days.search_sorted(last, side="right") - begin)


class ReadyRows(Mapping[str, pl.DataFrame]):
    """Every table's rows, in which each person is a number that says nothing outside of them; and what has been counted
    of them already, for who decides and who attacks ask the same."""

    def __init__(self, rows: Rows) -> None:
        self._frames = _with_numbers(rows)
        self._of_families: dict[tuple[str, date], FamilyRows] = {}
        self._model: Model | None = None

    def __getitem__(self, name: str) -> pl.DataFrame:
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def of_family(self, family: Family, model: Model, day: date) -> FamilyRows:
        """A family's rows as they stood on a day. Those of families that are settled later, each period on a day of its
        own, are not kept."""
        if self._model is not model:
            self._model, self._of_families = model, {}
        key = (family.key, day)
        if key in self._of_families:
            return self._of_families[key]
        family_rows = FamilyRows(_in_order(_inside(prepared(family, self, model, day), family, model), family))
        if not family.settled:
            self._of_families[key] = family_rows
        return family_rows


def ready(rows: Rows) -> ReadyRows:
    """Rows made ready, where they are not already."""
    return rows if isinstance(rows, ReadyRows) else ReadyRows(rows)


def placed_by(family: Family) -> list[str]:
    """The dimensions by which a person has one place, the family's own first: the municipality always, for the region
    is its municipalities."""
    return list(dict.fromkeys([*family.names, "municipality"]))


def _with_numbers(rows: Rows) -> dict[str, pl.DataFrame]:
    """Every person a number, the same in every table."""
    columns = {
        name: [column.name for column in BY_NAME[name].columns if column.kind is ColumnKind.PERSON]
        for name in rows
        if name in BY_NAME
    }
    as_text = {
        name: [column for column in own if rows[name].schema.get(column) in {pl.String, pl.Categorical}]
        for name, own in columns.items()
    }
    # Polars numbers what is of one kind of category alike as long as somebody holds it.
    categories = {
        name: rows[name].with_columns(pl.col(own).cast(pl.Categorical)) for name, own in as_text.items() if own
    }
    numbered = {name: frame.with_columns(pl.col(as_text[name]).to_physical()) for name, frame in categories.items()}
    return {**rows, **numbered}


def _inside(prepared_rows: pl.DataFrame, family: Family, model: Model) -> pl.DataFrame:
    """Every row in the lattice: a municipality the model no longer has is another one, the rest is unknown.

    Of people, what is not of the region's own municipalities is from elsewhere.
    """
    members = {name: family.members(name, model) for name in family.names}
    if not family.public:
        unwritten = (UNKNOWN,) if family.unwritten else ()
        members["municipality"] = (*(place.key for place in model.municipality), *unwritten, ELSEWHERE)
    return prepared_rows.with_columns(
        pl.when(pl.col(name).is_in(members_there))
        .then(name)
        .otherwise(pl.lit(next((rest for rest in (ELSEWHERE, OTHER) if rest in members_there), UNKNOWN)))
        .cast(pl.Enum(sorted({*members_there, ELSEWHERE, OTHER, UNKNOWN})))
        for name, members_there in members.items()
    )


def _in_order(inside: pl.DataFrame, family: Family) -> pl.DataFrame:
    """Rows of one day are in the order of their members: a database gives them in any order, and a closed period's
    counts must not turn on it."""
    if "outcome" in inside.columns:
        inside = inside.with_columns(pl.col("outcome").alias("own outcome"))
    if "agreed" not in inside.columns:
        inside = inside.with_columns(agreed=pl.lit(value=True))
    return inside.filter(pl.col("day").is_not_null()).sort("day", *placed_by(family), maintain_order=True)
