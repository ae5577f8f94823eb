"""Owns how a cell becomes a calendar day: as Excel keeps dates and as Norwegians write them."""

import re
from datetime import date, datetime, timedelta

from data_sources.declared.spelling import tidy
from data_sources.parsing.parsed import Reading
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
_SERIAL = re.compile(r"^\d{5}(?:[.,]\d+)?$")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 1, 1)
_PIVOT = 80  # two digits of a year: under this 20xx, else 19xx


def parse_date(text: str, kind: Kind) -> Reading:
    """A calendar day from a date cell, an Excel serial number, or text. Nothing is guessed."""
    if kind in {Kind.DATE, Kind.DATETIME}:
        try:
            return _in_range(datetime.fromisoformat(text).date())
        except ValueError:
            return Reading(fault="date-unreadable")
    if _SERIAL.match(text.strip()):
        return _from_serial(float(text.replace(",", ".")))
    plain = _WEEKDAY.sub("", tidy(text).casefold())
    return _spelt(plain) or _spelt(_TIME.sub("", plain)) or Reading(fault="date-unreadable")


def _from_serial(serial: float) -> Reading:
    """Days since Excel began to count: what a date is when its cell has lost its format."""
    day = _EXCEL_DAY_ZERO + timedelta(days=int(serial))
    return Reading(day, note="date-from-serial") if _EARLIEST <= day < _LATEST else Reading(fault="date-unreadable")


def _spelt(plain: str) -> Reading | None:
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
    return Reading(fault="date-without-year") if _NO_YEAR.match(plain) else None


def _day(year: str, month: str | int, day: str) -> Reading:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _PIVOT else 1900
    try:
        return _in_range(date(number, int(month), int(day)))
    except ValueError:
        return Reading(fault="date-not-in-calendar")


def _in_range(day: date) -> Reading:
    return Reading(day) if _EARLIEST <= day < _LATEST else Reading(fault="date-out-of-range")
