"""Owns a goal as one card: number, status, sentence, picture, where, decisions; and what is opened from it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.numbers import decided_number, value_text
from dashboard.desk import ALL, Decision, Row, Standing
from dashboard.goals.goal import GoalKind
from dashboard.screen import View, here, take_away
from dashboard.screen.goals import editing as goal_editing
from dashboard.screen.goals import pictures, why
from dashboard.screen.goals.control_charts import control_chart, has_control_chart
from dashboard.screen.meeting import minutes
from dashboard.screen.tables import as_table
from dashboard.sentences import goals as goal_sentences
from dashboard.sentences import sentences
from dashboard.sentences.goals import whose

MOST_LISTED = 3  # decisions beside a picture; the rest are a press away


def cards(rows: Sequence[Row]) -> None:
    """A card for each goal that the chosen place is held to, in the model's order."""
    view = here()
    if not rows:
        st.info(view.words("goals-none-here"))
    for row in rows:
        with st.container(border=True, key=f"goal-{row.standing.entry.key}"):
            st.html(_drawn(row, view))
            _more(row)


def asked_for(rows: Sequence[Row]) -> None:
    """A link may name a goal (`?mal=waiting`), and the page's script goes to it; one we do not have is told of."""
    wanted = st.query_params.get("mal")
    if wanted is not None and wanted not in {row.standing.entry.key for row in rows}:
        st.query_params.pop("mal")
        st.info(here().words("link-unknown"))


def rows_for(place: str) -> list[Row]:
    """The goals of a place, each with how it stands there and everywhere."""
    every = {row.standing.entry.key: row for row in here().desk.matrix()}
    stood = here().desk.standings(place)
    return [Row(standing, every[standing.entry.key].cells if standing.entry.key in every else {}) for standing in stood]


def _drawn(row: Row, view: View) -> str:
    standing, words = row.standing, view.words
    key = standing.entry.key
    decisions = shown_decisions(standing, view)
    region = f' <span class="of-region">{escape(words("figure-region-only"))}</span>' if _of_region(standing) else ""
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in goal_facts(standing, view))
    picture = pictures.of_goal(standing, view.desk.course(key, standing.place), decisions, view)
    listed = decision_list(decisions, view, why.next_step(standing, view))
    return (
        f'<article class="goal-card"><header><h2 id="mal-{escape(key)}" tabindex="-1">'
        f"{escape(words.said(standing.entry.name))}</h2>{pictures.status(standing, view)}{region}</header>"
        f'<div class="goal-words"><p class="big">{escape(pictures.value(standing, view))}</p>'
        f'<p class="sentence">{escape(goal_sentences.sentence(standing, words))}</p>'
        f'{why.drawn(standing, view)}<ul class="facts">{facts}</ul></div>'
        f'<div class="goal-picture">{picture}</div>'
        f'<div class="goal-side">{pictures.where(row, view)}{listed}</div></article>'
    )


def _of_region(standing: Standing) -> bool:
    """Was a municipality chosen, and is the number the region's?"""
    return standing.place == ALL != here().place


def shown_decisions(standing: Standing, view: View) -> list[Decision]:
    """What is marked on a goal's picture and listed beside it: the newest, oldest first as they were decided."""
    entries = view.desk.decisions(standing.entry.key, standing.place)
    return why.with_next_step(entries, why.next_step(standing, view), MOST_LISTED)


def decision_list(decisions: Sequence[Decision], view: View, step: Decision | None = None) -> str:
    """The decisions with the numbers they have on the picture; `step`: which of them comes next."""
    if not decisions:
        return ""
    today, words = view.desk.today(), view.words
    items = []
    for entry in decisions:
        word = minutes.state_word(entry, words, today)
        if step is not None and entry.number == step.number and not entry.is_overdue(today):
            word = words("why-next")
        about = " · ".join([word, minutes.facts(entry, brief=True)])
        late = ' class="late"' if entry.is_overdue(today) else ""
        items.append(f"<li><span>{escape(entry.text)}</span><small{late}>{escape(about)}</small></li>")
    return f'<div><h3>{escape(words("decisions-listed"))}</h3><ol class="decisions">{"".join(items)}</ol></div>'


def goal_facts(standing: Standing, view: View) -> list[str]:
    """Where a goal comes from and whose it is, and numbers from elsewhere to hold beside it."""
    words, goal, unit = view.words, standing.goal, standing.indicator.shown_as
    facts = [words("goal-indicator", name=words(f"indicator-{standing.indicator.key.replace('_', '-')}"))]
    if goal.baseline is not None and goal.baseline_on is not None and goal.kind is not GoalKind.DELIVER:
        number = decided_number(unit, goal.baseline, words)
        facts.append(words("goal-baseline", value=number, on=words.day(goal.baseline_on)))
    facts += whose(standing, words)
    of_others = view.desk.references(standing.indicator.key) if goal.kind is not GoalKind.DELIVER else ()
    return [*facts, *(sentences.reference(elsewhere, words) for elsewhere in of_others)]


@st.fragment
def _more(row: Row) -> None:
    """What lies behind a card: its numbers, change or chance, its decisions, and how the goal is changed."""
    view, words, standing = here(), here().words, row.standing
    key = standing.entry.key
    panels = ["numbers", *(["change"] if has_control_chart(standing.indicator.key) else []), "decisions", "why"]
    with st.container(horizontal=True, vertical_alignment="center", key=f"goal-more-{key}"):
        chosen = st.segmented_control(
            words("goal-more", name=words.said(standing.entry.name)),
            panels,
            format_func=lambda panel: words(f"goal-more-{panel}"),
            key=f"goal-panel:{key}",
            label_visibility="collapsed",
        )
        goal_editing.actions(key)
    if chosen == "numbers":
        _numbers(standing, view)
    elif chosen == "change":
        control_chart(standing.indicator.key, where=key)
    elif chosen == "why":
        why.asked(standing)
    elif chosen == "decisions":
        minutes.listing(view.desk.decisions(key, view.place), where=f"goal-{key}")
        minutes.decide(key, view.place)


def _numbers(standing: Standing, view: View) -> None:
    """The picture's numbers as a table that can be taken away."""
    words = view.words
    table = [
        {
            words("chart-period"): words.period(judged.period, short=True),
            words("chart-judged"): pictures.judged_text(standing, judged, view),
            words("chart-own-period"): own.get(judged.period.code, ""),
        }
        for own in [_own_periods(standing, view)]
        for judged in view.desk.course(standing.entry.key, standing.place)
        if judged.verdict.estimate is not None
    ]
    as_table(table)
    st.caption(words("chart-judged-help"))
    take_away(table, words.said(standing.entry.name), goal_sentences.sentence(standing, words))


def _own_periods(standing: Standing, view: View) -> dict[str, str]:
    """What each period's own number was."""
    columns = standing.series.frame.select("period", "value", "bound", "sign").iter_rows()
    unit = standing.indicator.shown_as
    return {code: value_text(view.words, unit, number, bound, sign) for code, number, bound, sign in columns}
