"""Which cells a family has in a year, which of them are told, and what it costs to hide one."""

from dataclasses import replace

import polars as pl
import pytest
from small_regions import frame

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import (
    ENDED,
    EVENTS,
    FAMILIES,
    PARTICIPANTS,
    PERFORMERS,
    REFERRED,
    STEPS,
    SURVEYED,
    WAITED,
)
from dashboard.counting.period import PeriodKind, from_code, of_year
from dashboard.wall.costs import costs, importance
from dashboard.wall.lattice import Key, Kind, Shape
from dashboard.wall.translation import in_cells, in_lattice, shape, with_single_members, without_single_members
from data_sources.declared.model import Model, load

GJOVIK = load("gjovik")
FULL = Shape(
    year="2025",
    periods=("2025Q1", "2025Q2"),
    first=("north", "south"),
    second=("group", "open", "unknown"),
    third=("fact", "culture"),
    months=("2025-01", "2025-04"),
    not_offered=frozenset({("open", "fact"), ("open", "culture"), ("group", "fact")}),
    apart="elsewhere",
)


def key(first: str = ALL, second: str = ALL, third: str = ALL, period: str = "2025Q1") -> Key:
    return (period, first, second, third)


def test_a_pair_is_offered_unless_the_model_says_not_and_a_margin_where_one_of_its_parts_is() -> None:
    offered = {(a, b) for a in (ALL, *FULL.second) for b in (ALL, *FULL.third) if FULL.offered(a, b)}
    assert offered == {
        *((ALL, ALL), (ALL, "fact"), (ALL, "culture")),
        *(("group", ALL), ("group", "culture"), ("unknown", ALL), ("unknown", "fact"), ("unknown", "culture")),
    }


def test_what_has_not_come_and_what_is_not_offered_is_not_told() -> None:
    shape = replace(FULL, absent=frozenset({("2025Q1", "north")}), withheld=frozenset({("2025Q2", ALL)}))
    assert not shape.listed(key("north")) and not shape.listed(key("north", "group"))
    assert shape.listed(key("north", period="2025Q2")) and shape.listed(key(ALL))
    assert not shape.listed(key(ALL, period="2025Q2")) and not shape.listed(key("south", "open"))


def test_only_a_nought_among_those_of_whom_nothing_is_written_is_no_secret() -> None:
    assert FULL.is_open(key("north", "unknown"), 0)
    assert not FULL.is_open(key("north", "unknown"), 1)
    assert not FULL.is_open(key("north", "group"), 0)


def test_a_period_has_every_cell_with_its_margins_and_people_from_elsewhere_stand_apart() -> None:
    cells = list(FULL.cells("2025Q1"))
    assert len(cells) == len(set(cells)) == 3 * 4 * 3 + 1
    assert cells[-1] == key("elsewhere")
    assert key() in cells and key("north", "group", "culture") in cells
    assert list(FULL.cells("2025-01")) == [key(period="2025-01")]
    assert len(list(replace(FULL, apart="").cells("2025Q1"))) == 3 * 4 * 3


def test_who_is_asked_several_questions_is_in_no_sum_of_them() -> None:
    asked = replace(FULL, each="second", apart="")
    assert {cell[2] for cell in asked.cells("2025")} == set(FULL.second)
    assert {cell[1] for cell in asked.cells("2025")} == {ALL, "north", "south"}


def test_before_the_year_is_out_a_quarter_bears_on_its_own_months_alone() -> None:
    assert FULL.linked(["2025-04"], ["2025Q1", "2025-01"]) == {"2025-04"}
    assert FULL.linked(["2025-04"], ["2025Q1", "2025Q2"]) == {"2025-04", "2025Q2"}
    assert FULL.linked(["2025Q2"], ["2024Q4", "2025Q1", "2025"]) == {"2025Q1", "2025Q2", "2025"}
    assert FULL.linked(["2025Q1"], ["2024Q1"]) == {"2025Q1"}


