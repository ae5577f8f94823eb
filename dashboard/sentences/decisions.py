"""Owns how a decision is said: its case, who does it and until when. One way in meeting, book and paper."""

from dashboard.desk import Decision
from dashboard.language.words import Words


def case_of(entry: Decision, words: Words) -> str:
    """Sak 14/26; empty where no case is written."""
    return words("decision-of-case", number=entry.case_number) if entry.case_number else ""


def mark_of(entry: Decision, words: Words) -> str:
    """The case, or that it is a decision: what stands on a mark in a chart and over a decision on paper."""
    return case_of(entry, words) or words("decision-text")


def who_and_when(entry: Decision, words: Words) -> list[str]:
    """Ansvarlig: …, innen …: what is known of the two."""
    who = [words("decision-of", name=entry.responsible)] if entry.responsible else []
    return who + ([words("decision-by", day=words.day(entry.due))] if entry.due else [])
