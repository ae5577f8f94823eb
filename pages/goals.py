"""Mål: every goal with its number, target, status in words, how it has moved, and who may change it."""

import streamlit as st

from dashboard import charts, sentences
from dashboard.goal import GoalKind
from dashboard.screen import badge, goal_editing, goal_facts, head, here, references, show, with_numbers

now = here()
head("goals", place=now.place_name)
with_numbers()
goal_editing.receipt()
goal_editing.notices()
for standing in now.desk.standings(now.place):
    with st.container(border=True):
        st.header(now.words.said(standing.entry.name), anchor=False)
        badge(standing)
        st.markdown(sentences.goal(standing, now.words))
        if standing.goal.kind is GoalKind.DELIVER:
            periods = now.desk.plan_periods(standing.goal)
            show(charts.plan(standing.series, now.words, standing.goal.target, periods))
        else:
            held_against = now.desk.references(standing.indicator.key)
            show(
                charts.trend(
                    standing.series,
                    now.words,
                    target=standing.targets,
                    references=held_against,
                    names=now.names,
                )
            )
            references(standing.indicator.key)
        goal_facts(standing)
        goal_editing.actions(standing.entry.key)
goal_editing.new_goal()
