"""Owns which rows under the headings are no data: totals, notes, headings printed again."""

import polars as pl

from data_sources.declared.table import ColumnKind
from data_sources.reading.cells import EVERY_KIND, EVERY_TEXT, Cells, Kind
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
_PIECE = 100_000  # rows looked at at once: their plain texts are as large as they are


def _plain(column: str) -> pl.Expr:
    """What stands in a column of texts; null where it is nothing but spaces."""
    plain = pl.col(column).str.strip_chars()
    return pl.when(plain != "").then(plain)


_PLAIN, _FIRST = _plain(EVERY_TEXT), pl.coalesce(pl.col(EVERY_TEXT))
# A formula without a stored answer is something, a cell of spaces is not.
_FILLED = pl.sum_horizontal(pl.col(EVERY_TEXT).is_not_null(), pl.col(EVERY_KIND) == Kind.UNCOMPUTED.value)


def set_aside(cells: Cells, layout: Layout) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """The rows that are data, and the numbers of those that are not."""
    body = rows_below(cells, layout)
    is_aside = _is_aside(cells, body, layout)
    parts = [
        piece.with_columns(_PLAIN, heading=_is_heading(layout))
        .with_columns(first=_FIRST, filled=_FILLED)
        .select(is_aside)
        for piece in body.iter_slices(_PIECE)
    ]
    aside = pl.concat(parts).to_series() if parts else pl.Series(dtype=pl.Boolean)
    if not aside.any():
        return body, ()
    return body.filter(~aside), tuple(body.filter(aside)["row"].to_list())


def _is_aside(cells: Cells, body: pl.DataFrame, layout: Layout) -> pl.Expr:
    """Of rows with plain texts: the `first` of them, how many cells are `filled`, and whether it is a `heading`."""
    filled = pl.col("filled")
    note = (filled == 1) & (len(layout.columns) > 2) & ~_lone_id(layout) & ~_unread(layout)
    others = _counts_others(cells, body, layout)
    return (filled == 0) | _is_total(layout) | others | note | _signed() | pl.col("heading")


def _is_total(layout: Layout) -> pl.Expr:
    """The first text says so. "Sum Gjøvik" only in the place of a date or a person, or where there is no date."""
    first = pl.col("first")
    words = first.str.to_lowercase().str.strip_chars(" .:")
    date = layout.columns.get(layout.table.date)
    undated = pl.lit(True) if date is None else pl.col(f"t{date}").is_null() | (pl.col(f"t{date}") == first)
    named = pl.lit(False)
    for index in _ids(layout):
        text = pl.col(f"t{index}")
        undated = undated | (text == first)
        named = named | text.str.to_lowercase().str.strip_chars(" .:").str.contains(_ONLY_A_TOTAL).fill_null(False)
    return named | (words.str.contains(_ONLY_A_TOTAL) | (words.str.contains(_A_TOTAL_OF) & undated)).fill_null(False)


def _counts_others(cells: Cells, body: pl.DataFrame, layout: Layout) -> pl.Expr:
    """In a register: a word for a count, nothing else said of anybody, and a number under the day."""
    if "came_from" not in body.columns or "status" not in layout.columns:
        return pl.lit(False)
    day = layout.columns["date"]
    own = [pl.col(f"t{index}") for index in cells.columns if index < day]
    word = pl.coalesce(own).str.to_lowercase().str.strip_chars(" .:=")
    alone = pl.sum_horizontal(text.is_not_null() for text in own) == 1
    mark = pl.col(f"t{layout.columns['status']}").str.contains(_NUMBER)
    counted = word.str.contains(_COUNTED) & alone
    odd = odd_ids(body, layout)
    return ((counted if odd is None else counted | odd) & mark).fill_null(False)


def odd_ids(body: pl.DataFrame, layout: Layout) -> pl.Expr | None:
    """Names without a figure among ids that nearly all have one: a count, a visitor, hardly a participant."""
    index = layout.columns.get("participant")
    if index is None:
        return None
    has_figure = body.unique(["row"])[f"t{index}"].drop_nulls().str.contains(r"\d")
    if len(has_figure) < _ENOUGH or has_figure.sum() < _MOSTLY * len(has_figure):
        return None
    return ~_plain(f"t{index}").str.contains(r"\d").fill_null(True)


def _signed() -> pl.Expr:
    """ "Ført av: Kari", "Sist oppdatert: 01.04.2026": a text that ends in a colon, and at most what it asks for."""
    return (pl.col("first").str.ends_with(":") & (pl.col("filled") <= 2)).fill_null(False)


def _unread(layout: Layout) -> pl.Expr:
    """An error of Excel's, or a formula without a stored answer, in one of our columns: not passed over in silence."""
    unread = [Kind.ERROR.value, Kind.UNCOMPUTED.value]
    return pl.any_horizontal(pl.lit(False), *[pl.col(f"k{index}").is_in(unread) for index in layout.columns.values()])


def _lone_id(layout: Layout) -> pl.Expr:
    """An id and nothing else is a row somebody did not finish, not a note."""
    ids = [pl.col(f"t{index}").str.contains(_AN_ID).fill_null(False) for index in _ids(layout)]
    return pl.any_horizontal(pl.lit(False), *ids)


def _ids(layout: Layout) -> list[int]:
    columns = layout.columns
    return [columns[column.name] for column in layout.table.columns if column.kind in _IDS and column.name in columns]


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
