"""What the intruder says of each thing that falls: of which family, period and cell, how, and between what it lies."""

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.wall.attack.intruder import Attack, Breach, attack
from tests.dashboard.wall.screens import MODEL, K, Row, places, row, screen, truth

REGION = tuple(ALL for _ in CELL)
NORTH = ("north", *REGION[1:])
EAST = ("east", *REGION[1:])


def told(*rows: Row, family: str = "participants", period: str = "2025Q1") -> tuple[Breach, ...]:
    """What falls of one publication."""
    return attack([screen(family, period, rows)], MODEL, K, {}).breaches


@pytest.mark.parametrize(
    ("referred", "median", "how", "high"),
    [
        (9.0, {"value": 6.0}, "median", 4),
        (10.0, {"bound": "not_reached"}, "median", 5),
        (48.0, {"value": 6.0, "low": 4.0}, "interval", 24),
        (11.0, {}, "median missing", K - 1),
    ],
)
def test_a_median_that_tells_falls_in_its_cell(referred: float, median: Row, how: str, high: int) -> None:
    numbers = [row("referred", "2025Q1", referred, municipality="north")]
    numbers.append(row("waiting_median", "2025Q1", municipality="north", **{"value": None, **median}))
    assert told(*numbers, family="referred") == (Breach("referred", "2025Q1", NORTH, how, 0, high),)


def test_of_people_from_elsewhere_no_median_is_missing_and_of_a_level_none_is_told() -> None:
    assert told(row("referred", "2025Q1", 20.0, municipality=ELSEWHERE), family="referred") == ()
    assert told(row("referred", "2025Q1", 20.0, source="fact"), family="referred") == ()


@pytest.mark.parametrize(
    ("told_of", "how", "low", "high"),
    [
        ({"value": 0.97, "low": 0.91, "high": 0.99, "base": 80.0}, "share", 2, 2),
        ({"value": 0.953, "base": 10.0}, "share", 0, 0),
        ({"value": 0.9, "low": 0.82, "high": 0.95, "base": 80.0}, "interval", 8, 8),
    ],
)
def test_a_share_that_tells_more_than_it_may_falls_in_its_cell(told_of: Row, how: str, low: int, high: int) -> None:
    value = told_of["value"]
    assert isinstance(value, float)
    rest = {name: number for name, number in told_of.items() if name != "value"}
    [breach] = told(row("attendance_rate", "2025Q1", value, municipality="north", **rest))
    assert (breach.family, breach.period, breach.cell, breach.how) == ("participants", "2025Q1", NORTH, how)
    assert (breach.low, breach.high) == (low, high)


def test_a_share_missing_beside_its_persons_falls_in_its_cell() -> None:
    numbers = [
        row("participants", "2025Q1", 9.0),
        row("attendance_rate", "2025Q1", 0.5, base=20.0),
        row("participants", "2025Q1", 9.0, municipality="north"),
        row("attendance_rate", "2025Q1", None, municipality="north"),
    ]
    assert told(*numbers) == (Breach("participants", "2025Q1", NORTH, "share missing", 0, K - 1),)


def test_a_share_missing_in_an_older_edition_is_not_told_of_the_newest() -> None:
    whole = [row("participants", "2025Q1", 9.0), row("attendance_rate", "2025Q1", 0.5, base=20.0)]
    lacks = [
        *whole,
        row("participants", "2025Q1", 9.0, municipality="north"),
        row("attendance_rate", "2025Q1", None, municipality="north"),
    ]
    both = [screen("participants", "2025Q1", rows, number=at) for at, rows in enumerate((lacks, whole), start=1)]
    assert attack(both, MODEL, K, {}).breaches == ()
    assert {breach.how for breach in attack(both[::-1], MODEL, K, {}).breaches} == set()
    newest = [screen("participants", "2025Q1", rows, number=at) for at, rows in enumerate((whole, lacks), start=1)]
    assert {breach.how for breach in attack(newest, MODEL, K, {}).breaches} == {"share missing"}


# --- quarters, months and years ---------------------------------------------------------------------------------


def region(period: str, persons: float | None) -> Row:
    return row("participants", period, persons)


