"""Owns the page of papers: what is asked for, how far it has come, its first page, and the file to take away."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import streamlit as st

from dashboard.desk import Action, Desk, Job, StoreFault
from dashboard.desk.handed_over.orders import PAPER, JobFault
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, Words, words
from dashboard.papers import making
from dashboard.papers.order import PREVIEW, Kind, Order, PaperFault
from dashboard.screen import here, with_numbers
from dashboard.sentences import sentences

PATIENCE = 1.0
"""Seconds that the page waits before it shows how far the paper has come."""
KINDS = tuple(kind.value for kind in Kind if kind is not Kind.NUMBERS)
TYPED = {Kind.AGENDA, Kind.MINUTES, Kind.GRANT_TEXT}
_TYPES = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True)
class Made:
    """What came of an order: its file, and its first page as a picture where there is one."""

    order: Order
    name: str
    content: bytes
    first_page: bytes | None


def asked_for() -> Order:
    """What the reader chooses: a kind of paper, the meeting, and what goes into it."""
    view = here()
    spoken, period = view.words, with_numbers()
    making.make_ready(view.desk.settings)
    kind = Kind(
        st.selectbox(
            spoken("papers-kind"), KINDS, key="papers:kind", format_func=lambda paper_kind: _name(paper_kind, spoken)
        )
    )
    st.caption(spoken(f"papers-about-{_dashed(kind)}"))
    meeting = st.date_input(
        spoken("papers-meeting"), None, key="papers:meeting", format="DD.MM.YYYY", min_value=date(2000, 1, 1), width=260
    )
    order = Order(
        kind,
        language=spoken.language,
        # Minutes show what the meeting saw, unless the reader looks at pinned numbers.
        edition="" if kind is Kind.MINUTES and not view.desk.is_pinned else view.desk.pin(),
        period=period.code,
        meeting=meeting if isinstance(meeting, date) else None,
        present=st.text_area(spoken("papers-present"), key="papers:present") if kind is Kind.MINUTES else "",
        preview=True,
    )
    with st.expander(spoken("papers-more")):
        return _with_more(order)


def _with_more(order: Order) -> Order:
    view = here()
    spoken = view.words
    goals = {goal.key: spoken.said(goal.entry.name) for goal in view.desk.goals()}
    places = st.multiselect(
        spoken("papers-places"),
        list(view.names),
        key="papers:places",
        format_func=lambda key: view.names[key],
        placeholder=spoken("papers-all"),
    )
    chosen = st.multiselect(
        spoken("papers-goals"),
        list(goals),
        key="papers:goals",
        format_func=lambda key: goals[key],
        placeholder=spoken("papers-all"),
    )
    language = st.segmented_control(
        spoken("papers-language"),
        list(LANGUAGES),
        default=order.language,
        required=True,
        key="papers:language",
        format_func=lambda code: words(code)("language-name"),
    )
    contrast = st.toggle(spoken("papers-contrast"), key="papers:contrast")
    large = st.toggle(spoken("papers-large"), key="papers:large")
    template = None
    if order.kind in TYPED:
        file = st.file_uploader(
            spoken("papers-template"), type=["docx"], key="papers:template", help=spoken("papers-template-help")
        )
        template = file.getvalue() if file else None
    return replace(
        order,
        places=tuple(places) or None,
        goals=tuple(chosen) or None,
        language=language or order.language,
        contrast=contrast,
        large=large,
        template=template,
    )


def made(order: Order) -> None:
    """The button, then how far it has come, then the paper; all of it on the side, so that nobody waits for it."""
    view = here()
    if st.button(view.words("papers-make"), type="primary", icon=":material/description:"):
        _begin(order)
    _ordered_before()
    job: Job[Made] | None = st.session_state.get("papers:job")
    if job is None:
        return
    if not job.wait(PATIENCE):
        _going_on(job)
        return
    try:
        _shown(job.result())
    except PaperFault as fault:
        _let_go()
        if fault.reason != "cancelled":
            st.error(view.words(f"paper-fault-{fault.reason}", **fault.arguments), icon=":material/error:")


def _begin(order: Order) -> None:
    """Somebody takes a paper away: that is written down, and then it is made."""
    view = here()
    settings = view.desk.settings
    try:
        with view.desk.acting(Action.TAKE_AWAY, f"{order.kind.value} {order.period} {order.edition}"):
            asked = replace(order, template=None, present="")
            number = view.desk.hand_over(PAPER, order, (asked, datetime.now(UTC).replace(tzinfo=None)))
            if number:
                _follow(number, order)
                return
            st.session_state["papers:job"] = Job(
                order.kind.value, lambda job: _made_of(order, _make(job, order, settings))
            )
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"), icon=":material/error:")


def _follow(number: int, order: Order) -> None:
    """Fetch what was handed over when it is made."""
    desk = here().desk
    st.session_state["papers:number"] = number
    st.session_state["papers:job"] = Job(order.kind.value, lambda job: _made_of(order, _fetch(job, desk, number)))


def _ordered_before() -> None:
    """What one has ordered and never taken, because the browser went: it is kept for a day."""
    view = here()
    followed = st.session_state.get("papers:number")
    for number, (order, at) in view.desk.handed_over().items():
        if number != followed:
            name = _name(order.kind.value, view.words)
            st.button(
                view.words("papers-ordered", name=name, at=view.words.moment(at)),
                on_click=_follow,
                args=(number, order),
                key=f"papers:ordered:{number}",
                icon=":material/inbox:",
            )


def _let_go() -> None:
    """The paper is taken, or there is none."""
    number = st.session_state.get("papers:number")
    if number is not None:
        here().desk.let_go(number)


def _make(job: Job[Made], order: Order, settings: Settings) -> dict[str, bytes]:
    return making.made(order, settings, job.called_off, job.at)


def _fetch(job: Job[Made], desk: Desk, number: int) -> dict[str, bytes]:
    """From whoever makes it."""
    try:
        files: dict[str, bytes] = desk.outcome_of(number, job.called_off)
    except JobFault as fault:
        raise PaperFault(fault.reason, **fault.arguments) from None
    return files


def _made_of(order: Order, files: dict[str, bytes]) -> Made:
    first_page = files.pop(PREVIEW, None)
    ((name, content),) = files.items()
    return Made(order, name, content, first_page)


@st.fragment(run_every=0.7)
def _going_on(job: Job[Made]) -> None:
    spoken = here().words
    if job.done:
        st.rerun()
    st.progress(job.share, text=spoken(f"paper-stage-{job.stage}"))
    if st.button(spoken("job-stop"), icon=":material/cancel:", key="papers:stop"):
        job.call_off()


def _shown(paper: Made) -> None:
    view = here()
    spoken = view.words
    st.success(spoken("papers-ready", name=_name(paper.order.kind, spoken)), icon=":material/check_circle:")
    st.download_button(
        spoken("papers-download", name=paper.name),
        paper.content,
        file_name=paper.name,
        mime=_TYPES[paper.name.rpartition(".")[2]],
        key="papers:download",
        icon=":material/download:",
        on_click=_let_go if "papers:number" in st.session_state else "ignore",
    )
    size = spoken.number(max(1, len(paper.content) // 1024))
    edition = sentences.edition(paper.order.edition, spoken) if paper.order.edition else ""
    st.caption(spoken("papers-size", size=size, edition=edition) if edition else spoken("papers-size-only", size=size))
    if paper.first_page:
        st.image(paper.first_page, caption=spoken("papers-preview"), width=520)


def _name(kind: str, spoken: Words) -> str:
    return spoken(f"papers-kind-{_dashed(kind)}")


def _dashed(kind: str) -> str:
    return kind.replace(".", "-")
