"""Owns what the upload page asks: which column is which, and what a spelling means. Asked once for each source."""

from collections.abc import Callable
from functools import partial
from operator import ne

import streamlit as st

from dashboard.desk import Preview, StoreFault
from dashboard.screen import Here, here
from data_sources.checking.questions import Question
from data_sources.recognising.layout import Layout

NONE = ""


def ask(preview: Preview) -> None:
    """The drop-downs for headings that nobody is sure of, then those for spellings nobody knows."""
    now = here()
    if preview.arrival.undecided is not None:
        _headings(preview.arrival.undecided, preview.arrival.sha256, now)
    asked = preview.arrival.questions
    if new := [one for one in asked if one.answer is None]:
        with st.container(border=True):
            st.markdown(f"**{now.words('ask-values', count=len(new))}**")
            _values(new, f"new:{preview.arrival.sha256}", now)
    if old := [one for one in asked if one.answer is not None]:
        with st.expander(now.words("ask-remembered", count=len(old))):
            _values(old, f"old:{preview.arrival.sha256}", now)


def _headings(layout: Layout, file: str, now: Here) -> None:
    """Likeness only moves a heading to the top of the list; a person chooses."""
    words = now.words
    wanted = list(dict.fromkeys([*layout.missing, *layout.proposed]))
    taken = set(layout.columns.values())
    free = [index for index in layout.headings if index not in taken]
    if not free:
        return
    with st.container(border=True), st.form(f"headings:{file}", border=False):
        st.markdown(f"**{words('ask-headings', table=words(f'table-{layout.table.name}'))}**")
        chosen = {}
        for name in wanted:
            like = layout.proposed.get(name)
            order = [*([like] if like is not None else []), *[index for index in free if index != like]]
            needed = name in layout.missing
            chosen[name] = st.selectbox(
                words("ask-heading" if needed else "ask-heading-perhaps", column=words(f"column-{name}")),
                [*order, NONE],
                index=None,
                key=f"heading:{file}:{name}",
                format_func=partial(_heading, like, layout, now),
                placeholder=words("ask-choose"),
            )
        if st.form_submit_button(words("ask-use-headings"), type="primary"):
            given = {
                name: layout.headings[index] if isinstance(index, int) else NONE
                for name, index in chosen.items()
                if index is not None
            }
            _remember(lambda: now.desk.point_out(layout, given), now)


def _heading(like: int | None, layout: Layout, now: Here, index: int | str) -> str:
    if not isinstance(index, int):
        return now.words("ask-none")
    heading = layout.headings[index]
    return now.words("ask-alike", heading=heading) if index == like else heading


def _values(asked: list[Question], key: str, now: Here) -> None:
    words = now.words
    with st.form(f"values:{key}", border=False):
        meant = {}
        for number, one in enumerate(asked):
            codes = sorted(one.options, key=partial(ne, one.likely))
            options = [*codes, NONE]
            meant[one.key] = st.selectbox(
                words("ask-value", written=one.written, column=words(f"column-{one.column}"), count=one.rows),
                options,
                index=options.index(one.answer) if one.answer in options else None,
                key=f"value:{key}:{number}",
                placeholder=words("ask-choose"),
                format_func=partial(_meaning, one, now),
            )
        if st.form_submit_button(words("ask-use-values"), type="primary"):
            given = {found: code or None for found, code in meant.items() if code is not None}
            _remember(lambda: now.desk.answer(given), now)


def _meaning(question: Question, now: Here, code: str) -> str:
    if code == NONE:
        return now.words("ask-unknown")
    label = question.options[code]
    return now.words("ask-alike", heading=label) if code == question.likely else label


def _remember(store: Callable[[], None], now: Here) -> None:
    """Store what was answered, and read the files in hand anew with it."""
    try:
        store()
    except StoreFault as fault:
        st.error(now.words(f"store-{fault.reason}"))
        return
    st.session_state["upload:asked"] = st.session_state.get("upload:asked", 0) + 1
    st.rerun()