def of_periods(family: str = "participants", **numbers: float | None) -> Attack:
    """The region's numbers, a period each, of which the hidden ones are three in truth."""
    periods = {name.replace("_", "-")[1:]: n for name, n in numbers.items()}
    screens = [
        screen(family, period, [row(family, period, n)], number=at) for at, (period, n) in enumerate(periods.items())
    ]
    true = [truth(family, period, {ALL: 3 if n is None else int(n)})[family] for period, n in periods.items()]
    return attack(screens, MODEL, K, {family: pl.concat(true)})


def test_who_came_in_two_months_of_a_quarter_give_the_third_away_where_it_is_few() -> None:
    """A quarter has nobody who came in none of its months."""
    fallen = of_periods(p2025Q1=43, p2025_01=20, p2025_02=21, p2025_03=None)
    assert Breach("participants", "2025-03", REGION, "cell", 2, 43) not in fallen.breaches
    hidden = of_periods(p2025Q1=4, p2025_01=None, p2025_02=None, p2025_03=None)
    assert {(breach.how, breach.low, breach.high) for breach in hidden.breaches if breach.how == "cell"} == {
        ("cell", 0, 4)
    }
    assert hidden.tried == 3


def test_what_is_left_of_a_quarters_months_beside_the_quarter_is_how_many_came_again() -> None:
    """20 and 21 and 5 less 43 are three who came in two months."""
    fallen = of_periods(p2025Q1=43, p2025_01=20, p2025_02=21, p2025_03=5).breaches
    assert Breach("participants", "2025-01", REGION, "difference", 3, 3) in fallen
    assert of_periods(p2025Q1=30, p2025_01=20, p2025_02=21, p2025_03=5).breaches == ()
    # With a month that is not told nobody knows that those three are all there is.
    assert of_periods(p2025Q1=43, p2025_01=20, p2025_02=25).breaches == ()


def test_a_month_is_held_against_its_own_quarter_and_no_other() -> None:
    assert of_periods(p2025Q1=43, p2025_04=40).breaches == ()
    assert [breach.how for breach in of_periods(p2025Q2=43, p2025_04=40).breaches] == ["difference"]
    assert [breach.how for breach in of_periods(p2025Q4=43, p2025_10=40).breaches] == ["difference"]
    assert [breach.how for breach in of_periods(p2025=43, p2025_10=40).breaches] == ["difference"]


def test_each_hidden_count_is_tried_once_whatever_the_year_has_been_told_in() -> None:
    assert of_periods(p2025=None, p2025Q1=None, p2025Q2=None, p2025_01=None).tried == 4


def test_years_are_attacked_each_by_itself() -> None:
    both = of_periods(p2024=43, p2025Q1=40)
    assert both.breaches == ()
    assert of_periods(p2024=None, p2025=None).tried == 2


def test_heads_of_a_year_are_the_sum_of_its_quarters() -> None:
    """Four on the stage in the fourth quarter: what the year has more than the other three."""
    [breach] = of_periods(family="performers", p2025Q1=9, p2025Q2=9, p2025Q3=9, p2025Q4=None, p2025=30).breaches
    assert (breach.period, breach.how, breach.low, breach.high) == ("2025Q4", "cell", 3, 3)
    assert of_periods(family="performers", p2025Q1=9, p2025Q2=9, p2025Q4=None, p2025=30).breaches == ()


def test_a_small_count_that_is_shown_falls_with_its_number_and_a_nought_does_not() -> None:
    people = {"north": 40, "south": 0, "east": 3}
    fallen = attack(
        [screen("participants", "2025Q1", places("participants", "2025Q1", people))],
        MODEL,
        K,
        truth("participants", "2025Q1", people),
    ).breaches
    assert fallen == (Breach("participants", "2025Q1", EAST, "shown", 3, 3),)


def test_an_audience_is_told_however_few_they_are() -> None:
    concerts = [row("concerts", "2025Q1", 1.0, municipality="north"), row("audience", "2025Q1", 3.0)]
    assert attack([screen("events", "2025Q1", concerts)], MODEL, K, {}).breaches == ()


def test_what_contradicts_itself_is_named_and_nothing_else_is_made_of_it() -> None:
    numbers = places("participants", "2025Q1", {"north": 40, "south": 12, "east": 8})
    wrong = [{**each, "value": 61.0} if each["municipality"] == ALL else each for each in numbers]
    true = truth("participants", "2025Q1", {"north": 40, "south": 12, "east": 8})
    fallen = attack([screen("participants", "2025Q1", wrong)], MODEL, K, true)
    assert fallen == Attack(0, (Breach("participants", "2025Q1", (), "contradiction", 0, 0),))