def test_who_was_last_seen_in_the_last_period_is_in_the_same_cell_of_the_year() -> None:
    assert FULL.stays_put(key("north", "group"))
    assert FULL.stays_put(key())
    assert not FULL.stays_put(key("north", "group", "culture"))  # the service most used may be another in the year
    assert not FULL.stays_put(key(third="culture"))
    assert not FULL.stays_put(key("north", "unknown"))  # what was not said last may have been said before
    assert replace(FULL, last=frozenset({"second", "third"})).stays_put(key("north", "group", "culture"))
    assert not replace(FULL, last=frozenset()).stays_put(key(second="group"))


# --- what it costs to hide a cell ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "cost"),
    [
        (key(), 100_000),
        (key("north"), 400),
        (key(second="group"), 200),
        (key(third="fact"), 200),
        (key("north", "group"), 50),
        (key(second="group", third="fact"), 45),
        (key("north", third="fact"), 40),
        (key("north", "group", "fact"), 4),
        (key(period="2025-01"), 10_000),
        (key(period="2025"), 130_000),
        (key("north", period="2025"), 520),
        (key("north", "unknown"), 12.5),
        (key("elsewhere"), 100),
        (key("other"), 100),
        (key(second="later"), 50),
    ],
)
def test_what_people_steer_by_most_is_dearest(cell: Key, cost: float) -> None:
    assert importance(cell, FULL) == pytest.approx(cost)
    assert importance(cell, FULL, hidden_before=True) == pytest.approx(cost / 2)


def test_of_what_is_asked_of_each_what_was_answered_is_dearer_than_who_answered() -> None:
    asked = replace(FULL, each="second", months=())
    assert importance(key("north", "q1", "yes"), asked) == importance(key("north", third="yes"), FULL)
    assert importance(key(second="q1", third="yes"), asked) == 400
    assert importance(key("north", "q1"), asked) == 200
    assert importance(key(second="q1"), asked) == 100_000


def test_what_was_hidden_in_the_period_before_is_hidden_sooner_again() -> None:
    """A quarter comes after a quarter, a year after a year, also where that is another year's."""
    now = [key("north", period="2025Q1"), key("south", period="2025Q1"), key("north", period="2025")]
    past = {
        key("north", period="2024Q3"): 20,
        key("north", period="2024Q4"): None,
        key("south", period="2024Q4"): 12,
        key("north", period="2024"): 30,
        key("north", period="2025Q2"): None,
        key("south", period="2025-01"): None,
    }
    assert costs(now, FULL, past) == [200, 400, pytest.approx(520)]
    assert costs(now, FULL, past | {key("north", period="2024"): None})[2] == pytest.approx(260)
    assert costs(now, FULL, {}) == [400, 400, pytest.approx(520)]
    # A cell that was not there then was not hidden.
    assert costs([key("east", period="2025Q1")], FULL, past) == [400]


# --- from a family's cells to its lattice and back -----------------------------------------------------------------

QUARTERS, MONTHS = of_year(PeriodKind.QUARTER, 2025), of_year(PeriodKind.MONTH, 2025)
TERTIALS, YEAR = of_year(PeriodKind.TERTIAL, 2025), of_year(PeriodKind.YEAR, 2025)
PLACES = tuple(place.key for place in GJOVIK.municipality)


def test_a_familys_shape_has_its_dimensions_its_periods_and_its_rules() -> None:
    absent, withheld = frozenset({("2025Q1", "gjovik")}), frozenset({("2025Q1", ALL)})
    lattice = shape(PARTICIPANTS, GJOVIK, 2025, [*MONTHS, *QUARTERS, *YEAR], absent, withheld)
    assert (lattice.year, lattice.periods) == ("2025", ("2025Q1", "2025Q2", "2025Q3", "2025Q4"))
    assert lattice.months == tuple(p.code for p in MONTHS)
    assert (lattice.first, lattice.second) == (PLACES, ("individual", "group", "open", "unknown"))
    assert lattice.third == (*(team.key for team in GJOVIK.team), "unknown")
    assert (lattice.kind, lattice.apart, lattice.each, lattice.total_told) == (Kind.PERSONS, "elsewhere", "", False)
    assert (lattice.absent, lattice.withheld) == (absent, withheld)
    assert lattice.last == {"second"}
    ended = shape(ENDED, GJOVIK, 2025, QUARTERS)
    assert ended.not_offered == ENDED.not_offered(GJOVIK) != frozenset()
    assert lattice.remainder == {"other", "unknown", "elsewhere", "later"}
    assert shape(PARTICIPANTS, GJOVIK, 2025, TERTIALS).periods == ("2025T1", "2025T2", "2025T3")


