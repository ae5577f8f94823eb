"""Every row ends as kept, failed or ignored; every problem has a place and a reason, and says no more than it may."""

from datetime import timedelta
from typing import Any

import pytest
from drawn_sheets import ATTENDANCE, DAY, GJOVIK, HEADINGS, REFERRALS, TODAY, arrived, checked, problems, row, said

from data_sources.declared.model import Model, load
from data_sources.declared.model_parts import Team
from data_sources.declared.table import Severity
from data_sources.declared.tables import TABLES
from data_sources.parsing.answers import About
from data_sources.reading.cells import Kind

LATER = TODAY + timedelta(days=10)


def reasons(table: str, model: Model = GJOVIK, **changed: Any) -> set[tuple[str, str]]:
    """What is said of one row, and how grave it is; the good row beside it is always kept."""
    first = row(table) if table != "referrals" else row(table, number="H0")
    first = first if table != "population" else row(table, year=2025)
    first = first if table not in {"attendance", "fit"} else row(table, participant="D0")
    sheet = checked([HEADINGS[table], first, row(table, **changed)], model)
    assert 2 in sheet.rows["row"].to_list()
    stopped = any(problem.severity is Severity.STOPS for problem in sheet.problems)
    assert (sheet.failed == (3,)) is stopped and (3 in sheet.rows["row"].to_list()) is not stopped
    return {(problem.reason, problem.severity.value) for problem in sheet.problems}


@pytest.mark.parametrize("table", HEADINGS)
def test_a_good_row_is_kept_and_nothing_is_said_of_it(table: str) -> None:
    sheet = checked([HEADINGS[table], row(table)])
    assert (sheet.rows.height, sheet.failed, sheet.ignored, sheet.problems) == (1, (), (), ())


