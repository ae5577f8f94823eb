"""Owns what each family counts: its table's rows as persons (or events) on a day, in a place, with an outcome.

Every frame has person, day, counted, municipality (also where the family is not broken down by it: the region is its
municipalities), the columns of its family's dimensions, and those its indicators ask for.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import polars as pl

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
from dashboard.counting.indicator import Family
from dashboard.counting.period import Period
from dashboard.counting.survey_rows import surveyed
from data_sources.declared.model import Model
from data_sources.declared.table import UNKNOWN

TRANSITION_DAYS = 90
UNRECORDED = ("planned", "unknown")  # of an appointment whose day has passed: nobody has written what became of it

Rows = Mapping[str, pl.DataFrame]  # table name → its rows


def prepared(family: Family, rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """The rows of a family, ready to be counted."""
    return _PREPARE[family.key](rows, model, today)


def _participants(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Agreed appointments and heads. A participant is somebody who attended at least once.

    Of an appointment whose day has passed and of which nobody has written what became, only that is counted; it says of
    nobody where they belong.
    """
    agreed = pl.col("status").is_in(["attended", "missed", "cancelled_by_participant", "cancelled_by_therapist"])
    unrecorded = pl.col("status").is_in(UNRECORDED) & (pl.col("date") <= today)
    return (
        rows["attendance"]
        .filter(agreed | unrecorded)
        .select(
            pl.col("participant").alias("person"),
            pl.col("date").alias("day"),
            (pl.col("status") == "attended").alias("counted"),
            agreed.alias("agreed"),
            "municipality",
            "level",
            pl.col("team").alias("service"),
            "status",
            "heads",
        )
    )


