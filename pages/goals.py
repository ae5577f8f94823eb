"""Mål: every goal with its number, target, status in words, how it has moved, and who may change it."""

import streamlit as st

from dashboard.goals.goal import GoalKind
from dashboard.screen import badge, goal_editing, goal_facts, head, here, references, show, with_numbers
from dashboard.screen.meeting import decisions_on_charts, minutes
from dashboard.sentences import sentences

now = here()
head("goals", place=now.place_name)
with_numbers()
goal_editing.receipt()
minutes.receipt()
goal_editing.notices()
for standing in now.desk.standings(now.place):
    with st.container(border=True):
        st.header(now.words.said(standing.entry.name), anchor=False)
        badge(standing)
        st.markdown(sentences.goal(standing, now.words))
        show(decisions_on_charts.goal_chart(standing, now.desk, now.words, now.names))
        if standing.goal.kind is not GoalKind.DELIVER:
            references(standing.indicator.key)
        goal_facts(standing)
        goal_editing.actions(standing.entry.key)
        minutes.of_goal(standing.entry.key, now.place)
goal_editing.new_goal()
