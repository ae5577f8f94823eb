"""Om tallene: what each number means, why some are not shown, and what that does not protect against."""

import streamlit as st

from dashboard.screen import dictionary, head, here

now = here()
head("about")
st.header(now.words("about-privacy-title"), anchor=False)
st.markdown(now.words("about-privacy", threshold=now.desk.model.threshold))
st.header(now.words("about-region-title"), anchor=False)
threshold = now.desk.model.threshold
st.markdown(now.words("about-region", threshold=threshold, median=now.desk.least_for_a_median))
if told := now.desk.told_otherwise():
    st.info(now.words("about-older", day=now.words.day(told[0])))
if now.desk.is_raised():
    st.info(now.words("about-raised", threshold=threshold))
st.header(now.words("about-signs-title"), anchor=False)
st.markdown(now.words("about-signs"))
st.header(now.words("about-status-title"), anchor=False)
st.markdown(now.words("about-status"))
st.header(now.words("about-definitions-title"), anchor=False)
dictionary.definitions()
dictionary.download()
dictionary.principles()
st.header(now.words("about-dictionary-title"), anchor=False)
dictionary.columns()
