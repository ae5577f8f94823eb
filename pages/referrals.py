"""Inn: who finds the way in, where from, and how long they wait."""

import streamlit as st

from dashboard import charts
from dashboard.screen import head, here, over_time, show, with_numbers
from dashboard.screen.goals.control_charts import control_chart, municipalities_compared
from dashboard.screen.numbers.key_numbers import figures
from dashboard.screen.parts import kept_place

view = here()
head("referrals", place=view.place_name)
period = with_numbers()
figures(["referred", "waiting_median", "started_in_time_rate"])
apart = ["still_waiting", "waited_so_far", "longest_so_far", "withdrawn"]  # few, and known a month later than the rest
with kept_place():
    if with_number := [key for key in apart if view.desk.figure(key, period).value is not None]:
        figures(with_number)

left, right = st.columns(2, gap="large")
with left:
    over_time("referred")
with right:
    parts = view.desk.parts("referred", period, view.place, "source")
    drawn = charts.bars(parts, view.words, by="source", names=view.source_names)
    show(drawn, view.words("referrals-by-source"), of=parts)
for indicator in ("waiting_median", "referred"):
    control_chart(indicator)
municipalities_compared("referred")
