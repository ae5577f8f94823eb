"""The intruder reads only what is on the screen, all of it at once, and finds whatever a clever reader would find."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.wall.attack import intruder
from dashboard.wall.attack.intruder import Breach, Screen, attack
from tests.dashboard.wall.screens import FRAME, MODEL, K, Row, places, row, screen, truth


def ways(screens: Iterable[Screen], true: Mapping[str, pl.DataFrame]) -> set[str]:
    return {breach.how for breach in attack(list(screens), MODEL, K, true).breaches}


PEOPLE = {"north": 40, "south": 12, "east": 3}


def test_two_hidden_counts_that_may_be_anything_give_nothing_away() -> None:
    shown = screen("participants", "2025Q1", places("participants", "2025Q1", PEOPLE, hidden=("south", "east")))
    result = attack([shown], MODEL, K, truth("participants", "2025Q1", PEOPLE))
    assert (result.tried, result.breaches) == (1, ())


def test_a_small_count_hidden_alone_is_found_exactly() -> None:
    shown = screen("participants", "2025Q1", places("participants", "2025Q1", PEOPLE, hidden=("east",)))
    (breach,) = attack([shown], MODEL, K, truth("participants", "2025Q1", PEOPLE)).breaches
    assert (breach.how, breach.low, breach.high) == ("cell", 3, 3)


def test_two_small_counts_that_are_few_together_are_proven_small() -> None:
    people = {"north": 40, "south": 2, "east": 1}
    shown = screen("participants", "2025Q1", places("participants", "2025Q1", people, hidden=("south", "east")))
    found = attack([shown], MODEL, K, truth("participants", "2025Q1", people)).breaches
    assert {(breach.low, breach.high) for breach in found} == {(0, 3)}


def test_a_small_count_shown_is_found() -> None:
    shown = screen("participants", "2025Q1", places("participants", "2025Q1", PEOPLE))
    assert "shown" in ways([shown], truth("participants", "2025Q1", PEOPLE))


def test_people_from_elsewhere_are_in_no_sum() -> None:
    people = {"north": 9, "south": 9, "east": 9, ELSEWHERE: 2}
    shown = screen("participants", "2025Q1", places("participants", "2025Q1", people, hidden=(ELSEWHERE,)))
    assert ways([shown], truth("participants", "2025Q1", people)) == set()


def test_few_who_came_in_the_year_but_not_in_the_quarter_are_found() -> None:
    quarter = {"north": 20, "south": 20, "east": 20}
    year = {"north": 22, "south": 30, "east": 30}
    shown = [
        screen("participants", "2025Q1", places("participants", "2025Q1", quarter)),
        screen("participants", "2025", places("participants", "2025", year), number=2),
    ]
    assert ways(shown, truth("participants", "2025", year)) == {"difference"}


# --- what stands beside a number -----------------------------------------------------------------------


def concerts(held: Mapping[str, int]) -> list[Row]:
    everywhere = {**held, "other": 0, "unknown": 0}
    return [row("concerts", "2025Q1", float(n), municipality=place) for place, n in everywhere.items()]


def test_performers_hidden_beside_no_concert_are_nobody() -> None:
    performers = {"north": 9, "south": 12, "east": 0}
    hidden = screen("performers", "2025Q1", places("performers", "2025Q1", performers, hidden=("north", "east")))
    beside = screen("events", "2025Q1", concerts({"north": 2, "south": 1, "east": 0}))
    true = truth("performers", "2025Q1", performers)
    assert ways([hidden], true) == set()
    found = attack([hidden, beside], MODEL, K, true).breaches
    assert [(breach.cell[0], breach.low, breach.high) for breach in found] == [("east", 0, 0)]


def test_a_sister_family_that_counts_other_persons_is_found() -> None:
    """62 waited where 60 were referred: two came late."""
    referred = screen("referred", "2025Q1", places("referred", "2025Q1", {"north": 30, "south": 20, "east": 10}))
    referred.frame.extend(
        pl.DataFrame(
            [row("waiting_median", "2025Q1", 6.0, municipality=p) for p in ("north", "south", ALL)], schema=FRAME
        )
    )
    waited = [row("started_in_time_rate", "2025Q1", 0.5, base=62.0, low=0.38, high=0.62)]
    same = [row("started_in_time_rate", "2025Q1", 0.5, base=60.0, low=0.38, high=0.62)]
    assert ways([referred, screen("waited", "2025Q1", same, number=2)], {}) == set()
    assert ways([referred, screen("waited", "2025Q1", waited, number=2)], {}) == {"contradiction"}


@pytest.mark.parametrize(
    ("waiting", "weeks", "found"),
    [
        (10, 9.0, {"median"}),
        (None, 9.0, {"median"}),
        (11, 9.0, set()),
        (11, None, {"median missing"}),
        (None, None, set()),
    ],
)
def test_how_long_few_have_waited_or_that_it_is_missing_tells_of_them(
    waiting: int | None, weeks: float | None, found: set[str]
) -> None:
    rows = [row("still_waiting", "2025Q1", waiting and float(waiting))]
    rows += [row(key, "2025Q1", weeks) for key in ("waited_so_far", "longest_so_far")]
    assert ways([screen("waited", "2025Q1", rows)], {}) == found


def outcomes(**persons: int) -> dict[str, pl.DataFrame]:
    cells = [
        {"period": "2025Q1", **dict.fromkeys(CELL, ALL), "outcome": outcome, "persons": n}
        for outcome, n in persons.items()
    ]
    return {
        "waited": pl.DataFrame(
            cells, schema={"period": pl.String} | dict.fromkeys(CELL, pl.String) | {"persons": pl.Int64}
        )
    }


@pytest.mark.parametrize(("rest", "base", "found"), [(2, 43.0, {"cell"}), (11, 52.0, set()), (2, 40.0, set())])
def test_those_who_wait_shown_beside_an_exact_share_of_persons_give_the_rest_away_where_it_is_few(
    rest: int, base: float, found: set[str]
) -> None:
    """30 started in time and 11 wait: who started later, or withdrew, is what is left. A share of referrals says
    nothing certain of persons, for one may have several."""
    total = float(41 + rest)
    referred = screen("referred", "2025Q1", [row("referred", "2025Q1", total), row("waiting_median", "2025Q1", 6.0)])
    told = {"still_waiting": 11.0, "waited_so_far": 9.0, "longest_so_far": 9.0}
    share = row("started_in_time_rate", "2025Q1", round(30 / total, 2), base=base)
    shown = screen("waited", "2025Q1", [*(row(key, "2025Q1", n) for key, n in told.items()), share], number=2)
    assert ways([referred, shown], outcomes(in_time=30, later=rest - 1, waiting=11, withdrawn=1)) == found


@pytest.mark.parametrize(("base", "found"), [(40.0, set()), (60.0, {"contradiction"})])
def test_a_share_of_referrals_beside_other_persons_than_were_referred_is_found(base: float, found: set[str]) -> None:
    referred = screen("referred", "2025Q1", [row("referred", "2025Q1", 43.0), row("waiting_median", "2025Q1", 6.0)])
    shown = screen("waited", "2025Q1", [row("started_in_time_rate", "2025Q1", 0.7, base=base)], number=2)
    assert ways([referred, shown], {}) == found


@pytest.mark.parametrize(
    ("referred", "median", "found"),
    [(7, "weeks", {"median"}), (10, "not_reached", {"median"}), (11, "weeks", set()), (11, "", {"median missing"})],
)
def test_a_median_of_few_or_one_that_is_missing_says_how_many_have_started(
    referred: int, median: str, found: set[str]
) -> None:
    rows = [row("referred", "2025Q1", float(referred))]
    weeks = 6.0 if median == "weeks" else None
    rows.append(row("waiting_median", "2025Q1", weeks, bound="not_reached" if median == "not_reached" else ""))
    assert ways([screen("referred", "2025Q1", rows)], {}) == found


@pytest.mark.parametrize(("referred", "found"), [(48, {"interval"}), (49, set())])
def test_the_interval_of_a_median_tells_too_much_of_fewer_than_the_square_of_two_more_than_the_threshold(
    referred: int, found: set[str]
) -> None:
    rows = [row("referred", "2025Q1", float(referred)), row("waiting_median", "2025Q1", 6.0, low=4.0, high=9.0)]
    assert ways([screen("referred", "2025Q1", rows)], {}) == found


def test_it_can_be_told_to_stop_at_the_first_that_falls() -> None:
    counts = {"north": 40, "south": 2, "east": 1}
    shown = screen("participants", "2025Q1", places("participants", "2025Q1", counts, hidden=("south", "east")))
    true = truth("participants", "2025Q1", counts)
    assert len(attack([shown], MODEL, K, true).breaches) == 2
    assert len(attack([shown], MODEL, K, true, until_first=True).breaches) == 1


def test_an_interval_that_tells_more_than_the_share_beside_it_is_found() -> None:
    def attendance(low: float, high: float) -> list[Row]:
        return [row("attendance_rate", "2025Q1", 0.9, low=low, high=high, base=80.0)]

    # Of 72 of 80, as anybody works out; one more decimal; and of the exact 77 of 85 behind them.
    assert ways([screen("participants", "2025Q1", attendance(0.81, 0.95))], {}) == set()
    assert ways([screen("participants", "2025Q1", attendance(0.815, 0.948))], {}) == {"interval"}
    assert ways([screen("participants", "2025Q1", attendance(0.82, 0.95))], {}) == {"interval"}


def test_an_exact_share_that_proves_few_absences_is_found() -> None:
    shown = [row("attendance_rate", "2025Q1", 0.97, low=0.91, high=0.99, base=80.0)]
    assert ways([screen("participants", "2025Q1", shown)], {}) == {"share"}


@pytest.mark.parametrize(("persons", "found"), [(4.0, {"share missing"}), (0.0, set()), (None, set())])
def test_a_share_missing_beside_its_persons_says_whatever_hid_it(persons: float | None, found: set[str]) -> None:
    def told(share: float | None, place: str) -> list[Row]:
        cell = {"municipality": place, "level": "group"}
        bound = {"base": 10.0, "bound": "at_least"} if share else {}
        return [
            row("participants", "2025Q1", persons if place == "south" else 9.0, **cell),
            row("attendance_rate", "2025Q1", share, **cell, **bound),
        ]

    shown = screen("participants", "2025Q1", [*told(0.5, "north"), *told(None, "south")])
    assert {breach.how for breach in attack([shown], MODEL, 3, {}).breaches} == found


def test_a_rate_per_inhabitants_of_a_hidden_count_gives_it_away() -> None:
    rows = places("participants", "2025Q1", PEOPLE, hidden=("south", "east"))
    rows.append(row("participants_per_1000", "2025Q1", 0.6, municipality="east", base=5000.0))
    adults = pl.DataFrame({"municipality": ["east"], "year": [2025], "adults": [5000]})
    found = attack([screen("participants", "2025Q1", rows)], MODEL, K, truth("participants", "2025Q1", PEOPLE), adults)
    assert {(breach.low, breach.high) for breach in found.breaches} == {(3, 3)}


# --- editions ------------------------------------------------------------------------------------------


def test_an_edition_chosen_alone_gives_the_earlier_one_away() -> None:
    """The first hides south for east's sake, the second north: read together, both are known."""
    then = screen(
        "participants", "2025Q1", places("participants", "2025Q1", PEOPLE, hidden=("south", "east")), number=1
    )
    now = screen("participants", "2025Q1", places("participants", "2025Q1", PEOPLE, hidden=("north", "east")), number=2)
    true = truth("participants", "2025Q1", PEOPLE)
    assert ways([then], true) == ways([now], true) == set()
    found = attack([then, now], MODEL, K, true).breaches
    assert Breach("participants", "2025Q1", ("east", *(ALL for _ in CELL[1:])), "editions", 3, 3) in found


