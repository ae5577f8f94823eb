"""Owns what a status report says, before it has a form: PDF, slides and workbook are all made from this one thing."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dashboard.charts import Chart
from dashboard.desk import Decision, Standing
from dashboard.goals.verdict import Status

# A shape beside each status word, never the colour alone; the same shapes as on the screen.
SHAPES = {
    Status.REACHED: "✓",
    Status.ON_TRACK_SURE: "↗",
    Status.ON_TRACK_UNSURE: "○",
    Status.BELOW_TARGET_UNSURE: "▲",
    Status.ABOVE_TARGET_UNSURE: "▲",
    Status.OFF_TRACK: "✗",
    Status.CANNOT_JUDGE: "–",
}


@dataclass(frozen=True, eq=False)
class Picture:
    """A chart of the screen's with its heading, drawn when it is first looked at: a paper without pictures draws none.
    Its finding is its alternative text; its numbers stand in a table."""

    title: str
    draws: Callable[[], Chart]

    @functools.cached_property
    def chart(self) -> Chart:
        """The drawing."""
        return self.draws()


@dataclass(frozen=True)
class KeyNumber:
    """A number with its name, how sure it is, and the same a year before: everything as it is written."""

    name: str
    text: str
    between: str
    year_before: str


@dataclass(frozen=True)
class Verdict:
    """A goal in one place, as a row of a table."""

    name: str
    status: Status
    word: str
    text: str
    target: str

    @property
    def marked(self) -> str:
        """✓ Nådd."""
        return f"{SHAPES[self.status]} {self.word}"


@dataclass(frozen=True)
class Measure:
    """What shall be done, by whom and until when, as it is written. `late`: it should have been done."""

    number: int
    text: str
    about: str
    responsible: str
    due: str
    state: str
    late: bool
    case_number: str


@dataclass(frozen=True, eq=False)
class GoalPart:
    """A goal on a page of its own. `between`: its interval; `facts`: whose it is and where it was decided."""

    standing: Standing
    verdict: Verdict
    between: str
    sentence: str
    facts: list[str]
    picture: Picture
    known: list[str]
    measures: list[Measure]
    next_step: str
    definition: str
    source: str


@dataclass(frozen=True, eq=False)
class PlacePart:
    """A municipality on a page of its own."""

    key: str
    name: str
    numbers: list[KeyNumber]
    verdicts: list[Verdict]
    pictures: list[Picture]
    known: list[str]
    measures: list[Measure]


@dataclass(frozen=True)
class Definition:
    """What a number means, how it is reckoned, and what to mind."""

    name: str
    definition: str
    above: str
    below: str
    caution: str
    source: str


@dataclass(frozen=True, eq=False)
class Report:
    """Everything a meeting gets. `edition`: the numbers' edition as it is said; `pin`: its code in links; `source` and
    `foot`: the two as every paper says them; `held`: when the meeting is, empty where no day is chosen."""

    language: str
    region: str
    title: str
    period: str
    edition: str
    pin: str
    source: str
    foot: str
    period_code: str
    meeting: date | None
    held: str
    made_up: bool
    summary: list[str]
    numbers: list[KeyNumber]
    verdicts: list[Verdict]
    goals: list[GoalPart]
    places: list[PlacePart]
    deviations: list[Verdict]
    measures: list[Measure]
    wanted: list[str]
    definitions: list[Definition]
    signs: str
    undelivered: list[str] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
