"""What is published while somebody lacks, and what the edition that completes it may add: nothing that subtracts."""

from collections.abc import Mapping

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import PARTICIPANTS, WAITED
from dashboard.counting.indicator import Family
from dashboard.counting.tally import Tallies
from dashboard.publishing.completing import completed, facts, left_out, may_close, without_places
from dashboard.publishing.deliveries import Turnout
from tests.dashboard.publishing.boards import KEYS, MODEL, code

ONE, TWO = frozenset({"gjovik"}), frozenset({"gjovik", "ostre_toten"})
K = 5


@pytest.mark.parametrize(
    ("turnout", "family", "period", "may"),
    [
        (Turnout(), PARTICIPANTS, "2026Q2", True),
        (Turnout(), PARTICIPANTS, "2026-05", True),
        (Turnout(blocked=("source:Sykehuset",)), PARTICIPANTS, "2026Q2", False),
        (Turnout(missing=ONE), PARTICIPANTS, "2026Q2", True),
        (Turnout(missing=ONE), PARTICIPANTS, "2026", True),
        (Turnout(missing=ONE), PARTICIPANTS, "2026-05", False),  # a month has the region's number alone
        (Turnout(missing=ONE), WAITED, "2026Q2", False),
        (Turnout(missing=ONE, without=ONE), PARTICIPANTS, "2026-05", True),
        (Turnout(missing=ONE, without=ONE), WAITED, "2026Q2", True),
        (Turnout(missing=TWO, without=ONE), WAITED, "2026Q2", False),
        (Turnout(missing=frozenset(KEYS)), PARTICIPANTS, "2026Q2", False),
        (Turnout(missing=frozenset(KEYS), without=frozenset(KEYS)), PARTICIPANTS, "2026Q2", False),
        (Turnout(missing=frozenset(KEYS[1:])), PARTICIPANTS, "2026Q2", True),
    ],
)
def test_a_period_is_published_when_there_is_something_of_it_to_tell(
    turnout: Turnout, family: Family, period: str, may: bool
) -> None:
    assert may_close(turnout, family, code(period), MODEL) is may


def test_whoever_lacks_is_left_out_and_the_region_with_them_unless_somebody_decided() -> None:
    assert left_out(Turnout()) == frozenset()
    assert left_out(Turnout(missing=ONE)) == {"gjovik", ALL}
    assert left_out(Turnout(missing=ONE, without=ONE)) == {"gjovik"}
    assert left_out(Turnout(blocked=("source:Sykehuset",))) == {ALL}


Counts = Mapping[tuple[str, ...], int | None]  # a cell's first members → persons, None where they are hidden


def cells(counts: Counts, period: str = "2026Q2") -> pl.DataFrame:
    """Decided cells of one period."""
    rows = [
        {"period": period, **dict(zip(CELL, (*members, *[ALL] * (len(CELL) - len(members))), strict=True))}
        | {"shown": persons is not None, "persons": persons}
        for members, persons in counts.items()
    ]
    schema = dict.fromkeys(("period", *CELL), pl.String) | {"shown": pl.Boolean, "persons": pl.Int64}
    return pl.DataFrame(rows, schema=schema)


def test_of_whom_nothing_has_come_nobody_is_counted_or_else_it_is_not_told() -> None:
    """Somebody who moved is still counted where they lived in January: that is no certain nought."""
    of_places = cells({(ALL,): 20, ("gjovik",): 0, ("ostre_toten",): 1, ("gjovik", "group"): 3})
    counts = pl.concat([of_places, cells({("gjovik",): 7}, "2026Q1")]).drop("shown")
    tallies = Tallies(PARTICIPANTS, counts, pl.DataFrame(), pl.DataFrame())
    three = frozenset({"gjovik", "ostre_toten", "sondre_land"})
    turnouts = {"2026Q2": Turnout(missing=three, absent=TWO), "2026Q1": Turnout(missing=ONE, absent=ONE, without=ONE)}
    absent, withheld = facts(turnouts, tallies)
    assert absent == {("2026Q2", "gjovik")}
    assert withheld == {("2026Q2", "ostre_toten"), ("2026Q2", "sondre_land"), ("2026Q2", ALL), ("2026Q1", "gjovik")}


