"""Owns the control limits of counts, shares and rates, whose periods differ in size.

Numerators and counts are plain counts, denominators persons or appointments, exposures any unit of time or
people; None marks a period without data, and a size of 0 one without a value. Values to plot are x/n.
Every chart raises ValueError for counts and sizes of different number, below 0 or not finite.
"""

import math
from collections.abc import Callable, Sequence

from dashboard.statistics.intervals import binomial_tails, poisson_tails
from dashboard.statistics.xmr import (
    HOUSE,
    SIGMA_OF_RANGE,
    ChartRules,
    Groups,
    Lines,
    around,
    by_group,
    check_finite,
    mean_range,
)

TAIL_LIMIT, TAIL_NEAR = 0.00135, 0.02275  # what a normal curve leaves beyond three and beyond two sigma

Counts = Sequence[float | None]
Pairs = list[tuple[float, float] | None]
Tail = Callable[[float], float]


def _check(counts: Counts, sizes: Counts, *, shares: bool) -> None:
    if len(counts) != len(sizes):
        raise ValueError(f"{len(counts)} counts with {len(sizes)} sizes")
    check_finite([*counts, *sizes])
    if any(value is not None and value < 0 for value in (*counts, *sizes)):
        raise ValueError("neither a count nor its size can be below 0")
    pairs = zip(counts, sizes, strict=True)
    if shares and any(x is not None and n is not None and x > n for x, n in pairs):
        raise ValueError("a share has more in its numerator than in its denominator")


def _pooled(part: slice, counts: Counts, sizes: Counts) -> tuple[Pairs, float | None]:
    pairs: Pairs = [
        (float(x), float(n)) if x is not None and n else None for x, n in zip(counts[part], sizes[part], strict=True)
    ]
    filled = [pair for pair in pairs if pair]
    return pairs, math.fsum(x for x, _ in filled) / math.fsum(n for _, n in filled) if filled else None


def _per_size(counts: Counts, sizes: Counts, groups: Groups, at: Callable[[float, float], Lines]) -> list[Lines]:
    """Lines about the pooled Σx/Σn of each group, `at(centre, n)` giving those of a point with size n."""

    def lines_of(part: slice) -> list[Lines]:
        pairs, centre = _pooled(part, counts, sizes)
        if centre is None:
            return [Lines()] * len(pairs)
        return [at(centre, pair[1]) if pair else Lines(centre) for pair in pairs]

    return by_group(groups, len(counts), lines_of)


def _outermost(inside: int, outside: int, tail: Tail, least: float) -> float:
    """The last count on the way out whose exact tail is not too small, found by halving the way."""
    while abs(outside - inside) > 1:
        middle = (inside + outside) // 2
        inside, outside = (middle, outside) if tail(middle) >= least else (inside, middle)
    return float(inside)


def _exact(centre: float, n: float, tails: Callable[[float], tuple[float, float]], top: float) -> Lines:
    """The outermost counts whose exact tail is not too small, divided by n: beyond them is a signal."""
    mean, beyond = centre * n, math.floor(top) + 1
    low = [_outermost(math.ceil(mean), -1, lambda x: tails(x)[0], least) for least in (TAIL_LIMIT, TAIL_NEAR)]
    high = [_outermost(math.floor(mean), beyond, lambda x: tails(x)[1], least) for least in (TAIL_LIMIT, TAIL_NEAR)]
    return Lines(centre, low[0] / n, min(high[0], top) / n, low[1] / n, min(high[1], top) / n)


def p_chart(numerators: Counts, denominators: Counts, groups: Groups = None, exact: bool = True) -> list[Lines]:
    """Shares 0–1 of varying size about Σx/Σn. Exact: a share outside has P(X ≤ x) or P(X ≥ x) < 0.00135.

    ValueError also when a numerator exceeds its denominator.

    Not exact: p ± 3√(p(1 − p)/n) clipped to 0–1 (Shewhart; Montgomery 7.7), for comparison with others.
    """

    _check(numerators, denominators, shares=True)

    def at(p: float, n: float) -> Lines:
        if not exact:
            return around(p, 3 * math.sqrt(p * (1 - p) / n), 0.0, 1.0)
        return _exact(p, n, lambda x: binomial_tails(x, n, p), n)

    return _per_size(numerators, denominators, groups, at)


def u_chart(counts: Counts, exposures: Counts, groups: Groups = None, exact: bool = True) -> list[Lines]:
    """Events per unit of exposure about Σx/Σn, with exact Poisson tails as in `p_chart`.

    Not exact: u ± 3√(u/n), not below 0 (Montgomery 7.19).
    """

    _check(counts, exposures, shares=False)

    def at(u: float, n: float) -> Lines:
        if not exact:
            return around(u, 3 * math.sqrt(u / n), 0.0)
        mean = u * n
        top = mean + 20 * math.sqrt(mean) + 20  # far past any tail asked for
        return _exact(u, n, lambda x: poisson_tails(x, mean), top)

    return _per_size(counts, exposures, groups, at)


def c_chart(counts: Counts, groups: Groups = None, exact: bool = True) -> list[Lines]:
    """Events per period, every period alike: the u chart with one unit of exposure each."""
    return u_chart(counts, [None if x is None else 1.0 for x in counts], groups, exact)


def _prime(
    counts: Counts, sizes: Counts, *, groups: Groups, rules: ChartRules, ceiling: float, variance: Tail
) -> list[Lines]:
    """Laney: the chart's own sigma √(variance(centre)/n), stretched by how much the points really vary."""

    def lines_of(part: slice) -> list[Lines]:
        pairs, centre = _pooled(part, counts, sizes)
        if centre is None:
            return [Lines()] * len(pairs)
        spread = math.sqrt(variance(centre))
        own = [spread / math.sqrt(pair[1]) if pair else 0.0 for pair in pairs]
        scores = [
            (pair[0] / pair[1] - centre) / sigma if pair and sigma else None
            for pair, sigma in zip(pairs, own, strict=True)
        ]
        moved = mean_range(scores, rules.screened)
        if not moved:
            return [Lines(centre)] * len(pairs)
        return [
            around(centre, 3 * sigma * moved / SIGMA_OF_RANGE, 0.0, ceiling) if pair else Lines(centre)
            for pair, sigma in zip(pairs, own, strict=True)
        ]

    return by_group(groups, len(counts), lines_of)


def p_prime(numerators: Counts, denominators: Counts, groups: Groups = None, rules: ChartRules = HOUSE) -> list[Lines]:
    """Laney's p′, for shares of the same persons again; 0–1. Source: Laney, Qual Eng 2002; 14: 531–537.

    ValueError also when a numerator exceeds its denominator.
    """
    _check(numerators, denominators, shares=True)
    return _prime(numerators, denominators, groups=groups, rules=rules, ceiling=1.0, variance=lambda p: p * (1 - p))


def u_prime(counts: Counts, exposures: Counts, groups: Groups = None, rules: ChartRules = HOUSE) -> list[Lines]:
    """Laney's u′ for rates, events per unit of exposure. Source: Laney, Qual Eng 2002; 14: 531–537."""
    _check(counts, exposures, shares=False)
    return _prime(counts, exposures, groups=groups, rules=rules, ceiling=math.inf, variance=lambda u: u)
