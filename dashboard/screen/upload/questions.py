"""Owns what the upload page asks: which column is which, and all else a file leaves open. Once for each source."""

from collections.abc import Callable, Sequence
from functools import partial
from operator import ne

import streamlit as st

from dashboard.desk import Preview, StoreFault
from dashboard.screen import View, here
from dashboard.sentences import asked as questions_sentences
from dashboard.sentences import sentences
from data_sources.parsing.answers import Key, Question
from data_sources.recognising.layout import Layout

NONE, LATER = "", "later"


def ask(preview: Preview) -> None:
    """The drop-downs for headings that nobody is sure of; then every other question, one at a time."""
    view = here()
    if preview.arrival.undecided is not None:
        _headings(preview.arrival.undecided, preview.arrival.sha256, view)
    asked = [question for question in preview.arrival.questions if question.answer is None]
    if asked:
        _one_at_a_time(asked, preview.arrival.sha256, view)
    answered = [question for question in preview.arrival.questions if question.answer is not None]
    if answered:
        with st.expander(view.words("ask-remembered", count=len(answered))):
            _remembered(answered, preview.arrival.sha256, view)


def _one_at_a_time(asked: Sequence[Question], file: str, view: View) -> None:
    """A question with its proposed answer first. All answers are stored together, after the last question."""
    answers: dict[Key, str] = st.session_state.setdefault(f"asked:{file}", {})
    left = [question for question in asked if question.key not in answers]
    if not left:
        _store(answers, asked, file, view)
        return
    question, words = left[0], view.words
    with st.container(border=True), st.form(f"question:{file}:{len(answers)}", border=False):
        st.caption(words("asked-title", number=len(asked) - len(left) + 1, count=len(asked)))
        st.markdown(f"**{sentences.plain(questions_sentences.question(question, words))}**")
        codes = sorted(question.options, key=partial(ne, question.likely))
        code = st.radio(
            words("asked-lead"),
            codes,
            index=0 if question.likely in question.options else None,
            format_func=partial(_option, question, view),
            captions=[questions_sentences.effect(question, option, words) for option in codes],
        )
        use, skip = st.columns([1, 3])
        if use.form_submit_button(words("asked-use"), type="primary") and code is not None:
            answers[question.key] = code
            st.rerun()
        if skip.form_submit_button(words("asked-skip")):
            answers[question.key] = LATER
            st.rerun()


def _store(answers: dict[Key, str], asked: Sequence[Question], file: str, view: View) -> None:
    """Store what was answered; what was put off waits, and can be taken up again."""
    meant = {key: code for key, code in answers.items() if code != LATER}
    waiting = [question for question in asked if answers.get(question.key) == LATER]
    if meant:
        st.session_state[f"asked:{file}"] = {question.key: LATER for question in waiting}
        _remember(lambda: view.desk.answer(meant, asked), view)
        return
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.warning(view.words("asked-waiting", count=len(waiting)), icon=":material/help:")
    if right.button(view.words("asked-again"), key=f"again:{file}"):
        st.session_state[f"asked:{file}"] = {}
        st.rerun()


def _option(question: Question, view: View, code: str) -> str:
    text = questions_sentences.answer(dict(question.options), code, view.words)
    return view.words("asked-suggestion", answer=text) if code == question.likely else text


def _remembered(answered: Sequence[Question], file: str, view: View) -> None:
    """What was answered before, to be changed."""
    with st.form(f"remembered:{file}", border=False):
        meant: dict[Key, str | None] = {}
        for number, question in enumerate(answered):
            codes = [*question.options, NONE]
            meant[question.key] = st.selectbox(
                questions_sentences.question(question, view.words),
                codes,
                index=codes.index(question.answer) if question.answer in codes else None,
                key=f"remembered:{file}:{number}",
                format_func=partial(_option_or_unknown, question, view),
            )
        if st.form_submit_button(view.words("ask-use-values"), type="primary"):
            _remember(lambda: view.desk.answer({key: code or None for key, code in meant.items()}, answered), view)


def _option_or_unknown(question: Question, view: View, code: str) -> str:
    return _option(question, view, code) if code else view.words("ask-unknown")


def _headings(layout: Layout, file: str, view: View) -> None:
    """Likeness only moves a heading to the top of the list; a person chooses."""
    words = view.words
    wanted = list(dict.fromkeys([*layout.missing, *layout.proposed]))
    taken = set(layout.columns.values())
    free = [index for index in layout.headings if index not in taken]
    if not free:
        return
    with st.container(border=True), st.form(f"headings:{file}", border=False):
        st.markdown(f"**{words('ask-headings', table=words(f'table-{layout.table.name}'))}**")
        chosen = {}
        for name in wanted:
            like = layout.proposed.get(name)
            order = [*([like] if like is not None else []), *[index for index in free if index != like]]
            needed = name in layout.missing
            chosen[name] = st.selectbox(
                words("ask-heading" if needed else "ask-heading-perhaps", column=words(f"column-{name}")),
                [*order, NONE],
                index=None,
                key=f"heading:{file}:{name}",
                format_func=partial(_heading, like, layout, view),
                placeholder=words("ask-choose"),
            )
        if st.form_submit_button(words("ask-use-headings"), type="primary"):
            answers = {
                name: layout.headings[index] if isinstance(index, int) else NONE
                for name, index in chosen.items()
                if index is not None
            }
            _remember(lambda: view.desk.point_out(layout, answers), view)


def _heading(like: int | None, layout: Layout, view: View, index: int | str) -> str:
    if not isinstance(index, int):
        return view.words("ask-none")
    heading = layout.headings[index]
    return view.words("ask-alike", heading=heading) if index == like else heading


def _remember(store: Callable[[], None], view: View) -> None:
    """Store what was answered, and read the files in hand anew with it."""
    try:
        store()
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return
    st.session_state["upload:asked"] = st.session_state.get("upload:asked", 0) + 1
    st.rerun()
