"""What hardly any row says is not judged, and whether that is so is read from shown numbers alone."""

import polars as pl
import pytest

from dashboard.counting.indicators import BY_KEY
from dashboard.goals.recorded import hardly_recorded, unwritten

NOBODY = pl.DataFrame(schema={"period": pl.String, "value": pl.Float64, "base": pl.Float64, "bound": pl.String})


def shown(*numbers: tuple[str, float, float, str]) -> pl.DataFrame:
    return pl.DataFrame(list(numbers), schema=NOBODY.schema, orient="row")


@pytest.mark.parametrize(
    ("numbers", "recorded"),
    [
        ([(0.99, 500, "at_least"), (0.98, 400, "at_least")], False),
        ([(0.99, 500, "at_least"), (0.95, 400, "at_least")], True),  # five per cent may well be all there was
        ([(0.99, 500, "at_least"), (0.98, 400, "")], True),  # an exact share is of five cancelled or more
        ([(0.93, 50, "at_least")] * 4, True),  # too few to say
        ([(0.99, 500, "at_most")], True),
    ],
)
def test_of_many_appointments_hardly_any_missed_says_that_nobody_writes_it(
    numbers: list[tuple[float, float, str]], recorded: bool
) -> None:
    window = shown(*((f"2025Q{at}", *number) for at, number in enumerate(numbers, start=1)))
    assert hardly_recorded(BY_KEY["attendance_rate"], window, NOBODY) is not recorded


def test_a_small_municipality_is_told_by_its_year() -> None:
    window = shown(*((f"2025Q{at}", 0.93, 70.0, "at_least") for at in range(1, 5)))
    for bound, base, hardly in (("at_least", 280.0, True), ("", 280.0, False), ("at_least", 90.0, False)):
        assert hardly_recorded(BY_KEY["attendance_rate"], window, shown(("2025", 0.98, base, bound))) is hardly


def test_what_is_no_share_of_appointments_is_always_recorded() -> None:
    assert not hardly_recorded(BY_KEY["concerts"], shown(("2025Q1", 0.0, 500.0, "at_most")), NOBODY)


def test_where_many_outcomes_are_not_written_the_number_lies_between_two() -> None:
    """80 of 100 came, and of 10 more nobody knows: none of them, or all."""
    could = unwritten(80.0, 100.0, shown(("2025Q1", 0.1, 50.0, ""), ("2025Q2", 0.1, 50.0, "")))
    assert could is not None
    assert (could.share, could.lowest, could.highest) == (0.1, pytest.approx(80 / 110), pytest.approx(90 / 110))


@pytest.mark.parametrize(
    "numbers", [[("2025Q1", 0.05, 100.0, "")], [("2025Q1", 0.5, 10.0, "at_most")], [], [("2025Q1", 0.0, 0.0, "")]]
)
def test_where_few_outcomes_are_missing_nothing_is_said_of_them(numbers: list[tuple[str, float, float, str]]) -> None:
    assert unwritten(80.0, 100.0, shown(*numbers)) is None


def test_that_nothing_is_unwritten_never_says_that_it_is_not_recorded() -> None:
    assert not hardly_recorded(BY_KEY["unrecorded_rate"], shown(("2025Q1", 0.01, 500.0, "at_most")), NOBODY)
