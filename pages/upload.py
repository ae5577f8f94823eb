"""Last opp: drop files in, see what they will do, keep them, publish what is ready, undo what was wrong."""

import streamlit as st

from dashboard.screen import head
from dashboard.screen.upload import uploading
from dashboard.screen.upload.deliveries import deliveries
from dashboard.screen.upload.given import given_answers
from dashboard.screen.upload.history import history
from dashboard.screen.upload.previewing import show_preview
from dashboard.screen.upload.publication import publication
from dashboard.screen.upload.typing import typed

head("upload")
uploading.template()
for preview in [*uploading.received(), *typed()]:
    show_preview(preview)
uploading.keep_all()
uploading.last_receipt()
deliveries()
publication()
st.divider()
history()
given_answers()