def _referred(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Referrals received, with the wait as it stands. Those withdrawn before a start are not waiting."""
    past = rows["referrals"].with_columns(
        # A day that has not come is a plan: nobody has started or left on it yet.
        pl.when(pl.col(name) <= today).then(pl.col(name)).alias(name)
        for name in ("received", "started", "ended")
    )
    newest = past.select(pl.max_horizontal("received", "started", "ended").max()).item()
    started = pl.col("started").is_not_null()
    return past.select(
        pl.col("participant").alias("person"),
        pl.col("received").alias("day"),
        pl.lit(True).alias("counted"),
        "municipality",
        "source",
        (pl.coalesce("started", pl.lit(newest, dtype=pl.Date)) - pl.col("received")).dt.total_days().alias("days"),
        started.alias("started"),
        (~started & pl.col("ended").is_not_null()).alias("withdrawn"),
    )


def _waited(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Referrals by whether the start came within the model's limit, or later, or whether they wait or were withdrawn.

    The persons are exactly those of the referred family: were the withdrawn left out, the difference would be
    how many they are, which is few.
    """
    in_time = pl.col("started") & (pl.col("days") <= model.waiting_limit_days)
    return _referred(rows, model, today).with_columns(
        outcome=pl.when(in_time)
        .then(pl.lit("in_time"))
        .when("started")
        .then(pl.lit("later"))
        .when("withdrawn")
        .then(pl.lit("withdrawn"))
        .otherwise(pl.lit("waiting"))
    )


def _courses(rows: Rows, today: date) -> pl.DataFrame:
    """Ended courses: a number, participant, first and last day, source and end reason. What never started is none."""
    return (
        rows["referrals"]
        .filter(pl.col("ended") <= today, pl.col("started").is_not_null())
        .with_row_index("course")
        .select(
            "course",
            "participant",
            pl.col("started").alias("first"),
            pl.col("ended").alias("last"),
            "municipality",
            "source",
            "end_reason",
        )
    )


def _met(courses: pl.DataFrame, rows: Rows) -> pl.DataFrame:
    """What each course's participant attended, from its first day to 90 days after its last."""
    came = (
        rows["attendance"]
        .filter(pl.col("status") == "attended")
        .select("participant", pl.col("date").alias("visit"), "team", "level")
    )
    met = courses.join(came, on="participant").filter(
        pl.col("visit").is_between(pl.col("first"), pl.col("last") + timedelta(days=TRANSITION_DAYS))
    )
    return met.sort("course", "visit", "level", "team")


def _ended(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Ended courses by the team they were with, how they ended, and where the person went on to.

    Continued by the end reason, or by attending an open or local offer within 90 days of the end. A local
    offer (Kulturnettverket) comes before an open one. The team is the one that met the person most often, local
    ones left out; where none did, whoever referred, if that is a team.
    """
    local = [team.key for team in model.team if team.local]
    clinical = [team.key for team in model.team if not team.local]
    courses = _courses(rows, today)
    met = _met(courses, rows)
    after = met.filter(pl.col("visit") > pl.col("last"))
    origins = (
        met.filter(pl.col("visit") <= pl.col("last"), pl.col("team").is_in(clinical))
        .group_by("course", "team")
        .agg(pl.len(), pl.col("visit").max())
        .sort("len", "visit", "team")
        .group_by("course", maintain_order=True)
        .agg(pl.col("team").last().alias("origin"))
    )
    reason = pl.col("end_reason").fill_null("")
    to_local = reason.is_in(model.leading("local")) | _is_among(after.filter(pl.col("team").is_in(local)))
    to_open = reason.is_in(model.leading("open")) | _is_among(after.filter(pl.col("level") == "open"))
    referrer = pl.when(pl.col("source").is_in(clinical)).then("source").otherwise(pl.lit(UNKNOWN))
    return courses.join(origins, on="course", how="left", maintain_order="left").select(
        pl.col("participant").alias("person"),
        pl.col("last").alias("day"),
        pl.lit(True).alias("counted"),
        "municipality",
        pl.coalesce("origin", referrer).alias("origin"),
        pl.when(to_local | to_open)
        .then(pl.lit("continued"))
        .when(reason.is_in(model.leading("dropped")))
        .then(pl.lit("dropped"))
        .otherwise(pl.lit("other"))
        .alias("outcome"),
        pl.when(to_local)
        .then(pl.lit("to_local"))
        .when(to_open)
        .then(pl.lit("to_open"))
        .otherwise(pl.lit("nowhere"))
        .alias("destination"),
    )


def _is_among(met: pl.DataFrame) -> pl.Expr:
    return pl.col("course").is_in(met["course"].unique().implode())


def _steps(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Ended courses by the form of offer they began with (origin) and the most open one they came to (destination).

    Where nobody has written a form, it is individual: that is where courses begin. A row of unknown ones would be
    small, and hiding it would hide the others.
    """
    courses = _courses(rows, today)
    met = _met(courses, rows).filter(pl.col("visit") <= pl.col("last"), pl.col("level") != UNKNOWN)
    ways = met.group_by("course", maintain_order=True).agg(
        pl.col("level").first().alias("began"),
        *[(pl.col("level") == form).any().alias(form) for form in ("group", "open")],
    )
    reached = pl.when("open").then(pl.lit("open")).when("group").then(pl.lit("group")).otherwise(pl.lit("individual"))
    return courses.join(ways, on="course", how="left", maintain_order="left").select(
        pl.col("participant").alias("person"),
        pl.col("last").alias("day"),
        pl.lit(True).alias("counted"),
        "municipality",
        pl.col("began").fill_null("individual").alias("origin"),
        reached.alias("destination"),
    )


def _followed(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Ended courses by what FIT says of them: two ORS or more, and whether the last is reliably higher."""
    scored = rows["fit"].filter(pl.col("ors").is_not_null()).select("participant", pl.col("date").alias("visit"), "ors")
    courses = _courses(rows, today)
    recorded = (
        courses.join(scored, on="participant")
        .filter(pl.col("visit").is_between("first", "last"))
        .sort("course", "visit", "ors")
        .group_by("course", maintain_order=True)
        .agg(pl.len().alias("times"), (pl.col("ors").last() - pl.col("ors").first()).alias("change"))
    )
    # Scores have one decimal: a hair is given, so that 24.9 − 19.9 is a change of 5.
    better = pl.col("change") >= model.fit_reliable_change - 1e-9
    outcome = (
        pl.when(pl.col("times").fill_null(0) < 2)
        .then(pl.lit("too_few"))
        .when(better)
        .then(pl.lit("improved"))
        .otherwise(pl.lit("measured"))
    )
    return courses.join(recorded, on="course", how="left", maintain_order="left").select(
        pl.col("participant").alias("person"),
        pl.col("last").alias("day"),
        pl.lit(True).alias("counted"),
        "municipality",
        outcome.alias("outcome"),
    )


def course_days(rows: Rows, model: Model, period: Period, today: date) -> int:
    """Days that courses were under way between a period's two days, each course by itself; no later than today.

    Courses of the region's own municipalities, as everything they are held against.
    """
    until = min(period.last, today)
    own = [place.key for place in model.municipality]
    under_way = (
        rows["referrals"]
        .filter(pl.col("started") <= until, pl.col("municipality").is_in(own))
        .select(
            first=pl.max_horizontal("started", pl.lit(period.first)),
            last=pl.min_horizontal(pl.coalesce("ended", pl.lit(until)), pl.lit(until)),
        )
    )
    days = under_way.filter(pl.col("last") >= pl.col("first")).select(
        ((pl.col("last") - pl.col("first")).dt.total_days() + 1).sum()
    )
    return int(days.item() or 0)


def _events(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Concerts that have taken place. Nobody, nei and a dash are no partner: only whom the model lists is.

    Nothing written is nobody, too; but in a year in which no concert has anything written, nobody writes it.
    """
    written = rows["concerts"]["partner"].drop_nulls().unique()
    voluntary = [text for text in written if model.names_volunteers(text)]
    with_voluntary = pl.col("partner").is_in(voluntary).fill_null(False).alias("with_voluntary")
    recorded = pl.col("partner").is_not_null().any().over(pl.col("date").dt.year()).alias("partners_recorded")
    concerts = rows["concerts"].filter(pl.col("date") <= today).with_columns(recorded, with_voluntary)
    return _held(concerts, today, "audience", "performers", "with_voluntary", "partners_recorded", "public")


def _activities(rows: Rows, model: Model, today: date) -> pl.DataFrame:
    """Outreach, guidance and advice that have taken place."""
    return _held(rows["activities"], today, "activity", "reached")


def _held(rows: pl.DataFrame, today: date, *columns: str) -> pl.DataFrame:
    """What has taken place and has no persons in it: every row of it counts."""
    return rows.filter(pl.col("date") <= today).select(
        pl.lit(None, dtype=pl.String).alias("person"),
        pl.col("date").alias("day"),
        pl.lit(True).alias("counted"),
        "municipality",
        *columns,
    )


_PREPARE: dict[str, Callable[[Rows, Model, date], pl.DataFrame]] = {
    PARTICIPANTS.key: _participants,
    REFERRED.key: _referred,
    WAITED.key: _waited,
    ENDED.key: _ended,
    STEPS.key: _steps,
    FOLLOWED.key: _followed,
    SURVEYED.key: lambda rows, model, today: surveyed(rows["survey"], model, today),
    PERFORMERS.key: _events,
    EVENTS.key: _events,
    ACTIVITIES.key: _activities,
}
