"""Videre: where courses come from and go on to, how they end, how many drop out, and what FIT says of them."""

import streamlit as st

from dashboard import charts
from dashboard.screen import figures, head, here, name_of, show, ways, with_numbers

now = here()
head("pathways", place=now.place_name)
period = with_numbers()
figures(["ended", "transition_rate", "dropout_rate", "dropout_per_100"])
ways.between_services(period)
ways.between_forms(period)
parts = now.desk.parts("ended", period, now.place, "outcome")
show(charts.bars(parts, now.words, by="outcome"), now.words("pathways-by-outcome"), of=parts)
left, right = st.columns(2, gap="large")
with left:
    years = now.desk.years("transition_rate")
    show(charts.trend(years, now.words), now.words("pathways-transition-by-year"), of=years)
with right:
    years = now.desk.years("dropout_per_100")
    show(charts.trend(years, now.words), name_of("dropout_per_100"), of=years)
st.header(now.words("pathways-fit"), anchor=False)
figures(["fit_followed_rate", "fit_improved_rate"])
