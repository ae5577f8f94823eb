"""Owns what holds for a whole sheet and is said once: its municipality, its team, the year of its days.

It is proposed from the title, the tab and the file's name, asked, and remembered for these headings and these words.
"""

import re
from dataclasses import dataclass

from data_sources.declared.spelling import normalise
from data_sources.declared.table import OTHER, UNKNOWN, Column, ColumnKind
from data_sources.parsing.answers import About, Key, Question, meanings
from data_sources.parsing.dates import DateHints, months_in, years_in
from data_sources.parsing.parsed import Parser
from data_sources.parsing.values import municipality_parser, team_parser
from data_sources.reading.cells import Kind
from data_sources.recognising.context import Context
from data_sources.recognising.sheets import TableInSheet

_WORDS = re.compile(r"[^\W\d_]+(?:[.\-/][^\W\d_]+)*\.?")
_MOST_WORDS = 4  # of a name
TAB, NOT_TAB = "tab", "not-tab"
_YEARS_BACK = 3


@dataclass(frozen=True)
class SaidOnce:
    """A value for every row of a table, or the question that has to be answered first."""

    value: str | None
    question: Question | None = None


def said_once(column: Column, table: TableInSheet, context: Context, rows: int) -> SaidOnce | None:
    """What is said of a column that the sheet does not have; None where nothing is, and nothing must be."""
    match column.kind:
        case ColumnKind.MUNICIPALITY:
            parse, about = municipality_parser(context.model), About.PLACE
        case ColumnKind.TEAM:
            parse, about = team_parser(context.model), About.TEAM
        case _:
            return None
    if column.name in context.model.defaults.get(table.layout.table.name, {}):
        return None
    tab = _known(re.sub(r"\bkommune\b", "", table.original.sheet, flags=re.IGNORECASE).strip(), parse)
    if about is About.PLACE and tab:
        return _of_tab(tab, column, table, context, rows)
    named = _named(table.title, parse) or _named(_stem(table.file), parse)
    if named is None and not column.required:
        return None
    words = named or normalise(re.sub(r"\d+", "", _stem(table.file)))
    if named is None and table.register is not None and about is About.PLACE:
        about, rows = About.REGISTER_PLACE, len(table.register.days)
    question = _question(about, words, column, table, context, rows, named)
    return SaidOnce(question.answer, question)


def _of_tab(tab: str, column: Column, table: TableInSheet, context: Context, rows: int) -> SaidOnce:
    """Tabs that are called as municipalities: asked once for all of them."""
    key = context.answers.key(table.layout.fingerprint, f"@{column.name}", TAB)
    choices = {TAB: "", NOT_TAB: ""}
    asked = Question(key, About.TABS, table.layout.table.name, column.name, table.original.sheet, rows, choices, TAB)
    question = context.answers.answered(asked)
    return SaidOnce(tab if question.answer == TAB else UNKNOWN if question.answer == NOT_TAB else None, question)


def _question(
    about: About, words: str, column: Column, table: TableInSheet, context: Context, rows: int, likely: str | None
) -> Question:
    key = context.answers.key(table.layout.fingerprint, f"@{column.name}", words)
    choices = meanings(column, context.model)
    name = table.layout.table.name
    asked = Question(key, about, name, column.name, choices.get(words, ""), rows, choices, likely, of=rows)
    return context.answers.answered(asked)


def _named(text: str, parse: Parser) -> str | None:
    """The one place or team that a text names; None where it names none, or several."""
    words = _WORDS.findall(text)
    named: set[str] = set()
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            value = _known(" ".join(words[at : at + length]), parse)
            if value is not None:
                named.add(value)
                at += length - 1
                break
        at += 1
    return named.pop() if len(named) == 1 else None


def _known(words: str, parse: Parser) -> str | None:
    read = parse(words, Kind.TEXT)
    plain = read.fault is None and read.warning is None and read.note is None
    return read.value if plain and isinstance(read.value, str) and read.value not in {OTHER, UNKNOWN} else None


def _stem(file: str) -> str:
    return file.rpartition(".")[0] or file


def date_hints(table: TableInSheet, context: Context) -> DateHints:
    """What title, tab and file say of years and months, and what somebody has answered where they say nothing."""
    answered = context.answers.by_key.get(_year_key(table, context))
    named = years_in(table.title) or years_in(table.file)
    years = {int(answered)} if answered and len(named) != 1 else named
    months = months_in(table.title) or months_in(table.file)
    return DateHints(years, months, from_1904="dates-from-1904" in table.original.remarks)


def year_question(column: str, rows: int, of: int, table: TableInSheet, context: Context) -> Question:
    """Which year days without a year are of."""
    latest = context.today.year
    named = sorted(years_in(table.title) or years_in(table.file), reverse=True)
    years = {str(year): str(year) for year in named or range(latest, latest - _YEARS_BACK, -1)}
    likely = None if named else str(latest)
    key, name, sheet = _year_key(table, context), table.layout.table.name, table.original.sheet
    asked = Question(key, About.YEAR, name, column, sheet if named else "", rows, years, likely, of=of, sheet=sheet)
    return context.answers.answered(asked)


def _year_key(table: TableInSheet, context: Context) -> Key:
    """One answer for all tabs of a file, but where several years are named: then each tab has its own."""
    sheet = table.original.sheet if years_in(table.title) or years_in(table.file) else ""
    return context.answers.key(table.layout.fingerprint, "@year", f"{table.file} {sheet}")
