"""Definition, dictionary, spec and code say the same of every indicator, in every language."""

import re
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from drawn import frames

from dashboard.counting.cells import ALL, whole
from dashboard.counting.families import ENDED, WAITED
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import INDICATORS
from dashboard.counting.period import PeriodKind, period
from dashboard.counting.rows_of_families import TRANSITION_DAYS
from dashboard.counting.tally import measure
from dashboard.language.words import LANGUAGES, words
from dashboard.wall import rounding
from dashboard.wall.published import per_inhabitants, publish
from data_sources.declared.model import load
from data_sources.declared.model_parts import SCALE
from data_sources.declared.vocabularies import ACTIVITY
from data_sources.parsing.values import code_parser
from data_sources.reading.cells import Kind

SPECS, MODEL = Path(__file__).parents[2] / "specs", load("gjovik")
AGREED = ("attended", "missed", "cancelled_by_participant", "cancelled_by_therapist")
STATUSES = (*AGREED, "planned", "unknown")
# How each status is written in the dictionary; the longer before the shorter it contains.
WRITTEN = {
    "nb": {
        "missed": "ikke møtt",
        "cancelled_by_participant": "avlyst av deltaker",
        "cancelled_by_therapist": "avlyst av terapeut",
        "attended": "møtt",
        "planned": "planlagt",
        "unknown": "ukjent",
    },
    "nn": {
        "missed": "ikkje møtt",
        "cancelled_by_participant": "avlyst av deltakar",
        "cancelled_by_therapist": "avlyst av terapeut",
        "attended": "møtt",
        "planned": "planlagd",
        "unknown": "ukjend",
    },
    "en": {
        "missed": "did not attend",
        "cancelled_by_participant": "cancelled by participant",
        "cancelled_by_therapist": "cancelled by therapist",
        "attended": "attended",
        "planned": "planned",
        "unknown": "unknown",
    },
}
EVERY = {"nb": "alle avtalte timer", "nn": "alle avtalte timar", "en": "all sessions arranged"}
SHARES = [one for one in INDICATORS if one.measure is Measure.SHARE_OF_ROWS]


def in_code(expression: pl.Expr | None) -> set[str]:
    assert expression is not None
    rows = pl.DataFrame({"status": list(STATUSES)}).with_columns(taken=expression)
    return set(rows.filter("taken")["status"])


def in_words(text: str, language: str) -> set[str]:
    rest, told = text.lower(), set()
    if rest.startswith(EVERY[language]):
        told, rest = set(AGREED), rest.removeprefix(EVERY[language])
    for status, written in WRITTEN[language].items():
        if written in rest:
            told.add(status)
            rest = rest.replace(written, "")
    return told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indicator", SHARES, ids=lambda one: one.key)
def test_what_is_divided_by_what_is_the_same_in_the_dictionary_and_the_code(
    indicator: Indicator, language: str
) -> None:
    say, key = words(language), indicator.key.replace("_", "-")
    assert in_words(say(f"measured-{key}"), language) == in_code(indicator.numerator)
    assert in_words(say(f"measured-{key}.below"), language) == in_code(indicator.denominator)


@pytest.mark.parametrize("indicator", SHARES, ids=lambda one: one.key)
def test_a_specs_rows_count_as_the_code_says(indicator: Indicator) -> None:
    """Of the statuses a spec's first table draws, those in its numbers are those the code takes in."""
    text = (SPECS / f"{indicator.key}.md").read_text("utf-8")
    drawn = {status for status in STATUSES if re.search(rf"\| {status} +\|", text)}
    assert in_code(indicator.numerator) <= drawn
    assert in_code(indicator.denominator) <= drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_withdrew_is_among_those_a_start_in_time_is_a_share_of(language: str) -> None:
    """The code divides by everybody referred: a withdrawn referral counts as later."""
    below = words(language)("measured-started-in-time-rate.below").lower()
    assert below in {"alle henvisninger", "alle tilvisingar", "all referrals"}
    spec = (SPECS / "started_in_time_rate.md").read_text("utf-8").lower()
    assert "withdr" in spec


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_a_share_says_what_it_is_divided_by_and_a_count_does_not(indicator: Indicator) -> None:
    shares = {Measure.SHARE_OF_ROWS, Measure.SHARE_OF_CASES, Measure.SHARE_OF_EVENTS}
    divided = {*shares, Measure.SHARE_OF_RESPONSES, Measure.PER_COURSE_YEARS, Measure.PER_INHABITANTS}
    for language in LANGUAGES:
        below = words(language).has(f"measured-{indicator.key.replace('_', '-')}.below")
        assert below == (indicator.measure in divided), language


