"""What is read of publications from before: by today's rules, under today's threshold, never more than was shown."""

from collections.abc import Mapping

import polars as pl
import pytest

from dashboard.counting.cells import ALL, CELL
from dashboard.statistics.intervals import wilson_adjusted
from dashboard.wall.outdated import publications, still_shown
from dashboard.wall.rounding import bound_of
from dashboard.wall.still_shown import by_todays_rules, withdrawn
from data_sources.declared.wall_rules import RULES

REGION = dict.fromkeys(CELL, ALL)
PLACES = ("gjovik", "ostre_toten", "vestre_toten")


def share(value: float, base: float, bound: str = "", **more: object) -> pl.DataFrame:
    """A municipality's attendance as the first rules told it."""
    numbers = {"value": value, "low": 0.5, "high": 0.99, "base": base, "finer": value, "design": 1.0, "bound": bound}
    row = {"publication": 1, "indicator": "attendance_rate", "period": "2025Q1", **REGION, **numbers}
    return pl.DataFrame([row | {"rules": 1, "threshold": 5} | more])


def told(numbers: pl.DataFrame, persons: int = 40, k: int = 5) -> dict[str, object] | None:
    cell = {"publication": 1, "family": "participants", "period": "2025Q1", **REGION, "shown": True, "persons": persons}
    left, _ = by_todays_rules(numbers, pl.DataFrame([cell]), k)
    return next(left.iter_rows(named=True), None)


def parts(row: dict[str, object] | None) -> tuple[object, ...]:
    assert row is not None
    return row["value"], row["low"], row["high"], row["bound"]


def test_a_share_of_many_is_read_with_the_interval_that_share_and_base_have() -> None:
    interval = wilson_adjusted(0.9 * 200, 200, 2.0)
    assert interval is not None
    row = told(share(0.9, 200.0, design=2.0))
    assert parts(row) == (0.9, round(interval.lower, 2), round(interval.upper, 2), "")
    assert row is not None and row["finer"] == 0.9


@pytest.mark.parametrize(
    ("persons", "value", "expected"),
    [(10, 0.97, (0.95, "at_least")), (10, 0.02, (0.05, "at_most")), (10, 0.95, (0.95, "at_least"))],
)
def test_of_few_persons_no_share_is_nearer_the_end_than_five_per_cent(
    persons: int, value: float, expected: tuple[float, str]
) -> None:
    assert parts(told(share(value, 400.0), persons)) == (expected[0], None, None, expected[1])


def test_from_eleven_persons_on_the_share_itself_is_read_where_its_fewer_side_is_of_five() -> None:
    assert parts(told(share(0.97, 400.0), 11))[0::3] == (0.97, "")
    few_missed = parts(told(share(0.98, 200.0), 11))
    assert few_missed == (bound_of(200.0, 5, at_least=True), None, None, "at_least")
    few_came = parts(told(share(0.02, 200.0), 11))
    assert few_came == (bound_of(200.0, 5, at_least=False), None, None, "at_most")
    # (0.10 - 0.005) · (60 - 5) is 5.2, and under six it is not enough.
    assert parts(told(share(0.90, 60.0)))[3] == ""
    assert (
        parts(told(share(0.91, 60.0)))[3] == "at_least"
    )  # (0.09 - 0.005) · 55 is 4.7, and with half a per cent more 5.2
    assert parts(told(share(0.90, 60.0, threshold=6), k=6))[3] == "at_least"


def test_a_bound_from_before_is_read_as_the_looser_of_both() -> None:
    loose = bound_of(200.0, 5, at_least=True)
    assert parts(told(share(0.99, 200.0, "at_least"))) == (loose, None, None, "at_least")
    assert parts(told(share(0.90, 200.0, "at_least"))) == (0.90, None, None, "at_least")
    high = bound_of(200.0, 5, at_least=False)
    assert parts(told(share(0.01, 200.0, "at_most"))) == (high, None, None, "at_most")
    assert parts(told(share(0.20, 200.0, "at_most"))) == (0.20, None, None, "at_most")


def test_what_was_made_by_todays_rules_is_read_as_it_was() -> None:
    today = share(0.99, 200.0, rules=RULES)
    assert parts(told(today)) == (0.99, 0.5, 0.99, "")
    cell = {"publication": 1, "family": "participants", **REGION, "shown": True, "persons": 40}
    assert withdrawn(today, pl.DataFrame([cell]), 5) == 0
    assert withdrawn(share(0.99, 200.0), pl.DataFrame([cell]), 5) == 1


def edition(
    number: int, total: int | None, counts: Mapping[str, int | None], threshold: int = 5, period: str = "2025Q1"
) -> list[dict[str, object]]:
    made = {"publication": number, "family": "participants", "period": period, "rules": RULES, "threshold": threshold}
    return [
        {**made, **REGION, "municipality": place, "shown": count is not None, "persons": count}
        for place, count in {ALL: total, **counts}.items()
    ]


def left(*rows: dict[str, object], k: int = 10) -> set[tuple[int, str]]:
    """(publication, municipality) of what is still read under a raised threshold."""
    cells = still_shown(pl.DataFrame(list(rows)), k)
    assert cells.filter(pl.col("shown"))["persons"].null_count() == 0
    assert cells.filter(~pl.col("shown"))["persons"].drop_nulls().is_empty()
    return set(cells.filter("shown").select("publication", "municipality").iter_rows())


def test_under_a_raised_threshold_no_total_tells_of_a_place_that_is_hidden_now() -> None:
    told_of = edition(1, 60, dict(zip(PLACES, (30, 23, 7), strict=True)))
    # 60 less 30 and 23 would be the seven: the smallest that was shown is hidden with them.
    assert left(*told_of) == {(1, ALL), (1, "gjovik")}
    assert publications(still_shown(pl.DataFrame(told_of), 10)) == [1]


def test_two_hidden_places_may_not_be_so_few_together_that_their_sum_tells_of_one() -> None:
    # Each may be known to be somebody: eleven less one is not more than ten, so the third is hidden with them.
    assert left(*edition(1, 41, dict(zip(PLACES, (30, 6, 5), strict=True)))) == {(1, ALL)}
    assert left(*edition(1, 42, dict(zip(PLACES, (30, 6, 6), strict=True)))) == {(1, ALL), (1, "gjovik")}


def test_what_is_high_enough_stays_and_a_month_or_year_goes() -> None:
    counts = dict(zip(PLACES, (30, 20, 10), strict=True))
    assert left(*edition(1, 60, counts)) == {(1, ALL), *((1, place) for place in PLACES)}
    assert left(*edition(1, 60, counts, period="2025-01")) == left(*edition(1, 60, counts, period="2025")) == set()
    assert left(*edition(1, 60, {**counts, "vestre_toten": 7}, threshold=10)) == {
        (1, ALL),
        *((1, place) for place in PLACES),
    }
