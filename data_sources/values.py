"""Owns how a cell's text becomes a value: dates, counts, codes, municipalities as offices write them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from rapidfuzz import fuzz, process

from data_sources.cells import Kind
from data_sources.model import Model
from data_sources.table import OTHER, UNKNOWN, Column, ColumnKind, Vocabulary

Value: TypeAlias = str | int | float | bool | date | None


@dataclass(frozen=True)
class Reading:
    """What a cell came to. `fault` stops the row, `warning` and `note` do not; all three are codes."""

    value: Value = None
    fault: str | None = None
    warning: str | None = None
    note: str | None = None
    suggestion: str | None = None  # the spelling that was perhaps meant


Parser: TypeAlias = Callable[[str, Kind], Reading]

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
_FOLD = str.maketrans({"ø": "o", "æ": "ae", "å": "a", "-": " ", ".": " ", "/": " "})


def normalise(text: str) -> str:
    """The same word written in two ways becomes the same text: case, spaces and Unicode forms go."""
    text = unicodedata.normalize("NFKC", _unscramble(text)).translate(_INVISIBLE).casefold()
    return " ".join(text.split()).strip(" .:*")


def fold(text: str) -> str:
    """normalise, and letters as people write them without a Norwegian keyboard."""
    plain = unicodedata.normalize("NFD", normalise(text).translate(_FOLD))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _unscramble(text: str) -> str:
    """UTF-8 that was read as Windows-1252 ("Ã˜stre") is read again."""
    if "Ã" not in text and "Â" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


# --- dates -------------------------------------------------------------------------------------------

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januar january", "feb februar february", "mar mars march", "apr april", "mai may",
         "jun juni june", "jul juli july", "aug august", "sep sept september", "okt oktober oct october",
         "nov november", "des desember dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(r"^(?:man|tir|ons|tor|fre|lør|søn)[a-zæøå]*[.,]?\s+", re.IGNORECASE)
_TIME = re.compile(r"[T ,]+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$")
_YEAR_FIRST = re.compile(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})\.?$")
_MONTH_NAMED = re.compile(r"^(\d{1,2})\.?\s*([a-zæøå]+)\.?\s+(\d{4}|\d{2})$", re.IGNORECASE)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_NO_YEAR = re.compile(r"^\d{1,2}\s?[./-]\s?\d{1,2}\.?$")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 1, 1)


def parse_date(text: str, kind: Kind) -> Reading:
    """A calendar day from a date cell, an Excel serial number, or text as Norwegians write dates."""
    if kind in {Kind.DATE, Kind.DATETIME}:
        return _in_range(datetime.fromisoformat(text).date())
    if kind is Kind.NUMBER:
        serial = float(text)
        if 32874 <= serial <= 73050:
            return Reading(_EXCEL_DAY_ZERO + timedelta(days=int(serial)), note="date-from-serial")
        if not _COMPACT.match(text):
            return Reading(fault="date-unreadable")
    plain = _TIME.sub("", _WEEKDAY.sub("", text.strip()))
    if match := _YEAR_FIRST.match(plain) or _COMPACT.match(plain):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.match(plain):
        day, month, year = (int(part) for part in match.groups())
    elif (match := _MONTH_NAMED.match(plain)) and match[2].casefold() in _MONTHS:
        day, month, year = int(match[1]), _MONTHS[match[2].casefold()], int(match[3])
    else:
        return Reading(fault="date-without-year" if _NO_YEAR.match(plain) else "date-unreadable")
    if year < 100:
        year += 2000 if year < 80 else 1900
    try:
        return _in_range(date(year, month, day))
    except ValueError:
        return Reading(fault="date-not-in-calendar")


def _in_range(day: date) -> Reading:
    return Reading(day) if _EARLIEST <= day < _LATEST else Reading(fault="date-out-of-range")


# --- numbers -----------------------------------------------------------------------------------------

_THOUSANDS = re.compile(r"^\d{1,3}(?:[ .\u00a0\u202f]\d{3})+$")
_ABOUT = re.compile(r"^(?:ca|cirka|omtrent|rundt|om lag|ca)\.?\s*(\d+)$", re.IGNORECASE)
_SPAN = re.compile(r"^(\d+)\s*[-–—]\s*(\d+)$")
_ABOVE = re.compile(r"^(?:>|over|minst|mer enn)\s*(\d+)$|^(\d+)\s*\+$", re.IGNORECASE)


def parse_count(text: str, kind: Kind, column: Column) -> Reading:
    """A whole number that is not negative; an estimate where the column takes estimates."""
    plain = text.strip().replace("\u00a0", " ")
    note = None
    if _THOUSANDS.match(plain) and kind is not Kind.NUMBER:
        plain = re.sub(r"[ .\u202f]", "", plain)
    number = parse_score(plain, kind).value
    if number is None and column.estimates:
        note = "estimate"
        if match := _ABOUT.match(plain):
            number = float(match[1])
        elif match := _SPAN.match(plain):
            number = (int(match[1]) + int(match[2])) // 2
        elif match := _ABOVE.match(plain):
            number = float(match[1] or match[2])
    if not isinstance(number, int | float):
        return Reading(fault="count-unreadable")
    if number != int(number):
        return Reading(fault="count-not-whole")
    if not (column.low or 0) <= number <= (column.high or 1e12):
        return Reading(fault="count-out-of-range")
    return Reading(int(number), note=note)


def parse_score(text: str, kind: Kind) -> Reading:
    """A number with or without decimals: a number cell as it is, text the Norwegian way."""
    plain = text.strip()
    if kind is not Kind.NUMBER:
        plain = plain.replace("\u00a0", "").replace(" ", "").replace("−", "-")
        if "," in plain:
            plain = plain.replace(".", "").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        return Reading(fault="number-unreadable")
    if number != number or number in {float("inf"), float("-inf")}:
        return Reading(fault="number-unreadable")
    return Reading(number)


# --- words -------------------------------------------------------------------------------------------


def code_parser(vocabulary: Vocabulary, more: Mapping[str, Iterable[str]]) -> Parser:
    """Spellings to codes; `more` are the model file's own spellings, which win."""
    known = {normalise(word): code for code, words in vocabulary.spellings.items() for word in words}
    known |= {code: code for code in vocabulary.spellings}
    known |= {normalise(word): code for code, words in more.items() for word in words}
    shown = {normalise(word): word for words in vocabulary.spellings.values() for word in words}

    def parse(text: str, kind: Kind) -> Reading:
        word = normalise(text)
        if word in known:
            return Reading(known[word])
        near = process.extractOne(word, shown.keys(), scorer=fuzz.ratio, score_cutoff=75)
        return Reading(fault="code-unknown", suggestion=shown[near[0]] if near else None)

    return parse


