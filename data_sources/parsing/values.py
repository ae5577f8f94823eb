"""Owns how a cell's text becomes a value of its column: codes, municipalities, teams and ids as offices write them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from rapidfuzz import fuzz, process

from data_sources.declared.model import Model
from data_sources.declared.spelling import fold, normalise, place_word, tidy, unscrambled
from data_sources.declared.table import OTHER, UNKNOWN, Column, ColumnKind, Vocabulary
from data_sources.parsing.dates import parse_date
from data_sources.parsing.numbers import parse_count, parse_score
from data_sources.parsing.parsed import Parsed, Parser
from data_sources.parsing.person_ids import written_form
from data_sources.reading.cells import Kind

_LONGEST_WORD, _MOST_WORDS = 60, 500  # longer texts are no spelling; more of them are no vocabulary
_LIKE = 75  # how alike a spelling must be to be proposed; nothing is ever decided by likeness
_ELSEWHERE = ("annen kommune", "andre kommuner", "annen", "andre", OTHER)
_NOWHERE = ("ukjent", "ukjent kommune", "uoppgitt", "ikke oppgitt", "vet ikke", "?", UNKNOWN)


def parser(column: Column, model: Model, hashed: Callable[[str], str]) -> Parser:
    """The way from text to value for one column of one model."""
    match column.kind:
        case ColumnKind.DATE:
            return parse_date
        case ColumnKind.COUNT:
            return lambda text, kind: parse_count(text, kind, column)
        case ColumnKind.SCORE:
            return lambda text, kind: parse_score(text, kind, column)
        case ColumnKind.MUNICIPALITY:
            return municipality_parser(model)
        case ColumnKind.TEAM:
            return team_parser(model)
        case ColumnKind.CODE | ColumnKind.YES_NO:
            vocabulary = model.vocabulary(column)
            assert vocabulary is not None
            codes = code_parser(vocabulary, model.values.get(column.name, {}))
            if column.kind is ColumnKind.CODE:
                return codes
            return lambda text, kind: _yes_no(codes(text, kind))
        case ColumnKind.PERSON | ColumnKind.NUMBER_OF_RECORD:
            person = column.kind is ColumnKind.PERSON
            return lambda text, kind: _identifier(text, kind, hashed, person=person)
        case ColumnKind.TEXT:
            return lambda text, kind: Parsed(_plain(text))


# --- words -------------------------------------------------------------------------------------------


_ON_A_SCALE = re.compile(r"^(-?\d+)(?:[.,]0+)?(?:$|\s*[-–—:=(]?\s*[^\W\d])|^-?[\d.,]+$")  # "4", "4 – fornøyd", "7,5"


def code_parser(vocabulary: Vocabulary, more: Mapping[str, Iterable[str]]) -> Parser:
    """Spellings to codes; `more` are the model file's own spellings, which win."""
    codes = {normalise(word): code for code, words in vocabulary.spellings.items() for word in words}
    codes |= {code: code for code in vocabulary.spellings}
    codes |= {normalise(word): code for code, words in more.items() for word in words}
    likely = _likeness({normalise(word): word for words in vocabulary.spellings.values() for word in words})

    def parse(text: str, kind: Kind) -> Parsed:
        word = normalise(text)
        if word in codes:
            return Parsed(codes[word])
        if vocabulary.scale and (number := _ON_A_SCALE.match(word)):
            return Parsed(number[1]) if number[1] in vocabulary.spellings else Parsed(fault="off-scale")
        perhaps = vocabulary.spellings[vocabulary.unsure[word]][0] if word in vocabulary.unsure else likely(word)
        return Parsed(fault="code-unknown", suggestion=perhaps)

    return parse


