"""Owns the published numbers as one tidy table: a row a number, its cell in columns, its sign where it has none.

What other tools read is what the screen reads: nothing is counted, rounded or named anew here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.counting.cells import ALL, CELL
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.counting.period import from_code
from dashboard.desk import Desk
from dashboard.findings import dictionary
from dashboard.language.words import Words
from dashboard.wall.published import Sign

DIMENSIONS = (
    *("municipality", "origin", "level", "outcome", "service", "source"),
    *("destination", "question", "response"),
)
NUMBERS = ("value", "low", "high", "base")
KEYS = ("indicator", "period", *DIMENSIONS)
COLUMNS = (
    *("indicator", "indicator_name", "unit"),
    *("period", "period_kind", "first_day", "last_day"),
    *("municipality", "municipality_name", "municipality_number", *DIMENSIONS[1:]),
    *(*NUMBERS, "bound", "sign", "without"),
)
Row = dict[str, str]


@dataclass(frozen=True, eq=False)
class Tidy:
    """Everything one edition shows. `edition`: the code that links pin; `language`: whose names stand in it.

    `numbers`: COLUMNS; a dimension a number does not have is "all"; `without`: the keys of municipalities that had not
    delivered to a number of the region. `definitions` and `codes`: text only.
    """

    edition: str
    language: str
    region: str
    numbers: pl.DataFrame
    definitions: list[Row]
    codes: list[Row]


def tidy(desk: Desk, words: Words) -> Tidy:
    """What is published, with the signs of what is hidden, missing or cannot be computed."""
    published = desk.published().frame
    whole = pl.concat([published, *_gaps(desk, published)])
    whole = whole.unique(["indicator", "period", *CELL], keep="first", maintain_order=True)
    names = {place.key: place.name for place in desk.model.municipality}
    table = _named(_with_lacking(whole, desk), words, names, {p.key: p.number for p in desk.model.municipality})
    order = {indicator.key: number for number, indicator in enumerate(INDICATORS)}
    ordered = table.sort(
        pl.col("indicator").replace_strict(order, return_dtype=pl.Int64), "first_day", "last_day", *DIMENSIONS
    )
    return Tidy(
        edition=desk.pin(),
        language=words.language,
        region=desk.model.name,
        numbers=ordered.select(COLUMNS),
        definitions=[
            {"indicator": measured.key, **row}
            for measured, row in zip(INDICATORS, dictionary.numbers(words), strict=True)
        ],
        codes=list(_codes(ordered, desk, words)),
    )


def _gaps(desk: Desk, published: pl.DataFrame) -> Iterable[pl.DataFrame]:
    """Reporting periods that are published for some numbers and not for others, region and municipalities."""
    codes = set(published["period"].unique())
    reported = {c for c in codes if (p := from_code(c)) and p.kind.value == desk.model.reporting_period}
    for (key,), cells in published.group_by("indicator", maintain_order=True):
        own = set(cells["period"].unique())
        if reported <= own or BY_KEY[str(key)].family.yearly:
            continue
        for place in [ALL, *(place.key for place in desk.model.municipality)]:
            yield desk.series(str(key), place).frame.filter(pl.col("sign") == Sign.MISSING.value)


def _with_lacking(table: pl.DataFrame, desk: Desk) -> pl.DataFrame:
    """Whose numbers those of the region lack: keys with a space between."""
    told = pl.col("municipality").eq(ALL) & pl.col("sign").eq(Sign.SHOWN.value)
    named = {
        (key, code): " ".join(desk.without(key, period))
        for key, code in table.filter(told).select("indicator", "period").unique().iter_rows()
        if (period := from_code(code)) is not None
    }
    rows = [{"indicator": key, "period": code, "without": names} for (key, code), names in named.items()]
    known = pl.DataFrame(rows, schema={"indicator": pl.String, "period": pl.String, "without": pl.String})
    joined = table.join(known, on=["indicator", "period"], how="left")
    return joined.with_columns(without=pl.when(told).then(pl.col("without")).fill_null(""))


def _named(table: pl.DataFrame, words: Words, names: Mapping[str, str], numbers: Mapping[str, str]) -> pl.DataFrame:
    periods = {code: period for code in table["period"].unique() if (period := from_code(code))}
    kinds = {code: period.kind.value for code, period in periods.items()}
    first = {code: period.first for code, period in periods.items()}
    last = {code: period.last for code, period in periods.items()}
    indicators = {indicator.key: words(f"indicator-{indicator.key.replace('_', '-')}") for indicator in INDICATORS}
    units = {indicator.key: indicator.shown_as.value for indicator in INDICATORS}
    spoken = {key: names.get(key) or words(f"municipality-{key}") for key in table["municipality"].unique()}
    return table.with_columns(
        pl.col("indicator").replace_strict(indicators, return_dtype=pl.String).alias("indicator_name"),
        pl.col("indicator").replace_strict(units, return_dtype=pl.String).alias("unit"),
        pl.col("period").replace_strict(kinds, return_dtype=pl.String).alias("period_kind"),
        pl.col("period").replace_strict(first, return_dtype=pl.Date).alias("first_day"),
        pl.col("period").replace_strict(last, return_dtype=pl.Date).alias("last_day"),
        pl.col("municipality").replace_strict(spoken, return_dtype=pl.String).alias("municipality_name"),
        pl.col("municipality").replace_strict(numbers, default="", return_dtype=pl.String).alias("municipality_number"),
    )


def member(dimension: str, code: str, desk: Desk, words: Words) -> str:
    """What a code of a dimension is called."""
    model = desk.model
    names = {place.key: place.name for place in model.municipality} if dimension == "municipality" else {}
    if dimension in {"origin", "service"}:
        names = {team.key: team.name for team in model.team}
    if dimension == "question":
        names = {question.key: words.said(question.name) for question in model.survey_question}
    if dimension == "response":
        responses = (response for question in model.survey_question for response in question.responses)
        names = {response.key: words.said(response.name) for response in responses}
    spoken = {"origin": "service", "destination": "destination"}.get(dimension, dimension)
    keys = (f"{spoken}-{code.replace('_', '-')}", f"level-{code}", f"municipality-{code}")
    return names.get(code) or next((words(key) for key in keys if words.has(key)), code)


def _codes(table: pl.DataFrame, desk: Desk, words: Words) -> Iterable[Row]:
    """Every code that stands in the table, and what it is called."""
    for dimension in DIMENSIONS:
        for code in sorted(table[dimension].unique()):
            yield {"column": dimension, "code": code, "name": member(dimension, code, desk, words)}
    for sign in Sign:
        if sign.value in set(table["sign"]) - {""}:
            yield {"column": "sign", "code": sign.value, "name": words(f"sign-{sign.name.lower().replace('_', '-')}")}
    for bound in sorted(set(table["bound"]) - {""}):
        yield {"column": "bound", "code": bound, "name": words(f"bound-{bound.replace('_', '-')}")}
