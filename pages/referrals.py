"""Henvisninger og overganger: who finds the way in, how long they wait, and where they go on to."""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, show, with_numbers
from dashboard.screen.control_charts import control_chart, municipalities_compared

now = here()
head("referrals", place=now.place_name)
period = with_numbers()
figures(["referred", "waiting_median", "started_in_time_rate", "transition_rate"])

left, right = st.columns(2, gap="large")
with left:
    show(
        charts.bars(now.desk.series("referred", now.place), now.words, names=now.names), now.words("indicator-referred")
    )
with right:
    show(
        charts.bars(now.desk.parts("referred", period, now.place, "source"), now.words, by="source"),
        now.words("referrals-by-source"),
    )
left, right = st.columns(2, gap="large")
with left:
    show(
        charts.bars(now.desk.parts("ended", period, now.place, "outcome"), now.words, by="outcome"),
        now.words("referrals-by-outcome"),
    )
with right:
    show(charts.trend(now.desk.years("transition_rate"), now.words), now.words("referrals-transition-by-year"))
for indicator in ("waiting_median", "started_in_time_rate", "referred"):
    control_chart(indicator)
municipalities_compared("referred")
