"""Møte: the meeting run from the screen, one thing at a time, with arrow keys and frozen numbers."""

from dashboard.goals.agenda import Topic
from dashboard.screen import head, here, with_numbers
from dashboard.screen.meeting import slides

if here().period is None:
    head("meeting")
with_numbers()
held = slides.opened()
match held.slide.topic:
    case Topic.START:
        slides.start(held)
    case Topic.GOAL:
        slides.goal(held)
    case Topic.PLACE:
        slides.place(held)
    case Topic.MEASURES:
        slides.measures(held)
    case Topic.END:
        slides.end()
slides.foot(held)
