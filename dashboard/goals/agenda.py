"""Owns the order of a meeting: goals in trouble first, then the others, the chosen municipalities, open measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.goals.standing import Standing
from dashboard.goals.verdict import Status

MEASURES_AT_A_TIME = 5  # more on one screen would not be read from the far end of a table

# What needs to be talked about comes first; what is reached is celebrated last.
_URGENCY = (
    Status.OFF_TRACK,
    Status.BELOW_TARGET_UNSURE,
    Status.ABOVE_TARGET_UNSURE,
    Status.CANNOT_JUDGE,
    Status.ON_TRACK_UNSURE,
    Status.ON_TRACK_SURE,
    Status.REACHED,
)


class Topic(StrEnum):
    """What one screen of a meeting is about. The values stand in links, the same in every language."""

    START = "start"
    GOAL = "mal"
    PLACE = "kommune"
    MEASURES = "tiltak"
    END = "slutt"


@dataclass(frozen=True)
class Slide:
    """One screen: its topic, and which goal, municipality or part of the measures."""

    topic: Topic
    key: str = ""

    @property
    def code(self) -> str:
        """As it stands in a link: mal.attendance, tiltak.2, start."""
        return f"{self.topic.value}.{self.key}" if self.key else self.topic.value


def agenda(standings: Sequence[Standing], places: Sequence[str], measures: int) -> list[Slide]:
    """The screens of a meeting in order. `places`: the municipalities chosen; `measures`: how many are open."""
    ordered = sorted(standings, key=lambda standing: _URGENCY.index(standing.verdict.status))
    parts = range(1, max(1, -(-measures // MEASURES_AT_A_TIME)) + 1)
    return [
        Slide(Topic.START),
        *[Slide(Topic.GOAL, standing.entry.key) for standing in ordered],
        *[Slide(Topic.PLACE, place) for place in places],
        *[Slide(Topic.MEASURES, str(part)) for part in parts],
        Slide(Topic.END),
    ]
