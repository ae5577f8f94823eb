"""Delimited text (csv, tsv) → cells."""

import csv
import io

from data_sources.cells import Cells
from data_sources.typed_cells import Size, frame_of


def read(content: bytes, name: str, size: Size) -> Cells:
    """First version."""
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    return Cells(name, 0, False, frame_of(rows, 0, max(map(len, rows), default=0), {}, size))
