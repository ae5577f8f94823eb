"""Owns what a workbook itself says its marks mean: "x = møtt", "x: fravær", "x betyr avbud", on any of its sheets."""

import re
from collections.abc import Iterable
from itertools import chain

import polars as pl

from data_sources.declared.spelling import normalise
from data_sources.reading.cells import DEEPEST_HEADING, EVERY_TEXT, Cells

_LONGEST = 500  # characters
_EQUALS = re.compile(
    r"(?:^|(?<=[\s:(,;|/]))([^\s=:(,;|/]{1,3})\s*=\s*([^=,;|\n]+?)\s*"
    r"(?=[,;|•]|\s/\s|\s[^\s=]{1,3}\s*=|[).]?\s*$)",
    re.MULTILINE,
)
_SAYS = re.compile(  # not a time of day, and no numbers: a mark is a letter or two, or a sign
    r"(?:^|(?<=[\s(,;|/]))([^\W\d_]{1,2}|[✓✔☑√+*–-])\s*(?::|betyr|står for)\s*([^\W\d_][^:=,;|\n]{2,60}?)\s*"
    r"(?=[,;|•.)]|\s[^\s:=]{1,2}\s*(?::|betyr)|$)",
    re.MULTILINE | re.IGNORECASE,
)

_TEXT = pl.col(EVERY_TEXT)
_PERHAPS = _TEXT.str.contains("=|:| betyr | står for ") & (_TEXT.str.len_chars() <= _LONGEST)
_EXPLAINING = _TEXT.filter(_PERHAPS).unique(maintain_order=True).head(DEEPEST_HEADING).implode()


def legend(sheets: Iterable[Cells]) -> dict[str, str]:
    """Mark → meaning: {"x": "møtt", "a": "avbud"}. What a later sheet says of a mark wins."""
    meanings: dict[str, str] = {}
    for cells in sheets:
        explaining = cells.frame.select(_EXPLAINING).row(0) if cells.columns else ()
        for text in chain.from_iterable(explaining):
            pairs = [*_SAYS.findall(text), *_EQUALS.findall(text)]
            meanings |= {normalise(mark): meaning.strip() for mark, meaning in pairs}
    return meanings
