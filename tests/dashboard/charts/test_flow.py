"""The picture of ways: as broad as what is published, and nothing of what is not."""

import json

import altair as alt
import polars as pl
import pytest

from dashboard.charts import flow as flow_module
from dashboard.charts.flow import Ways, flow
from dashboard.charts.ribbons import spec
from dashboard.counting.cells import ALL, CELL
from dashboard.language.words import LANGUAGES, words
from dashboard.wall.published import Published, publish

NB = words("nb")
WAYS = Ways(
    {"fact": "FACT", "dps": "DPS"},
    {"to_local": "Kulturnettverket", "to_open": "Åpent tilbud"},
    lambda origin, destination: {"origin": origin, "destination": destination},
    lambda _, destination: destination == "to_local",
)


def published(shown: dict[tuple[str, str], int], hidden: list[tuple[str, str]]) -> Published:
    keys = {"period": "2025", **dict.fromkeys(CELL, ALL)}
    cells = [{"family": "ended", **keys, "origin": a, "destination": b, "shown": True} for a, b in shown]
    cells += [{"family": "ended", **keys, "origin": a, "destination": b, "shown": False} for a, b in hidden]
    numbers = [
        {
            "indicator": "ended",
            **keys,
            "origin": a,
            "destination": b,
            "value": float(n),
            "low": None,
            "high": None,
            "base": None,
            "finer": None,
            "bound": "",
        }
        for (a, b), n in shown.items()
    ]
    floats = dict.fromkeys(("low", "high", "base", "finer"), pl.Float64)
    made = publish(pl.DataFrame(numbers, schema_overrides=floats), pl.DataFrame(cells), k=0)
    return made.where(pl.col("indicator") == "ended")


SHOWN = {("fact", "to_local"): 12, ("fact", "to_open"): 7, ("dps", "to_local"): 9, ("fact", ALL): 19, (ALL, ALL): 31}
CHART = flow(published(SHOWN, [("dps", "to_open"), ("dps", ALL)]), NB, WAYS)


def breadths() -> dict[str, float]:
    ways = CHART.frame.filter(pl.col("kind") == "way")
    return {row["way"]: row["y2"] - row["y"] for row in ways.to_dicts()}


def test_a_way_is_as_broad_as_the_people_who_took_it_all_along() -> None:
    assert breadths() == pytest.approx({"fact to_local": 12, "fact to_open": 7, "dps to_local": 9})
    assert (
        len({round(row["y2"] - row["y"], 6) for row in CHART.frame.filter(pl.col("way") == "fact to_open").to_dicts()})
        == 1
    )


def test_what_is_hidden_is_not_drawn_and_is_its_sign_in_the_table_and_where_its_number_would_stand() -> None:
    assert "dps to_open" not in json.dumps(CHART.frame.to_dicts())
    assert {"Fra": "DPS", "Til": "Åpent tilbud", "Verdi": ":"} in CHART.table
    labels = CHART.frame.filter(pl.col("kind") == "left")["label"].to_list()
    assert labels == ["FACT  19", "DPS  :"]
    assert "skjult" in CHART.note


def test_a_place_is_as_high_as_its_own_number_so_that_two_places_can_be_compared() -> None:
    some = {("fact", "to_local"): 12, ("dps", "to_local"): 9, ("fact", ALL): 19, ("dps", ALL): 10, (ALL, ALL): 31}
    chart = flow(published(some, [("fact", "to_open"), ("dps", "to_open")]), NB, WAYS)
    places = chart.frame.filter(pl.col("kind") == "left")
    assert (places["y2"] - places["y"]).to_list() == [19, 10]


def test_whoever_hears_it_hears_the_broadest_ways_first() -> None:
    assert CHART.alt.startswith("Fra FACT til Kulturnettverket: 12. Fra DPS til Kulturnettverket: 9.")


def test_the_way_hoped_for_has_a_colour_of_its_own() -> None:
    colours = dict(CHART.frame.filter(pl.col("kind") == "way").select("way", "colour").iter_rows())
    assert colours == {"fact to_local": "main", "dps to_local": "main", "fact to_open": "quiet"}


def test_nothing_shown_is_an_empty_picture_and_a_table_of_signs() -> None:
    chart = flow(published({(ALL, ALL): 5}, [("fact", "to_local")]), NB, WAYS)
    assert chart.frame.is_empty()
    assert {row["Verdi"] for row in chart.table} <= {":", ".."}


def test_the_drawing_is_valid_and_the_same_whatever_is_drawn() -> None:
    for language in LANGUAGES:
        drawing = {**spec(language), "data": {"name": "rows"}}
        assert alt.LayerChart.from_dict(drawing, validate=True).to_dict(validate=True)
        assert spec(language) is spec(language)
    assert "FACT" not in json.dumps(CHART.spec)


def test_a_name_on_the_line_of_one_to_the_left_is_known_so_that_they_do_not_meet_where_it_is_narrow() -> None:
    ways = Ways({"a": "A", "b": "B"}, {"c": "C", "d": "D"}, lambda origin, _: {"origin": origin}, lambda *_: True)
    level = flow_module._drawn({("a", "c"): 50.0, ("b", "d"): 50.0}, ways, lambda *_: (50.0, "50"))
    assert [row["kind"] for row in level if row["kind"] in {"right", "met"}] == ["met", "met"]
    apart = {("a", "c"): 50.0, ("a", "d"): 40.0, ("b", "d"): 40.0}
    uneven = flow_module._drawn(apart, ways, lambda a, b: (50.0, "50") if b == "c" else (80.0, "80"))
    assert [row["kind"] for row in uneven if row["kind"] in {"right", "met"}][1] == "right"
