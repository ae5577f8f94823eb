"""Owns the numbers in the formats other tools read: CSV with its data package, Parquet, and JSON-stat 2."""

import csv
import io
import itertools
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from dashboard.charts.csv_file import FORMULA
from dashboard.counting.cells import ALL
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family
from dashboard.counting.indicators import BY_KEY, of_family
from dashboard.counting.period import PeriodKind
from dashboard.language.words import Words
from dashboard.papers.tidy import COLUMNS, DIMENSIONS, KEYS, NUMBERS, Tidy
from dashboard.wall.published import Sign

PACKAGE = "datapackage.json"
_TYPES = dict.fromkeys(NUMBERS, "number") | {"first_day": "date", "last_day": "date"}
_DECIMALS = {"count": 0, "percent": 2, "rate": 1, "weeks": 0}


def files(tidy: Tidy, words: Words) -> dict[str, bytes]:
    """Every file by its name: a package of CSV files, the same as Parquet, and JSON-stat by family."""
    cubes = {f"{name}.json": cube for name, cube in json_stat(tidy, words).items()}
    return {**package(tidy, words), "numbers.parquet": parquet(tidy), **cubes}


# --- CSV and its package -----------------------------------------------------------------------------


def package(tidy: Tidy, words: Words) -> dict[str, bytes]:
    """numbers.csv, definitions.csv, codes.csv and the datapackage.json that says what stands in them."""
    rows = [dict(zip(COLUMNS, map(_written, row), strict=True)) for row in tidy.numbers.iter_rows()]
    about = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "samspill",
        "title": words("tidy-title", region=tidy.region),
        "description": words("tidy-description", edition=tidy.edition),
        "version": tidy.edition,
        "sources": [{"title": tidy.region}],
        "resources": [
            _resource("numbers", COLUMNS, KEYS, words, tidy),
            _resource("definitions", tuple(tidy.definitions[0]), ("indicator",), words, tidy),
            _resource("codes", ("column", "code", "name"), ("column", "code"), words, tidy),
        ],
    }
    return {
        "numbers.csv": _csv(rows, COLUMNS),
        "definitions.csv": _csv(tidy.definitions, tuple(tidy.definitions[0])),
        "codes.csv": _csv(tidy.codes, ("column", "code", "name")),
        PACKAGE: _json(about),
    }


def _resource(name: str, columns: Sequence[str], key: Sequence[str], words: Words, tidy: Tidy) -> dict[str, Any]:
    fields = [_field(column, words, tidy) if name == "numbers" else _text(column) for column in columns]
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": list(key), "missingValues": [""]},
    }


def _text(column: str) -> dict[str, Any]:
    return {"name": column, "type": "string"}


def _field(column: str, words: Words, tidy: Tidy) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": _TYPES.get(column, "string")}
    field["description"] = words(f"tidy-{column.replace('_', '-')}")
    constraints: dict[str, Any] = {"required": True} if column in KEYS else {}
    if column in {"indicator", *DIMENSIONS, "sign", "bound"}:
        constraints["enum"] = sorted({code for code in tidy.numbers[column].unique() if code})
    return {**field, "constraints": constraints} if constraints else field


def _csv(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(row[column]) for column in columns] for row in rows)
    return stream.getvalue().encode()


