"""Owns how a cell becomes a number: Norwegian thousands and decimals, and estimates where they are taken."""

import re

from data_sources.declared.spelling import tidy
from data_sources.declared.table import Column
from data_sources.parsing.parsed import Parsed
from data_sources.reading.cells import Kind

_WHOLE = r"\d{1,3}(?:[ .]\d{3})+|\d+"
_NORWEGIAN = re.compile(rf"^[+-]?(?:{_WHOLE})(?:,\d+)?$")
_POINTED = re.compile(r"^[+-]?\d+\.\d+$")  # as systems write decimals; "1.234" is a thousand and is met above
_PERSONS = re.compile(
    r"\s*(?:stk|stykker|pers|personer|mennesker|publikum|publikummere|tilskuere|tilhørere|besøkende|gjester|"
    r"deltakere)\.?$"
)
_ABOUT = re.compile(
    r"^(?:ca|cirka|circa|omtrent|omkring|rundt|om lag|anslagsvis|nesten|[~≈])\.?\s*(?=\d)|\s*(?:ca\.?|\?)$"
)
_SPAN = re.compile(rf"^(?:mellom )?({_WHOLE})\s*(?:[-–—]|til|og)\s*({_WHOLE})$")
_ABOVE = re.compile(rf"^(?:>=?|≥|over|minst|minimum|mer enn|flere enn)\s*({_WHOLE})$|^({_WHOLE})\s*\+$")
_LARGEST = 1e12


def parse_count(text: str, kind: Kind, column: Column) -> Parsed:
    """A whole number that is not negative; an estimate where the column takes estimates."""
    read = parse_number(text, kind)
    if read.fault and column.estimates:
        read = _estimate(tidy(text).casefold())
    if not isinstance(number := read.value, int | float):
        return Parsed(fault="count-unreadable")
    if number != int(number):
        return Parsed(fault="count-not-whole")
    if not _allowed(number, column.low or 0, column.high):
        return Parsed(fault="count-out-of-range")
    return Parsed(int(number), note=read.note)


def parse_score(text: str, kind: Kind, column: Column) -> Parsed:
    """A number with or without decimals, inside the column's range."""
    read = parse_number(text, kind)
    if isinstance(read.value, float) and not _allowed(read.value, column.low, column.high):
        return Parsed(fault="count-out-of-range")
    return read


def parse_number(text: str, kind: Kind) -> Parsed:
    """A number cell as it is; text the Norwegian way, where "1.234" is more than a thousand."""
    plain = text if kind is Kind.NUMBER else tidy(text).replace("−", "-")
    if kind is not Kind.NUMBER:
        if _NORWEGIAN.match(plain):
            plain = plain.replace(" ", "").replace(".", "").replace(",", ".")
        elif not _POINTED.match(plain):
            return Parsed(fault="number-unreadable")
    number = float(plain)
    return Parsed(number) if abs(number) <= _LARGEST else Parsed(fault="number-unreadable")


def _estimate(plain: str) -> Parsed:
    """ "ca. 30" is 30, "20-25" is the middle, ">50" is 50; a bare number of persons is no estimate."""
    bare = _PERSONS.sub("", plain)
    if re.fullmatch(_WHOLE, bare):
        return Parsed(_int(bare))
    rest = _PERSONS.sub("", _ABOUT.sub("", bare))
    if re.fullmatch(_WHOLE, rest):
        return Parsed(_int(rest), note="estimate")
    if match := _SPAN.match(rest):
        return Parsed((_int(match[1]) + _int(match[2])) // 2, note="estimate")
    if match := _ABOVE.match(rest):
        return Parsed(_int(match[1] or match[2]), note="estimate")
    return Parsed()


def _int(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _allowed(number: float, low: float | None, high: float | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)