# --- what is counted, in the definition, the dictionary, the spec and the code -------------------------------

PERSONS = {"nb": "person", "nn": "person", "en": "people", "spec": "persons"}
REFERRALS = {"nb": "henvisninge", "nn": "tilvisinga", "en": "referral", "spec": "referrals"}
COURSES = {"nb": "forløp", "nn": "forløp", "en": "therapy", "spec": "courses"}
CONCERTS = {"nb": "konserte", "nn": "konserta", "en": "concerts", "spec": "concerts"}
SESSIONS = {"nb": "timer", "nn": "timar", "en": "sessions", "spec": ""}
NOUNS = {
    Measure.PERSONS: PERSONS,
    Measure.PERSONS_OF_OUTCOME: PERSONS,
    Measure.SHARE_OF_EVENTS: CONCERTS,
    Measure.PER_COURSE_YEARS: COURSES,
    Measure.SHARE_OF_ROWS: SESSIONS,
    Measure.SHARE_OF_RESPONSES: PERSONS,
    Measure.PER_INHABITANTS: PERSONS,
}


def noun(indicator: Indicator) -> dict[str, str] | None:
    """What the code counts of an indicator, as each of the others has to call it."""
    if indicator.measure is Measure.SHARE_OF_CASES:
        return REFERRALS if indicator.family is WAITED else COURSES
    if indicator.family.additive:
        return None  # heads on a stage, which may be anybody's
    return NOUNS.get(indicator.measure)


NAMED = [one for one in INDICATORS if noun(one) is not None]


@pytest.mark.parametrize("indicator", NAMED, ids=lambda one: one.key)
def test_definition_dictionary_and_spec_count_what_the_code_counts(indicator: Indicator) -> None:
    called, key = noun(indicator), indicator.key.replace("_", "-")
    assert called is not None
    for language in LANGUAGES:
        say = words(language)
        assert called[language] in say(f"indicator-{key}.definition").lower(), language
        written = say(f"measured-{key}").lower()
        if say.has(f"measured-{key}.below"):
            written += say(f"measured-{key}.below").lower()
        if indicator.measure is not Measure.SHARE_OF_ROWS:  # the dictionary names their statuses
            assert called[language] in written, language
    intro = (SPECS / f"{indicator.key}.md").read_text("utf-8").split("## ")[0].lower()
    assert called["spec"] in intro


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_scores_in_words_are_those_of_the_code(language: str) -> None:
    say = words(language)
    for text in (say("indicator-transition-rate.definition"), say("measured-transition-rate.caution")):
        assert re.findall(r"\d+", text) == [str(TRANSITION_DAYS)]
    assert str(ENDED.lag(MODEL)) in say("indicator-ended.definition")
    assert "5" in say("indicator-fit-improved-rate.definition") and MODEL.fit_reliable_change == 5


# --- weeks, inhabitants, years of therapy, what is done for others, and answers -------------------------------

WAITED_FOR = {Measure.MEDIAN_WAIT, Measure.WAITED_SO_FAR, Measure.LONGEST_SO_FAR}
WEEKS = {"nb": "hele uker", "nn": "heile veker", "en": "whole weeks", "spec": "whole weeks"}
DAYS = {"nb": "dager fra mottatt", "nn": "dagar frå motteken", "en": "days from received", "spec": "days from"}
HALF = {"nb": "halvparten", "nn": "halvparten", "en": "half"}
WAITING = [one for one in INDICATORS if one.measure in WAITED_FOR]
YEAR = period(PeriodKind.YEAR, 2025)
LATER = date(2026, 6, 1)