def municipality_parser(model: Model) -> Parser:
    """Names, numbers old and new, villages and abbreviations to the model's keys."""
    known: dict[str, str] = {}
    for place in model.municipality:
        for word in (place.name, place.key, *place.aliases):
            known[_place_word(word)] = place.key
        for number in (place.number, *place.earlier):
            known[number.lstrip("0")] = place.key
    known |= {_place_word(word): OTHER for word in (*model.elsewhere, OTHER)}
    known |= {_place_word(word): UNKNOWN for word in ("ukjent", "uoppgitt", UNKNOWN)}
    ambiguous = {_place_word(word) for word in model.ambiguous}
    names = {_place_word(place.name): place.name for place in model.municipality}

    def parse(text: str, kind: Kind) -> Reading:
        word = _place_word(text)
        if word in known:
            return Reading(known[word])
        if word in ambiguous:
            return Reading(fault="municipality-ambiguous")
        if model.unlisted_municipality == "other":
            return Reading(OTHER, note="municipality-elsewhere")
        near = process.extractOne(word, names.keys(), scorer=fuzz.ratio, score_cutoff=75)
        return Reading(fault="municipality-unknown", suggestion=names[near[0]] if near else None)

    return parse


def _place_word(text: str) -> str:
    """A municipality's name without "kommune", or its number without a leading zero ("0528 Østre Toten" is 528)."""
    word = fold(text)
    number = re.match(r"0*(\d{3,4})\b", word)
    return number[1] if number else word.removesuffix(" kommune")


def team_parser(model: Model) -> Parser:
    """Team names old and new to the model's keys; a team nobody listed is unknown, with a warning."""
    known = {fold(word): team.key for team in model.team for word in (team.name, team.key, *team.aliases)}
    known |= {"ukjent": UNKNOWN, UNKNOWN: UNKNOWN}

    def parse(text: str, kind: Kind) -> Reading:
        key = known.get(fold(text))
        return Reading(key) if key else Reading(UNKNOWN, warning="team-unknown")

    return parse


def parser(column: Column, model: Model, hashed: Callable[[str], str]) -> Parser:
    """The way from text to value for one column of one model."""
    match column.kind:
        case ColumnKind.DATE:
            return parse_date
        case ColumnKind.COUNT:
            return lambda text, kind: parse_count(text, kind, column)
        case ColumnKind.SCORE:
            return parse_score
        case ColumnKind.MUNICIPALITY:
            return municipality_parser(model)
        case ColumnKind.TEAM:
            return team_parser(model)
        case ColumnKind.CODE | ColumnKind.YES_NO:
            assert column.vocabulary is not None
            codes = code_parser(column.vocabulary, model.values.get(column.name, {}))
            if column.kind is ColumnKind.CODE:
                return codes
            return lambda text, kind: _yes_no(codes(text, kind))
        case ColumnKind.PERSON | ColumnKind.NUMBER_OF_RECORD:
            return lambda text, kind: _identifier(text, hashed)
        case ColumnKind.TEXT:
            return lambda text, kind: Reading(" ".join(text.split()))


def _yes_no(reading: Reading) -> Reading:
    return reading if reading.fault else Reading(reading.value == "yes")


_BROKEN_BY_EXCEL = re.compile(r"^\d(?:[.,]\d+)?E\+\d+$", re.IGNORECASE)
_BIRTH_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})$|^\d{4}-\d{2}-\d{2}$")
_NAME = re.compile(r"^[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][a-zæøåé.]*)+$")


def _identifier(text: str, hashed: Callable[[str], str]) -> Reading:
    """An id as a keyed hash. What looks like a broken number, a birth date or a name is warned about."""
    word = " ".join(text.split())
    digits = word.split(".")[0]
    warning = None
    if _BROKEN_BY_EXCEL.match(word) or (digits.isdigit() and len(digits) >= 16):
        warning = "id-broken-by-excel"
    elif _BIRTH_DATE.match(word):
        warning = "id-is-a-date"
    elif _NAME.match(word):
        warning = "id-is-a-name"
    return Reading(hashed(word.casefold()), warning=warning)