def test_of_an_edition_without_a_place_the_places_tell_and_its_total_does_not() -> None:
    """The first lacked east, so its total is of two places; what it says of south is still so."""
    two = {place: PEOPLE[place] for place in ("north", "south")}
    then = replace(
        screen("participants", "2025Q1", places("participants", "2025Q1", two), number=1), without=frozenset({"east"})
    )
    now = screen("participants", "2025Q1", places("participants", "2025Q1", PEOPLE, hidden=("south", "east")), number=2)
    true = truth("participants", "2025Q1", PEOPLE)
    assert ways([now], true) == set()
    assert ways([then, now], true) == {"editions"}
    small = {"north": 40, "south": 17, "east": 3}
    before = replace(
        screen("participants", "2025Q1", places("participants", "2025Q1", two, hidden=two), number=1),
        without=frozenset({"east"}),
    )
    later = screen(
        "participants", "2025Q1", places("participants", "2025Q1", small, hidden=("south", "east")), number=2
    )
    assert ways([before, later], truth("participants", "2025Q1", small)) == set()


def test_an_edition_with_the_same_pattern_gives_nothing_away_when_one_person_has_moved() -> None:
    moved = {"north": 41, "south": 11, "east": 3}
    then = screen(
        "participants", "2025Q1", places("participants", "2025Q1", PEOPLE, hidden=("south", "east")), number=1
    )
    now = screen("participants", "2025Q1", places("participants", "2025Q1", moved, hidden=("south", "east")), number=2)
    assert ways([then, now], truth("participants", "2025Q1", moved)) == set()


def test_it_shares_no_code_with_what_it_attacks() -> None:
    modules = list(Path(intruder.__file__).parent.glob("*.py"))
    assert len(modules) >= 4
    imported = [name for module in modules for name in _imported(module.read_text(encoding="utf-8"))]
    assert "dashboard.wall.attack.sums.sums_of" in imported
    assert [name for name in imported if name.startswith("dashboard.wall") and not name.startswith(OWN)] == []


@pytest.mark.parametrize(
    "line", ["from dashboard.wall import rounding", "import dashboard.wall.rounding as r", "from dashboard import wall"]
)
def test_every_way_to_import_is_seen(line: str) -> None:
    assert any(name.startswith("dashboard.wall") and not name.startswith(OWN) for name in _imported(line))


OWN = "dashboard.wall.attack"


def _imported(source: str) -> Iterator[str]:
    """Every module, or name of a module, that is imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)
