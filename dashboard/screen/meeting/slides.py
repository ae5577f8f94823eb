"""Owns the meeting on the screen: one thing at a time, large, from the keyboard, with the numbers frozen."""

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.desk import ALL, Decision, Standing
from dashboard.goals.agenda import MEASURES_AT_A_TIME, Slide, Topic, agenda
from dashboard.screen import View, here
from dashboard.screen.choices import put, resolve, resolve_many
from dashboard.screen.goals import card as goal_card
from dashboard.screen.goals import pictures, why
from dashboard.screen.meeting import minutes
from dashboard.sentences import decisions, sentences
from dashboard.sentences import goals as goal_sentences

LOOK = Path(__file__).parents[2] / "app" / "static" / "meeting.css"
MOST_DECISIONS, MOST_NOTES = 2, 2
MOST_MOVED, MOST_LETTERS = 4, 80  # what is told of on the first slide: goals that have moved, letters of a goal's name


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
    view, moved = here(), st.session_state["page_changed"]
    places, no_places = resolve_many("kommuner", list(view.names), page_changed=moved)
    standings = view.desk.standings()
    slides = agenda(standings, places, len(view.desk.measures()))
    codes = [slide.code for slide in slides]
    code, no_slide = resolve("bilde", codes, codes[0], page_changed=moved)
    if no_places or no_slide:
        st.info(view.words("meeting-link-unknown"))
    minutes.receipt()
    named = {standing.entry.key: standing for standing in standings}
    return Meeting(slides, codes.index(code), named, places)


def _freeze() -> None:
    """From now on this meeting's link says exactly which publication the numbers are from."""
    view = here()
    if view.desk.is_pinned:
        return
    today, kept = view.desk.today().isoformat(), st.session_state.get("meeting:edition", "")
    # Whoever leaves the meeting and comes back the same day comes back to the same numbers.
    pin = kept if kept.startswith(today) else view.desk.pin()
    st.session_state["meeting:edition"] = pin
    st.session_state["here"] = replace(view, desk=view.desk.at(pin) or view.desk)
    st.query_params["sett"] = pin
    put("sett", pin)


def start(meeting: Meeting) -> None:
    """What the meeting is about, how we stand, what is new since last time, and which municipalities to look at."""
    view, words = here(), here().words
    items = "".join(
        f"<li>{pictures.status(standing, view)} <span>{escape(name)}</span></li>"
        for slide in meeting.slides
        if slide.topic is Topic.GOAL
        for standing in [meeting.standings[slide.key]]
        for name in [sentences.brief(words.said(standing.entry.name), MOST_LETTERS)]
    )
    lead = sentences.overview(list(meeting.standings.values()), words)
    drawn = (
        f'<section class="slide start"><h1>{escape(words("meeting-of", day=words.day(view.desk.seen_on())))}</h1>'
        f'<p class="lead">{escape(lead)}</p><p class="since">{escape(_since(view))}</p>'
        f'<ol class="agenda">{items}</ol></section>'
    )
    st.html(drawn)
    st.session_state.setdefault("meeting:places", meeting.places)
    st.pills(
        words("meeting-places"),
        list(view.names),
        key="meeting:places",
        selection_mode="multi",
        format_func=lambda key: view.names[key],
        on_change=_choose_places,
    )
    st.markdown(words("meeting-keys"))


def _since(view: View) -> str:
    """How many goals have another status than with the numbers before these."""
    news, words = view.desk.news(), view.words
    if news is None:
        return ""
    since = sentences.edition(news.since.partition(".")[0], words)
    goals = {change.goal: change for change in news.moved if change.place == ALL}
    if not goals:
        return words("news-unmoved", since=since)
    names = minutes.goal_names(view)
    changes = "; ".join(
        words(
            "meeting-moved",
            goal=sentences.brief(names.get(key, key), MOST_LETTERS),
            before=sentences.status(change.before, words),
            after=sentences.status(change.after, words),
        )
        for key, change in list(goals.items())[:MOST_MOVED]
    )
    said = words("meeting-since", since=since, moved=changes)
    more = len(goals) - MOST_MOVED
    return f"{said} {words('news-more', count=more)}" if more > 0 else said


def _choose_places() -> None:
    chosen = st.session_state["meeting:places"]
    put("kommuner", ".".join(place for place in here().names if place in chosen))


def goal(meeting: Meeting) -> None:
    """One goal: its status, its number, what may be said of it, how it has moved, and what was decided."""
    view, words, standing = here(), here().words, meeting.standings[meeting.slide.key]
    key = standing.entry.key
    decisions, step = view.desk.decisions(key), why.next_step(standing, view)
    numbered = why.with_next_step(decisions, step, MOST_DECISIONS)
    picture = pictures.of_goal(standing, view.desk.course(key), numbered, view)
    _slide(
        f"{pictures.status(standing, view)}<h1>{escape(words.said(standing.entry.name))}</h1>"
        f'<p class="big">{escape(pictures.value(standing, view))}</p>'
        f"<p>{escape(goal_sentences.sentence(standing, words))}</p>"
        f"{why.drawn(standing, view, heading='h2')}",
        picture,
        goal_card.decision_list(numbered, view, step) + _folded(len(decisions) - len(numbered)),
    )
    _decide(goal=key)
    if why.is_asked(standing) or view.desk.cause(key, standing.place):
        _why(standing)


