"""Owns the ladder: a closing that cannot be protected as a whole shows less, step by step, and is never stuck.

First a year is taken apart from its last period. Then each goes down: without the finest breakdown, region and
municipality totals, the mark alone.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from dashboard.wall.search import Depth
from dashboard.wall.suppression import DisagreementError, Question, UnprotectableError
from dashboard.wall.suppression import protect as protect_at

Chosen = tuple[pl.DataFrame, Mapping[str, Depth]]


def protect(question: Question, closing: Sequence[str], published: pl.DataFrame | None) -> Chosen:
    """Which cells of the `closing` periods are shown, and how far down each period had to go.

    Raises DisagreementError where what is published and the counts differ in the periods concerned, and
    InconsistentError where the counts themselves do not add up.
    """
    year = question.shape.year
    parts = [code for code in closing if code != year]
    try:
        return protect_at(question, closing, published, question.least), dict.fromkeys(closing, question.least)
    except (UnprotectableError, DisagreementError):
        if year not in closing or not parts:
            return _lower(question, closing, published)
    first, depth = protect(question, parts, published)
    with_numbers = _with_numbers(first, question.counts)
    past = with_numbers if published is None else pl.concat([published.select(with_numbers.columns), with_numbers])
    try:
        rest, below = protect(question, [year], past)
    except DisagreementError:
        return first, depth  # the year waits for its corrected periods; its last one need not
    return pl.concat([first, rest]), {**depth, **below}


def _lower(question: Question, closing: Sequence[str], published: pl.DataFrame | None) -> Chosen:
    for depth in (depth for depth in (Depth.WITHOUT_FINEST, Depth.TOTALS) if depth > question.least):
        try:
            return protect_at(question, closing, published, depth), dict.fromkeys(closing, depth)
        except UnprotectableError:
            continue
    return protect_at(question, closing, published, Depth.NOTHING), dict.fromkeys(closing, Depth.NOTHING)


def _with_numbers(shown: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    keys = [name for name in shown.columns if name != "shown"]
    joined = shown.join(counts.select(*keys, "persons"), on=keys, how="left")
    return joined.with_columns(persons=pl.when("shown").then(pl.col("persons").fill_null(0)))
