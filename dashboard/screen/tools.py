"""Owns the part of the access page where administrators let other tools read the published numbers."""

from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from dashboard.desk import StoreFault, TokenFault, ToolToken
from dashboard.installation.addresses import CALENDARS, NUMBERS
from dashboard.screen import here
from dashboard.screen.parts import heading
from dashboard.sentences import sentences, tools

FRESH = "tools:fresh"
"""Where this reader's session keeps what a new token says, until it has been copied or the page is left."""


def letting_tools_in() -> None:
    """Which tools may read, until when, who let them and when they last did; and a new one."""
    view = here()
    words, tokens = view.words, view.desk.tool_tokens()
    heading(words("tools-heading"))
    st.markdown(words("tools-lead"))
    if st.session_state.get("page_changed"):
        st.session_state.pop(FRESH, None)
    _fresh()
    today = view.desk.today()
    for token in tokens:
        with st.container(horizontal=True, vertical_alignment="center", key=f"tool {token.id}"):
            st.markdown(_line(token, today), width="stretch")
            if token.opens(today) and st.button(words("tools-revoke"), key=f"tools:revoke:{token.id}"):
                _revoke(token)
    if not tokens:
        st.markdown(words("tools-none"))
    _new()


def _line(token: ToolToken, today: date) -> str:
    state, *more = tools.facts(token, today, here().words)
    return f"**{sentences.plain(token.name)}** #{token.id} · {state}  \n{' · '.join(more)}"


def _new() -> None:
    view = here()
    words = view.words
    with st.form("tools:new", clear_on_submit=True):
        name = st.text_input(words("tools-name"), max_chars=60)
        last = st.date_input(
            words("tools-last-day"), view.desk.usual_last_day(), format="DD.MM.YYYY", help=words("tools-last-day-help")
        )
        if not st.form_submit_button(words("tools-make"), icon=":material/key:"):
            return
    try:
        token, written = view.desk.make_tool_token(name, last if isinstance(last, date) else None)
    except TokenFault as fault:
        st.error(words(f"tools-fault-{fault.reason}"))
    except StoreFault as fault:
        st.error(words(f"store-{fault.reason}"))
    else:
        st.session_state[FRESH] = (token.name, written, view.desk.calendar_code(token.id))
        st.rerun()


def _fresh() -> None:
    """What a new token says, this once, and how it is used."""
    if FRESH not in st.session_state:
        return
    words = here().words
    name, written, code = st.session_state[FRESH]
    with st.container(border=True):
        st.success(words("tools-fresh", name=name), icon=":material/key:")
        st.code(written, language=None)
        st.markdown(words("tools-how", address=_address(f"{NUMBERS}numbers.csv")))
        st.markdown(words("tools-calendar", address=_address(f"{CALENDARS}{code}/")))
        if st.button(words("tools-copied"), key="tools:copied"):
            st.session_state.pop(FRESH, None)
            st.rerun()


def _address(path: str) -> str:
    """Where it is, as this browser reaches us."""
    page = urlsplit(st.context.url or "")
    return f"{page.scheme}://{page.netloc}{path}" if page.netloc else path


def _revoke(token: ToolToken) -> None:
    view = here()
    try:
        view.desk.revoke_tool_token(token.id)
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
    else:
        st.rerun()
