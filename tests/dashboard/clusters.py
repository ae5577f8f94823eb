"""How much less persons who come many times tell than as many strangers: the textbook's formula, person by person."""

import math
from collections.abc import Sequence


def design_effect(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """How many times more a share varies because its cases come in clusters: persons with several appointments each.

    One numerator and denominator a person. The variance of the ratio Σx/Σn over persons, divided by that of as many
    independent cases; never below 1, and 1 with fewer than two persons, or a share of 0 or 1.
    Source: Cochran, Sampling techniques, 1977, 6.4 (ratio estimator); Kish, Survey sampling, 1965, 5.4.
    """
    pairs = [(x, n) for x, n in zip(numerators, denominators, strict=True) if n]
    total = math.fsum(n for _, n in pairs)
    p = math.fsum(x for x, _ in pairs) / total if total else 0.0
    if len(pairs) < 2 or not 0 < p < 1:
        return 1.0
    squares = math.fsum((x - p * n) ** 2 for x, n in pairs)
    variance = len(pairs) / (len(pairs) - 1) * squares / total**2
    return max(1.0, variance / (p * (1 - p) / total))
