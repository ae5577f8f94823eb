"""The intruder reads all that can be read of a year of three kinds of region, and learns nothing."""

from pathlib import Path

import polars as pl
import pytest

from benchmarks.regions import KINDS, Kind, desk_of
from dashboard.publishing.notice import Outcome

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_year_is_published_and_no_hidden_count_falls(kind: Kind, tmp_path: Path) -> None:
    desk = desk_of(kind, 1, tmp_path, (2025, 2025))
    notices = desk.publish()
    assert {notice.outcome for notice in notices} <= {Outcome.PUBLISHED, Outcome.SHOWN_LESS, Outcome.NOT_REPORTED}
    audits = desk.audit()
    assert [audit for audit in audits if audit.breaches] == []
    assert sum(audit.tried for audit in audits) > 100
    # One municipality is its region: both are told, and alike.
    persons = desk.published().frame.filter(pl.col("indicator") == "participants", pl.col("sign") == "")
    assert persons.height > 5
    if len(kind.sizes) == 1:
        for value in ("all", "m0"):
            assert persons.filter(pl.col("municipality") == value).height > 5
