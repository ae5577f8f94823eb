"""Owns whether the indicators can be counted: every column they ask for is one their family's rows have."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.counting.indicator import Indicator
from dashboard.counting.indicators import INDICATORS
from dashboard.counting.rows_of_families import prepared
from data_sources.declared.model import Model
from data_sources.declared.tables import TABLES


class DefinitionError(ValueError):
    """An indicator asks for a column that its family does not have: a fault in our declarations."""


def check_columns(model: Model, indicators: Sequence[Indicator] = INDICATORS) -> None:
    """Raises DefinitionError with the indicator's name and the column, before anything is counted."""
    empty = {t.name: pl.DataFrame(schema={c.name: c.dtype for c in t.columns}) for t in TABLES}
    columns: dict[str, set[str]] = {}
    for indicator in indicators:
        family = indicator.family
        if family.key not in columns:
            columns[family.key] = set(prepared(family, empty, model, date.max).columns)
        for part in (indicator.numerator, indicator.denominator):
            asked = set() if part is None else set(part.meta.root_names())
            if missing := sorted(asked - columns[family.key]):
                raise DefinitionError(f"{indicator.key}: no column {missing[0]} in the rows of {family.key}")
