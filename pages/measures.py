"""Vedtak og tiltak: what was decided, what waits to be done, and what is over its date."""

import streamlit as st

from dashboard.screen import head, here
from dashboard.screen.meeting import minutes
from dashboard.screen.parts import heading
from dashboard.sentences import sentences

view = here()
head("measures")
minutes.receipt()
measures = view.desk.measures()
heading(sentences.measures(measures, view.desk.today(), view.words))
minutes.listing(measures, where="open")
with st.expander(view.words("decision-new"), icon=":material/add:"):
    minutes.decide_in_full()

rest = [entry for entry in view.desk.decisions() if not entry.is_open]
if rest:
    heading(view.words("measures-decided"))
    minutes.listing(rest, where="decided")
if withdrawn := view.desk.withdrawn():
    with st.expander(view.words("measures-withdrawn", count=len(withdrawn))):
        minutes.listing(withdrawn, where="withdrawn")
