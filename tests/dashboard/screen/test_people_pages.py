"""What a reader's role shows: the pages it may open, and no others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import desk as desks
from dashboard.desk import Desk, Role
from dashboard.installation.addresses import COOKIE

APP = Path(__file__).resolve().parents[3] / "dashboard" / "app" / "frame.py"


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


def test_an_administrator_lets_a_tool_in_sees_its_code_once_and_takes_it_back(
    opened: Callable[[Role | None], AppTest], make_desk: Callable[..., Desk]
) -> None:
    page = opened(Role.ADMINISTRATOR).switch_page("../../pages/access.py").run()
    field = next(one for one in page.text_input if one.label.startswith("Hva skal koden"))
    field.set_value("Power *BI*")
    page = next(one for one in page.button if one.label == "Lag lesekode").click().run()
    assert not page.exception
    (written,) = [one.value for one in page.code]
    assert written.startswith("samspill_")
    assert any("Power \\*BI\\*" in one.value and "ikke brukt ennå" in one.value for one in page.markdown)
    page = next(one for one in page.button if one.label == "Jeg har kopiert den").click().run()
    assert not page.code
    page = next(one for one in page.button if one.label == "Trekk tilbake").click().run()
    assert any("trukket tilbake" in one.value for one in page.markdown)
    assert not [one for one in page.button if one.label == "Trekk tilbake"]
