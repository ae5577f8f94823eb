"""Owns how goals are changed at the screen: a form with the meeting's case, earlier values, new goals, and endings."""

from collections.abc import Callable
from datetime import date
from typing import TypedDict

import streamlit as st

from dashboard.charts.numbers import decided_number
from dashboard.counting.indicator import ShownAs
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.desk import ALL, GoalEntry, GoalFault, GoalState, GoalVersion, StoreFault
from dashboard.goals.standing import DELIVERED, SHARES
from dashboard.language.words import Words
from dashboard.screen import View, here
from dashboard.screen.tables import as_table
from dashboard.sentences import sentences
from dashboard.sentences.goals import target_of

LONGEST = 300


class _Decided(TypedDict):
    """When a version holds from, and which meeting decided it."""

    valid_from: date | None
    case_number: str
    decided_on: date | None


_SEEN = "goal:seen"  # the version a form was opened on


def receipt() -> None:
    """What has just been kept."""
    if sentence := st.session_state.pop("goal:said", ""):
        st.toast(sentence, icon=":material/check_circle:")


def actions(key: str) -> None:
    """The two buttons under a goal: change it, and see what it was before."""
    words = here().words
    versions = here().desk.history_of_goal(key)
    if len({version.entry.target for version in versions}) > 1:
        st.caption(words("goal-chart-then"))
    with st.container(horizontal=True, gap="small"):
        if st.button(words("goal-change"), key=f"goal-change:{key}", icon=":material/edit:"):
            st.session_state[_SEEN] = versions[-1]
            st.dialog(words("goal-change"), width="large")(_change)(key)
        if len(versions) > 1 and st.button(
            words("goal-history", count=len(versions) - 1), key=f"goal-history:{key}", icon=":material/history:"
        ):
            st.dialog(words("goal-history-title"), width="large")(_history)(key)


def new_goal() -> None:
    """A button for a goal nobody has yet."""
    words = here().words
    if st.button(words("goal-new"), icon=":material/add:"):
        st.dialog(words("goal-new"), width="large")(_new)()


def notices() -> None:
    """What is decided and does not hold yet, and goals that no number can be held against."""
    view = here()
    for version in view.desk.coming_goals(view.place):
        assert version.valid_from is not None
        st.info(
            view.words(
                "goal-coming",
                name=view.words.said(version.entry.name),
                on=view.words.day(version.valid_from),
                target=_target(version, view),
            ),
            icon=":material/event_upcoming:",
        )
    for version, reason in view.desk.broken_goals():
        name = view.words.said(version.entry.name)
        st.warning(view.words(f"goal-broken-{reason}", name=name), icon=":material/link_off:")


def _change(key: str) -> None:
    """A goal as it stands, to be changed. What somebody else has decided meanwhile is told before anything is kept."""
    view, seen = here(), st.session_state[_SEEN]
    with st.form(f"goal-form:{key}", border=False):
        entry, decided = _fields(seen.entry, view, f"goal-form:{key}")
        saved = st.form_submit_button(view.words("goal-keep"), type="primary", icon=":material/check:")
    if saved:
        _keep(lambda: view.desk.change_goal(seen, entry(), **decided()), key)
    with st.expander(view.words("goal-end")), st.form(f"goal-end:{key}", border=False):
        reason = st.text_input(view.words("goal-end-reason"), max_chars=LONGEST)
        ended = st.form_submit_button(view.words("goal-end"), icon=":material/event_busy:")
    if ended:
        _keep(lambda: view.desk.end_goal(seen, reason), key)


def _new() -> None:
    """First what is measured, since the rest depends on it; then the goal."""
    view = here()
    measured = [candidate.key for candidate in INDICATORS if candidate.measure in SHARES | DELIVERED]
    indicator = BY_KEY[
        st.selectbox(
            view.words("goal-field-indicator"),
            measured,
            key="goal-new:indicator",
            format_func=lambda key: view.words(f"indicator-{key.replace('_', '-')}"),
        )
    ]
    deliver = indicator.measure in DELIVERED
    blank = GoalEntry(
        key="new",
        name={view.words.language: ""},
        indicator=indicator.key,
        kind="deliver" if deliver else "keep",
        direction="down" if indicator.better == "down" else "up",
        target=0.0,
        municipality=None if view.place == ALL or not indicator.family.by_municipality else view.place,
        due=date(view.desk.today().year, 12, 31) if deliver else None,
    )
    with st.form(f"goal-new:{indicator.key}", border=False):
        entry, decided = _fields(blank, view, f"goal-new:{indicator.key}")
        saved = st.form_submit_button(view.words("goal-keep"), type="primary", icon=":material/check:")
    if saved:
        _keep(lambda: view.desk.add_goal(entry(), **decided()), "")


