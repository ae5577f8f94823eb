"""Owns the wide register: a row per person, a column per date. It becomes ordinary rows here."""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import polars as pl

from data_sources.cells import KIND_TYPE, Cells, Kind, Refused
from data_sources.dates import MONTHS, parse_date
from data_sources.headings import DEEPEST_HEADING
from data_sources.spelling import normalise

_LEAST_DATES = 3
_LONGEST_LEGEND = 500  # characters
_MOST_MARKS = 1_000_000
_DATED = {Kind.DATE, Kind.DATETIME, Kind.TEXT, Kind.NUMBER}
_MEANING = re.compile(
    r"(?:^|(?<=[\s:(,;|/]))([^\s=:(,;|/]{1,3})\s*=\s*([^=,;|\n]+?)\s*"
    r"(?=[,;|•]|\s/\s|\s[^\s=]{1,3}\s*=|[).]?\s*$)",
    re.MULTILINE,
)
_LEVELS = (
    (re.compile(r"åpen|åpne|åpent|drop.?in", re.IGNORECASE), "Åpent tilbud"),
    (re.compile(r"gruppe|band|kor\b|orkester|ensemble", re.IGNORECASE), "Gruppetilbud"),
    (re.compile(r"individuel", re.IGNORECASE), "Individuelt forløp"),
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DAY_AND_MONTH = re.compile(r"^(\d{1,2})\s?[./-]\s?(\d{1,2})\.?$")
_DAY = re.compile(r"^(\d{1,2})\.?$")


@dataclass(frozen=True)
class Register:
    """Where a register's headings stand: `row`, and which day each column is of. Days only rise."""

    row: int
    days: Mapping[int, date]


def legend(cells: Cells) -> dict[str, str]:
    """What the sheet itself says its marks mean: "x = møtt, A = avbud" → {"x": "møtt", "a": "avbud"}."""
    found: dict[str, str] = {}
    for index in cells.columns:
        texts = cells.frame[f"t{index}"].drop_nulls()
        said = texts.filter(
            texts.str.contains("=", literal=True) & (texts.str.len_chars() <= _LONGEST_LEGEND)
        )
        for text in said.unique(maintain_order=True).head(DEEPEST_HEADING):
            found |= {normalise(mark): meaning.strip() for mark, meaning in _MEANING.findall(text)}
    return found


def find(cells: Cells) -> Register | None:
    """The register in a sheet, None where no row of headings is a row of rising dates beside a text.

    Dates may be text; where they lack a year or a month, the title or the sheet's name must give it.
    """
    for values in cells.frame.head(DEEPEST_HEADING).iter_rows(named=True):
        row = values["row"]
        days = _days(cells, row, values)
        texts = [i for i in cells.columns if i not in days and values[f"k{i}"] == Kind.TEXT]
        rising = all(earlier <= later for earlier, later in pairwise(days.values()))
        if len(days) >= _LEAST_DATES and rising and texts and texts[0] < min(days):
            return Register(row, days)
    return None


def unfold(cells: Cells, register: Register) -> Cells:
    """A register as one row per person and date. The person's own columns keep their letters.

    After them come the date, the mark and the level, in columns that the file does not have. Empty marks
    make no row. The frame's extra column `came_from` says which column a mark stood in. Raises Refused
    `too-many-marks`.
    """
    head = next(cells.frame.filter(pl.col("row") == register.row).iter_rows(named=True))
    own = [i for i in cells.columns if i < min(register.days) and head[f"k{i}"] == Kind.TEXT]
    level = _level(_title(cells, register.row))
    made = max(cells.columns) + 1  # the first column that is ours
    body = cells.frame.filter(
        pl.col("row") > register.row, pl.any_horizontal(pl.col(f"t{i}").is_not_null() for i in own)
    )
    kept = ["row", *[f"{part}{i}" for i in own for part in "tk"]]
    marks = body.select(pl.sum_horizontal((pl.col(f"k{i}") != Kind.BLANK.value).sum() for i in register.days))
    if marks.item() > _MOST_MARKS:
        raise Refused("too-many-marks", limit=_MOST_MARKS)
    parts = [
        body.filter(pl.col(f"k{index}") != Kind.BLANK.value).select(
            *kept,
            pl.lit(index, dtype=pl.Int32).alias("came_from"),
            *_constant(made, day.isoformat(), Kind.DATE),
            pl.col(f"t{index}").alias(f"t{made + 1}"),
            pl.col(f"k{index}").alias(f"k{made + 1}"),
            *_constant(made + 2, level, Kind.TEXT if level else Kind.BLANK),
        )
        for index, day in register.days.items()
    ]
    long = pl.concat(parts).sort("row", "came_from", maintain_order=True)
    titles = [(made, "Dato"), (made + 1, "Status"), (made + 2, "Tilbudsform")]
    heading = cells.frame.filter(pl.col("row") == register.row).select(
        *kept,
        pl.lit(None, dtype=pl.Int32).alias("came_from"),
        *[column for at, title in titles for column in _constant(at, title, Kind.TEXT)],
    )
    return replace(cells, frame=pl.concat([heading, long]), merged=())


def _days(cells: Cells, row: int, values: Mapping[str, str]) -> dict[int, date]:
    """Column number → day, of the cells of a row that are days."""
    title = _title(cells, row)
    years = {int(year) for year in _YEAR.findall(title)}
    months = {MONTHS[word] for word in re.findall(r"[a-zæøå]+", title.casefold()) if word in MONTHS}
    found: dict[int, date] = {}
    for index in cells.columns:
        kind = Kind(values[f"k{index}"])
        if kind in _DATED and (day := _day(values[f"t{index}"], kind, years, months)):
            found[index] = day
    return found


def _day(text: str, kind: Kind, years: set[int], months: set[int]) -> date | None:
    day = parse_date(text, kind).value
    if isinstance(day, date):
        return day
    plain = normalise(text)
    with contextlib.suppress(ValueError):  # more than one year or month, or a day that is in no calendar
        [year] = years
        if kind is Kind.TEXT and (match := _DAY_AND_MONTH.match(plain)):
            return date(year, int(match[2]), int(match[1]))
        [month] = months
        if match := _DAY.match(plain):
            return date(year, month, int(match[1]))
    return None


def _level(title: str) -> str | None:
    """What form of offer the title speaks of, None where it says nothing."""
    return next((level for words, level in _LEVELS if words.search(title)), None)


def _constant(position: int, text: str | None, kind: str) -> list[pl.Expr]:
    return [
        pl.lit(text, dtype=pl.String).alias(f"t{position}"),
        pl.lit(str(kind), dtype=KIND_TYPE).alias(f"k{position}"),
    ]


def _title(cells: Cells, row: int) -> str:
    """What is written above the headings, and on the sheet's tab."""
    above = cells.frame.head(DEEPEST_HEADING).filter(pl.col("row") < row)
    words = [word for i in cells.columns for word in above[f"t{i}"].drop_nulls()]
    return " ".join([*words, cells.sheet])
