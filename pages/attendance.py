"""Oppmøte: do people come, where, and to which kind of offer?"""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, name_of, references, show, with_numbers
from dashboard.screen.goals.control_charts import municipalities_compared
from dashboard.screen.grids import level_by_service

now = here()
head("attendance", place=now.place_name)
period = with_numbers()
figures(["attendance_rate", "no_show_rate", "cancelled_by_service_rate", "participations"])

rate = now.desk.series("attendance_rate", now.place)
show(charts.trend(rate, now.words, names=now.names), name_of("attendance_rate"), of=rate)
references("attendance_rate")
left, right = st.columns(2, gap="large")
with left:
    parts = now.desk.parts("attendance_rate", period, now.place, "level")
    show(charts.bars(parts, now.words, by="level"), now.words("attendance-by-level"), of=parts)
with right:
    parts = now.desk.parts("attendance_rate", period, now.place, "service")
    show(
        charts.bars(parts, now.words, by="service", names=now.team_names), now.words("attendance-by-service"), of=parts
    )
municipalities_compared("attendance_rate")
municipalities_compared("participants")
st.header(now.words("attendance-grid"), anchor=False)
level_by_service("participants")
