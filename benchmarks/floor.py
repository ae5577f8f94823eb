"""The floor: a Streamlit page with as many layered charts as `?bilder=` says, one choice, and nothing counted."""

import altair as alt
import pandas as pd
import streamlit as st

st.set_page_config("Floor", layout="wide")
st.title("Floor")
many = int(st.query_params.get("bilder", "6"))
place = st.selectbox("Place", ["A", "B", "C", "D", "E"])
months = pd.date_range("2023-01-01", periods=36, freq="MS")
for number in range(many):
    values = [((month * 7 + number * 5 + ord(place)) % 23) / 23 for month in range(36)]
    frame = pd.DataFrame({"month": months, "value": values})
    base = alt.Chart(frame).encode(x="month:T", y=alt.Y("value:Q"))
    aim = alt.Chart(pd.DataFrame({"value": [0.5]})).mark_rule().encode(y="value:Q")
    st.altair_chart(base.mark_line() + base.mark_point() + aim, width="stretch")
