"""Owns why a goal is not where it should be: shown on its card and slide, asked for in the meeting, written down.

The next step is the decision that is due first: it is called so where decisions are listed, and said once.
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.desk import Cause, Decision, Standing
from dashboard.goals.verdict import Status
from dashboard.screen import View, here
from dashboard.screen.meeting import minutes
from dashboard.sentences import sentences

LONGEST = 300
"""Characters of a cause: a sentence or two, which a slide has room for."""


def is_asked(standing: Standing) -> bool:
    """Is a goal so that its cause and its next step are asked for?"""
    return standing.verdict.status is Status.OFF_TRACK


def next_step(standing: Standing, view: View) -> Decision | None:
    """What is to be done first of what waits on a goal; the region's where a municipality has none."""
    waiting = [entry for entry in view.desk.measures() if entry.goal == standing.entry.key]
    own = [entry for entry in waiting if entry.place == standing.place]
    return next(iter(own or waiting), None)


def drawn(standing: Standing, view: View, *, heading: str = "h3") -> str:
    """The cause of a goal that is not on track, or that somebody has written one of; that it, or a next step, lacks.
    `heading`: the level under the goal's own name, which is a page's on a slide."""
    words, cause = view.words, view.desk.cause(standing.entry.key, standing.place)
    if cause is None and not is_asked(standing):
        return ""
    why = f"<p>{escape(cause.text)}</p>" if cause else _nothing("why-none", view)
    lacks = _nothing("why-next-none", view) if is_asked(standing) and next_step(standing, view) is None else ""
    return f'<div class="why"><{heading}>{escape(words("why-title"))}</{heading}>{why}{lacks}</div>'


def _nothing(key: str, view: View) -> str:
    return f'<p class="none">{escape(view.words(key))}</p>'


def with_next_step(decisions: Sequence[Decision], step: Decision | None, most: int) -> list[Decision]:
    """So many of a goal's decisions, its next step among them, in the order they were decided."""
    newest = list(decisions[:most])
    if step is not None and step.number not in {entry.number for entry in newest}:
        newest = [*newest[: most - 1], step]
    return sorted(newest, key=lambda entry: (entry.decided_on, entry.number))


def asked(standing: Standing, *, large: bool = False) -> None:
    """A field for the cause, with what stands and what was written before. `large`: on a slide, behind a button."""
    words, key, place = here().words, standing.entry.key, standing.place
    cause = here().desk.cause(key, place)
    with st.form(f"why:{key}:{place}:{minutes.turn()}", border=False):
        what = st.container(key=f"field-why-{key}")
        text = what.text_area(
            words("why-ask"),
            cause.text if cause else "",
            max_chars=LONGEST,
            placeholder=words("why-example"),
            height="content",
        )
        reason = st.text_input(words("why-reason"), max_chars=minutes.LONGEST) if cause and not large else ""
        with st.container(horizontal=True):
            saved = st.form_submit_button(words("minutes-keep"), type="primary", icon=":material/check:")
            gone = cause is not None and not large and st.form_submit_button(words("why-withdraw"))
    st.caption(words("minutes-no-persons"))
    if not large:
        _history(key, place)
    if saved and minutes.keep(lambda: here().desk.give_cause(key, text, place=place, seen=cause), {"what": what}):
        st.rerun()
    if gone and cause and minutes.keep(lambda: here().desk.withdraw_cause(cause, reason)):
        st.rerun()


def _history(key: str, place: str) -> None:
    """Every version, newest first: who wrote what, and when."""
    words = here().words
    versions = here().desk.causes_written(key, place)
    if not versions:
        return
    with st.expander(words("minutes-history", count=len(versions))):
        for version in reversed(versions):
            st.markdown(f"{words.moment(version.at)} · {sentences.plain(version.by)}")
            st.caption("  \n".join(sentences.plain(part) for part in _parts(version)))


def _parts(version: Cause) -> list[str]:
    gone = version.reason and here().words("decision-withdrawn-because", reason=version.reason)
    return [part for part in (version.text, gone) if part]