def _likeness(shown: Mapping[str, str]) -> Callable[[str], str | None]:
    """What a word was perhaps meant to be; only for so many words, so that no file can keep us guessing."""
    asked: set[str] = set()

    def likely(word: str) -> str | None:
        asked.add(word)
        if len(word) > _LONGEST_WORD or len(asked) > _MOST_WORDS:
            return None
        near = process.extractOne(word, shown.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
        return shown[near[0]] if near else None

    return likely


def _yes_no(reading: Parsed) -> Parsed:
    return reading if reading.fault else Parsed(reading.value == "yes")


def _plain(text: str) -> str | None:
    """Free text without what no screen can show: control characters, runs of spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in unscrambled(text)).split()) or None


# --- places ------------------------------------------------------------------------------------------


def municipality_parser(model: Model) -> Parser:
    """Names, numbers old and new, villages and abbreviations to the model's keys."""
    keys: dict[str, str] = {place_word(word): UNKNOWN for word in _NOWHERE}
    keys |= {place_word(word): OTHER for word in (*_ELSEWHERE, *model.elsewhere)}
    for place in model.municipality:
        keys |= {place_word(word): place.key for word in (place.name, place.key, *place.aliases)}
        keys |= {number.lstrip("0"): place.key for number in (place.number, *place.earlier)}
    ambiguous = {place_word(word) for word in model.ambiguous}
    likely = _likeness({place_word(place.name): place.name for place in model.municipality})

    def parse(text: str, kind: Kind) -> Parsed:
        whole = place_word(text)
        numbers, words = ([], [whole]) if whole in keys else _number_and_name(text)
        by_number = {keys[number] for number in numbers if number in keys}
        by_name = {keys[word] for word in words if word in keys}
        strange = [word for word in words if word not in keys and word not in ambiguous]
        unclear = any(word in ambiguous for word in words) and not by_number
        if len(by_number | by_name) > 1 or (unclear and not strange):
            return Parsed(fault="municipality-ambiguous")
        if strange or not by_number | by_name:
            if model.unlisted_municipality == "other":
                return Parsed(OTHER, note="municipality-elsewhere")
            return Parsed(fault="municipality-unknown", suggestion=likely(whole))
        return Parsed((by_number | by_name).pop())

    return parse


def _number_and_name(text: str) -> tuple[list[str], list[str]]:
    """What a cell says of a place: "0528 Østre Toten" and "Østre Toten (3442)" are a number and a name.

    A number that is no municipality's, as the postcode of "2819 Gjøvik", says nothing beside a name.
    """
    parts = re.split(r"[,;()/]|(?<!\d)(\d{3,4})(?!\d)(?:\.0)?", tidy(text))
    names = [word for part in parts if part and (word := place_word(part.strip(" -–:"))) not in {"", "kommune"}]
    return [word for word in names if word.isdigit()], [word for word in names if not word.isdigit()]


def team_parser(model: Model) -> Parser:
    """Team names old and new to the model's keys; a team nobody listed is unknown, with a warning."""
    keys = {fold(word): UNKNOWN for word in ("ukjent", "?", UNKNOWN)}
    keys |= {fold(word): team.key for team in model.team for word in (team.name, team.key, *team.aliases)}

    def parse(text: str, kind: Kind) -> Parsed:
        key = keys.get(fold(text))
        return Parsed(key) if key else Parsed(UNKNOWN, warning="team-unknown")

    return parse


# --- ids ---------------------------------------------------------------------------------------------

_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?e\+?\d+$")
_ROUNDED = re.compile(r"^\d{1,6}0{6,}$")  # six figures are what Excel shows of a long number
_DATED = re.compile(r"^\d{1,2}[./ -]\d{1,2}[./ -](?:\d{4}|\d{2})$|^\d{4}-\d{2}-\d{2}$")
_DATED_COMPACT = re.compile(r"^(\d{2})(\d{2})((?:19|20)\d{2})$")
_SEVERAL = re.compile(r"\s*(?:[;&\n\r]|,(?!\d)|\s[+/]\s|\bog\b)\s*")  # "D001, D002 og D003" in one cell
_SPACED = re.compile(r"[^\W\d_]{1,4}-?\d+(?:[\s/,]+[^\W\d_]{1,4}-?\d+)+")  # "D001 D002", "D001/D002"
_FIGURES = re.compile(r"\d+(?:,\s?\d+){2,}|\d{2,},(?!0+$)\d{2,}")  # "1,4,7", "101,102"; "101,00" is one
_HAS_FIGURE = re.compile(r"^\S*\d\S*$")
_ENOUGH, _NEARLY_ALL = 5, 0.9
_LETTERS = re.compile(r"^[^\W\d_]{2,}(?:[\s.,'-]+[^\W\d_]*)*$|^[^\W\d_](?:[\s.]+[^\W\d_])+\.?$")


def _identifier(text: str, kind: Kind, hashed: Callable[[str], str], *, person: bool) -> Parsed:
    """An id as a keyed hash. A number that Excel broke, and a person's birth date or name, are warned about."""
    word = written_form(text)
    digits = re.sub(r"[.,]0+$", "", word)
    warning = None
    if person and are_several(text):
        return Parsed(fault="several-in-cell")
    if _SCIENTIFIC.match(word) or (digits.isdigit() and (len(digits) >= 16 or _is_rounded(digits))):
        warning = "id-broken-by-excel"
    elif not person:
        pass
    elif kind in {Kind.DATE, Kind.DATETIME} or _DATED.match(word) or _is_birth_date(digits):
        warning = "id-is-a-date"
    elif _LETTERS.match(word):
        warning = "id-is-a-name"
    return Parsed(hashed(word), warning=warning)


def are_several(text: str) -> bool:
    """Are there ids of several people in one cell?"""
    plain = text.strip()
    parts = [part for part in _SEVERAL.split(plain) if part]
    return (
        (len(parts) > 1 and all(map(_HAS_FIGURE.search, parts)))
        or _SPACED.fullmatch(plain) is not None
        or _FIGURES.fullmatch(plain) is not None
    )


def are_birth_dates(ids: Sequence[str]) -> bool:
    """Are nearly all of a column's ids six figures that are a day, a month and a year?

    One such id may be a number like any other; a whole column of them is people's birth dates.
    """
    dated = [_is_a_day(text.strip().zfill(6)) for text in ids if text.strip().isdigit()]
    return len(ids) >= _ENOUGH and sum(dated) >= _NEARLY_ALL * len(ids)


def _is_a_day(figures: str) -> bool:
    if len(figures) != 6:
        return False
    try:
        date(2000 + int(figures[4:]), int(figures[2:4]), int(figures[:2]))
    except ValueError:
        return False
    return True


def _is_rounded(digits: str) -> bool:
    return len(digits) >= 12 and _ROUNDED.match(digits) is not None


def _is_birth_date(digits: str) -> bool:
    match = _DATED_COMPACT.match(digits)
    if match is None:
        return False
    try:
        date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return False
    return True
