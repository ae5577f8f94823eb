"""Last opp: drop files in, see what they will do, keep them, publish what is ready, undo what was wrong."""

import streamlit as st

from dashboard.screen import head, uploading
from dashboard.screen.publication import publication

head("upload")
uploading.template()
for preview in uploading.received():
    uploading.show_preview(preview)
uploading.keep_all()
uploading.last_receipt()
st.divider()
publication()
st.divider()
uploading.history()
