"""Owns the birth of numbers: what the counts of shown cells come to. Only the wall calls it.

Everything here is rounded, clamped or left out before anybody sees it, as the wall's rules say.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import polars as pl

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import of_family
from dashboard.counting.tally import Tallies
from dashboard.statistics import survival
from dashboard.statistics.intervals import rate, wilson

FEW = 10  # under so many persons a rate is clamped, so that "everybody" and "nobody" stay unsaid
FEW_STARTS = 5
DAYS_IN_YEAR = 365.25


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
    """Some outcomes' cells over all: a pure function of shown cells, so it may be exact underneath."""
    counts = shown.filter(whole(but=("origin", "outcome"))).select("period", "origin", "outcome", "persons")
    cells = {(period, origin, outcome): n for period, origin, outcome, n in counts.iter_rows()}
    made: list[_Number] = []
    for period, origin in dict.fromkeys((period, origin) for period, origin, _ in cells):
        x = _sum_of(cells, period, origin, indicator.outcome)
        n = _sum_of(cells, period, origin, indicator.among or (ALL,))
        if x is None or n is None or not n:
            continue
        share, low, high, _ = _whole(x, n, few=False)
        cell = {**dict.fromkeys(CELL, ALL), "origin": origin}
        made.append((period, indicator.key, *cell.values(), share, low, high, float(n), x / n, ""))
    return made


def _sum_of(cells: dict[tuple[str, str, str], int], period: str, origin: str, outcomes: tuple[str, ...]) -> int | None:
    """Persons of some outcomes together; None unless every one of them is shown."""
    counts = [cells.get((period, origin, outcome)) for outcome in outcomes]
    numbers = [count for count in counts if count is not None]
    return sum(numbers) if len(numbers) == len(counts) else None


def _per_course_years(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    """A shown outcome of the region per 100 years of courses under way, the years rounded to whole ones."""
    mine = tallies.rows.filter(pl.col("indicator") == indicator.key)
    days = dict(mine.select("period", "numerator").iter_rows())
    made: list[_Number] = []
    outcomes = shown.filter(whole(but=("outcome",)), pl.col("outcome").is_in(indicator.outcome))
    for period, persons in outcomes.select("period", "persons").iter_rows():
        years = round(days.get(period, 0) / DAYS_IN_YEAR)
        if not years:
            continue
        found = rate(persons, years, per=100)
        assert found is not None
        numbers = (round(found.value, 1), round(found.lower, 1), round(found.upper, 1), float(years), None, "")
        made.append((period, indicator.key, *dict.fromkeys(CELL, ALL).values(), *numbers))
    return made


def _median_wait(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    """The median in whole weeks where at least five started; later than that, only that it is not reached."""
    made: list[_Number] = []
    cells = shown.filter(whole()).join(tallies.waits, on=["period", *CELL])
    for period, *cell, days, started in cells.select("period", *CELL, "days", "started").iter_rows():
        if sum(started) < FEW_STARTS:
            continue
        median = survival.median(zip(days, started, strict=True))
        weeks = None if median is None else float(round(median / 7))
        made.append(
            (period, indicator.key, *cell, weeks, None, None, None, None, "" if weeks is not None else "not_reached")
        )
    return made


def _events(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    return [
        (period, indicator.key, *cell, float(x), None, None, None, None, "")
        for period, *cell, _, x, _ in _joined(indicator, tallies, shown)
    ]


def _share_of_events(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame) -> list[_Number]:
    return [
        (period, indicator.key, *cell, round(x / n, 2) if n else None, None, None, float(n), x / n if n else None, "")
        for period, *cell, _, x, n in _joined(indicator, tallies, shown)
    ]


_BIRTH: dict[Measure, Callable[[Indicator, Tallies, pl.DataFrame], list[_Number]]] = {
    Measure.PERSONS: _persons,
    Measure.SHARE_OF_ROWS: _share_of_rows,
    Measure.ROWS: _rows,
    Measure.SHARE_OF_PERSONS: _share_of_persons,
    Measure.PER_COURSE_YEARS: _per_course_years,
    Measure.PER_INHABITANTS: lambda indicator, tallies, shown: [],  # of what is published: `privacy`
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
