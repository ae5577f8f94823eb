"""Owns the wide register: a row per person, a column per date. It becomes ordinary rows here.

Headings take one row, or two: names above or below the days, or months above their days.
"""

import contextlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.parsing.dates import MONTHS, months_in, parse_date, years_in
from data_sources.reading.cells import EVERY_KIND, EVERY_TEXT, KIND_TYPE, Cells, Kind, Refused
from data_sources.recognising.parts import filled_down

LEAST_DATES = 3  # that make a register of a row of headings nobody knows
_MOST_MARKS = 1_000_000
_FEW_KINDS = 4  # of marks: with more, somebody has marked whoever came too
_MOST_REGISTERS = 60  # one below the other in a sheet
_DATED = {Kind.DATE, Kind.DATETIME, Kind.TEXT, Kind.NUMBER}
_LEVELS = (
    (re.compile(r"åpen|åpne|åpent|drop.?in", re.IGNORECASE), "Åpent tilbud"),
    (re.compile(r"gruppe|band|kor\b|orkester|ensemble", re.IGNORECASE), "Gruppetilbud"),
    (re.compile(r"individuel", re.IGNORECASE), "Individuelt forløp"),
)
_DAY_AND_MONTH = re.compile(r"^(\d{1,2})\s?[./-]\s?(\d{1,2})\.?$")
_DAY = re.compile(r"^(\d{1,2})\.?$")
_DAY_OF_MONTH = re.compile(r"^(\d{1,2})[\s.]*([a-zæøå]+)\.?$")
_HAS_FIGURE = re.compile(r"\d")
_WEEKDAY = re.compile(r"^(?:ma|ti|ty|on|to|fr|lø|la|sø|su)[a-zæøå]*[.,]?\s+(?=\d)")


@dataclass(frozen=True)
class RegisterNames:
    """What our own columns are called, normalised: of whom and where a row is (`people`), the form of offer
    (`level`), and what a register has no column for (`filled`): the day, the mark, a number of people.
    """

    people: Collection[str] = ()
    level: Collection[str] = ()
    filled: Collection[str] = ()


NO_NAMES = RegisterNames()


@dataclass(frozen=True)
class Register:
    """Where a register's headings stand: the `row` its people begin below, which day each column is of, and the
    names of its other columns. `strays`: columns of marks among the days whose heading is no day, with that heading.
    """

    row: int
    days: Mapping[int, date]
    names: Mapping[int, str]
    strays: Mapping[int, str] = field(default_factory=dict)

    @property
    def repeated(self) -> list[int]:
        """The columns of a day that an earlier column is of already."""
        seen: set[date] = set()
        return [index for index, day in self.days.items() if day in seen or seen.add(day)]  # type: ignore[func-returns-value]


def find(cells: Cells, register_names: RegisterNames = NO_NAMES, around: str = "") -> Register | None:
    """The register in a sheet, None where no row of headings is a row of days beside a text.

    Days may be text; where they lack a year or a month, the title or the sheet's name must give it, or else
    `around`, what is written around the sheet. A register with one or two days, or with days in no order, names a
    column of ours.
    """
    rows, years, months = cells.head, years_in(cells.sheet), months_in(cells.sheet)
    years_around, months_around = years_in(around), months_in(around)
    for number, values in enumerate(rows):
        above = rows[number - 1] if number and rows[number - 1]["row"] == values["row"] - 1 else {}
        days = _days(cells, values, above, years or years_around, months or months_around)
        written = " ".join(text for index in cells.columns if (text := values[f"t{index}"]))
        years, months = years | years_in(written), months | months_in(written)
        if not days:
            continue
        names = _names(cells, values, days)
        row = values["row"]
        if not names and above:
            names = _names(cells, above, days)
        if not names and number + 1 < len(rows):
            names, row = _names(cells, rows[number + 1], days), rows[number + 1]["row"]
        of_people = any(normalise(name) in register_names.people for name in names.values())
        enough = of_people or (len(days) >= LEAST_DATES and _in_order(days))
        if names and min(names) < min(days) and enough:
            register = Register(row, days, names)
            if own_columns(register, register_names):  # "Dato" beside days names nobody
                return _with_strays(cells, register, register_names)
    return None


