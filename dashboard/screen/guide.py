"""Owns what helps a reader along: the first five sentences, and what is and is not accessible here."""

from datetime import date
from html import escape

import streamlit as st

from dashboard.screen import here
from dashboard.screen.parts import heading

REVIEWED = date(2026, 11, 28)  # when the statement was last held against the pages


def tour() -> None:
    """Five sentences for whoever is new. Put away once, the browser remembers it and never shows them again."""
    words = here().words
    with st.container(border=True, key="tour"):
        heading(words("tour-title"))
        st.markdown(words("tour-text"))
        # What the button does is done in the browser, by static/screen.js.
        st.button(words("tour-done"), key="tour-done", icon=":material/check:")


# Whom a guide is for → its passages, each with the picture after it. They are made from the demo by docs/pictures.py.
READERS = {
    "coordinator": {"coordinator-first": "upload", "coordinator-then": "quality"},
    "leader": {"leader-first": "overview", "leader-then": "goal"},
    "secretary": {"secretary-first": "meeting", "secretary-then": "measures"},
}


def guides() -> None:
    """A guide for each of three readers, each two pages with pictures."""
    words = here().words
    st.markdown(words("guide-intro"))
    titles = [words(f"guide-{reader}-title") for reader in READERS]
    for tab, passages in zip(st.tabs(titles), READERS.values(), strict=True):
        with tab:
            for passage, picture in passages.items():
                st.markdown(words(f"guide-{passage}"))
                text = escape(words(f"guide-picture-{picture}"))
                drawn = f'<img class="shot" src="/app/static/guide/{picture}.png" alt="{text}">'
                st.html(drawn)


def statement() -> None:
    """The accessibility statement: how far, what not and why, how it was tried, whom to tell, who supervises."""
    view = here()
    words, contact = view.words, view.desk.model.contact
    heading(words("accessibility-status-title"))
    st.markdown(words("accessibility-status"))
    heading(words("accessibility-unmet-title"))
    st.markdown(words("accessibility-unmet"))
    heading(words("accessibility-tried-title"))
    st.markdown(words("accessibility-tried"))
    heading(words("accessibility-feedback-title"))
    st.markdown(words("accessibility-feedback"))
    if contact is None:
        st.markdown(words("accessibility-no-contact", model=view.desk.model.name))
    else:
        reached = [f"<{contact.email}>" if contact.email else "", contact.phone]
        st.markdown("  \n".join([f"**{contact.name}**", *filter(None, reached)]))
    heading(words("accessibility-supervision-title"))
    st.markdown(words("accessibility-supervision"))
    if contact is not None and contact.statement:
        st.markdown(words("accessibility-registered", link=contact.statement))
    st.caption(words("accessibility-reviewed", day=words.day(REVIEWED)))
