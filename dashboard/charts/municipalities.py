"""Owns the pictures of municipalities beside each other: small ones with equal axes, per inhabitant, and on the map.

None of them puts municipalities in order of their numbers: the model's order is the only one.
"""

import functools
from collections.abc import Mapping

import altair as alt
import polars as pl

from dashboard.charts import Chart, findings, specs, value_text
from dashboard.charts.numbers import interval_text
from dashboard.counting.cells import ALL
from dashboard.counting.indicator import ShownAs
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import from_code
from dashboard.language import words as languages
from dashboard.language.words import Words
from dashboard.wall.published import Published, Sign


def small(series: Mapping[str, Published], words: Words, names: Mapping[str, str]) -> dict[str, Chart]:
    """One small picture a municipality, all on the same axes, the region behind each; `series` has "all" too."""
    region = dict(series[ALL].frame.select("period", "value").iter_rows())
    every = pl.concat([one.frame.select("low", "high", "value") for one in series.values()])
    numbers = [n for column in every.iter_columns() for n in column.drop_nulls().to_list()]
    bottom, top = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
    made = {}
    for key, name in names.items():
        rows = []
        for row in series[key].frame.sort("period").iter_rows(named=True):
            period, shown_as = from_code(row["period"]), BY_KEY[row["indicator"]].shown_as
            if period is None:
                continue
            text = value_text(words, shown_as, row["value"], row["bound"], row["sign"])
            rows.append(
                {
                    "key": row["period"],
                    "at": period.first.isoformat(),
                    "label": words.period(period, short=True),
                    "value": row["value"],
                    "low": row["low"],
                    "high": row["high"],
                    "text": text,
                    "sign": row["sign"],
                    "region": region.get(row["period"]),
                    "bottom": bottom,
                    "top": top,
                    "colour": specs.role(key, list(names)),
                }
            )
        frame = pl.DataFrame(rows, schema=_SCHEMA).sort("at")
        heads = (words("chart-municipality"), words("chart-period"), words("chart-value"))
        table = [dict(zip(heads, (name, r["label"], r["text"]), strict=True)) for r in rows]
        spec = small_spec(words.language)
        drawn = frame.select(column for column in frame.columns if column in specs.fields(spec))
        made[key] = Chart(drawn, spec, findings.over_time(frame, words, name), table)
    return made


_SCHEMA: dict[str, type[pl.DataType]] = dict.fromkeys(
    ("key", "at", "label", "text", "sign", "colour"), pl.String
) | dict.fromkeys(("value", "low", "high", "region", "bottom", "top"), pl.Float64)


@functools.cache
def small_spec(language: str) -> dict[str, object]:
    """A line in the municipality's colour with its interval, the region's thin and grey; the axes are in the rows."""
    rows = alt.Chart(alt.NamedData("rows"))
    across = alt.X("label:N", sort=None, axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True, labelFontSize=13))
    base, own = rows.encode(x=across), specs.coloured("colour")
    tip = specs._tooltips(languages.words(language), "label", "text")
    up = alt.Y("value:Q", axis=alt.Axis(format=".0%", tickCount=3, title=None), scale=alt.Scale(zero=False))
    layers = alt.layer(
        base.mark_point(opacity=0).encode(y=alt.Y("bottom:Q")),
        base.mark_point(opacity=0).encode(y=alt.Y("top:Q")),
        base.mark_area(opacity=0.16).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), color=own),
        base.mark_line(strokeWidth=1.5, strokeDash=[4, 3]).encode(y=alt.Y("region:Q"), color=specs.colour("quiet")),
        base.mark_line(strokeWidth=2.5).encode(y=up, color=own),
        base.mark_point(filled=True, size=46, opacity=1).encode(y=up, color=own, tooltip=tip),
        base.transform_filter(alt.datum.sign != "")
        .mark_text(fontSize=18, baseline="bottom")
        .encode(y=alt.value("height"), text=alt.Text("sign:N"), color=specs.colour("quiet")),
    )
    return specs.finish(layers, language, 150)


