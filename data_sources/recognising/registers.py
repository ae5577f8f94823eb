"""Owns the wide register: a row per person, a column per date. It becomes ordinary rows here.

Headings take one row, or two: names above or below the days, or months above their days.
"""

import contextlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.parsing.dates import MONTHS, parse_date
from data_sources.reading.cells import KIND_TYPE, Cells, Kind, Refused
from data_sources.recognising.parts import DEEPEST_HEADING, filled_down

LEAST_DATES = 3  # that make a register of a row of headings nobody knows
_LONGEST_LEGEND = 500  # characters
_MOST_MARKS = 1_000_000
_MOST_REGISTERS = 60  # one below the other in a sheet
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
_DAY_OF_MONTH = re.compile(r"^(\d{1,2})[\s.]*([a-zæøå]+)\.?$")
_WEEKDAY = re.compile(r"^(?:ma|ti|ty|on|to|fr|lø|la|sø|su)[a-zæøå]*[.,]?\s+(?=\d)")
_NO_MARK = ("", "-", "–", "—")


@dataclass(frozen=True)
class RegisterNames:
    """What our own columns are called, normalised: of whom and where a row is (`people`), the form of offer
    (`level`), and what a register has no column for (`ours`): the day, the mark, a number of people.
    """

    people: Collection[str] = ()
    level: Collection[str] = ()
    ours: Collection[str] = ()


NO_NAMES = RegisterNames()


@dataclass(frozen=True)
class Register:
    """Where a register's headings stand: the `row` its people begin below, which day each column is of, and the
    names of its other columns. Days only rise, or only fall.
    """

    row: int
    days: Mapping[int, date]
    names: Mapping[int, str]


def legend(cells: Cells) -> dict[str, str]:
    """What the sheet itself says its marks mean: "x = møtt, A = avbud" → {"x": "møtt", "a": "avbud"}."""
    found: dict[str, str] = {}
    for index in cells.columns:
        texts = cells.frame[f"t{index}"].drop_nulls()
        said = texts.filter(texts.str.contains("=", literal=True) & (texts.str.len_chars() <= _LONGEST_LEGEND))
        for text in said.unique(maintain_order=True).head(DEEPEST_HEADING):
            found |= {normalise(mark): meaning.strip() for mark, meaning in _MEANING.findall(text)}
    return found


def find(cells: Cells, called: RegisterNames = NO_NAMES, around: str = "") -> Register | None:
    """The register in a sheet, None where no row of headings is a row of days beside a text.

    Days may be text; where they lack a year or a month, the title or the sheet's name must give it, or else
    `around`, what is written around the sheet. A register with one or two days names a column of ours.
    """
    rows = list(cells.frame.head(DEEPEST_HEADING).iter_rows(named=True))
    for number, values in enumerate(rows):
        above = rows[number - 1] if number and rows[number - 1]["row"] == values["row"] - 1 else {}
        days = _days(cells, values, above, around)
        if not days or not _in_order(days):
            continue
        names = _names(cells, values, days)
        row = values["row"]
        if not names and above:
            names = _names(cells, above, days)
        if not names and number + 1 < len(rows):
            names, row = _names(cells, rows[number + 1], days), rows[number + 1]["row"]
        told = any(normalise(name) in called.people for name in names.values())
        if names and min(names) < min(days) and (len(days) >= LEAST_DATES or told):
            return Register(row, days, names)
    return None


def below(cells: Cells, register: Register, called: RegisterNames) -> int | None:
    """The row where another register begins under this one, with the title right above it."""
    dated = pl.sum_horizontal(pl.col(f"k{index}").is_in(["date", "datetime"]) for index in cells.columns)
    named = pl.any_horizontal(
        pl.col(f"t{index}").str.strip_chars(" .:*\u00a0").str.to_lowercase().is_in(list(called.people)).fill_null(False)
        for index in cells.columns
    )
    texts = pl.sum_horizontal(
        pl.col(f"t{index}").str.contains(r"^\D{0,10}\d{1,2}\s?[./-]\s?\d{1,2}").fill_null(False)
        for index in cells.columns
    )
    under = cells.frame.filter(pl.col("row") > register.row, named & ((dated >= 2) | (texts >= 2)))
    for row in under["row"].head(_MOST_REGISTERS):
        part = cells.frame.filter(pl.col("row") >= row)
        if find(replace(cells, frame=part.head(1)), called, around=title(cells, register.row)) is None:
            continue
        above = cells.frame.filter(pl.col("row") < row, pl.col("row") > register.row).tail(2)
        filled = pl.sum_horizontal(pl.col(f"t{index}").is_not_null() for index in cells.columns)
        titles = above.filter(filled == 1)["row"].to_list()
        begins = int(row)
        while begins - 1 in titles:
            begins -= 1
        return begins
    return None


