"""Owns choices that live in the URL: a copied link opens the same view for a colleague, back and forward work."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st


def resolve(name: str, options: Sequence[str], default: str, *, page_changed: bool) -> tuple[str, bool]:
    """A choice that lives in the URL. Returns it, and whether the URL named something we do not have.

    The URL wins when it changed by itself (a link, back, forward); else what was chosen on the screen.
    """
    wanted, written = st.query_params.get(name), st.session_state.get(f"url:{name}")
    if f"put:{name}" in st.session_state:
        st.session_state[f"choice:{name}"] = st.session_state.pop(f"put:{name}")
        written = wanted
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


def asked(name: str) -> list[str]:
    """What the address, the code and this session ask for, whether there is such a thing or not."""
    candidates = [
        st.query_params.get(name),
        *(st.session_state.get(f"{kind}:{name}") for kind in ("put", "choice", "kept")),
    ]
    return list(dict.fromkeys(code for code in candidates if code))


def resolve_many(name: str, options: Sequence[str], *, page_changed: bool) -> tuple[list[str], bool]:
    """Several at once, with a full stop between them in the URL. Whatever is not among the options is left out."""
    asked = [st.query_params.get(name), st.session_state.get(f"choice:{name}"), st.session_state.get(f"kept:{name}")]
    offered = [code for code in asked if code and all(part in options for part in code.split("."))]
    code, unknown = resolve(name, ["", *offered], "", page_changed=page_changed)
    return code.split(".") if code else [], unknown


def put(name: str, value: str) -> None:
    """Settle a choice from the code. It counts from the next run, where `resolve` writes it into the URL."""
    st.session_state[f"put:{name}"] = value


def chooser(
    name: str,
    options: Sequence[str],
    label: str,
    show_as: Callable[[str], str],
    *,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """The widget for a choice that `resolve` has settled."""
    key = f"choice:{name}"
    if st.session_state.get(key) not in options:
        st.session_state[key] = st.session_state[f"kept:{name}"]
    st.selectbox(label, options, key=key, format_func=show_as, width=width)
