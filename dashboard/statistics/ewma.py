"""Owns the small lasting shift: many points a little to one side, which no single point tells of."""

import math
from collections.abc import Sequence

from dashboard.statistics.signals import Signal
from dashboard.statistics.xmr import Lines

WEIGHT, WIDTH = 0.4, 2.0  # of the newest point; in standard deviations of the weighted mean


def shifted(values: Sequence[float | None], lines: Sequence[Lines]) -> Signal:
    """Does the weighted mean of the points lie beyond its own limits at the last one: above, below or not?

    Each point is weighed as it stands, in its own sigma (a third of the way from centre to limit), so that a small
    month weighs no more than it can. Points without a value or limits are passed over.
    Source: Roberts, Technometrics 1959; 1: 239–250; Montgomery 9.2.
    """
    mean, variance = 0.0, 0.0
    for value, line in zip(values, lines, strict=True):
        if value is None or line.centre is None or line.near_lower is None or line.near_upper is None:
            continue
        # Limits are clipped to what is possible: the wider side says how wide a sigma is.
        sigma = max(line.near_upper - line.centre, line.centre - line.near_lower) / 2
        if sigma > 0:
            mean = WEIGHT * (value - line.centre) / sigma + (1 - WEIGHT) * mean
            variance = WEIGHT**2 + (1 - WEIGHT) ** 2 * variance
    bound = WIDTH * math.sqrt(variance)
    if mean > bound > 0:
        return Signal.SHIFT_ABOVE
    return Signal.SHIFT_BELOW if bound > 0 and mean < -bound else Signal.NONE
