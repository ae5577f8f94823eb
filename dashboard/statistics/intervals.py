"""Owns how sure a number is: intervals for shares, counts, rates and means, funnels, and what can be proved.

Shares are 0–1. `confidence` is two-sided, 0.95 or 0.998 in this project. No function returns NaN: where
there is no value (nothing to divide by, too few to tell) the answer is None; impossible counts are errors.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scipy import special

from dashboard.statistics.direction import Direction

EXACT_BELOW = 10  # counts from here on use Byar's formula, as the English Fingertips method does
FUNNEL_FLAG = 0.998  # beyond this a municipality differs; the 95 % line is drawn thin and says nothing


@dataclass(frozen=True)
class Interval:
    """From lower to upper, both included, in the unit of what was estimated."""

    lower: float
    upper: float


class CountMethod(StrEnum):
    EXACT = "exact"
    BYAR = "byar"


@dataclass(frozen=True)
class Rate:
    """Events per `per` person-years (or other exposure), with its interval and how that was found."""

    value: float
    lower: float
    upper: float
    method: CountMethod


class FunnelPlace(StrEnum):
    """Where an observation lies against the funnel; only beyond 99.8 % may it be called different."""

    FAR_BELOW = "far_below"
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    FAR_ABOVE = "far_above"


def z_value(confidence: float) -> float:
    """The standard normal's two-sided critical value: 1.959964 for 0.95, 3.090232 for 0.998, ∞ for 1."""
    if not 0 < confidence <= 1:
        raise ValueError(f"confidence {confidence} is not between 0 and 1")
    return math.inf if confidence == 1 else statistics.NormalDist().inv_cdf((1 + confidence) / 2)


def check_share(x: float, n: float) -> None:
    """ValueError unless 0 ≤ x ≤ n, both finite."""
    if not (math.isfinite(x) and math.isfinite(n) and 0 <= x <= n):
        raise ValueError(f"{x} of {n} is not a share")


def _check_count(x: float) -> None:
    if not (math.isfinite(x) and x >= 0):
        raise ValueError(f"{x} is not a count")


