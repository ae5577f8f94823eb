"""Datakvalitet: who has delivered, what has come in, how new it is, and what was wrong with it."""

import streamlit as st

from dashboard.screen import deliveries, head, here, quality

view = here()
head("quality")
brought, problems = view.desk.quality()
if not brought:
    st.info(view.words("quality-nothing"))
    st.stop()
deliveries.board()
quality.by_month()
quality.by_table(brought)
quality.by_problem(problems)
quality.by_period()