def test_each_family_lies_in_its_lattice_as_its_dimensions_say() -> None:
    by_key = {family.key: shape(family, GJOVIK, 2025, [*QUARTERS, *YEAR]) for family in FAMILIES}
    told = {name: (bool(each.first), bool(each.second), bool(each.third)) for name, each in by_key.items()}
    assert told == {
        "participants": (True, True, True),
        "ended": (True, True, True),
        "surveyed": (True, True, True),
        "referred": (True, True, False),
        "performers": (True, False, False),
        "events": (True, False, False),
        "activities": (True, False, False),
        "waited": (False, True, False),
        "followed": (False, True, False),
        "steps": (False, True, True),
    }
    assert {name for name, each in by_key.items() if each.total_told} == {"waited", "steps", "followed"}
    assert {name for name, each in by_key.items() if each.kind is Kind.ADDITIVE} == {PERFORMERS.key}
    assert {name for name, each in by_key.items() if each.apart} == {PARTICIPANTS.key, REFERRED.key, PERFORMERS.key}
    assert {name: each.each for name, each in by_key.items() if each.each} == {SURVEYED.key: "second"}
    assert by_key[SURVEYED.key].remainder > by_key[EVENTS.key].remainder == Shape.remainder
    assert by_key[ENDED.key].last == by_key[STEPS.key].last == {"second", "third"}
    assert by_key[WAITED.key].last == {"second"} and by_key[REFERRED.key].last == frozenset()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_cells_come_back_from_the_lattice_as_they_went(family: object) -> None:
    own = next(each for each in FAMILIES if each is family)
    members = {name: own.members(name, GJOVIK)[0] for name in own.names}
    cell = {"period": "2025", **dict.fromkeys(CELL, ALL), **members, "persons": 7}
    cells = pl.DataFrame([cell])
    lattice = in_lattice(own, cells)
    assert lattice.columns == ["period", "first", "second", "third", "persons"]
    assert sorted(lattice.row(0)[1:4]) == sorted([*members.values(), *[ALL] * (3 - len(members))])
    assert in_cells(own, lattice).row(0) == cells.select("period", *CELL, "persons").row(0)


def test_a_dimension_of_one_member_is_told_under_that_member_too_and_only_there() -> None:
    alone = Shape("2025", ("2025Q1",), ("north",), second=("group", "open"), third=("fact",))
    cells = frame({key(): 12, key(second="group"): 7, key(second="open"): 5})
    every = with_single_members(alone, cells)
    assert set(every.rows()) == {
        (*key(first, second, third), n)
        for first in (ALL, "north")
        for second, n in ((ALL, 12), ("group", 7), ("open", 5))
        for third in (ALL, "fact")
    }
    assert without_single_members(alone, every).equals(cells)
    several = Shape("2025", ("2025Q1",), ("north", "south"))
    assert with_single_members(several, cells).equals(cells)


def test_a_model_of_one_municipality_is_its_region() -> None:
    model = Model.model_validate(
        {
            "key": "small",
            "name": "Small",
            "municipality": [{"key": "north", "name": "North", "number": "1"}],
            "team": [{"key": "fact", "name": "FACT"}],
        }
    )
    quarter = from_code("2025Q1")
    assert quarter is not None
    assert list(shape(PERFORMERS, model, 2025, [quarter]).cells("2025Q1")) == [key(), key("elsewhere")]
