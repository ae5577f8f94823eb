"""Definition, dictionary, spec and code say the same of every indicator, in every language."""

import re
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting.families import ENDED, WAITED
from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.indicators import INDICATORS
from dashboard.counting.rows_of_families import TRANSITION_DAYS
from dashboard.language.words import LANGUAGES, words
from data_sources.declared.model import load

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
