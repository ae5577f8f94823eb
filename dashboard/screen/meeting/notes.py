"""Owns notes on the screen: what somebody knows of a municipality in a stretch of time, written, shown, withdrawn."""

from datetime import date

import streamlit as st

from dashboard.counting.period import Period, PeriodKind, from_code, of_year
from dashboard.desk import Note, State
from dashboard.screen import here
from dashboard.screen.meeting.minutes import LONGEST, keep, turn
from dashboard.screen.parts import heading
from dashboard.sentences import sentences

_WITHDRAWING = "notes:withdrawing"


def notes(place: str, period: Period) -> None:
    """The municipality's notes, newest first, and a field for a new one."""
    view, words = here(), here().words
    heading(words("notes-title"))
    written = view.desk.notes(place)
    if not written:
        st.markdown(words("notes-none"))
    for note in written:
        with st.container(border=True, key=f"note-{note.number}"):
            _shown(note)
    with st.expander(words("note-new"), icon=":material/add:"):
        _write(place, period)
    if gone := view.desk.withdrawn_notes(place):
        with st.expander(words("notes-withdrawn", count=len(gone))):
            for note in gone:
                st.markdown(sentences.plain(f"{sentences.span(note, words)}: {note.text}"))
                st.caption(sentences.plain(words("decision-withdrawn-because", reason=note.reason)))


def _shown(note: Note) -> None:
    words = here().words
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.markdown(f"**{sentences.plain(sentences.span(note, words))}:** {sentences.plain(note.text)}")
    left.caption(sentences.plain(words("note-by", who=note.by, at=words.moment(note.at))))
    if right.button(words("note-withdraw"), key=f"withdraw:{note.number}", icon=":material/undo:"):
        st.session_state[_WITHDRAWING] = note.number
    if st.session_state.get(_WITHDRAWING) != note.number:
        return
    with st.form(f"withdraw:{note.number}:{turn()}", border=False):
        reason = st.text_input(words("note-reason"), max_chars=LONGEST)
        sure = st.form_submit_button(words("note-withdraw-sure"))
    if sure and keep(lambda: here().desk.revise_note(note.number, note.version, state=State.WITHDRAWN, reason=reason)):
        st.session_state.pop(_WITHDRAWING, None)
        st.rerun()


def _write(place: str, period: Period) -> None:
    view, words = here(), here().words
    today = view.desk.today()
    months = [month for year in range(today.year - 3, today.year + 1) for month in of_year(PeriodKind.MONTH, year)]
    codes = [month.code for month in reversed(months)]

    def name(code: str) -> str:
        return sentences.period_named(code, words)

    def at(day: date) -> int:
        code = f"{day.year}-{day.month:02d}"
        return codes.index(code) if code in codes else 0

    with st.form(f"note:{place}:{turn()}", border=False):
        text = st.text_input(words("note-text"), max_chars=LONGEST, placeholder=words("note-example"))
        left, right = st.columns(2)
        first = left.selectbox(words("note-first"), codes, at(period.first), format_func=name)
        last = right.selectbox(words("note-last"), codes, at(period.last), format_func=name)
        saved = st.form_submit_button(words("minutes-keep"), type="primary", icon=":material/check:")
    st.caption(words("minutes-no-persons"))
    begins, ends = from_code(first), from_code(last)
    if saved and begins and ends and keep(lambda: view.desk.note(place, begins.first, ends.last, text)):
        st.rerun()
