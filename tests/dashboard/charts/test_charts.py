"""Charts: what travels to the browser, what the drawing makes of it, and what is said instead of it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import altair as alt
import polars as pl
import pytest
from sealed import sealed

from dashboard import charts
from dashboard.charts import Chart, specs
from dashboard.counting.cells import ALL
from dashboard.counting.indicator import ShownAs
from dashboard.language.words import LANGUAGES, words
from dashboard.wall import published as privacy
from dashboard.wall.published import Published, Sign
from data_sources.declared.model_parts import Reference

NORWEGIAN = words("nb")
NAMES = {
    "nordre_land": "Nordre Land",
    "sondre_land": "Søndre Land",
    "vestre_toten": "Vestre Toten",
    "gjovik": "Gjøvik",
    "ostre_toten": "Østre Toten",
}  # in a model's own order, which is not the alphabet's
Cell = dict[str, object]


def published(indicator: str, *cells: Cell, missing: tuple[str, ...] = ()) -> Published:
    """What the wall publishes of hand-made cells, with a sign where a period is missing."""
    return privacy.with_gaps(sealed(indicator, [{"period": "2025Q1", **cell} for cell in cells]), missing)


def rate(period: str, share: float, half: float = 0.04, **more: object) -> Cell:
    return {"period": period, "value": share, "low": share - half, "high": share + half, "base": 200.0, **more}


# Shown, nothing, hidden, impossible and missing, out of order.
SERIES = published(
    "attendance_rate",
    rate("2025Q3", 0.9),
    rate("2024Q4", 0.93),
    {"period": "2025Q1"},
    {"period": "2025Q2", "shown": True},
    rate("2025Q4", 0.0, 0.0),
    missing=("2026Q1",),
)
COUNTS = published(
    "participants", {"period": "2025Q2", "value": 0.0}, {"period": "2024Q4", "value": 1250.0}, {"period": "2025Q1"}
)
LEVELS = published(
    "attendance_rate",
    rate("2025Q1", 0.9, level="open"),
    {"level": "group"},
    rate("2025Q1", 0.8, level="individual"),
    {"level": "unknown"},
    rate("2025Q1", 0.85),
)
SOURCES = published("referred", {"source": "nav", "value": 12.0}, {"source": "fact"}, {"value": 40.0})
OUTCOMES = published("ended", {"outcome": "dropped", "value": 7.0}, {"outcome": "continued"}, {"value": 40.0})
PLACES = published(
    "attendance_rate",
    rate("2025Q1", 0.91),
    rate("2025Q1", 0.95, municipality="ostre_toten"),
    rate("2025Q1", 0.88, municipality="gjovik"),
    {"municipality": "nordre_land"},
    {"municipality": "sondre_land"},
    {"municipality": "vestre_toten"},
    {"municipality": "other"},
    {"municipality": "unknown"},
)
CONCERTS = published(
    "concerts",
    {"period": "2025Q1", "value": 5.0},
    {"period": "2025Q2", "value": 0.0},
    {"period": "2025Q3", "value": 9.0},
)
YEAR = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"]

DRAWN: dict[str, Callable[[str], Chart]] = {
    "trend": lambda language: charts.trend(SERIES, words(language), target=0.9),
    "trend of counts": lambda language: charts.trend(COUNTS, words(language)),
    "bars by period": lambda language: charts.bars(COUNTS, words(language)),
    "bars by level": lambda language: charts.bars(LEVELS, words(language), by="level"),
    "bars by service": lambda language: charts.bars(
        SOURCES, words(language), by="service", names={"fact": "FACT", "nav": "NAV"}
    ),
    "bars by source": lambda language: charts.bars(SOURCES, words(language), by="source"),
    "bars by outcome": lambda language: charts.bars(OUTCOMES, words(language), by="outcome"),
    "places": lambda language: charts.places(PLACES, words(language), NAMES, "gjovik"),
    "plan": lambda language: charts.plan(CONCERTS, words(language), 24, YEAR),
}
every_chart = pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)


# --- reading a spec --------------------------------------------------------------------------------------


def parts(node: object) -> Iterator[Mapping[str, Any]]:
    """Every object inside a spec."""
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from parts(child)
    elif isinstance(node, list):
        for child in node:
            yield from parts(child)


def fields(spec: object) -> set[str]:
    """The columns a drawing reads: what it encodes, and what it filters on."""
    found = {str(part["field"]) for part in parts(spec) if "field" in part}
    return found | set(re.findall(r"datum\.(\w+)", json.dumps(spec)))


def layers(chart: Chart, mark: str, **channels: str) -> list[Mapping[str, Any]]:
    """The layers of a mark that draw these columns."""
    return [
        layer
        for layer in chart.spec["layer"]  # type: ignore[attr-defined]
        if layer["mark"]["type"] == mark
        and all(layer["encoding"].get(name, {}).get("field") == field for name, field in channels.items())
    ]


def by_label(chart: Chart) -> dict[str, dict[str, object]]:
    rows = {row["label"]: row for row in chart.frame.to_dicts()}
    assert len(rows) == chart.frame.height
    return rows


# --- what travels ----------------------------------------------------------------------------------------


@every_chart
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_drawn_travels(drawn: Callable[[str], Chart], language: str):
    chart = drawn(language)
    assert set(chart.frame.columns) == fields(chart.spec)


@every_chart
def test_a_row_without_a_number_carries_its_sign_and_nothing_else(drawn: Callable[[str], Chart]):
    chart = drawn("nb")
    silent = chart.frame.filter(pl.col("sign") != "")
    assert silent.height > 0 or "plan" in chart.frame.columns
    for row in silent.to_dicts():
        said = {name: row[name] for name in row if row[name] not in (None, "")}
        allowed = {"label", "sign", "text", "target", "target_text", "region", "region_text", "chosen", "colour"}
        allowed |= {"before", "before_text"}  # published for another period, which has its own sign
        allowed |= {"plan", "plan_text", "plan_end"}  # a plan is decided, not counted
        assert set(said) <= allowed
        assert said["text"] == said["sign"]


def test_hidden_missing_impossible_and_nothing_are_four_different_things():
    rows = by_label(charts.trend(SERIES, NORWEGIAN))
    found = {label: (row["value"], row["text"], row["sign"]) for label, row in rows.items()}
    assert found == {
        "4. kv. 24": (0.93, "93\u00a0%", ""),
        "1. kv. 25": (None, ":", ":"),
        "2. kv. 25": (None, ".", "."),
        "3. kv. 25": (0.9, "90\u00a0%", ""),
        "4. kv. 25": (0.0, "0\u00a0%", ""),
        "1. kv. 26": (None, "..", ".."),
    }


def test_a_clamped_rate_says_so_and_has_no_interval():
    series = published(
        "attendance_rate",
        {"period": "2025Q1", "value": 0.95, "bound": "at_least"},
        {"period": "2025Q2", "value": 0.05, "bound": "at_most"},
    )
    rows = by_label(charts.trend(series, NORWEGIAN))
    assert [row["text"] for row in rows.values()] == ["≥ 95\u00a0%", "≤ 5\u00a0%"]
    assert [(row["low"], row["high"], row["interval"]) for row in rows.values()] == [(None, None, "")] * 2


def test_a_median_nobody_knows_yet_is_said_in_words():
    series = published("waiting_median", {"bound": "not_reached"}, {"period": "2025Q2", "value": 1.0})
    texts = [row["text"] for row in by_label(charts.trend(series, NORWEGIAN)).values()]
    assert texts == [NORWEGIAN("value-not-reached"), "1 uke"]


def test_numbers_are_written_before_they_leave():
    first = by_label(charts.trend(SERIES, NORWEGIAN))["4. kv. 24"]
    assert (first["text"], first["interval"]) == ("93\u00a0%", "89–97\u00a0%")
    assert by_label(charts.bars(COUNTS, NORWEGIAN))["4. kv. 24"]["text"] == "1\u00a0250"
    assert charts.trend(SERIES, words("en")).frame["text"][0] == "93%"


# --- order -----------------------------------------------------------------------------------------------


def test_periods_stand_in_the_order_of_time():
    labels = charts.trend(SERIES, NORWEGIAN).frame["label"].to_list()
    assert labels == ["4. kv. 24", "1. kv. 25", "2. kv. 25", "3. kv. 25", "4. kv. 25", "1. kv. 26"]
    months = published("participants", *({"period": f"2025-{n:02}", "value": n} for n in range(12, 0, -1)))
    assert charts.bars(months, NORWEGIAN).frame["value"].to_list() == list(range(1, 13))


def test_municipalities_stand_in_the_models_order_with_other_and_unknown_last():
    labels = charts.places(PLACES, NORWEGIAN, NAMES, ALL).frame["label"].to_list()
    assert labels == [*NAMES.values(), "Andre kommuner", "Ukjent kommune"]


def test_levels_stand_in_the_order_they_are_declared_with_the_sum_last():
    labels = charts.bars(LEVELS, NORWEGIAN, by="level").frame["label"].to_list()
    assert labels == ["Individuelt forløp", "Gruppetilbud", "Åpent tilbud", "Ukjent tilbud", "I alt"]


def test_teams_stand_in_the_models_order_with_unknown_and_the_sum_last():
    services = published("participants", *({"service": key, "value": 9.0} for key in ("unknown", "b", "a", ALL)))
    chart = charts.bars(services, NORWEGIAN, by="service", names={"b": "Æ-teamet", "a": "A-teamet"})
    assert chart.frame["label"].to_list() == ["Æ-teamet", "A-teamet", "Ukjent tjeneste", "I alt"]


@every_chart
def test_the_drawing_keeps_the_order_and_the_place_of_every_row(drawn: Callable[[str], Chart]):
    """No channel sorts by itself, and the first layer draws every row: other layers drop those without a number."""
    chart = drawn("nb")
    labelled = [part for part in parts(chart.spec) if part.get("field") == "label" and "sort" in part]
    assert labelled
    assert all(part["sort"] is None for part in labelled)
    first = chart.spec["layer"][0]  # type: ignore[index]
    assert "transform" not in first
    place = "y" if first["encoding"].get("y", {}).get("field") == "label" else "x"
    positional = {"x", "y"} & set(first["encoding"])
    assert positional == {place}


# --- the drawing -----------------------------------------------------------------------------------------


@every_chart
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_is_valid(drawn: Callable[[str], Chart], language: str):
    spec = {**drawn(language).spec, "data": {"name": "rows"}}
    assert alt.LayerChart.from_dict(spec, validate=True).to_dict(validate=True)


@every_chart
def test_the_drawing_is_the_same_object_whatever_is_chosen(drawn: Callable[[str], Chart]):
    assert drawn("nb").spec is drawn("nb").spec


def test_another_choice_changes_the_rows_and_never_the_drawing():
    other = published("attendance_rate", rate("2023Q1", 0.5))
    assert charts.trend(other, NORWEGIAN, target=0.7).spec is charts.trend(SERIES, NORWEGIAN, target=0.9).spec
    assert charts.trend(other, NORWEGIAN).spec is charts.trend(SERIES, NORWEGIAN).spec
    assert (
        charts.places(PLACES, NORWEGIAN, NAMES, ALL).spec
        is charts.places(PLACES, NORWEGIAN, dict(reversed(NAMES.items())), "ostre_toten").spec
    )
    assert charts.plan(CONCERTS, NORWEGIAN, 24, YEAR).spec is charts.plan(CONCERTS, NORWEGIAN, 12, YEAR[:2]).spec
    fewer = charts.bars(published("participants", {"value": 5.0}), NORWEGIAN)
    assert fewer.spec is charts.bars(COUNTS, NORWEGIAN).spec


@every_chart
def test_no_row_and_no_name_of_a_row_stands_in_the_drawing(drawn: Callable[[str], Chart]):
    chart = drawn("nb")
    text = json.dumps(chart.spec, ensure_ascii=False)
    assert "values" not in text
    assert not any("data" in part or "datasets" in part for part in parts(chart.spec))
    for label in chart.frame["label"]:
        assert label not in text


@every_chart
@pytest.mark.parametrize(
    ("language", "comma", "gap", "per_cent"), [("nb", ",", "\u00a0", "\u00a0%"), ("en", ".", ",", "%")]
)
def test_axes_write_numbers_as_the_reader_does(
    drawn: Callable[[str], Chart], language: str, comma: str, gap: str, per_cent: str
):
    number = drawn(language).spec["config"]["locale"]["number"]  # type: ignore[index]
    assert (number["decimal"], number["thousands"], number["percent"]) == (comma, gap, per_cent)
    assert number["grouping"] == [3]


@pytest.mark.parametrize("shown_as", ShownAs)
def test_rates_have_axes_in_per_cent_and_counts_in_whole_numbers(shown_as: ShownAs):
    wanted = {ShownAs.PERCENT: ".0%", ShownAs.RATE: ",.1f"}.get(shown_as, ",.0f")
    for spec in (
        specs.trend("nb", shown_as),
        specs.bars("nb", shown_as, across=True),
        specs.bars("nb", shown_as, across=False),
        specs.places("nb", shown_as),
    ):
        formats = {part["axis"]["format"] for part in parts(spec) if "format" in (part.get("axis") or {})}
        assert formats == {wanted}


def test_counts_are_drawn_from_zero_and_bars_always():
    for shown_as in (ShownAs.COUNT, ShownAs.WEEKS):
        for spec in (specs.trend("nb", shown_as), specs.places("nb", shown_as)):
            assert {part["zero"] for part in parts(spec) if "zero" in part} == {True}
    for across in (True, False):
        bars = specs.bars("nb", ShownAs.PERCENT, across=across)
        assert {part["zero"] for part in parts(bars) if "zero" in part} == {True}


def test_the_target_is_a_dashed_line_and_named_once():
    chart = charts.trend(SERIES, NORWEGIAN, target=0.9)
    [line] = layers(chart, "line", y="target")
    assert line["mark"]["strokeDash"]
    assert layers(chart, "text", y="target", text="target_text")
    assert set(chart.frame["target"]) == {0.9}
    assert [text for text in chart.frame["target_text"] if text] == ["Mål 90\u00a0%"]
    without = charts.trend(SERIES, NORWEGIAN)
    assert layers(without, "line", y="target") == layers(without, "line", y="reference") == []
    assert not {"target", "target_text"} & set(without.frame.columns)


def test_a_target_that_was_changed_steps_where_it_changed_and_is_named_again():
    chart = charts.trend(SERIES, NORWEGIAN, target={"2024Q4": 0.9, "2025Q1": 0.9, "2025Q2": 0.925})
    by_period = dict(chart.frame.select("label", "target_text").iter_rows())
    assert [text for text in by_period.values() if text] == ["Mål 90\u00a0%", "Mål 92,5\u00a0%"]
    [line] = layers(chart, "line", y="target")
    assert line["mark"]["interpolate"].startswith("step")


def test_the_same_period_a_year_before_stands_beside_where_there_is_one():
    series = published("attendance_rate", rate("2024Q1", 0.9), rate("2024Q2", 0.8), rate("2025Q1", 0.94))
    for chart in (charts.trend(series, NORWEGIAN), charts.bars(series, NORWEGIAN)):
        assert chart.frame["before"].to_list() == [None, None, 0.9]
        assert chart.table[-1]["Samme periode året før"] == "90\u00a0%"
        assert chart.note
    alone = charts.bars(published("attendance_rate", rate("2025Q1", 0.94)), NORWEGIAN)
    assert not alone.note
    assert "Samme periode året før" not in alone.table[0]


def test_a_number_from_elsewhere_is_a_labelled_line_and_no_target():
    elsewhere = Reference(indicator="attendance_rate", value=0.94, label={"nb": "FACT Gamle Oslo (ukjent)"}, source="x")
    chart = charts.trend(SERIES, NORWEGIAN, references=[elsewhere])
    assert set(chart.frame["reference"]) == {0.94}
    assert [text for text in chart.frame["reference_text"] if text] == ["Ikke et mål: FACT Gamle Oslo, 94\u00a0%"]
    assert chart.frame["target"].null_count() == chart.frame.height


def test_the_interval_is_a_pale_band_behind_an_undashed_line():
    chart = charts.trend(SERIES, NORWEGIAN)
    [band] = layers(chart, "area", y="low", y2="high")
    assert band["mark"]["opacity"] < 0.5
    [line] = layers(chart, "line", y="value")
    assert "strokeDash" not in line["mark"]
    assert layers(chart, "point", y="value")


def test_the_last_point_is_written_and_only_where_it_has_a_number():
    ended = published("attendance_rate", rate("2025Q1", 0.9), rate("2025Q2", 0.92))
    assert charts.trend(ended, NORWEGIAN).frame["last_text"].to_list() == ["", "92\u00a0%"]
    assert set(charts.trend(SERIES, NORWEGIAN).frame["last_text"]) == {""}


@pytest.mark.parametrize("name", ["trend", "bars by period", "bars by level", "places"])
def test_signs_are_drawn_where_there_is_no_number_and_all_alike(name: str):
    chart = DRAWN[name]("nb")
    [signs] = layers(chart, "text", text="sign")
    assert [step["filter"] for step in signs["transform"]] == ["(datum.sign !== '')"]
    drawn = {part for part in ("color", "size", "opacity", "shape") if part in signs["encoding"]}
    assert drawn == {"color"}
    assert signs["encoding"]["color"]["datum"] == "quiet"  # one colour, whatever the sign


def test_the_chosen_municipality_is_lifted_and_no_other():
    chart = charts.places(PLACES, NORWEGIAN, NAMES, "gjovik")
    assert chart.frame.filter(pl.col("chosen"))["label"].to_list() == ["Gjøvik"]
    lifted = [layer for layer in chart.spec["layer"] if {"filter": "datum.chosen"} in layer.get("transform", [])]  # type: ignore[attr-defined]
    assert {layer["mark"]["type"] for layer in lifted} == {"bar", "point"}
    assert not charts.places(PLACES, NORWEGIAN, NAMES, ALL).frame["chosen"].any()


def test_a_municipality_has_the_same_colour_and_shape_wherever_it_is_shown_and_whoever_is_chosen():
    colours = dict(charts.places(PLACES, NORWEGIAN, NAMES, ALL).frame.select("label", "colour").iter_rows())
    assert colours["Nordre Land"] == "place-1"
    assert len({colours[name] for name in NAMES.values()}) == len(NAMES)
    again = charts.places(PLACES, NORWEGIAN, NAMES, "gjovik").frame
    assert dict(again.select("label", "colour").iter_rows()) == colours
    [dots] = layers(charts.places(PLACES, NORWEGIAN, NAMES, ALL), "point", x="value", shape="colour")
    assert len(dots["encoding"]["shape"]["scale"]["range"]) == len(specs.ROLES)
    series = published("participants", {"value": 9.0, "municipality": "gjovik"})
    for drawn in (charts.trend, charts.bars):
        assert set(drawn(series, NORWEGIAN, names=NAMES).frame["colour"]) == {colours["Gjøvik"]}
        assert set(drawn(COUNTS, NORWEGIAN, names=NAMES).frame["colour"]) == {"main"}


@every_chart
def test_every_colour_is_the_themes_own_for_what_it_stands_for(drawn: Callable[[str], Chart]):
    chart = drawn("nb")
    scales = [part["scale"] for part in parts(chart.spec) if "category" in part.get("scale", {}).values()]
    assert scales
    assert all(scale == {"domain": list(specs.ROLES), "range": "category"} for scale in scales)
    assert not any("color" in layer["mark"] for layer in chart.spec["layer"])  # type: ignore[attr-defined]
    used = {part["datum"] for part in parts(chart.spec) if "datum" in part} | set(chart.frame["colour"])
    assert used <= set(specs.ROLES)


def test_the_region_is_a_dashed_line_for_rates_and_none_for_counts():
    chart = charts.places(PLACES, NORWEGIAN, NAMES, "gjovik")
    assert set(chart.frame["region"]) == {0.91}
    [line] = layers(chart, "rule", x="region")
    assert line["mark"]["strokeDash"]
    assert layers(chart, "text", x="region", text="region_text")
    assert [text for text in chart.frame["region_text"] if text] == ["Hele regionen 91\u00a0%"]
    assert "Hele regionen" not in chart.frame["label"]
    counts = published("participants", {"value": 40.0}, {"municipality": "gjovik", "value": 12.0})
    assert charts.places(counts, NORWEGIAN, NAMES, ALL).frame["region"].null_count() == 1


def test_the_plan_is_a_dashed_line_beside_what_is_done_so_far():
    chart = charts.plan(CONCERTS, NORWEGIAN, 24, YEAR)
    assert chart.frame["done"].to_list() == [5.0, 5.0, 14.0, None]
    assert chart.frame["plan"].to_list() == [6.0, 12.0, 18.0, 24.0]
    assert layers(chart, "bar", y="done")
    [line] = layers(chart, "line", y="plan")
    assert line["mark"]["strokeDash"]
    assert layers(chart, "text", y="plan", text="plan_end")
    assert chart.frame["plan_end"].to_list() == ["", "", "", "Plan: 24"]


@every_chart
def test_pointing_at_a_mark_tells_where_and_how_much_in_words(drawn: Callable[[str], Chart]):
    for language in LANGUAGES:
        tips = {tip["field"]: tip["title"] for part in parts(drawn(language).spec) for tip in part.get("tooltip") or ()}
        assert {"label", "text"} <= set(tips)
        assert tips == {field: words(language)(f"chart-tip-{field.replace('_', '-')}") for field in tips}
        assert "value" not in tips


# --- instead of the picture ------------------------------------------------------------------------------


@every_chart
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_rows_are_a_table_in_words(drawn: Callable[[str], Chart], language: str):
    chart = drawn(language)
    assert [list(row.values())[:2] for row in chart.table] == [
        [label, text] for label, text in chart.frame.select("label", "text").iter_rows()
    ]
    assert all(isinstance(cell, str) for row in chart.table for cell in row.values())


def test_whoever_hears_a_series_hears_where_it_went_and_what_is_not_shown():
    assert charts.trend(SERIES, NORWEGIAN, target=0.9).alt == (
        "Oppmøte: gikk fra 93\u00a0% i 4. kvartal 2024 til 0\u00a0% i 4. kvartal 2025. Målet er 90\u00a0%. "
        "Én periode er skjult av hensyn til personvernet. Ett tall mangler."
    )
    assert charts.trend(SERIES, NORWEGIAN, name="Oppmøte i gruppe").alt.startswith("Oppmøte i gruppe: gikk fra ")
    long = published("participants", *({"period": f"2025Q{n}", "value": v} for n, v in enumerate((9, 30, 7, 12), 1)))
    assert charts.bars(long, NORWEGIAN).alt == (
        "Deltakere: gikk fra 9 i 1. kvartal 2025 til 12 i 4. kvartal 2025. "
        "Høyest var det i 2. kvartal 2025, 30. Lavest var det i 3. kvartal 2025, 7."
    )
    level = published("participants", {"period": "2025Q1", "value": 9.0}, {"period": "2025Q3", "value": 9.0})
    assert charts.trend(level, NORWEGIAN).alt == ("Deltakere: 9 i 3. kvartal 2025. Det var det også i 1. kvartal 2025.")
    hidden = published("participants", {"period": "2025Q1"}, {"period": "2025Q2"})
    assert charts.trend(hidden, NORWEGIAN).alt == (
        "Deltakere: ingen tall kan vises. 2 perioder er skjult av hensyn til personvernet."
    )


def test_whoever_hears_a_comparison_hears_its_ends_and_never_a_league_table():
    assert DRAWN["bars by level"]("nb").alt == (
        "Oppmøte. Høyest: Åpent tilbud, 90\u00a0%. Lavest: Individuelt forløp, 80\u00a0%. I alt: 85\u00a0%. "
        "2 tall er skjult av hensyn til personvernet."
    )
    assert DRAWN["places"]("nb").alt == (
        "Oppmøte: kommunene ligger mellom 88\u00a0% og 95\u00a0%. Gjøvik: 88\u00a0%. Hele regionen 91\u00a0%. "
        "5 tall er skjult av hensyn til personvernet."
    )


def test_whoever_hears_a_plan_hears_how_far_it_has_come():
    assert DRAWN["plan"]("nb").alt == (
        "Konserter: 14 er gjennomført til og med 3. kvartal 2025. Planen til da var 18. Målet er 24."
    )


# --- nothing ---------------------------------------------------------------------------------------------


def test_nothing_published_is_an_empty_chart_and_no_error():
    nothing = SERIES.where(pl.lit(False))
    assert charts.trend(nothing, NORWEGIAN, target=0.9).frame.is_empty()
    assert charts.bars(nothing, NORWEGIAN).frame.is_empty()
    assert charts.bars(nothing, NORWEGIAN, by="level").frame.is_empty()
    assert charts.places(nothing, NORWEGIAN, NAMES, "gjovik").frame.is_empty()
    assert charts.plan(nothing, NORWEGIAN, 24, []).frame.is_empty()
    assert charts.plan(nothing, NORWEGIAN, 24, YEAR).frame["text"].to_list() == [".."] * 4


def test_a_hidden_period_of_a_plan_is_hidden_and_not_missing():
    heads = published("performers", {"period": "2025Q1", "value": 8.0}, {"period": "2025Q2"}, missing=("2025Q3",))
    chart = charts.plan(heads, NORWEGIAN, 40, YEAR)
    assert chart.frame["text"].to_list() == ["8", Sign.HIDDEN, Sign.MISSING, Sign.MISSING]
    assert chart.frame["sign"].to_list() == ["", Sign.HIDDEN, "", ""]  # what is still to come is no gap
