"""Owns the families of counts: which rows each one counts, and what its cells are broken down by."""

from dashboard.counting.indicator import Dimension, Family, Placed
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

_LEVELS = ("individual", "group", "open", UNKNOWN)
_FORMS = ("individual", "group", "open")
_OUTCOMES = ("continued", "dropped", "other")
_DESTINATIONS = ("to_local", "to_open", "nowhere")


def _municipalities(model: Model) -> tuple[str, ...]:
    return tuple(place.key for place in model.municipality)


def _everywhere(model: Model) -> tuple[str, ...]:
    return (*_municipalities(model), OTHER, UNKNOWN)


def _teams(model: Model) -> tuple[str, ...]:
    return (*(team.key for team in model.team), UNKNOWN)


def _sources(model: Model) -> tuple[str, ...]:
    return (*(source.key for source in model.sources), OTHER, UNKNOWN)


def _clinical_teams(model: Model) -> tuple[str, ...]:
    return (*(team.key for team in model.team if not team.local), UNKNOWN)


def _levels_not_given(model: Model) -> frozenset[tuple[str, str]]:
    """The pairs of level and team that the model's teams do not offer."""
    return frozenset((level, team.key) for team in model.team for level in _FORMS if level not in team.levels)


def _ends_nowhere(model: Model) -> frozenset[tuple[str, str]]:
    """Only who continued went somewhere."""
    return frozenset(
        (outcome, destination)
        for outcome in _OUTCOMES
        for destination in _DESTINATIONS
        if (outcome == "continued") != (destination != "nowhere")
    )


def _ways_back(model: Model) -> frozenset[tuple[str, str]]:
    """Nobody goes back from the most open form they have come to, so that is no cell to protect."""
    return frozenset((end, origin) for at, origin in enumerate(_FORMS) for end in _FORMS[:at])


def _questions(model: Model) -> tuple[str, ...]:
    return tuple(question.key for question in model.survey_question)


def _responses(model: Model) -> tuple[str, ...]:
    keys = (response.key for question in model.survey_question for response in question.responses)
    return tuple(dict.fromkeys(keys))


def _answers_to_others(model: Model) -> frozenset[tuple[str, str]]:
    """The pairs of a question and an answer that only another question may have."""
    return frozenset(
        (question.key, response)
        for question in model.survey_question
        for response in _responses(model)
        if response not in {own.key for own in question.responses}
    )


def _never_good(model: Model) -> frozenset[str]:
    """The answers that are good ones to no question: shares are told of the others."""
    return frozenset(_responses(model)) - {response for question in model.survey_question for response in question.good}


MUNICIPALITY = Dimension("municipality", of_model=_municipalities)
ANYWHERE = Dimension("municipality", of_model=_everywhere)

PARTICIPANTS = Family(
    "participants",
    "attendance",
    (
        MUNICIPALITY,
        Dimension("level", _LEVELS, Placed.LAST),
        Dimension("service", placed=Placed.MOST_USED, of_model=_teams),
    ),
    not_offered=_levels_not_given,
    by_month=True,
)
_SOURCE = Dimension("source", placed=Placed.MOST_USED, of_model=_sources)
REFERRED = Family("referred", "referrals", (MUNICIPALITY, _SOURCE), grace=31)
WAITED = Family(
    "waited",
    "referrals",
    (Dimension("outcome", ("in_time", "later", "waiting", "withdrawn"), Placed.LAST),),
    persons_of="referred",
    settled=True,
    lag=lambda model: max(30, model.waiting_limit_days),
    grace=31,
)
ENDED = Family(
    "ended",
    "referrals",
    (
        Dimension("origin", of_model=_clinical_teams),
        Dimension("outcome", _OUTCOMES, Placed.LAST),
        Dimension("destination", _DESTINATIONS, Placed.LAST),
    ),
    not_offered=_ends_nowhere,
    dated="ended",
    lag=lambda model: 90,
    grace=31,
)
STEPS = Family(
    "steps",
    "referrals",
    (Dimension("destination", _FORMS, Placed.LAST), Dimension("origin", _FORMS, Placed.LAST)),
    not_offered=_ways_back,
    dated="ended",
    yearly=True,
    persons_of="ended",
    lag=lambda model: 90,
    grace=31,
    needs=("attendance",),
)
FOLLOWED = Family(
    "followed",
    "fit",
    (Dimension("outcome", ("improved", "measured", "too_few"), Placed.LAST),),
    persons_of="ended",
    lag=lambda model: 90,
    grace=92,
    needs=("referrals",),
)
PERFORMERS = Family(
    "performers", "concerts", (MUNICIPALITY,), additive=True, heads="performers", held_by="events", grace=92
)
EVENTS = Family("events", "concerts", (ANYWHERE,), public=True, grace=92)
ACTIVITIES = Family("activities", "activities", (ANYWHERE,), public=True, grace=92)
SURVEYED = Family(
    "surveyed",
    "survey",
    (
        Dimension("level", _LEVELS, Placed.LAST),
        Dimension("question", placed=Placed.LAST, of_model=_questions),
        Dimension("response", placed=Placed.LAST, of_model=_responses),
    ),
    not_offered=_answers_to_others,
    each="question",
    lesser=_never_good,
    unwritten=True,
    yearly=True,
)

FAMILIES: tuple[Family, ...] = (
    PARTICIPANTS,
    REFERRED,
    WAITED,
    ENDED,
    STEPS,
    FOLLOWED,
    SURVEYED,
    EVENTS,
    PERFORMERS,
    ACTIVITIES,
)
