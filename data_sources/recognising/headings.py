"""Owns which column is which: headings as the table declares them, as the model adds, as was chosen last time.

Likeness only ever proposes. No threshold tells "fødselsår/fødselsnr" from "dato for oppstart/oppstartsdato".
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import polars as pl
from rapidfuzz import fuzz, process

from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise
from data_sources.declared.table import Column, Table
from data_sources.reading.cells import Cells, Kind, letter

DEEPEST_HEADING = 30  # titles and logos stand above the table; nobody puts thirty rows of them there
_MOST_TABLES = 60  # one below the other in a sheet
_LIKE = 70  # how alike a heading must be to be proposed
_EXPLAINED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")  # "Dato (dd.mm.åååå)"

Chosen: TypeAlias = Mapping[str, Mapping[str, str]]  # headings' fingerprint → column → heading, as somebody decided


@dataclass(frozen=True)
class Layout:
    """Where a table stands in a sheet.

    `columns`: column name → column number of the cells. `headings`: column number → text in the file.
    `proposed`: column name → column number that likeness suggests, for a person to decide.
    `missing`: required columns that were not found. Complete when that is empty.
    `twice`: column name → the columns whose heading is given again; the first stands.
    """

    table: Table
    row: int
    columns: Mapping[str, int]
    headings: Mapping[int, str]
    proposed: Mapping[str, int]
    missing: tuple[str, ...]
    twice: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Every required column was found."""
        return not self.missing

    @property
    def fingerprint(self) -> str:
        """The same for files with the same headings, so a choice made once can be remembered."""
        return fingerprint(self.headings.values())

    def place(self, column: str) -> tuple[str, str]:
        """The letter and the heading of a column as the file shows them; empty where it has none."""
        index = self.columns.get(column)
        return ("", "") if index is None else (letter(index), self.headings.get(index, ""))


def fingerprint(headings: Iterable[str]) -> str:
    """A short name for a set of headings, whatever their order."""
    words = sorted(normalise(word) for word in headings)
    return hashlib.blake2b("\x1f".join(words).encode(), digest_size=12).hexdigest()


def recognise(cells: Cells, tables: Sequence[Table], model: Model, chosen: Chosen | None = None) -> Layout | None:
    """The table a sheet holds and its columns, or None where no row looks like headings.

    The first row with a complete table begins it, or the row below where headings take two rows; where no
    row is complete, the one with the most known headings.
    """
    best: tuple[tuple[bool, int, bool], Layout] | None = None
    named = normalise(cells.sheet)
    for row, words in _heading_rows(cells):
        if best and best[1].complete and row > best[1].row + 1:
            break
        for table in tables:
            layout = _match(table, row, words, model, chosen or {})
            if len(layout.columns) < 2:
                continue
            sheet_named = any(normalise(heading) in named for heading in table.headings)
            rank = (layout.complete, len(layout.columns), sheet_named)
            if best is None or rank > best[0]:
                best = (rank, layout)
    return _with_proposals(best[1], chosen or {}) if best else None


def _heading_rows(cells: Cells) -> Iterator[tuple[int, dict[int, str]]]:
    """The first rows as (row, column number → text), those with at least two texts.

    Each row comes as it is, then with its empty cells as the row above has them: a heading of two rows
    has some of its words in the first and some in the second.
    """
    above: tuple[int, dict[int, str]] = (0, {})
    for values in cells.frame.head(DEEPEST_HEADING).iter_rows(named=True):
        row, own = values["row"], _words(values, cells.columns)
        blank = {index for index in cells.columns if values[f"k{index}"] == Kind.BLANK}
        if len(own) >= 2:
            yield row, own
        joined = own | {index: word for index, word in above[1].items() if index in blank}
        if own and above[0] == row - 1 and len(joined) >= 2 and joined != own:
            yield row, joined
        above = (row, own)


def _words(values: Mapping[str, str], columns: Iterable[int]) -> dict[int, str]:
    return {
        index: values[f"t{index}"]
        for index in columns
        if values[f"k{index}"] == Kind.TEXT and values[f"t{index}"].strip()
    }


def _match(table: Table, row: int, words: Mapping[int, str], model: Model, chosen: Chosen) -> Layout:
    remembered = chosen.get(fingerprint(words.values()), {})
    by_word: dict[str, list[int]] = {}
    for index, word in words.items():
        by_word.setdefault(normalise(word), []).append(index)
    for index, word in words.items():
        by_word.setdefault(normalise(_EXPLAINED.sub("", word)), [index])
    columns: dict[str, int] = {}
    twice: dict[str, tuple[int, ...]] = {}
    for column in table.columns:
        told = _codes(column, by_word)
        for spelling in _spellings(column, table, model, remembered):
            found = by_word.get(spelling)
            if found and len(told) > 1 and spelling in told:
                continue  # a column for each answer is not one column of answers
            if found and found[0] not in columns.values():
                columns[column.name] = found[0]
                if len(found) > 1:
                    twice[column.name] = tuple(found[1:])
                break
    missing = tuple(name for name in _required(table, model) if name not in columns)
    return Layout(table, row, columns, dict(words), {}, missing, twice)


def _codes(column: Column, words: Iterable[str]) -> set[str]:
    """The headings that are themselves an answer to what the column asks."""
    if column.vocabulary is None:
        return set()
    answers = {normalise(word) for written in column.vocabulary.spellings.values() for word in written}
    return answers.intersection(words)


def _required(table: Table, model: Model) -> list[str]:
    """What the file must have: not what the model gives a value for."""
    given = model.defaults.get(table.name, {})
    return [column.name for column in table.columns if column.required and column.name not in given]


