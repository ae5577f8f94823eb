"""Owns rows typed in on the upload page, for whoever has a few and no Excel: the same checks, preview and undo."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard.desk import Preview
from dashboard.screen import View, here
from data_sources.declared.table import Column, ColumnKind, Table
from data_sources.declared.tables import ACTIVITIES, ATTENDANCE, CONCERTS

# What may be typed in: the table, its columns, and what is the same in every row. Persons come in files only.
FORMS: dict[str, tuple[Table, tuple[str, ...], dict[str, str]]] = {
    "concerts": (CONCERTS, ("date", "title", "place", "municipality", "audience", "performers", "partner"), {}),
    "activities": (ACTIVITIES, ("date", "activity", "municipality", "title", "receiver", "reached"), {}),
    "heads": (ATTENDANCE, ("date", "municipality", "team", "heads"), {"level": "Åpent tilbud", "status": "Møtt"}),
}
_EMPTY_ROWS = 3
WIDTH_OF_A_DAY = 125  # pixels: a whole 17.05.2026


def typed() -> list[Preview]:
    """The grid; and what its rows will do, once somebody has asked to see it."""
    view = here()
    words, turn = view.words, st.session_state.setdefault("upload:turn", 0)
    with st.expander(words("typing-title")):
        form = st.segmented_control(
            words("typing-what"),
            list(FORMS),
            default=next(iter(FORMS)),
            format_func=lambda key: words(f"typing-{key}"),
            key=f"typing:form:{turn}",
        )
        if form is None:
            return []
        table, names, same = FORMS[form]
        columns = [table.by_name[name] for name in names]
        empty = pl.DataFrame({column.headings[0]: [None] * _EMPTY_ROWS for column in columns}, schema=_schema(columns))
        st.caption(words("typing-help"))
        grid = st.data_editor(
            empty,
            num_rows="dynamic",
            width="stretch",
            hide_index=True,
            placeholder="",
            column_config={column.headings[0]: _shown(column, view) for column in columns},
            key=f"typing:{form}:{turn}",
        )
        rows = _rows(grid, {table.by_name[name].headings[0]: value for name, value in same.items()})
        asked = st.button(words("typing-look"), key=f"typing:look:{turn}", disabled=not rows)
    state = (form, repr(rows), view.desk.state())
    if asked:
        st.session_state["typing:seen"] = (state, view.desk.typed(rows, words(f"typing-file-{form}")))
    seen = st.session_state.get("typing:seen")
    if seen is None or seen[0] != state or not rows:
        return []
    preview: Preview = seen[1]
    if not preview.arrival.refused:
        st.session_state["upload:good"] = [*st.session_state.get("upload:good", []), preview]
    return [preview]


def _schema(columns: list[Column]) -> dict[str, pl.DataType]:
    return {column.headings[0]: pl.Int64() if column.kind is ColumnKind.COUNT else pl.String() for column in columns}


def _shown(column: Column, view: View) -> Any:
    """A list to choose from where there is one; numbers as numbers; the rest as text, dates as people write them."""
    label = view.words(f"column-{column.name}")
    match column.kind:
        case ColumnKind.MUNICIPALITY:
            return st.column_config.SelectboxColumn(label, options=list(view.names.values()))
        case ColumnKind.TEAM:
            return st.column_config.SelectboxColumn(label, options=list(view.team_names.values()))
        case ColumnKind.CODE if column.vocabulary:
            options = [spellings[0] for spellings in column.vocabulary.spellings.values()]
            return st.column_config.SelectboxColumn(label, options=options)
        case ColumnKind.COUNT:
            return st.column_config.NumberColumn(label, min_value=0, step=1)
    wide = WIDTH_OF_A_DAY if column.kind is ColumnKind.DATE else None
    return st.column_config.TextColumn(label, help=column.example, width=wide)


def _rows(grid: pl.DataFrame, same: dict[str, str]) -> list[dict[str, str]]:
    """What is typed as heading → text, empty rows left out."""
    rows = []
    for row in grid.iter_rows(named=True):
        texts = {name: "" if value is None else str(value).strip() for name, value in row.items()}
        if any(texts.values()):
            rows.append({**texts, **same})
    return rows