def _safe(text: str) -> str:
    """What somebody has named may begin like a formula; opened in a spreadsheet it stays text."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _written(cell: object) -> str:
    """0.94 and 47 as any program reads them; nothing where there is no number."""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return "" if cell is None else str(cell)


# --- Parquet -----------------------------------------------------------------------------------------


def parquet(tidy: Tidy) -> bytes:
    """The numbers with their types, and in its metadata which edition they are."""
    stream = io.BytesIO()
    tidy.numbers.write_parquet(stream, metadata={"edition": tidy.edition, "region": tidy.region})
    return stream.getvalue()


# --- JSON-stat 2 -------------------------------------------------------------------------------------


def json_stat(tidy: Tidy, words: Words) -> dict[str, bytes]:
    """A cube for each family, months apart from periods: its name → the dataset."""
    cubes = {}
    for family in FAMILIES:
        numbers = tidy.numbers.filter(pl.col("indicator").is_in([indicator.key for indicator in of_family(family)]))
        months = pl.col("period_kind") == PeriodKind.MONTH.value
        for suffix, rows in (("", numbers.filter(~months)), ("-months", numbers.filter(months))):
            if rows.height:
                cubes[family.key + suffix] = _json(_cube(family, rows, tidy, words))
    return cubes


def _cube(family: Family, rows: pl.DataFrame, tidy: Tidy, words: Words) -> dict[str, Any]:
    """Dimensions in which anything varies, and always indicator, period and municipality; absent cells are missing."""
    fixed = ("indicator", "period", "municipality")
    more = tuple(name for name in DIMENSIONS[1:] if rows[name].n_unique() > 1)
    numbers = ("value", "low", "high") if rows["low"].is_not_null().any() else ("value",)
    members = {name: list(dict.fromkeys(rows[name])) for name in (*fixed, *more)}
    members = {
        name: sorted(codes, key=lambda code: (code != ALL, codes.index(code))) for name, codes in members.items()
    }
    members["number"] = list(numbers)
    cells = {
        (*cell, number): (value, sign or (bound if number == "value" else ""))
        for *cell, sign, bound, value, low, high in rows.select(
            *fixed, *more, "sign", "bound", "value", "low", "high"
        ).iter_rows()
        for number, value in zip(("value", "low", "high"), (value, low, high), strict=True)
        if number in numbers
    }
    values: list[float | None] = []
    status: dict[str, str] = {}
    for position, cell in enumerate(itertools.product(*members.values())):
        value, mark = cells.get(cell, (None, Sign.MISSING.value))
        values.append(int(value) if value is not None and value == math.floor(value) else value)
        if mark:
            status[str(position)] = mark
    names = _names(tidy)
    return {
        "version": "2.0",
        "class": "dataset",
        "label": words("tidy-cube", family=words(f"family-{family.key}"), region=tidy.region),
        "source": tidy.region,
        "updated": tidy.edition.partition(".")[0],
        "note": [words("signs"), words("tidy-description", edition=tidy.edition)],
        "id": list(members),
        "size": [len(codes) for codes in members.values()],
        "role": {"time": ["period"], "geo": ["municipality"], "metric": ["indicator", "number"]},
        "dimension": {name: _dimension(name, codes, names, rows, words) for name, codes in members.items()},
        "value": values,
        "status": status,
        "extension": {"edition": tidy.edition, "without": _lacking(rows)},
    }


def _lacking(rows: pl.DataFrame) -> dict[str, list[str]]:
    """Period → whom the numbers of the region lack in it."""
    told = rows.filter(pl.col("without") != "").select("period", "without").unique().sort("period", "without")
    return {period: without.split() for period, without in told.iter_rows()}


def _dimension(
    name: str, codes: Sequence[str], names: Mapping[tuple[str, str], str], rows: pl.DataFrame, words: Words
) -> dict[str, Any]:
    spoken = {code: names.get((name, code), code) for code in codes}
    category: dict[str, Any] = {"index": {code: number for number, code in enumerate(codes)}}
    if name == "indicator":
        spoken = dict(rows.select("indicator", "indicator_name").unique().iter_rows())
        units = {code: BY_KEY[code].shown_as.value for code in codes}
        category["unit"] = {
            code: {"base": words(f"unit-{unit}"), "decimals": _DECIMALS[unit]} for code, unit in units.items()
        }
    elif name == "number":
        spoken = {code: words(f"tidy-{code}") for code in codes}
    category["label"] = {code: spoken[code] for code in codes}
    return {"label": words(f"tidy-{name}"), "category": category}


def _names(tidy: Tidy) -> dict[tuple[str, str], str]:
    return {(row["column"], row["code"]): row["name"] for row in tidy.codes}


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1 if "resources" in content else None).encode()
