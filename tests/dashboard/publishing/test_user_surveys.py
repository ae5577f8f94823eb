"""A user survey goes in as survey tools export it, and comes out as shares and distributions that give nobody away."""

import random
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.counting.period import PeriodKind, period
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, words
from dashboard.publishing.notice import Outcome
from dashboard.sentences import sentences
from dashboard.sentences.explanations import explanation
from tests import made_up
from tests.stores import database_at

pytestmark = pytest.mark.slow

YEAR, BEFORE = period(PeriodKind.YEAR, 2025), period(PeriodKind.YEAR, 2024)
HEARD, SATISFIED = "Blir du hørt når du sier hva du ønsker?", "Alt i alt, hvor fornøyd er du med tilbudet?"
BELONGING, LEVEL = "Er du blitt mer med i lokalsamfunnet?", "Tilbudsform"


def desk_in(folder: Path, today: date = date(2026, 2, 1)) -> Desk:
    return Desk(Settings(database_at(folder / "a.sqlite"), "gjovik", folder / "a.key"), today=lambda: today)


def exported(answers: Sequence[dict[str, str]], day: str = "12.05.2025") -> bytes:
    """A row a form, a column a question."""
    return made_up.table([{"ID": str(at), "Fullføringstidspunkt": day, **row} for at, row in enumerate(answers, 1)])


def many(people: int = 90, seed: int = 4) -> list[dict[str, str]]:
    chance = random.Random(seed)
    return [
        {
            SATISFIED: chance.choices(["1", "2", "3", "4 – fornøyd", "5"], [1, 2, 9, 30, 40])[0],
            HEARD: chance.choices(["", "2", "3", "4", "5"], [1, 6, 12, 30, 30])[0],
            BELONGING: chance.choices(["Nei", "Litt", "Ja, mye"], [3, 4, 5])[0],
            LEVEL: chance.choice(["Individuelt forløp", "Gruppetilbud", "Åpent tilbud"]),
        }
        for _ in range(people)
    ]


def kept(desk: Desk, content: bytes, name: str) -> None:
    preview = desk.receive(content, name)
    assert preview.arrival.refused is None, preview.arrival.refused
    desk.keep(preview)


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = desk_in(tmp_path_factory.mktemp("surveyed"))
    kept(desk, exported(many()), "brukerundersøkelse 2025.csv")
    time.sleep(1.1)  # rows of the very second of a publication count as come after it
    notices = [notice for notice in desk.publish() if notice.family == "surveyed"]
    assert [(notice.period, notice.outcome) for notice in notices] == [(YEAR, Outcome.PUBLISHED)]
    return desk


def told(desk: Desk, question: str) -> dict[str, float | None]:
    frame = desk.responses(question, YEAR).frame
    return dict(frame.select("response", "value").iter_rows())


def test_each_answer_is_a_person_and_a_questions_answers_add_up(surveyed: Desk) -> None:
    answers = many()
    for key, asked in (("satisfied", SATISFIED), ("heard", HEARD)):
        counts = told(surveyed, key)
        given = [row[asked][:1] for row in answers if row[asked]]
        assert counts["all"] == len(given)
        shown = {said: n for said, n in counts.items() if n is not None and said != "all"}
        assert shown and all(n == given.count(said) for said, n in shown.items())


def test_no_answer_of_few_is_shown_nor_one_that_would_tell_it(surveyed: Desk) -> None:
    for key in ("satisfied", "heard", "coping", "belonging"):
        assert all(n is None or n >= 5 for n in told(surveyed, key).values())
    audits = surveyed.audit()
    assert [audit for audit in audits if audit.breaches] == []
    assert sum(audit.tried for audit in audits if audit.family == "surveyed") > 10


