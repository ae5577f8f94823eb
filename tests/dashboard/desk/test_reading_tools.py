"""What an administrator who lets a tool read the published numbers can rely on."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from dashboard.desk import Action, Desk, NotAllowed, Person, Role, TokenFault


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


def test_a_token_opens_until_its_last_day_or_until_it_is_taken_back(desk: Desk) -> None:
    today = desk.today()
    token, written = desk.make_tool_token("  Power \n BI ", today + timedelta(days=7))
    assert (token.name, token.last_day) == ("Power BI", date(2026, 5, 27))
    assert desk.tool_with(written) == Person("Power BI #1", Role.READER)
    desk.today = lambda: today + timedelta(days=7)
    assert desk.tool_with(written)
    desk.today = lambda: today + timedelta(days=8)
    assert desk.tool_with(written) is None
    other, also_written = desk.make_tool_token("R")
    assert desk.tool_with(also_written)
    assert [desk.revoke_tool_token(other.id) for _ in range(2)] == [True, False]
    assert desk.tool_with(also_written) is None
    assert desk.revoke_tool_token(99) is False


@pytest.mark.parametrize("said", ["", "samspill_", "x" * 10_000, "' OR 1=1 --", "\x00"])
def test_nothing_else_opens(desk: Desk, said: str) -> None:
    desk.make_tool_token("Excel")
    assert desk.tool_with(said) is None


def test_what_it_says_is_nowhere_but_with_whoever_made_it(desk: Desk) -> None:
    _, written = desk.make_tool_token("Excel")
    desk.tool_with(written)
    with desk._store.engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        stored = "".join(repr(connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()) for name in tables)
    assert written.removeprefix("samspill_") not in stored
    assert written not in repr(desk.tool_tokens()) + repr(desk.log())
    assert desk.tool_tokens()[0].used_at is not None


def test_a_tool_reads_and_does_nothing_else(desk: Desk) -> None:
    _, written = desk.make_tool_token("Excel")
    tool = desk.tool_with(written)
    assert tool
    assert {action for action in Action if tool.may(action)} == {
        Action.SEE,
        Action.TAKE_AWAY,
        Action.SIGN_IN,
        Action.SIGN_OUT,
    }
    with pytest.raises(NotAllowed):
        desk.asked_by(tool).publish()


@pytest.mark.parametrize(
    ("name", "days", "reason"), [("  ", 7, "no-name"), ("Excel", 0, "too-soon"), ("Excel", 1200, "too-late")]
)
def test_a_token_that_makes_no_sense_is_not_made(desk: Desk, name: str, days: int, reason: str) -> None:
    with pytest.raises(TokenFault, match=reason):
        desk.make_tool_token(name, desk.today() + timedelta(days=days))
    assert desk.tool_tokens() == []


def test_what_is_done_for_somebody_goes_no_further_than_their_role_and_names_both(desk: Desk) -> None:
    desk.grant("natt@x.no", Role.READER, name="Nattjobben")
    night = desk.asked_for(" Natt@X.no ")
    with night.acting(Action.TAKE_AWAY, "report.pdf"):
        pass
    with pytest.raises(NotAllowed):
        night.publish()
    done = [(one.who, one.role, one.action, one.outcome) for one in desk.log()][:2]
    who = f"{desk.who} for Nattjobben (natt@x.no)"
    assert done == [(who, "reader", "publish", "not-allowed"), (who, "reader", "take-away", "done")]
    desk.block(desk.accounts()[0].id)
    for address in ("natt@x.no", "ingen@x.no", ""):
        with pytest.raises(NotAllowed):
            desk.asked_for(address)
