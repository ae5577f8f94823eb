"""THE WALL. Counts come in, published numbers go out; nothing else in the dashboard may show a number.

Which cells are shown is decided in `suppression`; here the numbers of shown cells are born and sealed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

import polars as pl

from dashboard import suppression, waiting
from dashboard.indicator import Family, Indicator, Measure
from dashboard.indicators import BY_KEY, of_family
from dashboard.intervals import wilson
from dashboard.lattice import Kind, Shape
from dashboard.measure import ALL, CELL, Tallies, members
from dashboard.period import Period, PeriodKind
from data_sources.model import Model

FEW = 10  # under so many persons a rate is clamped, so that "everybody" and "nobody" stay unsaid
FEW_STARTS = 5
SOLVING_SECONDS = 120.0


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

    `frame`: indicator, period, municipality, level, service, value, low, high, base, bound, sign. A share
    is 0–1, waiting is weeks. What is hidden has a sign and no number. `finer` (a share to a tenth of a per
    cent) is for judging goals only and never travels to a screen.
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


def with_gaps(published: Published, codes: Sequence[str]) -> Published:
    """A series with its sign for what is missing in every period named here that is not published."""
    if published.frame.is_empty():
        return published
    known = set(published.frame["period"])
    row = published.frame.head(1).with_columns(
        *[pl.lit(None, dtype=pl.Float64).alias(name) for name in ("value", "low", "high", "base")],
        pl.lit("").alias("bound"),
        pl.lit(Sign.MISSING.value).alias("sign"),
    )
    gaps = [row.with_columns(pl.lit(code).alias("period")) for code in codes if code not in known]
    return Published(pl.concat([published.frame, *gaps]), published.finer, _SEAL)


def shape(family: Family, model: Model, year: int, periods: Sequence[Period]) -> Shape:
    """The lattice of a family in a year, of those periods in which it has rows at all."""
    places, levels, services = members(family, model)
    codes = {kind: tuple(p.code for p in periods if p.kind is kind) for kind in PeriodKind}
    offered = {(level, team.key) for team in model.team for level in (*team.levels, "unknown")}
    closed = (
        frozenset(
            (level, team.key) for team in model.team for level in levels if (level, team.key) not in offered
        )
        if family.by_service and levels
        else frozenset()
    )
    return Shape(
        year=str(year),
        periods=codes[PeriodKind.QUARTER] + codes[PeriodKind.TERTIAL],
        municipalities=places,
        levels=levels,
        services=services,
        months=codes[PeriodKind.MONTH],
        kind=Kind.ADDITIVE if family.additive else Kind.PERSONS,
        not_offered=closed,
    )


def decide(
    tallies: Tallies, lattice: Shape, closing: Sequence[str], published: pl.DataFrame | None, model: Model
) -> pl.DataFrame:
    """Which cells of the closing periods are shown: period, municipality, level, service, shown, persons.

    Raises UnprotectableError (nothing is published) and what `suppression.protect` raises when the ledger
    disagrees with the counts.
    """
    keys = ["period", *CELL]
    if tallies.family.public:
        decided = tallies.counts.filter(pl.col("period").is_in(list(closing))).select(
            *keys, shown=pl.lit(True)
        )
    else:
        decided = suppression.protect(
            tallies.counts, lattice, closing=closing, published=published, k=model.threshold,
            seconds=SOLVING_SECONDS,
        )  # fmt: skip
    return decided.join(tallies.counts, on=keys, how="left").with_columns(
        pl.when(pl.col("shown")).then(pl.col("persons")).alias("persons")
    )


def numbers(tallies: Tallies, decided: pl.DataFrame) -> pl.DataFrame:
    """The numbers of shown cells: period, indicator, the cell's keys, value, low, high, base, finer, bound."""
    shown = decided.filter(pl.col("shown")).drop("shown")
    parts = [_BIRTH[indicator.measure](indicator, tallies, shown) for indicator in of_family(tallies.family)]
    return pl.DataFrame(
        [number for part in parts for number in part],
        schema={"period": pl.String, "indicator": pl.String}
        | dict.fromkeys(CELL, pl.String())
        | dict.fromkeys(("value", "low", "high", "base", "finer"), pl.Float64())
        | {"bound": pl.String},
        orient="row",
    )


_Number: TypeAlias = tuple[Any, ...]  # period, indicator, the cell, value, low, high, base, finer, bound


