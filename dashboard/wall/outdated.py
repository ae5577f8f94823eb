"""Owns what is left in sight of what was published under a lower threshold, or by older rules that do not hold.

Everything was protected as was asked for then: a count of 7, hidden for another's sake, may be proven to be under 10.
So from the day of the change only what needs no other cell to protect it is read of each of these periods: its total
and its municipalities', of quarters or tertials alone, for a year, a month or a part could be subtracted. A new edition
shows again what may be shown. All of it follows from numbers that were shown.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE, whole
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import PeriodKind, from_code
from data_sources.declared.table import OTHER, UNKNOWN
from data_sources.declared.wall_rules import RULES

# Told under the total, of cells that are its parts.
_OF_PARTS = {
    Measure.SHARE_OF_CASES,
    Measure.PER_COURSE_YEARS,
    Measure.PERSONS_OF_OUTCOME,
    Measure.WAITED_SO_FAR,
    Measure.LONGEST_SO_FAR,
}
PUBLIC = [family.key for family in FAMILIES if family.public]


@dataclass
class _Edition:
    """One publication's places: how many each is said to hold, None where it is hidden."""

    number: int
    total: int | None = None
    places: dict[str, int | None] = field(default_factory=dict)
    apart: int | None = None
    elsewhere_within: bool = False  # the first rules counted people from elsewhere among the region's, and hid them


def is_outdated(k: int, holding: Collection[int]) -> pl.Expr:
    """Rows of publications that need protection and were made under a lower threshold than `k`, or by older rules.

    `holding`: publications of older rules that have been attacked by today's, and held.
    """
    old_rules = (pl.col("rules") < RULES) & ~pl.col("publication").is_in(sorted(holding))
    return ((pl.col("threshold") < k) | old_rules) & ~pl.col("family").is_in(PUBLIC)


def still_shown(cells: pl.DataFrame, k: int, holding: Collection[int] = ()) -> pl.DataFrame:
    """Decided cells, of every edition that can be read, with `shown` and `persons` as they are left.

    `outdated` says which of them are of publications of which only the least is left.
    """
    lower = is_outdated(k, holding)
    rows = cells.filter(lower, whole())
    kept: list[tuple[int, str]] = []
    for (_, period), editions in rows.group_by(["family", "period"], maintain_order=True):
        reporting = from_code(str(period))
        if reporting and reporting.kind in {PeriodKind.QUARTER, PeriodKind.TERTIAL}:
            kept += _kept(_editions(editions), k)
    keep = pl.DataFrame(kept, schema={"publication": pl.Int64, "municipality": pl.String}, orient="row")
    keep = keep.with_columns(pl.lit(True).alias("kept"))
    marked = cells.join(keep, on=["publication", "municipality"], how="left", maintain_order="left")
    stays = pl.col("shown") & (~lower | (pl.col("kept").fill_null(False) & whole()))
    marked = marked.with_columns(stays.alias("shown"))
    persons = pl.when("shown").then("persons").alias("persons")
    return marked.with_columns(persons, lower.alias("outdated")).select(*cells.columns, "outdated")


def publications(cells: pl.DataFrame) -> list[int]:
    """The publications of which only the least is left. `cells`: of `still_shown`, or as they were decided."""
    return cells.filter("outdated")["publication"].unique().to_list() if "outdated" in cells.columns else []


def numbers_left(numbers: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Published numbers without those that tell of cells which are read no more. `cells`: of `still_shown`."""
    if not (outdated := publications(cells)):
        return numbers
    of_parts = [key for key, indicator in BY_KEY.items() if indicator.measure in _OF_PARTS]
    shown = cells.filter("shown").select("publication", *CELL).unique()
    stays = numbers.join(shown, on=["publication", *CELL], how="semi", maintain_order="left")
    return stays.filter(~pl.col("publication").is_in(outdated) | ~pl.col("indicator").is_in(of_parts))


def _editions(rows: pl.DataFrame) -> list[_Edition]:
    editions: dict[int, _Edition] = {}
    for number, *cell, shown, persons in rows.select("publication", *CELL, "shown", "persons").iter_rows():
        edition, count = editions.setdefault(number, _Edition(number)), persons if shown else None
        if cell[0] == ALL:
            edition.total = count
        elif cell[0] == ELSEWHERE:
            edition.apart = count
        elif cell[0] in (OTHER, UNKNOWN):
            edition.elsewhere_within = True
        else:
            edition.places[cell[0]] = count
    return [editions[number] for number in sorted(editions)]


def _kept(editions: list[_Edition], k: int) -> Iterable[tuple[int, str]]:
    """(publication, municipality) of what stays. The same places are hidden in every edition, and never so few, or of
    so few persons together, that a total would tell of one of them."""
    every = sorted({place for edition in editions for place in edition.places})
    hidden = {place for edition in editions for place, n in edition.places.items() if not _is_told(n, k)}
    # Where an edition speaks of fewer places, its total is another region's: the newest is read.
    totals = [edition for edition in editions if _is_told(edition.total, k)]
    totals = [edition for edition in totals if len(edition.places) == len(every) or edition is editions[-1]]
    if len({len(edition.places) for edition in editions}) > 1:
        totals = totals[-1:]
    while any(_tells(edition, hidden, k) for edition in totals):
        left = [place for place in every if place not in hidden]
        if not left or not hidden:
            totals = []
            break
        hidden |= {min(left, key=lambda place: (editions[0].places.get(place) or 0, place))}
    for edition in editions:
        if edition in totals:
            yield edition.number, ALL
        if _is_told(edition.apart, k):
            yield edition.number, ELSEWHERE
        yield from ((edition.number, place) for place in edition.places if place not in hidden)


def _is_told(count: int | None, k: int) -> bool:
    """A nought that was shown is no secret: everybody knew that nobody could be there."""
    return count is not None and (count == 0 or count >= k)


def _tells(edition: _Edition, hidden: set[str], k: int) -> bool:
    """Would the total less what is shown tell of a hidden place? Each of them may be known to be somebody."""
    rest = (edition.total or 0) - sum(n or 0 for place, n in edition.places.items() if place not in hidden)
    inside = [place for place in edition.places if place in hidden]
    if not inside:
        return edition.elsewhere_within and 0 < rest < k
    return len(inside) < 2 or rest < k + len(inside)
