"""Lets a bare `streamlit run` find the dashboard; `samspill` is the usual way in."""

import streamlit as st

from dashboard.serving.server import MIDDLEWARE, SCRIPT, routes, say_fault

app = st.App(SCRIPT, middleware=MIDDLEWARE, routes=routes(), on_script_error=say_fault)
