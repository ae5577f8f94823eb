"""Owns which column is which: headings as the table declares them, as the model adds, as was chosen last time.

Likeness only ever proposes. No threshold tells "fødselsår/fødselsnr" from "dato for oppstart/oppstartsdato".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import polars as pl
from rapidfuzz import fuzz, process

from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise
from data_sources.declared.table import Column, Table
from data_sources.reading.cells import EVERY_TEXT, Cells, Kind
from data_sources.recognising.context import Context
from data_sources.recognising.layout import Layout, fingerprint

_A_WORD = 3  # letters: fewer are marks, and no headings
_LIKE = 70  # how alike a heading must be to be proposed
_EXPLAINED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")  # "Dato (dd.mm.åååå)"


def recognise(cells: Cells, tables: Sequence[Table], context: Context) -> Layout | None:
    """The table a sheet holds and its columns, or None where no row looks like headings.

    The first row with a complete table begins it, or the row below where headings take two rows; where no
    row is complete, the one with the most known headings.
    """
    best: tuple[tuple[bool, int, bool], Layout] | None = None
    sheet_name = normalise(cells.sheet)
    for row, words in _heading_rows(cells):
        if best and best[1].complete and row > best[1].row + 1:
            break
        headings = _Headings.of(row, words, context)
        for table in tables:
            layout = _match(table, headings, context)
            if len(layout.columns) < 2:
                continue
            named_after = any(normalise(heading) in sheet_name for heading in table.headings)
            rank = (layout.complete, len(layout.columns), named_after)
            if best is None or rank > best[0]:
                best = (rank, layout)
    return _with_proposals(best[1], context) if best else None


def _heading_rows(cells: Cells) -> Iterator[tuple[int, dict[int, str]]]:
    """The first rows as (row, column number → text), those with at least two texts.

    Each row comes as it is, then with its empty cells as the row above has them, then with the row above before its
    own: a heading of two rows has some of its words in the first and some in the second ("Deltaker" over "nr").
    """
    above: tuple[int, dict[int, str]] = (0, {})
    for values in cells.head:
        row, own = values["row"], _words(values, cells.columns)
        blank = {index for index in cells.columns if values[f"k{index}"] == Kind.BLANK}
        if len(own) >= 2:
            yield row, own
        joined = own | {index: word for index, word in above[1].items() if index in blank}
        if own and above[0] == row - 1 and len(joined) >= 2 and joined != own:
            yield row, joined
            if (over := own | above[1]) not in (joined, above[1]):
                yield row, over
        above = (row, own)


def _words(values: Mapping[str, str], columns: Iterable[int]) -> dict[int, str]:
    return {
        index: values[f"t{index}"]
        for index in columns
        if values[f"k{index}"] == Kind.TEXT and values[f"t{index}"].strip()
    }


@dataclass(frozen=True)
class _Headings:
    """A row that may be headings: its words by column, the columns by word, and what was chosen for them before."""

    row: int
    words: Mapping[int, str]
    by_word: Mapping[str, list[int]]
    remembered: Mapping[str, str]

    @classmethod
    def of(cls, row: int, words: Mapping[int, str], context: Context) -> "_Headings":
        """The words as they are normalised, and without the explanation that some of them end in."""
        by_word: dict[str, list[int]] = {}
        for index, word in words.items():
            by_word.setdefault(normalise(word), []).append(index)
        for index, word in words.items():
            by_word.setdefault(normalise(_EXPLAINED.sub("", word)), [index])
        remembered = context.chosen.get(fingerprint(words.values()), {}) if context.chosen else {}
        return cls(row, words, by_word, remembered)


def _match(table: Table, headings: _Headings, context: Context) -> Layout:
    words, by_word, remembered = headings.words, headings.by_word, headings.remembered
    columns: dict[str, int] = {}
    twice: dict[str, tuple[int, ...]] = {}
    answering: dict[str, tuple[int, ...]] = {}
    for column in table.columns:
        answers = _codes(column, by_word, context.model)
        for spelling in _spellings(column, table, context.model, remembered):
            places = by_word.get(spelling)
            if places and len(answers) > 1 and spelling in answers:
                continue  # a column for each answer is not one column of answers
            if places and places[0] not in columns.values():
                columns[column.name] = places[0]
                if len(places) > 1:
                    twice[column.name] = tuple(places[1:])
                break
        answer_columns = sorted({by_word[word][0] for word in answers} - {*columns.values()} if answers else ())
        declared = {*context.model.headings.get(table.name, {}).get(column.name, ()), remembered.get(column.name, "")}
        answers -= {normalise(word) for word in declared}
        if column.required and column.name in columns and normalise(words[columns[column.name]]) in answers:
            answering[column.name] = (columns[column.name],)
        elif column.required and column.name not in columns and answer_columns:
            answering[column.name], columns[column.name] = tuple(answer_columns), answer_columns[0]
    missing = tuple(name for name in _required(table, context.model) if name not in columns)
    if table.either and not columns.keys() & {*table.either, *context.model.defaults.get(table.name, {})}:
        missing = (*missing, table.either[0])
    return Layout(table, headings.row, columns, dict(words), {}, missing, twice, answering)


def _codes(column: Column, words: Iterable[str], model: Model) -> set[str]:
    """The headings that are themselves an answer to what the column asks."""
    vocabulary = model.vocabulary(column)
    if vocabulary is None:
        return set()
    spelt = {spelling for written in vocabulary.spellings.values() for spelling in _normalised(tuple(written))}
    spelt.update(vocabulary.unsure)
    return {word for word in words if len(word) >= _A_WORD and word.rstrip(" ?") in spelt}


def _required(table: Table, model: Model) -> list[str]:
    """What the file must have: not what the model gives a value for."""
    defaults = model.defaults.get(table.name, {})
    return [column.name for column in table.columns if column.required and column.name not in defaults]


def _with_proposals(layout: Layout, context: Context) -> Layout:
    """What likeness suggests for the columns that were not found, and that nobody has said are not there."""
    settled = context.chosen.get(layout.fingerprint, {})
    taken = layout.columns.values()
    known = {normalise(heading) for heading in layout.table.passed_over}
    words = {normalise(word): index for index, word in layout.headings.items() if index not in taken}
    free = {word: index for word, index in words.items() if word not in known}
    absent = [column for column in layout.table.columns if column.name not in {*layout.columns, *settled}]
    likely = {column.name: _likely(column, free) for column in absent}
    return replace(layout, proposed={name: index for name, index in likely.items() if index is not None})


def called(table: Table, model: Model, *columns: str) -> set[str]:
    """What these columns of a table may be called, normalised."""
    return {word for name in columns for word in _spellings(table.by_name[name], table, model, {})}


def _spellings(column: Column, table: Table, model: Model, remembered: Mapping[str, str]) -> list[str]:
    """What this column may be called, what was decided before and by the model first."""
    own = model.headings.get(table.name, {}).get(column.name, ())
    chosen = normalise(remembered.get(column.name, ""))
    return [*([chosen] if chosen else []), *_normalised(tuple(own)), *_normalised(column.headings)]


@cache
def _normalised(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of ours or of the model's; no cell's text is kept here."""
    return tuple(spelling for word in words if (spelling := normalise(word)))


