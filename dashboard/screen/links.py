"""Owns links that open the same view for a colleague: copied as they are, or with the edition of the numbers pinned."""

import streamlit as st

from dashboard.desk import Desk
from dashboard.language.words import Words
from dashboard.screen.choices import put


def copying(desk: Desk, seen: str, words: Words) -> None:
    """Two buttons: the link as it is (the page's script copies it), and the numbers pinned or let go again."""
    with st.container(key="links", gap="xsmall"):
        if st.button(words("link-copy"), key="copy-link", icon=":material/link:", width="stretch"):
            st.toast(words("link-copied"), icon=":material/check_circle:")
        if seen:
            st.button(
                words("link-let-go"),
                key="let-go",
                icon=":material/keep_off:",
                width="stretch",
                on_click=put,
                args=("sett", ""),
                help=words("link-let-go.help"),
            )
        else:
            st.button(
                words("link-pin"),
                key="pin",
                icon=":material/keep:",
                width="stretch",
                on_click=put,
                args=("sett", desk.pin()),
                help=words("link-pin.help"),
            )
