"""What a page that is open sees of a publishing that goes on."""

from streamlit.testing.v1 import AppTest


def _a_page() -> None:
    """Drawn while numbers were being published; when its progress is looked at again, they are not any more."""
    from types import SimpleNamespace  # noqa: PLC0415 - this body is a script of its own

    import streamlit as st  # noqa: PLC0415

    from dashboard.language.words import words  # noqa: PLC0415
    from dashboard.screen import publishing_now  # noqa: PLC0415

    state = st.session_state
    state["drawn"] = state.get("drawn", 0) + 1
    going = state.get("going", [0.5, None])
    state["here"] = SimpleNamespace(
        words=words("nb"), desk=SimpleNamespace(publishing=going[min(state["drawn"] - 1, 1)])
    )
    if state["drawn"] < 3:
        publishing_now()


def test_a_page_comes_by_itself_when_a_publishing_is_over() -> None:
    app = AppTest.from_function(_a_page).run()
    assert app.session_state["drawn"] == 1, "half way there is nothing new"
    app.run()
    assert app.session_state["drawn"] == 3, "it is drawn anew, without being asked"
    assert not app.exception
