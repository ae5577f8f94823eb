"""Owns the indicators: each one a definition as data. Adding one is an entry here, its words, one spec."""

import polars as pl

from dashboard.counting.indicator import Dimension, Family, Indicator, Measure, Placed, ShownAs
from dashboard.statistics.direction import Direction
from data_sources.declared.model import Model
from data_sources.declared.table import OTHER, UNKNOWN

_STATUS = pl.col("status")
_MODEL, _HOSPITAL = "model", "hospital"

_LEVELS = ("individual", "group", "open", UNKNOWN)
_FORMS = ("individual", "group", "open")
_OUTCOMES = ("continued", "dropped", "other")
_DESTINATIONS = ("to_local", "to_open", "nowhere")


def _places(model: Model) -> tuple[str, ...]:
    return (*(place.key for place in model.municipality), OTHER, UNKNOWN)


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


MUNICIPALITY = Dimension("municipality", of_model=_places)

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
    (Dimension("outcome", ("in_time", "later"), Placed.LAST),),
    persons_of="referred",
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
PERFORMERS = Family("performers", "concerts", (MUNICIPALITY,), additive=True, heads="performers", grace=92)
EVENTS = Family("events", "concerts", (MUNICIPALITY,), public=True, grace=92)
ACTIVITIES = Family("activities", "activities", (MUNICIPALITY,), public=True, grace=92)

FAMILIES: tuple[Family, ...] = (PARTICIPANTS, REFERRED, WAITED, ENDED, STEPS, FOLLOWED, PERFORMERS, EVENTS, ACTIVITIES)

INDICATORS: tuple[Indicator, ...] = (
    Indicator("participants", PARTICIPANTS, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator("participants_per_1000", PARTICIPANTS, Measure.PER_INHABITANTS, ShownAs.RATE, source="population"),
    Indicator(
        "attendance_rate",
        PARTICIPANTS,
        Measure.SHARE_OF_ROWS,
        ShownAs.PERCENT,
        numerator=_STATUS == "attended",
        denominator=_STATUS.is_in(["attended", "missed", "cancelled_by_participant"]),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "attendance_rate_uncancelled",
        PARTICIPANTS,
        Measure.SHARE_OF_ROWS,
        ShownAs.PERCENT,
        numerator=_STATUS == "attended",
        denominator=_STATUS.is_in(["attended", "missed"]),
        better=Direction.UP,
        source=_HOSPITAL,
    ),
    Indicator(
        "no_show_rate",
        PARTICIPANTS,
        Measure.SHARE_OF_ROWS,
        ShownAs.PERCENT,
        numerator=_STATUS == "missed",
        denominator=_STATUS.is_in(["attended", "missed"]),
        better=Direction.DOWN,
        source=_HOSPITAL,
    ),
    Indicator(
        "cancelled_by_service_rate",
        PARTICIPANTS,
        Measure.SHARE_OF_ROWS,
        ShownAs.PERCENT,
        numerator=_STATUS == "cancelled_by_therapist",
        denominator=_STATUS.is_in(["attended", "missed", "cancelled_by_participant", "cancelled_by_therapist"]),
        better=Direction.DOWN,
        source=_MODEL,
    ),
    Indicator(
        "participations",
        PARTICIPANTS,
        Measure.ROWS,
        ShownAs.COUNT,
        numerator=pl.when(_STATUS == "attended").then(pl.col("heads").fill_null(1)).otherwise(0),
        source=_MODEL,
    ),
    Indicator("referred", REFERRED, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator("waiting_median", REFERRED, Measure.MEDIAN_WAIT, ShownAs.WEEKS, better=Direction.DOWN, source="survival"),
    Indicator(
        "started_in_time_rate",
        WAITED,
        Measure.SHARE_OF_PERSONS,
        ShownAs.PERCENT,
        outcome=("in_time",),
        better=Direction.UP,
        source="pathways",
    ),
    Indicator("ended", ENDED, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator(
        "transition_rate",
        ENDED,
        Measure.SHARE_OF_PERSONS,
        ShownAs.PERCENT,
        outcome=("continued",),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "dropout_rate",
        ENDED,
        Measure.SHARE_OF_PERSONS,
        ShownAs.PERCENT,
        outcome=("dropped",),
        better=Direction.DOWN,
        source="fact",
    ),
    Indicator(
        "dropout_per_100",
        ENDED,
        Measure.PER_COURSE_YEARS,
        ShownAs.RATE,
        outcome=("dropped",),
        better=Direction.DOWN,
        source="fact",
    ),
    Indicator("stepped", STEPS, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator(
        "fit_followed_rate",
        FOLLOWED,
        Measure.SHARE_OF_PERSONS,
        ShownAs.PERCENT,
        outcome=("improved", "measured"),
        better=Direction.UP,
        source="fit",
    ),
    Indicator(
        "fit_improved_rate",
        FOLLOWED,
        Measure.SHARE_OF_PERSONS,
        ShownAs.PERCENT,
        outcome=("improved",),
        among=("improved", "measured"),
        better=Direction.UP,
        source="fit",
    ),
    Indicator("concerts", EVENTS, Measure.EVENTS, ShownAs.COUNT, better=Direction.UP, source=_MODEL),
    Indicator(
        "audience",
        EVENTS,
        Measure.SUM_OF_EVENTS,
        ShownAs.COUNT,
        numerator=pl.col("audience"),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "co_arranged_rate",
        EVENTS,
        Measure.SHARE_OF_EVENTS,
        ShownAs.PERCENT,
        numerator=pl.col("partner").str.len_chars() > 0,
        denominator=pl.lit(True),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "open_to_public_rate",
        EVENTS,
        Measure.SHARE_OF_EVENTS,
        ShownAs.PERCENT,
        numerator=pl.col("public"),
        denominator=pl.col("public").is_not_null(),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator("performers", PERFORMERS, Measure.PERSONS, ShownAs.COUNT, better=Direction.UP, source=_MODEL),
    Indicator(
        "outreach",
        ACTIVITIES,
        Measure.EVENTS,
        ShownAs.COUNT,
        numerator=pl.col("activity") == "outreach",
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "guidance",
        ACTIVITIES,
        Measure.EVENTS,
        ShownAs.COUNT,
        numerator=pl.col("activity") == "guidance",
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "advice",
        ACTIVITIES,
        Measure.EVENTS,
        ShownAs.COUNT,
        numerator=pl.col("activity") == "advice",
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "reached",
        ACTIVITIES,
        Measure.SUM_OF_EVENTS,
        ShownAs.COUNT,
        numerator=pl.col("reached"),
        better=Direction.UP,
        source=_MODEL,
    ),
)

BY_KEY = {indicator.key: indicator for indicator in INDICATORS}


def of_family(family: Family) -> list[Indicator]:
    """The indicators measured on a family's rows."""
    return [indicator for indicator in INDICATORS if indicator.family is family]