def test_a_share_is_of_the_answers_that_are_shown_and_of_nothing_else(surveyed: Desk) -> None:
    counts = told(surveyed, "heard")
    share = surveyed.figure_of("heard", "good_response_rate", YEAR)
    assert counts["4"] is not None and counts["5"] is not None and counts["all"] is not None
    assert share.value == round((counts["4"] + counts["5"]) / counts["all"], 2)
    assert share.low is not None and share.high is not None and share.low < share.value < share.high
    assert surveyed.figure_of("belonging", "good_response_rate", YEAR).value == round(
        told(surveyed, "belonging")["much"] / 90, 2
    )
    by_question = surveyed.good_responses_by_question(YEAR).frame
    for question, value in by_question.select("question", "value").iter_rows():
        assert value == surveyed.figure_of(question, "good_response_rate", YEAR).value


def test_no_number_is_of_all_questions_for_the_same_people_answer_them(surveyed: Desk) -> None:
    frame = surveyed.index().of("responses").frame
    assert "all" not in set(frame["question"])
    assert surveyed.surveyed(YEAR) == YEAR and surveyed.surveyed(BEFORE) is None


def test_a_survey_of_one_answer_is_a_sign_with_its_words(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    kept(desk, exported([{SATISFIED: "5", HEARD: ""}]), "brukerundersøkelse.csv")
    desk.publish()
    for language in LANGUAGES:
        say = words(language)
        assert sentences.figure("responses", desk.figure_of("satisfied", "responses", YEAR), say) == ":"
        assert (
            sentences.figure("good_response_rate", desk.figure_of("satisfied", "good_response_rate", YEAR), say) == ":"
        )
        assert sentences.figure("responses", desk.figure_of("heard", "responses", YEAR), say) == ":"
    assert [audit for audit in desk.audit() if audit.breaches] == []


def test_a_survey_in_may_is_published_when_its_year_is_over_and_not_before(tmp_path: Path) -> None:
    early = desk_in(tmp_path, date(2025, 12, 30))
    kept(early, exported(many()), "brukerundersøkelse.csv")
    assert [notice for notice in early.publish() if notice.family == "surveyed"] == []
    late = desk_in(tmp_path)
    assert YEAR in [notice.period for notice in late.publish() if notice.outcome is Outcome.PUBLISHED]


def test_a_year_without_a_survey_is_missing_and_not_of_nobody(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    kept(desk, exported(many()), "brukerundersøkelse 2025.csv")
    kept(desk, exported(many(seed=9), "12.05.2023"), "brukerundersøkelse 2023.csv")
    desk.publish()
    assert desk.figure_of("heard", "responses", BEFORE).sign == ".."
    assert (
        desk.figure_of("heard", "responses", YEAR).value
        and desk.figure_of("heard", "responses", period(PeriodKind.YEAR, 2023)).value
    )


def test_the_same_forms_twice_are_the_same_people(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    for _ in range(2):
        kept(desk, exported(many()), "brukerundersøkelse.csv")
    desk.publish()
    assert desk.figure_of("belonging", "responses", YEAR).value == 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_number_of_a_question_comes_from_is_told_of_that_question(surveyed: Desk, language: str) -> None:
    say = words(language)
    answer = surveyed.explain("good_response_rate", YEAR, question="heard")
    asked = next(each for each in surveyed.model.survey_question if each.key == "heard")
    told = explanation(answer, say, {}, {})
    assert say.said(asked.name) in told[0] and "%" in told[0]
    assert say("explain-shown", threshold=5) in told
    assert any(say("pathways-title") in line for line in told)
    with pytest.raises(KeyError):
        surveyed.explain("good_response_rate", YEAR)


def test_the_command_explains_a_question_and_names_those_there_are(surveyed: Desk) -> None:
    asked = ["explain", "responses", "2025", "--database", str(surveyed.settings.database)]
    key = {"SAMSPILL_KEY": str(surveyed.settings.key)}
    found = CliRunner().invoke(main, [*asked, "--question", "belonging"], env=key)
    assert found.exit_code == 0, found.output
    assert f"{BELONGING}»" in found.output and "90" in found.output
    without = CliRunner().invoke(main, asked, env=key)
    assert without.exit_code == 2 and "satisfied" in without.output
