"""Oppmøte: do people come, where, and to which kind of offer?"""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, references, show, with_numbers
from dashboard.screen.control_charts import control_chart, municipalities_compared
from dashboard.screen.grids import level_by_service

now = here()
head("attendance", place=now.place_name)
period = with_numbers()
figures(["attendance_rate", "no_show_rate", "cancelled_by_service_rate", "participations"])

rate = now.words("indicator-attendance-rate")
show(charts.trend(now.desk.series("attendance_rate", now.place), now.words, names=now.names), rate)
references("attendance_rate")
control_chart("attendance_rate")
left, right = st.columns(2, gap="large")
with left:
    show(
        charts.bars(now.desk.parts("attendance_rate", period, now.place, "level"), now.words, by="level"),
        now.words("attendance-by-level"),
    )
with right:
    show(
        charts.bars(
            now.desk.parts("attendance_rate", period, now.place, "service"),
            now.words,
            by="service",
            names=now.team_names,
        ),
        now.words("attendance-by-service"),
    )
municipalities_compared("attendance_rate")
municipalities_compared("participants")
st.subheader(now.words("attendance-grid"), anchor=False)
level_by_service("participants")
