"""Kommune: one municipality's whole story beside the others: its goals, what is known, its numbers, what is decided."""

import streamlit as st

from dashboard.desk import ALL
from dashboard.screen import head, here, municipality, over_time, with_numbers
from dashboard.screen.meeting import minutes, notes
from dashboard.screen.numbers.key_numbers import figures
from dashboard.screen.parts import kept_place

view = here()
chosen = view.place != ALL
heading = view.place_name if chosen else ""
head("municipality", heading=heading, lead="" if chosen else "municipality-lead-all", place=view.place_name)
minutes.receipt()
period = with_numbers()
figures(["participants", "attendance_rate", "referred", "concerts"])
with kept_place():
    if chosen:
        municipality.goals(view.place)
        notes.notes(view.place, period)
municipality.region(period)
municipality.side_by_side("attendance_rate", view.words("municipality-attendance"))
left, right = st.columns(2, gap="large")
with left:
    over_time("participants", view.words("municipality-over-time"))
with right:
    over_time("referred")
with kept_place():
    if chosen:
        minutes.of_place(view.place)
