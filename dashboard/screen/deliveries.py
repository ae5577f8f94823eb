"""Owns the delivery board as the head of the page of data quality."""

from html import escape

import streamlit as st

from dashboard.counting.period import Period
from dashboard.desk import BoardRow
from dashboard.publishing.deliveries import Delivery
from dashboard.screen import View, here
from dashboard.screen.parts import heading
from dashboard.screen.tables import as_table
from dashboard.sentences import deliveries as sentences
from dashboard.sentences.sentences import period_named, plain
from data_sources.declared.table import Table


def board() -> None:
    """Who has delivered what: a row for everybody who delivers, a column for every period."""
    view = here()
    words = view.words
    tables = view.desk.board()
    if not tables:
        return
    heading(words("delivery-title"))
    st.markdown(plain(sentences.answer(tables, view.desk.seen_on(), words)))
    st.caption(words("delivery-rule"))
    for table, periods, rows in tables:
        _of_table(table, periods, rows, view)
    if never := view.desk.never_delivered():
        names = [words(f"table-{table.name}") for table in never]
        st.markdown(words("delivery-never", tables=sentences.listed(names, words)))
    for word in view.desk.overtaken():
        who, what = view.desk.name_of_place(word.place), words(f"table-{word.table_name}")
        st.info(words("delivery-overtaken", who=who, period=period_named(word.period, words), table=what))
    if upload := st.session_state["pages"].get("upload"):  # a reader has no such page
        st.page_link(upload, label=words("delivery-say"), icon=":material/edit_calendar:")


def _of_table(table: Table, periods: list[Period], rows: list[BoardRow], view: View) -> None:
    words = view.words
    st.subheader(words(f"table-{table.name}"), anchor=False)
    heads = "".join(f'<th scope="col">{escape(words.period(p, short=True))}</th>' for p in reversed(periods))
    body = "".join(
        f'<tr><th scope="row">{escape(row.name)}</th>'
        + "".join(_cell(row.cells.get(p), view) for p in reversed(periods))
        + "</tr>"
        for row in rows
    )
    name = escape(words(f"table-{table.name}"))
    drawn = (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table class="deliveries">'
        f'<caption class="unseen">{name}</caption>'
        f'<thead><tr><th scope="col">{escape(words("delivery-who"))}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    st.html(drawn)
    details = [
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
        as_table(details)


def _cell(delivery: Delivery | None, view: View) -> str:
    """The state as shape, colour and word; the shapes are drawn in pictures.css."""
    if delivery is None:
        return "<td></td>"
    return (
        f'<td><span class="{delivery.state.value}">{escape(view.words(f"delivery-{delivery.state.value}"))}</span></td>'
    )
