"""Owns what a workbook itself says its marks mean: "x = møtt", "x: fravær", "x betyr avbud", on any of its sheets."""

import re
from collections.abc import Iterable

from data_sources.declared.spelling import normalise
from data_sources.reading.cells import Cells
from data_sources.recognising.parts import DEEPEST_HEADING

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


def legend(sheets: Iterable[Cells]) -> dict[str, str]:
    """Mark → meaning: {"x": "møtt", "a": "avbud"}. What a later sheet says of a mark wins."""
    meanings: dict[str, str] = {}
    for cells in sheets:
        for index in cells.columns:
            texts = cells.frame[f"t{index}"].drop_nulls()
            explaining = texts.str.contains("=|:| betyr | står for ") & (texts.str.len_chars() <= _LONGEST)
            for text in texts.filter(explaining).unique(maintain_order=True).head(DEEPEST_HEADING):
                pairs = [*_SAYS.findall(text), *_EQUALS.findall(text)]
                meanings |= {normalise(mark): meaning.strip() for mark, meaning in pairs}
    return meanings
