"""Owns the meeting on the screen: one thing at a time, large, from the keyboard, with the numbers frozen."""

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from dashboard import charts
from dashboard.charts import Chart
from dashboard.charts.enlarged import enlarged
from dashboard.desk import ALL, Standing
from dashboard.goals.agenda import MEASURES_AT_A_TIME, Slide, Topic, agenda
from dashboard.screen import badge, here, value_of
from dashboard.screen.choices import put, resolve, resolve_many
from dashboard.screen.meeting import minutes
from dashboard.screen.meeting.decisions_on_charts import goal_chart, marked
from dashboard.sentences import sentences

LOOK = Path(__file__).parents[2] / "static" / "meeting.css"


@dataclass(frozen=True, eq=False)
class Meeting:
    """The screens of this meeting, which of them is shown, and how the goals stood when the numbers were frozen."""

    slides: list[Slide]
    number: int
    standings: dict[str, Standing]
    places: list[str]

    @property
    def slide(self) -> Slide:
        """The one that is shown."""
        return self.slides[self.number]


def opened() -> Meeting:
    """The meeting, where the link or the keys have brought it. The numbers are frozen when it is opened."""
    st.html(LOOK)
    _freeze()
    now, moved = here(), st.session_state["page_changed"]
    places, no_places = resolve_many("kommuner", list(now.names), page_changed=moved)
    standings = now.desk.standings()
    slides = agenda(standings, places, len(now.desk.measures()))
    codes = [slide.code for slide in slides]
    code, no_slide = resolve("bilde", codes, codes[0], page_changed=moved)
    if no_places or no_slide:
        st.info(now.words("meeting-link-unknown"))
    minutes.receipt()
    named = {standing.entry.key: standing for standing in standings}
    return Meeting(slides, codes.index(code), named, places)


def _freeze() -> None:
    """From now on this meeting's link says exactly which publication the numbers are from."""
    now = here()
    if now.desk.is_pinned:
        return
    today, kept = now.desk.today().isoformat(), st.session_state.get("meeting:edition", "")
    # Whoever leaves the meeting and comes back the same day comes back to the same numbers.
    pin = kept if kept.startswith(today) else now.desk.pin()
    st.session_state["meeting:edition"] = pin
    st.session_state["here"] = replace(now, desk=now.desk.at(pin) or now.desk)
    st.query_params["sett"] = pin
    put("sett", pin)


def start(meeting: Meeting) -> None:
    """What the meeting is about, how we stand, and which municipalities it shall look at."""
    now, words = here(), here().words
    st.title(words("meeting-of", day=words.day(now.desk.seen_on())), anchor=False)
    with st.container(key="meeting-lead"):
        st.markdown(sentences.overview(list(meeting.standings.values()), words))
    with st.container(key="meeting-agenda", gap="xsmall"):
        for slide in meeting.slides:
            if slide.topic is Topic.GOAL:
                standing = meeting.standings[slide.key]
                st.markdown(f"{sentences.status_badge(standing.verdict, words)} {words.said(standing.entry.name)}")
    st.session_state.setdefault("meeting:places", meeting.places)
    st.pills(
        words("meeting-places"),
        list(now.names),
        key="meeting:places",
        selection_mode="multi",
        format_func=lambda key: now.names[key],
        on_change=_choose_places,
    )
    st.markdown(words("meeting-keys"))


def _choose_places() -> None:
    chosen = st.session_state["meeting:places"]
    put("kommuner", ".".join(place for place in here().names if place in chosen))


def goal(meeting: Meeting) -> None:
    """One goal: its status, its number, what may be said of it, how it has moved, and what was decided."""
    words, standing = here().words, meeting.standings[meeting.slide.key]
    left, right = st.columns([5, 7], gap="large")
    with left:
        badge(standing)
        st.title(words.said(standing.entry.name), anchor=False)
        with st.container(key="meeting-number"):
            st.markdown(value_of(standing))
        st.markdown(sentences.goal(standing, words))
    with right:
        now = here()
        _picture(goal_chart(standing, now.desk, words, now.names))
    _decided(goal=standing.entry.key)


