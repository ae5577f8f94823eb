"""Lets a bare `streamlit run` find the dashboard; `samspill` is the usual way in."""

import streamlit as st

from dashboard.server import SCRIPT

app = st.App(SCRIPT)
