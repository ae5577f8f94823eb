"""Owns rows that somebody has typed in, not as a file: they become cells as a sheet's do, heading row first."""

import hashlib
from collections.abc import Mapping, Sequence

from data_sources.reading.cells import Cells
from data_sources.reading.formats.typed_cells import frame_of
from data_sources.reading.partner_database import LARGEST


def typed_rows(rows: Sequence[Mapping[str, str]], sheet: str) -> tuple[Cells, str]:
    """Rows of heading → text as one sheet, and the SHA-256 of what stands in it. ValueError where there is no row."""
    if not rows:
        raise ValueError("no row is typed")
    headings = list(rows[0])
    lines: list[list[str | None]] = [[*headings], *([row.get(name) or None for name in headings] for row in rows)]
    frame = frame_of(lines, 0, len(headings), {}, LARGEST)
    return Cells(sheet, 0, False, frame), hashlib.sha256(repr(lines).encode()).hexdigest()
