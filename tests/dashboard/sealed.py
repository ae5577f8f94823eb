"""Hand-made numbers as the wall publishes them, for tests of what is read from them."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import PeriodKind, of_year
from dashboard.wall import published
from dashboard.wall.published import Published

NOTHING = None  # a cell that is hidden


def sealed(indicator: str, cells: Iterable[Mapping[str, object]]) -> Published:
    """Cells of one indicator. Without a value or bound, and not `shown`, a cell is hidden."""
    whole = [
        {"period": "2026Q1", **dict.fromkeys(CELL, ALL), "shown": "value" in cell or "bound" in cell, **cell}
        for cell in cells
    ]
    text, number = dict.fromkeys(("period", *CELL), pl.String()), pl.Float64()
    found = pl.DataFrame(
        [{"bound": "", **cell, "indicator": indicator} for cell in whole if cell["shown"]],
        schema=text
        | {"indicator": pl.String(), "bound": pl.String()}
        | dict.fromkeys(("value", "low", "high", "base", "finer"), number),
    )
    decided = pl.DataFrame(whole, schema=text | {"shown": pl.Boolean()}).with_columns(
        family=pl.lit(BY_KEY[indicator].family.key)
    )
    return published.publish(found, decided, k=0).where(pl.col("indicator") == indicator)


def series(
    indicator: str,
    values: Sequence[float | None],
    *,
    base: float | None = 200.0,
    kind: PeriodKind = PeriodKind.MONTH,
    first: int = 2023,
) -> Published:
    """One value after another from the first year on; None is hidden."""
    years = -(-len(values) * {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}[kind] // 12)
    periods = [period for year in range(first, first + years) for period in of_year(kind, year)]
    return sealed(
        indicator,
        [
            {"period": period.code} | ({} if value is None else {"value": value, "base": base})
            for period, value in zip(periods, values, strict=False)
        ],
    )