def _with_proposals(layout: Layout, chosen: Chosen) -> Layout:
    """What likeness suggests for the columns that were not found, and that nobody has said are not there."""
    settled = chosen.get(layout.fingerprint, {})
    taken = layout.columns.values()
    free = {normalise(word): index for index, word in layout.headings.items() if index not in taken}
    absent = [column for column in layout.table.columns if column.name not in {*layout.columns, *settled}]
    likely = {column.name: _likely(column, free) for column in absent}
    return replace(layout, proposed={name: index for name, index in likely.items() if index is not None})


def called(table: Table, model: Model, *columns: str) -> set[str]:
    """What these columns of a table may be called, normalised."""
    return {word for name in columns for word in _spellings(table.by_name[name], table, model, {})}


def _spellings(column: Column, table: Table, model: Model, remembered: Mapping[str, str]) -> list[str]:
    """What this column may be called, what was decided before and by the model first."""
    own = model.headings.get(table.name, {}).get(column.name, ())
    words = [*([remembered[column.name]] if column.name in remembered else []), *own, *column.headings]
    return [spelling for word in words if (spelling := normalise(word))]


def _likely(column: Column, free: Mapping[str, int]) -> int | None:
    """The free heading most like one of the column's own, for the drop-down."""
    found = [
        match
        for heading in column.headings
        if (match := process.extractOne(normalise(heading), free.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE))
    ]
    return free[max(found, key=lambda match: match[1])[0]] if found else None


def stacked(
    cells: Cells, layout: Layout, tables: Sequence[Table], model: Model, chosen: Chosen | None = None
) -> list[tuple[Cells, Layout]]:
    """The tables of a sheet that stand one below the other: each with the part of the sheet that is its own.

    Headings repeated as they were (on every printed page) do not begin a table.
    """
    parts = [(cells, layout)]
    for best in begun(cells, layout.row, tables, model, chosen):
        if len(parts) == _MOST_TABLES:
            break
        above, before = parts[-1]
        if best.table is before.table and best.columns == before.columns:
            continue
        parts[-1] = (from_row(above, 0, best.row), before)
        parts.append((from_row(above, best.row), best))
    return parts


def begun(
    cells: Cells, row: int, tables: Sequence[Table], model: Model, chosen: Chosen | None = None
) -> Iterator[Layout]:
    """The complete headings under a row, however far down."""
    known = {
        spelling for table in tables for column in table.columns for spelling in _spellings(column, table, model, {})
    }
    texts = [pl.col(f"t{index}").str.strip_chars(" .:*\u00a0").str.to_lowercase() for index in cells.columns]
    alike = pl.sum_horizontal(text.is_in(known).fill_null(False) for text in texts)
    # Two cells of ordinary rows are headings somewhere too: "møtt" and "åpent". Three are not, nor nearly all.
    mostly = (alike >= 2) & (alike * 2 >= pl.sum_horizontal(text.is_not_null() for text in texts))
    below = cells.frame.filter((pl.col("row") > row) & ((alike >= 3) | mostly))
    known_rows: dict[tuple[tuple[int, str], ...], Layout] = {}
    for values in below.iter_rows(named=True):
        words = _words(values, cells.columns)
        same = tuple(words.items())
        if same not in known_rows:
            matches = [_match(table, 0, words, model, chosen or {}) for table in tables]
            known_rows[same] = max(matches, key=lambda match: (match.complete, len(match.columns)))
        if known_rows[same].complete:
            yield replace(known_rows[same], row=values["row"])


def from_row(cells: Cells, first: int, end: int | None = None) -> Cells:
    """The part of a sheet from a row to before another."""
    inside = (pl.col("row") >= first) & (pl.lit(end is None) | (pl.col("row") < (end or 0)))
    return _part(cells, cells.frame.filter(inside))


def _part(cells: Cells, frame: pl.DataFrame) -> Cells:
    rows = set(frame["row"])
    return replace(cells, frame=frame, hidden_rows=tuple(row for row in cells.hidden_rows if row in rows))


def rows_below(cells: Cells, layout: Layout) -> pl.DataFrame:
    """The rows under the headings that hold anything. A cell merged over several rows is said of each of them."""
    body = cells.frame.filter(pl.col("row") > layout.row)
    for index in set(layout.columns.values()):
        spans = [(top, bottom) for top, left, bottom, _ in cells.merged if left == index and layout.row < top < bottom]
        if spans:
            body = filled_down(body, index, spans)
    return body


def filled_down(body: pl.DataFrame, index: int, spans: Sequence[tuple[int, int]]) -> pl.DataFrame:
    """A column in which merged cells, from the first row to the last, say the same in every row."""
    text, kind = f"t{index}", f"k{index}"
    merged = pl.DataFrame(spans, schema={"top": pl.UInt32, "bottom": pl.UInt32}, orient="row").sort("top")
    first = body.select(pl.col("row").alias("top"), pl.col(text).alias("text"), pl.col(kind).alias("kind"))
    joined = body.join_asof(
        merged.join(first, on="top", maintain_order="left"), left_on="row", right_on="top", check_sortedness=False
    )
    inside = (pl.col("row") <= pl.col("bottom")) & (pl.col(kind) == Kind.BLANK.value)
    return joined.with_columns(
        pl.when(inside).then(pl.col("text")).otherwise(pl.col(text)).alias(text),
        pl.when(inside).then(pl.col("kind")).otherwise(pl.col(kind)).alias(kind),
    ).select(body.columns)
