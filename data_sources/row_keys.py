"""Owns which row is which: the keyed hashes by which a row is known again in a later file."""

from collections.abc import Callable, Iterable

import polars as pl

from data_sources.table import Table

_BETWEEN, _NOTHING = "\x1f", "\x00"  # no value holds them


def identified(table: Table, rows: pl.DataFrame, hashed: Callable[[str], str]) -> pl.DataFrame:
    """Rows with `key` (which row it is) and `row_hash` (what it says).

    A second equal row is a second row where the table allows it, and is told apart by its number of
    occurrence; a number of its own stands for one row only.
    """
    numbered = pl.col(table.key[0]).is_not_null()
    identity = pl.when(numbered).then(_joined(table.key)).otherwise(_joined(table.otherwise or table.key))
    repeats = pl.lit(table.key_repeats) | ~numbered
    again = pl.when(repeats).then(pl.int_range(pl.len()).over(identity)).otherwise(0)
    text = rows.select(
        key=pl.concat_str(identity, pl.lit(_BETWEEN), again.cast(pl.String)),
        row_hash=_joined(column.name for column in table.columns),
    )
    return rows.with_columns(
        pl.Series(name, [hashed(value) for value in text[name].to_list()], dtype=pl.String)
        for name in text.columns
    )


def _joined(names: Iterable[str]) -> pl.Expr:
    """Values as one text; null is told apart from empty."""
    return pl.concat_str(
        [pl.col(name).cast(pl.String).fill_null(_NOTHING) for name in names], separator=_BETWEEN
    )
