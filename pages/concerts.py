"""Konserter: what the region has heard, and how far the plan has come."""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, of_the_region, show, with_numbers

now = here()
head("concerts", place=now.place_name)
period = with_numbers()
figures(["concerts", "audience", "performers", "co_arranged_rate"])

for standing in now.desk.standings(now.place):
    if standing.indicator.key == "concerts":
        of_the_region(standing)
        periods = now.desk.plan_periods(standing.goal)
        show(charts.plan(standing.series, now.words, standing.goal.target, periods), now.words("concerts-plan"))
left, right = st.columns(2, gap="large")
with left:
    show(
        charts.bars(now.desk.series("concerts", now.place), now.words, names=now.names), now.words("concerts-over-time")
    )
with right:
    show(
        charts.places(now.desk.places("concerts", period), now.words, now.names, now.place),
        now.words("concerts-by-place"),
    )
