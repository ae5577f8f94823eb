"""Owns the indicators: each one a definition as data. Adding one is an entry here, its words, one spec."""

import polars as pl

from dashboard.counting.cells import ALL, ELSEWHERE
from dashboard.counting.families import (
    ACTIVITIES,
    ENDED,
    EVENTS,
    FOLLOWED,
    PARTICIPANTS,
    PERFORMERS,
    REFERRED,
    STEPS,
    SURVEYED,
    WAITED,
)
from dashboard.counting.indicator import Family, Indicator, Measure, ShownAs
from dashboard.counting.rows_of_families import UNRECORDED
from dashboard.statistics.direction import Direction

_STATUS = pl.col("status")
_MODEL, _HOSPITAL = "model", "hospital"


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
        "unrecorded_rate",
        PARTICIPANTS,
        Measure.SHARE_OF_ROWS,
        ShownAs.PERCENT,
        numerator=_STATUS.is_in(UNRECORDED),
        denominator=pl.lit(value=True),
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
        Measure.SHARE_OF_CASES,
        ShownAs.PERCENT,
        outcome=("in_time",),
        better=Direction.UP,
        source="pathways",
    ),
    Indicator(
        "still_waiting",
        WAITED,
        Measure.PERSONS_OF_OUTCOME,
        ShownAs.COUNT,
        outcome=("waiting",),
        better=Direction.DOWN,
        source="survival",
    ),
    Indicator(
        "waited_so_far",
        WAITED,
        Measure.WAITED_SO_FAR,
        ShownAs.WEEKS,
        outcome=("waiting",),
        better=Direction.DOWN,
        source="survival",
    ),
    Indicator(
        "longest_so_far",
        WAITED,
        Measure.LONGEST_SO_FAR,
        ShownAs.WEEKS,
        outcome=("waiting",),
        better=Direction.DOWN,
        source="survival",
    ),
    Indicator(
        "withdrawn", WAITED, Measure.PERSONS_OF_OUTCOME, ShownAs.COUNT, outcome=("withdrawn",), source="pathways"
    ),
    Indicator("ended", ENDED, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator(
        "transition_rate",
        ENDED,
        Measure.SHARE_OF_CASES,
        ShownAs.PERCENT,
        outcome=("continued",),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "dropout_rate",
        ENDED,
        Measure.SHARE_OF_CASES,
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
        Measure.SHARE_OF_CASES,
        ShownAs.PERCENT,
        outcome=("improved", "measured"),
        better=Direction.UP,
        source="fit",
    ),
    Indicator(
        "fit_improved_rate",
        FOLLOWED,
        Measure.SHARE_OF_CASES,
        ShownAs.PERCENT,
        outcome=("improved",),
        among=("improved", "measured"),
        better=Direction.UP,
        source="fit",
    ),
    Indicator("responses", SURVEYED, Measure.PERSONS, ShownAs.COUNT, source="survey"),
    Indicator(
        "good_response_rate",
        SURVEYED,
        Measure.SHARE_OF_RESPONSES,
        ShownAs.PERCENT,
        better=Direction.UP,
        source="survey",
    ),
    Indicator("concerts", EVENTS, Measure.EVENTS, ShownAs.COUNT, better=Direction.UP, source=_MODEL),
    Indicator(
        "audience",
        EVENTS,
        Measure.SUM_OF_EVENTS,
        ShownAs.COUNT,
        numerator=pl.col("audience"),
        denominator=pl.col("audience").is_not_null(),
        better=Direction.UP,
        source=_MODEL,
    ),
    Indicator(
        "co_arranged_rate",
        EVENTS,
        Measure.SHARE_OF_EVENTS,
        ShownAs.PERCENT,
        numerator=pl.col("with_voluntary"),
        denominator=pl.col("partners_recorded"),
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
        denominator=pl.col("reached").is_not_null(),
        better=Direction.UP,
        source=_MODEL,
    ),
)

BY_KEY = {indicator.key: indicator for indicator in INDICATORS}


def of_family(family: Family) -> list[Indicator]:
    """The indicators measured on a family's rows."""
    return [indicator for indicator in INDICATORS if indicator.family is family]


def tellable() -> pl.Expr:
    """Rows (indicator, municipality) of which there can be a number: of people from elsewhere how many they are, and
    nothing of their rows, which are in no tally."""
    counts = [indicator.key for indicator in INDICATORS if indicator.measure is Measure.PERSONS]
    return (pl.col("municipality") != ELSEWHERE) | pl.col("indicator").is_in(counts)


def of_all_answers() -> pl.Expr:
    """Rows (indicator, response) of which there can be a number: who gave one answer have no share of good ones."""
    shares = [indicator.key for indicator in INDICATORS if indicator.measure is Measure.SHARE_OF_RESPONSES]
    return (pl.col("response") == ALL) | ~pl.col("indicator").is_in(shares)
