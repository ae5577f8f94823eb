"""Owns what may be said of a delivery on the upload page: that there is nothing, that this is all; and its undo."""

import streamlit as st

from dashboard.desk import Word, WordKind
from dashboard.publishing.deliveries import State
from dashboard.screen import View, here
from dashboard.screen.parts import heading
from dashboard.sentences import sentences

_FIRST = 5


def deliveries() -> None:
    """What is over and has not come, each with one button; and what has been said, with its undo."""
    view = here()
    words = view.words
    waiting, statements = view.desk.open_deliveries(), view.desk.words_of_deliveries()
    if not waiting and not statements:
        return
    heading(words("deliveries-title"))
    if not waiting:
        st.markdown(words("deliveries-none"))
    for number, (deliverer, period, state) in enumerate(waiting[:_FIRST]):
        left, right = st.columns([4, 2], vertical_alignment="center")
        what = words(f"table-{deliverer.table}")
        name, at = view.desk.deliverer_name(deliverer), words.period(period)
        left.markdown(words("deliveries-open", who=name, table=what, period=at, state=words(f"delivery-{state.value}")))
        kind = WordKind.WHOLE if state is State.PARTIAL else WordKind.NOTHING
        label = words(f"deliveries-{kind.value}")
        if right.button(label, key=f"say:{number}:{deliverer.table}:{deliverer.place}:{period.code}", width="stretch"):
            view.desk.say(kind, deliverer, period)
            st.rerun()
    if len(waiting) > _FIRST:
        _others(view)
    if statements:
        with st.expander(words("deliveries-said", count=len(statements))):
            for word in statements:
                _said(word, view)


def _others(view: View) -> None:
    """The rest of them in a list to choose from."""
    words = view.words
    rest = view.desk.open_deliveries()[_FIRST:]
    with st.expander(words("deliveries-more", count=len(rest))), st.form("deliveries:more", border=False):
        chosen = st.selectbox(
            words("deliveries-which"),
            rest,
            format_func=lambda it: (
                f"{view.desk.deliverer_name(it[0])} · {words(f'table-{it[0].table}')} · {words.period(it[1])}"
            ),
        )
        if st.form_submit_button(words("deliveries-nothing")) and chosen:
            view.desk.say(WordKind.WHOLE if chosen[2] is State.PARTIAL else WordKind.NOTHING, chosen[0], chosen[1])
            st.rerun()


def _said(word: Word, view: View) -> None:
    words = view.words
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.markdown(
        words(
            f"deliveries-{word.kind}-said",
            who=view.desk.name_of_place(word.place),
            table=words(f"table-{word.table_name}") if word.table_name else "",
            period=sentences.period_named(word.period, words),
        )
    )
    left.caption(f"{words.moment(word.at)} · {word.by}")
    if right.button(words("history-undo"), key=f"unsay:{word.id}", icon=":material/undo:"):
        view.desk.withdraw_word(word.id)
        st.rerun()
