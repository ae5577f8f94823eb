"""Vedtak og tiltak: what was decided, what waits to be done, and what is over its date."""

import streamlit as st

from dashboard.screen import head, here
from dashboard.screen.meeting import minutes
from dashboard.sentences import sentences

now = here()
head("measures")
minutes.receipt()
measures = now.desk.measures()
st.header(sentences.measures(measures, now.desk.today(), now.words), anchor=False)
minutes.listing(measures, where="open")
with st.expander(now.words("decision-new"), icon=":material/add:"):
    minutes.decide_in_full()

rest = [entry for entry in now.desk.decisions() if not entry.is_open]
if rest:
    st.header(now.words("measures-decided"), anchor=False)
    minutes.listing(rest, where="decided")
if withdrawn := now.desk.withdrawn():
    with st.expander(now.words("measures-withdrawn", count=len(withdrawn))):
        minutes.listing(withdrawn, where="withdrawn")
