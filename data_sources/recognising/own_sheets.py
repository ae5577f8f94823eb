"""Owns which sheets of a workbook are our own template's: the one to read first, and the hidden one with the lists."""

from data_sources.declared.spelling import normalise
from data_sources.reading.cells import Cells

GUIDES = frozenset({"les først", "read first"})
LISTS = "lister"


def is_ours(sheet: Cells) -> bool:
    """Nobody's data: not read, and nothing to ask about."""
    name = normalise(sheet.sheet)
    if name == LISTS:
        return sheet.hidden
    if name not in GUIDES or "t0" not in sheet.frame.columns:
        return False
    first = sheet.frame["t0"].drop_nulls()
    return len(first) > 0 and "Samspill" in first[0]