def _with_strays(cells: Cells, register: Register, register_names: RegisterNames) -> Register:
    """Columns of what the days hold, under no day: from the nameless one before the first to the one after the last."""
    body = cells.frame.filter(pl.col("row") > register.row)
    marks = {mark for index in register.days for mark in body[f"t{index}"].drop_nulls().unique()}
    strays = {}
    first = min(register.days)
    for index in range(first if register.names.get(first - 1) else first - 1, max(register.days) + 2):
        name = register.names.get(index, "")
        if (
            index in register.days
            or index not in cells.columns
            or normalise(name) in {*register_names.people, *register_names.level}
        ):
            continue
        own = body[f"t{index}"].drop_nulls()
        alike = own.is_in(list(marks)).sum()
        if len(own) and alike * 2 > len(own):
            strays[index] = name
    return replace(register, strays=strays, names={i: name for i, name in register.names.items() if i not in strays})


def below(cells: Cells, after: int, register_names: RegisterNames) -> int | None:
    """The row where a register begins under the headings in row `after`, with the title right above it."""
    word = pl.col(EVERY_TEXT).str.strip_chars(" .:*\u00a0").str.to_lowercase()
    named = pl.any_horizontal(word.is_in(list(register_names.people)).fill_null(False))
    dated = pl.sum_horizontal(pl.col(EVERY_KIND).is_in(["date", "datetime"]))
    texts = pl.sum_horizontal(pl.col(EVERY_TEXT).str.contains(r"^\D{0,10}\d{1,2}\s?[./-]\s?\d{1,2}").fill_null(False))
    under = cells.frame.filter(pl.col("row") > after, named)
    days = under.filter((dated >= 2) | (texts >= 2)) if under.height else under
    for row in days["row"].head(_MOST_REGISTERS):
        part = cells.frame.filter(pl.col("row") >= row)
        if find(replace(cells, frame=part.head(1)), register_names, around=title(cells, after)) is None:
            continue
        above = cells.frame.filter(pl.col("row") < row, pl.col("row") > after).tail(2)
        filled = pl.sum_horizontal(pl.col(EVERY_TEXT).is_not_null())
        titles = above.filter(filled == 1)["row"].to_list()
        begins = int(row)
        while begins - 1 in titles:
            begins -= 1
        return begins
    return None


def unfold(cells: Cells, register: Register, register_names: RegisterNames = NO_NAMES) -> Cells:
    """A register as one row per person and date. The person's own columns keep their letters.

    After them come the date, the mark and the level, in columns that the file does not have. Empty marks make no
    row, unless all marks are alike: then an empty cell may be an answer too. The frame's extra column `came_from` says
    which column a mark stood in. To the right of the days only columns of ours are read; a person's own column that is
    called what the day, the mark or a number of people is called, is another thing. Raises Refused `too-many-marks`.
    """
    own = own_columns(register, register_names)
    leveled = any(normalise(register.names[index]) in register_names.level for index in own)
    level = None if leveled else _level(title(cells, register.row))
    first = max(cells.columns) + 1  # the first column that the file does not have
    body = cells.frame.filter(pl.col("row") > register.row)
    for index in own:
        spans = [(a, b) for a, left, b, _ in cells.merged if left == index and register.row < a < b]
        body = filled_down(body, index, spans) if spans else body
    body = body.filter(pl.any_horizontal(pl.col(f"t{i}").is_not_null() for i in own) & ~_explains(own, register))
    kept = ["row", *[f"{part}{i}" for i in own for part in "tk"]]
    marked = _marked(body, register)
    if body.select(pl.sum_horizontal(holds.sum() for holds in marked.values())).item() > _MOST_MARKS:
        raise Refused("too-many-marks", limit=_MOST_MARKS)
    level_columns = [] if leveled else _constant(first + 2, level, Kind.TEXT if level else Kind.BLANK)
    parts = [
        body.filter(marked[index]).select(
            *kept,
            pl.lit(index, dtype=pl.Int32).alias("came_from"),
            *_constant(first, day.isoformat(), Kind.DATE),
            pl.col(f"t{index}").alias(f"t{first + 1}"),
            pl.col(f"k{index}").alias(f"k{first + 1}"),
            *level_columns,
        )
        for index, day in register.days.items()
    ]
    long = pl.concat(parts).sort("row", "came_from", maintain_order=True)
    titles = [(first, "Dato"), (first + 1, "Status"), *([] if leveled else [(first + 2, "Tilbudsform")])]
    heading = cells.frame.filter(pl.col("row") == register.row).select(
        "row",
        *[column for index in own for column in _constant(index, register.names[index], Kind.TEXT)],
        pl.lit(None, dtype=pl.Int32).alias("came_from"),
        *[column for at, name in titles for column in _constant(at, name, Kind.TEXT)],
    )
    return replace(cells, frame=pl.concat([heading, long]), merged=())