def place(meeting: Meeting) -> None:
    """One municipality: who takes part, whether they come, and what is known of it."""
    now, words, key = here(), here().words, meeting.slide.key
    assert now.period is not None
    rate = now.desk.figure("attendance_rate", now.period, key)
    left, right = st.columns([5, 7], gap="large")
    with left:
        st.title(now.names[key], anchor=False)
        with st.container(key="meeting-number"):
            st.markdown(sentences.figure("attendance_rate", rate, words))
        period = words.period(now.period)
        st.markdown(words("meeting-place-rate", period=period))
        persons = now.desk.figure("participants", now.period, key)
        value = sentences.figure("participants", persons, words)
        st.markdown(words("meeting-place-persons", value=value, period=period))
    with right:
        chart = charts.trend(now.desk.series("attendance_rate", key), words, names=now.names)
        _picture(marked(chart, now.desk, words, place=key))
    _decided(place=key)


def measures(meeting: Meeting) -> None:
    """What waits to be done, the overdue first."""
    now = here()
    waiting = now.desk.measures()
    st.title(sentences.measures(waiting, now.desk.today(), now.words), anchor=False)
    first = (int(meeting.slide.key) - 1) * MEASURES_AT_A_TIME
    minutes.listing(waiting[first : first + MEASURES_AT_A_TIME], where="meeting")


def end() -> None:
    """What was decided today, and the link for the minutes."""
    now, words = here(), here().words
    today = [entry for entry in now.desk.decisions() if entry.decided_on == now.desk.today()]
    st.title(words("meeting-decided", count=len(today)), anchor=False)
    minutes.listing(today, where="today")
    if st.button(words("meeting-copy-link"), key="copy-link-meeting", icon=":material/link:"):
        st.toast(words("link-copied"), icon=":material/check_circle:")


def _picture(chart: Chart) -> None:
    with st.container(key="meeting-picture"):
        if chart.frame.is_empty():
            st.info(here().words("chart-nothing"))
            return
        large = enlarged(chart)
        st.vega_lite_chart(large.frame, dict(large.spec), alt=large.alt, height="stretch")


def _decided(goal: str = "", place: str = ALL) -> None:
    """What was decided of this before, and three fields for what is decided now."""
    desk = here().desk
    found = desk.decisions(goal) if goal else [one for one in desk.decisions() if one.place == place]
    waiting = sorted(found, key=lambda entry: not entry.is_open)
    minutes.listing(waiting[:3], where="goal", brief=True)
    with st.container(key="meeting-decide"):
        minutes.decide(goal, place)


def foot(meeting: Meeting) -> None:
    """Where we are, which numbers these are, and the buttons that the keys press."""
    now, words, number = here(), here().words, meeting.number
    last = len(meeting.slides) - 1
    with st.container(key="meeting-foot", horizontal=True, vertical_alignment="center"):
        with st.container(key="meeting-edition"):
            edition = sentences.edition(now.desk.pin(), words)
            st.markdown(words("meeting-edition", edition=edition))
        with st.container(key="meeting-counter", width="content"):
            st.markdown(words("meeting-counter", number=str(number + 1), all=str(last + 1)))
        _mover("meeting-first", 0, meeting)
        _mover("meeting-back", max(number - 1, 0), meeting)
        _mover("meeting-next", min(number + 1, last), meeting)
        _mover("meeting-last", last, meeting)
        if st.button(words("meeting-leave"), key="meeting-leave", icon=":material/close:"):
            # The newest numbers again, unless it was an earlier meeting's that were read.
            if now.desk.seen_on() == now.desk.today():
                put("sett", "")
            st.switch_page(st.session_state["pages"]["overview"])


def _mover(name: str, number: int, meeting: Meeting) -> None:
    icons = {"meeting-back": ":material/arrow_back:", "meeting-next": ":material/arrow_forward:"}
    st.button(
        here().words(name),
        key=name,
        icon=icons.get(name),
        disabled=number == meeting.number,
        on_click=put,
        args=("bilde", meeting.slides[number].code),
    )
