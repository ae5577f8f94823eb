"""A threshold that is raised is obeyed at once, in every edition that can be read, and nothing can be subtracted."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.desk import Desk
from dashboard.publishing.notice import Outcome
from dashboard.wall.outdated import still_shown
from tests.dashboard.publishing.conftest import under
from tests.stores import copy_of

pytestmark = pytest.mark.slow


def shown(desk: Desk, *conditions: pl.Expr) -> pl.DataFrame:
    return desk.published().frame.filter(pl.col("sign") == "", *conditions)


def test_ten_for_five_and_five_again(at_threshold: Callable[[int], Desk]) -> None:
    before, raised = at_threshold(5), at_threshold(10)
    counts = [key for key, one in BY_KEY.items() if one.measure is Measure.PERSONS and not one.family.public]
    persons = pl.col("indicator").is_in(counts) & (pl.col("value") > 0)
    small = shown(before, persons, pl.col("value") < 10)
    assert small.height > 20
    # At once, and with what would give the small ones away; its total and large municipalities are still read.
    assert shown(raised, persons, pl.col("value") < 10).is_empty()
    assert shown(raised, pl.col("indicator") == "participants", pl.col("municipality") == ALL).height == 2
    assert shown(raised, pl.col("indicator") == "participants", pl.col("municipality") == "gjovik").height == 2
    assert not [audit for audit in raised.audit() if audit.breaches]
    assert sum(audit.tried for audit in raised.audit()) > 20
    # Nothing is told that was not told before, except that less is told of it.
    keys = ["indicator", "period", *CELL]
    assert shown(raised).join(shown(before), on=keys, how="anti").is_empty()
    assert (before.is_raised(), raised.is_raised()) == (False, True)
    # Lowered again, nothing has been done.
    assert at_threshold(5).published().frame.equals(before.published().frame)
    assert [entry.edition for entry in before.publications() if entry.edition > 1] == []


def test_what_is_told_of_appointments_and_waits_follows_the_raised_threshold(
    at_threshold: Callable[[int], Desk],
) -> None:
    raised = at_threshold(10)
    waits = shown(raised, pl.col("indicator") == "waiting_median")
    for place, period in waits.select("municipality", "period").iter_rows():
        [referred] = shown(
            raised,
            pl.col("indicator") == "referred",
            pl.col("municipality") == place,
            pl.col("period") == period,
            whole(),
        )["value"]
        assert referred >= 21
    shares = [key for key, one in BY_KEY.items() if one.measure is Measure.SHARE_OF_ROWS]
    exact = shown(raised, pl.col("indicator").is_in(shares), pl.col("bound") == "")
    for value, base in exact.select("value", "base").iter_rows():
        assert (min(value, 1 - value) - 0.005) * (base - 5) >= 10
    of_parts = [key for key, one in BY_KEY.items() if one.measure is Measure.SHARE_OF_CASES]
    assert shown(raised, pl.col("indicator").is_in(of_parts)).is_empty()


def test_a_new_edition_under_the_raised_threshold_shows_more_and_holds_beside_the_old_one(
    half_a_year: Path, tmp_path: Path
) -> None:
    copy_of(half_a_year / "a.sqlite", tmp_path / "a.sqlite")
    shutil.copy(half_a_year / "a.key", tmp_path)
    raised = under(tmp_path, 10)
    less = shown(raised, pl.col("indicator") == "participants").height
    notices = raised.publish(edition_of=2025, reason="Terskelen er ti")
    assert not [notice for notice in notices if notice.outcome in {Outcome.WITHDRAWN, Outcome.BLOCKED}]
    assert shown(raised, pl.col("indicator") == "participants").height > less
    persons = [key for key, one in BY_KEY.items() if one.measure is Measure.PERSONS and not one.family.public]
    assert shown(raised, pl.col("indicator").is_in(persons), pl.col("value").is_between(1, 9)).is_empty()
    assert not [audit for audit in raised.audit() if audit.breaches]


# --- one period, its editions --------------------------------------------------------------------------


def decided(*editions: dict[str, int | None], period: str = "2025Q1", threshold: int = 5) -> pl.DataFrame:
    """Counts of places in editions of one period, None where hidden."""
    rows = [
        {
            "family": "participants",
            "period": period,
            "threshold": threshold,
            "rules": 2,
            "publication": number,
            **dict.fromkeys(CELL, ALL),
            "municipality": place,
            "shown": n is not None,
            "persons": n,
        }
        for number, edition in enumerate(editions, start=1)
        for place, n in edition.items()
    ]
    return pl.DataFrame(rows, schema_overrides={"persons": pl.Int64})


def left(cells: pl.DataFrame, k: int = 10) -> list[dict[str, int]]:
    """What is still shown of each edition."""
    frame = still_shown(cells, k)
    return [
        dict(frame.filter("shown", pl.col("publication") == number).select("municipality", "persons").iter_rows())
        for number in sorted(cells["publication"].unique())
    ]


def test_one_place_under_the_threshold_takes_the_smallest_other_with_it() -> None:
    assert left(decided({"a": 40, "b": 12, "c": 7, ALL: 59})) == [{"a": 40, ALL: 59}]


def test_two_that_are_few_together_take_a_third_and_nothing_is_hidden_without_need() -> None:
    assert left(decided({"a": 40, "b": 12, "c": 3, "d": 4, ALL: 59})) == [{"a": 40, ALL: 59}]
    assert left(decided({"a": 40, "b": 12, "c": 8, "d": 9, ALL: 69})) == [{"a": 40, "b": 12, ALL: 69}]
    assert left(decided({"a": 40, "b": 12, ALL: 52})) == [{"a": 40, "b": 12, ALL: 52}]


def test_editions_hide_the_same_places() -> None:
    """Else the first would hide b for c's sake and the second a, and both together tell c."""
    cells = decided({"a": 40, "b": 20, "c": 7, ALL: 67}, {"a": 19, "b": 40, "c": 8, ALL: 67})
    assert left(cells) == [{"a": 40, ALL: 67}, {"a": 19, ALL: 67}]


def test_an_edition_that_adds_a_small_place_is_not_subtracted_from() -> None:
    first, second = left(decided({"a": 40, "b": 12, ALL: 52}, {"a": 40, "b": 12, "c": 7, ALL: 59}))
    assert ALL not in first or ALL not in second


@pytest.mark.parametrize("period", ["2025", "2025-03"])
def test_a_year_and_a_month_wait_for_their_new_edition(period: str) -> None:
    assert left(decided({"a": 40, "b": 30, ALL: 70}, period=period)) == [{}]


def test_what_was_published_under_the_same_threshold_stays_to_the_letter() -> None:
    cells = decided({"a": 40, "b": 12, "c": None, ALL: None}, threshold=10)
    assert still_shown(cells, 10).drop("outdated").equals(cells)


def test_no_total_tells_of_a_hidden_place_whatever_the_counts_are() -> None:
    dice = random.Random(11)
    for _ in range(150):
        places = {f"m{at}": dice.choice((0, 3, 5, 6, 7, 9, 10, 12, 30)) for at in range(dice.randint(1, 6))}
        cells = decided({place: n if n >= 5 else None for place, n in places.items()} | {ALL: sum(places.values())})
        [told] = left(cells)
        hidden = [n for place, n in places.items() if place not in told]
        assert all(n >= 10 for n in told.values())
        if ALL in told and hidden:
            assert len(hidden) >= 2
            assert sum(hidden) >= 10 + len(hidden)
