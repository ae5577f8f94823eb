"""Owns links that open the same view for a colleague: copied as they are, or with the edition of the numbers pinned."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

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


def to_page(name: str, **choices: str) -> str:
    """A page's address with choices, as a link in a drawn table has it; the page's script follows it without a reload.

    What else is chosen (language, edition, municipality) stays.
    """
    kept = {key: value for key in ("lang", "sett", "kommune", "periode") if (value := st.query_params.get(key))}
    page = st.session_state["pages"][name]
    return f"/{page.url_path}?{urlencode(kept | choices)}"


def foot(pages: Sequence[str], words: Words) -> None:
    """What is looked up now and then, at the foot of every page."""
    every = "".join(f'<a href="{escape(to_page(name))}">{escape(words(f"{name}-title"))}</a>' for name in pages)
    drawn = f'<nav class="foot" aria-label="{escape(words("foot-label"))}">{every}</nav>'
    st.html(drawn)
