"""Owns how a table is put on the screen: rows as they are said, and "3. kvartal" never taken for a numbered list."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

_LIKE_A_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s)")


def as_table(rows: Sequence[Mapping[str, str]]) -> None:
    """Rows under their headings. Cells may hold marks for colours and shapes; a day or a period stays as it is said."""
    st.table(
        [{_said(head): _said(cell) for head, cell in row.items()} for row in rows], border="horizontal", hide_index=True
    )


def _said(text: str) -> str:
    """Streamlit reads cells as Markdown, where a number with a full stop begins a list."""
    return _LIKE_A_LIST.sub(r"\1\\\2", text)
