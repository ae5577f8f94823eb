"""Kommune: one municipality beside the others and over time."""

import streamlit as st

from dashboard import charts
from dashboard.desk import ALL
from dashboard.screen import figures, head, here, per_inhabitants, show, with_numbers

now = here()
head("municipality", place=now.place_name, lead="municipality-lead-all" if now.place == ALL else "")
period = with_numbers()
figures(["participants", "attendance_rate", "referred", "concerts"])
per_inhabitants()

left, right = st.columns(2, gap="large")
with left:
    show(
        charts.places(now.desk.places("attendance_rate", period), now.words, now.names, now.place),
        now.words("indicator-attendance-rate"),
    )
with right:
    show(
        charts.places(now.desk.places("participants", period), now.words, now.names, now.place),
        now.words("indicator-participants"),
    )
show(
    charts.bars(now.desk.series("participants", now.place), now.words, names=now.names),
    now.words("municipality-over-time"),
)