def _explains(own: Collection[int], register: Register) -> pl.Expr:
    """A lone text that says what marks mean, or ends in a colon, is nobody's row."""
    text = pl.coalesce(pl.col(f"t{index}") for index in own)
    alone = pl.sum_horizontal(pl.col(f"t{index}").is_not_null() for index in own) == 1
    unmarked = pl.all_horizontal(pl.col(f"t{index}").is_null() for index in register.days)
    return alone & unmarked & text.str.contains(r"\S\s*=\s*\S|:\s*\S{3,}|:\s*$").fill_null(value=False)


def undated(cells: Cells, register_names: RegisterNames) -> int | None:
    """The row of headings that would be a register's, were it said of which year its days are."""
    for values in cells.head:
        texts = [values[f"t{index}"] for index in cells.columns if values[f"k{index}"] != Kind.BLANK]
        plain = [_WEEKDAY.sub("", normalise(text)) for text in texts if text]
        halves = [text for text in plain if _DAY_AND_MONTH.match(text) or _is_day_of_month(text)]
        if len(halves) >= LEAST_DATES and any(word in register_names.people for word in plain):
            return int(values["row"])
    return None


def _is_day_of_month(text: str) -> bool:
    match = _DAY_OF_MONTH.match(text)
    return match is not None and match[2] in MONTHS


def own_columns(register: Register, register_names: RegisterNames) -> list[int]:
    """The columns that say of whom a row is, and where."""
    return [
        index
        for index, name in register.names.items()
        if normalise(name) not in register_names.filled
        and (index < min(register.days) or normalise(name) in {*register_names.people, *register_names.level})
    ]


def _marked(body: pl.DataFrame, register: Register) -> dict[int, pl.Expr]:
    """Does a cell hold a mark? Spaces are none. Where there are few kinds, an empty cell may be an answer too."""
    texts = [body[f"t{index}"].drop_nulls().str.strip_chars().str.to_lowercase() for index in register.days]
    marks = set(pl.concat(texts).unique()) - {""} if texts else set()
    alike = 0 < len(marks) <= _FEW_KINDS and body.height * len(register.days) <= _MOST_MARKS
    filled = {index: pl.col(f"t{index}").str.strip_chars().fill_null("") != "" for index in register.days}
    unread = {index: ~pl.col(f"k{index}").is_in([Kind.BLANK.value, Kind.TEXT.value]) for index in register.days}
    return {index: pl.lit(value=True) if alike else filled[index] | unread[index] for index in register.days}


def _in_order(days: Mapping[int, date]) -> bool:
    pairs = list(pairwise(days.values()))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _names(cells: Cells, values: Mapping[str, str], days: Collection[int]) -> dict[int, str]:
    return {
        index: values[f"t{index}"]
        for index in cells.columns
        if index not in days and values[f"k{index}"] == Kind.TEXT and values[f"t{index}"].strip()
    }


def _days(
    cells: Cells, values: Mapping[str, str], above: Mapping[str, str], years: set[int], months: set[int]
) -> dict[int, date]:
    """Column number → day, of the cells of a row that are days. `years`, `months`: those that are named around it."""
    figures = [index for index in cells.columns if _HAS_FIGURE.search(values[f"t{index}"] or "")]
    if not figures:
        return {}
    days: dict[int, date] = {}
    last_month: set[int] = set()  # the month that stands above, as far to the right as it is the last
    for index in cells.columns:
        if above and above[f"k{index}"] == Kind.TEXT:
            last_month = months_in(above[f"t{index}"]) or last_month
        text, kind = values[f"t{index}"], Kind(values[f"k{index}"])
        if index in figures and kind in _DATED and (day := _day(text, kind, years, last_month or months)):
            days[index] = day
    return days


def _day(text: str, kind: Kind, years: set[int], months: set[int]) -> date | None:
    day = parse_date(text, kind).value
    if isinstance(day, date):
        return day
    plain = _WEEKDAY.sub("", normalise(text))
    with contextlib.suppress(ValueError):  # more than one year or month, or a day that is in no calendar
        [year] = years
        if (match := _DAY_AND_MONTH.match(plain)) and (kind is Kind.TEXT or months == {int(match[2])}):
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
    above = [values for values in cells.head if values["row"] < row]
    words = [word for index in cells.columns for values in above if (word := values[f"t{index}"]) is not None]
    return " ".join([*words, cells.sheet])
