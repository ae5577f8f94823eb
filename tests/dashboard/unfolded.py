"""Pages with everything unfolded that is written first when somebody opens it."""

from functools import partial

import pytest
import streamlit as st


def unfold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever can be opened stands open."""
    monkeypatch.setattr(st, "expander", partial(st.expander, expanded=True))