def unfold(cells: Cells, register: Register, called: RegisterNames = NO_NAMES) -> Cells:
    """A register as one row per person and date. The person's own columns keep their letters.

    After them come the date, the mark and the level, in columns that the file does not have. Empty marks
    make no row. The frame's extra column `came_from` says which column a mark stood
    in. To the right of the days only columns of ours are read; a person's own column that is called what the day, the
    mark or a number of people is called, is another thing. Raises Refused `too-many-marks`.
    """
    own = [
        index
        for index, name in register.names.items()
        if normalise(name) not in called.ours
        and (index < min(register.days) or normalise(name) in {*called.people, *called.level})
    ]
    leveled = any(normalise(register.names[index]) in called.level for index in own)
    level = None if leveled else _level(title(cells, register.row))
    made = max(cells.columns) + 1  # the first column that is ours
    body = cells.frame.filter(pl.col("row") > register.row)
    for index in own:
        spans = [(a, b) for a, left, b, _ in cells.merged if left == index and register.row < a < b]
        body = filled_down(body, index, spans) if spans else body
    body = body.filter(pl.any_horizontal(pl.col(f"t{i}").is_not_null() for i in own))
    said = legend(cells)
    kept = ["row", *[f"{part}{i}" for i in own for part in "tk"]]
    marked = {index: _marked(index, said) for index in register.days}
    marks = body.select(pl.sum_horizontal(holds.sum() for holds in marked.values()))
    if marks.item() > _MOST_MARKS:
        raise Refused("too-many-marks", limit=_MOST_MARKS)
    made_level = [] if leveled else _constant(made + 2, level, Kind.TEXT if level else Kind.BLANK)
    parts = [
        body.filter(marked[index]).select(
            *kept,
            pl.lit(index, dtype=pl.Int32).alias("came_from"),
            *_constant(made, day.isoformat(), Kind.DATE),
            pl.col(f"t{index}").alias(f"t{made + 1}"),
            pl.col(f"k{index}").alias(f"k{made + 1}"),
            *made_level,
        )
        for index, day in register.days.items()
    ]
    long = pl.concat(parts).sort("row", "came_from", maintain_order=True)
    titles = [(made, "Dato"), (made + 1, "Status"), *([] if leveled else [(made + 2, "Tilbudsform")])]
    heading = cells.frame.filter(pl.col("row") == register.row).select(
        "row",
        *[column for index in own for column in _constant(index, register.names[index], Kind.TEXT)],
        pl.lit(None, dtype=pl.Int32).alias("came_from"),
        *[column for at, title in titles for column in _constant(at, title, Kind.TEXT)],
    )
    return replace(cells, frame=pl.concat([heading, long]), merged=())


def _marked(index: int, said: Mapping[str, str]) -> pl.Expr:
    """Does a cell hold a mark? Spaces are none, nor is a dash, unless the sheet says what it means."""
    nothing = [mark for mark in _NO_MARK if mark not in said]
    blank = pl.col(f"t{index}").str.strip_chars().is_in(nothing).fill_null(False)
    return (pl.col(f"k{index}") != Kind.BLANK.value) & ~blank


def _in_order(days: Mapping[int, date]) -> bool:
    pairs = list(pairwise(days.values()))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _names(cells: Cells, values: Mapping[str, str], days: Collection[int]) -> dict[int, str]:
    return {
        index: values[f"t{index}"]
        for index in cells.columns
        if index not in days and values[f"k{index}"] == Kind.TEXT and values[f"t{index}"].strip()
    }


def _days(cells: Cells, values: Mapping[str, str], above: Mapping[str, str], around: str) -> dict[int, date]:
    """Column number → day, of the cells of a row that are days."""
    above_it = title(cells, int(values["row"]))
    years = {int(year) for year in _YEAR.findall(above_it) or _YEAR.findall(around)}
    months = _months(above_it) or _months(around)
    found: dict[int, date] = {}
    named: set[int] = set()  # the month that stands above, as far to the right as it is the last
    for index in cells.columns:
        if above and above[f"k{index}"] == Kind.TEXT:
            named = _months(above[f"t{index}"]) or named
        kind = Kind(values[f"k{index}"])
        if kind in _DATED and (day := _day(values[f"t{index}"], kind, years, named or months)):
            found[index] = day
    return found


def _months(text: str) -> set[int]:
    return {MONTHS[word] for word in re.findall(r"[a-zæøå]+", text.casefold()) if word in MONTHS}


def _day(text: str, kind: Kind, years: set[int], months: set[int]) -> date | None:
    day = parse_date(text, kind).value
    if isinstance(day, date):
        return day
    plain = _WEEKDAY.sub("", normalise(text))
    with contextlib.suppress(ValueError):  # more than one year or month, or a day that is in no calendar
        [year] = years
        if kind is Kind.TEXT and (match := _DAY_AND_MONTH.match(plain)):
            return date(year, int(match[2]), int(match[1]))
        if kind is Kind.TEXT and (match := _DAY_OF_MONTH.match(plain)) and match[2] in MONTHS:
            return date(year, MONTHS[match[2]], int(match[1]))
        [month] = months
        if match := _DAY.match(plain):
            return date(year, month, int(match[1]))
    return None


def _level(words_above: str) -> str | None:
    """What form of offer the title speaks of, None where it says nothing."""
    return next((level for words, level in _LEVELS if words.search(words_above)), None)


def _constant(position: int, text: str | None, kind: str) -> list[pl.Expr]:
    return [
        pl.lit(text, dtype=pl.String).alias(f"t{position}"),
        pl.lit(str(kind), dtype=KIND_TYPE).alias(f"k{position}"),
    ]


def title(cells: Cells, row: int) -> str:
    """What is written above the headings, and on the sheet's tab."""
    above = cells.frame.head(DEEPEST_HEADING).filter(pl.col("row") < row)
    words = [word for i in cells.columns for word in above[f"t{i}"].drop_nulls()]
    return " ".join([*words, cells.sheet])
