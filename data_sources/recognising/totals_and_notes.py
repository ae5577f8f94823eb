"""Owns which rows under the headings are no data: totals, notes, headings printed again."""

import polars as pl

from data_sources.declared.table import ColumnKind
from data_sources.reading.cells import Cells, Kind
from data_sources.recognising.layout import Layout, rows_below

_TOTAL = r"(?:sum|delsum|subtotal|totalt?|totalsum|i alt|ialt|snitt|gjennomsnitt|antall totalt|sum totalt)"
_ONLY_A_TOTAL = rf"^{_TOTAL}$"
_A_TOTAL_OF = rf"^{_TOTAL}[ :]|[ :]{_TOTAL}$"  # "Sum Gjøvik", "Gjøvik totalt"
_COUNTED = (
    r"^(?:sum|totalt?|i alt|antall?|tal på|til stede|tilstede|til stades|møtt|ikke møtt|ikkje møtt|avbud|forfall|"
    r"frem?møte|oppmøte|deltakere|deltakarar|snitt|gjennomsnitt|prosent|%|n\b)[^\d]*$"
)
_NUMBER = r"^[\d\s.,]+%?$"
_AN_ID = r"^\S*\d\S*$"
_ENOUGH, _MOSTLY = 4, 0.5  # rows; the share of them that have a figure in their id
_IDS = {ColumnKind.PERSON, ColumnKind.NUMBER_OF_RECORD}


def set_aside(cells: Cells, layout: Layout) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """The rows that are data, and the numbers of those that are not."""
    body = rows_below(cells, layout)
    filled = pl.sum_horizontal(_holds(index) for index in cells.columns)
    note = (filled == 1) & (len(layout.columns) > 2) & ~_lone_id(layout) & ~_unread(layout)
    is_aside = (
        (filled == 0)
        | _is_total(cells, layout)
        | _counts_others(cells, layout)
        | note
        | _signed(cells, filled)
        | _is_heading(layout)
    )
    aside = body.select(aside=is_aside)["aside"]
    if not aside.any():
        return body, ()
    return body.filter(~aside), tuple(body.filter(aside)["row"].to_list())


def _text(index: int) -> pl.Expr:
    """What stands in a column; null where it is nothing but spaces."""
    plain = pl.col(f"t{index}").str.strip_chars()
    return pl.when(plain != "").then(plain)


def _holds(index: int) -> pl.Expr:
    """A formula without a stored answer is something, a cell of spaces is not."""
    return _text(index).is_not_null() | (pl.col(f"k{index}") == Kind.UNCOMPUTED.value)


def _is_total(cells: Cells, layout: Layout) -> pl.Expr:
    """The first text says so. "Sum Gjøvik" only in the place of a date or a person, or where there is no date."""
    first = pl.coalesce(_text(index) for index in cells.columns)
    words = first.str.to_lowercase().str.strip_chars(" .:")
    date = layout.columns.get(layout.table.date)
    undated = pl.lit(True) if date is None else _text(date).is_null() | (_text(date) == first)
    for column in layout.table.columns:
        if column.kind in _IDS and column.name in layout.columns:
            undated = undated | (_text(layout.columns[column.name]) == first)
    ids = [
        _text(layout.columns[column.name]).str.to_lowercase().str.strip_chars(" .:").str.contains(_ONLY_A_TOTAL)
        for column in layout.table.columns
        if column.kind in _IDS and column.name in layout.columns
    ]
    named = pl.any_horizontal(pl.lit(False), *[named_so.fill_null(False) for named_so in ids])
    return named | (words.str.contains(_ONLY_A_TOTAL) | (words.str.contains(_A_TOTAL_OF) & undated)).fill_null(False)


def _counts_others(cells: Cells, layout: Layout) -> pl.Expr:
    """In a register: a word for a count, nothing else said of anybody, and a number under the day."""
    if "came_from" not in cells.frame.columns or "status" not in layout.columns:
        return pl.lit(False)
    day = layout.columns["date"]
    own = [_text(index) for index in cells.columns if index < day]
    word = pl.coalesce(own).str.to_lowercase().str.strip_chars(" .:=")
    alone = pl.sum_horizontal(text.is_not_null() for text in own) == 1
    mark = _text(layout.columns["status"]).str.contains(_NUMBER)
    counted = word.str.contains(_COUNTED) & alone
    odd = odd_ids(rows_below(cells, layout), layout)
    return ((counted if odd is None else counted | odd) & mark).fill_null(False)


def odd_ids(body: pl.DataFrame, layout: Layout) -> pl.Expr | None:
    """Names without a figure among ids that nearly all have one: a count, a visitor, hardly a participant."""
    index = layout.columns.get("participant")
    if index is None:
        return None
    has_figure = body.unique(["row"])[f"t{index}"].drop_nulls().str.contains(r"\d")
    if len(has_figure) < _ENOUGH or has_figure.sum() < _MOSTLY * len(has_figure):
        return None
    return ~_text(index).str.contains(r"\d").fill_null(True)


def _signed(cells: Cells, filled: pl.Expr) -> pl.Expr:
    """ "Ført av: Kari", "Sist oppdatert: 01.04.2026": a text that ends in a colon, and at most what it asks for."""
    first = pl.coalesce(_text(index) for index in cells.columns)
    return (first.str.ends_with(":") & (filled <= 2)).fill_null(False)


def _unread(layout: Layout) -> pl.Expr:
    """An error of Excel's, or a formula without a stored answer, in one of our columns: not passed over in silence."""
    unread = [Kind.ERROR.value, Kind.UNCOMPUTED.value]
    return pl.any_horizontal(pl.lit(False), *[pl.col(f"k{index}").is_in(unread) for index in layout.columns.values()])


def _lone_id(layout: Layout) -> pl.Expr:
    """An id and nothing else is a row somebody did not finish, not a note."""
    ids = [
        layout.columns[column.name]
        for column in layout.table.columns
        if column.kind in _IDS and column.name in layout.columns
    ]
    return pl.any_horizontal(pl.lit(False), *[_text(index).str.contains(_AN_ID).fill_null(False) for index in ids])


def _is_heading(layout: Layout) -> pl.Expr:
    """The headings once more, as on every printed page."""
    return pl.all_horizontal(
        pl.col(f"t{index}")
        .str.strip_chars(" .:*\u00a0")
        .str.to_lowercase()
        .eq_missing(pl.lit(layout.headings[index].strip(" .:*\u00a0").lower()))
        for index in layout.columns.values()
        if index in layout.headings
    )
