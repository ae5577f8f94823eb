"""Owns how many times more shares vary than independent cases would: periods differ, and persons come again."""

import math
from collections.abc import Sequence

from dashboard.statistics.intervals import check_share


def overdispersion(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """φ: how many times more the periods' shares vary than chance alone would make them; never below 1.

    Pearson's χ² about the pooled share, divided by periods − 1. Periods with nothing in them are left out;
    with fewer than two, or a pooled share of 0 or 1, there is nothing to compare and φ is 1.
    Source: Spiegelhalter, Stat Med 2005; 24: 1185–1202.
    """
    pairs = [(x, n) for x, n in zip(numerators, denominators, strict=True) if n]
    for x, n in pairs:
        check_share(x, n)
    p = math.fsum(x for x, _ in pairs) / math.fsum(n for _, n in pairs) if pairs else 0.0
    if len(pairs) < 2 or not 0 < p < 1:
        return 1.0
    chi_squared = math.fsum((x - n * p) ** 2 / (n * p * (1 - p)) for x, n in pairs)
    return max(1.0, chi_squared / (len(pairs) - 1))
