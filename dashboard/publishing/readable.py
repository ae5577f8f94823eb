"""Owns which decided cells of a publication can be read today, under today's threshold."""

from collections.abc import Sequence

import polars as pl

from dashboard.wall import raised
from data_sources.storing.ledger import Ledger, Publication


def decided(ledger: Ledger, entries: Sequence[Publication], k: int) -> pl.DataFrame:
    """As `Ledger.decided`, without what the threshold `k` hides of what was published under a lower one.

    What is left of one edition depends on every other that can be read.
    """
    cells = ledger.decided(entries)
    if not raised.is_raised(cells, k):
        return cells
    lower = {(entry.family, entry.period) for entry in entries if entry.threshold < k}
    asked = {entry.id for entry in entries}
    others = [entry for entry in ledger.readable() if (entry.family, entry.period) in lower and entry.id not in asked]
    every = raised.still_shown(ledger.decided([*entries, *others]), k)
    return every.filter(pl.col("publication").is_in(sorted(asked)))
