"""Owns the publishing piece of the upload page: what is ready, the button, what came of it, and new editions."""

from collections.abc import Sequence

import streamlit as st

from dashboard.counting.period import Period, PeriodKind
from dashboard.desk import ALL, StoreFault
from dashboard.publishing.publish import Notice, Outcome
from dashboard.screen import View, here
from dashboard.screen.parts import heading
from dashboard.screen.tables import as_table
from dashboard.sentences import deliveries
from dashboard.sentences.sentences import with_step

_IN_VAIN = (Outcome.WITHDRAWN, Outcome.BLOCKED)


def publication() -> None:
    """What is ready to be published, with the button; what waits; what did not succeed; what was corrected."""
    view = here()
    if view.desk.is_empty():
        return
    heading(view.words("publish-title"))
    if view.desk.publishing is not None:
        _under_way()
        return
    _receipt(view)
    try:
        with st.spinner(view.words("publish-looking")):
            notices = view.desk.survey()
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return
    _ready(view, notices)
    _decisions(view, notices)
    if waiting := named(notices, Outcome.NOT_REPORTED):
        st.caption(waiting)
    corrected = sorted({n.period.year for n in notices if n.outcome is Outcome.CORRECTED})
    for year in corrected:
        _new_edition(view, [year], corrected=True)
    others = sorted({period.year for period in view.desk.periods()} - set(corrected), reverse=True)
    if others:
        with st.expander(view.words("edition-other")):
            _new_edition(view, others, corrected=False)


def named(notices: Sequence[Notice], outcome: Outcome) -> str:
    """The periods of an outcome in one sentence, with the day of a try in vain; months go with their quarter."""
    words = here().words
    last = {n.period: n for n in notices if n.outcome is outcome and n.period.kind is not PeriodKind.MONTH}
    names = [
        words("publish-tried", name=words.period(period), at=words.day(n.at.date()))
        if n.at
        else with_step(period, n.depth, words)
        for period, n in sorted(last.items())
    ]
    return words(f"publish-{outcome.value.replace('_', '-')}", periods=", ".join(names)) if names else ""


def _ready(view: View, notices: Sequence[Notice]) -> None:
    in_vain = [sentence for outcome in _IN_VAIN if (sentence := named(notices, outcome))]
    for sentence in in_vain:
        st.warning(sentence, icon=":material/shield_question:")
    ready = named(notices, Outcome.READY)
    if not ready and not in_vain:
        st.markdown(view.words("publish-nothing"))
        return
    if ready:
        _will_do(view, notices)
        st.caption(view.words("publish-rule"))
    label = "publish-now" if ready else "publish-again"
    if st.button(view.words(label), type="primary", icon=":material/published_with_changes:"):
        _start(view)


def _will_do(view: View, notices: Sequence[Notice]) -> None:
    """Before the button: which periods of which numbers, for whom, and who is missing."""
    words = view.words
    st.markdown(words("publish-will"))
    rows: dict[tuple[Period, str, str], list[str]] = {}
    for notice in notices:
        if notice.outcome is Outcome.READY and notice.period.kind is not PeriodKind.MONTH:
            missing = [place for place in view.names if place in notice.without]
            names = deliveries.listed(view.desk.names_of(missing), words)
            region = "waits" if ALL in notice.without else "without" if missing else "yes"
            rows.setdefault((notice.period, region, names), []).append(words(f"family-{notice.family}"))
    as_table(
        [
            {
                words("publish-column-period"): words.period(period),
                words("publish-column-numbers"): ", ".join(families),
                words("publish-column-region"): words(f"publish-region-{region}"),
                words("publish-column-missing"): names,
            }
            for (period, region, names), families in sorted(rows.items(), key=lambda row: row[0][0], reverse=True)
        ]
    )
    st.caption(words("publish-hidden", threshold=str(view.desk.model.threshold)))


def _decisions(view: View, notices: Sequence[Notice]) -> None:
    """Who is waited for, and the choice to publish without: of whole reporting periods, newest first."""
    words = view.words
    lacking: dict[Period, set[str]] = {}
    for notice in notices:
        if notice.outcome in {Outcome.READY, Outcome.NOT_REPORTED} and ALL in notice.without and not notice.blocked:
            for period in view.desk.reporting_periods(notice.period):
                missing = [key for key in view.names if key in view.desk.missing_in(notice.family, period)]
                lacking.setdefault(period, set()).update(missing)
    for period, places in sorted(lacking.items(), reverse=True):
        if not places or len(places) == len(view.names):
            continue
        names = deliveries.listed(view.desk.names_of([key for key in view.names if key in places]), words)
        label = words("publish-do-without", period=words.period(period), who=names)
        help_text = words("publish-do-without-help", who=names)
        if st.button(label, key=f"without:{period.code}", help=help_text, icon=":material/group_off:"):
            for place in sorted(places):
                view.desk.do_without(place, period)
            st.rerun()


def _start(view: View, *, edition_of: int | None = None, reason: str = "") -> None:
    """It goes on by itself: who started it may leave the page, or lose the connection."""
    view.desk.start_publishing(edition_of=edition_of, reason=reason)
    st.session_state["publication:mine"] = True
    st.rerun()


@st.fragment(run_every=1)
def _under_way() -> None:
    view = here()
    done = view.desk.publishing
    if done is None:
        st.rerun()
    st.progress(done or 0.0, text=view.words("publish-working"))
    st.caption(view.words("publish-leave"))


def _receipt(view: View) -> None:
    """What came of it, to whoever pressed the button."""
    if not st.session_state.pop("publication:mine", False):
        return
    came = view.desk.published_last
    if isinstance(came, str):
        st.error(view.words(f"store-{came}"))
    elif came and (periods_text := named([n for n in came if n.at is None], Outcome.PUBLISHED)):
        st.success(f"{periods_text} {_hidden(view, came)}", icon=":material/check_circle:")


def _hidden(view: View, came: Sequence[Notice]) -> str:
    """How many of the numbers that have just come are hidden: everybody can count them."""
    published = {(notice.family, notice.period.code) for notice in came if notice.outcome is Outcome.PUBLISHED}
    hidden, every = view.desk.hidden_of(published)
    return view.words("publish-came-hidden", count=hidden, every=view.words.number(every))


def _new_edition(view: View, years: Sequence[int], *, corrected: bool) -> None:
    """A closed year is published anew only deliberately and with a reason; the old edition can still be read."""
    words = view.words
    with st.form(f"edition:{years[0]}:{corrected}"):
        year = years[0]
        if corrected:
            st.markdown(view.words("edition-ask", year=str(year)))
        else:
            year = st.selectbox(view.words("edition-year"), years, format_func=str)
        reason = st.text_input(view.words("edition-reason"), max_chars=200)
        label = words("edition-publish", year=str(year)) if corrected else words("edition-publish-chosen")
        if st.form_submit_button(label):
            if reason.strip():
                _start(view, edition_of=year, reason=reason.strip())
            st.error(view.words("edition-needs-reason"))
