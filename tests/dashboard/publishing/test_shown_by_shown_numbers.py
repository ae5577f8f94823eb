"""Whether a number is shown follows from shown numbers alone: nothing hidden decides it."""

from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import BY_KEY, of_family
from dashboard.desk import Desk
from tests import made_up
from tests.dashboard.publishing.conftest import FIRST, under

pytestmark = pytest.mark.slow

Cell = tuple[str, ...]
COUNTED = [family.key for family in FAMILIES if any(i.measure is Measure.PERSONS for i in of_family(family))]


def few_times(folder: Path, k: int) -> Desk:
    """A quarter in which about k people of each place and level came once, half of them with one absence besides."""
    desk, rows = under(folder, k), []
    for at, (place, level) in enumerate(product((place for place, _ in made_up.PLACES), made_up.LEVELS)):
        for person in range(k + at % 3):
            came = {"Deltaker": f"{place}{level}{person}", "Kommune": place, "Team": "DPS Gjøvik", "Tilbudsform": level}
            rows.append({"Dato": "31.03.2025", **came, "Status": "Møtt"})
            if person == at % 2:
                rows.append({"Dato": "03.02.2025", **came, "Status": "Ikke møtt"})
    desk.keep(desk.receive(made_up.table(rows), "oppmote.csv"))
    desk.keep(desk.receive(made_up.referrals(FIRST, date(2025, 5, 10)), "henvisninger.csv"))
    desk.publish()
    return desk


@pytest.fixture(scope="module", params=[(5, False), (10, False), (3, True), (4, True)])
def desk(
    request: pytest.FixtureRequest, at_threshold: Callable[[int], Desk], tmp_path_factory: pytest.TempPathFactory
) -> Desk:
    """As published under five; that raised to ten; and people who hardly come, under three and four."""
    k, rarely = request.param
    return few_times(tmp_path_factory.mktemp("few"), k) if rarely else at_threshold(k)


@pytest.fixture
def numbers(desk: Desk) -> dict[str, dict[Cell, object]]:
    """indicator → (period, cell) → its number, or "" for a sign that stands for one, None where it is hidden."""
    frame = desk.published().frame
    told: dict[str, dict[Cell, object]] = {"threshold": {(): desk.model.threshold}}
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
        for cell, number in numbers.get(indicator.key, {}).items():
            if persons[cell]:
                assert number is not None and (number or indicator.measure is not Measure.ROWS)
            elif persons[cell] is None or indicator.measure is Measure.SHARE_OF_ROWS:
                assert number is None
            compared += 1
    assert compared > 200


def test_a_median_is_shown_where_enough_are_referred_and_nowhere_else(numbers: dict[str, dict[Cell, object]]) -> None:
    [threshold] = numbers["threshold"].values()
    assert isinstance(threshold, int)
    [median] = indicators(Measure.MEDIAN_WAIT)
    whole = [cell for cell in numbers[median.key] if set(cell[2:]) == {ALL}]
    assert len(whole) >= 6
    for cell in whole:
        referred = numbers["referred"][cell]
        enough = isinstance(referred, float) and referred >= 2 * threshold + 1
        assert (numbers[median.key][cell] is not None) is enough
