"""What participants answered is in the yearly report and in the files for other tools, in every language."""

import io
import json
import random
import time
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from openpyxl import load_workbook

from dashboard.counting.period import PeriodKind, period
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, words
from dashboard.papers.formats.open_formats import json_stat
from dashboard.papers.grant import grant
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from dashboard.papers.report import report
from dashboard.papers.tidy import tidy
from dashboard.sentences import sentences
from tests import made_up
from tests.stores import database_at

pytestmark = pytest.mark.slow

YEAR = period(PeriodKind.YEAR, 2025)
HEARD, BELONGING = "Blir du hørt når du sier hva du ønsker?", "Er du blitt mer med i lokalsamfunnet?"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder, dice = tmp_path_factory.mktemp("answers"), random.Random(3)
    desk = Desk(Settings(database_at(folder / "a.sqlite"), "gjovik", folder / "a.key"), today=lambda: date(2026, 2, 1))
    forms = [
        {
            "Dato": "05.05.2025",
            HEARD: dice.choices("2345", (4, 8, 20, 20))[0],
            BELONGING: dice.choice(("Nei", "Litt", "Ja, mye")),
        }
        for _ in range(80)
    ]
    desk.keep(desk.receive(made_up.table(forms), "brukerundersøkelse.csv"))
    desk.keep(desk.receive(made_up.concerts(date(2025, 1, 1), date(2025, 12, 31)), "k.csv"))
    time.sleep(1.1)
    desk.publish()
    return desk


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_yearly_report_has_each_question_and_how_well_it_was_answered(desk: Desk, language: str) -> None:
    say = words(language)
    whole = replace(report(desk, Order(Kind.GRANT), say), period_code="2025")
    rows = [row for block in grant(desk, whole, say).blocks for row in getattr(block, "rows", ())]
    asked = next(each for each in desk.model.survey_question if each.key == "heard")
    [row] = [row for row in rows if row[0] == say.said(asked.name)]
    share = sentences.figure("good_response_rate", desk.figure_of("heard", "good_response_rate", YEAR), say)
    assert row[1:] == ("80", share, "..") and "%" in share


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_tools_read_each_questions_answers_by_their_names(desk: Desk, language: str) -> None:
    say = words(language)
    table = tidy(desk, say)
    own = table.numbers.filter(pl.col("indicator") == "responses", pl.col("sign") == "", pl.col("level") == "all")
    assert {"heard", "belonging"} <= set(own["question"]) and "all" not in set(own["question"])
    codes = {(row["column"], row["code"]): row["name"] for row in table.codes}
    belonging = next(each for each in desk.model.survey_question if each.key == "belonging")
    assert codes["question", "belonging"] == say.said(belonging.name)
    assert codes["response", "much"] == say.said(belonging.response[-1].name)
    cube = json.loads(json_stat(table, say)["surveyed"])
    assert {"question", "response"} <= set(cube["dimension"])


def test_the_workbook_has_a_row_a_question_and_a_column_a_year(desk: Desk) -> None:
    say = words("nb")
    (content,) = files_of(Order(Kind.WORKBOOK, period="2025"), desk).values()
    book = load_workbook(io.BytesIO(content))
    names = [name for name in book.sheetnames if name.startswith("Svar i")]
    rows = [[cell.value for cell in row] for row in book[names[0]].iter_rows(max_row=5)]
    assert rows[0] == [say("chart-question"), "2025"]
    assert [row[1] for row in rows if row[0] in {HEARD, BELONGING}] == [80, 80]
