"""Where a number comes from: definition, closing, uploads, rule, edition and use, and nothing else."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.counting.period import PeriodKind, from_code, period
from dashboard.desk import ALL, Desk
from dashboard.desk.explanations import Rule
from dashboard.language.words import LANGUAGES, words
from dashboard.sentences.explanations import explanation
from tests.stores import at_home, database_at

YEAR = date.today().year - 1
QUARTER = period(PeriodKind.QUARTER, YEAR, 1)


def lines(desk: Desk, indicator: str, language: str = "nb", place: str = ALL) -> list[str]:
    names = {one.key: one.name for one in desk.model.municipality}
    return explanation(desk.explain(indicator, QUARTER, place), words(language), names, {"concerts": "24 konserter"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_says_what_it_is_when_it_closed_what_is_behind_it_and_where_it_is_used(
    desk: Desk, language: str
) -> None:
    told = lines(desk, "concerts", language)
    assert told[0].endswith(str(int(desk.figure("concerts", QUARTER).value or 0)))
    assert any(words(language)("explain-shown", threshold=5) in line for line in told)
    assert any("24 konserter" in line and words(language)("community-title") in line for line in told)
    assert not any("nan" in line.lower() or "None" in line for line in told)


def test_what_is_not_published_says_why_and_the_uploads_are_told_to_the_nearest_ten(desk: Desk) -> None:
    assert desk.explain("attendance_rate", QUARTER).rule is Rule.WAITING
    coming = from_code(f"{YEAR + 3}")
    assert coming
    assert desk.explain("concerts", coming).rule is Rule.OPEN
    assert desk.explain("concerts", QUARTER).batches % 10 == 0
    with pytest.raises(KeyError):
        desk.explain("concerts", QUARTER, "atlantis")


def test_the_command_says_the_same_and_names_what_it_does_not_know(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, file)
    asked = ["--database", database_at(file)]
    found = CliRunner().invoke(main, ["explain", "concerts", QUARTER.code, *asked])
    assert found.exit_code == 0
    assert words("nb")("explain-counted", above=words("nb")("measured-concerts")) in found.output
    for wrong in (["happiness", QUARTER.code], ["concerts", QUARTER.code, "atlantis"], ["concerts", "i fjor"]):
        assert CliRunner().invoke(main, ["explain", *wrong, *asked]).exit_code == 2


@pytest.mark.parametrize(("today", "holds"), [(10, 10), (3, 5)])
def test_a_raised_threshold_holds_at_once_and_a_lowered_one_from_the_next_edition(
    desk: Desk, today: int, holds: int
) -> None:
    desk.model = desk.model.model_copy(update={"threshold": today})
    assert desk.explain("concerts", QUARTER).edition is not None
    assert desk.explain("concerts", QUARTER).threshold == holds
