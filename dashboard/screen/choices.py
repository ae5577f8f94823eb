"""Owns choices that live in the URL: a copied link opens the same view for a colleague, back and forward work."""

from collections.abc import Callable, Sequence

import streamlit as st


def resolve(name: str, options: Sequence[str], default: str, *, page_changed: bool) -> tuple[str, bool]:
    """A choice that lives in the URL. Returns it, and whether the URL named something we do not have.

    The URL wins when it changed by itself (a link, back, forward); else what was chosen on the screen.
    """
    wanted, written = st.query_params.get(name), st.session_state.get(f"url:{name}")
    kept = st.session_state.get(f"kept:{name}", default)
    unknown = False
    if wanted != written and not (wanted is None and page_changed):
        unknown = wanted is not None and wanted not in options
        kept = wanted if wanted in options else default
        st.session_state[f"choice:{name}"] = kept
    elif f"choice:{name}" in st.session_state:
        kept = st.session_state[f"choice:{name}"]
    if kept not in options:
        kept = default
    st.session_state[f"kept:{name}"] = kept
    if kept == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = kept
    st.session_state[f"url:{name}"] = st.query_params.get(name)
    return kept, unknown


def chooser(name: str, options: Sequence[str], label: str, show_as: Callable[[str], str]) -> None:
    """The widget for a choice that `resolve` has settled."""
    key = f"choice:{name}"
    if st.session_state.get(key) not in options:
        st.session_state[key] = st.session_state[f"kept:{name}"]
    st.selectbox(label, options, key=key, format_func=show_as)
