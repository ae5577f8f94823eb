"""I samfunnet: what the region has heard, how far the plan has come, and what is done for others than participants."""

import streamlit as st

from dashboard import charts
from dashboard.screen import head, here, over_time, show, with_numbers
from dashboard.screen.numbers.key_numbers import figures
from dashboard.screen.parts import heading

view = here()
head("community", place=view.place_name)
period = with_numbers()
figures(["concerts", "audience", "performers", "co_arranged_rate"])
left, right = st.columns(2, gap="large")
with left:
    over_time("concerts", view.words("concerts-over-time"))
with right:
    places = view.desk.places("concerts", period)
    show(charts.places(places, view.words, view.names, view.place), view.words("concerts-by-place"), of=places)
heading(view.words("community-activities"))
figures(["outreach", "guidance", "advice", "reached"])
for pair in (("outreach", "guidance"), ("advice", "reached")):
    for column, key in zip(st.columns(2, gap="large"), pair, strict=True):
        with column:
            over_time(key)