def per_inhabitants(
    rates: Published, words: Words, names: Mapping[str, str], chosen: str
) -> tuple[Chart, dict[str, str]]:
    """Participants per 1 000 inhabitants of one period with intervals, the region a line; and each number as text."""
    cells = {row["municipality"]: row for row in rates.frame.iter_rows(named=True)}
    nothing = {"value": None, "low": None, "high": None, "bound": "", "sign": Sign.MISSING.value}
    places = {place: cells.get(place, nothing) for place in (ALL, *names)}
    text = {
        place: value_text(words, ShownAs.RATE, cell["value"], cell["bound"], cell["sign"])
        for place, cell in places.items()
    }
    region = places.pop(ALL)
    said = "" if region["sign"] else words("chart-region", value=text[ALL])
    rows = [
        {
            "key": place,
            "label": names[place],
            "value": cell["value"],
            "low": cell["low"],
            "high": cell["high"],
            "text": text[place],
            "sign": cell["sign"],
            "colour": specs.role(place, list(names)),
            "interval": interval_text(words, ShownAs.RATE, cell["low"], cell["high"]),
            "chosen": place == chosen,
            "region": region["value"],
            "region_text": "",
        }
        for place, cell in places.items()
    ]
    if rows:
        rows[0]["region_text"] = said
    strings = ("key", "label", "text", "sign", "colour", "interval", "region_text")
    schema = dict.fromkeys(strings, pl.String()) | dict.fromkeys(("value", "low", "high", "region"), pl.Float64())
    frame = pl.DataFrame(rows, schema=schema | {"chosen": pl.Boolean()})
    heads = [words(f"chart-{name}") for name in ("municipality", "value", "interval")]
    table = [dict(zip(heads, row, strict=True)) for row in frame.select("label", "text", "interval").iter_rows()]
    spec = specs.places(words.language, ShownAs.RATE)
    drawn = frame.select(name for name in frame.columns if name in specs.fields(spec))
    found = findings.places(frame, words, words("municipality-per-inhabitants"), said)
    return Chart(drawn, spec, found, table), text


def tiles(
    text: Mapping[str, str], places: Mapping[str, tuple[int, int]], words: Words, names: Mapping[str, str], chosen: str
) -> Chart:
    """The region as tiles, one a municipality where it lies, with its number; the chosen one framed."""
    rows = [
        {
            "label": names[key],
            "row": row,
            "column": column,
            "text": text.get(key, Sign.MISSING.value),
            "colour": specs.role(key, list(names)),
            "chosen": key == chosen,
        }
        for key, (row, column) in places.items()
    ]
    schema = dict.fromkeys(("label", "text", "colour"), pl.String()) | dict.fromkeys(("row", "column"), pl.Int64())
    frame = pl.DataFrame(rows, schema=schema | {"chosen": pl.Boolean()})
    told = ", ".join(f"{row['label']}: {row['text']}" for row in rows)
    return Chart(frame, tiles_spec(words.language), f"{words('municipality-tiles')}. {told}", [])


@functools.cache
def tiles_spec(language: str) -> dict[str, object]:
    """Tiles without axes; a tile's colour says which municipality it is and nothing of its number."""
    rows = alt.Chart(alt.NamedData("rows"))
    scale = alt.Scale(paddingInner=0.06, paddingOuter=0)
    own, ink = specs.coloured("colour"), specs.colour("ink")
    base = rows.encode(x=alt.X("column:O", axis=None, scale=scale), y=alt.Y("row:O", axis=None, scale=scale))
    layers = alt.layer(
        base.mark_rect(opacity=0.18, cornerRadius=8).encode(color=own),
        base.transform_filter(alt.datum.chosen)
        .mark_rect(fillOpacity=0, strokeWidth=4, cornerRadius=8, filled=False)
        .encode(color=own),
        base.mark_text(dy=-16, fontSize=specs.TEXT_SIZE).encode(text=alt.Text("label:N"), color=ink),
        base.mark_text(dy=14, fontSize=26, fontWeight="bold").encode(text=alt.Text("text:N"), color=ink),
    )
    return specs.finish(layers, language, 300)
