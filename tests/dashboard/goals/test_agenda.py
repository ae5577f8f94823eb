"""A meeting takes what is in trouble first, and ends with what waits to be done."""

from dataclasses import dataclass
from types import SimpleNamespace

from dashboard.goals.agenda import Slide, Topic, agenda
from dashboard.goals.verdict import Status


@dataclass
class Stand:
    entry: SimpleNamespace
    verdict: SimpleNamespace


def goals(**statuses: Status) -> list[Stand]:
    return [Stand(SimpleNamespace(key=key), SimpleNamespace(status=status)) for key, status in statuses.items()]


def codes(slides: list[Slide]) -> list[str]:
    return [slide.code for slide in slides]


def test_goals_in_trouble_come_first_and_the_others_keep_their_order() -> None:
    stood = goals(
        a=Status.REACHED,
        b=Status.ON_TRACK_SURE,
        c=Status.OFF_TRACK,
        d=Status.CANNOT_JUDGE,
        e=Status.BELOW_TARGET_UNSURE,
        f=Status.REACHED,
        g=Status.OFF_TRACK,
    )
    made = codes(agenda(stood, [], 0))
    assert made == ["start", "mal.c", "mal.g", "mal.e", "mal.d", "mal.b", "mal.a", "mal.f", "tiltak.1", "slutt"]


def test_chosen_municipalities_come_after_the_goals_and_before_the_measures() -> None:
    made = codes(agenda(goals(a=Status.REACHED), ["gjovik", "nordre_land"], 3))
    assert made == ["start", "mal.a", "kommune.gjovik", "kommune.nordre_land", "tiltak.1", "slutt"]


def test_many_measures_take_several_screens() -> None:
    made = agenda([], [], 11)
    assert [slide.key for slide in made if slide.topic is Topic.MEASURES] == ["1", "2", "3"]
