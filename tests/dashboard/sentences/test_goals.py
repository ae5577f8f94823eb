"""What stands under a goal agrees with its numbers: no rounding says something else than the verdict."""

import re
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealed import sealed

from dashboard.counting.cells import CELL
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import PeriodKind, from_code, of_year
from dashboard.desk.side_by_side import News
from dashboard.goals import standing
from dashboard.goals.recorded import Unwritten
from dashboard.goals.standing import Standing
from dashboard.goals.verdict import Status
from dashboard.language.words import LANGUAGES, words
from dashboard.sentences import goals, sentences
from dashboard.statistics.direction import Direction
from dashboard.wall.published import publish
from data_sources.declared.model_parts import GoalEntry

TODAY = date(2026, 2, 20)
QUARTERS = [period.code for period in of_year(PeriodKind.QUARTER, 2025)]
NB = words("nb")


def series(indicator: str, counts: list[tuple[int, int]]):
    """Published quarters of the region, as the wall would make them: numerator, denominator."""
    keys = dict.fromkeys(CELL, "all")
    few = BY_KEY[indicator].measure.value == "share_of_rows"
    rows, cells = [], []
    for code, (x, n) in zip(QUARTERS, counts, strict=False):
        base = float((n + 5) // 10 * 10) if few else float(n)
        rows.append(
            {
                "indicator": indicator,
                "period": code,
                **keys,
                "value": round(x / n, 2),
                "low": None,
                "high": None,
                "base": base,
                "finer": round(x / n, 3) if few else x / n,
                "bound": "",
            }
        )
        cells.append({"family": BY_KEY[indicator].family.key, "period": code, **keys, "shown": True})
    numbers = pl.DataFrame(rows, schema_overrides=dict.fromkeys(("low", "high"), pl.Float64))
    return publish(numbers, pl.DataFrame(cells)).where(pl.col("indicator") == indicator)


def goal(indicator: str, direction: str, target: float, **parts: object) -> GoalEntry:
    made = {"key": "g", "name": {"nb": "Mål"}, "indicator": indicator, "kind": "keep", "direction": direction}
    return GoalEntry(**(made | {"target": target} | parts))


def judged(indicator: str, entry: GoalEntry, counts: list[tuple[int, int]]) -> Standing:
    return standing.judge(entry, "all", series(indicator, counts), TODAY)


quarters = st.lists(
    st.integers(5, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=4, max_size=4
)
NUMBER = re.compile(r"(\d+(?:,\d+)?)\u00a0%")


def read(text: str) -> tuple[float, str]:
    """A number as a reader takes it, and whether "just under" or "just over" stands before it."""
    just = "under" if text.casefold().startswith("knapt") else ""
    just = "over" if text.casefold().startswith("drøyt") else just
    found = re.search(r"\d+(?:,\d+)?", text)
    assert found, text
    return float(found[0].replace(",", ".")), just


@pytest.mark.parametrize("indicator", ["attendance_rate", "no_show_rate", "transition_rate", "co_arranged_rate"])
@given(counts=quarters, target=st.integers(1, 999).map(lambda n: n / 1000), up=st.booleans())
def test_a_rounded_number_stands_on_the_side_the_verdict_says(
    indicator: str, counts: list[tuple[int, int]], target: float, up: bool
) -> None:
    found = judged(indicator, goal(indicator, "up" if up else "down", target), counts)
    said = goals.estimate(found, NB)
    number, just = read(said)
    right = found.verdict.estimate >= target if up else found.verdict.estimate <= target
    shown = {"under": number - 0.01, "over": number + 0.01, "": number}[just]
    assert (shown >= target * 100 if up else shown <= target * 100) == right, (said, target)


@given(counts=quarters, target=st.integers(1, 999).map(lambda n: n / 1000), up=st.booleans())
def test_the_uncertainty_that_is_shown_contains_the_target_just_where_the_verdict_is_unsure(
    counts: list[tuple[int, int]], target: float, up: bool
) -> None:
    found = judged("attendance_rate", goal("attendance_rate", "up" if up else "down", target), counts)
    if found.verdict.status is Status.CANNOT_JUDGE:
        return
    text = goals.between(found, NB)
    ends = re.split("–| til ", text.removeprefix("fra "))
    low, high = (n + {"under": -0.01, "over": 0.01, "": 0}[just] for n, just in map(read, ends))
    surely_right = low >= target * 100 if up else high <= target * 100
    surely_wrong = high < target * 100 if up else low > target * 100
    assert surely_right == (found.verdict.status is Status.REACHED), (text, target)
    assert surely_wrong == (found.verdict.status is Status.OFF_TRACK), (text, target)


@pytest.mark.parametrize("language", LANGUAGES)
@given(counts=quarters, target=st.integers(0, 1000).map(lambda n: n / 1000))
def test_a_sentence_never_says_nan_or_an_empty_number(
    language: str, counts: list[tuple[int, int]], target: float
) -> None:
    for direction in Direction:
        said = goals.sentence(
            judged("transition_rate", goal("transition_rate", direction, target), counts), words(language)
        )
        assert not re.search(r"nan|none|inf\b|\(\s|,\s*\)|  ", said.casefold())
        assert said.endswith(".")


SURE = [(96, 100)] * 4
SHORT = [(85, 100)] * 4


def test_the_whole_sentence_of_a_goal_that_is_to_be_kept() -> None:
    said = goals.sentence(judged("attendance_rate", goal("attendance_rate", "up", 0.94), SURE), NB)
    assert said == (
        "96\u00a0% de siste 12 månedene fram til 31.12.2025 (om lag 400 avtalte timer, usikkerhet fra knapt "
        "94\u00a0% til 98\u00a0%). Målet er minst 94\u00a0%. Vi er på riktig side, men det kan være tilfeldig. "
        "For få perioder til å si om det endrer seg."
    )


def test_a_goal_on_its_way_is_told_where_it_should_be_by_now() -> None:
    entry = goal(
        "transition_rate",
        "up",
        0.40,
        kind="reach",
        baseline=0.20,
        baseline_on=date(2024, 12, 31),
        due=date(2026, 12, 31),
    )
    said = goals.sentence(judged("transition_rate", entry, [(26, 100)] * 4), NB)
    assert "målet er minst 40\u00a0% innen 31.12.2026." in said
    assert "På veien skulle det vært minst 25\u00a0% nå" in said
    assert "(forløp hos om lag 400 personer" in said
    due = entry.model_copy(update={"due": date(2026, 1, 1)})
    assert "25\u00a0%" not in goals.sentence(judged("transition_rate", due, [(26, 100)] * 4), NB)


def test_where_nothing_can_be_judged_nothing_is_said_of_the_way() -> None:
    entry = goal(
        "transition_rate",
        "up",
        0.40,
        kind="reach",
        baseline=0.20,
        baseline_on=date(2024, 12, 31),
        due=date(2026, 12, 31),
    )
    said = goals.sentence(judged("transition_rate", entry, [(26, 100)] * 2), NB)
    assert "Kan ikke vurderes" in said
    assert ["På", "veien", "skulle", "det", "vært"][0] not in said.split()


def delivered(counts: list[float], direction: str = "up", target: float = 24, today: date = date(2026, 10, 20)) -> str:
    """What is said of so many concerts a quarter, the last of them in 2026."""
    entry = goal(
        "concerts",
        direction,
        target,
        kind="deliver",
        baseline=0,
        baseline_on=date(2025, 12, 31),
        due=date(2026, 12, 31),
    )
    every = [period for year in (2024, 2025, 2026) for period in of_year(PeriodKind.QUARTER, year)]
    cells = [{"period": p.code, "value": count} for p, count in zip(every[12 - len(counts) :], counts, strict=True)]
    if today.year == 2026:
        cells = [{"period": p.code, "value": count} for p, count in zip(every, counts, strict=False)]
    return goals.sentence(standing.judge(entry, "all", sealed("concerts", cells), today), NB)


def test_17_of_a_planned_18_concerts_says_what_is_left_and_how_it_went_before() -> None:
    assert delivered([5, 6, 6, 8, 5, 6, 5, 7, 6, 5, 6]) == (
        "17 av 24. Planen til nå var 18. Vi er i rute, men det er usikkert om vi kommer i mål. "
        "7 gjenstår i 4. kvartal 2026; de 2 siste årene ble det 7 og 8."
    )
    assert delivered([0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0]).startswith(
        "7 av 24. Planen til nå var 18. Det rekker vi neppe."
    )


def test_after_the_due_date_a_delivery_is_reached_or_not() -> None:
    late = date(2027, 1, 20)
    assert delivered([6, 6, 6, 4], today=late) == "22 av 24. Målet ble ikke nådd."
    assert delivered([6, 6, 6, 6], today=late) == "24 av 24. Målet er nådd."
    assert delivered([2, 2, 2, 2], "down", 10, late) == "8, og taket er 10. Taket ble holdt."
    assert delivered([6, 6, 2, 2], "down", 10, late) == "16, og taket er 10. Taket er passert."


def test_a_window_that_is_no_year_says_from_when_to_when() -> None:
    said = goals.sentence(judged("attendance_rate", goal("attendance_rate", "up", 0.9), SURE[:3]), NB)
    assert said.startswith("96\u00a0% fra 01.01.2025 til 30.09.2025 (om lag 300 avtalte timer")


def test_a_target_with_decimals_keeps_them() -> None:
    assert goals.target(judged("attendance_rate", goal("attendance_rate", "up", 0.925), SURE), NB) == (
        "minst 92,5\u00a0%"
    )


@pytest.mark.parametrize(
    ("tolerance", "said"),
    [
        (0.0, ""),
        (0.10, "Avviket er innenfor det vi godtar (10 prosentpoeng)."),
        (0.05, "Avviket er innenfor det vi godtar (5 prosentpoeng)."),
        (0.045, "Avviket er større enn det vi godtar (4,5 prosentpoeng), og bør tas opp."),
    ],
)
def test_the_tolerance_says_whether_to_take_it_up_and_never_changes_the_status(tolerance: float, said: str) -> None:
    found = judged("attendance_rate", goal("attendance_rate", "up", 0.90, tolerance=tolerance), SHORT)
    assert found.verdict.status is Status.OFF_TRACK
    assert goals.tolerance(found, NB) == said


def test_a_tolerance_says_nothing_of_a_goal_on_the_right_side() -> None:
    assert judged("attendance_rate", goal("attendance_rate", "up", 0.5, tolerance=0.1), SHORT).within_tolerance is None


def test_too_few_to_prove_says_how_many_it_takes() -> None:
    said = goals.sentence(judged("transition_rate", goal("transition_rate", "up", 0.94), [(9, 10)] * 4), NB)
    assert "(det trengs 61 tilfeller)" in said
    assert "(forløp hos om lag 40 personer" in said


def test_an_edition_that_adds_who_had_not_come_is_told_as_that_and_no_reason_is_left_open() -> None:
    quarter, year = from_code("2026Q2"), from_code("2025")
    assert quarter is not None
    assert year is not None
    news = News("2026-07-24.9", [], [(quarter, ""), (year, "Gjøvik rettet november")], [])
    assert sentences.published_since(news, words("nb")) == [
        "2. kvartal 2026 er publisert på nytt, nå med dem som ikke hadde levert.",
        "2025 er publisert på nytt: Gjøvik rettet november",
    ]
    assert sentences.plain("2. kvartal 2026") == r"2\. kvartal 2026"  # in a text of its own it is no list


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_could_be_is_told_where_many_outcomes_are_not_written(language: str) -> None:
    entry, say = goal("attendance_rate", "up", 0.9), words(language)
    whole = judged("attendance_rate", entry, [(90, 100)] * 4)
    could = replace(whole, unwritten=Unwritten(0.08, 0.828, 0.908))
    sentence = goals.sentence(could, say)
    assert say("goal-unwritten", share=say.percent(0.08), low=say.percent(0.83), high=say.percent(0.91)) in sentence
    assert len(sentence) > len(goals.sentence(whole, say))
