"""The drawn tables of tests/specs: what each indicator comes to on a few rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl
import pytest
from drawn import SPECS, Drawing, drawings, frame

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import from_code
from dashboard.counting.tally import Tallies, measure
from data_sources.declared.model import load
from data_sources.declared.tables import BY_NAME

PAGES = sorted(path for path in SPECS.glob("*.md") if path.stem != "README")
DRAWN = [drawing for path in PAGES for drawing in drawings(path)]
Cell = tuple[str, ...]  # period and the columns of CELL


@dataclass(frozen=True)
class Answer:
    """What a cell comes to: text by column, as it would be drawn."""

    columns: tuple[str, ...]
    nothing: tuple[str, ...]
    found: Callable[[Tallies, Indicator], Mapping[Cell, tuple[str, ...]]]


def persons(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
    return {(at, *cell): (str(n),) for at, *cell, n in tallies.counts.iter_rows()}  # type: ignore[misc]


def persons_of_outcome(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
    named = tallies.counts.filter(whole(("outcome",)), pl.col("outcome").is_in(indicator.outcome))
    return {(at, *dict.fromkeys(CELL, ALL).values()): (str(n),) for at, n in named.select("period", "persons").rows()}


def good_responses(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
    """Each question's persons who gave a good answer, and all who answered it."""
    shares: dict[Cell, tuple[str, ...]] = {}
    asked = tallies.counts.filter(whole(("question", "response")))
    for (at, question), cells in asked.group_by("period", "question"):
        counts = dict(cells.select("response", "persons").rows())
        good = sum(counts[response] for response in tallies.good[str(question)])
        cell = dict.fromkeys(CELL, ALL) | {"question": str(question)}
        if counts[ALL]:
            shares[(str(at), *cell.values())] = (str(good), str(counts[ALL]))
    return shares


def still_waiting(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
    """Days in ascending order of those who still wait."""
    return {
        (at, *cell): (", ".join(str(n) for n, y in sorted(zip(days, started, strict=True)) if not y),)
        for at, *cell, days, started in tallies.waits.iter_rows()
    }  # type: ignore[return-value]


def per_course_years(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
    """An outcome's persons in the region, and the days courses were under way."""
    outcomes = tallies.counts.filter(whole(("outcome",)), pl.col("outcome").is_in(indicator.outcome))
    count = outcomes.group_by("period").agg(pl.col("persons").sum())
    days = tallies.rows.filter(pl.col("indicator") == indicator.key).select("period", "numerator")
    return {
        (at, *dict.fromkeys(CELL, ALL).values()): (str(persons), str(n))
        for at, n, persons in days.join(count, on="period").iter_rows()
    }


def tallied(*columns: str) -> Callable[[Tallies, Indicator], Mapping[Cell, tuple[str, ...]]]:
    def found(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
        mine = tallies.rows.filter(pl.col("indicator") == indicator.key).select("period", *CELL, *columns)
        width = 1 + len(CELL)
        return {tuple(row[:width]): tuple(str(number) for number in row[width:]) for row in mine.iter_rows()}

    return found


def waits(tallies: Tallies, indicator: Indicator) -> dict[Cell, tuple[str, ...]]:
    """Days in ascending order, with a plus where the wait goes on."""
    return {
        (at, *cell): (", ".join(f"{n}{'' if y else '+'}" for n, y in sorted(zip(days, started, strict=True))),)
        for at, *cell, days, started in tallies.waits.iter_rows()
    }  # type: ignore[return-value]


COUNT = Answer(("numerator",), ("0",), tallied("numerator"))
RATE = Answer(("numerator", "denominator"), ("0", "0"), tallied("numerator", "denominator"))
ANSWERS = {
    Measure.PERSONS: Answer(("persons",), ("0",), persons),
    Measure.SHARE_OF_ROWS: RATE,
    Measure.ROWS: COUNT,
    Measure.SHARE_OF_CASES: RATE,
    Measure.PERSONS_OF_OUTCOME: Answer(("persons",), ("0",), persons_of_outcome),
    Measure.WAITED_SO_FAR: Answer(("waits",), ("",), still_waiting),
    Measure.LONGEST_SO_FAR: Answer(("waits",), ("",), still_waiting),
    Measure.PER_INHABITANTS: Answer(("persons",), ("0",), persons),
    Measure.PER_COURSE_YEARS: Answer(("persons", "days"), ("0", "0"), per_course_years),
    Measure.MEDIAN_WAIT: Answer(("waits",), ("",), waits),
    Measure.EVENTS: COUNT,
    Measure.SUM_OF_EVENTS: COUNT,
    Measure.SHARE_OF_EVENTS: RATE,
    Measure.SHARE_OF_RESPONSES: Answer(("numerator", "denominator"), ("0", "0"), good_responses),
}


def pattern(cell: Cell) -> tuple[str, tuple[bool, ...]]:
    """Cells that would stand in one table together: of one period, broken down by the same dimensions."""
    return cell[0], tuple(part == ALL for part in cell[1:])


def drawn(drawing: Drawing, columns: tuple[str, ...]) -> dict[Cell, tuple[str, ...]]:
    heads = {"period", *CELL, *columns}
    made = {}
    for row in drawing.answer:
        assert set(row) <= heads, f"{set(row) - heads} is no heading of {drawing.indicator}"
        cell = (row["period"], *(row.get(name, ALL) for name in CELL))
        assert cell not in made, f"{cell} is drawn twice"
        made[cell] = tuple(row[name] for name in columns)
    return made


@pytest.mark.parametrize("drawing", DRAWN, ids=lambda drawing: f"{drawing.indicator}: {drawing.title}")
def test_an_indicator_comes_to_what_its_page_draws(drawing: Drawing):
    indicator = BY_KEY[drawing.indicator]
    answer = ANSWERS[indicator.measure]
    wanted = drawn(drawing, answer.columns)
    periods = [from_code(code) for code in dict.fromkeys(cell[0] for cell in wanted)]
    rows = {name: frame(name, drawing.rows.get(name, ())) for name in BY_NAME}
    tallies = measure(indicator.family, rows, load(drawing.model), periods, drawing.today)
    found = answer.found(tallies, indicator)
    broken_down = {pattern(cell) for cell in wanted}
    cells = wanted.keys() | {cell for cell in found if pattern(cell) in broken_down}
    assert {cell: found.get(cell, answer.nothing) for cell in cells} == {
        cell: wanted.get(cell, answer.nothing) for cell in cells
    }


def test_every_indicator_has_a_page_and_every_page_an_indicator():
    assert [path.stem for path in PAGES] == sorted(BY_KEY)
    assert all(drawing.indicator == path.stem for path in PAGES for drawing in drawings(path))


def test_every_page_draws_rows_and_an_answer_to_them():
    assert {drawing.indicator for drawing in DRAWN} == set(BY_KEY)
    for drawing in DRAWN:
        assert drawing.answer, drawing.title
        assert all(drawing.rows.values()), drawing.title
