"""Oversikt: how the collaboration stands against its goals, in one look."""

import streamlit as st

from dashboard import sentences
from dashboard.screen import figures, goal_card, guide, head, here, with_numbers

now = here()
head("overview", place=now.place_name)
guide.tour()
period = with_numbers()
standings = now.desk.standings(now.place)

st.header(sentences.overview(standings, now.words), anchor=False)
with st.grid(min_column_width=260, gap="medium"):
    for standing in standings:
        goal_card(standing)

st.header(sentences.period_of(period, now.words), anchor=False)
figures(["participants", "attendance_rate", "referred", "concerts"])