def _check_confidence(confidence: float) -> None:
    """An exact interval of all confidence would be everything: it is asked for by mistake."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence {confidence} is not between 0 and 1")


def share(x: float, n: float) -> float | None:
    """x of n as 0–1; None when n is 0. ValueError unless 0 ≤ x ≤ n."""
    check_share(x, n)
    return x / n if n else None


def wilson(x: float, n: float, confidence: float = 0.95) -> Interval | None:
    """Wilson's score interval for x of n; None when n is 0. ValueError unless 0 ≤ x ≤ n.

    x and n may be broken numbers: the adjusted interval divides both. Exactly 0 at x = 0, exactly 1 at x = n.
    Source: Wilson, J Am Stat Assoc 1927; 22: 209–212.
    """
    check_share(x, n)
    if not n:
        return None
    z = z_value(confidence)
    if math.isinf(z):
        return Interval(0.0, 1.0)
    half = z * math.sqrt(z * z + 4 * x * (1 - x / n))
    middle, whole = 2 * x + z * z, 2 * (n + z * z)
    lower = 0.0 if x == 0 else (middle - half) / whole
    upper = 1.0 if x == n else (middle + half) / whole
    # Rounding in the last bit must not push the estimate outside its own interval.
    return Interval(min(max(lower, 0.0), x / n), max(min(upper, 1.0), x / n))


def wilson_adjusted(x: float, n: float, phi: float, confidence: float = 0.95) -> Interval | None:
    """Wilson(x/φ, n/φ): the same persons many times count as fewer. ValueError when φ < 1."""
    if not phi >= 1:
        raise ValueError(f"overdispersion {phi} is below 1")
    check_share(x, n)
    # x = n must stay x = n after the division, or the upper limit would miss 1 by a rounding.
    return wilson(n / phi if x == n else x / phi, n / phi, confidence)


def clopper_pearson(x: float, n: float, confidence: float = 0.95) -> Interval | None:
    """The exact binomial interval for x of n, as 0–1; None when n is 0. ValueError unless 0 ≤ x ≤ n.

    Source: Clopper & Pearson, Biometrika 1934; 26: 404–413.
    """
    check_share(x, n)
    _check_confidence(confidence)
    if not n:
        return None
    tail = (1 - confidence) / 2
    lower = float(special.betaincinv(x, n - x + 1, tail)) if x else 0.0
    # Solved from the other side, so that a limit near 1 keeps its digits.
    upper = 1 - float(special.betaincinv(n - x, x + 1, tail)) if x < n else 1.0
    return Interval(lower, upper)


def garwood(x: float, confidence: float = 0.95) -> Interval:
    """The exact Poisson interval for a count x ≥ 0. Source: Garwood, Biometrika 1936; 28: 437–442.

    Also the exact funnel of an indirectly standardised ratio: divide both limits by the expected count.
    """
    _check_count(x)
    _check_confidence(confidence)
    tail = (1 - confidence) / 2
    lower = float(special.gammaincinv(x, tail)) if x else 0.0
    return Interval(lower, float(special.gammainccinv(x + 1, tail)))


def byar(x: float, confidence: float = 0.95) -> Interval:
    """Byar's approximation to Garwood's interval for a count x ≥ 0, a lower limit below 0 read as 0.

    Source: Breslow & Day, Statistical methods in cancer research II, IARC 1987, p. 69.
    """
    _check_count(x)
    z = z_value(confidence)
    above = x + 1
    upper = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    lower = x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3 if x else 0.0
    return Interval(max(lower, 0.0), upper)


def count_method(x: float) -> CountMethod:
    """Exact below ten, Byar from ten. Source: PHE Technical Guide: Confidence intervals (2018)."""
    return CountMethod.EXACT if x < EXACT_BELOW else CountMethod.BYAR


def count_interval(x: float, confidence: float = 0.95) -> Interval:
    """The interval for a count, by the method its size calls for."""
    return garwood(x, confidence) if count_method(x) is CountMethod.EXACT else byar(x, confidence)


def rate(x: float, exposure: float, per: float = 1, confidence: float = 0.95) -> Rate | None:
    """x events in `exposure` person-years, per `per` of them; None when the exposure is 0.

    x may exceed the exposure. ValueError when either is negative.
    """
    _check_count(x)
    _check_count(exposure)
    if not exposure:
        return None
    interval, scale = count_interval(x, confidence), per / exposure
    return Rate(x * scale, interval.lower * scale, interval.upper * scale, count_method(x))


def mean_interval(values: Sequence[float], confidence: float = 0.95) -> Interval | None:
    """Student's t interval for the mean of these values, in their unit; None with fewer than two.

    ValueError when a value is not finite. Source: Student, Biometrika 1908; 6: 1–25.
    """
    _check_confidence(confidence)
    if not all(map(math.isfinite, values)):
        raise ValueError("a value to take the mean of is not a finite number")
    if len(values) < 2:
        return None
    error = statistics.stdev(values) / math.sqrt(len(values))
    half = float(special.stdtrit(len(values) - 1, (1 + confidence) / 2)) * error
    return Interval(statistics.fmean(values) - half, statistics.fmean(values) + half)


def funnel_limits(centre: float, n: float, confidence: float = FUNNEL_FLAG) -> Interval | None:
    """Where a place with n cases would lie by chance if it were like all the rest: centre ∓ z√(p(1 − p)/n).

    Kept within 0–1; None when n is 0. Source: Spiegelhalter, Stat Med 2005; 24: 1185–1202.
    """
    check_share(centre, 1)
    _check_count(n)
    if not n:
        return None
    half = z_value(confidence) * math.sqrt(centre * (1 - centre) / n)
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def rate_funnel_limits(rate: float, exposure: float, confidence: float = FUNNEL_FLAG) -> Interval | None:
    """Where a place's rate would lie by chance if it had the others' rate: exact Poisson limits.

    `rate` is events per unit of exposure (person-years, inhabitants), as are the limits; None when the exposure
    is 0. ValueError when either is negative. Source: Spiegelhalter, Stat Med 2005; 24: 1185–1202, as drawn by
    the R package FunnelPlotR: the exact interval of the expected count, which need not be whole.
    """
    _check_count(rate)
    _check_count(exposure)
    if not exposure:
        return None
    limits = garwood(rate * exposure, confidence)
    return Interval(limits.lower / exposure, limits.upper / exposure)


def funnel_places(numerators: Sequence[float], denominators: Sequence[float]) -> list[FunnelPlace | None]:
    """Each place against the funnel about the pooled share of them all; None where a denominator is 0."""
    together = math.fsum(denominators)
    centre = math.fsum(numerators) / together if together else 0.0
    return [_funnel_place(x, n, centre) for x, n in zip(numerators, denominators, strict=True)]


def _funnel_place(x: float, n: float, centre: float) -> FunnelPlace | None:
    value = share(x, n)
    thin, flag = funnel_limits(centre, n, 0.95), funnel_limits(centre, n)
    return None if value is None or thin is None or flag is None else funnel_place(value, centre, thin, flag)


def funnel_place(value: float, centre: float, thin: Interval, flag: Interval) -> FunnelPlace:
    """Where a value lies against its own 95 % and 99.8 % limits; on a limit is inside it."""
    if thin.lower <= value <= thin.upper:
        return FunnelPlace.WITHIN
    if value < centre:
        return FunnelPlace.FAR_BELOW if value < flag.lower else FunnelPlace.BELOW
    return FunnelPlace.FAR_ABOVE if value > flag.upper else FunnelPlace.ABOVE


def binomial_tails(x: float, n: float, p: float) -> tuple[float, float]:
    """P(X ≤ x) and P(X ≥ x), exactly, for n cases with chance p each.

    ValueError unless 0 ≤ x ≤ n and 0 ≤ p ≤ 1.
    """
    check_share(x, n)
    check_share(p, 1)
    at_most = float(special.betainc(n - x, x + 1, 1 - p)) if x < n else 1.0
    return at_most, float(special.betainc(x, n - x + 1, p)) if x else 1.0


def poisson_tails(x: float, mean: float) -> tuple[float, float]:
    """P(X ≤ x) and P(X ≥ x), exactly, for a Poisson count with this mean (≥ 0). A broken x lies on the gamma curve."""
    _check_count(x)
    _check_count(mean)
    return float(special.gammaincc(x + 1, mean)), float(special.gammainc(x, mean)) if x else 1.0


def needed_to_prove(target: float, direction: Direction = Direction.UP, confidence: float = 0.95) -> int | None:
    """How many cases it takes before even a perfect result proves a target share: n ≥ z²T/(1 − T).

    61 for 94 %. "Perfect" is all of them when up is better, none of them when down is. None when no number is
    enough (100 % when up is better). ValueError unless 0 ≤ target ≤ 1.
    """
    check_share(target, 1)
    bar = target if direction is Direction.UP else 1 - target
    if bar == 1:
        return None
    # A hair is taken off before rounding up: a whole number must not become the next by rounding.
    return max(1, math.ceil(z_value(confidence) ** 2 * bar / (1 - bar) - 1e-9))
