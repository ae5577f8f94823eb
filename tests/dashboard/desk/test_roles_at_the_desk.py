"""Who may do what is asked at the desk, whatever the menu shows; and everything done is written down for good."""

from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from dashboard.counting.cells import ALL
from dashboard.desk import Desk, NotAllowed, Person, Role, StoreFault

ROWS = "Dato;Deltaker;Kommune;Status\r\n05.03.2026;D1;{};x\r\n"


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


def asked(desk: Desk, role: Role, *places: str, name: str = "Kari") -> Desk:
    return desk.asked_by(Person(name, role, frozenset(places)))


def deeds(desk: Desk) -> list[tuple[str, str, str, str, str]]:
    desk.settle_views()
    return [(one.who, one.role, one.action, one.object, one.outcome) for one in reversed(desk.log())]


def csv(place: str) -> bytes:
    return ROWS.format(place).encode()


def test_what_somebody_does_carries_their_name_and_nobody_elses(desk: Desk) -> None:
    kari, ola = asked(desk, Role.COORDINATOR), asked(desk, Role.COORDINATOR, name="Ola")
    kari.keep(kari.receive(csv("Gjøvik"), "a.csv"))
    assert ola.decide("Vi følger opp").by == "Ola" and kari.decide("Vi måler").by == "Kari"
    assert kari.at(kari.pin()).who == "Kari" and ola.at(ola.pin()).who == "Ola"
    assert [batch.uploaded_by for batch in desk.batches()] == ["Kari"]


def test_everybodys_desks_share_what_has_been_read(desk: Desk) -> None:
    assert asked(desk, Role.READER).published() is asked(desk, Role.COORDINATOR).published()


