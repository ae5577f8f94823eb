"""Videre: where courses come from and go on to, how they end, what FIT says of them, and what people answer."""

import streamlit as st

from dashboard import charts
from dashboard.screen import head, here, name_of, show, with_numbers
from dashboard.screen.numbers import surveys, ways
from dashboard.screen.numbers.key_numbers import figures
from dashboard.screen.parts import heading

view = here()
head("pathways", place=view.place_name)
period = with_numbers()
figures(["ended", "transition_rate", "dropout_rate", "dropout_per_100"])
ways.between_services(period)
ways.between_forms(period)
parts = view.desk.parts("ended", period, view.place, "outcome")
show(charts.bars(parts, view.words, by="outcome"), view.words("pathways-by-outcome"), of=parts)
left, right = st.columns(2, gap="large")
with left:
    years = view.desk.years("transition_rate")
    show(charts.trend(years, view.words), view.words("pathways-transition-by-year"), of=years)
with right:
    years = view.desk.years("dropout_per_100")
    show(charts.trend(years, view.words), name_of("dropout_per_100"), of=years)
heading(view.words("pathways-fit"))
figures(["fit_followed_rate", "fit_improved_rate"])
surveys.surveys(["responses", "good_response_rate"], period)