def _fields(stored: GoalEntry, view: View, form: str) -> tuple[Callable[[], GoalEntry], Callable[[], _Decided]]:
    """The form's fields; and what they say, read when they are to be kept (GoalFault where a number is none)."""
    words, indicator = view.words, BY_KEY[stored.indicator]
    per = 100.0 if indicator.shown_as is ShownAs.PERCENT else 1.0
    own_name, fresh = words.said(stored.name), stored.key == "new"
    kinds = ["deliver"] if stored.kind == "deliver" else ["keep", "reach"]
    places: list[str | None] = [None, *view.names] if indicator.family.by_municipality else [None]

    def number(value: float | None) -> str:
        return "" if value is None or (fresh and not value) else words.number(value * per, 2).rstrip("0").rstrip(",.")

    unit = words("goal-field-percent") if per == 100 else words("goal-field-count")
    name = st.text_input(words("goal-field-name"), own_name, max_chars=LONGEST, key=f"{form}:name")
    with st.grid(min_column_width=220, gap="small"):
        target = st.text_input(words("goal-field-target", unit=unit), number(stored.target), key=f"{form}:target")
        kind = st.selectbox(
            words("goal-field-kind"),
            kinds,
            kinds.index(stored.kind),
            key=f"{form}:kind",
            format_func=lambda goal_kind: words(f"goal-kind-{goal_kind}"),
        )
        due = st.date_input(words("goal-field-due"), stored.due, format="DD.MM.YYYY", key=f"{form}:due")
        tolerance = st.text_input(
            words("goal-field-tolerance", unit=unit),
            number(stored.tolerance or None),
            help=words("goal-help-tolerance"),
            key=f"{form}:tolerance",
        )
        baseline = st.text_input(words("goal-field-baseline", unit=unit), number(stored.baseline), key=f"{form}:base")
        baseline_on = st.date_input(
            words("goal-field-baseline-on"), stored.baseline_on, format="DD.MM.YYYY", key=f"{form}:base-on"
        )
        responsible = st.text_input(
            words("goal-field-responsible"), stored.responsible, max_chars=LONGEST, key=f"{form}:responsible"
        )
        place = st.selectbox(
            words("choose-place"),
            places,
            places.index(stored.municipality) if stored.municipality in places else 0,
            disabled=not fresh,
            key=f"{form}:place",
            format_func=lambda key: sentences.place(key or ALL, view.names, words),
        )
        case = st.text_input(words("goal-field-case"), max_chars=30, placeholder="14/26", key=f"{form}:case")
        on = st.date_input(words("goal-field-decided-on"), None, format="DD.MM.YYYY", key=f"{form}:on")
        start = st.date_input(
            words("goal-field-valid-from"),
            None if fresh else view.desk.today(),
            format="DD.MM.YYYY",
            help=words("goal-help-valid-from"),
            key=f"{form}:from",
        )
    st.caption(words("goal-no-persons"))

    def entry() -> GoalEntry:
        decided = {"sak": case.strip(), "day": on.strftime("%d.%m.%Y") if on else ""}
        return stored.model_copy(
            update={
                "name": stored.name if name.strip() == own_name else {words.language: name.strip()},
                "target": _read(target, per),
                "tolerance": _read(tolerance or "0", per),
                "kind": kind,
                "due": due,
                "baseline": _read(baseline, per) if baseline.strip() else None,
                "baseline_on": baseline_on,
                "responsible": responsible.strip(),
                "municipality": place,
                "decided": ", ".join(
                    part for part in (f"sak {decided['sak']}" if decided["sak"] else "", decided["day"]) if part
                ),
            }
        )

    return entry, lambda: {"valid_from": start, "case_number": case, "decided_on": on}


def _read(typed: str, per: float) -> float:
    """A number as somebody typed it: 92,5 or 92.5 or 92,5 %. Raises GoalFault."""
    plain = typed.replace("%", "").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    try:
        return round(float(plain) / per, 6)
    except ValueError:
        raise GoalFault("number-unreadable") from None


def _keep(write: Callable[[], GoalVersion], key: str) -> None:
    """Keep it; or say why not, with everything that was typed still standing."""
    view = here()
    try:
        write()
    except GoalFault as fault:
        if fault.reason != "overtaken":
            st.error(view.words(f"goal-fault-{fault.reason}"), icon=":material/edit_off:")
            return
        newest = view.desk.history_of_goal(key)[-1]
        st.session_state[_SEEN] = newest
        st.warning(
            view.words(
                "goal-fault-overtaken",
                by=newest.by,
                at=view.words.moment(newest.at) if newest.at else "",
                target=_target(newest, view),
            ),
            icon=":material/sync_problem:",
        )
        return
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return
    st.session_state["goal:said"] = view.words("goal-kept")
    st.rerun()


def _history(key: str) -> None:
    """Every value a goal has had, the newest first: what, from when, who, when, and by which meeting."""
    view = here()
    rows = [_past(version, view) for version in reversed(view.desk.history_of_goal(key))]
    as_table(rows)


def _past(version: GoalVersion, view: View) -> dict[str, str]:
    words, entry = view.words, version.entry
    ended = version.state == GoalState.ENDED
    reason = sentences.plain(version.reason)
    return {
        words("goal-column-target"): words("goal-ended-because", reason=reason) if ended else _target(version, view),
        words("goal-column-from"): words.day(version.valid_from) if version.valid_from else words("goal-from-start"),
        words("goal-column-tolerance"): _number(version, entry.tolerance or None, words),
        words("goal-column-baseline"): _number(version, entry.baseline, words),
        words("goal-column-responsible"): sentences.plain(entry.responsible),
        words("goal-column-decided"): sentences.plain(entry.decided) or words("goal-proposed"),
        words("goal-column-who"): sentences.plain(version.by) or words("goal-by-file"),
        words("goal-column-when"): words.moment(version.at) if version.at and version.by else "",
    }


def _target(version: GoalVersion, view: View) -> str:
    entry = version.entry
    value = _number(version, entry.target, view.words)
    return target_of(entry.direction, value, entry.due, view.words)


def _number(version: GoalVersion, value: float | None, words: Words) -> str:
    indicator = BY_KEY.get(version.entry.indicator)
    if value is None:
        return ""
    return decided_number(indicator.shown_as if indicator else ShownAs.COUNT, value, words)
