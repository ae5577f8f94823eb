"""What a reader's role shows: the pages it may open, and no others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import desk as desks
from dashboard.desk import Desk, Role
from dashboard.desk.installation.addresses import COOKIE

APP = Path(__file__).resolve().parents[3] / "dashboard" / "app.py"


@pytest.fixture
def opened(make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> Callable[[Role | None], AppTest]:
    """The dashboard as somebody of a role opens it; None: nobody has signed in."""
    desk = make_desk()
    desk.settings = replace(desk.settings, sign_in=Path("sign_in.toml"))
    monkeypatch.setattr(desks, "the_desk", lambda _: desk)

    def open_as(role: Role | None) -> AppTest:
        told = {"issuer": "p", "subject": str(role), "email": "", "name": "Kari", "claimed_places": ()}
        token = desk.sign_in(**told, claimed=role) if role else "forged"
        monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", {COOKIE: token})
        return AppTest.from_file(str(APP), default_timeout=60).run()

    return open_as


def test_nobody_sees_a_page_without_a_session(opened: Callable[[Role | None], AppTest]) -> None:
    page = opened(None)
    assert not page.exception and page.title.len == 0
    assert "ikke logget inn" in page.error[0].value


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_an_empty_dashboard_without_a_fault(
    opened: Callable[[Role | None], AppTest], role: Role
) -> None:
    page = opened(role)
    assert not page.exception and page.error.len == 0
    menu = set(page.session_state["pages"])
    assert ("upload" in menu) == (role != Role.READER)
    assert ({"access", "log"} <= menu) == (role == Role.ADMINISTRATOR)
    assert any("Kari" in one.value for one in page.caption)
