"""Owns the birth of numbers: what the counts of shown cells come to. Only the wall calls it.

Everything here is rounded, clamped or left out before anybody sees it, as the wall's rules say.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import polars as pl

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import of_family, tellable
from dashboard.counting.tally import Tallies
from dashboard.statistics import survival
from dashboard.statistics.intervals import rate, wilson, wilson_adjusted

DAYS_IN_YEAR = 365.25
MOST_DESIGN = 4.0


def few(k: int) -> int:
    """So many persons or fewer: a rate near everything or nothing is clamped, so that "everybody" stays unsaid."""
    return 2 * k


def enough_for_a_median(k: int) -> int:
    """So many referred: neither a reached nor an unreached median leaves fewer than k + 1 values on either side."""
    return 2 * k + 1


def enough_for_an_interval(k: int) -> int:
    """So many referred: whether a median's interval ends, or where, leaves k + 1 values of those who have started.

    At the level of one half the limits lie about √n persons from the median.
    """
    return (k + 2) ** 2


def numbers(tallies: Tallies, decided: pl.DataFrame, k: int) -> pl.DataFrame:
    """The numbers of shown cells: period, indicator, the cell's keys, value, low, high, base, finer, bound, design.

    `k`: the threshold they are published under.
    """
    shown = decided.filter(pl.col("shown")).drop("shown")
    parts = []
    for indicator in of_family(tallies.family):
        cells = shown.with_columns(pl.lit(indicator.key).alias("indicator")).filter(tellable()).drop("indicator")
        parts.append(_BIRTH[indicator.measure](indicator, tallies, cells, k))
    return pl.DataFrame(
        [number if len(number) == _WIDTH else (*number, None) for part in parts for number in part],
        schema={"period": pl.String, "indicator": pl.String}
        | dict.fromkeys(CELL, pl.String())
        | dict.fromkeys(("value", "low", "high", "base", "finer"), pl.Float64())
        | {"bound": pl.String, "design": pl.Float64},
        orient="row",
    )


_Number: TypeAlias = tuple[Any, ...]  # period, indicator, the cell, value, low, high, base, finer, bound; and a design
_WIDTH = 2 + len(CELL) + 7


def _persons(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    return [
        (period, indicator.key, *cell, float(persons), None, None, None, None, "")
        for period, *cell, persons in shown.select("period", *CELL, "persons").iter_rows()
    ]


def _share_of_rows(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """A whole per cent over the persons of a shown cell, and all that is said of it from what is shown alone.

    The interval is of the rounded share, the rounded base and the design effect to a tenth, so that it tells nothing
    more than they do. Where the fewer side is under k appointments, nobody among them, only a bound that the threshold
    gives.
    """
    numbers: list[_Number] = []
    for period, *cell, persons, x, n, effect in _joined(indicator, tallies, shown, "design"):
        if not persons:
            continue  # those who were agreed with and never came are no persons of the cell
        base = max(10.0, _ten(n))  # never none: that there were fewer than five would say how many were absent
        if min(x, n - x) < k:
            at_least = x > n - x
            share, bound = bound_of(base, k, at_least), "at_least" if at_least else "at_most"
            # For judging: the middle of what the bound leaves open.
            middle = (k - 1) / 2 / base
            finer: float | None = round(1 - middle if at_least else middle, 3)
        else:
            share = finer = round(x / n, 2)
            bound = ""
        if persons <= few(k):
            finer = None
            bound = bound or {True: "at_least"}.get(share >= 0.95) or {True: "at_most"}.get(share <= 0.05) or ""
            share = min(max(share, 0.05), 0.95) if bound else share
        design = None if bound else design_of(effect)
        interval = None if design is None else wilson_adjusted(share * base, base, design)
        low, high = (round(interval.lower, 2), round(interval.upper, 2)) if interval else (None, None)
        numbers.append((period, indicator.key, *cell, share, low, high, base, finer, bound, design))
    return numbers


def design_of(effect: float | None) -> float:
    """A design effect as it is published: to a tenth, and never so high that one person must have missed everything."""
    return min(round(max(effect or 1.0, 1.0), 1), MOST_DESIGN)


def bound_of(base: float, k: int, at_least: bool) -> float:
    """The whole per cent that holds for every number of appointments that is rounded to `base`, and fewer than k.

    Of a shown cell's persons each came once or more, so at least 2k - 2 were agreed where k - 1 failed.
    """
    fewer = max(k / base, (k - 1) / max(base - 5, 2 * k - 2))
    return math.floor(100 * (1 - fewer) + 1e-9) / 100 if at_least else math.ceil(100 * fewer - 1e-9) / 100


def _ten(n: int) -> float:
    """To the nearest ten: exact numbers of appointments gave small cells away."""
    return float((n + 5) // 10 * 10)


def _rows(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    return [
        (period, indicator.key, *cell, max(10.0 if persons else 0.0, _ten(x)), None, None, None, None, "")
        for period, *cell, persons, x, _ in _joined(indicator, tallies, shown)
    ]


def _share_of_cases(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """A whole per cent of referrals or courses, beside how many persons they are of, to the nearest ten.

    Persons decide whether it is told: where those of its outcomes and of all are shown, and so the rest. How many
    cases there are is not told, nor rounded: beside the persons it would say how many came twice.
    """
    cells = _of_outcomes(shown)
    own = tallies.rows.filter(pl.col("indicator") == indicator.key, whole(but=("origin",)))
    cases = {(p, origin): (x, n) for p, origin, x, n in own.select("period", "origin", *_PARTS).iter_rows()}
    numbers: list[_Number] = []
    for period, origin in dict.fromkeys((period, origin) for period, origin, _ in cells):
        persons = _sum_of(cells, period, origin, indicator.outcome)
        everybody = _sum_of(cells, period, origin, indicator.among or (ALL,))
        x, n = cases.get((period, origin), (0, 0))
        if not persons or not everybody or not n:
            continue
        share, base = round(x / n, 2), max(10.0, _ten(everybody))
        interval = wilson(share * base, base)
        assert interval is not None
        cell = {**dict.fromkeys(CELL, ALL), "origin": origin}
        low, high = round(interval.lower, 2), round(interval.upper, 2)
        numbers.append((period, indicator.key, *cell.values(), share, low, high, base, share, ""))
    return numbers


def _persons_of_outcome(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """The persons of one outcome in the region, where they are shown."""
    return [
        (period, indicator.key, *dict.fromkeys(CELL, ALL).values(), float(persons), None, None, None, None, "")
        for (period, origin, outcome), persons in _of_outcomes(shown).items()
        if origin == ALL and outcome in indicator.outcome
    ]


def _so_far(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """How long those who still wait have waited, in whole weeks: where enough of them are shown, and nowhere else."""
    waits = tallies.waits.filter(whole()).filter(pl.col("municipality") == ALL)
    listed = {
        period: (days, started) for period, days, started in waits.select("period", "days", "started").iter_rows()
    }
    numbers: list[_Number] = []
    for (period, origin, outcome), persons in _of_outcomes(shown).items():
        if origin != ALL or outcome not in indicator.outcome or persons < enough_for_a_median(k):
            continue
        waiting = survival.still_waiting(zip(*listed.get(period, ((), ())), strict=True))
        longest = indicator.measure is Measure.LONGEST_SO_FAR
        days = waiting.longest_so_far if longest else waiting.median_so_far
        if days is not None:
            cell = dict.fromkeys(CELL, ALL).values()
            numbers.append((period, indicator.key, *cell, float(round(days / 7)), None, None, None, None, ""))
    return numbers


_PARTS = ("numerator", "denominator")


def _of_outcomes(shown: pl.DataFrame) -> dict[tuple[str, str, str], int]:
    """(period, origin, outcome) → persons, of cells broken down by nothing else."""
    counts = shown.filter(whole(but=("origin", "outcome"))).select("period", "origin", "outcome", "persons")
    return {(period, origin, outcome): n for period, origin, outcome, n in counts.iter_rows()}


def _sum_of(cells: dict[tuple[str, str, str], int], period: str, origin: str, outcomes: Sequence[str]) -> int | None:
    """Persons of some outcomes together; None unless every one of them is shown."""
    counts = [cells.get((period, origin, outcome)) for outcome in outcomes]
    numbers = [count for count in counts if count is not None]
    return sum(numbers) if len(numbers) == len(counts) else None


def _per_course_years(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """A shown outcome of the region per 100 years of courses under way, the years rounded to whole ones."""
    own = tallies.rows.filter(pl.col("indicator") == indicator.key)
    days = dict(own.select("period", "numerator").iter_rows())
    born: list[_Number] = []
    outcomes = shown.filter(whole(but=("outcome",)), pl.col("outcome").is_in(indicator.outcome))
    for period, persons in outcomes.select("period", "persons").iter_rows():
        years = round(days.get(period, 0) / DAYS_IN_YEAR)
        if not years:
            continue
        outcome_rate = rate(persons, years, per=100)
        assert outcome_rate is not None
        values = (outcome_rate.value, outcome_rate.lower, outcome_rate.upper)
        numbers = (*(round(value, 1) for value in values), float(years), None, "")
        born.append((period, indicator.key, *dict.fromkeys(CELL, ALL).values(), *numbers))
    return born


def _median_wait(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """The median in whole weeks, or that it is not reached, wherever enough are referred, and nowhere else.

    With its interval where that, reached or not, leaves as many values open.
    """
    numbers: list[_Number] = []
    cells = shown.filter(whole(), pl.col("persons") >= enough_for_a_median(k))
    waits = cells.join(tallies.waits, on=["period", *CELL], how="left")
    for period, *cell, persons, days, started in waits.select(
        "period", *CELL, "persons", "days", "started"
    ).iter_rows():
        listed = list(zip(days, started, strict=True)) if days else []
        median = survival.quantile(survival.kaplan_meier(listed), 0.5)
        weeks, low, high = (
            None if end is None else float(round(end / 7)) for end in (median.value, median.lower, median.upper)
        )
        if weeks is None or persons < enough_for_an_interval(k):
            low = high = None
        bound = "" if weeks is not None else "not_reached"
        numbers.append((period, indicator.key, *cell, weeks, low, high, None, None, bound))
    return numbers


def _events(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """How many, or what they say together: no number where there were some, and none of them says it."""
    asked = indicator.denominator is not None
    return [
        (period, indicator.key, *cell, None if asked and events and not n else float(x), None, None, None, None, "")
        for period, *cell, events, x, n in _joined(indicator, tallies, shown)
    ]


def _share_of_events(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    return [
        (period, indicator.key, *cell, round(x / n, 2) if n else None, None, None, float(n), x / n if n else None, "")
        for period, *cell, _, x, n in _joined(indicator, tallies, shown)
    ]


def _share_of_responses(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, k: int) -> list[_Number]:
    """Persons of the good answers over all who answered the question: of shown cells alone, so it says nothing more."""
    names = ["period", *CELL]
    cells = {tuple(cell): n for *cell, n in shown.select(*names, "persons").iter_rows()}
    numbers: list[_Number] = []
    for cell, n in cells.items():
        named = dict(zip(names, cell, strict=True))
        if named["response"] == ALL and n:
            good = tallies.good.get(named["question"], ())
            told = [cells.get(tuple({**named, "response": response}.values())) for response in good]
            x = sum(count or 0 for count in told)
            interval = wilson(x, n) if good else None  # without good answers there is nothing to reckon
            share = (round(x / n, 2), round(interval.lower, 2), round(interval.upper, 2), float(n)) if interval else ()
            if None not in told:
                numbers.append((cell[0], indicator.key, *cell[1:], *(share or [None] * 4), None, ""))
    return numbers


_BIRTH: dict[Measure, Callable[[Indicator, Tallies, pl.DataFrame, int], list[_Number]]] = {
    Measure.PERSONS: _persons,
    Measure.SHARE_OF_ROWS: _share_of_rows,
    Measure.ROWS: _rows,
    Measure.PERSONS_OF_OUTCOME: _persons_of_outcome,
    Measure.SHARE_OF_CASES: _share_of_cases,
    Measure.WAITED_SO_FAR: _so_far,
    Measure.LONGEST_SO_FAR: _so_far,
    Measure.PER_COURSE_YEARS: _per_course_years,
    Measure.PER_INHABITANTS: lambda indicator, tallies, shown, k: [],  # of what is published: `privacy`
    Measure.MEDIAN_WAIT: _median_wait,
    Measure.EVENTS: _events,
    Measure.SHARE_OF_EVENTS: _share_of_events,
    Measure.SUM_OF_EVENTS: _events,
    Measure.SHARE_OF_RESPONSES: _share_of_responses,
}


def _joined(indicator: Indicator, tallies: Tallies, shown: pl.DataFrame, *more: str) -> list[tuple[Any, ...]]:
    """Shown cells with their tallies: period, the cell's keys, persons, numerator, denominator, and `more`."""
    own = tallies.rows.filter(pl.col("indicator") == indicator.key)
    joined = shown.join(own, on=["period", *CELL], how="left").fill_null(0)
    return joined.select("period", *CELL, "persons", "numerator", "denominator", *more).rows()
