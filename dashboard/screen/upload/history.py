"""Owns the history piece of the upload page: every upload with who, when, what and its fingerprint, and its undo."""

from collections.abc import Sequence

import streamlit as st

from dashboard.desk import Batch, StoreFault
from dashboard.screen import View, here
from dashboard.screen.parts import heading
from dashboard.sentences import deliveries, sentences

_FIRST = 10


def history() -> None:
    """Every upload, newest first; the older ones folded away."""
    view = here()
    batches = view.desk.batches()
    heading(view.words("history-title"))
    if not batches:
        st.markdown(view.words("history-nothing"))
    _rows(batches[:_FIRST], view)
    if older := batches[_FIRST:]:
        with st.expander(view.words("history-older", count=len(older))):
            _rows(older, view)


def _rows(batches: Sequence[Batch], view: View) -> None:
    for batch in batches:
        left, right = st.columns([5, 1], vertical_alignment="center")
        words = view.words
        parts = [f"**{batch.file}** · {words.moment(batch.uploaded_at)} · {batch.uploaded_by}"]
        parts.append("; ".join(sentences.brought(counts, words) for counts in batch.counts))
        parts.append(words("history-hash", hash=batch.fingerprint[:12]))
        if batch.undone_at:
            at = words.moment(batch.undone_at)
            parts.append(words("history-undone", at=at, by=batch.undone_by or ""))
            left.caption("  \n".join(parts))
            continue
        left.markdown(parts[0])
        left.caption("  \n".join(parts[1:]))
        if right.button(words("history-undo"), key=f"undo:{batch.id}", icon=":material/undo:"):
            if view.desk.behind_published(batch):
                st.session_state["undo:asked"] = batch.id
            else:
                _undo(batch, view)
        if st.session_state.get("undo:asked") == batch.id:
            _ask_first(batch, view)


def _ask_first(batch: Batch, view: View) -> None:
    """Published numbers rest on these rows: once it is said what follows, and asked."""
    words = view.words
    names = [words.period(period) for period in view.desk.behind_published(batch)]
    with st.container(border=True):
        st.warning(words("undo-behind", periods=deliveries.listed(names, words)), icon=":material/history:")
        yes, no = st.columns(2)
        if yes.button(words("undo-sure"), key=f"undo-sure:{batch.id}", width="stretch"):
            del st.session_state["undo:asked"]
            _undo(batch, view)
        if no.button(words("undo-keep"), key=f"undo-keep:{batch.id}", width="stretch"):
            del st.session_state["undo:asked"]
            st.rerun()


def _undo(batch: Batch, view: View) -> None:
    try:
        with st.spinner(view.words("history-undoing", file=batch.file)):
            done = view.desk.undo(batch.id)
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return
    if done:
        st.rerun()
    st.error(view.words("history-overtaken"))
