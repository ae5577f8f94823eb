"""Owns the indicators: each one a definition as data. Adding one is an entry here, its words, one spec."""

import polars as pl

from dashboard.goal import Direction
from dashboard.indicator import Family, Indicator, Measure, ShownAs

_STATUS = pl.col("status")
_MODEL, _HOSPITAL = "model", "hospital"

PARTICIPANTS = Family("participants", "attendance", ("individual", "group", "open", "unknown"),
                      by_service=True, by_month=True)  # fmt: skip
REFERRED = Family("referred", "referrals", by_service=True, grace=31)
WAITED = Family("waited", "referrals", ("in_time", "later"), by_municipality=False, lag=30, grace=31)
ENDED = Family(
    "ended", "referrals", ("continued", "dropped", "other"), by_municipality=False, lag=90, grace=31
)
PERFORMERS = Family("performers", "concerts", additive=True, grace=92)
EVENTS = Family("events", "concerts", public=True, grace=92)

FAMILIES: tuple[Family, ...] = (PARTICIPANTS, REFERRED, WAITED, ENDED, PERFORMERS, EVENTS)

INDICATORS: tuple[Indicator, ...] = (
    Indicator("participants", PARTICIPANTS, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator(
        "attendance_rate", PARTICIPANTS, Measure.SHARE_OF_ROWS, ShownAs.PERCENT,
        numerator=_STATUS == "attended",
        denominator=_STATUS.is_in(["attended", "missed", "cancelled_by_participant"]),
        better=Direction.UP, source=_MODEL,
    ),
    Indicator(
        "attendance_rate_uncancelled", PARTICIPANTS, Measure.SHARE_OF_ROWS, ShownAs.PERCENT,
        numerator=_STATUS == "attended", denominator=_STATUS.is_in(["attended", "missed"]),
        better=Direction.UP, source=_HOSPITAL,
    ),
    Indicator(
        "no_show_rate", PARTICIPANTS, Measure.SHARE_OF_ROWS, ShownAs.PERCENT,
        numerator=_STATUS == "missed", denominator=_STATUS.is_in(["attended", "missed"]),
        better=Direction.DOWN, source=_HOSPITAL,
    ),
    Indicator(
        "cancelled_by_service_rate", PARTICIPANTS, Measure.SHARE_OF_ROWS, ShownAs.PERCENT,
        numerator=_STATUS == "cancelled_by_therapist",
        denominator=_STATUS.is_in(
            ["attended", "missed", "cancelled_by_participant", "cancelled_by_therapist"]
        ),
        better=Direction.DOWN, source=_MODEL,
    ),
    Indicator(
        "participations", PARTICIPANTS, Measure.ROWS, ShownAs.COUNT,
        numerator=pl.when(_STATUS == "attended").then(pl.col("heads").fill_null(1)).otherwise(0),
        source=_MODEL,
    ),
    Indicator("referred", REFERRED, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator(
        "waiting_median", REFERRED, Measure.MEDIAN_WAIT, ShownAs.WEEKS, better=Direction.DOWN,
        source="survival",
    ),
    Indicator(
        "started_in_time_rate", WAITED, Measure.SHARE_OF_PERSONS, ShownAs.PERCENT, outcome="in_time",
        better=Direction.UP, source="pathways",
    ),
    Indicator("ended", ENDED, Measure.PERSONS, ShownAs.COUNT, source=_MODEL),
    Indicator(
        "transition_rate", ENDED, Measure.SHARE_OF_PERSONS, ShownAs.PERCENT, outcome="continued",
        better=Direction.UP, source=_MODEL,
    ),
    Indicator(
        "dropout_rate", ENDED, Measure.SHARE_OF_PERSONS, ShownAs.PERCENT, outcome="dropped",
        better=Direction.DOWN, source="fact",
    ),
    Indicator("concerts", EVENTS, Measure.EVENTS, ShownAs.COUNT, better=Direction.UP, source=_MODEL),
    Indicator(
        "audience", EVENTS, Measure.SUM_OF_EVENTS, ShownAs.COUNT, numerator=pl.col("audience"),
        better=Direction.UP, source=_MODEL,
    ),
    Indicator(
        "co_arranged_rate", EVENTS, Measure.SHARE_OF_EVENTS, ShownAs.PERCENT,
        numerator=pl.col("partner").str.len_chars() > 0, denominator=pl.lit(True),
        better=Direction.UP, source=_MODEL,
    ),
    Indicator("performers", PERFORMERS, Measure.PERSONS, ShownAs.COUNT, better=Direction.UP, source=_MODEL),
)  # fmt: skip

BY_KEY = {indicator.key: indicator for indicator in INDICATORS}


def of_family(family: Family) -> list[Indicator]:
    """The indicators measured on a family's rows."""
    return [indicator for indicator in INDICATORS if indicator.family is family]
