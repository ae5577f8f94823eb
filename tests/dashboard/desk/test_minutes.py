"""Decisions on the desk: typed quickly in a meeting, carried to the next one, the overdue first."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from dashboard.desk import Desk, MinuteFault, State
from dashboard.sentences.sentences import plain


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk(today=date(2026, 5, 20))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31.12.2026", date(2026, 12, 31)),
        ("1.3.27", date(2027, 3, 1)),
        ("31.12", date(2026, 12, 31)),
        ("1.3", date(2027, 3, 1)),
        ("20.05.", date(2026, 5, 20)),
        ("1. mars", date(2027, 3, 1)),
        ("juni", date(2026, 6, 30)),
        ("mars 2027", date(2027, 3, 31)),
        ("desember", date(2026, 12, 31)),
        ("februar 2028", date(2028, 2, 29)),
        ("2026-09-01", date(2026, 9, 1)),
        ("  ", None),
    ],
)
def test_a_due_date_is_understood_as_people_type_it(desk: Desk, typed: str, day: date | None) -> None:
    assert desk.day_in(typed) == day


@pytest.mark.parametrize("typed", ["snart", "31.2.2026", "29.2", "neste møte", "99"])
def test_a_due_date_nobody_understands_is_asked_about_and_nothing_is_kept(desk: Desk, typed: str) -> None:
    with pytest.raises(MinuteFault, match="due"):
        desk.decide("Vi prøver noe nytt", due=typed)
    assert desk.decisions() == []


@pytest.mark.parametrize(
    ("typed", "case", "text"),
    [
        ("Sak 14/26: Vi prøver", "14/26", "Vi prøver"),
        ("sak nr. 3/26 – Vi prøver", "3/26", "Vi prøver"),
        ("Case 7/26 We try", "7/26", "We try"),
        ("Saken utsettes", "", "Saken utsettes"),
    ],
)
def test_a_case_named_first_becomes_the_case(desk: Desk, typed: str, case: str, text: str) -> None:
    made = desk.decide(typed)
    assert (made.case_number, made.text, made.decided_on) == (case, text, date(2026, 5, 20))


def test_what_is_written_at_an_earlier_moment_has_that_moment(desk: Desk) -> None:
    moment = datetime(2025, 3, 4, 10, 30)
    then = desk.then(moment, "Kari")
    decision = then.decide("Vi prøver")
    note = then.note("gjovik", date(2025, 2, 1), date(2025, 2, 28), "Stengt lokale")
    goal = then.end_goal(desk.goals()[0], "Nådd")
    assert [each.at for each in (decision, note, goal)] == [moment] * 3
    assert desk.decide("Og nå").at > moment


def test_measures_are_carried_on_until_done_the_overdue_first(desk: Desk) -> None:
    desk.decide("Uten frist", responsible="FACT-teamet")
    later = desk.decide("Til høsten", due="1.9")
    late = desk.decide("I vår", due="1.5.2026")
    desk.decide("Bare tatt til orientering")
    assert [measure.text for measure in desk.measures()] == ["I vår", "Til høsten", "Uten frist"]
    assert late.is_overdue(desk.today())
    desk.revise(later.number, later.version, state=State.DONE)
    assert [measure.text for measure in desk.measures()] == ["I vår", "Uten frist"]


def test_a_municipality_sees_its_own_decisions_and_the_regions(desk: Desk) -> None:
    desk.decide("Hele regionen", goal="attendance")
    desk.decide("Bare Gjøvik", goal="attendance", place="gjovik")
    desk.decide("Bare Nordre Land", goal="waiting", place="nordre_land")
    assert {entry.text for entry in desk.decisions(place="gjovik")} == {"Hele regionen", "Bare Gjøvik"}
    assert {entry.text for entry in desk.decisions("attendance")} == {"Hele regionen", "Bare Gjøvik"}
    assert len(desk.decisions()) == 3


def test_what_is_withdrawn_is_listed_apart_with_its_reason(desk: Desk) -> None:
    made = desk.decide("Feilført")
    desk.revise(made.number, made.version, state=State.WITHDRAWN, reason="Hører til et annet møte")
    assert desk.decisions() == []
    assert [entry.reason for entry in desk.withdrawn()] == ["Hører til et annet møte"]
    assert len(desk.history_of(made.number)) == 2


def test_a_note_is_shown_where_its_municipality_is_and_in_the_region(desk: Desk) -> None:
    note = desk.note("gjovik", date(2026, 1, 1), date(2026, 3, 31), "Terapeut sykmeldt")
    assert desk.notes("gjovik") == desk.notes("all") == [note]
    assert desk.notes("nordre_land") == []
    desk.revise_note(note.number, note.version, state=State.WITHDRAWN, reason="Feil kommune")
    assert desk.notes("gjovik") == []
    assert [entry.text for entry in desk.withdrawn_notes("gjovik")] == ["Terapeut sykmeldt"]


def test_what_people_have_written_is_never_read_as_layout() -> None:
    assert plain("**ja** [her](http://x) :red[nei] $x$") == (r"\*\*ja\*\* \[her\]\(http\://x\) \:red\[nei\] \$x\$")


def test_the_same_decision_within_a_minute_is_asked_about_once(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.decide("Åpen scene i Raufoss", goal="concerts")
    desk.decide("Åpen scene i Raufoss", goal="attendance")
    with pytest.raises(MinuteFault) as asked:
        desk.decide(" Åpen  scene i Raufoss", goal="concerts")
    assert asked.value.reason == "twice"
    assert len(desk.decisions()) == 2
    desk.decide("Åpen scene i Raufoss", goal="concerts")
    assert len(desk.decisions()) == 3


def test_why_a_goal_is_where_it_is_stands_in_its_newest_version_and_every_version_is_kept(desk: Desk) -> None:
    first = desk.give_cause("waiting", "En stilling  står ledig")
    assert desk.cause("waiting") == first and first.text == "En stilling står ledig"
    assert desk.cause("waiting", "gjovik") is None and desk.cause("attendance") is None
    second = desk.give_cause("waiting", "To stillinger står ledige", seen=first)
    assert desk.cause("waiting") == second
    for seen in (None, first):
        with pytest.raises(MinuteFault, match="overtaken"):
            desk.give_cause("waiting", "Noe annet", seen=seen)
    with pytest.raises(MinuteFault, match="identity-number"):
        desk.give_cause("waiting", "Se 15076500565", seen=second)
    with pytest.raises(MinuteFault, match="reason-missing"):
        desk.withdraw_cause(second, "")
    desk.withdraw_cause(second, "Stillingene er besatt")
    assert desk.cause("waiting") is None
    assert [(one.text, one.reason) for one in desk.causes_written("waiting")] == [
        ("En stilling står ledig", ""),
        ("To stillinger står ledige", ""),
        ("To stillinger står ledige", "Stillingene er besatt"),
    ]
    desk.give_cause("waiting", "Flere henvisninger enn før")
    assert desk.cause("waiting") is not None
