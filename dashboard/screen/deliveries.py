"""Owns the delivery board as the head of the page of data quality."""

import streamlit as st

from dashboard.counting.period import Period
from dashboard.desk import BoardRow
from dashboard.publishing.deliveries import Delivery, State
from dashboard.screen import View, here
from dashboard.sentences import deliveries as sentences
from data_sources.declared.table import Table

# Colour and shape of each state; the word stands beside them.
LOOKS = {
    State.DELIVERED: ("green", "check"),
    State.LATE: ("blue", "schedule"),
    State.PARTIAL: ("orange", "hourglass_bottom"),
    State.MISSING: ("red", "close"),
    State.NOTHING: ("gray", "remove"),
    State.AWAITED: ("gray", "more_horiz"),
}


def board() -> None:
    """Who has delivered what: a row for everybody who delivers, a column for every period."""
    view = here()
    words = view.words
    tables = view.desk.board()
    if not tables:
        return
    st.header(words("delivery-title"), anchor=False)
    st.caption(words("delivery-rule"))
    for table, periods, rows in tables:
        _of_table(table, periods, rows, view)
    if never := view.desk.never_delivered():
        names = [words(f"table-{table.name}") for table in never]
        st.markdown(words("delivery-never", tables=sentences.listed(names, words)))
    for word in view.desk.overtaken():
        who = view.desk.name_of_place(word.place)
        st.info(words("delivery-overtaken", who=who, period=sentences.period_name(word.period, words)))
    if upload := st.session_state["pages"].get("upload"):  # a reader has no such page
        st.page_link(upload, label=words("delivery-say"), icon=":material/edit_calendar:")


def _of_table(table: Table, periods: list[Period], rows: list[BoardRow], view: View) -> None:
    words = view.words
    st.subheader(words(f"table-{table.name}"), anchor=False)
    columns = {period: words.period(period, short=True) for period in reversed(periods)}
    st.table(
        [
            {words("delivery-who"): row.name}
            | {name: _badge(row.cells.get(period), view) for period, name in columns.items()}
            for row in rows
        ],
        border="horizontal",
        hide_index=True,
    )
    sentences_of_table = [
        {
            words("delivery-who"): row.name,
            words("quality-period"): words.period(period),
            words("delivery-state"): words(f"delivery-{cell.state.value}"),
            words("delivery-when"): words.moment(cell.at) if cell.at else "",
            words("delivery-by"): cell.by,
            words("delivery-due"): words.day(cell.due),
        }
        for period in reversed(periods)
        for row in rows
        if (cell := row.cells.get(period)) is not None
    ]
    with st.expander(words("delivery-details", table=words(f"table-{table.name}"))):
        st.table(sentences_of_table, border="horizontal", hide_index=True)


def _badge(cell: Delivery | None, view: View) -> str:
    if cell is None:
        return ""
    colour, shape = LOOKS[cell.state]
    return f":{colour}-badge[:material/{shape}: {view.words(f'delivery-{cell.state.value}')}]"