def told(indicator: Indicator) -> str:
    """A spec's own words, before what it draws, on one line."""
    return " ".join((SPECS / f"{indicator.key}.md").read_text("utf-8").split("## ")[0].lower().split())


def born(indicator: Indicator, **tables: list[dict[str, object]]) -> dict[str, object]:
    """The region's number of a year of rows, as the wall lets it be born."""
    tallies = measure(indicator.family, frames(**tables), MODEL, [YEAR], LATER)
    every = tallies.counts.with_columns(shown=pl.lit(value=True))
    numbers = rounding.numbers(tallies, every, MODEL.threshold)
    [row] = numbers.filter(pl.col("indicator") == indicator.key, whole(()), pl.col("municipality") == ALL).to_dicts()
    return row


def referred(days: list[int | None]) -> list[dict[str, object]]:
    """Somebody for each wait in days; None still waits."""
    received = date(2025, 2, 1)
    return [
        {
            "received": received,
            "participant": f"D{at}",
            "municipality": "gjovik",
            "source": "fact",
            "started": None if wait is None else received + timedelta(days=wait),
        }
        for at, wait in enumerate(days)
    ]


@pytest.mark.parametrize("indicator", WAITING, ids=lambda one: one.key)
def test_waits_are_days_from_received_told_in_whole_weeks_in_all_four(indicator: Indicator) -> None:
    key = indicator.key.replace("_", "-")
    for language in LANGUAGES:
        say = words(language)
        assert say(f"measured-{key}").lower().startswith(DAYS[language])
        assert say(f"measured-{key}.caution").lower().startswith(WEEKS[language])
        assert say(f"unit-{indicator.shown_as.value}") == WEEKS[language]
    assert WEEKS["spec"] in told(indicator) and DAYS["spec"] in told(indicator)
    waits = [20] * 11 if indicator.measure is Measure.MEDIAN_WAIT else [*[33] * 2, *[None] * 11]
    value = born(indicator, referrals=referred(waits))["value"]
    assert value == round((20 if indicator.measure is Measure.MEDIAN_WAIT else 33) / 7)


def test_a_median_is_what_half_have_reached_in_words_and_code() -> None:
    for key in ("waiting-median", "waited-so-far"):
        for language in LANGUAGES:
            assert HALF[language] in words(language)(f"indicator-{key}.definition").lower()
    [median] = [one for one in INDICATORS if one.measure is Measure.MEDIAN_WAIT]
    assert "median" in told(median)
    assert born(median, referrals=referred([7] * 6 + [70] * 5))["value"] == 1
    assert born(median, referrals=referred([7] * 5 + [70] * 6))["value"] == 10


def test_who_still_waits_is_reckoned_with_in_the_median_and_its_words() -> None:
    [median] = [one for one in INDICATORS if one.measure is Measure.MEDIAN_WAIT]
    for language, waiting in {"nb": "venter", "nn": "ventar", "en": "waiting"}.items():
        assert waiting in words(language)("indicator-waiting-median.definition")
        assert waiting in words(language)("measured-waiting-median")
    assert "still wait" in told(median)
    assert born(median, referrals=referred([7] * 5 + [None] * 7))["bound"] == "not_reached"


def test_per_inhabitants_is_per_thousand_adults_in_all_four() -> None:
    [rate] = [one for one in INDICATORS if one.measure is Measure.PER_INHABITANTS]
    for language in LANGUAGES:
        say, thousand = words(language), words(language).number(1000)
        for text in (say("indicator-participants-per-1000"), say("indicator-participants-per-1000.definition")):
            assert thousand in text.replace("1 000", "1\u00a0000"), (language, text)
        assert "18" in say("indicator-participants-per-1000.definition")
        assert "18" in say("measured-participants-per-1000.below")
    assert "per 1 000 inhabitants aged 18 or over" in told(rate)
    came = {"date": date(2025, 3, 1), "municipality": "gjovik", "team": "fact", "level": "group", "status": "attended"}
    tallies = measure(
        rate.family, frames(attendance=[{**came, "participant": f"D{n}"} for n in range(40)]), MODEL, [YEAR], LATER
    )
    cells = tallies.counts.with_columns(shown=pl.lit(value=True), family=pl.lit(rate.family.key))
    adults = pl.DataFrame(
        {"municipality": [ALL], "year": [2025], "adults": [20_000]}, schema_overrides={"year": pl.Int64}
    )
    published = per_inhabitants(publish(rounding.numbers(tallies, cells, 5), cells), adults).frame
    [row] = published.filter(pl.col("indicator") == rate.key, pl.col("municipality") == ALL).to_dicts()
    assert (row["value"], row["base"]) == (40 / 20, 20_000)