ATTEMPTS: dict[str, tuple[Role, Callable[[Desk], object]]] = {
    "preview": (Role.CONTRIBUTOR, lambda d: d.receive(csv("Gjøvik"), "a.csv")),
    "undo": (Role.CONTRIBUTOR, lambda d: d.undo(1)),
    "note": (Role.CONTRIBUTOR, lambda d: d.note("gjovik", date(2026, 1, 1), date(2026, 1, 2), "Syk")),
    "decide": (Role.COORDINATOR, lambda d: d.decide("Vi følger opp")),
    "give cause": (Role.COORDINATOR, lambda d: d.give_cause("waiting", "En stilling står ledig")),
    "change-goal": (Role.COORDINATOR, lambda d: d.end_goal(d.goals()[0], "fordi")),
    "publish": (Role.COORDINATOR, lambda d: d.publish()),
    "start publishing": (Role.COORDINATOR, lambda d: d.start_publishing()),
    "grant": (Role.ADMINISTRATOR, lambda d: d.grant("kari@x.no", Role.READER)),
    "block": (Role.ADMINISTRATOR, lambda d: d.block(99)),
    "tokens": (Role.ADMINISTRATOR, lambda d: d.tool_tokens()),
    "let tool in": (Role.ADMINISTRATOR, lambda d: d.make_tool_token("Excel")),
    "shut tool out": (Role.ADMINISTRATOR, lambda d: d.revoke_tool_token(1)),
    "accounts": (Role.ADMINISTRATOR, lambda d: d.accounts()),
    "log": (Role.ADMINISTRATOR, lambda d: d.log()),
    "export": (Role.ADMINISTRATOR, lambda d: d.take_log_away()),
    "verify": (Role.ADMINISTRATOR, lambda d: d.verify_log()),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("role", Role)
def test_each_role_does_what_it_may_and_nothing_else(desk: Desk, role: Role, attempt: str) -> None:
    least, act = ATTEMPTS[attempt]
    if list(Role).index(role) >= list(Role).index(least):
        act(asked(desk, role))
        return
    with pytest.raises(NotAllowed) as caught:
        act(asked(desk, role))
    assert isinstance(caught.value, StoreFault) and caught.value.reason == "not-allowed"


def test_a_contributor_uploads_for_their_own_municipalities_and_is_told_nothing_of_others(desk: Desk) -> None:
    desk.keep(desk.receive(csv("Gjøvik"), "a.csv"))
    mine = asked(desk, Role.CONTRIBUTOR, "gjovik")
    assert mine.keep(mine.receive(csv("Gjøvik"), "b.csv")).counts[0].unchanged == 1
    for place in ("Østre Toten", "Vestre Toten"):
        preview = mine.receive(csv(place), "c.csv")
        assert preview.arrival.refused == "other-municipality"
        assert (preview.effects, preview.samples, preview.held) == ((), (), b"")
    others = desk.receive(csv("Østre Toten"), "c.csv")
    with pytest.raises(NotAllowed):
        mine.keep(others)
    with pytest.raises(NotAllowed):
        mine.note("ostre_toten", date(2026, 1, 1), date(2026, 1, 2), "Syk")
    assert [batch.file for batch in desk.batches()] == ["b.csv", "a.csv"]


def test_a_contributor_of_some_municipalities_undoes_their_own_uploads_only(desk: Desk) -> None:
    theirs = desk.keep(desk.receive(csv("Gjøvik"), "a.csv"))
    mine = asked(desk, Role.CONTRIBUTOR, "gjovik")
    own = mine.keep(mine.receive(b"Dato;Deltaker;Kommune;Status\r\n06.03.2026;D2;Gjovik;x\r\n", "b.csv"))
    with pytest.raises(NotAllowed):
        mine.undo(theirs.id)
    assert mine.undo(own.id)


def test_everything_done_is_written_down_with_who_in_which_role_and_what_came_of_it(desk: Desk) -> None:
    kari = asked(desk, Role.COORDINATOR)
    preview = kari.receive(csv("Gjøvik"), "a.csv")
    kari.keep(preview)
    kari.undo(1)
    kari.publish()
    kari.saw("overview")
    with pytest.raises(NotAllowed):
        asked(desk, Role.READER).publish()
    file = next(one[3] for one in deeds(desk))
    assert file.startswith("file ") and "a.csv" not in file and preview.arrival.sha256[:8] not in file
    kept = [one for one in deeds(desk) if one[2] != "read-log"]
    assert [one[2:] for one in kept] == [
        ("preview", file, "done"),
        ("keep", file, "done"),
        ("undo", "batch 1", "done"),
        ("publish", "", "begun"),
        ("publish", "", "done"),
        *sorted([("see", "overview", "done"), ("publish", "", "not-allowed")], key=lambda one: one[0] != kept[5][2]),
    ]
    assert {one[:2] for one in kept} == {("Kari", "coordinator"), ("Kari", "reader")}


def test_no_value_of_a_file_is_in_the_log(desk: Desk) -> None:
    desk.receive(b"Dato;Deltaker;Kommune;Status\r\nen gang;HEMMELIG;Atlantis;kanskje\r\n", "HEMMELIG.csv")
    assert "HEMMELIG" not in repr(desk.log()) and "Atlantis" not in repr(desk.log())


def test_a_deed_and_its_entry_are_kept_together_or_neither(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the lights went out")

    preview = desk.receive(csv("Gjøvik"), "a.csv")
    with monkeypatch.context() as dark:
        dark.setattr(type(desk._log), "append", broken)
        with pytest.raises(RuntimeError):
            desk.keep(preview)
    assert desk.batches() == []
    assert [one[2] for one in deeds(desk)] == ["preview"]


def test_what_failed_is_written_down_as_failed(desk: Desk) -> None:
    with pytest.raises(Exception, match="empty"):
        desk.decide("  ")
    assert deeds(desk)[-1][2:] == ("decide", ALL, "empty")


def test_the_chain_holds_until_an_entry_is_changed_removed_or_put_in(desk: Desk) -> None:
    for number in range(6):
        desk.saw(f"page {number}")
        desk.settle_views()
    assert desk.verify_log().broken is None
    engine = desk._store.engine
    for statement in ("UPDATE audit_entry SET who = 'Ola' WHERE number = 3", "DELETE FROM audit_entry"):
        with pytest.raises(sa.exc.DatabaseError, match="only grows"), engine.begin() as connection:
            connection.exec_driver_sql(statement)
    tried = {
        "UPDATE audit_entry SET outcome = 'not-allowed' WHERE number = 3": 3,
        "DELETE FROM audit_entry WHERE number = 2": 2,
    }
    with engine.begin() as connection:  # whoever owns the database can take its own guard away
        file = ("audit_entry_update", "audit_entry_delete")
        for trigger in file if engine.dialect.name == "sqlite" else ("audit_entry_stands ON audit_entry",):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    for statement, broken in tried.items():
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
        assert desk.verify_log().broken == broken


def test_that_the_newest_entries_are_gone_is_seen_by_the_head_that_was_written_down(desk: Desk) -> None:
    desk.saw("page")
    desk.settle_views()
    before = desk.verify_log()
    after = desk.verify_log()
    assert after.entries == before.entries + 1  # the verifying itself
    assert after.head != before.head


def test_a_session_lasts_as_long_as_it_should_and_ends_everywhere_when_told(desk: Desk) -> None:
    desk.grant("kari@x.no", Role.COORDINATOR)
    told = {"issuer": "https://p", "subject": "7", "email": "Kari@X.no", "name": "Kari Nordmann"}
    tokens = [desk.sign_in(**told, claimed="", claimed_places=()) for _ in range(3)]
    person = desk.person_in(tokens[0])
    assert person and (person.name, person.role) == ("Kari Nordmann", Role.COORDINATOR)
    kari = desk.asked_by(person)
    assert kari.decide("Vi følger opp").by == "Kari Nordmann"
    desk.sign_out(tokens[1])
    assert [desk.person_in(token) is not None for token in tokens] == [True, False, True]
    desk.sign_out(tokens[0], everywhere=True)
    assert [desk.person_in(token) for token in tokens] == [None] * 3
    with pytest.raises(NotAllowed):
        kari.decide("Etterpå")


def test_a_role_that_is_taken_back_or_a_person_shut_out_does_nothing_more(desk: Desk) -> None:
    told = {"issuer": "https://p", "email": "", "name": "Ola", "claimed": "coordinator", "claimed_places": ()}
    for number, end in enumerate(("block", "grant")):
        token = desk.sign_in(**told, subject=str(number))
        person = desk.person_in(token)
        assert person
        ola = desk.asked_by(person)
        ola.decide(f"Før {end}")
        if end == "block":
            desk.block(person.account)
            assert desk.person_in(token) is None
        else:
            desk.sign_in(**{**told, "claimed": "reader"}, subject=str(number))
        with pytest.raises(NotAllowed):
            ola.decide("Etterpå")


def test_somebody_without_a_role_does_not_come_in_and_that_is_written_down(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.sign_in(issuer="https://p", subject="9", email="", name="Fremmed", claimed="king", claimed_places=())
    assert deeds(desk)[-1] == ("Fremmed", "", "sign-in", "", "not-allowed")


def test_an_address_the_provider_has_not_verified_gives_nobody_elses_role(desk: Desk) -> None:
    desk.grant("kari@x.no", Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        desk.sign_in(issuer="https://p", subject="9", email="", name="kari@x.no", claimed="", claimed_places=())


def test_nobody_changes_their_own_role_or_shuts_themselves_out(desk: Desk) -> None:
    desk.grant("kari@x.no", Role.ADMINISTRATOR)
    token = desk.sign_in(issuer="p", subject="1", email="kari@x.no", name="Kari", claimed="", claimed_places=())
    person = desk.person_in(token)
    assert person
    kari = desk.asked_by(person)
    for attempt in (lambda: kari.grant("kari@x.no", Role.READER), lambda: kari.block(person.account)):
        with pytest.raises(NotAllowed) as caught:
            attempt()
        assert caught.value.reason == "own-role"


def test_reading_does_not_wait_for_the_log_while_somebody_writes(desk: Desk) -> None:
    with desk._store.engine.connect().execution_options(writes=True) as other, other.begin():
        desk.saw("overview")  # answers at once
    desk.settle_views()
    assert deeds(desk)[-1][2:] == ("see", "overview", "done")
