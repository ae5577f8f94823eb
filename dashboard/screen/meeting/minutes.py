"""Owns decisions and measures on the screen: how they are listed, written down with three fields and Enter, changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.desk import ALL, Decision, MinuteFault, State, StoreFault
from dashboard.language.words import Words
from dashboard.screen import View, here
from dashboard.screen.parts import heading
from dashboard.sentences import decisions, sentences

LONGEST = 1000
_FIELD_OF = {"due": "due", "empty": "what", "too-long": "what", "identity-number": "what"}  # fault → field
_EDITING = "minutes:editing"  # number of the decision being changed, version it was opened at, newest version read


def keep(write: Callable[[], object], fields: Mapping[str, DeltaGenerator] | None = None) -> bool:
    """Write something down; or say why not, with everything that was typed still standing.

    `fields`: "what" and "due", the places of those fields; what is wrong with one of them is said under it, and
    static/screen.js ties it to the field.
    """
    view = here()
    try:
        write()
    except MinuteFault as fault:
        sentence = view.words(f"minute-fault-{fault.reason}")
        place = (fields or {}).get(_FIELD_OF.get(fault.reason, ""))
        if place is None:
            st.error(sentence, icon=":material/edit_off:")
        else:
            place.container(key=f"fault-{fault.reason}-{turn()}").markdown(sentence)
        return False
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return False
    st.session_state["minutes:said"] = view.words("minutes-kept")
    st.session_state["minutes:turn"] = st.session_state.get("minutes:turn", 0) + 1
    return True


def receipt() -> None:
    """What has just been written down."""
    if sentence := st.session_state.pop("minutes:said", ""):
        st.toast(sentence, icon=":material/check_circle:")


def turn() -> int:
    """Rises with everything written down, so that a field is empty again afterwards and never before."""
    return int(st.session_state.get("minutes:turn", 0))


def decide(goal: str = "", place: str = ALL) -> None:
    """Three fields and Enter: what was decided, who does it, by when."""
    words = here().words
    with st.form(f"decide:{goal}:{place}:{turn()}", border=False):
        what, who, when, save = st.columns([6, 3, 2, 1.6], vertical_alignment="bottom")
        text = what.text_input(words("decision-text"), max_chars=LONGEST, placeholder=words("decision-example"))
        responsible = who.text_input(words("decision-responsible"), max_chars=200)
        due = when.text_input(words("decision-due"), max_chars=30, placeholder=words("decision-due-example"))
        saved = save.form_submit_button(words("minutes-keep"), icon=":material/check:", width="stretch")
    st.caption(words("minutes-no-persons"))
    if saved and keep(
        lambda: here().desk.decide(text, goal=goal, place=place, responsible=responsible, due=due),
        {"what": what, "due": when},
    ):
        st.rerun()


def decide_in_full() -> None:
    """A decision with everything that can be said of it: also where it belongs, its case and its day."""
    view = here()
    words, goals = view.words, goal_names(view)
    with st.form(f"decide-in-full:{turn()}"):
        what = st.container(key="field-what")
        text = what.text_input(words("decision-text"), max_chars=LONGEST)
        with st.grid(min_column_width=240, gap="small"):
            goal = st.selectbox(
                words("decision-goal"), ["", *goals], format_func=lambda key: goals.get(key, words("decision-no-goal"))
            )
            place = st.selectbox(
                words("choose-place"),
                [ALL, *view.names],
                format_func=lambda key: sentences.place(key, view.names, words),
            )
            case = st.text_input(words("decision-case"), max_chars=30)
            on = st.date_input(words("decision-on"), view.desk.today(), format="DD.MM.YYYY")
            responsible = st.text_input(words("decision-responsible"), max_chars=200)
            when = st.container(key="field-due")
            due = when.text_input(words("decision-due"), max_chars=30)
        saved = st.form_submit_button(words("minutes-keep"), type="primary", icon=":material/check:")
    st.caption(words("minutes-no-persons"))
    if saved and keep(
        lambda: view.desk.decide(
            text, goal=goal, place=place, responsible=responsible, due=due, case_number=case, decided_on=on
        ),
        {"what": what, "due": when},
    ):
        st.rerun()


def listing(entries: Sequence[Decision], *, where: str) -> None:
    """Decisions under each other, each with its state in word and colour. `where` keeps two lists apart."""
    for entry in entries:
        with st.container(border=True, key=f"decision-{where}-{entry.number}"):
            if st.session_state.get(_EDITING, (0,))[0] == entry.number:
                _editor(entry.number)
            else:
                _shown(entry, where)


def _shown(entry: Decision, where: str) -> None:
    words = here().words
    left, right = st.columns([4, 1.4], vertical_alignment="center")
    with left:
        state, colour, icon = _state(entry)
        badge = f":{colour}-badge[{icon} {state}]"
        st.markdown(f"{badge} **{sentences.plain(entry.text)}**")
        st.caption(sentences.plain(facts(entry)))
        if entry.state == State.WITHDRAWN:
            st.caption(sentences.plain(words("decision-withdrawn-because", reason=entry.reason)))
    with right, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        if entry.is_open and st.button(
            words("decision-done"), key=f"done:{where}:{entry.number}", icon=":material/task_alt:"
        ):
            _change(entry, state=State.DONE)
        if st.button(words("decision-change"), key=f"change:{where}:{entry.number}", icon=":material/edit:"):
            st.session_state[_EDITING] = (entry.number, entry.version, entry.version)
            st.rerun()


def _change(entry: Decision, **changes: Any) -> None:
    if keep(lambda: here().desk.revise(entry.number, entry.version, **changes)):
        st.rerun()


def _state(entry: Decision) -> tuple[str, str, str]:
    """What has become of a decision, as word, colour and shape."""
    words = here().words
    if entry.state == State.WITHDRAWN:
        return words("decision-state-withdrawn"), "gray", ":material/block:"
    if entry.state == State.DONE:
        return words("decision-state-done"), "green", ":material/task_alt:"
    if entry.is_overdue(here().desk.today()):
        return words("decision-state-overdue"), "red", ":material/schedule:"
    if entry.is_measure:
        return words("decision-state-open"), "blue", ":material/pending:"
    return words("decision-state-decided"), "gray", ":material/gavel:"


def state_word(entry: Decision, words: Words, today: date) -> str:
    """Venter, Over fristen, Gjort, Vedtatt."""
    if entry.is_overdue(today):
        return words("decision-state-overdue")
    if entry.state == State.DONE:
        return words("decision-state-done")
    return words("decision-state-open" if entry.is_measure else "decision-state-decided")


def facts(entry: Decision, *, brief: bool = False) -> str:
    """Sak 14/26 · 12.03.2026 · what it is about · who · by when."""
    view = here()
    words = view.words
    parts = [decisions.case_of(entry, words), words.day(entry.decided_on)]
    if not brief:
        parts += [goal_names(view).get(entry.goal, entry.goal)] if entry.goal else []
        parts.append(sentences.place(entry.place, view.names, words))
    return " · ".join(filter(None, [*parts, *decisions.who_and_when(entry, words)]))


def _editor(number: int) -> None:
    """The fields of a decision as it was when somebody began to change it."""
    view, words = here(), here().words
    versions = view.desk.history_of(number)
    _, opened, seen = st.session_state[_EDITING]
    # The fields begin as they were opened: a newer version is told of, and what is typed stays.
    read = next(version for version in versions if version.version == opened)
    if versions[-1].version != seen:
        _told(versions[-1])
    with st.form(f"edit:{number}", border=False):
        what = st.container(key="field-what-edited")
        text = what.text_input(words("decision-text"), read.text, max_chars=LONGEST)
        who, when, case = st.columns([3, 2, 2])
        responsible = who.text_input(words("decision-responsible"), read.responsible, max_chars=200)
        due = when.text_input(words("decision-due"), words.day(read.due) if read.due else "", max_chars=30)
        case_number = case.text_input(words("decision-case"), read.case_number, max_chars=30)
        state = st.segmented_control(
            words("decision-state"),
            [state.value for state in State],
            default=read.state,
            required=True,
            format_func=lambda kind: words(f"decision-becomes-{kind}"),
        )
        reason = st.text_input(words("decision-reason"), read.reason, max_chars=LONGEST)
        with st.container(horizontal=True):
            saved = st.form_submit_button(words("minutes-keep"), type="primary", icon=":material/check:")
            left = st.form_submit_button(words("minutes-leave"))
    st.caption(words("minutes-no-persons"))
    history(versions)
    if left:
        st.session_state.pop(_EDITING, None)
        st.rerun()
    if saved:
        changes = {
            "text": text,
            "responsible": responsible,
            "due": due,
            "case_number": case_number,
            "state": str(state or read.state),
            "reason": reason,
        }
        if keep(lambda: view.desk.revise(number, seen, **changes), {"what": what, "due": when}):
            st.session_state.pop(_EDITING, None)
            st.rerun()
        newest = view.desk.decision(number)
        if newest and newest.version != seen:
            _told(newest)
            # Having been told, whoever saves once more means it.
            st.session_state[_EDITING] = (number, opened, newest.version)


def _told(newest: Decision) -> None:
    """What somebody else has made of it in the meantime."""
    words = here().words
    sentence = words("minutes-newer", who=newest.by, at=words.moment(newest.at), text=newest.text)
    st.warning(sentences.plain(sentence) + "  \n" + sentences.plain(facts(newest)), icon=":material/group:")


def history(versions: Sequence[Decision]) -> None:
    """Every version of a decision, newest first: who wrote what, and when."""
    words = here().words
    with st.expander(words("minutes-history", count=len(versions))):
        for version in reversed(versions):
            st.markdown(f"{words.moment(version.at)} · {sentences.plain(version.by)}")
            parts = [version.text, facts(version), words(f"decision-becomes-{version.state}"), version.reason]
            st.caption("  \n".join(sentences.plain(part) for part in parts if part))


def of_place(place: str) -> None:
    """What was decided for a municipality, and three fields for more."""
    words = here().words
    heading(words("municipality-decisions"))
    entries = [entry for entry in here().desk.decisions() if entry.place == place]
    listing(entries, where="place")
    decide(place=place)


def goal_names(view: View) -> dict[str, str]:
    """What the goals are called, in their order."""
    return {goal.key: view.words.said(goal.entry.name) for goal in view.desk.goals()}
