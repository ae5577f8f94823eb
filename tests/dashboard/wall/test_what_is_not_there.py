"""What has no number has its own sign: not published, not delivered, not offered; and years of courses are whole."""

import polars as pl
import pytest
from sealed import sealed

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import ENDED, EVENTS
from dashboard.counting.tally import Tallies
from dashboard.statistics.intervals import rate
from dashboard.wall.published import Sign, per_inhabitants, with_gaps, with_not_offered, with_places
from dashboard.wall.rounding import numbers
from data_sources.declared.model import load

NUMBERS = ("value", "low", "high", "base")
GJOVIK = load("gjovik")


def empty(row: dict[str, object]) -> bool:
    return all(row[name] is None for name in NUMBERS) and row["bound"] == ""


def test_periods_that_are_not_published_are_missing_and_no_other_is_touched() -> None:
    shown = {"period": "2025Q1", "value": 0.9, "low": 0.8, "high": 0.95, "base": 90.0, "bound": "at_least"}
    row = sealed("attendance_rate", [shown, {"period": "2025Q2"}])
    whole = with_gaps(row, ["2025Q1", "2025Q2", "2025Q3", "2024Q4"])
    assert whole.frame.head(2).equals(row.frame)
    gaps = whole.frame.tail(2).to_dicts()
    assert [(gap["period"], gap["sign"]) for gap in gaps] == [("2025Q3", Sign.MISSING), ("2024Q4", Sign.MISSING)]
    assert all(map(empty, gaps))
    assert with_gaps(sealed("attendance_rate", []), ["2025Q3"]).frame.is_empty()


def test_places_without_a_number_are_missing_in_the_same_period() -> None:
    cells = [{"period": "2025Q1", "municipality": place, "value": 12.0, "base": 12.0} for place in ("gjovik", ALL)]
    whole = with_places(sealed("participants", cells), ["gjovik", "ostre_toten"])
    assert whole.frame.height == 3
    gap = whole.frame.tail(1).to_dicts()[0]
    assert (gap["period"], gap["municipality"], gap["sign"]) == ("2025Q1", "ostre_toten", Sign.MISSING)
    assert empty(gap)
    assert with_places(sealed("participants", []), ["gjovik"]).frame.is_empty()


def test_what_a_team_does_not_offer_has_its_own_sign_and_no_number() -> None:
    cell = {"period": "2025Q1", "municipality": "gjovik", "value": 12.0, "base": 12.0}
    first, *others = GJOVIK.team
    model = GJOVIK.model_copy(update={"team": (first.model_copy(update={"levels": ("individual",)}), *others)})
    whole = with_not_offered(sealed("participants", [cell]), model)
    nothing = whole.frame.tail(-1).to_dicts()
    assert {(row["level"], row["service"]) for row in nothing} == {("group", first.key), ("open", first.key)}
    assert {(row["period"], row["municipality"], row["sign"]) for row in nothing} == {
        ("2025Q1", "gjovik", Sign.NOT_OFFERED)
    }
    assert all(map(empty, nothing))
    assert with_not_offered(sealed("participants", []), model).frame.is_empty()


@pytest.mark.parametrize(("days", "years"), [(7305, 20), (7400, 20), (7500, 21), (182, None), (183, 1)])
def test_dropouts_are_told_per_hundred_whole_years_of_courses(days: int, years: int | None) -> None:
    region = dict.fromkeys(CELL, ALL)
    text = dict.fromkeys(("period", *CELL), pl.String())
    counts = pl.DataFrame(
        [{"period": "2025", **region, "outcome": outcome, "persons": n} for outcome, n in (("dropped", 7), (ALL, 30))],
        schema=text | {"persons": pl.Int64()},
    )
    row = {"indicator": "dropout_per_100", "period": "2025", **region, "numerator": days, "denominator": 0}
    tallied = Tallies(ENDED, counts, pl.DataFrame([row | {"design": 1.0}]), pl.DataFrame())
    shown = numbers(tallied, counts.with_columns(shown=pl.lit(value=True)), 5)
    told = shown.filter(pl.col("indicator") == "dropout_per_100").to_dicts()
    if years is None:
        assert told == []
        return
    expected = rate(7, years, per=100)
    assert expected is not None
    assert [told[0][name] for name in NUMBERS] == [
        *(round(number, 1) for number in (expected.value, expected.lower, expected.upper)),
        years,
    ]
    assert (told[0]["period"], told[0]["bound"], *(told[0][name] for name in CELL)) == ("2025", "", *[ALL] * len(CELL))


def test_participants_per_thousand_adults_are_of_shown_counts_and_of_whom_was_counted() -> None:
    cells = [
        {"period": period, "municipality": place, "value": value}
        for period, place, value in (
            *(("2025Q1", "gjovik", 30.0), ("2025Q1", ALL, 60.0), ("2025Q2", "gjovik", 30.0), ("2025Q2", ALL, 60.0)),
            *(("2025Q1", "sondre_land", 12.0), ("2025-01", "gjovik", 30.0)),
        )
    ]
    hidden = {"period": "2025Q1", "municipality": "ostre_toten"}
    adults = pl.DataFrame(
        [("gjovik", 2025, 25_000), (ALL, 2025, 60_000), ("ostre_toten", 2025, 12_000), ("sondre_land", 2025, None)],
        schema={"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64},
        orient="row",
    )
    whole = per_inhabitants(sealed("participants", [*cells, hidden]), adults, lacking=["2025Q2"]).frame
    told = whole.filter(pl.col("indicator") == "participants_per_1000").rows_by_key(
        ["period", "municipality"], named=True, unique=True
    )
    of_gjovik, of_all = rate(30, 25_000, per=1000), rate(60, 60_000, per=1000)
    assert of_gjovik is not None and of_all is not None
    for period in ("2025Q1", "2025Q2"):
        ends = (round(of_gjovik.lower, 1), round(of_gjovik.upper, 1))
        assert tuple(told[period, "gjovik"][name] for name in NUMBERS) == (1.2, *ends, 25_000)
    assert told["2025Q1", ALL]["value"] == 1.0
    signs = {key: told[key]["sign"] for key in told if told[key]["value"] is None}
    assert signs == {
        ("2025Q2", ALL): Sign.MISSING,
        ("2025Q1", "ostre_toten"): Sign.HIDDEN,
        ("2025Q1", "sondre_land"): Sign.IMPOSSIBLE,
    }


def test_a_share_of_events_is_a_whole_per_cent_of_all_of_them_exactly() -> None:
    counts = pl.DataFrame([{"period": "2025Q1", **dict.fromkeys(CELL, ALL), "persons": 3}])
    row = {"indicator": "co_arranged_rate", "period": "2025Q1", **dict.fromkeys(CELL, ALL)}
    tallied = Tallies(
        EVENTS, counts, pl.DataFrame([row | {"numerator": 2, "denominator": 3, "design": 1.0}]), pl.DataFrame()
    )
    shown = numbers(tallied, counts.with_columns(shown=pl.lit(value=True)), 5)
    told = shown.filter(pl.col("indicator") == "co_arranged_rate").to_dicts()[0]
    assert [told[name] for name in (*NUMBERS, "finer", "bound")] == [0.67, None, None, 3.0, 2 / 3, ""]
