"""Owns the parts of a collaboration model as its file writes them: partners, places, teams, lists, goals, contact."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from data_sources.declared.part import Part

Spoken = Annotated[dict[str, str], Field(min_length=1)]  # language code → what is said


class Partner(Part):
    """Who works together here. `aliases`: how else it is written where somebody says whom a concert was held with."""

    name: str
    kind: Literal["hospital", "municipality", "voluntary", "state", "centre"]
    aliases: tuple[str, ...] = ()


class Population(Part):
    year: int = Field(ge=1900, le=2100)
    inhabitants: int = Field(ge=0)
    adults: int | None = Field(default=None, ge=0)


class Municipality(Part):
    """`number` is text: it may begin with a zero. `tile` is its row and column in the region's picture. `formerly`: the
    keys of those that have become this one: their rows are its own, but in years already told of them by themselves."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    number: str
    earlier: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    tile: tuple[int, int] | None = None
    population: tuple[Population, ...] = ()


class Team(Part):
    """A service that gives the offer. `since` and `until` say when it had this name."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    aliases: tuple[str, ...] = ()
    levels: tuple[Literal["individual", "group", "open"], ...] = ("individual", "group", "open")
    since: date | None = None
    until: date | None = None
    local: bool = False  # part of life in the local community: going there is a transition


class Listed(Part):
    """A code of this model's own, what it is called in each language, and how else offices write it."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: Spoken
    aliases: tuple[str, ...] = ()


class ReferralSource(Listed):
    """Who refers. One with a team's key is that team."""


class EndReason(Listed):
    """Why a course ended, and where that leads: to a local network, an open or municipal offer, or out."""

    leads_to: Literal["", "local", "open", "dropped"] = ""


class SurveyResponse(Part):
    """One answer a question may have. `good`: it is counted in the share of good answers."""

    key: str = Field(pattern=r"^[a-z0-9][a-z0-9_]*$")
    name: Spoken
    aliases: tuple[str, ...] = ()
    good: bool = False


SCALE = tuple(SurveyResponse(key=key, name={"nb": key}, good=key in "45") for key in "12345")
"""What a question is answered with where the model names nothing else: 1 to 5, of which 4 and 5 are good."""


class SurveyQuestion(Part):
    """A question of the user surveys. `name` is what it asks, `short` the same in a picture; `aliases`: how else it
    stands in a file's headings.

    `response`: the answers it may have, in order, the least good first; a scale from 1 to 5 where none are named.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: Spoken
    short: dict[str, str] = Field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    response: tuple[SurveyResponse, ...] = Field(default=(), max_length=10)

    @property
    def responses(self) -> tuple[SurveyResponse, ...]:
        """The answers it may have."""
        return self.response or SCALE

    @property
    def good(self) -> tuple[str, ...]:
        """The keys of the good answers; none where the question only asks which."""
        return tuple(response.key for response in self.responses if response.good)


class Principle(Part):
    """`indicators`: keys of the numbers that speak for it; none where nothing measures it yet."""

    key: str
    text: Spoken
    indicators: tuple[str, ...] = ()


class GoalEntry(Part):
    """A goal as the model file writes it; `dashboard.goals.goal` says what the parts mean."""

    key: str
    name: Spoken
    indicator: str
    kind: Literal["keep", "reach", "deliver"]
    direction: Literal["up", "down"]
    target: float
    municipality: str | None = None
    baseline: float | None = None
    baseline_on: date | None = None
    due: date | None = None
    since: date | None = None
    tolerance: float = 0.0
    responsible: str = ""
    decided: str = ""
    principles: tuple[str, ...] = ()


class Reference(Part):
    """A number from elsewhere. Shown with its source, never as a target."""

    indicator: str
    value: float
    label: Spoken
    source: str


class Contact(Part):
    """Who answers for the dashboard here: to be written to, above all when something cannot be used."""

    name: str
    email: str = Field(default="", pattern=r"^$|^[^@\s]+@[^@\s]+$")
    phone: str = ""
    statement: str = Field(default="", pattern=r"^$|^https://")  # the declaration at uustatus.no


class Rebase(Part):
    """From a day on, something is done or counted in another way: a chart's limits begin anew there.

    Without a municipality it holds for the region and every municipality. In the file the day is `from`.
    """

    indicator: str
    municipality: str | None = None
    since: date = Field(alias="from")
    reason: Spoken

    def __hash__(self) -> int:
        """Without the reason, which has a wording for each language and is compared as before."""
        return hash((self.indicator, self.municipality, self.since))
