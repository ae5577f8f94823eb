"""Owns the list of answers that are remembered: what was asked, what was answered, and a way to take it back."""

import streamlit as st

from dashboard.desk import GivenAnswer, StoreFault
from dashboard.screen import View, here
from dashboard.sentences import asked, sentences
from data_sources.declared.tables import BY_NAME
from data_sources.parsing.answers import About, Question, meanings


def given_answers() -> None:
    """Every answer, folded away."""
    view = here()
    answers = view.desk.given_answers()
    with st.expander(view.words("given-title")):
        st.caption(view.words("given-lead"))
        if not answers:
            st.markdown(view.words("given-nothing"))
        for number, answer in enumerate(answers):
            left, right = st.columns([5, 1], vertical_alignment="center")
            left.markdown(sentences.plain(_line(answer, view)))
            if answer.by:
                left.caption(view.words("given-by", by=answer.by))
            if right.button(view.words("given-take-back"), key=f"given:{number}"):
                _take_back(answer, view)


def _line(answer: GivenAnswer, view: View) -> str:
    """What was asked, without a word out of any cell, and what it means."""
    words, column = view.words, answer.key[1].removeprefix("@")
    options = _options(answer, view)
    about = About(answer.about) if answer.about else About.VALUE
    if about is About.VALUE and not answer.shown:
        what = words("given-unknown", column=words(f"column-{column}"))
    else:
        named = column if column in COLUMNS else ""
        what = asked.question(Question(answer.key, about, answer.table, named, answer.shown, 0, {}), words)
    return words("given-line", what=what, meaning=asked.answer(options, answer.meaning, words))


COLUMNS = {name for table in BY_NAME.values() for name in table.by_name}


def _options(answer: GivenAnswer, view: View) -> dict[str, str]:
    """The answers there are in words of our own; a year, and whatever else, is as it is."""
    table, column = BY_NAME.get(answer.table), answer.key[1].removeprefix("@")
    if table is not None and column in table.by_name:
        return meanings(table.by_name[column], view.desk.model)
    return {answer.meaning: answer.meaning} if answer.meaning.isdigit() else {}


def _take_back(answer: GivenAnswer, view: View) -> None:
    try:
        view.desk.answer({answer.key: None})
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return
    st.session_state["upload:asked"] = st.session_state.get("upload:asked", 0) + 1
    st.rerun()