# --- one bad row for every rule --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"participant": None}, {("nobody", "stops")}),
        ({"participant": "ukjent"}, {("nobody", "stops")}),
        ({"date": LATER}, {("attended-in-future", "stops"), ("date-in-future", "warns")}),
        ({"date": LATER, "status": "IM"}, {("attended-in-future", "stops"), ("date-in-future", "warns")}),
        ({"date": None}, {("empty", "stops")}),
        ({"date": "høst 2025"}, {("date-unreadable", "stops")}),
        ({"date": "man 5.3"}, {("date-without-year", "stops")}),
        ({"date": "31.02.2026"}, {("date-not-in-calendar", "stops")}),
        ({"date": "05.03.1926"}, {("date-out-of-range", "stops")}),
        ({"municipality": "Toten"}, {("municipality-ambiguous", "stops")}),
        ({"municipality": "Nittedal"}, {("municipality-unknown", "stops")}),
        ({"status": "A"}, {("code-unknown", "stops")}),
        ({"level": "kanskje"}, {("code-unknown", "stops")}),
        ({"heads": "mange"}, {("count-unreadable", "stops")}),
        ({"participant": None, "heads": "mange"}, {("count-unreadable", "stops")}),
        ({"heads": 2.5}, {("count-not-whole", "stops")}),
        ({"heads": -1}, {("count-out-of-range", "stops")}),
        ({"heads": 2001}, {("count-out-of-range", "stops")}),
        ({"status": (Kind.ERROR, "#N/A")}, {("cell-error", "stops")}),
        ({"participant": "#I/T"}, {("cell-error", "stops")}),
        ({"date": "#REF!"}, {("cell-error", "stops")}),
        ({"status": (Kind.UNCOMPUTED, None)}, {("cell-uncomputed", "stops")}),
        ({"date": LATER, "status": "planlagt"}, {("date-in-future", "warns")}),
        ({"municipality": None}, {("municipality-empty", "warns")}),
        ({"team": "BUP"}, {("team-unknown", "warns")}),
        ({"participant": "2,98725E+13"}, {("id-broken-by-excel", "warns")}),
        ({"participant": "5.3.85"}, {("id-is-a-date", "warns")}),
        ({"participant": "Ola Nordmann"}, {("id-is-a-name", "warns")}),
        ({"date": 46086}, {("date-from-serial", "notes")}),
        ({"participant": None, "heads": "ca. 30"}, {("estimate", "notes")}),
    ],
)
def test_what_is_wrong_with_an_appointment(changed: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    assert reasons("attendance", **changed) == expected


@pytest.mark.parametrize(
    "changed",
    [
        {"participant": None, "heads": 18},
        {"participant": None, "heads": 0},
        {"date": TODAY},
        {"status": None},
        {"status": "-"},
        {"team": None},
        {"level": None},
        {"municipality": "Annen kommune"},
        {"municipality": "Ukjent"},
    ],
)
def test_what_is_not_wrong_with_an_appointment(changed: dict[str, Any]) -> None:
    assert reasons("attendance", **changed) == set()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"started": DAY - timedelta(days=1)}, {("start-before-received", "stops")}),
        ({"ended": DAY - timedelta(days=1)}, {("end-before-received", "stops"), ("end-before-start", "stops")}),
        ({"started": None, "ended": DAY - timedelta(days=1)}, {("end-before-received", "stops")}),
        ({"started": DAY + timedelta(days=9)}, {("end-before-start", "stops")}),
        ({"received": LATER, "started": None, "ended": None, "end_reason": None}, {("date-in-future", "stops")}),
        ({"received": None}, {("empty", "stops")}),
        ({"participant": None}, {("empty", "stops")}),
        ({"participant": "NULL"}, {("empty", "stops")}),
        ({"source": "broren min"}, {("code-unknown", "stops")}),
        ({"end_reason": "derfor"}, {("code-unknown", "stops")}),
        ({"number": "H0"}, {("row-twice", "stops")}),
        ({"ended": LATER}, {("date-in-future", "warns")}),
        ({"ended": "høst 2025"}, {("date-unreadable", "stops")}),
        ({"started": "31.02.2026"}, {("date-not-in-calendar", "stops")}),
        ({"ended": None}, {("reason-without-end", "warns")}),
        ({"number": "3E+14"}, {("id-broken-by-excel", "warns")}),
    ],
)
def test_what_is_wrong_with_a_referral(changed: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    assert reasons("referrals", **changed) == expected


@pytest.mark.parametrize(
    "changed", [{"number": None}, {"started": None, "ended": DAY}, {"source": None}, {"end_reason": None}]
)
def test_what_is_not_wrong_with_a_referral(changed: dict[str, Any]) -> None:
    assert reasons("referrals", **changed) == set()


@pytest.mark.parametrize(
    ("table", "changed", "expected"),
    [
        ("concerts", {"date": "våren en gang"}, {("date-unreadable", "stops")}),
        ("concerts", {"audience": 100_001}, {("count-out-of-range", "stops")}),
        ("concerts", {"performers": 2001}, {("count-out-of-range", "stops")}),
        ("concerts", {"audience": ">50"}, {("estimate", "notes")}),
        ("concerts", {"audience": None}, set()),
        ("concerts", {"date": LATER}, set()),
        ("activities", {"activity": "sang"}, {("code-unknown", "stops")}),
        ("activities", {"date": LATER}, {("date-in-future", "warns")}),
        ("activities", {"reached": "ca. 30"}, {("estimate", "notes")}),
        ("activities", {"activity": "hospitant", "title": None, "receiver": None, "reached": None}, set()),
        ("fit", {"ors": 40.5}, {("count-out-of-range", "stops")}),
        ("fit", {"ors": "bra"}, {("number-unreadable", "stops")}),
        ("concerts", {"held": "kanskje"}, {("code-unknown", "stops")}),
        ("fit", {"participant": None}, {("empty", "stops")}),
        ("fit", {"ors": None}, {("no-score", "stops")}),
        ("population", {"year": 1899}, {("count-out-of-range", "stops")}),
        ("population", {"inhabitants": None}, {("empty", "stops")}),
        ("population", {"inhabitants": "ca. 31 000"}, {("count-unreadable", "stops")}),
        ("population", {"adults": None}, set()),
        ("population", {"year": 2025}, {("row-twice", "stops")}),
    ],
)
def test_what_is_wrong_with_the_other_tables(
    table: str, changed: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    assert reasons(table, **changed) == expected


def test_every_rule_of_every_table_has_its_bad_row_above() -> None:
    here = {key for table in TABLES for rule in table.rules for key in [rule.key]}
    assert here == {
        "nobody",
        "attended-in-future",
        "start-before-received",
        "end-before-start",
        "end-before-received",
        "reason-without-end",
        "no-score",
    }


def test_a_column_of_six_figures_that_are_all_days_is_birth_dates_and_one_is_not() -> None:
    born = ["050385", "311299", 10190, "290280", "150675"]
    rows = [row("attendance", participant=number) for number in born]
    assert {problem.reason for problem in checked([ATTENDANCE, *rows]).problems} == {"id-is-a-date"}
    ordinary = [row("attendance", participant=f"{number:06}") for number in (50385, 990001, 990002, 990003, 990004)]
    assert checked([ATTENDANCE, *ordinary]).problems == ()


# --- what the model does not offer -----------------------------------------------------------------------

CLOSED = GJOVIK.model_copy(
    update={
        "team": tuple(
            Team(**team.model_dump() | {"levels": ["group"]}) if team.key == "fact" else team for team in GJOVIK.team
        )
    }
)


@pytest.mark.parametrize(
    ("level", "team", "stops"),
    [
        ("individuell", "FACT", True),
        ("åpent", "FACT", True),
        ("gruppe", "FACT", False),
        (None, "FACT", False),
        ("individuell", "DPS", False),
        ("individuell", "BUP", False),
        ("individuell", None, False),
    ],
)
def test_a_form_of_offer_the_team_does_not_give_stops_the_row(level: str | None, team: str | None, stops: bool) -> None:
    assert (("not-offered", "stops") in reasons("attendance", CLOSED, level=level, team=team)) is stops


def test_where_the_model_says_nothing_every_team_gives_every_form() -> None:
    for level in ("individuell", "gruppe", "åpent"):
        assert reasons("attendance", level=level) == set()
    assert ("not-offered", "stops") in _fredrikstad("åpent") and _fredrikstad("gruppe") == set()


def _fredrikstad(level: str) -> set[tuple[str, str]]:
    sheet = checked([ATTENDANCE, [DAY, "D1", "Fredrikstad", "DPS", level, "x"]], load("fredrikstad"))
    return {(problem.reason, problem.severity.value) for problem in sheet.problems}


# --- numbers that stand once -----------------------------------------------------------------------------


def test_the_first_of_two_equal_numbers_stands_also_when_a_row_above_it_failed() -> None:
    bad = row("referrals", received=None)
    sheet = checked([REFERRALS, bad, row("referrals"), row("referrals")])
    assert (sheet.rows["row"].to_list(), sheet.failed) == ([3], (2, 4))
    assert said(sheet) == [(2, "B", "empty"), (4, "A", "row-twice")]


def test_a_number_that_two_sheets_give_is_one_row_and_one_clear_problem() -> None:
    january = [REFERRALS, row("referrals", number="H1"), row("referrals", number=None)]
    february = [REFERRALS, row("referrals", number="h1 ", ended=None, end_reason=None), row("referrals", number=None)]
    arrival = arrived({"Jan": january, "Feb": february})
    first, second = arrival.sheets
    assert (first.rows["row"].to_list(), first.failed) == ([2, 3], ())
    assert (second.rows["row"].to_list(), second.failed) == ([3], (2,))
    [problem] = problems(arrival)
    assert (problem.sheet, problem.row, problem.column, problem.heading) == ("Feb", 2, "A", "Henvisning")
    assert (problem.reason, problem.severity, problem.value) == ("row-in-earlier-sheet", "stops", None)


def test_equal_head_counts_are_as_many_rows_as_are_written_and_a_person_who_stands_twice_is_asked_about() -> None:
    heads = row("attendance", participant=None, heads=18)
    sheet = checked([ATTENDANCE, heads, heads, row("attendance"), row("attendance")])
    assert (sheet.rows.height, said(sheet)) == (3, [(5, "B", "row-stands-twice")])
    assert [(question.about, question.rows) for question in sheet.questions] == [(About.TWICE, 1)]
