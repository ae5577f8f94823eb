"""A threshold that is raised is obeyed at once, in every edition that can be read, and nothing can be subtracted."""

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