def _persons(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    return [
        (period, indicator.key, *cell, float(persons), None, None, None, None, "")
        for period, *cell, persons in shown.select("period", *CELL, "persons").iter_rows()
    ]


def _share_of_rows(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    """A whole per cent over the persons of a shown cell, clamped where they are few."""
    made: list[_Number] = []
    for period, *cell, persons, x, n in _joined(indicator, tallies, shown):
        share, low, high, bound = _whole(x, n, few=persons < FEW)
        made.append((period, indicator.key, *cell, share, low, high, _ten(n), _finer(x, n, persons), bound))
    return made


def _whole(x: int, n: int, *, few: bool) -> tuple[float | None, float | None, float | None, str]:
    """Share and interval in whole per cents. With few persons: at least 95 or at most 5, and no interval."""
    interval = wilson(x, n)
    if interval is None:
        return None, None, None, ""
    share = round(x / n, 2)
    if few and share >= 0.95:
        return 0.95, None, None, "at_least"
    if few and share <= 0.05:
        return 0.05, None, None, "at_most"
    return share, round(interval.lower, 2), round(interval.upper, 2), ""


def _finer(x: int, n: int, persons: int) -> float | None:
    """For judging goals: a tenth of a per cent, and nothing where the shown rate is clamped."""
    return round(x / n, 3) if n and persons >= FEW else None


def _ten(n: int) -> float:
    """To the nearest ten: exact numbers of appointments gave small cells away."""
    return float((n + 5) // 10 * 10)


def _rows(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    return [
        (period, indicator.key, *cell, _ten(x), None, None, None, None, "")
        for period, *cell, _, x, _ in _joined(indicator, tallies, shown)
    ]


def _share_of_persons(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    """One outcome's cell over all: a pure function of two shown cells, so it may be exact underneath."""
    totals = shown.filter(pl.col("level") == ALL)
    parts = shown.filter(pl.col("level") == indicator.outcome).drop("level").rename({"persons": "x"})
    both = totals.join(parts, on=["period", "municipality", "service"])
    made: list[_Number] = []
    for period, *cell, n, x in both.select("period", *CELL, "persons", "x").iter_rows():
        share, low, high, _ = _whole(x, n, few=False)
        made.append((period, indicator.key, *cell, share, low, high, float(n), x / n, ""))
    return made


def _median_wait(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    """The median in whole weeks where at least five started; later than that, only that it is not reached."""
    made: list[_Number] = []
    cells = shown.filter(pl.col("service") == ALL).join(tallies.waits, on=["period", *CELL])
    for period, *cell, days, started in cells.select("period", *CELL, "days", "started").iter_rows():
        if sum(started) < FEW_STARTS:
            continue
        median = waiting.median(zip(days, started, strict=True))
        weeks = None if median is None else float(round(median / 7))
        made.append(
            (
                period,
                indicator.key,
                *cell,
                weeks,
                None,
                None,
                None,
                None,
                "" if weeks is not None else "not_reached",
            )
        )
    return made


def _events(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    return [
        (period, indicator.key, *cell, float(x), None, None, None, None, "")
        for period, *cell, _, x, _ in _joined(indicator, tallies, shown)
    ]


def _share_of_events(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    return [
        (
            period,
            indicator.key,
            *cell,
            round(x / n, 2) if n else None,
            None,
            None,
            float(n),
            x / n if n else None,
            "",
        )
        for period, *cell, _, x, n in _joined(indicator, tallies, shown)
    ]


_BIRTH: dict[Measure, Callable[[Indicator, Tallies, pl.DataFrame], list[_Number]]] = {
    Measure.PERSONS: _persons,
    Measure.SHARE_OF_ROWS: _share_of_rows,
    Measure.ROWS: _rows,
    Measure.SHARE_OF_PERSONS: _share_of_persons,
    Measure.MEDIAN_WAIT: _median_wait,
    Measure.EVENTS: _events,
    Measure.SHARE_OF_EVENTS: _share_of_events,
    Measure.SUM_OF_EVENTS: _events,
}


def _joined(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[tuple[Any, ...]]:
    """Shown cells with their tallies: period, the cell's keys, persons, numerator, denominator."""
    mine = tallies.rows.filter(pl.col("indicator") == indicator.key)
    joined = shown.join(mine, on=["period", *CELL], how="left").fill_null(0)
    return joined.select("period", *CELL, "persons", "numerator", "denominator").rows()


def publish(found: pl.DataFrame, cells: pl.DataFrame) -> Published:
    """Seal what the ledger holds. `found`: numbers; `cells`: family, period, keys, shown — every decided cell.

    A hidden cell gets its sign and no more; a shown one that could not be computed gets its own.
    """
    families = pl.DataFrame(
        {"indicator": list(BY_KEY), "family": [indicator.family.key for indicator in BY_KEY.values()]}
    )
    keys = ["indicator", "period", *CELL]
    every = cells.join(families, on="family")
    whole = every.join(
        found.select(*keys, "value", "low", "high", "base", "finer", "bound"), on=keys, how="left"
    )
    sign = (
        pl.when(~pl.col("shown")).then(pl.lit(Sign.HIDDEN.value))
        .when(pl.col("bound").is_null()).then(pl.lit(Sign.HIDDEN.value))
        .when(pl.col("value").is_null() & (pl.col("bound") == "")).then(pl.lit(Sign.IMPOSSIBLE.value))
        .otherwise(pl.lit(Sign.SHOWN.value))
    )  # fmt: skip
    frame = whole.with_columns(sign.alias("sign"), pl.col("bound").fill_null(""))
    return Published(
        frame.select(*keys, "value", "low", "high", "base", "bound", "sign"),
        frame.filter(pl.col("finer").is_not_null()).select(*keys, "finer", "base"),
        _SEAL,
    )
