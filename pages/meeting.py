"""Møte: the meeting run from the screen, one thing at a time, with arrow keys and frozen numbers."""

from dashboard.goals.agenda import Topic
from dashboard.screen import head, here, meeting, with_numbers

if here().period is None:
    head("meeting")
with_numbers()
held = meeting.opened()
match held.slide.topic:
    case Topic.START:
        meeting.start(held)
    case Topic.GOAL:
        meeting.goal(held)
    case Topic.PLACE:
        meeting.place(held)
    case Topic.MEASURES:
        meeting.measures(held)
    case Topic.END:
        meeting.end()
meeting.foot(held)
