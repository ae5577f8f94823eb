"""What is said of every number is made from the declarations, says all of it, and can be taken away."""

import io
from collections.abc import Callable

import openpyxl
import pytest

from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.desk import Desk
from dashboard.findings import dictionary
from dashboard.goals import standing
from dashboard.language.words import LANGUAGES, words
from data_sources.declared.model import MODELS, ModelFault, load
from data_sources.declared.tables import TABLES

NB = words("nb")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_says_what_it_is_of_what_in_what_unit_which_way_from_where_and_what_to_keep_in_mind(
    language: str,
) -> None:
    rows = dictionary.numbers(words(language))
    assert len(rows) == len(INDICATORS)
    below = words(language)("dictionary-below")
    for row, indicator in zip(rows, INDICATORS, strict=True):
        assert all(text for head, text in row.items() if head != below), indicator.key
        assert bool(row[below]) == (indicator.shown_as in {"percent", "rate"}), indicator.key


def test_the_workbook_holds_the_same_as_the_screen_and_no_formula() -> None:
    model = load("gjovik")
    book = openpyxl.load_workbook(io.BytesIO(dictionary.workbook(TABLES, model, model.goal, NB)))
    assert book.sheetnames == ["Tall", "Kolonner", "Verdier", "Prinsipper"]
    first = [cell.value or "" for cell in book["Tall"][2]]
    assert first == list(dictionary.numbers(NB)[0].values())
    assert book["Kolonner"].max_row == 1 + sum(len(table.columns) for table in TABLES)
    assert "f" not in {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize(
    ("model", "unmeasured"), [("gjovik", {"music", "knowledge", "work", "coercion"}), ("fredrikstad", set())]
)
def test_every_principle_shows_what_speaks_for_it_or_that_nothing_does(model: str, unmeasured: set[str]) -> None:
    found = load(model)
    rows = dictionary.principles(found, found.goal, NB)
    silent = {
        principle.key
        for principle, row in zip(found.principle, rows, strict=True)
        if row["Tall som sier noe om det"] == "Måles ikke ennå"
    }
    assert silent == unmeasured


@pytest.mark.parametrize("path", sorted(MODELS.glob("*.toml")), ids=lambda path: path.stem)
def test_principles_and_goals_speak_of_numbers_that_are_there(path) -> None:
    model = load(path)
    standing.check_principles(model, str(path))
    for goal in model.goal:
        assert goal.indicator in BY_KEY


def test_a_principle_that_speaks_of_an_unknown_number_is_named(make_desk: Callable[..., Desk]) -> None:
    model = load("gjovik")
    odd = model.principle[0].model_copy(update={"indicators": ("happiness",)})
    with pytest.raises(ModelFault, match=r"principle\.recovery\.indicators"):
        standing.check_principles(model.model_copy(update={"principle": (odd,)}), "x.toml")
