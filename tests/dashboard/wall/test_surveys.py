"""Answers to a survey: each question's cells are protected together, and nothing beside them tells what is hidden."""

import random
from collections.abc import Iterator
from datetime import date

import polars as pl
import pytest
from drawn import GJOVIK, frames

from dashboard.counting import tally
from dashboard.counting.cells import ALL, CELL
from dashboard.counting.families import SURVEYED
from dashboard.counting.period import PeriodKind, period
from dashboard.wall import published as privacy
from dashboard.wall import rounding, translation
from dashboard.wall.attack.intruder import Attack, Screen, attack

pytestmark = pytest.mark.slow

FEW_UNWELL = 3  # the seed of such a survey
YEAR, K = period(PeriodKind.YEAR, 2025), 5
KEYS = ["period", *CELL]


def counted(seed: int, people: int) -> tally.Tallies:
    """So many people who answer nearly every question, most of them well."""
    dice, rows = random.Random(seed), []
    for person in range(people):
        level = dice.choices(["individual", "group", "open", "unknown"], [5, 3, 2, 0.5])[0]
        for question in GJOVIK.survey_question:
            keys = [response.key for response in question.responses]
            weights = [1, 2, 5, 14, 18] if len(keys) == 5 else [2, 4, 6]
            if dice.random() < 0.94:
                rows.append(
                    {
                        "date": date(2025, 5, 4),
                        "question": question.key,
                        "response": dice.choices(keys, weights)[0],
                        "municipality": "unknown",
                        "level": level,
                        "participant": f"p{person}",
                    }
                )
    return tally.measure(SURVEYED, frames(survey=rows), GJOVIK, [YEAR], date(2026, 6, 1))


def decided(tallies: tally.Tallies) -> pl.DataFrame:
    shape = translation.shape(SURVEYED, GJOVIK, 2025, [YEAR])
    return privacy.decide(tallies, shape, ["2025"], None, K).frame


def attacked(tallies: tally.Tallies, cells: pl.DataFrame, numbers: pl.DataFrame | None = None) -> Attack:
    born = rounding.numbers(tallies, cells, K) if numbers is None else numbers
    sealed = privacy.publish(born, cells.with_columns(family=pl.lit("surveyed")), K)
    return attack([Screen(1, "surveyed", "2025", sealed.frame)], GJOVIK, K, {"surveyed": tallies.counts})


@pytest.mark.parametrize("people", [8, 25, 60, 150])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_small_can_be_worked_out_of_a_survey(seed: int, people: int) -> None:
    tallies = counted(seed, people)
    result = attacked(tallies, decided(tallies))
    assert result.breaches == () and result.tried > 10


def test_most_of_what_may_be_shown_of_a_region_is_shown() -> None:
    for seed in range(3):
        tallies = counted(seed, 90)
        large = decided(tallies).drop("persons").join(tallies.counts, on=KEYS).filter(pl.col("persons") >= K)
        of_region = large.filter(pl.col("level") == ALL)
        assert of_region.filter(pl.col("response") == ALL)["shown"].all()
        assert of_region["shown"].mean() > 0.8  # type: ignore[operator]


def without(cells: pl.DataFrame, tallies: tally.Tallies) -> Iterator[pl.DataFrame]:
    """The publication with one answer of the region shown that was hidden for others' sake, one after the other."""
    true = cells.drop("persons").join(tallies.counts, on=KEYS)
    at = pl.concat_str("level", "question", "response")
    secondary = true.filter(~pl.col("shown"), pl.col("persons") >= K, pl.col("level") == ALL)
    for level, question, response in secondary.select("level", "question", "response").iter_rows():
        shown = pl.col("shown") | (at == f"{level}{question}{response}")
        yield true.with_columns(shown=shown).with_columns(persons=pl.when("shown").then(pl.col("persons")))


def test_every_answer_hidden_for_the_sake_of_others_is_needed() -> None:
    broken = [
        (tallies, cells)
        for seed in range(6)
        for tallies in [counted(seed, 40)]
        for cells in without(decided(tallies), tallies)
    ]
    assert len(broken) >= 2
    assert all(attacked(tallies, cells).breaches for tallies, cells in broken)


def test_a_share_told_beside_hidden_answers_is_caught() -> None:
    """Fewer than five did not answer well: the per cent beside how many they are would say so."""
    tallies = counted(FEW_UNWELL, 40)
    cells = decided(tallies)
    true = tallies.counts.filter(pl.col("level") == ALL, pl.col("question") == "heard")
    persons = dict(true.select("response", "persons").iter_rows())
    assert 0 < persons[ALL] - persons["4"] - persons["5"] < K
    numbers = rounding.numbers(tallies, cells, K)
    shares = numbers.filter(pl.col("indicator") == "good_response_rate")
    assert shares.filter(pl.col("question") == "heard", pl.col("level") == ALL).is_empty()
    share = round((persons["4"] + persons["5"]) / persons[ALL], 2)
    leak = shares.head(1).with_columns(question=pl.lit("heard"), level=pl.lit(ALL), value=pl.lit(share))
    assert not attacked(tallies, cells, numbers).breaches
    assert attacked(tallies, cells, pl.concat([numbers, leak])).breaches


def test_who_gives_the_persons_behind_hidden_answers_other_ones_changes_nothing_that_is_told() -> None:
    """Within what is hidden of a question, answers may lie otherwise: the very same is shown."""
    tallies = counted(2, 60)
    cells = decided(tallies)
    of_question = cells.filter(pl.col("level") == ALL, pl.col("question") == "coping")
    first, second = of_question.filter(~pl.col("shown"))["response"].to_list()[:2]
    swap = pl.col("response").replace({first: second, second: first})
    leaves = (pl.col("question") == "coping") & pl.col("response").is_in([first, second])
    other = tallies.counts.with_columns(response=pl.when(leaves).then(swap).otherwise(pl.col("response")))
    born = [rounding.numbers(each, cells, K) for each in (tallies, privacy_of(tallies, other))]
    assert born[0].equals(born[1])


def privacy_of(tallies: tally.Tallies, counts: pl.DataFrame) -> tally.Tallies:
    """The same with other people behind what is hidden."""
    return tally.Tallies(tallies.family, counts, tallies.rows, tallies.waits, tallies.good)


def test_a_question_whose_answers_are_none_better_has_no_share_and_hides_nothing_by_it() -> None:
    model = GJOVIK.model_copy(update={"survey_question": tuple(_as_good_as_the_others())})
    answer = {"question": "belonging", "response": "much", "municipality": "unknown", "level": "open"}
    rows = [{"date": date(2025, 5, 4), **answer}] * 20
    tallies = tally.measure(SURVEYED, frames(survey=rows), model, [YEAR], date(2026, 6, 1))
    shape = translation.shape(SURVEYED, model, 2025, [YEAR])
    cells = privacy.decide(tallies, shape, ["2025"], None, K).frame
    sealed = privacy.publish(rounding.numbers(tallies, cells, K), cells.with_columns(family=pl.lit("surveyed")), K)
    whole = sealed.frame.filter(pl.col("indicator") == "good_response_rate", pl.col("level") == ALL)
    assert whole.filter(pl.col("question") == "belonging")["sign"].to_list() == ["."]


def _as_good_as_the_others() -> Iterator[object]:
    for question in GJOVIK.survey_question:
        responses = tuple(response.model_copy(update={"good": False}) for response in question.response)
        yield question.model_copy(update={"response": responses})
