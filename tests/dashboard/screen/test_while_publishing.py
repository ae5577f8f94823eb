"""What a page that is open sees of a publishing that goes on."""

import pytest
from streamlit.testing.v1 import AppTest


def _a_page() -> None:
    """Drawn while numbers were being published, of what was published first; its progress is then looked at again."""
    from types import SimpleNamespace  # noqa: PLC0415 - this body is a script of its own

    import streamlit as st  # noqa: PLC0415

    from dashboard.language.words import words  # noqa: PLC0415
    from dashboard.screen import publishing_now  # noqa: PLC0415

    state = st.session_state
    state["drawn"] = state.get("drawn", 0) + 1
    share, newest = state["stands"][min(state["drawn"] - 1, len(state["stands"]) - 1)]
    state["here"] = SimpleNamespace(
        words=words("nb"), desk=SimpleNamespace(publishing=share, pin=lambda: f"2026-11-29.{newest}")
    )
    if state["drawn"] < 3:
        publishing_now("2026-11-29.7")


@pytest.mark.parametrize(
    ("then", "drawn"), [((None, 7), 3), ((0.6, 8), 3), ((0.6, 7), 2)], ids=["it is over", "more has come", "no news"]
)
def test_a_page_comes_by_itself_when_there_is_more_or_the_publishing_is_over(
    then: tuple[float | None, int], drawn: int
) -> None:
    app = AppTest.from_function(_a_page)
    app.session_state["stands"] = [(0.5, 7), then]
    app.run()
    assert app.session_state["drawn"] == 1, "half way there is nothing new"
    app.run()
    assert app.session_state["drawn"] == drawn
    assert not app.exception
