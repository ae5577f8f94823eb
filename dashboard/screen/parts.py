"""Owns what a page is put together with, so that a click costs little: the browser draws anew what has changed."""

from collections.abc import Callable
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def heading(text: str) -> None:
    """The heading of a part of a page. Streamlit's own are read as Markdown again at every click."""
    st.html(f"<h2>{escape(text)}</h2>")


def nothing(why: str) -> None:
    """What stands where a picture would be, when there is nothing to draw."""
    st.html(nothing_drawn(why))


def nothing_drawn(why: str) -> str:
    """The same as a part of what is drawn."""
    return f'<p class="nothing">{escape(why)}</p>'


def kept_place() -> DeltaGenerator:
    """A place for what comes and goes with a choice. Streamlit knows a part of a page by its number from the top: one
    part more would make every picture below it a new one."""
    return st.container()


def folded(label: str, write: Callable[[], object], *, key: str, icon: str | None = None) -> None:
    """Something to open, closed at first, and written first when somebody opens it.

    `key`: what it is called on its page, whatever is chosen there.
    """
    place = st.expander(label, key=key, icon=icon, on_change="rerun")
    if place.open:
        with place:
            write()
