"""Owns the municipality page's pieces: the region as tiles, per inhabitants, and small pictures beside each other."""

from collections.abc import Mapping

import streamlit as st

from dashboard.charts import municipalities
from dashboard.counting.period import Period
from dashboard.desk import ALL
from dashboard.screen import here, show, take_away


def region(period: Period) -> None:
    """Participants per 1 000 inhabitants: on the region's picture, and with intervals beside the region."""
    now, words = here(), here().words
    rates = now.desk.places("participants_per_1000", period)
    beside, text = municipalities.per_inhabitants(rates, words, now.names, now.place)
    st.header(words("municipality-per-inhabitants"), anchor=False)
    st.markdown(words("municipality-per-inhabitants-lead", period=words.period(period)))
    places = {place.key: place.tile for place in now.desk.model.municipality if place.tile}
    left, right = st.columns([2, 3], gap="large")
    if len(places) > 1:
        with left:
            picture = municipalities.tiles(text, places, words, now.names, now.place)
            st.vega_lite_chart(picture.frame, dict(picture.spec), alt=picture.alt)
    with right:
        show(beside)


def side_by_side(indicator: str, title: str) -> None:
    """The same number over time in every municipality, on equal axes, the chosen one lifted and the region behind."""
    now, words = here(), here().words
    series = {place: now.desk.series(indicator, place) for place in (ALL, *now.names)}
    if series[ALL].frame.is_empty():
        return
    made = municipalities.small(series, words, now.names)
    st.header(title, anchor=False)
    st.markdown(words("municipality-side-by-side"))
    with st.grid(min_column_width=260, gap="small"):
        for key, chart in made.items():
            with st.container(border=key == now.place, gap="xsmall"):
                st.markdown(_name(key, now.names, lifted=key == now.place))
                if chart.frame.is_empty():
                    st.info(words("chart-nothing"))
                else:
                    st.vega_lite_chart(chart.frame, dict(chart.spec), alt=chart.alt)
    table = [row for chart in made.values() for row in chart.table]
    with st.expander(words("chart-table")):
        st.table(table, border="horizontal", hide_index=True)
        st.caption(words("signs"))
        take_away(table, title, words("municipality-side-by-side"))


def _name(key: str, names: Mapping[str, str], *, lifted: bool) -> str:
    return f"**{names[key]}** :material/my_location:" if lifted else f"**{names[key]}**"
