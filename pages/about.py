"""Om tallene: what each number means, why some are not shown, and what that does not protect against."""

import streamlit as st

from dashboard.screen import dictionary, head, here

view = here()
head("about")
st.header(view.words("about-privacy-title"), anchor=False)
st.markdown(view.words("about-privacy", threshold=view.desk.model.threshold))
st.header(view.words("about-region-title"), anchor=False)
threshold = view.desk.model.threshold
st.markdown(view.words("about-region", threshold=threshold, median=view.desk.least_for_a_median))
if told := view.desk.told_otherwise():
    st.info(view.words("about-older", day=view.words.day(told[0])))
if view.desk.is_raised():
    st.info(view.words("about-raised", threshold=threshold))
st.header(view.words("about-signs-title"), anchor=False)
st.markdown(view.words("about-signs"))
st.header(view.words("about-status-title"), anchor=False)
st.markdown(view.words("about-status"))
st.header(view.words("about-definitions-title"), anchor=False)
dictionary.definitions()
dictionary.download()
dictionary.principles()
st.header(view.words("about-dictionary-title"), anchor=False)
dictionary.columns()
