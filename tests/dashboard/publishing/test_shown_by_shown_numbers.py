"""Whether a number is shown follows from shown numbers alone: nothing hidden decides it."""

from collections.abc import Callable

import pytest

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import BY_KEY, of_family
from dashboard.desk import Desk

pytestmark = pytest.mark.slow

Cell = tuple[str, ...]
COUNTED = [family.key for family in FAMILIES if any(i.measure is Measure.PERSONS for i in of_family(family))]


@pytest.fixture(params=[5, 10], ids=["as published", "raised"])
def numbers(request: pytest.FixtureRequest, at_threshold: Callable[[int], Desk]) -> dict[str, dict[Cell, object]]:
    """indicator → (period, cell) → its number, or "" for a sign that stands for one, None where it is hidden."""
    frame = at_threshold(request.param).published().frame
    told: dict[str, dict[Cell, object]] = {"threshold": {(): request.param}}
    for key, period, *cell, value, bound, sign in frame.select(
        "indicator", "period", *CELL, "value", "bound", "sign"
    ).iter_rows():
        told.setdefault(key, {})[period, *cell] = (bound if value is None else value) if sign != ":" else None
    return told


def persons_of(indicator: Indicator) -> str:
    """The count of persons that an indicator stands beside."""
    family = next(f.key for f in FAMILIES if f.key == indicator.family.key)
    return next(i.key for i in BY_KEY.values() if i.family.key == family and i.measure is Measure.PERSONS)


def indicators(*measures: Measure) -> list[Indicator]:
    return [i for i in BY_KEY.values() if i.measure in measures and i.family.key in COUNTED]


def test_a_share_of_appointments_and_a_rate_are_shown_where_their_persons_are(
    numbers: dict[str, dict[Cell, object]],
) -> None:
    compared = 0
    for indicator in indicators(Measure.SHARE_OF_ROWS, Measure.ROWS, Measure.PER_INHABITANTS):
        persons = numbers[persons_of(indicator)]
        for cell, number in numbers[indicator.key].items():
            if persons[cell]:
                assert number is not None
            elif persons[cell] is None:
                assert number is None
            compared += 1
    assert compared > 200


def test_a_median_is_shown_where_enough_are_referred_and_nowhere_else(numbers: dict[str, dict[Cell, object]]) -> None:
    [threshold] = numbers["threshold"].values()
    assert isinstance(threshold, int)
    [median] = indicators(Measure.MEDIAN_WAIT)
    whole = [cell for cell in numbers[median.key] if set(cell[2:]) == {ALL}]
    assert len(whole) >= 10
    for cell in whole:
        referred = numbers["referred"][cell]
        enough = isinstance(referred, float) and referred >= 2 * threshold + 1
        assert (numbers[median.key][cell] is not None) is enough
