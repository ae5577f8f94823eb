"""THE WALL. Counts come in, published numbers go out; nothing else in the dashboard may show a number.

Which cells are shown is decided in `suppression`, their numbers are born in `figures`; here they are sealed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY, of_all_answers, tellable
from dashboard.counting.tally import Tallies
from dashboard.statistics.intervals import rate
from dashboard.wall import ladder, still_shown
from dashboard.wall.lattice import KEY, Key, Shape
from dashboard.wall.search import Depth
from dashboard.wall.suppression import Question
from dashboard.wall.translation import in_cells, in_lattice, with_single_members, without_single_members
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

MONTH_LENGTH = len("2025-03")


class Sign(StrEnum):
    """Why a cell has no number. The signs are Statistics Norway's; each has one meaning."""

    SHOWN = ""
    HIDDEN = ":"
    MISSING = ".."
    IMPOSSIBLE = "."
    NOT_OFFERED = "–"


_SEAL = object()


@dataclass(frozen=True, eq=False)
class Published:
    """Numbers that may be shown. Only this module makes them; charts, reports and goals take nothing else.

    `frame`: indicator, period, the columns of CELL, value, low, high, base, bound, sign. A share
    is 0–1, waiting is weeks. What is hidden has a sign and no number. `finer` (a share to a tenth of a per
    cent) is for judging goals only and never travels to a screen; beside it stands `design`, how many times more the
    number varies because the same persons come many times, which its interval has in it.
    """

    frame: pl.DataFrame
    finer: pl.DataFrame = field(repr=False)
    seal: object = field(repr=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise TypeError("only the wall publishes")

    def where(self, *conditions: pl.Expr) -> "Published":
        """A part of what is published, by indicator, period and cell. Nothing is counted again."""
        return Published(self.frame.filter(*conditions), self.finer.filter(*conditions), _SEAL)


def per_inhabitants(published: Published, adults: pl.DataFrame, lacking: Collection[str] = ()) -> Published:
    """With what shown counts of participants come to per 1 000 adults, and how sure that is, rounded to a tenth.

    `adults`: municipality (or "all"), year, adults; where nobody has said how many live there, it is impossible.
    `lacking`: periods whose region was published without somebody; whose inhabitants would be divided by is not who was
    counted, so the region's is missing. A pure function of published cells: what is hidden stays so. Months are not
    reckoned.
    """
    no_month = pl.col("period").str.len_chars() < MONTH_LENGTH
    year = pl.col("period").str.head(4).cast(pl.Int64).alias("year")
    counts = published.frame.filter(pl.col("indicator") == "participants", whole(), no_month).with_columns(year)
    rated = []
    for row in counts.join(adults, on=["municipality", "year"]).iter_rows(named=True):
        of_others = row["municipality"] == ALL and row["period"] in lacking
        shown = row["sign"] == Sign.SHOWN and not of_others
        share = rate(row["value"], row["adults"] or 0, per=1000) if shown else None
        numbers: dict[str, float | None] = dict.fromkeys(("value", "low", "high", "base"))
        if share is not None:
            ends = {"low": round(share.lower, 1), "high": round(share.upper, 1)}
            numbers = {"value": round(share.value, 1), **ends, "base": float(row["adults"])}
        sign = row["sign"] if row["sign"] or share else (Sign.MISSING if of_others else Sign.IMPOSSIBLE).value
        rated.append({**row, **numbers, "indicator": "participants_per_1000", "bound": "", "sign": sign})
    schema = {name: counts.schema[name] for name in published.frame.columns}
    rates = pl.DataFrame([{name: row[name] for name in schema} for row in rated], schema=schema)
    return Published(pl.concat([published.frame, rates]), published.finer, _SEAL)


def with_gaps(published: Published, codes: Sequence[str]) -> Published:
    """A series with its sign for what is missing in every period named here that is not published."""
    if published.frame.is_empty():
        return published
    periods = set(published.frame["period"])
    row = published.frame.head(1).with_columns(
        *[pl.lit(None, dtype=pl.Float64).alias(name) for name in ("value", "low", "high", "base")],
        pl.lit("").alias("bound"),
        pl.lit(Sign.MISSING.value).alias("sign"),
    )
    gaps = [row.with_columns(pl.lit(code).alias("period")) for code in codes if code not in periods]
    return Published(pl.concat([published.frame, *gaps]), published.finer, _SEAL)


def with_places(published: Published, places: Sequence[str]) -> Published:
    """One indicator of one period, with the sign for what is missing of every place named here that has no number."""
    if published.frame.is_empty():
        return published
    numbered = set(published.frame["municipality"])
    row = with_gaps(published, [""]).frame.tail(1).with_columns(pl.lit(published.frame["period"][0]).alias("period"))
    gaps = [row.with_columns(pl.lit(place).alias("municipality")) for place in places if place not in numbered]
    return Published(pl.concat([published.frame, *gaps]), published.finer, _SEAL)


def with_not_offered(published: Published, model: Model) -> Published:
    """One indicator's cells of one place and period, with their own sign where the model's teams offer nothing."""
    if published.frame.is_empty():
        return published
    family = BY_KEY[published.frame["indicator"][0]].family
    row = published.frame.head(1).with_columns(
        *[pl.lit(None, dtype=pl.Float64).alias(name) for name in ("value", "low", "high", "base")],
        pl.lit("").alias("bound"),
        pl.lit(Sign.NOT_OFFERED.value).alias("sign"),
    )
    names = family.names[-2:]
    nothing = [
        row.with_columns(pl.lit(member).alias(name) for name, member in zip(names, pair, strict=True))
        for pair in sorted(family.not_offered(model))
    ]
    return Published(pl.concat([published.frame, *nothing]), published.finer, _SEAL)


@dataclass(frozen=True, eq=False)
class Decided:
    """Which cells of closing periods are shown: period, the columns of CELL, shown, persons (of shown ones).

    `depth`: how far down the ladder each period had to step.
    """

    frame: pl.DataFrame
    depth: Mapping[str, Depth]


def decide(
    tallies: Tallies,
    lattice: Shape,
    closing: Sequence[str],
    published: pl.DataFrame | None,
    k: int,
    *,
    before: pl.DataFrame | None = None,
    held: pl.DataFrame | None = None,
    least: int = 0,
) -> Decided:
    """Choose what is shown of closing periods, down the ladder until it is safe.

    `before`: period, the columns of CELL and shown, as earlier editions that can still be read decided (see
    `suppression.protect`).
    `held`: period, municipality and how many events there were: nobody is counted where there were none.
    `least`: how far down the ladder to begin.
    Raises what `suppression.protect` raises when the ledger disagrees with the counts.
    """
    keys, family = ["period", *CELL], tallies.family
    if family.public:
        shown = tallies.counts.filter(pl.col("period").is_in(list(closing))).select(*keys, shown=pl.lit(True))
        depth: Mapping[str, Depth] = dict.fromkeys(closing, Depth.FULL)
    else:
        earlier = {} if before is None else _fates(without_single_members(lattice, in_lattice(family, before)))
        question = Question(
            counts=in_lattice(family, tallies.counts),
            shape=lattice,
            k=k,
            before=earlier,
            zeros=frozenset() if held is None else _nobody(lattice, held),
            least=Depth(min(least, Depth.NOTHING)),
        )
        past = None if published is None else without_single_members(lattice, in_lattice(family, published))
        chosen, depth = ladder.protect(question, closing, past)
        shown = in_cells(family, with_single_members(lattice, chosen))
    frame = shown.join(tallies.counts, on=keys, how="left").with_columns(
        pl.when(pl.col("shown")).then(pl.col("persons")).alias("persons")
    )
    return Decided(frame, depth)


def _fates(decided: pl.DataFrame) -> dict[Key, bool]:
    return {(p, a, b, c): shown for p, a, b, c, shown in decided.select(*KEY, "shown").iter_rows()}


def _nobody(lattice: Shape, held: pl.DataFrame) -> frozenset[Key]:
    """The cells of places and periods that are told to be without a single event, and the region's where all are."""
    events = {(period, place): n for period, place, n in held.select("period", "municipality", "events").iter_rows()}
    periods = (lattice.year, *lattice.periods, *lattice.months)
    places = {place: (place,) for place in lattice.first} | {ALL: lattice.first, lattice.apart: (OTHER, UNKNOWN)}
    return frozenset(
        (period, place, ALL, ALL)
        for period in periods
        for place, parts in places.items()
        if place and all(events.get((period, part)) == 0 for part in parts)
    )


def persons(tallies: Tallies, decided: pl.DataFrame) -> pl.DataFrame:
    """Of every shown cell, whether it still holds as many persons as when it was published: period, same."""
    shown = decided.filter(pl.col("shown")).join(
        tallies.counts.rename({"persons": "now"}), on=["period", *CELL], how="left"
    )
    return shown.select("period", same=pl.col("persons").fill_null(0) == pl.col("now").fill_null(0))


def publish(numbers: pl.DataFrame, cells: pl.DataFrame, k: int = 0) -> Published:
    """Seal what the ledger holds. `numbers`: of shown cells; `cells`: family, period, keys, shown — every decided cell.

    A hidden cell gets its sign and no more; a shown one that could not be computed gets its own. `k`: today's
    threshold; what lies under it is hidden, whatever it was published under (`still_shown`).
    """
    numbers, cells = still_shown.by_todays_rules(numbers, cells, k)
    if "design" not in numbers.columns:
        numbers = numbers.with_columns(design=pl.lit(None, dtype=pl.Float64))
    families = pl.DataFrame(
        [(each.key, each.family.key) for each in BY_KEY.values() if each.measure is not Measure.PER_INHABITANTS],
        schema=["indicator", "family"],
        orient="row",
    )
    keys = ["indicator", "period", *CELL]
    every = cells.join(families, on="family").filter(tellable(), of_all_answers())
    whole = every.join(
        numbers.select(*keys, "value", "low", "high", "base", "finer", "bound", "design"), on=keys, how="left"
    )
    sign = (
        pl.when(~pl.col("shown"))
        .then(pl.lit(Sign.HIDDEN.value))
        .when(pl.col("bound").is_null())
        .then(pl.lit(Sign.HIDDEN.value))
        .when(pl.col("value").is_null() & (pl.col("bound") == ""))
        .then(pl.lit(Sign.IMPOSSIBLE.value))
        .otherwise(pl.lit(Sign.SHOWN.value))
    )
    # A hidden cell has no number here even if the ledger should hold one.
    columns = [
        pl.when(pl.col("shown")).then(pl.col(name)).alias(name)
        for name in ("value", "low", "high", "base", "finer", "bound", "design")
    ]
    frame = whole.with_columns(sign.alias("sign")).with_columns(columns).with_columns(pl.col("bound").fill_null(""))
    return Published(
        frame.select(*keys, "value", "low", "high", "base", "bound", "sign"),
        frame.filter(pl.col("finer").is_not_null()).select(*keys, "finer", "base", "design"),
        _SEAL,
    )
