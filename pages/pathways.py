"""Veien videre: where courses come from and go on to, how many drop out, and what FIT says of them."""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, show, ways, with_numbers

now = here()
head("pathways", place=now.place_name)
period = with_numbers()
figures(["ended", "transition_rate", "dropout_rate", "dropout_per_100"])
ways.between_services(period)
ways.between_forms(period)
left, right = st.columns(2, gap="large")
with left:
    show(charts.trend(now.desk.years("transition_rate"), now.words), now.words("referrals-transition-by-year"))
with right:
    show(charts.trend(now.desk.years("dropout_per_100"), now.words), now.words("indicator-dropout-per-100"))
st.header(now.words("pathways-fit"), anchor=False)
figures(["fit_followed_rate", "fit_improved_rate"])
