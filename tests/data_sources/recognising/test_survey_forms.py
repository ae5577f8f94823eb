"""A survey is read as survey tools export it, a column a question, and as a list of single answers."""

from collections.abc import Sequence
from datetime import date

import pytest

from data_sources.arriving.pipeline import receive
from data_sources.checking.arrival import Arrival
from data_sources.declared.model import Model, load
from data_sources.recognising.context import Context

GJOVIK = load("gjovik")
SATISFIED, HEARD = "Alt i alt, hvor fornøyd er du med tilbudet?", "Blir du hørt når du sier hva du ønsker?"
Rows = Sequence[Sequence[str]]


def arrived(*rows: Sequence[str], model: Model = GJOVIK, name: str = "brukerundersøkelse.csv") -> Arrival:
    text = "\r\n".join(";".join(row) for row in rows)
    return receive(text.encode("utf-8-sig"), name, Context(model, lambda id_: f"hash of {id_}", date(2026, 6, 1)))


def answers(arrival: Arrival) -> list[tuple[object, ...]]:
    [sheet] = arrival.sheets
    return sheet.rows.select("row", "question", "response").rows()


def problems(arrival: Arrival) -> list[tuple[int, str, str]]:
    return [(p.row, p.column, p.reason) for sheet in arrival.sheets for p in sheet.problems]


def test_a_column_a_question_becomes_a_row_an_answer_and_a_question_skipped_makes_none() -> None:
    arrival = arrived(
        ("ID", "Fullføringstidspunkt", f"1. {SATISFIED}", HEARD.upper(), "Tilbudsform"),
        ("1", "2026-05-04 10:05", "5", "4 – nesten alltid", "Gruppetilbud"),
        ("2", "2026-05-05 10:05", "3", "", ""),
    )
    assert answers(arrival) == [(2, "satisfied", "5"), (2, "heard", "4"), (3, "satisfied", "3")]
    assert arrival.sheets[0].rows["level"].to_list() == ["group", "group", "unknown"]
    assert arrival.sheets[0].rows["date"].to_list()[-1] == date(2026, 5, 5)


def test_the_number_a_survey_tool_gives_a_form_is_nobodys_number_and_nobody_is_asked_about_it() -> None:
    arrival = arrived(("ID", "Dato", SATISFIED), ("7", "05.05.2026", "5"))
    assert arrival.sheets[0].rows["participant"].to_list() == [None]
    assert arrival.undecided is None and arrival.questions == ()


def test_a_list_of_single_answers_is_read_as_it_is() -> None:
    arrival = arrived(
        ("Dato", "Spørsmål", "Svar", "Deltaker", "Kommune"),
        ("05.05.2026", "Fornøyd", "5", "D1", "Gjøvik"),
        ("05.05.2026", "Er du blitt mer med i lokalsamfunnet?", "ja, mye", "D1", "Hov"),
    )
    assert answers(arrival) == [(2, "satisfied", "5"), (3, "belonging", "much")]
    assert arrival.sheets[0].rows["participant"].to_list() == ["hash of d1", "hash of d1"]


@pytest.mark.parametrize("written", ["6", "0", "-1", "3,5", "99"])
def test_a_number_off_the_scale_stops_the_answer_and_is_no_spelling_to_be_asked_about(written: str) -> None:
    arrival = arrived(("Dato", SATISFIED, HEARD), ("05.05.2026", written, "4"))
    assert problems(arrival) == [(2, "B", "off-scale")] and arrival.questions == ()
    assert answers(arrival) == [(2, "heard", "4")]


def test_an_answer_to_another_question_stops_where_it_stands() -> None:
    arrival = arrived(("Dato", SATISFIED, HEARD), ("05.05.2026", "Litt", "4"))
    assert problems(arrival) == [(2, "B", "not-an-answer")]
    assert arrival.sheets[0].problems[0].heading == SATISFIED


def test_a_question_nobody_has_declared_is_told_and_not_read() -> None:
    wide = arrived(("Dato", SATISFIED, "Hva er favorittsangen din?"), ("05.05.2026", "5", "Imagine"))
    assert answers(wide) == [(2, "satisfied", "5")]
    assert [unused.heading for unused in wide.account.unused] == ["Hva er favorittsangen din?"]
    long = arrived(("Dato", "Spørsmål", "Svar"), ("05.05.2026", "Hva heter katten din?", "4"))
    assert problems(long) == [(2, "B", "code-unknown")]
    assert [question.written for question in long.questions] == ["Hva heter katten din?"]


def test_a_survey_without_a_day_says_what_is_missing() -> None:
    arrival = arrived((SATISFIED, HEARD), ("5", "4"))
    assert arrival.refused == "headings-missing" and arrival.undecided is not None
    assert arrival.undecided.missing == ("date",)


def test_a_survey_nobody_answered_is_refused_with_a_reason() -> None:
    assert arrived(("Dato", SATISFIED, HEARD), ("05.05.2026", "", "")).refused == "no-rows"


def test_one_question_is_a_survey_and_totals_are_no_answers() -> None:
    arrival = arrived(("Dato", SATISFIED), ("05.05.2026", "5"), ("06.05.2026", "4"), ("Snitt", "5"))
    assert answers(arrival) == [(2, "satisfied", "5"), (3, "satisfied", "4")]


def test_a_mended_form_brings_only_the_answers_that_failed() -> None:
    """Of nobody known an answer that comes again is one more: what was kept must not be sent twice."""
    arrival = arrived(("Dato", SATISFIED, HEARD), ("05.05.2026", "5", "7"), ("06.05.2026", "4", "4"), ("", "5", "5"))
    [held] = arrival.held
    assert held.body.select("row", "t1", "t2").rows() == [(2, None, "7"), (4, "5", "5")]


def test_a_few_answers_that_others_gave_too_are_no_collection_of_theirs() -> None:
    """Answers of nobody known are soon like others by chance: a second file's tab is never set aside for that."""
    rows = [("Dato", SATISFIED, HEARD), *(("05.05.2026", "5", "4") for _ in range(4))]
    first = arrived(*rows)
    assert first.sheets[0].rows.height == 8
    assert problems(first) == []


def test_a_model_of_another_land_asks_its_own_questions() -> None:
    model = load("tests/models/vitoria.toml")
    arrival = arrived(
        ("Dato", "Você recomendaria a unidade?"), ("05.05.2026", "Sim"), ("06.05.2026", "Não"), model=model
    )
    assert answers(arrival) == [(2, "recommend", "sim"), (3, "recommend", "nao")]
