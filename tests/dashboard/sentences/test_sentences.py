"""Sentences that hold where there is too much to say, or nothing."""

from dashboard.language.words import words
from dashboard.sentences import sentences


def test_what_is_long_ends_between_words_and_what_is_short_is_left_alone() -> None:
    assert sentences.brief("Åpen scene", 64) == "Åpen scene"
    assert sentences.brief("Åpen scene i hver kommune", 15) == "Åpen scene i …"
    assert sentences.brief("x" * 300, 64) == "x" * 64 + " …"


def test_no_goals_at_all_is_said_and_not_counted() -> None:
    assert sentences.overview([], words("nb")) == words("nb")("goals-none")
