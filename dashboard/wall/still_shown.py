"""Owns what of a publication may still be read by today's rules, and under today's threshold."""

import polars as pl

from dashboard.counting.cells import CELL
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.statistics.intervals import wilson_adjusted
from dashboard.wall.outdated import PUBLIC, numbers_left
from dashboard.wall.rounding import bound_of, enough_for_a_median, enough_for_an_interval, few
from data_sources.declared.wall_rules import RULES


def by_todays_rules(numbers: pl.DataFrame, cells: pl.DataFrame, k: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Published numbers and decided cells, without what today's rules would not have shown.

    `cells`: as `publishing.readable` gives them. Numbers of the first rules, or of a lower threshold, lose what said
    too much: a median of few, an interval that told more than the share beside it, an exact share whose fewer side is
    below the threshold. Events are public: no threshold is held against how many there were.
    """
    if "persons" in cells.columns:
        under = (pl.col("persons") < k) & (pl.col("persons") > 0) & ~pl.col("family").is_in(PUBLIC)
        cells = cells.with_columns(shown=pl.col("shown") & ~under.fill_null(False))
    if "rules" not in numbers.columns:
        return numbers, cells
    numbers = numbers_left(numbers, cells)
    kept_as_it_is = (pl.col("rules") >= RULES) & (pl.col("threshold") >= k)
    if numbers.filter(~kept_as_it_is).is_empty():
        return numbers, cells
    persons = cells.select("publication", *CELL, "persons").unique(["publication", *CELL])
    old = numbers.filter(~kept_as_it_is).join(persons, on=["publication", *CELL], how="left")
    kept = [row for row in (_restated(row, k) for row in old.iter_rows(named=True)) if row is not None]
    restated = pl.DataFrame(kept, schema=old.schema).select(numbers.columns)
    return pl.concat([numbers.filter(kept_as_it_is), restated]), cells


def withdrawn(numbers: pl.DataFrame, cells: pl.DataFrame, k: int) -> int:
    """How many published numbers are told no more, or not as they were."""
    left, _ = by_todays_rules(numbers, cells, k)
    names = ["publication", "indicator", *CELL, "value", "low", "high", "bound"]
    return numbers.height - numbers.join(left, on=names, how="semi", nulls_equal=True).height


def _restated(row: dict[str, object], k: int) -> dict[str, object] | None:
    """A number of the first rules as the second would have it; None where they would not have it."""
    match BY_KEY[str(row["indicator"])].measure:
        case Measure.MEDIAN_WAIT:
            n = row["persons"] if isinstance(row["persons"], int) else 0
            wide = row if n >= enough_for_an_interval(k) else {**row, "low": None, "high": None}
            return wide if n >= enough_for_a_median(k) else None
        case Measure.SHARE_OF_ROWS:
            return _share(row, k)
    return row


def _share(row: dict[str, object], k: int) -> dict[str, object] | None:
    share, base = row["value"], row["base"]
    if not isinstance(share, float) or not isinstance(base, float) or not base:
        return None
    if row["bound"]:
        at_least = row["bound"] == "at_least"
        loosest = (min if at_least else max)(share, bound_of(base, k, at_least))
        return {**row, "value": loosest, "low": None, "high": None}
    if isinstance(n := row["persons"], int) and n <= few(k) and not 0.05 < share < 0.95:
        bound = "at_least" if share >= 0.95 else "at_most"
        return {**row, "value": min(max(share, 0.05), 0.95), "low": None, "high": None, "finer": None, "bound": bound}
    # What the fewer side may have been at the least, as share and base are rounded.
    fewer = (min(share, 1 - share) - 0.005) * (base - 5)
    if fewer < k:
        at_least = share > 0.5
        bound = "at_least" if at_least else "at_most"
        return {**row, "value": bound_of(base, k, at_least), "low": None, "high": None, "bound": bound}
    design = row.get("design")
    interval = wilson_adjusted(share * base, base, design if isinstance(design, float) else 1.0)
    assert interval is not None
    return {**row, "low": round(interval.lower, 2), "high": round(interval.upper, 2), "finer": share}
