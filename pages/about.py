"""Om tallene: what each number means, why some are not shown, and what that does not protect against."""

import streamlit as st

from dashboard.screen import dictionary, head, here
from dashboard.screen.parts import heading

view = here()
head("about")
heading(view.words("about-privacy-title"))
st.markdown(view.words("about-privacy", threshold=view.desk.model.threshold))
heading(view.words("about-region-title"))
threshold = view.desk.model.threshold
st.markdown(view.words("about-region", threshold=threshold, median=view.desk.least_for_a_median))
if told := view.desk.told_otherwise():
    st.info(view.words("about-older", day=view.words.day(told[0])))
if view.desk.is_raised():
    st.info(view.words("about-raised", threshold=threshold))
heading(view.words("about-signs-title"))
st.markdown(view.words("about-signs"))
heading(view.words("about-status-title"))
st.markdown(view.words("about-status"))
heading(view.words("about-definitions-title"))
dictionary.definitions()
dictionary.download()
dictionary.principles()
heading(view.words("about-dictionary-title"))
dictionary.columns()
