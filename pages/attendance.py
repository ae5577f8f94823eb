"""Oppmøte: do people come, where, and to which kind of offer?"""

import streamlit as st

from dashboard import charts
from dashboard.screen import head, here, name_of, references, show, with_numbers
from dashboard.screen.goals.control_charts import municipalities_compared
from dashboard.screen.numbers.grids import level_by_service
from dashboard.screen.numbers.key_numbers import figures
from dashboard.screen.parts import heading

view = here()
head("attendance", place=view.place_name)
period = with_numbers()
figures(["attendance_rate", "no_show_rate", "cancelled_by_service_rate", "participations"])

rate = view.desk.series("attendance_rate", view.place)
show(charts.trend(rate, view.words, names=view.names), name_of("attendance_rate"), of=rate)
references("attendance_rate")
left, right = st.columns(2, gap="large")
with left:
    parts = view.desk.parts("attendance_rate", period, view.place, "level")
    show(charts.bars(parts, view.words, by="level"), view.words("attendance-by-level"), of=parts)
with right:
    parts = view.desk.parts("attendance_rate", period, view.place, "service")
    show(
        charts.bars(parts, view.words, by="service", names=view.team_names),
        view.words("attendance-by-service"),
        of=parts,
    )
municipalities_compared("attendance_rate")
municipalities_compared("participants")
heading(view.words("attendance-grid"))
level_by_service("participants")
