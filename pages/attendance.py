"""Oppmøte: do people come, where, and to which kind of offer?"""

import streamlit as st

from dashboard import charts
from dashboard.desk import ALL
from dashboard.screen import figures, head, here, references, show, with_numbers

now = here()
head("attendance", place=now.place_name)
period = with_numbers()
figures(["attendance_rate", "no_show_rate", "cancelled_by_service_rate", "participations"])

rate = now.words("indicator-attendance-rate")
show(charts.trend(now.desk.series("attendance_rate", now.place), now.words, names=now.names), rate)
references("attendance_rate")
if now.place == ALL:
    show(
        charts.trend(now.desk.series("attendance_rate", months=True), now.words),
        now.words("attendance-by-month"),
    )
left, right = st.columns(2, gap="large")
with left:
    show(
        charts.bars(now.desk.parts("attendance_rate", period, now.place, "level"), now.words, by="level"),
        now.words("attendance-by-level"),
    )
with right:
    show(
        charts.bars(
            now.desk.parts("attendance_rate", period, now.place, "service"), now.words, by="service",
            names=now.team_names,
        ),
        now.words("attendance-by-service"),
    )  # fmt: skip
