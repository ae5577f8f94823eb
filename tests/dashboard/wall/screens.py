"""Screens for tests of the intruder: numbers as a publication shows them, and how many there are in truth."""

from collections.abc import Iterable, Mapping

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.wall.attack.intruder import Screen
from data_sources.declared.model import Model

K = 5
PLACES = ("north", "south", "east")
MODEL = Model.model_validate(
    {
        "key": "small",
        "name": "Small",
        "municipality": [{"key": key, "name": key.title(), "number": str(at)} for at, key in enumerate(PLACES)],
        "team": [{"key": "fact", "name": "FACT"}, {"key": "culture", "name": "Culture", "local": True}],
    }
)
FRAME = {"indicator": pl.String, "period": pl.String} | dict.fromkeys(CELL, pl.String)
FRAME |= dict.fromkeys(("value", "low", "high", "base"), pl.Float64) | {"bound": pl.String, "sign": pl.String}
Row = dict[str, object]
Places = Mapping[str, int]


def row(indicator: str, period: str, value: float | None, **more: object) -> Row:
    """A number on the screen; without a value and bound it is hidden."""
    sign = "" if value is not None or more.get("bound") else ":"
    return {"indicator": indicator, "period": period, **dict.fromkeys(CELL, ALL), "value": value, "bound": ""} | {
        "sign": sign,
        **more,
    }


def screen(family: str, period: str, rows: Iterable[Row], number: int = 1) -> Screen:
    return Screen(number, family, period, pl.DataFrame(list(rows), schema=FRAME))


def places(indicator: str, period: str, persons: Places, hidden: Iterable[str] = ()) -> list[Row]:
    """Counts of municipalities and their total."""
    counts = {**persons, ALL: sum(n for place, n in persons.items() if place != ELSEWHERE)}
    return [
        row(indicator, period, None if place in set(hidden) else float(n), municipality=place)
        for place, n in counts.items()
    ]


def truth(family: str, period: str, persons: Places) -> dict[str, pl.DataFrame]:
    rows = [{"period": period, **dict.fromkeys(CELL, ALL), "municipality": p, "persons": n} for p, n in persons.items()]
    return {
        family: pl.DataFrame(
            rows, schema={"period": pl.String} | dict.fromkeys(CELL, pl.String) | {"persons": pl.Int64}
        )
    }
