"""Owns the data dictionary on the screen: definitions, columns, principles, all of it as a workbook."""

import streamlit as st

from dashboard.desk import GoalEntry
from dashboard.findings import dictionary
from dashboard.screen import here
from dashboard.screen.parts import heading
from dashboard.screen.tables import as_table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def definitions() -> None:
    """Every number with its definition, and all else that is to be said of it when it is opened."""
    words = here().words
    name, definition = words("about-name"), words("about-definition")
    for row in dictionary.numbers(words):
        with st.expander(f"**{row[name]}.** {row[definition]}"):
            lines = [f"**{head}:** {text}" for head, text in row.items() if head not in {name, definition} and text]
            st.markdown("  \n".join(lines))


def columns() -> None:
    """Every table and column that is taken in."""
    words = here().words
    for table in here().desk.tables:
        with st.expander(words(f"table-{table.name}")):
            as_table(dictionary.columns(table, words))


def principles() -> None:
    """The model's principles under their own name, and what speaks for each."""
    view = here()
    name = view.desk.model.principles_name
    heading(view.words.said(name) if name else view.words("about-principles-title"))
    rows = dictionary.principles(view.desk.model, _goals(), view.words)
    as_table(rows)


def download() -> None:
    """Everything above as a workbook. Made when somebody asks."""
    view = here()
    st.download_button(
        view.words("dictionary-download"),
        lambda: dictionary.workbook(view.desk.tables, view.desk.model, _goals(), view.words),
        file_name=f"{view.words('dictionary-file')}.xlsx",
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
    )


def _goals() -> list[GoalEntry]:
    return [version.entry for version in here().desk.goals()]
