"""Owns which row is which: the keyed hashes by which a row is known again in a later file."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping

import polars as pl

from data_sources.declared.table import Table

_PIECE = 50_000  # rows
_BETWEEN, _NOTHING = "\x1f", "\x00"  # no value holds them


def identified(
    table: Table, rows: pl.DataFrame, hashed: Callable[[str], str], stored: Mapping[str, bool] | None = None
) -> pl.DataFrame:
    """Rows with `key` (which row it is) and `row_hash` (what it says).

    A second equal row is a second row where the table allows it, and is told apart by its number of
    occurrence; a number of its own stands for one row only. `stored`: given where the rows are a part of a file,
    the keys in the store and whether this very part brought them. A row without a number is then one more beside
    equal ones that others brought: the file it is a part of had them all.
    """
    numbered = pl.col(table.key[0]).is_not_null()
    identity = pl.when(numbered).then(_joined(table.key)).otherwise(_joined(table.otherwise or table.key))
    repeats = pl.lit(table.key_repeats) | ~numbered
    again = pl.when(repeats).then(pl.int_range(pl.len()).over(identity)).otherwise(0)
    if stored is not None and rows[table.key[0]].has_nulls():
        columns = rows.select(identity.alias("identity"), numbered.alias("numbered"), again.alias("again"))
        again = pl.lit(pl.Series("again", _further(columns, hashed, stored), dtype=pl.Int64))
    texts = {
        "key": pl.concat_str(identity, pl.lit(_BETWEEN), pl.col("again").cast(pl.String)),
        "row_hash": pl.concat_str(
            [_joined(column.name for column in table.stored), *[pl.lit(_NOTHING) for _ in table.retired]],
            separator=_BETWEEN,
        ),
    }
    hashes: dict[str, list[pl.Series]] = {name: [] for name in texts}
    # Piece by piece: the texts of a large file's rows are longer than the rows.
    for piece in rows.with_columns(again=again).iter_slices(_PIECE):
        for name, own in piece.select(**texts).to_dict().items():
            hashes[name].append(pl.Series(name, list(map(hashed, own.to_list())), dtype=pl.String))
    nothing = pl.Series(dtype=pl.String)
    return rows.with_columns(pl.concat([nothing, *parts]).alias(name) for name, parts in hashes.items())


def _further(columns: pl.DataFrame, hashed: Callable[[str], str], stored: Mapping[str, bool]) -> list[int]:
    """Numbers of occurrence: for rows without a number first those that are this part's own, then free ones."""
    ways: dict[str, Iterator[int]] = {}

    def way(identity: str) -> Iterator[int]:
        def key(number: int) -> str:
            return hashed(f"{identity}{_BETWEEN}{number}")

        taken = list(itertools.takewhile(lambda number: key(number) in stored, itertools.count()))
        yield from (number for number in taken if stored[key(number)])
        yield from (number for number in itertools.count(len(taken)) if key(number) not in stored)

    return [
        again if numbered else next(ways.setdefault(identity, way(identity)))
        for identity, numbered, again in columns.iter_rows()
    ]


def _joined(names: Iterable[str]) -> pl.Expr:
    """Values as one text; null is told apart from empty."""
    return pl.concat_str(pl.col(*names).cast(pl.String).fill_null(_NOTHING), separator=_BETWEEN)