def test_cells_of_places_that_are_left_out_are_not_there() -> None:
    every = cells({(ALL,): 20, ("gjovik",): 8, ("gjovik", "group"): 8, ("ostre_toten",): 12})
    assert without_places(every, ONE)["municipality"].to_list() == [ALL, "ostre_toten"]
    assert without_places(every, frozenset({ALL}))["municipality"].to_list() == ["gjovik", "gjovik", "ostre_toten"]


def edition(decided: Counts, before: Counts, lacked: frozenset[str]) -> dict[tuple[str, ...], int | None]:
    """What the edition that completes another tells: members of the first two dimensions → persons, None: hidden."""
    frame = completed(cells(decided), cells(before), lacked, K)
    assert frame.filter(pl.col("shown") != pl.col("persons").is_not_null()).is_empty()
    return {(first, second): n for first, second, n in frame.select("municipality", "level", "persons").iter_rows()}


def test_what_was_told_of_a_place_is_told_again_and_nothing_more() -> None:
    before = {("gjovik",): 30, ("gjovik", "group"): None, ("ostre_toten",): None}
    decided = {
        ("gjovik",): 31,
        ("gjovik", "group"): 9,
        ("ostre_toten",): 12,
        ("sondre_land",): 7,
        ("nordre_land",): None,
    }
    told = edition(decided, before, frozenset({"sondre_land", "nordre_land", ALL}))
    assert told == {
        ("gjovik", ALL): 30,
        ("gjovik", "group"): None,
        ("ostre_toten", ALL): None,
        ("sondre_land", ALL): 7,
        ("nordre_land", ALL): None,
    }


LACKING = frozenset({"sondre_land", ALL})
BEFORE = {("gjovik",): 30, ("ostre_toten",): None}


def test_the_region_that_was_not_told_is_told_where_all_the_rest_still_holds() -> None:
    decided = {(ALL,): 60, (ALL, "group"): None, ("gjovik",): 30, ("ostre_toten",): 12, ("sondre_land",): 18}
    told = edition(decided, BEFORE, LACKING)
    assert (told[ALL, ALL], told[ALL, "group"]) == (60, None)


@pytest.mark.parametrize("gjovik", [31, None])
def test_the_region_stays_untold_where_a_number_is_another_now_or_would_be_hidden(gjovik: int | None) -> None:
    decided = {(ALL,): 61, ("gjovik",): gjovik, ("ostre_toten",): 12, ("sondre_land",): 18}
    told = edition(decided, BEFORE, LACKING)
    assert told == {(ALL, ALL): None, ("gjovik", ALL): 30, ("ostre_toten", ALL): None, ("sondre_land", ALL): 18}


@pytest.mark.parametrize(("now", "told"), [(45, 45), (44, None), (40, None), (None, None)])
def test_a_region_told_without_somebody_is_told_anew_where_they_are_enough(now: int | None, told: int | None) -> None:
    """The difference is theirs: as many as the threshold, or it would be a hidden place's number."""
    decided = {(ALL,): now, (ALL, "group"): 30, ("gjovik",): 30, ("sondre_land",): 5}
    completes = edition(decided, {(ALL,): 40, (ALL, "group"): 10, ("gjovik",): 30}, frozenset({"sondre_land"}))
    assert completes[ALL, ALL] == told
    assert completes[ALL, "group"] is None  # parts give parts away


def test_a_region_that_was_hidden_without_somebody_counts_as_nobody() -> None:
    decided = {(ALL,): 6, ("gjovik",): None, ("sondre_land",): 6}
    assert edition(decided, {(ALL,): None, ("gjovik",): None}, frozenset({"sondre_land"}))[ALL, ALL] == 6
