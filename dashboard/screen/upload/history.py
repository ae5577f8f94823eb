"""Owns the history piece of the upload page: every upload with who, when, what and its fingerprint, and its undo."""

from collections.abc import Sequence

import streamlit as st

from dashboard.desk import Batch, StoreFault
from dashboard.screen import Here, here
from dashboard.sentences import sentences

_FIRST = 10


def history() -> None:
    """Every upload, newest first; the older ones folded away."""
    now = here()
    batches = now.desk.batches()
    st.header(now.words("history-title"), anchor=False)
    if not batches:
        st.markdown(now.words("history-nothing"))
    _rows(batches[:_FIRST], now)
    if older := batches[_FIRST:]:
        with st.expander(now.words("history-older", count=len(older))):
            _rows(older, now)


def _rows(batches: Sequence[Batch], now: Here) -> None:
    for batch in batches:
        left, right = st.columns([5, 1], vertical_alignment="center")
        words = now.words
        said = [f"**{batch.file}** · {words.moment(batch.uploaded_at)} · {batch.uploaded_by}"]
        said.append("; ".join(sentences.brought(counts, words) for counts in batch.counts))
        said.append(words("history-hash", hash=batch.fingerprint[:12]))
        if batch.undone_at:
            at = words.moment(batch.undone_at)
            said.append(words("history-undone", at=at, by=batch.undone_by or ""))
            left.caption("  \n".join(said))
            continue
        left.markdown(said[0])
        left.caption("  \n".join(said[1:]))
        if right.button(words("history-undo"), key=f"undo:{batch.id}", icon=":material/undo:"):
            _undo(batch, now)


def _undo(batch: Batch, now: Here) -> None:
    try:
        with st.spinner(now.words("history-undoing", file=batch.file)):
            done = now.desk.undo(batch.id)
    except StoreFault as fault:
        st.error(now.words(f"store-{fault.reason}"))
        return
    if done:
        st.rerun()
    st.error(now.words("history-overtaken"))
