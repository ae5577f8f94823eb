"""Formidling og veiledning: what the service does for others than participants."""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, show, with_numbers

now = here()
head("activities", place=now.place_name)
period = with_numbers()
figures(["outreach", "guidance", "advice", "reached"])
for left_key, right_key in (("outreach", "guidance"), ("advice", "reached")):
    for column, key in zip(st.columns(2, gap="large"), (left_key, right_key), strict=True):
        with column:
            show(
                charts.bars(now.desk.series(key, now.place), now.words, names=now.names), now.words(f"indicator-{key}")
            )
