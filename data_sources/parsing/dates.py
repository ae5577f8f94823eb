"""Owns how a cell becomes a calendar day: as Excel keeps dates and as Norwegians write them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data_sources.declared.spelling import tidy
from data_sources.parsing.parsed import Parsed
from data_sources.reading.cells import Kind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january",
            "feb februar february",
            "mar mars march",
            "apr april",
            "mai may",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NORWAY = ZoneInfo("Europe/Oslo")
_ZONED = re.compile(r"^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(z|[+-]\d{2}:?\d{2})$")
_DAY_DOT_MONTH = re.compile(r"^(\d{1,2})\.(\d{1,2})$")
BETWEEN_1900_AND_1904 = 1462
"""Days between the two beginnings from which Excel counts."""
_WEEKDAY = re.compile(
    r"^(?:(?:man|tir|ons|tor|fre|lør|søn|mån|tys|lau|sun|mon|tue|wed|thu|fri|sat)[a-zæøå]*[.,]?|den"
    r"|(?:ma|ti|ty|on|to|fr|lø|la|sø|su)[.,]?(?=\s))\s*(?=\d)"
)
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
_TIME = re.compile(
    rf"(?:t|[\s,]+)(?:kl\.?\s*{_CLOCK}|kl\.?\s*\d{{1,2}}|{_CLOCK})(?:\s*[-–]\s*{_CLOCK})?"
    r"\s*(?:z|[+-]\d{2}:?\d{2})?$"
)
_YEAR_FIRST = re.compile(r"^(\d{4})([-–./ ])(\d{1,2})\2(\d{1,2})$")
_COMPACT = re.compile(r"^(\d{4})()(\d{2})(\d{2})$")
_BETWEEN = r"\s?[./–-]\s?"
_DAY_FIRST = re.compile(
    rf"^(\d{{1,2}}){_BETWEEN}(\d{{1,2}})(?:{_BETWEEN}(\d{{4}}|\d{{2}})|\s(\d{{4}}))\.?$"
    r"|^(\d{1,2}) (\d{1,2}) (\d{4})$"
)
_MONTH_NAMED = re.compile(r"^(\d{1,2})[\s./-]*([a-z]+)[\s.,/-]*(\d{4}|\d{2})$")
_MONTH_FIRST = re.compile(r"^([a-z]+)\.? (\d{1,2}),? (\d{4})$")
_NO_YEAR = re.compile(rf"^\d{{1,2}}{_BETWEEN}\d{{1,2}}\.?$|^\d{{1,2}}[\s.]*({'|'.join(MONTHS)})\.?$")
_ONLY_MONTH = re.compile(rf"^(?:{'|'.join(MONTHS)})\.?(?:[\s.,/-]*(?:\d{{4}}|'?\d{{2}}))?$|^\d{{1,2}}[./-]\d{{4}}$")
_TWO_NUMBERS = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d)")
_SERIAL = re.compile(r"^\d{5}(?:[.,]\d+)?$")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 1, 1)
_MONTHS = 12
_PIVOT = 80  # two digits of a year: under this 20xx, else 19xx


@dataclass(frozen=True)
class DateHints:
    """What is written around dates that do not say it all: years and months named; whether serials begin in 1904;
    whether the month seems to stand before the day."""

    years: Collection[int] = ()
    months: Collection[int] = ()
    from_1904: bool = False
    month_first: bool = False


def are_month_first(texts: Iterable[str]) -> bool:
    """Does the month stand first, as in America: some of the days can be read only so, and none only the other way?"""
    pairs = [(int(match[1]), int(match[2])) for text in texts if (match := _TWO_NUMBERS.match(text.strip()))]
    return any(first <= _MONTHS < second for first, second in pairs) and all(first <= _MONTHS for first, _ in pairs)


def years_in(text: str) -> set[int]:
    """The years a text names."""
    return {int(year) for year in _YEAR.findall(text)}


def months_in(text: str) -> set[int]:
    """The months a text names."""
    return {MONTHS[word] for word in re.findall(r"[a-zæøå]+", text.casefold()) if word in MONTHS}


NO_HINTS = DateHints()


def parse_date(text: str, kind: Kind, hints: DateHints = NO_HINTS) -> Parsed:
    """A calendar day from a date cell, an Excel serial number, or text. Nothing is guessed.

    A moment with a zone is the day it was in Norway. Where the day has no year, `hints` may have the one there is.
    """
    if kind in {Kind.DATE, Kind.DATETIME}:
        try:
            return _in_range(datetime.fromisoformat(text).date())
        except ValueError:
            return Parsed(fault="date-unreadable")
    if _SERIAL.match(text.strip()):
        return _from_serial(float(text.replace(",", ".")) + (BETWEEN_1900_AND_1904 if hints.from_1904 else 0))
    if kind is Kind.NUMBER and (match := _DAY_DOT_MONTH.match(text)) and hints.years:
        return _from_number(match, hints)
    plain = _WEEKDAY.sub("", tidy(text).casefold())
    if hints.month_first and _TWO_NUMBERS.match(plain):
        return Parsed(fault="date-month-first")
    if _ONLY_MONTH.match(plain):
        return Parsed(fault="date-only-month")
    if match := _ZONED.match(plain):
        return _in_norway(f"{match[1]}T{match[2]}{match[3].replace('z', '+00:00')}")
    read = _spelt(plain) or _spelt(_TIME.sub("", plain)) or Parsed(fault="date-unreadable")
    if read.fault == "date-without-year" and len(hints.years) == 1:
        [year] = hints.years
        return _with_year(plain, year)
    return read


def _with_year(plain: str, year: int) -> Parsed:
    read = _spelt(f"{plain.rstrip('. ')}.{year}") or _spelt(f"{plain.rstrip('. ')} {year}")
    return replace(read, note="year-from-title") if read and not read.fault else read or Parsed(fault="date-unreadable")


def _from_number(match: re.Match[str], hints: DateHints) -> Parsed:
    """3.3 typed without a year is a number to Excel; its month is certain only where the title names the same."""
    if set(hints.months) == {int(match[2])} and len(hints.years) == 1:
        [year] = hints.years
        return replace(_day(str(year), match[2], match[1]), note="date-from-number")
    return Parsed(fault="date-is-a-number")


def _in_norway(moment: str) -> Parsed:
    try:
        return _in_range(datetime.fromisoformat(moment).astimezone(_NORWAY).date())
    except (ValueError, OverflowError):
        return Parsed(fault="date-not-in-calendar")


def _from_serial(serial: float) -> Parsed:
    """Days since Excel began to count: what a date is when its cell has lost its format."""
    day = _EXCEL_DAY_ZERO + timedelta(days=int(serial))
    return Parsed(day, note="date-from-serial") if _EARLIEST <= day < _LATEST else Parsed(fault="date-unreadable")


def _spelt(plain: str) -> Parsed | None:
    """A date in one of the ways we know, None where it is written in none of them."""
    if match := _YEAR_FIRST.match(plain) or _COMPACT.match(plain):
        return _day(match[1], match[3], match[4])
    if match := _DAY_FIRST.match(plain):
        day, month, year = (part for part in match.groups() if part is not None)
        return _day(year, month, day)
    if (match := _MONTH_NAMED.match(plain)) and match[2] in MONTHS:
        return _day(match[3], MONTHS[match[2]], match[1])
    if (match := _MONTH_FIRST.match(plain)) and match[1] in MONTHS:
        return _day(match[3], MONTHS[match[1]], match[2])
    return Parsed(fault="date-without-year") if _NO_YEAR.match(plain) else None


def _day(year: str, month: str | int, day: str) -> Parsed:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _PIVOT else 1900
    try:
        return _in_range(date(number, int(month), int(day)))
    except ValueError:
        return Parsed(fault="date-not-in-calendar")


def _in_range(day: date) -> Parsed:
    return Parsed(day) if _EARLIEST <= day < _LATEST else Parsed(fault="date-out-of-range")