def test_dropouts_are_per_hundred_years_in_all_four() -> None:
    [rate] = [one for one in INDICATORS if one.measure is Measure.PER_COURSE_YEARS]
    for language in LANGUAGES:
        assert "100" in words(language)("indicator-dropout-per-100.definition")
        assert "100" in words(language)("indicator-dropout-per-100")
    assert "per 100 years" in told(rate)
    course = {"received": date(2024, 12, 1), "municipality": "gjovik", "source": "fact", "started": date(2025, 1, 1)}
    ended = {"ended": date(2025, 12, 31), "end_reason": "declined"}
    assert born(rate, referrals=[{**course, **ended, "participant": f"D{n}"} for n in range(8)])["value"] == 100.0


# What each kind of activity is said to be, as the definition in bokmål names it, and what its files write.
NAMED_ACTIVITIES = {
    "outreach": ("foredrag", "undervisning", "konferanse", "medieoppslag"),
    "guidance": ("praksisstudent", "hospitant"),
    "advice": ("råd",),
}


@pytest.mark.parametrize("key", NAMED_ACTIVITIES)
def test_an_activity_is_called_in_words_what_its_vocabulary_knows_and_counted_by_times(key: str) -> None:
    [indicator] = [one for one in INDICATORS if one.key == key]
    parse = code_parser(ACTIVITY, {})
    definition = words("nb")(f"indicator-{key}.definition").lower()
    for written in NAMED_ACTIVITIES[key]:
        assert written in definition and parse(written, Kind.TEXT).value == key
    times = {"nb": "ganger", "nn": "gonger", "en": "times"}
    held = {"nb": "holdt", "nn": "haldne", "en": "held"}
    for language in LANGUAGES:
        said = words(language)(f"indicator-{key}.definition").lower()
        assert (held if key == "outreach" else times)[language] in said
    assert "as many as were held" in told(indicator)
    done = {"date": date(2025, 3, 1), "municipality": "gjovik"}
    rows = [{**done, "activity": kind, "reached": 30} for kind in (*NAMED_ACTIVITIES, key)]
    assert born(indicator, activities=rows)["value"] == 2


def test_those_reached_are_of_all_three_kinds_and_added_up() -> None:
    [reached] = [one for one in INDICATORS if one.key == "reached"]
    for language in LANGUAGES:
        definition = words(language)("indicator-reached.definition").lower()
        for kind in NAMED_ACTIVITIES:
            assert words(language)(f"indicator-{kind}").lower() in definition, (language, kind)
    assert all(kind in told(reached) for kind in NAMED_ACTIVITIES)
    done = {"date": date(2025, 3, 1), "municipality": "gjovik", "reached": 12}
    assert born(reached, activities=[{**done, "activity": kind} for kind in NAMED_ACTIVITIES])["value"] == 36


def test_a_good_answer_is_four_or_five_in_all_four() -> None:
    [share] = [one for one in INDICATORS if one.measure is Measure.SHARE_OF_RESPONSES]
    good = {response.key for response in SCALE if response.good}
    for language in LANGUAGES:
        numbers = re.findall(r"\d", words(language)("indicator-good-response-rate.definition"))
        assert set(numbers[:2]) == good and numbers[2:] == [SCALE[0].key, SCALE[-1].key], language
    assert "4 or 5 on a scale from 1 to 5" in told(share)