def _why(standing: Standing) -> None:
    """Behind a button: why it is so, which the meeting is asked of a goal that is not on track."""
    written = here().desk.cause(standing.entry.key, standing.place)
    with (
        st.container(key="meeting-why"),
        st.popover(here().words("why-change" if written else "why-write"), icon=":material/help_center:"),
    ):
        why.asked(standing, large=True)


def place(meeting: Meeting) -> None:
    """One municipality: its goals, who takes part, what is known of it, and what was decided for it."""
    view, words, key = here(), here().words, meeting.slide.key
    assert view.period is not None
    persons = sentences.figure("participants", view.desk.figure("participants", view.period, key), words)
    persons_text = words("meeting-place-persons", value=persons, period=words.period(view.period))
    goals = [cell for row in view.desk.matrix() if (cell := row.cells.get(key)) is not None]
    listed = "".join(
        f'<tr><th scope="row">{escape(words.said(standing.entry.name))}</th>'
        f'<td class="number">{escape(pictures.value(standing, view))}</td>'
        f"<td>{pictures.status(standing, view)}</td></tr>"
        for standing in goals
    )
    notes_then = [
        note for note in view.desk.notes(key) if note.first <= view.period.last and note.last >= view.period.first
    ]
    notes = "".join(
        f"<li>{escape(f'{sentences.span(note, words)}: {note.text}')}</li>" for note in notes_then[:MOST_NOTES]
    )
    decisions = [entry for entry in view.desk.decisions() if entry.place == key]
    waiting = sorted(decisions, key=lambda entry: not entry.is_open)[:MOST_DECISIONS]
    series = pictures.of_place("attendance_rate", key, view)
    _slide(
        f"<h1>{escape(view.names[key])}</h1><p>{escape(persons_text)}</p>"
        f'<table class="place-goals"><caption class="unseen">{escape(words("goals-title"))}</caption>'
        f"<tbody>{listed}</tbody></table>" + (f'<ul class="known">{notes}</ul>' if notes else ""),
        f'<p class="picture-title">{escape(words("indicator-attendance-rate"))}</p>{series}',
        goal_card.decision_list(waiting, view) + _folded(len(decisions) - len(waiting)),
    )
    _decide(place=key)


def _slide(words_side: str, picture: str, decided: str) -> None:
    """Words on the left, the picture on the right at a height that nothing takes from it, what was decided under."""
    below = f'<div class="slide-decided">{decided}</div>' if decided else ""
    drawn = (
        f'<section class="slide"><div class="slide-words">{words_side}</div>'
        f'<div class="slide-picture">{picture}</div>{below}</section>'
    )
    st.html(drawn)


def _folded(more: int) -> str:
    """… og to til."""
    return f'<p class="folded">{escape(here().words("news-more", count=more))}</p>' if more > 0 else ""


def measures(meeting: Meeting) -> None:
    """What waits to be done, the overdue first."""
    view = here()
    waiting = view.desk.measures()
    st.title(sentences.measures(waiting, view.desk.today(), view.words), anchor=False)
    first = (int(meeting.slide.key) - 1) * MEASURES_AT_A_TIME
    minutes.listing(waiting[first : first + MEASURES_AT_A_TIME], where="meeting")


def end() -> None:
    """What was decided today as text for the minutes, ready to be copied; the link; and the paper, where it is made."""
    view, words = here(), here().words
    today = [entry for entry in view.desk.decisions() if entry.decided_on == view.desk.today()]
    st.title(words("meeting-decided", count=len(today)), anchor=False)
    if today:
        with st.container(key="meeting-minutes"):
            st.code("\n".join(_line(entry, view) for entry in reversed(today)), language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words("meeting-copy-link"), key="copy-link-meeting", icon=":material/link:"):
            st.toast(words("link-copied"), icon=":material/check_circle:")
        if "papers" in st.session_state["pages"]:
            st.page_link(
                st.session_state["pages"]["papers"], label=words("meeting-make-minutes"), icon=":material/description:"
            )


def _line(entry: Decision, view: View) -> str:
    """Sak 14/26: what was decided (goal · who · by when)."""
    words = view.words
    about = [minutes.goal_names(view).get(entry.goal, "")]
    about += [sentences.place(entry.place, view.names, words)] if entry.place != ALL else []
    text = " · ".join(filter(None, [*about, *decisions.who_and_when(entry, words)]))
    line = ": ".join(filter(None, [decisions.case_of(entry, words), entry.text]))
    return f"{line} ({text})" if text else line


def _decide(goal: str = "", place: str = ALL) -> None:
    """Three fields for what is decided now."""
    with st.container(key="meeting-decide"):
        minutes.decide(goal, place)


def foot(meeting: Meeting) -> None:
    """Where we are, which numbers these are, and the buttons that the keys press."""
    view, words, number = here(), here().words, meeting.number
    last = len(meeting.slides) - 1
    with st.container(key="meeting-foot", horizontal=True, vertical_alignment="center"):
        with st.container(key="meeting-edition"):
            edition = sentences.edition(view.desk.pin(), words)
            st.markdown(words("meeting-edition", edition=edition))
        with st.container(key="meeting-counter", width="content"):
            st.markdown(words("meeting-counter", number=str(number + 1), all=str(last + 1)))
        _mover("meeting-first", 0, meeting)
        _mover("meeting-back", max(number - 1, 0), meeting)
        _mover("meeting-next", min(number + 1, last), meeting)
        _mover("meeting-last", last, meeting)
        if st.button(words("meeting-leave"), key="meeting-leave", icon=":material/close:"):
            # The newest numbers again, unless it was an earlier meeting's that were read.
            if view.desk.seen_on() == view.desk.today():
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
