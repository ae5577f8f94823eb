"""Owns columns that are each an answer ("Møtt", "Ikke møtt", "Avbud") with a mark in one of them: they become one."""

from dataclasses import replace

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.reading.cells import KIND_TYPE, Cells, Kind
from data_sources.recognising.layout import Layout

YES = frozenset({"x", "1", "j", "ja", "✓", "✔", "☑", "√", "true", "sant", "yes", "v"})
NO = frozenset({"0", "nei", "n", "false", "usant", "no", "-", "–", "—"})
"""What a mark under a heading that is an answer says: that it is so, or that it is not."""


def folded(cells: Cells, layout: Layout) -> tuple[Cells, Layout]:
    """The sheet with a further column for each column of answers that it has several columns for.

    In it stands the heading under which there is a mark; all of them where there are several, so that somebody is
    asked. What is written there besides marks stays as it is.
    """
    for name, indexes in layout.answers.items():
        if len(indexes) < 2:
            continue
        joined_column = max(cells.columns) + 1
        words = [_word(index, layout) for index in indexes]
        joined = pl.concat_str(words, separator=" + ", ignore_nulls=True)
        text = pl.when(joined != "").then(joined)
        below = pl.col("row") > layout.row
        title = " / ".join(layout.headings[index] for index in indexes)
        at_heading = pl.when(pl.col("row") == layout.row).then(pl.lit(title))
        column = at_heading.otherwise(pl.when(below).then(text)).alias(f"t{joined_column}")
        kinds = pl.lit(Kind.BLANK.value), pl.lit(Kind.TEXT.value)
        frame = cells.frame.with_columns(column).with_columns(
            pl.when(pl.col(f"t{joined_column}").is_null())
            .then(kinds[0])
            .otherwise(kinds[1])
            .cast(KIND_TYPE)
            .alias(f"k{joined_column}")
        )
        cells = replace(cells, frame=frame)
        layout = replace(layout, columns={**layout.columns, name: joined_column})
    return cells, layout


def _word(index: int, layout: Layout) -> pl.Expr:
    mark = pl.col(f"t{index}").str.strip_chars().str.to_lowercase()
    heading = layout.headings[index].strip()
    return (
        pl.when(mark.is_null() | (mark == "") | mark.is_in(list(NO)))
        .then(None)
        .when(mark.is_in(list(YES)) | (mark == normalise(heading)))
        .then(pl.lit(heading))
        .otherwise(pl.col(f"t{index}"))
    )
