"""Owns the sentences of what is wrong in a file: one for each cause, with how often and where, and no list of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.language.words import Words
from dashboard.sentences.sentences import problem_sentence
from data_sources.arriving.preview import Sample
from data_sources.checking.causes import Cause
from data_sources.declared.table import Severity

_MOST_SHEETS = 3
_WORST_FIRST = list(Severity)


@dataclass(frozen=True)
class OneCause:
    """One cause in all of a file's sheets: how many, what it is, and where."""

    severity: Severity
    count: int
    what: str
    where: str


def of_file(samples: Iterable[Sample], words: Words, *, quoting: bool = True) -> list[OneCause]:
    """What is wrong in a file, what stops rows first. `quoting`: to whoever uploads; elsewhere no cell is repeated."""
    grouped: dict[tuple[str, str, Severity], list[Cause]] = {}
    for sample in samples:
        for cause in sample.causes:
            grouped.setdefault((cause.name, cause.reason, cause.severity), []).append(cause)
    every = []
    for (_, _, severity), alike in grouped.items():
        count = sum(cause.count for cause in alike)
        every.append(OneCause(severity, count, _what(alike, words, quoting=quoting), _where(alike, words)))
    return sorted(every, key=lambda cause: (_WORST_FIRST.index(cause.severity), -cause.count))


def _what(alike: Sequence[Cause], words: Words, *, quoting: bool) -> str:
    first = alike[0]
    if not quoting:
        return words(f"problem-{first.reason}.short")
    values = list(dict.fromkeys(value for cause in alike for value in cause.values))
    more = any(cause.more_values for cause in alike) or len(values) > len(first.values)
    quoted = [words("quoted", text=value) for value in values[: max(1, len(first.values))]]
    suggestions = {cause.suggestion for cause in alike}
    return problem_sentence(
        first.reason,
        first.name,
        ", ".join([*quoted, *(["…"] if more else [])]) if quoted else "",
        suggestions.pop() if len(suggestions) == 1 else None,
        words,
    )


def _where(alike: Sequence[Cause], words: Words) -> str:
    places = [_place(cause, words) for cause in alike[:_MOST_SHEETS]]
    if len(alike) > _MOST_SHEETS:
        places.append(words("cause-more-sheets", count=len(alike) - _MOST_SHEETS))
    return "; ".join(places)


def _place(cause: Cause, words: Words) -> str:
    """Mars, kolonne C «Kommune», rad 2–49."""
    rows = [str(first) if first == last else f"{first}–{last}" for first, last in cause.rows]
    listed = ", ".join([*rows, *(["…"] if cause.more_rows else [])])
    parts = [cause.sheet]
    if len(cause.columns) == 1:
        [(letter, heading)] = cause.columns
        parts.append(words("cause-column", column=letter, heading=words("quoted", text=heading) if heading else ""))
    elif cause.columns:
        parts.append(words("cause-columns", columns=", ".join(letter for letter, _ in cause.columns)))
    return f"{', '.join(part.strip() for part in parts)}, {words('cause-rows', rows=listed)}"


def lines(samples: Iterable[Sample], words: Words, *, quoting: bool = True) -> list[str]:
    """The same as lines of text: the command line's, and those that lead a workbook of corrections."""
    return [
        words("cause-line", count=words.number(cause.count), what=cause.what, where=cause.where)
        for cause in of_file(samples, words, quoting=quoting)
    ]


def to_mend(samples: Iterable[Sample], words: Words) -> list[str]:
    """What stops rows, a line for each cause, for the first sheet of a workbook of corrections. No cell is repeated."""
    stopping = [cause for cause in of_file(samples, words, quoting=False) if cause.severity is Severity.STOPS]
    every = [words("cause-line", count=words.number(one.count), what=one.what, where=one.where) for one in stopping]
    return [words("cause-lead"), *every] if every else []
