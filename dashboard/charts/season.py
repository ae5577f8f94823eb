"""Owns what stands beside every period: the same period a year before, and the target that held then."""

from collections.abc import Mapping

import polars as pl

from dashboard.charts.numbers import decided_number
from dashboard.counting.indicator import ShownAs
from dashboard.counting.period import from_code
from dashboard.language.words import Words


def with_year_before(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows by period (`key`: its code) with `before` and `before_text`: the same period's a year earlier, if any.

    A year has none: the year before it is the point before it.
    """
    numbers: dict[str, float | None] = dict(frame.select("key", "value").iter_rows())
    texts: dict[str, str] = dict(frame.select("key", "text").iter_rows())
    periods = [from_code(key) for key in frame["key"]]
    earlier = [period.a_year_before.code if period and period.kind != "year" else "" for period in periods]
    return frame.with_columns(
        pl.Series("before", [numbers.get(code) for code in earlier], dtype=pl.Float64),
        pl.Series("before_text", [texts.get(code, "") for code in earlier], dtype=pl.String),
    )


def with_targets(
    frame: pl.DataFrame, target: float | Mapping[str, float] | None, shown_as: ShownAs, words: Words
) -> pl.DataFrame:
    """Rows by period with `target`, the one that held then, and `target_text` where it is new."""
    held = [target.get(key) if isinstance(target, Mapping) else target for key in frame["key"]]
    texts = [
        words("chart-target", value=decided_number(shown_as, current, words))
        if current is not None and current != then
        else ""
        for current, then in zip(held, [None, *held][: len(held)], strict=True)
    ]
    return frame.with_columns(
        pl.Series("target", held, dtype=pl.Float64), pl.Series("target_text", texts, dtype=pl.String)
    )
