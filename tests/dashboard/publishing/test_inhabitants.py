"""How many live where: what is uploaded before what the model file says, and the nearest year where none is said."""

import polars as pl
import pytest

from dashboard.counting.cells import ALL
from dashboard.publishing.inhabitants import adults, by_year
from data_sources.declared.model import Model

MODEL = Model.model_validate(
    {
        "key": "small",
        "name": "Small",
        "municipality": [
            {
                "key": "north",
                "name": "North",
                "number": "1",
                "population": [
                    {"year": 2020, "inhabitants": 200, "adults": 100},
                    {"year": 2024, "inhabitants": 200, "adults": 140},
                    {"year": 2030, "inhabitants": 200},
                ],
            },
            {"key": "south", "name": "South", "number": "2"},
        ],
        "team": [{"key": "fact", "name": "FACT"}],
    }
)
COLUMNS = {"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64}


def uploaded(*rows: tuple[str, int, int | None]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


@pytest.mark.parametrize(("year", "number"), [(2019, 100), (2021, 100), (2022, 100), (2023, 140), (2029, 140)])
def test_of_a_year_nobody_has_counted_the_nearest_is_taken(year: int, number: int) -> None:
    assert adults(MODEL, uploaded(), year, "north") == number


def test_what_is_uploaded_comes_before_what_the_model_says() -> None:
    rows = uploaded(("north", 2024, 150), ("north", 2025, None), ("south", 2024, 60))
    assert adults(MODEL, rows, 2025, "north") == 150
    assert adults(MODEL, rows, 2020, "north") == 100


def test_the_region_is_known_only_when_every_municipality_is() -> None:
    assert adults(MODEL, uploaded(), 2024, ALL) is None
    assert adults(MODEL, uploaded(), 2024, "south") is None
    assert adults(MODEL, uploaded(("south", 2023, 60)), 2024, ALL) == 200
    assert adults(MODEL, uploaded(("south", 2023, 0)), 2024, "south") is None


def test_every_place_and_the_region_stand_in_the_table_of_each_year() -> None:
    table = by_year(MODEL, uploaded(("south", 2023, 60)), [2020, 2024])
    assert table.rows() == [
        *((ALL, 2020, 160), ("north", 2020, 100), ("south", 2020, 60)),
        *((ALL, 2024, 200), ("north", 2024, 140), ("south", 2024, 60)),
    ]
    assert table.schema == COLUMNS
    assert by_year(MODEL, uploaded(), [2024])["adults"].to_list() == [None, 140, None]
