"""A wall that is broken in one place is caught by the intruder; as it stands, it is not."""

from collections.abc import Iterator

import polars as pl
import pytest
from small_regions import frame, with_numbers

from dashboard.counting.cells import ALL, CELL
from dashboard.wall import lattice
from dashboard.wall.attack.intruder import Attack, Screen, attack
from dashboard.wall.lattice import Difference, Key, Shape
from dashboard.wall.suppression import Question, protect
from data_sources.declared.model import Model

K = 5
PLACES = ("north", "south", "east")
MODEL = Model.model_validate(
    {
        "key": "small",
        "name": "Small",
        "municipality": [{"key": key, "name": key.title(), "number": str(at)} for at, key in enumerate(PLACES)],
        "team": [{"key": "fact", "name": "FACT"}],
    }
)
SHAPE = Shape("2025", ("2025Q1", "2025Q2", "2025Q3", "2025Q4"), PLACES)
CLOSINGS = (["2025Q1"], ["2025Q2"], ["2025Q3"], ["2025Q4", "2025"])
PEOPLE = {
    "2025Q1": (30, 12, 3),
    "2025Q2": (32, 11, 6),
    "2025Q3": (31, 14, 9),
    "2025Q4": (28, 13, 8),
    "2025": (34, 40, 25),  # the year less the second quarter is two in the north
}


def counts() -> pl.DataFrame:
    cells: dict[Key, int] = {}
    for period, persons in PEOPLE.items():
        cells |= {(period, place, ALL, ALL): n for place, n in zip(PLACES, persons, strict=True)}
        cells[period, ALL, ALL, ALL] = sum(persons)
    return frame(cells)


def published() -> pl.DataFrame:
    """A year as the wall publishes it: period, the lattice's cell, shown, persons."""
    every: pl.DataFrame | None = None
    for closing in CLOSINGS:
        decided = with_numbers(protect(Question(counts(), SHAPE, K), closing, every), counts())
        every = decided if every is None else pl.concat([every, decided])
    assert every is not None
    return every


def attacked(cells: pl.DataFrame) -> Attack:
    """What the intruder learns of a publication, read as the screen shows it."""
    everywhere = [pl.lit(ALL).alias(name) for name in CELL[1:]]
    true = counts().select("period", pl.col("first").alias("municipality"), *everywhere, pl.col("persons"))
    shown = cells.select(
        pl.lit("participants").alias("indicator"),
        "period",
        pl.col("first").alias("municipality"),
        *everywhere,
        pl.when("shown").then(pl.col("persons").cast(pl.Float64)).alias("value"),
        *[pl.lit(None, dtype=pl.Float64).alias(name) for name in ("low", "high", "base")],
        pl.lit("").alias("bound"),
        pl.when("shown").then(pl.lit("")).otherwise(pl.lit(":")).alias("sign"),
    )
    screens = [
        Screen(number, "participants", period, shown.filter(pl.col("period") == period))
        for number, period in enumerate(PEOPLE)
    ]
    return attack(screens, MODEL, K, {"participants": true})


def secondary(cells: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The publication with one cell shown that was hidden for another's sake, one after the other."""
    true = cells.drop("persons").join(counts(), on=["period", "first", "second", "third"])
    at = pl.concat_str("period", "first")
    for period, first in true.filter(~pl.col("shown"), pl.col("persons") >= K).select("period", "first").iter_rows():
        this = at == f"{period}{first}"
        yield true.with_columns(shown=pl.col("shown") | this).with_columns(
            persons=pl.when("shown").then(pl.col("persons"))
        )


def test_as_it_stands_nothing_falls() -> None:
    result = attacked(published())
    assert result.breaches == ()
    assert result.tried >= 1


def test_every_secondary_cell_of_a_publication_is_needed() -> None:
    broken = list(secondary(published()))
    assert len(broken) >= 2
    assert all(attacked(cells).breaches for cells in broken)


def test_a_wall_that_skips_the_rest_a_year_leaves_after_a_quarter_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def skipped(*asked: object) -> Iterator[Difference]:
        return iter(())

    monkeypatch.setattr(lattice, "_differences", skipped)
    assert {breach.how for breach in attacked(published()).breaches} >= {"difference"}


def test_a_wall_with_a_lower_threshold_is_caught() -> None:
    low = with_numbers(protect(Question(counts(), SHAPE, 3), ["2025Q1"], None), counts())
    rest = published().filter(pl.col("period") != "2025Q1")
    assert "shown" in {breach.how for breach in attacked(pl.concat([low, rest])).breaches}


def test_exactly_the_threshold_is_shown_and_one_less_is_not() -> None:
    for n, shown in ((K, True), (K - 1, False)):
        cells = {("2025Q1", place, ALL, ALL): m for place, m in zip(PLACES, (30, 12, n), strict=True)}
        table = frame(cells | {("2025Q1", ALL, ALL, ALL): 42 + n})
        decided = protect(Question(table, SHAPE, K), ["2025Q1"], None)
        east = decided.filter(pl.col("first") == "east")["shown"].to_list()
        assert east == [shown]