def _likely(column: Column, free: Mapping[str, int]) -> int | None:
    """The free heading most like one of the column's own, for the drop-down."""
    alike = [
        match
        for heading in column.headings
        if (match := process.extractOne(normalise(heading), free.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE))
    ]
    return free[max(alike, key=lambda match: match[1])[0]] if alike else None


def headings_below(cells: Cells, row: int, context: Context) -> Iterator[Layout]:
    """The complete headings under a row, however far down."""
    spellings = {
        spelling
        for table in context.tables
        for column in table.columns
        for spelling in _spellings(column, table, context.model, {})
    }
    word = pl.col(EVERY_TEXT).str.strip_chars(" .:*\u00a0").str.to_lowercase()
    counted = cells.frame.with_columns(alike=pl.sum_horizontal(word.is_in(spellings).fill_null(False)))
    # Two cells of ordinary rows are headings somewhere too: "møtt" and "åpent". Three are not, nor nearly all.
    filled, alike = pl.sum_horizontal(pl.col(EVERY_TEXT).is_not_null()), pl.col("alike")
    below = counted.filter(pl.col("row") > row, alike >= 2).filter((alike >= 3) | (alike * 2 >= filled))
    layouts: dict[tuple[tuple[int, str], ...], Layout] = {}
    for values in below.iter_rows(named=True):
        words = _words(values, cells.columns)
        same = tuple(words.items())
        if same not in layouts:
            headings = _Headings.of(0, words, context)
            matches = [_match(table, headings, context) for table in context.tables]
            layouts[same] = max(matches, key=lambda match: (match.complete, len(match.columns)))
        if layouts[same].complete:
            yield replace(layouts[same], row=values["row"])
