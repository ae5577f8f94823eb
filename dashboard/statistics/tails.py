"""Owns exact tail probabilities and their inverses: Poisson, binomial, gamma, beta and Student's t.

The continued fractions and the series are those of Abramowitz & Stegun (1964), 6.5.29, 6.5.31 and 26.5.8,
summed by the modified Lentz method (Lentz 1976; Thompson & Barnett 1986). They hold twelve digits or more
for the counts of this project, and the small tail is always the one computed, never one minus the large.
"""

import math
from collections.abc import Callable

_TINY = 1e-300
_TERMS = 100_000
_EPSILON = 1e-16


def _fraction(first: float, term: Callable[[int], tuple[float, float]]) -> float:
    """The continued fraction first + a1/(b1 + a2/(b2 + …)), `term(i)` giving (ai, bi)."""
    value = first or _TINY
    upper, lower = value, 0.0
    for i in range(1, _TERMS):
        a, b = term(i)
        lower = 1 / ((b + a * lower) or _TINY)
        upper = (b + a / upper) or _TINY
        step = upper * lower
        value *= step
        if abs(step - 1) < _EPSILON * 4:
            return value
    raise ArithmeticError(f"no convergence from {first}")


def _gamma_weight(shape: float, x: float) -> float:
    return math.exp(shape * math.log(x) - x - math.lgamma(shape))


def _gamma_series(shape: float, x: float) -> float:
    term = total = 1 / shape
    step = shape
    while term > total * _EPSILON:
        step += 1
        term *= x / step
        total += term
    return total * _gamma_weight(shape, x)


def _gamma_fraction(shape: float, x: float) -> float:
    below = _fraction(x + 1 - shape, lambda i: (-i * (i - shape), x + 2 * i + 1 - shape))
    return _gamma_weight(shape, x) / below


def gamma_below(shape: float, x: float) -> float:
    """P(G ≤ x) for G gamma distributed with this shape (> 0) and scale 1; x in the unit of G, x ≥ 0."""
    if x <= 0:
        return 0.0
    return _gamma_series(shape, x) if x < shape + 1 else 1 - _gamma_fraction(shape, x)


def gamma_above(shape: float, x: float) -> float:
    """P(G > x); the complement of `gamma_below`, exact in its own small tail."""
    if x <= 0:
        return 1.0
    return 1 - _gamma_series(shape, x) if x < shape + 1 else _gamma_fraction(shape, x)


def poisson_at_most(x: float, mean: float) -> float:
    """P(X ≤ x) for a Poisson count with this mean (≥ 0). A broken x is read on the gamma curve between."""
    if x < 0:
        return 0.0
    return gamma_above(x + 1, mean)


def poisson_at_least(x: float, mean: float) -> float:
    """P(X ≥ x) for a Poisson count with this mean (≥ 0)."""
    if x <= 0:
        return 1.0
    return gamma_below(x, mean)


def _beta_fraction(a: float, b: float, x: float) -> float:
    def term(i: int) -> tuple[float, float]:
        m = i // 2
        if i == 1:
            return 1.0, 1.0
        if i % 2:
            return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1.0
        m -= 1
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1.0

    weight = a * math.log(x) + b * math.log1p(-x) - math.log(a)
    weight += math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(weight) * _fraction(0.0, term)


def beta_below(a: float, b: float, x: float) -> float:
    """P(B ≤ x) for B beta distributed with parameters a, b > 0 (the regularised incomplete beta function)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x < (a + 1) / (a + b + 2):
        return _beta_fraction(a, b, x)
    return 1 - _beta_fraction(b, a, 1 - x)


def binomial_at_most(x: float, n: float, p: float) -> float:
    """P(X ≤ x) for X successes in n tries with chance p each."""
    if x < 0:
        return 0.0
    if x >= n:
        return 1.0
    return beta_below(n - x, x + 1, 1 - p)


def binomial_at_least(x: float, n: float, p: float) -> float:
    """P(X ≥ x) for X successes in n tries with chance p each."""
    if x <= 0:
        return 1.0
    if x > n:
        return 0.0
    return beta_below(x, n - x + 1, p)


def crossing(falls: Callable[[float], bool], low: float, high: float) -> float:
    """Where `falls` turns from true to false between low and high, by halving down to the last bit."""
    while True:
        middle = (low + high) / 2
        if not low < middle < high:
            return middle
        if falls(middle):
            low = middle
        else:
            high = middle


def gamma_quantile(p: float, shape: float) -> float:
    """The x with P(G ≤ x) = p, 0 < p < 1, for G gamma distributed with this shape and scale 1."""
    high = shape + 1
    while gamma_above(shape, high) > 1 - p:
        high *= 2
    if p < 0.5:
        return crossing(lambda x: gamma_below(shape, x) < p, 0.0, high)
    return crossing(lambda x: gamma_above(shape, x) > 1 - p, 0.0, high)


def beta_quantile(p: float, a: float, b: float) -> float:
    """The x with P(B ≤ x) = p, 0 < p < 1, for B beta distributed with parameters a and b."""
    return crossing(lambda x: beta_below(a, b, x) < p, 0.0, 1.0)


def t_quantile(p: float, freedom: float) -> float:
    """Student's t with this many degrees of freedom (> 0): the t with P(T ≤ t) = p, 0 < p < 1.

    Source: P(|T| > t) = I_w(ν/2, 1/2) with w = ν/(ν + t²), Abramowitz & Stegun 26.7.1.
    """
    if p == 0.5:
        return 0.0
    w = beta_quantile(2 * min(p, 1 - p), freedom / 2, 0.5)
    return math.copysign(math.sqrt(freedom * (1 - w) / w), p - 0.5)
