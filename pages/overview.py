"""Oversikt: how the collaboration stands against its goals, in one look, and what is new."""

import streamlit as st

from dashboard.screen import figures, guide, head, here, overview, with_numbers
from dashboard.sentences import sentences

now = here()
head("overview", place=now.place_name)
guide.tour()
period = with_numbers()

st.header(sentences.overview(now.desk.standings(now.place), now.words), anchor=False)
overview.matrix(now.desk.matrix())
overview.news(now.desk.news())
st.header(sentences.period_of(period, now.words), anchor=False)
figures(["participants", "attendance_rate", "referred", "concerts"])
