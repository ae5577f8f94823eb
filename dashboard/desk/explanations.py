"""Owns the answer to "where does this number come from?": all that is published of it, and nothing else."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

import polars as pl

from dashboard.counting.cells import ALL
from dashboard.counting.indicator import Indicator
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period
from dashboard.desk.goals import Goals
from dashboard.desk.lookup import Figure
from dashboard.wall.published import Sign

PAGES = Path(__file__).parents[2] / "pages"


class Rule(StrEnum):
    """Why a number is shown as it is, or not."""

    SHOWN = "shown"
    CLAMPED = "clamped"
    HIDDEN = "hidden"
    IMPOSSIBLE = "impossible"
    OPEN = "open"  # the period is not over
    WAITING = "waiting"  # it is, and is not published yet


@dataclass(frozen=True, eq=False)
class Explanation:
    """One number, and what stands behind it. `batches`: to the nearest ten, of the family's table and the period.

    `threshold` is the one that holds for it: a raised one at once, a lowered one from the next edition on.
    `place` is where the number is of: the region, where it is published for the region only. `edition` and `published`
    are None where the period is not published. `without`: names of those the published number lacks; `awaited`: of
    those who have not delivered what is not published. `goals` and `pages` are keys: what uses the number.
    `question`: what is asked, by language, where the number is of one question of a survey.
    """

    indicator: Indicator
    period: Period
    place: str
    figure: Figure
    rule: Rule
    threshold: int
    batches: int
    known_from: int
    edition: int | None
    published: date | None
    without: tuple[str, ...]
    awaited: tuple[str, ...]
    goals: tuple[str, ...]
    pages: tuple[str, ...]
    question: Mapping[str, str] = field(default_factory=dict)


class Explanations(Goals):
    """Everything here is published, declared or rounded: other people behind a hidden number change no word of it."""

    def explain(self, indicator: str, period: Period, place: str = ALL, question: str = "") -> Explanation:
        """Where one number comes from; of a survey that of one question. KeyError for what is not there."""
        asked = BY_KEY[indicator]
        if place != ALL:
            self.model.name_of(place)
        where = self._place_of(indicator, place)
        names = {each.key: each.name for each in self.model.survey_question} if asked.family.each else {"": {}}
        spoken = names[question]
        figure = self.figure_of(question, indicator, period) if spoken else self.figure(indicator, period, where)
        rule = self._rule(figure, period)
        entry = self._ledger.latest(self._until, self._upto).get((asked.family.key, period.code))
        return Explanation(
            asked,
            period,
            where,
            figure,
            rule,
            max(self.model.threshold, entry.threshold if entry else 0),
            self._batches(asked.family.table, period, entry.at.date() if entry else None),
            asked.family.lag(self.model),
            entry.edition if entry else None,
            entry.at.date() if entry else None,
            tuple(self.names_of(self.without(indicator, period)) if where == ALL and not figure.sign else ()),
            tuple(self.awaited(indicator, period, where) if rule is Rule.WAITING else ()),
            tuple(goal.key for goal in self.goals_for(place) if goal.indicator == indicator),
            _pages_with(indicator),
            spoken,
        )

    def _rule(self, figure: Figure, period: Period) -> Rule:
        match figure.sign:
            case Sign.HIDDEN:
                return Rule.HIDDEN
            case Sign.IMPOSSIBLE:
                return Rule.IMPOSSIBLE
            case Sign.MISSING:
                return Rule.OPEN if period.last >= self.seen_on() else Rule.WAITING
        return Rule.CLAMPED if figure.bound else Rule.SHOWN

    def _batches(self, table: str, period: Period, until: date | None) -> int:
        """How many standing uploads bear on a period, to the nearest ten; those after a publication do not count."""
        spans = self._store.turn.once("spans", self._store.spans).filter(
            pl.col("table_name") == table, pl.col("first") <= period.last, pl.col("last") >= period.first
        )
        if until is not None:
            spans = spans.filter(pl.col("uploaded_at").dt.date() <= until)
        return (spans.height + 5) // 10 * 10


@functools.cache
def shown_on(page: str) -> list[Indicator]:
    """The indicators that a page's text names."""
    text = (PAGES / f"{page}.py").read_text(encoding="utf-8")
    return [BY_KEY[key] for key in re.findall(r'"(\w+)"', text) if key in BY_KEY]


@functools.cache
def _pages_with(indicator: str) -> tuple[str, ...]:
    """The pages whose text names an indicator."""
    named = re.compile(rf'"{re.escape(indicator)}"')
    return tuple(sorted(page.stem for page in PAGES.glob("*.py") if named.search(page.read_text(encoding="utf-8"))))
