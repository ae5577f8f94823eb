"""The design effect of every cell is the one that persons, counted by hand as clusters, give."""

import random
from datetime import date, timedelta

import polars as pl
import pytest
from clusters import design_effect

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import PARTICIPANTS
from dashboard.counting.period import from_code
from dashboard.counting.tally import measure
from data_sources.declared.model import load
from data_sources.declared.tables import BY_NAME

MODEL, TODAY = load("gjovik"), date(2026, 3, 1)


def attendance(seed: int) -> list[dict[str, object]]:
    """Two years of 60 persons in two municipalities who differ in how often they come."""
    dice, rows = random.Random(seed), []
    for number in range(60):
        own, day = dice.betavariate(8, 1), date(2024, 1, 1 + number % 20)
        person = {"participant": f"D{number}", "municipality": ("gjovik", "ostre_toten")[number % 2], "team": "dps"}
        while day <= date(2025, 12, 31):
            status = "attended" if dice.random() < own else dice.choice(["missed", "cancelled_by_participant"])
            rows.append({**person, "level": "group", "status": status, "date": day})
            day += timedelta(days=dice.choice((7, 14, 21)))
    return rows


def tallied(rows: list[dict[str, object]], code: str) -> pl.DataFrame:
    frames = {name: pl.DataFrame(schema={c.name: c.dtype for c in table.columns}) for name, table in BY_NAME.items()}
    schema = {c.name: c.dtype for c in BY_NAME["attendance"].columns}
    period = from_code(code)
    assert period is not None
    frames["attendance"] = pl.DataFrame(rows, schema=schema)
    return measure(PARTICIPANTS, frames, MODEL, [period], TODAY).rows


@pytest.mark.parametrize("place", [ALL, "gjovik", "ostre_toten"])
@pytest.mark.parametrize("code", ["2025Q4", "2025", "2025-12"])
def test_persons_are_the_clusters_over_twelve_months(place: str, code: str) -> None:
    rows = attendance(7)
    persons: dict[object, list[int]] = {}
    for row in rows:
        inside = date(2025, 1, 1) <= row["date"] <= date(2025, 12, 31)  # type: ignore[operator]
        if inside and place in (ALL, row["municipality"]):
            counts = persons.setdefault(row["participant"], [0, 0])
            counts[0] += row["status"] == "attended"
            counts[1] += 1
    whole = {**dict.fromkeys(CELL, ALL), "municipality": place, "indicator": "attendance_rate"}
    told = tallied(rows, code).filter(pl.col(name) == member for name, member in whole.items())
    assert told["design"].to_list() == [pytest.approx(design_effect(*zip(*persons.values(), strict=True)))]
    assert told["design"][0] > 1.2


def test_of_persons_who_are_all_alike_it_is_one() -> None:
    rows = [
        {"participant": f"D{n}", "municipality": "gjovik", "team": "dps", "level": "group", "status": s, "date": day}
        for n in range(20)
        for s, day in (("attended", date(2025, 1, 7)), ("attended", date(2025, 2, 7)), ("missed", date(2025, 3, 7)))
    ]
    assert set(tallied(rows, "2025Q1").filter(pl.col("indicator") == "attendance_rate")["design"]) == {1.0}
