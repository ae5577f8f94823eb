"""Kommune: one municipality's whole story beside the others: its numbers, over time, what is known and decided."""

import streamlit as st

from dashboard import charts
from dashboard.desk import ALL
from dashboard.screen import figures, head, here, municipality, show, with_numbers
from dashboard.screen.meeting import minutes, notes

now = here()
head("municipality", place=now.place_name, lead="municipality-lead-all" if now.place == ALL else "")
minutes.receipt()
period = with_numbers()
figures(["participants", "attendance_rate", "referred", "concerts"])
municipality.region(period)
municipality.side_by_side("attendance_rate", now.words("municipality-attendance"))

left, right = st.columns(2, gap="large")
with left:
    show(
        charts.bars(now.desk.series("participants", now.place), now.words, names=now.names),
        now.words("municipality-over-time"),
    )
with right:
    show(
        charts.bars(now.desk.series("referred", now.place), now.words, names=now.names), now.words("indicator-referred")
    )
if now.place != ALL:
    notes.notes(now.place, period)
    minutes.of_place(now.place)
