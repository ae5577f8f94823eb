"""Owns which decided cells of a publication can be read today, under today's threshold."""

from collections.abc import Sequence

import polars as pl

from dashboard.wall import outdated
from data_sources.storing.ledger import Ledger
from data_sources.storing.publication import Publication


def decided(ledger: Ledger, entries: Sequence[Publication], k: int) -> pl.DataFrame:
    """As `Ledger.decided`, without what is read no more of what was published under a lower threshold than `k`, or by
    older rules unless it holds by today's (`outdated`).

    What is left of one edition depends on every other that can be read.
    """
    cells, holding = ledger.decided(entries), ledger.holding()
    lower = set(cells.filter(outdated.is_outdated(k, holding)).select("family", "period").iter_rows())
    if not lower:
        return cells
    asked = {entry.id for entry in entries}
    others = [entry for entry in ledger.readable() if (entry.family, entry.period) in lower and entry.id not in asked]
    every = outdated.still_shown(pl.concat([cells, ledger.decided(others)]), k, holding)
    return every.filter(pl.col("publication").is_in(sorted(asked)))
