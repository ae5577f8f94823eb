"""Owns what is marked on a picture over time: decisions on a goal, and what is known of a municipality."""

from dashboard.charts import Chart
from dashboard.charts.marks import Mark, with_marks
from dashboard.counting.period import PeriodKind
from dashboard.desk import ALL, Desk
from dashboard.language.words import Words
from dashboard.sentences.decisions import mark_of


def marked(chart: Chart, desk: Desk, words: Words, *, goal: str = "", place: str = ALL) -> Chart:
    """A picture with the decisions on a goal in a place, or on a place, and the place's notes."""
    marks = [
        Mark(entry.decided_on, entry.decided_on, mark_of(entry, words), entry.text)
        for entry in desk.decisions(goal or None, place)
        if goal or entry.place == place
    ]
    notes = desk.notes(place) if place != ALL else []
    marks += [Mark(note.first, note.last, words("mark-note"), note.text) for note in notes]
    if not marks:
        return chart  # the very same drawing, so that another place's rows only move it
    return with_marks(chart, marks, PeriodKind(desk.model.reporting_period), words)


def noted(chart: Chart, desk: Desk, words: Words, place: str) -> Chart:
    """Any picture over time of one municipality, with what is known of it; others as they are."""
    of_one = "colour" in chart.frame.columns and all(str(c).startswith("place-") for c in chart.frame["colour"])
    over_time = bool(chart.table) and next(iter(chart.table[0])) == words("chart-period")
    if place == ALL or not of_one or not over_time or "mark" in chart.frame.columns:
        return chart
    return marked(chart, desk, words, place=place)
