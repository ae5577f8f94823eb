"""Last opp: drop files in, see what they will do, keep them, publish what is ready, undo what was wrong."""

import streamlit as st

from dashboard.screen import head, uploading
from dashboard.screen.history import history
from dashboard.screen.previewing import show_preview
from dashboard.screen.publication import publication

head("upload")
uploading.template()
for preview in uploading.received():
    show_preview(preview)
uploading.keep_all()
uploading.last_receipt()
st.divider()
publication()
st.divider()
history()
