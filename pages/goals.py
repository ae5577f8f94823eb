"""Mål: every goal with its number, target, status in words, and how it has moved."""

import streamlit as st

from dashboard import charts, sentences
from dashboard.goal import GoalKind
from dashboard.screen import badge, goal_facts, head, here, show, with_numbers

now = here()
head("goals", place=now.place_name)
with_numbers()
for standing in now.desk.standings(now.place):
    with st.container(border=True):
        st.header(now.words.said(standing.entry.name), anchor=False)
        badge(standing)
        st.markdown(sentences.goal(standing, now.words))
        if standing.goal.kind is GoalKind.DELIVER:
            show(
                charts.plan(
                    standing.series, now.words, standing.goal.target, now.desk.plan_periods(standing.goal)
                )
            )
        else:
            show(charts.trend(standing.series, now.words, target=standing.goal.target, names=now.names))
        goal_facts(standing)
