"""Owns every word on the screen, and numbers and dates as the reader writes them."""

import functools
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH

from dashboard.counting.period import Period, PeriodKind
from dashboard.installation.once import once

TEXT = Path(__file__).with_name("text")
LANGUAGES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
DEFAULT = "nb"
CLOCK = get_timezone("Europe/Oslo")
NO_BREAK = "\u00a0"
MOST_WRITTEN = 10_000  # numbers and periods that are kept as they are written
_MARK = "\ue000"  # a sign that nobody's keyboard has


_KEY = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)


def source(language: str, subject: str = "*") -> str:
    """The words of a language, or of one subject in it, as they are written: one file a subject."""
    return "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(TEXT.glob(f"{subject}.{language}.ftl")))


class MissingWordsError(KeyError):
    """A key that a language has no words for: a fault of ours, which the tests look for."""


class Words:
    """One language. Call it with a key and arguments; numbers in arguments come out as the reader writes them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale.parse(LANGUAGES[language])
        self._bundle = FluentBundle([LANGUAGES[language].replace("_", "-")], use_isolating=False)
        # A subject is parsed when one of its words is asked for: of all of them, most processes need two or three.
        self._unread, self._reading = dict[str, str](), Lock()
        for file in sorted(TEXT.glob(f"*.{language}.ftl")):
            text = file.read_text(encoding="utf-8")
            self._unread |= dict.fromkeys(_KEY.findall(text), text)

    def __repr__(self) -> str:
        return f"Words({self.language!r})"

    def __call__(self, key: str, /, **arguments: object) -> str:
        """The words for a key; `key.attribute` for one of its attributes."""
        identifier, _, attribute = key.partition(".")
        if not self.has(key):
            raise MissingWordsError(f"{self.language}: {key}")
        message = self._bundle.get_message(identifier)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise MissingWordsError(f"{self.language}: {key}")
        # Fluent refuses long texts, as a guard against the words of others; into ours they are put afterwards.
        long = {name: text for name, text in arguments.items() if isinstance(text, str) and len(text) > MAX_PART_LENGTH}
        marks = {name: f"{_MARK}{number}{_MARK}" for number, name in enumerate(long)}
        text, faults = self._bundle.format_pattern(pattern, {**arguments, **marks})
        if faults:
            raise MissingWordsError(f"{self.language}: {key}: {faults[0]}")
        return functools.reduce(lambda sentence, name: sentence.replace(marks[name], long[name]), marks, str(text))

    def has(self, key: str) -> bool:
        """Are there words for this key?"""
        identifier, _, attribute = key.partition(".")
        if identifier in self._unread:
            self._read(identifier)
        if not self._bundle.has_message(identifier):
            return False
        return not attribute or attribute in self._bundle.get_message(identifier).attributes

    def _read(self, identifier: str) -> None:
        """Parse the subject that a word is of."""
        with self._reading:
            if (text := self._unread.get(identifier)) is not None:
                self._bundle.add_resource(FluentResource(text))
                for key in [key for key, of_subject in self._unread.items() if of_subject is text]:
                    del self._unread[key]

    def said(self, spoken: Mapping[str, str]) -> str:
        """What a model file says in this language; else in the other Norwegian, or in its first one."""
        near = [other for other in ("nb", "nn") if self.language in {"nb", "nn"} and spoken.get(other)]
        return spoken.get(self.language) or spoken[next(iter([*near, *spoken]))]

    def number(self, value: float, decimals: int = 0) -> str:
        """10 000 and 4,5: with the reader's own separators."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return _decimal(value, pattern, self.locale)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share of 0–1 as 94 %."""
        gap = NO_BREAK if self.language != "en" else ""
        return f"{self.number(share * 100, decimals)}{gap}%"

    def day(self, day: date) -> str:
        """05.03.2026."""
        return format_date(day, "dd.MM.yyyy" if self.language != "en" else "d MMM yyyy", locale=self.locale)

    def moment(self, moment: datetime) -> str:
        """05.03.2026 10:15, by the clock on a Norwegian wall. `moment` is in UTC, as everything is kept."""
        pattern = "d MMM yyyy HH:mm" if self.language == "en" else "dd.MM.yyyy HH:mm"
        return format_datetime(moment, pattern, tzinfo=CLOCK, locale=self.locale)

    def period(self, period: Period, *, short: bool = False) -> str:
        """1. kvartal 2025, mars 2025, 2025; short: 1. kv. 25, mar. 25, 2025."""
        return _period(self, period, short=short)


# A page writes the same hundred numbers and periods at every click.
@functools.lru_cache(maxsize=MOST_WRITTEN)
def _decimal(value: float, pattern: str, locale: Locale) -> str:
    return format_decimal(value, format=pattern, locale=locale)


@functools.lru_cache(maxsize=MOST_WRITTEN)
def _period(words: Words, period: Period, *, short: bool) -> str:
    if period.kind is PeriodKind.MONTH:
        return format_date(period.first, "MMM yy" if short else "MMMM yyyy", locale=words.locale)
    if period.kind is PeriodKind.YEAR:
        return str(period.year)
    year = f"{period.year % 100:02d}" if short else str(period.year)
    return words(f"period-{period.kind.value}{'-short' if short else ''}", number=str(period.number), year=year)


@once
def words(language: str) -> Words:
    """The words of a language; of the default one where we do not speak it."""
    return Words(language if language in LANGUAGES else DEFAULT)
